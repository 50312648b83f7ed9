"""What must be said with a social return: caveats of ``caveats.csv``, one proxy that rules, income counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.findings import Finding
from analysis.sroi.results import Line, SocialReturn
from dictionary.rows import read_rows
from dictionary.squash import squash

HIGH_RATIO = 10.0
DOMINANT = 0.5  # share of all that is gained
INCOME = "member_income"
NO_COMPARISON, ESTIMATE = "W01", "W18"
NOT_COMPARED, HIGH, ONE_PROXY, COUNTED_TWICE = "S01", "S02", "S03", "S04"


def find_dominant(lines: Sequence[Line]) -> str:
    """The proxy that makes over half of all that is gained, "" where none does or there is but one line."""
    gained: dict[str, tuple[str, float]] = {}
    for line in lines:
        name = line.outcome.proxy or line.outcome.outcome
        label, sum_before = gained.get(squash(name), (name, 0.0))
        gained[squash(name)] = (label, sum_before + max(0.0, line.present_value))
    whole = sum(value for _, value in gained.values())
    name, most = max(gained.values(), key=lambda one: one[1], default=("", 0.0))
    return name if len(lines) > 1 and most > DOMINANT * whole else ""


def find_income_lines(lines: Sequence[Line], findings: Sequence[Finding]) -> tuple[Line, ...]:
    """The lines whose outcome or proxy is income, where the project also counts incomes member by member."""
    if not any(one.indicator.key == INCOME and not one.group for one in findings):
        return ()
    return tuple(line for line in lines if _is_income(line))


def _is_income(line: Line) -> bool:
    about = squash(f"{line.outcome.outcome} {line.outcome.indicator} {line.outcome.proxy}")
    return any(text in about for text in _income_words())


@cache
def _income_words() -> tuple[str, ...]:
    return tuple(squash(row["text"]) for row in read_rows("spellings") if row["codelist"] == "sroi_income")


def list_caveats(found: SocialReturn) -> tuple[str, ...]:
    """The codes of what a reader must know before the ratio is used."""
    return tuple(_list_codes(found)) if found.lines else ()


def _list_codes(found: SocialReturn) -> Iterator[str]:
    yield NOT_COMPARED
    if found.ratio is not None and found.ratio > HIGH_RATIO:
        yield HIGH
    if found.dominant:
        yield ONE_PROXY
    if found.income_lines:
        yield COUNTED_TWICE
    yield from (NO_COMPARISON, ESTIMATE)  # deadweight is a judgement, not a group that was compared
