"""Whether the cells below a header are of the kind that a column holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dictionary.load import Column, load_columns, match_code
from i18n.dates import read_date
from i18n.numbers import read_number
from ingest.cells import write_cell
from ingest.clean import is_blank
from ingest.people.names import name_people
from ingest.workbooks import RawSheet, Values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.matching import HeaderMatch

LOOKED_AT = 200  # cells below a header
MOST = 0.6  # share of the filled cells that must be of the kind


def fits(cells: Values, table: str, column: str) -> bool:
    """Whether most of the first filled cells can be read as the column's kind; true where nothing is filled."""
    about = next((about for about in load_columns(table) if about.key == column), None)
    filled = [cell for cell in cells[:LOOKED_AT] if not is_blank(cell)]
    if about is None or not filled:
        return True
    if column == "indicator" and (name_people(cells) or all(map(is_number, filled))):
        return False
    return sum(_is_of_kind(cell, about) for cell in filled) >= MOST * len(filled)


def _is_of_kind(cell: object, about: Column) -> bool:
    if about.kind in {"money", "number", "integer"}:
        return is_number(cell)
    if about.kind == "code":
        return match_code(about.codelist, write_cell(cell)) is not None or about.codelist == "unit"
    if about.kind in {"date", "year"}:
        return read_date(cell) is not None
    return about.kind == "id" or isinstance(cell, str)


def names_people(matches: Sequence[HeaderMatch], sheet: RawSheet, header: int) -> bool:
    """Whether what would be the indicators of a summary are people: a person is never the name of a result."""
    named = [match.position for match in matches if match.column == "indicator"]
    return any(name_people(sheet.cells[header + 1 :, position]) for position in named)


def is_number(cell: object) -> bool:
    """Whether a cell is a number, or a text that reads as one."""
    if isinstance(cell, str):
        return read_number(cell) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)
