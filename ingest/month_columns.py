"""Sheets of people whose incomes stand in a column for each month or quarter, in one round or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.load import load_spellings_of
from dictionary.squash import squash
from ingest.amounts import AMOUNT
from ingest.composing import MOST_HEADER_ROWS, list_tops, read_headers, read_texts
from ingest.fitting import fits
from ingest.keys import can_key
from ingest.matching import HeaderMatch, match_headers
from ingest.months import are_months, name_years, read_span
from ingest.names import SheetName
from ingest.recognise import HEADER_ROWS, FoundTable, hear_titles, key_column
from ingest.workbooks import RawSheet

INCOME = "income"
ENOUGH_SPANS = 3  # headers that name a month or a quarter


def find_month_table(file: str, sheet: RawSheet, name: SheetName) -> FoundTable | None:
    """The incomes of people by month; None where no header names months, or nothing says that they are incomes."""
    for last in range(min(HEADER_ROWS, len(sheet.cells) - 1)):
        if sum(read_span(text) is not None for text in read_texts(sheet, last) if text) < ENOUGH_SPANS:
            continue
        for top in list_tops(sheet, last)[:MOST_HEADER_ROWS]:
            matches = match_headers(read_headers(sheet, top, last), INCOME)
            found = FoundTable(file, sheet, INCOME, name.round, last, matches, top)
            named = bool(can_key(INCOME, key_column(INCOME)) & found.columns)
            taken = hear_titles(replace(found, matches=_take_months(found)), name)
            if named and _are_incomes(found) and list_months(taken.matches):
                return taken
    return None


def list_months(matches: Sequence[HeaderMatch]) -> list[HeaderMatch]:
    """The headers of amounts that each name another month of their round."""
    rounds: dict[str | None, list[HeaderMatch]] = {}
    for match in matches:
        if match.column == AMOUNT:
            rounds.setdefault(match.round, []).append(match)
    return [match for group in rounds.values() if are_months(one.header for one in group) for match in group]


def _take_months(found: FoundTable) -> tuple[HeaderMatch, ...]:
    """The headers with each month above numbers an amount of its round, and no other amount beside them."""
    spans = {match.position: span for match in found.matches if (span := read_span(match.header))}
    below = found.sheet.cells[found.header + 1 :]
    spans = {place: span for place, span in spans.items() if fits(below[:, place], INCOME, AMOUNT)}
    years = dict(zip(spans, name_years(list(spans.values())), strict=True))
    return tuple(
        replace(match, column=AMOUNT, round=_choose_round(match, years[match.position]), repeated=False, confidence=1.0)
        if match.position in spans
        else replace(match, column=None, repeated=False)
        if match.column == AMOUNT or match.repeated
        else match
        for match in found.matches
    )


def _choose_round(match: HeaderMatch, year: str | None) -> str | None:
    """The round in words that a header says, or else the year of its month."""
    return match.round if match.round and match.round[0] not in {"y", "f", "m", "d"} else year or match.round


def _are_incomes(found: FoundTable) -> bool:
    """Whether a header, a title or the name of the sheet speaks of income."""
    titles = [cell for row in found.sheet.cells[: found.header] for cell in row if isinstance(cell, str)]
    said = squash(" ".join((found.sheet.name, *titles, *(match.header for match in found.matches))))
    return any(word in said for word in load_spellings_of("income_word", INCOME))
