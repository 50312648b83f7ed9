"""The paired incomes behind the income charts, and how many members earned more, the same and less."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.findings import Finding, Findings, PairedValues
from analysis.sample import tell_ways
from analysis.statistics import Floats
from figures.changes import is_hidden

INDICATOR = "member_income"
MOST_LINES = 60  # pairs drawn as one line each; more become distributions
FEWEST_FOR_INTERVAL = 6


@dataclass(frozen=True, slots=True)
class Incomes:
    """Pairs of one indicator with its finding: what the income charts are drawn from."""

    pairs: PairedValues
    finding: Finding

    @property
    def count(self) -> int:
        """Number of pairs."""
        return len(self.pairs.baseline)

    @property
    def has_lines(self) -> bool:
        """Whether each pair is drawn as a line."""
        return self.count <= MOST_LINES

    @property
    def interval(self) -> tuple[float, float] | None:
        """The interval of the mean difference; never under six pairs."""
        return self.finding.interval if self.count >= FEWEST_FOR_INTERVAL else None

    @property
    def means(self) -> tuple[float, float]:
        """Mean before and after, of the pairs."""
        return float(self.pairs.baseline.mean()), float(self.pairs.endline.mean())

    @property
    def ways(self) -> Floats:
        """Which way each pair went: 1 up, 0 not at all, −1 down."""
        return tell_ways(self.pairs.baseline, self.pairs.endline)

    def rises(self) -> tuple[int, int, int]:
        """How many pairs rose, stayed and fell."""
        return int((self.ways > 0).sum()), int((self.ways == 0).sum()), int((self.ways < 0).sum())


def find_incomes(findings: Findings) -> Incomes | None:
    """The paired incomes; None where there is no pair or the finding is hidden."""
    pairs, finding = findings.pairs.get(INDICATOR), findings.find(INDICATOR)
    if pairs is None or finding is None or finding.suppressed or len(pairs.baseline) == 0:
        return None
    return Incomes(pairs, finding)


def why_no_pairs(findings: Findings, reason: str) -> str:
    """Why a chart of single members has none to draw: too few, a part of the members, or else ``reason``."""
    if is_hidden(findings, INDICATOR):
        return "small"
    return "members_alone" if findings.only and findings.find(INDICATOR) else reason
