"""Which part of a zipped workbook holds which sheet."""

from __future__ import annotations

from posixpath import dirname, join, normpath

from ingest.formats.archive import Archive
from ingest.formats.markup import attribute, local_name, parse_xml
from ingest.formats.sheet import Unreadable
from ingest.formats.xlsb_scan import drop_old_field, list_sheet_links

_BOOKS = ("workbook.xml", "workbook.bin")


def find_sheet_parts(archive: Archive) -> dict[str, str]:
    """The name of each part that holds a sheet of an .xlsx or .xlsb, with the sheet's; empty where it is not told."""
    book = next((name for name in archive.names if name.lower().endswith(_BOOKS)), "")
    folder = dirname(book)
    links = f"{folder}/_rels/{book.rpartition('/')[2]}.rels".removeprefix("/")
    try:
        targets = _read_targets(archive.find(links), folder)
        sheets = _list_sheets(book, archive.find(book))
    except Unreadable as fault:
        if fault.code != "file_damaged":
            raise
        return {}  # calamine reads what it can; here nothing is added to it
    known = {name.lower(): name for name in archive.names}
    parts = {targets.get(key, "").lower(): name for key, name in sheets.items()}
    return {known[part]: name for part, name in parts.items() if part in known}


def _list_sheets(name: str, book: bytes) -> dict[str, str]:
    """The name of each sheet by the key of the link to its part."""
    if name.lower().endswith(".bin"):
        return list_sheet_links(drop_old_field(book))
    nodes = (node for node in parse_xml(book).iter() if local_name(node) == "sheet")
    return {attribute(node, "id"): attribute(node, "name") for node in nodes}


def _read_targets(links: bytes, folder: str) -> dict[str, str]:
    """The part behind each id."""
    found = {}
    for node in parse_xml(links).iter():
        target = attribute(node, "Target").replace("\\", "/")
        if target:
            found[attribute(node, "Id")] = normpath(target if target.startswith("/") else join(folder, target)).lstrip(
                "/"
            )
    return found
