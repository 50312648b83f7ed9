"""Projects whose amounts are told in the prices of one year; all names and numbers are invented, the indices too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from analysis import PriceChoice, PriceKind
from analysis.findings import Findings
from dictionary.nouns import Round
from dictionary.records import Entry, Record
from i18n import Text
from project import Pair, Project, find_changes
from tests.factories_rounds import make_project

REAL = PriceChoice(PriceKind.REAL)


def make_rows(
    indices: Mapping[int, float], base: str = "2562 = 100", source: str = "ผู้ประกาศสมมติ"
) -> tuple[Record, ...]:
    """The rows of a sheet of price indices, by year C.E."""
    return tuple(
        Record("prices", "book.xlsx", "ดัชนีราคา", row, _fill(row, str(year), index, (base, source)))
        for row, (year, index) in enumerate(indices.items(), start=2)
    )


def _fill(row: int, year: str, index: float, said: tuple[str, str]) -> dict[tuple[str, str], Entry]:
    texts = dict(zip(("year", "index", "base", "source"), (year, f"{index:g}", *said), strict=True))
    cells = zip("ABCD", texts.items(), strict=True)
    return {
        (column, ""): Entry(f"{letter}{row}", text, index if column == "index" else None)
        for letter, (column, text) in cells
        if text
    }


def make_span(key: str, first: tuple[int, int], last: tuple[int, int]) -> Round:
    """A round from the first day of a month (year C.E., month) to the 28th of another."""
    return Round(key, Text(key, key), date(*first, 1), date(*last, 28))


def find_real(project: Project | None = None, choice: PriceChoice = REAL, pair: Pair | None = None) -> Findings:
    """What changed in a project (else that of three rounds, 2562–2564) in constant prices."""
    return find_changes(replace(project or make_project(), prices=choice), pair=pair)
