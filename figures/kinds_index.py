"""The chart of the index: each dimension in one number, with the range that other weights would give it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.evidence.index import SCALE, Index
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.load_methods import load_caveats
from figures.changes import list_changes
from figures.draw_index import draw_index
from figures.frame import Body, ChartTexts
from figures.index_words import title_index, write_order, write_part
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.told import Told
from figures.wording import write_rounds
from i18n import Language, Text, word

INDEX_HEADS = ("dimension", "indicator", "score", "weight", "index")


@dataclass(frozen=True, slots=True)
class IndexKind:
    """The index of each dimension with the range that other weights would give it."""

    def missing(self, findings: Findings) -> str:
        """Nobody asked for it, or no indicator can stand in it."""
        index = _find_index(findings)
        return "index_off" if index is None else "" if index.dimensions else "index"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """The indicators of each dimension with their weights."""
        index = _find_index(findings)
        cells = {f.indicator.key: f for f in list_changes(findings)}
        return tuple(
            Told(
                part.indicator.label,
                Text(*(write_part(part, language) for language in Language)),
                Text(*(word("figures.index_method", language) for language in Language)),
                tuple(cells[part.indicator.key].sources),
                indicator=part.indicator.key,
            )
            for one in (index.dimensions if index else ())
            for part in one.parts
        )

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """Which dimension stands first, and whether it would with other weights."""
        index = _take_index(findings)
        left = len(index.left_out)
        sentences = (
            word("figures.index_method", language),
            word("figures.index_left_out", language, n=left) if left else "",
            *(load_caveats()[code].sentence[language] for code in index.caveats),
        )
        return ChartTexts(
            " – ".join(filter(None, (title_index(index, language), write_order(index, language)))),
            f"{word('figures.index_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, self.shown(findings), language, n=_count(index, language)),
            write_note(sentences, self._changes(findings), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """A point for the chosen weights on the range of others."""
        return draw_index(_take_index(findings), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every indicator with its score and weight."""
        rows = [
            [
                code_label("dimension", one.dimension)[language],
                part.indicator.label[language],
                round(part.score * SCALE),
                part.weight,
                None if one.value is None else round(one.value),
            ]
            for one in _take_index(findings).dimensions
            for part in one.parts
        ]
        return pd.DataFrame(rows, columns=[word(f"figures.column_{name}", language) for name in INDEX_HEADS])

    def _changes(self, findings: Findings) -> tuple[Finding, ...]:
        return tuple(f for f in list_changes(findings) if not f.suppressed)


def _find_index(findings: Findings) -> Index | None:
    return findings.evidence.index if findings.evidence else None


def _take_index(findings: Findings) -> Index:
    index = _find_index(findings)
    if index is None:
        raise ValueError("there is no index: ask missing() first")
    return index


def _count(index: Index, language: Language) -> str:
    return word("figures.targets_n", language, n=sum(len(one.parts) for one in index.dimensions))
