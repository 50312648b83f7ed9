"""Parts of a zipped workbook written in UTF-16, which the standard allows and calamine does not read."""

from __future__ import annotations

import io
import re
import zipfile

from ingest.formats.archive import Archive

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DECLARED = re.compile(r"^(\s*<\?xml[^>]*?)\s+encoding=[\"'][^\"']*[\"']")


def has_utf16(name: str, part: bytes) -> bool:
    """Whether a part is XML in UTF-16."""
    return part[:2] in _MARKS and name.lower().endswith((".xml", ".rels"))


def write_utf8(archive: Archive) -> bytes:
    """The archive with its XML in UTF-8."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for name, entry in archive.names.items():
            part = archive.inflate(entry)
            copy.writestr(name, _translate(part) if has_utf16(name, part) else part)
    return stream.getvalue()


def _translate(part: bytes) -> bytes:
    form = {b"<\x00": "utf-16le", b"\x00<": "utf-16be"}.get(part[:2], "utf-16")
    return _DECLARED.sub(r"\1", part.decode(form, errors="replace")).encode()
