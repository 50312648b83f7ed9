"""No number of one to four people who came can be worked out from what is shown of stages, stakeholders and both."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.attendances import PEOPLE_CAME, hide_few_attending
from analysis.disclosure import MIN_GROUP
from analysis.findings import Finding, Group
from tests.factories_figures import make_finding

STAGES, STAKEHOLDERS = ("think", "act", "share"), ("citizens", "government", "education")
CELLS = tuple(product(STAGES, STAKEHOLDERS))
CAME = st.sampled_from([0, 0, 2, 4, 5, 9, 40])
Table = Mapping[tuple[str, str], tuple[int, int]]


def _write(table: Table) -> list[Finding]:
    """The total, both breakdowns and the table, as a comparison finds them."""
    groups: list[Group] = [
        (),
        *((("stage", one),) for one in STAGES),
        *((("stakeholder", one),) for one in STAKEHOLDERS),
    ]
    groups += [(("stage", stage), ("stakeholder", who)) for stage, who in table]
    found = []
    for group in groups:
        values = [sum(came[side] for cell, came in table.items() if _holds(group, cell)) for side in (0, 1)]
        found.append(make_finding(PEOPLE_CAME, *values, method="sum_of_known", group=group))
    return found


def _holds(group: Group, cell: tuple[str, str]) -> bool:
    return all(value in cell for _, value in group)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(CELLS), st.tuples(CAME, CAME), min_size=1))
def test_no_number_of_few_who_came_follows_from_those_shown(table: Table) -> None:
    found = _write(table)
    cells = list(table)
    shown = [
        [float(_holds(one.group, cell)) for cell in cells] for one in hide_few_attending(found) if not one.suppressed
    ]
    rank = np.linalg.matrix_rank(np.array(shown))
    for one in found:
        few = any(0 < (value or 0) < MIN_GROUP for value in (one.baseline, one.endline))
        if few and one.group:
            wanted = [float(_holds(one.group, cell)) for cell in cells]
            alone = all(_holds(one.group, cell) for cell in cells)  # the project's total, which is shown
            assert alone or np.linalg.matrix_rank(np.array([*shown, wanted])) > rank, one.group


@given(st.dictionaries(st.sampled_from(CELLS), st.tuples(st.integers(5, 90), st.integers(5, 90)), min_size=1))
@settings(max_examples=20, deadline=None)
def test_nothing_is_hidden_where_every_number_is_of_five_or_more(table: Table) -> None:
    assert not any(one.suppressed for one in hide_few_attending(_write(table)))
