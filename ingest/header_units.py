"""The unit that a header says of the numbers below it, or a title of those of the whole table."""

from __future__ import annotations

import re

from dictionary.load_indicators import is_share, match_unit
from ingest.workbooks import RawSheet

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
