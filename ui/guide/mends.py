"""Cells with a fault in a grid that can be edited; what is typed counts when it is confirmed, and is listed then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from dictionary.load import load_problems, severity
from dictionary.nouns import Problem, Severity
from i18n.numbers import write_number
from ingest import Mend, SheetPreview, list_headers
from ingest.addresses import column_letters, read_address
from ingest.cells import write_cell
from ui.guide.drafts import find_draft, place_of
from ui.guide.sheets import widget_key
from ui.session import current_session, language, say

ONE_CELL = re.compile(r"[A-Z]+\d+")
MOST_ROWS = 100
FIRST_CELL = 2  # before it stand the number of the row and what is wrong with it


def list_faults(preview: SheetPreview | None = None) -> list[Problem]:
    """The faults of single cells, of one sheet or of all."""
    project = current_session().project
    problems: Iterable[Problem] = project.problems if project else ()
    return [
        problem
        for problem in problems
        if ONE_CELL.fullmatch(problem.cell)
        and severity(problem) is not Severity.NOTE
        and (preview is None or (problem.file, problem.sheet) == place_of(preview))
    ]


def ask_mends(preview: SheetPreview) -> None:
    """The rows of a sheet that hold a fault, to be edited; nothing is written into the reader's file."""
    st.write(say("pages.guide.mends_help"))
    key = widget_key(preview, "mends")
    if key not in st.session_state:  # what is typed from here on is kept by the grid itself
        st.session_state[f"{key}_rows"] = _build_grid(preview)
    frame: pd.DataFrame = st.session_state[f"{key}_rows"]
    if frame.empty:
        st.info(say("pages.guide.nothing_to_mend" if _is_read(preview) else "pages.guide.not_read_yet"))
        return
    st.data_editor(
        frame,
        hide_index=True,
        disabled=list(frame.columns[:FIRST_CELL]),
        key=key,
        on_change=lambda: _keep_changes(preview, frame, st.session_state[key]["edited_rows"]),
        width="stretch",
    )
    tell_mends()


def _keep_changes(preview: SheetPreview, frame: pd.DataFrame, edited: Mapping[int, Mapping[str, object]]) -> None:
    """Remember each cell that was changed with its new text, also where the page is left at once."""
    mends = current_session().mends.setdefault(place_of(preview), {})
    for row, cells in edited.items():
        for name, text in cells.items():
            mends[_letters(name) + str(frame.iloc[row, 0])] = str(text or "")


def _is_read(preview: SheetPreview) -> bool:
    """Whether the sheet was read as what the draft says, so that its faults are known."""
    return preview.mapping == find_draft(preview)


def _build_grid(preview: SheetPreview) -> pd.DataFrame:
    """The faulty rows of the sheet: number, what is wrong, and the cells as text, faulty columns first."""
    faults = list_faults(preview)
    lines = sorted({read_address(problem.cell)[0] for problem in faults} & _known_lines(preview))[:MOST_ROWS]
    faulty = {problem.cell.rstrip("0123456789") for problem in faults}
    columns = sorted(_list_columns(preview), key=lambda column: _letters(column[1]) not in faulty)
    content: dict[str, list[object]] = {
        say("pages.data_check.row"): list(lines),
        say("pages.guide.fault"): [_name_faults(faults, line) for line in lines],
    }
    mends = current_session().mends.get(place_of(preview), {})
    for position, name in columns:
        cells = {line: write_cell(_read_row(preview, line)[position]) for line in lines}
        content[name] = [mends.get(_letters(name) + str(line), text) for line, text in cells.items()]
    return pd.DataFrame(content)


def _list_columns(preview: SheetPreview) -> list[tuple[int, str]]:
    """The columns that are used, each with the 0-based position and a name that ends with its letters."""
    draft, sheet = find_draft(preview), preview.sheet
    headers = list_headers(sheet, draft.header_row - sheet.first_row, draft.header_rows)
    pairs = zip(headers, draft.columns, strict=True)
    return [
        (position, f"{' '.join(header.split())} ({column_letters(sheet.first_column + position)})")
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
