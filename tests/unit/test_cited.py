"""From a number to its cells: as typed, as read, left out, and marked in the user's own workbook."""

from __future__ import annotations

import io

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from analysis.findings import Finding, Findings
from figures.told import Told
from i18n import Language, Text
from i18n.numbers import PERCENT
from ingest import InputFile, read_files
from project import CitedCell, Project, cite_cells, find_changes, read_cells
from project.opening import make_project
from reports.annotated import CheckedFile, annotate_file, list_excluded, mark_cited, name_annotated
from tests.build import build
from ui.cells import _write

NAME = "book.xlsx"
INCOME = [
    ["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท)", "จำนวนเงิน หลัง (บาท)", "ต่อเดือนหรือต่อปี"],
    ["ม-1", "ทอผ้า", "๑,๒๐๐", 2000, "เดือน"],
    ["ม-2", "ทอผ้า", 2400, "3 600 บาท", "ปี"],
    ["ม-3", "ทอผ้า", 500, None, "เดือน"],
    ["รวม", None, 4100, 5600, None],
]
MEMBERS = [["รหัสสมาชิก", "เพศ", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]]
MEMBERS += [[f"ม-{n}", "หญิง" if n % 2 else "ชาย", "ใช่", "ใช่"] for n in range(1, 13)]
CONTENT = build({"สมาชิก": MEMBERS, "รายได้": INCOME})
FILES = (InputFile(NAME, CONTENT),)


def _open() -> tuple[Project, Findings]:
    project = make_project(read_files(FILES))
    return project, find_changes(project)


def _find(findings: Findings, key: str) -> Finding:
    finding = findings.find(key)
    assert finding is not None
    return finding


def _cells(key: str) -> dict[str, CitedCell]:
    project, findings = _open()
    cited = cite_cells(FILES, _find(findings, key).sources)
    return {one.cell: one for one in read_cells(project, cited, key, slice(None))}


def test_a_cell_is_told_as_typed_and_as_read() -> None:
    cells = _cells("member_income")
    assert list(cells) == ["C2", "D2", "C3", "D3"]
    assert (cells["C2"].typed, cells["C2"].values) == ("๑,๒๐๐", (("baseline", 1200.0),))
    assert (cells["D3"].typed, cells["D3"].values) == ("3 600 บาท", (("endline", 300.0),))


def test_a_cell_that_states_a_group_is_read_as_the_group() -> None:
    cell = _cells("women_share")["B2"]
    assert (cell.typed, cell.values, cell.group) == ("หญิง", (("", "female"),), "sex")


def test_some_of_the_cells_are_a_page_of_all() -> None:
    project, findings = _open()
    cited = cite_cells(FILES, _find(findings, "members_active").sources)
    assert len(cited) == 24
    page = read_cells(project, cited, "members_active", slice(4, 6))
    assert [one.cell for one in page] == ["C4", "D4"]


def test_what_a_number_leaves_out_is_told_with_the_reason() -> None:
    _, findings = _open()
    left = {(one.reason, one.unit): one.ranges for one in list_excluded(findings, _find(findings, "member_income"))}
    assert left["endline_unknown", "ม-3"] == ("D4",)
    assert ("total_row", "") in left
    assert ("not_stated", "ม-4") in left  # a member without any income row
    known = list_excluded(findings, _find(findings, "member_income_total"))
    assert "baseline_only" not in {one.reason for one in known}


def test_a_file_that_is_gone_leaves_its_cells_without_a_text() -> None:
    _, findings = _open()
    cited = cite_cells((), _find(findings, "member_income").sources)
    assert set(cited.typed) == {""}


def _marked(key: str) -> bytes:
    _, findings = _open()
    finding = _find(findings, key)
    marks = mark_cited(Text("รายได้", "Income"), finding.sources, list_excluded(findings, finding))
    file = CheckedFile(NAME, CONTENT, marks)
    assert name_annotated(file, Language.EN) == "book_cells.xlsx"
    return annotate_file(file, Language.EN)


def _colour(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb) if sheet[cell].fill.fill_type else ""


def test_the_workbook_has_used_cells_in_one_colour_and_those_left_out_in_another() -> None:
    sheet = load_workbook(io.BytesIO(_marked("member_income")))["รายได้"]
    used = {_colour(sheet, cell) for cell in ("C2", "C3", "D2", "D3")}
    left = {_colour(sheet, cell) for cell in ("D4", "C5")}
    assert len(used) == len(left) == 1
    assert used != left
    assert "" not in used | left
    assert _colour(sheet, "B2") == ""
    comments = [sheet[cell].comment.text for cell in ("C2", "D4")]
    assert "“Income”" in comments[0]
    assert "The value after is not known" in comments[1]


def test_a_marked_workbook_reads_as_the_one_it_was_made_from() -> None:
    again = find_changes(make_project(read_files([InputFile(NAME, _marked("member_income"))])))
    _, findings = _open()
    assert again.findings == findings.findings


def test_an_income_of_several_cells_tells_the_sum_of_the_person_at_each_of_them() -> None:
    rows = [
        ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน (บาท/เดือน)", "หลัง (บาท/เดือน)"],
        ["M1", "ทอผ้า", 1000, 1500],
        ["M1", "ย้อมผ้า", 200, 300],
        ["M2", "ทอผ้า", 700, 900],
        ["M3", "ทอผ้า", 400, 500],
        ["M3", "ย้อมผ้า", 90, None],
    ]
    files = (InputFile(NAME, build({"รายได้": rows})),)
    project = make_project(read_files(files))
    cited = cite_cells(files, _find(find_changes(project), "member_income_all").sources)
    cells = {one.cell: one for one in read_cells(project, cited, "member_income_all", slice(None))}
    assert cells["C2"].sums == cells["C3"].sums == (("baseline", 1000.0 + 200.0),)
    assert cells["D2"].sums == cells["D3"].sums == (("endline", 1500.0 + 300.0),)
    assert cells["C4"].sums == ()  # one cell is what it says
    assert cells["C5"].sums == (("baseline", 400.0 + 90.0),)


def test_an_entry_of_a_row_has_the_unit_of_its_column() -> None:
    header = ["ผู้มีส่วนได้ส่วนเสีย", "ผลลัพธ์", "ปริมาณ", "ตัวแทนค่าทางการเงิน", "มูลค่าตัวแทน", "ผลลัพธ์ส่วนเกิน"]
    files = (InputFile(NAME, build({"SROI": [header, ["สมาชิก", "มีรายได้เพิ่ม", 10, "ค่าแรง", 300, "20%"]]})),)
    project = make_project(read_files(files))
    source = project.records[0].source(("quantity", ""), ("proxy_thb", ""), ("deadweight", ""))
    told = {
        one.typed: (one.values, one.unit) for one in read_cells(project, cite_cells(files, [source]), "", slice(None))
    }
    assert told == {
        "10": ((("", 10.0),), ""),
        "300": ((("", 300.0),), "thb"),
        "20%": ((("", 0.2),), "share"),
    }
    with_sign = CitedCell(NAME, "SROI", "F2", "20%", (("", 0.2),), unit="share")
    assert _write(0.2, with_sign, Told(Text("ก", "a"), Text("", ""), Text("", ""))) == f"20{PERCENT}"
