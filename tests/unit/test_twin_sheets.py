"""Sheets that measure the same of people, each at another time by its name alone, and rounds counted in words."""

from __future__ import annotations

import pytest

from dictionary.nouns import BASELINE, ENDLINE
from ingest.periods import drop_ordinal, find_ordinal
from tests.build import Rows, codes, find, read, values

PAIRS = [(20, 24), (23, 25), (21, 21), (25, 22), (18, 23), (17, 18), (18, 17), (24, 28)]
HEAD = ["รหัส", "น้ำหนัก"]


def rows(side: int, head: list[str] = HEAD) -> Rows:
    return [[*head], *([f"ม-{n}", pair[side]] for n, pair in enumerate(PAIRS))]


@pytest.mark.parametrize(
    "names",
    [
        *(("2562", "2564"), ("ปี 2562", "ปี 2564"), ("Visit 1", "Visit 2"), ("First visit", "Second visit")),
        *(("T1", "T2"), ("เยี่ยมครั้งที่ 1", "เยี่ยมครั้งที่ 2"), ("ครั้งแรก", "ครั้งหลัง"), ("ครั้งที่ ๑", "ครั้งที่ ๒")),
    ],
)
def test_the_name_of_a_sheet_is_the_round_of_what_it_measures_of_people(names: tuple[str, str]) -> None:
    sheets = {name: rows(side) for side, name in enumerate(names)}
    found = find(sheets).find("personal_1")
    assert found is not None
    assert (found.n_pairs, found.indicator.label.th) == (len(PAIRS), "น้ำหนัก")
    assert found.difference == pytest.approx(sum(after - before for before, after in PAIRS) / len(PAIRS))


def test_names_of_people_become_no_indicators() -> None:
    head = ["ชื่อ-สกุล", "น้ำหนัก (กก.)"]
    reading = read({"2562": rows(0, head), "2564": rows(1, head)})
    assert set(reading.indicators) == {"personal_1"}


def test_a_sheet_by_itself_and_sheets_of_other_things_are_no_rounds() -> None:
    for sheets in ({"2562": rows(0)}, {"Visit 1": rows(0), "Visit 2": rows(1, ["รหัส", "ส่วนสูง"])}):
        reading = read(sheets)
        assert "personal_1" not in {key for key in reading.indicators if values(reading, key)}
        assert reading.questions or "one_time_table" in codes(reading.problems)


@pytest.mark.parametrize(
    ("text", "number"),
    [("First visit", "n1"), ("2nd survey", "n2"), ("Visit 3", "n3"), ("second", "n2"), ("weight second visit", "n2")],
)
def test_a_round_may_be_counted_in_words(text: str, number: str) -> None:
    assert find_ordinal(text) == number


@pytest.mark.parametrize("text", ["first name", "Second-hand goods", "visits 2019", "first", "survey of 12 villages"])
def test_other_words_that_count_are_no_rounds(text: str) -> None:
    assert (find_ordinal(text) is None) is (text != "first")
    assert drop_ordinal("weight first visit") == "weight"


def test_a_column_of_visits_says_the_rounds() -> None:
    visits = [
        (f"p{n}", said, pair[side]) for side, said in enumerate(("first", "second")) for n, pair in enumerate(PAIRS)
    ]
    reading = read({"Sheet1": [["id", "visit", "weight"], *map(list, visits)]})
    told = values(reading, "personal_1")
    for side, said in enumerate((BASELINE, ENDLINE)):
        assert sorted(value or 0 for (_, key), value in told.items() if key == said) == sorted(
            one[side] for one in PAIRS
        )
