"""The balance of one material in one round on one basis: what goes in, where it ends, and what nobody can account for.

At each thing that is made into others, what comes out is at most what goes in (within ``TOLERANCE``, for weights are
rounded); the rest is unaccounted. Fresh and dry weights are never added: what becomes dry weight ends the balance of
the fresh ("changed"), and a balance of its own begins there. Where one thing becomes both, how much fresh weight was
dried and how much is unaccounted cannot be told apart ("mixed").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.evidence.material.flows import Flow, Way
from analysis.evidence.material.uses import LOST, USED
from analysis.evidence.material.weighed import Kilograms, Weighed, add_known, add_up, is_circular

UNACCOUNTED, UNWEIGHED, UNSTATED = "unaccounted", "unweighed", "unstated"
CHANGED, MIXED = "changed", "mixed"  # became dry weight; that and what is unaccounted, which cannot be told apart


@dataclass(frozen=True, slots=True)
class Band:
    """Part of the material on its way: kg from one thing to another, by their squashed names.

    ``use`` is how it ends, a code of ``flow_use`` or ``flow_end``, and "" where the target is made into something else.
    What has no row of its own (unaccounted, changed, unweighed) has no target. ``sources`` are its cells.
    """

    origin: str
    target: str
    use: str
    kg: Kilograms
    flow: Flow | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """Kilograms for one unit of the material in one round; None is not known.

    ``by_use`` holds what ends in each way. ``missing`` is a code of the codelist ``reason`` where the whole cannot be
    worked out (then ``mass_unaccounted`` and ``use_rate`` are None). ``value_thb`` is the sum of the baht that are
    known of what ends here, ``values_unknown`` how many ends that are put to use have a weight and no price.
    """

    round: str
    mass_in: Kilograms = None
    mass_used: Kilograms = None
    mass_unaccounted: Kilograms = None
    use_rate: float | None = None
    by_use: Mapping[str, Kilograms] = field(default_factory=dict)
    value_thb: float | None = None
    values_unknown: int = 0
    bands: tuple[Band, ...] = ()
    missing: str = ""

    @property
    def mass_lost(self) -> Kilograms:
        """What is dumped or burned; not known where nothing is known of the material."""
        if self.missing and not self.by_use:
            return None
        return add_known(self.by_use.get(use, 0.0) for use in LOST)


def add_unplaced(balance: Balance, unplaced: Sequence[Flow]) -> Balance:
    """The balance with weights of which nobody says of what they are.

    How they end is counted. Whether they are part of what went in is not known, so neither is what share is used or
    what is unaccounted for.
    """
    weighed = [(flow.use or UNSTATED, flow.kg(balance.round)) for flow in unplaced if flow.kg(balance.round) != 0]
    if not weighed or balance.missing:
        return balance
    by_use = add_up((*balance.by_use.items(), *weighed))
    used = add_known(by_use.get(use, 0.0) for use in USED)
    told = replace(balance, by_use=by_use, mass_used=used, missing="flow_no_origin")
    return replace(told, use_rate=None, mass_unaccounted=None)


def balance_round(flows: Sequence[Flow], basis: str, round_key: str) -> Balance:
    """The balance of a material (all its flows) on one basis."""
    weighed = Weighed(flows, basis, round_key)
    if is_circular(weighed):
        return Balance(round_key, missing="flow_circle")
    if not any(round_key in flow.weights for flow in weighed.flows.values()):
        return Balance(round_key, missing="flow_not_weighed")
    bands = _list_bands(weighed)
    ends = [band for band in bands if band.use]
    by_use = add_up((band.use, band.kg) for band in ends if band.use not in {UNACCOUNTED, UNWEIGHED})
    mass_in = add_known(weighed.into(node) for node in weighed.nodes if weighed.is_root(node))
    used = add_known(by_use.get(use, 0.0) for use in USED)
    missing = _find_missing(weighed, mass_in, used)
    value, unpriced = _add_values(ends, round_key)
    return Balance(
        round=round_key,
        mass_in=mass_in,
        mass_used=used,
        mass_unaccounted=None if missing else _find_unaccounted(mass_in, by_use),
        use_rate=None if missing or not mass_in or used is None else min(1.0, used / mass_in),
        by_use=by_use,
        value_thb=value,
        values_unknown=unpriced,
        bands=() if missing == "flow_more_out" else bands,
        missing=missing,
    )


def _find_unaccounted(mass_in: Kilograms, by_use: Mapping[str, Kilograms]) -> Kilograms:
    """What went in less all that is known to end somewhere; not known where dried weight hides it."""
    known = add_known(by_use.values())
    return None if mass_in is None or known is None or by_use.get(MIXED) else max(0.0, mass_in - known)


def _find_missing(weighed: Weighed, mass_in: Kilograms, used: Kilograms) -> str:
    if any(weighed.list_excess()):
        return "flow_more_out"
    if mass_in is None or used is None:
        return "flow_not_weighed"
    return "" if mass_in else "flow_nothing"


def _list_bands(weighed: Weighed) -> tuple[Band, ...]:
    """Every flow with how it ends, and what is left over at each thing."""
    bands = [Band(way[0], way[1], _end(weighed, way), kg, weighed.flows[way]) for way, kg in weighed.kg.items()]
    for node in weighed.nodes:
        rest = weighed.rest(node)
        if rest is None and not weighed.is_root(node):
            bands.append(Band(node, "", UNWEIGHED, _guess_rest(weighed, node)))
        elif rest:
            bands.append(Band(node, "", MIXED if weighed.changes(node) else UNACCOUNTED, rest))
    return tuple(bands)


def _guess_rest(weighed: Weighed, node: str) -> Kilograms:
    """What is left for the flows that were not weighed and whatever is unaccounted, together."""
    kg_in = weighed.into(node)
    known = sum(kg or 0.0 for ends, kg in weighed.kg.items() if ends[0] == node)
    return None if kg_in is None else max(0.0, kg_in - known)


def _end(weighed: Weighed, way: Way) -> str:
    """How a flow ends; "" where its target is made into something else on the same basis."""
    if way[1] in weighed.nodes:
        return ""
    if way[1] in weighed.elsewhere:  # dried further on, unless nothing was in this round
        return CHANGED if weighed.changes(way[1]) else UNACCOUNTED
    return weighed.flows[way].use or UNSTATED


def _add_values(ends: Sequence[Band], round_key: str) -> tuple[float | None, int]:
    """The baht of what ends here, and how many ends lack it: on its way a thing would be counted twice."""
    final = [band for band in ends if band.use not in {CHANGED, UNACCOUNTED}]
    priced = [(b, b.flow.weights[round_key].baht) for b in final if b.flow and round_key in b.flow.weights]
    known = [baht for _, baht in priced if baht is not None]
    return (sum(known) if known else None), sum(baht is None and b.use in USED and b.kg != 0 for b, baht in priced)
