"""Summary sheets → typed observations: one for each value and target of an indicator."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import isclose

import numpy as np

from dictionary.load_indicators import (
    find_unit,
    is_same_amount,
    is_share,
    load_indicators,
    unit_label,
)
from dictionary.nouns import TARGET, Indicator, Problem, Round
from i18n import Text
from ingest.cells import Cells, Labels, Mask
from ingest.clean import Floats, Problems, clean_codes, clean_numbers, clean_texts
from ingest.definitions import Definition, SummaryRow, define, report_unsaid
from ingest.duplicates import drop_repeated
from ingest.headings import read_dimensions
from ingest.indicator_names import match_name, read_name
from ingest.own_units import find_own_units
from ingest.parts import Part
from ingest.periods import drop_year
from ingest.project_groups import GROUP
from ingest.ratings import hear_rows
from ingest.results import TableResult, has_round, header_range, key_cells, place_of, rounds_of
from ingest.rows import Rows
from ingest.settled_groups import part_summary, report_summary
from ingest.shares import find_percent_signs, scale_shares
from ingest.units_beside import clean_figures

CUSTOM, MONEY = "custom_", "money"
CODED = ("dimension", "better")


@dataclass(frozen=True)
class Figures:
    """The figures of one sheet: the cells and numbers of each round, and of the target; ``rated`` rows are points."""

    cells: Mapping[str, Cells]
    numbers: Mapping[str, Floats]
    rated: Mask


def read_summary(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """The figures of every row in the indicator's unit (shares 0–1); a second row of an indicator is left out."""
    keyed, names = _name_indicators(sheets)
    rows, repeated = drop_repeated(keyed, "duplicate_indicator", _part_rows)
    parts: list[Part] = []
    problems: list[Problems] = [repeated]
    defined: dict[str, Indicator] = {}
    factors_before: dict[str, float] = {}
    for one in rows:
        figures, odd = _read_figures(one, waves)
        definitions, asked = _define_rows(one, figures, names)
        clashes = _find_clashes(one, definitions, defined)
        figures = _keep_own(figures, definitions)
        factors = np.array([np.nan if place in clashes else d.factor for place, d in enumerate(definitions)], float)
        shares = np.array([is_share(d.indicator.unit) for d in definitions], dtype=bool)
        scaled, doubtful = _scale(one, figures, (factors, shares))
        scaled = {key: _share_out(values) for key, values in scaled.items()} if one.found.by_month else scaled
        parts += _list_parts(one, figures, scaled)
        converted = tuple(_find_converted(one, definitions, factors_before, clashes))
        problems += [odd, asked, tuple(clashes.values()), converted, doubtful, report_summary(one)]
        factors_before = {one.indicator.key: one.factor for one in definitions} | factors_before
        defined = {definition.indicator.key: definition.indicator for definition in definitions} | defined
    new = {key: indicator for key, indicator in defined.items() if load_indicators().get(key) != indicator}
    return TableResult(tuple(parts), tuple(chain.from_iterable(problems)), tuple(rows), new)


def _part_rows(rows: Rows) -> Labels:
    """The sides of a summary; of one by month each row is a part of its own."""
    if not rows.found.by_month:
        return part_summary(rows)
    return Labels(np.arange(len(rows.kept), dtype=np.intp), tuple(map(str, range(len(rows.kept)))))


def _share_out(values: Floats) -> Floats:
    """What each month adds to the mean of those that are known."""
    told: Floats = values / max(1, int((~np.isnan(values)).sum()))
    return told


def _name_indicators(sheets: Sequence[Rows]) -> tuple[list[Rows], dict[str, str]]:
    """The sheets with keys of indicators as ids, and the typed name of each; unknown names get keys of their own."""
    names: dict[str, str] = {}
    own: dict[str, str] = {}
    keyed = []
    for rows in sheets:
        labels = clean_texts(key_cells(rows))
        keys = [
            match_name(name) or own.setdefault(read_name(name).key, f"{CUSTOM}{len(own) + 1}") for name in labels.names
        ]
        names = {key: read_name(name).text for key, name in zip(keys, labels.names, strict=True)} | names
        distinct = list(dict.fromkeys(keys))
        codes = np.array([distinct.index(key) for key in keys] + [-1], dtype=np.intp)[labels.codes]
        keyed.append(replace(rows, ids=Labels(codes, tuple(distinct))))
    return keyed, names


def _read_figures(rows: Rows, waves: Sequence[Round]) -> tuple[Figures, Problems]:
    """The numbers of each round and of the target, and the words that are not known in the other columns."""
    spoken = [wave.key for wave in waves if wave.key in rounds_of(rows) and has_round(rows, "value", wave.key)]
    columns = {key: rows.cells("value", key) for key in spoken} | {TARGET: rows.cells("target")}
    units = rows.cells("unit")
    cells, rated, noted = hear_rows({key: one for key, one in columns.items() if one is not None}, units)
    read = {key: clean_figures(one, units) for key, one in cells.items()}
    coded = [clean_codes(one, column)[1] for column in CODED if (one := rows.cells(column))]
    sizes = {one.column: one for key in spoken if (one := rows.cells("n", key))}
    odd_sizes = [clean_numbers(one)[1] for one in sizes.values()]
    problems = chain(noted, *(odd for _, odd in read.values()), *odd_sizes, *coded)
    return Figures(cells, {key: numbers for key, (numbers, _) in read.items()}, rated), tuple(problems)


def _keep_own(figures: Figures, definitions: Sequence[Definition]) -> Figures:
    """The figures, with those of cells that say their own unit divided by what their row's unit multiplies them by."""
    is_money = [find_unit(one.indicator.unit).kind == MONEY for one in definitions]
    times = np.array([one.factor if money else 1.0 for one, money in zip(definitions, is_money, strict=True)], float)
    numbers = {
        key: np.where(find_own_units(figures.cells[key]), own / np.maximum(times, 1.0), own)
        for key, own in figures.numbers.items()
    }
    return replace(figures, numbers=numbers) if (times > 1).any() else figures


def _define_rows(rows: Rows, figures: Figures, names: Mapping[str, str]) -> tuple[list[Definition], Problems]:
    percent = [find_percent_signs(cells) for cells in figures.cells.values()]
    signs = np.logical_or.reduce(percent, axis=0) if percent else np.zeros(len(rows.kept), dtype=bool)
    keys = [rows.ids.names[code] for code in rows.ids.codes]
    said = read_dimensions(rows)
    lines = [
        SummaryRow(place, key, names[key], has_percent=bool(signs[place]), is_rated=bool(rated), dimension=said[place])
        for place, (key, rated) in enumerate(zip(keys, figures.rated, strict=True))
    ]
    found = [define(rows, line) for line in lines]
    definitions = [definition for definition, _ in found]
    if rows.found.is_years:
        return definitions, () if rows.found.judged or rows.found.is_turned else (_note_rows(rows),)
    asked = chain.from_iterable(asked for _, asked in found)
    return definitions, (*asked, *report_unsaid(rows, definitions))


def _note_rows(rows: Rows) -> Problem:
    """One note for all rows of a table of names, in place of one for what each row does not state."""
    code = "name_table" if rows.found.given else "name_table_without_unit"
    code = "months_averaged" if rows.found.by_month else code
    measure = next(match.header for match in rows.found.matches if match.column == "value")
    said = Text(*[" ".join(drop_year(measure).split())] * 2)
    return Problem(code, *place_of(rows), cell=header_range(rows), found=f"{len(rows.kept):,}", allowed=said)


def _scale(rows: Rows, figures: Figures, unit: tuple[Floats, Mask]) -> tuple[dict[str, Floats], Problems]:
    """The values in their units; a unit of the header holds for all rows, so one value above 1 settles the scale."""
    factors, shares = unit
    is_settled = rows.found.is_years and any((numbers > 1).any() for numbers in figures.numbers.values())
    if is_settled and not any(find_percent_signs(cells).any() for cells in figures.cells.values()):
        return {key: numbers * factors for key, numbers in figures.numbers.items()}, ()
    return scale_shares(figures.cells, figures.numbers, factors, shares)


def _find_clashes(
    rows: Rows, definitions: Sequence[Definition], defined: Mapping[str, Indicator]
) -> dict[int, Problem]:
    """Rows whose unit differs from that of the same indicator on an earlier sheet: their values are not used."""
    clashes = {}
    for place, definition in enumerate(definitions):
        earlier = defined.get(definition.indicator.key)
        if earlier and not is_same_amount(earlier.unit, definition.indicator.unit):
            cells = rows.cells("unit") or key_cells(rows)
            found, allowed = unit_label(definition.indicator.unit).th, unit_label(earlier.unit)
            clashes[place] = cells.problem("unit_differs_between_rounds", place, found, allowed)
    return clashes


def _find_converted(
    rows: Rows, definitions: Sequence[Definition], before: Mapping[str, float], clashes: Container[int]
) -> Iterator[Problem]:
    """Rows whose values are taken times another factor than on an earlier sheet: the same unit after converting."""
    for place, definition in enumerate(definitions):
        earlier = before.get(definition.indicator.key, definition.factor)
        if place in clashes or isclose(earlier, definition.factor):
            continue
        cells = rows.cells("unit") or key_cells(rows)
        found, unit = f"{definition.factor:g} : {earlier:g}", unit_label(definition.indicator.unit)
        yield cells.problem("unit_converted_between_rounds", place, found, unit)


def _list_parts(rows: Rows, figures: Figures, scaled: Mapping[str, Floats]) -> list[Part]:
    """The observations of each round; a blank target is no target."""
    parts = []
    whole = Labels(np.zeros(len(rows.kept), dtype=np.intp), ("",))
    sides = part_summary(rows)
    for round_key, values in scaled.items():
        wanted = ~np.isnan(values) if round_key == TARGET else np.ones(len(values), dtype=bool)
        sizes = rows.cells("n", round_key) if round_key != TARGET else None
        n = clean_numbers(sizes)[0] if sizes else np.full(len(values), np.nan)
        column = figures.cells[round_key].column
        part = Part(
            rows.ids.take(wanted),
            round_key,
            place_of(rows),
            whole.take(wanted),
            values[wanted],
            rows.lines[wanted],
            column,
            n[wanted],
            typed=True,
            groups={GROUP: sides.take(wanted)} if sides.codes.any() else {},
        )
        parts.append(part)
    return parts
