"""Where the numbers come from: file, sheet and cells, and how each number was computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from analysis.contrasts import METHOD
from analysis.findings import Finding, Trend
from dictionary.load_methods import load_methods
from dictionary.nouns import Source
from figures.comparison_paths import list_told
from figures.grade_words import write_claim, write_grade, write_raising
from figures.remedy_words import tell_outside
from figures.told import Told
from figures.trends import name_trend, tell_trend
from figures.wording import DOT, name_finding
from i18n import Language
from ui.drawers import Handle, show_drawer
from ui.pieces import item, label, plain, show_html, span
from ui.session import current_session, find_current, language, say
from ui.texts import tell_n, write_values

SHOWN_RANGES = 12
Shown = Finding | Trend | Told


def show_sources(findings: Sequence[Shown], key: str, *, quiet: bool = False) -> None:
    """A button that opens the cells behind each finding or trend shown; none where there is nothing computed."""
    if not findings:
        return
    handle = Handle(say("ui.sources"), ":material/table_view:", "tertiary" if quiet else "secondary")
    show_drawer(handle, partial(_list, findings, key), f"sources_{key}")


def show_titled(title: str, findings: Sequence[Shown], key: str) -> None:
    """The title of a table, and beside it the button that opens the cells behind its numbers."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=f"t_{key}"):
        st.subheader(plain(title), anchor=False, width="content")
        show_sources(findings, key)


def _list(findings: Sequence[Shown], key: str) -> None:
    """One number at a time: its values, how it was computed, its ranges, and the table of its cells."""
    from ui.cells import name_shown, show_cells

    chosen = 0
    if len(findings) > 1:
        names = [name_shown(one, language()) for one in findings]
        chosen = st.selectbox(
            say("cells.choose"), range(len(names)), format_func=names.__getitem__, key=f"cells_of_{key}_{language()}"
        )
    show_html(item(*_describe(findings[chosen])), kind="items")
    show_cells(findings[chosen], f"{key}_{chosen}")


def _describe(finding: Shown) -> Iterable[str]:
    chosen = language()
    if isinstance(finding, Told):
        texts = (finding.values, finding.how)
        yield span(finding.name[chosen], "name")
        yield from (label(text[chosen], kind) for text, kind in zip(texts, ("block", "block quiet"), strict=True))
    elif isinstance(finding, Trend):
        yield span(name_trend(finding, chosen), "name")
        project = current_session().project
        yield span(tell_trend(finding, project.rounds, chosen) if project else "", "block")
    else:
        yield span(name_finding(finding, chosen), "name")
        yield from (label(line, "block") for line in _tell(finding, chosen))
    if not isinstance(finding, Told):
        yield label(load_methods()[finding.method][chosen], "block quiet")
    if isinstance(finding, Finding):
        told = (write(finding, chosen) for write in (write_grade, write_claim, write_raising))
        yield from (label(text, "block quiet") for text in told if text)
    for source in finding.sources:
        yield span(write_place(source), "block cells")


def _tell(finding: Finding, chosen: Language) -> tuple[str, ...]:
    """The values and n of a finding; of a comparison its result, interval and both groups."""
    findings = find_current() if finding.method == METHOD else None
    contrast = findings.comparison.find(finding) if findings and findings.comparison else None
    if contrast is not None:
        return list_told(contrast, chosen)
    told = (write_values(finding, chosen), tell_n(finding, chosen), tell_outside(finding, chosen))
    return (DOT.join(filter(None, told)),)


def write_place(source: Source) -> str:
    """File, sheet and cells in words; of very many cells the first."""
    ranges = ", ".join(source.ranges[:SHOWN_RANGES])
    more = len(source.ranges) - SHOWN_RANGES
    if more > 0:
        ranges += " " + say("ui.more_ranges", n=more)
    return say("ui.place", file=source.file, sheet=source.sheet, ranges=ranges)
