"""Of which material each flow is: what the rows say, else what they hang together with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.evidence.material.flows import Flow
from dictionary.squash import squash


def name_resources(flows: Sequence[Flow]) -> Iterator[Flow]:
    """The flows with the material that each is of: rows without its name are of the one they hang together with.

    Two rows hang together where one takes what the other gives; a common end such as a dump joins nothing. Where no
    row of them names the material it is called after what they begin with.
    """
    named = list(dict.fromkeys(flow.resource for flow in flows if flow.resource))
    spelled = {squash(name): name for name in reversed(named)}
    parts = {} if len(spelled) == 1 else _list_parts(flows)
    for flow in flows:
        name = spelled[squash(flow.resource)] if flow.resource else "".join(spelled.values()) if not parts else ""
        yield replace(flow, resource=name or _name_part(parts[flow.ends[0]], flows))


def _list_parts(flows: Sequence[Flow]) -> dict[str, frozenset[str]]:
    """For each thing that something is made of, all those that it hangs together with."""
    parts = {flow.ends[0]: frozenset({flow.ends[0]}) for flow in flows}
    for flow in flows:
        if flow.ends[1] in parts:
            joined = parts[flow.ends[0]] | parts[flow.ends[1]]
            parts |= dict.fromkeys(joined, joined)
    return parts


def _name_part(part: frozenset[str], flows: Sequence[Flow]) -> str:
    """What the rows call the material, or what they begin with: behind a lone source (a garden) what it gives."""
    own = [flow for flow in flows if flow.ends[0] in part]
    names = dict.fromkeys(flow.resource for flow in own if flow.resource)
    if len(names) == 1:
        return next(iter(names))
    made = {flow.ends[1] for flow in own}
    begins = [flow for flow in own if flow.ends[0] not in made] or own
    if len(begins) == 1 and begins[0].ends[1] in part:
        return begins[0].target
    return ", ".join(dict.fromkeys(flow.origin or flow.target for flow in begins))
