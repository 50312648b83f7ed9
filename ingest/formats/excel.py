"""Workbooks of Excel and LibreOffice by calamine, after a look at what would make it fail, and with what it hides."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np
from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from ingest.formats.archive import Archive, is_media
from ingest.formats.biff import scan_biff
from ingest.formats.mending import mend_part, replace_parts
from ingest.formats.ole import Container
from ingest.formats.parts import find_sheet_parts
from ingest.formats.sheet import Merge, RawSheet, Unreadable, check_size, fill_in, no_cells
from ingest.formats.sheet_scan import SheetScan, scan_sheet
from ingest.limits import LIMITS

_OVERFLOW = "capacity overflow"  # calamine, of a sheet for which no computer has the memory
UNKNOWN = None  # hidden rows of a kind of file that does not show them here


def read_zipped(archive: Archive) -> tuple[RawSheet, ...]:
    """The sheets of an .xlsx, .xlsm, .xlsb or .ods."""
    archive.check()
    parts = find_sheet_parts(archive)
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
        if plain is not part:
            mended[name] = plain
        if name in parts and name.lower().endswith(".xml"):
            scans[parts[name]] = scan_sheet(plain)
    return _read_all(replace_parts(archive, mended), scans)


def read_legacy(container: Container, stream: bytes) -> tuple[RawSheet, ...]:
    """The sheets of an .xls whose workbook stands in ``stream``."""
    found = scan_biff(stream)
    with _open(container.content) as workbook:
        names = [about.name for about in workbook.sheets_metadata]
    scans = dict(zip(names, found, strict=True)) if len(names) == len(found) else {}
    return _read_all(container.content, scans)


def _read_all(content: bytes, scans: Mapping[str, SheetScan]) -> tuple[RawSheet, ...]:
    sheets: list[RawSheet] = []
    with _open(content) as workbook, _collector_paused():
        if len(workbook.sheets_metadata) > LIMITS.sheets:
            raise Unreadable("file_too_large")
        for about in workbook.sheets_metadata:
            sheets.append(_read_sheet(workbook, about, scans.get(about.name)))
            if sum(sheet.cells.size for sheet in sheets) > LIMITS.cells:
                raise Unreadable("file_too_large")
    return tuple(sheets)


@contextmanager
def _open(content: bytes) -> Iterator[CalamineWorkbook]:
    """The workbook; whatever calamine says or however it panics, the file is damaged."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            yield workbook
    except (KeyboardInterrupt, SystemExit, MemoryError, Unreadable):
        raise
    except BaseException as fault:  # calamine panics with a BaseException
        raise Unreadable("file_too_large" if _OVERFLOW in str(fault) else "file_damaged") from fault


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Cells come by the million and none is in a cycle: the collector would walk them over and over for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_sheet(workbook: CalamineWorkbook, about: SheetMetadata, scan: SheetScan | None) -> RawSheet:
    is_hidden = about.visible != SheetVisibleEnum.Visible
    if about.typ != SheetTypeEnum.WorkSheet:
        return RawSheet(about.name, no_cells(), is_table=False, is_hidden=is_hidden)
    sheet = workbook.get_sheet_by_name(about.name)
    check_size(sheet.height, sheet.width)
    row, column = sheet.start or (0, 0)
    rows = sheet.to_python()
    raw = RawSheet(
        name=about.name,
        cells=np.array(rows, dtype=object, order="F") if rows else no_cells(),
        first_row=row + 1,
        first_column=column + 1,
        is_hidden=is_hidden,
        hidden_rows=scan.hidden_rows if scan else UNKNOWN,
        merges=_read_merges(sheet),
    )
    return fill_in(raw, scan.texts) if scan else raw


def _read_merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    """Merged cells as they lie within the cells that are used."""
    top, left = sheet.start or (0, 0)
    height, width = sheet.height, sheet.width
    moved = ((a - top, b - left, c - top, d - left) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
    within = ((max(a, 0), max(b, 0), min(c, height - 1), min(d, width - 1)) for a, b, c, d in moved)
    return tuple((a, b, c, d) for a, b, c, d in within if a <= c and b <= d)
