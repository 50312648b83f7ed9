"""Passwords: asked for, told when wrong, opened when right; and the oldest workbooks of Excel."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

import cli
from dictionary.load import describe
from i18n import Language
from ingest import InputFile, read_files
from ingest.formats.locked import UNSAID
from ingest.formats.old_biff import read_old
from ingest.workbooks import read_sheets
from tests.build import build, sums

PLAIN = build({"รายได้": [["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"], ["M1", "ทอผ้า", 100, 150, "เดือน"]]})


def lock(password: str) -> bytes:
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(PLAIN)).encrypt(password, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def locked() -> bytes:
    return lock("ความลับ1")


@pytest.mark.parametrize(
    ("password", "code"), [(None, "file_protected"), ("", "file_protected"), ("x", "password_wrong")]
)
def test_without_its_password_a_workbook_is_not_read(locked: bytes, password: str | None, code: str) -> None:
    (problem,) = read_files([InputFile("x.xlsx", locked, password=password)]).problems
    assert problem.code == code
    assert all("x.xlsx" in describe(problem, language) for language in Language)


def test_the_command_line_takes_the_password_from_a_file(
    locked: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, secret = tmp_path / "x.xlsx", tmp_path / "secret.txt"
    book.write_bytes(locked)
    secret.write_text("\ufeffความลับ1\n", encoding="utf-8")
    assert cli.main(["analyse", str(book), "--json"]) == 2
    assert "x.xlsx" in capsys.readouterr().err
    assert cli.main(["analyse", str(book), "--json", "--password-file", str(secret)]) == 0
    assert "ความลับ1" not in capsys.readouterr().out


def test_with_its_password_a_workbook_is_read(locked: bytes) -> None:
    reading = read_files([InputFile("x.xlsx", locked, password="ความลับ1")])
    assert sums(reading, "member_income") == {"baseline": 100, "endline": 150}


def test_a_workbook_that_excel_opens_without_asking_is_read_without_asking() -> None:
    assert not isinstance(read_sheets(lock(UNSAID)), str)


def test_a_password_is_neither_shown_nor_kept_where_a_file_is_printed() -> None:
    assert "ความลับ1" not in repr(InputFile("x.xlsx", b"", password="ความลับ1"))


def record(kind: int, form: str, *values: object) -> bytes:
    body = struct.pack("<" + form, *values)
    return struct.pack("<HH", kind, len(body)) + body


def test_a_workbook_of_excel_4_is_read() -> None:
    thai = "ก่อน".encode("cp874")
    content = (
        record(0x409, "HH", 0x400, 0x10)
        + record(0x204, f"HHHH{len(thai)}s", 1, 1, 0, len(thai), thai)
        + record(0x203, "HHHd", 2, 1, 0, 12.5)
        + record(0x27E, "HHHI", 3, 1, 0, (700 << 2) | 3)
        + record(0x205, "HHHBB", 4, 1, 0, 23, 1)
        + record(0x0A, "")
    )
    assert isinstance(read_sheets(content), tuple)
    (sheet,) = read_old(content)
    assert sheet.cells.tolist() == [["ก่อน"], [12.5], [7.0], ["#REF!"]]
    assert (sheet.first_row, sheet.first_column) == (2, 2)


def test_a_workbook_of_excel_2_is_read() -> None:
    content = (
        record(0x09, "HH", 2, 0x10)
        + record(0x04, "HH3sB2s", 0, 0, b"", 2, b"id")
        + record(0x02, "HH3sH", 1, 0, b"", 7)
        + record(0x03, "HH3sd", 2, 0, b"", 1.5)
        + record(0x0A, "")
    )
    assert isinstance(read_sheets(content), tuple)
    (sheet,) = read_old(content)
    assert sheet.cells.tolist() == [["id"], [7.0], [1.5]]
