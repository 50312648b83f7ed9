"""Text files: every usual encoding and delimiter, told by content, nothing lost."""

from __future__ import annotations

import codecs

import pytest

from ingest import InputFile, read_files
from ingest.workbooks import RawSheet, read_sheets
from tests.build import check, sums

ROWS = [
    ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"],
    ["M1", "ทอผ้า", "100", "150", "เดือน"],
    ["M2", "ทอผ้า", "300", "350", "เดือน"],
]


def write(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(row) for row in ROWS) + "\r\n"


def read_one(content: bytes) -> RawSheet:
    raw = read_sheets(content)
    assert not isinstance(raw, str), raw
    (sheet,) = raw
    return sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("mark", "form"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16be"),
        (b"", "utf-16le"),
        (b"", "utf-16be"),
        (codecs.BOM_UTF32_BE, "utf-32be"),
        (b"", "cp874"),
    ],
)
def test_thai_text_is_read_in_every_encoding_and_with_every_delimiter(mark: bytes, form: str, delimiter: str) -> None:
    assert read_one(mark + write(delimiter).encode(form)).cells.tolist() == ROWS


def test_a_text_file_of_income_is_compared_like_a_workbook() -> None:
    reading = check(read_files([InputFile("รายได้.csv", write(";").encode("cp874"))]))
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}


def test_western_letters_within_words_are_not_taken_for_thai() -> None:
    assert read_one("name;n\r\nJosé;1\r\nFrançois;2\r\n".encode("latin-1")).cells.tolist()[1][0] == "José"


def test_a_nul_byte_is_shown_and_the_number_around_it_is_not_joined() -> None:
    sheet = read_one(b"id,income\r\nM1,50\x0000\r\nM2,7\r\n")
    assert sheet.cells.tolist()[1] == ["M1", "50␀00"]


def test_rows_of_unlike_length_keep_all_their_values() -> None:
    sheet = read_one(b"title\na,b,c\n1,2,3,4\n5,6,7\n")
    assert sheet.cells.tolist() == [
        ["title", "", "", ""],
        ["a", "b", "c", ""],
        ["1", "2", "3", "4"],
        ["5", "6", "7", ""],
    ]


def test_a_quoted_value_keeps_its_line_end_its_delimiter_and_its_quotes() -> None:
    sheet = read_one(b'a,b\n"x\ny, z ""q""",1\n2,3\n')
    assert sheet.cells.tolist() == [["a", "b"], ['x\ny, z "q"', "1"], ["2", "3"]]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    rows = "".join(f"{n},v{n}\n" for n in range(3000))
    sheet = read_one(b'a,b\n1,"open\n' + rows.encode())
    assert sheet.cells.shape == (3002, 2)
    assert sheet.cells[1].tolist() == ["1", '"open']


def test_a_line_that_states_the_delimiter_is_followed() -> None:
    sheet = read_one(b"sep=;\na;b,c\n1;2,5\n")
    assert sheet.first_row == 2
    assert sheet.cells.tolist() == [["a", "b,c"], ["1", "2,5"]]


def test_rows_and_columns_that_are_blank_are_no_part_of_the_table() -> None:
    assert read_one(b"a,b,,\n1,2,,\n" + b",,,\n" * 50_000).cells.tolist() == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    "content", [b"Dear sir,\nplease find nothing here.\n", b"one line only", "ข้อความยาว ๆ ไม่มีตาราง".encode()]
)
def test_text_without_a_table_says_so(content: bytes) -> None:
    assert read_sheets(content) == "file_is_text"


def test_bytes_that_are_no_text_are_no_workbook() -> None:
    assert read_sheets(bytes(range(1, 256)) * 20) == "file_not_excel"


def test_more_columns_than_excel_has_are_refused_in_one_sentence() -> None:
    assert read_sheets((b"1," * 20_000 + b"1\n") * 2) == "file_too_large"


def test_tables_of_names_and_numbers_are_known_although_their_numbers_are_texts() -> None:
    table = 'งานในปี พ.ศ. {},\nจังหวัด,ผู้สมัครงาน (คน)\nนนทบุรี,{}\nลพบุรี,"1,019"\nตราด,84 คน\n'
    lone = read_files([InputFile("a.csv", table.format(2555, 71).encode())])
    assert [sheet.reason for sheet in lone.sheets] == ["one_time_table"]
    files = [InputFile(f"{year}.csv", table.format(year, number).encode()) for year, number in ((2555, 71), (2557, 90))]
    reading = read_files(files)
    assert sums(reading, "custom_1") == {"baseline": 71, "endline": 90}
    assert sums(reading, "custom_2") == {"baseline": 1019, "endline": 1019}
    assert sums(reading, "custom_3") == {"baseline": 84, "endline": 84}
