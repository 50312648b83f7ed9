"""What got worse and is in none of the charts that somebody chose for a report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from analysis.findings import Finding, Findings, Trend
from dictionary.load_methods import load_caveats
from figures.catalogue import list_charts, shown_findings
from figures.changes import list_changes
from figures.frame import ChartTexts
from figures.notes import add_caution
from figures.told import Told
from i18n import Language

LEFT_OUT = "W17"
SUMMED = frozenset({"balance", "index"})  # charts that count or weigh changes and name none of them


def list_left_out(findings: Findings, keys: Collection[str]) -> tuple[Finding, ...]:
    """The changes for the worse of which none of the charts ``keys`` tells, and another chart would."""
    worse = [one for one in list_changes(findings) if one.better is False]
    kept, others = (
        {
            indicator
            for chart in list_charts(findings)
            if chart.available and chart.key not in SUMMED and (chart.key in keys) is chosen
            for indicator in map(_name_indicator, shown_findings(findings, chart.key))
        }
        for chosen in (True, False)
    )
    return tuple(one for one in worse if one.indicator.key in others - kept)


def _name_indicator(shown: Finding | Trend | Told) -> str:
    """The indicator that is told as a whole; "" of a group or of what is none."""
    if isinstance(shown, Told):
        return shown.indicator
    return "" if isinstance(shown, Finding) and shown.group else shown.indicator.key


def add_left_out(texts: ChartTexts, language: Language) -> ChartTexts:
    """The same words with W17 in the note, which is part of the picture."""
    return replace(texts, note=add_caution(texts.note, load_caveats()[LEFT_OUT].title[language], language))
