"""Whole screens that are alike: one dimension, or one table of the workbook in detail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.findings import Finding, Findings
from dictionary.nouns import Dimension
from figures.balance import name_level, split_levels
from figures.wording import DOT, write_only
from i18n import Language
from ui.answers import answer_dimension, detail_dimension
from ui.cards import show_finding_cards
from ui.charts import show_charts
from ui.elsewhere import show_elsewhere
from ui.filters import ask_filter
from ui.headlines import list_headlines
from ui.layout import find_or_invite, show_answer, show_caveats, show_typed
from ui.session import language, say
from ui.tables import show_findings
from ui.way_on import show_way_on

Answer = Callable[[Findings, Language], str]


def show_dimension(dimension: Dimension) -> None:
    """Answer, cards, arrow chart and table of one dimension."""
    findings = find_or_invite()
    headlines = list_headlines(findings, dimension)
    show_answer(answer_dimension(findings, dimension, language()), detail_dimension(headlines, language()), headlines)
    if not headlines:
        show_elsewhere(findings)
        st.write(say("pages.dimension.how_to_add"))
        return
    cards = st.container()  # filled after the chart, which takes the browser longest to draw
    show_charts(dimension.value)
    with cards:
        show_finding_cards(headlines, findings)
        show_caveats(headlines)
        show_typed(findings, headlines)
    show_levels(headlines, findings, dimension.value)


def show_levels(changes: Sequence[Finding], findings: Findings, key: str) -> None:
    """A table for each level of the results chain: what was made apart from what came of it."""
    for level, found in split_levels(changes, findings):
        show_findings(found, f"{key}_{level}", name_level(level, language()))


def show_details(page: str, keys: Sequence[str], answers: tuple[Answer, Answer], *, filtered: bool = False) -> Findings:
    """Answer, filter, charts, table and sources of one table of the workbook; gives back the findings shown."""
    find_or_invite()
    top = st.container()
    only = ask_filter() if filtered else ()
    findings = find_or_invite(only)
    shown = list_details(findings, keys)
    answer, detail = answers
    with top:
        told = (write_only(findings, language()), detail(findings, language()))
        show_answer(answer(findings, language()), DOT.join(filter(None, told)), [one for one in shown if not one.group])
    if not shown and not only:
        show_way_on(page)
        return findings
    show_caveats(shown)
    show_typed(findings, shown)
    show_charts(page, only)
    show_findings(shown, page)
    return findings


def list_details(findings: Findings, keys: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of some indicators: of the whole project first, then of each group; not of crossed groups."""
    return tuple(f for key in keys for f in findings.findings if f.indicator.key == key and len(f.group) < 2)
