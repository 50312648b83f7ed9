"""D01–D05 and W01 beside a comparison group: each is raised by one thing, and not raised without it."""

from __future__ import annotations

import pytest

from analysis.contrasts import Contrast
from analysis.findings import Findings
from project import find_changes
from project.opening import make_project
from tests.build import Rows, read

YEARS = (2560, 2562, 2564)
PEOPLE = 24


def _find(
    *, villages: int = 12, apart: int = 0, early: int = 0, pair: tuple[str, str] | None = ("y2562", "y2564")
) -> Findings:
    """Two groups of 24 in so many villages; the others began ``apart`` baht away and rose ``early`` more before."""
    heads = ["รหัสสมาชิก", "กลุ่ม", *(["หมู่บ้าน"] if villages else []), *(f"รายได้ปี {year} (บาท/เดือน)" for year in YEARS)]
    rows = [_write(side, n, villages, (apart, early)) for side in ("เข้าร่วม", "ไม่เข้าร่วม") for n in range(PEOPLE)]
    table: Rows = [heads, *rows]
    return find_changes(make_project(read({"รายได้": table})), pair=pair)


def _write(side: str, n: int, villages: int, unlike: tuple[int, int]) -> list[object]:
    others = side != "เข้าร่วม"
    first = 3000 + 40 * (n * 7 % PEOPLE) + unlike[0] * others
    middle = first + 50 + 11 * (n * (3 if others else 1) % 5) + unlike[1] * others
    last = middle + (100 + 13 * (n % 3) if others else 400 + 17 * (n % 4))
    return [f"{side[0]}{n}", side, *([f"หมู่ {n % villages + 1}"] if villages else []), first, middle, last]


def _get(found: Findings) -> Contrast:
    assert found.comparison is not None
    return next(one for one in found.comparison.contrasts if one.finding.indicator.key == "member_income")


@pytest.mark.parametrize(("villages", "codes"), [(12, set()), (4, {"D01"}), (0, {"D02"})])
def test_few_villages_and_none_are_doubted(villages: int, codes: set[str]) -> None:
    assert {"D01", "D02"} & {*_get(_find(villages=villages)).finding.caveats} == codes


@pytest.mark.parametrize(("apart", "raised"), [(0, False), (2000, True)])
def test_d03_groups_that_began_far_apart(apart: int, raised: bool) -> None:
    assert ("D03" in _get(_find(apart=apart)).finding.caveats) is raised


@pytest.mark.parametrize(("early", "raised"), [(0, False), (500, True)])
def test_d04_earlier_trends_that_differ(early: int, raised: bool) -> None:
    told = _get(_find(early=early))
    assert ("D04" in told.finding.caveats) is raised
    assert told.finding.claim == ("changed_more" if raised else "consistent_with_effect")


@pytest.mark.parametrize(("pair", "raised"), [(("y2562", "y2564"), False), (("y2560", "y2564"), True)])
def test_d05_no_round_before_the_first_compared(pair: tuple[str, str], raised: bool) -> None:
    assert ("D05" in _get(_find(pair=pair)).finding.caveats) is raised


def test_w01_goes_from_what_both_groups_have() -> None:
    income = _find().find("member_income")
    assert income is not None
    assert "W01" not in income.caveats
    assert "W01" not in _get(_find()).finding.caveats
