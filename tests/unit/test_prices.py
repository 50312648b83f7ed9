"""Amounts in the prices of their own years and in those of one: which figures move, which do not, and what is said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from analysis import PriceChoice, PriceKind, Prices, deflate_records
from analysis.findings import Finding, Findings
from analysis.income_lines import enter_line
from analysis.prices import share_months
from dictionary.load_indicators import is_money, load_indicators
from dictionary.load_prices import load_price_indices
from dictionary.nouns import Round
from dictionary.observations import COLUMNS
from dictionary.records import Entry, Record
from figures import ImageChoice, default_texts, file_name, list_charts, write_figure_table
from figures.prices import write_price_years
from i18n import Language
from ingest import InputFile
from project import Project, find_changes, has_money, hold_against, open_project
from reports.findings_json import write_json
from reports.findings_text import write_text
from reports.tables import write_findings
from tests.factories_prices import REAL, find_real, make_rows, make_span
from tests.factories_rounds import THREE, make_project, make_round
from tests.factories_sroi import make_line, make_record
from tests.observe import ROUNDS, join_frames, observe, read_table
from ui.comparison import answer_comparison

CPI = {one.year: one.index for one in load_price_indices()}
EN = Language.EN
SAMPLES = Path(__file__).parents[2] / "data" / "samples"
YEARS = (2019, 2021)
AMOUNTS = ("member_income", "member_income_median", "member_income_all", "member_income_total", "partner_support")


def _find(findings: Findings, key: str) -> Finding:
    found = findings.find(key)
    assert found is not None
    return found


def _of_rounds(*rounds: Round) -> Findings:
    """A typed amount and a typed count of two rounds."""
    rows = read_table("indicator baseline endline target n\ngroup_sales 100 200 300 .\nstems_used 100 200 300 .")
    return find_changes(make_project(join_frames([observe("", rows, typed=True)]), rounds))


@pytest.mark.parametrize("key", AMOUNTS)
def test_an_amount_before_is_told_in_the_prices_of_the_later_round(key: str) -> None:
    nominal, real = _find(find_changes(make_project()), key), _find(find_real(), key)
    assert nominal.baseline is not None
    assert real.baseline == pytest.approx(nominal.baseline * CPI[2021] / CPI[2019])
    assert real.endline == nominal.endline


def test_the_figures_of_each_group_the_pairs_and_the_interval_follow() -> None:
    nominal, real = find_changes(make_project()), find_real()
    factor = CPI[2021] / CPI[2019]
    (before,), (after,) = (found.breakdown("member_income", "income_source") for found in (nominal, real))
    assert before.baseline is not None
    assert after.baseline == pytest.approx(before.baseline * factor)
    assert real.pairs["member_income"].baseline == pytest.approx(nominal.pairs["member_income"].baseline * factor)
    assert _find(real, "member_income").interval != _find(nominal, "member_income").interval


def test_what_is_no_amount_stays() -> None:
    nominal, real = find_changes(make_project()), find_real()
    plain = [f for f in nominal.findings if not is_money(f.unit) and not f.indicator.key.startswith("income_")]
    assert len(plain) > 10
    assert [_find(real, f.indicator.key) for f in plain if not f.group] == [f for f in plain if not f.group]


def test_every_round_of_a_trend_is_told_in_the_same_prices() -> None:
    (trend,) = (one for one in find_real().trends if one.indicator.key == "member_income_total")
    (plain,) = (one for one in find_changes(make_project()).trends if one.indicator.key == "member_income_total")
    factors = [CPI[2021] / CPI[year] for year in (2019, 2020, 2021)]
    values = [one.value or 0.0 for one in plain.values]
    assert [one.value for one in trend.values] == pytest.approx([v * f for v, f in zip(values, factors, strict=True)])


def test_a_round_of_a_trend_whose_year_has_no_index_is_left_open_and_said() -> None:
    rounds = (THREE[0], THREE[1], make_round(2025))
    keys = dict(zip([one.key for one in THREE], [one.key for one in rounds], strict=True))
    frame = make_project().observations
    frame = frame.assign(round=frame["round"].astype(object).replace(keys).astype("category"))
    real = find_real(make_project(frame, rounds), pair=("y2562", "y2563"))
    (trend,) = (one for one in real.trends if one.indicator.key == "member_income_total")
    assert [one.value is None for one in trend.values] == [False, False, True]
    (members,) = (one for one in real.trends if one.indicator.key == "members_active")
    assert None not in [one.value for one in members.values]
    assert "no price index of 2025" in default_texts(real, "trend", EN).source


def test_the_prices_of_a_chosen_year_are_those_of_no_round() -> None:
    real = _find(find_real(choice=PriceChoice(PriceKind.REAL, 2015)), "partner_support")
    assert real.baseline == pytest.approx(70_000 * CPI[2015] / CPI[2019])
    assert real.endline == pytest.approx(75_000 * CPI[2015] / CPI[2021])


def test_a_target_is_an_amount_of_the_later_round() -> None:
    rows = read_table("indicator y2562 y2564 target n\ngroup_sales 100 200 300 .")
    project = make_project(join_frames([observe("", rows, typed=True)]))
    assert _find(find_real(project), "group_sales").target == 300
    chosen = _find(find_real(project, PriceChoice(PriceKind.REAL, 2015)), "group_sales").target
    assert chosen == pytest.approx(300 * CPI[2015] / CPI[2021])


def test_income_that_was_typed_as_real_is_not_adjusted_again() -> None:
    rows = read_table("indicator y2562 y2564 target n\nmember_income_real 100 200 . .")
    project = make_project(join_frames([observe("", rows, typed=True)]))
    assert _find(find_real(project), "member_income_real").baseline == 100
    assert "W06" not in _find(find_changes(project), "member_income_real").caveats


@pytest.mark.parametrize(
    ("unit", "money"),
    [
        ("thb_per_month", True),
        ("บาท/ผืน", True),
        ("ล้านบาท", True),
        ("Baht a bag", True),
        ("ผืน/บาท", False),
        ("kg", False),
    ],
)
def test_an_amount_is_known_by_its_unit(unit: str, money: bool) -> None:
    assert is_money(unit) is money


@pytest.mark.parametrize(
    ("first", "last", "shares"),
    [
        ((2021, 1), (2021, 12), {2021: 1.0}),
        ((2021, 10), (2022, 9), {2021: 0.25, 2022: 0.75}),
        ((2022, 3), (2022, 3), {2022: 1.0}),
        ((2020, 7), (2022, 6), {2020: 0.25, 2021: 0.5, 2022: 0.25}),
    ],
)
def test_a_round_is_of_the_years_of_its_months(
    first: tuple[int, int], last: tuple[int, int], shares: dict[int, float]
) -> None:
    assert share_months(make_span("baseline", first, last)) == shares


def test_the_level_of_a_fiscal_year_is_the_mean_by_months() -> None:
    rounds = (make_span("y2562", (2018, 10), (2019, 9)), *THREE[1:])
    level = find_real(make_project(rounds=rounds)).prices.levels[0]  # type: ignore[union-attr]
    assert level.index == pytest.approx((3 * CPI[2018] + 9 * CPI[2019]) / 12)


@pytest.mark.parametrize(
    ("rounds", "code", "said"),
    [
        ((THREE[0], make_round(2025)), "price_year_missing", "2025"),
        ((THREE[0], make_span("y2568", (2024, 10), (2025, 9))), "price_year_missing", "2025"),
        ((THREE[0], make_round(2021, dated=False)), "price_no_dates", "2021"),
        ((replace(THREE[0], end=None), THREE[2]), "price_no_dates", "2019"),
    ],
)
def test_amounts_stay_nominal_where_a_level_is_not_known_and_why_is_said(
    rounds: tuple[Round, Round], code: str, said: str
) -> None:
    keyed = tuple(replace(one, key=key) for one, key in zip(rounds, ("baseline", "endline"), strict=True))
    rows = read_table("indicator baseline endline target n\ngroup_sales 100 200 300 .")
    project = make_project(join_frames([observe("", rows, typed=True)]), keyed)
    real = find_real(project)
    assert [one.code for one in real.problems] == [code]
    assert said in real.problems[0].allowed.en
    assert real.prices is not None
    assert (real.prices.kind, real.prices.asked) == (PriceKind.NOMINAL, PriceKind.REAL)
    assert _find(real, "group_sales").baseline == 100
    assert find_changes(project).problems == ()  # where nobody asks, nothing is missing


def test_the_users_own_indices_take_the_place_of_all_that_come_with_the_program() -> None:
    own = replace(make_project(), records=make_rows({2019: 100.0, 2020: 105.0, 2021: 120.0}))
    real = find_real(own)
    assert _find(real, "partner_support").baseline == pytest.approx(70_000 * 1.2)
    assert real.prices is not None
    assert real.prices.is_own
    missing = find_real(replace(own, records=make_rows({2019: 100.0})))
    assert [one.code for one in missing.problems] == ["price_year_missing"]  # none is taken from elsewhere


def test_levels_of_two_bases_are_never_mixed() -> None:
    half = (*make_rows({2019: 100.0}), *make_rows({2021: 90.0}, base="2566 = 100"))
    assert [one.code for one in find_real(replace(make_project(), records=half)).problems] == ["price_year_missing"]
    whole = (*half, *make_rows({2019: 80.0}, base="ปีฐาน 2566"))
    real = find_real(replace(make_project(), records=whole))
    assert _find(real, "partner_support").baseline == pytest.approx(70_000 * 90 / 80)


@pytest.mark.parametrize(
    ("rounds", "raised"),
    [
        ((make_span("baseline", (2019, 1), (2019, 12)), make_span("endline", (2021, 1), (2021, 12))), True),
        ((make_span("baseline", (2019, 1), (2019, 3)), make_span("endline", (2019, 10), (2019, 12))), False),
        ((make_span("baseline", (2018, 10), (2019, 9)), make_span("endline", (2019, 1), (2019, 12))), True),
        (ROUNDS, False),  # years that are not known are not said to differ
    ],
)
def test_w06_amounts_of_different_years_that_are_not_adjusted(rounds: tuple[Round, Round], raised: bool) -> None:
    findings = _of_rounds(*rounds)
    assert ("W06" in _find(findings, "group_sales").caveats) is raised
    assert "W06" not in _find(findings, "stems_used").caveats


def test_w06_stands_on_every_amount_and_on_the_shares_of_who_earns_more() -> None:
    findings = find_changes(make_project()).findings
    compared = {f.indicator.key for f in findings if "W06" in f.caveats}
    assert compared == {*AMOUNTS, "income_better_share", "income_same_share", "income_worse_share"}


def test_w06_is_not_raised_where_amounts_are_real() -> None:
    real = find_real()
    assert not any("W06" in one.caveats for one in real.findings)
    assert not any("W06" in one.caveats for one in real.trends)


def test_w06_stands_on_the_trend_of_an_amount() -> None:
    raised = {one.indicator.key for one in find_changes(make_project()).trends if "W06" in one.caveats}
    assert raised == {"member_income_all", "member_income_total", "partner_support"}


@pytest.mark.parametrize("language", list(Language))
def test_the_note_stands_in_every_chart_with_amounts_and_in_no_other(language: Language) -> None:
    real = find_real()
    base, years = ("2553 = 100", "2562") if language is Language.TH else ("2010 = 100", "2019")
    noted = {
        chart.key
        for chart in list_charts(real)
        if chart.available and base in (source := default_texts(real, chart.key, language).source) and years in source
    }
    assert {"income_pairs", "income_shares", "changes", "changes_economic", "trend"} <= noted
    assert not {"members_flow", "partners_flow"} & noted


def test_the_note_stands_in_the_text_the_json_and_the_workbooks() -> None:
    real = find_real()
    assert "base 2010 = 100 (2019: 113.27, 2020: 112.31, 2021: 113.69)" in write_text(real, EN)
    told = json.loads(write_json(real, EN))["prices"]
    assert (told["kind"], told["asked"], told["years"], told["base"]) == ("real", "real", [2021], "2010 = 100")
    assert {one["year"]: one["index"] for one in told["indices"]} == {year: CPI[year] for year in (2019, 2020, 2021)}
    assert [one["factor"] for one in told["rounds"]] == pytest.approx([CPI[2021] / CPI[y] for y in (2019, 2020, 2021)])
    assert "World Bank, consumer price index of Thailand" in told["note"]
    assert "FP.CPI.TOTL" not in told["note"]  # the code of the series stands with each index
    assert {one["source"] for one in told["indices"]} == {"World Bank FP.CPI.TOTL"}
    sheet = load_workbook(BytesIO(write_figure_table(real, "income_pairs", EN))).worksheets[0]
    assert any(told["base"] in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    about = load_workbook(BytesIO(write_findings(real, EN))).worksheets[-1]
    assert told["note"] in [row[1] for row in about.iter_rows(values_only=True)]


def test_every_index_has_its_base_its_source_and_the_day_it_was_taken() -> None:
    assert all(one.base and one.source and date.fromisoformat(one.taken) for one in load_price_indices())
    assert 2025 not in CPI


def test_nothing_but_amounts_in_baht_is_known_as_money() -> None:
    money = {key for key, one in load_indicators().items() if is_money(one.unit)}
    assert {"member_income", "group_sales", "household_debt"} <= money
    assert not {"members_active", "income_better_share", "income_to_minimum_wage"} & money


def test_the_observations_that_were_read_are_not_changed() -> None:
    project = make_project()
    before = project.observations.copy()
    find_real(project)
    assert project.observations[list(COLUMNS)].equals(before[list(COLUMNS)])
    assert project.prices != REAL


def test_amounts_told_row_by_row_are_adjusted_and_what_has_no_round_is_not() -> None:
    entries = {
        ("partner", ""): Entry("A2", "วิทยาลัย", code="วิทยาลัย"),
        ("support_thb", "y2562"): Entry("B2", "20000", 20_000.0),
        ("support_thb", "y2564"): Entry("C2", "30000", 30_000.0),
    }
    project = replace(make_project(), records=(Record("partners", "book.xlsx", "ภาคี", 2, entries),))
    network = find_real(project).evidence.network  # type: ignore[union-attr]
    assert network is not None
    assert network.partners[0].value == pytest.approx((20_000 * CPI[2021] / CPI[2019], 30_000))
    (priced,) = deflate_records((Record("sroi", "b", "s", 2, {("proxy_thb", ""): Entry("A1", "5", 5.0)}),), _prices())
    assert priced.number("proxy_thb") == 5


def _prices() -> Prices:
    prices = find_real().prices
    assert prices is not None
    return prices


def test_a_line_of_the_day_is_held_against_the_amounts_of_the_day() -> None:
    line = enter_line(120.0, "ข้อสมมติ")
    nominal, real = (hold_against(found, (line,)).lines for found in (find_changes(make_project()), find_real()))
    assert [one.finding.baseline for one in nominal] == [one.finding.baseline for one in real]
    assert nominal[-1].finding.baseline is not None


def test_a_sample_with_a_comparison_group_can_be_asked_for_constant_prices() -> None:
    path = SAMPLES / "rice_mill.xlsx"
    project = open_project([InputFile(path.name, path.read_bytes())])
    first, last = (make_span(one.key, (year, 1), (year, 12)) for one, year in zip(project.rounds, YEARS, strict=True))
    assert has_money(project)
    real = find_changes(replace(project, rounds=(first, last), prices=REAL))
    (contrast,) = real.comparison.contrasts if real.comparison else ()
    factor = CPI[YEARS[1]] / CPI[YEARS[0]]
    assert contrast.comparison.baseline == pytest.approx(_compared_before(project) * factor)
    assert write_price_years(real, Language.EN) in answer_comparison(real, Language.EN)
    assert "prices" not in answer_comparison(find_changes(project), Language.EN)


def _compared_before(project: Project) -> float:
    (contrast,) = comparison.contrasts if (comparison := find_changes(project).comparison) else ()
    assert contrast.comparison.baseline is not None
    return contrast.comparison.baseline


def test_only_the_file_of_a_chart_of_amounts_says_their_prices_in_its_name() -> None:
    rows = (make_record(2, make_line(input_thb=1_000.0)),)
    real = find_real(replace(make_project(), records=rows))
    charts = [chart.key for chart in list_charts(real) if chart.available]
    told = {key for key in charts if "constant-2021-prices" in file_name(real, ImageChoice(key, EN))}
    assert {"income_pairs", "partners_support", "changes_economic"} <= told
    assert {"sroi_values", "sroi_tornado", "sroi_draws", "members_flow", "changes_environmental"} <= {*charts} - told
