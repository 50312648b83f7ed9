"""Which indicators were given in another unit, or for another period, in one round than in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.circumstances import INCOME
from analysis.findings import Finding
from dictionary.nouns import Problem, Round, SheetReading

AMOUNT, PERIOD, TABLE = "amount", "period", "income"
SCALED = "amount_scaled"  # the problem of a header of amounts in thousands of baht, or in more
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
    said = {(one.file, one.sheet, one.cell, one.code) for one in problems if one.code in {OF_A_YEAR, SCALED}}
    periods = [{*_list_units(sheets, said, one.key)} for one in rounds]
    changed = {INCOME} if all(periods) and periods[0] != periods[1] else set()
    clashes = [one for one in problems if one.code in ANOTHER_UNIT]
    return frozenset(changed | {f.indicator.key for f in findings if any(_is_of(f, one) for one in clashes)})


def _list_units(
    sheets: Sequence[SheetReading], noted: set[tuple[str, str, str, str]], round_key: str
) -> Iterator[tuple[str, bool]]:
    """What the amounts of income of a round stand for, by their header, a column of the sheet or a title above.

    And whether they were in thousands of baht or in more; ``noted`` are the headers of which something was said.
    """
    for sheet in (one for one in sheets if one.table == TABLE):
        by_row = [column.period for column in sheet.columns if column.column == PERIOD]
        for column in sheet.columns:
            if column.column != AMOUNT or round_key not in {column.round, sheet.round}:
                continue
            place = (sheet.file, sheet.sheet, column.cell)
            titled = YEAR if (*place, OF_A_YEAR) in noted else MONTH
            said = by_row[0] if by_row else column.period or titled
            if said:
                yield said, (*place, SCALED) in noted


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
