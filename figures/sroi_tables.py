"""The figures of a social return as tables, and each line in words with its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.findings import Findings
from analysis.sroi import Line, Outcome, SocialReturn
from analysis.sroi.value_map import DEDUCTIONS
from dictionary.load import code_label, column_label
from dictionary.nouns import Source
from figures.sroi_words import (
    TABLE,
    name_factor,
    write_assumptions,
    write_basis,
    write_ends,
    write_entered,
    write_headline,
    write_money,
)
from figures.told import Told
from figures.wording import DOT
from i18n import Language, Text, word
from i18n.numbers import UNKNOWN, write_number, write_percent

ENTERED = ("stakeholder", "outcome", "indicator", "quantity", "proxy", "proxy_thb", "proxy_source")


def line_table(found: SocialReturn, language: Language) -> pd.DataFrame:
    """A row for each priced outcome: what is entered, what the deductions leave, each year, the present value."""
    years = max((len(line.impacts) for line in found.lines), default=0)
    heads = [
        *(column_label(TABLE, key)[language] for key in (*ENTERED, *DEDUCTIONS, "duration_years", "start")),
        *(word(f"figures.column_{key}", language) for key in ("sroi_gross", "sroi_kept")),
        *(word("figures.column_sroi_year", language, year=year + 1) for year in range(years)),
        *(
            word(f"figures.column_{key}", language)
            for key in ("sroi_present", "sroi_low", "sroi_high", "sroi_share", "cells")
        ),
    ]
    return pd.DataFrame([_line_row(line, years) for line in found.lines], columns=heads)


def _line_row(line: Line, years: int) -> list[object]:
    one = line.outcome
    low, high = line.range or (None, None)
    cells = ", ".join(f"{one.source.sheet}!{area}" for area in one.source.ranges)
    return [
        *(one.stakeholder, one.outcome, one.indicator, one.quantity, one.proxy, one.proxy_thb, one.proxy_source),
        *(None if share is None else share * 100 for share in one.shares),
        *(one.duration, one.start, line.gross, line.kept * 100),
        *line.impacts,
        *[None] * (years - len(line.impacts)),
        *(line.present_value, low, high, None if line.share is None else line.share * 100, cells),
    ]


def list_sroi_tables(findings: Findings, language: Language) -> Iterator[tuple[str, pd.DataFrame]]:
    """The sheets of a workbook of findings: the ratio with the choices under it, the lines, those set aside."""
    found = findings.evidence.sroi if findings.evidence else None
    if found is None:
        return
    heads = [word(f"figures.column_{key}", language) for key in ("name", "sroi_value")]
    if found.lines:
        whole = [write_headline(found, language), write_basis(found, language), write_assumptions(found, language)]
        steps = [(line.outcome.outcome, write_steps(line, found, language)) for line in found.lines]
        rows = [*(("", sentence) for sentence in whole), *steps]
        yield word("figures.chart_sroi_draws", language), pd.DataFrame(rows, columns=heads)
        yield word("figures.chart_sroi_values", language), line_table(found, language)
    aside = [
        (one.outcome, one.stakeholder, label, tell_reason(one, language)) for label, one in _list_aside(found, language)
    ]
    if aside:
        columns = ("outcome", "stakeholder", "status", "status_reason")
        names = [column_label(TABLE, key)[language] for key in columns]
        yield word("figures.sroi_set_aside", language), pd.DataFrame(aside, columns=names)


def _list_aside(found: SocialReturn, language: Language) -> Iterator[tuple[str, Outcome]]:
    for one in (*found.held, *found.excluded):
        yield code_label("sroi_status", one.status)[language], one


def tell_reason(one: Outcome, language: Language) -> str:
    """Why an outcome is not priced: what was written, and which columns are still missing."""
    lacks = ", ".join(column_label(TABLE, key)[language] for key in one.missing)
    told = word("pages.sroi.missing", language, columns=lacks) if lacks else ""
    return DOT.join(filter(None, (one.reason, told))) or UNKNOWN


def factor_table(found: SocialReturn, language: Language) -> pd.DataFrame:
    """A row for each bar of the tornado."""
    names = ("name", "sroi_put_in", "sroi_at_low", "sroi_at_high")
    heads = [word(f"figures.column_{name}", language) for name in names]
    rows = [
        [name_factor(one, language), write_ends(one, found, language), one.at_low, one.at_high] for one in found.tornado
    ]
    return pd.DataFrame(rows, columns=heads)


def write_steps(line: Line, found: SocialReturn, language: Language) -> str:
    """A line from quantity to present value: ``24 × 18,000 = 432,000 → 54 % = 233,280 …``."""
    one = line.outcome
    words = {
        "quantity": write_entered(one.quantity),
        "proxy": write_entered(one.proxy_thb),
        "gross": write_number(line.gross, 0),
        "kept": write_percent(line.kept),
        "years": ", ".join(write_number(value, 0) for value in line.impacts),
        "value": write_money(line.present_value, found, language),
    }
    return word("figures.sroi_steps", language, **words)


def tell_return(found: SocialReturn) -> tuple[Told, ...]:
    """The ratio with its range and what it rests on, with all cells; then each line and what was put in."""
    return (tell_whole(found), *tell_lines(found))


def tell_whole(found: SocialReturn) -> Told:
    """The ratio with its range, the choices under it, and all its cells."""
    name, values = (Text(*(write(found, language) for language in Language)) for write in (write_headline, write_basis))
    return Told(name, values, Text(*(write_assumptions(found, language) for language in Language)), found.sources)


def tell_inputs(found: SocialReturn) -> tuple[Told, ...]:
    """What each stakeholder put in, then the sum."""
    how = Text(*(word("sources.sroi_input", language) for language in Language))
    each = (
        Told(Text(name, name), Text(*(write_money(one.amount, found, it) for it in Language)), how, (one.source,))
        for one in found.value_map.inputs
        for name in (DOT.join(filter(None, (one.stakeholder, one.what))),)
    )
    return (*each, _tell_inputs(found, tuple(one.source for one in found.value_map.inputs)))


def tell_aside(outcomes: Sequence[Outcome]) -> tuple[Told, ...]:
    """Outcomes that are not priced, each with the reason and its cells."""
    return tuple(
        Told(
            Text(one.outcome, one.outcome),
            Text(*(tell_reason(one, language) for language in Language)),
            Text(*(word("sources.sroi_aside", language) for language in Language)),
            (one.source,),
        )
        for one in outcomes
    )


def tell_lines(found: SocialReturn) -> tuple[Told, ...]:
    """Each line with its cells and the caveats of the whole; then what was put in."""
    lines = tuple(_tell_line(line, found) for line in found.lines)
    inputs = tuple(one.source for one in found.value_map.inputs)
    return (*lines, _tell_inputs(found, inputs)) if inputs else lines


def _tell_line(line: Line, found: SocialReturn) -> Told:
    name = line.outcome.outcome
    values, how = write_values(line, found), Text(*(write_steps(line, found, language) for language in Language))
    return Told(Text(name, name), values, how, (line.outcome.source,), found.caveats)


def write_values(line: Line, found: SocialReturn) -> Text:
    """The present value of a line in both languages."""
    return Text(*(write_money(line.present_value, found, language) for language in Language))


def _tell_inputs(found: SocialReturn, sources: tuple[Source, ...]) -> Told:
    amount = found.inputs_thb
    told = Text("", "") if amount is None else Text(*(write_money(amount, found, language) for language in Language))
    return Told(Text(*(word("figures.sroi_inputs", language) for language in Language)), told, Text("", ""), sources)
