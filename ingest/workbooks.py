"""Bytes → raw sheets. The only place that opens a workbook, whatever kind of file holds it."""

from __future__ import annotations

from ingest.formats.archive import Archive
from ingest.formats.biff import is_locked
from ingest.formats.decoding import decode_text
from ingest.formats.delimited import read_delimited
from ingest.formats.excel import read_legacy, read_zipped
from ingest.formats.html import read_html
from ingest.formats.kinds import Kind, refuse_archive, tell_kind
from ingest.formats.locked import unlock
from ingest.formats.old_biff import read_old
from ingest.formats.ole import OLE_START, Container, open_container
from ingest.formats.ole_kinds import LOCKED, find_workbook, name_fault
from ingest.formats.sheet import RawSheet, Unreadable, Values
from ingest.formats.spreadsheet_xml import read_spreadsheet_xml

__all__ = ["RawSheet", "Values", "read_sheets", "take_password_off"]

_READERS = {Kind.HTML: read_html, Kind.SPREADSHEET_XML: read_spreadsheet_xml, Kind.OLD: read_old}


def read_sheets(content: bytes, password: str | None = None) -> tuple[RawSheet, ...] | str:
    """Every sheet of a workbook, or the code of the problem that makes the file unusable.

    Never raises for what the file holds; MemoryError where there is not enough of it.
    """
    if not content.strip(b"\x00 \t\r\n"):
        return "file_empty"
    try:
        return _read(content, password)
    except Unreadable as fault:
        return fault.code


def take_password_off(content: bytes, password: str | None) -> bytes:
    """The workbook without its password, for the memory alone; the very same bytes where it has none or another."""
    if not content.startswith(OLE_START):
        return content
    try:
        return unlock(content, password) if _needs_password(open_container(content)) else content
    except Unreadable:
        return content


def _read(content: bytes, password: str | None) -> tuple[RawSheet, ...]:
    kind = tell_kind(content)
    if kind is Kind.ZIPPED:
        return _read_archive(Archive(content))
    if kind is Kind.OLE:
        return _read_container(content, password)
    if kind is Kind.TEXT:
        return _read_text(content)
    if not isinstance(kind, Kind):
        raise Unreadable(kind)
    return _READERS[kind](content)


def _read_archive(archive: Archive) -> tuple[RawSheet, ...]:
    other = refuse_archive(archive)
    if other:
        raise Unreadable(other)
    return read_zipped(archive)


def _read_container(content: bytes, password: str | None) -> tuple[RawSheet, ...]:
    container = open_container(content)
    if _needs_password(container):
        plain = unlock(content, password)
        if tell_kind(plain) is Kind.ZIPPED:
            return _read_archive(Archive(plain))
        container = open_container(plain)
    stream = container.read(find_workbook(container.streams))
    if not stream:
        raise Unreadable(name_fault(container.streams))
    return read_legacy(container, stream)


def _needs_password(container: Container) -> bool:
    return LOCKED in container.streams or is_locked(container.read(find_workbook(container.streams)))


def _read_text(content: bytes) -> tuple[RawSheet, ...]:
    text = decode_text(content)
    if text is None:
        raise Unreadable("file_not_excel")
    return read_delimited(text)
