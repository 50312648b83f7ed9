"""What an old Office file is when it is no workbook, told by the names of its streams."""

from __future__ import annotations

from collections.abc import Mapping

WORKBOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")
LOCKED = "EncryptedPackage"
_OTHERS = {"WordDocument": "file_is_word", "PowerPoint Document": "file_is_powerpoint"}


def find_workbook(streams: Mapping[str, object]) -> str:
    """The stream that holds the workbook; "" where there is none."""
    return next((name for name in WORKBOOKS if name in streams), "")


def name_fault(streams: Mapping[str, object]) -> str:
    """The code of the problem of a container that holds no workbook."""
    return next((code for name, code in _OTHERS.items() if name in streams), "file_not_excel")
