"""What is wrong with a value map: deductions of zero without a reason, rows that cannot be priced, odd years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analysis.sroi.present_value import SHARES
from analysis.sroi.settings import Combination
from analysis.sroi.stated import list_unusable
from analysis.sroi.value_map import (
    CURRENCY,
    DEDUCTIONS,
    HELD,
    PRICED,
    STARTS,
    TABLE,
    Outcome,
    ValueMap,
)
from analysis.sroi.yearly import YEARS, read_yearly
from dictionary.load import column_label
from dictionary.nouns import Problem
from dictionary.records import Record
from i18n import Language, Text
from i18n.numbers import write_number, write_percent

Told = tuple[str, str, str, Text]  # code, cell, found, allowed


def check_value_map(value_map: ValueMap | None) -> tuple[Problem, ...]:
    """The problems of the rows together, each with its cell."""
    if value_map is None:
        return ()
    of_rows = (_place(one, told) for one in value_map.outcomes for told in _check(one))
    return (*of_rows, *_check_inputs(value_map), *map(_tell_apart, value_map.apart))


def _tell_apart(record: Record) -> Problem:
    """That the amounts of a sheet are in another currency than those of the others, and so not counted."""
    entry = record.entries[CURRENCY, ""]
    return Problem("sroi_currency_mixed", record.file, record.sheet, entry.cell, found=entry.text)


def check_sums(priced: Sequence[Outcome], combination: Combination) -> tuple[Problem, ...]:
    """A problem for each line whose deductions, where they are added, are more than all of it."""
    if combination is not Combination.ADD:
        return ()
    sums = [(one, sum(map(one.share, SHARES))) for one in priced]
    return tuple(
        _place(one, ("sroi_over_whole", _cells(one, SHARES), write_percent(total), _names(SHARES)))
        for one, total in sums
        if total > 1 + 1e-9
    )


def _check(one: Outcome) -> Iterator[Told]:
    checks: tuple[Callable[[Outcome], Iterator[Told]], ...] = (
        _check_price,
        _check_status,
        _check_years,
        _check_yearly,
        _check_zeros,
        _check_ranges,
    )
    for check in checks:
        yield from check(one)


def _check_price(one: Outcome) -> Iterator[Told]:
    """A row that says it is priced and cannot be."""
    blank = [key for key in one.missing if one.record.find(key) is None]
    if blank:
        yield "sroi_not_priced", _key_cell(one), "", _names(blank)
    for key in one.missing:
        entry = one.record.find(key)
        if entry is not None and entry.number is not None:
            yield "sroi_out_of_range", entry.cell, entry.text, _names((key,))


def _check_status(one: Outcome) -> Iterator[Told]:
    """A row set aside without a word."""
    if one.status != PRICED and not one.missing and not one.reason:
        cell = entry.cell if (entry := one.record.find("status")) else _key_cell(one)
        yield "sroi_status_unexplained", cell, one.record.text("status"), _names(("status_reason",))


def _check_years(one: Outcome) -> Iterator[Told]:
    if one.status != PRICED:
        return
    duration, start = one.record.find("duration_years"), one.record.find("start")
    if not one.yearly and (duration is None or duration.number == 0):
        cell = duration.cell if duration else _key_cell(one)
        yield "sroi_no_duration", cell, duration.text if duration else "", _names(("duration_years",))
    if start is not None and start.number not in STARTS:
        yield "sroi_start_unknown", start.cell, start.text, Text(*2 * [" / ".join(map(write_number, STARTS))])


def _check_yearly(one: Outcome) -> Iterator[Told]:
    """That the value of each year stands for a quantity and a proxy, as it is before the deductions of its row."""
    cells = [key for key in YEARS if one.record.find(key)]
    if read_yearly(one.record):
        yield "sroi_by_year", _cells(one, cells), "", _names(cells)


def _check_zeros(one: Outcome) -> Iterator[Told]:
    """Deductions of zero, or left blank, for which no reason is written."""
    if one.status != PRICED or one.zero_reason:
        return
    zeros = [key for key in list_zeros(one) if one.record.find(key)]
    blank = [key for key in list_zeros(one) if not one.record.find(key)]
    if zeros:
        yield "sroi_zero_unexplained", _cells(one, zeros), "0", _names(zeros)
    if blank:
        yield "sroi_deduction_blank", _key_cell(one), "", _names(blank)


def _check_ranges(one: Outcome) -> Iterator[Told]:
    """Lowest and highest values that do not enclose what is entered, or one without the other."""
    for key, entries in list_unusable(one.record) if one.status == PRICED else ():
        cells, texts = ", ".join(entry.cell for entry in entries), " – ".join(entry.text for entry in entries)
        yield "sroi_range_wrong", cells, texts, _names((key,))


def list_zeros(one: Outcome) -> tuple[str, ...]:
    """The deductions that take nothing off; the drop-off only where there is a second year to drop to."""
    asked = DEDUCTIONS if one.duration > 1 and not one.yearly else SHARES
    return tuple(key for key in asked if not one.share(key))


def _check_inputs(value_map: ValueMap) -> Iterator[Problem]:
    """The same thing put in twice, or nothing at all, so that there is no ratio."""
    for one in value_map.repeated:
        told = f"{one.what or one.stakeholder} {write_number(one.amount)}".strip()
        yield Problem("sroi_input_repeated", one.source.file, one.source.sheet, one.source.ranges[0], told)
    for one in value_map.below_zero:
        told = f"{one.what or one.stakeholder} {write_number(one.amount)}".strip()
        yield Problem("sroi_input_negative", one.source.file, one.source.sheet, one.source.ranges[0], told)
    total = sum(one.amount for one in value_map.inputs)
    if total <= 0 and (value_map.of_status(PRICED) or value_map.of_status(HELD)):
        first = value_map.outcomes[0].record
        yield Problem("sroi_no_inputs", first.file, first.sheet, allowed=_names(("input_thb",)))


def _place(one: Outcome, told: Told) -> Problem:
    code, cell, found, allowed = told
    return Problem(code, one.record.file, one.record.sheet, cell, found, allowed)


def _key_cell(one: Outcome) -> str:
    """The cell of the outcome, or else the first of its row."""
    entry = one.record.find("outcome") or next(iter(one.record.entries.values()))
    return entry.cell


def _cells(one: Outcome, keys: Sequence[str]) -> str:
    return ", ".join(entry.cell for key in keys if (entry := one.record.find(key)))


def _names(keys: Sequence[str]) -> Text:
    labels = [column_label(TABLE, key) for key in keys]
    return Text(*(", ".join(label[language] for label in labels) for language in Language))
