"""The words and the table of a material: how much of one unit is put to use, how it was weighed, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.evidence.material import Balance, Band, Flow, Material, Weight
from dictionary.load import code_label
from figures.materials import name_use, write_pair
from figures.told import Told
from figures.values import write_share
from figures.verbs import COUNTED, say_moves
from figures.wording import ARROW
from i18n import Language, Text, word
from i18n.numbers import write_number

UNLIKE = 1.25  # times
NOBODY_ELSE = ("W01",)  # no comparison group
HEADS = ("from", "to", "use", "kg_before", "kg_after", "thb_before", "thb_after")
WEIGHED = ("n_before", "n_after", "sd_before", "sd_after", "low_after", "high_after", "how", "cells")


def tell_flows(material: Material) -> tuple[Told, ...]:
    """Every flow with its weights, how it was weighed and its cells; nobody else was weighed to compare with."""
    return tuple(_tell_flow(flow, material) for flow in material.flows)


def _tell_flow(flow: Flow, material: Material) -> Told:
    name, how = f"{flow.origin} {ARROW} {flow.target}".strip(), flow.how_weighed
    first, last = ((flow.weights.get(one.round) or Weight(kg=0.0)).kg for one in material.balances)
    values = Text(*(write_pair((first, last), language) for language in Language))
    return Told(Text(name, name), values, Text(how, how), flow.sources, (*NOBODY_ELSE, *material.caveats))


def title_material(material: Material, language: Language) -> str:
    """What share of one unit is put to use, before and after; what is known where one is not.

    Where unlike amounts go in, the weights stand behind the shares: the one may rise while the other falls. Where the
    share stays and what is dumped or burned does not (what is dried counts as used in neither round), that is told.
    """
    first, last = material.balances
    before, after = first.use_rate, last.use_rate
    if before is not None and before == after and _is_lost_otherwise(first, last):
        return _tell_lost(material, language)
    if before is None or after is None:
        way = "unknown" if before is None and after is None else "only_before" if after is None else "only_after"
    else:
        way = "rose" if after > before else "fell" if after < before else "same"
    told = {
        "before": "" if before is None else write_share(before),
        "after": "" if after is None else write_share(after),
    }
    basis = name_basis(material, language)
    title = say_moves(f"figures.material_{way}", COUNTED, language, resource=material.resource, basis=basis, **told)
    return f"{title} {_tell_weights(first, last, language)}".rstrip()


def _is_lost_otherwise(first: Balance, last: Balance) -> bool:
    return None not in {first.mass_lost, last.mass_lost} and first.mass_lost != last.mass_lost


def _tell_lost(material: Material, language: Language) -> str:
    """How much is dumped or burned before and after; ``_is_lost_otherwise`` says that both are known."""
    before, after = (balance.mass_lost or 0.0 for balance in material.balances)
    key = f"figures.material_lost_{'more' if after > before else 'less'}"
    told = {"before": write_number(before), "after": write_number(after), "basis": name_basis(material, language)}
    return say_moves(key, COUNTED, language, resource=material.resource, **told)


def _tell_weights(first: Balance, last: Balance, language: Language) -> str:
    """The weights put to use, where so unlike amounts go in that their shares alone tell little."""
    before, after = first.mass_used, last.mass_used
    if before is None or after is None or not _is_unlike(first.mass_in, last.mass_in):
        return ""
    return word("figures.material_weights", language, before=write_number(before), after=write_number(after))


def _is_unlike(before: float | None, after: float | None) -> bool:
    """Whether so unlike amounts go in that their shares tell little."""
    return bool(before) and bool(after) and not 1 / UNLIKE <= (after or 0) / (before or 1) <= UNLIKE


def name_basis(material: Material, language: Language) -> str:
    """Fresh or dry, within a sentence."""
    return code_label("weight_basis", material.basis)[language].casefold()


def write_samples(material: Material, language: Language) -> str:
    """How many were weighed: ``ชั่ง 10 → 12 ตัวอย่าง``; nothing where nobody says."""
    told = [_range(material, balance.round) for balance in material.balances]
    numbers = " → ".join(dict.fromkeys(filter(None, told)))
    return word("figures.flow_n", language, n=numbers) if numbers else ""


def _range(material: Material, key: str) -> str:
    counts = [n for flow in material.flows if (w := flow.weights.get(key)) and (n := w.n)]
    return "–".join(write_number(n) for n in dict.fromkeys((min(counts), max(counts)))) if counts else ""


def list_notes(material: Material, language: Language) -> Iterator[str]:
    """What a reader must know of the weights: what was dried, guessed, or not weighed."""
    uses = {band.use for balance in material.balances for band in balance.bands if band.kg != 0}
    said = {
        "hatched": bool(uses & {"unaccounted", "mixed", "unweighed"}),
        "changed": bool(uses & {"changed", "mixed"}),
        "sum": not material.is_whole,
        "guessed": any(flow.how_known in {"guessed", "valued"} for flow in material.flows),
        "unweighed": any(band.kg is None for balance in material.balances for band in balance.bands),
        "unstated": "unstated" in uses,
        "unplaced": any(flow.kg(one.round) != 0 for flow in material.unplaced for one in material.balances),
    }
    return (word(f"figures.flow_note_{key}", language) for key, is_said in said.items() if is_said)


def flow_table(material: Material, language: Language) -> pd.DataFrame:
    """Every flow, one row each, then what nobody can account for; how it was weighed, and the cells."""
    rows = [_flow_row(flow, material, language) for flow in material.flows]
    heads = [word(f"figures.column_flow_{name}", language) for name in (*HEADS, *WEIGHED)]
    return pd.DataFrame([*rows, *_rest_rows(material, language)], columns=heads)


def _flow_row(flow: Flow, material: Material, language: Language) -> list[object]:
    first, last = (flow.weights.get(balance.round) or Weight(kg=0.0) for balance in material.balances)
    low, high = last.interval or (None, None)
    cells = ", ".join(f"{source.sheet}!{area}" for source in flow.sources for area in source.ranges)
    use = name_use(flow.use, language) if flow.use else ""
    weights = (first.kg, last.kg, first.baht, last.baht, first.n, last.n, first.sd, last.sd, low, high)
    return [flow.origin, flow.target, use, *weights, flow.how_weighed, cells]


def _rest_rows(material: Material, language: Language) -> Iterable[list[object]]:
    rests = [_list_rests(balance) for balance in material.balances]
    for key in dict.fromkeys(key for rest in rests for key in rest):
        name = material.names.get(key[0], "")
        weights = [rest.get(key, 0.0) for rest in rests]
        yield [name, "", name_use(key[1], language), *weights, *([None] * (len(HEADS) + len(WEIGHED) - 6)), ""]


def _list_rests(balance: Balance) -> dict[tuple[str, str], float | None]:
    bands: Iterable[Band] = (band for band in balance.bands if not band.target)
    return {(band.origin, band.use): band.kg for band in bands}
