"""Headers in many wordings, in Thai and in English, by other hands than ours."""

from __future__ import annotations

import pytest

from ingest.headers import split_header
from ingest.matching import match_headers
from tests.build import codes, read

BEFORE, AFTER = "baseline", "endline"

# (table, column, round): headers that mean it
WORDINGS: dict[tuple[str, str, str | None], list[str]] = {
    ("members", "member_id", None): [
        "Member code",
        "Member #",
        "Membership ID",
        "member_number",
        "รหัส สมาชิก",
        "รหัสประจำตัวสมาชิก",
        "เลขที่สมาชิก*",
        "Participant ID",
        "Person code",
    ],
    ("members", "sex", None): [
        "Sex (M/F)",
        "เพศ (ชาย/หญิง)",
    ],
    ("members", "birth_year", None): [
        "Year born",
        "Birth Year (B.E.)",
        "ปีเกิด (พ.ศ.)",
        "พ.ศ.เกิด",
        "ปีเกิดหรืออายุ",
    ],
    ("members", "age", None): [
        "Age (years)",
        "อายุ(ปี)",
    ],
    ("members", "village", None): [
        "Village/Moo",
        "หมู่บ้าน/ชุมชน",
        "ชื่อบ้าน",
        "หมู่ที่",
        "Village no.",
    ],
    ("members", "role", None): [
        "Role in the group",
        "ตำแหน่ง/บทบาท",
        "บทบาทหน้าที่ในกลุ่ม",
    ],
    ("members", "joined", None): [
        "Date of joining",
        "Joined (date)",
        "Joining date",
        "วันเดือนปีที่เข้าร่วม",
        "วันที่เข้าเป็นสมาชิกกลุ่ม",
        "ปีที่เข้าเป็นสมาชิก",
    ],
    ("members", "left", None): [
        "Leaving date",
        "Date of exit",
        "Left the group on",
        "วันเดือนปีที่ออก",
        "วันที่พ้นจากสมาชิก",
        "วันที่ลาออก (ถ้ามี)",
    ],
    ("members", "present", BEFORE): [
        "Member before?",
        "in group before",
        "สมาชิกก่อน",
    ],
    ("members", "present", AFTER): [
        "Active after",
        "สถานะหลังโครงการ",
    ],
    ("income", "member_id", None): [
        "Member",
        "ผู้มีรายได้",
        "รหัสผู้มีรายได้",
    ],
    ("income", "income_source", None): [
        "Income stream",
        "Kind of income",
        "แหล่งที่มาของรายได้",
        "กิจกรรมสร้างรายได้",
        "อาชีพ/แหล่งรายได้",
        "Source",
    ],
    ("income", "amount", BEFORE): [
        "Amount Before",
        "amount_baseline",
        "Before (THB)",
        "Income (before)",
        "Income at baseline (THB)",
        "รายได้ก่อนเข้าร่วมโครงการ",
        "รายได้เฉลี่ยต่อเดือนก่อน",
        "เงินก่อน",
        "รายได้ต่อเดือน (ก่อน)",
        "Value before",
        "Baht before",
        "before_thb",
    ],
    ("income", "amount", AFTER): [
        "After (baht/month)",
        "monthly income after",
        "Earnings after project",
        "รายได้หลังเข้าร่วมโครงการ (บาท)",
        "จำนวนเงิน (บาท) หลัง",
        "ยอดรายได้หลังดำเนินการ",
    ],
    ("income", "period", None): [
        "Per",
        "per (month/year)",
        "Month or Year",
        "Per month / per year",
        "Unit (month/year)",
        "Time period",
        "ต่อ (เดือน/ปี)",
        "หน่วย (เดือน/ปี)",
        "รายเดือน/รายปี",
        "เดือน/ปี",
        "ช่วงเวลา (เดือนหรือปี)",
        "per_period",
        "Income per",
        "Amount per",
        "คิดต่อ",
        "ความถี่ของรายได้",
        "Payment frequency",
        "period (month/year)",
    ],
    ("partners", "partner", None): [
        "Partner organisation",
        "Name of the partner",
        "Partner Name",
        "ชื่อหน่วยงาน/ภาคี",
        "ชื่อภาคีเครือข่าย",
        "หน่วยงาน/องค์กร",
        "Agency/organisation",
    ],
    ("partners", "sector", None): [
        "Sector of partner",
        "Type of agency",
        "ประเภทภาคส่วน",
        "ภาคส่วน/ประเภท",
        "Sector type",
    ],
    ("partners", "support_kind", None): [
        "Support provided",
        "Kind of support given",
        "Type of Support",
        "ประเภทการสนับสนุน",
        "สนับสนุนเรื่อง",
        "รูปแบบความร่วมมือ",
        "Support",
        "Nature of cooperation",
    ],
    ("partners", "present", BEFORE): [
        "Present before",
        "Active (before)",
        "Before (yes/no)",
        "มีก่อน",
        "ร่วมก่อนโครงการ",
        "สนับสนุนก่อน",
        "Involved at baseline",
        "เป็นภาคีก่อน",
        "มีความร่วมมือก่อน",
        "Was partner before",
    ],
    ("partners", "present", AFTER): [
        "Partner after?",
        "มีส่วนร่วมหลัง",
    ],
    ("partners", "support_thb", BEFORE): [
        "Support before (baht)",
        "Value of support before (THB)",
        "มูลค่าสนับสนุนก่อน (บาท)",
        "งบประมาณก่อน",
        "THB before",
        "value_before",
        "support_thb_before",
        "มูลค่า (บาท) ก่อน",
    ],
    ("partners", "support_thb", AFTER): [
        "support_value_after",
        "มูลค่าการสนับสนุนหลังโครงการ",
        "เงินสนับสนุนหลัง",
        "Baht after",
    ],
    ("summary", "indicator", None): [
        "Indicator name",
        "ชื่อตัวชี้วัด",
        "ตัวชี้วัดผลลัพธ์",
        "Indicator / measure",
    ],
    ("summary", "unit", None): [
        "Unit of measure",
        "หน่วยนับ",
    ],
    ("summary", "dimension", None): [
        "Dimension (economic/social/environmental)",
        "ด้าน/มิติ",
        "มิติ (เศรษฐกิจ/สังคม/สิ่งแวดล้อม)",
    ],
    ("summary", "value", BEFORE): [
        "Before",
        "ค่าก่อน",
        "Baseline",
        "ค่าฐาน",
        "ก่อนโครงการ",
        "before_value",
        "ก่อน (ปี 2562)",
    ],
    ("summary", "value", AFTER): [
        "ผลหลังดำเนินการ",
        "Value (after)",
        "Endline",
        "Result after",
        "ปัจจุบัน",
        "After 2022",
    ],
    ("summary", "target", None): [
        "Target value",
        "เป้าหมายโครงการ",
        "Target (after)",
        "Goal",
    ],
    ("summary", "better", None): [
        "Better (higher/lower)",
        "Direction",
        "Higher or lower is better",
        "ดีขึ้นเมื่อ",
        "ทิศทางที่ดี (เพิ่ม/ลด)",
        "สูงหรือต่ำดีกว่า",
        "Good direction",
        "What is better",
    ],
    ("summary", "n", None): [
        "N",
        "Sample (n)",
        "จำนวนตัวอย่าง (n)",
        "จำนวนผู้ตอบแบบสอบถาม",
        "n (people)",
        "No. of respondents",
    ],
    ("project", "name", None): [
        "Name of the project",
        "ชื่อโครงการ/กลุ่ม",
    ],
    ("project", "group", None): [
        "Group name",
        "Community / group",
    ],
    ("project", "baseline_from", None): [
        "Before from",
        "Before - from",
        "Before (from)",
    ],
    ("project", "round_from", None): [
        "Baseline start date",
        "Start of baseline",
        "Date from (before)",
        "รอบก่อน ตั้งแต่",
        "วันเริ่มรอบก่อน",
        "ก่อนดำเนินการ (เริ่ม)",
        "Before round from",
        "before_start",
        "ก่อน เริ่มวันที่",
        "before date from",
    ],
    ("project", "endline_to", None): [
        "After to",
        "Endline: to",
    ],
    ("project", "round_to", None): [
        "End of endline",
        "After period (to)",
        "วันที่สิ้นสุดช่วงหลัง",
        "หลังดำเนินการ ถึงวันที่",
        "Round before: to",
    ],
    ("project", "round_period", None): [
        "Before",
        "Baseline year",
        "Before period",
    ],
    ("project", "round", None): [
        "Baseline round",
    ],
    ("project", "currency", None): [
        "หน่วยเงิน",
    ],
    ("project", "province", None): [
        "Province / district",
    ],
}


@pytest.mark.parametrize(
    ("table", "column", "round_key", "header"),
    [(*meaning, header) for meaning, headers in WORDINGS.items() for header in headers],
)
def test_a_header_is_understood(table: str, column: str, round_key: str | None, header: str) -> None:
    (match,) = match_headers([(header, split_header(header))], table)
    assert match.column == column
    if round_key:
        assert match.round == round_key


@pytest.mark.parametrize(
    "header", ["คำนำหน้า", "หมายเหตุ", "ลำดับที่", "Nickname", "ชื่อเล่น", "ผลต่างก่อน-หลัง", "เบอร์โทร", "สีที่ชอบ"]
)
@pytest.mark.parametrize("table", ["members", "income", "summary"])
def test_other_headers_are_not_used(table: str, header: str) -> None:
    _, match = match_headers([(text, split_header(text)) for text in ("ชื่อ-สกุล", header)], table)
    assert match.column is None


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("ชื่อ-สกุล", "name"),
        ("ชื่อ", "name"),
        ("Full name", "name"),
        ("นามสกุล", "family_name"),
        ("เลขบัตรประชาชน", "national_id"),
        ("เลขประจำตัวประชาชน 13 หลัก", "national_id"),
    ],
)
@pytest.mark.parametrize("table", ["members", "income"])
def test_names_and_national_ids_are_known_on_lists_of_people(table: str, header: str, column: str) -> None:
    (match,) = match_headers([(header, split_header(header))], table)
    assert match.column == column


@pytest.mark.parametrize("header", ["Actual", "Achieved value", "Actual value", "ผลที่ได้", "ค่าจริง"])
def test_what_was_achieved_beside_a_baseline_is_of_the_round_after(header: str) -> None:
    reading = read({"Summary": [["Indicator", "Unit", "Baseline", header, "Target"], ["Looms", "looms", 2, 30, 35]]})
    values = reading.observations[["round", "value"]].to_records(index=False).tolist()
    assert sorted(values) == [("baseline", 2.0), ("endline", 30.0), ("target", 35.0)]


def test_a_plain_value_beside_a_baseline_alone_is_not_lost_in_silence() -> None:
    reading = read(
        {"Summary": [["Indicator", "Unit", "Baseline", "Value"], ["Looms", "a", 2, 30], ["Kilns", "a", 1, 3]]}
    )
    assert "column_without_round" in codes(reading.problems)
