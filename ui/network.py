"""The partners as a network on the screen: what rests on one of them, and every tie with its cells."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.evidence.dependence import Dependence
from analysis.evidence.network import Tie
from analysis.findings import Findings
from figures.kinds_network import write_dependence
from figures.ties import find_network
from figures.ties_table import tell_tie
from figures.told_evidence import tell_network
from figures.values import write_value
from figures.wording import ARROW, DOT
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number
from ui.charts import show_charts
from ui.pieces import show_grid
from ui.screen import is_narrow
from ui.screens import list_details
from ui.session import language, say
from ui.sources import show_titled
from ui.tables import show_findings
from ui.way_on import show_way_on

BAHT = "thb"
COUNTS = ("partners", "partners_new", "partners_continuing", "partners_ended")
VALUES = ("partner_support",)
KEYS = (*COUNTS, *VALUES)
VIEWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # charts, and the findings below them
    "who": (("partners_network", "partners_ties"), ()),
    "count": (("partners_flow", "partners_stages", "partners_sectors"), COUNTS),
    "value": (("partners_kinds", "partners_support"), VALUES),
}
TABLE = ("partner", "support_kind", "stage", "receiver", "status", "value")
NARROW = ("partner", "status", "value")


def show_view(findings: Findings) -> None:
    """One question at a time: who supports whom, how many partners, what their support is worth; or how to add one."""
    if not list_details(findings, KEYS):
        show_way_on("partners")
        return
    names = tuple(VIEWS) if find_network(findings) else tuple(VIEWS)[1:]
    chosen = st.segmented_control(
        say("pages.partners.view"),
        names,
        default=names[0],
        required=True,
        format_func=lambda name: say(f"pages.partners.view_{name}"),
        key="partners_view",
        label_visibility="collapsed",
    )
    charts, keys = VIEWS[chosen]
    show_charts("partners", keys=charts)
    if not keys:
        show_ties(findings)
    show_findings(list_details(findings, keys), "partners")


def list_dependence(findings: Findings) -> tuple[Dependence, ...]:
    """How much rests on one partner after, as far as a network is known."""
    network = find_network(findings)
    return (network.dependence[1],) if network else ()


def detail_dependence(findings: Findings, chosen: Language) -> str:
    """Who gives most, and to how many partners giving the same that is alike."""
    return DOT.join(_tell(one, chosen) for one in list_dependence(findings))


def _tell(one: Dependence, chosen: Language) -> str:
    alike = one.equal_partners
    spread = word("pages.partners.alike", chosen, n=write_number(alike, 1)) if alike else ""
    return DOT.join(filter(None, (write_dependence(one, chosen), spread)))


def show_ties(findings: Findings) -> None:
    """Every tie as a row: who, with what, in which stage, for whom, what became of it, and its value."""
    network = find_network(findings)
    if network is None:
        return
    show_titled(say("pages.partners.ties"), tell_network(network), "ties")
    names = NARROW if is_narrow() else TABLE
    heads = [say(f"figures.column_{name}") for name in names]
    show_grid(heads, [_row(tie, names, language()) for tie in network.ties], len(names) - 1)


def _row(tie: Tie, names: Sequence[str], chosen: Language) -> tuple[str, ...]:
    partner, _, kind, stage, receiver, status = tell_tie(tie, chosen)
    told = {"partner": partner, "support_kind": kind, "stage": stage, "receiver": receiver, "status": status}
    return tuple({**told, "value": _write_values(tie)}[name] for name in names)


def _write_values(tie: Tie) -> str:
    """Both values in baht; a dash where its value is not known."""
    return f" {ARROW} ".join(UNKNOWN if value is None else write_value(value, BAHT) for value in tie.value)
