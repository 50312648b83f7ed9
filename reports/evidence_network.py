"""The network of partners as JSON: who supports whom in which stage with what, and what rests on one of them."""

from __future__ import annotations

from analysis.evidence.dependence import Dependence, Largest
from analysis.evidence.network import Network, Partner, Tie
from reports.finding_json import Json, tell_source


def tell_network(network: Network | None) -> Json:
    """Partners, ties and dependence in codes; a name that looks like a person's is left out (null)."""
    if network is None:
        return None
    numbers = {id(partner): number for number, partner in enumerate(network.partners)}
    first, last = network.dependence
    return {
        "partners": [_tell_partner(partner) for partner in network.partners],
        "ties": [_tell_tie(tie, numbers[id(tie.partner)]) for tie in network.ties],
        "caveats": network.caveats,
        "dependence": {"baseline": _tell_dependence(first), "endline": _tell_dependence(last)},
    }


def _tell_partner(partner: Partner) -> Json:
    return {"name": partner.name or None, "sector": partner.sector or None, **_tell_sides(partner)}


def _tell_tie(tie: Tie, number: int) -> Json:
    """``partner`` is the place of the partner in the list; ``receiver`` null is the whole group."""
    about = {"partner": number, "kind": tie.kind or None, "stage": tie.stage or None, "receiver": tie.receiver or None}
    return {**about, **_tell_sides(tie)}


def _tell_sides(one: Partner | Tie) -> dict[str, Json]:
    return {
        "status": one.status.value,
        "present": {"baseline": one.present[0], "endline": one.present[1]},
        "value": {"baseline": one.value[0], "endline": one.value[1]},
        "sources": [tell_source(source) for source in one.sources],
    }


def _tell_dependence(one: Dependence) -> Json:
    return {
        "value": one.value,
        "partners_known": one.known,
        "partners_unknown": one.unknown,
        "ties": one.ties,
        "largest_by_value": _tell_largest(one.by_value),
        "largest_by_ties": _tell_largest(one.by_ties),
        "equal_partners": one.equal_partners,
        "caveats": one.caveats,
        "sources": [tell_source(source) for source in one.sources],
    }


def _tell_largest(largest: Largest | None) -> Json:
    if largest is None:
        return None
    return {
        "name": largest.name or None,
        "sector": largest.sector or None,
        "share": largest.share,
        "equals": largest.equals,
    }
