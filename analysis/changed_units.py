"""Which indicators were given in another unit, or for another period, in one round than in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.circumstances import INCOME
from analysis.findings import Finding
from dictionary.nouns import Problem, Round, SheetReading

AMOUNT, PERIOD, TABLE = "amount", "period", "income"
OF_A_YEAR = "amount_per_year"  # the problem of a header of amounts that were read as of a year
ANOTHER_UNIT = {"unit_differs_between_rounds", "unit_converted_between_rounds"}  # not used, or converted
MONTH, YEAR = "month", "year"
_ROW = re.compile(r"\d+")


def find_changed_units(
    sheets: Sequence[SheetReading],
    problems: Sequence[Problem],
    findings: Sequence[Finding],
    rounds: tuple[Round, Round],
) -> frozenset[str]:
    """The indicators whose amounts changed unit or period between the two rounds."""
    yearly = {(one.file, one.sheet, one.cell) for one in problems if one.code == OF_A_YEAR}
    periods = [{*_list_periods(sheets, yearly, one.key)} for one in rounds]
    changed = {INCOME} if all(periods) and periods[0] != periods[1] else set()
    clashes = [one for one in problems if one.code in ANOTHER_UNIT]
    return frozenset(changed | {f.indicator.key for f in findings if any(_is_of(f, one) for one in clashes)})


def _list_periods(sheets: Sequence[SheetReading], yearly: set[tuple[str, str, str]], round_key: str) -> Iterator[str]:
    """What the amounts of income of a round stand for, by their header, a column of the sheet or a title above."""
    for sheet in (one for one in sheets if one.table == TABLE):
        by_row = [column.period for column in sheet.columns if column.column == PERIOD]
        for column in sheet.columns:
            if column.column != AMOUNT or round_key not in {column.round, sheet.round}:
                continue
            titled = YEAR if (sheet.file, sheet.sheet, column.cell) in yearly else MONTH
            said = by_row[0] if by_row else column.period or titled
            if said:
                yield said


def _is_of(finding: Finding, clash: Problem) -> bool:
    """Whether a value in another unit stands on a row of the finding."""
    (row,) = _ROW.findall(clash.cell)[:1] or ("",)
    return any(
        (source.file, source.sheet) == (clash.file, clash.sheet) and any(_holds(area, row) for area in source.ranges)
        for source in finding.sources
    )


def _holds(area: str, row: str) -> bool:
    """Whether an A1 range has cells of a row."""
    ends = [int(number) for number in _ROW.findall(area)]
    return bool(row and ends) and min(ends) <= int(row) <= max(ends)
