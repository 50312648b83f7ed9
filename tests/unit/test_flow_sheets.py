"""Sheets of material flows as offices type them: titles above, other headers, Thai digits, before and after apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.evidence.material import find_material_problems, find_materials
from dictionary.load import load_columns
from dictionary.rows import read_rows
from ingest import Reading
from tests.build import codes, read, read_many

ROWS = [
    ["สวน", "ต้นกล้วย", "สด", None, "๒๐", "20.0"],
    ["ต้นกล้วย", "เส้นใย", "นน.สด", "แปรรูปต่อ", 0, "๐.๒"],
    ["เส้นใย", "ผ้าทอ", "เปียก", "ขาย", 0, 0.2],
    ["ต้นกล้วย", "กองขยะ", "สด", "ยังทิ้ง", "18 กก.", 9],
]


def _only(reading: Reading) -> tuple[str, str, Sequence[tuple[float | None, ...]]]:
    """The one material: its name, its basis, and what goes in, is used, lost and unaccounted for in each round."""
    first, last = reading.rounds
    (one,) = find_materials(reading.records, (first, last))
    weights = [(b.mass_in, b.mass_used, b.mass_lost, b.mass_unaccounted) for b in one.balances]
    return one.resource, one.basis, weights


def test_a_sheet_with_a_title_synonyms_and_thai_digits_is_read() -> None:
    headers = ["ต้นทาง", "ได้เป็น", "สด/แห้ง", "การใช้ประโยชน์", "น้ำหนักก่อน (กก.)", "น้ำหนักหลัง (กก.)"]
    reading = read({"สมดุลมวล": [["การใช้ประโยชน์จากต้นกล้วย ปี 2567–2569"], [], headers, *ROWS]})
    resource, basis, balances = _only(reading)
    assert (resource, basis) == ("ต้นกล้วย", "fresh")
    assert balances == [(20, 0, 18, 2), pytest.approx((20, 0.2, 9, 10.8))]


def test_an_english_sheet_is_read() -> None:
    headers = ["Source material", "Becomes", "Fresh/dry", "End use", "Weight (kg) before", "Weight (kg) after"]
    rows = [["garden", "stem", "fresh", None, 20, 20], ["stem", "cloth", "wet", "sold", 1, 2]]
    resource, _, balances = _only(read({"Material flows": [headers, *rows]}))
    assert resource == "stem"
    assert [balance[1] for balance in balances] == [1, 2]


def test_before_and_after_on_two_sheets_are_joined() -> None:
    headers = ["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนัก", "มูลค่า"]
    before = [["ต้นกล้วย", "กองขยะ", "สด", "ทิ้ง", 20, 0]]
    after = [["ต้นกล้วย", "กองขยะ", "สด", "ทิ้ง", 8, 0], ["ต้นกล้วย", "ผ้า", "สด", "ผลิตภัณฑ์", 12, 90]]
    reading = read({"การใช้วัตถุดิบ ก่อน": [headers, *before], "การใช้วัตถุดิบ หลัง": [headers, *after]})
    _, _, balances = _only(reading)
    assert [balance[1:3] for balance in balances] == [(0, 20), (12, 8)]


def test_two_files_of_two_times_are_joined() -> None:
    headers = ["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนัก"]
    files = {
        "ก่อน.xlsx": {"การใช้วัตถุดิบ": [headers, ["ฟางข้าว", "เผาในนา", "แห้ง", "เผา", 180]]},
        "หลัง.xlsx": {"การใช้วัตถุดิบ": [headers, ["ฟางข้าว", "เผาในนา", "แห้ง", "เผา", 60]]},
    }
    _, basis, balances = _only(read_many(files, {"ก่อน.xlsx": "baseline", "หลัง.xlsx": "endline"}))
    assert basis == "dry"
    assert [balance[2] for balance in balances] == [180, 60]


def test_a_sheet_of_factors_is_read() -> None:
    headers = ["ค่าสัมประสิทธิ์", "ใช้กับ", "ค่าต่ำสุด", "ค่ากลาง", "ค่าสูงสุด", "หน่วยของผล", "ต่อกี่กิโลกรัม", "สด/แห้ง", "อ้างอิง"]
    rows = [["ก๊าซจากการเผา", "เผาในนา", 60, "78.2", "๙๕", "กก. CO₂e", "1,000", "แห้ง", "IPCC"]]
    reading = read({"ค่าสัมประสิทธิ์": [headers, *rows]})
    (record,) = [one for one in reading.records if one.table == "factors"]
    assert [record.number(name) for name in ("low", "central", "high", "per_kg")] == [60, 78.2, 95, 1000]
    assert record.code("basis") == "dry"
    assert codes(reading.problems) == []


@pytest.mark.parametrize("table", ["flows", "factors"])
def test_the_headers_that_people_type_are_of_the_columns_of_the_table(table: str) -> None:
    typed = {row["column"] for row in read_rows("headers") if row["table"] == table}
    assert typed == {column.key for column in load_columns(table)}


HEADERS = ["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนักก่อน", "น้ำหนักหลัง"]
STRAW = [["ฟางข้าว", "ฟางอัดก้อน", "แห้ง", "ผลิตภัณฑ์", 260, 170], ["ฟางข้าว", "เผาในนา", "แห้ง", "เผา", 180, 350]]


@pytest.mark.parametrize("whole", ["รวม", "Total", None, "ฟางข้าว"])
def test_a_row_of_the_total_says_what_the_whole_weighs(whole: str | None) -> None:
    reading = read({"การใช้วัตถุดิบ": [HEADERS, ["ฟางข้าว", whole, "แห้ง", None, 650, 640], *STRAW]})
    _, _, balances = _only(reading)
    assert balances == [(650, 260, 180, 650 - 260 - 180), (640, 170, 350, 640 - 170 - 350)]


def test_the_total_of_a_thing_on_its_way_is_not_counted_again() -> None:
    rows = [["แปลงนา", "ฟางข้าว", "แห้ง", None, 650, 640], ["ฟางข้าว", "รวม", "แห้ง", None, 440, 520], *STRAW]
    _, _, balances = _only(read({"การใช้วัตถุดิบ": [HEADERS, *rows]}))
    assert balances == [(650, 260, 180, 650 - 260 - 180), (640, 170, 350, 640 - 170 - 350)]


@pytest.mark.parametrize(
    ("unit", "kilograms"), [("g", 0.001), ("กรัม", 0.001), ("ตัน", 1000), ("tonnes", 1000), ("กก.", 1)]
)
def test_weights_in_another_unit_are_told_in_kilograms(unit: str, kilograms: float) -> None:
    headers = [*HEADERS[:4], f"น้ำหนักก่อน ({unit})", f"น้ำหนักหลัง ({unit})"]
    reading = read({"การใช้วัตถุดิบ": [headers, *STRAW]})
    _, _, balances = _only(reading)
    assert [balance[0] for balance in balances] == pytest.approx([440 * kilograms, 520 * kilograms])
    told = [(one.cell, one.found) for one in reading.problems if one.code == "weight_converted"]
    assert told == ([] if kilograms == 1 else [("E1", unit), ("F1", unit)])


def test_how_weights_spread_is_in_the_unit_of_the_weights() -> None:
    headers = [*HEADERS[:4], "น้ำหนักก่อน (กรัม)", "น้ำหนักหลัง (กรัม)", "ส่วนเบี่ยงเบนมาตรฐาน ก่อน", "จำนวนตัวอย่างที่ชั่ง ก่อน"]
    reading = read({"การใช้วัตถุดิบ": [headers, ["รังไหม", "เส้นไหม", "แห้ง", "ผลิตภัณฑ์", 120, 150, 12, 9]]})
    first, last = reading.rounds
    (one,) = find_materials(reading.records, (first, last))
    weight = one.flows[0].weights[first.key]
    assert weight.n == 9
    assert (weight.kg, weight.sd) == pytest.approx((0.12, 0.012))


def test_of_a_material_that_was_not_weighed_before_nothing_is_said_to_be_burned_then() -> None:
    headers, rows = [*HEADERS[:4], HEADERS[5]], [[*row[:4], row[5]] for row in STRAW]
    reading = read({"การใช้วัตถุดิบ": [headers, *rows]})
    _, _, balances = _only(reading)
    assert balances == [(None, None, None, None), (520, 170, 350, 0)]


RESIDUES: list[tuple[str, str, float, float, str]] = [
    ("Rice straw", "Burned in the field", 585, 60, "burned"),
    ("Rice straw", "Cattle feed", 65, 150, "used"),
    ("Rice straw", "Mushroom beds", 0, 240, "used"),
]
BALANCE: list[tuple[float, ...]] = [(650, 65, 585, 0), (450, 390, 60, 0)]


@pytest.mark.parametrize(
    ("heads", "kilograms"),
    [
        (("From", "To", "Before (tonnes)", "After (tonnes)", "Use"), 1000),
        (("From", "To", "Before (g)", "After (g)", "Use"), 0.001),
        (("วัตถุดิบ", "ผลิตภัณฑ์", "ก่อน (ตัน)", "หลัง (ตัน)", "การใช้"), 1000),
        (("Source", "Target", "Before", "After", "Fate"), 1),
    ],
)
def test_a_round_with_a_unit_of_weight_or_nothing_behind_it_heads_weights(
    heads: tuple[str, ...], kilograms: float
) -> None:
    rows = [[origin, to, before / kilograms, after / kilograms, use] for origin, to, before, after, use in RESIDUES]
    resource, _, balances = _only(read({"Material flow": [list(heads), *rows]}))
    assert resource == "Rice straw"
    assert list(map(pytest.approx, BALANCE)) == list(balances)


def test_before_and_after_on_rows_of_their_own_are_joined() -> None:
    rows: list[list[object]] = [
        [one[0], one[1], said, one[at], one[4]] for said, at in (("before", 2), ("after", 3)) for one in RESIDUES
    ]
    heads = ["From", "To", "Round", "Weight (kg)", "Use"]
    _, _, balances = _only(read({"Material flows": [heads, *rows]}))
    assert list(map(pytest.approx, BALANCE)) == list(balances)


def test_a_blank_weight_on_rows_by_round_is_unknown_and_no_zero() -> None:
    rows: list[list[object]] = [
        [one[0], one[1], said, one[at], one[4]] for said, at in (("before", 2), ("after", 3)) for one in RESIDUES
    ]
    rows[4][3] = None
    _, _, balances = _only(read({"Material flows": [["From", "To", "Round", "Weight (kg)", "Use"], *rows]}))
    assert balances[0] == pytest.approx(BALANCE[0])
    assert balances[1][1] is None


@pytest.mark.parametrize("word", ["used", "ใช้", "utilised", "นำไปใช้"])
def test_used_is_put_to_use_and_unused_is_not(word: str) -> None:
    rows = [["ฟางข้าว", "ก", "สด", word, 5], ["ฟางข้าว", "ข", "สด", "ไม่ได้ใช้", 3], ["ฟางข้าว", "ค", "สด", "unused", 2]]
    reading = read({"การใช้วัตถุดิบ หลัง": [["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนัก"], *rows]})
    (one,) = find_materials(reading.records, (reading.rounds[-1], reading.rounds[-1]))
    assert [balance.mass_used for balance in one.balances] == [5, 5]


@pytest.mark.parametrize(
    ("heads", "doubts"),
    [
        (["source", "target", "value_before", "value_after"], 2),
        (["Source", "Target", "Value before (kg)", "Value after (kg)"], 0),
        (["from", "to", "before", "after"], 2),
        (["source", "target", "kg_before", "kg_after"], 0),
    ],
)
def test_plain_headers_of_links_are_read_as_weights_and_a_unit_that_no_header_names_is_said(
    heads: list[str], doubts: int
) -> None:
    rows = [["Straw", "Burned in the field", 500, 150], ["Straw", "Mulch", 100, 250], ["Straw", "Fodder", 100, 300]]
    reading = read({"Flows": [heads, *rows]})
    assert _only(reading) == ("Straw", "fresh", [(700, 200, 500, 0), (700, 550, 150, 0)])
    assert [one.code for one in reading.problems].count("flow_unit_assumed") == doubts


def test_a_plain_value_beside_a_weight_is_one_of_money() -> None:
    heads = ["source", "target", "basis", "kg_before", "kg_after", "value_before", "value_after"]
    reading = read({"Flows": [heads, ["stem", "cloth", "fresh", 1, 2, 10, 30]]})
    (one,) = find_materials(reading.records, (reading.rounds[0], reading.rounds[1]))
    assert [balance.value_thb for balance in one.balances] == [10, 30]


@pytest.mark.parametrize(
    ("origin", "questions"), [("จากอะไร", 0), ("ของเริ่มแรก", 1)], ids=["a header that is known", "one that is not"]
)
def test_what_goes_in_is_not_taken_from_the_name_of_the_material_while_a_column_of_names_is_unknown(
    origin: str, questions: int
) -> None:
    headers = [origin, "กลายเป็นอะไร", "ชนิดวัตถุดิบ", "สด/แห้ง", "นำไปทำอะไร", "น้ำหนักก่อน กก.", "น้ำหนักหลัง กก."]
    rows = [["นา", "ฟางข้าว", "ฟาง", "แห้ง", None, 600, 600], ["ฟางข้าว", "เผา", "ฟาง", "แห้ง", "เผา", 480, 60]]
    reading = read({"การใช้วัตถุดิบ": [headers, *rows]})
    assert len(reading.questions) == questions
    if not questions:
        assert [balance[0] for balance in _only(reading)[2]] == [600, 600]


STEM = [["ต้นกล้วย", "กาบ", "สด", "ผลิตภัณฑ์", 0, 4], ["ต้นกล้วย", "ไส้", "สด", "นำกลับมาใช้", 0, 5]]


def test_a_source_written_once_above_its_rows_is_that_of_all_of_them() -> None:
    rows = [["ต้นกล้วย", *STEM[0][1:]], [None, *STEM[1][1:]], [None, "ทิ้ง", "สด", "ทิ้ง", 18, 9]]
    reading = read({"การใช้วัตถุดิบ": [HEADERS, *rows]})
    _, _, balances = _only(reading)
    assert balances == [(18, 0, 18, 0), (18, 4 + 5, 9, 0)]
    assert [one.code for one in reading.problems if one.cell == "A3:A4"] == ["label_above"]


def test_the_rate_of_use_is_not_told_where_a_weight_is_of_nobody_knows_what() -> None:
    rows = [*STEM, ["ต้นกล้วย", "ทิ้งในสวน", "สด", "ทิ้ง", 18, 9], [None, "ทิ้งริมคลอง", "สด", "ทิ้ง", 0, 6]]
    reading = read({"การใช้วัตถุดิบ": [HEADERS, *rows]})
    first, last = reading.rounds
    (material,) = find_materials(reading.records, (first, last))
    before, after = material.balances
    assert (before.use_rate, before.missing) == (0, "")
    assert (after.use_rate, after.mass_unaccounted, after.missing) == (None, None, "flow_no_origin")
    assert (after.mass_in, after.mass_used, after.mass_lost) == (18, 9, 9 + 6)
    told = [one for one in find_material_problems(reading.records, (first, last)) if one.code == "flow_no_origin"]
    assert [(one.found, one.cell) for one in told] == [("ทิ้งริมคลอง", "B5:F5")]


def test_what_it_is_used_for_is_the_use_and_where_nothing_says_what_it_becomes_that() -> None:
    weights = ["น้ำหนักก่อน (กก.)", "น้ำหนักหลัง (กก.)"]
    used = read({"การใช้วัตถุดิบ": [["วัสดุ", "แปรรูปเป็น", "ใช้ทำอะไร", *weights], ["กาบ", "ถุง", "ขาย", 0, 6]]})
    made = read({"การใช้วัตถุดิบ": [["ส่วนของต้นกล้วย", "ใช้ทำอะไร", *weights], ["กาบ", "เชือก", 0, 6]]})
    told = [[one.column for one in reading.sheets[0].columns] for reading in (used, made)]
    assert told == [["from_node", "to_node", "use", "mass", "mass"], ["from_node", "to_node", "mass", "mass"]]
    (record,) = used.records
    assert record.code("use") == "product"
