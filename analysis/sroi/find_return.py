"""A value map and the choices made → its social return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.findings import Finding
from analysis.sroi.checks import check_sums
from analysis.sroi.doubts import find_dominant, find_income_lines, list_caveats
from analysis.sroi.present_value import (
    Basis,
    Floats,
    Terms,
    count_years,
    discount_factors,
    keep_share,
    present_values,
    yearly_impacts,
)
from analysis.sroi.ranges import SEED, list_factors, simulate, span_of, take_terms
from analysis.sroi.results import FROM_CHOICE, FROM_DEFAULT, FROM_SHEET, Line, Simulation, SocialReturn
from analysis.sroi.settings import DEFAULT_RATE, USUAL, Settings
from analysis.sroi.value_map import PRICED, Outcome, ValueMap


def find_return(
    value_map: ValueMap,
    settings: Settings = USUAL,
    findings: Sequence[Finding] = (),
    rng: np.random.Generator | None = None,
) -> SocialReturn:
    """The social return; ``findings`` are what else the project counts, beside which income must not be counted twice.

    ``rng`` draws the range, by default one of a fixed seed, so that the same sheet always says the same.
    """
    basis, said_by = _choose_basis(value_map, settings)
    priced = value_map.of_status(PRICED)
    terms = take_terms(priced)
    found = SocialReturn(
        value_map=value_map,
        timing=basis.timing,
        combination=basis.combination,
        discount_rate=basis.rate,
        rate_from=said_by,
        lines=_list_lines(priced, terms, basis),
        inputs_thb=sum(one.amount for one in value_map.inputs) if value_map.inputs else None,
        present_value=float(present_values(terms, basis).sum()),
        problems=check_sums(priced, basis.combination),
    )
    ranged = _add_range(_add_ratio(found), basis, rng)
    doubted = replace(
        ranged, dominant=find_dominant(ranged.lines), income_lines=find_income_lines(ranged.lines, findings)
    )
    return replace(doubted, caveats=list_caveats(doubted))


def revalue(found: SocialReturn, settings: Settings, findings: Sequence[Finding] = ()) -> SocialReturn:
    """The same value map with other choices."""
    return find_return(found.value_map, settings, findings)


def _choose_basis(value_map: ValueMap, settings: Settings) -> tuple[Basis, str]:
    """The choices, and whether the discount rate was chosen, stands on a sheet, or is the usual one."""
    if settings.discount_rate is not None:
        rate, said_by = settings.discount_rate, FROM_CHOICE
    elif value_map.rate is not None:
        rate, said_by = value_map.rate, FROM_SHEET
    else:
        rate, said_by = DEFAULT_RATE, FROM_DEFAULT
    return Basis(settings.combination, settings.timing, rate), said_by


def _list_lines(priced: Sequence[Outcome], terms: Terms, basis: Basis) -> tuple[Line, ...]:
    if not priced:
        return ()
    impacts = yearly_impacts(terms, basis.combination)
    discounted = impacts * discount_factors(terms, basis)
    values, gross, kept = discounted.sum(axis=0), terms.quantity * terms.proxy, keep_share(terms, basis.combination)
    wholes = (float(values[values > 0].sum()), float(values[values < 0].sum()))
    return tuple(
        Line(
            outcome=one,
            gross=float(gross[i]),
            kept=float(kept[i]),
            impacts=_take_years(impacts, terms, i),
            discounted=_take_years(discounted, terms, i),
            present_value=float(values[i]),
            share=float(values[i] / whole) if (whole := wholes[int(values[i] < 0)]) else None,
        )
        for i, one in enumerate(priced)
    )


def _take_years(values: Floats, terms: Terms, line: int) -> tuple[float, ...]:
    """The years that one line lasts."""
    own = replace(terms, duration=terms.duration[line : line + 1])
    return tuple(float(value) for value in values[: count_years(own), line])


def _add_ratio(found: SocialReturn) -> SocialReturn:
    """The ratio and what would bring it to 1; none where nothing is known to have been put in, or nothing is priced."""
    if not found.inputs_thb or found.inputs_thb < 0 or not found.lines:
        return found
    ratio = found.present_value / found.inputs_thb
    lines = tuple(replace(one, break_even=_break_even(one, found)) for one in found.lines)
    lost = 1 - 1 / ratio if ratio > 0 else None
    return replace(found, ratio=ratio, lines=lines, break_even=lost)


def _break_even(line: Line, found: SocialReturn) -> float | None:
    """The value of a line's proxy at which the ratio is 1; None where no value above 0 does it."""
    needed = (found.inputs_thb or 0.0) - (found.present_value - line.present_value)
    proxy = line.outcome.proxy_thb or 0.0
    value = needed / line.present_value * proxy if line.present_value else -1.0
    return value if value > 0 else None


def _add_range(found: SocialReturn, basis: Basis, given: np.random.Generator | None) -> SocialReturn:
    """The range of the ratio and of each line, from draws, and the tornado."""
    if not found.lines:
        return found
    priced, rng = [line.outcome for line in found.lines], given or np.random.default_rng(SEED)
    blocks = [(block.sum(axis=1), span_of(block)) for block in simulate(priced, basis, rng)]
    totals = np.sum([total for total, _ in blocks], axis=0)
    spans = [span for _, block in blocks for span in block]
    ((low, high),) = span_of(totals[:, np.newaxis])
    ranged = replace(
        found,
        lines=tuple(replace(line, range=span) for line, span in zip(found.lines, spans, strict=True)),
        present_value_range=(low, high),
        simulation=Simulation(None if given else SEED, totals),
    )
    if found.ratio is None or not found.inputs_thb:
        return ranged
    span = (low / found.inputs_thb, high / found.inputs_thb)
    return replace(ranged, range=span, tornado=list_factors(priced, basis, found.inputs_thb))
