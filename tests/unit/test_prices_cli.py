"""Prices on the command line: as they were paid unless asked otherwise, and a year that cannot be is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli import main
from dictionary.load_prices import load_price_indices
from tests.build import build

CPI = {one.year: one.index for one in load_price_indices()}
PROJECT = [
    ["ชื่อโครงการ", "โครงการสมมติ"],
    ["ข้อมูลก่อน ตั้งแต่วันที่", "1/1/2562"],
    ["ข้อมูลก่อน ถึงวันที่", "31/12/2562"],
    ["ข้อมูลหลัง ตั้งแต่วันที่", "1/1/2565"],
    ["ข้อมูลหลัง ถึงวันที่", "31/12/2565"],
]
INCOMES = [
    ["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท)", "จำนวนเงิน หลัง (บาท)", "ต่อเดือนหรือต่อปี"],
    *([f"ส-{number}", "ทอผ้า", 3000 + number, 3100, "เดือน"] for number in range(8)),
]
OWN = [
    ["ปี", "ดัชนีราคา", "ปีฐาน", "แหล่งที่มา"],
    [2562, 100, "2562 = 100", "ผู้ประกาศสมมติ"],
    [2565, 125, "2562 = 100", "ผู้ประกาศสมมติ"],
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook of two whole years."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(build({"โครงการ": PROJECT, "รายได้": INCOMES}))
    return path


def _analyse(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The block of prices and the finding of the mean income."""
    assert main(["analyse", str(path), "--json", "--language", "en", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    (income,) = (one for one in told["findings"] if one["indicator"] == "member_income" and not one["group"])
    return told["prices"], income


def test_amounts_are_as_they_were_paid_unless_real_ones_are_asked_for(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prices, income = _analyse(capsys, book)
    assert (prices["kind"], prices["note"], "W06" in income["caveats"]) == ("nominal", None, True)
    real, adjusted = _analyse(capsys, book, "--prices", "real")
    assert adjusted["baseline"] == pytest.approx(income["baseline"] * CPI[2022] / CPI[2019])
    assert (real["kind"], real["years"], "W06" in adjusted["caveats"]) == ("real", [2022], False)


@pytest.mark.parametrize("year", ["2558", "2015", "๒๕๕๘"])
def test_the_year_of_the_prices_may_be_chosen(book: Path, capsys: pytest.CaptureFixture[str], year: str) -> None:
    prices, income = _analyse(capsys, book, "--prices", "real", "--price-year", year)
    assert prices["years"] == [2015]
    assert income["endline"] == pytest.approx(3100 * CPI[2015] / CPI[2022])


def test_the_indices_of_the_workbook_are_used_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.xlsx"
    path.write_bytes(build({"โครงการ": PROJECT, "รายได้": INCOMES, "ดัชนีราคา": OWN}))
    prices, income = _analyse(capsys, path, "--prices", "real")
    assert income["baseline"] == pytest.approx((3000 + 3.5) * 1.25)
    assert (prices["own_series"], prices["base"]) == (True, "2562 = 100")
    assert {one["source"] for one in prices["indices"]} == {"ผู้ประกาศสมมติ"}


def test_a_year_that_is_none_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", str(book), "--prices", "real", "--price-year", "65"]) == 2
    assert "65" in capsys.readouterr().err


def test_a_line_is_held_against_incomes_as_they_were_paid_whichever_prices_are_asked_for(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = []
    for kind in ("nominal", "real"):
        own = ["--income-line", "3005", "--income-line-source", "ผู้ประกาศสมมติ"]
        assert main(["analyse", str(book), "--json", "--prices", kind, *own]) == 0
        lines.append(json.loads(capsys.readouterr().out)["lines"][-1]["finding"])
    nominal, real = lines
    assert (real["baseline"], real["endline"]) == (nominal["baseline"], nominal["endline"]) == (5 / 8, 0)
    assert "W06" in real["caveats"]
    assert real["caveats"] == nominal["caveats"]
