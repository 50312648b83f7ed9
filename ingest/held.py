"""Whether what a row tells of took place in a round, and so whether its other cells of that round count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np

from dictionary.load import Column, column_label, load_columns
from dictionary.nouns import Problem, Round
from dictionary.records import Entry, Observed, Place, load_observed
from ingest.addresses import cell_address
from ingest.cells import Cells, Mask, report, write_cell
from ingest.clean import Floats, Problems, clean_codes, clean_numbers
from ingest.entries import Entries
from ingest.presence import NO_CODE, YES_CODE
from ingest.results import has_round, key_cells, place_of
from ingest.rows import Rows
from ingest.ticks import Ticks, read_ticks

EVIDENCED = "evidenced"
SHOWN = ("times", "level")  # those of them whose cells may be named
TELLS_PRESENCE = {"participation": ("people", "times", "level")}  # figures of what took place
WORDS = {1.0: YES_CODE, 0.0: NO_CODE}


def read_held(rows: Rows, waves: Sequence[Round]) -> tuple[Ticks, Problems]:
    """1 where a row says that it took place in a round, 0 where not, NaN where that is not known.

    To stand on the list of a round is to have taken place in it, unless a column says otherwise.
    """
    ticks, problems = read_ticks(rows)
    listed = {wave.key: np.ones(len(rows.kept)) for wave in waves if wave.key == rows.found.round}
    told = {} if ticks else _hear_presence(rows, waves)
    is_said = not listed and any(not np.isnan(values).all() for values in told.values())
    note = (Problem("presence_from_figures", *place_of(rows)),) if is_said and not rows.found.by_row else ()
    return {**listed, **told, **ticks}, (*problems, *note)


def _hear_presence(rows: Rows, waves: Sequence[Round]) -> Ticks:
    """What figures tell where no column says it: some people, activities or a level are yes, none of them is no.

    A blank is no beside a figure of the row in another round, and in a matrix; else it is not known.
    """
    columns = [one for one in load_columns(rows.found.table) if one.key in TELLS_PRESENCE.get(rows.found.table, ())]
    told: Ticks = {}
    for wave in waves:
        read = [_read_figures(one, cells) for one in columns if (cells := _cells_of(rows, one.key, wave.key))]
        if read:
            stacked = np.vstack(read)
            known = ~np.isnan(stacked)
            told[wave.key] = np.where(known.any(axis=0), (known & (np.nan_to_num(stacked) > 0)).any(axis=0), np.nan)
    if not told:
        return {}
    said = np.vstack(list(told.values()))
    elsewhere = (~np.isnan(said)).any(axis=0) & (len(told) > 1 or len(waves) == 1) | bool(rows.found.given)
    return {key: np.where(np.isnan(values) & elsewhere, 0.0, values) for key, values in told.items()}


def _cells_of(rows: Rows, column: str, round_key: str) -> Cells | None:
    return rows.cells(column, round_key) if has_round(rows, column, round_key) else None


def _read_figures(column: Column, cells: Cells) -> Floats:
    """Numbers, or 1 for every code that is stated."""
    if column.codelist:
        codes = clean_codes(cells, column.codelist)[0].codes
        return np.where(codes >= 0, 1.0, np.nan)
    return clean_numbers(cells)[0]


def find_held_cells(rows: Rows, round_key: str) -> Cells:
    """The cells that say it: of the column for it, or else of the figures, or of the name on the list of the round.

    Never the cells of how many people came: they may be hidden.
    """
    figures = (_cells_of(rows, column, round_key) for column in SHOWN)
    return rows.cells("present", round_key) or next((cells for cells in figures if cells), None) or key_cells(rows)


def tell_held(rows: Rows, held: Ticks) -> dict[Place, Entries]:
    """What is known of it as entries of the column ``present``."""
    return {("present", key): _tell(find_held_cells(rows, key), values) for key, values in held.items()}


def _tell(cells: Cells, values: Floats) -> Entries:
    return [
        Entry(cell_address(int(row), cells.column), text, code=WORDS[value]) if value in WORDS else None
        for row, text, value in zip(cells.rows, map(write_cell, cells.values), values.tolist(), strict=True)
    ]


def keep_counted(
    one: Observed, read: tuple[Cells, Floats], held: Floats | None, evidence: Entries | None
) -> tuple[Floats, Problems]:
    """The values that count: of what took place, and where it is asked for with evidence; the others are said."""
    cells, values = read
    nothing = _is_filled(values) & (held == 0 if held is not None else False)
    bare = np.zeros(len(values), dtype=bool)
    if one.kind == EVIDENCED:
        bare = ~np.isnan(values) & ~nothing & np.array([entry is None for entry in evidence or [None] * len(values)])
    problems = (*report("figure_of_nothing_held", cells, nothing), *report("level_without_evidence", cells, bare))
    silent = bare | (held == 0 if held is not None else False)
    return np.where(silent, np.nan, values), problems


def _is_filled(values: Floats) -> Mask:
    return np.asarray(~np.isnan(values) & (values != 0))


def report_unplaced(rows: Rows, filled: Mapping[Place, Entries]) -> Problems:
    """A problem for each row without the code of a group that its observations belong to; a bad code is said itself."""
    table, key = rows.found.table, key_cells(rows)
    groups = dict.fromkeys(group for one in load_observed(table) for group in one.groups)
    blank = {group: [entry is None for entry in filled[group, ""]] for group in groups if (group, "") in filled}
    found = (report("activity_not_placed", key, np.array(b), column_label(table, g)) for g, b in blank.items())
    return tuple(chain.from_iterable(found))
