"""Parts of a zipped workbook that follow the standard and that calamine does not read: put as it expects them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from ingest.formats.archive import Archive, is_media
from ingest.formats.xlsb_scan import drop_old_field

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")  # how XML in UTF-16 begins
_DECLARED = re.compile(r"^(\s*<\?xml[^<>]*?)\s+encoding=[\"'][^\"'<>]*[\"']")
ODS_TABLES = "content.xml"
_BINARY_BOOK = "workbook.bin"
_LINKS = "workbook.xml.rels"
_MACRO_SHEET = re.compile(rb"http://schemas\.microsoft\.com/office/2006/relationships/xl(?:Intl)?Macrosheet")
_NO_TABLE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/dialogsheet"
_INDENTED = re.compile(rb"<table:table-row[^<>]*>\s+<")
_INDENT = re.compile(
    rb"(<table:table-row[^<>]*>|</table:(?:covered-)?table-cell>|<table:(?:covered-)?table-cell[^<>]*/>)\s+(?=<)"
)


def mend_part(name: str, part: bytes) -> bytes:
    """The part, the very same where nothing is to be done.

    XML is put into UTF-8; line ends between the cells of an .ods are left out; a sheet of macros of Excel 4 is told
    to be one of those that hold no table; the list of sheets of an early .xlsb is put as the standard has it.
    """
    if part[:2] in _WIDE and name.lower().endswith((".xml", ".rels")):
        return _translate(part)
    if name == ODS_TABLES and _INDENTED.search(part):
        return _INDENT.sub(rb"\1", part)
    if name.lower().endswith(_BINARY_BOOK):
        return drop_old_field(part)
    if name.lower().endswith(_LINKS) and _MACRO_SHEET.search(part):
        return _MACRO_SHEET.sub(_NO_TABLE, part)
    return part


def replace_parts(archive: Archive, mended: Mapping[str, bytes]) -> bytes:
    """The bytes of the archive with some of its parts replaced; pictures are left out."""
    if not mended:
        return archive.content
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for name, entry in archive.names.items():
            if not is_media(name):
                copy.writestr(name, mended[name] if name in mended else archive.inflate(entry))
    return stream.getvalue()


def _translate(part: bytes) -> bytes:
    form = {b"<\x00": "utf-16le", b"\x00<": "utf-16be"}.get(part[:2], "utf-16")
    return _DECLARED.sub(r"\1", part.decode(form, errors="replace")).encode()
