"""What is wrong with the sheets of material flows and factors when their rows are seen together, with the cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.evidence.material.factors import names_flow, read_factors
from analysis.evidence.material.flows import DRY, FRESH, TABLE, Flow, read_unplaced
from analysis.evidence.material.uses import GUESSED
from analysis.evidence.material.weighed import Excess, Weighed, is_circular
from analysis.evidence.material.whole import group_flows
from dictionary.load import code_label
from dictionary.load_indicators import unit_label
from dictionary.nouns import Problem, Round, Source
from dictionary.records import Record
from i18n import Language, Text
from i18n.numbers import write_number

NOTHING = Text("", "")


def find_material_problems(records: Sequence[Record], rounds: Sequence[Round]) -> tuple[Problem, ...]:
    """Every fault of the flows in every round, and of the factors."""
    return tuple(_find(records, [one.key for one in rounds]))


def _find(records: Sequence[Record], keys: Sequence[str]) -> Iterator[Problem]:
    yield from _find_negative(records, keys)
    for flow in read_unplaced(records, keys):
        yield _make("flow_no_origin", flow.sources, flow.target)
    groups = group_flows(records, keys)
    for flows in groups:
        yield from _find_assumed(flows)
        yield from _find_uses(flows)
        yield from _find_wetter(flows)
        for basis in (FRESH, DRY):
            yield from _find_unbalanced(flows, basis, keys)
    for factor in read_factors(records):
        if factor.is_ranged is False:
            yield _make("factor_range", factor.sources, factor.name)
        if not any(names_flow(factor, flow.ends[1], flow.use) for flows in groups for flow in flows):
            yield _make("factor_no_flow", factor.named_at, factor.name, Text(factor.applies_to, factor.applies_to))


def _find_negative(records: Sequence[Record], keys: Sequence[str]) -> Iterator[Problem]:
    for record in records:
        for key in keys if record.table == TABLE else ():
            if (record.number("mass", key) or 0) < 0:
                yield _make("flow_negative", [record.source(("mass", key))], record.text("mass", key))


def _find_unbalanced(flows: Sequence[Flow], basis: str, keys: Sequence[str]) -> Iterator[Problem]:
    for key in keys:
        weighed = Weighed(flows, basis, key)
        if is_circular(weighed):
            own = [flow for flow in flows if flow.basis == basis]
            yield _make("flow_circle", _cells(own), ", ".join(dict.fromkeys(flow.origin for flow in own)))
            return
        for excess in weighed.list_excess():
            yield _tell_excess(excess, key)


def _tell_excess(excess: Excess, key: str) -> Problem:
    cells = [source for flow in excess.flows if key in flow.weights for source in flow.weights[key].sources]
    told = f"{write_number(excess.kg_out)} > {write_number(excess.kg_in)}"
    kg = unit_label("kg")
    name = excess.flows[0].origin or excess.flows[0].target
    return _make("flow_more_out", cells, name, Text(*(f"{told} {kg[language]}" for language in Language)))


def _find_assumed(flows: Sequence[Flow]) -> Iterator[Problem]:
    blank = [flow for flow in flows if flow.assumed]
    if blank:
        yield _make("flow_basis_blank", _cells(blank), str(len(blank)))


def _find_uses(flows: Sequence[Flow]) -> Iterator[Problem]:
    """What the rows do not say of how the material ends: told from its name, by its price, or not known."""
    divided = {flow.ends[0] for flow in flows}
    ends = [flow for flow in flows if flow.ends[1] not in divided]
    for flow in ends:
        if not flow.use:
            yield _make("flow_use_unknown", flow.sources, flow.target)
        elif flow.how_known != "stated":
            code = "flow_use_guessed" if flow.how_known == GUESSED else "flow_use_valued"
            yield _make(code, flow.sources, flow.target, code_label("flow_use", flow.use))


def _find_wetter(flows: Sequence[Flow]) -> Iterator[Problem]:
    """What was weighed fresh although it is a part of something that was only weighed dry."""
    made = {basis: {flow.ends[1] for flow in flows if flow.basis == basis} for basis in (FRESH, DRY)}
    for flow in flows:
        if (
            flow.basis == FRESH
            and flow.ends[0] in made[DRY] - made[FRESH]
            and any(flow.kg(key) for key in flow.weights)
        ):
            yield _make("flow_fresh_of_dry", flow.sources, flow.target, Text(flow.origin, flow.origin))


def _cells(flows: Iterable[Flow]) -> list[Source]:
    return [source for flow in flows for source in flow.sources]


def _make(code: str, sources: Iterable[Source], found: str, allowed: Text = NOTHING) -> Problem:
    """A problem at some cells; of several sheets the first is named."""
    places = list(sources)
    file, sheet = (places[0].file, places[0].sheet) if places else ("", "")
    ranges = tuple(r for one in places if (one.file, one.sheet) == (file, sheet) for r in one.ranges)
    return Problem(code, file, sheet, ", ".join(ranges), found=found, allowed=allowed, cells=ranges)
