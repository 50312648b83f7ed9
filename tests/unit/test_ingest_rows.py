"""Every row is used or left out for a reason; a bad file or sheet is one clear problem and the rest is read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dictionary.load import describe, load_problems
from i18n import Language
from ingest import InputFile, read_files
from tests.build import build, codes, find_problem, read, read_many, sums

HEADERS = ["รหัสสมาชิก", "เพศ", "หมู่บ้าน"]


def test_rows_that_are_no_members_are_left_out_for_a_reason() -> None:
    reading = read(
        {
            "สมาชิก": [
                ["ทะเบียนสมาชิก ปี 2562"],
                [],
                HEADERS,
                ["ตัวอย่าง-001", "หญิง", "หมู่ 1"],
                ["M1", "หญิง", "หมู่ 1"],
                [" ", None, "  "],
                ["M1", "หญิง", "หมู่ 1"],
                [None, "ชาย", "หมู่ 2"],
                ["รวม 1 คน", None, None],
                ["หมายเหตุ: นับเฉพาะผู้ใหญ่", None, None],
            ]
        }
    )
    (sheet,) = reading.sheets
    assert (sheet.header_row, sheet.rows_read, sheet.rows_used, sheet.rows_left_out) == (3, 6, 1, 5)
    assert [(one.row, one.reason) for one in reading.excluded] == [
        (4, "example_row"),
        (7, "duplicate_id"),
        (8, "no_id"),
        (9, "total_row"),
        (10, "note_row"),
    ]
    found = [(one.code, one.cell) for one in reading.problems if one.code in {"no_id", "duplicate_id"}]
    assert found == [("no_id", "A8"), ("duplicate_id", "A7")]
    assert find_problem(reading, "duplicate_id").personal


@pytest.mark.parametrize("key", ["EXAMPLE-001", "ตัวอย่าง: x", "example"])
def test_the_example_row_of_the_form_is_left_out_quietly(key: str) -> None:
    reading = read({"สมาชิก": [HEADERS, [key, "หญิง", "1"], ["M1", "หญิง", "1"]]})
    assert codes(reading.problems) == ["presence_not_stated"]
    assert [one.reason for one in reading.excluded] == ["example_row"]


def test_a_name_that_only_begins_like_a_total_is_no_total() -> None:
    rows = [
        ["ชื่อหน่วยงาน", "ภาคส่วน", "ก่อน", "หลัง"],
        ["รวมใจพัฒนา", "ชุมชน", "มี", "ไม่มี"],
        ["Total Energies", "เอกชน", "มี", "มี"],
    ]
    assert sums(read({"ภาคี": rows}), "partners") == {"baseline": 2, "endline": 1}


def test_scratch_sums_beside_the_table_are_no_rows() -> None:
    reading = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"], [None, None, None, None, 123]]})
    assert [one.reason for one in reading.excluded] == ["outside_table"]


def test_a_missing_column_is_said_with_what_stands_there_and_the_rest_is_read() -> None:
    sheets = {
        "สมาชิก": [HEADERS, ["M1", "หญิง", "1"]],
        "รายได้": [["รหัส", "แหล่งรายได้", "หน่วยเวลา"], ["M1", "ทอผ้า", "เดือน"]],
    }
    reading = read(sheets)
    problem = find_problem(reading, "missing_column")
    assert (problem.sheet, problem.found, problem.allowed.en) == ("รายได้", "รหัส, แหล่งรายได้, หน่วยเวลา", "Amount")
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}
    assert (reading.sheets[1].rows_left_out, reading.sheets[1].reason) == (1, "missing_column")


def test_a_missing_round_is_said_and_the_other_is_read() -> None:
    reading = read({"รายได้": [["รหัส", "รายได้ก่อน (บาท/เดือน)"], ["M1", 5]]})
    assert find_problem(reading, "missing_column").allowed.th == "จำนวนเงิน หลัง"
    assert sums(reading, "member_income") == {"baseline": 5}


def test_a_missing_sheet_is_said() -> None:
    reading = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]})
    missing = [one.allowed.en for one in reading.problems if one.code == "missing_sheet"]
    assert missing == ["Income", "Partners", "Summary"]


def test_a_named_sheet_without_its_headers_is_said() -> None:
    reading = read({"รายได้": [["ก", "ข"], ["ค", "ง"]], "สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]})
    problem = find_problem(reading, "header_not_found")
    assert (problem.sheet, problem.found) == ("รายได้", "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"   \n", "file_empty"),
        (b"hello, this is text", "file_is_text"),
        (b"PK\x03\x04 broken", "file_damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16le"), "file_damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_problem_without_a_sheet(content: bytes, code: str) -> None:
    reading = read_files([InputFile("x.xlsx", content)])
    (problem,) = reading.problems
    assert (problem.code, problem.file, problem.sheet) == (code, "x.xlsx", "")
    assert reading.observations.empty


def test_a_damaged_file_does_not_keep_the_others_from_being_read() -> None:
    good = build({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]})
    reading = read_files([InputFile("bad.xlsx", good[:500]), InputFile("good.xlsx", good)])
    assert "file_damaged" in codes(reading.problems)
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}


def test_a_workbook_with_nothing_known_says_so() -> None:
    reading = read({"Sheet1": [["a", "b"], [1, 2]]})
    assert set(codes(reading.problems)) == {"nothing_recognised", "sheet_not_recognised"}


def test_a_sheet_that_is_not_recognised_is_named_and_none_of_its_cells() -> None:
    secret = ["นายสมมติ ตัวอย่าง", "081-000-0000"]
    reading = read({"ฟหกด": [secret, secret], "รายได้": [secret, secret]})
    said = " ".join(describe(problem, language) for problem in reading.problems for language in Language)
    assert "ฟหกด" in said
    assert not [text for text in secret if text in said]


def test_a_sheet_that_is_there_but_empty_is_said_to_be_empty() -> None:
    problem = find_problem(read({"สมาชิก": []}), "only_empty_sheets")
    assert problem.found == "สมาชิก"
    both = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"]], "รายได้": []})
    assert find_problem(both, "named_sheet_empty").sheet == "รายได้"
    assert [one.allowed.en for one in both.problems if one.code == "missing_sheet"] == ["Partners", "Summary"]


def test_a_file_that_is_no_workbook_is_told_the_kind_that_the_screen_takes() -> None:
    (problem,) = read_files([InputFile("x.txt", b"hello")]).problems
    assert problem.allowed.en.startswith("Excel workbooks (.xlsx")


def project(*rows: list[object]) -> dict[str, list[Any]]:
    return {"โครงการ": [["ชื่อโครงการ", "ทอผ้า"], *rows], "สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]}


@pytest.mark.parametrize(
    "rows",
    [
        [["ข้อมูลก่อน ตั้งแต่วันที่", "1/3/2562"], ["ข้อมูลก่อน ถึงวันที่", "31/3/2562"]],
        [["Before: from", datetime.fromisoformat("2019-03-01")], ["Before: to", date(2562, 3, 31)]],
        [["baseline_start", "2019-03-01"], ["baseline_end", "2019-03-31"]],
        [["ช่วงก่อนดำเนินการ", "มี.ค. 2562"]],
        [["ก่อนดำเนินการ", "1 มี.ค. 2562 – 31 มี.ค. 2562"]],
        [["ก่อนดำเนินการ", "1–31 มี.ค. 2562"]],
        [["ก่อนดำเนินการ", "1/3/2562", "31/3/2562"]],
        [["ก่อนดำเนินการ"], ["เริ่ม", "1/3/2562"], ["สิ้นสุด", "31/3/2562"]],
        [["วันที่เริ่มต้นก่อนดำเนินการ", "๑ มีนาคม ๒๕๖๒"], ["วันที่สิ้นสุดก่อนดำเนินการ", "31 มีนาคม พ.ศ. 2562"]],
    ],
)
def test_round_dates_of_many_wordings(rows: list[Any]) -> None:
    reading = read(project(*rows))
    assert codes(reading.problems) == ["presence_not_stated"]
    assert (reading.rounds[0].start, reading.rounds[0].end) == (date(2019, 3, 1), date(2019, 3, 31))


def test_a_year_alone_is_the_whole_year() -> None:
    reading = read(project(["ปีก่อนดำเนินการ", 2562], ["ปีหลังดำเนินการ", "2565"]))
    assert (reading.rounds[0].start, reading.rounds[0].end) == (date(2019, 1, 1), date(2019, 12, 31))
    assert reading.rounds[1].end == date(2022, 12, 31)


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ([["ก่อน: จาก", "วันหนึ่ง"]], "not_a_date", "B2"),
        ([["ก่อน: จาก", "1/3/62"]], "year_of_two_digits", "B2"),
        ([["ก่อน: จาก", "31/12/2562"], ["ก่อน: ถึง", "1/1/2562"]], "round_reversed", "B2"),
        ([["ก่อน: จาก", "2565"], ["หลัง: จาก", "2562"]], "rounds_out_of_order", "B3"),
        ([["ก่อน: จาก", "2565"], ["หลัง: จาก", "มิ.ย. 2565"], ["หลัง: ถึง", "2566"]], "rounds_overlap", "B3"),
        ([["สกุลเงิน", "USD"]], "currency_not_baht", "B2"),
        ([["ดาวโปรด", "ศุกร์"]], "project_field_unknown", "A2"),
    ],
)
def test_wrong_lines_of_the_project_sheet(rows: list[Any], code: str, cell: str) -> None:
    problem = find_problem(read(project(*rows)), code)
    assert (problem.sheet, problem.cell) == ("โครงการ", cell)


def test_invented_data_are_known_by_their_mark() -> None:
    assert read({"สมาชิก": [["ข้อมูลสมมติ"], HEADERS, ["M1", "หญิง", "1"]]}).info.is_sample
    assert not read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]}).info.is_sample


def test_two_files_of_one_name_are_kept_apart() -> None:
    sheets = {"สมาชิก": [HEADERS, ["M1", "หญิง", "1"]]}
    content, other = build(sheets), build({"รายได้": [["รหัส", "ก่อน", "หลัง", "ต่อ"], ["M1", 1, 2, "ปี"]]})
    reading = read_files([InputFile("a.xlsx", content), InputFile("a.xlsx", other)])
    assert [sheet.file for sheet in reading.sheets] == ["a.xlsx", "a (2).xlsx"]


def test_many_bad_cells_are_listed_and_the_rest_is_counted() -> None:
    rows = [[f"M{number}", "x", 1, "เดือน"] for number in range(80)]
    reading = read({"รายได้": [["รหัส", "ก่อน", "หลัง", "ต่อ"], *rows]})
    assert codes(reading.problems).count("not_a_number") == 50
    assert find_problem(reading, "more_of_the_same").found == "30"


def test_every_problem_is_a_whole_sentence_in_both_languages() -> None:
    reading = read_many({"a.xlsx": {"รายได้": [["รหัส", "ก่อน", "หลัง"], ["M1", "x", None], [None, 1, 2], ["M1", 1, 1]]}})
    for problem in reading.problems:
        for language in Language:
            sentence = describe(problem, language)
            assert "{" not in sentence
            assert load_problems()[problem.code].remedy[language] in sentence


def test_ids_are_not_told_where_they_must_not_be() -> None:
    reading = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"], ["M1", "ชาย", "1"]]})
    problem = find_problem(reading, "duplicate_id")
    assert "M1" in describe(problem, Language.EN)
    assert "M1" not in describe(problem, Language.EN, personal=False)


@pytest.mark.parametrize(("name", "notes"), [("banana_weaving.xlsx", []), ("rice_mill.xlsx", ["comparison_found"])])
def test_the_samples_read_without_a_problem(name: str, notes: list[str]) -> None:
    content = (Path(__file__).parents[2] / "data" / "samples" / name).read_bytes()
    reading = read_files([InputFile(name, content)])
    assert codes(reading.problems) == notes
    assert reading.info.is_sample


def test_a_total_of_a_member_is_not_counted_beside_its_sources() -> None:
    rows = [["M1", "ทอ", 12, 24], ["M1", "ย้อม", 12, 24], ["M1", "รวม", 24, 48], ["M2", "รวม", 36, 48]]
    reading = read({"รายได้ต่อปี": [["รหัส", "แหล่งรายได้", "ก่อน", "หลัง"], *rows]})
    assert [(one.row, one.reason) for one in reading.excluded] == [(4, "total_row")]
    assert sums(reading, "member_income") == {"baseline": 1 + 1 + 3, "endline": 2 + 2 + 4}


def test_two_labels_may_stand_on_one_row_of_the_project_sheet() -> None:
    reading = read(project(["จังหวัด", "ปทุมธานี", "กลุ่ม", "บ้านคลอง"]))
    assert (reading.info.province, reading.info.group) == ("ปทุมธานี", "บ้านคลอง")
    assert codes(reading.problems) == ["presence_not_stated"]


def test_the_rounds_may_stand_as_a_small_table() -> None:
    reading = read(project(["", "ตั้งแต่", "ถึง"], ["ก่อน", "1/1/2562", "31/12/2562"], ["หลัง", "1/1/2565", "31/12/2565"]))
    assert codes(reading.problems) == ["presence_not_stated"]
    assert (reading.rounds[0].start, reading.rounds[1].end) == (date(2019, 1, 1), date(2022, 12, 31))


def national_id(twelve: str) -> str:
    """Twelve digits and the check digit of a national id, computed here so that no real number stands in a test."""
    rest = sum(int(digit) * (13 - place) for place, digit in enumerate(twelve)) % 11
    return f"{twelve}{(11 - rest) % 10}"


def test_a_national_id_is_used_and_said_without_being_told() -> None:
    plain = national_id("000000000001")
    dashed = "-".join([plain[0], plain[1:5], plain[5:10], plain[10:12], plain[12]])
    wrong = plain[:-1] + str((int(plain[-1]) + 1) % 10)
    other = int(national_id("100000000002"))
    reading = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"], *([key, "หญิง", "1"] for key in (wrong, dashed, other))]})
    problem = find_problem(reading, "national_id")
    assert (problem.cell, problem.allowed.en, problem.found, problem.personal) == ("A4", "2", "", True)
    assert sums(reading, "members_active")["baseline"] == 4
    assert plain not in describe(problem, Language.TH)


@pytest.mark.parametrize(
    ("key", "is_name"),
    [
        ("นายสมมติ ตัวอย่าง", True),
        ("นาง สมมติ", True),
        ("น.ส.สมมติ", True),
        ("ด.ญ. สมมติ", True),
        ("Mrs. Sample", True),
        ("miss Sample", True),
        ("MS-001", False),
        ("MSK1", False),
        ("นาย1", False),
        ("ก-01", False),
    ],
)
def test_a_name_in_place_of_an_id_is_used_and_said(key: str, is_name: bool) -> None:
    reading = read({"สมาชิก": [HEADERS, ["M1", "หญิง", "1"], [key, "หญิง", "1"]]})
    assert [one.cell for one in reading.problems if one.code == "name_as_id"] == (["A3"] if is_name else [])
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 2}
