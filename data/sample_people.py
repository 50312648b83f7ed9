"""Invented people: members who found a group, join it or leave it, and what they earn, drawn by a given generator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

Cell = str | int | float | date | None
Row = Mapping[str, Cell]  # by the keys of the form's columns, such as ``amount_baseline``

BUDDHIST_ERA = 543


@dataclass(frozen=True, slots=True)
class Group:
    """How a group of members looks: how many, where they live, how many are women, and who holds an office."""

    founders: int
    newcomers: int
    leavers: int
    villages: Mapping[str, int]
    share_of_women: float
    offices: Sequence[str]


@dataclass(frozen=True, slots=True)
class Times:
    """When people found, join and leave: first and last day of each span."""

    founding: tuple[date, date]
    joining: tuple[date, date]
    leaving: tuple[date, date]


@dataclass(frozen=True, slots=True)
class IncomeSource:
    """One way of earning: what it is called, who earns from it before and after, how much, and how that changes.

    ``typical`` is the median amount before (baht per ``period``), ``spread`` the standard deviation of its
    logarithm; ``growth`` is the median factor between the rounds.
    """

    name: str
    period: str
    earning_before: float
    earning_after: float
    typical: float
    spread: float
    growth: float


def make_members(group: Group, times: Times, chance: Random) -> list[Row]:
    """One row a member, founders first; the last founders are those who left."""
    rows = [_make_member(number, group, times, chance) for number in range(1, group.founders + group.newcomers + 1)]
    for row in chance.sample(rows[len(group.offices) : group.founders], group.leavers):
        row["left"] = _a_day(times.leaving, chance)
    return list(rows)


def _make_member(number: int, group: Group, times: Times, chance: Random) -> dict[str, Cell]:
    is_founder = number <= group.founders
    villages = list(group.villages)
    return {
        "member_id": f"สม-{number:03d}",
        "sex": "หญิง" if chance.random() < group.share_of_women else "ชาย",
        "birth_year": chance.randint(2494, 2540),
        "village": chance.choices(villages, weights=[group.villages[name] for name in villages])[0],
        "role": group.offices[number - 1] if number <= len(group.offices) else "สมาชิก",
        "joined": _a_day(times.founding if is_founder else times.joining, chance),
        "left": None,
    }


def make_incomes(members: Sequence[Row], sources: Sequence[IncomeSource], newcomer: date, chance: Random) -> list[Row]:
    """One row a member and source; newcomers (who joined after ``newcomer``) have no before, leavers no after."""
    return [row for member in members for row in _incomes_of(member, sources, newcomer, chance)]


def _incomes_of(member: Row, sources: Sequence[IncomeSource], newcomer: date, chance: Random) -> list[Row]:
    luck = chance.gauss(0, 0.35)  # who earns more from one source tends to earn more from another
    joined, left = member["joined"], member["left"]
    known = (not (isinstance(joined, date) and joined > newcomer), left is None)
    rows = [_income_row(str(member["member_id"]), source, (known, luck), chance) for source in sources]
    return [row for row in rows if row is not None]


def _income_row(
    member_id: str, source: IncomeSource, person: tuple[tuple[bool, bool], float], chance: Random
) -> Row | None:
    (known_before, known_after), luck = person
    earns = chance.random()
    before = source.typical * chance.lognormvariate(luck, source.spread) if earns < source.earning_before else 0.0
    base = before or source.typical * chance.lognormvariate(luck - 0.2, source.spread)
    after = base * source.growth * chance.lognormvariate(0, 0.3) if earns < source.earning_after else 0.0
    if not ((before and known_before) or (after and known_after)):
        return None
    return {
        "member_id": member_id,
        "income_source": source.name,
        "amount_baseline": _round(before) if known_before else None,
        "amount_endline": _round(after) if known_after else None,
        "period": source.period,
    }


def _round(amount: float) -> int:
    """As people say it: to 50 baht, larger amounts to 500."""
    step = 50 if amount < 10_000 else 500
    return int(amount / step + 0.5) * step


def _a_day(span: tuple[date, date], chance: Random) -> date:
    return span[0] + timedelta(days=chance.randrange((span[1] - span[0]).days + 1))
