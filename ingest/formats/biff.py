"""The records of a legacy workbook (BIFF, MS-XLS 2.3): what they hold that calamine does not show, before it reads.

Each record is a type, a length and its bytes. The first are about the workbook; they tell where each sheet begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from

from ingest.formats.sheet import Place, check_size
from ingest.formats.sheet_scan import SheetScan

_EOF, _BOUND_SHEET, _FILE_PASS = 0x0A, 0x85, 0x2F
_BEGINS = {0x09, 0x209, 0x409, 0x809}
_ROW, _BOOL_OR_ERROR, _FORMULA = 0x208, 0x205, 0x06
_VALUES = {0x203, 0x204, 0x205, 0x06, 0x27E, 0xFD, 0xD6}  # NUMBER, LABEL, BOOLERR, FORMULA, RK, LABELSST, RSTRING
_MANY = 0xBD  # MULRK: several numbers of one row
_WORKSHEET = 0  # the kind of a sheet that holds cells
_IS_HIDDEN = 0x20  # bit of the options of a row
_ERROR_RESULT = b"\x02"
ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}

Record = tuple[int, bytes]


@dataclass
class _Sheet:
    """What is gathered of one sheet while its records pass."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)


def is_locked(stream: bytes) -> bool:
    """Whether a password is needed: the records of the workbook name the key of their encryption."""
    return any(kind == _FILE_PASS for kind, _ in list_records(stream, 0))


def holds_no_sheet(stream: bytes) -> bool:
    """Whether a workbook lists charts or macros alone: one that another program embeds; its chart has no name."""
    kinds = {body[5] for kind, body in list_records(stream, 0) if kind == _BOUND_SHEET and len(body) > 5}
    return bool(kinds) and _WORKSHEET not in kinds


def scan_biff(stream: bytes) -> tuple[SheetScan, ...]:
    """A scan of each sheet in the order of the workbook; refused where filled cells span more than can be read."""
    starts = [
        unpack_from("<I", body)[0] for kind, body in list_records(stream, 0) if kind == _BOUND_SHEET and len(body) > 4
    ]
    return tuple(_scan(stream, start) for start in starts)


def _scan(stream: bytes, start: int) -> SheetScan:
    sheet = _Sheet()
    for kind, body in list_records(stream, start):
        if kind in _VALUES and len(body) >= 6:
            _take_cell(sheet, kind, body)
        elif kind == _MANY and len(body) >= 6:
            row, first = unpack_from("<HH", body)
            sheet.rows.add(row)
            sheet.columns.update((first, unpack_from("<H", body, len(body) - 2)[0]))
        elif kind == _ROW and len(body) >= 14 and body[12] & _IS_HIDDEN:
            sheet.hidden.add(unpack_from("<H", body)[0])
    if sheet.rows:
        check_size(max(sheet.rows) - min(sheet.rows) + 1, max(sheet.columns) - min(sheet.columns) + 1)
    return SheetScan(len(sheet.hidden & sheet.rows), sheet.errors)


def _take_cell(sheet: _Sheet, kind: int, body: bytes) -> None:
    row, column = unpack_from("<HH", body)
    sheet.rows.add(row)
    sheet.columns.add(column)
    if kind == _BOOL_OR_ERROR and len(body) >= 8 and body[7]:
        sheet.errors[row, column] = ERRORS.get(body[6], "#N/A")
    elif kind == _FORMULA and body[6:7] == _ERROR_RESULT and body[12:14] == b"\xff\xff":
        sheet.errors[row, column] = ERRORS.get(body[8], "#N/A")


def list_records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from an offset to the end of their part; a chart drawn on a sheet is a part within it."""
    depth = 0
    while 0 <= at <= len(stream) - 4:
        kind, length = unpack_from("<HH", stream, at)
        if depth <= 1:
            yield kind, stream[at + 4 : at + 4 + length]
        depth += (kind in _BEGINS) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + length
