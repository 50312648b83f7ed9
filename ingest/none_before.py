"""A list of partners of a round with a header and no row, where a later round has some: there were none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dictionary.nouns import EXAMPLE_ROW, Problem, Round
from ingest.checks import CheckedTable
from ingest.partners import PRESENCE
from ingest.parts import Part
from ingest.results import TableResult, key_cells, place_of
from ingest.rows import Rows

TABLE = "partners"
NONE_BEFORE, EMPTY = "none_before", "table_empty"


def tell_none_before(checked: Sequence[CheckedTable], waves: Sequence[Round]) -> list[CheckedTable]:
    """The tables; of an empty list that is taken to mean none it is said so, in the place of its being empty."""
    keys = [wave.key for wave in waves]
    lists = [one.rows for one in checked if one.rows.found.table == TABLE and one.rows.found.round in keys]
    filled = {keys.index(str(rows.found.round)) for rows in lists if len(rows.kept)}
    earlier = {key for place, key in enumerate(keys) if place not in filled and place < max(filled, default=0)}
    return [_say_none(one) if _is_empty(one.rows) and one.rows.found.round in earlier else one for one in checked]


def add_none_before(partners: TableResult, checked: Sequence[CheckedTable]) -> TableResult:
    """The partners with those of later rounds told to be absent, and their support 0, where a list says of none."""
    empty = [one.rows for one in checked if any(problem.code == NONE_BEFORE for problem in one.problems)]
    said = [_deny(part, rows) for rows in empty for part in partners.parts if _can_deny(rows, part)]
    return replace(partners, parts=(*partners.parts, *said), empty=frozenset(str(rows.found.round) for rows in empty))


def _is_empty(rows: Rows) -> bool:
    """Whether a list of partners has no row at all but the example of the form."""
    return rows.found.table == TABLE and not len(rows.kept) and all(reason == EXAMPLE_ROW for _, reason in rows.left)


def _say_none(one: CheckedTable) -> CheckedTable:
    kept = tuple(problem for problem in one.problems if problem.code != EMPTY)
    return replace(one, problems=(*kept, Problem(NONE_BEFORE, *place_of(one.rows))))


def _can_deny(rows: Rows, part: Part) -> bool:
    """Whether the partners of a part can be told to be absent in the round of an empty list: they are of another."""
    is_asked = part.indicator == PRESENCE or rows.found.find("support_thb") is not None
    return is_asked and part.round != rows.found.round


def _deny(part: Part, rows: Rows) -> Part:
    """Nothing of each partner of a part, by the header of the empty list."""
    header = rows.found.sheet.first_row + rows.found.header
    return replace(
        part,
        round=str(rows.found.round),
        place=place_of(rows),
        values=np.zeros(len(part.values)),
        rows=np.full(len(part.values), header, dtype=np.int32),
        columns=key_cells(rows).column,
    )
