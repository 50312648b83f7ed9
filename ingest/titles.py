"""What the title right above a table says that its numbers are, where its headers say only before and after."""

from __future__ import annotations

import re
from functools import cache

from dictionary.load import load_spellings_of
from dictionary.squash import squash
from ingest.headers import drop_round, find_round, split_header
from ingest.workbooks import RawSheet

MOST_TITLES = 4  # rows above a header that are looked at

_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NUMBER = re.compile(
    r"^\s*(?:(?:ตาราง(?:ที่)?|ข้อ(?:ที่)?|table)\s*\d[\d.]*|\d{1,2}(?:\.\d{1,2})*[.)])\s*[:.\-]?\s*", re.IGNORECASE
)
_OPENING = re.compile(r"^(?:\s*(?:แบบ(?:เก็บ|บันทึก|สำรวจ|กรอก)?|ตาราง|ทะเบียน|บัญชี|สรุป|เปรียบเทียบ|ข้อมูล))+")
_UNIT = re.compile(r"^[\s(\[]*(?:หน่วย|units?\b)", re.IGNORECASE)


def find_title(sheet: RawSheet, header: int) -> str:
    """The nearest row of one text above a header (its first row, 0-based); no line that only says the unit."""
    for row in range(header - 1, max(-1, header - 1 - MOST_TITLES), -1):
        filled = [cell for cell in sheet.cells[row] if not isinstance(cell, str) or cell.strip()]
        if len(filled) > 1 or not all(isinstance(cell, str) for cell in filled):
            return ""
        if filled and not _UNIT.match(str(filled[0])):
            return " ".join(str(filled[0]).split())
    return ""


def is_numbered(title: str) -> bool:
    """Whether a title counts the tables of a report: ``ตารางที่ 2 รายได้``."""
    return _NUMBER.match(title) is not None


def name_by_title(title: str) -> str:
    """What a title names: without its number, what stands in brackets, and the round."""
    bare = " ".join(_BRACKET.sub(" ", _NUMBER.sub("", title)).split())
    return drop_round(bare) if find_round(bare) else bare


@cache
def _list_income_words() -> tuple[str, ...]:
    return tuple(map(squash, load_spellings_of("income_word", "income")))


def says_income(sheet: RawSheet, header: int) -> bool:
    """Whether the title above a header (its first row, 0-based) begins with a word for an income, or says its money."""
    title = name_by_title(find_title(sheet, header))
    words = _list_income_words()
    bare = squash(_OPENING.sub("", title))
    is_money = split_header(find_title(sheet, header)).money
    return bare.startswith(words) or (is_money and any(word in bare for word in words))
