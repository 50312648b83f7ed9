"""What each row of a summary sheet defines: an indicator of the dictionary or one of the user's own, with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dictionary.load import code_label, match_code
from dictionary.load_indicators import (
    SHARE,
    UnitSpelling,
    find_unit,
    is_same_amount,
    is_share,
    load_indicators,
    match_unit,
    unit_label,
)
from dictionary.load_methods import load_measures
from dictionary.nouns import Better, Dimension, Indicator, Problem
from dictionary.squash import squash
from i18n import Text
from ingest.blanks import is_blank
from ingest.cells import NOTHING, Cells, list_codes, list_ranges, write_cell
from ingest.clean import MOST_WORDS
from ingest.dimension_words import choose_dimension
from ingest.header_units import name_money
from ingest.income_names import INDICATOR, name_typed_income
from ingest.indicator_names import read_name
from ingest.mapping import JUDGED
from ingest.ratings import SCORE
from ingest.results import key_cells
from ingest.rows import Rows

PER_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Definition:
    """The indicator of one row and what a typed value is multiplied by (0.01 under per cent).

    ``unsaid`` are the columns of which it says nothing, dimension and better.
    """

    indicator: Indicator
    factor: float
    unit_is_typed: bool
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One row: its place among the rows, the key and the name of its indicator, whether a value is typed with %.

    ``is_rated``: its values are points of a rating. ``dimension`` is what a heading above says, "" where none does.
    """

    place: int
    key: str
    label: str
    has_percent: bool
    is_rated: bool = False
    dimension: str = ""


def define(rows: Rows, row: SummaryRow) -> tuple[Definition, tuple[Problem, ...]]:
    """The indicator of a row. Where the sheet differs from the dictionary, the sheet is followed and it is said."""
    known = load_indicators().get(row.key)
    texts = {column: _read_text(rows.cells(column), row.place) for column in ("unit", "dimension", "better")}
    texts |= _read_around(rows, row, texts)
    money = "" if known or texts["unit"] or row.has_percent else name_money(row.label)
    spelling = _choose_unit(texts["unit"] or money, known, row)
    if known is None:
        texts |= _read_judged(rows, row, texts)
        defined = _define_own(row, spelling.unit, texts)
        problems: tuple[Problem, ...] = () if texts["unit"] or row.has_percent else (_ask_unit(rows, row),)
    else:
        defined = replace(_follow_sheet(known, spelling.unit, texts), label=_name(row, known))
        problems = tuple(_report_differences(rows, row, known, defined))
    unsaid = () if known else tuple(column for column in JUDGED if not texts[column])
    return Definition(defined, spelling.factor, bool(texts["unit"]), unsaid), problems


def report_unsaid(rows: Rows, definitions: Sequence[Definition]) -> Iterator[Problem]:
    """One problem for all rows of a sheet that lack the same. Words that are not known are said with their column."""
    for unsaid in sorted({one.unsaid for one in definitions if one.unsaid}):
        cells = (rows.cells(unsaid[0]) if len(unsaid) == 1 else None) or key_cells(rows)
        places = np.array([one.unsaid == unsaid for one in definitions])
        names = list(dict.fromkeys(write_cell(name) for name in key_cells(rows).values[places]))
        found = "”, “".join(names[:MOST_WORDS]) + (" …" if len(names) > MOST_WORDS else "")
        allowed = list_codes(unsaid[0]) if len(unsaid) == 1 else NOTHING
        ranges = list_ranges(cells, places)
        yield Problem(f"{'_and_'.join(unsaid)}_not_stated", cells.file, cells.sheet, ranges, found, allowed)


def _name(row: SummaryRow, known: Indicator) -> Text:
    """The user's own words where they are not those of the form; an indicator counted from rows keeps its name.

    Income is called no more than the words say of it.
    """
    is_form = squash(row.label) in {squash(known.label.th), squash(known.label.en)}
    counted = any(measure.indicator == known.key for measure in load_measures())
    if known.key == INDICATOR and not is_form:
        return name_typed_income(row.label)
    return known.label if is_form or counted else Text(row.label, row.label)


def _read_judged(rows: Rows, row: SummaryRow, texts: Mapping[str, str]) -> dict[str, str]:
    """What somebody said of an indicator where its row says nothing: of it by name, else of every other one."""
    said = {squash(one.name): one for one in rows.found.judged}
    own = [one for name in (squash(_read_typed(rows, row)), squash(row.label), "") if (one := said.get(name))]
    codes = {key: next((code for one in own if (code := getattr(one, key))), "") for key in JUDGED}
    return {key: code for key, code in codes.items() if code and not texts[key]}


def _read_around(rows: Rows, row: SummaryRow, texts: Mapping[str, str]) -> dict[str, str]:
    """What the row's name and the heading above it say where its own cells do not: its unit, its dimension.

    The unit of a name is of its row alone, so it goes before one that a header or a title gives all rows; not before
    per cent, which are of what the name says.
    """
    unit = read_name(_read_typed(rows, row)).unit or (SCORE if row.is_rated and not texts["unit"] else "")
    is_percent = any(is_share(one.unit) for one in match_unit(texts["unit"]))
    has_own = is_percent or (rows.found.find("unit") is not None and texts["unit"])
    around = {"unit": "" if has_own else unit, "dimension": "" if texts["dimension"] else row.dimension}
    return {key: text for key, text in around.items() if text}


def _read_typed(rows: Rows, row: SummaryRow) -> str:
    """The name of a row as it stands in its cell."""
    return write_cell(key_cells(rows).values[row.place])


def _read_text(cells: Cells | None, place: int) -> str:
    value = cells.values[place] if cells else ""
    return "" if is_blank(value) else write_cell(value)


def _choose_unit(text: str, known: Indicator | None, row: SummaryRow) -> UnitSpelling:
    """The unit of a row: as typed, in the indicator's own meaning if it can be; else the indicator's.

    Tonnes typed without a word on fresh or dry stay tonnes where the indicator is told in tonnes of fresh weight.
    """
    if text:
        spellings = match_unit(text)
        broader = find_unit(known.unit).broader if known else ""
        own = [spelling for spelling in spellings if known and spelling.unit == (broader or known.unit)]
        return next(iter((*own, *spellings)), UnitSpelling(text, 1.0))
    if known and not is_share(known.unit):
        return UnitSpelling(known.unit, 1.0)
    return UnitSpelling(SHARE, PER_CENT) if known or row.has_percent else UnitSpelling("", 1.0)


def _define_own(row: SummaryRow, unit: str, texts: Mapping[str, str]) -> Indicator:
    """An indicator that the user's sheet defines; without a dimension it stands where its name or unit belongs."""
    dimension = match_code("dimension", texts["dimension"])
    better = match_code("better", texts["better"])
    return Indicator(
        key=row.key,
        label=Text(row.label, row.label),
        unit=unit,
        dimension=Dimension(dimension) if dimension else choose_dimension(row.label, unit),
        better=Better(better) if better else Better.NEITHER,
    )


def _follow_sheet(known: Indicator, unit: str, texts: Mapping[str, str]) -> Indicator:
    dimension, better = (match_code(column, texts[column]) for column in ("dimension", "better"))
    return replace(
        known,
        unit=unit,
        dimension=Dimension(dimension) if dimension else known.dimension,
        better=Better(better) if better else known.better,
    )


def _ask_unit(rows: Rows, row: SummaryRow) -> Problem:
    cells = rows.cells("unit") or key_cells(rows)
    if money := name_money(row.label):
        return cells.problem("unit_by_name", row.place, row.label, unit_label(money))
    return cells.problem("unit_not_stated", row.place, row.label, unit_label("person"))


def _report_differences(rows: Rows, row: SummaryRow, known: Indicator, defined: Indicator) -> Iterator[Problem]:
    pairs = {
        "unit": (known.unit, defined.unit, unit_label(known.unit)),
        "dimension": (known.dimension, defined.dimension, code_label("dimension", known.dimension)),
        "better": (known.better, defined.better, code_label("better", known.better)),
    }
    for column, (before, now, label) in pairs.items():
        cells = rows.cells(column) or key_cells(rows)
        if before != now and not (column == "unit" and is_same_amount(before, now)):
            yield cells.problem(f"{column}_differs", row.place, write_cell(cells.values[row.place]), label)
