"""A small .xlsb written record by record: nothing else writes one here."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from tests import hostile

HIDDEN, VISIBLE = 1, 0
_BOOK, _SHEETS, _SHEET_DATA = (131, 132), (143, 144), (145, 146)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.bin"/></Relationships>'
)


def record(kind: int, body: bytes = b"") -> bytes:
    """A type and a length in seven bits a byte, and the bytes."""
    name = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, rest = b"", len(body)
    while rest >= 128:
        length, rest = length + bytes([rest & 0x7F | 0x80]), rest >> 7
    return name + length + bytes([rest]) + body


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16le")


class Error(int):
    """The code of an error of Excel in a cell."""


def cell(column: int, value: Any) -> bytes:
    head = struct.pack("<II", column, 0)
    if isinstance(value, Error):
        return record(3, head + bytes([value]))
    return record(6, head + text(value)) if isinstance(value, str) else record(5, head + struct.pack("<d", value))


def xlsb(
    rows: Mapping[int, Sequence[Any]],
    *,
    hidden: Sequence[int] = (),
    merges: Sequence[tuple[int, int, int, int]] = (),
    state: int = VISIBLE,
    is_early: bool = False,
) -> bytes:
    """A workbook of one sheet รายได้; ``rows`` by their 0-based number, ``merges`` as first row, last row, columns.

    ``is_early``: as the first Excel with this format wrote it, with a number more of each sheet.
    """
    data = b""
    for number, values in rows.items():
        flags = 0x10 if number in hidden else 0
        data += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0))
        data += b"".join(cell(column, value) for column, value in enumerate(values))
    size = record(148, struct.pack("<IIII", min(rows), max(rows), 0, max(map(len, rows.values())) - 1))
    merged = b"".join(record(176, struct.pack("<IIII", *one)) for one in merges)
    sheet = record(129) + size + record(_SHEET_DATA[0]) + data + record(_SHEET_DATA[1]) + merged + record(130)
    about = record(156, struct.pack("<II", state, 1) + bytes(4 * is_early) + text("r1") + text("รายได้"))
    book = record(_BOOK[0]) + record(_SHEETS[0]) + about + record(_SHEETS[1]) + record(_BOOK[1])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", hostile.CONTENT_TYPES)
        archive.writestr("_rels/.rels", hostile.ROOT_LINKS.replace("workbook.xml", "workbook.bin"))
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", _LINKS)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return stream.getvalue()
