"""Incomes held against a line: what share of the same members was below it before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from analysis.caveats import Facts
from analysis.estimators import Values, list_beside
from analysis.findings import Finding, PairedValues
from analysis.judging import judge_one
from analysis.sample import Change, Sample, subtract
from analysis.statistics import Floats, compare_answers, compare_shares_paired
from analysis.write_finding import Subject, write_finding
from dictionary.load import code_label
from dictionary.load_indicators import load_indicators
from dictionary.load_lines import LineRow, load_lines
from dictionary.load_methods import Design, load_method_rows
from dictionary.nouns import Round
from i18n import Text

INDICATOR, METHOD, ENTERED = "below_income_line_share", "paired_share", "entered"
NO_LINE = "no_line"
OF_HOUSEHOLDS = "income_of_households"


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """A line in baht a month before and after (None: not known for that time), and who says so.

    ``code`` is of the codelist ``income_line``, ``place`` the province it holds for (None: everywhere), ``since`` when
    each amount came into force.
    """

    code: str
    amounts: tuple[float | None, float | None]
    source: Text
    place: Text | None = None
    since: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class BelowLine:
    """A line, and the finding of the share of members below it."""

    line: IncomeLine
    finding: Finding


def list_lines(rounds: tuple[Round, Round], province: str) -> tuple[IncomeLine, ...]:
    """The lines of the table that hold in a province on the last day of either round; each round by its own.

    A time without a row stays unknown: no year is put in another's place.
    """
    lines = (_choose(code, rounds, province) for code in dict.fromkeys(row.line for row in load_lines()))
    return tuple(line for line in lines if line is not None)


def enter_line(amount: float, source: str) -> IncomeLine:
    """A line of the user's own, the same in both rounds. Raises ValueError without an amount above 0 or a source."""
    if not (np.isfinite(amount) and amount > 0 and source.strip()):
        raise ValueError("an entered line needs an amount above 0 and a source")
    return IncomeLine(ENTERED, (amount, amount), Text(source.strip(), source.strip()))


def find_below(income: Finding, pairs: PairedValues, lines: Sequence[IncomeLine]) -> tuple[BelowLine, ...]:
    """The share below each line, before and after, of the members behind the finding of their income."""
    return tuple(BelowLine(line, _compare(income, pairs, line)) for line in lines)


def _choose(code: str, rounds: tuple[Round, Round], province: str) -> IncomeLine | None:
    rows = [row for row in load_lines() if row.line == code and (row.is_of(province))]
    found = [_row_of(rows, round_) for round_ in rounds]
    named = next((row for row in found if row), None)
    if named is None:
        return None
    amounts = [row.per_month if row else None for row in found]
    since = [row.start if row else None for row in found]
    return IncomeLine(code, (amounts[0], amounts[1]), named.source, named.place, (since[0], since[1]))


def _row_of(rows: Sequence[LineRow], round_: Round) -> LineRow | None:
    day = round_.end or round_.start
    return next((row for row in rows if day and row.holds(day)), None)


def _compare(income: Finding, pairs: PairedValues, line: IncomeLine) -> Finding:
    before, after = _mark(pairs, line)
    sample = Sample(before, after)
    indicator = load_indicators()[INDICATOR]
    if income.indicator.of_households:
        indicator = replace(indicator, label=code_label(OF_HOUSEHOLDS, INDICATOR), of_households=True)
    facts = Facts(_measure(sample), Design.PAIRED, share=True)
    finding = write_finding(Subject(indicator, METHOD), facts, income.sources)
    beside = () if finding.missing else list_beside(indicator, load_method_rows()[METHOD], Values(sample))
    return judge_one(replace(finding, caveats=income.caveats, beside=beside))


def _mark(pairs: PairedValues, line: IncomeLine) -> Iterator[Floats]:
    """1 for a member below the line of the round, 0 for one who is not; NaN where the line is not known."""
    for values, amount in zip((pairs.baseline, pairs.endline), line.amounts, strict=True):
        yield np.full(values.size, np.nan) if amount is None else (values < amount).astype(np.float64)


def _measure(sample: Sample) -> Change:
    shares = [None if np.isnan(values).any() or not values.size else float(values.mean()) for values in sample.sides]
    n = sample.baseline.size
    change = Change(shares[0], shares[1], subtract(*shares), n_baseline=n, n_endline=n, n_pairs=n)
    if None in shares:
        return replace(change, missing=NO_LINE if n else "too_few")
    answers = Values(sample).answers
    return replace(change, interval=compare_shares_paired(answers).interval, p_value=compare_answers(answers).p_value)
