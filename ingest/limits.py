"""What one file may cost. Beyond it the file is refused in one sentence, so that nobody else has to wait for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

MEGABYTE = 1 << 20
PREFIX = "KONLANG_MOST_"


@dataclass(frozen=True)
class Limits:
    """Each is set by an environment variable, such as ``KONLANG_MOST_SECONDS=20`` for ``seconds``.

    ``cells`` are those of the rectangles around what the sheets hold, blank ones too: the reader needs room for all.
    """

    seconds: int = 7  # of work for a file of any size, and in addition
    megabytes_a_second: int = 2  # of the file as it was given
    megabytes: int = 720  # of memory that one reading takes beyond what the program itself needs
    sheet_cells: int = 8_000_000
    cells: int = 12_000_000  # of all sheets of a file
    columns: int = 16_384  # as many as Excel has
    filled_columns: int = 2_000  # columns of a sheet that hold something; people make no table with more
    rows: int = 1_048_576
    sheets: int = 500
    inflated_megabytes: int = 512  # of all parts of a zipped workbook
    part_megabytes: int = 256  # of one part
    ratio: int = 250  # inflated against given, looked at beyond ``small_megabytes``
    small_megabytes: int = 32
    entries: int = 10_000  # parts of a zipped workbook

    def seconds_for(self, size: int) -> float:
        """Seconds that a file of so many bytes may take."""
        return self.seconds + size / (self.megabytes_a_second * MEGABYTE)


def read_limits(settings: Mapping[str, str]) -> Limits:
    """The limits with those that are set; what is no whole number above 0 is not used."""
    given = {one.name: settings.get(PREFIX + one.name.upper(), "").strip() for one in fields(Limits)}
    numbers = {name: int(text) for name, text in given.items() if text.isdecimal() and int(text)}
    return replace(Limits(), **numbers)


LIMITS = read_limits(os.environ)
