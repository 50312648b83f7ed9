"""The sheets of a workbook by calamine, two at a time: while it reads it lets other threads work."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np
from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from ingest.formats.sheet import Merge, Place, RawSheet, Unreadable, check_size, fill_in, no_cells
from ingest.formats.sheet_scan import SheetScan
from ingest.limits import LIMITS

Scans = Mapping[str, SheetScan]
READERS = 2
_OVERFLOW = "capacity overflow"  # calamine, of a sheet for which no computer has the memory
_UNKNOWN = None  # hidden rows where the parts of a file do not tell which sheet they hold


@dataclass
class _Shared:
    """What the readers share: the sheets, the next place among them, and what was read."""

    content: bytes
    abouts: list[SheetMetadata]
    places: Iterator[int] = field(default_factory=count)
    read: dict[int, RawSheet] = field(default_factory=dict)


def list_sheets(content: bytes) -> list[str]:
    """The names of the sheets. Raises Unreadable."""
    with _open(content) as workbook:
        return [about.name for about in workbook.sheets_metadata]


def read_sheets_of(content: bytes, look: Callable[[], Scans]) -> tuple[RawSheet, ...]:
    """Every sheet with what ``look``, which is called while they are read, found in it. Raises Unreadable."""
    with _open(content) as workbook, _collector_paused():
        shared = _Shared(content, workbook.sheets_metadata)
        if len(shared.abouts) > LIMITS.sheets:
            raise Unreadable("file_too_large")
        with ThreadPoolExecutor(READERS) as pool:
            readers: list[Future[None]] = [pool.submit(_read_some, workbook, shared)]
            readers += [pool.submit(_read_beside, shared) for _ in range(1, min(READERS, len(shared.abouts)))]
            scans = look()
            for reader in readers:
                reader.result()
    return tuple(_add(shared.read[place], scans.get(about.name)) for place, about in enumerate(shared.abouts))


def _read_beside(shared: _Shared) -> None:
    """A workbook object serves one thread: a second one opens the file again."""
    with _open(shared.content) as workbook:
        _read_some(workbook, shared)


def _read_some(workbook: CalamineWorkbook, shared: _Shared) -> None:
    """Read the next sheet until none is left."""
    with _naming_faults():
        for place in shared.places:
            if place >= len(shared.abouts):
                return
            shared.read[place] = _read_sheet(workbook, shared.abouts[place])
            if sum(sheet.cells.size for sheet in list(shared.read.values())) > LIMITS.cells:
                raise Unreadable("file_too_large")


@contextmanager
def _open(content: bytes) -> Iterator[CalamineWorkbook]:
    with _naming_faults(), CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        yield workbook


@contextmanager
def _naming_faults() -> Iterator[None]:
    """Whatever calamine says or however it panics, the file is damaged."""
    try:
        yield
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


def _read_sheet(workbook: CalamineWorkbook, about: SheetMetadata) -> RawSheet:
    is_hidden = about.visible != SheetVisibleEnum.Visible
    if about.typ != SheetTypeEnum.WorkSheet:
        return RawSheet(about.name, no_cells(), is_table=False, is_hidden=is_hidden)
    sheet = workbook.get_sheet_by_name(about.name)
    check_size(sheet.height, sheet.width)
    row, column = sheet.start or (0, 0)
    rows = sheet.to_python()
    return RawSheet(
        name=about.name,
        cells=np.array(rows, dtype=object, order="F") if rows else no_cells(),
        first_row=row + 1,
        first_column=column + 1,
        is_hidden=is_hidden,
        hidden_rows=_UNKNOWN,
        merges=_read_merges(sheet),
    )


def _add(sheet: RawSheet, scan: SheetScan | None) -> RawSheet:
    """The sheet with what calamine does not show of it."""
    if scan is None or not sheet.is_table:
        return sheet
    merges = sheet.merges or _cut_merges(scan.merges, (sheet.first_row - 1, sheet.first_column - 1), sheet.cells.shape)
    formulas = tuple(place for place, text in scan.texts.items() if text.startswith("="))
    return fill_in(replace(sheet, hidden_rows=scan.hidden_rows, merges=merges, formulas=formulas), scan.texts)


def _read_merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return _cut_merges(merged, sheet.start or (0, 0), (sheet.height, sheet.width))


def _cut_merges(merged: Iterable[Merge], start: Place, size: tuple[int, ...]) -> tuple[Merge, ...]:
    """Merged cells as they lie within the cells that are used, which begin at ``start`` (0-based)."""
    (top, left), (height, width) = start, size
    moved = ((a - top, b - left, c - top, d - left) for a, b, c, d in merged)
    within = ((max(a, 0), max(b, 0), min(c, height - 1), min(d, width - 1)) for a, b, c, d in moved)
    return tuple((a, b, c, d) for a, b, c, d in within if a <= c and b <= d)
