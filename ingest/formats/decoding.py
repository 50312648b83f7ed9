"""Bytes of a text → the text, in whatever encoding an office of Thailand may have saved it."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_LOOK = 4096  # bytes from which an encoding is told
_THAI_PAGE = 0x0E  # the upper byte of Thai letters in UTF-16
_MOST_CONTROLS = 0.02  # share of control signs beyond which bytes are no text
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NUL_SHOWN = "␀"  # a NUL byte is shown: left out, it would make 5000 of 50 and 00
_BESIDE_LATIN = re.compile(r"(?<=[A-Za-z])[\u0e00-\u0e7f]|[\u0e00-\u0e7f](?=[a-z])")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_OTHERS = ("cp1252", "latin-1")


def decode_text(content: bytes) -> str | None:
    """The text of a file; None where the bytes are no text."""
    text = _decode(content)
    controls = len(_CONTROLS.findall(text)) + text.count("\x00")
    if controls > _MOST_CONTROLS * len(text) + 2:
        return None
    return text.replace("\x00", _NUL_SHOWN)


def _decode(content: bytes) -> str:
    for mark, form in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(form, errors="replace")
    wide = _tell_wide(content[:_LOOK])
    if wide:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return decode_thai(content)


def _tell_wide(start: bytes) -> str:
    """UTF-16 without a mark: every second byte is 0, or that of the Thai letters."""
    half = len(start) // 2
    if not half:
        return ""
    upper = [sum(byte in {0, _THAI_PAGE} for byte in start[side::2]) for side in (0, 1)]
    if upper[1] > 0.8 * half and upper[0] < 0.4 * half:
        return "utf-16le"
    return "utf-16be" if upper[0] > 0.8 * half and upper[1] < 0.4 * half else ""


def decode_thai(content: bytes) -> str:
    """Text of one byte a letter: Windows Thai, or Western where its letters stand within Latin words."""
    text = content.decode("cp874", errors="replace")
    thai = len(_THAI.findall(text))
    if thai and len(_BESIDE_LATIN.findall(text)) <= thai / 2:
        return text
    for form in _OTHERS:
        try:
            return content.decode(form)
        except UnicodeDecodeError:
            continue
    return text
