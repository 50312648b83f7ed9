"""Which sheets are read as which table, and where the header of each stands."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dictionary.load import load_tables
from ingest import SheetPreview
from ingest.addresses import column_letters
from ingest.cells import write_cell
from ui.guide.drafts import TABLES, choose_header, choose_table, find_draft, list_chosen, list_previews, place_of
from ui.pieces import plain, show_grid
from ui.screen import is_narrow
from ui.session import current_session, language, say

SHOWN_ROWS = 14
SHOWN_COLUMNS = 8
NARROW_COLUMNS = 3
HEADER_ROWS = 50  # the header stands within the first rows of a sheet
LONGEST = 40  # signs of a cell that are shown


def widget_key(preview: SheetPreview, name: str, *parts: object) -> str:
    """The key of a field about a sheet: another for other files and for another language."""
    number = [place_of(one) for one in list_previews()].index(place_of(preview))
    return "_".join(map(str, ("guide", current_session().version, number, name, *parts, language())))


def name_sheet(preview: SheetPreview) -> str:
    """The sheet, behind its file where there are several."""
    several = len({one.file for one in list_previews()}) > 1
    return f"{preview.file} › {preview.sheet.name}" if several else preview.sheet.name


def ask_sheets() -> None:
    """For each sheet what it is: one of the tables, or left out."""
    st.write(say("pages.guide.sheets_help"))
    for preview in list_previews():
        draft = find_draft(preview)
        tables = [*TABLES, *(["project"] if preview.mapping.table == "project" else []), ""]
        key = widget_key(preview, "table")
        st.selectbox(
            plain(name_sheet(preview)),
            tables,
            index=tables.index("" if draft.skip else draft.table),
            format_func={table: _name_table(table) for table in tables}.__getitem__,
            key=key,
            on_change=lambda preview=preview, key=key: choose_table(preview, st.session_state[key]),
        )


def _name_table(table: str) -> str:
    if not table:
        return say("pages.guide.leave_out")
    about = load_tables()[table]
    return f"{about.sheet[language()]} – {about.purpose[language()]}"


def choose_sheet() -> SheetPreview | None:
    """The sheet that the step is about; a choice where there are several, None where none is read."""
    chosen = list_chosen()
    if not chosen:
        st.info(say("pages.guide.no_sheet"))
        return None
    if len(chosen) == 1:
        return chosen[0]
    names = [name_sheet(one) for one in chosen]
    key = f"guide_sheet_{current_session().version}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = names[0]
    return chosen[names.index(st.selectbox(say("pages.guide.sheet"), names, key=key))]


def ask_header(preview: SheetPreview) -> None:
    """The first rows of the sheet, and which of them is the header."""
    draft = find_draft(preview)
    first = preview.sheet.first_row
    rows = range(first, first + min(HEADER_ROWS, len(preview.sheet.cells)))
    row_key = widget_key(preview, "row")
    count_key = widget_key(preview, "count")

    def keep() -> None:
        choose_header(preview, st.session_state[row_key], st.session_state[count_key] or 1)

    left, right = st.columns(2)
    left.selectbox(
        say("pages.guide.header_row"),
        rows,
        index=draft.header_row - first,
        format_func={row: say("pages.guide.row", row=row) for row in rows}.__getitem__,
        key=row_key,
        on_change=keep,
    )
    right.selectbox(
        say("pages.guide.header_rows"),
        (1, 2, 3),
        index=draft.header_rows - 1,
        key=count_key,
        on_change=keep,
    )
    _show_top(preview, range(draft.header_row - draft.header_rows + 1, draft.header_row + 1))


def _show_top(preview: SheetPreview, header: range) -> None:
    width = NARROW_COLUMNS if is_narrow() else SHOWN_COLUMNS
    start = max(0, header[0] - preview.sheet.first_row - 2)
    listed = list(enumerate(preview.sheet.cells[start : start + SHOWN_ROWS], preview.sheet.first_row + start))
    rows = [_row(line, cells[:width], is_header=line in header) for line, cells in listed]
    letters = (column_letters(preview.sheet.first_column + at) for at in range(len(rows[0]) - 1))
    show_grid([say("pages.data_check.row"), *letters], rows)


def _row(line: int, cells: Sequence[object], *, is_header: bool) -> tuple[str, ...]:
    mark = "▸ " if is_header else ""
    return (f"{mark}{line}", *(write_cell(cell)[:LONGEST] for cell in cells))
