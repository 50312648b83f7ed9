"""Names of indicators as people write them: with a number before, and the unit in brackets behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dictionary.load import match_code
from dictionary.load_indicators import find_unit, load_indicators, match_indicator, match_unit
from dictionary.squash import squash
from i18n.numbers import read_number

_NUMBER = re.compile(
    r"^\s*(?:(?:ตัวชี้วัด|ตารางที่|ข้อ|indicator|kpi)\s*(?:ที่)?\s*\d[\d.]*\s*[:.)\-]?"
    r"|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+(?=\s)|[-–•●*])\s*(?=\D)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[(\[]\s*(?:(?:หน่วยนับ|หน่วย|units?)\s*[:：]?\s*)?([^()\[\]]+?)\s*[)\]]\s*\*?\s*$", re.IGNORECASE)
SPANS = {"เดือน": "month", "month": "month", "ปี": "year", "year": "year"}
_SPAN = re.compile(rf"\s*(?:ต่อ|/|\bper\s|\ba\s)\s*({'|'.join(SPANS)})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """A name as it is shown, the known ``unit`` that its brackets say ("" if none), and what it is compared by."""

    text: str
    unit: str
    key: str


@lru_cache(maxsize=1 << 12)
def read_name(text: str) -> IndicatorName:
    """``2. ยอดขาย (บาท/ปี)`` is ยอดขาย in บาท/ปี; brackets that say no known unit stay part of the name."""
    whole = drop_number(text)
    found = _UNIT.search(whole)
    unit = found[1] if found and match_unit(found[1]) else ""
    bare = whole[: found.start()].strip() if found and unit else whole
    return IndicatorName(bare, unit, squash(whole)) if bare else IndicatorName(whole, "", squash(whole))


def drop_number(text: str) -> str:
    """A name without the number before it."""
    return _NUMBER.sub("", text).strip() or text


def match_name(text: str) -> str | None:
    """The indicator of the dictionary that a name means: as it stands, or without its number and its unit.

    A unit of another kind than the indicator's makes it another one: ``ยอดขาย (ชิ้น)`` is no amount of money.
    """
    name = read_name(text)
    known = match_indicator(text) or match_indicator(name.key) or _match_span(name.text)
    if known or not name.unit:
        return known
    known = match_indicator(name.text)
    return known if known and _may_be_in(name.unit, load_indicators()[known].unit) else None


def _match_span(text: str) -> str | None:
    """The indicator that a name says with the time it is counted by (``…ต่อเดือน``), where that is its own unit's."""
    found = _SPAN.search(text)
    known = match_indicator(text[: found.start()]) if found else None
    is_own = found and known and load_indicators()[known].unit.endswith(f"_per_{SPANS[found[1].casefold()]}")
    return known if is_own else None


def _may_be_in(text: str, unit: str) -> bool:
    """Whether a typed unit is the unit, or an amount of money as that is."""
    own, said = find_unit(unit), [find_unit(one.unit) for one in match_unit(text)]
    return any(one.code in {own.code, own.broader} or one.kind == own.kind == "money" for one in said)


def read_dimension(text: str) -> str:
    """The dimension that a heading of indicators is: ``1. ด้านเศรษฐกิจ``; "" if it is none."""
    return match_code("dimension", read_name(text).text.rstrip(" :：")) or ""


def heads_rows(row: Sequence[object]) -> bool:
    """Whether one text, which is no indicator of the dictionary, is all that a row of a summary says in words."""
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip() and read_number(cell) is None]
    return len(texts) == 1 and match_name(texts[0]) is None
