"""Activities on a line of time: a row each under the heading of its stage, those without a date under their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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


Event = tuple[Activity, ...]  # what is one row: the same activity of a stage on the same day, for each stakeholder


def list_activities(findings: Findings) -> tuple[Activity, ...]:
    """The activities that took place in either round, in the order of their dates, those without one last.

    What has neither a name nor a date is a number of activities: it stands in the matrix, not on a line of time.
    """
    told = findings.evidence.participation if findings.evidence else None
    return tuple(one for one in told.activities if one.took_place and (one.name or one.first)) if told else ()


def list_events(findings: Findings) -> tuple[Event, ...]:
    """The same, those of one name, stage and day together."""
    events: dict[tuple[str, str, date | None], list[Activity]] = {}
    for one in list_activities(findings):
        events.setdefault((one.name, one.stage, one.first), []).append(one)
    return tuple(map(tuple, events.values()))


def pick_events(events: Sequence[Event], most: int | None) -> tuple[Event, ...]:
    """At most ``most`` events in their order: the last of each stage first, then the latest of all."""
    if most is None or most >= len(events):
        return tuple(events)
    latest = sorted(events, key=lambda event: _day(event[0]), reverse=True)
    of_stages = {event[0].stage: event for event in reversed(latest)}.values()
    ranked = sorted(latest, key=lambda event: not any(event is last for last in of_stages))
    kept = {id(event) for event in ranked[:most]}
    return tuple(event for event in events if id(event) in kept)


def _day(activity: Activity) -> tuple[bool, date]:
    return activity.first is not None, activity.first or date.min


def draw_timeline(events: Sequence[Event], stages: Collection[str], look: Look, room: float | None) -> Body:
    """A dot at the date of each event: full where it took place after, hollow where only before.

    ``stages`` are those in which anything took place, drawn or not.
    """
    days = [event[0].first for event in events if event[0].first]
    years = range(min(days).year, max(days).year + 2) if days else range(2000, 2002)
    start = date(years[0], 1, 1).toordinal()
    marks = tuple((float(date(year, 1, 1).toordinal() - start), write_year(year, look.language)) for year in years)
    empty = [stage for stage in load_codes(STAGES) if stage not in stages]
    rows = list(_list_rows(events, empty, start, look.language))
    return draw_rows(rows, Axis(marks if days else (), 0.0, marks[-1][0], arrows=False), look, room)


def _list_rows(events: Sequence[Event], empty: Collection[str], start: int, language: Language) -> Iterator[Row]:
    """The rows of every stage in the order of the stages; one in which nothing took place says so."""
    for stage in (*load_codes(STAGES), ""):
        dated = [event for event in events if event[0].first and event[0].stage == stage]
        heading = code_label(STAGE, stage or NOT_STATED)[language]
        if stage in empty:
            yield Row(word("figures.no_activity", language), "", heading=heading)
        for place, event in enumerate(dated):
            yield _row(event, start, ("" if place else heading, language))
    undated = [event for event in events if not event[0].first]
    for place, event in enumerate(undated):
        yield _row(event, start, ("" if place else word("figures.no_date", language), language))


def _row(event: Event, start: int, said: tuple[str, Language]) -> Row:
    (heading, language), first = said, event[0]
    day = None if first.first is None else float(first.first.toordinal() - start)
    is_over = not any(one.held[1].took_place for one in event)
    stage = "" if first.first or not first.stage else code_label(STAGE, first.stage)[language]
    return Row(
        name=first.name or word("figures.no_activity_name", language),
        values=DOT.join(filter(None, (stage, *(_tell(one, language) for one in event)))),
        words=write_day(first, language),
        start=day if is_over else None,
        stop=day,
        heading=heading,
    )


def _tell(activity: Activity, language: Language) -> str:
    """Who took part and how many came, in the later round in which it took place."""
    held = activity.held[1] if activity.held[1].took_place else activity.held[0]
    people = "" if held.people is None else word("figures.people", language, count=write_number(held.people))
    return f"{code_label(STAKEHOLDER, activity.stakeholder or NOT_STATED)[language]} {people}".strip()


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
