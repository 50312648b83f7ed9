"""Participation told without a column of parties: stages × parties as a matrix of counts or ticks, or stages alone.

A column of the matrix is a table of its own, whose header states the party of every row; a stage heads a column as well
where the parties are the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dictionary.load import load_spellings_of, match_code
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.addresses import cell_address, column_ranges
from ingest.blanks import is_blank
from ingest.by_row import names_something
from ingest.cells import write_cell
from ingest.composing import compose, list_tops
from ingest.fitting import is_number
from ingest.headers import drop_round, find_round, split_header
from ingest.matching import HeaderMatch, find_column
from ingest.names import SheetName
from ingest.periods import find_year
from ingest.presence import YES_CODE
from ingest.recognise import HEADER_ROWS, FoundTable, hear_titles, key_column
from ingest.workbooks import RawSheet

TABLE, TIMES, PEOPLE = "participation", "times", "people"
SIDES = (("stage", "participation_stage"), ("stakeholder", "stakeholder"))  # a column, and the codes it holds
TELLS = {TIMES, PEOPLE, "level", "present"}  # columns one of which makes rows without a name tell something
MEASURES = {TIMES, PEOPLE}
YES_NO = "yes_no"
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
    is_ticked: bool = False


def find_stage_matrix(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """The tables of a matrix of stages and parties, one for each party; none where the sheet is no such matrix."""
    matrix = next(_find(sheet), None)
    if matrix is None:
        return ()
    texts = compose(sheet, matrix.top, matrix.last)
    activities = _find_activities(texts, matrix)
    own = {matrix.names: matrix.down} | dict.fromkeys(activities, key_column(TABLE))
    names = tuple(HeaderMatch(texts[at], at, column, None, None) for at, column in own.items())
    whole = hear_titles(FoundTable(file, sheet, TABLE, name.round, matrix.last, names, matrix.top), name)
    whole = _count_ticks(_fill_names(whole, matrix, activities), matrix)
    measure = TIMES if matrix.is_ticked else _hear_measure(whole, matrix)
    parties: dict[str, list[int]] = {}
    for place, text in matrix.columns.items():
        parties.setdefault(text, []).append(place)
    tables = [_make(whole, matrix, (measure, texts), places) for places in parties.values()]
    kind = "_people" if measure == PEOPLE else "_ticks" if matrix.is_ticked else ""
    notes = (*whole.notes, _tell(whole, f"participation_matrix{kind}"))
    used = {*matrix.columns, *own}
    rest = tuple(HeaderMatch(text, at, None, None, None) for at, text in enumerate(texts) if text and at not in used)
    return (replace(tables[0], matches=(*tables[0].matches, *rest), notes=notes), *tables[1:])


def _find_activities(texts: list[str], matrix: _Matrix) -> list[int]:
    """The column before the matrix that names activities, if there is one."""
    free = [at for at in range(min(matrix.columns)) if at != matrix.names and texts[at]]
    return [at for at in free if find_column(split_header(texts[at]), TABLE) == key_column(TABLE)][:1]


def _fill_names(whole: FoundTable, matrix: _Matrix, activities: list[int]) -> FoundTable:
    """The table with the stage that stands once above several activities on each of them, and that it is so read."""
    cells = whole.sheet.cells.copy(order="K")
    lines = range(matrix.last + 2, len(cells))
    named = [row for row in lines for at in activities if not is_blank(cells[row, at])]
    blank = [row for row in named if is_blank(cells[row, matrix.names])]
    if not blank:
        return whole
    for row in blank:
        cells[row, matrix.names] = cells[row - 1, matrix.names]
    sheet = whole.sheet
    ranges = column_ranges([sheet.first_row + row for row in blank], sheet.first_column + matrix.names)
    head = " ".join(whole.matches[0].header.split())
    note = Problem("label_above", whole.file, sheet.name, ", ".join(ranges), found=head)
    return replace(whole, sheet=replace(sheet, cells=cells), notes=(*whole.notes, note))


def _count_ticks(whole: FoundTable, matrix: _Matrix) -> FoundTable:
    """The table with 1 for each tick of the matrix and 0 for each cross; a blank stays none."""
    if not matrix.is_ticked:
        return whole
    cells = whole.sheet.cells.copy(order="K")
    for row in range(matrix.last + 1, len(cells)):
        for at in matrix.columns:
            said = match_code(YES_NO, write_cell(cells[row, at]))
            cells[row, at] = cells[row, at] if said is None else float(said == YES_CODE)
    return replace(whole, sheet=replace(whole.sheet, cells=cells))


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
                if len({*columns.values()}) < ENOUGH:
                    continue
                for names in reversed(range(min(columns))):
                    for is_ticked in (False, True):
                        matrix = _Matrix(top, last, names, down[0], across[0], columns, is_ticked)
                        if _holds(sheet, matrix, down[1]):
                            yield matrix


def _holds(sheet: RawSheet, matrix: _Matrix, codelist: str) -> bool:
    """Whether codes stand before the columns on some rows below, and numbers (or ticks) alone in the columns."""
    rows = [row for row in sheet.cells[matrix.last + 1 :] if match_code(codelist, write_cell(row[matrix.names]))]
    cells = [row[place] for row in rows for place in matrix.columns if not is_blank(row[place])]
    return len(rows) >= ENOUGH and bool(cells) and all(map(_is_tick if matrix.is_ticked else is_number, cells))


def _is_tick(cell: object) -> bool:
    return match_code(YES_NO, write_cell(cell)) is not None and not is_number(cell)


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
    party = drop_round(texts[places[0]])
    given = ((matrix.across, places[0], party),)
    return replace(whole, matches=(*whole.matches, *counts), by_row=True, given=given, notes=())


def _tell(found: FoundTable, code: str) -> Problem:
    cell = cell_address(found.sheet.first_row + found.header, found.sheet.first_column)
    return Problem(code, found.file, found.sheet.name, cell)
