"""What a specification of reading is: a kind of workbook in words, one such workbook, and what is read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18n import Text
from ingest import Reading
from tests.build import Rows, Sheets, codes, read_many, values


@dataclass(frozen=True)
class ReadingSpec:
    """``files`` are workbooks by name, ``expected`` the values of ``indicator`` by unit and round (None: not known).

    ``says`` are the codes of the problems that tell the user of it; ``rounds`` the keys of the rounds.
    """

    title: Text
    rule: Text
    files: Mapping[str, Sheets]
    expected: Mapping[tuple[str, str], float | None]
    indicator: str = "member_income"
    says: frozenset[str] = frozenset()
    rounds: tuple[str, ...] = ("baseline", "endline")
    left_out: tuple[str, ...] = field(default=())

    @cached_property
    def reading(self) -> Reading:
        return read_many(self.files)

    @property
    def said(self) -> set[str]:
        return set(codes(self.reading.problems))

    @property
    def found(self) -> Mapping[tuple[str, ...], float | None]:
        return values(self.reading, self.indicator)


def one(name: str, rows: Rows) -> dict[str, Sheets]:
    """A single workbook with a single sheet."""
    return {"ข้อมูล.xlsx": {name: rows}}
