"""The sentences and labels of the product, as rows of ``i18n/words/*.csv`` (key, th, en)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

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

    Raises KeyError for a key that no word list holds: a missing word must fail in a test.
    """
    return load_words()[key][language].format(**values)
