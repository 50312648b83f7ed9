"""What a specification of reading is: a kind of workbook in words, one such workbook, and what is read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18n import Text
from ingest import InputFile, Reading, read_files
from tests.build import Rows, Sheets, build, check, codes, values
from tests.formats import Writer


@dataclass(frozen=True)
class ReadingSpec:
    """``files`` are workbooks by name, ``expected`` the values of ``indicator`` by unit and round (None: not known).

    ``says`` are the codes of the problems that tell the user of it; ``rounds`` the keys of the rounds. ``write`` makes
    a file of the sheets. ``people`` are how many persons were matched, stand only before, only after, stand twice on
    a list, and are offered to the user as uncertain.
    """

    title: Text
    rule: Text
    files: Mapping[str, Sheets]
    expected: Mapping[tuple[str, str], float | None]
    indicator: str = "member_income"
    says: frozenset[str] = frozenset()
    rounds: tuple[str, ...] = ("baseline", "endline")
    left_out: tuple[str, ...] = field(default=())
    write: Writer = build
    password: str | None = None
    people: tuple[int, int, int, int, int] | None = None

    @cached_property
    def reading(self) -> Reading:
        files = [InputFile(name, self.write(sheets), password=self.password) for name, sheets in self.files.items()]
        return check(read_files(files))

    @property
    def said(self) -> set[str]:
        return set(codes(self.reading.problems))

    @property
    def found(self) -> Mapping[tuple[str, ...], float | None]:
        """The values by unit and round; those of several sources added up, not known where one is not."""
        found: dict[tuple[str, ...], float | None] = {}
        for (unit, round_key, _), value in values(self.reading, self.indicator, "income_source").items():
            total = found.get((unit, round_key), 0.0)
            found[unit, round_key] = None if value is None or total is None else total + value
        return found

    @property
    def counted(self) -> tuple[int, int, int, int, int] | None:
        """The numbers of ``people`` as they were read."""
        if self.people is None or self.reading.people is None:
            return None
        counts = self.reading.people.counts
        (_, before), (_, after) = counts.only
        return counts.matched, before, after, counts.duplicates, counts.uncertain


def one(name: str, rows: Rows) -> dict[str, Sheets]:
    """A single workbook with a single sheet."""
    return {"ข้อมูล.xlsx": {name: rows}}
