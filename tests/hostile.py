"""Files that were made to do harm, built by the tests: each is small and asks for much."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
ROOT_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
PART = "xl/worksheets/sheet1.xml"


def cell(address: str, value: object = 1) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


def xlsx(sheet: str, more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of one sheet whose XML stands between the tags of the worksheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", ROOT_LINKS)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
        archive.writestr(PART, sheet if sheet.startswith("<?xml") else SHEET.format(sheet))
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return stream.getvalue()


def far_cell() -> bytes:
    """Two values, one in the first cell and one in the last of Excel: 17 thousand million cells between them."""
    rows = f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>'
    return xlsx(f"<sheetData>{rows}</sheetData>")


def far_cell_with_a_lying_size() -> bytes:
    """The same with rows out of order and a stated size of one cell, so that a look at the last row finds nothing."""
    rows = f'<row r="1048576">{cell("XFD1048576")}</row><row r="1">{cell("A1")}</row>'
    return xlsx(f'<dimension ref="A1"/><sheetData>{rows}</sheetData>')


def zip_bomb(megabytes: int = 40) -> bytes:
    """A part of blanks that is a thousand times as large as the file."""
    return xlsx("<sheetData/>", {"xl/sharedStrings.xml": b" " * (megabytes << 20)})


def lying_bomb(megabytes: int = 40) -> bytes:
    """A bomb whose directory and headers say that it is one byte large."""
    content = bytearray(zip_bomb(megabytes))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = content.find(mark)
        while start >= 0:
            content[start + at : start + at + 4] = struct.pack("<I", 1)
            start = content.find(mark, start + 4)
    return bytes(content)


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "lol">{levels}]>'
    text = '<c r="A1" t="inlineStr"><is><t>&e9;</t></is></c>'
    return xlsx(head + SHEET.format(f'<sheetData><row r="1">{text}</row></sheetData>'))


def external_entity(path: str) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file://{path}">]>'
    text = '<c r="A1" t="inlineStr"><is><t>[&x;]</t></is></c>'
    return xlsx(head + SHEET.format(f'<sheetData><row r="1">{text}</row></sheetData>'))


def deep_xml() -> bytes:
    return xlsx("<sheetData>" + "<row>" * 500_000)


def wide_and_empty() -> bytes:
    """A million rows and 16,384 columns that are formatted and hold nothing, around two values."""
    rows = "".join(f'<row r="{n}"/>' for n in range(3, 1_048_577))
    blank = '<c r="XFD2" s="1"/>'
    return xlsx(f'<sheetData><row r="1">{cell("A1")}{cell("B1")}</row><row r="2">{blank}</row>{rows}</sheetData>')


def looped_ole() -> bytes:
    """A container whose table of blocks leads back to itself."""
    return _container(fat=[0xFFFFFFFD, 1, 1], directory=1)


def _container(fat: list[int], directory: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    entry = (
        "Workbook".encode("utf-16le").ljust(64, b"\x00")
        + struct.pack("<HB", 18, 2)
        + bytes(49)
        + struct.pack("<III", 2, 5000, 0)
    )
    return head + table + entry.ljust(512, b"\x00") + bytes(512)


def stored_size(content: bytes) -> int:
    """A check that a bomb is small as it is sent."""
    return len(zlib.compress(content)) if content else 0
