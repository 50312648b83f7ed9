"""The records of an .xlsb (MS-XLSB 2.1.4): which part holds which sheet, hidden rows, errors, merged cells, the size.

Each record is a type and a length of seven bits a byte, and its bytes. Every formula has a stored value there, so that
one which was never calculated cannot be told from one that came to that value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error, unpack_from

from ingest.formats.biff import ERRORS
from ingest.formats.sheet import Merge, Place, Unreadable, check_size
from ingest.formats.sheet_scan import SheetScan

_ROW, _BLANK, _ERROR, _FORMULA_ERROR, _MERGE, _SHEET = 0, 1, 3, 11, 176, 156
_VALUES = range(2, 12)
_IS_HIDDEN = 0x10  # of the twelfth byte of a row
_LONGEST = 1 << 14  # bytes whose number two bytes of a length can tell
_MORE = 0x80  # of a byte of a type or a length: another follows

Record = tuple[int, bytes]


@dataclass
class _Sheet:
    """What is gathered of one sheet while its records pass."""

    row: int = 0
    is_hidden: bool = False
    hidden: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)


def drop_old_field(book: bytes) -> bytes:
    """The records of a workbook with its sheets told as the standard has it.

    The first Excel with this format wrote a number more before the key of each link; calamine takes it for a length.
    """
    for kind, body in list_records(book):
        if kind == _SHEET and len(body) < _LONGEST and _holds_link(body, 12) and not _holds_link(body, 8):
            book = book.replace(_write_head(len(body)) + body, _write_head(len(body) - 4) + body[:4] + body[8:])
    return book


def list_sheet_links(book: bytes) -> dict[str, str]:
    """The name of each sheet by the key of the link to its part."""
    found = {}
    for kind, body in list_records(book):
        if kind == _SHEET:
            key, after = _read_text(body, 8)
            found[key] = _read_text(body, after)[0]
    return found


def scan_xlsb(part: bytes) -> SheetScan:
    """A scan of a sheet; refused where its filled cells span more than can be read."""
    sheet = _Sheet()
    try:
        for kind, body in list_records(part):
            _take(sheet, kind, body)
    except error as fault:
        raise Unreadable("file_damaged") from fault
    if sheet.rows:
        check_size(max(sheet.rows) - min(sheet.rows) + 1, max(sheet.columns) - min(sheet.columns) + 1)
    return SheetScan(len(sheet.hidden), sheet.errors, tuple(sheet.merges))


def _take(sheet: _Sheet, kind: int, body: bytes) -> None:
    if kind in _VALUES:
        column = unpack_from("<I", body)[0]
        sheet.rows.add(sheet.row)
        sheet.columns.add(column)
        if sheet.is_hidden:
            sheet.hidden.add(sheet.row)
        if kind in {_ERROR, _FORMULA_ERROR}:
            sheet.errors[sheet.row, column] = ERRORS.get(body[8] if len(body) > 8 else 42, ERRORS[42])
    elif kind == _ROW:
        sheet.row = unpack_from("<I", body)[0]
        sheet.is_hidden = len(body) > 11 and bool(body[11] & _IS_HIDDEN)
    elif kind == _MERGE:
        first, last, left, right = unpack_from("<IIII", body)
        sheet.merges.append((first, left, last, right))


def list_records(part: bytes) -> Iterator[Record]:
    """The records of a part as far as they are whole."""
    at = 0
    while at + 1 < len(part):
        kind, length = part[at], part[at + 1]
        if kind < _MORE and length < _MORE:  # as most are
            at += 2
        else:
            kind, at = _read_kind(part, at)
            length, at = _read_length(part, at)
        yield kind, part[at : at + length]
        at += length


def _read_kind(part: bytes, at: int) -> tuple[int, int]:
    """The type at a place, low seven bits first, and where what follows begins."""
    if part[at] < _MORE or at + 1 >= len(part):
        return part[at], at + 1
    return part[at] & 0x7F | (part[at + 1] & 0x7F) << 7, at + 2


def _read_length(part: bytes, at: int) -> tuple[int, int]:
    length = 0
    for step, byte in enumerate(part[at : at + 4]):
        length |= (byte & 0x7F) << 7 * step
        if byte < _MORE:
            return length, at + step + 1
    return length, at + 4


def _holds_link(body: bytes, at: int) -> bool:
    """Whether what is left of a record is a key and a name and nothing else."""
    return _read_text(body, _read_text(body, at)[1])[1] == len(body)


def _write_head(length: int) -> bytes:
    """The type of a sheet and the length of its record."""
    lengths = bytes((length,)) if length < _MORE else bytes((length & 0x7F | _MORE, length >> 7))
    return bytes((_SHEET & 0x7F | _MORE, _SHEET >> 7)) + lengths


def _read_text(body: bytes, at: int) -> tuple[str, int]:
    """A text behind its length, and where what follows begins."""
    length = int(unpack_from("<I", body, at)[0]) if at + 4 <= len(body) else 0
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16le", errors="replace"), end
