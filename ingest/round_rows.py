"""Summaries whose rows are rounds: a column for each indicator (``ปี · สมาชิก · ยอดขาย``), for one place or for several.

Each thing measured becomes a summary table for each round, whose rows are named after what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dictionary.load import load_spellings, load_spellings_of
from dictionary.load_indicators import match_unit
from dictionary.squash import squash
from i18n.dates import read_date
from ingest.blanks import is_blank
from ingest.composing import compose_parts, list_tops, read_texts
from ingest.fitting import is_number
from ingest.headers import find_round, split_header
from ingest.matching import find_column
from ingest.periods import find_year
from ingest.recognise import HEADER_ROWS
from ingest.row_kinds import is_filled, read_kind
from ingest.row_rounds import SHORT, by_year, read_round
from ingest.workbooks import RawSheet
from ingest.year_tables import MOST_NAMES

SUMMARY = "summary"
FIRST_COLUMNS = 4  # in which the rounds of the rows are looked for
ENOUGH = 2  # rounds, and things measured where the dictionary knows neither them nor their unit


@dataclass(frozen=True)
class RoundRows:
    """A header, the column of the rounds, the round of each row, the columns of names, and what is measured."""

    top: int
    last: int
    column: int
    rounds: Mapping[int, str]
    names: tuple[int, ...]
    measures: Mapping[int, str]


def list_rows(sheet: RawSheet) -> Iterator[RoundRows]:
    """What may be such a table: below a header, rows with numbers that all say a round, of several rounds."""
    ends = range(1, min(HEADER_ROWS, len(sheet.cells)) if len(sheet.cells) <= MOST_NAMES else 1)
    for column in range(min(FIRST_COLUMNS, sheet.cells.shape[1])):
        said = (row for row in ends if _says_round(sheet.cells[row, column]) and has_number(sheet, row))
        first = next(said, None)
        rounds = _read_rounds(sheet, first, column) if first else {}
        found = _head(sheet, next(iter(rounds)), (column, rounds)) if rounds else None
        if found and found.measures:
            yield found


def _says_round(cell: object) -> bool:
    """Whether a cell says a round and nothing else."""
    is_whole = not isinstance(cell, str) or not split_header(cell).bare or _read_day(cell) is not None
    return is_whole and read_round(cell) not in {None, SHORT}


def _read_rounds(sheet: RawSheet, first: int, column: int) -> dict[int, str]:
    """The round of each row from the first on; none where a row with numbers says none, or all are of one.

    Days of one month are no rounds of a project but a record of something.
    """
    rows = [row for row in range(first, len(sheet.cells)) if has_number(sheet, row)]
    said = [row for row in rows if _says_round(sheet.cells[row, column])]
    days = {day for row in said if (day := _read_day(sheet.cells[row, column]))}
    is_record = len(days) > len({(day.year, day.month) for day in days})
    if is_record or not all(_is_beside(sheet.cells[row]) for row in {*rows} - {*said}):
        return {}
    rounds = by_year([read_round(sheet.cells[row, column]) for row in said])
    return {} if len({*rounds}) < ENOUGH else dict(zip(said, map(str, rounds), strict=True))


def _read_day(cell: object) -> date | None:
    """The day that a cell says, whether Excel knows it for a date or not."""
    if isinstance(cell, date):
        return cell
    found = read_date(cell) if isinstance(cell, str) else None
    return found.first() if found and found.first() == found.last() else None


def has_number(sheet: RawSheet, row: int) -> bool:
    """Whether a number stands on a row."""
    return any(map(is_number, sheet.cells[row]))


def _is_beside(row: Sequence[object]) -> bool:
    """Whether a row tells of the others: a total, a mean, a note, what changed."""
    texts = [cell for cell in row if isinstance(cell, str) and is_filled(cell) and not is_number(cell)]
    return any(read_kind(text) or find_column(split_header(text), SUMMARY) == "" for text in texts)


def _head(sheet: RawSheet, first: int, said: tuple[int, dict[int, str]]) -> RoundRows | None:
    """The header above the first row, and what stands under it."""
    column, rounds = said
    last = next((row for row in range(first - 1, -1, -1) if any(read_texts(sheet, row))), None)
    tops = list_tops(sheet, last) if last is not None else []
    if last is None or not tops:
        return None
    top = max(tops, key=lambda row: (sum(map(bool, write_headers(sheet, row, last))), row))
    headers, body = write_headers(sheet, top, last), sheet.cells[[*rounds]]
    free = [place for place in range(body.shape[1]) if place != column and not is_listing(headers[place])]
    names = [place for place in free if 2 * sum(map(_is_text, body[:, place])) > len(body)]
    numbers = (place for place in free if 2 * sum(map(is_number, body[:, place])) > len(body))
    measures = {place: headers[place] for place in numbers if headers[place]}
    is_bare = not all(isinstance(cell, str) for cell in body[:, column])
    if any(find_round(text) or find_year(text) for text in measures.values()) or (
        is_bare and not _may_say_rounds(headers[column])
    ):
        return None
    return RoundRows(top, last, column, rounds, tuple(place for place in names if headers[place]), measures)


def _may_say_rounds(header: str) -> bool:
    """Whether numbers like years below a header may be years: it is blank, or a word for when something was told."""
    return not header or bool({*split_header(header).keys} & {*load_spellings_of("round_column", "round")})


def write_headers(sheet: RawSheet, top: int, last: int) -> list[str]:
    """The header of each column; a unit on a line of its own stands in brackets."""
    return [
        _write_header([*dict.fromkeys(part for part in parts if part)]) for parts in compose_parts(sheet, top, last)
    ]


def _write_header(parts: list[str]) -> str:
    is_unit = len(parts) > 1 and match_unit(parts[-1])
    return " ".join(" ".join([*parts[:-1], f"({parts[-1]})"] if is_unit else parts).split())


def is_listing(header: str) -> bool:
    """Whether a header stands over numbers of rows, over remarks, or over what was computed of the others."""
    is_place = squash(header) in load_spellings("heading")
    return bool(header) and not is_place and find_column(split_header(header), SUMMARY) == ""


def _is_text(cell: object) -> bool:
    return isinstance(cell, str) and not is_blank(cell) and not is_number(cell)
