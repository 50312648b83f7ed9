"""The charts of a comparison group: four means with the path expected, and how alike the groups were at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd

from analysis.alike import NEAR, UNLIKE
from analysis.contrasts import Contrast, Trait
from analysis.findings import Findings
from dictionary.load_indicators import is_share, unit_label
from dictionary.load_methods import load_methods
from dictionary.nouns import Source
from figures.comparison_paths import Path, explain_bases, has_two_bases, list_paths, tell_path, write_result, write_sure
from figures.draw_comparison import draw_comparison
from figures.draw_love import YEARS, draw_love, name_trait, write_both_groups
from figures.frame import Body, ChartTexts
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.told import Told
from figures.verbs import BEYOND, add_chance, say_moves
from figures.wording import write_rounds
from i18n import Language, Text, word
from i18n.numbers import write_signed

PATH_HEADS = (
    "name",
    "unit",
    "own_before",
    "own_after",
    "others_before",
    "others_after",
    "expected",
    "did",
    "low",
    "high",
    "n_own",
    "n_others",
    "villages",
    "cells",
)
LOVE_HEADS = ("name", "unit", "own_before", "others_before", "standardised", "n_own", "n_others", "cells")


@dataclass(frozen=True, slots=True)
class ComparisonKind:
    """Four means for each indicator that both groups have; at most ``most`` are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "first"

    def is_listed(self, findings: Findings) -> bool:
        """Whether there is a comparison group at all."""
        return findings.comparison is not None

    def missing(self, findings: Findings) -> str:
        """No comparison group, none large enough to show, or nothing known of both groups twice."""
        if findings.comparison is None:
            return "comparison"
        if list_paths(findings):
            return ""
        hidden = any(one.finding.suppressed for one in findings.comparison.contrasts)
        return "comparison_small" if hidden else "comparison_values"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Each contrast in words, with the cells of both groups."""
        return tuple(_tell(path) for path in list_paths(findings))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """By how much more participants changed, and what the dashed line is."""
        shown = self.shown(findings)
        bases = explain_bases(list_paths(findings), language)
        return ChartTexts(
            title_comparison([path.contrast for path in list_paths(findings)], language),
            f"{word('comparison.subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language),
            write_note((word("comparison.note", language), bases), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many panels the whole chart has."""
        return len(list_paths(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Panels of four means."""
        return draw_comparison(list_paths(findings)[: self.most], look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Each contrast with its four means, shares in per cent."""
        rows = [_path_row(path, language) for path in list_paths(findings)]
        return pd.DataFrame(rows, columns=[word(f"comparison.column_{name}", language) for name in PATH_HEADS])


@dataclass(frozen=True, slots=True)
class LoveKind:
    """Standardised differences of the groups at the baseline, the largest first."""

    def is_listed(self, findings: Findings) -> bool:
        """Whether there is a comparison group at all."""
        return findings.comparison is not None

    def missing(self, findings: Findings) -> str:
        """No comparison group, or nothing known of the people of both groups."""
        if findings.comparison is None:
            return "comparison"
        if _list_traits(findings):
            return ""
        return "comparison_small" if any(one.suppressed for one in findings.comparison.balance) else "comparison_traits"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Each trait in words, with its cells."""
        return tuple(
            Told(
                Text(*(name_trait(one, language) for language in Language)),
                Text(*(_tell_trait(one, language) for language in Language)),
                Text(*(word("comparison.love_method", language) for language in Language)),
                one.sources,
                indicator=one.trait,
            )
            for one in _list_traits(findings)
        )

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """In how many things the groups are unlike; where in none, whether they are near in all."""
        traits = _list_traits(findings)
        far = [abs(one.difference or 0.0) for one in traits]
        unlike = sum(one > UNLIKE for one in far)
        told = "unlike" if unlike else "alike" if max(far) <= NEAR else "between"
        two = findings.comparison is not None and has_two_bases(findings.comparison.contrasts)
        sentences = (word("comparison.love_method", language), word("comparison.love_basis", language) if two else "")
        return ChartTexts(
            word(f"comparison.love_{told}", language, n=unlike, all=len(traits)),
            f"{word('comparison.love_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, self.shown(findings), language),
            write_note(sentences, (), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """A point for each trait."""
        return draw_love(_list_traits(findings), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Each trait with both means and the standardised difference."""
        rows = [_trait_row(one, language) for one in _list_traits(findings)]
        return pd.DataFrame(rows, columns=[word(f"comparison.column_{name}", language) for name in LOVE_HEADS])


def title_comparison(contrasts: list[Contrast], language: Language) -> str:
    """The only result and how sure it is; of several, how many are for the better beyond the comparison group."""
    if len(contrasts) == 1:
        one = contrasts[0]
        result = " ".join(filter(None, write_result(one, language)))
        return f"{one.finding.indicator.label[language]}: {result} ({write_sure(one, language)})"
    found = [one.finding for one in contrasts]
    counts = {"better": sum(one.better is True for one in found), "all": len(found)}
    return add_chance(say_moves("comparison.title_several", BEYOND, language, **counts), found, language)


def _tell(path: Path) -> Told:
    finding = path.contrast.finding
    return Told(
        finding.indicator.label,
        Text(*(tell_path(path, language) for language in Language)),
        load_methods()[finding.method],
        tuple(finding.sources),
        finding.caveats,
        finding.indicator.key,
    )


def _path_row(path: Path, language: Language) -> list[object]:
    one = path.contrast
    times = 100 if is_share(one.finding.unit) else 1
    low, high = one.finding.interval or (None, None)
    own, others = one.participants, one.comparison
    values = (
        own.baseline,
        own.endline,
        others.baseline,
        others.endline,
        one.expected,
        one.finding.difference,
        low,
        high,
    )
    paired = one.design == "paired"
    return [
        one.finding.indicator.label[language],
        unit_label(one.finding.unit)[language],
        *(None if value is None else value * times for value in values),
        own.n_pairs if paired else own.n_baseline,
        others.n_pairs if paired else others.n_baseline,
        one.clusters or None,
        _cells(one.finding.sources),
    ]


def _trait_row(one: Trait, language: Language) -> list[object]:
    times = 100 if is_share(one.unit) else 1
    values = [None if value is None else value * times for value in (one.participants, one.comparison)]
    counts = (one.n_participants, one.n_comparison)
    unit = word("comparison.years", language) if one.unit == YEARS else unit_label(one.unit)[language]
    return [name_trait(one, language), unit, *values, one.difference, *counts, _cells(one.sources)]


def _cells(sources: Sequence[Source]) -> str:
    return ", ".join(f"{source.sheet}!{area}" for source in sources for area in source.ranges)


def _list_traits(findings: Findings) -> list[Trait]:
    balance = findings.comparison.balance if findings.comparison else ()
    known = [one for one in balance if one.difference is not None]
    return sorted(known, key=lambda one: -abs(one.difference or 0.0))


def _tell_trait(one: Trait, language: Language) -> str:
    return f"{write_both_groups(one, language)} ({write_signed(one.difference or 0.0, 2)})"
