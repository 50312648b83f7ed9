"""Which part of a zipped workbook holds which sheet."""

from __future__ import annotations

from posixpath import dirname, join, normpath

from ingest.formats.archive import Archive
from ingest.formats.markup import attribute, local_name, parse_xml
from ingest.formats.sheet import Unreadable


def find_sheet_parts(archive: Archive) -> dict[str, str]:
    """The name of each part that holds a sheet of an .xlsx, with the name of the sheet; empty where it is not told."""
    book = next((name for name in archive.names if name.lower().endswith("workbook.xml")), "")
    folder = dirname(book)
    links = f"{folder}/_rels/{book.rpartition('/')[2]}.rels".removeprefix("/")
    try:
        targets = _read_targets(archive.find(links), folder)
        sheets = [node for node in parse_xml(archive.find(book)).iter() if local_name(node) == "sheet"]
    except Unreadable as fault:
        if fault.code != "file_damaged":
            raise
        return {}  # calamine reads what it can; here nothing is added to it
    known = {name.lower(): name for name in archive.names}
    parts = {targets.get(attribute(node, "id"), "").lower(): attribute(node, "name") for node in sheets}
    return {known[part]: name for part, name in parts.items() if part in known}


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
