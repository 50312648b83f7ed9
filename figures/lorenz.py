"""What the chart of inequality is drawn from: the Lorenz curves of both rounds and the figures beside the finding."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.beside import Beside
from analysis.findings import Finding, Findings
from analysis.statistics import MIN_TESTED, Floats, list_lorenz
from figures.pairs import find_incomes


@dataclass(frozen=True, slots=True)
class Inequality:
    """``people`` are shares of the members from the lowest income, ``money`` what they have of all, in each round."""

    finding: Finding
    people: Floats
    money: tuple[Floats, Floats]
    beside: dict[str, Beside]

    @property
    def ginis(self) -> tuple[float, float]:
        """The Gini before and after."""
        return self.beside["gini_baseline"].value or 0.0, self.beside["gini_endline"].value or 0.0

    @property
    def verdict(self) -> str:
        """``less`` or ``more`` unequal, or the ``same`` where the interval of the change includes zero."""
        interval = self.beside["gini_change"].interval
        if interval is None or interval[0] <= 0 <= interval[1]:
            return "same"
        return "less" if interval[1] < 0 else "more"


def find_inequality(findings: Findings) -> Inequality | None:
    """The curves of the paired incomes; None under six pairs, or where there is no Gini in either round."""
    incomes = find_incomes(findings)
    if incomes is None or incomes.count < MIN_TESTED:
        return None
    beside = {one.method: one for one in incomes.finding.beside}
    if any(name not in beside or beside[name].value is None for name in ("gini_baseline", "gini_endline")):
        return None
    (people, before), (_, after) = list_lorenz(incomes.pairs.baseline), list_lorenz(incomes.pairs.endline)
    return Inequality(incomes.finding, people, (before, after), beside)
