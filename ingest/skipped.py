"""Sheets that are not used and files that cannot be: each is listed with its reason, and said where it matters."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.load import code_label, load_columns, load_tables
from dictionary.nouns import Exclusion, Problem, SheetReading
from i18n import Text
from ingest.addresses import cell_address
from ingest.checks import list_sheet_names
from ingest.formats.sheet import count_columns
from ingest.limits import LIMITS
from ingest.listing import list_some
from ingest.mapping import SKIPPED
from ingest.recognise import ROW_TABLES
from ingest.regions import TOO_WIDE
from ingest.skipping import SkippedSheet
from ingest.turned import ACROSS


def describe_skipped(skipped: SkippedSheet) -> tuple[SheetReading, tuple[Exclusion, ...], tuple[Problem, ...]]:
    """The reading of a sheet that is not used: every filled row is left out for the one reason."""
    cells = skipped.sheet.cells
    lines = int((cells != "").any(axis=1).sum()) if cells.size else 0
    reading = SheetReading(
        file=skipped.file,
        sheet=skipped.sheet.name,
        table=None,
        rows_read=lines,
        rows_left_out=lines,
        reason=skipped.reason,
    )
    excluded = (Exclusion(skipped.reason, skipped.file, skipped.sheet.name, (_whole_range(skipped),)),) if lines else ()
    return reading, excluded, _report(skipped, lines)


def _whole_range(skipped: SkippedSheet) -> str:
    sheet = skipped.sheet
    rows, columns = sheet.cells.shape
    first = cell_address(sheet.first_row, sheet.first_column)
    return f"{first}:{cell_address(sheet.first_row + rows - 1, sheet.first_column + columns - 1)}"


def _report(skipped: SkippedSheet, lines: int) -> tuple[Problem, ...]:
    """A problem that names the sheet and none of its cells: without a header row, every cell may be data."""
    if skipped.reason == SKIPPED and lines:
        return (Problem("put_aside", skipped.file, skipped.sheet.name, found=f"{lines:,}"),)
    if skipped.headers:
        cell = cell_address(skipped.sheet.first_row + skipped.header, skipped.sheet.first_column)
        place = (skipped.file, skipped.sheet.name, cell)
        return (
            Problem(
                skipped.reason, *place, found=list_some(skipped.headers), allowed=code_label("allowed", "round_or_year")
            ),
        )
    if skipped.reason == TOO_WIDE:
        number, most = f"{count_columns(skipped.sheet):,}", f"{LIMITS.filled_columns:,}"
        return (Problem(skipped.reason, skipped.file, skipped.sheet.name, found=number, allowed=Text(most, most)),)
    if skipped.reason == ACROSS:
        return (Problem(ACROSS, skipped.file, skipped.sheet.name),)
    if skipped.reason not in {"sheet_not_recognised", "header_not_found"}:
        return ()
    columns = [column.label for column in load_columns(skipped.table or "") if column.required]
    needed = Text(", ".join(label.th for label in columns), ", ".join(label.en for label in columns))
    allowed = needed if skipped.table else list_sheet_names()
    place = (skipped.file, skipped.sheet.name, cell_address(skipped.sheet.first_row, skipped.sheet.first_column))
    return (Problem(skipped.reason, *place, allowed=allowed),)


def report_file(code: str, file: str) -> Problem:
    """A file that cannot be used."""
    return Problem(code, file, allowed=code_label("allowed", "files"))


def report_missing(tables: Sequence[str], sheets: Sequence[str]) -> tuple[Problem, ...]:
    """A problem for each table that no sheet holds."""
    names = list(dict.fromkeys(sheets))
    return tuple(
        Problem("missing_sheet", found=list_some(names), allowed=load_tables()[table].sheet)
        for table in ROW_TABLES
        if table not in tables and not load_tables()[table].is_optional
    )
