"""Sheets that are not used, and why."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.load import PROJECT
from ingest.names import read_sheet_name
from ingest.recognise import GUIDE, ROW_TABLES
from ingest.workbooks import RawSheet


@dataclass(frozen=True)
class SkippedSheet:
    """A sheet that is not used; ``reason`` is a code. ``headers`` (row ``header``, 0-based) may yet be told of."""

    file: str
    sheet: RawSheet
    reason: str
    table: str | None = None
    headers: tuple[str, ...] = ()
    header: int = 0


def skip_sheet(file: str, sheet: RawSheet) -> SkippedSheet:
    """Why a sheet in which nothing was recognised is not used."""
    name = read_sheet_name(sheet.name)
    if not sheet.is_table:
        return SkippedSheet(file, sheet, "not_a_table")
    if not sheet.cells.size:
        return SkippedSheet(file, sheet, "sheet_empty", name.table if name.table in {*ROW_TABLES, PROJECT} else None)
    if name.table == GUIDE:
        return SkippedSheet(file, sheet, "guide_sheet")
    if name.table in ROW_TABLES:
        return SkippedSheet(file, sheet, "header_not_found", name.table)
    return SkippedSheet(file, sheet, "sheet_not_recognised")
