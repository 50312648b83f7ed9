"""Why a file could not be opened, told by its bytes: protected, damaged, or no workbook at all."""

from __future__ import annotations

import io
import re
import zipfile

ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0"
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16le")
OLE_WORKBOOKS = tuple(name.encode("utf-16le") for name in ("Workbook", "Book"))
ODS_MANIFEST, ODS_ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
LONGEST_MANIFEST = 1 << 20
WORKBOOK_PARTS = ("xl/", "content.xml")

# The first record of a legacy workbook (BOF), after it a write protection or not, then FILEPASS: MS-XLS 2.1.4.
_XLS_PASSWORD = re.compile(rb"\x09\x08\x10\x00\x00\x06.{14}(\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


def name_fault(content: bytes) -> str:
    """The code of the problem of a file that no reader opens."""
    if content.startswith(OLE_START):
        return _name_ole_fault(content)
    if content.startswith(ZIP_START):
        return _name_zip_fault(content)
    return "file_not_excel"


def _name_ole_fault(content: bytes) -> str:
    if OLE_ENCRYPTED in content or _XLS_PASSWORD.search(content):
        return "file_protected"
    return "file_damaged" if any(name in content for name in OLE_WORKBOOKS) else "file_not_excel"


def _name_zip_fault(content: bytes) -> str:
    """An archive that cannot be listed is damaged; one without the parts of a workbook is something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            manifest = _read_start(archive, ODS_MANIFEST) if ODS_MANIFEST in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "file_damaged"
    if ODS_ENCRYPTED in manifest:
        return "file_protected"
    return "file_damaged" if any(name.startswith(WORKBOOK_PARTS) for name in names) else "file_not_excel"


def _read_start(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first megabyte of a part: enough for a manifest, and no bomb."""
    with archive.open(name) as part:
        return part.read(LONGEST_MANIFEST)
