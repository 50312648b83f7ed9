"""The names of partners: spellings that differ only in spaces, marks or case are one partner, and it is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dictionary.nouns import Problem
from dictionary.squash import squash
from i18n import Text
from ingest.addresses import cell_address
from ingest.cells import LONGEST_FOUND, MOST_LISTED, Cells, Labels, write_cell
from ingest.clean import Problems, clean_texts
from ingest.results import key_cells
from ingest.rows import Rows

Spelling = tuple[str, Cells, int]  # the text, the column it stands in, and the place of its first cell there


def name_partners(sheets: Sequence[Rows]) -> tuple[list[Labels], Problems]:
    """The names on the rows of each sheet, one spelling for each partner on all sheets, and a note for each other."""
    chosen: dict[str, str] = {}
    named = []
    for rows in sheets:
        labels = clean_texts(key_cells(rows))
        names = tuple(chosen.setdefault(squash(name), name) for name in labels.names)
        named.append(Labels(labels.codes, names))
    return named, tuple(_note_spellings(sheets))[:MOST_LISTED]


def _note_spellings(sheets: Sequence[Rows]) -> Iterator[Problem]:
    """A note for each further spelling of a partner, with its cell and that of the first."""
    first: dict[str, Spelling] = {}
    seen: set[str] = set()
    for text, cells, place in _list_spellings(sheets):
        known, where, there = first.setdefault(squash(text), (text, cells, place))
        if text != known and text not in seen:
            cell = cell_address(int(where.rows[there]), where.column)
            address = cell if (where.file, where.sheet) == (cells.file, cells.sheet) else f"{where.sheet} {cell}"
            quoted = f"“{known[:LONGEST_FOUND]}” ({address})"
            yield cells.problem("same_partner", place, text, Text(quoted, quoted))
        seen.add(text)


def _list_spellings(sheets: Sequence[Rows]) -> Iterator[Spelling]:
    """Each text of each sheet once, with its first cell."""
    for rows in sheets:
        cells = key_cells(rows)
        places: dict[str, int] = {}
        for place, value in enumerate(cells.values):
            places.setdefault(write_cell(value), place)
        yield from ((text, cells, place) for text, place in places.items() if text)
