"""The rows of the value map → its outcomes and inputs, each with its cells; nothing is priced yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.sroi.settings import read_rate
from analysis.sroi.stated import read_stated
from analysis.sroi.yearly import PRODUCT, YEARS, read_yearly
from dictionary.nouns import Source
from dictionary.records import Entry, Record

TABLE, PROJECT = "sroi", "project"
PRICED, HELD, EXCLUDED = "priced", "held", "excluded"
DEDUCTIONS = ("deadweight", "displacement", "attribution", "drop_off")
RATE, CURRENCY = "discount_rate", "currency"  # what a sheet says beside its rows
MOST_YEARS = 100
Place = tuple[str, str]  # file and sheet
STARTS = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Input:
    """What one stakeholder put in, in baht."""

    stakeholder: str
    what: str
    amount: float
    source: Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the value map. ``shares`` are the four deductions as entered, None where blank or unreadable.

    ``status`` is priced, held or excluded; a priced row that cannot be priced is held, and ``missing`` names the
    columns for want of which it is. ``reason`` is what the group wrote of its status, ``zero_reason`` of deductions
    of zero. ``duration`` is in years, ``start`` 1 or 2, both as counted. ``stated`` are the lowest and highest values
    that the row gives, by column. ``yearly`` is what part of the proxy each year is worth, where the sheet says years.
    """

    stakeholder: str
    outcome: str
    indicator: str
    evidence: str
    proxy: str
    proxy_source: str
    status: str
    reason: str
    zero_reason: str
    quantity: float | None
    proxy_thb: float | None
    duration: float
    start: float
    shares: tuple[float | None, float | None, float | None, float | None]
    missing: tuple[str, ...]
    record: Record
    stated: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    yearly: tuple[float, ...] = ()

    @property
    def source(self) -> Source:
        """The cells of the row."""
        return self.record.source()

    def share(self, deduction: str) -> float:
        """A deduction as counted: a blank one is none."""
        return self.shares[DEDUCTIONS.index(deduction)] or 0.0


@dataclass(frozen=True, slots=True)
class ValueMap:
    """All outcomes and inputs.

    ``rate`` is the discount rate that the sheets state (a share a year), ``rate_source`` its cell. ``currency`` is the
    foreign one in which the sheet's amounts are, "" for baht. ``repeated`` are inputs that stood on an earlier row,
    ``below_zero`` those of less than nothing: neither is counted.
    ``apart`` are the currencies, one record for each, of sheets that are not counted because others are in another.
    """

    outcomes: tuple[Outcome, ...]
    inputs: tuple[Input, ...]
    rate: float | None = None
    rate_source: Source | None = None
    currency: str = ""
    repeated: tuple[Input, ...] = ()
    below_zero: tuple[Input, ...] = ()
    apart: tuple[Record, ...] = ()

    def of_status(self, status: str) -> tuple[Outcome, ...]:
        """The outcomes of one of the three lists, in their order."""
        return tuple(one for one in self.outcomes if one.status == status)


def read_value_map(records: Sequence[Record]) -> ValueMap | None:
    """The value map of a project, None where no sheet has a row of it.

    The discount rate is that of the project sheet, or else the one beside the value map. Amounts of several currencies
    are never added: those in baht count, or else those of the first sheet.
    """
    rows, apart = _keep_one_currency([record for record in records if record.table == TABLE])
    outcomes = tuple(_read_outcome(row) for row in rows if _is_outcome(row))
    stated = [_read_input(row, amount) for row in rows if (amount := row.number("input_thb")) is not None]
    given = [one for one in stated if one.amount >= 0]
    if not outcomes and not stated:
        return None
    first = {(one.stakeholder, one.what, one.amount): one for one in reversed(given)}
    inputs = tuple(one for one in given if one is first[one.stakeholder, one.what, one.amount])
    ordered = [*(one for one in records if one.table == PROJECT), *rows]
    rated = next((one for one in ordered if _read_rate(one) is not None), None)
    currency = next((text for one in rows if (text := one.text(CURRENCY))), "")
    return ValueMap(
        outcomes,
        inputs,
        _read_rate(rated) if rated else None,
        rated.source((RATE, "")) if rated else None,
        currency,
        repeated=tuple(one for one in given if one not in inputs),
        below_zero=tuple(one for one in stated if one.amount < 0),
        apart=apart,
    )


def _keep_one_currency(rows: Sequence[Record]) -> tuple[list[Record], tuple[Record, ...]]:
    """The rows of the sheets of one currency, and what says the currency of each of the others."""
    foreign = {_sheet(row): row for row in rows if row.find(CURRENCY)}
    stated = _hear_currencies(rows, {sheet: row.text(CURRENCY) for sheet, row in foreign.items()})
    kept = "" if "" in stated.values() else next(iter(stated.values()), "")
    apart = tuple(row for sheet, row in foreign.items() if stated[sheet] != kept)
    return [row for row in rows if stated[_sheet(row)] == kept], apart


def _hear_currencies(rows: Sequence[Record], said: Mapping[Place, str]) -> dict[Place, str]:
    """The currency of each sheet, "" for baht: outcomes and inputs on sheets apart have the one that either says."""
    sheets, maps = dict.fromkeys(map(_sheet, rows)), {_sheet(row) for row in rows if _is_outcome(row)}
    told = {
        is_map: {said[one] for one in sheets if one in said and (one in maps) == is_map} for is_map in (True, False)
    }
    heard = {
        is_map: next(iter(told[not is_map])) if not told[is_map] and len(told[not is_map]) == 1 else ""
        for is_map in (True, False)
    }
    return {sheet: said.get(sheet, heard[sheet in maps]) for sheet in sheets}


def _sheet(row: Record) -> Place:
    return row.file, row.sheet


def _is_outcome(row: Record) -> bool:
    return any(row.find(column) for column in ("outcome", *PRODUCT, *YEARS))


def _read_rate(record: Record) -> float | None:
    entry = record.find(RATE)
    if entry is None or entry.number is None:
        return None
    return read_rate(entry.number, is_percent="%" in entry.text)


def _read_input(row: Record, amount: float) -> Input:
    return Input(row.text("stakeholder"), row.text("input"), amount, row.source(("input_thb", "")))


def _read_outcome(row: Record) -> Outcome:
    missing, yearly = _list_missing(row), read_yearly(row)
    status = row.code("status") or PRICED
    deadweight, displacement, attribution, drop_off = (row.number(key) for key in DEDUCTIONS)
    return Outcome(
        stakeholder=row.text("stakeholder"),
        outcome=row.text("outcome") or row.text("indicator") or row.text("proxy"),
        indicator=row.text("indicator"),
        evidence=row.text("source"),
        proxy=row.text("proxy"),
        proxy_source=row.text("proxy_source"),
        status=HELD if status == PRICED and missing else status,
        reason=row.text("status_reason"),
        zero_reason=row.text("zero_reason"),
        quantity=1.0 if yearly else row.number("quantity"),
        proxy_thb=yearly.peak if yearly else row.number("proxy_thb"),
        duration=float(len(yearly.shares))
        if yearly and yearly.shares
        else _read_duration(row.number("duration_years")),
        start=_read_start(row.number("start")),
        shares=(deadweight, displacement, attribution, None if yearly and yearly.shares else drop_off),
        missing=missing if status == PRICED else (),
        record=row,
        stated=read_stated(row),
        yearly=yearly.shares if yearly else (),
    )


def _list_missing(row: Record) -> tuple[str, ...]:
    """The columns without which a row cannot be priced: blank, unreadable, or a share that can be none."""
    needed = [key for key in PRODUCT if row.number(key) is None and not read_yearly(row)]
    return (*needed, *(key for key in (*DEDUCTIONS, "duration_years") if is_out_of_range(key, row.find(key))))


def is_out_of_range(key: str, entry: Entry | None) -> bool:
    """Whether a deduction is no share of 0–100 %, or a duration no number of years; a blank one is not."""
    if entry is None:
        return False
    return entry.number is None or not 0 <= entry.number <= (MOST_YEARS if key == "duration_years" else 1)


def _read_start(start: float | None) -> float:
    """1 or 2; anything else counts as in the period of activity, and is said."""
    return start if start in STARTS else STARTS[0]


def _read_duration(years: float | None) -> float:
    """Years as counted: an outcome of no stated duration, or of 0 years, is counted for one."""
    return years or 1.0
