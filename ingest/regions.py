"""One sheet → its tables: one above the other, side by side, or a single one; each a part of the sheet by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dictionary.load import PROJECT, list_codelists
from ingest.bare_answers import free_lone_numbers, hear_answers
from ingest.by_row import find_rows, names_nobody, take_rows
from ingest.cutting import cut
from ingest.entitled import find_entitled
from ingest.filling import fill_down
from ingest.fitting import holds_amounts
from ingest.formats.sheet import count_columns
from ingest.header_units import state_unit
from ingest.headers import names_spread
from ingest.level_columns import find_level_columns
from ingest.levels_beside import hear_levels
from ingest.limits import LIMITS
from ingest.measure_columns import part_by_measures
from ingest.month_columns import find_month_table
from ingest.names import SheetName, read_sheet_name
from ingest.one_time import find_one_time
from ingest.period_columns import is_cut_by_after, split_periods
from ingest.periods import find_year
from ingest.personal_headers import PERSONAL, find_personal, measure_part
from ingest.plain_values import hear_values
from ingest.project_sheet import is_project_sheet
from ingest.recognise import GUIDE, FoundTable, has_enough, hear_titles, recognise_region
from ingest.sides import find_sides
from ingest.skipping import SkippedSheet, skip_sheet
from ingest.stacked import list_stacked
from ingest.stage_matrix import find_stage_matrix, take_nameless
from ingest.table_starts import list_likely_starts
from ingest.titles import find_title
from ingest.turned import find_above, find_panel, find_turned
from ingest.workbooks import RawSheet
from ingest.year_tables import find_year_tables

ONE_TIME, TOO_WIDE = "one_time_table", "too_many_columns"
TOP_ROWS = 60  # first rows that say where one table ends and the next beside it begins
HEADER_WITHIN = 8  # rows below a gap in which the header of a further table stands
MOST_BESIDE = 60  # runs of columns beyond which they are no tables side by side
CHOICES = 3  # keys of lists that make a sheet the one of the form's choices
MOST_BELOW = 60  # tables one under another, beyond which the rest is one


def recognise_sheet(file: str, sheet: RawSheet) -> tuple[FoundTable, ...] | SkippedSheet:
    """Take a sheet for the tables that its name and its headers say; a project sheet reads as labels and values."""
    if not sheet.is_table or not sheet.cells.size:
        return skip_sheet(file, sheet)
    if sheet.cells.shape[1] > LIMITS.filled_columns < count_columns(sheet):
        return SkippedSheet(file, sheet, TOO_WIDE)
    name = read_sheet_name(sheet.name)
    if name.table == GUIDE and (_is_choices(sheet) or not has_enough(recognise_region(file, sheet, name, most_rows=1))):
        return skip_sheet(file, sheet)
    by_month = find_month_table(file, sheet, name)
    matrix = () if by_month else find_stage_matrix(file, sheet, name)
    known = (by_month,) if by_month else matrix or find_turned(file, sheet, name)
    found = known or _recognise_named(file, sheet, name)
    return found if known or isinstance(found, SkippedSheet) else (*find_above(file, sheet, found), *found)


def _recognise_named(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...] | SkippedSheet:
    """The tables of a sheet that is no guide: those whose headers are known, else what is measured on it."""
    found = tuple(
        part for one in _find_beside(file, sheet, name) for part in _split(fill_down(state_unit(hear_levels(one))))
    )
    if any(map(names_nobody, found)) and (tables := find_year_tables(file, sheet)):
        return tables
    if len(found) == 1 and (tables := _find_several(file, sheet, found[0])):
        return tables
    found = tuple(part for one in found for part in part_by_measures(take_nameless(take_rows(hear_answers(one)))))
    if is_project_sheet(sheet) and not any(map(has_enough, found)):
        return (FoundTable(file, sheet, PROJECT, None, 0, ()),)
    if not any(one.is_complete for one in found) and (levels := find_level_columns(file, sheet, name)):
        return levels
    if any(one.is_complete or not (one.table == PERSONAL or is_cut_by_after(one)) for one in found):
        return found
    entitled = () if found else find_entitled(file, sheet, name)
    measured = entitled or _measure_sides(file, sheet, name) or found or find_year_tables(file, sheet)
    return measured or _find_nameless(file, sheet, name) or find_panel(file, sheet) or _skip(file, sheet)


def _find_several(file: str, sheet: RawSheet, found: FoundTable) -> tuple[FoundTable, ...]:
    """The tables of all that a summary measures in each round, where it says no unit and calls one of them a value."""
    if found.table != "summary" or found.columns != {"indicator", "value"} or found.round_column is not None:
        return ()
    tables = find_year_tables(file, sheet, (found.first_header, found.header)) if found.sheet is sheet else ()
    return tables if sum(map(_holds_values, tables)) > 1 else ()


def _holds_values(found: FoundTable) -> bool:
    """Whether the measure of a table of names by rounds has numbers, and they are no spread of others."""
    values = [one for one in found.matches if one.column == "value"]
    cells = found.sheet.cells[found.header + 1 :]
    return all(holds_amounts(cells[:, one.position]) and not names_spread(one.header) for one in values)


def _split(found: FoundTable) -> list[FoundTable]:
    """The table by its rounds; a part has its headers matched anew."""
    return list(map(free_lone_numbers, split_periods(hear_values(free_lone_numbers(found)))))


def _find_nameless(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """The incomes, or what else is measured, on a sheet that names nobody."""
    incomes = find_rows(file, sheet, name)
    return (incomes,) if incomes else _measure(find_personal(file, sheet, name, by_row=True))


def _measure_sides(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """What is measured of people, of lists side by side in each by itself."""
    sides = [(cut(sheet, (0, len(sheet.cells)), columns), said) for columns, said in find_sides(sheet, name)]
    parts = (_measure(find_personal(file, part, said)) for part, said in sides or [(sheet, name)])
    return tuple(table for part in parts for table in part)


def _measure(personal: FoundTable | None) -> tuple[FoundTable, ...]:
    """What is measured of people, parted where a column says the round."""
    return tuple(map(measure_part, split_periods(personal))) if personal else ()


def _is_choices(sheet: RawSheet) -> bool:
    """Whether this is the form's sheet of choices, each column headed by the key of its list."""
    known = sum(isinstance(cell, str) and cell in list_codelists() for cell in sheet.cells[0])
    return known >= CHOICES and 2 * known > len(sheet.cells[0])


def _skip(file: str, sheet: RawSheet) -> SkippedSheet:
    """Why a sheet is not used; a table of names and numbers of no round is asked about."""
    skipped = skip_sheet(file, sheet)
    table = find_one_time(sheet) if skipped.reason in {"sheet_not_recognised", "header_not_found"} else None
    if table is None or len({find_year(header) for header in table.headers} - {None}) > 1:
        return skipped
    return replace(skipped, reason=ONE_TIME, headers=table.headers, header=table.header)


def _find_beside(file: str, sheet: RawSheet, name: SheetName) -> Iterator[FoundTable]:
    """The tables of a sheet; blank columns part it where there is a whole table on both sides."""
    if sides := find_sides(sheet, name):
        for columns, said in sides:
            yield from _find_below(file, cut(sheet, (0, len(sheet.cells)), columns), said)
        return
    blocks = [cut(sheet, (0, len(sheet.cells)), columns) for columns in split_columns(sheet)]
    free = replace(name, table=None)
    is_parted = 1 < len(blocks) <= MOST_BESIDE
    beside = [block for block in blocks if has_enough(recognise_region(file, block, free))] if is_parted else []
    for block in beside if len(beside) > 1 else [sheet]:
        yield from _find_below(file, block, name if block is sheet else free)


def split_columns(sheet: RawSheet) -> list[tuple[int, int]]:
    """First and last column (exclusive) of each run of columns that are not blank in the first rows."""
    top = sheet.cells[:TOP_ROWS]
    filled = [any(not isinstance(cell, str) or cell.strip() for cell in column) for column in top.T]
    edges = np.flatnonzero(np.diff(np.array([False, *filled, False], dtype=np.int8)))
    return [(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]


def _find_below(file: str, sheet: RawSheet, name: SheetName) -> Iterator[FoundTable]:
    """The table of a part of a sheet and those below it, each up to the blank rows or the titles before the next."""
    for left in range(MOST_BELOW, -1, -1):
        found = recognise_region(file, sheet, name)
        if found is None:
            return
        again = next(list_stacked(sheet, found.first_header, found.header), None)
        after = next(_list_starts(file, found, replace(name, table=None)), None)
        start = min((row for row in (again, after) if row is not None), default=None) if left else None
        if start is None:
            yield found
            return
        if again is not None:
            name = replace(name, year=None)  # each says its own
        yield replace(hear_titles(found, name), sheet=cut(sheet, (0, start), (0, sheet.cells.shape[1])))
        name = name if start == again else replace(name, table=None)
        sheet = cut(sheet, (start, len(sheet.cells)), (0, sheet.cells.shape[1]))


def _list_starts(file: str, found: FoundTable, name: SheetName) -> Iterator[int]:
    """The rows at which a further table of other columns begins, titles above its header included."""
    sheet = found.sheet
    for start in list_likely_starts(found):
        part = cut(sheet, (start, min(start + HEADER_WITHIN, len(sheet.cells))), (0, sheet.cells.shape[1]))
        further = recognise_region(file, part, name) if part.cells.size else None
        if further and has_enough(further) and not _is_same(found, further):
            yield start


def _is_same(found: FoundTable, further: FoundTable) -> bool:
    """Whether a header is that of the next page of the same table, under no other title."""
    told = [{(one.header, one.position) for one in table.matches} for table in (found, further)]
    titles = [find_title(table.sheet, table.first_header) for table in (found, further)]
    return told[0] == told[1] and titles[1] in {"", titles[0]}
