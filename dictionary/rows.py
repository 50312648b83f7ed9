"""The CSV files of the dictionary as rows; read once by the loaders."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from i18n import Text
from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS

FOLDER = Path(__file__).parent
_PUNCTUATION = re.compile(r"""[\s_\-–—.,/\\:;*'"“”‘’()\[\]{}?!#|&]+""")


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``<name>.csv``, every cell a text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def text_of(row: dict[str, str], name: str) -> Text:
    """The text of two columns, such as ``label_th`` and ``label_en``."""
    return Text(row[f"{name}_th"], row[f"{name}_en"])


def squash(text: str) -> str:
    """A word as it is compared: one spelling of marks and digits, small letters, no spaces or punctuation.

    A text of punctuation alone stays as it is, so that ``/`` and ``-`` can be spellings too.
    """
    folded = fold_marks(text).translate(THAI_DIGITS).casefold()
    return _PUNCTUATION.sub("", folded) or folded
