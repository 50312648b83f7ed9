"""The words around a chart before anybody changes them."""

from __future__ import annotations

from dataclasses import replace

from analysis.findings import Findings
from figures.frame import ChartTexts
from figures.kinds import Kind
from figures.priced import tell_prices
from figures.wording import write_only
from i18n import Language


def write_texts(kind: Kind, findings: Findings, language: Language) -> ChartTexts:
    """The words of a kind of chart, with that they are of one group only, and in which prices amounts are."""
    texts, told = kind.texts(findings, language), tell_prices(kind, findings, language)
    return replace(
        texts,
        subtitle="\n".join(filter(None, (write_only(findings, language), texts.subtitle))),
        source="\n".join(filter(None, (texts.source, told))),
    )
