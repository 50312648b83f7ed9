"""Income sheets → ``member_income``: baht per month for each amount cell; blank or unreadable is unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
import pandas as pd

from dictionary.nouns import Round
from ingest.amounts import (
    SOURCE,
    has_sources,
    list_amounts,
    name_source,
)
from ingest.blank_sources import find_zeros, note_zeros
from ingest.blanks import find_blank
from ingest.cells import Cells, Labels, Mask, list_codes, report
from ingest.clean import Floats, Problems, clean_codes
from ingest.currencies import drop_currencies
from ingest.income_months import read_months
from ingest.income_names import INDICATOR, name_income
from ingest.income_notes import (
    ask_period,
    note_currencies,
    note_periods,
    note_scales,
    note_sources,
    state_months,
    state_row_scale,
)
from ingest.income_repeats import are_said_elsewhere, drop_copies, read_source
from ingest.income_words import MONTHS
from ingest.jumps import report_jumps
from ingest.matching import HeaderMatch
from ingest.months import are_months
from ingest.own_units import read_baht
from ingest.parts import Part
from ingest.person_groups import TRAITS, read_traits
from ingest.results import TableResult, has_round, key_cells, place_of, rounds_of
from ingest.row_kinds import AVERAGE, TOTAL, is_filled, read_kind
from ingest.rows import Rows, take_cells

UNKNOWN = np.nan
NOWHERE = np.array([], dtype=np.intp)  # rows


def read_income(sheets: Sequence[Rows], waves: Sequence[Round], members: Collection[str]) -> TableResult:
    """Income per month of every row and round; ``members`` are the ids on the member lists (empty: no list)."""
    sheets, repeats = drop_copies([_drop_totals(rows) for rows in sheets])
    results = [_read_sheet(rows, waves, _read_traits(rows, waves, members)) for rows in sheets]
    parts = tuple(chain.from_iterable(parts for parts, _ in results))
    named = name_income((rows, _list_all(rows)) for rows in sheets) if parts else {}
    problems = chain.from_iterable(problems for _, problems in results)
    strangers = chain.from_iterable(_report_strangers(rows, members) for rows in sheets) if members else ()
    return TableResult(parts, (*problems, *strangers, *repeats, *report_jumps(parts, waves)), tuple(sheets), named)


def _drop_totals(rows: Rows) -> Rows:
    """The rows without a member's total ("รวม") where the sources it adds up stand on rows of their own."""
    source = read_source(rows)
    kinds = [read_kind(name, of_people=True) in {TOTAL, AVERAGE} for name in source.names]
    total = np.array([*kinds, False], dtype=bool)[source.codes]
    detailed = np.isin(rows.ids.codes, rows.ids.codes[~total])
    return rows.keep(~(total & detailed), TOTAL)


def _read_sheet(
    rows: Rows, waves: Sequence[Round], told: tuple[dict[str, Labels], Problems]
) -> tuple[tuple[Part, ...], Problems]:
    spoken = [wave for wave in waves if wave.key in rounds_of(rows) and has_round(rows, "amount", wave.key)]
    months, problems = _read_months(rows)
    traits, odd_traits = told
    groups = {**traits, SOURCE: read_source(rows)}
    parts, found = [], [problems, odd_traits]
    by_round = {wave.key: list_amounts(rows.found, wave.key) for wave in spoken}
    by_month = {key: same for key, same in by_round.items() if are_months(match.header for match in same)}
    for round_key, same in by_month.items():
        monthly, odd = read_months(rows, round_key, same, groups)
        parts += monthly
        found.append(odd)
    headed = [(key, match) for key, same in by_round.items() if key not in by_month for match in same]
    zeros = {key: find_zeros(rows, same) for key, same in by_round.items() if key not in by_month}
    for round_key, match in headed:
        cells = take_cells(rows.found, match, rows.kept)
        amounts, odd = read_baht(drop_currencies(cells), state_row_scale(rows, match))
        amounts[zeros[round_key].get(match.position, NOWHERE)] = 0.0
        values = amounts / _fill_months(rows, match, months)
        found.append(odd)
        own = {**traits, SOURCE: _name_all(rows, match)} if has_sources(rows.found) else groups
        said = ~are_said_elsewhere(rows, cells, own[SOURCE])
        sides = {key: labels.take(said) for key, labels in own.items()}
        told_by = (place_of(rows), rows.ids.take(said), values[said], rows.lines[said], cells.column)
        parts.append(Part(INDICATOR, round_key, *told_by, groups=sides))
    matches = list(dict.fromkeys(match for _, match in headed))
    found += [_report_gaps(rows, by_round[key], known) for key, known in zeros.items()]
    scaled = note_scales(rows, [*matches, *(same[0] for same in by_month.values())])
    return tuple(parts), (*chain.from_iterable(found), *_note(rows, matches, zeros.values()), *scaled)


def _note(rows: Rows, matches: Sequence[HeaderMatch], zeros: Iterable[Mapping[int, Mask]]) -> Problems:
    """What is said of the periods, sources and currencies of amounts, and of blanks taken for 0."""
    return (
        *ask_period(rows, matches),
        *note_periods(rows, matches),
        *note_sources(rows),
        *chain.from_iterable(note_zeros(rows, one) for one in zeros),
        *note_currencies(rows, matches),
    )


def _read_traits(rows: Rows, waves: Sequence[Round], members: Collection[str]) -> tuple[dict[str, Labels], Problems]:
    """The groups of each row's person, where there is no list of members to state them."""
    stated = {match.column for match in rows.found.matches} & TRAITS
    return read_traits(rows, waves) if stated and not members else ({}, ())


def _report_gaps(rows: Rows, matches: Sequence[HeaderMatch], zeros: Mapping[int, Mask]) -> Problems:
    """A problem for each blank beside amounts of the same round, but those known to be 0: the sum is not known then.

    Of a sign or a word for nothing it is said already that it may mean 0.
    """
    cells = [take_cells(rows.found, match, rows.kept) for match in matches]
    blank = np.array([find_blank(one) for one in cells]).reshape(len(cells), len(rows.kept))
    told = np.array([zeros.get(match.position, np.zeros(len(rows.kept), dtype=bool)) for match in matches])
    gaps = blank & ~blank.all(axis=0) & ~told.reshape(blank.shape)
    pairs = zip(cells, gaps, strict=True)
    return tuple(chain.from_iterable(report("amount_gap", one, mask & ~_find_filled(one)) for one, mask in pairs))


def _find_filled(cells: Cells) -> Mask:
    codes, uniques = cells.uniques()
    return np.array([is_filled(value) for value in uniques] + [False], dtype=bool)[codes]


def _name_all(rows: Rows, match: HeaderMatch) -> Labels:
    """The source that a header names, for every row."""
    return Labels(np.zeros(len(rows.kept), dtype=np.intp), (name_source(match.header),))


def _read_months(rows: Rows) -> tuple[Floats, Problems]:
    """The months that each row says its amounts stand for; NaN where the row does not say."""
    cells = rows.cells("period")
    if cells is None:
        return np.full(len(rows.kept), UNKNOWN), ()
    labels, problems = clean_codes(cells, "period", "period_not_known")
    months = np.array([MONTHS[name] for name in labels.names] + [UNKNOWN])[labels.codes]
    if any(state_months(rows, match) for match in _list_all(rows)):
        return months, problems
    silent = find_blank(cells) & _has_amount(rows)
    return months, (*problems, *report("period_of_row_unknown", cells, silent, list_codes("period")))


def _has_amount(rows: Rows) -> Mask:
    """Which rows have an amount in any round."""
    filled = [~find_blank(take_cells(rows.found, match, rows.kept)) for match in _list_all(rows)]
    return np.logical_or.reduce(filled, axis=0) if filled else np.zeros(len(rows.kept), dtype=bool)


def _list_all(rows: Rows) -> list[HeaderMatch]:
    """The headers of the amounts of all rounds that the sheet can speak of."""
    return [match for round_key in rounds_of(rows) for match in list_amounts(rows.found, round_key)]


def _fill_months(rows: Rows, match: HeaderMatch, months: Floats) -> Floats:
    """The months of each row; where the row does not say, those that the header or the sheet states."""
    stated = state_months(rows, match)
    return np.where(np.isnan(months), stated, months) if stated else months


def _report_strangers(rows: Rows, members: Collection[str]) -> Problems:
    """A problem for the first row of each id that no member list has."""
    known = np.array([name in members for name in rows.ids.names] + [True], dtype=bool)
    strange = ~known[rows.ids.codes]
    if not strange.any():
        return ()
    first = strange & ~pd.Series(rows.ids.codes).duplicated().to_numpy()
    return report("unknown_member", key_cells(rows), first)
