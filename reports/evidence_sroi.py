"""The social return in JSON: the ratio never without its range and the choices under it; each line step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.sroi import Factor, Input, Line, Outcome, SocialReturn
from analysis.sroi.ranges import LEVEL, POINTS, SPREADS
from analysis.sroi.value_map import DEDUCTIONS
from dictionary.nouns import Source

if TYPE_CHECKING:
    from reports.finding_json import Json


def tell_social_return(found: SocialReturn | None) -> Json:
    """Everything of the social return; None where no sheet holds a value map. Money is in baht, shares are 0–1."""
    if found is None:
        return None
    return {
        "ratio": found.ratio,
        "range": found.range,
        "net_present_value": found.net_present_value,
        "present_value": found.present_value,
        "present_value_range": found.present_value_range,
        "inputs": found.inputs_thb,
        "currency": found.value_map.currency or "THB",
        "timing": found.timing.value,
        "combination": found.combination.value,
        "discount_rate": found.discount_rate,
        "discount_rate_from": found.rate_from,
        "simulation": _simulation(found),
        "break_even_share": found.break_even,
        "tornado": [_factor(one) for one in found.tornado],
        "lines": [_line(one) for one in found.lines],
        "held": [_set_aside(one) for one in found.held],
        "excluded": [_set_aside(one) for one in found.excluded],
        "input_lines": [_input(one) for one in found.value_map.inputs],
        "dominant_proxy": found.dominant or None,
        "counted_beside_income": [one.outcome.outcome for one in found.income_lines],
        "caveats": found.caveats,
        "sources": [_source(source) for source in found.sources],
    }


def _simulation(found: SocialReturn) -> Json:
    """How the range was drawn, so that anybody can draw it again."""
    drawn = found.simulation
    if drawn is None:
        return None
    below = float((drawn.totals < found.inputs_thb).mean()) if found.inputs_thb else None
    spreads: dict[str, Json] = {key: f"+/-{spread:g} of the value entered" for key, spread in SPREADS.items()}
    spreads |= dict.fromkeys(DEDUCTIONS, f"+/-{POINTS:g}, 0 to 1, one draw for all lines")
    return {
        "draws": drawn.draws,
        "seed": drawn.seed,
        "level": (LEVEL[1] - LEVEL[0]) / 100,
        "distribution": "triangular",
        "spreads": spreads,
        "share_below_1": below,
    }


def _factor(one: Factor) -> Json:
    ends = {
        "low": one.low,
        "high": one.high,
        "ratio_at_low": one.at_low,
        "ratio_at_high": one.at_high,
        "stated": one.stated,
    }
    return {"kind": one.kind, "of": one.name or None, **ends}


def _line(line: Line) -> Json:
    one = line.outcome
    entered: dict[str, Json] = {key: one.shares[place] for place, key in enumerate(DEDUCTIONS)}
    return {
        **_named(one),
        "indicator": one.indicator or None,
        "evidence": one.evidence or None,
        "quantity": one.quantity,
        "stated_ranges": {key: list(ends) for key, ends in one.stated.items()},
        "proxy": one.proxy or None,
        "proxy_thb": one.proxy_thb,
        "proxy_source": one.proxy_source or None,
        "duration_years": one.duration,
        "start": one.start,
        **entered,
        "zero_reason": one.zero_reason or None,
        "gross": line.gross,
        "deducted_share": 1 - line.kept,
        "impacts": line.impacts,
        "present_values": line.discounted,
        "present_value": line.present_value,
        "range": line.range,
        "share": line.share,
        "break_even_proxy_thb": line.break_even,
        "sources": [_source(one.source)],
    }


def _set_aside(one: Outcome) -> Json:
    return {**_named(one), "reason": one.reason or None, "missing": one.missing, "sources": [_source(one.source)]}


def _named(one: Outcome) -> dict[str, Json]:
    return {"stakeholder": one.stakeholder or None, "outcome": one.outcome or None}


def _input(one: Input) -> Json:
    what = {"stakeholder": one.stakeholder or None, "input": one.what or None, "amount": one.amount}
    return {**what, "sources": [_source(one.source)]}


def _source(source: Source) -> Json:
    ranges: Sequence[str] = source.ranges
    return {"file": source.file, "sheet": source.sheet, "ranges": ranges}
