"""What the reader has said of each sheet so far: kept with the session, used when it is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dictionary.load import PROJECT, list_row_tables
from ingest import (
    OPEN,
    ColumnMapping,
    PartPreview,
    SheetMapping,
    SheetPreview,
    TableMapping,
    propose_table,
)
from ingest.layouts_chosen import list_layouts
from ingest.likely import stands_above_rows
from ingest.regions import HEADER_WITHIN
from ingest.workbooks import RawSheet
from ui.session import current_session

TABLES = list_row_tables()


@dataclass(frozen=True)
class TableDraft:
    """One table of a sheet, with what has been said of all of them; ``at`` is its place among them."""

    preview: SheetPreview
    at: int

    @property
    def mapping(self) -> TableMapping:
        """What has been said of the table."""
        return self.preview.mapping.tables[self.at]

    @property
    def part(self) -> PartPreview:
        """The first rows of where it stands."""
        return self.preview.parts[self.at]

    @property
    def sheet(self) -> RawSheet:
        """The same as a sheet of its own."""
        return self.part.sheet

    @property
    def header(self) -> int:
        """The 0-based row of ``sheet`` on which the header ends."""
        return self.mapping.header_row - self.sheet.first_row


def list_previews() -> list[SheetPreview]:
    """The sheets of the open files that have cells, as they were read."""
    project = current_session().project
    return [one for one in project.previews if one.sheet.cells.size] if project else []


def list_sheets() -> list[SheetPreview]:
    """The same sheets with what has been said of them; at first as understood or proposed, open choices left blank."""
    drafts = current_session().drafts
    return [drafts.get(one.place) or first_draft(one) for one in list_previews()]


def list_tables(preview: SheetPreview) -> list[TableDraft]:
    """The tables of a sheet, those that are left out too."""
    return [TableDraft(preview, at) for at in range(len(preview.mapping.tables))]


def list_chosen() -> list[TableDraft]:
    """The tables that are to be read."""
    return [table for one in list_sheets() for table in list_tables(one) if table.mapping.table in TABLES]


def first_draft(preview: SheetPreview) -> SheetPreview:
    """What the reading proposes. A sheet of unknown kind is left out where others were understood."""
    return replace(preview, mapping=replace(preview.mapping, tables=tuple(map(_close_table, preview.mapping.tables))))


def _close_table(mapping: TableMapping) -> TableMapping:
    columns = tuple(
        replace(
            one,
            column=_close(one.column),
            round=_close(one.round),
            rounds=tuple(pair for pair in one.rounds if pair[1] != OPEN),
        )
        for one in mapping.columns
    )
    return replace(mapping, table=_close(mapping.table), round=_close(mapping.round), columns=columns)


def _close(value: str) -> str:
    return "" if value == OPEN else value


def is_changed(preview: SheetPreview) -> bool:
    """Whether something else was said of a sheet than what was understood."""
    read = next(one for one in list_previews() if one.place == preview.place)
    return preview.mapping != first_draft(read).mapping


def keep_table(table: TableDraft, mapping: TableMapping) -> None:
    """Remember what was said of a table; the tables of a sheet stay in the order of their headers."""
    tables = list(table.preview.mapping.tables)
    tables[table.at] = mapping
    _keep(table.preview, tables, table.preview.parts)


def _keep(preview: SheetPreview, tables: Sequence[TableMapping], parts: Sequence[PartPreview]) -> None:
    mapping = replace(preview.mapping, tables=tuple(tables))
    current_session().drafts[preview.place] = replace(preview, mapping=mapping, parts=tuple(parts))


def choose_table(table: TableDraft, key: str) -> None:
    """Read it as a table, "" to leave it out; what its headers mean there is proposed anew.

    A table that the reader added and now leaves out is no table any more.
    """
    said = table.mapping
    if key in TABLES:
        layout = said.layout if said.layout in list_layouts(key) else ""
        keep_table(table, propose_table(table.sheet, key, (said.header_row, said.header_rows), layout))
    elif not key and is_added(table):
        tables, parts = list(table.preview.mapping.tables), list(table.preview.parts)
        del tables[table.at], parts[table.at]
        _keep(table.preview, tables, parts)
    else:
        keep_table(table, replace(said, table=key))


def is_added(table: TableDraft) -> bool:
    """Whether the reader said that there is such a table."""
    read = next(one for one in list_previews() if one.place == table.preview.place)
    return table.at >= len(read.mapping.tables)


def add_table(preview: SheetPreview) -> None:
    """One more table on a sheet: of the kind of the last, its header in the next row that looks like one."""
    last = preview.mapping.tables[-1]
    kind = last.table if last.table in TABLES else TABLES[0]
    row = _guess_header(preview.sheet, last.header_row - preview.sheet.first_row)
    new = propose_table(preview.sheet, kind, (row + preview.sheet.first_row, 1))
    _keep(preview, (*preview.mapping.tables, new), (*preview.parts, preview.whole))


def _guess_header(sheet: RawSheet, above: int) -> int:
    """The 0-based row below another header that looks like the next: behind a blank row, above rows filled alike."""
    rows = range(max(0, above + 1), len(sheet.cells))
    starts = [row for row in rows if row and (sheet.cells[row - 1] == "").all() and not (sheet.cells[row] == "").all()]
    near = (row for start in starts for row in range(start, min(start + HEADER_WITHIN, len(sheet.cells))))
    likely = next((row for row in near if stands_above_rows(sheet, row)), None)
    return likely if likely is not None else (*starts, *rows, len(sheet.cells) - 1)[0]


def choose_header(table: TableDraft, row: int, count: int) -> None:
    """Take another row (1-based), with the ``count`` - 1 filled ones above it, for the header."""
    count = min(count, row - table.sheet.first_row + 1)
    keep_table(table, propose_table(table.sheet, table.mapping.table, (row, count), table.mapping.layout))


def choose_layout(table: TableDraft, layout: str) -> None:
    """Read it in another layout; what its headers mean there is proposed anew."""
    said = table.mapping
    keep_table(table, propose_table(table.sheet, said.table, (said.header_row, said.header_rows), layout))


def choose_column(table: TableDraft, at: int, said: ColumnMapping) -> None:
    """Say what the header at a place means."""
    columns = list(table.mapping.columns)
    columns[at] = said
    keep_table(table, replace(table.mapping, columns=tuple(columns)))


def confirm_drafts() -> list[SheetMapping]:
    """The mappings to keep: of every sheet that is read.

    The sheet of the project holds answers beside its labels; it is kept only where it was changed.
    """
    by_file = {one.preview.file for one in list_alike()}
    kept = []
    for preview in list_sheets():
        tables = {one.table for one in preview.mapping.tables}
        if is_changed(preview) or not (preview.mapping.skip or PROJECT in tables):
            kept.append(_order(_forget_rounds(preview.mapping) if preview.file in by_file else preview.mapping))
    return kept


def _order(mapping: SheetMapping) -> SheetMapping:
    return replace(mapping, tables=tuple(sorted(mapping.tables, key=lambda one: one.header_row)))


def _forget_rounds(mapping: SheetMapping) -> SheetMapping:
    return replace(mapping, tables=tuple(replace(one, round="") for one in mapping.tables))


def list_alike() -> list[TableDraft]:
    """The tables that stand alike in several files, name and headers, and were given a round: that of their file."""
    chosen = list_chosen()
    places = [one.preview.mapping.place for one in chosen]
    files = {place: {one.preview.file for one in chosen if one.preview.mapping.place == place} for place in places}
    return [one for one in chosen if one.mapping.round and len(files[one.preview.mapping.place]) > 1]


def list_file_rounds() -> dict[str, str]:
    """The round of each file whose tables stand alike in others."""
    return {one.preview.file: one.mapping.round for one in list_alike()}
