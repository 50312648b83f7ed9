"""The unit that a header says of the numbers below it, or a title of those of the whole table."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dictionary.load import match_code
from dictionary.load_indicators import find_unit, is_share, match_unit
from dictionary.rows import read_rows
from ingest.headers import match_words, split_header
from ingest.workbooks import RawSheet

if TYPE_CHECKING:
    from ingest.recognise import FoundTable

BAHT, STOCK = "บาท", ("no_income_part", "stock")  # a unit; a list of words and its code
A_MONTH, FLOWS = "/เดือน", ("money", "mass")  # a unit's ending; kinds of units that are of a month
BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT_WORD = re.compile(r"(?:หน่วยนับ|หน่วย|\bunits?)\s*[:：]\s*", re.IGNORECASE)
_UNIT_STATED = re.compile(_UNIT_WORD.pattern + r"([^()\[\]]+)", re.IGNORECASE)


def read_title_unit(sheet: RawSheet, top: int) -> str:
    """The known unit that the titles above a table say, in brackets or after the word for it; "" if none or several."""
    titles = [cell for row in sheet.cells[:top] for cell in row if isinstance(cell, str)]
    told = (text for title in titles for text in (*BRACKET.findall(title), title))
    units = {said for text in told if match_unit(said := drop_unit_word(text))}
    return units.pop() if len(units) == 1 else ""


def read_stated_unit(sheet: RawSheet, top: int) -> str:
    """The known unit that a line above a table says all its numbers are in: ``หน่วย : พันบาท``; "" if none or several."""
    titles = [cell for row in sheet.cells[:top] for cell in row if isinstance(cell, str)]
    told = (found[1] for title in titles if (found := _UNIT_STATED.search(title)))
    units = {text.strip() for text in told if match_unit(text.strip())}
    return units.pop() if len(units) == 1 else ""


def name_money(name: str) -> str:
    """The code of the currency of what is called by a word for money alone (``ค่าใช้จ่าย``); "" for anything else."""
    return match_code("money_word", name) or ""


def fit_stated(unit: str, header: str) -> str:
    """A unit stated for a whole table, of one header: what is owed or saved has no month or year."""
    words = split_header(unit)
    is_stock = words.money and words.period is not None and match_words(header, _list_stocks())
    return BAHT if is_stock else unit


@cache
def _list_stocks() -> tuple[tuple[str, str], ...]:
    rows = (row for row in read_rows("spellings") if (row["codelist"], row["code"]) == STOCK)
    return tuple((row["text"], row["code"]) for row in rows)


def add_month(unit: str) -> str:
    """The unit of a mean of months: money or a weight is of a month, people are not."""
    told = match_unit(f"{unit}{A_MONTH}") if any(find_unit(one.unit).kind in FLOWS for one in match_unit(unit)) else ()
    return f"{unit}{A_MONTH}" if told else unit


def drop_unit_word(text: str) -> str:
    """``หน่วย : พันบาท`` is ``พันบาท``, also at the end of a title."""
    return text[found.end() :] if (found := _UNIT_WORD.search(text)) else text


def read_unit(measure: str) -> str:
    """Unit in a header's brackets: a known one, or the last as it stands; else all of it, or per cent at the end."""
    last = next(reversed(measure.split()), "")
    named = len(measure.strip()) == 1 and measure.strip().isalpha()  # x is a name here, and no number of times
    ending = (
        measure
        if match_unit(measure) and not named
        else last
        if any(is_share(one.unit) for one in match_unit(last))
        else ""
    )
    told = BRACKET.findall(measure) or ([ending] if ending else [])
    return next((text for text in told if match_unit(text)), told[-1] if told else "")


def state_unit(found: FoundTable) -> FoundTable:
    """A summary without a column of units in the unit that the headers of its values all say in brackets."""
    if found.table != "summary" or "unit" in found.columns:
        return found
    values = [match for match in found.matches if match.column == "value"]
    units = {read_unit(match.header) for match in values}
    unit = units.pop() if len(units) == 1 else ""
    return replace(found, given=(("unit", values[0].position, unit),)) if unit and match_unit(unit) else found
