"""The disclosure policy: which groups of a breakdown of people are too small to show.

A group of fewer than ``MIN_GROUP`` people in a round in which it has any is suppressed, in both rounds. Its value could
still be found by taking the other groups from the total, so the next smallest groups are suppressed with it until at
least two are, and until those suppressed make ``MIN_GROUP`` people together in every round in which they have any.
Project totals, those who joined or left, and organisations are not suppressed. Which groups are is chosen for each
round, alike for all measures of the same people and all pairs of rounds (``analysis.hiding``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

MIN_GROUP = 5
PEOPLE = "people"
OVERLAPPING = ("income_source",)  # one person can be in several of these groups

Size = tuple[int, ...]  # people in each round; of pairs also how many pairs there are


def choose_suppressed(
    sizes: Mapping[int, Size], overlapping: bool = False, preferred: Collection[int] = ()
) -> frozenset[int]:
    """The groups that must not be shown, given how many people each has in each round.

    ``preferred`` are hidden elsewhere: where others must be hidden with the small ones, those come first.
    """
    suppressed = [group for group, size in sizes.items() if is_small(size)]
    left = sizes.keys() - set(suppressed)
    others = sorted(left, key=lambda group: (group not in preferred, *_rank(sizes[group]), group))
    while suppressed and others and not _is_safe([sizes[group] for group in suppressed], overlapping):
        suppressed.append(others.pop(0))
    return frozenset(suppressed)


def is_small(size: Size) -> bool:
    """Whether a group has people in a round, but fewer than may be shown."""
    return any(0 < people < MIN_GROUP for people in size)


def _is_safe(hidden: Sequence[Size], overlapping: bool) -> bool:
    """Whether the total less all that is shown says nothing of one group, nor of fewer than ``MIN_GROUP`` people."""
    together = [max(side) if overlapping else sum(side) for side in zip(*hidden, strict=True)]
    return len(hidden) > 1 and not any(0 < people < MIN_GROUP for people in together)


def _rank(size: Size) -> tuple[int, int]:
    """Smallest first; a group with nobody in one of the rounds hides little there and comes last."""
    return (1 if 0 in size else 0, sum(size))
