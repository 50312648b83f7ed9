"""Line breaks for Thai, which has no spaces between words, and for English beside it.

Plotly wraps nothing, so every title and label is broken here. Pieces joined again give the text back exactly.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

Fits = Callable[[str], bool]

NEVER_FIRST = re.compile(r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0300-\u036f\s)\]}»”’%,.;:!?/…–\u00b7-]")
NEVER_LAST = re.compile(r"(?:[\u0e40-\u0e44(\[{«“‘\u00a0\u2060]|\S–|ไม่)$")
COUNTED = re.compile(r"\d $")  # what is counted stands beside its number: 1,974 บาท
JOINING = re.compile(r"(?:เป็น|จาก|ถึง|และ|หรือ|ของ|ที่|ใน|แต่|โดย|เมื่อ)|(?:to|of|and|or|from|in|a|but|by|with)\b")
NUMBERED = re.compile(
    r"(?:^|[\s(])(?:n|p|[<>=±]|เป้า|หมู่|ข้อ|อายุ|ก่อน|หลัง|Age|target|before|after|เ?[ก-ฮ]\S?\.[คพยศ]\."
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s$"
)  # words whose number stands beside them
COMPOUND = re.compile(r"[\u0e01-\u0e4e]+")
THAI = re.compile(r"[\u0e01-\u0e5b]")
WHOLE = re.compile(
    r"(?:เ?[ก-ฮ][ก-ฮิี]{0,3}\.)+|ตัวชี้วัด|ภาคส่วน|ประชาสังคม|ทุกรอบ|ตัวเลข|แปลผล|ส่วนต่าง|จุดร้อยละ|รายได้|กรอกเอง|น้ำหมัก|เส้นใย|เส้นด้าย|น้ำหนักสด|น้ำหนักแห้ง|แย่ลง|เท่าเดิม|บรรจุถุง|ข้อมูลสมมติ|คำสั่งซื้อ|ผลลบ|ผลบวก|คน-ครั้ง|เว้นไว้|แผ่นงาน|ช่วงเชื่อมั่น|ความเชื่อมั่น"
)  # abbreviations; words the list lacks
LONGEST_RATE = 16  # signs of one thing per another (ต้น/ปี) that stays on one line
MANY = 3  # words, from which a compound may end a line within
CLUSTER = re.compile(r"[\u0e40-\u0e44]*.[\u0e30-\u0e3a\u0e45-\u0e4e\u0300-\u036f]*|.", re.DOTALL)


@lru_cache(maxsize=4096)
def split_words(text: str) -> tuple[str, ...]:
    """The pieces between which a line may end; each keeps the spaces after it, and joined they are the text.

    No piece begins with a Thai vowel or tone mark, ๆ, ฯ or closing punctuation; none ends with a leading vowel
    (เ แ โ ใ ไ), an opening bracket or a no-break space; an abbreviation (มผช.) and a word of ours (ตัวชี้วัด) stay
    whole, as do one thing per another (ต้น/ปี), a number with what it counts (3 ขั้น) or numbers (หมู่ 4), a range
    (25–34) and ``ไม่`` with what it denies; two pieces of other scripts part only at a space.
    """
    closed = {at for found in WHOLE.finditer(text) for at in range(found.start() + 1, found.end())}
    pieces: list[str] = []
    at = 0
    for token in _tokens(text):
        if pieces and (at in closed or not _may_part(pieces[-1], token)):
            pieces[-1] += token
        else:
            pieces.append(token)
        at += len(token)
    return tuple(pieces)


def _tokens(text: str) -> Iterable[str]:
    if not THAI.search(text):
        return re.findall(r"\S+|\s+", text)
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")  # it would make a folder in the user's home
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415  its word list is loaded only when Thai is wrapped

    tokens: list[str] = word_tokenize(text, engine="newmm")
    return tokens if "".join(tokens) == text else CLUSTER.findall(text)


def _may_part(before: str, after: str) -> bool:
    if NEVER_FIRST.match(after) or NEVER_LAST.search(before):
        return False
    if before[-1] == "/" and len(before) + len(after.rstrip()) <= LONGEST_RATE:
        return False
    if COUNTED.search(before) and after[0].isalpha() and not JOINING.match(after):
        return False
    if NUMBERED.search(before) and (after[0].isdigit() or after[0] in "<=>"):
        return False
    return bool(before[-1].isspace() or THAI.match(before[-1]) or THAI.match(after))


def wrap_text(text: str, fits: Fits) -> tuple[str, ...]:
    """The lines of a text, as few as ``fits`` allows; joined they are the text (spaces stay at line ends).

    A compound that does not fit is broken between the words it is made of, and these again; a single word that does
    not fit, between letters, never between a consonant and its marks.
    """
    lines = [""]
    for piece in split_words(text):
        if lines[-1] and not fits((lines[-1] + piece).rstrip()):
            lines.append("")
        for part in _parts(piece, fits):
            if lines[-1] and not fits((lines[-1] + part).rstrip()):
                lines.append("")
            lines[-1] += part
    return tuple(lines)


def _parts(piece: str, fits: Fits) -> list[str]:
    if fits(piece.rstrip()):
        return [piece]
    words = _split_spaces(piece)
    if len(words) == 1:
        words = tuple(re.findall(r"[^/]*/+|[^/]+", piece)) if "/" in piece.rstrip()[:-1] else _split_compound(piece)
    return [part for word in words for part in _parts(word, fits)] if len(words) > 1 else CLUSTER.findall(piece)


def _split_spaces(piece: str) -> tuple[str, ...]:
    """The words of a number with what it counts, where the line has no room for both."""
    return tuple(re.findall(r"[^ ]+ *| +", piece))


def list_unbroken(text: str) -> tuple[str, ...]:
    """The pieces of a text that should stay whole: its words, and those of a compound of ``MANY`` or more."""
    words = (word for piece in split_words(text) for word in _split_spaces(piece))
    pieces = ((piece, _split_compound(piece)) for piece in words)
    return tuple(part.rstrip() for piece, words in pieces for part in (words if len(words) >= MANY else (piece,)))


@lru_cache(maxsize=512)
def _split_compound(piece: str) -> tuple[str, ...]:
    """The shorter words of the list that a Thai compound is made of, as few and as even as can be; else itself."""
    letters = COMPOUND.match(piece)
    if not letters or WHOLE.search(piece):
        return (piece,)
    from pythainlp.corpus import thai_words  # noqa: PLC0415  loaded with the word list of the line breaks

    compound, known = letters[0], thai_words() - {letters[0]}
    fewest: list[tuple[str, ...] | None] = [()]  # the words up to each letter
    for end in range(1, len(compound) + 1):
        ways = [
            (*before, compound[start:end])
            for start in range(end)
            if (before := fewest[start]) is not None and end - start > 1 and compound[start:end] in known
        ]
        fewest.append(min(ways, key=_unevenness, default=None))
    words = fewest[-1]
    return (*words[:-1], words[-1] + piece[len(compound) :]) if words else (piece,)


def _unevenness(words: tuple[str, ...]) -> tuple[int, int]:
    """แก้ไข + ปัญหา rather than แก้ + ไขปัญหา."""
    return len(words), sum(len(one) ** 2 for one in words)
