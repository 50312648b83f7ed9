"""Laws of line breaks: nothing is lost, and no Thai word, letter or mark is torn apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.wrap import split_words, wrap_text

MARKS = re.compile(r"[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e\u0e46\u0e2f]")
LEADING = re.compile(r"[\u0e40-\u0e44]$")
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=40)
WORDS = st.lists(
    st.sampled_from(
        ["เส้นใย", "กล้วย", "รายได้", "ต่าง ๆ", " ", "59\u00a0%", "(มผช.)", "น้ำหมัก", "OTOP", "2562–2564", "บาท/ปี"]
    ),
    max_size=14,
).map("".join)
ANY = st.one_of(THAI, WORDS, st.text(max_size=40))
WIDTHS = st.integers(1, 30)


@given(ANY)
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(split_words(text)) == text


@given(ANY, WIDTHS)
def test_the_lines_joined_are_the_text(text: str, width: int) -> None:
    assert "".join(wrap_text(text, lambda line: len(line) <= width)) == text


@given(THAI, WIDTHS)
def test_no_line_begins_with_a_mark_of_the_letter_before(text: str, width: int) -> None:
    lines = wrap_text(text, lambda line: len(line) <= width)
    assert [line for line in lines[1:] if re.match(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", line)] == []


@given(WORDS)
def test_no_piece_begins_with_a_vowel_or_repetition_mark_or_ends_with_a_leading_vowel(text: str) -> None:
    pieces = split_words(text)
    assert [piece for piece in pieces[1:] if MARKS.match(piece)] == []
    assert [piece for piece in pieces[:-1] if LEADING.search(piece)] == []


@given(WORDS, st.integers(12, 30))
def test_a_line_is_as_wide_as_allowed_at_most_where_every_word_fits(text: str, width: int) -> None:
    if all(len(piece.rstrip()) <= width for piece in split_words(text)):
        assert all(len(line.rstrip()) <= width for line in wrap_text(text, lambda line: len(line) <= width))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("เส้นใยกล้วย", ("เส้นใย", "กล้วย")),
        ("วัสดุต่าง ๆ", ("วัสดุ", "ต่าง ๆ")),
        ("มาตรฐาน มผช.", ("มาตรฐาน ", "มผช.")),
        ("3 จาก 5 ภาคส่วน ไม่มี", ("3 ", "จาก ", "5 ภาคส่วน ", "ไม่มี")),
        ("12,000 ต้น/ปี เป้า", ("12,000 ต้น/ปี ", "เป้า")),
        ("เพิ่มจาก 3 เป็น 5 ขั้น", ("เพิ่ม", "จาก ", "3 ", "เป็น ", "5 ขั้น")),
        ("หมู่ 4 · อายุ 25–34 · เป้า 150", ("หมู่ 4 · ", "อายุ 25–34 · ", "เป้า 150")),
        ("ตั้งแต่ 8 มี.ค. 2567", ("ตั้งแต่ ", "8 มี.ค. 2567")),
        ("ก่อน–หลังโครงการ", ("ก่อน–หลัง", "โครงการ")),
        ("รวมกันไม่ได้", ("รวมกัน", "ไม่ได้")),
        ("5 ขั้น (ก่อน 4)", ("5 ขั้น ", "(ก่อน 4)")),
        ("Before Mar 2024: n 35 of 40 people", ("Before ", "Mar 2024: ", "n 35 ", "of ", "40 people")),
        ("gives p < 0.001", ("gives ", "p < 0.001")),
        ("59\u00a0% ของสมาชิก", ("59\u00a0% ", "ของ", "สมาชิก")),
        ("net income (THB)", ("net ", "income ", "(THB)")),
    ],
)
def test_words_part_where_a_reader_would_part_them(text: str, pieces: tuple[str, ...]) -> None:
    assert split_words(text) == pieces


def test_a_word_that_is_too_long_is_broken_between_letters_with_their_marks() -> None:
    assert wrap_text("น้ำน้ำน้ำ", lambda line: len(line) <= 3) == ("น้ำ", "น้ำ", "น้ำ")


def test_a_number_leaves_what_it_counts_only_where_there_is_no_room_for_both() -> None:
    assert wrap_text("รวม 12,000 ต้น/ปี", lambda line: len(line) <= 7) == ("รวม ", "12,000 ", "ต้น/ปี")


def test_a_word_that_the_list_lacks_stays_whole() -> None:
    assert "ตัวชี้วัด" in split_words("ตัวชี้วัดทั้งหมด")
    assert "คำสั่งซื้อ" in split_words("เพจสมมติ: คำสั่งซื้อ")


def test_a_compound_that_is_too_long_is_broken_between_its_words() -> None:
    lines = wrap_text("องค์กรปกครองส่วนท้องถิ่น\N{NO-BREAK SPACE}3", lambda line: len(line) <= 14)
    assert lines == ("องค์กรปกครอง", "ส่วนท้องถิ่น\N{NO-BREAK SPACE}3")


@pytest.mark.parametrize("whole", ["แผ่นงาน", "เว้นไว้", "ช่วงเชื่อมั่น", "ความเชื่อมั่น", "ภาคส่วน", "ประชาสังคม", "ทุกรอบ"])
def test_a_word_of_the_screens_is_never_parted(whole: str) -> None:
    assert any(whole in piece for piece in split_words(f"ให้เพิ่ม{whole}ตามแบบฟอร์ม"))
