"""Raw sheets → recognised tables: which table a sheet holds, where its header row is, what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dictionary.load import Column, load_columns
from ingest.headers import HeaderWords, split_header
from ingest.keys import can_key
from ingest.matching import HeaderMatch, match_headers
from ingest.names import SheetName, read_sheet_name
from ingest.project_sheet import is_project_sheet
from ingest.workbooks import RawSheet

ROW_TABLES = ("members", "income", "partners", "summary")  # tables with one header row and a row for each unit
PROJECT = "project"
GUIDE = "guide"  # a sheet of the form that holds no data
HEADER_ROWS = 50  # the header stands within the first rows of a sheet
LOOK_AHEAD = 3  # rows looked at below a complete header
LONGEST_HEADER = 200  # signs; longer texts are notes
ENOUGH_HEADERS = 3  # headers that must match where the name of the sheet does not say what it is
CLEARLY_MORE = 2  # so many more headers must match for another table to win over the name of the sheet


Header = tuple[str, HeaderWords | None]


@dataclass(frozen=True)
class FoundTable:
    """A sheet taken for a table. ``header`` is the 0-based index of the header row in ``sheet.cells``.

    ``is_confirmed``: somebody said what its headers mean, and nothing is added to that.
    """

    file: str
    sheet: RawSheet
    table: str
    round: str | None
    header: int
    matches: tuple[HeaderMatch, ...]
    is_confirmed: bool = False

    @property
    def columns(self) -> frozenset[str]:
        """The keys of the columns found."""
        return frozenset(match.column for match in self.matches if match.column)

    @property
    def is_complete(self) -> bool:
        """Whether every required column is there (the period may be said by a header)."""
        keys = can_key(self.table, key_column(self.table))
        needed = (column.key for column in _needed(self.table) if column.key not in keys)
        return bool(keys & self.columns) and all(key in self.columns for key in needed)

    def find(self, column: str, round_key: str | None = None) -> HeaderMatch | None:
        """The header of a column in a round; one that names no round serves every round."""
        hits = [match for match in self.matches if match.column == column]
        exact = [match for match in hits if match.round == round_key]
        general = [match for match in hits if match.round is None]
        return next(iter(exact or general or ([] if _is_by_round(self.table, column) else hits)), None)


@dataclass(frozen=True)
class SkippedSheet:
    """A sheet that is not used; ``reason`` is a code of the codelist ``reason``."""

    file: str
    sheet: RawSheet
    reason: str
    table: str | None = None


def recognise_sheet(file: str, sheet: RawSheet) -> FoundTable | SkippedSheet:
    """Take a sheet for the table that its name and its headers say; a project sheet reads as labels and values."""
    name = read_sheet_name(sheet.name)
    if not sheet.is_table:
        return SkippedSheet(file, sheet, "not_a_table")
    if not sheet.cells.size:
        return SkippedSheet(file, sheet, "sheet_empty", name.table if name.table in {*ROW_TABLES, PROJECT} else None)
    found = [table for table in _find_tables(file, sheet, name.round) if table]
    chosen = _choose(name, found)
    if is_project_sheet(sheet) and not (chosen and chosen.is_complete and _count(chosen) >= ENOUGH_HEADERS):
        return FoundTable(file, sheet, PROJECT, None, 0, ())
    return chosen or _skip(file, sheet, name)


def read_header_row(sheet: RawSheet, index: int) -> list[Header]:
    """The cells of a row as headers: the text of each and its words, None for a cell without text."""
    return [(text, split_header(text) if text else None) for text in map(_read_text, sheet.cells[index])]


def _read_text(cell: object) -> str:
    return cell if isinstance(cell, str) and cell.strip() and len(cell) <= LONGEST_HEADER else ""


def key_column(table: str) -> str:
    """The column that says which unit a row is about: the first of the table."""
    return load_columns(table)[0].key


def _find_tables(file: str, sheet: RawSheet, round_key: str | None) -> list[FoundTable | None]:
    """For each table the row of the first rows that matches most of its columns; None if no row matches any."""
    best: dict[str, FoundTable] = {}
    for index in range(min(HEADER_ROWS, len(sheet.cells))):
        headers = read_header_row(sheet, index)
        for table in ROW_TABLES:
            found = FoundTable(file, sheet, table, round_key, index, match_headers(headers, table))
            if found.columns and (table not in best or _strength(found) > _strength(best[table])):
                best[table] = found
        if any(found.is_complete and index >= found.header + LOOK_AHEAD for found in best.values()):
            break
    return [best.get(table) for table in ROW_TABLES]


def _choose(name: SheetName, found: Sequence[FoundTable]) -> FoundTable | None:
    """The table that the sheet's name says, unless the headers speak clearly for another."""
    best = max(found, key=_strength, default=None)
    named = next((table for table in found if table.table == name.table), None)
    if named is None or best is None:
        return best if best and _speaks_for_itself(best) else None
    clearly = best.is_complete and not named.is_complete and _count(best) >= _count(named) + CLEARLY_MORE
    return best if clearly else named


def _speaks_for_itself(found: FoundTable) -> bool:
    """Whether headers alone are enough: all required ones and three of them, or the key and a round."""
    has_round = found.round is not None or any(match.round for match in found.matches if match.column)
    has_key = bool(can_key(found.table, key_column(found.table)) & found.columns)
    return (found.is_complete and _count(found) >= ENOUGH_HEADERS) or (has_round and has_key and _count(found) > 1)


def _skip(file: str, sheet: RawSheet, name: SheetName) -> SkippedSheet:
    if name.table == GUIDE:
        return SkippedSheet(file, sheet, "guide_sheet")
    if name.table in ROW_TABLES:
        return SkippedSheet(file, sheet, "header_not_found", name.table)
    return SkippedSheet(file, sheet, "sheet_not_recognised")


def _strength(found: FoundTable) -> tuple[bool, int, bool]:
    """How much speaks for a table: all required columns there, then how many are found, then a key of its own."""
    return found.is_complete, _count(found), key_column(found.table) in found.columns


def _count(found: FoundTable) -> int:
    return sum(match.column is not None for match in found.matches)


def _needed(table: str) -> Sequence[Column]:
    return [column for column in load_columns(table) if column.required and column.key != "period"]


def _is_by_round(table: str, column: str) -> bool:
    return any(about.key == column and about.by_round for about in load_columns(table))
