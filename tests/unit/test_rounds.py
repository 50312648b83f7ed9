"""Several rounds: which two are compared, what the trend says, and what of it may be shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analysis.findings import Findings, Trend
from dictionary.nouns import Round
from figures.trends import name_rounds, place_rounds
from figures.wording import write_round
from i18n import Language, Text, word
from ingest import InputFile
from project import Pair, choose_rounds, find_changes, find_round, open_project
from reports.findings_json import write_json
from reports.findings_text import write_text
from reports.tables import write_findings
from tests.build import build
from tests.factories_rounds import THREE, make_observations, make_project, make_round
from tests.observe import ROUNDS, join_frames, observe, read_table

PROJECT = make_project()
FOUND = find_changes(PROJECT)


def find_trend(findings: Findings, key: str) -> Trend:
    (trend,) = (trend for trend in findings.trends if trend.indicator.key == key)
    return trend


@pytest.mark.parametrize(
    ("pair", "keys"),
    [
        (None, ("y2562", "y2564")),
        (("y2562", "y2563"), ("y2562", "y2563")),
        (("y2564", "y2563"), ("y2563", "y2564")),
    ],
)
def test_the_rounds_compared_are_the_earlier_and_the_later(pair: Pair | None, keys: Pair) -> None:
    chosen = choose_rounds(THREE, pair)
    assert tuple(one.key for one in chosen) == keys
    assert tuple(one.key for one in find_changes(PROJECT, pair=pair).rounds) == keys
    assert [one.label.en.split()[0] for one in chosen] == ["Before", "After"]
    assert [one.label.th.split()[0] for one in chosen] == ["ก่อน", "หลัง"]


@pytest.mark.parametrize("pair", [("y2562", "y2562"), ("y2562", "y2599"), ("baseline", "endline")])
def test_a_pair_that_cannot_be_compared_is_an_error(pair: Pair) -> None:
    with pytest.raises(ValueError, match="can be compared"):
        find_changes(PROJECT, pair=pair)


def test_two_rounds_are_what_they_were() -> None:
    assert choose_rounds(ROUNDS) == ROUNDS
    two = make_project(observe("members_active", read_table("unit baseline endline\nm1 1 1\nm2 . 1")), ROUNDS)
    found = find_changes(two)
    assert (found.rounds, found.all_rounds, found.trends) == (ROUNDS, ROUNDS, ())
    assert not {"all_rounds", "trends"} & json.loads(write_json(found, Language.EN)).keys()


@pytest.mark.parametrize("text", ["y2563", "2563", "๒๕๖๓", "ปี 2563", "2020"])
def test_a_round_is_found_by_what_a_person_types(text: str) -> None:
    assert find_round(THREE, text) == THREE[1]
    assert find_round(THREE, "2570") is None


def test_each_round_of_a_trend_says_its_value_n_and_cells() -> None:
    income = find_trend(FOUND, "member_income_all")
    assert [one.round for one in income.values] == [one.key for one in THREE]
    assert income.values[0].value == pytest.approx(sum(3000 + i for i in range(30)) / 30)
    assert [one.n for one in income.values] == [30, 39, 32]
    assert [one.sources[0].ranges for one in income.values] == [("H2:H31",), ("I2:I8", "I10:I41"), ("J10:J41",)]
    assert {"W04", "W20"} <= set(income.caveats)  # not the same members, and one is not known


def test_a_round_that_is_not_known_is_a_gap() -> None:
    residue, support = find_trend(FOUND, "residue_dumped"), find_trend(FOUND, "partner_support")
    assert [one.value for one in residue.values] == [5.4, None, 1.9]
    assert residue.difference == pytest.approx(1.9 - 5.4)
    assert residue.better is True
    assert [one.value for one in support.values] == [70_000, None, 75_000]
    assert "W12" in residue.caveats


def test_rounds_that_are_not_compared_are_no_rows_left_out() -> None:
    alone = find_changes(PROJECT, pair=("y2562", "y2563"))
    assert {one.reason for one in alone.excluded} <= {"baseline_only", "endline_only", "endline_unknown", "not_stated"}
    assert all("J" not in area for one in alone.excluded for area in one.ranges)


def test_a_part_with_few_people_in_any_round_has_no_trend() -> None:
    rows = "\n".join(f"m{i} {'a' if i < 12 else 'b'} 1 {int(i >= 9)} 1" for i in range(24))
    members = observe("members_active", read_table("unit village y2562 y2563 y2564\n" + rows))
    project = make_project(members)
    shown = find_changes(project, {"village": "b"})
    assert find_trend(find_changes(project), "members_active").values[1].value == 15
    hidden = find_changes(project, {"village": "a"}, pair=("y2562", "y2564"))
    assert all(trend.suppressed and not trend.values for trend in (*shown.trends, *hidden.trends))
    total = hidden.find("members_active")
    assert total is not None
    assert total.endline == 12  # in the two rounds compared there are enough


def test_json_lists_all_rounds_and_the_trends() -> None:
    result = json.loads(write_json(FOUND, Language.EN))
    assert [one["round"] for one in result["rounds"]] == ["y2562", "y2564"]
    assert [one["round"] for one in result["all_rounds"]] == ["y2562", "y2563", "y2564"]
    trend = next(one for one in result["trends"] if one["indicator"] == "members_active")
    assert (trend["label"], trend["dimension"], trend["unit"]) == ("Active members", "social", "person")
    assert [(one["round"], one["value"], one["n"]) for one in trend["values"]] == [
        ("y2562", 30, 30),
        ("y2563", 35, 35),
        ("y2564", 32, 32),
    ]
    assert trend["values"][0]["sources"][0]["ranges"] == ["H2:H41"]


@pytest.mark.parametrize("language", Language)
def test_text_and_workbook_name_the_rounds(language: Language) -> None:
    before = choose_rounds(THREE)[0].label[language]
    assert write_text(FOUND, language).startswith(before)
    sheet = load_workbook(BytesIO(write_findings(FOUND, language)))[word("figures.chart_trend", language)]
    members = next(row for row in sheet.iter_rows(values_only=True) if row[2:5] == (30, 35, 32))
    assert members[5:8] == (30, 35, 32)
    assert None in {cell for row in sheet.iter_rows(values_only=True) for cell in row[2:5]}  # a gap


def test_years_are_told_as_the_reader_counts_them() -> None:
    assert name_rounds(THREE, Language.TH) == ("2562", "2563", "2564")
    assert name_rounds(THREE, Language.EN) == ("2019", "2020", "2021")
    assert write_round(THREE[0], Language.EN) == "2019"  # its dates are that year
    fiscal = replace(THREE[0], start=date(2018, 10, 1), end=date(2019, 9, 30))
    assert write_round(fiscal, Language.EN) == "2019 1 Oct 2018–30 Sep 2019"


def test_rounds_within_a_year_are_told_by_month_and_undated_ones_by_their_words() -> None:
    months = [Round(f"r{m}", Text(str(m), str(m)), date(2019, m, 1), date(2019, m, 28)) for m in (1, 4, 11)]
    assert name_rounds(months, Language.EN) == ("Jan 2019", "Apr 2019", "Nov 2019")
    undated = [make_round(year, dated=False) for year in (2019, 2020, 2021)]
    assert name_rounds(undated, Language.TH) == ("ปี 2562", "ปี 2563", "ปี 2564")


def test_rounds_lie_apart_as_their_dates_do() -> None:
    places = place_rounds((make_round(2019), make_round(2020), make_round(2023)))
    assert places == pytest.approx((0, 0.25, 1), abs=0.01)
    assert place_rounds([make_round(year, dated=False) for year in (2019, 2020, 2023)]) == (0, 0.5, 1)


def test_the_order_of_the_rows_is_irrelevant_to_a_trend() -> None:
    mixed = make_project(make_observations().sample(frac=1, random_state=3))
    values = [[(one.value, one.n) for one in trend.values] for trend in FOUND.trends]
    others = {t.indicator.key: [(one.value, one.n) for one in t.values] for t in find_changes(mixed).trends}
    assert [others[trend.indicator.key] for trend in FOUND.trends] == values


def test_a_share_that_would_tell_of_few_is_hidden_in_every_round() -> None:
    rows = "\n".join(f"m{i} {'female' if i < 8 else 'male'} 1 {int(i >= 5)} 1" for i in range(30))
    found = find_changes(make_project(join_frames([observe("members_active", read_table(HEAD + rows))])))
    assert find_trend(found, "women_share").suppressed
    assert not find_trend(found, "members_active").suppressed


HEAD = "unit sex y2562 y2563 y2564\n"


def test_a_file_of_three_years_is_a_project_of_three_rounds_with_trends() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "2562", "2563", "2564"], ["รายได้จากการจำหน่ายผลิตภัณฑ์", "บาท/ปี", 100, 150, 120]]
    project = open_project([InputFile("a.xlsx", build({"ตัวชี้วัด": rows}))])
    assert [one.key for one in project.rounds] == ["y2562", "y2563", "y2564"]
    (trend,) = find_changes(project).trends
    assert [one.value for one in trend.values] == [100, 150, 120]
    assert [one.endline for one in find_changes(project, pair=("y2562", "y2563")).findings] == [150]
