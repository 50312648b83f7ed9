"""The three charts of a social return: value line by line, what moves the ratio most, and the draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import pandas as pd

from analysis.findings import Findings
from analysis.sroi import SocialReturn
from analysis.sroi.results import Factor
from figures.draw_ratios import BINS, count_draws, draw_ratios
from figures.draw_values import draw_values
from figures.frame import Body, ChartTexts
from figures.notes import write_note, write_source
from figures.sroi_rows import (
    MOST_FACTORS,
    MOST_LINES,
    list_factor_rows,
    list_value_rows,
    scale_factors,
    scale_values,
)
from figures.sroi_tables import factor_table, line_table, tell_lines, tell_return
from figures.sroi_words import (
    name_factor,
    write_assumptions,
    write_basis,
    write_currency,
    write_ends,
    write_headline,
    write_money,
    write_ratio,
    write_span,
)
from figures.theme import Look
from figures.told import Told
from figures.wording import write_rounds
from i18n import Language, Text, word
from i18n.numbers import write_number


def find_value_map(findings: Findings) -> SocialReturn | None:
    """What the value map gives, even if nothing on it is priced; None where there is none."""
    return findings.evidence.sroi if findings.evidence else None


def find_social_return(findings: Findings) -> SocialReturn | None:
    """The social return of a project; None where no sheet holds a value map with a priced outcome."""
    found = find_value_map(findings)
    return found if found and found.lines else None


def _find(findings: Findings) -> SocialReturn:
    found = find_social_return(findings)
    if found is None:
        raise ValueError("there is no social return to draw: ask missing() first")
    return found


def _tell_factor(one: Factor, found: SocialReturn) -> Told:
    name, values, how = (
        Text(*(write(language) for language in Language))
        for write in (
            partial(name_factor, one),
            partial(write_span, (one.at_low, one.at_high)),
            partial(write_ends, one, found),
        )
    )
    rows = (line.outcome for line in found.lines if one.name in {line.outcome.outcome, line.outcome.proxy})
    return Told(name, values, how, tuple(row.source for row in rows) or found.sources)


def _frame(title: str, what: str, findings: Findings, language: Language) -> ChartTexts:
    """The words that the three charts share: the choices under the ratio, the rounds, n, what to be careful about."""
    found = _find(findings)
    dated = any(one.start or one.end for one in findings.rounds)
    subtitle = (what, write_basis(found, language), write_rounds(findings, language) if dated else "")
    n = word("figures.sroi_n", language, n=write_number(len(found.lines)), inputs=_write_inputs(found, language))
    sentences = (write_assumptions(found, language),) if found.range else ()
    return ChartTexts(
        title,
        "\n".join(filter(None, subtitle)),
        write_source(findings, (found,), language, n=n),
        write_note(sentences, (found,), language),
    )


def _write_inputs(found: SocialReturn, language: Language) -> str:
    return "–" if found.inputs_thb is None else write_money(found.inputs_thb, found, language)


@dataclass(frozen=True, slots=True)
class ValuesKind:
    """A waterfall of present value by outcome, then the sum, the inputs and what is left."""

    most: int | None = None
    chosen: ClassVar[str] = "values"

    def missing(self, findings: Findings) -> str:
        """No priced outcome."""
        return "" if find_social_return(findings) else "sroi"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Each line with its cells."""
        return tell_lines(_find(findings))

    def count(self, findings: Findings) -> int:
        """How many outcomes may be drawn."""
        return min(len(_find(findings).lines), MOST_LINES)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """The ratio with its range."""
        found = _find(findings)
        what = word("figures.sroi_values_subtitle", language, unit=write_currency(found, language))
        return _frame(write_headline(found, language), what, findings, language)

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bars, each from where the one before ended."""
        rows = list_value_rows(_find(findings), self.most, look.language)
        return draw_values(rows, scale_values(rows, look), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Each line from quantity to present value."""
        return line_table(_find(findings), language)


@dataclass(frozen=True, slots=True)
class TornadoKind:
    """One thing entered at a time at its lowest and its highest."""

    most: int | None = None
    chosen: ClassVar[str] = "factors"

    def missing(self, findings: Findings) -> str:
        """No ratio."""
        found = find_social_return(findings)
        return "sroi" if found is None else "" if found.tornado else "sroi_inputs"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Each bar in words; its cells are those of the lines."""
        found = _find(findings)
        return (*(_tell_factor(one, found) for one in found.tornado[:MOST_FACTORS]), *tell_lines(found))

    def count(self, findings: Findings) -> int:
        """How many bars may be drawn."""
        return min(len(_find(findings).tornado), MOST_FACTORS)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """What the ratio depends on most, and how far it moves."""
        found = _find(findings)
        widest = found.tornado[0]
        ends = (min(widest.at_low, widest.at_high), max(widest.at_low, widest.at_high))
        name, span = name_factor(widest, language), write_span(ends, language)
        title = word("figures.sroi_tornado_title", language, name=name, range=span)
        ratio = write_ratio(found.ratio or 0.0)
        what = word("figures.sroi_tornado_subtitle", language, ratio=ratio)
        if len(found.tornado) > MOST_FACTORS:
            what += f" ({word('figures.sroi_at_most', language, most=MOST_FACTORS, all=len(found.tornado))})"
        return _frame(title, what, findings, language)

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bars on both sides of the ratio."""
        found = _find(findings)
        rows = list_factor_rows(found, self.most, look.language)
        return draw_values(rows, scale_factors(rows, found, look), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Each bar: what is put in and the ratio at both ends."""
        return factor_table(_find(findings), language)


@dataclass(frozen=True, slots=True)
class DrawsKind:
    """How often the draws give each ratio."""

    def missing(self, findings: Findings) -> str:
        """No ratio."""
        found = find_social_return(findings)
        return "sroi" if found is None else "" if found.range else "sroi_inputs"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """The ratio and its range; then each line with its cells."""
        found = _find(findings)
        return tell_return(found)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """The range, from how many draws and which seed."""
        found = _find(findings)
        drawn, span = found.simulation, found.range
        if drawn is None or span is None:
            raise ValueError("nothing was drawn: ask missing() first")
        title = word("figures.sroi_draws_title", language, range=write_span(span, language))
        how = {"draws": write_number(drawn.draws), "seed": "–" if drawn.seed is None else str(drawn.seed)}
        return _frame(title, word("figures.sroi_draws_subtitle", language, **how), findings, language)

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bars with a line at 1."""
        return draw_ratios(_find(findings), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The bars: from, to, per cent of the draws."""
        draws = count_draws(_find(findings), BINS[1])
        heads = [word(f"figures.column_{name}", language) for name in ("from", "to", "sroi_draws")]
        values = (draws.edges[:-1], draws.edges[1:], draws.shares * 100)
        return pd.DataFrame(dict(zip(heads, values, strict=True)))
