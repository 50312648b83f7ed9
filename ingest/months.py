"""Headers that name a month or a quarter: several of them in a round are parts of one amount, not sources of income."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from i18n.dates import BUDDHIST_OFFSET, list_month_names
from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS
from ingest.periods import find_year

MONTH, QUARTER = 1.0, 3.0  # months that an amount below such a header is of
LONGEST = 120  # signs of a header that may name a month
FIRST_THAI, CENTURY_THAI, CENTURY = 40, 2500, 2543  # ม.ค. 65 is 2565; Jan-22 and ม.ค. 22 are 2022, that is 2565
FOUR_DIGITS = 1000
FISCAL_FROM = 10  # the month in which a fiscal year begins

_QUARTER = re.compile(r"(?:ไตรมาส(?:ที่)?|quarter|(?<![a-z])q)\s*([1-4])(?!\d)")
_YEAR_BEHIND = re.compile(r"^[\s.\-/']*(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20|25)\d\d)-(\d\d)(?:-01)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Span:
    """The month (1 to 12) or quarter (1 to 4) that a header names, how many months it is, and its year B.E. if said."""

    number: int
    months: float
    year: int | None = None


@lru_cache(maxsize=1 << 14)
def read_span(header: str) -> Span | None:
    """The one month or quarter that a header names; None if it names none, or several."""
    if len(header) > LONGEST:
        return None
    plain = " ".join(fold_marks(header).translate(THAI_DIGITS).casefold().split())
    year = find_year(plain)
    told = int(year[1:]) if year else None
    dated = _ISO.search(plain)
    if dated and int(dated[2]) in _numbers().values():
        return Span(int(dated[2]), MONTH, _whole_year(int(dated[1])))
    quarters = {int(found) for found in _QUARTER.findall(plain)}
    if len(quarters) == 1:
        return Span(quarters.pop(), QUARTER, told)
    named = list(_pattern().finditer(plain))
    numbers = {_numbers()[found[0].replace(".", "").replace(" ", "")] for found in named}
    if quarters or len(numbers) != 1:
        return None
    behind = _YEAR_BEHIND.match(plain[named[-1].end() :])
    return Span(numbers.pop(), MONTH, told or (_whole_year(int(behind[1])) if behind else None))


def _whole_year(said: int) -> int:
    """The year B.E. of what is written behind the name of a month, of four digits or two."""
    if said >= FOUR_DIGITS:
        return said if said > CENTURY_THAI else said + BUDDHIST_OFFSET
    return said + (CENTURY_THAI if said >= FIRST_THAI else CENTURY)


def are_months(headers: Iterable[str]) -> bool:
    """Whether several headers of one round each name another month, or each another quarter."""
    spans = [read_span(header) for header in headers]
    told = {(span.number, span.year, span.months) for span in spans if span}
    return len(spans) == len(told) > 1 and len({months for _, _, months in told}) == 1


def are_spans(texts: Iterable[str]) -> bool:
    """Whether the filled texts of a row are several months or quarters and nothing else: they go on a header above."""
    said = [read_span(text) for text in texts if text]
    return len(said) > 1 and all(said)


def name_years(spans: Sequence[Span]) -> list[str | None]:
    """The period of each month: its year, or its fiscal year where the first month of all is October."""
    dated = sorted((span.year, span.number) for span in spans if span.year)
    is_fiscal = (
        bool(dated) and dated[0][1] == FISCAL_FROM and len(dated) == len(spans) and len({y for y, _ in dated}) > 1
    )
    return [_name_year(span, is_fiscal=is_fiscal) for span in spans]


def _name_year(span: Span, *, is_fiscal: bool) -> str | None:
    if span.year is None:
        return None
    if is_fiscal and span.months == MONTH:
        return f"f{span.year + (span.number >= FISCAL_FROM)}"
    return f"y{span.year}"


@cache
def _numbers() -> dict[str, int]:
    return {name.casefold().replace(".", ""): number for name, number in list_month_names()}


@cache
def _pattern() -> re.Pattern[str]:
    """The names of months: dots as they come, and no letter of the same script before or behind."""
    names = sorted({name.casefold() for name, _ in list_month_names()}, key=len, reverse=True)
    parts = (r"\.?\s?".join(map(re.escape, name.rstrip(".").split("."))) for name in names)
    texts = (f"{part}\\.?" if "." in name else part for name, part in zip(names, parts, strict=True))
    return re.compile(rf"(?<![a-zก-ฮะ-์])(?:{'|'.join(texts)})(?![a-zก-ฮะ-์])")
