"""Lines below a table on which somebody signs: who reports, in what position, on what day. Nobody of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dictionary.rows import read_rows

HEADS = ("(", ".", "…", "_")  # with which a line to sign on may begin
_LINE = re.compile(r"[.…_]{4,}")
_BLANK = re.compile(r"[\s()./…_\-]{4,}")
_BEFORE = r"[\s(]*"


def is_signature(text: str) -> bool:
    """Whether a text is a line to sign on: ``ลงชื่อ......ผู้รายงาน``, ``(..........)``, ``ตำแหน่ง: ครู``."""
    if _BLANK.fullmatch(text):
        return bool(_LINE.search(text))
    return any(one.search(text) for one in _list_patterns())


def stands_alone(cells: Sequence[object]) -> bool:
    """Whether the one text of a row is of a signature without its line: a name in brackets, ``วันที่ 5 มกราคม``."""
    filled = [cell for cell in cells if cell != ""]
    if len(filled) != 1 or not isinstance(filled[0], str):
        return False
    text = filled[0].strip()
    return (text.startswith("(") and text.endswith(")")) or bool(_loose().match(text))


def is_signed(cells: Sequence[object]) -> bool:
    """Whether a row holds no number, and a line to sign on or what stands below one."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return len(texts) == len(cells) and (any(map(is_signature, texts)) or stands_alone(cells))


@cache
def signature_words() -> dict[str, str]:
    """Each word of such lines: ``sign`` is enough alone, ``about`` where a line, a colon or nothing follows."""
    return {row["text"]: row["code"] for row in read_rows("spellings") if row["codelist"] == "signature"}


def _words(*codes: str) -> str:
    texts = (text for text, code in signature_words().items() if code in codes)
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


@cache
def _list_patterns() -> tuple[re.Pattern[str], ...]:
    ends = r"(?![a-z])"
    return (
        re.compile(rf"^{_BEFORE}(?:{_words('sign')}){ends}", re.IGNORECASE),
        re.compile(rf"^{_BEFORE}(?:{_words('about')})\s*(?:[:：…_]|\.{{2}}|[)\s]*$)", re.IGNORECASE),
        re.compile(rf"[.…_]{{4,}}\s*(?:{_words('sign', 'about')})[\s)]*$", re.IGNORECASE),
    )


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?:{_words('about')})(?![a-z])", re.IGNORECASE)
