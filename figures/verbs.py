"""Sentences about a change: their verbs are those of the ladder of claims, of the rung that the design allows."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding
from dictionary.load_claims import load_claims
from dictionary.load_methods import load_method_rows
from figures.changes import Moved, count_inconclusive
from i18n import Language, word

COUNTED = "changed"  # what was counted or typed in each round, whoever stands behind it
MEMBERS = "members_changed"  # the same members measured twice
BEYOND = "changed_more"  # than the comparison group
WAYS = {1: "went_up", -1: "went_down", 0: "stayed"}


def say_moves(key: str, claim: str, language: Language, /, **values: object) -> str:
    """The sentence of ``key`` with the verbs of a claim in its places ``{went_up}``, ``{got_worse}``..."""
    verbs = {name: text[language] for name, text in load_claims()[claim].verbs.items()}
    return word(key, language, **verbs, **values)


def find_rung(changes: Sequence[Moved]) -> str:
    """The lowest claim that the design of any of the changes allows: what may be said of all of them together."""
    rows = load_method_rows()
    designs = {rows[one.method].design.value for one in changes if one.method in rows}
    return next((claim.code for claim in load_claims().values() if designs & claim.designs), COUNTED)


def add_chance(sentence: str, changes: Sequence[Moved], language: Language) -> str:
    """A sentence about changes for better and worse, and of how many of those nothing can be concluded."""
    n, end = count_inconclusive(changes), "." * sentence.endswith(".")
    if not n:
        return sentence
    key = "figures.counted_chance" if len(changes) > 1 else "figures.one_chance"
    return word(key, language, sentence=sentence.removesuffix("."), n=n) + end


def write_verb(finding: Finding, language: Language) -> str:
    """The verb of the ladder for the way the finding went; of one that was not judged that of the lowest change."""
    difference = finding.difference or 0.0
    way = WAYS[(difference > 0) - (difference < 0)]
    return load_claims()[finding.claim or COUNTED].verbs[way][language]


def write_verdict(change: Moved, language: Language) -> str:
    """The verb that says better or worse; where the indicator has no better direction, up or down."""
    difference = change.difference or 0.0
    way = WAYS[(difference > 0) - (difference < 0)]
    if difference and change.better is not None:
        way = "got_better" if change.better else "got_worse"
    return load_claims()[find_rung([change])].verbs[way][language]
