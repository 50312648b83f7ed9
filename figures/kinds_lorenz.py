"""The chart of inequality: Lorenz curves before and after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.disclosure import MIN_GROUP
from analysis.findings import Finding, Findings
from figures.draw_lorenz import draw_lorenz
from figures.frame import Body, ChartTexts
from figures.households import fit_words
from figures.lorenz import Inequality, find_inequality
from figures.notes import write_note, write_source
from figures.pairs import why_no_pairs
from figures.theme import Look
from figures.wording import write_n, write_rounds
from i18n import Language, word
from i18n.numbers import write_number, write_signed

PALMA_DECIMALS = 2
MOST_STEPS = 20  # rows of the figures behind the chart, one for each twentieth of the people


@dataclass(frozen=True, slots=True)
class LorenzKind:
    """How evenly income is spread among the members known in both rounds, or among those of each round."""

    def missing(self, findings: Findings) -> str:
        """Too few people, or amounts that have no Gini."""
        return "" if find_inequality(findings) else why_no_pairs(findings, "lorenz")

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The mean, whose incomes they are."""
        return (_find(findings).finding,)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """Whether it became more even, with the interval of the change and the Palma in the note."""
        found = _find(findings)
        before, after = (write_number(gini, found.decimals) for gini in found.ginis)
        shown = self.shown(findings)
        return ChartTexts(
            word(fit_words(f"figures.lorenz_{found.verdict}", findings), language, before=before, after=after),
            f"{word(fit_words('figures.lorenz_subtitle', findings), language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=write_n(found.finding, language)),
            write_note((*_tell_apart(found, language), *_tell_spread(found, language)), shown, language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Two curves and the diagonal."""
        return draw_lorenz(_find(findings), findings.rounds, look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The curves in per cent, in steps of at least ``MIN_GROUP`` people: smaller ones would tell single incomes."""
        found = _find(findings)
        keys = (f"figures.column_{name}_share" for name in ("people", "before", "after"))
        heads = [word(fit_words(key, findings), language) for key in keys]
        people = np.linspace(0, 1, max(1, min(MOST_STEPS, found.fewest // MIN_GROUP)) + 1)
        columns = (people, *(np.interp(people, found.people, money) for money in found.money))
        return pd.DataFrame({head: 100 * values for head, values in zip(heads, columns, strict=True)})


def _find(findings: Findings) -> Inequality:
    found = find_inequality(findings)
    if found is None:
        raise ValueError("there is nothing to draw: ask missing() first")
    return found


def _tell_apart(found: Inequality, language: Language) -> tuple[str, ...]:
    """That the two curves are of different people."""
    return (word(fit_words("figures.lorenz_apart", found.finding), language),) if found.is_apart else ()


def _tell_spread(found: Inequality, language: Language) -> tuple[str, ...]:
    return _tell_interval(found, language), _tell_palma(found, language)


def _tell_interval(found: Inequality, language: Language) -> str:
    interval = found.beside["gini_change"].interval
    if interval is None:
        return ""
    low, high = (write_signed(bound, found.decimals) for bound in interval)
    return word("figures.lorenz_interval", language, low=low, high=high)


def _tell_palma(found: Inequality, language: Language) -> str:
    before, after = (found.beside[f"palma_{name}"].value for name in ("baseline", "endline"))
    if before is None or after is None:
        return ""
    written = [write_number(palma, PALMA_DECIMALS) for palma in (before, after)]
    return word(fit_words("figures.lorenz_palma", found.finding), language, before=written[0], after=written[1])
