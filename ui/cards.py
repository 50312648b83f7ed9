"""Cards: the headline changes of one dimension, each with both values, unit, n, change and verdict."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.beside import is_lopsided
from analysis.findings import Finding, Findings
from dictionary.nouns import Dimension
from figures.balance import join_counts, list_balance, list_counts, name_level
from figures.changes import is_perhaps_chance
from figures.grade_words import write_grade
from figures.wording import DOT, name_finding, write_direction
from i18n import Language, word
from i18n.numbers import write_number
from ui.frame import page_path
from ui.headlines import count_verdicts, list_headlines, rank_headlines
from ui.pieces import dotted, label, short_words, show_html, span
from ui.session import language, say
from ui.sources import show_sources
from ui.texts import (
    ARROWS,
    direction,
    tell_n,
    write_amount,
    write_interval,
    write_relative,
    write_values,
)

MANY = 3  # more headlines than this stand on the page of their dimension
BESIDE = {
    "members_active": ("members_new", "members_left"),
    "partners": ("partners_new", "partners_continuing", "partners_ended"),
}
KINDS = {True: "better", False: "worse", None: "neutral"}


def show_dimension_cards(findings: Findings) -> None:
    """The three dimensions side by side, one card each."""
    for column, dimension in zip(st.columns(3), Dimension, strict=True):
        with column.container(border=True, height="stretch", key=f"card_{dimension}"):
            _show_card(findings, dimension)


def _show_card(findings: Findings, dimension: Dimension) -> None:
    headlines = list_headlines(findings, dimension)
    verdicts = count_verdicts(headlines, language())
    head = span(say(f"ui.page.{dimension}"), "name") + dotted(verdicts)
    rows = [_row(finding, findings) for finding in rank_headlines(headlines)[:MANY]] or [
        span(say("ui.no_indicator"), "quiet")
    ]
    levels = dotted(tell_levels(findings, dimension, language(), verdicts).split(DOT))
    show_html(f'<div class="line head">{head}</div>', f'<div class="row">{levels}</div>', *rows, kind="card")
    shown = [told for one in rank_headlines(headlines)[:MANY] for told in (one, *_list_beside(one, findings))]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xxsmall"):
        show_sources(shown, f"card_{dimension}", quiet=True)
        if len(headlines) > MANY:
            more = say("ui.more_indicators", n=len(headlines) - MANY)
            st.page_link(page_path(dimension.value), label=more, width="content")


def tell_levels(findings: Findings, dimension: Dimension, chosen: Language, said: Sequence[str] = ()) -> str:
    """``ผลผลิต ดีขึ้น 3 · ผลลัพธ์ ดีขึ้น 2 แย่ลง 1``: outputs, outcomes and impact apart, good and bad alike.

    What is ``said`` beside it already is not counted again of the only level.
    """
    rows = [row for row in list_balance(findings) if row.dimension is dimension]
    told = [(name_level(row.level, chosen), list_counts(row, chosen)) for row in rows]
    return DOT.join(name if counts == said else f"{name} {join_counts(counts, chosen)}" for name, counts in told)


def show_finding_cards(headlines: Sequence[Finding], findings: Findings) -> None:
    """One small card for each finding, as many beside each other as fit, each with a button to its cells."""
    with st.container(key="cards"):
        for place, finding in enumerate(headlines):
            with st.container(border=True, key=f"small_card_{place}"):
                show_html(_row(finding, findings), kind="card")
                show_sources((finding, *_list_beside(finding, findings)), f"card_{place}", quiet=True)


def _row(finding: Finding, findings: Findings) -> str:
    chosen = language()
    change = f'<span class="{KINDS[finding.better]}">{short_words(_write_change(finding, chosen))}</span>'
    first = label(name_finding(finding, chosen), "label") + change
    second = dotted((*_basis(finding, chosen), *_beside(finding, findings, chosen)))
    return f'<div class="row"><div class="line">{first}</div><div class="line">{second}</div></div>'


def _write_change(finding: Finding, chosen: Language) -> str:
    if finding.difference is None:
        return ""
    sign = direction(finding)
    if sign == 0:
        return write_direction(finding, chosen)
    plain = sign > 0 and finding.better is True
    verdict = "" if plain or finding.better is None else f" {write_direction(finding, chosen)}"
    return f"{ARROWS[sign]} {write_amount(finding, chosen)}{verdict}"


def _basis(finding: Finding, chosen: Language) -> tuple[str, ...]:
    """Both values, n where the finding is no full count, and the grade of evidence."""
    told = (*write_values(finding, chosen).split(DOT), tell_n(finding, chosen), write_grade(finding, chosen))
    return tuple(filter(None, told))


def _beside(finding: Finding, findings: Findings, chosen: Language) -> tuple[str, ...]:
    """What stands under the change: those who came and went, or the interval, or the change in per cent."""
    counts = tuple(
        word(f"ui.beside.{part.indicator.key}", chosen, n=write_number(part.endline or 0))
        for part in _list_beside(finding, findings)
    )
    interval = write_interval(finding, chosen)
    named = word("ui.beside.interval", chosen, interval=interval) if interval else ""
    chance = word("ui.beside.perhaps_chance", chosen) if is_perhaps_chance(finding) else ""
    lopsided = word("ui.beside.lopsided", chosen) if interval and is_lopsided(finding.beside) else ""
    return counts or tuple(filter(None, (named or write_relative(finding), chance, lopsided)))


def _list_beside(finding: Finding, findings: Findings) -> tuple[Finding, ...]:
    """Those who came and went, of an indicator that counts who is there."""
    parts = (findings.find(key) for key in BESIDE.get(finding.indicator.key, ()))
    return tuple(part for part in parts if part and part.endline)
