"""Which findings are changes of the whole project from before to after, and how many are for better or for worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol, TypeVar

from analysis.findings import Finding, Findings
from dictionary.load_methods import Design, load_method_rows
from dictionary.nouns import Dimension, Indicator
from dictionary.personal import ALL

BETWEEN_ROUNDS = {
    "count_joined",
    "count_left",
    "count_stayed",
    "share_stayed",
    "share_better",
    "share_same",
    "share_worse",
}  # methods that count what happened between the rounds: they have no before
HEADLINES = (
    "member_income",
    "member_income_all",
    "members_active",
    "partners",
)  # never left out while there is room for them
INCONCLUSIVE = "inconclusive"  # the lowest grade of evidence
SAMPLED = {Design.PAIRED, Design.COMPARED}  # changes of those measured, which may be chance where no interval is known
OTHER_WAYS = {"paired_median"}  # the same quantity as another finding, measured in another way
OF_KNOWN = {"mean_of_known", "share_of_known"}  # of whoever is known in each round, beside that of the same people
TOTALS = {"member_income_total": "member_income"}  # by the indicator that tells the mean of the same amounts


class Moved(Protocol):
    """A change of one indicator: between the two rounds compared, or over all rounds."""

    @property
    def indicator(self) -> Indicator: ...  # noqa: D102
    @property
    def dimension(self) -> Dimension: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def method(self) -> str: ...  # noqa: D102
    @property
    def difference(self) -> float | None: ...  # noqa: D102
    @property
    def relative_change(self) -> float | None: ...  # noqa: D102
    @property
    def better(self) -> bool | None: ...  # noqa: D102


M = TypeVar("M", bound=Moved)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators got better, worse, stayed or have no better direction, and cannot be compared."""

    better: int
    worse: int
    other: int
    unknown: int

    @property
    def compared(self) -> int:
        """Indicators with a difference."""
        return self.better + self.worse + self.other


def list_changes(findings: Findings, dimension: Dimension | None = None) -> tuple[Finding, ...]:
    """The whole-project changes, by dimension and within it by size; those without a size or a value come last."""
    wanted = [
        f
        for f in findings.findings
        if not f.group and f.method not in BETWEEN_ROUNDS | OTHER_WAYS and dimension in (None, f.dimension)
        if not _is_told_already(f, findings)
    ]
    order = tuple(Dimension)
    return tuple(sorted(wanted, key=lambda f: (order.index(f.dimension), *_size_order(f))))


def _is_told_already(finding: Finding, findings: Findings) -> bool:
    """Whether another finding tells the same change: one rise would count as two.

    Of a mean or share that of the same people is told, or where nobody is known twice that of whoever is known. A total
    of the same amounts says no more than their mean: one that somebody planned, or whose mean is not known, is told.
    """
    key = finding.indicator.key
    if finding.method in OF_KNOWN:
        same = findings.find(key.removesuffix(ALL))
        return same is not None and not _stands_in(finding, same)
    if key in TOTALS:
        means = (findings.find(f"{TOTALS[key]}{end}") for end in ("", ALL))
        return finding.target is None and any(one is not None and one.difference is not None for one in means)
    known = findings.find(f"{key}{ALL}")
    return known is not None and _stands_in(known, finding)


def _stands_in(known: Finding, same: Finding) -> bool:
    """Whether the figure of whoever is known is told in place of that of the same people, as there is none."""
    return same.difference is None and not same.suppressed and known.difference is not None


def is_hidden(findings: Findings, *keys: str) -> bool:
    """Whether one of the indicators may not be shown for the whole, because it would tell of too few people."""
    return any(f is not None and f.suppressed for f in map(findings.find, keys))


def change_size(finding: Moved) -> float | None:
    """What an arrow shows: the share of the baseline, for a share the difference; None where there is no base."""
    if finding.relative_change is not None:
        return finding.relative_change
    return finding.difference if finding.unit == "share" else None


def _size_order(finding: Moved) -> tuple[int, float]:
    size = change_size(finding)
    if size is not None:
        return 0, -abs(size)
    return (2, 0.0) if finding.difference is None else (1, 0.0)


def count_changes(changes: Sequence[Moved]) -> Tally:
    """Count changes by what they mean."""
    known = [f for f in changes if f.difference is not None]
    better, worse = sum(f.better is True for f in known), sum(f.better is False for f in known)
    return Tally(better, worse, len(known) - better - worse, len(changes) - len(known))


def count_open(changes: Sequence[Moved]) -> int:
    """How many changed of which nothing says whether that is better or worse."""
    return sum(bool(one.difference) and one.better is None for one in changes)


def count_same(changes: Sequence[Moved]) -> int:
    """How many are known in both rounds and did not change at all."""
    return sum(one.difference == 0 for one in changes)


def count_moves(changes: Sequence[Moved]) -> dict[str, int]:
    """How many went up, down and neither way, whatever it means."""
    moves = [f.difference for f in changes if f.difference is not None]
    return {"up": sum(move > 0 for move in moves), "down": sum(move < 0 for move in moves), "same": moves.count(0)}


def is_perhaps_chance(change: Moved) -> bool:
    """Whether a change was found whose 95 % interval includes zero: the estimate has a direction, the data no proof."""
    return bool(change.difference) and spans_zero(change)


def spans_zero(change: Moved) -> bool:
    """Whether the 95 % interval that a difference is judged by includes zero."""
    interval = change.judged_by if isinstance(change, Finding) and change.difference is not None else None
    return interval is not None and interval[0] <= 0 <= interval[1]


def is_unsure(change: Moved) -> bool:
    """Whether chance cannot be told from a change: its interval includes zero, or it is of a sample and has none.

    So it is of a figure of all who are known that is no surer than that of the same people beside it.
    Where nothing changed and there is no interval there is no change to be told from chance.
    """
    if not isinstance(change, Finding) or change.difference is None:
        return False
    if change.judged_by or not change.difference:
        return spans_zero(change)
    method = load_method_rows().get(change.method)
    return (method is not None and method.design in SAMPLED) or change.grade == INCONCLUSIVE


def is_inconclusive(change: Moved) -> bool:
    """Whether a change was found of which nothing can be concluded: it may be chance, or is of too few to be tested."""
    few = isinstance(change, Finding) and change.grade == INCONCLUSIVE
    return bool(change.difference) and (few or spans_zero(change))


def count_inconclusive(changes: Sequence[Moved]) -> int:
    """Of how many of those that got better or worse nothing can be concluded."""
    return sum(one.better is not None and is_inconclusive(one) for one in changes)


def find_neither(changes: Sequence[Moved]) -> str:
    """The end of the key of a title without better or worse: nothing changed at all, or only in no better direction."""
    return "neither" if any(f.difference for f in changes) else "unchanged"


def pick_most_telling(found: Sequence[Finding], most: int | None) -> tuple[Finding, ...]:
    """At most ``most`` findings in their order: the largest changes, worse ones in at least their share of all."""
    if most is None or most >= len(found):
        return tuple(found)
    ranked = sorted(found, key=_size_order)
    worse = [f for f in ranked if f.better is False]
    rest = [f for f in ranked if f.better is not False]
    places = min(len(worse), max(ceil(most * len(worse) / len(found)), most - len(rest)))
    kept = {id(f) for f in (*worse[:places], *rest[: most - places])}
    return tuple(f for f in found if id(f) in kept)


def pick_leading(found: Sequence[M], most: int | None) -> tuple[M, ...]:
    """At most ``most`` changes in their order: one of each dimension first, the headlines, what got worse, the largest.

    The one of a dimension is its headline where there is one, else what got worse most, else its largest change.
    """
    if most is None or most >= len(found):
        return tuple(found)
    ranked = sorted(found, key=lambda f: (_headline_order(f), f.better is not False, *_size_order(f)))
    first = {f.dimension: f for f in reversed(ranked)}.values()
    leading = sorted(ranked, key=lambda f: not any(f is one for one in first))
    kept = {id(f) for f in leading[:most]}
    return tuple(f for f in found if id(f) in kept)


def _headline_order(finding: Moved) -> int:
    key = finding.indicator.key
    return HEADLINES.index(key) if key in HEADLINES else len(HEADLINES)
