"""How sure a social return is: one thing entered at a time (tornado), and all at once (draws at random).

The value map states no ranges, so the spreads below are assumptions, said wherever the range is. All are triangular,
with the value entered in the middle. Errors of judgement lean one way: a deduction is drawn once for all lines; a
quantity is drawn for each line, a proxy once for all lines that share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from analysis.sroi.present_value import Basis, Floats, Terms, present_values
from analysis.sroi.results import Factor
from analysis.sroi.value_map import DEDUCTIONS, Outcome
from dictionary.squash import squash

DRAWS = 10_000
SEED = 2562
LEVEL = (2.5, 97.5)  # per cent of the draws below the ends of the range
SPREADS = {"quantity": 0.10, "proxy": 0.25}  # ± share of the value entered
POINTS = 0.10  # ± of each deduction and of the drop-off, in percentage points, never below 0 or above 100 %
YEARS = 1.0  # ± years of duration, never below one year (one way only: not drawn)
BLOCK = 64  # lines drawn at once


def take_terms(outcomes: Sequence[Outcome]) -> Terms:
    """The priced outcomes as arrays, one place for each."""
    columns = [
        [one.quantity or 0.0, one.proxy_thb or 0.0, *map(one.share, DEDUCTIONS), one.duration, one.start]
        for one in outcomes
    ]
    return Terms(*np.array(columns, dtype=np.float64).reshape(-1, 8).T)


def group_proxies(outcomes: Sequence[Outcome]) -> npt.NDArray[np.intp]:
    """A number for each line: lines of the same proxy at the same value share one; one without a name is its own."""
    names = [(squash(one.proxy), one.proxy_thb) if one.proxy else (str(i), None) for i, one in enumerate(outcomes)]
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.array([places[name] for name in names], dtype=np.intp)


def simulate(terms: Terms, proxies: npt.NDArray[np.intp], basis: Basis, rng: np.random.Generator) -> Iterator[Floats]:
    """The present values of ``DRAWS`` draws, a block of lines at a time: (draws, lines of the block)."""
    shared = {key: getattr(terms, key) + POINTS * _draw(rng, 1) for key in DEDUCTIONS}
    drawn = _draw(rng, int(proxies.max()) + 1 if len(proxies) else 0)
    for first in range(0, len(proxies), BLOCK):
        part = slice(first, first + BLOCK)
        own = _draw(rng, len(proxies[part]))
        some = Terms(
            quantity=terms.quantity[part] * (1 + SPREADS["quantity"] * own),
            proxy=terms.proxy[part] * (1 + SPREADS["proxy"] * drawn[:, proxies[part]]),
            **{key: np.clip(values[:, part], 0, 1) for key, values in shared.items()},
            duration=terms.duration[part],
            start=terms.start[part],
        )
        yield present_values(some, basis)


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
    base = present_values(terms, basis)
    of_lines = (
        *_vary_lines("quantity", [(one.outcome, one.quantity or 0.0) for one in outcomes], base),
        *_vary_proxies(outcomes, base),
    )
    together = [*(_vary_shares(key, terms, basis) for key in DEDUCTIONS), _vary_years(terms, basis)]
    ends = [*of_lines, *together, _vary_rate(terms, basis)]
    factors = [replace(one, at_low=one.at_low / inputs, at_high=one.at_high / inputs) for one in ends]
    return tuple(sorted((one for one in factors if one.swing > 1e-9), key=lambda one: -one.swing))


def _vary_lines(kind: str, named: Sequence[tuple[str, float]], base: Floats) -> Iterator[Factor]:
    """Each line alone: its value moves as the quantity or the proxy does."""
    spread, total = SPREADS[kind], float(base.sum())
    for (name, value), own in zip(named, base, strict=True):
        ends = (value * (1 - spread), value * (1 + spread))
        yield Factor(kind, name, *ends, float(total - own * spread), float(total + own * spread))


def _vary_proxies(outcomes: Sequence[Outcome], base: Floats) -> Iterator[Factor]:
    """Each proxy alone, in all lines that share it."""
    groups = group_proxies(outcomes)
    firsts = [outcomes[int(np.flatnonzero(groups == place)[0])] for place in range(len(set(groups.tolist())))]
    sums = np.bincount(groups, weights=base, minlength=len(firsts)).astype(np.float64)
    yield from _vary_lines("proxy", [(one.proxy or one.outcome, one.proxy_thb or 0.0) for one in firsts], sums)


def _vary_shares(key: str, terms: Terms, basis: Basis) -> Factor:
    """One deduction, in all lines at once."""
    values = getattr(terms, key)
    totals = [_sum(replace(terms, **{key: np.clip(values + step, 0, 1)}), basis) for step in (-POINTS, POINTS)]
    return Factor(key, "", -POINTS, POINTS, *totals)


def _vary_years(terms: Terms, basis: Basis) -> Factor:
    totals = [
        _sum(replace(terms, duration=np.maximum(terms.duration + step, np.minimum(terms.duration, YEARS))), basis)
        for step in (-YEARS, YEARS)
    ]
    return Factor("duration_years", "", -YEARS, YEARS, *totals)


def _vary_rate(terms: Terms, basis: Basis) -> Factor:
    """No discount at all, and twice the rate."""
    ends = (0.0, 2 * basis.rate)
    return Factor("discount_rate", "", *ends, *(_sum(terms, replace(basis, rate=rate)) for rate in ends))


def _sum(terms: Terms, basis: Basis) -> float:
    return float(present_values(terms, basis).sum())
