"""What a comparison group tells: the change of participants beside the change of others, indicator by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.findings import Finding
from dictionary.nouns import Exclusion, Source
from i18n import Text

METHOD = "difference_in_differences"
PARTICIPANT, COMPARISON = "participant", "comparison"
SIDES = (PARTICIPANT, COMPARISON)


@dataclass(frozen=True, slots=True)
class SideValues:
    """One group: its mean (or share) in both rounds and on how many people each rests."""

    baseline: float | None = None
    endline: float | None = None
    n_baseline: int | None = None
    n_endline: int | None = None
    n_pairs: int | None = None
    villages: int | None = None

    @property
    def change(self) -> float | None:
        """The later value less the earlier."""
        return None if self.baseline is None or self.endline is None else self.endline - self.baseline


@dataclass(frozen=True, slots=True)
class Step:
    """Both groups in one round by itself, of whoever is known in it; None is not known, or not shown."""

    round: str
    participants: float | None
    comparison: float | None
    n_participants: int | None = None
    n_comparison: int | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """One indicator. ``finding`` is the difference in differences, with the participants' baseline and endline.

    ``design`` is ``paired`` (changes of the same people), ``each_round`` (different people each time) or ``typed``.
    ``clusters`` counts the villages that the interval allows for (0: none), ``df`` are its degrees of freedom.
    ``usual`` is the standard error that other programs give by village (CR1), for comparison; None without villages.
    ``steps`` are all rounds in the order of time; ``earlier`` is the same difference over the time before the baseline,
    in which no project can have had an effect (None where there is no earlier round).
    """

    finding: Finding
    design: str
    participants: SideValues = SideValues()
    comparison: SideValues = SideValues()
    error: float | None = None
    df: float | None = None
    clusters: int = 0
    usual: float | None = None
    steps: tuple[Step, ...] = ()
    earlier: Finding | None = None

    @property
    def expected(self) -> float | None:
        """Where participants would be by the endline had they changed as the others did."""
        if self.participants.baseline is None or self.comparison.change is None:
            return None
        return self.participants.baseline + self.comparison.change

    @property
    def is_parallel(self) -> bool | None:
        """Whether both groups went alike before the project, as far as the interval can tell; None is not known."""
        interval = self.earlier.interval if self.earlier else None
        return None if interval is None else interval[0] <= 0 <= interval[1]


@dataclass(frozen=True, slots=True)
class Trait:
    """How alike the groups are at the baseline in one thing: means (or shares) and their standardised difference.

    ``trait`` is a key of an indicator or of the codelist ``trait``; (m₁ − m₂)/√((s₁² + s₂²)/2) (Austin 2009).
    ``suppressed``: too few people would be told of. ``label`` is the name of what the user's own sheet measures.
    """

    trait: str
    unit: str
    participants: float | None = None
    comparison: float | None = None
    difference: float | None = None
    n_participants: int = 0
    n_comparison: int = 0
    suppressed: bool = False
    sources: tuple[Source, ...] = ()
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """All that the comparison group tells; ``people`` counts each group where its people are known one by one.

    ``excluded`` are its people whose change is not known.
    """

    contrasts: tuple[Contrast, ...] = ()
    balance: tuple[Trait, ...] = ()
    people: tuple[tuple[str, int], ...] = ()
    excluded: tuple[Exclusion, ...] = ()

    def find(self, finding: Finding) -> Contrast | None:
        """The contrast of a finding, told of that finding where it is the one of the time before; None is of none."""
        for one in self.contrasts:
            if finding == one.finding:
                return one
            if finding == one.earlier:
                return replace(one, finding=finding, participants=SideValues(), comparison=SideValues())
        return None

    def told_as(self, findings: Sequence[Finding]) -> GroupComparison:
        """The same with these findings in place of those of its contrasts, in their order."""
        told = (replace(one, finding=finding) for one, finding in zip(self.contrasts, findings, strict=True))
        return replace(self, contrasts=tuple(told))
