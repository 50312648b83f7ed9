"""Which sheets are read as which table, and where the header of each stands."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dictionary.load import PROJECT, load_tables
from i18n.numbers import THAI_DIGITS, write_number
from i18n.wrap import wrap_text
from ingest import SheetPreview
from ingest.addresses import column_letters
from ingest.cells import write_cell
from ingest.composing import MOST_HEADER_ROWS, find_top
from ingest.layouts_chosen import list_layouts
from ingest.people.national_id import DIGITS, has_form
from ui.guide.doubts import is_open, list_asked
from ui.guide.drafts import (
    TABLES,
    TableDraft,
    add_table,
    choose_header,
    choose_layout,
    choose_table,
    list_chosen,
    list_previews,
    list_sheets,
    list_tables,
)
from ui.pieces import name_field, plain, show_grid
from ui.screen import is_narrow
from ui.session import current_session, language, say

SHOWN_ROWS = 14
SHOWN_COLUMNS = 8
NARROW_COLUMNS = 3
HEADER_ROWS = 50  # the header stands within the first rows of a sheet
LONGEST = 40  # signs of a cell that are shown
HIDDEN_ID = "•" * DIGITS


def widget_key(table: TableDraft, name: str, *parts: object) -> str:
    """The key of a field about a table: another for other files and for another language."""
    number = [one.place for one in list_previews()].index(table.preview.place)
    return "_".join(map(str, ("guide", current_session().version, number, table.at, name, *parts, language())))


def name_sheet(preview: SheetPreview) -> str:
    """The sheet, behind its file where there are several; one that nobody sees in Excel with a word on that."""
    several = len({one.file for one in list_previews()}) > 1
    name = f"{preview.file} › {preview.sheet.name}" if several else preview.sheet.name
    return say("pages.guide.hidden_sheet", sheet=name) if preview.sheet.is_hidden else name


def name_table(table: TableDraft) -> str:
    """The sheet, and which of its tables it is where it has several."""
    name = name_sheet(table.preview)
    if len(table.preview.mapping.tables) == 1:
        return name
    row = write_number(table.mapping.header_row)
    return say("pages.guide.table_of", sheet=name, n=write_number(table.at + 1), row=row)


def ask_sheets() -> None:
    """For each table of each sheet what it is: one of the tables, or left out."""
    st.write(say("pages.guide.sheets_help"))
    sheets = list_sheets()
    for table in (table for one in sheets for table in list_tables(one)):
        tables = [*TABLES, *([PROJECT] if table.mapping.table == PROJECT else []), ""]
        key = widget_key(table, "table", len(table.preview.mapping.tables))
        with st.container(gap="xxsmall"):
            st.selectbox(
                name_field(name_table(table)),
                tables,
                index=tables.index(table.mapping.table),
                format_func={one: _name_kind(one) for one in tables}.__getitem__,
                key=key,
                on_change=lambda table=table, key=key: choose_table(table, st.session_state[key]),
                label_visibility="collapsed",
            )
    _offer_another([one for one in sheets if PROJECT not in {table.table for table in one.mapping.tables}])


def _name_kind(table: str) -> str:
    if not table:
        return say("pages.guide.leave_out")
    about = load_tables()[table]
    return f"{about.sheet[language()]} – {about.purpose[language()]}"


def _offer_another(sheets: Sequence[SheetPreview]) -> None:
    """A way to say that a sheet holds one more table than was seen."""
    if not sheets:
        return
    with st.expander(say("pages.guide.another_title")):
        st.write(say("pages.guide.another_help"))
        names = {str(one.place): name_sheet(one) for one in sheets}
        key = f"guide_another_{current_session().version}"
        if len(sheets) > 1:
            st.selectbox(say("pages.guide.sheet"), list(names), format_func=names.__getitem__, key=key)
        chosen = sheets[[*names].index(st.session_state[key])] if len(sheets) > 1 else sheets[0]
        st.button(say("pages.guide.another_add"), on_click=add_table, args=(chosen,))


def choose_one() -> TableDraft | None:
    """The table that the step is about; a choice where there are several, None where none is read."""
    chosen = list_chosen()
    if not chosen:
        st.info(say("pages.guide.no_sheet"))
        return None
    if len(chosen) == 1:
        return chosen[0]
    names = {f"{one.preview.place} {one.at}": name_table(one) for one in chosen}
    key = f"guide_sheet_{current_session().version}"
    places, labels = list(names), list(names.values())
    is_unsaid = [is_open(table) for table in chosen]
    is_asked = [table.preview.place in list_asked() for table in chosen]
    if st.session_state.get(key) not in names:  # what is asked comes first
        first = next((state.index(True) for state in (is_unsaid, is_asked) if any(state)), 0)
        st.session_state[key] = places[first]
    at = places.index(st.selectbox(say("pages.guide.sheet"), places, format_func=names.__getitem__, key=key))
    unsaid = [name for i, name in enumerate(labels) if i != at and is_unsaid[i]]
    asked = [name for i, name in enumerate(labels) if i != at and is_asked[i] and not is_unsaid[i]]
    for word, others in (("others_open", unsaid), ("others_asked", asked)):
        if others:
            st.caption(plain(say(f"pages.guide.{word}", sheets=", ".join(others))))
    return chosen[at]


def ask_header(table: TableDraft) -> None:
    """The first rows of the sheet, and which of them is the header."""
    first = table.sheet.first_row
    rows = range(first, first + min(HEADER_ROWS, len(table.sheet.cells)))
    row_key = widget_key(table, "row")
    count_key = widget_key(table, "count")

    def keep() -> None:
        choose_header(table, st.session_state[row_key], st.session_state[count_key] or 1)

    left, right = st.columns(2)
    left.selectbox(
        say("pages.guide.header_row"),
        rows,
        index=table.header,
        format_func={row: say("pages.guide.row", row=row) for row in rows}.__getitem__,
        key=row_key,
        on_change=keep,
    )
    right.selectbox(
        say("pages.guide.header_rows"),
        range(1, MOST_HEADER_ROWS + 1),
        index=table.mapping.header_rows - 1,
        key=count_key,
        on_change=keep,
    )
    _ask_layout(table)
    _show_top(table, range(find_top(table.sheet, table.header, table.mapping.header_rows), table.header + 1))


def _ask_layout(table: TableDraft) -> None:
    """What the rows of a table are, and what its columns, where that may differ."""
    layouts = list_layouts(table.mapping.table)
    if not layouts:
        return
    names = {"": say("pages.guide.layout.plain")} | {one: say(f"pages.guide.layout.{one}") for one in layouts}
    key = widget_key(table, "layout", table.mapping.table)
    st.selectbox(
        say("pages.guide.layout"),
        list(names),
        index=list(names).index(table.mapping.layout),
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: choose_layout(table, st.session_state[key]),
    )


def _show_top(table: TableDraft, header: range) -> None:
    width = NARROW_COLUMNS if is_narrow() else SHOWN_COLUMNS
    start = 0 if header[-1] < SHOWN_ROWS // 2 else max(0, header[0] - 2)
    listed = list(enumerate(table.sheet.cells[start : start + SHOWN_ROWS], start))
    rows = [_row(at + table.sheet.first_row, cells[:width], is_header=at in header) for at, cells in listed]
    letters = (column_letters(table.sheet.first_column + at) for at in range(len(rows[0]) - 1))
    show_grid([say("pages.data_check.row"), *letters], rows, kind="grid lines")


def _row(line: int, cells: Sequence[object], *, is_header: bool) -> tuple[str, ...]:
    mark = "▸ " if is_header else ""
    return (f"{mark}{line}", *(cut_text(show_cell(cell)) for cell in cells))


def show_cell(cell: object) -> str:
    """A cell as it is shown to be recognised; of a national ID, right or mistyped, only that it is one."""
    text = write_cell(cell)
    return HIDDEN_ID if has_form(text.strip().translate(THAI_DIGITS)) else text


def cut_text(text: str) -> str:
    """A text that is too long up to the last word that fits, with "…"; a first word as long as that between letters."""
    if len(text) <= LONGEST:
        return text
    first, *_ = wrap_text(text[: 2 * LONGEST], lambda line: len(line) < LONGEST)
    return f"{first.rstrip()}…"
