"""The three dimensions side by side: how many indicators of each level got better, worse or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.effects import NEGATIVE, POSITIVE
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.nouns import Dimension
from figures.changes import list_changes
from i18n import Language, word

LEVELS = ("input", "activity", "output", "outcome", "impact", "")  # "" is not stated
EFFECTS = "effects"


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One level of one dimension: how many changes are for better, for worse, neither of both, or not known."""

    dimension: Dimension
    level: str
    better: int
    worse: int
    other: int


def list_balance(findings: Findings) -> tuple[BalanceRow, ...]:
    """The levels that have an indicator, by dimension; the effects of a dimension are a row of their own."""
    changes = [f for f in list_changes(findings) if not f.suppressed]
    rows: list[BalanceRow] = []
    for dimension in Dimension:
        own = [f for f in changes if f.dimension is dimension]
        rows += [_count(dimension, level, at) for level in LEVELS if (at := at_level(own, level))]
        rows += _count_effects(findings, dimension)
    return tuple(rows)


def at_level(changes: Sequence[Finding], level: str) -> list[Finding]:
    """The changes of a level of the results chain; those of a level that is not known under ""."""
    return [f for f in changes if (f.indicator.chain_level if f.indicator.chain_level in LEVELS else "") == level]


def name_level(level: str, language: Language) -> str:
    """What a level is called; that it is not stated is said, and the effects have a name of their own."""
    if level == EFFECTS:
        return word("figures.level_effects", language)
    return code_label("chain_level", level)[language] if level else word("figures.level_unknown", language)


def _count(dimension: Dimension, level: str, changes: Sequence[Finding]) -> BalanceRow:
    better, worse = sum(f.better is True for f in changes), sum(f.better is False for f in changes)
    return BalanceRow(dimension, level, better, worse, len(changes) - better - worse)


def _count_effects(findings: Findings, dimension: Dimension) -> list[BalanceRow]:
    effects = [e for e in (findings.evidence.effects if findings.evidence else ()) if e.dimension is dimension]
    if not effects:
        return []
    good, bad = (sum(e.direction == way for e in effects) for way in (POSITIVE, NEGATIVE))
    return [BalanceRow(dimension, EFFECTS, good, bad, len(effects) - good - bad)]
