"""Raw sheets → recognised tables: which table a sheet holds, where its header row is, what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dictionary.load import list_row_tables, load_columns, load_spellings_of
from dictionary.nouns import BASELINE, ENDLINE, Problem
from ingest.composing import MOST_HEADER_ROWS, count_rows, join_titles, list_tops, read_headers, read_texts
from ingest.fitting import hear_amounts, names_people
from ingest.headers import adds_to_header, find_round, split_header
from ingest.income_parts import hear_parts
from ingest.keys import can_key, spare_columns
from ingest.mapping import IndicatorMapping
from ingest.matching import HeaderMatch, match_headers
from ingest.names import SheetName, read_file_round
from ingest.periods import find_year
from ingest.workbooks import RawSheet

ROW_TABLES = list_row_tables()
GUIDE, PRESENT = "guide", "present"
HEADER_ROWS = 50  # the header stands within the first rows of a sheet
HEADER_TEXTS, LOOK_AHEAD = 10_000, 3  # texts among which it is looked for from the top; rows looked at below it
ENOUGH_HEADERS = 3  # headers that must match where the name of the sheet does not say what it is
CLEARLY_MORE = 2  # so many more headers must match for another table to win over the name of the sheet
FAR_MORE = 3  # so many times as many, where the table of the name lacks none


@dataclass(frozen=True)
class FoundTable:
    """A sheet, or a part of one, taken for a table.

    ``header`` is the 0-based index of the (last) header row in ``sheet.cells``, ``top`` of the first. ``round`` is the
    round of all its rows, ``hint`` what a title or a year in a name says of it, ``rounds`` the rounds that it can speak
    of. ``only`` are its rows (0-based) where the column at ``round_column`` says of which round each row is. ``given``
    are columns that the headers state for every row: key, 0-based position of the header that says so, text.
    ``is_years`` marks a table of names and numbers, each row an indicator, or each column where it ``is_turned``; in
    one ``by_month`` all rows are of one.
    ``notes`` are problems found on taking it.
    ``is_confirmed``: somebody said what its headers mean, and ``judged`` of its indicators; no more is added.
    ``added`` are the positions of headers that were not there then.
    ``reason`` is why no row is used, "" where they are. ``by_row``: no column names anybody. ``only_inputs``: what was
    put into the value map of another sheet, which needs no outcomes.
    """

    file: str
    sheet: RawSheet
    table: str
    round: str | None
    header: int
    matches: tuple[HeaderMatch, ...]
    top: int = -1
    hint: str | None = None
    rounds: tuple[str, ...] = (BASELINE, ENDLINE)
    only: npt.NDArray[np.intp] | None = None
    round_column: int | None = None
    given: tuple[tuple[str, int, str], ...] = ()
    is_years: bool = False
    is_turned: bool = False
    by_month: bool = False
    notes: tuple[Problem, ...] = ()
    is_confirmed: bool = False
    judged: tuple[IndicatorMapping, ...] = ()
    added: frozenset[int] = frozenset()
    reason: str = ""
    by_row: bool = False
    only_inputs: bool = False

    @property
    def first_header(self) -> int:
        """The 0-based index of the first header row."""
        return self.header if self.top < 0 else self.top

    @property
    def columns(self) -> frozenset[str]:
        """The keys of the columns found."""
        return frozenset(match.column for match in self.matches if match.column)

    @property
    def is_complete(self) -> bool:
        """Whether every required column is there (the period may be said by a header)."""
        keys = can_key(self.table, key_column(self.table))
        spared = {"period", *keys, *spare_columns(self.table, self.columns)}
        needed = {one.key for one in load_columns(self.table) if one.required} - spared
        told = self.columns | {key for key, _, _ in self.given} | ({PRESENT} if self.by_row else set())
        return (self.by_row or bool(keys & self.columns)) and needed <= told

    def find(self, column: str, round_key: str | None = None) -> HeaderMatch | None:
        """The header of a column in a round; one that names no round serves every round."""
        hits = [match for match in self.matches if match.column == column]
        exact = [match for match in hits if match.round == round_key]
        general = [match for match in hits if match.round is None]
        return next(iter(exact or general or ([] if column in by_round_columns(self.table) else hits)), None)


def recognise_region(
    file: str, sheet: RawSheet, name: SheetName, most_rows: int = MOST_HEADER_ROWS
) -> FoundTable | None:
    """Take a sheet, or a part of one, for the table that its name and its headers say, or for none."""
    found = _find_tables(file, sheet, name.round, most_rows)
    chosen = _choose(name, found)
    return hear_titles(_absorb(chosen), name) if chosen else None


def has_enough(found: FoundTable | None) -> bool:
    """Whether headers alone make this a table: every required column and three in all."""
    return found is not None and found.is_complete and _count(found) >= ENOUGH_HEADERS


def key_column(table: str) -> str:
    """The column that says which unit a row is about: the one of kind id."""
    return next(column.key for column in load_columns(table) if column.kind == "id")


def by_round_columns(table: str, *, required: bool = False) -> frozenset[str]:
    """The columns of a table that stand once for each round."""
    columns = [column for column in load_columns(table) if column.by_round]
    return frozenset(column.key for column in columns if column.required or not required)


def _find_tables(file: str, sheet: RawSheet, round_key: str | None, most_rows: int) -> list[FoundTable]:
    """For each table the header in the first rows that matches most of its columns; none for one that matches none."""
    best: dict[str, FoundTable] = {}
    texts = 0
    for index in range(min(HEADER_ROWS, len(sheet.cells))):
        for top in list_tops(sheet, index)[:most_rows]:
            headers = read_headers(sheet, top, index)
            texts += sum(words is not None for _, words in headers)
            for table in ROW_TABLES:
                matches = hear_amounts(match_headers(headers, table), sheet, index, table)
                matches = hear_parts(matches, sheet, (top, index), table)
                found = FoundTable(file, sheet, table, round_key, index, matches, top)
                if found.columns and (table not in best or _strength(found) > _strength(best[table])):
                    best[table] = found
        has_passed = any(found.is_complete and index >= found.header + LOOK_AHEAD for found in best.values())
        if has_passed or texts > HEADER_TEXTS:
            break
    tables = (best[table] for table in ROW_TABLES if table in best)
    return [one for one in tables if not names_people(one.matches, one.sheet, one.header)]


def _absorb(found: FoundTable) -> FoundTable:
    """The table with the row below its header, where that only adds units, periods or rounds to the headers."""
    below, keys = found.header + 1, can_key(found.table, key_column(found.table))
    named = [match.position for match in found.matches if match.column in keys]
    ends = below >= len(found.sheet.cells) or count_rows(found.sheet, found.first_header, below) > MOST_HEADER_ROWS
    if ends or not named:
        return found
    texts = read_texts(found.sheet, below)
    filled = [cell for cell in found.sheet.cells[below] if not isinstance(cell, str) or cell.strip()]
    added = [text for text in texts if text]
    is_data = any(texts[place] for place in (*named, *_list_dates(found)))
    if is_data or not added or len(added) != len(filled) or not all(map(adds_to_header, added)):
        return found
    matches = match_headers(read_headers(found.sheet, found.first_header, below), found.table)
    matches = hear_amounts(matches, found.sheet, below, found.table)
    matches = hear_parts(matches, found.sheet, (found.first_header, below), found.table)
    longer = replace(found, header=below, top=found.first_header, matches=matches)
    return longer if longer.columns >= found.columns else found


def _list_dates(found: FoundTable) -> list[int]:
    """The columns in which a date is what the table asks for, and no more of the header."""
    dates = {column.key for column in load_columns(found.table) if column.kind in {"date", "year"}}
    return [match.position for match in found.matches if match.column in dates]


def hear_titles(found: FoundTable, name: SheetName) -> FoundTable:
    """The table with what the titles above it, or else the year in the sheet's name, say of its round."""
    titles = join_titles(found.sheet, found.first_header)
    return replace(found, hint=find_round(titles) or name.year or find_year(titles))


def _choose(name: SheetName, found: Sequence[FoundTable]) -> FoundTable | None:
    """The table that the sheet's name says, unless the headers speak clearly for another."""
    best, named = max(found, key=_strength, default=None), [one for one in found if one.table == name.table]
    if not named or best is None:
        return best if best and _speaks_for_itself(best) else None
    needed = FAR_MORE * _count(named[0]) if named[0].is_complete else _count(named[0]) + CLEARLY_MORE
    return best if best.is_complete and _count(best) >= needed else named[0]


def _speaks_for_itself(found: FoundTable) -> bool:
    """Whether headers are enough: all required ones and three, or the key and a round or a clear amount of money.

    A title or the name of the file may say the round of all rows.
    """
    titles = join_titles(found.sheet, found.first_header) if found.is_complete else ""
    says_round = bool(found.round or find_round(titles) or find_year(titles) or read_file_round(found.file))
    says_round = says_round or any(_is_money(match) for match in found.matches)
    says_round = says_round or any(match.round or says_rounds(match) for match in found.matches)
    has_key = bool(can_key(found.table, key_column(found.table)) & found.columns)
    return has_enough(found) or (says_round and has_key and bool(by_round_columns(found.table)) and _count(found) > 1)


def _is_money(match: HeaderMatch) -> bool:
    """Whether a column is surely one of amounts of money over some time: ``รายได้ (บาท/เดือน)``."""
    words = split_header(match.header)
    is_told = words.money or words.period is not None
    return match.column is not None and match.confidence == 1 and is_told


def says_rounds(match: HeaderMatch) -> bool:
    """Whether a column is named as one that says of which round each row is."""
    return bool({*split_header(match.header).keys} & {*load_spellings_of("round_column", "round")})


def _strength(found: FoundTable) -> tuple[bool, int, bool]:
    """How much speaks for a table: all required columns there, then how many are found, then a key of its own."""
    return found.is_complete, _count(found), key_column(found.table) in found.columns


def _count(found: FoundTable) -> int:
    """How many headers speak for the table, those of one meaning and round once; not what another table asks for."""
    own = {column.key for column in load_columns(found.table) if not column.is_given}
    return len({(match.column, match.round) for match in found.matches if match.column in own})
