"""Workbooks of Excel 2003 saved as XML ("SpreadsheetML"), most of them named .xls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from ingest.formats.markup import Node, attribute, local_name, parse_xml
from ingest.formats.sheet import Merge, RawSheet, Unreadable, lay_out
from ingest.limits import LIMITS

_LONGEST_NUMBER = 7


def read_spreadsheet_xml(content: bytes) -> tuple[RawSheet, ...]:
    """The sheets of the workbook."""
    sheets = tuple(_read_sheet(node) for node in parse_xml(content).iter() if local_name(node) == "Worksheet")
    if not sheets:
        raise Unreadable("file_is_text")
    return sheets


def _read_sheet(sheet: Node) -> RawSheet:
    rows: list[list[object]] = []
    merges: list[Merge] = []
    hidden = 0
    for row in (node for node in sheet.iter() if local_name(node) == "Row"):
        skipped = _number(row, "Index") - 1 - len(rows)
        _check(len(rows) + skipped, LIMITS.rows)
        rows += [[] for _ in range(skipped)]
        cells = _read_row(row, len(rows), merges)
        hidden += attribute(row, "Hidden") == "1" and any(cell != "" for cell in cells)
        rows.append(cells)
    laid = lay_out(rows)
    return RawSheet(
        name=attribute(sheet, "Name"),
        cells=laid,
        is_hidden=any(local_name(node) == "Visible" and node.text != "SheetVisible" for node in sheet.iter()),
        hidden_rows=hidden,
        merges=tuple(one for one in merges if one[2] < laid.shape[0] and one[3] < laid.shape[1]),
    )


def _read_row(row: Node, index: int, merges: list[Merge]) -> list[object]:
    """The cells of a row; those of a merge beyond its first are blank, and the merge is added to ``merges``."""
    cells: list[object] = []
    for cell in (node for node in row if local_name(node) == "Cell"):
        skipped = max(_number(cell, "Index") - 1 - len(cells), 0)
        across, down = _number(cell, "MergeAcross"), _number(cell, "MergeDown")
        _check(len(cells) + skipped + across + 1, LIMITS.columns)
        cells += [""] * skipped
        if across or down:
            merges.append((index, len(cells), index + down, len(cells) + across))
        cells += [_read_cell(cell), *[""] * across]
    return cells


def _read_cell(cell: Node) -> object:
    data = next((node for node in cell if local_name(node) == "Data"), None)
    if data is None:
        return f"={attribute(cell, 'Formula').removeprefix('=')}" if attribute(cell, "Formula") else ""
    text = "".join(_texts(data))
    kind = attribute(data, "Type")
    with suppress(ValueError):
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    return text == "1" if kind == "Boolean" else text


def _texts(node: Node) -> Iterator[str]:
    return (str(text) for text in node.itertext())


def _number(node: Node, name: str) -> int:
    """A whole number of an attribute; 0 where there is none."""
    text = attribute(node, name)[:_LONGEST_NUMBER]
    return int(text) if text.isdecimal() else 0


def _check(count: int, most: int) -> None:
    if count > most:
        raise Unreadable("file_too_large")
