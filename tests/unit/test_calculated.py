"""Formulas without a stored result: sums and the like are worked out, the others said once a column."""

from __future__ import annotations

from typing import Any

import pytest

from ingest import InputFile, Mend, read_files
from ingest.previews import list_faulty
from tests.build import build, check, codes, find, find_problem, read, sums, values

Grid = list[list[Any]]
NAMES = ["ยายสี", "ลุงมา", "ตาแดง", "ป้าแก้ว"]
INCOME = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]


def read_one(formula: str, *cells: Any) -> float | None:
    """The value that is read of a formula in C2; ``cells`` stand in D2, E2 and so on, which nothing reads."""
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", *(f"หมายเหตุ {n}" for n in range(len(cells))), "หลัง"]]
    reading = read({"ตัวชี้วัด": [*rows, ["ผลผลิต", "กก.", formula, *cells, 7]]})
    return values(reading, "custom_1")["", "baseline"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SUM(D2:F2)", 60),
        ("=SUM($D$2:$F$2)", 60),
        ("=SUM(D2,F2)", 40),
        ("=SUM(D2;F2;5)", 45),
        ("=SUM(D2:E2, F2*2)", 90),
        ("=D2+E2", 30),
        ("=F2-D2", 20),
        ("=(F2-D2)/E2*100", 100),
        ("=-D2+E2", 10),
        ("= AVERAGE(D2:F2)", 20),
        ("=D2*50%", 5),
        ("=500+250", 750),
        ("=SUM(D2:G2)", 60),
        ("=D2+G2", 10),
    ],
)
def test_a_formula_of_numbers_is_worked_out_as_excel_does(formula: str, expected: float) -> None:
    assert read_one(formula, 10, 20, 30, None) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "=VLOOKUP(A2,Z:Z,1)",
        "=SUM(D2:H2)",
        "=H2",
        "=D2/G2",
        "=SUM(G2:G2)",
        "=AVERAGE(G2:G2)",
        "=อื่น!D2",
        "='ปี 2564'!D2+E2",
        "=C2+D2",
        "=SUM(C2:D2)",
        "=SUM(D2:E2",
        "=D2E2",
        "=" + "(" * 3000 + "D2",
        "=" + "-" * 3000 + "D2",
        "=9" + "*9" * 29 + "*1e308",
    ],
)
def test_what_is_not_known_for_sure_is_not_worked_out(formula: str) -> None:
    assert read_one(formula, 10, 20, 30, None, "สิบ") is None


def test_formulas_may_lead_to_one_another_and_never_in_a_circle() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ก", "กก.", 5, "=C2*2"], ["ข", "กก.", "=C2+D2", "=C3+1"]]
    circle = [["ค", "กก.", "=D4", "=C4"]]
    reading = read({"ตัวชี้วัด": [*rows, *circle]})
    assert values(reading, "custom_2") == {("", "baseline"): 15, ("", "endline"): 16}
    assert values(reading, "custom_3") == {("", "baseline"): None, ("", "endline"): None}


def test_totals_of_sources_that_no_program_worked_out_are_the_incomes_and_said_once() -> None:
    header = ["ชื่อ-สกุล", "ขายข้าว", "เลี้ยงไก่", "จักสาน", "รวมรายได้"]
    sheets: dict[str, Grid] = {}
    for year, more in ((2564, 0), (2566, 1200)):
        people = [[name, 12000 + more, 2400, 3600, f"=SUM(B{row}:D{row})"] for row, name in enumerate(NAMES, 3)]
        total = ["รวม", *(f"=SUM({column}3:{column}6)" for column in "BCDE")]
        sheets[f"ปี {year}"] = [[f"รายได้สมาชิก ปี {year} (หน่วย : บาท/ปี)"], header, *people, total]
    reading = read(sheets)
    assert sums(reading, "member_income") == {"baseline": 4 * 1500, "endline": 4 * 1600}
    found = codes(reading.problems)
    assert found.count("formula_worked_out") == len(sheets)
    assert "formula_not_calculated" not in found
    note = next(one for one in reading.problems if one.code == "formula_worked_out")
    assert note.cell == "B7, C7, D7, E3:E7"
    assert note.found == "=SUM(B3:D3)"


def test_the_totals_below_a_table_and_the_changes_beside_it_ask_for_nothing() -> None:
    people = [[name, 1000, 1500, f"=C{row}-B{row}"] for row, name in enumerate(NAMES, 2)]
    total = ["รวม", "=SUM(B2:B5)", "=SUM(C2:C5)", "=SUM(D2:D5)"]
    findings = find({"รายได้": [[*INCOME, "เพิ่มขึ้น"], *people, total]})
    income = next(one for one in findings.findings if one.indicator.key == "member_income" and not one.group)
    assert (income.baseline, income.endline) == (1000, 1500)


def test_formulas_that_stay_unknown_are_one_problem_a_column_and_each_can_be_mended() -> None:
    rows = [[name, f"=VLOOKUP(A{row},Z:Z,2)", 1500] for row, name in enumerate(NAMES, 2)]
    content = build({"รายได้": [INCOME, *rows]})
    reading = check(read_files([InputFile("book.xlsx", content)]))
    problem = find_problem(reading, "formula_not_calculated")
    assert (problem.cell, problem.cells) == ("B2:B5", ("B2:B5",))
    assert list_faulty(problem) == ["B2", "B3", "B4", "B5"]
    mends = (Mend("รายได้", "B2", "1000"),)
    mended = check(read_files([InputFile("book.xlsx", content, mends=mends)]))
    assert list_faulty(find_problem(mended, "formula_not_calculated")) == ["B3", "B4", "B5"]


def test_a_part_that_was_mended_is_in_its_total() -> None:
    rows = [["ผลผลิต", "กก.", "=SUM(E2:F2)", 7, "ห้า", 5]]
    content = build({"ตัวชี้วัด": [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง", "สวน", "ไร่"], *rows]})
    assert codes(read_files([InputFile("b.xlsx", content)]).problems).count("formula_not_calculated") == 1
    mended = read_files([InputFile("b.xlsx", content, mends=(Mend("ตัวชี้วัด", "E2", "6"),))])
    assert values(mended, "custom_1")["", "baseline"] == 11
