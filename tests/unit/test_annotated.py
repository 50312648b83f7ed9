"""The user's own workbook with its faults marked: cells coloured and commented, everything else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from dictionary.load import describe
from dictionary.nouns import Problem
from i18n import Language, Text, word
from ingest import InputFile, read_files
from ingest.formats.locked import UNSAID, lock
from ingest.workbooks import take_password_off
from reports.annotated import (
    CheckedFile,
    NothingToAnnotate,
    annotate_file,
    annotate_files,
    annotate_workbook,
    keeps_its_format,
    name_annotated,
)
from tests.build import build
from tests.xlsb import xlsb

TH, EN = Language.TH, Language.EN
FILE, SHEET = "รายได้.xlsx", "รายได้"
ERROR, WARNING, NOTE = "FFF9C8C5", "FFFFE08B", "FFCDE3F8"
HEADER = ["รหัส", "แหล่ง", "ก่อน", "หลัง", "รวม"]
ROWS = [HEADER, *([f"ม-{n}", "ทอผ้า", 1000 * n, 2000 * n, f"=C{n}+D{n}"] for n in range(2, 12))]


def _fault(cell: str, code: str = "not_a_number", found: str = "ห้าพัน") -> Problem:
    return Problem(code, FILE, SHEET, cell, found=found, allowed=Text("ตัวเลข", "a number"))


def _rich() -> bytes:
    """A workbook with much that a careless writer loses."""
    book = _open(build({SHEET: ROWS}))
    _dress(book[SHEET])
    _draw(book[SHEET])
    book.create_sheet("ซ่อน").sheet_state = "hidden"
    book.defined_names["ทั้งหมด"] = DefinedName("ทั้งหมด", attr_text=f"'{SHEET}'!$C$2:$C$11")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _dress(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.fill, cell.font = PatternFill("solid", fgColor="0B6E99"), Font(bold=True, color="FFFFFF")
    sheet["C4"].number_format, sheet["C4"].alignment = "#,##0.00", Alignment(horizontal="center")
    sheet["C4"].font = Font(name="TH Sarabun New", size=16, italic=True)
    sheet["D5"].comment = Comment("ความเห็นของผู้ใช้", "สมชาย")
    sheet["D9"].comment = Comment("ความเห็นอื่น", "สมชาย")
    sheet.merge_cells("A13:C13")
    sheet["A13"] = "หมายเหตุ"
    sheet.column_dimensions["B"].width = 33
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = "A1:E11"
    rule = DataValidation(type="list", formula1='"ทอผ้า,จักสาน"')
    rule.add("B2:B50")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("D2:D11", CellIsRule("greaterThan", ["5000"], font=Font(bold=True)))


def _draw(sheet: Worksheet) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    sheet.add_image(SheetImage(picture), "G2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=11), titles_from_data=True)
    sheet.add_chart(chart, "G8")


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def _pack(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts.items():
            pack.writestr(name, content)
    return stream.getvalue()


def _open(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def _colour(book: Workbook, cell: str, sheet: str = SHEET) -> str | None:
    fill = book[sheet][cell].fill
    return str(fill.fgColor.rgb) if fill.fill_type == "solid" else None


def _note(book: Workbook, cell: str, sheet: str = SHEET) -> str:
    comment = book[sheet][cell].comment
    return comment.text if comment else ""


def _annotate(*problems: Problem, content: bytes | None = None, language: Language = TH) -> Workbook:
    return _open(annotate_workbook(content or _rich(), problems, language))


def test_a_cell_is_coloured_by_its_severity_and_its_comment_says_what_to_do() -> None:
    book = _annotate(
        _fault("C4"), _fault("C6", "out_of_range"), _fault("D1", "duplicate_column"), _fault("A2", "same_partner")
    )
    assert [_colour(book, cell) for cell in ("C4", "C6", "A2", "C7")] == [ERROR, WARNING, NOTE, None]
    assert word("ui.severity.error", TH) in _note(book, "C4")
    for told in ("C4", "ห้าพัน", "ต้องเป็น ตัวเลข", "พิมพ์ตัวเลขอย่างเดียวในเซลล์"):
        assert told in _note(book, "C4")
    comment = book[SHEET]["C4"].comment
    assert comment is not None
    assert comment.author == "Konlang"


def test_a_coloured_cell_keeps_the_rest_of_its_style_and_its_formula() -> None:
    book = _annotate(_fault("C4"), _fault("E4"))
    cell = book[SHEET]["C4"]
    assert (cell.number_format, cell.alignment.horizontal) == ("#,##0.00", "center")
    assert (cell.font.name, cell.font.size, cell.font.italic) == ("TH Sarabun New", 16, True)
    assert book[SHEET]["E4"].value == "=C4+D4"
    assert _colour(book, "E4") == ERROR


def test_under_light_letters_the_colour_is_dark() -> None:
    book = _annotate(_fault("C1"))
    assert _colour(book, "C1") == "FFB3261F"
    assert book[SHEET]["C1"].font.bold
    assert book[SHEET]["C1"].font.color.rgb == "00FFFFFF"


def test_all_other_parts_are_kept_byte_for_byte() -> None:
    own = _rich()  # once: a workbook tells the second when it was made
    before = _parts(own)
    after = _parts(annotate_workbook(own, [_fault("C4"), _fault("D5")], TH))
    changed = {name for name, content in before.items() if after[name] != content}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml",
    }  # fmt: skip
    assert {name for name in before if "chart" in name or "media" in name} <= before.keys() - changed
    assert any("chart" in name for name in before)
    assert any("media" in name for name in before)


def test_of_a_sheet_nothing_changes_but_the_marked_cells() -> None:
    before, after = (
        _parts(content)["xl/worksheets/sheet1.xml"]
        for content in (_rich(), annotate_workbook(_rich(), [_fault("C4")], TH))
    )
    start = before.index(b'<c r="C4"')
    end = before.index(b">", start)
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])


def test_validations_merges_formats_names_and_hidden_sheets_stay() -> None:
    sheet = (book := _annotate(_fault("C4")))[SHEET]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["B2:B50"]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A13:C13"]
    assert [str(rules.sqref) for rules in sheet.conditional_formatting] == ["D2:D11"]
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes, sheet.auto_filter.ref) == (33, "A2", "A1:E11")
    assert book["ซ่อน"].sheet_state == "hidden"
    assert "ทั้งหมด" in book.defined_names


def test_the_users_own_comment_stands_before_ours_and_others_are_untouched() -> None:
    book = _annotate(_fault("D5"))
    assert _note(book, "D5").startswith("ความเห็นของผู้ใช้\n")
    assert "Konlang" in _note(book, "D5")
    assert "พิมพ์ตัวเลขอย่างเดียวในเซลล์" in _note(book, "D5")
    assert _note(book, "D9") == "ความเห็นอื่น"


def test_several_problems_of_a_cell_are_one_comment_and_the_gravest_gives_the_colour() -> None:
    book = _annotate(_fault("C4", "out_of_range"), _fault("C4"))
    assert _colour(book, "C4") == ERROR
    note = _note(book, "C4")
    assert note.index(word("ui.severity.error", TH)) < note.index(word("ui.severity.warning", TH))


def test_ranges_are_coloured_throughout_and_commented_at_their_starts() -> None:
    book = _annotate(_fault("B3, B5:B7"))
    assert [cell for n in range(2, 9) if _colour(book, cell := f"B{n}")] == ["B3", "B5", "B6", "B7"]
    assert [bool(_note(book, f"B{n}")) for n in (3, 5, 6)] == [True, True, False]


def test_a_fault_of_a_whole_column_is_coloured_cell_by_cell_and_no_sound_cell_with_it() -> None:
    amounts = ["ห้าพัน" if n % 2 else 2000 + n for n in range(140)]
    rows = [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]]
    content = build({SHEET: [*rows, *([f"ม-{n}", 1000, amount] for n, amount in enumerate(amounts))]})
    book = _open(annotate_workbook(content, read_files([InputFile(FILE, content)]).problems, TH))
    coloured = [_colour(book, f"C{n}") is not None for n in range(2, 142)]
    assert coloured == [isinstance(amount, str) for amount in amounts]


def test_a_list_of_ranges_that_ends_in_an_ellipsis_is_marked_as_far_as_it_goes() -> None:
    book = _annotate(_fault("B3, B5 …"))
    assert [_colour(book, f"B{n}") for n in (3, 4, 5)] == [ERROR, None, ERROR]


def test_a_cell_inside_a_merge_is_marked_where_it_is_seen() -> None:
    book = _annotate(_fault("B13"))
    assert _colour(book, "A13") == ERROR
    assert _note(book, "A13")


def test_cells_and_rows_that_are_not_written_yet_are_added_in_their_order() -> None:
    content = build({SHEET: [["ก", None, "ค"], [], ["ง"]]})
    xml = _parts(annotate_workbook(content, [_fault(cell) for cell in ("B1", "D1", "A2", "C3", "B9")], TH))
    sheet = xml["xl/worksheets/sheet1.xml"].decode()
    places = [sheet.index(f'r="{cell}"') for cell in ("A1", "B1", "C1", "D1", "A2", "A3", "C3", "B9")]
    assert places == sorted(places)


@pytest.mark.parametrize("cell", ["XFE1", "A1048577", "A0", "", "ไม่มี", "A1:ZZZ9"])
def test_a_place_outside_the_sheet_is_only_listed(cell: str) -> None:
    book = _annotate(_fault(cell))
    rows = list(book["ผลการตรวจ"].iter_rows(min_row=5, values_only=True))
    assert len(rows) == 1
    assert book["ผลการตรวจ"]["C5"].hyperlink is None


def test_the_last_sheet_lists_every_problem_with_a_link_to_its_cell() -> None:
    book = _annotate(
        _fault("C4"), Problem("no_project_sheet"), Problem("not_a_number", FILE, "ไม่มีแผ่นนี้", "B2", found="x")
    )
    assert book.sheetnames[-1] == "ผลการตรวจ"
    sheet = book["ผลการตรวจ"]
    assert [row[2] for row in sheet.iter_rows(min_row=5, values_only=True)] == ["C4", "B2", None]
    assert sheet["C5"].hyperlink.location == f"'{SHEET}'!C4"
    assert sheet["C6"].hyperlink is None
    assert sheet["E7"].value == describe(Problem("no_project_sheet"), TH)


def test_a_text_that_begins_like_a_formula_is_a_text() -> None:
    book = _annotate(_fault("C4", found='=HYPERLINK("x")'), Problem("nothing_recognised", "", found="=1+1"))
    cells = [cell for row in book["ผลการตรวจ"].iter_rows(min_row=1) for cell in row if cell.value is not None]
    assert cells
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert all(cell.quotePrefix for cell in cells)


def test_in_english_everything_that_is_added_is_english() -> None:
    book = _annotate(_fault("C4"), language=EN)
    assert book.sheetnames[-1] == "Check"
    assert word("ui.severity.error", EN) in _note(book, "C4")
    assert "type digits only" in _note(book, "C4")


def test_a_tab_of_the_same_name_is_left_alone() -> None:
    content = build({SHEET: [["ก"]], "ผลการตรวจ": [["ของผู้ใช้"]]})
    book = _annotate(_fault("A1"), content=content)
    assert book.sheetnames == [SHEET, "ผลการตรวจ", "ผลการตรวจ (2)"]
    assert book["ผลการตรวจ"]["A1"].value == "ของผู้ใช้"


def test_what_has_been_mended_is_clean_after_the_next_check() -> None:
    first = annotate_workbook(_rich(), [_fault("C4"), _fault("D5"), _fault("C1")], TH)
    second = annotate_workbook(first, [_fault("C6")], TH)
    book = _open(second)
    assert [_colour(book, cell) for cell in ("C4", "D5", "C6")] == [None, None, ERROR]
    assert _colour(book, "C1") == "000B6E99"  # the user's own colour is back
    assert [bool(_note(book, cell)) for cell in ("C4", "C1", "C6")] == [False, False, True]
    assert _note(book, "D5") == "ความเห็นของผู้ใช้"
    assert book.sheetnames.count("ผลการตรวจ") == 1
    assert len(book.sheetnames) == len(_open(first).sheetnames)


def test_the_same_check_again_gives_the_same_marks() -> None:
    problems = [_fault("C4"), _fault("D5"), _fault("B2:B4", "out_of_range")]
    first = annotate_workbook(_rich(), problems, TH)
    books = [_open(first), _open(annotate_workbook(first, problems, TH))]
    marks = [[(_colour(book, cell), _note(book, cell)) for cell in ("C4", "D5", "B2", "B3", "D9")] for book in books]
    assert marks[0] == marks[1]


def test_the_annotated_file_reads_as_the_file_itself() -> None:
    content = build({
        "สมาชิก": [["รหัสสมาชิก", "หมู่บ้าน"], *([f"ม-{n}", "หมู่ 1"] for n in range(9))],
        SHEET: [
            ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"],
            *([f"ม-{n}", 1000 + n, "ห้าพัน" if n == 3 else 2000 + n] for n in range(9)),
        ],
    })  # fmt: skip
    before = read_files([InputFile(FILE, content)])
    assert any(problem.code == "not_a_number" for problem in before.problems)
    after = read_files([InputFile(FILE, annotate_workbook(content, before.problems, TH))])
    places = [[(problem.code, problem.sheet, problem.cell) for problem in one.problems] for one in (before, after)]
    assert places[0] == places[1]
    assert after.observations.equals(before.observations)
    assert [sheet.is_guide for sheet in after.sheets] == [False, False, True]


def test_macros_stay_and_the_ending_with_them() -> None:
    parts = _parts(_rich())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    parts["xl/vbaProject.bin"] = b"\xd0\xcf macros"
    content = _pack(parts)
    assert _parts(annotate_workbook(content, [_fault("C4")], TH))["xl/vbaProject.bin"] == b"\xd0\xcf macros"
    assert name_annotated(CheckedFile("ก.xlsm", content, ()), TH) == "ก_ตรวจแล้ว.xlsm"
    assert name_annotated(CheckedFile("ก.xls", _rich(), ()), EN) == "ก_checked.xlsx"


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _by_hand(sheet: str, encoding: str = "utf-8") -> bytes:
    """A package as small programs write it: one sheet, no styles."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    texts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": relation.format(
            f'<Relationship Id="a" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/_rels/workbook.xml.rels": relation.format(
            f'<Relationship Id="b" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/>'
        ),
        "xl/workbook.xml": f'<x:workbook xmlns:x="{_MAIN}" xmlns:r="{kinds}"><x:sheets>'
        f'<x:sheet name="{SHEET}" sheetId="7" r:id="b"/></x:sheets></x:workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    return _pack({name: text.encode(encoding) for name, text in texts.items()})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_prefixed_names_cells_without_addresses_and_other_encodings_are_understood(encoding: str) -> None:
    sheet = (
        f'<?xml version="1.0" encoding="{encoding}"?><x:worksheet xmlns:x="{_MAIN}"><x:sheetData>'
        '<x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>สอง &gt; c r="B1"</x:t></x:is></x:c></x:row>'
        "<x:row/></x:sheetData></x:worksheet>"
    )
    book = _annotate(_fault("B1"), _fault("C2"), content=_by_hand(sheet, encoding))
    assert [_colour(book, cell) for cell in ("A1", "B1", "C2")] == [None, ERROR, ERROR]
    assert book[SHEET]["B1"].value == 'สอง > c r="B1"'
    assert _note(book, "C2")


def test_a_document_type_is_never_followed() -> None:
    sheet = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="{_MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'
    )
    try:
        content = annotate_workbook(_by_hand(sheet), [_fault("A1")], TH)
    except NothingToAnnotate:
        return
    assert _open(content)[SHEET]["A1"].value in (None, "", "&e;")


CSV_LIKE = b"\xd0\xcf\x11\xe0 no workbook"


def test_a_file_that_cannot_be_read_has_nothing_to_annotate() -> None:
    assert not keeps_its_format(CSV_LIKE)
    with pytest.raises(NothingToAnnotate):
        annotate_workbook(CSV_LIKE, [_fault("A1")], TH)


def test_of_a_package_that_cannot_be_written_into_a_copy_of_values_is_given_that_says_so() -> None:
    parts = _parts(build({SHEET: [["ก", 1.5, "=x"], [True]]}))
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b"cellXfs", b"otherXfs")
    broken = _pack(parts)
    assert not keeps_its_format(broken)
    book = _annotate(_fault("B1"), content=broken)
    assert book[SHEET]["B1"].value == 1.5
    assert (_colour(book, "B1"), bool(_note(book, "B1"))) == (ERROR, True)
    assert book["ผลการตรวจ"]["A2"].value == word("annotated.copy", TH)


def test_each_of_several_files_has_its_own_problems_and_those_of_the_project() -> None:
    problems = (
        Problem("not_a_number", "x.xlsx", SHEET, "A1", found="ก"),
        Problem("not_a_number", "y.xlsx", SHEET, "B1", found="ข"),
        Problem("no_project_sheet"),
    )
    files = [CheckedFile(name, build({SHEET: [["ก", "ข"]]}), problems) for name in ("x.xlsx", "y.xlsx")]
    parts = _parts(annotate_files(files, TH))
    assert list(parts) == ["x_ตรวจแล้ว.xlsx", "y_ตรวจแล้ว.xlsx"]
    books = [_open(content) for content in parts.values()]
    assert [[_colour(book, cell) for cell in ("A1", "B1")] for book in books] == [[ERROR, None], [None, ERROR]]
    assert [book["ผลการตรวจ"].max_row for book in books] == [6, 6]
    assert annotate_file(files[0], TH) == parts["x_ตรวจแล้ว.xlsx"]


def test_the_box_of_a_comment_is_wide_and_the_users_boxes_stay() -> None:
    boxes = _parts(annotate_workbook(_rich(), [_fault("C4")], TH))["xl/drawings/commentsDrawing1.vml"]
    assert boxes.count(b"Anchor>") == 2  # opened and closed once: ours
    assert boxes.count(b"<v:shape ") == 1
    assert boxes.count(b":shape ") == 3


BINARY = xlsb({0: ["ก", "ข"], 1: [1, 2]})


@pytest.mark.parametrize(("content", "sheet"), [(build({SHEET: ROWS}), SHEET), (BINARY, "รายได้")], ids=["own", "copy"])
def test_a_file_behind_a_password_comes_back_marked_and_behind_the_same_password(content: bytes, sheet: str) -> None:
    file = CheckedFile(FILE, lock(content, "ลับ1"), (_fault("B2"),), "ลับ1")
    assert file.is_protected
    assert name_annotated(file, EN) == "รายได้_checked.xlsx"
    marked = annotate_file(file, TH)
    assert take_password_off(marked, "wrong") == marked
    book = _open(take_password_off(marked, "ลับ1"))
    assert (_colour(book, "B2"), bool(_note(book, "B2"))) == (ERROR, True)
    assert sheet in book.sheetnames
    assert "ลับ1" not in repr(file)


def test_a_file_that_excel_locks_for_everybody_comes_back_open() -> None:
    file = CheckedFile(FILE, lock(build({SHEET: ROWS}), UNSAID), (_fault("B2"),))
    assert not file.is_protected
    assert SHEET in _open(annotate_file(file, TH)).sheetnames
