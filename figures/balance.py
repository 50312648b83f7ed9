"""The three dimensions side by side: how many indicators of each level got better, worse or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from analysis.evidence.effects import NEGATIVE, POSITIVE
from analysis.findings import Finding, Findings
from analysis.provenance import join_sources
from dictionary.load import code_label
from dictionary.nouns import Dimension, Source
from figures.changes import count_same, list_changes
from i18n import Language, word

LEVELS = ("input", "activity", "output", "outcome", "impact", "")  # "" is not stated
CHANNELS = "channels"
EFFECTS = "effects"
MOST_TELLING = ("impact", "outcome", EFFECTS, "output", CHANNELS, "activity", "input", "")  # what is drawn first of all


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One level of one dimension: how many changes are for better, for worse, neither of both, or not known.

    ``same`` of ``other`` are known not to have changed at all; ``indicators`` are the keys of those counted (none of
    effects), ``sources`` the cells of all that is counted.
    """

    dimension: Dimension
    level: str
    better: int
    worse: int
    other: int
    same: int = 0
    indicators: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


def list_balance(findings: Findings) -> tuple[BalanceRow, ...]:
    """The levels that have an indicator, by dimension; the effects of a dimension are a row of their own."""
    changes = [f for f in list_changes(findings) if not f.suppressed]
    rows: list[BalanceRow] = []
    for dimension in Dimension:
        own = [f for f in changes if f.dimension is dimension]
        rows += [_count(dimension, level, at) for level, at in split_levels(own, findings)]
        rows += _count_effects(findings, dimension)
    return tuple(rows)


def keep_telling(rows: Sequence[BalanceRow], most: int | None) -> tuple[BalanceRow, ...]:
    """At most ``most`` rows in their order: what got worse, what moved, what came of the work before what went in."""
    kept = sorted(rows, key=lambda r: (not r.worse, not r.better, MOST_TELLING.index(r.level)))[:most]
    return tuple(row for row in rows if row in kept)


def split_levels(changes: Sequence[Finding], findings: Findings) -> list[tuple[str, list[Finding]]]:
    """The changes of each level that has any; those of a level that is not known under "".

    The level is that of the project's own chain where it names the indicator, else that of the dictionary. Figures of
    channels that the chain does not name stand apart: there may be many of one page, and they would drown the others.
    """
    own = _levels_of_channels(findings) | _levels_of_chain(findings)
    told = [(own.get(f.indicator.key) or f.indicator.chain_level, f) for f in changes]
    places = (*LEVELS[:-1], CHANNELS, "")
    split = ((level, [f for at, f in told if (at if at in places else "") == level]) for level in places)
    return [(level, found) for level, found in split if found]


def _levels_of_chain(findings: Findings) -> dict[str, str]:
    chain = findings.evidence.chain if findings.evidence else None
    return {g.indicator.key: n.level for n in reversed(chain.nodes if chain else ()) for g in n.goals if g.indicator}


def _levels_of_channels(findings: Findings) -> dict[str, str]:
    technology = findings.evidence.technology if findings.evidence else None
    return {channel.finding.indicator.key: CHANNELS for channel in (technology.channels if technology else ())}


def name_level(level: str, language: Language) -> str:
    """What a level is called; that it is not stated is said, and channels and effects have names of their own."""
    if level in (CHANNELS, EFFECTS):
        return word(f"figures.level_{level}", language)
    return code_label("chain_level", level)[language] if level else word("figures.level_unknown", language)


def list_counts(row: BalanceRow, language: Language) -> tuple[str, ...]:
    """``ดีขึ้น 3``, ``แย่ลง 1`` and ``เท่าเดิม 2``, without what did not happen; effects are good or bad in themselves."""
    kinds = ("good", "bad") if row.level == EFFECTS else ("better", "worse")
    counts = zip((*kinds, "same", "other"), (row.better, row.worse, row.same, row.other - row.same), strict=True)
    return tuple(word(f"figures.count_{kind}", language, count=n) for kind, n in counts if n)


def join_counts(told: Sequence[str], language: Language) -> str:
    """``ดีขึ้น 3 แย่ลง 1``, as the language writes one count after another."""
    return reduce(lambda first, second: word("figures.and_count", language, first=first, second=second), told)


def _count(dimension: Dimension, level: str, changes: Sequence[Finding]) -> BalanceRow:
    better, worse = sum(f.better is True for f in changes), sum(f.better is False for f in changes)
    keys = tuple(f.indicator.key for f in changes)
    sources = join_sources(source for f in changes for source in f.sources)
    other = len(changes) - better - worse
    return BalanceRow(dimension, level, better, worse, other, count_same(changes), keys, sources)


def _count_effects(findings: Findings, dimension: Dimension) -> list[BalanceRow]:
    effects = [e for e in (findings.evidence.effects if findings.evidence else ()) if e.dimension is dimension]
    if not effects:
        return []
    good, bad = (sum(e.direction == way for e in effects) for way in (POSITIVE, NEGATIVE))
    sources = join_sources(source for effect in effects for source in effect.sources)
    return [BalanceRow(dimension, EFFECTS, good, bad, len(effects) - good - bad, sources=sources)]
