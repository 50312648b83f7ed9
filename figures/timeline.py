"""Activities on a line of time: a row each under the heading of its stage, those without a date under their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from analysis.evidence.participation import Activity
from analysis.findings import Findings
from dictionary.load import code_label, load_codes
from dictionary.nouns import NOT_STATED
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.rows import Axis, Row
from figures.theme import Look
from figures.wording import DOT
from i18n import Language, word
from i18n.dates import Precision, write_date, write_year
from i18n.numbers import write_number

STAGE, STAKEHOLDER, STAGES = "stage", "stakeholder", "participation_stage"


def list_activities(findings: Findings) -> tuple[Activity, ...]:
    """The activities that took place in either round, in the order of their dates, those without one last."""
    told = findings.evidence.participation if findings.evidence else None
    return tuple(one for one in told.activities if one.took_place) if told else ()


def pick_activities(activities: Sequence[Activity], most: int | None) -> tuple[Activity, ...]:
    """At most ``most`` activities in their order: the last of each stage first, then the latest of all."""
    if most is None or most >= len(activities):
        return tuple(activities)
    latest = sorted(activities, key=lambda one: (one.first is not None, one.first or date.min), reverse=True)
    of_stages = {one.stage: one for one in reversed(latest)}.values()
    ranked = sorted(latest, key=lambda one: not any(one is last for last in of_stages))
    kept = {id(one) for one in ranked[:most]}
    return tuple(one for one in activities if id(one) in kept)


def draw_timeline(activities: Sequence[Activity], look: Look, room: float | None) -> Body:
    """A dot at the date of each activity: full where it took place after, hollow where only before."""
    days = [one.first for one in activities if one.first]
    years = range(min(days).year, max(days).year + 2) if days else range(2000, 2002)
    start = date(years[0], 1, 1).toordinal()
    marks = tuple((float(date(year, 1, 1).toordinal() - start), write_year(year, look.language)) for year in years)
    rows = list(_list_rows(activities, start, look.language))
    return draw_rows(rows, Axis(marks if days else (), 0.0, marks[-1][0], arrows=False), look, room)


def _list_rows(activities: Sequence[Activity], start: int, language: Language) -> Iterator[Row]:
    """The rows of every stage in the order of the stages; one in which nothing took place says so."""
    for stage in (*load_codes(STAGES), ""):
        dated = [one for one in activities if one.first and one.stage == stage]
        heading = code_label(STAGE, stage or NOT_STATED)[language]
        if not dated and stage and not any(one.stage == stage for one in activities):
            yield Row(word("figures.no_activity", language), "", heading=heading)
        for place, one in enumerate(dated):
            yield _row(one, start, ("" if place else heading, language))
    undated = [one for one in activities if not one.first]
    for place, one in enumerate(undated):
        yield _row(one, start, ("" if place else word("figures.no_date", language), language))


def _row(activity: Activity, start: int, said: tuple[str, Language]) -> Row:
    heading, language = said
    day = None if activity.first is None else float(activity.first.toordinal() - start)
    is_over = not activity.held[1].took_place
    return Row(
        name=activity.name,
        values=_tell(activity, language),
        words=f" {write_day(activity, language)}" if activity.first else "",
        start=day if is_over else None,
        stop=day,
        heading=heading,
    )


def _tell(activity: Activity, language: Language) -> str:
    """Who took part and how many came, in the later round in which it took place."""
    held = activity.held[1] if activity.held[1].took_place else activity.held[0]
    people = "" if held.people is None else word("figures.people", language, count=write_number(held.people))
    stage = "" if activity.first or not activity.stage else code_label(STAGE, activity.stage)[language]
    who = code_label(STAKEHOLDER, activity.stakeholder or NOT_STATED)[language]
    return DOT.join(filter(None, (stage, who, people)))


def write_day(activity: Activity, language: Language) -> str:
    """The date of an activity as far as it is known: a day, a month or a year."""
    return write_known(activity.first, activity.last, language)


def write_known(first: date | None, last: date | None, language: Language) -> str:
    """A date that may be a day, a whole month or a whole year; nothing where there is none."""
    if first is None:
        return ""
    if last is None or first == last:
        return write_date(first, language)
    return write_date(first, language, Precision.MONTH if first.month == last.month else Precision.YEAR)
