"""A workbook as bytes that depend on nothing but its content: no clock stands in them."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can name
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def to_bytes(book: Workbook, written: datetime = datetime(2000, 1, 1)) -> bytes:  # noqa: DTZ001
    """Save the workbook; ``written`` stands in its properties as the time of making (a file knows no zone)."""
    book.properties.created = written
    buffer = BytesIO()
    book.save(buffer)
    stamp = written.isoformat().encode() + b"Z"
    return _freeze(buffer, stamp)


def _freeze(saved: BytesIO, stamp: bytes) -> bytes:
    """The same archive with one time on every part; openpyxl writes the clock of the moment."""
    frozen = BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            out.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return frozen.getvalue()
