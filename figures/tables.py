"""The figures behind a chart as a table, for the screen and as an Excel file with its source and notes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from analysis.findings import Finding, Findings, Trend
from dictionary.load_indicators import is_share, unit_label
from dictionary.load_methods import load_caveats
from figures.catalogue import default_texts, list_charts, shown_findings
from figures.charts import CHARTS
from figures.draw_distribution import BINS, spread_incomes
from figures.fonts import FAMILY
from figures.frame import ChartTexts
from figures.grade_words import write_grade, write_raising
from figures.groups import group_name
from figures.households import fit_words
from figures.kinds import Tabled
from figures.pairs import Incomes, find_incomes
from figures.remedy_words import list_remedies
from figures.told import Told
from figures.trends import name_rounds, name_trend
from figures.wording import write_judged, write_n, write_version
from i18n import Language, word

# charts whose tables say more than the findings: what one sheet or one chain tells
ROW_BY_ROW = (
    *("income_lorenz", "partners_ties", "participation_matrix", "participation_levels", "participation_timeline"),
    *("technology", "chain", "targets", "index", "material"),
    "effects",
)
KNOWN = ("n_before", "n_after", "n_pairs")
COLUMNS = ("name", "before", "after", "difference", "change", "low", "high", "unit", "rests_on", *KNOWN)
WIDEST = 48  # letters


def chart_table(findings: Findings, key: str, language: Language) -> pd.DataFrame:
    """The findings (or the rows) behind a chart, one row each, in the chart's order, with headers in the language.

    Shares and changes are per cent here, as in the chart; what is not known is empty. A chart of what is told row by
    row has a table of its own.
    """
    kind = CHARTS[key][0]
    if isinstance(kind, Tabled):
        return kind.table(findings, language)
    shown = kind.shown(findings)
    trends = [one for one in shown if isinstance(one, Trend)]
    if trends:
        return trend_table(findings, trends, language)
    rows = [_row(one, language) for one in shown if isinstance(one, Finding)]
    heads = [word(f"figures.column_{name}", language) for name in (*COLUMNS, "direction", "grade", "raise", "cells")]
    return pd.DataFrame(rows, columns=heads)


def list_charted(findings: Findings, language: Language) -> Iterator[tuple[str, pd.DataFrame]]:
    """The name and the table of each chart of what is told row by row, and of how evenly income is spread."""
    for chart in list_charts(findings):
        if chart.key.startswith(ROW_BY_ROW) and chart.available:
            yield chart.name[language], chart_table(findings, chart.key, language)


def _row(finding: Finding, language: Language) -> list[object]:
    times = 100 if is_share(finding.unit) else 1
    low, high = finding.interval or (None, None)
    relative = None if finding.relative_change is None else finding.relative_change * 100
    values = [finding.baseline, finding.endline, finding.difference]
    return [
        group_name(finding, language),
        *(None if v is None else v * times for v in values),
        relative,
        *(None if v is None else v * times for v in (low, high)),
        unit_label(finding.unit)[language],
        write_n(finding, language),
        finding.n_baseline,
        finding.n_endline,
        finding.n_pairs,
        write_judged(finding, language) if finding.difference is not None else "",
        write_grade(finding, language),
        write_raising(finding, language),
        ", ".join(_cells(finding)),
    ]


def trend_table(findings: Findings, trends: Sequence[Trend], language: Language) -> pd.DataFrame:
    """Trends, one row each: the value of every round, how many units it rests on, and the cells."""
    rounds = name_rounds(findings.all_rounds, language)
    counts = [word("figures.column_n_round", language, round=name) for name in rounds]
    name, unit, way, cells = (word(f"figures.column_{key}", language) for key in ("name", "unit", "direction", "cells"))
    rows = [_trend_row(trend, language) for trend in trends]
    return pd.DataFrame(rows, columns=[name, unit, *rounds, *counts, way, cells])


def _trend_row(trend: Trend, language: Language) -> list[object]:
    times = 100 if is_share(trend.unit) else 1
    return [
        name_trend(trend, language),
        unit_label(trend.unit)[language],
        *(None if one.value is None else one.value * times for one in trend.values),
        *(one.n for one in trend.values),
        write_judged(trend, language) if trend.difference is not None else "",
        ", ".join(_cells(trend)),
    ]


def _cells(finding: Finding | Trend) -> Iterable[str]:
    return (f"{source.sheet}!{area}" for source in finding.sources for area in source.ranges)


def pairs_table(incomes: Incomes, language: Language) -> pd.DataFrame:
    """What the income chart draws: each pair without its owner, sorted; of many pairs the shares in each span."""
    names = [word(f"figures.column_{name}", language) for name in ("before", "after", "difference")]
    if incomes.has_lines:
        order = np.lexsort((incomes.pairs.endline, incomes.pairs.baseline))
        before, after = incomes.pairs.baseline[order], incomes.pairs.endline[order]
        return pd.DataFrame(dict(zip(names, (before, after, after - before), strict=True)))
    first, last, _ = spread_incomes(incomes, BINS[1])
    keys = (f"figures.column_{name}" for name in ("from", "to", "share_before", "share_after"))
    spans = [word(fit_words(key, incomes.finding), language) for key in keys]
    values = (first.edges[:-1], first.edges[1:], first.shares * 100, last.shares * 100)
    return pd.DataFrame(dict(zip(spans, values, strict=True)))


def write_figure_table(findings: Findings, key: str, language: Language, texts: ChartTexts | None = None) -> bytes:
    """An Excel file with the figures behind a chart, their cells, the source and the notes in full."""
    words = texts or default_texts(findings, key, language)
    book = Workbook()
    _fill(book.worksheets[0], word("figures.sheet_findings", language), chart_table(findings, key, language), words)
    incomes = find_incomes(findings) if key == "income_pairs" else None
    if incomes:
        _fill(book.create_sheet(), word("figures.sheet_drawn", language), pairs_table(incomes, language), words)
    _add_caveats(book.worksheets[0], shown_findings(findings, key), language)
    _write(book.worksheets[0], [write_version(findings, language)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, name: str, table: pd.DataFrame, words: ChartTexts) -> None:
    sheet.title = name
    _write(sheet, [words.title], bold=True)
    for line in words.subtitle.split("\n"):
        _write(sheet, [line])
    _write(sheet, [])
    _write(sheet, list(table.columns), bold=True)
    for row in table.astype(object).where(table.notna(), None).itertuples(index=False):
        _write(sheet, list(row))
    _write(sheet, [])
    for line in filter(None, (*words.source.split("\n"), *words.note.split("\n"))):
        _write(sheet, [line])
    _set_widths(sheet, table)


def _write(sheet: Worksheet, values: Sequence[object], *, bold: bool = False) -> None:
    """One row; what begins with = is text that somebody typed, never a formula, and carries no control sign."""
    row = sheet.max_row + (sheet.max_row > 1 or sheet["A1"].value is not None)
    sheet.append([])
    for column, value in enumerate(values, start=1):
        shown = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
        cell = sheet.cell(row, column, shown)
        if isinstance(value, str):
            cell.data_type = "s"
        cell.font = Font(name=FAMILY, bold=bold)
        if isinstance(value, float):
            cell.number_format = "#,##0" if value.is_integer() else "#,##0.##"


def _set_widths(sheet: Worksheet, table: pd.DataFrame) -> None:
    for at, name in enumerate(table.columns, start=1):
        longest = max([len(str(name)), *(len(str(value)) for value in table[name] if isinstance(value, str))])
        sheet.column_dimensions[get_column_letter(at)].width = min(WIDEST, longest + 3)
    sheet["A1"].alignment = Alignment(wrap_text=False)


def _add_caveats(sheet: Worksheet, shown: Sequence[Finding | Trend | Told], language: Language) -> None:
    for code in sorted({code for f in shown for code in f.caveats}):
        _write(sheet, [f"{load_caveats()[code].title[language]}: {load_caveats()[code].sentence[language]}"])
        for told in list_remedies(shown, code, language):
            _write(sheet, [told])
