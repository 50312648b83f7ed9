"""Whom a row is about: by the id, and for people where it is absent by the name or the national ID."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from dictionary.people import FAMILY_NAME, IDENTITY, NATIONAL_ID
from ingest.blanks import find_blank
from ingest.cells import Cells, Labels
from ingest.clean import clean_ids

if TYPE_CHECKING:
    from ingest.matching import HeaderMatch
    from ingest.recognise import FoundTable

ANYBODY = "•"  # stands for a national ID while rows are chosen: the number itself is taken nowhere
PEOPLE_TABLES = ("members", "income", "personal")
STAND_INS = {"sroi": ("input", "stakeholder")}  # a row of the value map may hold what was put in and no outcome
VALUE_MAP, PUT_IN = "sroi", "input_thb"
SPARED = {"technology": ("result", "value")}  # a column, and the required one that a list with it does without
OPPOSITES = (("attribution", "own_share"),)  # shares of which each is what the other leaves of the whole
OUTCOMES = {"outcome", "quantity", "proxy_thb"}  # columns without all of which a value map tells only what was put in


def can_key(table: str, key: str) -> frozenset[str]:
    """The columns of which one must be there to know whom the rows of a table are about."""
    return frozenset((key, *(set(IDENTITY) - {FAMILY_NAME}))) if table in PEOPLE_TABLES else frozenset((key,))


def spare_columns(table: str, columns: Collection[str]) -> frozenset[str]:
    """The required columns that a table does without: a list of works tells what came of each instead of a figure."""
    known, spared = SPARED.get(table, ("", ""))
    return frozenset({spared} if known in columns else ())


def find_key(found: FoundTable, key: str) -> HeaderMatch | None:
    """The header of the column that says whom a row is about: the id, else the name, else the national ID."""
    others = STAND_INS[found.table] if found.only_inputs else IDENTITY if found.table in PEOPLE_TABLES else ()
    columns = (key, *others)
    return next((match for column in columns if (match := found.find(column))), None)


def tells_only_inputs(table: str, columns: Collection[str]) -> bool:
    """Whether the columns of a table say what was put into a value map, and of what, but nothing of its outcomes."""
    named = {*columns} & {*STAND_INS.get(table, ())}
    return table == VALUE_MAP and PUT_IN in columns and bool(named) and not {*columns} & OUTCOMES


def read_keys(columns: Sequence[tuple[str, Cells]]) -> Labels:
    """A text for each row by the first of the columns that is filled there; −1 where none is."""
    readers = [_read_kind(name)(cells) for name, cells in columns]
    labels = readers[0]
    for other in readers[1:]:
        codes = np.where(
            labels.codes >= 0, labels.codes, np.where(other.codes >= 0, other.codes + len(labels.names), -1)
        )
        labels = Labels(codes.astype(np.intp), labels.names + other.names)
    return labels


def _read_kind(column: str) -> Callable[[Cells], Labels]:
    return _read_anybody if column == NATIONAL_ID else clean_ids


def _read_anybody(cells: Cells) -> Labels:
    return Labels(np.where(find_blank(cells), -1, 0).astype(np.intp), (ANYBODY,))
