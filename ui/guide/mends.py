"""Cells with a fault in a grid that can be edited; what is typed counts when it is confirmed, and is listed then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from dictionary.load import load_problems, severity
from dictionary.nouns import Problem, Severity
from i18n.numbers import write_number
from ingest import Mend, SheetPreview, list_headers
from ingest.addresses import column_letters, read_address
from ingest.previews import list_faulty
from project import Project
from ui.guide.doubts import tell_open
from ui.guide.drafts import TableDraft, list_chosen
from ui.guide.sheets import name_table, show_cell, widget_key
from ui.guide.trial import find_trial
from ui.pieces import plain
from ui.session import current_session, language, say
from ui.store import Place

ONE_CELL = re.compile(r"[A-Z]+\d+")
LEFT_OUT = "put_aside"  # rows that the reader chose not to use
MOST_ROWS = 100
FIRST_CELL = 2  # before it stand the number of the row and what is wrong with it


def list_faults(project: Project, place: Place | None = None) -> list[Problem]:
    """The faults of single cells, of one sheet or of all."""
    return [
        replace(problem, cell=cell, cells=())
        for problem in project.problems
        for cell in list_faulty(problem)
        if severity(problem) is not Severity.NOTE
        and problem.code != LEFT_OUT
        and (place is None or (problem.file, problem.sheet) == place)
    ]


def ask_mends() -> None:
    """The rows that hold a fault, table by table, to be edited; nothing is written into the reader's file."""
    st.write(say("pages.guide.mends_help"))
    project, chosen = find_trial(), list_chosen()
    faulty = [table for table in chosen if project and list_own(project, table)]
    for table in chosen:
        tell_open(table)
    for table in faulty:
        if project and len(chosen) > 1:
            st.write(plain(name_table(table)))
        if project:
            _ask_table(project, table)
    if not faulty:
        st.info(say("pages.guide.nothing_to_mend"))
    tell_mends()


def _ask_table(project: Project, table: TableDraft) -> None:
    preview = next(one for one in project.previews if one.place == table.preview.place)
    faults = list_own(project, table)
    key = widget_key(table, "mends", _count_trials(faults))
    if key not in st.session_state:  # what is typed from here on is kept by the grid itself
        st.session_state[f"{key}_rows"] = _build_grid(table, preview, faults)
    frame: pd.DataFrame = st.session_state[f"{key}_rows"]
    st.data_editor(
        frame,
        hide_index=True,
        disabled=list(frame.columns[:FIRST_CELL]),
        key=key,
        on_change=lambda: _keep_changes(preview.place, frame, st.session_state[key]["edited_rows"]),
        width="stretch",
    )


def list_own(project: Project, table: TableDraft) -> list[Problem]:
    """The faults of the cells of a table."""
    return [one for one in list_faults(project, table.preview.place) if _is_of(table, one.cell)]


def _is_of(table: TableDraft, cell: str) -> bool:
    """Whether a cell stands in a table: no other that begins between them has its column."""
    row, column = read_address(cell)
    first = table.sheet.first_column
    width = table.sheet.cells.shape[1]
    lower = [one.header_row for one in table.preview.mapping.tables if one.header_row > table.mapping.header_row]
    return first <= column < first + width and row >= table.mapping.header_row and row < min(lower, default=row + 1)


def _count_trials(faults: list[Problem]) -> int:
    """Another number for other faults: the grid of what was read before is not taken for that of now."""
    return hash(tuple((one.cell, one.code) for one in faults)) % 1_000_003


def _keep_changes(place: Place, frame: pd.DataFrame, edited: Mapping[int, Mapping[str, object]]) -> None:
    """Remember each cell that was changed with its new text, also where the page is left at once."""
    mends = current_session().mends.setdefault(place, {})
    for row, cells in edited.items():
        for name, text in cells.items():
            mends[_letters(name) + str(frame.iloc[row, 0])] = str(text or "")


def _build_grid(table: TableDraft, preview: SheetPreview, faults: list[Problem]) -> pd.DataFrame:
    """The faulty rows of the sheet: number, what is wrong, and the cells as text, faulty columns first."""
    lines = sorted({read_address(problem.cell)[0] for problem in faults} & _known_lines(preview))[:MOST_ROWS]
    faulty = {problem.cell.rstrip("0123456789") for problem in faults}
    columns = sorted(_list_columns(table), key=lambda column: _letters(column[1]) not in faulty)
    content: dict[str, list[object]] = {
        say("pages.data_check.row"): list(lines),
        say("pages.guide.fault"): [_name_faults(faults, line) for line in lines],
    }
    mends = current_session().mends.get(preview.place, {})
    offset = table.sheet.first_column - preview.sheet.first_column
    for position, name in columns:
        cells = {line: show_cell(_read_row(preview, line)[position + offset]) for line in lines}
        content[name] = [mends.get(_letters(name) + str(line), text) for line, text in cells.items()]
    return pd.DataFrame(content)


def _list_columns(table: TableDraft) -> list[tuple[int, str]]:
    """The columns that are used, each with the 0-based position and a name that ends with its letters."""
    headers = list_headers(table.sheet, table.header, table.mapping.header_rows)
    pairs = zip(headers, table.mapping.columns, strict=True)
    return [
        (position, f"{' '.join(header.split())} ({column_letters(table.sheet.first_column + position)})")
        for (position, header), column in pairs
        if column.column
    ]


def _letters(name: str) -> str:
    """The letters of the column at the end of its name."""
    return name.rpartition(" ")[2].strip("()")


def _known_lines(preview: SheetPreview) -> set[int]:
    first = preview.sheet.first_row
    return {*preview.faulty, *range(first, first + len(preview.sheet.cells))}


def _read_row(preview: SheetPreview, line: int) -> tuple[object, ...]:
    return preview.faulty.get(line) or tuple(preview.sheet.cells[line - preview.sheet.first_row])


def _name_faults(faults: list[Problem], line: int) -> str:
    of_line = [problem for problem in faults if read_address(problem.cell)[0] == line]
    return ", ".join(f"{one.cell} {load_problems()[one.code].title[language()]}" for one in of_line)


def count_mends() -> int:
    """How many cells were changed and are not confirmed yet."""
    return sum(len(cells) for cells in current_session().mends.values())


def tell_mends() -> None:
    """How many cells will be read as they were changed."""
    if count_mends():
        st.caption(say("pages.guide.mended", n=write_number(count_mends())))


def list_mends(file: str, known: tuple[Mend, ...]) -> tuple[Mend, ...]:
    """The mends of a file: those known and those made now; of two of one cell the later."""
    mends = {(mend.sheet, mend.cell): mend for mend in known}
    for (of_file, sheet), cells in current_session().mends.items():
        if of_file == file:
            mends |= {(sheet, cell): Mend(sheet, cell, value) for cell, value in cells.items()}
    return tuple(mends.values())
