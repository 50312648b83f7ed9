"""Answers in words of a rating (มากที่สุด … น้อยที่สุด) are points from 5 to 1, and that is said."""

from __future__ import annotations

from figures.wording import write_both
from i18n import Language
from tests.build import codes, find, read

NAMES = ["นายสมชาย ใจดี", "นายวิชัย แสนสุข", "นางชูใจ พูลผล", "นายปิติ รักไทย", "นายวีระ กล้าหาญ", "นางมานี งามตา"]
BEFORE = ["น้อย", "น้อยที่สุด", "ปานกลาง", "น้อย", "ปานกลาง", "น้อย"]
AFTER = ["มาก", "มาก (4)", "มากที่สุด", "4", "5 มากที่สุด", "ปานกลาง"]
HEADER = ["ชื่อ-สกุล", "ความรู้ ก่อนอบรม", "ความรู้ หลังอบรม"]


def _rows(before: list[str], after: list[str]) -> list[list[str]]:
    return [HEADER, *map(list, zip(NAMES, before, after, strict=True))]


def test_words_of_a_rating_are_points_and_it_is_said_which() -> None:
    sheets = {"แบบสอบถาม": _rows(BEFORE, AFTER)}
    finding = find(sheets).find("personal_1")
    assert finding is not None
    assert finding.baseline == (2 + 1 + 3 + 2 + 3 + 2) / 6
    assert finding.endline == (4 + 4 + 5 + 4 + 5 + 3) / 6
    notes = [problem for problem in read(sheets).problems if problem.code == "rating_words"]
    assert [note.cell for note in notes] == ["B2", "C2"]
    assert "มากที่สุด = 5" in notes[0].allowed.th


def test_a_word_that_is_no_level_is_not_known_and_said() -> None:
    answers = ["มาก", "มาก", "มากที่สุด", "มาก", "มาก", "แล้วแต่วัน", "น้อย", "น้อย", "มาก", "มาก", "มาก"]
    rows = [[f"{name} {n}", "น้อย", word] for n, (name, word) in enumerate(zip(NAMES * 2, answers, strict=False))]
    reading = read({"แบบสอบถาม": [HEADER, *rows]})
    assert [one.cell for one in reading.problems if one.code == "unknown_code"] == ["C7"]


def test_a_lone_word_among_numbers_is_no_rating() -> None:
    reading = read({"คะแนน": _rows(["3", "2", "3", "3", "2", "ไม่แน่ใจ"], ["4"] * 6)})
    assert "rating_words" not in codes(reading.problems)
    assert "not_a_number" in codes(reading.problems)


def test_passed_and_not_passed_are_yes_and_no() -> None:
    pairs = [("ผ่าน", "ผ่าน")] * 20 + [("ผ่าน", "ไม่ผ่าน")] * 3 + [("ไม่ผ่าน", "ผ่าน")] * 14 + [("ไม่ผ่าน", "ไม่ผ่าน")] * 8
    rows = [[f"ม-{n}", *pair] for n, pair in enumerate(pairs)]
    finding = find({"ผลอบรม": [["รหัสสมาชิก", "ผลทดสอบ ก่อน", "ผลทดสอบ หลัง"], *rows]}).find("personal_1")
    assert finding is not None
    assert (finding.method, finding.unit, finding.n_pairs) == ("paired_share", "share", 45)
    assert (finding.baseline, finding.endline) == (23 / 45, 34 / 45)


def test_the_ends_of_a_scale_in_brackets_are_told_as_a_scale() -> None:
    rows = [[f"ม-{n}", n % 3 + 1, n % 4 + 2] for n in range(24)]
    head = ["รหัสสมาชิก", "ความพึงพอใจ ก่อน (1-5)", "ความพึงพอใจ หลัง (1-5)"]
    finding = find({"ประเมิน": [head, *rows]}).find("personal_1")
    assert finding is not None
    assert write_both(finding, Language.TH) == "2 → 3.50 คะแนน (สเกล 1–5)"
    assert write_both(finding, Language.EN) == "2 → 3.50 points (scale 1–5)"
