"""Observations for tests, written as a table of units with a column for each round.

``-`` is a blank cell (unknown), ``.`` no cell at all. Units stand one below the other from row 2 on, the earlier round
in column E, the later in column F; of several rounds from column H on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from analysis import Compared, compare_rounds
from analysis.findings import Finding, Group
from analysis.provenance import Place
from dictionary.nouns import Indicator, Round
from dictionary.observations import COLUMNS, GROUPS
from i18n import Text

ROUNDS = (Round("baseline", Text("ก่อน", "Before")), Round("endline", Text("หลัง", "After")))
PLACES = (Place("test.xlsx", "sheet"), Place("test.xlsx", "summary"))
SHEETS = tuple((place.file, place.sheet) for place in PLACES)
CELL_COLUMNS = {"baseline": 5, "endline": 6, "target": 7, "y2562": 8, "y2563": 9, "y2564": 10}
BLANK, NO_CELL = "-", "."

Row = Mapping[str, str]


def read_table(text: str) -> list[dict[str, str]]:
    """Rows of a table of words: the first line is the header."""
    header, *lines = (line.split() for line in text.strip().splitlines())
    return [dict(zip(header, line, strict=True)) for line in lines]


def observe(indicator: str, rows: Iterable[Row], typed: bool = False) -> pd.DataFrame:
    """One observation for each cell of the rows; columns other than unit and rounds are groups (or n)."""
    cells = [cell for place, row in enumerate(rows) for cell in _cells(indicator, row, place + 2, typed)]
    return join_frames([pd.DataFrame(cells, columns=list(COLUMNS))])


def _cells(indicator: str, row: Row, number: int, typed: bool) -> Iterator[dict[str, object]]:
    for name, column in CELL_COLUMNS.items():
        text = row.get(name, NO_CELL)
        if text == NO_CELL:
            continue
        yield {
            "indicator": row.get("indicator", indicator),
            "unit": row.get("unit", ""),
            "round": name,
            "value": np.nan if text == BLANK else float(text),
            "n": float(row["n"]) if row.get("n", NO_CELL) not in {BLANK, NO_CELL} else np.nan,
            "typed": typed,
            "supposed": False,
            "source": int(typed),
            "row": number,
            "column": column,
            **{group: row[group] for group in GROUPS if row.get(group, BLANK) != BLANK},
        }


def join_frames(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Frames of observations as one, with the types of ``dictionary.observations``."""
    joined = pd.concat([frame.astype(object) for frame in frames], ignore_index=True)
    names = dict.fromkeys(("indicator", "unit", "round", *GROUPS), "category")
    numbers = {"value": "float64", "n": "float64", "sd": "float64", "typed": "bool", "supposed": "bool"}
    return joined.astype({**names, **numbers, "source": "int16", "row": "int32", "column": "int16"})


def compare(*frames: pd.DataFrame, indicators: Mapping[str, Indicator] | None = None) -> Compared:
    """The comparison of the two test rounds."""
    return compare_rounds(join_frames(frames), ROUNDS, indicators or {}, PLACES)


def find(compared: Compared, indicator: str, group: Group = ()) -> Finding:
    """The one finding of an indicator for a group; a missing one fails the test."""
    (finding,) = (f for f in compared.findings if f.indicator.key == indicator and f.group == group)
    return finding
