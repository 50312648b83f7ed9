"""People between rounds: certain by id, national ID or name; the uncertain is offered; nothing personal stays."""

from __future__ import annotations

import json
import pickle
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from dictionary.load import describe
from dictionary.people import CellRef, Decision, PeopleAnswers
from i18n import Language
from ingest import InputFile, Reading, read_files
from ingest.people.lookup import ShownPerson, read_people
from ingest.people.names import fold_name, looks_like_name
from ingest.people.national_id import derive_salt, hash_cells, hash_national_id, is_national_id
from project import find_changes, open_project
from reports.findings_json import write_json
from tests.build import Sheets, build, check, codes, find_problem, read, sums, values

HEADERS = ["ชื่อ-สกุล", "เพศ", "หมู่บ้าน", "ปีเกิด"]
BEFORE, AFTER = "สมาชิก ก่อน", "สมาชิก หลัง"
SALT = b"a salt of the project"


def make_id(twelve: str) -> str:
    """Twelve digits and the digit that checks them: 11 less the sum of digit × (13 − place), modulo 11."""
    rest = sum(int(digit) * (13 - place) for place, digit in enumerate(twelve)) % 11
    return f"{twelve}{(11 - rest) % 10}"


def mistype(number: str) -> str:
    """The number with another last digit."""
    return f"{number[:-1]}{(int(number[-1]) + 1) % 10}"


def lists(before: Sequence[Sequence[Any]], after: Sequence[Sequence[Any]], headers: Sequence[str] = HEADERS) -> Sheets:
    return {BEFORE: [headers, *before], AFTER: [headers, *after]}


def decide(sheets: Sheets, *decisions: Decision) -> Reading:
    return check(read_files([InputFile("book.xlsx", build(sheets))], people=PeopleAnswers(SALT, decisions)))


def cell(sheet: str, address: str) -> CellRef:
    return CellRef("book.xlsx", sheet, address)


def count(reading: Reading) -> tuple[int, int, int, int, int]:
    """Matched, only before, only after, twice, uncertain."""
    assert reading.people is not None
    counts = reading.people.counts
    (_, before), (_, after) = counts.only
    return counts.matched, before, after, counts.duplicates, counts.uncertain


def test_the_check_digit_of_a_national_id() -> None:
    # 1×13 + 1×2 = 15 = 11 + 4, and 11 − 4 = 7
    assert make_id("100000000001") == "1000000000017"
    assert is_national_id("1000000000017")
    assert is_national_id("1-0000-00000-01-7")
    assert not any(is_national_id(f"100000000001{digit}") for digit in "012345689")
    assert not is_national_id("100000000001")


@pytest.mark.parametrize(
    "typed",
    ["1000000000017", "1 0000 00000 01 7", "1-0000-00000-01-7", "๑๐๐๐๐๐๐๐๐๐๐๑๗", 1000000000017, 1000000000017.0],
)
def test_a_national_id_is_one_key_however_it_is_typed(typed: object) -> None:
    keys, wrong = hash_cells([typed], SALT)
    assert keys == [hash_national_id("1000000000017", SALT)]
    assert wrong == [False]
    assert "1000000000017" not in keys[0]


def test_a_leading_zero_that_excel_dropped_is_put_back() -> None:
    plain = make_id("012345678901")
    assert hash_cells([int(plain)], SALT) == hash_cells([plain], SALT)


def test_another_salt_gives_another_key_and_the_same_files_the_same() -> None:
    assert hash_national_id("1000000000017", SALT) != hash_national_id("1000000000017", b"another")
    assert derive_salt([b"a", b"b"]) == derive_salt([b"a", b"b"]) != derive_salt([b"ab"])


@pytest.mark.parametrize(
    "typed",
    [
        "นายสมชาย ใจดี",
        "นาย  สมชาย   ใจดี",
        "สมชาย ใจดี (ชาย)",
        "ว่าที่ ร.ต. สมชาย ใจดี",
        "ว่าที่ร้อยตรีสมชาย ใจดี",
        "ดร.สมชาย ใจดี",
        "ด.ช.สมชาย ใจดี",
        "สมชาย\u200bใจดี",
    ],
)
def test_titles_nicknames_and_spaces_are_folded(typed: str) -> None:
    assert fold_name(typed).key == fold_name("สมชาย ใจดี").key


@pytest.mark.parametrize("typed", ["นางสาวสมศรี มีสุข", "น.ส.สมศรี มีสุข", "น.ส. สมศรี มีสุข", "นส.สมศรี มีสุข", "ด.ญ. สมศรี มีสุข"])
def test_a_title_says_the_sex(typed: str) -> None:
    name = fold_name(typed)
    assert (name.given, name.family, name.sex) == ("สมศรี", "มีสุข", "female")


def test_a_name_that_only_begins_like_a_title_keeps_its_letters() -> None:
    assert fold_name("นางสาวิตรี ดี").given == "สาวิตรี"
    assert fold_name("รตนพร ใจดี").given == "รตนพร"
    assert fold_name("Missy Jones").given == "missy"
    assert fold_name("Mrs. Ann Smith").key == fold_name("ann smith").key


@pytest.mark.parametrize(
    ("text", "is_name"), [("M1", False), ("ครัวเรือน ก", False), ("ก-01", False), ("สมชาย ใจดี", True)]
)
def test_an_id_is_told_from_a_name(text: str, is_name: bool) -> None:
    assert looks_like_name(text) is is_name


def test_the_same_full_name_once_on_each_list_is_one_person() -> None:
    reading = read(lists([["นายสมชาย ใจดี", "ชาย", "หมู่ 1", 2510]], [["สมชาย  ใจดี", "ชาย", "ม.1", 1967]]))
    assert codes(reading.problems) == []
    assert count(reading) == (1, 0, 0, 0, 0)
    assert values(reading, "members_active") == {("P0001", "baseline"): 1, ("P0001", "endline"): 1}


@pytest.mark.parametrize(
    ("before", "after", "differs"),
    [
        (["นายสมชาย ใจดี", "ชาย", "หมู่ 1", 2510], ["สมชาย ใจดี", "ชาย", "หมู่ 2", 2510], "village"),
        (["นายสมชาย ใจดี", "ชาย", "หมู่ 1", 2510], ["สมชาย ใจดี", "ชาย", "หมู่ 1", 2511], "birth_year"),
        (["นายสมใจ ใจดี", "", "หมู่ 1", 2510], ["นางสมใจ ใจดี", "", "หมู่ 1", 2510], "sex"),
        (["สมชาย ใจดี", "ชาย", "หมู่ 1", 2510], ["สมชาย ใจดืี", "ชาย", "หมู่ 1", 2510], "name"),
    ],
)
def test_what_is_uncertain_is_offered_and_not_taken(before: list[Any], after: list[Any], differs: str) -> None:
    reading = read(lists([before], [after]))
    assert count(reading) == (0, 1, 1, 0, 1)
    assert reading.people is not None
    (pair,) = reading.people.uncertain
    assert (pair.left, pair.right) == (cell(BEFORE, "A2"), cell(AFTER, "A2"))
    assert differs in pair.differs
    assert find_problem(reading, "uncertain_people").found == "1"


def test_a_given_name_alone_makes_nobody_certain() -> None:
    assert count(read(lists([["สมชาย", "ชาย", "", ""]], [["นายสมชาย", "ชาย", "", ""]]))) == (0, 1, 1, 0, 1)


def test_a_changed_family_name_is_offered_where_year_and_village_agree() -> None:
    changed = lists([["น.ส.สมศรี มีสุข", "หญิง", "1", 2530]], [["นางสมศรี ทองคำเปลว", "หญิง", "1", 2530]])
    assert count(read(changed)) == (0, 1, 1, 0, 1)
    other = lists([["น.ส.สมศรี มีสุข", "หญิง", "1", 2530]], [["นางสมศรี ทองคำเปลว", "หญิง", "2", 2530]])
    assert count(read(other)) == (0, 1, 1, 0, 0)


def test_a_name_twice_on_a_list_is_offered_and_both_are_counted() -> None:
    reading = read(lists([["สมชาย ใจดี", "", "", ""], ["สมชาย ใจดี", "", "", ""]], [["สมชาย ใจดี", "", "", ""]]))
    assert count(reading) == (0, 2, 1, 0, 3)
    assert sums(reading, "members_active") == {"baseline": 2, "endline": 1}
    assert reading.people is not None
    assert [pair.same_list for pair in reading.people.uncertain].count(True) == 1


def test_accepted_pairs_are_one_person_and_rejected_pairs_are_asked_no_more() -> None:
    sheets = lists([["สมชาย ใจดี", "", "หมู่ 1", ""]], [["สมชาย ใจดี", "", "หมู่ 2", ""]])
    pair = (cell(BEFORE, "A2"), cell(AFTER, "A2"))
    accepted = decide(sheets, Decision(*pair, same=True))
    assert count(accepted) == (1, 0, 0, 0, 0)
    assert codes(accepted.problems) == []
    rejected = decide(sheets, Decision(*pair, same=False))
    assert count(rejected) == (0, 1, 1, 0, 0)
    assert len(values(rejected, "members_active")) == 2


def test_a_certain_match_can_be_parted() -> None:
    by_name = lists([["สมชาย ใจดี", "", "", ""]], [["สมชาย ใจดี", "", "", ""]])
    pair = (cell(BEFORE, "A2"), cell(AFTER, "A2"))
    assert count(decide(by_name, Decision(*pair, same=False))) == (0, 1, 1, 0, 0)
    by_id = lists([["M1", "ชาย"]], [["M1", "ชาย"]], ["รหัสสมาชิก", "เพศ"])
    assert count(read(by_id)) == (1, 0, 0, 0, 0)
    parted = decide(by_id, Decision(*pair, same=False))
    assert count(parted) == (0, 1, 1, 0, 0)
    assert values(parted, "members_active") == {("M1", "baseline"): 1, ("P0001", "endline"): 1}


def test_unlike_people_can_be_joined_by_hand() -> None:
    sheets = lists([["สมชาย ใจดี", "", "", ""]], [["ประเสริฐ ยิ่งยง", "", "", ""]])
    assert count(read(sheets)) == (0, 1, 1, 0, 0)
    assert count(decide(sheets, Decision(cell(BEFORE, "A2"), cell(AFTER, "A2"), same=True))) == (1, 0, 0, 0, 0)


def test_two_rows_said_to_be_one_person_on_a_list_count_once() -> None:
    sheets = lists([["สมชาย ใจดี", "", "", ""], ["สมชาย ใจดี", "", "", ""]], [["สมชาย ใจดี", "", "", ""]])
    reading = decide(sheets, Decision(cell(BEFORE, "A2"), cell(BEFORE, "A3"), same=True))
    assert count(reading) == (1, 0, 0, 1, 0)
    problem = find_problem(reading, "duplicate_id")
    assert (problem.cell, problem.found) == ("A3", "P0001")


def test_a_name_serves_where_one_round_has_no_ids() -> None:
    sheets: Sheets = {
        BEFORE: [["รหัสสมาชิก", "ชื่อ", "นามสกุล"], ["M7", "นายสมชาย", "ใจดี"]],
        AFTER: [["ชื่อ-สกุล"], ["สมชาย ใจดี"]],
        "รายได้": [["ชื่อ", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["นาย สมชาย ใจดี", 100, 150]],
    }
    reading = read(sheets)
    assert count(reading) == (1, 0, 0, 0, 0)
    assert values(reading, "member_income") == {("M7", "baseline"): 100, ("M7", "endline"): 150}
    assert codes(reading.problems) == []


def test_the_same_name_under_two_ids_is_offered_where_the_lists_differ() -> None:
    sheets = lists([["M1", "สมชาย ใจดี"]], [["M9", "สมชาย ใจดี"]], ["รหัสสมาชิก", "ชื่อ-สกุล"])
    reading = read(sheets)
    assert count(reading) == (0, 1, 1, 0, 1)
    assert reading.people is not None
    assert reading.people.uncertain[0].differs == ("member_id",)
    alike = lists([["M1", "สมชาย ใจดี"]], [["M9", "สมชาย ใจดืี"]], ["รหัสสมาชิก", "ชื่อ-สกุล"])
    assert count(read(alike)) == (0, 1, 1, 0, 0)


def test_a_national_id_matches_whatever_the_name_and_the_id_say() -> None:
    number = make_id("310000000001")
    headers = ["รหัสสมาชิก", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"]
    reading = read(lists([["M1", "สมศรี มีสุข", number]], [["ก2", "สมศรี ทองคำเปลว", int(number)]], headers))
    assert count(reading) == (1, 0, 0, 0, 0)
    assert values(reading, "members_active") == {("M1", "baseline"): 1, ("M1", "endline"): 1}


def test_an_id_given_to_another_person_gives_way_to_the_national_id() -> None:
    first, second = make_id("310000000001"), make_id("310000000002")
    headers = ["รหัสสมาชิก", "เลขประจำตัวประชาชน"]
    reading = read(lists([["1", first], ["2", second], ["3", ""]], [["1", second], ["2", first], ["3", ""]], headers))
    assert count(reading) == (3, 0, 0, 0, 0)
    found = values(reading, "members_active")
    assert sorted({unit for unit, _ in found}) == ["3", "P0001", "P0002"]
    assert find_problem(reading, "id_of_several").found == "4"


def test_a_wrong_national_id_is_said_with_its_cell_and_without_its_digits() -> None:
    wrong = make_id("310000000001")[:-1] + "9"
    assert not is_national_id(wrong)
    reading = read(lists([["สมศรี มีสุข", wrong]], [["สมศรี มีสุข", ""]], ["ชื่อ-สกุล", "เลขบัตรประชาชน"]))
    problem = find_problem(reading, "national_id_wrong")
    assert (problem.cell, problem.found) == ("B2", "")
    assert not [language for language in Language if wrong[:6] in describe(problem, language)]
    assert count(reading) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize("spaced", [False, True])
def test_an_id_of_13_digits_with_a_wrong_check_digit_is_said_matched_as_typed_and_kept_nowhere(spaced: bool) -> None:
    wrong = mistype(make_id("310000000001"))
    typed = f"{wrong[0]}-{wrong[1:5]}-{wrong[5:10]}-{wrong[10:12]}-{wrong[12]}" if spaced else wrong
    reading = read(lists([["M1", "ชาย"], [wrong, "หญิง"]], [["M1", "ชาย"], [typed, "หญิง"]], ["รหัสสมาชิก", "เพศ"]))
    said = [one for one in reading.problems if one.code == "national_id_mistyped"]
    assert [(one.sheet, one.cell, one.found, one.allowed.en) for one in said] == [
        (BEFORE, "A3", "", "1"),
        (AFTER, "A3", "", "1"),
    ]
    assert count(reading) == (2, 0, 0, 0, 0)
    assert sorted({unit for unit, _ in values(reading, "members_active")}) == ["M1", "P0001"]
    assert wrong.encode() not in pickle.dumps(replace(reading, previews=()))


def _personal() -> tuple[Sheets, list[str]]:
    """Sheets with names and national IDs wherever people put them, and every text that must not remain."""
    numbers = [make_id(f"31000000000{digit}") for digit in range(6)]
    names = ["สมชาย", "ใจดี", "ประไพ", "สดใส", "มานะ", "อดทน", "วันเพ็ญ"]
    mistyped = mistype(numbers[5])
    headers = ["รหัสสมาชิก", "ชื่อ-สกุล", "เลขบัตรประชาชน", "หมู่บ้าน"]
    before: list[list[Any]] = [
        ["M1", "นายสมชาย ใจดี", numbers[0], "1"],
        [numbers[1], "ประไพ สดใส", "", "1"],
        [None, "มานะ อดทน", numbers[2], "1"],
        ["นางวันเพ็ญ สดใส", "", numbers[3][:-1], "2"],
        ["M1", "นายสมชาย ใจดี", numbers[0], "1"],
        [mistyped, None, None, "1"],
        [mistyped, None, None, "2"],
    ]
    after: list[list[Any]] = [
        [float(numbers[1]), "ประไพ สดใสส", "", "1"],
        ["นาย มานะ อดทน", None, None, "2"],
        [None, "สมชาย ใจดีี", None, "1"],
    ]
    income = [["ชื่อ", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["มานะ อดทน", 5, "ไม่ทราบ"], [numbers[4], 5, 6]]
    return {**lists(before, after, headers), "รายได้": income}, [*names, *numbers, numbers[3][:-1], mistyped]


def test_no_name_and_no_digit_of_a_national_id_is_left_in_a_reading() -> None:
    sheets, personal = _personal()
    reading = read(sheets)
    assert count(reading)[0] >= 1
    kept = pickle.dumps(replace(reading, previews=()))  # a few cells as they stand, for the reader's own screen
    told = repr(reading) + "".join(describe(one, language) for one in reading.problems for language in Language)
    assert [text for text in personal if text.encode() in kept or text in told] == []


def test_the_order_of_rows_does_not_matter() -> None:
    before = [
        [f"คนที่{letter} ใจดี", "", village, 2500 + n]
        for n, (letter, village) in enumerate(zip("กขคงจฉช", "1212121", strict=True))
    ]
    after = [[f"คนที่{letter} ใจดีี", "", "1", 2500 + n] for n, letter in enumerate("กขคงจฉช")][::2] + before[1::2]
    found = values(read(lists(before, after)), "members_active")
    for seed in range(5):
        chance = random.Random(seed)
        mixed = lists(chance.sample(before, len(before)), chance.sample(after, len(after)))
        assert values(read(mixed), "members_active") == found


def test_rows_below_a_table_that_only_hold_a_name_are_nobody() -> None:
    rows = [
        ["รหัสสมาชิก", "ชื่อ-สกุล", "เพศ"],
        ["M1", "สมชาย ใจดี", "ชาย"],
        [None, "(นายมานะ อดทน)", None],
        [None, "รวม 1 คน", None],
    ]
    reading = read({"สมาชิก": rows})
    assert sums(reading, "members_active") == {"baseline": 1, "endline": 1}
    assert [one.reason for one in reading.excluded] == ["note_row", "total_row"]


def test_a_list_with_ids_alone_is_counted_too() -> None:
    reading = read(
        lists([["M1", "ชาย"], ["M2", "ชาย"], ["M2", "ชาย"]], [["M1", "ชาย"], ["M3", "ชาย"]], ["รหัสสมาชิก", "เพศ"])
    )
    assert count(reading) == (1, 1, 1, 1, 0)


def test_the_screen_reads_names_again_and_never_a_national_id() -> None:
    sheets, personal = _personal()
    files = [InputFile("book.xlsx", build(sheets))]
    people = read_files(files).people
    assert people is not None
    refs = [
        people.refer(int(number), int(row))
        for number, row in zip(people.seats["list"], people.seats["row"], strict=True)
    ]
    shown = read_people(files, people, refs)
    assert shown[cell(BEFORE, "A2")] == ShownPerson("นายสมชาย ใจดี", "M1", "", "", "1")
    assert shown[cell(BEFORE, "A3")] == ShownPerson("ประไพ สดใส", "", "", "", "1")
    numbers = [text for text in personal if text.isdigit()]
    assert [number for number in numbers if number in repr(shown)] == []


def test_the_result_file_counts_people_and_names_nobody() -> None:
    sheets, personal = _personal()
    text = write_json(find_changes(open_project([InputFile("book.xlsx", build(sheets))])), Language.TH)
    counts = json.loads(text)["people"]
    assert counts["matched"] + sum(counts["only"].values()) > 0
    assert [one for one in personal if one in text] == []
