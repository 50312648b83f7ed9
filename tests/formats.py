"""One sheet written as each kind of file that holds tables; for kinds that nothing here writes, byte by byte."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from html import escape
from typing import Any

from openpyxl import Workbook, load_workbook

from ingest.formats.locked import lock
from tests import hostile
from tests.build import Rows, Sheets, build
from tests.xlsb import xlsb

Writer = Callable[[Sheets], bytes]
_BLOCK, _END, _FREE, _IS_TABLE = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALLEST = 4096  # bytes from which a stream stands in blocks of its own


def dressed(change: Callable[[Workbook], None]) -> Writer:
    """An .xlsx after something was done to it that rows do not say."""

    def write(sheets: Sheets) -> bytes:
        book = load_workbook(io.BytesIO(build(sheets)))
        change(book)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return write


def text(encoding: str, delimiter: str) -> Writer:
    """Values with a sign between them, in quotation marks where they hold that sign."""

    def write(sheets: Sheets) -> bytes:
        lines = (delimiter.join(_quote(cell, delimiter) for cell in row) for row in _only(sheets))
        return "\r\n".join(lines).encode(encoding)

    return write


def _quote(value: Any, delimiter: str) -> str:
    plain = "" if value is None else str(value)
    return f'"{plain}"' if delimiter in plain else plain


def html(sheets: Sheets) -> bytes:
    """A web page with one table, as systems of offices export it under the name .xls."""
    rows = ("".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) for row in _only(sheets))
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<html><meta charset="utf-8"><table>{table}</table></html>'.encode()


def ods(sheets: Sheets) -> bytes:
    """A workbook of LibreOffice."""
    rows = ("".join(map(_write_ods_cell, row)) for row in _only(sheets))
    return hostile.ods("".join(f"<table:table-row>{row}</table:table-row>" for row in rows))


def _write_ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    kind = "string" if isinstance(value, str) else f'float" office:value="{value}'
    return f'<table:table-cell office:value-type="{kind}"><text:p>{value}</text:p></table:table-cell>'


def binary(sheets: Sheets) -> bytes:
    """An .xlsb."""
    return xlsb({number: ["" if cell is None else cell for cell in row] for number, row in enumerate(_only(sheets))})


def protected(password: str) -> Writer:
    """An .xlsx behind a password."""
    return lambda sheets: lock(build(sheets), password)


def xls(sheets: Sheets) -> bytes:
    """A workbook of Excel 97: BIFF 8 in a container of blocks."""
    ((name, rows),) = sheets.items()
    cells = b"".join(_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
    head, title = _begin(5), _text(name, "<B")
    about = len(head) + 4 + 6 + len(title) + 4  # where the sheet begins
    book = head + _record(0x85, struct.pack("<IBB", about, 0, 0) + title) + _record(0x0A)
    return _contain((book + _begin(16) + cells + _record(0x0A)).ljust(_SMALLEST, b"\x00"))


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0, 6))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(value: str, form: str) -> bytes:
    return struct.pack(form, len(value)) + b"\x01" + value.encode("utf-16le")


def _cell(row: int, column: int, value: Any) -> bytes:
    if value is None:
        return b""
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x204, place + _text(value, "<H"))
    return _record(0x203, place + struct.pack("<d", value))


def _contain(stream: bytes) -> bytes:
    """A container with the stream Workbook: a table of blocks, a directory, the blocks of the stream."""
    count = -(-len(stream) // _BLOCK)
    chain = [*range(3, count + 2), _END]
    table = [_IS_TABLE, _END, *chain]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _SMALLEST, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    blocks = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    root = _entry("Root Entry", 5, 1, struct.pack("<II", _END, 0))
    directory = root + _entry("Workbook", 2, _FREE, struct.pack("<II", 2, len(stream))) + bytes(256)
    return head + blocks + directory + stream.ljust(count * _BLOCK, b"\x00")


def _entry(name: str, kind: int, child: int, place: bytes) -> bytes:
    named = name.encode("utf-16le").ljust(64, b"\x00") + struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
    return named + struct.pack("<III", _FREE, _FREE, child) + bytes(36) + place + bytes(4)


def _only(sheets: Sheets) -> Rows:
    """The rows of the one sheet."""
    (rows,) = sheets.values()
    return rows
