"""Each caveat has a case that raises it and one that does not."""

from __future__ import annotations

import pytest

from analysis.caveats import FEW_PAIRS
from tests.observe import compare, find, observe, read_table


def _incomes(*rows: str) -> str:
    return "unit income_source baseline endline\n" + "\n".join(rows)


def _pairs(count: int, *more: str) -> str:
    return _incomes(*(f"m{n} a {100 + n} {150 + n * n}" for n in range(count)), *more)


def _raised(table: str, indicator: str = "member_income") -> tuple[str, ...]:
    return find(compare(observe("member_income", read_table(table))), indicator).caveats


def _raised_by_figure(row: str) -> tuple[str, ...]:
    rows = read_table("indicator baseline endline\n" + row)
    return compare(observe("", rows, typed=True)).findings[0].caveats


def test_w01_stands_on_every_finding_that_is_shown() -> None:
    assert all(
        "W01" in f.caveats
        for f in compare(observe("member_income", read_table(_pairs(3)))).findings
        if not f.suppressed
    )


@pytest.mark.parametrize(("unmatched", "raised"), [(5, False), (6, True)])
def test_w02_under_four_fifths_of_the_baseline_matched(unmatched: int, raised: bool) -> None:
    table = _pairs(20, *(f"x{n} a 100 ." for n in range(unmatched)))
    assert ("W02" in _raised(table)) is raised  # 20 of 25 is four fifths, 20 of 26 is less


@pytest.mark.parametrize(("unmatched", "raised"), [(5, False), (6, True)])
def test_w02_counts_those_with_an_income_before_where_nobody_s_presence_is_known(unmatched: int, raised: bool) -> None:
    incomes = observe("member_income", read_table(_pairs(20, *(f"x{n} a 100 ." for n in range(unmatched)))))
    presence = observe(
        "members_active", read_table("unit baseline endline\n" + "\n".join(f"m{n} - 1" for n in range(20)))
    )
    assert ("W02" in find(compare(incomes, presence), "member_income").caveats) is raised


@pytest.mark.parametrize(("newcomer", "raised"), [("x a . 100", True), ("x a 100 .", False)])
def test_w04_somebody_known_only_after(newcomer: str, raised: bool) -> None:
    assert ("W04" in _raised(_pairs(20, newcomer))) is raised


@pytest.mark.parametrize(("pairs", "raised"), [(FEW_PAIRS - 1, True), (FEW_PAIRS, False)])
def test_w05_under_twenty_pairs(pairs: int, raised: bool) -> None:
    assert ("W05" in _raised(_pairs(pairs))) is raised


def test_w05_is_no_matter_of_a_total() -> None:
    assert "W05" not in _raised(_pairs(3), "member_income_total")


@pytest.mark.parametrize(
    ("figure", "raised"),
    [
        ("water_used 0 4", True),
        ("group_net_income -3 4", True),
        ("water_used 1 4", False),
        ("fibre_yield 0 0.1", False),
    ],
)
def test_w10_zero_or_negative_base_of_what_changes_by_per_cent(figure: str, raised: bool) -> None:
    assert ("W10" in _raised_by_figure(figure)) is raised


def test_w12_only_on_figures_of_the_summary_sheet() -> None:
    assert "W12" in _raised_by_figure("water_used 1 4")
    assert "W12" not in _raised(_pairs(3))


@pytest.mark.parametrize(("second_source", "raised"), [("m1 b . 50", True), ("m1 b 20 50", False), ("x b . 50", False)])
def test_w19_a_source_without_a_row_counted_as_zero(second_source: str, raised: bool) -> None:
    compared = compare(observe("member_income", read_table(_pairs(3, second_source))))
    assert ("W19" in find(compared, "member_income").caveats) is raised


def test_w19_by_source_where_paired_members_have_no_row_of_it() -> None:
    compared = compare(observe("member_income", read_table(_pairs(8, *(f"m{n} b 5 6" for n in range(6))))))
    by_source = {finding.group[0][1]: finding.caveats for finding in compared.findings if finding.group}
    assert ("W19" in by_source["b"], "W19" in by_source["a"]) == (True, False)


def test_w19_is_not_raised_where_every_member_has_a_row_of_the_source() -> None:
    compared = compare(observe("member_income", read_table(_pairs(8, *(f"m{n} b 5 6" for n in range(8))))))
    by_source = {finding.group[0][1]: finding.caveats for finding in compared.findings if finding.group}
    assert all("W19" not in caveats for caveats in by_source.values())
    assert set(by_source) == {"a", "b"}


@pytest.mark.parametrize(("second_source", "raised"), [("m1 b - 50", True), ("m1 b 20 50", False)])
def test_w20_a_total_where_some_are_not_known(second_source: str, raised: bool) -> None:
    assert ("W20" in _raised(_pairs(8, second_source), "member_income_total")) is raised
    assert "W20" not in _raised(_pairs(8, second_source))  # pairs leave the unknown out of both rounds


@pytest.mark.parametrize(
    ("presence", "before", "after"),
    [
        (["1 1"] * 20, 0, 0),
        ([*["1 1"] * 17, "1 0", "1 0", "0 1"], 1, 2),
        ([*["1 1"] * 17, "- 1", "1 -", "1 1"], 0, 0),  # whose presence is not known is not said to be nobody
        (["1 1"] * 18, 2, 2),  # two have an income and stand on no list
    ],
)
def test_w24_people_told_of_who_were_no_members_in_a_round(presence: list[str], before: int, after: int) -> None:
    rows = "\n".join(f"m{n} {said}" for n, said in enumerate(presence))
    listed = observe("members_active", read_table("unit baseline endline\n" + rows))
    compared = compare(observe("member_income", read_table(_pairs(20))), listed)
    told = {"not_members_before": before, "not_members_after": after}
    for key in ("member_income", "member_income_total", "income_better_share"):
        income = find(compared, key)
        assert ("W24" in income.caveats) is any(told.values())
        assert {one.key: one.n for one in income.remedies if one.caveat == "W24"} == {
            k: n for k, n in told.items() if n
        }
    assert "W24" not in find(compared, "members_active").caveats


def test_w24_counts_of_a_total_whoever_is_known_in_each_round() -> None:
    incomes = observe("member_income", read_table(_pairs(20, "x a . 100", "y a 100 .")))
    listed = observe(
        "members_active", read_table("unit baseline endline\n" + "\n".join(f"m{n} 1 1" for n in range(20)))
    )
    compared = compare(incomes, listed)
    counts = [(one.key, one.n) for one in find(compared, "member_income_all").remedies if one.caveat == "W24"]
    assert counts == [("not_members_before", 1), ("not_members_after", 1)]
    assert "W24" not in find(compared, "member_income").caveats
