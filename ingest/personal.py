"""Sheets of personal results → what was measured or asked of each person in each round, an indicator for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np

from dictionary.load import code_label, column_label, match_code
from dictionary.load_indicators import (
    SHARE,
    UnitSpelling,
    is_share,
    load_indicators,
    match_indicator,
    match_unit,
)
from dictionary.nouns import Better, Indicator, Round
from dictionary.personal import PERSONAL
from dictionary.squash import squash
from i18n import Text
from ingest.bands import Band, are_bands, order_bands
from ingest.blanks import find_blank
from ingest.cells import Cells, Labels, Mask, write_cell
from ingest.clean import Problems, clean_texts
from ingest.dimension_words import choose_dimension
from ingest.duplicates import drop_repeated
from ingest.header_units import fit_stated, name_money, read_stated_unit, read_unit
from ingest.measurable import are_answers
from ingest.measure_names import name_match, name_measure
from ingest.own_units import find_own_units
from ingest.parts import Part
from ingest.personal_headers import VALUE
from ingest.personal_values import LEVEL, read_values
from ingest.project_groups import is_comparison_sheet
from ingest.ratings import are_ratings
from ingest.results import TableResult, place_of, rounds_of
from ingest.rows import Rows, take_cells
from ingest.titles import find_title, is_numbered, name_by_title
from ingest.workbooks import Values

_GIVEN = re.compile(r"(sheet|แผ่น|ชีต|data|ข้อมูล)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True)
class _Column:
    """The cells of one thing measured in one round on one sheet; ``unit`` and ``better`` as the sheet writes them."""

    rows: Rows
    round: str
    name: str
    mine: Mask
    cells: Cells
    unit: str
    better: str


def read_personal(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """A value for every person and round; a second row of the same person and measure is left out."""
    by_group = any(is_comparison_sheet(one.found) for one in sheets)  # then sheets are named after who is on them
    list_columns = partial(_list_all_columns, waves=waves, by_group=by_group)
    things = _tell_things_apart([{squash(column.name) for column in list_columns(one)} for one in sheets])
    about = {id(one.found): thing for one, thing in zip(sheets, things, strict=True)}
    rows, repeated = drop_repeated(sheets, "duplicate_id", lambda one: _list_names(one, about[id(one.found)]))
    columns = [column for one in rows for column in list_columns(one)]
    by_name: dict[str, list[_Column]] = {}
    for column in columns:
        by_name.setdefault(squash(column.name), []).append(column)
    parts, problems, defined = [], [repeated], {}
    for number, group in enumerate(by_name.values(), start=1):
        indicator, factor = _define(f"{PERSONAL}{number}", group)
        defined[indicator.key] = indicator
        scale = order_bands(map(_list_filled, group)) if indicator.unit == LEVEL else ()
        for column in group:
            part, odd = _read(column, indicator, factor, scale)
            parts.append(part)
            problems.append(odd)
    return TableResult(tuple(parts), tuple(chain.from_iterable(problems)), tuple(rows), defined)


def _tell_things_apart(named: Sequence[set[str]]) -> list[str]:
    """One of the things that each table measures, the same for tables that share one."""
    told: list[str] = []
    for at, names in enumerate(named):
        earlier = (thing for thing, other in zip(told, named[:at], strict=True) if names & other)
        told.append(next(earlier, min(names, default="")))
    return told


def _list_all_columns(rows: Rows, waves: Sequence[Round], *, by_group: bool) -> list[_Column]:
    return [*_list_columns(rows, waves, "" if by_group else _name_sheet(rows))]


def _list_names(rows: Rows, thing: str = "") -> Labels:
    """What each row measures; where the headers say it, the ``thing`` that tells its table from others."""
    cells = rows.cells("measure")
    whole = Labels(np.zeros(len(rows.kept), dtype=np.intp), (thing,))
    if cells is None:
        return whole
    told = clean_texts(cells)
    return Labels(np.where(told.codes < 0, len(told.names), told.codes).astype(np.intp), (*told.names, ""))


def _list_columns(rows: Rows, waves: Sequence[Round], sheet: str) -> Iterator[_Column]:
    """The columns of values in the order of the sheet, one for each thing that its rows measure, else its ``sheet``."""
    names = _list_names(rows)
    spoken = {wave.key for wave in waves} & set(rounds_of(rows))
    told = _name_told(rows)
    title, titled = _read_title(rows, sheet)
    stated = read_stated_unit(rows.found.sheet, rows.found.first_header)
    for match in rows.found.matches:
        said = match.round or rows.found.round
        if match.column != VALUE or said not in spoken:
            continue
        cells = take_cells(rows.found, match, rows.kept)
        for code, own in enumerate(names.names):
            mine = names.codes == code
            headed = own or told or name_match(match)
            name = headed or titled or name_measure(sheet)[0]
            if mine.any():
                unit = _read_first(rows, "unit", mine) or read_unit(match.header if headed else title)
                unit = unit or fit_stated(stated, match.header) or name_money(name)
                yield _Column(rows, said, name, mine, cells, unit, _read_first(rows, "better", mine))


def _name_told(rows: Rows) -> str:
    """What is measured where somebody said that headers of other names are rounds of one thing: ``A / B``."""
    values = [match for match in rows.found.matches if match.column == VALUE and match.round]
    names = dict.fromkeys(name_match(match) or match.header.strip() for match in values)
    is_one = len({match.round for match in values}) == len(values) == len(names) > 1
    return " / ".join(names) if rows.found.is_confirmed and is_one else ""


def _read_title(rows: Rows, sheet: str) -> tuple[str, str]:
    """The title of a table of several rounds and what it names, where it is numbered or the sheet has no name.

    Of tables of one round each the titles may differ, and the same thing must have one name.
    """
    rounds = {match.round for match in rows.found.matches if match.column == VALUE and match.round}
    title = find_title(rows.found.sheet, rows.found.first_header) if len(rounds) > 1 else ""
    return (title, name_by_title(title)) if title and (is_numbered(title) or not sheet) else ("", "")


def _name_sheet(rows: Rows) -> str:
    """The name of the sheet; "" where it is the one that programs give."""
    name = rows.found.sheet.name
    return "" if _GIVEN.fullmatch(name.strip()) else name


def _read_first(rows: Rows, column: str, mine: Mask) -> str:
    """The first text of a column on the rows of a measure; "" where there is none."""
    cells = rows.cells(column)
    if cells is None:
        return ""
    filled = np.flatnonzero(mine & ~find_blank(cells))
    return write_cell(cells.values[filled[0]]) if len(filled) else ""


def _define(key: str, columns: Sequence[_Column]) -> tuple[Indicator, float]:
    """The indicator of a thing measured, and what a value is multiplied by.

    Yes and no make a share. Per cent of each person's own stay numbers: they are no answers to be counted.
    """
    answers = [_list_filled(column) for column in columns]
    in_ranges = are_bands(chain.from_iterable(answers))
    text = next((column.unit for column in columns if column.unit), "")
    spelling = next(iter(match_unit(text)), UnitSpelling(text, 1.0))
    if are_answers(chain.from_iterable(answers)):
        spelling = UnitSpelling(SHARE, 1.0)
    elif in_ranges or any(map(are_ratings, answers)):
        spelling = UnitSpelling(LEVEL, 1.0)
    elif is_share(spelling.unit):
        spelling = UnitSpelling(text, 1.0)
    name = columns[0].name
    known = load_indicators().get(match_indicator(name) or "")
    said = match_code("better", next((column.better for column in columns if column.better), ""))
    defined = Indicator(
        key=key,
        label=_name(name, in_ranges=in_ranges) if name else column_label("personal", VALUE),
        unit=spelling.unit,
        dimension=known.dimension if known else choose_dimension(name, spelling.unit),
        better=Better(said) if said else known.better if known else Better.NEITHER,
        aggregation="mean",
    )
    return defined, spelling.factor


def _name(name: str, *, in_ranges: bool) -> Text:
    """What is measured; levels of ranges say so, so that nobody takes them for the amounts."""
    as_levels = code_label("measured_as", "ranges")
    return Text(f"{name} ({as_levels.th})", f"{name} ({as_levels.en})") if in_ranges else Text(name, name)


def _list_filled(column: _Column) -> Values:
    return column.cells.values[column.mine & ~find_blank(column.cells)]


def _read(column: _Column, indicator: Indicator, factor: float, scale: Sequence[Band]) -> tuple[Part, Problems]:
    """The observations of a column; a cell that cannot be read is not known, and said."""
    rows, mine = column.rows, column.mine
    cells = Cells(
        column.cells.file, column.cells.sheet, column.cells.column, rows.lines[mine], column.cells.values[mine]
    )
    values, problems = read_values(cells, indicator.unit, scale)
    if factor > 1:
        values = np.where(find_own_units(cells), values / factor, values)
    told_by = (place_of(rows), rows.ids.take(mine), values * factor, rows.lines[mine], cells.column)
    return Part(indicator.key, column.round, *told_by), problems
