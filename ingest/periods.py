"""When data were collected, as people write it: before or after, a year B.E. or C.E., a fiscal year, a date, a number.

A period is a key that sorts and that speaks for itself: ``baseline`` and ``endline`` (words), ``y2562`` (calendar year
B.E.), ``f2562`` (fiscal year B.E.), ``m2562-03``, ``d2562-03-01``, and ``n3`` (the third round).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

from dictionary.load import code_label, match_code
from dictionary.nouns import BASELINE, ENDLINE
from i18n import Language, Text
from i18n.dates import (
    BUDDHIST_OFFSET,
    PartialDate,
    Precision,
    has_two_digit_year,
    list_month_names,
    make_date,
    read_date,
    write_period,
)
from i18n.numbers import THAI_DIGITS

WORDS = (BASELINE, ENDLINE)
EXAMPLES = (*WORDS, "y2562", "f2562", "m2562-03", "d2562-03-01", "n3")
YEARS = range(2470, 2640)  # years B.E. that a round may be of

_YEAR = re.compile(
    r"(?<![\d.,])(?:19|20|2[456])\d\d(?![\d.,]*\d|\s*(?:บาท|กรัม|คน|ราย(?!ได้|จ่าย|รับ|การ|เดือน|ปี|ชื่อ)|baht|thb|kg|%))"
)
_FISCAL = re.compile(r"งบประมาณ|ปีงบ|(?<![a-z])(?:fiscal|fy)")
_YEAR_WORDS = re.compile(r"\s*(ปีงบประมาณ|พ\.?ศ\.?|ค\.?ศ\.?|ปี|fy|year)?\s*\d{4}\s*", re.IGNORECASE)
_SHORT = re.compile(r"(?:ปี(?:งบประมาณ|งบ)?|พ\.?\s?ศ\.?|year|fy|')\s*'?\d{2}(?!\d)")
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINALS |= {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5}
_WAVE = "wave|round|phase|visit|survey|session|assessment|interview|measurement"
_ORDINAL = re.compile(
    rf"(?:รอบที่|รอบ|ครั้งที่|ระยะที่|(?<![a-z])(?:{_WAVE}))\s*(\d{{1,2}})(?!\d)"
    r"|(?<![^\W\d_])(?:time\s*point|time|t)[\s_.-]*(\d)(?![\d.])"
    rf"|(?<![a-z\d])({'|'.join(_ORDINALS)})\s+(?:{_WAVE})(?![a-z])|^\s*({'|'.join(_ORDINALS)})\s*$"
    r"|(?:รอบ|ครั้ง|ระยะ)(?:ที่)?\s*(หนึ่ง|สอง|สาม|สี่|ห้า)(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
)

_MONTH = "|".join(re.escape(name) for name in sorted((name for name, _ in list_month_names()), key=len, reverse=True))
_AT = r"(?:ณ|as\s+(?:of|at))\s*(?:วันที่|สิ้นเดือน|สิ้นปี|สิ้น)?\s*"
_DAY = re.compile(
    rf"(?:{_AT}|วันที่\s*)?(?:(?:\d{{1,2}}\s*)?(?:{_MONTH})\s*|(?:\d{{1,2}}/){{2}})(?=(?:พ\.?ศ\.?\s*)?\d{{4}})|{_AT}(?=(?:ปี|พ\.?ศ\.?)?\s*\d{{4}})",
    re.IGNORECASE,
)


def drop_day(text: str) -> str:
    """A text without the day and the month that stand before a year: ``หนี้สิน ณ 30 ก.ย. 2562`` → หนี้สิน 2562."""
    return _DAY.sub("", text.translate(THAI_DIGITS))


def find_year(text: str) -> str | None:
    """The one year that a text names, as a period; None where it names none, or several ("2562–2564")."""
    plain = text.translate(THAI_DIGITS).casefold()
    years = {_as_buddhist(int(found)) for found in _YEAR.findall(plain)} & set(YEARS)
    if len(years) != 1:
        return None
    return f"{'f' if _FISCAL.search(plain) else 'y'}{years.pop()}"


def is_year(value: object) -> bool:
    """Whether a number may stand for a year in a header: 2562 or 2019, also as a text of its own."""
    if isinstance(value, str):
        return bool(re.fullmatch(r"\s*(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?\s*\d{4}\s*", value.translate(THAI_DIGITS))) and bool(
            find_year(value)
        )
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and float(value).is_integer()
        and _as_buddhist(int(value)) in YEARS
    )


def has_short_year(value: object) -> bool:
    """Whether a year of two digits stands where a period is said ("ปี 62", "5/3/62"): it is asked, never guessed."""
    if isinstance(value, str):
        plain = value.translate(THAI_DIGITS).casefold()
        return find_year(plain) is None and (bool(_SHORT.search(plain)) or has_two_digit_year(plain))
    return False


def drop_year(text: str) -> str:
    """A header without the year it names."""
    return " ".join(_YEAR_WORDS.sub(" ", text).split())


def drop_short_year(text: str) -> str:
    """A small-lettered text without the years of two digits it names."""
    return " ".join(_SHORT.sub(" ", text.translate(THAI_DIGITS)).split())


def find_ordinal(text: str) -> str | None:
    """The number of the round that a text names: ``n3`` for "รอบที่ 3", ``n1`` for "t1" and "first visit"."""
    found = _ORDINAL.search(text.translate(THAI_DIGITS).casefold())
    said = next(filter(None, found.groups())) if found else ""
    return f"n{_ORDINALS.get(said) or int(said)}" if said else None


def drop_ordinal(text: str) -> str:
    """A small-lettered text without the numbers of rounds it names."""
    return " ".join(_ORDINAL.sub(" ", text.translate(THAI_DIGITS)).split())


def read_period(text: str) -> str | None:
    """The period that a text says which stands for nothing else: its key, or as people write it; None if none."""
    is_key = re.fullmatch(r"n\d{1,2}", text) or (is_dated(text) and _is_real(text))
    return text if is_key else match_code("round", text) or read_moment(text)


def _is_real(period: str) -> bool:
    try:
        span_of(period)
    except ValueError:
        return False
    return int(period[1:5]) in YEARS


def read_moment(value: object) -> str | None:
    """The period that a cell holding nothing else means, apart from the words for before and after."""
    if isinstance(value, str):
        found = read_date(value)
        is_fiscal = bool(_FISCAL.search(value.casefold()))
        return _key_of(found) if found and not is_fiscal else find_year(value) or find_ordinal(value)
    if isinstance(value, datetime | date):
        return _key_of(read_date(value))
    return _key_of(make_date(int(value))) if isinstance(value, int | float) and is_year(value) else None


def _key_of(found: PartialDate | None) -> str | None:
    if found is None:
        return None
    year = found.year + BUDDHIST_OFFSET
    if found.precision is Precision.YEAR:
        return f"y{year}" if year in YEARS else None
    month = f"{year}-{found.month:02d}"
    return f"m{month}" if found.precision is Precision.MONTH else f"d{month}-{found.day:02d}"


def year_of(period: str) -> str | None:
    """The year of a dated period as a period (``d2562-03-01`` is of ``y2562``); None for one that is not dated."""
    if period[:1] in {"y", "f"}:
        return period
    return f"y{period[1:5]}" if is_dated(period) else None


def is_dated(period: str) -> bool:
    """Whether a period is a year or a date, not a word or a number."""
    return bool(re.fullmatch(r"[yfmd]\d{4}(-\d\d){0,2}", period))


def span_of(period: str) -> tuple[date | None, date | None]:
    """First and last day of a period; fiscal year 2563 is 1 Oct 2562 to 30 Sep 2563. Unknown for words and numbers."""
    if not is_dated(period):
        return None, None
    year, *rest = (int(part) for part in period[1:].split("-"))
    year -= BUDDHIST_OFFSET
    if period.startswith("f"):
        return date(year - 1, 10, 1), date(year, 9, 30)
    month, day = (*rest, None, None)[:2]
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return first, date(year, last_month, day or calendar.monthrange(year, last_month)[1])


def name_of(period: str) -> Text:
    """What a period is called."""
    if period in WORDS:
        return code_label("round", period)
    if not is_dated(period):
        return Text(f"รอบที่ {period[1:]}", f"Round {period[1:]}")
    if period[0] in {"y", "f"}:
        code = "year" if period[0] == "y" else "fiscal_year"
        label, year = code_label("period_label", code), int(period[1:])
        return Text(f"{label.th} {year}", f"{label.en} {year - BUDDHIST_OFFSET}")
    start, end = span_of(period)
    return Text(*(write_period(start, end, language) for language in Language))


def sort_key(period: str) -> tuple[int, str]:
    """Periods in the order of time; words and numbers in their own order."""
    start, _ = span_of(period)
    order = {BASELINE: "00", ENDLINE: "01"}.get(period, f"{period[1:]:0>4}")
    return (1, start.isoformat()) if start else (0, order)


def _as_buddhist(year: int) -> int:
    return year if year > 2400 else year + BUDDHIST_OFFSET
