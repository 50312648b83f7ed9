"""Make the sample workbooks of data/samples: invented groups, written into the form; the same bytes every time.

Run by ``make samples``. Every sheet is marked ข้อมูลสมมติ (invented data).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data import (
    sample_chain,
    sample_flows,
    sample_participation,
    sample_rice_mill,
    sample_sroi,
    sample_technology,
    sample_weaving,
)
from data.sample_people import Row
from dictionary.load import PROJECT, load_codes, load_tables
from dictionary.load_indicators import load_indicators, unit_label
from i18n import Language
from reports.form import build_form
from reports.form.layout import lay_out
from reports.form.style import font, style_entry
from reports.workbook_bytes import to_bytes

FOLDER = Path(__file__).parent / "samples"
SAMPLES = (sample_weaving, sample_rice_mill)
EVIDENCE: tuple[ModuleType, ...] = (
    sample_participation,
    sample_technology,
    sample_chain,
    sample_flows,
    sample_sroi,
)  # each holds the rows of further sheets: ROWS[name of the sample][table]
MARK = "ข้อมูลสมมติ"
THAI_DATE = "[$-107041E]d mmm yyyy"  # shown in the Buddhist era
SummaryRow = tuple[str, float, float, float | None, int | None]


def main() -> None:
    """Write every sample into data/samples."""
    FOLDER.mkdir(exist_ok=True)
    for sample in SAMPLES:
        path = FOLDER / f"{sample.NAME}.xlsx"
        path.write_bytes(make_sample(sample))
        print(path.relative_to(FOLDER.parents[1]))


def make_sample(sample: ModuleType) -> bytes:
    """The bytes of one sample workbook: the Thai form, filled in."""
    book = build_form(Language.TH)
    _fill_project(book, sample.PROJECT)
    rows = {**sample.make_rows(), "summary": _summary_rows(sample.SUMMARY)}
    for more in EVIDENCE:
        rows |= more.ROWS[sample.NAME]
    for table, table_rows in rows.items():
        _fill_table(_sheet(book, table), table, table_rows)
    for sheet in book:
        _mark(sheet)
    return to_bytes(book)


def _summary_rows(rows: Iterable[SummaryRow]) -> list[Row]:
    return [_summary_row(row) for row in rows]


def _summary_row(row: SummaryRow) -> Row:
    key, before, after, target, n = row
    indicator, th = load_indicators()[key], Language.TH
    return {
        "indicator": indicator.label[th],
        "unit": unit_label(indicator.unit)[th],
        "dimension": load_codes("dimension")[indicator.dimension][th],
        "value_baseline": before,
        "value_endline": after,
        "target": target,
        "better": load_codes("better")[indicator.better][th],
        "n": n,
    }


def _sheet(book: Workbook, table: str) -> Worksheet:
    return book[load_tables()[table].sheet[Language.TH]]


def _fill_project(book: Workbook, values: Row) -> None:
    sheet = _sheet(book, PROJECT)
    for row, column in enumerate(lay_out(PROJECT), start=2):
        cell = sheet.cell(row, 2, values.get(column.key))
        if column.column.kind == "date":
            cell.number_format = THAI_DATE


def _fill_table(sheet: Worksheet, table: str, rows: Sequence[Row]) -> None:
    """Write the rows where the example stood."""
    for number, row in enumerate(rows, start=2):
        for column in lay_out(table):
            cell = sheet[f"{column.letter}{number}"]
            cell.value = row.get(column.key)
            style_entry(cell, column.column.kind)
            if column.column.kind == "date":
                cell.number_format = THAI_DATE


def _mark(sheet: Worksheet) -> None:
    """Say on the sheet, on screen and in print, that it is invented: beside the table, clear of it."""
    cell = sheet.cell(1, sheet.max_column + 2, MARK)
    cell.font = font("C8501E", size=20, bold=True)
    sheet.column_dimensions[cell.column_letter].width = 20
    sheet.oddHeader.center.text = MARK


if __name__ == "__main__":
    main()
