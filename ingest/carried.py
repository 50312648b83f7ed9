"""What was confirmed of the sheets of a workbook, written into the list of problems that comes back with it."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.nouns import Problem
from ingest.mapping import SheetMapping
from ingest.mapping_files import read_mappings
from ingest.names import read_sheet_name
from ingest.recognise import GUIDE
from ingest.workbooks import RawSheet

MARK = "konlang_mapping"  # the cell above the lines of the mapping


def read_carried(file: str, sheets: Sequence[RawSheet]) -> tuple[tuple[SheetMapping, ...], tuple[Problem, ...]]:
    """The mappings that a workbook brings along, and that they are used; or what is wrong with them."""
    for sheet in sheets:
        lines = _find_lines(sheet) if sheet.cells.size and read_sheet_name(sheet.name).table == GUIDE else []
        if lines:
            read = read_mappings(file, "\n".join(lines).encode())
            return (read, (Problem("mapping_carried", file, sheet.name),)) if isinstance(read, tuple) else ((), (read,))
    return (), ()


def _find_lines(sheet: RawSheet) -> list[str]:
    """The texts of the first column below the mark."""
    texts = [str(cell) for cell in sheet.cells[:, 0]]
    return texts[texts.index(MARK) + 1 :] if MARK in texts else []
