"""A breakdown of yes and no: one to four who answer either way are a group of one to four people."""

from __future__ import annotations

import pytest

from tests.build import find

VILLAGES = ("ก", "ข", "ค")


def shown(before: tuple[int, int, int], after: tuple[int, int, int]) -> list[str]:
    """The villages of 20 that are shown, given how many of each said yes before and after."""
    rows: list[list[object]] = [["รหัสสมาชิก", "เพศ", "หมู่บ้าน", "มีบัญชีออมทรัพย์ ก่อน", "มีบัญชีออมทรัพย์ หลัง"]]
    for village, first, last in zip(VILLAGES, before, after, strict=True):
        for n in range(20):
            said = ["มี" if n < yes else "ไม่มี" for yes in (first, last)]
            rows.append([f"{village}{n}", "หญิง", village, *said])
    found = [one for one in find({"แบบสอบถาม": rows}).findings if one.method == "paired_share"]
    return [dict(one.group)["village"] for one in found if "village" in dict(one.group) and not one.suppressed]


@pytest.mark.parametrize(
    ("before", "after", "villages"),
    [
        ((8, 8, 9), (15, 10, 10), ["ก", "ข", "ค"]),
        ((8, 8, 9), (20, 10, 10), ["ก", "ข", "ค"]),  # nobody said no: no group of few
        ((2, 8, 9), (10, 10, 10), ["ค"]),
        ((8, 8, 9), (18, 10, 10), ["ค"]),  # two said no after
        ((18, 8, 9), (15, 10, 10), ["ค"]),
    ],
)
def test_few_who_say_no_are_hidden_as_few_who_say_yes_are(
    before: tuple[int, int, int], after: tuple[int, int, int], villages: list[str]
) -> None:
    assert shown(before, after) == villages
