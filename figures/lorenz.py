"""What the chart of inequality is drawn from: the Lorenz curves of both rounds and the figures beside the finding."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.beside import Beside
from analysis.findings import Finding, Findings
from analysis.statistics import MIN_TESTED, Floats, list_lorenz
from figures.pairs import INDICATOR

OF_ALL = "member_income_all"
FEWEST_DECIMALS, MOST_DECIMALS = 2, 4


@dataclass(frozen=True, slots=True)
class Inequality:
    """``people`` are shares of the members from the lowest income, ``money`` what they have of all, in each round.

    ``fewest`` is how many are known in the round of fewer.
    """

    finding: Finding
    people: Floats
    money: tuple[Floats, Floats]
    beside: dict[str, Beside]
    fewest: int

    @property
    def is_apart(self) -> bool:
        """Whether the rounds are of different people."""
        return self.finding.indicator.key == OF_ALL

    @property
    def ginis(self) -> tuple[float, float]:
        """The Gini before and after."""
        return self.beside["gini_baseline"].value or 0.0, self.beside["gini_endline"].value or 0.0

    @property
    def decimals(self) -> int:
        """With how many decimals the Gini and the interval of its change are told."""
        return choose_decimals(self.ginis, self.beside["gini_change"].interval)

    @property
    def verdict(self) -> str:
        """``less`` or ``more`` unequal, or the ``same`` where the interval of the change includes zero."""
        interval = self.beside["gini_change"].interval
        if interval is None or interval[0] <= 0 <= interval[1]:
            return "same"
        return "less" if interval[1] < 0 else "more"


def choose_decimals(values: tuple[float, float], interval: tuple[float, float] | None) -> int:
    """As many as keep both values apart and the interval of their change off 0, where they are: two to four."""
    first, last = values
    enough = (
        number
        for number in range(FEWEST_DECIMALS, MOST_DECIMALS)
        if all(round(bound, number) for bound in interval or () if bound)
        and (first == last or round(first, number) != round(last, number))
    )
    return next(enough, MOST_DECIMALS)


def find_inequality(findings: Findings) -> Inequality | None:
    """The curves of the paired incomes, of different people each time those of whoever is known.

    None under six people in a round, or where there is no Gini in either.
    """
    pairs = findings.pairs.get(INDICATOR)
    if pairs is None:
        return None
    finding = findings.find(OF_ALL if pairs.apart else INDICATOR)
    values = pairs.apart or (pairs.baseline, pairs.endline)
    if finding is None or finding.suppressed or min(one.size for one in values) < MIN_TESTED:
        return None
    beside = {one.method: one for one in finding.beside}
    if any(name not in beside or beside[name].value is None for name in ("gini_baseline", "gini_endline")):
        return None
    (people, before), (_, after) = map(list_lorenz, values)
    return Inequality(finding, people, (before, after), beside, min(one.size for one in values))
