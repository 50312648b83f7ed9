"""The side of each person over all lists, the rows of those whose side is not known, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

from dictionary.load import match_code
from dictionary.nouns import Problem
from i18n import Text
from ingest.cells import Labels, list_codes, list_ranges, report, write_cell
from ingest.clean import Problems
from ingest.parts import Part
from ingest.project_groups import (
    BLANK,
    COMPARISON,
    GROUP,
    PARTICIPANT,
    SIDES,
    UNKNOWN,
    Stated,
    list_arms,
    state_sides,
)
from ingest.results import TableResult, place_of
from ingest.rows import Rows

NOT_KNOWN = "group_unknown"


@dataclass(frozen=True)
class Settled:
    """``others`` are the keys of people in the comparison group, ``unknown`` of those who may be in either."""

    others: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    problems: Problems = field(default=())

    def drop_unknown(self, rows: Rows) -> Rows:
        """The rows without those of people whose side is not known."""
        return rows.keep(~_are_of(rows.ids, self.unknown), NOT_KNOWN) if self.unknown else rows

    def mark(self, result: TableResult) -> TableResult:
        """The same observations, each with its side; untouched where there is no comparison group."""
        if not self.others:
            return result
        return replace(result, parts=tuple(self._mark(part) for part in result.parts))

    def _mark(self, part: Part) -> Part:
        codes = np.where(_are_of(part.units, self.others), COMPARISON, PARTICIPANT).astype(np.intp)
        return replace(part, groups={**part.groups, GROUP: Labels(codes, SIDES)})


def settle_groups(lists: Sequence[Rows]) -> Settled:
    """Who is of the comparison group by any list of people; who is said to be both, or neither, is not known."""
    told = [(rows, stated) for rows in lists if (stated := state_sides(rows)) is not None]
    others, own = (_name_all(told, side) for side in (COMPARISON, PARTICIPANT))
    if not others:
        return Settled()
    both, silent = others & own, (_name_all(told, BLANK) | _name_all(told, UNKNOWN)) - others - own
    said = chain.from_iterable(_report(rows, stated, (both, silent)) for rows, stated in told)
    first = next(rows for rows, stated in told if (stated.sides == COMPARISON).any())
    note = Problem("comparison_found", *place_of(first), found=f"{len(others - both):,}")
    arms = tuple(chain.from_iterable(_say_arms(rows, stated) for rows, stated in told))
    return Settled(others - both, both | silent, (note, *arms, *said))


def _say_arms(rows: Rows, stated: Stated) -> Problems:
    """That the project has several groups, by words that say none of the two sides."""
    arms = list_arms(stated)
    if not arms:
        return ()
    _, uniques = stated.cells.uniques()
    words = [write_cell(value) for value in uniques if match_code(GROUP, write_cell(value)) == SIDES[COMPARISON]]
    others = ", ".join(words)
    return (Problem("arms_taken", *place_of(rows), found=", ".join(arms), allowed=Text(others, others)),)


def _name_all(told: Sequence[tuple[Rows, Stated]], side: int) -> frozenset[str]:
    """The keys of all people whom a row puts on a side."""
    return frozenset(
        rows.ids.names[code] for rows, stated in told for code in np.unique(rows.ids.codes[stated.sides == side])
    )


def _report(rows: Rows, stated: Stated, doubtful: tuple[frozenset[str], frozenset[str]]) -> Problems:
    both, silent = (_are_of(rows.ids, names) for names in doubtful)
    blank, words = silent & (stated.sides == BLANK), stated.sides == UNKNOWN
    return (
        *_say_blank(stated, blank),
        *report("unknown_code", stated.cells, words, list_codes(GROUP)),
        *report("group_conflict", stated.cells, both & (stated.sides == COMPARISON)),
    )


def _say_blank(stated: Stated, blank: npt.NDArray[np.bool_]) -> Problems:
    if not blank.any():
        return ()
    cells = stated.cells
    where = (cells.file, cells.sheet, list_ranges(cells, blank))
    return (Problem("group_not_stated", *where, found=f"{int(blank.sum()):,}", allowed=list_codes(GROUP)),)


def _are_of(ids: Labels, names: frozenset[str]) -> npt.NDArray[np.bool_]:
    known = np.array([*(name in names for name in ids.names), False], dtype=bool)
    return known[ids.codes]


def part_summary(rows: Rows) -> Labels:
    """The side of each row of a summary: a row that does not say is a figure of the project."""
    stated = state_sides(rows)
    sides = np.zeros(len(rows.kept), np.intp) if stated is None else np.where(stated.sides == COMPARISON, 1, 0)
    return Labels(sides.astype(np.intp), SIDES)


def report_summary(rows: Rows) -> Problems:
    """That figures are of the comparison group, and the words for a group that are not known."""
    stated = state_sides(rows)
    if stated is None or not (stated.sides == COMPARISON).any():
        return ()
    note = Problem("comparison_figures_found", *place_of(rows), found=f"{int((stated.sides == COMPARISON).sum()):,}")
    return (note, *report("unknown_code", stated.cells, stated.sides == UNKNOWN, list_codes(GROUP)))


def keep_apart(own: Sequence[Rows], others: Sequence[Rows]) -> tuple[list[Rows], Problems]:
    """Sheets of the comparison group with keys that no member of the project has, and a note where they shared some."""
    taken = {name for rows in own for name in rows.ids.names}
    shared = {name for rows in others for name in rows.ids.names} & taken
    if not shared:
        return list(others), ()
    everybody = taken | {name for rows in others for name in rows.ids.names}
    renamed: Mapping[str, str] = {name: _rename(name, everybody) for name in sorted(shared)}
    note = Problem("comparison_ids_shared", *place_of(others[0]), found=f"{len(shared):,}")
    return [_take_names(rows, renamed) for rows in others], (note,)


def _rename(name: str, taken: set[str]) -> str:
    """The id with a mark behind it that makes it another."""
    other = f"{name}*"
    while other in taken:
        other += "*"
    return other


def _take_names(rows: Rows, renamed: Mapping[str, str]) -> Rows:
    names = tuple(renamed.get(name, name) for name in rows.ids.names)
    return replace(rows, ids=Labels(rows.ids.codes, names))
