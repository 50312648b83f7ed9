"""Material flows as JSON: each material on each basis, balanced in both rounds; estimates only where asked for."""

from __future__ import annotations

from analysis.evidence import Evidence
from analysis.evidence.material import Avoided, Balance, Flow, Material, Weight
from dictionary.nouns import BASELINE, ENDLINE
from reports.finding_json import Json, tell_source


def tell_flows(evidence: Evidence | None) -> list[Json]:
    """One item a material and basis; kg and baht are for one unit of it, rates 0–1, None is not known."""
    return [_material(material) for material in evidence.materials] if evidence else []


def tell_avoided(evidence: Evidence | None) -> list[Json]:
    """One item a factor and material: a range for one unit of it, below 0 where more is lost than before."""
    return [_avoided(one) for one in evidence.avoided] if evidence else []


def _material(material: Material) -> dict[str, Json]:
    rounds = dict(zip((BASELINE, ENDLINE), material.balances, strict=True))
    return {
        "resource": material.resource,
        "basis": material.basis,
        "unit": "kg",
        "whole_weighed": material.is_whole,
        "rounds": {key: _balance(balance) for key, balance in rounds.items()},
        "links": [_flow(flow, material) for flow in material.flows],
        "caveats": material.caveats,
        "sources": [tell_source(source) for source in material.sources],
    }


def _balance(balance: Balance) -> dict[str, Json]:
    return {
        "round": balance.round,
        "mass_in": _trim(balance.mass_in),
        "mass_used": _trim(balance.mass_used),
        "mass_dumped_or_burned": _trim(balance.mass_lost),
        "mass_unaccounted": _trim(balance.mass_unaccounted),
        "use_rate": _trim(balance.use_rate),
        "by_use": {use: _trim(kg) for use, kg in balance.by_use.items()},
        "value_thb": balance.value_thb,
        "values_unknown": balance.values_unknown,
        "missing": balance.missing or None,
    }


def _flow(flow: Flow, material: Material) -> dict[str, Json]:
    rounds = {key: flow.weights.get(one.round) for key, one in zip((BASELINE, ENDLINE), material.balances, strict=True)}
    return {
        "from": flow.origin or None,
        "to": flow.target,
        "use": flow.use or None,
        "use_known_by": flow.how_known or None,
        "how_weighed": flow.how_weighed or None,
        **{key: _weight(weight) for key, weight in rounds.items()},
    }


def _weight(weight: Weight | None) -> Json:
    if weight is None:
        return None
    return {"kg": weight.kg, "thb": weight.baht, "n": weight.n, "sd": weight.sd, "interval": weight.interval}


def _avoided(avoided: Avoided) -> dict[str, Json]:
    factor = avoided.factor
    return {
        "factor": factor.name,
        "applies_to": factor.applies_to,
        "resource": avoided.resource or None,
        "basis": factor.basis,
        "kg_before": avoided.kg_before,
        "kg_after": avoided.kg_after,
        "avoided_low": _trim(avoided.low),
        "avoided_central": _trim(avoided.central),
        "avoided_high": _trim(avoided.high),
        "unit": factor.unit,
        "factor_source": factor.source,
        "caveats": avoided.caveats,
        "missing": avoided.missing or None,
        "sources": [tell_source(source) for source in avoided.sources],
    }


def _trim(value: float | None) -> float | None:
    """Without the last digits, which sums of decimal fractions leave behind."""
    return None if value is None else round(value, 9)
