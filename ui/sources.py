"""Where the numbers come from: file, sheet and cells, and how each number was computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from analysis.findings import Finding, Trend
from dictionary.load_methods import load_methods
from dictionary.nouns import Source
from figures.parts import Part
from figures.trends import tell_trend
from figures.wording import name_finding, write_n
from ui.drawers import Handle, show_lone_drawer
from ui.pieces import item, show_html, span
from ui.session import current_session, language, say
from ui.texts import write_values

SHOWN_RANGES = 12
Shown = Finding | Trend | Part


def show_sources(findings: Sequence[Shown], key: str) -> None:
    """A button that opens the cells behind each finding, trend or part of the evidence shown."""
    handle = Handle(say("ui.sources"), ":material/table_view:")
    show_lone_drawer(handle, partial(_list, findings), f"sources_{key}")


def _list(findings: Sequence[Shown]) -> None:
    show_html(*(item(*_describe(finding)) for finding in findings), kind="items")


def _describe(finding: Shown) -> Iterable[str]:
    chosen = language()
    if isinstance(finding, Part):
        yield from (span(finding.name, "name"), span(finding.told, "block"), span(finding.how, "block quiet"))
        yield from (span(_place(source), "block cells") for source in finding.sources)
        return
    if isinstance(finding, Trend):
        yield span(finding.indicator.label[chosen], "name")
        project = current_session().project
        yield span(tell_trend(finding, project.rounds, chosen) if project else "", "block")
    else:
        yield span(name_finding(finding, chosen), "name")
        yield span(" · ".join(filter(None, (write_values(finding, chosen), write_n(finding, chosen)))), "block")
    yield span(load_methods()[finding.method][chosen], "block quiet")
    for source in finding.sources:
        yield span(_place(source), "block cells")


def _place(source: Source) -> str:
    ranges = ", ".join(source.ranges[:SHOWN_RANGES])
    more = len(source.ranges) - SHOWN_RANGES
    if more > 0:
        ranges += " " + say("ui.more_ranges", n=more)
    return say("ui.place", file=source.file, sheet=source.sheet, ranges=ranges)
