"""Sound workbooks of several kinds, made from a sample, that are then spoiled."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from pathlib import Path

from openpyxl import load_workbook

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_ROWS = 40  # of each sheet, for the kinds that are written here


def make_seeds() -> list[tuple[str, bytes]]:
    """The samples, and tables of the first as text, HTML and XML."""
    paths = sorted(SAMPLES.glob("*.xlsx"))
    tables = list(_list_tables(paths[0]))
    return [
        *((path.name, path.read_bytes()) for path in paths),
        ("comma.csv", _write_text(tables[2], ",").encode("utf-8-sig")),
        ("semicolon.csv", _write_text(tables[2], ";").encode("cp874", errors="replace")),
        ("tab.tsv", _write_text(tables[2], "\t").encode("utf-16")),
        ("html.xls", _write_html(tables).encode()),
        ("thai.xls", _write_html(tables).encode("cp874", errors="replace")),
        ("xml.xls", _write_xml(tables).encode()),
    ]


def _list_tables(path: Path) -> Iterator[list[list[str]]]:
    book = load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    for sheet in book.worksheets:
        rows = sheet.iter_rows(max_row=_ROWS, values_only=True)
        yield [["" if cell is None else str(cell) for cell in row] for row in rows]


def _write_text(table: list[list[str]], delimiter: str) -> str:
    return "\r\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)


def _write_html(tables: list[list[list[str]]]) -> str:
    rows = ("".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in one) for one in tables)
    return '<html><meta charset="utf-8"><body>' + "".join(f"<table>{one}</table>" for one in rows) + "</body></html>"


def _write_xml(tables: list[list[list[str]]]) -> str:
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    sheets = (
        f'<Worksheet ss:Name="S{number}"><Table>'
        + "".join("<Row>" + "".join(cell.format(escape(c)) for c in row) + "</Row>" for row in one)
        + "</Table></Worksheet>"
        for number, one in enumerate(tables)
    )
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}">' + "".join(sheets) + "</Workbook>"
