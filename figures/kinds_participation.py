"""The charts of participation: stages × stakeholders, levels reached, and activities on a line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd

from analysis.evidence.participation import Activity, Participation
from analysis.findings import Finding, Findings
from dictionary.load import code_label, load_codes
from dictionary.nouns import NOT_STATED
from figures.draw_levels import draw_levels
from figures.draw_matrix import draw_matrix
from figures.frame import Body, ChartTexts
from figures.matrix import INDICATOR, Matrix, find_matrix, find_pairs, tell_aside
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.timeline import Event, draw_timeline, list_activities, list_events, pick_events, write_day
from figures.verbs import COUNTED, say_moves
from figures.wording import write_both, write_rounds
from i18n import Language, word
from i18n.numbers import write_number

STAGES, LEVEL = "participation_stages", "participation_level"


@dataclass(frozen=True, slots=True)
class MatrixKind:
    """How many activities each stage has with each stakeholder, before and after."""

    def missing(self, findings: Findings) -> str:
        """No activity that took place."""
        return "" if find_matrix(findings) else "participation"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The findings of each stage with each stakeholder."""
        return find_pairs(findings)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many stages are covered, and how many cells are empty."""
        shown = self.shown(findings)
        return ChartTexts(
            f"{_title_stages(findings, language)} {_title_gaps(_matrix(findings), language)}",
            f"{word('figures.matrix_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=_count_all(findings, language)),
            write_note((tell_aside(findings, language),), tuple(filter(None, [findings.find(INDICATOR)])), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """The heat map."""
        return draw_matrix(_matrix(findings), findings.rounds, look, room)


@dataclass(frozen=True, slots=True)
class LevelsKind:
    """The highest level with evidence, before and after, and how many activities reached each."""

    def missing(self, findings: Findings) -> str:
        """No level that counts."""
        finding = findings.find(LEVEL)
        known = finding is not None and (finding.baseline is not None or finding.endline is not None)
        return "" if known and _told(findings) else "level"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The level reached."""
        finding = findings.find(LEVEL)
        return (finding,) if finding else ()

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """From which level to which; levels without evidence are said."""
        (finding,), told = self.shown(findings), _told(findings)
        unproven = word("figures.unproven", language, count=told.unproven) if told and told.unproven else ""
        counted = sum(sum(pair) for pair in told.levels) if told else 0
        return ChartTexts(
            _title_levels(finding, language),
            f"{word('figures.levels_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, (finding,), language, n=word("figures.evidenced", language, count=counted)),
            write_note((unproven,), (finding,), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """The ladder."""
        told = _told(findings)
        if told is None:
            raise ValueError("there are no levels to draw: ask missing() first")
        return draw_levels(self.shown(findings)[0], told.levels, findings.rounds, (look, room))


@dataclass(frozen=True, slots=True)
class TimelineKind:
    """Every activity at its date, by stage; at most ``most`` are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "latest"

    def missing(self, findings: Findings) -> str:
        """No activity that took place, or none with a name or a date."""
        if list_activities(findings):
            return ""
        told = _told(findings)
        return "activity_names" if told and any(one.took_place for one in told.activities) else "participation"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The number of activities."""
        finding = findings.find(INDICATOR)
        return (finding,) if finding else ()

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many activities, from when to when."""
        shown, events = self.shown(findings), list_events(findings)
        undated = sum(event[0].first is None for event in events)
        sentence = word("figures.undated", language, count=undated) if undated else ""
        return ChartTexts(
            _title_timeline(events, language),
            f"{word('figures.timeline_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=_count_all(findings, language)),
            write_note((sentence,), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(list_events(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Dots by stage."""
        events = list_events(findings)
        return draw_timeline(pick_events(events, self.most), {event[0].stage for event in events}, look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The activities behind the dots, without what their evidence says."""
        names = ("date", "stage", "stakeholder", "activity", "people_before", "people_after", "cells")
        heads = [word(f"figures.column_{name}", language) for name in names]
        return pd.DataFrame([_activity_row(one, language) for one in list_activities(findings)], columns=heads)


def _activity_row(one: Activity, language: Language) -> list[object]:
    codes = (("stage", one.stage), ("stakeholder", one.stakeholder))
    return [
        write_day(one, language),
        *(code_label(codelist, code or NOT_STATED)[language] for codelist, code in codes),
        one.name,
        *(held.people for held in one.held),
        ", ".join(f"{source.sheet}!{area}" for source in one.sources for area in source.ranges),
    ]


def _matrix(findings: Findings) -> Matrix:
    matrix = find_matrix(findings)
    if matrix is None:
        raise ValueError("there is no activity to draw: ask missing() first")
    return matrix


def _told(findings: Findings) -> Participation | None:
    return findings.evidence.participation if findings.evidence else None


def _count_all(findings: Findings, language: Language) -> str:
    """All activities before and after: the chart's n."""
    total = findings.find(INDICATOR)
    return word("figures.total", language, values=write_both(total, language)) if total else ""


def _title_stages(findings: Findings, language: Language) -> str:
    """From how many stages to how many; of a round alone how many."""
    stages = findings.find(STAGES)
    before, after = (stages.baseline, stages.endline) if stages else (None, None)
    numbers: dict[str, object] = {"all": len(load_codes("participation_stage"))}
    if before is None or after is None:
        known = [value for value in (after, before) if value is not None]
        return word("figures.stages_one", language, count=write_number(known[0] if known else 0), **numbers)
    way = "rose" if after > before else "fell" if after < before else "same"
    numbers |= {"before": write_number(before), "after": write_number(after)}
    return say_moves(f"figures.stages_{way}", COUNTED, language, **numbers)


def _title_gaps(matrix: Matrix, language: Language) -> str:
    if matrix.aside[1]:
        told = {"filled": len(matrix.pairs) - matrix.gaps, "all": len(matrix.pairs), "count": matrix.aside[1]}
        return word("figures.filled", language, **told)
    if not matrix.gaps:
        return word("figures.no_gaps", language)
    return word("figures.gaps", language, gaps=matrix.gaps, all=len(matrix.pairs))


def _title_levels(finding: Finding, language: Language) -> str:
    """Rose or fell from which level to which, by their names."""
    labels = [label[language] for label in load_codes("iap2_level").values()]
    before, after = (
        None if value is None else f"{round(value)} {labels[round(value) - 1]}"
        for value in (finding.baseline, finding.endline)
    )
    if before is None or after is None:
        return word(f"figures.levels_{'after' if before is None else 'before'}", language, level=after or before)
    way = "rose" if finding.difference and finding.difference > 0 else "fell" if finding.difference else "same"
    return say_moves(f"figures.levels_{way}", COUNTED, language, before=before, after=after)


def _title_timeline(events: Sequence[Event], language: Language) -> str:
    """How many activities are drawn: one with several stakeholders, or in several stages, is one."""
    dated = [event[0] for event in events if event[0].first]
    count = len({(event[0].name, event[0].first) for event in events})
    if not dated:
        return word("figures.timeline_undated", language, count=count)
    numbers = {"count": count, "first": write_day(dated[0], language), "last": write_day(dated[-1], language)}
    key = "timeline_title_one" if numbers["first"] == numbers["last"] else "timeline_title"
    return word(f"figures.{key}", language, **numbers)
