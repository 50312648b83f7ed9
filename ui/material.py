"""What one unit of a raw material becomes: the answer in words, every flow with its cells, estimates on request."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.evidence.material import Avoided, Balance, Flow, Material, Weight
from analysis.findings import Findings
from analysis.grades import grade_weights
from dictionary.load import code_label
from dictionary.load_methods import load_caveats
from figures.material_texts import name_basis, title_material
from figures.material_use_texts import title_values
from figures.material_uses import find_resource
from figures.materials import name_use, write_kg
from figures.prices import write_price_years
from figures.told import Told
from figures.told_evidence import tell_estimate, tell_material
from figures.values import write_share
from figures.wording import ARROW, DOT
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number, write_signed
from ui.pieces import item, label, plain, show_grid, show_html, span
from ui.screen import is_narrow
from ui.session import language, say
from ui.sources import show_sources, show_titled

COLUMNS = ("flow", "use", "weighed", "before", "after", "difference", "worth")
NARROW = ("flow", "before", "after")


def answer_material(findings: Findings, chosen: Language) -> str:
    """How much of the first material is put to use."""
    own = _list_first(findings)
    return title_material(own[0], chosen) if own else word("pages.material.none", chosen)


def _list_first(findings: Findings) -> list[Material]:
    """The first material by both its weights, first that of which it is known what share is used in more rounds."""
    return sorted(find_resource(findings, 0), key=lambda one: sum(side.use_rate is None for side in one.balances))


def detail_material(findings: Findings, chosen: Language) -> str:
    """What it is worth, what is still dumped or burned, and what nobody can account for."""
    own = _list_first(findings)
    if not own:
        return ""
    lost = [write_kg(balance.mass_lost, chosen) for balance in own[0].balances]
    rest = [write_kg(balance.mass_unaccounted, chosen) for balance in own[0].balances]
    told = (("lost", lost), ("rest", rest))
    parts = (word(f"pages.material.{key}", chosen, kg=f" {ARROW} ".join(values)) for key, values in told)
    others = (_tell_used(one, chosen) for one in own[1:])
    value = DOT.join(filter(None, (title_values(own, chosen), write_price_years(findings, chosen))))
    return DOT.join((_write_grade(own[0], chosen), value, *others, *parts))


def _tell_used(material: Material, chosen: Language) -> str:
    """What of the same unit is put to use by its other weight, which is never added to the first."""
    kg = f" {ARROW} ".join(write_kg(balance.mass_used, chosen) for balance in material.balances)
    return word("pages.material.used_other", chosen, basis=name_basis(material, chosen), kg=kg)


def _write_grade(material: Material, chosen: Language) -> str:
    """How strong the evidence of the answer is: by how many were weighed of what is put to use."""
    weights = (flow.weights.get(side.round) for flow in material.flows for side in material.balances)
    return code_label("grade", grade_weights([one.n for one in weights if one and one.kg]))[chosen]


def show_flow_tables(materials: Sequence[Material]) -> None:
    """For each material and basis: its balance in a line, and every flow with both weights."""
    for number, material in enumerate(materials):
        name = f"{material.resource}{DOT}{code_label('weight_basis', material.basis)[language()]}"
        show_titled(name, tell_material(material), f"material_{number}")
        st.caption(plain(_tell_balance(material)))
        wanted = NARROW if is_narrow() else COLUMNS
        heads = [say(f"pages.material.column_{key}") for key in wanted]
        rows = [_row(flow, material) for flow in material.flows] + _list_rests(material)
        places = [COLUMNS.index(key) for key in wanted]
        show_grid(heads, [[row[at] for at in places] for row in rows], 1 if is_narrow() else 3)


def _tell_balance(material: Material) -> str:
    """In, used and unaccounted in each round; why a round has no balance."""
    rounds = zip(("before", "after"), material.balances, strict=True)
    return DOT.join(_tell_round(balance, place) for place, balance in rounds)


def _tell_round(balance: Balance, place: str) -> str:
    name = say(f"ui.column.{place}")
    if balance.missing:
        return f"{name} {code_label('reason', balance.missing)[language()]}"
    told = {"into": balance.mass_in, "used": balance.mass_used, "rest": balance.mass_unaccounted}
    share = write_share(balance.use_rate)
    weights = {key: write_kg(kg, language()) for key, kg in told.items()}
    return word("pages.material.balance", language(), name=name, share=share, **weights)


def _row(flow: Flow, material: Material) -> list[str]:
    first, last = (flow.weights.get(balance.round) or Weight(kg=0.0) for balance in material.balances)
    use = name_use(flow.use, language()) if flow.use else ""
    guessed = f" ({say('pages.material.guessed')})" if flow.how_known in {"guessed", "valued"} else ""
    name = f"{flow.origin} {ARROW} {flow.target}".strip()
    worth = f" {ARROW} ".join(UNKNOWN if w.baht is None else write_number(w.baht) for w in (first, last))
    return [
        name,
        use + guessed,
        _write_weighed(first, last),
        *(UNKNOWN if weight.kg is None else write_number(weight.kg) for weight in (first, last)),
        UNKNOWN if first.kg is None or last.kg is None else write_signed(last.kg - first.kg),
        "" if first.baht is None and last.baht is None else worth,
    ]


def _write_weighed(first: Weight, last: Weight) -> str:
    """How many were weighed, and the interval of the mean after."""
    counts = [write_number(weight.n) for weight in (first, last) if weight.n is not None]
    told = f"n {f' {ARROW} '.join(dict.fromkeys(counts))}" if counts else ""
    if last.interval is None:
        return told
    low, high = (write_number(end) for end in last.interval)
    return f"{told}{DOT}{word('ui.interval', language(), low=low, high=high)}"


def _list_rests(material: Material) -> list[list[str]]:
    """What nobody can account for, as a row of its own."""
    kg = [balance.mass_unaccounted for balance in material.balances]
    if not any(kg):
        return []
    weights = [UNKNOWN if one is None else write_number(one) for one in kg]
    change = UNKNOWN if kg[0] is None or kg[1] is None else write_signed(kg[1] - kg[0])
    return [[name_use("unaccounted", language()), "", "", *weights, change, ""]]


def show_estimates(avoided: Sequence[Avoided]) -> None:
    """What is estimated from factors: only where the reader asks for it, and always as a range."""
    if not avoided:
        return
    st.subheader(say("pages.material.estimates"), anchor=False)
    if not st.toggle(say("pages.material.show_estimates"), key="show_estimates"):
        st.caption(say("pages.material.estimates_off"))
        return
    for code in dict.fromkeys(code for one in avoided for code in one.caveats):
        st.caption(plain(f"⚠ {load_caveats()[code].sentence[language()]}"))
    told = tuple(map(tell_estimate, avoided))
    show_html(*map(_tell_estimate, avoided, told), kind="items")
    show_sources(told, "estimates")


def _tell_estimate(one: Avoided, told: Told) -> str:
    """The estimate in words, how it was reckoned, and whose factor it is."""
    chosen = language()
    lines = (label(text, "block quiet") for text in (told.how[chosen], one.factor.source) if text)
    return item(span(told.name[chosen], "name"), span(told.values[chosen], "block"), *lines)
