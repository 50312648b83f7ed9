"""How sure a social return is: one thing entered at a time (tornado), and all at once (draws at random).

What the sheet states as lowest and highest is used; else the spreads below are assumptions. Both are said wherever the
range is. All are triangular, and the value entered is the likeliest. Errors of judgement lean one way: a deduction is
drawn once for all lines; a quantity is drawn for each line, a proxy once for all lines that share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from analysis.sroi.present_value import Basis, Floats, Terms, present_values
from analysis.sroi.results import Factor
from analysis.sroi.value_map import DEDUCTIONS, Outcome
from analysis.sroi.yearly import read_yearly
from dictionary.squash import squash

DRAWS = 10_000
SEED = 2562
LEVEL = (2.5, 97.5)  # per cent of the draws below the ends of the range
SPREADS = {"quantity": 0.10, "proxy": 0.25}  # ± share of the value entered
POINTS = 0.10  # ± of each deduction and of the drop-off, in percentage points, never below 0 or above 100 %
YEARS = 1.0  # ± years of duration, never below one year (one way only: not drawn)
BLOCK = 64  # lines drawn at once
KINDS = {"proxy_thb": "proxy"}  # columns that are called otherwise among the terms
Ends = dict[str, tuple[Floats, Floats]]  # of each line the lowest and the highest value, by the name of the term


def take_terms(outcomes: Sequence[Outcome]) -> Terms:
    """The priced outcomes as arrays, one place for each."""
    columns = [
        [one.quantity or 0.0, one.proxy_thb or 0.0, *map(one.share, DEDUCTIONS), one.duration, one.start]
        for one in outcomes
    ]
    terms = Terms(*np.array(columns, dtype=np.float64).reshape(-1, 8).T)
    return replace(terms, profile=_take_profile(outcomes))


def _take_profile(outcomes: Sequence[Outcome]) -> Floats:
    """What part of its value each line is worth in each year; behind years that are told one by one there is none."""
    profile = np.ones((1 + max((len(one.yearly) for one in outcomes), default=0), len(outcomes)))
    for line, one in enumerate(outcomes):
        if one.yearly:
            profile[:, line] = 0.0
            profile[: len(one.yearly), line] = one.yearly
    return profile


def group_proxies(outcomes: Sequence[Outcome]) -> npt.NDArray[np.intp]:
    """A number for each line: lines of the same proxy at the same value share one; one without a name is its own."""
    names = [(squash(one.proxy), one.proxy_thb) if one.proxy else (str(i), None) for i, one in enumerate(outcomes)]
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.array([places[name] for name in names], dtype=np.intp)


def take_ends(outcomes: Sequence[Outcome], terms: Terms) -> Ends:
    """The lowest and highest value of each line: as the sheet states it, else as assumed (deductions not yet cut)."""
    spreads = {key: spread * getattr(terms, key) for key, spread in SPREADS.items()}
    spreads |= {key: np.full_like(terms.quantity, POINTS) for key in DEDUCTIONS}
    ends = {key: (getattr(terms, key) - spread, getattr(terms, key) + spread) for key, spread in spreads.items()}
    proxies = group_proxies(outcomes)
    whole = np.array([read_yearly(one.record) is not None for one in outcomes], dtype=np.bool_)
    ends["quantity"] = (np.where(whole, 1.0, ends["quantity"][0]), np.where(whole, 1.0, ends["quantity"][1]))
    for i, one in enumerate(outcomes):
        for column, (low, high) in one.stated.items():
            lines = proxies == proxies[i] if column == "proxy_thb" else np.arange(len(outcomes)) == i
            for side, value in zip(ends[KINDS.get(column, column)], (low, high), strict=True):
                side[lines] = value
    return ends


def simulate(outcomes: Sequence[Outcome], basis: Basis, rng: np.random.Generator) -> Iterator[Floats]:
    """The present values of ``DRAWS`` draws, a block of lines at a time: (draws, lines of the block)."""
    terms, proxies = take_terms(outcomes), group_proxies(outcomes)
    ends = take_ends(outcomes, terms)
    drawn = {key: _draw(rng, 1) for key in DEDUCTIONS}
    of_proxies = _draw(rng, int(proxies.max()) + 1 if len(proxies) else 0)
    for first in range(0, len(proxies), BLOCK):
        part = slice(first, first + BLOCK)
        draws = drawn | {"quantity": _draw(rng, len(proxies[part])), "proxy": of_proxies[:, proxies[part]]}
        values = {
            key: _place(draw, ends[key][0][part], getattr(terms, key)[part], ends[key][1][part])
            for key, draw in draws.items()
        }
        cut = {key: np.clip(values[key], 0, 1) for key in DEDUCTIONS}
        rest = {"duration": terms.duration[part], "start": terms.start[part], "profile": terms.profile[:, part]}
        yield present_values(Terms(**values | cut | rest), basis)


def _place(draws: Floats, low: Floats, mode: Floats, high: Floats) -> Floats:
    """Draws from −1 to 1 → draws of the triangular distribution of each line, at the same quantile."""
    values = np.asarray(mode + draws * (high - mode), dtype=np.float64)
    uneven = ~np.isclose(high - mode, mode - low)
    if not uneven.any():
        return values
    low, mode, high = low[uneven], mode[uneven], high[uneven]
    own = draws if draws.shape[1] == 1 else draws[:, uneven]
    below = np.where(own < 0, (1 + own) ** 2 / 2, 1 - (1 - own) ** 2 / 2)
    left, right = (low + np.sqrt(below * (high - low) * (mode - low))), (1 - below) * (high - low) * (high - mode)
    values[:, uneven] = np.where(below * (high - low) < mode - low, left, high - np.sqrt(right))
    return values


def _draw(rng: np.random.Generator, lines: int) -> Floats:
    """Draws of the triangular distribution from −1 to 1: the sum of two uniform ones."""
    first, second = rng.random((2, DRAWS, lines))
    return np.asarray(first + second - 1, dtype=np.float64)


def span_of(values: Floats) -> tuple[tuple[float, float], ...]:
    """The ends between which 95 % of the draws lie, for each column of (draws, lines)."""
    low, high = np.percentile(values, LEVEL, axis=0)
    return tuple((float(one), float(other)) for one, other in zip(np.atleast_1d(low), np.atleast_1d(high), strict=True))


def list_factors(outcomes: Sequence[Outcome], basis: Basis, inputs: float) -> tuple[Factor, ...]:
    """The bars of the tornado, the widest first; what changes nothing has none."""
    terms = take_terms(outcomes)
    ends, base = take_ends(outcomes, terms), present_values(terms, basis)
    lines = [np.array([i]) for i in range(len(outcomes))]
    groups = group_proxies(outcomes)
    sharing = [np.flatnonzero(groups == place) for place in range(len(set(groups.tolist())))]
    found = [
        *(_vary_lines("quantity", some, outcomes, (terms, ends, base)) for some in lines),
        *(_vary_lines("proxy", some, outcomes, (terms, ends, base)) for some in sharing),
        *(factor for key in DEDUCTIONS for factor in _vary_shares(key, outcomes, (terms, ends), basis)),
        _vary_years(terms, basis),
        _vary_rate(terms, basis),
    ]
    factors = [replace(one, at_low=one.at_low / inputs, at_high=one.at_high / inputs) for one in found]
    return tuple(sorted((one for one in factors if one.swing > 1e-9), key=lambda one: -one.swing))


def _vary_lines(
    kind: str, some: npt.NDArray[np.intp], outcomes: Sequence[Outcome], what: tuple[Terms, Ends, Floats]
) -> Factor:
    """Lines that move as one: their value moves as the quantity or the proxy does."""
    terms, ends, base = what
    first, value = outcomes[int(some[0])], float(getattr(terms, kind)[some[0]])
    total, own = float(base.sum()), float(base[some].sum())
    low, high = (float(side[some[0]]) for side in ends[kind])
    at_low, at_high = (total + own * (end / value - 1) if value else total for end in (low, high))
    column = "proxy_thb" if kind == "proxy" else kind
    name = _name_proxy(first, outcomes) if kind == "proxy" else first.outcome
    return Factor(kind, name, low, high, at_low, at_high, any(column in outcomes[int(i)].stated for i in some))


def _name_proxy(one: Outcome, outcomes: Sequence[Outcome]) -> str:
    """The name of a proxy; where it has other values in other lines, with what it values in this one."""
    values = {other.proxy_thb for other in outcomes if squash(other.proxy) == squash(one.proxy)}
    if len(values) > 1 or not one.proxy:
        return f"{one.proxy} · {one.outcome}" if one.proxy else one.outcome
    return one.proxy


def _vary_shares(key: str, outcomes: Sequence[Outcome], what: tuple[Terms, Ends], basis: Basis) -> Iterator[Factor]:
    """One deduction: in all lines at once for which the sheet states no range, and in each that has one."""
    terms, ends = what
    stated = np.array([key in one.stated for one in outcomes], dtype=np.bool_)

    def find_total(side: int, lines: npt.NDArray[np.bool_]) -> float:
        values = np.clip(np.where(lines, ends[key][side], getattr(terms, key)), 0, 1)
        return _sum(replace(terms, **{key: values}), basis)

    yield Factor(key, "", -POINTS, POINTS, find_total(0, ~stated), find_total(1, ~stated), rest=bool(stated.any()))
    for i in map(int, np.flatnonzero(stated)):
        low, high = (float(side[i]) for side in ends[key])
        alone = np.arange(len(outcomes)) == i
        yield Factor(key, outcomes[i].outcome, low, high, find_total(0, alone), find_total(1, alone), stated=True)


def _vary_years(terms: Terms, basis: Basis) -> Factor:
    totals = [
        _sum(replace(terms, duration=np.maximum(terms.duration + step, np.minimum(terms.duration, YEARS))), basis)
        for step in (-YEARS, YEARS)
    ]
    return Factor("duration_years", "", -YEARS, YEARS, totals[0], totals[1])


def _vary_rate(terms: Terms, basis: Basis) -> Factor:
    """No discount at all, and twice the rate."""
    ends = (0.0, 2 * basis.rate)
    at_low, at_high = (_sum(terms, replace(basis, rate=rate)) for rate in ends)
    return Factor("discount_rate", "", *ends, at_low, at_high)


def _sum(terms: Terms, basis: Basis) -> float:
    return float(present_values(terms, basis).sum())
