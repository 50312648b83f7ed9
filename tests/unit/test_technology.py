"""Technology as people write it down: every measure of a channel an indicator, works a dated list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from analysis.evidence.technology import Technology
from analysis.findings import Finding, Findings
from dictionary.load_indicators import unit_label
from dictionary.nouns import Dimension
from figures import look
from figures.channels import draw_channels, list_channels
from figures.sizes import CANVASES
from i18n import Language
from ingest.channel_words import hear_kind
from reports.findings_json import write_json
from tests.build import codes, find, find_problem, read, values

HEAD = ["ช่องทางหรือผลงาน", "ประเภท", "สิ่งที่วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง", "วันที่", "ผลที่เกิดขึ้น", "ลิงก์"]
PAGE = ["เพจ", "เฟซบุ๊ก", "ผู้ติดตาม", "คน", 420, 6850, None, None, "https://example.org"]
ORDERS = ["เพจ", "เฟซบุ๊ก", "คำสั่งซื้อ", "รายการ/เดือน", 0, 46, None, None, None]
SALES = ["ร้านออนไลน์", "ช่องทางอื่น", "ยอดขาย", "บาท/ปี", 1000, 500, None, None, None]
STUDY = ["วิจัยเส้นใย", "งานวิจัย", None, None, None, None, "ก.พ. 2563", "ใช้สูตรใหม่", "รายงาน.pdf"]
TOOL = ["เครื่องขูด", "นวัตกรรม", None, None, None, None, "1/8/2562", None, None]


def find_rows(*rows: Sequence[Any]) -> Findings:
    return find({"เทคโนโลยี": [HEAD, *rows]})


def told(findings: Findings) -> Technology:
    assert findings.evidence is not None
    assert findings.evidence.technology is not None
    return findings.evidence.technology


def figure(findings: Findings, item: str, measure: str) -> Finding:
    return next(one.finding for one in told(findings).channels if (one.item, one.measure) == (item, measure))


def test_every_measure_of_a_channel_is_compared_by_itself() -> None:
    findings = find_rows(PAGE, ORDERS)
    followers = figure(findings, "เพจ", "followers")
    assert (followers.baseline, followers.endline, followers.unit) == (420, 6850, "person")
    assert followers.relative_change == (6850 - 420) / 420
    assert followers.indicator.label.en == "เพจ: Followers"
    assert (followers.better, followers.dimension) == (True, Dimension.SOCIAL)


def test_a_per_cent_is_given_only_where_there_is_a_base() -> None:
    orders = figure(find_rows(PAGE, ORDERS), "เพจ", "orders")
    assert (orders.difference, orders.relative_change) == (46, None)
    assert {"W10", "W12"} <= set(orders.caveats)


def test_money_is_economic_and_a_measure_of_ones_own_keeps_its_word() -> None:
    sales = figure(find_rows(SALES), "ร้านออนไลน์", "ยอดขาย")
    assert (sales.unit, sales.dimension, sales.better) == ("thb_per_year", Dimension.ECONOMIC, False)


def test_the_sheet_may_say_that_less_is_better() -> None:
    head = [*HEAD, "ทิศทางที่ดี"]
    findings = find({"เทคโนโลยี": [head, [*ORDERS[:2], "เรื่องร้องเรียน", "เรื่อง", 9, 4, None, None, None, "ยิ่งน้อยยิ่งดี"]]})
    assert told(findings).channels[0].finding.better is True


def test_works_are_listed_by_date_with_what_came_of_them() -> None:
    works = told(find_rows(STUDY, TOOL, PAGE)).works
    assert [(one.item, one.result) for one in works] == [("เครื่องขูด", ""), ("วิจัยเส้นใย", "ใช้สูตรใหม่")]
    assert [one.kind for one in works] == ["innovation", "research"]


def test_a_second_row_of_the_same_measure_is_left_out_and_said() -> None:
    findings = find_rows(PAGE, [*PAGE[:4], 1, 2, *PAGE[6:]])
    assert figure(findings, "เพจ", "followers").endline == 6850
    assert [(one.code, one.cell) for one in findings.problems if one.sheet] == [("duplicate_indicator", "A3")]
    assert [one.row for one in findings.excluded if one.reason == "duplicate_indicator"] == [3]


def test_a_value_in_another_unit_than_before_is_not_used_and_said() -> None:
    head = ["ช่องทาง", "แพลตฟอร์ม", "ตัวชี้วัด", "หน่วยนับ", "ยอด"]
    findings = find(
        {
            "สื่อออนไลน์ ก่อน": [["ช่องทางของกลุ่ม"], head, ["เพจ", "fb", "คนติดตาม", "คน", "๔๒๐"]],
            "สื่อออนไลน์ หลัง": [["ช่องทางของกลุ่ม"], head, ["เพจ", "fb", "ผู้ติดตาม", "แห่ง", 6850]],
        }
    )
    followers = figure(findings, "เพจ", "followers")
    assert (followers.baseline, followers.endline, followers.missing) == (420, None, "endline_unknown")
    assert "unit_differs_between_rounds" in {one.code for one in findings.problems}


def test_two_lists_in_other_words_are_read_as_before_and_after() -> None:
    head = ["ช่องทาง", "แพลตฟอร์ม", "ตัวชี้วัด", "หน่วยนับ", "ยอด"]
    findings = find(
        {
            "สื่อออนไลน์ ก่อน": [["ช่องทางของกลุ่ม"], head, ["เพจ", "fb", "คนติดตาม", "คน", "๔๒๐"]],
            "สื่อออนไลน์ หลัง": [["ช่องทางของกลุ่ม"], head, ["เพจ", "แฟนเพจ", "จำนวนผู้ติดตาม", "คน", "6,850"]],
        }
    )
    followers = figure(findings, "เพจ", "followers")
    assert (followers.baseline, followers.endline) == (420, 6850)
    assert told(findings).channels[0].kind == "facebook"


def test_a_blank_value_is_not_known_and_a_row_without_any_is_no_figure() -> None:
    findings = find_rows([*PAGE[:5], None, *PAGE[6:]], STUDY)
    assert figure(findings, "เพจ", "followers").missing == "endline_unknown"
    assert [one.item for one in list_channels(findings)] == ["เพจ"]


def test_a_share_is_a_share_whatever_sign_it_has() -> None:
    engaged = ["เพจ", "เฟซบุ๊ก", "การมีปฏิสัมพันธ์", "ร้อยละ", 4, 9, None, None, None]
    finding = told(find_rows(engaged)).channels[0].finding
    assert (finding.baseline, finding.endline, finding.relative_change) == (0.04, 0.09, None)


def test_json_names_the_finding_of_each_channel_and_lists_the_works() -> None:
    content = json.loads(write_json(find_rows(PAGE, ORDERS, STUDY), Language.EN))
    keys = {one["indicator"] for one in content["findings"]}
    channels, works = content["technology"]["channels"], content["technology"]["works"]
    assert {one["indicator"] for one in channels} <= keys
    assert [(one["measure"], one["baseline"], one["endline"]) for one in channels] == [
        ("followers", 420, 6850),
        ("orders", 0, 46),
    ]
    assert [(one["kind_label"], one["from"], one["result"]) for one in works] == [
        ("Research", "2020-02-01", "ใช้สูตรใหม่")
    ]


LONG_MEASURE = "จำนวนสมาชิกกลุ่มไลน์ของเครือข่ายผู้ใช้ประโยชน์จากฟางข้าวและเศษวัสดุเหลือทิ้งทางการเกษตรตำบลคูขวาง"


def test_a_bare_before_and_after_head_the_figures_of_a_channel() -> None:
    rows = [["ช่องทาง", "สิ่งที่วัด", "หน่วย", "ก่อน", "หลัง"], ["ไลน์", "สมาชิก", "คน", 15, 310]]
    (channel,) = told(find({"เทคโนโลยี": rows})).channels
    assert (channel.finding.baseline, channel.finding.endline) == (15, 310)


@pytest.mark.parametrize("canvas", CANVASES)
def test_a_long_measure_is_wrapped_and_no_line_runs_through_it(canvas: str) -> None:
    rows = [[item, *PAGE[1:2], f"{LONG_MEASURE} {item}", *PAGE[3:]] for item in ("ก", "ข")]
    seen = look(Language.TH, canvas)
    body = draw_channels(list_channels(find_rows(*rows)), seen, None)
    across = seen.canvas.width - 2 * seen.canvas.edge
    headings = [one for one in body.labels if one.style.bold]
    assert "".join(one.text for one in headings).replace(" ", "").count(LONG_MEASURE) == 2
    assert all(one.style.width(one.text) <= across for one in headings)
    lines = [(shape["y0"], shape["y1"]) for shape in body.shapes]
    assert not any(top < one.y < bottom for one in headings for top, bottom in lines)


@pytest.mark.parametrize(
    ("typed", "thai", "english"),
    [
        ("ข้อความต่อเดือน", "ข้อความ/เดือน", "messages/month"),
        ("ครั้ง/เดือน", "ครั้ง/เดือน", "times/month"),
        ("คน/เดือน", "คน/เดือน", "people/month"),
        ("ออเดอร์", "คำสั่งซื้อ", "orders"),
        ("followers", "ผู้ติดตาม", "followers"),
        ("views per month", "ครั้งที่รับชม/เดือน", "views/month"),
    ],
)
def test_the_units_of_channels_are_known_in_both_languages(typed: str, thai: str, english: str) -> None:
    heads = ["ช่องทาง", "ประเภท", "ตัววัด", "หน่วย", "ก่อน", "หลัง"]
    found = find({"เทคโนโลยี": [heads, ["เพจกลุ่ม", "เฟซบุ๊ก", "ยอดของเพจ", typed, 10, 30]]})
    (unit,) = {one.indicator.unit for one in found.findings}
    assert (unit_label(unit).th, unit_label(unit).en) == (thai, english)


def test_a_list_of_works_needs_no_figures() -> None:
    heads = ["ชื่อผลงาน", "ชนิด", "ปีที่แล้วเสร็จ", "การนำไปใช้"]
    reading = read({"งานวิจัยและนวัตกรรม": [heads, ["สูตรกาว", "วิจัย", "2566", "ใช้ผลิตจริง"]]})
    assert (reading.questions, codes(reading.problems)) == ((), [])
    assert [(one.text("item"), one.code("kind"), one.text("result")) for one in reading.records] == [
        ("สูตรกาว", "research", "ใช้ผลิตจริง")
    ]


WIDE = [
    ["ช่องทาง", "ผู้ติดตาม (คน) ก่อน", "ผู้ติดตาม (คน) หลัง", "ยอดขาย (บาท) ก่อน", "ยอดขาย (บาท) หลัง", "ลิงก์"],
    ["เพจ", 120, 980, 3000, 41_000, "https://example.org"],
    ["ไลน์", 0, 210, None, None, None],
]


def test_measures_that_head_the_columns_are_those_of_each_channel() -> None:
    reading = read({"เทคโนโลยี": WIDE})
    assert reading.questions == ()
    found = [
        (one.item, one.measure, one.finding.unit, one.finding.baseline, one.finding.endline)
        for one in told(find({"เทคโนโลยี": WIDE})).channels
    ]
    assert found == [
        ("เพจ", "followers", "person", 120, 980),
        ("ไลน์", "followers", "person", 0, 210),
        ("เพจ", "ยอดขาย", "thb", 3000, 41_000),
    ]
    assert [(sheet.rows_read, sheet.rows_used) for sheet in reading.sheets] == [(2, 2)]


def test_a_measure_may_name_its_channel_and_the_header_have_two_rows() -> None:
    heads = [["ช่องทาง", "ผู้ติดตาม Facebook", None, "เพื่อน LINE", None], [None, "ก่อน", "หลัง", "ก่อน", "หลัง"]]
    findings = find({"เทคโนโลยี": [*heads, ["กลุ่มทอผ้า", 5, 60, 0, 21]]})
    assert [(one.measure, one.finding.endline) for one in told(findings).channels] == [
        ("ผู้ติดตาม Facebook", 60),
        ("เพื่อน LINE", 21),
    ]


def test_columns_of_which_none_names_a_known_measure_are_asked_about() -> None:
    heads = ["ช่องทาง", "สิ่งอื่น ก่อน", "สิ่งอื่น หลัง"]
    assert read({"เทคโนโลยี": [heads, ["เพจ", 1, 2], ["ไลน์", 2, 3]]}).questions != ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ผู้ติดตามเพจเฟซบุ๊กกลุ่ม", "facebook"),
        ("เพื่อนใน LINE OA", "line"),
        ("ยอดเข้าชมเว็บไซต์", "website"),
        ("ลูกค้าออนไลน์", ""),
        ("online orders", ""),
        ("Shopee shop", "other_channel"),
    ],
)
def test_the_kind_of_a_channel_is_heard_in_its_name(name: str, kind: str) -> None:
    assert hear_kind(name) == kind


def test_a_sheet_of_measures_without_a_column_of_channels_is_read_by_their_words_and_this_is_said() -> None:
    rows = [["สิ่งที่วัด", "หน่วย", "ก่อน", "หลัง"], ["ผู้ติดตามเพจเฟซบุ๊ก", "คน", 10, 500], ["เพื่อนใน LINE OA", "คน", 0, 90]]
    reading = read({"ช่องทางออนไลน์": rows})
    assert codes(reading.problems) == ["channel_by_measure"]
    found = told(find({"ช่องทางออนไลน์": rows}))
    assert [(one.item, one.kind, one.finding.difference) for one in found.channels] == [
        ("ผู้ติดตามเพจเฟซบุ๊ก", "facebook", 500 - 10),
        ("เพื่อนใน LINE OA", "line", 90),
    ]


def test_measures_of_a_channel_that_is_written_once_above_them_are_its_own() -> None:
    rows = [
        ["ช่องทาง", "สิ่งที่วัด", "หน่วย", "ก่อน", "หลัง"],
        ["เฟซบุ๊ก", "ผู้ติดตาม", "คน", 10, 500],
        [None, "คำสั่งซื้อ", "รายการ", 0, 30],
        ["ไลน์", "เพื่อน", "คน", 0, 90],
        [None, "คำสั่งซื้อ", "รายการ", 0, 12],
    ]
    found = told(find({"เทคโนโลยี": rows}))
    assert [(one.item, one.measure) for one in found.channels] == [
        ("เฟซบุ๊ก", "followers"),
        ("เฟซบุ๊ก", "orders"),
        ("ไลน์", "followers"),
        ("ไลน์", "orders"),
    ]


def test_followers_below_zero_are_not_known_and_said_and_another_measure_may_be_below_zero() -> None:
    head = ["ช่องทาง", "ประเภท", "สิ่งที่วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง"]
    rows = [["เพจ", "เฟซบุ๊ก", "ผู้ติดตาม", "คน", 120, -5], ["เพจ", "เฟซบุ๊ก", "กำไรสุทธิ", "บาท", -300, 900]]
    reading = read({"เทคโนโลยี": [head, *rows]})
    assert find_problem(reading, "count_negative").cell == "F2"
    told = {one.label.th: key for key, one in reading.indicators.items()}
    assert values(reading, told["เพจ: ผู้ติดตาม"]) == {("", "baseline"): 120, ("", "endline"): None}
    assert len(told) == 2
    (other,) = told.keys() - {"เพจ: ผู้ติดตาม"}
    assert values(reading, told[other])["", "baseline"] == -300
