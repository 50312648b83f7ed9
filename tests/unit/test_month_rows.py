"""Tables whose rows are months and whose columns are years: one figure a round, the mean of the months known."""

from __future__ import annotations

import pytest

from tests.build import codes, find, read

MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
TITLE = ["ยอดขายผลิตภัณฑ์กลุ่มทอผ้า (บาท)"]


def test_sales_by_month_are_one_indicator_a_month_with_all_their_cells() -> None:
    rows = [[month, 10_000 + 300 * at, 15_000 + 500 * at] for at, month in enumerate(MONTHS)]
    findings = find({"ยอดขาย": [TITLE, ["เดือน", "ปี 2562", "ปี 2564"], *rows, ["รวม", 139_800, 213_000]]})
    (finding,) = (one for one in findings.findings if one.method == "typed_figure")
    assert finding.indicator.label.th == "ยอดขายผลิตภัณฑ์กลุ่มทอผ้า"
    assert finding.unit == "thb_per_month"
    assert (finding.baseline, finding.endline) == pytest.approx((139_800 / 12, 213_000 / 12))
    assert {area for source in finding.sources for area in source.ranges} == {"B3:B14", "C3:C14"}


def test_a_month_without_a_number_is_not_in_the_mean_and_people_are_not_of_a_month() -> None:
    rows = [[month, 20, 30 if at else None] for at, month in enumerate(MONTHS)]
    sheets = {"ผู้เรียน": [["ผู้เข้าเรียนรู้ (คน)"], ["เดือน", "ปี 2562", "ปี 2564"], *rows]}
    findings = find(sheets)
    (finding,) = (one for one in findings.findings if one.method == "typed_figure")
    assert finding.unit == "person"
    assert (finding.baseline, finding.endline) == pytest.approx((20, 30))
    assert "months_averaged" in codes(read(sheets).problems)


def test_a_header_that_counts_members_names_nobody() -> None:
    head = [["เดือน", "ยอดขาย (บาท)", None, "สมาชิก (คน)", None], [None, *["ปี 2562", "ปี 2564"] * 2]]
    rows = [[month, 1000 + at, 1500 + at, 20 + at, 30 + at] for at, month in enumerate(MONTHS)]
    findings = find({"รายเดือน": [["ยอดขายและสมาชิก"], *head, *rows]})
    found = {one.unit: (one.baseline, one.endline) for one in findings.findings if one.method == "typed_figure"}
    assert found == {
        "thb_per_month": pytest.approx((1005.5, 1505.5)),
        "person": pytest.approx((25.5, 35.5)),
    }
