"""What a file is, told by its bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.formats.archive import Archive

_START = 4096  # bytes from which a text is known as HTML or XML
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta|div|style|center|font|title)\b", re.IGNORECASE)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_ODS_LOCK = b"encryption-data"
_MANIFEST, _TYPE = "META-INF/manifest.xml", "mimetype"
_OLD_STARTS = (b"\x09\x00", b"\x09\x02", b"\x09\x04")  # a workbook of Excel 2 to 4 without a container


class Kind(StrEnum):
    """Kinds of files that may hold tables."""

    ZIPPED = "zipped"
    OLE = "ole"
    OLD = "old"
    HTML = "html"
    SPREADSHEET_XML = "spreadsheet_xml"
    TEXT = "text"


_STARTS: dict[Kind | str, tuple[bytes, ...]] = {
    Kind.ZIPPED: (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"),
    Kind.OLE: (b"\xd0\xcf\x11\xe0",),
    "file_is_image": (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00"),
    "file_is_word": (b"{\\rtf",),
}


def tell_kind(content: bytes) -> Kind | str:
    """The kind of a file, or the code of the problem of a file that is something else than a workbook."""
    start = content[:_START]
    for kind, starts in _STARTS.items():
        if start.startswith(starts):
            return kind
    if _PDF in start[:_PDF_WITHIN]:
        return "file_is_pdf"
    if start.startswith(_OLD_STARTS) and start[3:4] == b"\x00" and 4 <= start[2] <= 16:
        return Kind.OLD
    plain = start.replace(b"\x00", b"")
    if _SPREADSHEET_XML in plain:
        return Kind.SPREADSHEET_XML
    return Kind.HTML if _HTML.search(plain) else Kind.TEXT


def refuse_archive(archive: Archive) -> str:
    """The code of the problem of an archive that is no workbook; "" for a workbook."""
    names = {name.lower() for name in archive.names}
    if any(name.startswith("xl/") for name in names):
        return ""
    if any(name.startswith("word/") for name in names):
        return "file_is_word"
    if any(name.startswith("ppt/") for name in names):
        return "file_is_powerpoint"
    if "content.xml" in names:
        return _refuse_document(archive)
    return "file_is_zip" if names else "file_damaged"


def _refuse_document(archive: Archive) -> str:
    """An OpenDocument file: locked, a text, a presentation, or a workbook."""
    if _ODS_LOCK in archive.find(_MANIFEST):
        return "file_locked"
    kind = archive.find(_TYPE)
    if b"opendocument.text" in kind:
        return "file_is_word"
    return "file_is_powerpoint" if b"opendocument.presentation" in kind else ""
