"""The sentences and labels of the product, as rows of ``i18n/words/*.csv`` (key, th, en)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from string import Formatter

from i18n.language import Language, Text

FOLDER = Path(__file__).parent / "words"


@cache
def load_words(folder: Path = FOLDER) -> dict[str, Text]:
    """Read every word list of the folder; a key given twice is a programmer's error (ValueError)."""
    words: dict[str, Text] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["key"] in words:
                    raise ValueError(f"{path.name}: the key {row['key']} stands twice")
                words[row["key"]] = Text(row["th"], row["en"])
    return words


def word(key: str, language: Language, /, **values: object) -> str:
    """The text of ``key`` in ``language`` with ``{name}`` places filled from ``values``.

    ``{n:member|members}`` is the first word where n is 1 and the second otherwise; Thai needs one word for both.
    Raises KeyError for a key that no word list holds: a missing word must fail in a test.
    """
    return _FILL.format(load_words()[key][language], **values)


class _Fill(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        """The value as it stands, or the one of two words that goes with it."""
        one, several, many = format_spec.partition("|")
        if not several:
            return str(format(value, format_spec))
        return one if is_one(str(value)) else many


_FILL = _Fill()


def is_one(number: str) -> bool:
    """Whether a number as it is written, with or without a sign, is followed by the singular."""
    return number.lstrip("+-\N{MINUS SIGN}") == "1"
