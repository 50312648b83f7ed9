"""The unit of a table of names, where no header says it in brackets: the header itself, or a title."""

from __future__ import annotations

import pytest

from tests.build import Rows, codes, find, read, values


@pytest.mark.parametrize("title", ["ยอดขาย (หน่วย : พันบาท)", "ยอดขาย หน่วย: พันบาท", "Sales, unit: thousand baht"])
def test_a_title_says_the_unit_of_a_table_of_names(title: str) -> None:
    rows = [[title], ["วิสาหกิจ", "ปี 2565", "ปี 2566"], ["วิสาหกิจกล้วย", 147, 230], ["วิสาหกิจข้าว", 99, 118]]
    reading = read({"Sheet1": rows})
    assert {one.unit for one in reading.indicators.values()} == {"thb"}
    assert [*values(reading, "custom_1").values()] == [147_000, 230_000]
    assert "name_table_without_unit" not in codes(reading.problems)


def test_per_cent_as_a_header_is_the_unit_below_it() -> None:
    rows: Rows = [["ตัวชี้วัด", "ปี 2565", None, "ปี 2566", None], [None, "ผ่านเกณฑ์", "ร้อยละ", "ผ่านเกณฑ์", "ร้อยละ"]]
    rows = [*rows, ["น้ำสะอาด", 200, 90.9, 220, 97.8], ["ส้วม", 210, 95.5, 225, 100]]
    reading = read({"Sheet1": rows})
    shares = [one.key for one in reading.indicators.values() if one.unit == "share"]
    assert len(shares) == 2
    assert [*values(reading, shares[0]).values()] == pytest.approx([0.909, 0.978])


def test_a_line_of_the_unit_holds_for_what_is_measured_of_people() -> None:
    title = ["เงินออมของสมาชิก (หน่วย : พันบาท)"]
    names = [f"นาย{name} ใจดี" for name in "กขคงจฉ"]
    rows = [["ชื่อสมาชิก", "เงินออม ปี 2565", "เงินออม ปี 2566"], *([name, 10, 12] for name in names)]
    finding = find({"กลุ่มออมทรัพย์": [title, *rows]}).find("personal_1")
    assert finding is not None
    assert (finding.baseline, finding.endline, finding.unit) == (10 * 1000, 12 * 1000, "thb")
