"""Of which rounds a row of material flows speaks: before and after side by side, or each on a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.records import Record
from dictionary.squash import squash

Place = tuple[str, str]  # file and sheet


def list_rounds(rows: Sequence[Record], rounds: Sequence[str]) -> list[list[str]]:
    """The rounds that each row speaks of: those of its sheet, or its own where one column holds those of all.

    Such a row without a weight is that of the rounds for which its way has no other row.
    """
    own = [[key for key in rounds if any(key == said for _, said in one.entries)] for one in rows]
    weighed = [[(key, one.find("mass", key)) for key in rounds] for one in rows]
    columns: dict[Place, dict[str, set[str]]] = {}
    ways: dict[tuple[Place, tuple[str, str]], set[str]] = {}
    for one, said, cells in zip(rows, own, weighed, strict=True):
        ways.setdefault(_way(one), set()).update(said)
        for key, entry in cells:
            if entry:
                columns.setdefault(_way(one)[0], {}).setdefault(key, set()).add(entry.cell.rstrip("0123456789"))
    spoken = []
    for one, said in zip(rows, own, strict=True):
        of_sheet = columns.get(_way(one)[0], {})
        is_long = len(of_sheet) > 1 and len(set().union(*of_sheet.values())) == 1
        rest = [key for key in rounds if key in of_sheet and not (is_long and key in ways[_way(one)])]
        spoken.append(said if is_long and said else rest)
    return spoken


def _way(row: Record) -> tuple[Place, tuple[str, str]]:
    return (row.file, row.sheet), (squash(row.text("from_node")), squash(row.text("to_node")))
