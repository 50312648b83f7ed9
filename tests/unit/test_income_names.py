"""Income is called what the file calls it, and never more."""

from __future__ import annotations

import pytest

from dictionary.load_indicators import load_indicators
from i18n import Text
from tests.build import Sheets, read

PLAIN, NET = Text("รายได้ต่อสมาชิก", "Member income"), Text("รายได้สุทธิต่อสมาชิก", "Member net income")
FORM = load_indicators()["member_income"].label


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
    assert name_of(sheets) == FORM


def test_the_wording_of_the_form_means_what_its_guide_says() -> None:
    assert name_of(two_columns("จำนวนเงิน ก่อน (บาท/เดือน)", "จำนวนเงิน หลัง (บาท/เดือน)", "รายได้")) == FORM


def test_a_typed_mean_of_income_is_no_net_income() -> None:
    header = ["ตัวชี้วัด", "หน่วย", "มิติ", "ทิศทางที่ดี", "ก่อน", "หลัง"]
    row = ["รายได้เฉลี่ยต่อสมาชิก", "บาท/เดือน", "เศรษฐกิจ", "เพิ่มขึ้น", 100, 150]
    assert name_of({"ตัวชี้วัด": [header, row]}) == PLAIN
