"""In which prices amounts stand, written inside every picture, table and file that shows one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from analysis import Prices
from analysis.deflate import rests_on_money
from analysis.findings import Finding, Findings, Trend
from analysis.price_sheet import find_year
from dictionary.load_problems import load_problems
from figures.wording import DOT
from i18n import Language, word
from i18n.dates import write_year
from i18n.numbers import write_number

_YEAR = re.compile(r"(?<![\d.,])\d{4}(?![\d.,])")


def shows_money(shown: Iterable[object]) -> bool:
    """Whether any of the findings or trends is an amount that prices move, or tells which amounts rose."""
    return any(isinstance(one, Finding | Trend) and rests_on_money(one.indicator, one.method) for one in shown)


def write_prices(prices: Prices | None, language: Language, rounds: Collection[str] = ()) -> str:
    """That amounts are adjusted: to which year, by which indices of which base and source; or why they are not.

    Nothing where they were not to be. The indices are those of some rounds, unless named of the two compared.
    """
    if prices is None:
        return ""
    if prices.problem:
        sentence = load_problems()[prices.problem.code].sentence[language]
        return sentence.format(allowed=prices.problem.allowed[language])
    return _write_note(prices, language, rounds or prices.compared) if prices.is_real else ""


def write_price_years(findings: Findings, language: Language) -> str:
    """``ราคาคงที่ปี 2565``, to stand behind an amount; nothing where amounts are in prices of their own years."""
    prices = findings.prices
    if prices is None or not prices.is_real:
        return ""
    return word("prices.constant", language, years=_write_years(prices, language))


def add_price_years(told: str, findings: Findings, language: Language) -> str:
    """A sentence with amounts, and in which prices they are where that is not the prices of their own years."""
    prices = write_price_years(findings, language)
    return f"{told} ({prices})" if prices and told else told


def write_base(base: str, language: Language) -> str:
    """The base of an index as the reader counts years: ``2010 = 100`` is ``2553 = 100`` in Thai."""

    def write(found: re.Match[str]) -> str:
        year = find_year(found.group())
        return found.group() if year is None else write_year(year, language)

    return _YEAR.sub(write, base)


def _write_note(prices: Prices, language: Language, rounds: Collection[str]) -> str:
    used = prices.used(rounds)
    note = word(
        "prices.note",
        language,
        years=_write_years(prices, language),
        base=write_base(prices.base, language),
        indices=", ".join(f"{write_year(one.year, language)}: {write_number(one.index, 2)}" for one in used),
        sources="; ".join(dict.fromkeys(one.name_source(language) for one in used)),
    )
    missing = _list_missing(prices, rounds)
    years = ", ".join(write_year(year, language) for year in missing)
    return f"{note}{DOT}{word('prices.gap', language, years=years)}" if missing else note


def _list_missing(prices: Prices, rounds: Collection[str]) -> list[int]:
    """The years of some rounds of which there is no index: the amounts of those rounds are not shown."""
    asked = [level for level in prices.levels if level.round in rounds and level.index is None]
    known = {one.year for level in prices.levels for one in level.used}
    return sorted({year for level in asked for year, _ in level.years} - known)


def _write_years(prices: Prices, language: Language) -> str:
    ends = dict.fromkeys((min(prices.years), max(prices.years)))
    return "–".join(write_year(year, language) for year in ends)
