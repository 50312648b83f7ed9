"""Labels written once for a block of rows (a village, a source, an id, a round): filled down to each row, and said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from dictionary.load import load_columns
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.cells import list_ranges, write_cell
from ingest.fitting import is_number
from ingest.keys import VALUE_MAP
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, by_round_columns, key_column, says_rounds
from ingest.row_kinds import NUMBERS, Indexes, is_filled, tells_result
from ingest.rows import body_of, take_cells
from ingest.workbooks import Values

LABELS = {  # columns in which a blank may mean "as above", the surest first
    "members": ("village",),
    "income": ("member_id", "income_source"),
    "partners": ("sector",),
    "summary": ("dimension", "level"),
    "sroi": ("stakeholder",),
    "participation": ("stage", "stakeholder"),
    "technology": ("item",),
    "flows": ("resource", "from_node"),
    "chain": ("level",),
    "effects": ("dimension",),
}
KEYS = {"income": "income_source", "technology": "measure", "flows": "to_node"}  # what tells the rows of one key apart
ALONE = {"from_node", "resource"}  # labels of which one may stand above all rows
ONCE = {("sroi", "input_thb")}  # amounts that are counted once, however many rows their cell spans
MOST_NAMED = {
    "member_id": 2 / 3,
    "stakeholder": 1.0,
}  # share of the rows that may be named where a blank still means "as above"
USUALLY_NAMED = 1 / 2

Mask = npt.NDArray[np.bool_]


def fill_down(found: FoundTable) -> FoundTable:
    """The table with the labels of merged blocks, and of blocks named in their first row, on every row of the block."""
    cells = found.sheet.cells
    notes: list[Problem] = []
    filled = cells
    for match in found.matches:
        rows, code = _find_blanks(found, match)
        if not len(rows):
            continue
        filled = cells.copy(order="K") if filled is cells else filled
        filled[rows, match.position] = cells[_find_names(cells[:, match.position], rows), match.position]
        said = list_ranges(take_cells(found, match, rows), np.ones(len(rows), dtype=bool))
        notes.append(Problem(code, found.file, found.sheet.name, said, found=" ".join(match.header.split())))
    return replace(found, sheet=replace(found.sheet, cells=filled), notes=(*found.notes, *notes)) if notes else found


def _find_blanks(found: FoundTable, match: HeaderMatch) -> tuple[Indexes, str]:
    """The rows whose label stands above, and the code of what is said of them."""
    nothing = np.empty(0, dtype=np.intp)
    tells_round = match.column is None and says_rounds(match)
    is_value = match.column in by_round_columns(found.table) or (found.table, match.column) in ONCE
    if is_value or not (match.column or tells_round):
        return nothing, ""
    merged = [
        block for block in found.sheet.merges if block[1] <= match.position <= block[3] and block[0] > found.header
    ]
    tall = [np.arange(block[0] + 1, block[2] + 1) for block in merged if block[2] > block[0]]
    if tall:
        return np.concatenate(tall).astype(np.intp), "merged_label"
    if not tells_round and match.column not in LABELS.get(found.table, ()):
        return nothing, ""
    return _find_named_once(found, match), "label_above"


def _find_named_once(found: FoundTable, match: HeaderMatch) -> Indexes:
    """The blank rows of a column in which each label stands once, in the first row of its block."""
    nothing = np.empty(0, dtype=np.intp)
    if not (found.sheet.cells[found.header + 1 :, match.position] == "").any():
        return nothing
    body = _skip_guidance(found, match, body_of(found))
    blank = np.array([not is_filled(cell) for cell in found.sheet.cells[body, match.position]], dtype=bool)
    most = MOST_NAMED.get(match.column or "", USUALLY_NAMED)
    names = [squash(write_cell(cell)) for cell in found.sheet.cells[body[~blank], match.position]]
    least = 1 if match.column in ALONE else 2
    if not len(body) or blank[0] or len(names) > most * len(body) or len(set(names)) < max(len(names), least):
        return nothing
    rows = body[blank]
    rows = rows[_have_data(found, match, rows)]
    is_key = match.column == key_column(found.table)
    return nothing if is_key and not _differ_in_blocks(found, body, np.cumsum(~blank)) else rows


def _skip_guidance(found: FoundTable, match: HeaderMatch, body: Indexes) -> Indexes:
    """The rows from the first label on, where those before it hold no number: they only tell what to fill in."""
    named = np.flatnonzero([is_filled(cell) for cell in found.sheet.cells[body, match.position]])
    first = int(named[0]) if len(named) else 0
    kinds = {column.key: column.kind for column in load_columns(found.table)}
    places = [one.position for one in found.matches if kinds.get(one.column or "") in NUMBERS]
    counts = any(is_number(cell) for row in found.sheet.cells[body[:first]] for cell in row[places])
    return body if counts else body[first:]


def _differ_in_blocks(found: FoundTable, body: Indexes, blocks: npt.NDArray[np.intp]) -> bool:
    """Whether nothing stands twice in the block of one id: else the blank ids are ids that are not known."""
    source = found.find(KEYS.get(found.table, ""))
    if source is None:
        return False
    cells = found.sheet.cells[body, source.position]
    said = [
        (int(block), squash(write_cell(cell))) for block, cell in zip(blocks, cells, strict=True) if is_filled(cell)
    ]
    return len(set(said)) == len(said)


def _have_data(found: FoundTable, match: HeaderMatch, rows: Indexes) -> Mask:
    """The rows that hold something else where the table is: for ids what tells their rows apart, else an id."""
    key = key_column(found.table)
    about = found.find(KEYS.get(found.table, "") if match.column == key else key)
    if about is None:
        return np.zeros(len(rows), dtype=bool)
    is_map, cells = found.table == VALUE_MAP, found.sheet.cells
    return np.array(
        [is_filled(cells[row, about.position]) and not (is_map and tells_result(cells[row])) for row in rows],
        dtype=bool,
    )


def _find_names(column: Values, rows: Indexes) -> Indexes:
    """For each row the last row above it that holds a label."""
    named = np.array([is_filled(cell) for cell in column], dtype=bool)
    last = np.maximum.accumulate(np.where(named, np.arange(len(column)), 0))
    return last[rows]
