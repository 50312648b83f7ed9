"""The screen of participation: its answer, and the activities with what proves them."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from analysis.attendances import PEOPLE_CAME
from analysis.disclosure import MIN_GROUP
from analysis.evidence.participation import STAGES, Activity
from analysis.findings import Findings
from dictionary.load import code_label, load_codes
from dictionary.nouns import NOT_STATED
from figures.matrix import Matrix, find_matrix, tell_aside
from figures.timeline import write_day
from figures.told_evidence import tell_activities
from figures.verbs import COUNTED, say_moves
from figures.wording import ARROW, DOT
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number
from ui.links import show_checkable
from ui.pieces import plain
from ui.session import language, say
from ui.sources import show_titled
from ui.texts import direction, write_values

KEYS = (
    "participation_stages",
    "stakeholders_reached",
    "participation_level",
    "participation_activities",
    "participation_people",
)
NO_BREAK = "\N{NO-BREAK SPACE}"
WAYS = {1: "up", -1: "down", 0: "same"}


def answer_participation(findings: Findings, language: Language) -> str:
    """In how many stages people take part, and how many it was before."""
    stages = findings.find("participation_stages")
    if stages is None or stages.difference is None:
        return word("pages.participation.none", language)
    before, after = (write_number(value or 0) for value in (stages.baseline, stages.endline))
    numbers = {"before": before, "after": after, "all": len(load_codes(STAGES))}
    return say_moves(f"pages.participation.{WAYS[direction(stages)]}", COUNTED, language, **numbers)


def detail_participation(findings: Findings, language: Language) -> str:
    """The highest level with evidence, whom it reached, and how many gaps there are."""
    level, reached, matrix = (
        findings.find("participation_level"),
        findings.find("stakeholders_reached"),
        find_matrix(findings),
    )
    told = (
        word("pages.participation.level", language, values=write_values(level, language)) if level else "",
        f"{reached.indicator.label[language]} {write_values(reached, language)}" if reached else "",
        _tell_gaps(matrix, language) if matrix else "",
        tell_aside(findings, language),
    )
    return DOT.join(filter(None, told))


def _tell_gaps(matrix: Matrix, language: Language) -> str:
    """How many cells are empty after; how many are filled where some activities have no known cell."""
    counts = {"gaps": matrix.gaps, "filled": len(matrix.pairs) - matrix.gaps, "all": len(matrix.pairs)}
    key = "filled" if matrix.aside[1] else "gaps"
    return word(f"pages.participation.{key}", language, **{name: counts[name] for name in (key, "all")})


def show_activities(findings: Findings) -> None:
    """Every activity with its evidence, on the screen of who opened the file only."""
    told = findings.evidence.participation if findings.evidence else None
    if told is None:
        return
    show_titled(say("pages.participation.activities"), tell_activities(told), "activities")
    st.caption(say("pages.participation.not_opened"))
    if any(one.suppressed for one in findings.findings if one.indicator.key == PEOPLE_CAME):
        st.caption(plain(say("pages.participation.few_came", least=MIN_GROUP)))
    heads = [say(f"figures.column_{name}") for name in ("activity", "date", "stage", "stakeholder")]
    people = say("figures.column_people_before"), say("figures.column_people_after")
    show_checkable(
        [*heads, f"{people[0]} {ARROW} {people[1]}", say("pages.participation.evidence")],
        [tuple(_tell(one, language())) for one in told.activities],
    )


def _tell(one: Activity, chosen: Language) -> Iterator[str]:
    """The cells of a row."""
    yield one.name or UNKNOWN
    yield write_day(one, chosen).replace(" ", NO_BREAK) or UNKNOWN
    yield code_label("stage", one.stage or NOT_STATED)[chosen]
    yield code_label("stakeholder", one.stakeholder or NOT_STATED)[chosen]
    yield f" {ARROW} ".join(UNKNOWN if held.people is None else write_number(held.people) for held in one.held)
    sides = zip(("before", "after"), one.held, strict=True)
    proofs = [word(f"pages.participation.{key}", chosen, text=held.evidence) for key, held in sides if held.evidence]
    yield DOT.join(proofs) or UNKNOWN
