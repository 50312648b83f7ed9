"""The number of a village in several spellings is one village, and that is said; names of places are not folded."""

from __future__ import annotations

import pytest

from dictionary.load import describe
from i18n import Language
from ingest import Reading
from ingest.villages import name_village
from tests.build import codes, find_problem, read

HEAD = ["รหัสสมาชิก", "หมู่บ้าน", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]


def _read(*villages: str) -> Reading:
    return read({"สมาชิก": [HEAD, *([f"M{n}", one, 100, 200] for n, one in enumerate(villages))]})


def _names(reading: Reading) -> set[str]:
    return {*reading.observations["village"].dropna()} - {""}


def test_spellings_of_one_number_are_one_village_and_it_is_said_which() -> None:
    reading = _read("ม.2", "หมู่ 2", "หมู่ที่ ๒", "บ้านหมู่ 2", "หมู่ 3", "ม.3")
    assert _names(reading) == {"หมู่ 2", "หมู่ 3"}
    for language in Language:
        said = describe(find_problem(reading, "villages_as_one"), language)
        assert all(one in said for one in ("ม.2", "หมู่ 2", "บ้านหมู่ 2", "ม.3", "หมู่ 3"))


def test_one_spelling_throughout_is_nothing_to_say() -> None:
    assert "villages_as_one" not in codes(_read("หมู่ 2", "หมู่ 2", "หมู่ 3").problems)


@pytest.mark.parametrize("text", ["บ้านดอน หมู่ 2", "หมู่ที่ 2 ต.แม่สา", "2", "มะเขือ 2", "บ้านดอน"])
def test_a_name_or_a_bare_number_stays_what_it_is(text: str) -> None:
    assert name_village(text) == text


def test_sheets_of_two_rounds_that_spell_otherwise_tell_of_one_village() -> None:
    head = HEAD[:2]
    before, after = ([head, *([f"M{n}", text] for n in range(3))] for text in ("ม.2", "หมู่ที่ 2"))
    assert _names(read({"สมาชิก ก่อน": before, "สมาชิก หลัง": after})) == {"หมู่ 2"}


@pytest.mark.parametrize(("header", "names"), [("หมู่ที่", {"หมู่ 2"}), ("หมู่บ้าน", {"หมู่ 2", "2"})])
def test_a_bare_number_is_one_of_villages_where_the_header_asks_for_it(header: str, names: set[str]) -> None:
    rows = [[f"M{n}", one, 100, 200] for n, one in enumerate(("ม.2", "2", 2, "๒"))]
    assert _names(read({"สมาชิก": [[HEAD[0], header, *HEAD[2:]], *rows]})) == names
