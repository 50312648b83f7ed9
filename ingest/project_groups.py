"""Who was in the project and who stands for comparison: by a column of the sheet, or by a sheet of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import numpy.typing as npt

from dictionary.load import load_spellings_of, match_code
from dictionary.squash import squash
from ingest.blanks import is_blank
from ingest.cells import Cells, write_cell
from ingest.keys import PEOPLE_TABLES
from ingest.known_headers import load_headers
from ingest.matching import HeaderMatch
from ingest.names import entitles_comparison, names_comparison, names_participants
from ingest.recognise import FoundTable, key_column
from ingest.rows import Rows

GROUP = "project_group"
SIDES = ("participant", "comparison")
PARTICIPANT, COMPARISON, BLANK, UNKNOWN = 0, 1, -1, -2  # of a row; the first two are places in SIDES
TABLES = (*PEOPLE_TABLES, "summary")
ENOUGH_KNOWN = 0.8  # of the filled cells of a column must be words for a group: "กลุ่ม" may head anything
MOST_ARMS = 6  # groups of the project beside the comparison group
ENOUGH_OF_ARM = 3  # rows of each, or it may be a slip of the pen
SHORTEST_WORD = 3  # signs of a word that says the comparison group by itself
LONGEST_TITLE = 80  # letters; what is longer is prose, which may speak of several groups
YES_NO = {"yes": PARTICIPANT, "no": COMPARISON}

Sides = npt.NDArray[np.int8]


def hear_groups(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each with the column that says who was in the project, or with what its name or title says of it.

    A column that is headed so and holds something else is not used. Where every sheet would be of a comparison group,
    the names of sheets and files and the titles mean something else (a comparison of before and after).
    """
    heard = [_hear_column(found) for found in tables]
    named = [_hear_name(found) for found in heard]
    others = [one for one in named if one.table in TABLES and not is_comparison_sheet(one)]
    return named if others else heard


def is_comparison_sheet(found: FoundTable) -> bool:
    """Whether everybody on the sheet is of the comparison group, because its name or title says so."""
    return any(key == GROUP for key, _, _ in found.given)


def read_sides(cells: Cells, header: str) -> Sides:
    """The side of each row; under a header such as "control" a yes is of the comparison group.

    Where a word says the comparison group and none the project, a few other words that each stand on several rows are
    groups of the project (Cont, CBT, FT).
    """
    codes, uniques = cells.uniques()
    sides = np.array([*(read_side(value, header) for value in uniques), BLANK], dtype=np.int8)
    strange = np.flatnonzero(sides == UNKNOWN)
    is_said = any(_says_comparison(value) for value in uniques)
    if is_said and 0 < len(strange) <= MOST_ARMS and not (sides == PARTICIPANT).any():
        often = np.bincount(codes[codes >= 0], minlength=len(sides))[strange] >= ENOUGH_OF_ARM
        sides[strange[often]] = PARTICIPANT
    return sides[codes]


def list_arms(stated: Stated) -> tuple[str, ...]:
    """The words that were taken for groups of the project because others say the comparison group."""
    codes, uniques = stated.cells.uniques()
    own = {int(code) for code in codes[stated.sides == PARTICIPANT] if code >= 0}
    return tuple(write_cell(uniques[code]) for code in sorted(own) if read_side(uniques[code], "") == UNKNOWN)


def _says_comparison(value: object) -> bool:
    """Whether a word says it, and not a letter alone: A, B, C are groups of any kind."""
    text = write_cell(value)
    return match_code(GROUP, text) == SIDES[COMPARISON] and len(squash(text)) >= SHORTEST_WORD


def read_side(value: object, header: str) -> int:
    """The side that one cell says."""
    text = write_cell(value)
    if not text.strip():
        return BLANK
    code = match_code(GROUP, text)
    if code:
        return SIDES.index(code)
    said = YES_NO.get(match_code("yes_no", text) or "")
    if said is None:
        return BLANK if is_blank(value) else UNKNOWN
    return 1 - said if names_comparison(header) else said


@dataclass(frozen=True)
class Stated:
    """The side of each row of a table, and the cells that say it."""

    cells: Cells
    sides: Sides


def state_sides(rows: Rows) -> Stated | None:
    """What a table says of its rows; None where it says nothing. Where only others are marked, a blank is the project.

    A column that marks nobody as of the comparison group says nothing.
    """
    cells = rows.cells(GROUP)
    if cells is None or rows.found.table not in TABLES:
        return None
    match = rows.found.find(GROUP)
    sides = read_sides(cells, match.header if match else "")
    if not (sides == COMPARISON).any() and not (sides == PARTICIPANT).any():
        return None
    only_others = not (sides == PARTICIPANT).any() and not is_comparison_sheet(rows.found)
    return Stated(cells, np.where((sides == BLANK) & only_others, PARTICIPANT, sides).astype(np.int8))


def _hear_column(found: FoundTable) -> FoundTable:
    """The table with at most one column of groups: the first whose cells are words for them."""
    if found.table not in TABLES or found.is_confirmed:
        return found
    headed = [match for match in found.matches if match.column == GROUP or _may_say(found, match)]
    if not headed:
        return found
    chosen = next((match for match in headed if _fits(found, match)), None)
    alike = [one for one in found.matches if chosen and chosen.confidence < 1 and one.repeated and _fits(found, one)]
    if alike:  # treatment X and treatment Y: what was tried, and not who was in the project
        headed, chosen = [*headed, *alike], None
    return replace(found, matches=tuple(_settle(match, headed, chosen) for match in found.matches))


def _may_say(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether a header that was taken for something else, or for nothing, may head such a column."""
    if match.position == found.round_column:
        return False
    header = squash(match.header)
    if GROUP in load_headers(found.table).get(header, ()):
        return True
    return match.column is None and header in load_spellings_of("group_name", "column")


def _settle(match: HeaderMatch, headed: Sequence[HeaderMatch], chosen: HeaderMatch | None) -> HeaderMatch:
    if match is chosen:
        return replace(match, column=GROUP, repeated=False)
    is_other = match in headed and (match.column == GROUP or match.repeated)
    return replace(match, column=None, repeated=False) if is_other else match


def _fits(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether nearly all that is written in a column says a group, and some of it the comparison group."""
    below = found.sheet.cells[found.header + 1 :, match.position]
    cells = Cells(found.file, found.sheet.name, 0, np.zeros(len(below), np.int32), below)
    sides = read_sides(cells, match.header)
    filled = int((sides != BLANK).sum())
    return bool((sides == COMPARISON).any()) and int((sides >= 0).sum()) >= ENOUGH_KNOWN * filled


def _is_named(found: FoundTable) -> bool:
    """Whether the name of its sheet, else a title above it, else the name of its file speaks of others only."""
    above = found.sheet.cells[: found.first_header].ravel().tolist()
    titles = [text for text in above if isinstance(text, str) and len(text) <= LONGEST_TITLE]
    if names_comparison(found.sheet.name):
        return True
    if any(map(names_participants, (found.sheet.name, *titles))):
        return False
    return any(map(entitles_comparison, (*titles, PurePath(found.file).stem)))


def _hear_name(found: FoundTable) -> FoundTable:
    """The table with everybody of the comparison group, where its name or title says so and no column does."""
    if found.table not in TABLES or GROUP in found.columns or not _is_named(found):
        return found
    key = found.find(key_column(found.table)) or next(iter(found.matches), None)
    given = (GROUP, key.position if key else 0, SIDES[COMPARISON])
    return replace(found, given=(*found.given, given))
