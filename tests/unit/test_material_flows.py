"""Material flows: what goes in, where it ends, what nobody can account for; blank is not zero, fresh is not dry."""

from __future__ import annotations

import json

import pytest

from analysis.evidence import gather_evidence
from analysis.evidence.material import Avoided, estimate_avoided, find_material_problems, find_materials
from analysis.findings import Findings
from dictionary.load import describe
from dictionary.nouns import ProjectInfo
from i18n import Language
from reports.findings_json import write_json
from tests.material_rows import material_of, materials_of, problems_of, records_of
from tests.observe import ROUNDS

HEAD = "from_node to_node basis use mass@baseline mass@endline value@endline\n"
STEM = (
    HEAD + "garden stem fresh - 20 20 -\n"
    "stem fibre fresh - 0 0.2 -\n"
    "stem residue fresh - 6 6 -\n"
    "fibre cloth fresh product 0 0.2 90\n"
    "residue paper fresh product 0 2 30\n"
    "residue heap fresh dumped 6 3 -\n"
)


def test_what_goes_in_is_used_lost_or_unaccounted_for() -> None:
    before, after = material_of(STEM).balances
    assert (before.mass_in, before.mass_used, before.mass_lost, before.mass_unaccounted) == (20, 0, 6, 20 - 6)
    assert after.mass_unaccounted == pytest.approx(20 - 0.2 - 2 - 3)
    assert after.use_rate == pytest.approx((0.2 + 2) / 20)
    assert after.value_thb == 90 + 30


def test_what_is_made_on_the_way_is_not_worth_its_price_again() -> None:
    text = HEAD + "stem fibre fresh - 1 1 50\nfibre cloth fresh product 1 1 200\n"
    assert material_of(text).balances[1].value_thb == 200


def test_without_the_weight_of_the_whole_what_goes_in_is_what_came_out() -> None:
    material = material_of(HEAD + "stem fibre fresh product 1 2 -\nstem heap fresh dumped 3 2 -\n")
    assert not material.is_whole
    assert [balance.mass_in for balance in material.balances] == [1 + 3, 2 + 2]
    assert [balance.mass_unaccounted for balance in material.balances] == [0, 0]


def test_a_row_from_a_thing_to_itself_tells_what_the_whole_weighs() -> None:
    material = material_of(HEAD + "stem stem fresh - 20 20 -\nstem fibre fresh product 1 2 -\n")
    assert material.is_whole
    assert [balance.mass_unaccounted for balance in material.balances] == [20 - 1, 20 - 2]


def test_a_blank_weight_is_not_zero() -> None:
    before = material_of(HEAD + "garden stem fresh - 20 20 -\nstem cloth fresh product - 1 -\n").balances[0]
    assert (before.mass_used, before.use_rate, before.mass_unaccounted) == (None, None, None)
    assert before.missing == "flow_not_weighed"


def test_a_blank_of_what_is_dumped_leaves_the_use_rate_known() -> None:
    text = HEAD + "garden stem fresh - 20 20 -\nstem cloth fresh product 5 5 -\nstem heap fresh dumped - 1 -\n"
    before = material_of(text).balances[0]
    assert before.use_rate == 5 / 20
    assert before.mass_unaccounted is None


def test_a_blank_where_nothing_is_left_is_nothing() -> None:
    text = HEAD + "stem fibre fresh - 0 1 -\nstem heap fresh dumped 5 4 -\nfibre cloth fresh product - 1 -\n"
    assert material_of(text).balances[0].mass_used == 0


def test_more_out_than_in_is_a_problem_that_names_its_cells() -> None:
    text = HEAD + "garden stem fresh - 20 20 -\nstem fibre fresh product 15 15 -\nstem heap fresh dumped 4 6 -\n"
    (problem,) = problems_of(text)
    assert (problem.code, problem.found, problem.cells) == ("flow_more_out", "stem", ("F3", "F4"))
    assert "21 > 20" in describe(problem, Language.EN)
    before, after = material_of(text).balances
    assert before.use_rate == 15 / 20
    assert (after.use_rate, after.mass_unaccounted, after.missing) == (None, None, "flow_more_out")


def test_a_little_more_out_than_in_is_rounding() -> None:
    assert problems_of(HEAD + "garden stem fresh - 20 20 -\nstem fibre fresh product 20.09 20 -\n") == ()
    assert problems_of(HEAD + "garden stem fresh - 20 20 -\nstem fibre fresh product 20.11 20 -\n") != ()


def test_fresh_and_dry_weights_have_balances_of_their_own() -> None:
    fresh, dry = materials_of(
        HEAD + "garden stem fresh - 20 20 -\nstem wet fresh - 4 4 -\nwet pulp dry - 0.3 0.3 -\n"
        "pulp paper dry product 0.2 0.2 -\n"
    )
    assert (fresh.basis, dry.basis) == ("fresh", "dry")
    assert fresh.balances[0].by_use["changed"] == 4
    assert fresh.balances[0].mass_unaccounted == 20 - 4
    assert dry.balances[0].mass_in == 0.3
    assert dry.balances[0].mass_unaccounted == pytest.approx(0.3 - 0.2)


def test_what_is_divided_into_fresh_and_dry_at_once_cannot_be_told_from_what_is_lost() -> None:
    text = HEAD + "garden stem fresh - 20 20 -\nstem fibre dry product 0.2 0.2 -\nstem feed fresh reused 5 5 -\n"
    fresh = materials_of(text)[0].balances[0]
    assert (fresh.mass_unaccounted, fresh.by_use["mixed"], fresh.use_rate) == (None, 15, 5 / 20)


def test_more_dry_weight_than_the_fresh_it_came_from_is_a_problem() -> None:
    text = HEAD + "garden stem fresh - 20 20 -\nstem fibre dry product 21 1 -\nstem feed fresh reused 5 5 -\n"
    assert [(problem.code, problem.cells) for problem in problems_of(text)] == [("flow_more_out", ("E3",))]


def test_fresh_weight_out_of_what_was_weighed_dry_is_said() -> None:
    text = HEAD + "field straw dry - 600 600 -\nstraw mulch fresh reused - 80 -\nstraw bale dry product 90 400 -\n"
    (problem,) = [one for one in problems_of(text) if one.code == "flow_fresh_of_dry"]
    assert (problem.found, problem.allowed.en) == ("mulch", "straw")
    dried = HEAD + "field straw fresh - 600 600 -\nstraw bale dry product 90 400 -\n"
    assert not [one for one in problems_of(dried) if one.code == "flow_fresh_of_dry"]


def test_flows_that_lead_back_are_a_problem() -> None:
    text = HEAD + "fibre yarn fresh - 1 1 -\nyarn fibre fresh - 1 1 -\n"
    assert [problem.code for problem in problems_of(text)] == ["flow_circle"]
    assert {balance.missing for balance in material_of(text).balances} == {"flow_circle"}


def test_a_use_that_is_not_stated_is_told_from_the_name_or_the_price_and_said() -> None:
    text = (
        "from_node to_node basis mass@baseline mass@endline value@endline\n"
        "stem กองทิ้งหลังบ้าน fresh 1 1 -\nstem เผาในสวน fresh 2 2 -\nstem ไม่ได้ใช้ประโยชน์ fresh 3 3 -\n"
        "stem hats fresh 4 4 100\nstem something fresh 5 5 -\n"
    )
    after = material_of(text).balances[1]
    assert after.by_use == {"dumped": 1, "burned": 2, "unused": 3, "product": 4, "unstated": 5}
    codes = [problem.code for problem in problems_of(text)]
    assert codes == ["flow_use_guessed"] * 3 + ["flow_use_valued", "flow_use_unknown"]


def test_a_weight_below_zero_is_not_known() -> None:
    text = HEAD + "stem fibre fresh product -1 1 -\n"
    assert [problem.code for problem in problems_of(text)] == ["flow_negative"]
    assert material_of(text).balances[0].missing == "flow_not_weighed"


def test_a_basis_that_is_not_stated_is_taken_as_fresh_and_said() -> None:
    text = HEAD + "stem fibre - product 1 1 -\n"
    assert material_of(text).basis == "fresh"
    assert [problem.code for problem in problems_of(text)] == ["flow_basis_blank"]


def test_rows_without_the_name_of_their_material_hang_together_by_what_they_give() -> None:
    text = (
        HEAD + "stem fibre fresh - 1 1 -\nfibre cloth fresh product 1 1 -\nstem heap fresh dumped 2 2 -\n"
        "straw bales fresh product 5 5 -\nstraw heap fresh dumped 1 1 -\n"
    )
    assert [(one.resource, one.balances[0].mass_in) for one in materials_of(text)] == [("stem", 3), ("straw", 6)]


def test_a_material_behind_a_garden_is_called_after_what_the_garden_gives() -> None:
    assert material_of(STEM).resource == "stem"


def test_a_flow_that_the_sheet_of_a_round_does_not_list_was_none_in_it() -> None:
    before = records_of("from_node to_node basis use mass@baseline\nstem heap fresh dumped 5\n", sheet="before")
    after = records_of("from_node to_node basis use mass@endline\nstem cloth fresh product 4\n", sheet="after")
    (material,) = find_materials((*before, *after), ROUNDS)
    assert [(balance.mass_used, balance.mass_lost) for balance in material.balances] == [(0, 5), (4, 0)]


def test_the_interval_of_a_weight_needs_two_samples_and_their_deviation() -> None:
    head = "from_node to_node basis use mass@endline weighed_n@endline weighed_sd@endline\n"
    flow = material_of(head + "stem cloth fresh product 10 4 2\n").flows[0]
    low, high = flow.weights["endline"].interval or (0, 0)
    assert (low, high) == pytest.approx((10 - 3.182446 * 2 / 4**0.5, 10 + 3.182446 * 2 / 4**0.5))
    assert material_of(head + "stem cloth fresh product 10 1 2\n").flows[0].weights["endline"].interval is None


FACTORS = "factor applies_to low central high unit per_kg basis source\n"
BURNED = HEAD + "garden stem fresh - 20 20 -\nstem fire fresh burned 20 5 -\n"


def _estimate(factor: str, flows: str = BURNED) -> Avoided:
    (one,) = estimate_avoided(records_of(FACTORS + factor, "factors"), materials_of(flows))
    return one


def test_an_estimate_is_a_range_with_its_caveat() -> None:
    one = _estimate("CO2e fire 60 78.2 95 kg 1000 fresh IPCC\n")
    assert (one.low, one.central, one.high) == pytest.approx((15 * 0.06, 15 * 0.0782, 15 * 0.095))
    assert one.caveats == ("W18",)


def test_more_burned_than_before_is_an_estimate_below_zero() -> None:
    one = _estimate("CO2e fire 60 78.2 95 kg 1000 fresh IPCC\n", BURNED.replace("20 5", "5 20"))
    assert (one.low, one.high) == pytest.approx((-15 * 0.095, -15 * 0.06))


def test_a_factor_that_names_nothing_of_the_flows_is_a_problem_at_its_cell() -> None:
    rows = "CO2e fire 60 78.2 95 kg 1000 fresh IPCC\nCO2e elsewhere 60 78.2 95 kg 1000 fresh IPCC\n"
    factors = records_of(FACTORS + rows, "factors")
    (problem,) = find_material_problems((*records_of(BURNED), *factors), ROUNDS)
    assert (problem.code, problem.found, problem.allowed.en) == ("factor_no_flow", "CO2e", "elsewhere")
    assert problem.cells == factors[1].source(("applies_to", "")).ranges


@pytest.mark.parametrize(
    ("factor", "reason"),
    [
        ("CO2e fire 60 78.2 95 kg 1000 dry IPCC\n", "factor_basis"),
        ("CO2e elsewhere 60 78.2 95 kg 1000 fresh IPCC\n", "factor_no_flow"),
        ("CO2e fire - 78.2 - kg 1000 fresh IPCC\n", "factor_range"),
        ("CO2e fire 95 78.2 60 kg 1000 fresh IPCC\n", "factor_range"),
        ("CO2e stem 60 78.2 95 kg 1000 fresh IPCC\n", "factor_not_lost_before"),
    ],
)
def test_what_cannot_be_estimated_has_a_reason_and_no_number(factor: str, reason: str) -> None:
    one = _estimate(factor)
    assert (one.missing, one.low, one.high) == (reason, None, None)


def test_estimates_are_told_in_json_only_where_asked_for() -> None:
    records = (*records_of(STEM), *records_of(FACTORS + "CO2e heap 1 2 3 kg 1000 fresh x\n", "factors"))
    findings = Findings("1", ProjectInfo(), ROUNDS, (), evidence=gather_evidence(records, ROUNDS, ()))
    plain, asked = (json.loads(write_json(findings, Language.EN, with_factors=on)) for on in (False, True))
    assert "flow_estimates" not in plain
    assert asked["flow_estimates"][0]["caveats"] == ["W18"]
    (item,) = plain["flows"]
    assert (item["resource"], item["basis"]) == ("stem", "fresh")
    assert item["rounds"]["endline"]["mass_in"] == 20
    assert item["rounds"]["endline"]["use_rate"] == pytest.approx(2.2 / 20)
