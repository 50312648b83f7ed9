"""One material on one basis, balanced in two rounds: what the page, the pictures and the JSON tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from analysis.evidence.material.balance import Balance, add_unplaced, balance_round
from analysis.evidence.material.flows import DRY, FRESH, WHOLE, Flow, read_flows, read_unplaced
from analysis.evidence.material.resources import name_resources
from dictionary.nouns import Round, Source
from dictionary.records import Record
from dictionary.squash import squash


@dataclass(frozen=True, slots=True)
class Material:
    """What becomes of one unit of ``resource`` by its ``basis`` (fresh or dry); ``balances`` are before and after.

    ``is_whole``: the whole was weighed by itself, so that what is lost at its first division shows as unaccounted;
    else what goes in is but the sum of what came out of it. ``names`` say how each thing is called, by its squashed
    name. ``unplaced`` are flows whose rows do not say of what they are.
    """

    resource: str
    basis: str
    flows: tuple[Flow, ...]
    balances: tuple[Balance, Balance]
    is_whole: bool
    names: Mapping[str, str]
    unplaced: tuple[Flow, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of all its rows."""
        return tuple(dict.fromkeys(source for flow in self.flows for source in flow.sources))


def find_materials(records: Sequence[Record], rounds: tuple[Round, Round]) -> tuple[Material, ...]:
    """Each material of the sheets in the order of its first row, fresh before dry."""
    keys = [one.key for one in rounds]
    unplaced = read_unplaced(records, keys)
    return tuple(
        _add_unplaced(_balance(flows, basis, keys), unplaced)
        for flows in group_flows(records, keys)
        for basis in (FRESH, DRY)
        if any(flow.basis == basis for flow in flows)
    )


def group_flows(records: Sequence[Record], keys: Sequence[str]) -> tuple[tuple[Flow, ...], ...]:
    """The flows of each material, fresh and dry together, in the order of the sheet."""
    flows = tuple(name_resources(read_flows(records, keys)))
    order = {name: place for place, name in enumerate(dict.fromkeys(squash(flow.resource) for flow in flows))}

    def place(flow: Flow) -> int:
        return order[squash(flow.resource)]

    return tuple(tuple(group) for _, group in groupby(sorted(flows, key=place), place))


def _balance(flows: Sequence[Flow], basis: str, keys: Sequence[str]) -> Material:
    own = tuple(flow for flow in flows if flow.basis == basis)
    first, last = (balance_round(flows, basis, key) for key in keys)
    return Material(own[0].resource, basis, own, (first, last), _is_whole(own), _name_things(own))


def _add_unplaced(material: Material, flows: Sequence[Flow]) -> Material:
    """The material with the flows that may be of it: on its basis, and named after it or after nothing."""
    own = {"", squash(material.resource)}
    unplaced = tuple(one for one in flows if one.basis == material.basis and squash(one.resource) in own)
    first, last = (add_unplaced(balance, unplaced) for balance in material.balances)
    return replace(material, balances=(first, last), unplaced=unplaced)


def _name_things(flows: Sequence[Flow]) -> dict[str, str]:
    names = {flow.ends[1]: flow.target for flow in reversed(flows)}
    return names | {flow.ends[0]: flow.origin for flow in reversed(flows) if flow.origin}


def _is_whole(flows: Sequence[Flow]) -> bool:
    """Whether each beginning gives one thing that is then divided: its weight is that of the whole."""
    made, divided = {flow.ends[1] for flow in flows}, {flow.ends[0] for flow in flows}
    begins = [flow for flow in flows if flow.ends[0] not in made]
    alone = len({flow.ends[0] for flow in begins}) == len(begins)
    return alone and all(flow.ends[0].startswith(WHOLE) or flow.ends[1] in divided for flow in begins)
