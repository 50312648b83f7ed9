"""Income is called what the file calls it, and never more."""

from __future__ import annotations

import pytest

from dictionary.load import code_label
from dictionary.load_indicators import load_indicators, match_indicator
from i18n import Language, Text
from tests.build import Sheets, read, sums

PLAIN, NET = Text("รายได้ต่อสมาชิก", "Member income"), Text("รายได้สุทธิต่อสมาชิก", "Member net income")
WHOLE = load_indicators()["member_income"].label


def name_of(sheets: Sheets) -> Text:
    known = {**load_indicators(), **read(sheets).indicators}
    return known["member_income"].label


def two_columns(before: str, after: str, sheet: str = "ข้อมูล") -> Sheets:
    return {sheet: [["รหัสสมาชิก", before, after], ["M1", 100, 150], ["M2", 120, 160]]}


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)", PLAIN),
        ("Income before (THB/month)", "Income after (THB/month)", PLAIN),
        ("รายได้ก่อนเข้าร่วมโครงการ (บาท/เดือน)", "รายได้หลังเข้าร่วมโครงการ (บาท/เดือน)", PLAIN),
        ("รายได้สุทธิก่อน (บาท/เดือน)", "รายได้สุทธิหลัง (บาท/เดือน)", NET),
        ("รายได้สุทธิก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)", PLAIN),
        ("Net income before (THB/month)", "Net income after (THB/month)", NET),
    ],
)
def test_income_is_called_what_both_headers_say(before: str, after: str, name: Text) -> None:
    assert name_of(two_columns(before, after)) == name


def test_a_title_or_the_name_of_the_sheet_may_say_the_rest() -> None:
    sheets = two_columns("รายได้สุทธิก่อน (บาท/เดือน)", "รายได้สุทธิหลัง (บาท/เดือน)", "รายได้จากโครงการ")
    assert name_of(sheets) == WHOLE


def test_the_form_asks_for_no_net_income_and_for_no_source_alone_so_none_is_told() -> None:
    assert name_of(two_columns("จำนวนเงิน ก่อน (บาท/เดือน)", "จำนวนเงิน หลัง (บาท/เดือน)", "รายได้")) == PLAIN


def test_a_typed_mean_of_income_is_no_net_income() -> None:
    header = ["ตัวชี้วัด", "หน่วย", "มิติ", "ทิศทางที่ดี", "ก่อน", "หลัง"]
    row = ["รายได้เฉลี่ยต่อสมาชิก", "บาท/เดือน", "เศรษฐกิจ", "เพิ่มขึ้น", 100, 150]
    assert name_of({"ตัวชี้วัด": [header, row]}) == PLAIN


def test_income_is_known_again_by_every_name_it_is_given() -> None:
    names = (PLAIN, NET, WHOLE, code_label("income_name", "project"))
    assert {match_indicator(text) for name in names for text in (name.th, name.en)} == {"member_income"}


HOUSEHOLDS = Text("รายได้ต่อครัวเรือน", "Household income")


def test_incomes_of_households_by_years_are_income_and_are_called_that() -> None:
    header = ["รหัสครัวเรือน", "รายได้ครัวเรือนต่อปี (บาท) 2565", "รายได้ครัวเรือนต่อปี (บาท) 2567"]
    sheets: Sheets = {"รายได้ครัวเรือน": [header, ["HH-1", 12_000, 24_000], ["HH-2", 36_000, 24_000]]}
    assert sums(read(sheets), "member_income") == {"baseline": 4000, "endline": 4000}
    assert name_of(sheets) == HOUSEHOLDS
    derived = (key for key in load_indicators() if key.startswith(("member_income_", "income_")))
    labels = {key: read(sheets).indicators[key].label for key in derived if key in read(sheets).indicators}
    assert len(labels) == 6
    assert all("ครัวเรือน" in label[Language.TH] and "ousehold" in label[Language.EN] for label in labels.values())


def test_one_column_of_households_alone_does_not_name_the_income() -> None:
    assert name_of(two_columns("รายได้ครัวเรือนก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)")) == PLAIN


@pytest.mark.parametrize(
    ("before", "asks"), [("รายได้ก่อน", True), ("Income before (THB)", True), ("Income before", False)]
)
def test_amounts_in_thai_or_of_baht_that_say_no_period_are_asked_about_and_nothing_else_is_made_of_them(
    before: str, asks: bool
) -> None:
    after = before.replace("ก่อน", "หลัง").replace("before", "after")
    reading = read(two_columns(before, after, "Sheet1"))
    assert [one.code for one in reading.questions] == ["question.period_unknown"] * asks
    assert any(key.startswith("personal") for key in reading.indicators) is not asks
    if asks:
        (question,) = reading.questions
        assert question.mapping.count('period = "?"') == 2
