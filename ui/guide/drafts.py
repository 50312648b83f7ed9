"""What the reader has said of each sheet so far: kept with the session, used when it is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.load import list_row_tables, load_columns
from ingest import OPEN, ColumnMapping, SheetMapping, SheetPreview, list_columns, propose_sheet
from ui.session import current_session
from ui.store import Place

TABLES = list_row_tables()


def list_previews() -> list[SheetPreview]:
    """The sheets of the open files that have cells."""
    project = current_session().project
    return [one for one in project.previews if one.sheet.cells.size] if project else []


def place_of(preview: SheetPreview) -> Place:
    """The file and the name of a sheet."""
    return preview.file, preview.sheet.name


def list_chosen() -> list[SheetPreview]:
    """The sheets that are to be read as a table."""
    return [one for one in list_previews() if find_draft(one).table in TABLES and not find_draft(one).skip]


def find_draft(preview: SheetPreview) -> SheetMapping:
    """What has been said of a sheet; at first what was understood or is proposed, with open choices left blank."""
    return current_session().drafts.get(place_of(preview)) or first_draft(preview)


def first_draft(preview: SheetPreview) -> SheetMapping:
    """The mapping that the reading proposes. A sheet of unknown kind is left out where others were understood."""
    mapping = preview.mapping
    if mapping.table not in {*TABLES, OPEN}:
        return mapping
    columns = tuple(replace(one, column=_close(one.column), round=_close(one.round)) for one in mapping.columns)
    is_unknown = mapping.table == OPEN
    return replace(mapping, table=_close(mapping.table), skip=mapping.skip or is_unknown, columns=columns)


def _close(value: str) -> str:
    return "" if value == OPEN else value


def keep_draft(preview: SheetPreview, draft: SheetMapping) -> None:
    """Remember what was said of a sheet."""
    current_session().drafts[place_of(preview)] = draft


def choose_table(preview: SheetPreview, table: str) -> None:
    """Read a sheet as a table, "" to leave it out; what its headers mean there is proposed anew."""
    draft = find_draft(preview)
    if table not in TABLES:
        keep_draft(preview, replace(draft, table=table, skip=not table))
        return
    keep_draft(preview, propose_sheet(preview.sheet, table, (draft.header_row, draft.header_rows)))


def choose_header(preview: SheetPreview, row: int, count: int) -> None:
    """Take another row (1-based) and the ``count`` - 1 above it for the header."""
    count = min(count, row - preview.sheet.first_row + 1)
    keep_draft(preview, propose_sheet(preview.sheet, find_draft(preview).table, (row, count)))


def choose_column(preview: SheetPreview, at: int, **said: str) -> None:
    """Say of the header at a place what it means: ``column``, ``round`` or ``period``."""
    draft = find_draft(preview)
    columns = list(draft.columns)
    columns[at] = replace(columns[at], **said)
    keep_draft(preview, replace(draft, columns=tuple(columns)))


def list_missing(draft: SheetMapping) -> list[str]:
    """The keys of the required columns that no header was matched to; a period may stand in a header or a title."""
    matched = {column.column for column in draft.columns}
    needed = [column.key for column in load_columns(draft.table) if column.required and column.key != "period"]
    return [key for key in needed if key not in matched and not (key == "present" and draft.round)]


def list_doubled(draft: SheetMapping) -> list[str]:
    """The headers that mean the same column and round as an earlier one: only the first would be read."""
    seen: set[tuple[str, str]] = set()
    doubled = []
    for one in draft.columns:
        meaning = (one.column, one.round)
        doubled += [one.header] if one.column and meaning in seen else []
        seen.add(meaning)
    return doubled


def list_by_round(draft: SheetMapping) -> list[tuple[int, ColumnMapping]]:
    """The matched headers whose values belong to a round, each with its place among the headers."""
    by_round = {column.key for table in TABLES for column in load_columns(table) if column.by_round}
    own = set(list_columns(draft.table)) & by_round
    return [(at, one) for at, one in enumerate(draft.columns) if one.column in own]


def list_file_rounds() -> dict[str, str]:
    """The round said of a sheet that stands alike, name and headers, in several files: it is that of its file."""
    chosen = list_chosen()
    places = [find_draft(one).place for one in chosen]
    alike = [one for one, place in zip(chosen, places, strict=True) if places.count(place) > 1]
    return {one.file: find_draft(one).round for one in alike if find_draft(one).round}


def confirm_drafts() -> list[SheetMapping]:
    """The mappings to keep: of every sheet but those of the form that nobody touched."""
    by_file = set(list_file_rounds())
    previews: Sequence[SheetPreview] = list_previews()
    kept = [one for one in previews if one.mapping.table or find_draft(one) != first_draft(one)]
    kept = [one for one in kept if one.mapping.table != "project" or find_draft(one) != first_draft(one)]
    return [replace(find_draft(one), round="") if one.file in by_file else find_draft(one) for one in kept]
