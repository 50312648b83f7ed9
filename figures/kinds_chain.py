"""The charts of the results chain: the picture, and how far each indicator came on the way to its target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import ClassVar

import pandas as pd

from analysis.evidence.chain import Chain, Goal, Node
from analysis.findings import Findings
from dictionary.load_indicators import is_share, unit_label
from figures.balance import name_level
from figures.chain_words import name_goal, write_goal, write_tags, write_target, write_way
from figures.draw_bullets import draw_bullets, is_cut
from figures.draw_chain import draw_chain, keep_some
from figures.frame import Body, ChartTexts, most_for_body
from figures.notes import add_sentence, write_note, write_source
from figures.targets import Aim, count_met, list_aims, pick_aims, write_score
from figures.theme import Look
from figures.told import Told
from figures.wording import DOT, write_rounds
from i18n import Language, Text, word

HEADS = (
    *("level", "node", "indicator", "before", "after", "target", "unit"),
    *("attained", "way", "origin", "tags", "cells"),
)


@dataclass(frozen=True, slots=True)
class ChainKind:
    """The picture of the chain; at most ``most`` nodes are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "chain"

    def missing(self, findings: Findings) -> str:
        """No row on the sheet of the chain."""
        return "" if find_chain(findings) else "chain"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Every node with its indicators."""
        chain = find_chain(findings)
        return tuple(map(_tell_node, chain.nodes)) if chain else ()

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many nodes and links there are, and behind how many evidence stands."""
        chain = _take_chain(findings)
        proven = sum(bool(link.evidence) for link in chain.links)
        odd = any(link.back or link.round_trip for link in chain.links)
        numbers = {"nodes": len(chain.nodes), "links": len(chain.links), "proven": proven}
        sentences = (
            word("figures.chain_back", language) if odd else "",
            word("figures.chain_overruled", language) if any(g.overruled for n in chain.nodes for g in n.goals) else "",
        )
        kinds = f"{word('figures.chain_subtitle', language)}\n" if chain.links else ""
        return ChartTexts(
            word("figures.chain_title" if chain.links else "figures.chain_title_no_links", language, **numbers),
            f"{kinds}{write_rounds(findings, language)}",
            write_source(findings, self.shown(findings), language, n=word("figures.chain_n", language, **numbers)),
            write_note((word("figures.chain_claim", language), *sentences), self.shown(findings), language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def least(self, findings: Findings) -> int:
        """How many nodes are drawn at least: one of each level that has any, or it would look as if it had none."""
        return len({node.level for node in _take_chain(findings).nodes})

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Boxes and arrows."""
        texts, longest = self.texts(findings, look.language), word("figures.chain_only_values", look.language)
        said = replace(texts, note=add_sentence(texts.note, longest, look.language))
        most = (most_for_body(texts, look) or inf, most_for_body(said, look) or inf)
        return draw_chain(keep_some(_take_chain(findings), self.most), look, room, most)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every indicator of every node; a node without one has a row too."""
        rows = [row for node in _take_chain(findings).nodes for row in _rows(node, language)]
        return pd.DataFrame(rows, columns=[word(f"figures.column_{name}", language) for name in HEADS])


@dataclass(frozen=True, slots=True)
class TargetsKind:
    """Bars from the baseline towards the target, for every indicator that has both; at most ``most`` are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "targets"

    def missing(self, findings: Findings) -> str:
        """No indicator with a baseline, a target and an actual value."""
        return "" if self._aims(findings) else "targets"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Every indicator that has a share of its way."""
        return tuple(tell_goal(aim.goal) for aim in self._aims(findings))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many targets were reached, and from how many the values moved away."""
        aims, every = self._aims(findings), list_aims(findings)
        score = count_met(every)
        without = len(every) - len(aims)
        numbers = {"without": without, "unjudged": score.unjudged}
        cut = word("figures.targets_cut", language) if any(is_cut(aim.goal) for aim in aims) else ""
        said = (cut, *(word(f"figures.targets_{key}", language, n=n) for key, n in numbers.items() if n))
        return ChartTexts(
            write_score(score, language),
            f"{word('figures.targets_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, self.shown(findings), language, n=word("figures.targets_n", language, n=len(aims))),
            write_note(said, self.shown(findings), language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bullets, by level."""
        return draw_bullets(pick_aims(self._aims(findings), self.most), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every indicator with a target, also those without a share of the way."""
        rows = [_row(aim.level, aim.node, aim.goal, language) for aim in list_aims(findings)]
        return pd.DataFrame(rows, columns=[word(f"figures.column_{name}", language) for name in HEADS])

    def _aims(self, findings: Findings) -> tuple[Aim, ...]:
        return tuple(aim for aim in list_aims(findings) if aim.goal.attained is not None)


def find_chain(findings: Findings) -> Chain | None:
    """The chain of a project, or None where its sheet has no row."""
    return findings.evidence.chain if findings.evidence else None


def _take_chain(findings: Findings) -> Chain:
    chain = find_chain(findings)
    if chain is None:
        raise ValueError("there is no chain: ask missing() first")
    return chain


def _tell_node(node: Node) -> Told:
    sources = dict.fromkeys((node.source, *(source for goal in node.goals for source in goal.sources)))
    caveats = dict.fromkeys(caveat for goal in node.goals for caveat in goal.caveats)
    values = [DOT.join(filter(None, (_say(goal, one) for goal in node.goals))) for one in Language]
    how = Text(*(name_level(node.level, one) for one in Language))
    return Told(Text(node.name, node.name), Text(*values), how, tuple(sources), tuple(caveats))


def tell_goal(goal: Goal) -> Told:
    """An indicator of the chain with its values, where they are from, and its cells."""
    name, values, how = (Text(*(make(goal, one) for one in Language)) for make in (name_goal, _say_values, _say_origin))
    key = goal.indicator.key if goal.computed and goal.indicator else ""
    return Told(name, values, how, goal.sources, goal.caveats, key)


def _say(goal: Goal, language: Language) -> str:
    return f"{name_goal(goal, language)} {_say_values(goal, language)}"


def _say_values(goal: Goal, language: Language) -> str:
    parts = (write_goal(goal, language), write_target(goal, language), write_way(goal, language))
    return DOT.join(filter(None, parts))


def _say_origin(goal: Goal, language: Language) -> str:
    """Whether the values are those of another sheet, computed or typed there, or of the chain itself."""
    key = (
        "chain.from_findings_unlike" if goal.overruled else "chain.from_findings" if goal.computed else "chain.from_row"
    )
    return word(key, language)


def _rows(node: Node, language: Language) -> Iterable[list[object]]:
    if not node.goals:
        yield [name_level(node.level, language), node.name, *[None] * (len(HEADS) - 2)]
    for goal in node.goals:
        yield _row(node.level, node.name, goal, language)


def _row(level: str, node: str, goal: Goal, language: Language) -> list[object]:
    times = 100 if is_share(goal.unit) else 1
    return [
        name_level(level, language),
        node,
        name_goal(goal, language),
        *(None if v is None else v * times for v in (goal.baseline, goal.actual, goal.target)),
        unit_label(goal.unit)[language],
        None if goal.attained is None else round(goal.attained * 100),
        write_way(goal, language),
        _say_origin(goal, language),
        write_tags(goal, language),
        ", ".join(f"{source.sheet}!{area}" for source in goal.sources for area in source.ranges),
    ]
