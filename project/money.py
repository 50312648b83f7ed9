"""Amounts of a project: in which prices they stand, and the wage and poverty lines they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis import Prices, find_prices
from analysis.deflate import doubt_as_paid, moves
from analysis.findings import Findings, PairedValues
from analysis.income_lines import IncomeLine, find_below
from analysis.price_sheet import read_indices
from analysis.tested import adjust_all
from dictionary.load_prices import load_price_indices
from project.opening import Project
from project.rounds import Pair, choose_rounds

MEMBER_INCOME = "member_income"


def price_rounds(project: Project, pair: Pair | None = None) -> Prices:
    """In which prices the amounts of two rounds would be told as ``project.prices`` asks."""
    return find_prices(project.prices, project.rounds, choose_rounds(project.rounds, pair), project.records)


def list_price_years(project: Project) -> tuple[int, ...]:
    """The years C.E. of which there is a price index: of the user's own, or of those that come with the program."""
    return tuple(sorted({one.year for one in read_indices(project.records) or load_price_indices()}))


def has_money(project: Project) -> bool:
    """Whether any observation is an amount that prices move."""
    return any(moves(str(key), project.indicators) for key in project.observations["indicator"].unique())


def hold_against(findings: Findings, lines: Sequence[IncomeLine]) -> Findings:
    """The same findings with members' incomes held against these lines besides those there were; p-values adjusted."""
    income, pairs = findings.find(MEMBER_INCOME), findings.pairs.get(MEMBER_INCOME)
    if income is None or pairs is None or income.suppressed or not len(pairs.baseline):
        return adjust_all(findings, findings.lines)
    paid = doubt_as_paid(income, findings.prices) if findings.prices else income
    return adjust_all(findings, (*findings.lines, *find_below(paid, _as_paid(pairs, findings), lines)))


def _as_paid(pairs: PairedValues, findings: Findings) -> PairedValues:
    """The values in the prices of their own rounds: a wage or poverty line was an amount of its day."""
    factors = findings.prices.factors if findings.prices else {}
    before, after = (factors.get(one.key, 1.0) for one in findings.rounds)
    return replace(pairs, baseline=pairs.baseline / before, endline=pairs.endline / after)
