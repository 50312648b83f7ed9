"""Numbers are read as people type them and printed as reports print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.numbers import read_number, write_number, write_percent, write_signed, write_signed_percent


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,500 บาท", 12500),
        ("๑๒,๕๐๐", 12500),
        (" 1 234 567 ", 1234567),
        ("45%", 45),
        ("ร้อยละ 45.5", 45.5),
        ("฿3,200.50", 3200.5),
        ("THB 900", 900),
        ("(500)", -500),
        ("500.-", 500),
        ("−65", -65),
        ("- 65", -65),
        ("1.5 หมื่น", 15000),
        ("2 แสนบาท", 200000),
        ("3 กก.", 3),
        (".5", 0.5),
        ("1e3", 1000),
        ("0", 0),
    ],
)
def test_a_typed_number_is_read(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "ไม่มี", "ประมาณ 500", "500-600", "12,50", "1.2.3", "บาท", "5 บาท/วัน", "M001", "12 34", "1e999", "()"],
)
def test_what_is_not_surely_a_number_is_not_guessed(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5, "1,235"),
        (99.5, "99.5"),
        (12.345, "12.35"),
        (3.0, "3"),
        (0.0, "0"),
        (-65.0, "−65"),
        (0.00123, "0.0012"),
        (-0.0, "0"),
        (float("nan"), "–"),
    ],
)
def test_a_number_is_printed_without_false_precision(value: float, text: str) -> None:
    assert write_number(value) == text


def test_decimals_are_kept_when_asked_for() -> None:
    assert write_number(1234.5, 1) == "1,234.5"
    assert write_number(2, 2) == "2.00"


def test_a_change_carries_its_sign() -> None:
    assert [write_signed(value) for value in (1461, -65, 0)] == ["+1,461", "−65", "0"]


def test_a_share_is_printed_as_per_cent_with_a_no_break_space() -> None:
    assert write_percent(0.59) == "59\u00a0%"
    assert write_percent(0.0351) == "3.5\u00a0%"
    assert write_percent(0.4567, 1) == "45.7\u00a0%"
    assert write_signed_percent(0.59) == "+59\u00a0%"
    assert write_signed_percent(-0.035) == "−3.5\u00a0%"
    assert write_signed_percent(0) == "0\u00a0%"


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_what_is_printed_is_read_back(value: float) -> None:
    back = read_number(write_number(value, 6))
    assert back is not None
    assert back == pytest.approx(value, abs=1e-6)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read_number(text)


@pytest.mark.parametrize(
    ("value", "text"), [(3512.5, "3,513"), (4787.5, "4,788"), (-2.345, "−2.35"), (0.285, "0.29"), (1.005, "1.01")]
)
def test_halves_are_rounded_as_excel_does(value: float, text: str) -> None:
    assert write_number(value) == text


def test_half_a_per_cent_is_rounded_as_excel_does() -> None:
    assert write_percent((18 - 16) / 16) == "13\u00a0%"
