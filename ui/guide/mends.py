"""Cells with a fault in a grid that can be edited; what is typed counts when it is confirmed, and is listed then."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dictionary.load import load_problems, severity
from dictionary.nouns import Problem, Severity
from ingest import Mend, SheetPreview, list_headers
from ingest.addresses import column_letters, read_address
from ingest.cells import write_cell
from ui.guide.drafts import find_draft, place_of
from ui.guide.sheets import widget_key
from ui.session import current_session, language, say

ONE_CELL = re.compile(r"[A-Z]+\d+")
MOST_ROWS = 100


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
    frame = _build_grid(preview)
    if frame.empty:
        st.success(say("pages.guide.nothing_to_mend"))
        return
    row, fault = say("pages.data_check.row"), say("pages.guide.fault")
    edited = st.data_editor(
        frame,
        hide_index=True,
        disabled=[row, fault],
        key=widget_key(preview, "mends"),
        width="stretch",
    )
    current_session().mends[place_of(preview)] = _list_changes(frame, edited)


def _list_changes(frame: pd.DataFrame, edited: pd.DataFrame) -> dict[str, str]:
    """Each cell that was changed, with its new text."""
    letters = [name.rpartition(" ")[2].strip("()") for name in frame.columns[2:]]
    return {
        f"{letter}{line}": str(new or "")
        for place, letter in enumerate(letters, 2)
        for line, old, new in zip(frame.iloc[:, 0], frame.iloc[:, place], edited.iloc[:, place], strict=True)
        if old != new
    }


def _build_grid(preview: SheetPreview) -> pd.DataFrame:
    """A row for each faulty row of the sheet: its number, what is wrong, and the cells under used headers as text."""
    faults = list_faults(preview)
    lines = sorted({read_address(problem.cell)[0] for problem in faults} & _known_lines(preview))[:MOST_ROWS]
    columns = _list_columns(preview)
    content: dict[str, list[object]] = {
        say("pages.data_check.row"): list(lines),
        say("pages.guide.fault"): [_name_faults(faults, line) for line in lines],
    }
    for position, name in columns:
        content[name] = [write_cell(_read_row(preview, line)[position]) for line in lines]
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


def list_mends(file: str, known: tuple[Mend, ...]) -> tuple[Mend, ...]:
    """The mends of a file: those known and those made now; of two of one cell the later."""
    mends = {(mend.sheet, mend.cell): mend for mend in known}
    for (of_file, sheet), cells in current_session().mends.items():
        if of_file == file:
            mends |= {(sheet, cell): Mend(sheet, cell, value) for cell, value in cells.items()}
    return tuple(mends.values())
