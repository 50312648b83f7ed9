"""Who took part in what: each activity as its row tells it, and how far participation went with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.attendances import PEOPLE_CAME
from analysis.findings import Finding, Group
from dictionary.load import load_codes
from dictionary.nouns import NOT_STATED, Round, Source
from dictionary.records import Record

TABLE, PEOPLE = "participation", "people"
STAGES, STAKEHOLDERS, LEVELS = "participation_stage", "stakeholder", "iap2_level"


@dataclass(frozen=True, slots=True)
class Held:
    """An activity in one round. None is not known.

    ``level`` is the place of the level on its scale (1–5), None where it does not count because the activity did not
    take place or nothing proves it; ``claimed`` is true where one was typed. ``evidence`` may name people: it is for
    the uploader's own screen only.
    """

    took_place: bool | None = None
    people: float | None = None
    level: int | None = None
    claimed: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One row. ``stage`` and ``stakeholder`` are codes, "" where not stated; its day is from ``first`` to ``last``.

    ``uncounted`` are its cells without those that say how many people came.
    """

    name: str
    stage: str
    stakeholder: str
    first: date | None
    last: date | None
    held: tuple[Held, Held]
    sources: tuple[Source, ...]
    uncounted: tuple[Source, ...] = ()

    @property
    def took_place(self) -> bool:
        """Whether it is known to have taken place in either round."""
        return any(one.took_place for one in self.held)


@dataclass(frozen=True, slots=True)
class Participation:
    """All activities in the order of their dates, those without one last, and how many reached each level.

    ``levels`` has for each level, from the lowest, the number of activities whose highest evidenced level it is, in
    each of the two rounds; an activity with several parties or stages counts once.
    """

    activities: tuple[Activity, ...]
    levels: tuple[tuple[int, int], ...]

    @property
    def unproven(self) -> int:
        """How many levels were typed that do not count."""
        return sum(one.claimed and one.level is None for activity in self.activities for one in activity.held)

    @property
    def aside(self) -> Mapping[str, int]:
        """How many activities that took place have no known stage, and how many no known stakeholder."""
        held = [one for one in self.activities if one.took_place]
        return {"stage": sum(not one.stage for one in held), "stakeholder": sum(not one.stakeholder for one in held)}


def gather_participation(records: Iterable[Record], rounds: tuple[Round, Round]) -> Participation | None:
    """What the rows of participation tell of two rounds; None where there is no row."""
    activities = _join([_read(record, rounds) for record in records if record.table == TABLE])
    if not activities:
        return None
    ordered = sorted(activities, key=lambda one: (one.first is None, one.first or date.min))
    return Participation(tuple(ordered), _count_levels(activities))


def hide_few_came(told: Participation | None, findings: Sequence[Finding]) -> Participation | None:
    """The activities without how many came, and the cells that say it, where the number of their group is hidden."""
    hidden = {one.group for one in findings if one.indicator.key == PEOPLE_CAME and one.suppressed}
    if told is None or not hidden:
        return told
    return replace(told, activities=tuple(_forget(one) if _group(one) in hidden else one for one in told.activities))


def _group(one: Activity) -> Group:
    return ("stage", one.stage or NOT_STATED), ("stakeholder", one.stakeholder or NOT_STATED)


def _forget(one: Activity) -> Activity:
    first, last = (replace(held, people=None) for held in one.held)
    return replace(one, held=(first, last), sources=one.uncounted)


def _read(record: Record, rounds: tuple[Round, Round]) -> Activity:
    day = record.find("date")
    return Activity(
        name=record.text("activity"),
        stage=record.code("stage") or "",
        stakeholder=record.code("stakeholder") or "",
        first=day.first if day else None,
        last=day.last if day else None,
        held=(_read_round(record, rounds[0].key), _read_round(record, rounds[1].key)),
        sources=(record.source(),),
        uncounted=(record.source(*(place for place in record.entries if place[0] != PEOPLE)),),
    )


def _read_round(record: Record, key: str) -> Held:
    said, level, evidence = record.code("present", key), record.code("level", key), record.text("evidence", key)
    took_place = None if said is None else said == "yes"
    counts = took_place is not False and bool(evidence)
    return Held(
        took_place=took_place,
        people=None if took_place is False else record.number(PEOPLE, key),
        level=list(load_codes(LEVELS)).index(level) + 1 if level and counts else None,
        claimed=level is not None,
        evidence=evidence,
    )


def _join(activities: Sequence[Activity]) -> list[Activity]:
    """Rows of one activity on the lists of the two rounds are one; on the same list they are two."""
    joined: dict[tuple[str, str, str, date | None], Activity] = {}
    rest: list[Activity] = []
    for one in activities:
        key = (one.name, one.stage, one.stakeholder, one.first)
        other = joined.get(key)
        if other is None:
            joined[key] = one
        elif _is_other_round(other, one):
            held = tuple(b if a == Held() else a for a, b in zip(other.held, one.held, strict=True))
            uncounted = (*other.uncounted, *one.uncounted)
            sources = (*other.sources, *one.sources)
            joined[key] = replace(other, held=(held[0], held[1]), sources=sources, uncounted=uncounted)
        else:
            rest.append(one)
    return [*joined.values(), *rest]


def _is_other_round(first: Activity, second: Activity) -> bool:
    """Whether two rows tell of different rounds."""
    return all(Held() in pair for pair in zip(first.held, second.held, strict=True))


def _count_levels(activities: Sequence[Activity]) -> tuple[tuple[int, int], ...]:
    """An activity counts once, whoever came and in however many stages; rows without a name each in their place."""
    highest: list[dict[tuple[str, ...], int]] = [{}, {}]
    for one in activities:
        name = (one.name,) if one.name else (one.stage, one.stakeholder, "")
        for side, held in enumerate(one.held):
            if held.level:
                highest[side][name] = max(held.level, highest[side].get(name, 0))
    first, last = (list(levels.values()) for levels in highest)
    return tuple((first.count(place), last.count(place)) for place in range(1, len(load_codes(LEVELS)) + 1))
