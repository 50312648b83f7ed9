"""The charts of the three dimensions: the balance of good and bad, and the effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import ClassVar

import pandas as pd

from analysis.evidence.effects import NEGATIVE, POSITIVE, Effect
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.nouns import Dimension
from figures.balance import EFFECTS, BalanceRow, join_counts, keep_telling, list_balance, name_level
from figures.changes import list_changes
from figures.draw_balance import draw_balance
from figures.draw_effects import draw_effects
from figures.effect_words import tell_effect, write_effect_values
from figures.frame import Body, ChartTexts, most_for_body
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.told import Told
from figures.verbs import COUNTED, say_moves
from figures.wording import DOT, write_rounds
from i18n import Language, word

EFFECT_HEADS = (
    "dimension",
    "effect",
    "nature",
    "intended",
    "who",
    "before",
    "after",
    "unit",
    "evidence",
    "response",
    "cells",
)


@dataclass(frozen=True, slots=True)
class BalanceKind:
    """Squares for better and worse, by dimension and level of the results chain; at most ``most`` rows are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "levels"

    def missing(self, findings: Findings) -> str:
        """No indicator and no effect."""
        if list_balance(findings):
            return ""
        return "small" if any(f.suppressed for f in list_changes(findings)) else "changes"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The whole-project changes that may be shown."""
        return tuple(f for f in list_changes(findings) if not f.suppressed)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many indicators of outcome and impact got better and worse, beside those of outputs."""
        rows = list_balance(findings)
        unknown = sum(row.better + row.worse + row.other for row in rows if not row.level)
        said = word("figures.balance_unknown", language, n=unknown) if unknown else ""
        shown = self.shown(findings)
        return ChartTexts(
            _title(rows, language),
            f"{word('figures.balance_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=word("figures.targets_n", language, n=len(shown))),
            write_note((said,), shown, language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Worse to the left, better to the right, each indicator of one size."""
        return draw_balance(keep_telling(list_balance(findings), self.most), look, room)

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(list_balance(findings))


def _title(rows: tuple[BalanceRow, ...], language: Language) -> str:
    """Outputs apart from what follows from them; what went before and the channels, where something got worse there.

    Unintended effects are told where any is bad: what got better alone would hide them.
    """
    said = {"output": ("output",), "change": ("outcome", "impact")}
    named = {*said["output"], *said["change"], EFFECTS}
    said["rest"] = tuple({row.level for row in rows} - named)
    parts = []
    for name, levels in said.items():
        counts = {way: sum(getattr(row, way) for row in rows if row.level in levels) for way in ("better", "worse")}
        told = [say_moves(f"figures.balance_{way}", COUNTED, language, n=n) for way, n in counts.items() if n]
        if told and (name != "rest" or counts["worse"]):
            called = word(f"figures.balance_{name}", language)
            parts.append(word("figures.balance_part", language, name=called, told=join_counts(told, language)))
    parts += _name_effects(rows, language)
    return DOT.join(parts) or say_moves("figures.balance_none", COUNTED, language)


def _name_effects(rows: tuple[BalanceRow, ...], language: Language) -> list[str]:
    effects = [row for row in rows if row.level == EFFECTS]
    bad, good = sum(row.worse for row in effects), sum(row.better for row in effects)
    if not bad:
        return []
    told = [word(f"figures.count_{key}", language, count=n) for key, n in (("bad", bad), ("good", good)) if n]
    name = name_level(EFFECTS, language)
    return [word("figures.balance_part", language, name=name, told=join_counts(told, language))]


def _title_effects(effects: Sequence[Effect], language: Language) -> str:
    """How many are bad, with how many of them something was done about, and how many are good."""
    bad = [e for e in effects if e.direction == NEGATIVE]
    answered, good = sum(e.answered for e in bad), sum(e.direction == POSITIVE for e in effects)
    open_ = "" if answered else "_open" if bad else "_none"
    said = word(f"figures.effects_bad{open_}", language, n=len(bad), answered=answered)
    beside = word("figures.effects_good" if good else "figures.effects_good_none", language, n=good)
    return word("figures.effects_title", language, bad=said, good=beside)


@dataclass(frozen=True, slots=True)
class EffectsKind:
    """Good and bad effects of one dimension, or of all, side by side; at most ``most`` are drawn."""

    dimension: Dimension | None = None
    most: int | None = None
    chosen: ClassVar[str] = "effects"

    def missing(self, findings: Findings) -> str:
        """No effect on the sheet."""
        return "" if self._effects(findings) else "effects"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Every effect."""
        return tuple(map(tell_effect, self._effects(findings)))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many are good and how many bad, and to how many of those something was done."""
        effects, shown = self._effects(findings), self.shown(findings)
        title = _title_effects(effects, language)
        if self.dimension:
            dimension = code_label("dimension", self.dimension)[language]
            title = word("figures.of_dimension", language, dimension=dimension, title=title)
        return ChartTexts(
            title,
            f"{word('figures.effects_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=word("figures.effects_n", language, n=len(effects))),
            write_note((word("figures.effects_claim", language),), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(self.shown(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Boxes in two columns, or one under the other."""
        most = room or most_for_body(self.texts(findings, look.language), look) or inf
        return draw_effects(self._effects(findings)[: self.most], look, most)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every effect with all that its row says."""
        rows = [_effect_row(effect, language) for effect in self._effects(findings)]
        return pd.DataFrame(rows, columns=[word(f"figures.column_{name}", language) for name in EFFECT_HEADS])

    def _effects(self, findings: Findings) -> tuple[Effect, ...]:
        effects = findings.evidence.effects if findings.evidence else ()
        return tuple(e for e in effects if self.dimension in (None, e.dimension))


def _effect_row(effect: Effect, language: Language) -> list[object]:
    intended = "" if effect.intended is None else code_label("yes_no", "yes" if effect.intended else "no")[language]
    return [
        code_label("dimension", effect.dimension)[language] if effect.dimension else "",
        effect.name,
        code_label("effect_direction", effect.direction)[language] if effect.direction else "",
        intended,
        effect.who,
        *write_effect_values(effect, language),
        effect.evidence,
        effect.response,
        ", ".join(f"{source.sheet}!{area}" for source in effect.sources for area in source.ranges),
    ]
