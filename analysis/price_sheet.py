"""The user's own price indices, from the rows of their sheet; what is wrong with a row is said and the row not used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dictionary.load import column_label
from dictionary.load_prices import PriceIndex
from dictionary.nouns import Problem
from dictionary.records import Record
from dictionary.squash import squash
from i18n import Language, Text
from i18n.dates import BUDDHIST_FROM, BUDDHIST_OFFSET, YEARS
from i18n.numbers import THAI_DIGITS

TABLE = "prices"
NEEDED = ("year", "index", "base", "source")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_indices(records: Sequence[Record]) -> tuple[PriceIndex, ...]:
    """The indices of the rows that say all there is to say; a year that a base has twice is of none of its rows."""
    read = [(record, index) for record in records if record.table == TABLE and (index := _read(record))]
    twice = {cells for _, same in _find_repeated(read) for one in same for cells in one.cells}
    return tuple(index for _, index in read if not twice & set(index.cells))


def find_price_problems(records: Sequence[Record]) -> tuple[Problem, ...]:
    """What keeps rows from being used, and that the rows are of more than one base."""
    rows = [record for record in records if record.table == TABLE]
    read = [(record, index) for record in rows if (index := _read(record))]
    return (
        *(problem for record in rows for problem in _check(record)),
        *(_place("price_year_twice", record, ("year",)) for record, _ in _find_repeated(read)),
        *_check_bases(read),
    )


def name_base(text: str) -> str:
    """What two ways of writing one base have in common: its year C.E. where there is one, else the words."""
    found = find_year(text)
    return str(found) if found else squash(text)


def find_year(text: str) -> int | None:
    """The first year of four digits in a text (B.E. or C.E., digits of either script) as C.E., or None."""
    years = (int(digits) for digits in _YEAR.findall(text.translate(THAI_DIGITS)))
    found = (year - BUDDHIST_OFFSET if year > BUDDHIST_FROM else year for year in years)
    return next((year for year in found if year in YEARS), None)


def _read(record: Record) -> PriceIndex | None:
    year, index = find_year(record.text("year")), record.number("index")
    base, source = record.text("base"), record.text("source")
    if year is None or index is None or index <= 0 or not (base and source):
        return None
    return PriceIndex(year, index, base, source, cells=(record.source(("year", ""), ("index", "")),))


def _check(record: Record) -> Iterator[Problem]:
    blank = [column for column in NEEDED if not record.text(column)]
    if blank:
        yield _place("price_row_incomplete", record, ("year",), _names(blank))
    if record.text("year") and find_year(record.text("year")) is None:
        yield _place("price_year_unread", record, ("year",))
    number = record.number("index")
    if number is not None and number <= 0:  # a word in place of a number is told of where cells are read
        yield _place("price_index_unread", record, ("index",))


def _find_repeated(read: Iterable[tuple[Record, PriceIndex]]) -> list[tuple[Record, list[PriceIndex]]]:
    """The last row and all indices of each year that a base has more than once, with different indices."""
    same: dict[tuple[str, int], list[tuple[Record, PriceIndex]]] = defaultdict(list)
    for record, index in read:
        same[name_base(index.base), index.year].append((record, index))
    return [
        (rows[-1][0], [index for _, index in rows])
        for rows in same.values()
        if len({index.index for _, index in rows}) > 1
    ]


def _check_bases(read: Sequence[tuple[Record, PriceIndex]]) -> Iterator[Problem]:
    bases = {name_base(index.base): index.base for _, index in read}
    if len(bases) > 1:
        record = next(record for record, index in read if name_base(index.base) != name_base(read[0][1].base))
        found = ", ".join(bases.values())
        cell = entry.cell if (entry := record.find("base")) else ""
        yield Problem("price_mixed_bases", record.file, record.sheet, cell, found)


def _place(code: str, record: Record, columns: Sequence[str], allowed: Text | None = None) -> Problem:
    entry = next((found for column in columns if (found := record.find(column))), None)
    entry = entry or next(iter(record.entries.values()))
    return Problem(code, record.file, record.sheet, entry.cell, entry.text, allowed or Text("", ""))


def _names(columns: Sequence[str]) -> Text:
    labels = [column_label(TABLE, column) for column in columns]
    return Text(*(", ".join(label[language] for label in labels) for language in Language))
