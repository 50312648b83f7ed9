"""Laws of participation that hold whatever the sheet: counts, highest levels, order, and blanks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Compared
from tests.observe import compare, find, observe

STAGES, STAKEHOLDERS = ("think", "act", "solve", "share", "improve", "-"), ("citizens", "education", "private", "-")
LEVEL = st.sampled_from(["1", "2", "3", "4", "5", "-", "."])
PRESENCE = st.sampled_from(["0", "1", "1", "-", "."])
Line = tuple[str, ...]
NAMES = ("unit", "stage", "stakeholder", "baseline", "endline", "first", "last")
LINES = st.lists(
    st.tuples(
        st.sampled_from("abcdefgh"),
        st.sampled_from(STAGES),
        st.sampled_from(STAKEHOLDERS),
        PRESENCE,
        PRESENCE,
        LEVEL,
        LEVEL,
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda line: line[0],
)
PLAIN = settings(max_examples=20)


def _without_groups(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name not in {"stage", "stakeholder"}}


def _compare(lines: Sequence[Line]) -> Compared:
    rows = [dict(zip(NAMES, line, strict=True)) for line in lines]
    levels = [{**row, "baseline": row["first"], "endline": row["last"]} for row in rows]
    stages = [{**row, "unit": row["stage"]} for row in rows if row["stage"] != "-"]
    return compare(
        observe("participation_activities", rows),
        observe("participation_level", levels),
        observe("participation_stages", map(_without_groups, stages)),
    )


@PLAIN
@given(LINES)
def test_the_highest_level_is_that_of_a_row_and_no_row_is_above_it(lines: Sequence[Line]) -> None:
    if all(line[5] == line[6] == "." for line in lines):
        return
    finding = find(_compare(lines), "participation_level")
    typed = [float(line[6]) for line in lines if line[6] not in "-."]
    assert finding.endline is None or finding.endline == max(typed)
    assert (finding.endline is None) == (not typed)
    assert finding.relative_change is None


@PLAIN
@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(lines: list[Line], chance: object) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = (
        {(f.indicator.key, f.group): (f.baseline, f.endline, f.missing) for f in _compare(part).findings}
        for part in (lines, shuffled)
    )
    assert first == second


@PLAIN
@given(LINES)
def test_the_crossed_groups_of_a_stage_add_up_to_it(lines: Sequence[Line]) -> None:
    placed = [line for line in lines if "-" not in line[1:5] and "." not in line[3:5]]
    if not placed:
        return
    findings = [f for f in _compare(placed).findings if f.indicator.key == "participation_activities"]
    for stage in {line[1] for line in placed}:
        whole = [f.endline or 0.0 for f in findings if f.group == (("stage", stage),)]
        parts = [f.endline or 0.0 for f in findings if len(f.group) == 2 and f.group[0] == ("stage", stage)]
        assert math.fsum(parts) == math.fsum(whole)


@PLAIN
@given(LINES)
def test_no_more_stages_are_covered_than_there_are(lines: Sequence[Line]) -> None:
    if all(line[1] == "-" or line[3] == line[4] == "." for line in lines):
        return
    finding = find(_compare(lines), "participation_stages")
    sure = {line[1] for line in lines if line[4] == "1" and line[1] != "-"}
    assert finding.endline is None or finding.endline == len(sure)
    assert finding.endline is not None or not sure
