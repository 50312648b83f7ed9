"""Findings as an .xlsx workbook: no ids, no names of people, nothing that is suppressed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analysis.findings import Finding, Findings
from dictionary.load import code_label, load_codes
from dictionary.load_indicators import is_share, unit_label
from dictionary.load_methods import load_caveats, load_method_rows
from dictionary.nouns import Round
from figures.grade_words import write_claim, write_grade, write_raising
from figures.kinds_comparison import ComparisonKind, LoveKind
from figures.kinds_sroi import find_social_return
from figures.prices import write_prices
from figures.remedy_words import list_remedies
from figures.sroi_tables import list_sroi_tables
from figures.tables import list_charted, trend_table
from figures.trends import list_trends
from figures.wording import add_doubt, write_dates, write_n, write_only, write_reason
from i18n import Language, word
from reports.every_figure import list_every
from reports.sheet_rows import Number, Value, write_rows
from reports.source_cells import write_cells
from reports.workbook_bytes import to_bytes

LONGEST = 31  # letters in the name of a sheet
KNOWN = ("n_baseline", "n_endline", "n_pairs")
EVERY = ("part", "item", "figure", "value", "unit", "n", "grade", "cells")
JUDGED = ("grade", "raise", "claim")
SHARE, RELATIVE, COUNT = "0.0%", '+0.0%;"−"0.0%;0%', "#,##0"


def write_findings(findings: Findings, language: Language) -> bytes:
    """All findings, one row each; the trends where there are any; the caveats they carry; and about the data."""
    book = Workbook()
    sheet = book.active
    sheet.title = word("tables.findings", language)
    write_rows(sheet, _header(findings, language), (_row(finding, language) for finding in findings.findings))
    if findings.trends:
        trends = book.create_sheet(word("figures.chart_trend", language))
        table = trend_table(findings, list_trends(findings), language)
        write_rows(trends, list(table.columns), _list_values(table))
    for title, table in (*_list_comparison(findings, language), *list_sroi_tables(findings, language)):
        write_rows(book.create_sheet(title), list(table.columns), _list_values(table))
    for title, table in list_charted(findings, language):
        write_rows(_add_sheet(book, title), list(table.columns), _list_values(table))
    every = _add_sheet(book, word("tables.every", language))
    write_rows(every, [word(f"tables.{name}", language) for name in EVERY], list_every(findings, language))
    caveats = book.create_sheet(word("tables.caveats", language))
    heads = [word(f"tables.{name}", language) for name in ("caution", "meaning", "code")]
    write_rows(caveats, heads, _caveats(findings, language))
    about = book.create_sheet(word("tables.about", language))
    write_rows(about, [word("tables.about", language), ""], _about(findings, language))
    return to_bytes(book)


def _list_comparison(findings: Findings, language: Language) -> Iterator[tuple[str, pd.DataFrame]]:
    """The four means of each indicator, and how alike the groups were, where there is a comparison group to show."""
    means, alike = ComparisonKind(), LoveKind()
    if not means.missing(findings):
        yield word("ui.page.comparison", language), means.table(findings, language)
    if not alike.missing(findings):
        yield word("comparison.sheet_alike", language), alike.table(findings, language)


def _add_sheet(book: Workbook, title: str) -> Worksheet:
    """A sheet with a name that Excel takes and no other sheet has."""
    plain = re.sub(r"[\\/*?:\[\]]", " ", title).strip()
    names = (plain[:LONGEST], *(f"{plain[: LONGEST - 3]} {number}" for number in range(2, 100)))
    return book.create_sheet(next(name for name in names if name not in book.sheetnames))


def _list_values(table: pd.DataFrame) -> list[list[Value]]:
    """The rows of a table, what is not known as None."""
    rows: list[list[Value]] = table.astype(object).where(table.notna(), None).to_numpy().tolist()
    return rows


def _header(findings: Findings, language: Language) -> list[str]:
    first, last = (_name_round(one, language) for one in findings.rounds)
    names = ("difference", "relative_change", "low", "high", "better", "target", "rests_on", *KNOWN)
    return [
        *(word(f"tables.{name}", language) for name in ("dimension", "indicator", "group", "unit")),
        *(first, last),
        *(word(f"tables.{name}", language) for name in (*names, "note", "caveats", *JUDGED, "method", "cells")),
    ]


def _row(finding: Finding, language: Language) -> list[Value]:
    return [
        load_codes("dimension")[finding.dimension][language],
        finding.indicator.label[language],
        _name_group(finding, language),
        unit_label(finding.unit)[language],
        *_values(finding, language),
        write_n(finding, language),
        *(_count(n) for n in (finding.n_baseline, finding.n_endline, finding.n_pairs)),
        write_reason(finding, language),
        "\n".join(load_caveats()[code].title[language] for code in finding.caveats),
        write_grade(finding, language),
        write_raising(finding, language),
        write_claim(finding, language),
        load_method_rows()[finding.method].label[language] if finding.method in load_method_rows() else finding.method,
        write_cells(finding.sources, language),
    ]


def _values(finding: Finding, language: Language) -> Iterator[Value]:
    """Before, after, difference, relative change, interval, better or worse, target."""
    yield from (_level(value, finding) for value in (finding.baseline, finding.endline))
    yield _difference(finding.difference, finding, language)
    yield _number(finding.relative_change, RELATIVE)
    low, high = finding.interval or (None, None)
    if finding.baseline is None:  # the interval of a level, such as the share better off
        yield from (_level(low, finding), _level(high, finding))
    else:
        yield from (_difference(low, finding, language), _difference(high, finding, language))
    yield _judge(finding, language)
    yield _level(finding.target, finding)


def _judge(finding: Finding, language: Language) -> str | None:
    """Better or worse, and that it may be chance; None where the indicator has no better direction."""
    if finding.better is None:
        return None
    return add_doubt(word(f"tables.better_{str(finding.better).lower()}", language), finding, language)


def _level(value: float | None, finding: Finding) -> Number | None:
    if value is None:
        return None
    return Number(value, SHARE if is_share(finding.unit) else _digits(value))


def _digits(value: float) -> str:
    """No decimals for whole and large numbers, else up to two."""
    return "#,##0" if abs(value) >= 100 or value == round(value) else "#,##0.0#"


def _difference(value: float | None, finding: Finding, language: Language) -> Number | None:
    """A signed difference; between shares it is told in percentage points."""
    if value is None:
        return None
    if not is_share(finding.unit):
        digits = _digits(value)
        return Number(value, f'+{digits};"−"{digits};0')
    points = word("tables.points", language)
    return Number(value * 100, f'+0.0"{points}";"−"0.0"{points}";0.0"{points}"')


def _number(value: float | None, form: str) -> Number | None:
    return None if value is None else Number(value, form)


def _count(value: int | None) -> Number | None:
    return _number(value, COUNT)


def _name_group(finding: Finding, language: Language) -> str:
    names = [code_label(group, value)[language] for group, value in finding.group]
    return " · ".join(names) or word("tables.everybody", language)


def _name_round(one: Round, language: Language) -> str:
    return f"{one.label[language]} {write_dates(one, language)}".strip()


def _caveats(findings: Findings, language: Language) -> Iterator[Sequence[Value]]:
    codes = {code for finding in findings.findings for code in finding.caveats}
    codes |= {code for trend in findings.trends for code in trend.caveats}
    found = find_social_return(findings)
    codes |= {*found.caveats} if found else set()
    for code in (code for code in load_caveats() if code in codes):
        caveat = load_caveats()[code]
        yield [caveat.title[language], caveat.sentence[language], code]
        yield from ([caveat.title[language], told, code] for told in list_remedies(findings.findings, code, language))


def _about(findings: Findings, language: Language) -> Iterator[Sequence[Value]]:
    project = findings.project
    yield from (
        [word(f"tables.{name}", language), text]
        for name, text in (("project", project.name), ("project_group", project.group), ("province", project.province))
        if text
    )
    if findings.only:
        yield [word("tables.group", language), write_only(findings, language)]
    yield from ([one.label[language], write_dates(one, language)] for one in findings.rounds)
    prices = write_prices(findings.prices, language, [one.key for one in findings.all_rounds])
    yield from ([word("ui.prices", language), told] for told in (prices,) if told)
    yield [word("tables.methods_version", language), findings.methods_version]
    if project.is_sample:
        yield [word("tables.sample", language), word("tables.yes", language)]
