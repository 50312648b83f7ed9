"""The grades of evidence: what a finding must have for each, as the rows of ``grades.csv`` say, strongest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dictionary.rows import read_rows


class Certainty(StrEnum):
    """What the 95 % interval of a change says; also what a rule may ask of it."""

    EXCLUDES = "excludes_zero"
    INCLUDES = "includes_zero"
    NONE = "no_interval"
    NOT_INCLUDING = "not_including_zero"  # asked by a rule: the interval excludes zero, or there is none


@dataclass(frozen=True, slots=True)
class GradeRule:
    """One row: the designs it is for (none: any), the least match (share) and n, the interval, caveats it bears not."""

    grade: str
    designs: frozenset[str]
    min_match: float
    min_n: int
    interval: Certainty | None
    without: tuple[str, ...]

    def allows(self, certainty: Certainty) -> bool:
        """Whether an interval is good enough for the rule."""
        if self.interval is Certainty.NOT_INCLUDING:
            return certainty is not Certainty.INCLUDES
        return self.interval in {None, certainty}


@cache
def load_grades() -> tuple[GradeRule, ...]:
    """The rules in the order of the file: the first whose conditions are all met gives the grade."""
    return tuple(_read(row) for row in read_rows("grades"))


def _read(row: dict[str, str]) -> GradeRule:
    return GradeRule(
        grade=row["grade"],
        designs=frozenset(filter(None, row["design"].split(";"))),
        min_match=float(row["min_match"] or 0),
        min_n=int(row["min_n"] or 0),
        interval=Certainty(row["interval"]) if row["interval"] else None,
        without=tuple(filter(None, row["without"].split(";"))),
    )
