"""Workbooks behind a password: opened with it, or refused with the sentence that asks for it."""

from __future__ import annotations

import io
from contextlib import suppress
from types import SimpleNamespace

from ingest.formats.sheet import Unreadable

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
