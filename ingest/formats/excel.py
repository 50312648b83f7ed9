"""Workbooks of Excel and LibreOffice: a look at what would make calamine fail, its reading, and what it hides."""

from __future__ import annotations

from ingest.formats.archive import Archive, is_media
from ingest.formats.biff import holds_no_sheet, scan_biff
from ingest.formats.delimited import SHEET
from ingest.formats.markup import refuse_entities
from ingest.formats.mending import ODS_TABLES, mend_part, replace_parts
from ingest.formats.ods_scan import scan_ods
from ingest.formats.ole import Container
from ingest.formats.parts import find_sheet_parts
from ingest.formats.sheet import RawSheet, no_cells
from ingest.formats.sheet_scan import SheetScan, check_span, plain_names, scan_sheet
from ingest.formats.sheets import list_sheets, read_sheets_of
from ingest.formats.xlsb_scan import scan_xlsb

_XML = (".xml", ".rels", ".vml")


def read_zipped(archive: Archive) -> tuple[RawSheet, ...]:
    """The sheets of an .xlsx, .xlsm, .xlsb or .ods."""
    archive.check()
    parts = find_sheet_parts(archive)
    sheets: dict[str, bytes] = {}
    scans: dict[str, SheetScan] = {}
    mended: dict[str, bytes] = {}
    size = 0
    for name, entry in archive.names.items():
        if is_media(name):
            continue
        part = archive.inflate(entry)
        size += len(part)
        archive.account(size)
        plain = mend_part(name, part)
        if name.lower().endswith(_XML):
            refuse_entities(plain)
        if plain is not part:
            mended[name] = plain
        if name in parts and name.lower().endswith(".xml"):
            sheets[parts[name]] = plain_names(plain)
            check_span(sheets[parts[name]])
        elif name in parts:
            scans[parts[name]] = scan_xlsb(plain)
        elif name == ODS_TABLES:
            scans |= scan_ods(plain)
    return read_sheets_of(replace_parts(archive, mended), lambda: scans | _scan_all(sheets))


def _scan_all(sheets: dict[str, bytes]) -> dict[str, SheetScan]:
    """Empties ``sheets``: the XML of a sheet is large and of no more use."""
    return {name: scan_sheet(sheets.pop(name)) for name in list(sheets)}


def read_legacy(container: Container, stream: bytes) -> tuple[RawSheet, ...]:
    """The sheets of an .xls whose workbook stands in ``stream``."""
    if holds_no_sheet(stream):
        return (RawSheet(SHEET, no_cells(), is_table=False),)
    found = scan_biff(stream)
    names = list_sheets(container.content)
    scans = dict(zip(names, found, strict=True)) if len(names) == len(found) else {}
    return read_sheets_of(container.content, lambda: scans)
