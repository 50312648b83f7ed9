"""The order of a screen: the answer in one sentence, caveats, and what to do where there is nothing yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import streamlit as st

from analysis.findings import Finding, Findings
from analysis.typed_compared import TypedDiffers
from dictionary.load_indicators import Caveat, load_caveats
from figures.grade_words import write_claim, write_grade, write_raising
from figures.notes import Cited
from figures.remedy_words import list_remedies
from figures.wording import DOT, name_finding
from ui.drawers import Handle, show_drawer
from ui.frame import PageEnds, page_path
from ui.pieces import dotted, item, label, plain, show_heading, show_html, span
from ui.session import current_session, find_current, language, name_round, say
from ui.sources import Shown, show_sources
from ui.store import Only
from ui.texts import write_with_unit


def find_or_invite(only: Only = ()) -> Findings:
    """The findings to show; where there are none the page says what to do next and ends."""
    findings = find_current(only)
    if findings is None:
        invite()
        raise PageEnds
    return findings


def invite() -> None:
    """An empty page: what is missing, and a button to where it can be given."""
    project = current_session().project
    state = "question_open" if project and project.questions else "empty"
    show_heading(say(f"ui.{state}"))
    st.write(say(f"ui.{state}_help"))
    if st.button(say("ui.go_start"), type="primary"):
        st.switch_page(page_path("start"))


def show_answer(answer: str, detail: str = "", behind: Sequence[Shown] = ()) -> None:
    """The screen's answer, large, a quiet line below it, and a button to the cells ``behind`` its numbers."""
    show_heading(answer)
    if detail:
        show_html(dotted(detail.split(DOT)), kind="detail")
    if behind:
        show_sources(behind, "answer", quiet=True)


def show_caveats(findings: Iterable[Cited]) -> None:
    """The first caveat of the findings shown in one line; all of them on demand."""
    shown = tuple(findings)
    codes = sorted({code for finding in shown for code in finding.caveats})
    if not codes:
        return
    caveats = [load_caveats()[code] for code in codes]
    with st.container(horizontal=True, vertical_alignment="center", key="caveats", gap="small"):
        others = [label(f"· {caveat.title[language()]}", "quiet part") for caveat in caveats[1:3]]
        sentence = caveats[0].sentence[language()]
        first = label(f"⚠ {sentence.removesuffix('.') if others else sentence}", "")
        st.html(f'<div class="caveat">{" ".join((first, *others))}</div>')
        graded = any(isinstance(one, Finding) and one.grade and not one.group for one in shown)
        if len(caveats) == 1 and not graded and not list_remedies(shown, codes[0], language()):
            return
        name = say("ui.all_caveats", n=len(caveats)) if len(caveats) > 1 else say("ui.caveat_details")
        handle = Handle(name, kind="tertiary")
        show_drawer(handle, partial(_list, caveats, shown), "caveats")


def _list(caveats: Sequence[Caveat], shown: Sequence[Cited]) -> None:
    """Each caveat with its sentence, and the figures that it calls for."""
    show_html(*(_tell(caveat, shown) for caveat in caveats), *_tell_grades(shown), kind="items")


def _tell(caveat: Caveat, shown: Sequence[Cited]) -> str:
    remedies = (label(f"→ {told}", "block quiet") for told in list_remedies(shown, caveat.code, language()))
    name = span(caveat.title[language()], "name")
    return item(name, label(caveat.sentence[language()], "block"), *remedies)


def _tell_grades(shown: Sequence[Cited]) -> Iterator[str]:
    """Each finding of the whole project with its grade, what would raise it and what may be said."""
    chosen = language()
    for finding in (one for one in shown if isinstance(one, Finding) and one.grade and not one.group):
        head = f"{name_finding(finding, chosen)} – {write_grade(finding, chosen)}"
        told = filter(None, (write_claim(finding, chosen), write_raising(finding, chosen)))
        yield item(span(head, "name"), *(label(one, "block") for one in told))


def show_typed(findings: Findings, shown: Iterable[Finding]) -> None:
    """A line for each typed figure of the indicators shown that differs from what the rows give."""
    keys = {finding.indicator.key for finding in shown}
    for one in findings.typed_differs:
        if one.indicator.key in keys:
            st.caption(f"⚠ {plain(write_typed(one))}")


def write_typed(one: TypedDiffers) -> str:
    """Both figures in words, and the cell of the typed one."""
    unit = one.indicator.unit
    typed, computed = (write_with_unit(value, unit, language()) for value in (one.typed, one.computed))
    cell = ", ".join(f"{source.sheet} {source.ranges[0]}" for source in one.typed_sources)
    names = {"name": one.indicator.label[language()], "round": name_round(one.round)}
    return say(f"cells.{one.code}", typed=typed, computed=computed, cell=cell, **names)
