"""Set aside the figures typed in a summary that the rows of the same project give: the rows win."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd
from openpyxl.utils import get_column_letter

from dictionary.load_methods import load_measures
from dictionary.nouns import TARGET, Exclusion, SheetReading
from ingest import Reading

REASON = "computed_from_rows"


@dataclass(frozen=True)
class Aside:
    """The observations that stay, the typed ones set aside, their rows, and the row counts that follow."""

    observations: pd.DataFrame
    typed: pd.DataFrame
    excluded: tuple[Exclusion, ...]
    sheets: tuple[SheetReading, ...]


def set_typed_aside(reading: Reading) -> Aside:
    """Leave out each typed figure of an indicator that is computed from rows, and list its row."""
    observations = reading.observations
    typed = observations["typed"].to_numpy(dtype=bool)
    supposed = observations["supposed"].to_numpy(dtype=bool)
    told_of, unsaid = (set(observations["indicator"][rows].unique()) for rows in (~typed, supposed))
    computed = {measure.indicator for measure in load_measures() if measure.observed in told_of - unsaid}
    doubled = typed & observations["indicator"].isin(computed).to_numpy()
    double = doubled & (observations["round"] != TARGET).to_numpy()  # nothing but a row's own figure gives way
    if not double.any():
        return Aside(observations, observations[double], (), reading.sheets)
    excluded = _list_rows(reading, observations[double])
    lost = Counter((exclusion.file, exclusion.sheet) for exclusion in excluded)
    sheets = tuple(_recount(sheet, lost[sheet.file, sheet.sheet]) for sheet in reading.sheets)
    return Aside(observations[~double], observations[double], excluded, sheets)


def _list_rows(reading: Reading, double: pd.DataFrame) -> tuple[Exclusion, ...]:
    listed: dict[tuple[int, int], Exclusion] = {}
    cells = double[["source", "row", "column", "indicator"]].sort_values(["source", "row", "column"])
    for source, row, column, indicator in cells.itertuples(index=False, name=None):
        file, sheet = reading.places[source]
        earlier = listed.get((source, row))
        ranges = (*(earlier.ranges if earlier else ()), f"{get_column_letter(column)}{row}")
        listed[source, row] = Exclusion(REASON, file, sheet, ranges, row=int(row), indicator=str(indicator))
    return tuple(listed.values())


def _recount(sheet: SheetReading, lost: int) -> SheetReading:
    return replace(sheet, rows_used=sheet.rows_used - lost, rows_left_out=sheet.rows_left_out + lost)
