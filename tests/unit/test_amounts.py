"""Amounts of one round under several headers, once somebody confirmed what each header means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ingest import ColumnMapping, InputFile, Reading, SheetMapping, TableMapping, read_files, take_fingerprint
from tests.build import build, check, values

SALES, OTHER = "เงินที่ได้จากการขาย", "เงินที่หาได้อื่น ๆ"
ROWS: list[Any] = [["M1", 900, 100], ["M2", 500, ""]]


def _map(headers: list[str], columns: list[tuple[str, str]]) -> SheetMapping:
    said = tuple(ColumnMapping(text, *one, "month") for text, one in zip(headers, columns, strict=True))
    said = tuple(one if one.column == "amount" else replace(one, period="") for one in said)
    return SheetMapping("ข้อมูล", (TableMapping(take_fingerprint(headers), "income", columns=said),))


def _read(headers: list[str], columns: list[tuple[str, str]], rows: list[Any] = ROWS) -> Reading:
    content = build({"ข้อมูล": [headers, *rows]})
    return check(read_files([InputFile("book.xlsx", content)], mappings=(_map(headers, columns),)))


BOTH = [("member_id", ""), ("amount", "baseline"), ("amount", "baseline")]


def test_amounts_of_one_round_under_several_headers_are_sources_named_by_their_headers() -> None:
    read = values(_read(["ใคร", SALES, OTHER], BOTH), "member_income", "income_source")
    assert read == {
        ("M1", "baseline", SALES): 900,
        ("M1", "baseline", OTHER): 100,
        ("M2", "baseline", SALES): 500,
        ("M2", "baseline", OTHER): None,
    }


def test_a_source_has_the_same_name_before_and_after() -> None:
    headers = ["ใคร", "ขายก่อน", "รับจ้างก่อน", "ขายหลัง", "รับจ้างหลัง"]
    meant = [("member_id", ""), *(("amount", one) for one in ("baseline", "baseline", "endline", "endline"))]
    read = values(_read(headers, meant, [["M1", 1, 2, 3, 4]]), "member_income", "round", "income_source")
    assert {(key[1], key[3]): value for key, value in read.items()} == {
        ("baseline", "ขาย"): 1,
        ("baseline", "รับจ้าง"): 2,
        ("endline", "ขาย"): 3,
        ("endline", "รับจ้าง"): 4,
    }


@pytest.mark.parametrize("total", ["รวม", "รายได้รวมทุกทาง", "Total income"])
def test_a_total_beside_the_amounts_is_not_added_to_them(total: str) -> None:
    read = values(_read(["ใคร", SALES, total], BOTH), "member_income")
    assert read == {("M1", "baseline"): 900, ("M2", "baseline"): 500}


def test_a_column_of_sources_goes_before_what_the_headers_say() -> None:
    headers, meant = ["ใคร", SALES, OTHER, "จาก"], [*BOTH, ("income_source", "")]
    read = values(_read(headers, meant, [["M1", 900, 100, "ตลาด"]]), "member_income", "income_source")
    assert read == {("M1", "baseline", "ตลาด"): 900}
