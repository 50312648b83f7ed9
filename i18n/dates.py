"""Dates as people type them (พ.ศ. or C.E., words or digits) and as reports print them.

A year above 2400 is Buddhist (B.E. = C.E. + 543), also in a date that Excel stored. A year of two digits may be
2564 or 1964: it is never guessed.
"""

from __future__ import annotations

import calendar
import csv
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from i18n.language import Language
from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS

BUDDHIST_OFFSET = 543
BUDDHIST_FROM = 2400
YEARS = range(1850, 2151)  # years C.E. that a date in a project's workbook may have
MONTHS = Path(__file__).with_name("months.csv")

_ERA = re.compile(r"(พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?|วันที่|เดือน|ปี(?!งบ))(?![a-z])")
_ISO_TIME = re.compile(r"[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|น\.?)?$")


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the day and the month, may be unknown. The year is C.E."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def first(self) -> date:
        """The first day it may mean: 1 January for a year."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day it may mean: 31 December for a year."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Month:
    """The names of one month."""

    th_short: str
    th_long: str
    en_short: str
    en_long: str


@cache
def load_months() -> dict[int, Month]:
    """The names of the twelve months (``months.csv``)."""
    return {int(r["month"]): Month(r["th_short"], r["th_long"], r["en_short"], r["en_long"]) for r in _rows()}


def list_month_names() -> tuple[tuple[str, int], ...]:
    """Every way of writing the name of a month, and its number."""
    fields = ("th_short", "th_long", "en_short", "en_long")
    return tuple(
        (name, int(row["month"]))
        for row in _rows()
        for name in (*(row[field] for field in fields), *row["also"].split("|"))
        if name
    )


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with MONTHS.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _month_numbers() -> dict[str, int]:
    """Every way of writing a month, without dots and spaces, and its number."""
    return {re.sub(r"[.\s]", "", name.lower()): number for name, number in list_month_names()}


def read_date(value: object) -> PartialDate | None:
    """The date that a cell means: a date of Excel, a year as a number, or text. None: not a date, or ambiguous.

    Day before month (1/3/2562 is 1 March), ISO dates as they are, months by name in Thai or English.
    """
    if isinstance(value, datetime | date):
        return make_date(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return make_date(int(value)) if value == int(value) else None
    return _read_text(value) if isinstance(value, str) else None


def has_two_digit_year(text: str) -> bool:
    """Whether a text would be a date if its year had four digits (5/3/64, ม.ค. 62, '62)."""
    parts = _parts(text)
    if not parts or not re.fullmatch(r"'?\d{2}", parts[-1]):
        return False
    if len(parts) == 1:
        return parts[0].startswith("'")
    return _from_parts([*parts[:-1], "2500"]) is not None


def make_date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A checked date; a year B.E. is converted. None where there is no such day."""
    year = year - BUDDHIST_OFFSET if year > BUDDHIST_FROM else year
    if year not in YEARS:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _parts(text: str) -> list[str]:
    """The pieces of a typed date without era words and time of day: ["1", "มีค", "2562"]."""
    plain = _ISO_TIME.sub("", fold_marks(text).translate(THAI_DIGITS).lower())
    plain = _ERA.sub(" ", plain)
    for name in sorted(_dotted_months(), key=len, reverse=True):
        plain = plain.replace(name, f" {name.replace('.', '')} ")
    plain = re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", plain)
    return [part for part in re.split(r"[\s/.,\-–]+", plain) if part]


@cache
def _dotted_months() -> tuple[str, ...]:
    return tuple(row["th_short"] for row in _rows())


def _read_text(text: str) -> PartialDate | None:
    return _from_parts(_parts(text))


def _from_parts(parts: list[str]) -> PartialDate | None:
    """A date from one (year), two (month, year) or three pieces; the year must have four digits."""
    numbers = [_as_number(part) for part in parts]
    if not 1 <= len(parts) <= 3 or any(number is None for number in numbers):
        return None
    known = [number for number in numbers if number is not None]
    if len(parts) == 3 and not parts[0].isdigit():  # March 1, 2019
        known, parts = [known[1], known[0], known[2]], [parts[1], parts[0], parts[2]]
    if len(parts[0]) == 4 and parts[0].isdigit():  # 2019-03-01
        return make_date(*known)
    if len(parts[-1]) == 4 and parts[-1].isdigit():
        return make_date(*reversed(known))
    return None


def _as_number(part: str) -> int | None:
    return int(part) if part.isdecimal() and len(part) <= 4 else _month_numbers().get(part)


def write_year(year: int, language: Language) -> str:
    """A year C.E. as the reader counts it: 2019 is 2562 in Thai."""
    return str(year + BUDDHIST_OFFSET if language is Language.TH else year)


def write_date(value: date, language: Language, precision: Precision = Precision.DAY) -> str:
    """``1 มี.ค. 2562`` / ``1 Mar 2019``; by precision only ``มี.ค. 2562`` or ``2562``."""
    day = "" if precision is not Precision.DAY else f"{value.day} "
    month = "" if precision is Precision.YEAR else f"{_short(value, language)} "
    return f"{day}{month}{write_year(value.year, language)}"


def _short(value: date, language: Language) -> str:
    month = load_months()[value.month]
    return month.th_short if language is Language.TH else month.en_short


def write_period(start: date | None, end: date | None, language: Language) -> str:
    """``มี.ค. 2562`` for a whole month, else the shortest form: ``1 ม.ค.–31 ธ.ค. 2562``. Unknown ends are left out."""
    if start is None or end is None or start == end:
        known = start or end
        return write_date(known, language) if known else ""
    if start.year != end.year:
        return f"{write_date(start, language)}–{write_date(end, language)}"
    if start.month != end.month:
        return f"{start.day} {_short(start, language)}–{write_date(end, language)}"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return write_date(start, language, Precision.MONTH)
    return f"{start.day}–{write_date(end, language)}"
