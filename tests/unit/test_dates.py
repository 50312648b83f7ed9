"""Dates are read with Buddhist years and printed as the reader counts."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import Language
from i18n.dates import PartialDate, Precision, has_two_digit_year, read_date, write_date, write_period


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1/3/2562", PartialDate(2019, 3, 1)),
        ("๑ มี.ค. ๒๕๖๒", PartialDate(2019, 3, 1)),
        ("1 มีนาคม พ.ศ. 2562", PartialDate(2019, 3, 1)),
        ("31ธ.ค.2562", PartialDate(2019, 12, 31)),
        ("มี.ค. 2562", PartialDate(2019, 3)),
        ("มี.ค.2562", PartialDate(2019, 3)),
        ("เดือนมีนาคม 2562", PartialDate(2019, 3)),
        ("3/2562", PartialDate(2019, 3)),
        ("2562", PartialDate(2019)),
        ("ปี 2562", PartialDate(2019)),
        ("พ.ศ.2562", PartialDate(2019)),
        (2562.0, PartialDate(2019)),
        (2019, PartialDate(2019)),
        ("2019-03-01", PartialDate(2019, 3, 1)),
        ("2019-03-01 00:00:00", PartialDate(2019, 3, 1)),
        ("March 1, 2019", PartialDate(2019, 3, 1)),
        ("1 Mar 2019", PartialDate(2019, 3, 1)),
        ("Sept 2019", PartialDate(2019, 9)),
        (date(2562, 3, 1), PartialDate(2019, 3, 1)),
        (datetime.fromisoformat("2019-03-01 08:30"), PartialDate(2019, 3, 1)),
        ("29/2/2563", PartialDate(2020, 2, 29)),
    ],
)
def test_a_typed_date_is_read(value: object, expected: PartialDate) -> None:
    assert read_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "1/3/62",
        "31/2/2562",
        "13/13/2562",
        "",
        "M001",
        43525,
        12.5,
        None,
        True,
        "500-600",
        date(2568, 2, 29),
        "0/1/2562",
    ],
)
def test_what_is_not_surely_a_date_is_not_guessed(value: object) -> None:
    assert read_date(value) is None


def test_a_year_of_two_digits_is_told_apart_from_nonsense() -> None:
    assert has_two_digit_year("1/3/62")
    assert has_two_digit_year("ม.ค. 62")
    assert has_two_digit_year("'62")
    assert not has_two_digit_year("62")
    assert not has_two_digit_year("1/3/2562")
    assert not has_two_digit_year("บ้าน 62")


def test_a_year_means_its_first_to_its_last_day() -> None:
    assert (PartialDate(2019).first(), PartialDate(2019).last()) == (date(2019, 1, 1), date(2019, 12, 31))
    assert PartialDate(2020, 2).last() == date(2020, 2, 29)


def test_dates_are_printed_as_the_reader_counts() -> None:
    day = date(2019, 3, 1)
    assert write_date(day, Language.TH) == "1 มี.ค. 2562"
    assert write_date(day, Language.EN) == "1 Mar 2019"
    assert write_date(day, Language.TH, Precision.MONTH) == "มี.ค. 2562"
    assert write_date(day, Language.EN, Precision.YEAR) == "2019"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2019, 3, 1), date(2019, 3, 31), "มี.ค. 2562"),
        (date(2019, 3, 1), date(2019, 3, 15), "1–15 มี.ค. 2562"),
        (date(2019, 1, 1), date(2019, 12, 31), "1 ม.ค.–31 ธ.ค. 2562"),
        (date(2018, 10, 1), date(2019, 9, 30), "1 ต.ค. 2561–30 ก.ย. 2562"),
        (None, date(2019, 9, 30), "30 ก.ย. 2562"),
        (None, None, ""),
    ],
)
def test_a_period_is_printed_in_its_shortest_form(start: date | None, end: date | None, text: str) -> None:
    assert write_period(start, end, Language.TH) == text


@given(st.dates(date(1900, 1, 1), date(2140, 1, 1)), st.sampled_from(list(Language)))
def test_what_is_printed_is_read_back(day: date, language: Language) -> None:
    assert read_date(write_date(day, language)) == PartialDate(day.year, day.month, day.day)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read_date(text)
    has_two_digit_year(text)
