"""The full name of each row of a table of names by years: what is measured, and the row's own name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.fitting import is_number
from ingest.header_units import BRACKET
from ingest.indicator_names import drop_number
from ingest.months import are_months
from ingest.recognise import FoundTable
from ingest.row_kinds import read_kind
from ingest.titles import find_title, name_by_title
from ingest.workbooks import RawSheet

SEPARATOR = ": "
FEWEST_MONTHS = 3  # rows that name one each


def write_names(found: FoundTable, names: Sequence[int], measure: str) -> RawSheet:
    """The sheet with the full name of each row in the column of names: what is measured, and the row's own.

    Rows that are months have the name of what is measured, of the title or of the sheet alone.
    """
    cells, measure = found.sheet.cells.copy(), " ".join(BRACKET.sub(" ", measure).split())
    by_month = says_months(found, names)
    title = name_by_title(find_title(found.sheet, found.first_header)) or found.sheet.name if by_month else ""
    for row, own in _name_rows(found, names).items():
        if own and not read_kind(own):
            named = f"{measure}{SEPARATOR}{drop_number(own)}" if measure else own
            cells[row, names[0]] = measure or title if by_month else named
        elif own:
            cells[row, names[0]] = own
    return replace(found.sheet, cells=cells)


def says_months(found: FoundTable, names: Sequence[int]) -> bool:
    """Whether the rows are months, each once: what stands in them is of one thing."""
    own = [text for text in _name_rows(found, names).values() if text and not read_kind(text)]
    return len(own) >= FEWEST_MONTHS and are_months(own)


def _name_rows(found: FoundTable, names: Sequence[int]) -> dict[int, str]:
    """What each row with numbers is about; where one text stands on several, in the words of all columns of names."""
    cells = found.sheet.cells
    rows = [row for row in range(found.header + 1, len(cells)) if any(map(is_number, cells[row]))]
    own = {row: next((text for place in names if (text := write_text(cells[row, place]))), "") for row in rows}
    filled = [text for text in own.values() if text and not read_kind(text)]
    whole = dict(_join_names(found, sorted(names), rows)) if len(set(filled)) < len(filled) else {}
    return whole if len(set(whole.values())) > len(set(own.values())) else own


def _join_names(found: FoundTable, places: Sequence[int], rows: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The texts of all columns of names of each row, also what stands once for a block of rows; a total as it is."""
    last = dict.fromkeys(places, "")
    for row in rows:
        texts = [write_text(found.sheet.cells[row, place]) for place in places]
        kind = next(filter(read_kind, texts), "")
        last |= {place: text for place, text in zip(places, texts, strict=True) if text and not kind}
        yield row, kind or " ".join(dict.fromkeys(filter(None, last.values())))


def write_text(cell: object) -> str:
    """A text on one line; "" for what is no text."""
    return " ".join(cell.split()) if isinstance(cell, str) else ""
