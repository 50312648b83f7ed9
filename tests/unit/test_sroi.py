"""The social return of value maps made by hand: its three lists, what is said of it, and its range."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.sroi import Combination, Settings, SocialReturn, check_value_map, find_return
from analysis.sroi.ranges import DRAWS, POINTS, SEED
from analysis.sroi.settings import read_rate
from analysis.sroi.value_map import DEDUCTIONS
from dictionary.load import describe
from dictionary.load_norms import load_norms
from dictionary.rows import read_rows
from i18n import Language
from tests.factories_figures import make_finding
from tests.factories_sroi import Row, make_line, make_map

STATED = dict.fromkeys(DEDUCTIONS, 0.1)


def codes(*rows: Row) -> list[str]:
    return [problem.code for problem in check_value_map(make_map(*rows))]


def find(*rows: Row, **choices: object) -> SocialReturn:
    return find_return(make_map(*rows), Settings(**choices))  # type: ignore[arg-type]


def test_priced_held_and_excluded_are_three_lists_and_only_the_first_has_a_value() -> None:
    aside: Row = {"stakeholder": "guests", "quantity": 5, "proxy_thb": 900, "status_reason": "why"}
    found = find(
        make_line(input_thb=1000),
        {**aside, "outcome": "joy", "status": "held"},
        {**aside, "outcome": "fame", "status": "excluded"},
    )
    assert [line.outcome.outcome for line in found.lines] == ["more skill"]
    assert [one.outcome for one in found.held] == ["joy"]
    assert [one.outcome for one in found.excluded] == ["fame"]
    assert found.present_value == pytest.approx(10 * 1000 * 0.8 * 0.9 * 0.75 / 1.035)


def test_a_row_without_quantity_or_price_is_held_and_said_once() -> None:
    rows = make_line(input_thb=5), make_line(outcome="b", quantity=None, proxy_thb=None)
    assert [one.outcome for one in find(*rows).held] == ["b"]
    (problem,) = check_value_map(make_map(*rows))
    assert (problem.code, problem.cell) == ("sroi_not_priced", "B3")
    assert problem.allowed.en == "Quantity, Value of the proxy"


@pytest.mark.parametrize("share", [1.2, -0.1])
def test_a_deduction_that_is_no_share_is_an_error_and_its_row_is_held(share: float) -> None:
    row = make_line(input_thb=5, attribution=share)
    assert codes(row) == ["sroi_out_of_range"]
    assert not find(row).lines


def test_a_zero_or_blank_deduction_needs_a_reason() -> None:
    assert codes(make_line(input_thb=5, displacement=0)) == ["sroi_zero_unexplained"]
    assert codes(make_line(input_thb=5, displacement=None)) == ["sroi_deduction_blank"]
    assert codes(make_line(input_thb=5, displacement=0, attribution=None, zero_reason="no other group")) == []


def test_a_drop_off_is_asked_for_only_where_there_is_a_second_year() -> None:
    assert codes(make_line(input_thb=5, drop_off=None)) == []
    assert codes(make_line(input_thb=5, drop_off=None, duration_years=2)) == ["sroi_deduction_blank"]


def test_a_status_without_a_reason_a_strange_start_and_no_duration_are_said() -> None:
    held: Row = {"stakeholder": "x", "outcome": "joy", "status": "held"}
    rows = make_line(input_thb=5, start=7), make_line(outcome="b", duration_years=None), held
    assert codes(*rows) == ["sroi_start_unknown", "sroi_no_duration", "sroi_status_unexplained"]
    assert [line.outcome.start for line in find(*rows).lines] == [1, 1]


def test_every_problem_is_a_sentence_in_both_languages() -> None:
    rows = make_line(start=9, displacement=0, drop_off=None, duration_years=0), make_line(quantity=None)
    for problem in check_value_map(make_map(*rows)):
        for language in Language:
            assert "{" not in describe(problem, language)


def test_an_input_is_counted_once_however_many_rows_repeat_it() -> None:
    rows = [make_line(outcome=name, input="cash", input_thb=1000) for name in "abc"]
    other: Row = {"stakeholder": "office", "input": "room", "input_thb": 500}
    found = find(*rows, other)
    assert found.inputs_thb == 1000 + 500
    assert codes(*rows, other) == ["sroi_input_repeated"] * 2


def test_without_inputs_there_is_a_value_and_no_ratio_range_or_net_value() -> None:
    found = find(make_line())
    assert found.present_value > 0
    assert (found.ratio, found.range, found.net_present_value, found.tornado) == (None, None, None, ())
    assert codes(make_line()) == ["sroi_no_inputs"]


def test_deductions_over_the_whole_count_as_the_whole_and_are_said_where_they_are_added() -> None:
    row = make_line(input_thb=1000, deadweight=0.6, displacement=0.3, attribution=0.2)
    added, multiplied = (find(row, combination=how) for how in (Combination.ADD, Combination.MULTIPLY))
    assert (added.ratio, [problem.code for problem in added.problems]) == (0, ["sroi_over_whole"])
    assert "110" in added.problems[0].found
    assert multiplied.problems == ()


def test_there_is_no_ratio_without_a_range_and_the_seed_is_stated() -> None:
    found = find(make_line(input_thb=2000))
    assert found.range is not None
    assert found.ratio is not None
    assert found.range[0] < found.ratio < found.range[1]
    assert found.simulation is not None
    assert (found.simulation.seed, found.simulation.draws) == (SEED, DRAWS)


def test_a_given_generator_draws_and_leaves_no_seed_of_ours() -> None:
    found = find_return(make_map(make_line(input_thb=1)), rng=np.random.default_rng(7))
    assert found.simulation is not None
    assert found.simulation.seed is None


def test_more_lines_do_not_make_shared_judgement_surer() -> None:
    """Deductions are drawn once for all lines: forty equal lines are hardly surer than one."""
    one, many = (
        find(make_line(input_thb=100)),
        find(*(make_line(outcome=f"o{n}", input_thb=100 + n) for n in range(40))),
    )
    widths = [(high - low) / (found.ratio or 0) for found in (one, many) for low, high in [found.range or (0, 0)]]
    assert widths[1] > widths[0] / 2


def test_the_tornado_is_sorted_and_moves_one_thing_at_a_time() -> None:
    found = find(make_line(input_thb=1000, duration_years=3), make_line(outcome="b", proxy="other", proxy_thb=10))
    swings = [factor.swing for factor in found.tornado]
    assert swings == sorted(swings, reverse=True)
    proxy = next(one for one in found.tornado if one.kind == "proxy" and one.name == "fee of a course")
    assert (proxy.low, proxy.high) == (750, 1250)
    first, second = (line.present_value for line in found.lines)
    assert proxy.at_low == pytest.approx((first * 0.75 + second) / 1000)
    rate = next(one for one in found.tornado if one.kind == "discount_rate")
    assert rate.at_low == pytest.approx(
        find(
            make_line(input_thb=1000, duration_years=3),
            make_line(outcome="b", proxy="other", proxy_thb=10),
            discount_rate=0.0,
        ).ratio
    )


def test_what_must_be_said_is_said() -> None:
    plain = find(make_line(input_thb=8000))
    assert plain.caveats == ("S01", "W01", "W18")
    assert "S02" in find(make_line(input_thb=10)).caveats
    two = find(make_line(input_thb=9000), make_line(outcome="b", proxy="small", proxy_thb=5))
    assert two.dominant == "fee of a course"
    assert "S03" in two.caveats


def test_income_that_is_also_counted_member_by_member_is_pointed_out() -> None:
    row = make_line(input_thb=9000, outcome="Higher income from weaving")
    income = make_finding("member_income", 100, 200)
    beside = find_return(make_map(row), findings=[income])
    assert [line.outcome.outcome for line in beside.income_lines] == ["Higher income from weaving"]
    assert "S04" in beside.caveats
    assert find_return(make_map(row)).income_lines == ()


@pytest.mark.parametrize(
    ("typed", "read"), [(3.5, 0.035), (0.035, 0.035), (1, 0.01), (0, 0.0), (50, 0.5), (88, None), (-1, None)]
)
def test_a_discount_rate_is_read_as_people_type_it(typed: float, read: float | None) -> None:
    assert read_rate(typed) == read


def test_a_stated_range_drives_the_draws_and_its_bar_of_the_tornado() -> None:
    row = make_line(input_thb=1000, quantity_low=10, quantity_high=16)
    found, assumed = find(row), find(make_line(input_thb=1000))
    bar = next(one for one in found.tornado if one.kind == "quantity")
    assert (bar.low, bar.high, bar.stated) == (10, 16, True)
    assert bar.at_low == pytest.approx(found.ratio)
    assert bar.at_high == pytest.approx((found.ratio or 0) * 16 / 10)
    assert found.ratio == assumed.ratio
    assert found.simulation is not None
    assert assumed.simulation is not None
    ratio = found.simulation.totals.mean() / assumed.simulation.totals.mean()
    assert ratio == pytest.approx((10 + 10 + 16) / 3 / 10, rel=0.01)  # the mean of a triangular distribution


def test_a_range_of_a_deduction_has_a_bar_of_its_own_and_the_other_lines_keep_the_assumed_one() -> None:
    rows = make_line(input_thb=1000, deadweight_low=0.1, deadweight_high=0.4), make_line(outcome="b", proxy="x")
    bars = {one.name: one for one in find(*rows).tornado if one.kind == "deadweight"}
    assert (bars["more skill"].low, bars["more skill"].high) == (0.1, 0.4)
    assert (bars[""].low, bars[""].high, bars[""].stated, bars[""].rest) == (-POINTS, POINTS, False, True)


def test_a_range_of_a_proxy_is_that_of_every_line_that_shares_it() -> None:
    rows = make_line(input_thb=1000, proxy_thb_low=500, proxy_thb_high=2000), make_line(outcome="b")
    (bar,) = (one for one in find(*rows).tornado if one.kind == "proxy")
    assert bar.at_high == pytest.approx(2 * (find(*rows).ratio or 0))


@pytest.mark.parametrize(
    "ends",
    [{"quantity_low": 5}, {"quantity_low": 11, "quantity_high": 15}, {"deadweight_low": 0, "deadweight_high": 2}],
)
def test_a_range_that_cannot_be_used_is_said_and_the_assumed_one_is_taken(ends: dict[str, float]) -> None:
    row = make_line(input_thb=1000, **ends)
    (problem,) = check_value_map(make_map(row))
    assert (problem.code, problem.cell[0]) == ("sroi_range_wrong", "M")
    assert find(row).range == find(make_line(input_thb=1000)).range


def test_a_norm_says_how_many_of_the_reports_state_it_and_not_how_many_were_looked_through() -> None:
    (source,) = (row for row in read_rows("formulas") if row["formula"] == "sroi_norms")
    for norm in load_norms():
        assert f"{norm.reports} reports" in source["formula_en"]
        assert norm.stated_in is None or (
            norm.stated_in < norm.reports and f" {norm.stated_in}" in source["formula_en"]
        )
        assert norm.stated_in or norm.note.th
