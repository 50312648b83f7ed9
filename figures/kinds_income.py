"""The two charts of incomes: pairs (lines or distributions) and the shares of members who earn more and less."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.findings import Finding, Findings
from figures.changes import is_hidden
from figures.draw_distribution import draw_distribution
from figures.draw_pairs import draw_pairs
from figures.draw_shares import KEYS, draw_shares, find_parts
from figures.frame import Body, ChartTexts
from figures.households import fit_words
from figures.notes import write_note, write_source
from figures.pairs import INDICATOR, Incomes, find_incomes, why_no_pairs
from figures.theme import Look
from figures.titles import title_incomes, title_shares
from figures.wording import write_rounds, write_unit
from i18n import Language, word
from i18n.numbers import write_number


@dataclass(frozen=True, slots=True)
class PairsKind:
    """Incomes of the members known in both rounds: lines, or distributions where there are many."""

    def missing(self, findings: Findings) -> str:
        """No member with an income in both rounds, or too few."""
        return "" if find_incomes(findings) else why_no_pairs(findings, "pairs")

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The paired mean."""
        incomes = find_incomes(findings)
        return (incomes.finding,) if incomes else ()

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many earn more; who was left out is said."""
        incomes = _incomes(findings)
        how = "lines" if incomes.has_lines else "bars"
        unit = write_unit(incomes.finding.unit, language).strip()
        subtitle = word(fit_words(f"figures.pairs_{how}", findings), language, unit=unit)
        return ChartTexts(
            title_incomes(incomes, bool(find_parts(findings)), language),
            f"{subtitle}\n{write_rounds(findings, language)}",
            write_source(
                findings,
                self.shown(findings),
                language,
                n=word("figures.n_pairs", language, n=write_number(incomes.count)),
            ),
            write_note((_left_out(incomes, language),), self.shown(findings), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Lines up to sixty pairs, else distributions."""
        incomes = _incomes(findings)
        draw = draw_pairs if incomes.has_lines else draw_distribution
        return draw(incomes, findings.rounds, look, room)


@dataclass(frozen=True, slots=True)
class SharesKind:
    """Shares of members who earn less, the same and more."""

    def missing(self, findings: Findings) -> str:
        """No share known, or one of them hidden because it is small."""
        if find_parts(findings):
            return ""
        return "small" if is_hidden(findings, INDICATOR, *(key for key, _ in KEYS)) else "pairs"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The three shares."""
        keys = ("income_worse_share", "income_same_share", "income_better_share")
        return tuple(f for key in keys if (f := findings.find(key)))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many earn more and less."""
        parts = find_parts(findings)
        n = word("figures.n_pairs", language, n=write_number(sum(part.count for part in parts)))
        incomes = find_incomes(findings)
        return ChartTexts(
            title_shares(parts, findings.find(INDICATOR), language),
            f"{word(fit_words('figures.shares_subtitle', findings), language)}\n{write_rounds(findings, language)}",
            write_source(findings, self.shown(findings), language, n=n),
            write_note((_left_out(incomes, language) if incomes else "",), self.shown(findings), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """One stacked bar."""
        return draw_shares(find_parts(findings), look, room)


def _incomes(findings: Findings) -> Incomes:
    incomes = find_incomes(findings)
    if incomes is None:
        raise ValueError("there are no pairs to draw: ask missing() first")
    return incomes


def _left_out(incomes: Incomes, language: Language) -> str:
    """How many members were known in one round only and are therefore not compared."""
    before, after = incomes.pairs.n_baseline_only, incomes.pairs.n_endline_only
    if not before + after:
        return ""
    numbers = {"count": before + after, "before": before, "after": after}
    return word(
        fit_words("figures.left_out", incomes.finding),
        language,
        **{key: write_number(value) for key, value in numbers.items()},
    )
