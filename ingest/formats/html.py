"""HTML saved as .xls, as systems of Thai offices export it: each table with data is a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree, html

from ingest.formats.decoding import decode_text, decode_thai
from ingest.formats.markup import Node
from ingest.formats.sheet import Merge, RawSheet, Unreadable, lay_out
from ingest.limits import LIMITS

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_THAI = ("tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-windows-874")
_NAMES = re.compile(r"<x:Name>([^<]{1,200})</x:Name>")
_LOOK = 4096  # bytes in which the encoding is told
_MOST_COLUMNS, _MOST_ROWS = 1000, 65_534  # what a browser lets a cell span
_LONGEST_SPAN = 6  # digits of such a number
_LEAST_ROWS = 2  # rows with two values each that a table around other tables must have of its own
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")


def read_html(content: bytes) -> tuple[RawSheet, ...]:
    """The sheets of an HTML file; refused where it holds no table with data."""
    text = _decode(content)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable("file_is_text") from fault
    found = (table for table in map(_read_table, root.iter("table")) if table.cells.size)
    tables = list(islice(found, LIMITS.sheets + 1))
    if len(tables) > LIMITS.sheets:
        raise Unreadable("file_too_large")
    if not tables:
        raise Unreadable("file_is_text")
    told = _NAMES.findall(text)
    names = told if len(told) == len(tables) else [f"Sheet{number}" for number in range(1, len(tables) + 1)]
    return tuple(replace(table, name=name) for table, name in zip(tables, names, strict=True))


def _decode(content: bytes) -> str:
    """The text in the encoding it names; Thai of one byte a letter is often named wrongly, as is UTF-8."""
    stated = _CHARSET.search(content[:_LOOK])
    form = stated[1].decode().lower() if stated else ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if form in _THAI:
            return decode_thai(content)
    text = decode_text(content)
    if text is None:
        raise Unreadable("file_not_excel")
    return text


def _read_table(table: Node) -> RawSheet:
    """The cells of a table that are its own and not those of a table within it."""
    rows: list[list[str]] = []
    merges: list[Merge] = []
    open_until: dict[int, int] = {}  # for each column the row from which no cell from above covers it any more
    count = hidden = 0
    for row in _find_rows(table):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while open_until.get(len(cells), 0) > len(rows):
                cells.append("")
            wide, high = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            if wide > 1 or high > 1:
                merges.append((len(rows), len(cells), len(rows) + high - 1, len(cells) + wide - 1))
            open_until |= dict.fromkeys(range(len(cells), len(cells) + wide), len(rows) + high)
            cells += [_read_cell(cell), *[""] * (wide - 1)]
        rows.append(cells)
        hidden += _is_hidden(row) and any(cells)
        count += len(cells)
        if len(cells) > LIMITS.columns or count > LIMITS.sheet_cells:
            raise Unreadable("file_too_large")
    filled = sum(sum(map(bool, cells)) > 1 for cells in rows)
    is_layout = table.find(".//table") is not None and filled < _LEAST_ROWS
    laid = lay_out([] if is_layout else rows)
    within = ((a, b, min(c, laid.shape[0] - 1), min(d, laid.shape[1] - 1)) for a, b, c, d in merges)
    merged = tuple(one for one in within if one[0] <= one[2] and one[1] <= one[3])
    return RawSheet("", laid, hidden_rows=hidden, merges=merged)


def _is_hidden(row: Node) -> bool:
    """Whether a row is written as Excel writes a hidden one."""
    return "display:none" in (row.get("style") or "").replace(" ", "").lower()


def _find_rows(table: Node) -> Iterator[Node]:
    """The rows of a table in their order, without those of tables within its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def _span(cell: Node, name: str, most: int) -> int:
    """How many columns or rows a cell covers."""
    stated = (cell.get(name) or "").strip()[:_LONGEST_SPAN]
    return min(int(stated), most) or 1 if stated.isdecimal() else 1


def _read_cell(cell: Node) -> str:
    if not len(cell):
        return _plain(cell.text or "")
    parts = [cell.text or ""]
    walker = etree.iterwalk(cell, events=("start", "end"))
    for event, node in walker:
        if node is cell:
            continue
        if event == "end":
            parts.append(node.tail or "")
        elif node.tag in {"table", "script", "style"}:
            walker.skip_subtree()
        else:
            parts += ["\n" if node.tag in {"br", "p", "div"} else "", node.text or ""]
    return _plain("".join(parts))


def _plain(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
