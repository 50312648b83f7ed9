"""Every member with an income row is compared, or listed once with the reason why not."""

from __future__ import annotations

from collections import Counter

import pytest

from analysis.compare import compare_rounds
from analysis.provenance import Place
from dictionary.load_indicators import load_indicators
from project import choose_rounds
from tests.build import Sheets, read

INCOME = "member_income"
HEADERS = ["รหัส", "แหล่งรายได้", "ก่อน", "หลัง", "หน่วยเวลา"]
ONE_ROUND = ["รหัส", "แหล่งรายได้", "จำนวนเงิน", "หน่วยเวลา"]
ROWS = [
    ["M1", "ทอผ้า", 100, 200, "เดือน"],
    ["M1", "ย้อม", 50, 60, None],
    ["M2", "ทอผ้า", 100, 200, "เดือน"],
    ["M3", "ทอผ้า", 100, None, "เดือน"],
    ["M4", "ทอผ้า", "x", 5, "เดือน"],
    ["M4", "ย้อม", 4, 5, "เดือน"],
    ["M5", "ทอผ้า", "ไม่มี", 5, "เดือน"],
    ["M6", "ทอผ้า", 4, 5, "วัน"],
]
BOTH: Sheets = {"รายได้": [HEADERS, *ROWS]}
APART: Sheets = {
    "รายได้ ก่อน": [ONE_ROUND, ["M1", "ทอผ้า", 1, "เดือน"], ["M1", "ย้อม", 1, None], ["M2", "ทอผ้า", 1, "เดือน"]],
    "รายได้ หลัง": [ONE_ROUND, ["M1", "ทอผ้า", 1, "เดือน"], ["M2", "ทอผ้า", 1, None], ["M3", "ทอผ้า", 1, "เดือน"]],
}


def compare(sheets: Sheets) -> tuple[set[str], int, dict[str, str]]:
    """The members with an income row, the number of those compared, and the reason of each that is left out."""
    reading = read(sheets)
    rounds = choose_rounds(reading.rounds)
    compared = compare_rounds(
        reading.observations, rounds, load_indicators(), [Place(*place) for place in reading.places]
    )
    left = [one for one in compared.excluded if one.indicator == INCOME]
    assert max(Counter(one.unit for one in left).values()) == 1
    rows = reading.observations[reading.observations["indicator"] == INCOME]
    return set(rows["unit"]), len(compared.pairs[INCOME].baseline), {one.unit: one.reason for one in left}


@pytest.mark.parametrize("sheets", [BOTH, APART])
def test_every_member_with_income_is_compared_or_left_out_once(sheets: Sheets) -> None:
    members, paired, left = compare(sheets)
    assert set(left) <= members
    assert paired + len(left) == len(members)


def test_a_member_one_of_whose_rows_has_no_period_is_left_out_with_the_reason() -> None:
    assert compare(APART)[2] == {"M1": "baseline_unknown", "M2": "endline_unknown", "M3": "endline_only"}
    assert compare(BOTH)[2]["M1"] == "not_stated"  # neither the total before nor that after is known
