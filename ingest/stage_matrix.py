"""Participation told without activities: stages × parties as a matrix of counts, or rows of stages alone.

A column of the matrix is a table of its own, whose header states the party of every row; a stage heads a column as well
where the parties are the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dictionary.load import load_spellings_of, match_code
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.by_row import names_something
from ingest.cells import write_cell
from ingest.composing import compose, list_tops
from ingest.fitting import is_number
from ingest.headers import drop_round, find_round
from ingest.matching import HeaderMatch
from ingest.names import SheetName
from ingest.periods import find_year
from ingest.recognise import HEADER_ROWS, FoundTable, hear_titles, key_column
from ingest.workbooks import RawSheet

TABLE, TIMES, PEOPLE = "participation", "times", "people"
SIDES = (("stage", "participation_stage"), ("stakeholder", "stakeholder"))  # a column, and the codes it holds
TELLS = {TIMES, PEOPLE, "level", "present"}  # columns one of which makes rows without a name tell something
MEASURES = {TIMES, PEOPLE}
ENOUGH = 2  # stages, and parties, that make a matrix
MOST_TIMES = 200  # a larger number is one of people and not of activities


@dataclass(frozen=True)
class _Matrix:
    """A header of parties (or stages) and the column of stages (or parties) before it."""

    top: int
    last: int
    names: int
    down: str
    across: str
    columns: dict[int, str]


def find_stage_matrix(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """The tables of a matrix of stages and parties, one for each party; none where the sheet is no such matrix."""
    matrix = next(_find(sheet), None)
    if matrix is None:
        return ()
    whole = hear_titles(FoundTable(file, sheet, TABLE, name.round, matrix.last, (), matrix.top), name)
    measure = _hear_measure(whole, matrix)
    texts = compose(sheet, matrix.top, matrix.last)
    parties: dict[str, list[int]] = {}
    for place, text in matrix.columns.items():
        parties.setdefault(text, []).append(place)
    tables = [_make(whole, matrix, (measure, texts), places) for places in parties.values()]
    note = _tell(whole, "participation_matrix_people" if measure == PEOPLE else "participation_matrix")
    used = {*matrix.columns, matrix.names}
    rest = tuple(HeaderMatch(text, at, None, None, None) for at, text in enumerate(texts) if text and at not in used)
    return (replace(tables[0], matches=(*tables[0].matches, *rest), notes=(note,)), *tables[1:])


def take_nameless(found: FoundTable) -> FoundTable:
    """The table with its rows known by their place, where it tells of stages and no column names activities."""
    is_open = found.table == TABLE and key_column(TABLE) not in found.columns and SIDES[0][0] in found.columns
    if not is_open or not found.columns & TELLS:
        return found
    cells = found.sheet.cells[found.header + 1 :]
    if any(names_something(cells[:, one.position]) for one in found.matches if one.column is None):
        return found
    return replace(found, by_row=True, notes=(*found.notes, _tell(found, "participation_nameless")))


def _find(sheet: RawSheet) -> Iterator[_Matrix]:
    for last in range(min(HEADER_ROWS, len(sheet.cells) - ENOUGH)):
        for top in sorted(list_tops(sheet, last)):
            texts = [drop_round(text) for text in compose(sheet, top, last)]
            for down, across in (SIDES, SIDES[::-1]):
                columns = {at: code for at, text in enumerate(texts) if (code := match_code(across[1], text))}
                names = min(columns, default=0) - 1
                if len({*columns.values()}) >= ENOUGH and names >= 0 and _holds(sheet, last, names, (down[1], columns)):
                    yield _Matrix(top, last, names, down[0], across[0], columns)


def _holds(sheet: RawSheet, last: int, names: int, meant: tuple[str, dict[int, str]]) -> bool:
    """Whether codes stand before the columns on some rows below, and numbers alone in the columns."""
    codelist, columns = meant
    rows = [row for row in sheet.cells[last + 1 :] if match_code(codelist, write_cell(row[names]))]
    cells = [row[place] for row in rows for place in columns if not is_blank(row[place])]
    return len(rows) >= ENOUGH and bool(cells) and all(map(is_number, cells))


def _hear_measure(found: FoundTable, matrix: _Matrix) -> str:
    """Whether the numbers are of people, as a title or the header of the names says, or their size; else activities."""
    sheet = found.sheet
    said = " ".join(cell for row in sheet.cells[: matrix.last + 1] for cell in row if isinstance(cell, str))
    said = squash(said) + squash(sheet.name)
    rows, places = range(matrix.last + 1, len(sheet.cells)), matrix.columns
    most = max(float(sheet.cells[row, at]) for row in rows for at in places if _is_count(sheet.cells[row, at]))
    of_people = any(word in said for word in load_spellings_of("matrix_measure", PEOPLE))
    return PEOPLE if of_people or most > MOST_TIMES else TIMES


def _is_count(cell: object) -> bool:
    return isinstance(cell, int | float)


def _make(whole: FoundTable, matrix: _Matrix, said: tuple[str, list[str]], places: list[int]) -> FoundTable:
    """The table of one party: its counts in each round, and what it is given from the header."""
    measure, texts = said
    counts = tuple(
        HeaderMatch(texts[place], place, measure, find_round(texts[place]) or find_year(texts[place]), None)
        for place in places
    )
    names = HeaderMatch(texts[matrix.names], matrix.names, matrix.down, None, None)
    party = drop_round(texts[places[0]])
    return replace(whole, matches=(names, *counts), by_row=True, given=((matrix.across, places[0], party),))


def _tell(found: FoundTable, code: str) -> Problem:
    cell = cell_address(found.sheet.first_row + found.header, found.sheet.first_column)
    return Problem(code, found.file, found.sheet.name, cell)
