"""A chart in sentences, for those who hear it instead of seeing it."""

from __future__ import annotations

from analysis.findings import Finding, Findings, Trend
from figures.catalogue import default_texts, shown_findings
from figures.charts import CHARTS
from figures.frame import ChartTexts
from figures.groups import group_name
from figures.priced import tell_prices
from figures.told import Told
from figures.trends import tell_trend
from figures.wording import DOT, write_both, write_change, write_judged
from i18n import Language, word

MOST_TOLD = 8  # findings told one by one; a longer list is said to go on


def describe_chart(findings: Findings, key: str, language: Language, texts: ChartTexts | None = None) -> str:
    """Title, what is drawn, the values of the findings shown and their prices, as plain text."""
    words = texts or default_texts(findings, key, language)
    shown = [f for f in shown_findings(findings, key) if isinstance(f, Told) or f.difference is not None]
    told = [_tell(f, findings, language) for f in shown[:MOST_TOLD]]
    if len(shown) > MOST_TOLD:
        told.append(word("figures.and_more", language, count=len(shown) - MOST_TOLD))
    prices = tell_prices(CHARTS[key][0], findings, language)
    return DOT.join([words.title, words.subtitle.replace("\n", DOT), *told, *filter(None, (prices,))])


def _tell(finding: Finding | Trend | Told, findings: Findings, language: Language) -> str:
    if isinstance(finding, Told):
        return f"{finding.name[language]} {finding.values[language]}".strip()
    if isinstance(finding, Trend):
        return f"{finding.indicator.label[language]} {tell_trend(finding, findings.all_rounds, language)}"
    change = f"{write_change(finding, language)} {write_judged(finding, language)}"
    return f"{group_name(finding, language)} {write_both(finding, language)} ({change})"
