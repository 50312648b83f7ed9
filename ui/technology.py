"""The screen of technology: its answer, the figures of the channels, and where each row can be checked."""

from __future__ import annotations

import streamlit as st

from analysis.evidence.technology import KINDS, Technology
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from figures.changes import count_changes
from figures.channels import list_channels
from figures.timeline import write_known
from figures.told import Told
from figures.told_evidence import tell_works
from figures.verbs import add_chance, find_rung, say_moves
from i18n import Language, word
from i18n.numbers import UNKNOWN
from ui.charts import show_charts
from ui.links import show_checkable
from ui.session import language, say
from ui.sources import show_titled
from ui.tables import show_findings
from ui.way_on import show_way_on


def list_figures(findings: Findings) -> tuple[Finding, ...]:
    """The findings of the channels, in the order of the chart."""
    return tuple(channel.finding for channel in list_channels(findings))


def list_behind(findings: Findings) -> tuple[Finding | Told, ...]:
    """What the answer tells: the figures of the channels, and the works with their cells."""
    told = _told(findings)
    return (*list_figures(findings), *tell_works(told.works if told else ()))


def answer_technology(findings: Findings, language: Language) -> str:
    """How many figures got better, or worse where those are more."""
    figures = list_figures(findings)
    tally = count_changes(figures)
    told = _told(findings)
    if not tally.compared:
        works = len(told.works) if told else 0
        return (
            word("pages.technology.works", language, count=works) if works else word("pages.technology.none", language)
        )
    way = "worse" if tally.worse > tally.better else "better"
    counts = {"better": tally.better, "worse": tally.worse, "n": tally.compared}
    return add_chance(say_moves(f"pages.technology.{way}", find_rung(figures), language, **counts), figures, language)


def detail_technology(findings: Findings, language: Language) -> str:
    """How many works there are."""
    told = _told(findings)
    return word("pages.technology.works", language, count=len(told.works)) if told and told.works else ""


def show_channels(findings: Findings) -> None:
    """The figures as charts and as a table, and every row with what came of it and its link; or how to add one."""
    told = _told(findings)
    if told is None:
        show_way_on("technology")
        return
    show_charts("technology")
    show_findings(list_figures(findings), "technology")
    show_titled(say("pages.technology.sources"), tell_works(told.works), "works")
    st.caption(say("pages.participation.not_opened"))
    heads = ("work", "kind", "date", "result", "link")
    show_checkable([say(f"figures.column_{name}") for name in heads], list(_list_rows(told, language())))


def _list_rows(told: Technology, chosen: Language) -> list[tuple[str, ...]]:
    """The works, and the channels of which there is something to check."""
    works = [(one.item, one.kind, write_known(one.first, one.last, chosen), one.result, one.link) for one in told.works]
    known = [one for one in told.channels if one.result or one.link]
    channels = [(one.item, one.kind, write_known(one.first, one.last, chosen), one.result, one.link) for one in known]
    return [
        (item, code_label(KINDS, kind)[chosen] if kind else UNKNOWN, *(text or UNKNOWN for text in rest))
        for item, kind, *rest in dict.fromkeys((*channels, *works))
    ]


def _told(findings: Findings) -> Technology | None:
    return findings.evidence.technology if findings.evidence else None
