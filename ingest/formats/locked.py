"""Workbooks behind a password: opened with it, or refused with the sentence that asks for it; and closed again."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from types import SimpleNamespace

from ingest.formats.sheet import Unreadable

_SMALLEST = 4096  # bytes; of less msoffcrypto-tool makes a file that no password opens
UNSAID = "VelvetSweatshop"  # with it Excel locks a workbook that everybody may open: it never asks


def unlock(content: bytes, password: str | None) -> bytes:
    """The workbook without its password; refused where one is needed or the one given is wrong."""
    opened = _decrypt(content, UNSAID)
    if opened is None and password:
        with suppress(Unreadable):  # a password of an odd kind fails in odd ways; the file itself is sound
            opened = _decrypt(content, password)
    if opened is None:
        raise Unreadable("password_wrong" if password else "file_protected")
    return opened


def lock(content: bytes, password: str) -> bytes:
    """An .xlsx or .xlsm behind a password, as Excel locks one."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - as below

    plain, locked = io.BytesIO(content), io.BytesIO()
    if len(content) < _SMALLEST:
        with zipfile.ZipFile(plain, "a") as archive:
            archive.comment = b" " * _SMALLEST
    OOXMLFile(plain).encrypt(password, locked)
    return locked.getvalue()


def _decrypt(content: bytes, password: str) -> bytes | None:
    """The workbook that the password opens; None where it is not the one."""
    from msoffcrypto import OfficeFile  # noqa: PLC0415 - it takes long to load, and few files have a password
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError  # noqa: PLC0415
    from msoffcrypto.format import xls97  # noqa: PLC0415

    xls97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)  # it would lay the opened workbook on the disk
    plain = io.BytesIO()
    try:
        office = OfficeFile(io.BytesIO(content))
        office.load_key(password=password)
        office.decrypt(plain)
    except InvalidKeyError:
        return None
    except (DecryptionError, FileFormatError) as fault:
        raise Unreadable("file_locked") from fault
    except MemoryError:
        raise
    except Exception as fault:  # what a file that was cut or spoiled does to the library
        raise Unreadable("file_damaged") from fault
    return plain.getvalue()
