"""What was understood of each sheet, and what was left out: rows with their reason, members out of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from dictionary.load import code_label, load_tables
from dictionary.nouns import GUIDE_SHEET, Exclusion, MatchedColumn, Problem, SheetReading
from i18n.numbers import UNKNOWN, write_number, write_percent
from reports.inspection import name_column
from ui.people_names import name_units
from ui.pieces import plain, show_grid
from ui.screen import is_narrow
from ui.session import current_session, language, name_round, say

LISTED_ROWS = 1000


def answer_reading(sheets: Sequence[SheetReading], problems: Sequence[Problem]) -> str:
    """How many rows were read, used and left out, and how many problems were found."""
    found = say("pages.data_check.found", n=write_number(len(problems))) if problems else ""
    return f"{count_rows(sheets)} {found}".strip()


def count_rows(sheets: Sequence[SheetReading]) -> str:
    """Rows read, used and left out on all sheets that hold data."""
    filled = [sheet for sheet in sheets if not sheet.is_guide]
    sums = {
        "read": sum(sheet.rows_read for sheet in filled),
        "used": sum(sheet.rows_used for sheet in filled),
        "left": sum(sheet.rows_left_out for sheet in filled),
    }
    return say("pages.data_check.rows", **{name: write_number(n) for name, n in sums.items()})


def show_sheets(sheets: Sequence[SheetReading]) -> None:
    """One line a sheet: taken for which table, header row, rows read = used + left out; its columns on demand."""
    several = len({sheet.file for sheet in sheets}) > 1
    narrow = is_narrow()
    names = ("sheet", "read", "used", "left") if narrow else ("file_sheet", "table", "header", "read", "used", "left")
    rows = [_narrow_row(sheet, several) if narrow else _sheet_row(sheet) for sheet in sheets]
    show_grid([say(f"pages.data_check.{name}") for name in names], rows, numeric=1 if narrow else 2)
    for sheet in sheets:
        if sheet.columns:
            name = f"{sheet.file} › {sheet.sheet}" if several else sheet.sheet
            with st.expander(plain(say("pages.data_check.columns_of", sheet=name))):
                _show_columns(sheet)


def _sheet_row(sheet: SheetReading) -> tuple[str, ...]:
    header = write_number(sheet.header_row) if sheet.header_row else UNKNOWN
    return (f"{sheet.file} › {sheet.sheet}", _name_table(sheet), header, *_counts(sheet))


def _narrow_row(sheet: SheetReading, several: bool) -> tuple[str, ...]:
    """What fits a phone: the sheet with what it was taken for, and its rows."""
    name = f"{sheet.file} › {sheet.sheet}" if several else sheet.sheet
    table = _name_table(sheet)
    return (name if table == sheet.sheet else f"{name} ({table})", *_counts(sheet))


def _counts(sheet: SheetReading) -> tuple[str, ...]:
    counts = (sheet.rows_read, sheet.rows_used, sheet.rows_left_out)
    return tuple(UNKNOWN if sheet.is_guide else write_number(n) for n in counts)


def _name_table(sheet: SheetReading) -> str:
    chosen = language()
    if sheet.is_guide:
        return say("pages.data_check.no_data", reason=code_label("reason", sheet.reason)[chosen])
    if sheet.table is None:
        return say("pages.data_check.not_used", reason=code_label("reason", sheet.reason)[chosen])
    name = load_tables()[sheet.table].sheet[chosen]
    return f"{name} · {name_round(sheet.round)}" if sheet.round else name


def _show_columns(sheet: SheetReading) -> None:
    headers = [say(f"pages.data_check.{name}") for name in ("cell", "typed_header", "taken_for")]
    show_grid(headers, [(c.cell, c.header, _name_column(c, sheet.table or "")) for c in sheet.columns])


def _name_column(column: MatchedColumn, table: str) -> str:
    """What a header was taken for; how sure that is where it is not certain."""
    if column.column is None:
        return say("pages.data_check.column_not_used")
    name = name_column(column.column, table)[language()]
    said = f"{name} · {name_round(column.round)}" if column.round else name
    return f"{said} ({write_percent(column.confidence)})" if column.confidence < 1 else said


def show_rows_left_out(excluded: Sequence[Exclusion]) -> None:
    """Every row that was read and not used, with the reason."""
    rows = [e for e in excluded if (e.row is not None or not e.unit) and e.reason != GUIDE_SHEET]
    if not rows:
        st.write(say("pages.data_check.no_row_left_out"))
        return
    listed = [(e.file, e.sheet, _rows(e), code_label("reason", e.reason)[language()]) for e in rows]
    _show_list(listed, ("file", "sheet", "row", "reason"))


def _rows(exclusion: Exclusion) -> str:
    return ", ".join(exclusion.ranges) if exclusion.row is None else write_number(exclusion.row)


def show_units_left_out(excluded: Sequence[Exclusion]) -> None:
    """Every member or partner left out of a comparison; ids are for this screen alone."""
    units = [e for e in excluded if e.row is None and e.unit]
    if not units:
        st.write(say("pages.data_check.nobody_left_out"))
        return
    chosen = language()
    names = name_units(e.unit for e in units[:LISTED_ROWS])
    listed = [
        (
            names.get(e.unit, e.unit),
            code_label("reason", e.reason)[chosen],
            _name_indicator(e),
            f"{e.sheet} {', '.join(e.ranges)}",
        )
        for e in units
    ]
    _show_list(listed, ("unit", "reason", "indicator", "cell"))


def _name_indicator(exclusion: Exclusion) -> str:
    """The name that the indicator has in the files; that of the dictionary where they give none."""
    project = current_session().project
    known = project.indicators.get(exclusion.indicator) if project else None
    return known.label[language()] if known else exclusion.indicator


def _show_list(listed: Sequence[tuple[object, ...]], names: tuple[str, ...]) -> None:
    headers, shown = [say(f"pages.data_check.{name}") for name in names], listed[:LISTED_ROWS]
    height: int | Literal["content"] = "content" if len(shown) < 12 else 420
    if is_narrow():
        with st.container(height=height, border=height != "content"):  # a frame says that there is more to scroll to
            show_grid(headers, [tuple(map(str, row)) for row in shown])
    else:
        st.dataframe(pd.DataFrame(shown, columns=headers), hide_index=True, width="stretch", height=height)
    if len(listed) > LISTED_ROWS:
        st.caption(say("pages.data_check.more_rows", shown=write_number(LISTED_ROWS), n=write_number(len(listed))))
