"""What is said of columns of amounts: whether of a month or of a year, and of which source of income."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dictionary.rows import read_rows
from ingest.headers import drop_round, find_period, find_round, match_words, split_header
from ingest.income_words import MONTHS, QUARTER, follows_income, is_income
from ingest.matching import HeaderMatch
from ingest.months import are_months, read_span
from ingest.part_sums import sums_up
from ingest.periods import drop_year
from ingest.recognise import FoundTable
from ingest.workbooks import RawSheet

AMOUNT, SOURCE = "amount", "income_source"
OTHER_PERIOD = "other"  # neither month nor year

Amount = tuple[str, str]  # header, and the round or period that goes with it
_THAI = re.compile("[ก-๛]")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT = re.compile(r"หน่วย|\bunits?\b|[(\[]", re.IGNORECASE)  # a title that may say in what amounts are


def state_period(sheet: RawSheet, header: int) -> str:
    """What the titles above the 0-based row ``header`` or the name of the sheet say amounts are of; "" if nothing.

    A report of every quarter may tell amounts of any period.
    """
    titles = [cell for row in sheet.cells[:header] for cell in row if isinstance(cell, str)]
    told = find_period(" ".join((sheet.name, *titles)))
    return "" if told in {None, QUARTER} else str(told)


def state_scale(sheet: RawSheet, header: int, text: str) -> float:
    """Baht in the unit of amounts: 1,000 under *thousand baht*, in the header or beside the word for unit above it."""
    titles = [cell for row in sheet.cells[:header] for cell in row if isinstance(cell, str) and _UNIT.search(cell)]
    told = match_words(text, _list_scales()) or match_words(" ".join(titles), _list_scales())
    return float(next(iter(told))) if len(told) == 1 else 1.0


@cache
def _list_scales() -> tuple[tuple[str, str], ...]:
    """The words for units of money above the baht, and how many baht each is."""
    return tuple((row["text"], row["code"]) for row in read_rows("spellings") if row["codelist"] == "money_scale")


def is_period_open(amount: tuple[str, str], sheet: RawSheet, header: int) -> bool:
    """Whether neither what was chosen for a header (text, chosen), nor it, nor the sheet says month or year.

    A header that names a month or a quarter says it.
    """
    text, chosen = amount
    if not chosen and read_span(text):
        return False
    return (chosen or split_header(text).period or state_period(sheet, header)) not in MONTHS


def is_by_day(text: str, sheet: RawSheet, header: int) -> bool:
    """Whether a header, or what stands above it, says that amounts are of a day, a week or a turn.

    How many of those somebody works in a month is not known, so that nothing can be made of them.
    """
    return (split_header(text).period or state_period(sheet, header)) == OTHER_PERIOD


def must_tell_period(amount: Amount, sheet: RawSheet, header: int) -> bool:
    """Whether it must be asked what an amount (header, period chosen) is of: under baht or a Thai word it is an income.

    Under a word of another language it may be a measure of any kind, as in published data.
    """
    text, _ = amount
    return is_period_open(amount, sheet, header) and (split_header(text).money or bool(_THAI.search(text)))


def list_amounts(found: FoundTable, round_key: str) -> list[HeaderMatch]:
    """The headers of the amounts of a round: the first, or each month, or each source."""
    first = found.find(AMOUNT, round_key)
    if first is None:
        return []
    same = [match for match in found.matches if (match.column, match.round) == (AMOUNT, first.round)]
    return same if has_sources(found) or are_months(one.header for one in same) else [first]


def has_sources(found: FoundTable) -> bool:
    """Whether the headers of the amounts say of which source each is, so that they are added up."""
    amounts = [(match.header, match.round or "") for match in found.matches if match.column == AMOUNT]
    return SOURCE not in found.columns and not is_by_month(amounts) and is_by_source(amounts)


def is_by_month(amounts: Iterable[Amount]) -> bool:
    """Whether the amounts of some round stand under several headers that each name another month or quarter."""
    rounds: dict[str, list[str]] = {}
    for header, round_key in amounts:
        rounds.setdefault(round_key, []).append(header)
    return any(map(are_months, rounds.values()))


def is_by_source(amounts: Iterable[Amount]) -> bool:
    """Whether a round has amounts under several headers, all named differently and none of them a total or a mean."""
    named = [(name_source(header), round_key) for header, round_key in amounts]
    rounds = {round_key for _, round_key in named}
    return len(rounds) < len(named) == len(set(named)) and not any(sums_up(name) for name, _ in named)


def name_source(header: str) -> str:
    """The source that a header of amounts names: without round, year and unit, and without the income that it is of."""
    text = drop_year(" ".join(header.split()))
    text = _BRACKET.sub(_keep_name, drop_round(text) if find_round(text) else text)
    income, *rest = text.split() or [""]
    if not rest or not is_income(income):
        return " ".join([income, *rest])
    if not follows_income(rest[0]):
        return " ".join(rest)
    return f"{income}{'' if _THAI.match(rest[0]) else ' '}{' '.join(rest)}"


def _keep_name(bracket: re.Match[str]) -> str:
    """What stands in brackets, unless it only says money or a period."""
    words = split_header(bracket[1])
    return " " if words.money or words.period or not bracket[1].strip() else bracket[0]
