"""Lists of members or partners on a sheet whose name says nothing, known by the title above."""

from __future__ import annotations

from dataclasses import replace

from ingest.headers import find_round
from ingest.names import SheetName, read_sheet_name
from ingest.recognise import FoundTable, recognise_region
from ingest.riders import LIST
from ingest.workbooks import RawSheet

ENTITLED = {LIST: frozenset[str](), "partners": frozenset({"partner", "sector"})}  # what a list must have besides names
TITLE_ROWS = 4  # first rows in which a title says what a sheet holds


def find_entitled(file: str, sheet: RawSheet, name: SheetName) -> tuple[FoundTable, ...]:
    """The list of members or partners that a title says the sheet is, where the name of the sheet says nothing.

    A list of partners of one round says of each that it was there.
    """
    titles = (row[row != ""] for row in sheet.cells[:TITLE_ROWS])
    lone = [str(texts[0]) for texts in titles if len(texts) == 1]
    table = next((told for title in lone if (told := read_sheet_name(title).table) in ENTITLED), None)
    if name.table or table is None:
        return ()
    said = name if name.round else replace(name, round=next(filter(None, map(find_round, lone)), None))
    found = recognise_region(file, sheet, replace(said, table=table))
    if found is None or found.table != table:
        return ()
    lists = bool(found.round or found.hint) and found.columns >= ENTITLED[table]
    return (found,) if found.is_complete or (lists and ENTITLED[table]) else ()
