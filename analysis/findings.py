"""The result of the analysis: one frozen object that screen, images, reports and JSON all render."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.beside import Beside, Remedy
from analysis.statistics import Floats
from dictionary.nouns import (
    Dimension,
    Exclusion,
    Indicator,
    Problem,
    ProjectInfo,
    Round,
    SheetReading,
    Source,
)
from dictionary.people import PeopleCounts

if TYPE_CHECKING:
    from analysis.contrasts import GroupComparison
    from analysis.evidence import Evidence
    from analysis.income_lines import BelowLine
    from analysis.prices import Prices
    from analysis.typed_compared import TypedDiffers

Group = tuple[tuple[str, str], ...]  # (("sex", "female"),); () is the whole project
PROTECTING = "protecting"
MEDIANS, MEDIAN_OF_DIFFERENCES = "paired_median", "median_difference"


def tell_hidden(protects: bool) -> str:
    """The reason of what is hidden: it is too small itself, or its figure would give away a smaller group."""
    return PROTECTING if protects else "suppressed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One change of one indicator for one group.

    Values are in ``unit`` (a code of ``units.csv``; shares 0–1). ``difference`` = endline − baseline;
    ``relative_change`` is its share of the baseline, None where the base is zero or negative or the indicator
    is itself a share (those change by percentage points: see ``difference``). ``interval`` is the 95 % confidence
    interval of the difference (where there is no baseline, as for the share better off: of the endline). ``better``
    follows the point estimate: None where neither direction is better or nothing changed. ``missing`` is a code of the
    codelist ``reason`` where something could not be computed; ``suppressed`` is true where the group is too small to
    show, or ``protects`` a smaller one (then every value is None). ``beside`` are further estimates of the change,
    ``p_adjusted`` is Holm's over the indicators tested, ``remedies`` what its caveats call for, ``grade`` the code of
    how strong the evidence is and ``raises`` what would raise it, ``claim`` the rung of the ladder (``claims.csv``)
    that says what may be said. ``match_share`` is the share of the baseline units paired.
    """

    indicator: Indicator
    unit: str
    method: str
    group: Group = ()
    baseline: float | None = None
    endline: float | None = None
    difference: float | None = None
    relative_change: float | None = None
    interval: tuple[float, float] | None = None
    p_value: float | None = None
    better: bool | None = None
    n_baseline: int | None = None
    n_endline: int | None = None
    n_pairs: int | None = None
    target: float | None = None
    caveats: tuple[str, ...] = ()
    sources: Sequence[Source] = ()
    missing: str = ""
    suppressed: bool = False
    protects: bool = False
    beside: tuple[Beside, ...] = ()
    p_adjusted: float | None = None
    remedies: tuple[Remedy, ...] = ()
    grade: str = ""
    raises: tuple[str, ...] = ()
    claim: str = ""
    match_share: float | None = None

    @property
    def dimension(self) -> Dimension:
        """The dimension of the indicator."""
        return self.indicator.dimension

    @property
    def judged_by(self) -> tuple[float, float] | None:
        """The interval that says whether the change may be chance: its own, or for medians that of the differences.

        A change of two medians has none; that of the median of the differences stands beside it.
        """
        if self.interval is not None or self.method != MEDIANS:
            return self.interval
        return next((one.interval for one in self.beside if one.method == MEDIAN_OF_DIFFERENCES), None)

    @property
    def reason(self) -> str:
        """Why a value is not there, as a code of the codelist ``reason``; empty where none is missing."""
        return tell_hidden(self.protects) if self.suppressed else self.missing


@dataclass(frozen=True, slots=True)
class PairedValues:
    """The values behind a paired finding, without ids, in an arbitrary order: arrays of equal length.

    ``apart`` are those of each round where nobody is in both.
    """

    baseline: Floats
    endline: Floats
    n_baseline_only: int
    n_endline_only: int
    apart: tuple[Floats, Floats] | None = None


@dataclass(frozen=True, slots=True)
class TrendValue:
    """The value of an indicator in one round by itself, on how many units it rests, and its cells.

    None is not known: it is a gap, and nothing is put in its place.
    """

    round: str
    value: float | None = None
    n: int | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator of the whole project in every round, in the order of time; of whoever is known in each.

    ``difference``, ``relative_change`` and ``better`` are from the first known value to the last. ``suppressed`` is
    true where a round would tell of too few people, or ``protects`` a smaller group (then there are no values at all).
    """

    indicator: Indicator
    unit: str
    method: str
    values: tuple[TrendValue, ...] = ()
    difference: float | None = None
    relative_change: float | None = None
    better: bool | None = None
    caveats: tuple[str, ...] = ()
    suppressed: bool = False
    protects: bool = False

    @property
    def dimension(self) -> Dimension:
        """The dimension of the indicator."""
        return self.indicator.dimension

    @property
    def reason(self) -> str:
        """Why the trend is not shown, as a code of the codelist ``reason``; empty where it is."""
        return tell_hidden(self.protects) if self.suppressed else ""

    @property
    def known(self) -> tuple[TrendValue, ...]:
        """The rounds in which the value is known."""
        return tuple(one for one in self.values if one.value is not None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of all rounds."""
        return tuple(dict.fromkeys(source for one in self.values for source in one.sources))


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a project for one pair of rounds, with what was read, left out and doubted.

    ``rounds`` are the two compared, ``all_rounds`` those of the data; ``trends`` are empty where there are but two.
    ``only`` names the group whose members alone they are of; () is everybody. ``people`` counts who was matched,
    ``evidence`` is what the sheets read row by row tell, ``prices`` in which prices amounts stand, ``lines`` how many
    earn less than a line, ``typed_differs`` typed figures unlike those of the rows, ``comparison`` who is outside.
    """

    methods_version: str
    project: ProjectInfo
    rounds: tuple[Round, Round]
    findings: tuple[Finding, ...]
    pairs: Mapping[str, PairedValues] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    sheets: tuple[SheetReading, ...] = ()
    only: Group = ()
    all_rounds: tuple[Round, ...] = ()
    trends: tuple[Trend, ...] = ()
    people: PeopleCounts | None = None
    evidence: Evidence | None = None
    prices: Prices | None = None
    lines: tuple[BelowLine, ...] = ()
    typed_differs: tuple[TypedDiffers, ...] = ()
    comparison: GroupComparison | None = None

    @property
    def tests(self) -> int:
        """How many indicators of the whole project were tested: what ``p_adjusted`` is adjusted for."""
        contrasts = self.comparison.contrasts if self.comparison else ()
        tested = (*self.findings, *(one.finding for one in self.lines), *(one.finding for one in contrasts))
        return sum(finding.p_adjusted is not None for finding in tested)

    def find(self, indicator: str, group: Group = ()) -> Finding | None:
        """The finding of an indicator key for one group, or None."""
        hits = (f for f in self.findings if f.indicator.key == indicator and f.group == group)
        return next(hits, None)

    def breakdown(self, indicator: str, by: str) -> tuple[Finding, ...]:
        """The findings of an indicator for each group of one disaggregation, e.g. ``by="village"``."""
        return tuple(
            f for f in self.findings if f.indicator.key == indicator and len(f.group) == 1 and f.group[0][0] == by
        )

    def of_dimension(self, dimension: Dimension) -> tuple[Finding, ...]:
        """The whole-project findings of one dimension."""
        return tuple(f for f in self.findings if f.dimension is dimension and not f.group)
