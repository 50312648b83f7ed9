"""Workbooks of Excel 2 to 4, which stand without a container and hold one sheet (calamine begins at Excel 5).

Numbers are given as they stand: a date is the number of days that Excel counts.
"""

from __future__ import annotations

import struct
from struct import pack, unpack, unpack_from

from ingest.formats.biff import ERRORS, list_records
from ingest.formats.decoding import decode_thai
from ingest.formats.delimited import SHEET
from ingest.formats.sheet import Place, RawSheet, Unreadable, fill_in, no_cells

_INTEGER, _NUMBERS, _LABELS, _BOOLEANS, _RK = 0x02, (0x03, 0x203), (0x04, 0x204), (0x05, 0x205), 0x27E
_FORMULAS, _STRINGS, _FILE_PASS = (0x06, 0x206, 0x406), (0x07, 0x207), 0x2F
_CELLS = {_INTEGER, *_NUMBERS, *_LABELS, *_BOOLEANS, _RK, *_FORMULAS}
_NEWER = 0x0100  # records below it are those of Excel 2: 3 bytes of format before the value, lengths of 1 byte


def read_old(content: bytes) -> tuple[RawSheet, ...]:
    """The one sheet of the workbook."""
    cells: dict[Place, object] = {}
    last: Place | None = None
    try:
        for kind, body in list_records(content, 0):
            if kind == _FILE_PASS:
                raise Unreadable("file_locked")
            if kind in _CELLS:
                last = unpack_from("<HH", body)
                cells[last] = _read_value(kind, body[7 if kind in {0x02, 0x03, 0x04, 0x05, 0x06} else 6 :])
            elif kind in _STRINGS and last:
                cells[last] = _read_text(body, is_newer=kind > _NEWER)
    except struct.error as fault:
        raise Unreadable("file_damaged") from fault
    filled = {place: value for place, value in cells.items() if value != ""}
    return (fill_in(RawSheet(SHEET, no_cells(), hidden_rows=None), filled),)


def _read_value(kind: int, body: bytes) -> object:
    if kind == _INTEGER:
        return float(unpack_from("<H", body)[0])
    if kind in _NUMBERS:
        return float(unpack_from("<d", body)[0])
    if kind in _LABELS:
        return _read_text(body, is_newer=kind > _NEWER)
    if kind in _BOOLEANS:
        return ERRORS.get(body[0], "#N/A") if body[1:2] == b"\x01" else body[:1] == b"\x01"
    return _read_packed(unpack_from("<I", body)[0]) if kind == _RK else _read_result(body)


def _read_text(body: bytes, *, is_newer: bool) -> str:
    length = unpack_from("<H" if is_newer else "<B", body)[0]
    start = 2 if is_newer else 1
    return decode_thai(body[start : start + length])


def _read_packed(number: int) -> float:
    """A number in 30 bits: a whole one or the upper half of a double, in hundredths or not (MS-XLS 2.5.217)."""
    bits = number & 0xFFFFFFFC
    value = float(unpack("<i", pack("<I", bits))[0] >> 2) if number & 2 else unpack("<d", pack("<II", 0, bits))[0]
    return float(value / 100 if number & 1 else value)


def _read_result(body: bytes) -> object:
    """What a formula came to: a number, or a mark of what else."""
    if body[6:8] != b"\xff\xff":
        return float(unpack_from("<d", body)[0])
    if body[:1] == b"\x02":
        return ERRORS.get(body[2], "#N/A")
    return body[2:3] == b"\x01" if body[:1] == b"\x01" else ""
