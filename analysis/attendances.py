"""People who came to activities, by stage and by who they were: which numbers of few people are not shown.

Both breakdowns and the table of one by the other stand on one page. A number is hidden where it is of few people
(``analysis.disclosure``), or where such a number is a sum or difference of those shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from analysis.disclosure import Size, choose_suppressed, is_small
from analysis.findings import Finding, Group
from analysis.statistics import Floats
from analysis.write_finding import suppress

PEOPLE_CAME = "participation_people"


@dataclass(frozen=True, slots=True)
class Number:
    """How many came of one group, and of which cells of the table it is the sum."""

    size: Size
    cells: Floats


def hide_few_attending(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without the numbers that tell of one to four people who came; the project's total is shown."""
    numbers = _read_numbers([one for one in findings if one.indicator.key == PEOPLE_CAME and one.group])
    hidden = _choose_hidden(numbers)
    if not hidden:
        return tuple(findings)
    return tuple(_hide(one, numbers) if _is_one_of(one, hidden) else one for one in findings)


def _is_one_of(finding: Finding, hidden: frozenset[Group]) -> bool:
    return finding.indicator.key == PEOPLE_CAME and finding.group in hidden


def _hide(finding: Finding, numbers: Mapping[Group, Number]) -> Finding:
    return suppress(finding, protects=not is_small(numbers[finding.group].size))


def _read_numbers(found: Sequence[Finding]) -> dict[Group, Number]:
    """The number of each group; a row or a column is the sum of its cells."""
    cells = [one.group for one in found if len(one.group) > 1]
    return {
        one.group: Number(
            (ceil(one.baseline or 0), ceil(one.endline or 0)),
            np.array([float(set(one.group) <= set(cell)) for cell in cells]),
        )
        for one in found
    }


def _choose_hidden(numbers: Mapping[Group, Number]) -> frozenset[Group]:
    """The small numbers, and few others: as many as keep each small one from being worked out, and no more."""
    small = [group for group, number in numbers.items() if is_small(number.size)]
    margins = _hide_margins(numbers)
    hidden = {*small, *margins}
    while _leaks(small, numbers, hidden):
        beside = [group for group in numbers if group not in hidden]
        if not beside:
            break
        pieces = {piece for group in hidden for piece in group}
        hidden.add(min(beside, key=lambda group: (len(group) == 1, not pieces & {*group}, sum(numbers[group].size))))
    for group in sorted(hidden - {*small, *margins}, key=lambda group: -sum(numbers[group].size)):
        if not _leaks(small, numbers, hidden - {group}):
            hidden.remove(group)
    return frozenset(hidden)


def _leaks(small: Sequence[Group], numbers: Mapping[Group, Number], hidden: set[Group]) -> bool:
    return any(_follows(group, numbers, hidden) for group in small)


def _hide_margins(numbers: Mapping[Group, Number]) -> set[Group]:
    """What a breakdown by one column alone would hide."""
    hidden: set[Group] = set()
    for column in ("stage", "stakeholder"):
        groups = [group for group in numbers if len(group) == 1 and group[0][0] == column]
        chosen = choose_suppressed({place: numbers[group].size for place, group in enumerate(groups)})
        hidden |= {groups[place] for place in chosen}
    return hidden


def _follows(group: Group, numbers: Mapping[Group, Number], hidden: set[Group]) -> bool:
    """Whether a number is a combination of those shown and the total."""
    wanted = numbers[group].cells
    shown = np.array([np.ones(wanted.size), *(one.cells for key, one in numbers.items() if key not in hidden)])
    if not wanted.size:
        return False
    return bool(np.linalg.matrix_rank(np.vstack([shown, wanted])) == np.linalg.matrix_rank(shown))
