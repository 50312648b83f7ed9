"""The CSV files of the dictionary as rows; read once by the loaders."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from i18n import Text

FOLDER = Path(__file__).parent


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``<name>.csv``, every cell a text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def read_text(row: dict[str, str], name: str) -> Text:
    """The text of two columns, such as ``label_th`` and ``label_en``."""
    return Text(row[f"{name}_th"], row[f"{name}_en"])
