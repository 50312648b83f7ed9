"""In which prices the amounts of the findings stand, as JSON."""

from __future__ import annotations

from typing import Any

from analysis import Prices
from analysis.findings import Findings
from analysis.prices import PriceLevel
from figures.prices import write_prices
from i18n import Language


def tell_prices(findings: Findings, language: Language) -> dict[str, Any] | None:
    """What was asked for and what amounts are in; the year of the prices; every index used, with its base and source.

    Years are C.E.; ``factor`` is what an amount of the round was multiplied by (1 where nothing is adjusted).
    """
    prices = findings.prices
    if prices is None:
        return None
    keys = [one.round for one in prices.levels]
    return {
        "kind": prices.kind.value,
        "asked": prices.asked.value,
        "years": prices.years,
        "base": prices.base or None,
        "own_series": prices.is_own,
        "indices": [
            {"year": one.year, "index": one.index, "base": one.base, "source": one.source, "taken": one.taken or None}
            for one in prices.used(keys)
        ],
        "rounds": [_tell_level(prices, level) for level in prices.levels],
        "missing": prices.problem.code if prices.problem else None,
        "note": write_prices(prices, language, keys) or None,
    }


def _tell_level(prices: Prices, level: PriceLevel) -> dict[str, Any]:
    return {
        "round": level.round,
        "years": [{"year": year, "share": share} for year, share in level.years],
        "index": level.index,
        "factor": prices.factors.get(level.round) if prices.is_real else 1.0,
    }
