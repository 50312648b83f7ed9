"""Which charts show amounts of money, and in which prices these are."""

from __future__ import annotations

from analysis.findings import Finding, Findings
from figures.kinds import Kind
from figures.kinds_chain import ChainKind, TargetsKind
from figures.kinds_comparison import ComparisonKind, LoveKind
from figures.kinds_index import IndexKind
from figures.kinds_material import MaterialKind, MaterialUsesKind
from figures.kinds_network import NetworkKind, TiesKind
from figures.kinds_trend import TrendKind
from figures.prices import shows_money, write_prices
from i18n import Language

TOLD = NetworkKind | TiesKind | MaterialKind | MaterialUsesKind | ChainKind | TargetsKind | IndexKind  # by rows


def tell_prices(kind: Kind, findings: Findings, language: Language) -> str:
    """In which prices the amounts of a chart are; it stands with the source, which nobody rewrites."""
    shown = _list_contrasts(findings) if isinstance(kind, ComparisonKind | LoveKind) else kind.shown(findings)
    if not (isinstance(kind, TOLD) or shows_money(shown)):
        return ""
    rounds = findings.all_rounds if isinstance(kind, TrendKind) else findings.rounds
    return write_prices(findings.prices, language, [one.key for one in rounds])


def _list_contrasts(findings: Findings) -> list[Finding]:
    return [one.finding for one in findings.comparison.contrasts] if findings.comparison else []
