"""The charts of the network of partners: who supports whom, and with what in which stage."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from analysis.evidence.dependence import ONE_GIVES_MOST, Dependence
from analysis.evidence.network import Network
from analysis.evidence.tie_rows import Status
from analysis.findings import Finding, Findings
from dictionary.load import load_codes
from dictionary.load_methods import load_caveats
from figures.draw_network import draw_network
from figures.draw_support import draw_support
from figures.frame import Body, ChartTexts
from figures.network_rows import MOST_PARTNERS, name_sector
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.ties import CODELISTS, COLUMNS, TieView, find_network
from figures.ties_table import list_ties
from figures.verbs import COUNTED, say_moves
from figures.wording import ARROW
from i18n import Language, word
from i18n.numbers import write_number, write_percent

COUNTS = ("partners", "partners_new", "partners_continuing", "partners_ended")


def need_network(findings: Findings) -> Network:
    """The network of findings that have one; ValueError where nobody asked first."""
    network = find_network(findings)
    if network is None:
        raise ValueError("the network cannot be drawn: ask missing() first")
    return network


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """Partners and those whom they support, the same places before and after; sectors where there are too many."""

    by_sector: bool = False

    def missing(self, findings: Findings) -> str:
        """No partner is known."""
        return "" if find_network(findings) else "partners"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The counts of partners behind the picture."""
        return _list_counts(findings)

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many are continuing, new and ended; who gives most."""
        network = need_network(findings)
        grouped = self.by_sector or len(network.partners) > MOST_PARTNERS
        subtitle = word(f"figures.network_subtitle{'_sectors' if grouped else ''}", language)
        hidden = word("figures.names_hidden", language, n=write_number(network.unnamed)) if network.unnamed else ""
        sentences = (
            write_dependence(network.dependence[1], language),
            "" if grouped else hidden,
            _undated(findings, language),
            *(load_caveats()[code].title[language] for code in network.caveats),
        )
        return ChartTexts(
            _title_network(network, language),
            subtitle,
            write_source(findings, self.shown(findings), language, n=_count_partners(network, language)),
            write_note(sentences, self.shown(findings), language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Partners in the middle, receivers outside."""
        return draw_network(need_network(findings), findings.rounds, look, (room, self.by_sector))

    def coarser(self) -> tuple[NetworkKind, str] | None:
        """The chart of sectors, which takes less room, and the key of the sentence that says so."""
        return None if self.by_sector else (replace(self, by_sector=True), "figures.grouped_by_sector")

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every tie, one row each."""
        return list_ties(need_network(findings), language)


@dataclass(frozen=True, slots=True)
class TiesKind:
    """Bands from sector over kind of support to stage, before and after on one scale."""

    columns: tuple[str, ...] = COLUMNS

    def missing(self, findings: Findings) -> str:
        """No partner is known, or neither kinds nor stages are stated."""
        network = find_network(findings)
        if network is None:
            return "partners"
        return "" if any(tie.kind or tie.stage for tie in network.ties) else "ties"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The partners of each stage and kind."""
        return tuple(f for by in ("stage", "support_kind") for f in findings.breakdown("partners", by))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many ties, and how many of the stages they reach."""
        network = need_network(findings)
        return ChartTexts(
            _title_ties(network, language),
            word(
                "figures.ties_subtitle" if "support_kind" in self.columns else "figures.ties_subtitle_stages", language
            ),
            write_source(findings, self.shown(findings), language, n=_count_partners(network, language)),
            write_note(
                (word("figures.ties_note", language), _undated(findings, language)),
                _list_counts(findings)[:1],
                language,
            ),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Two panels with the same nodes."""
        return draw_support(TieView(need_network(findings), self.columns), findings.rounds, look, room)

    def coarser(self) -> tuple[TiesKind, str] | None:
        """The same without the kinds of support, and the key of the sentence that says so."""
        fewer = tuple(column for column in self.columns if column != "support_kind")
        return None if fewer == self.columns else (replace(self, columns=fewer), "figures.without_kinds")

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every tie, one row each."""
        return list_ties(need_network(findings), language)


def _undated(findings: Findings, language: Language) -> str:
    """That the dates of the rounds, which stand above each side, are not known."""
    dated = any(one.start or one.end for one in findings.rounds)
    return "" if dated else word("figures.no_dates", language)


def _list_counts(findings: Findings) -> tuple[Finding, ...]:
    return tuple(f for key in COUNTS if (f := findings.find(key)))


def write_dependence(dependence: Dependence, language: Language) -> str:
    """Who gives most of what is known; nothing where nothing is known, or several give as much."""
    leading = dependence.leading
    if leading is None or leading.equals > 1:
        return ""
    kind = "value" if dependence.by_value else "ties"
    name = leading.name or name_sector(leading.sector, language)
    key = f"figures.depends_on_{kind}{'_most' if ONE_GIVES_MOST in dependence.caveats else ''}"
    told = [word(key, language, name=name, share=write_percent(leading.share))]
    if dependence.by_value and dependence.unknown:
        told.append(word("figures.value_unknown", language, n=write_number(dependence.unknown)))
    return " ".join(told)


def _title_network(network: Network, language: Language) -> str:
    counts = Counter(partner.status for partner in network.partners)
    numbers = {status.value: write_number(counts[status]) for status in Status}
    after = write_number(sum(bool(partner.present[1]) for partner in network.partners))
    unclear = word("figures.network_unclear", language, n=numbers["not_known"]) if counts[Status.NOT_KNOWN] else ""
    return word("figures.network_title", language, after=after, **numbers) + unclear


def _title_ties(network: Network, language: Language) -> str:
    before, after = (len(network.ties_of(side)) for side in (0, 1))
    way = "same" if before == after else "rose" if after > before else "fell"
    title = say_moves(f"figures.ties_{way}", COUNTED, language, before=write_number(before), after=write_number(after))
    stages = [{tie.stage for tie in network.ties_of(side)} - {""} for side in (0, 1)]
    if not any(stages):
        return title
    numbers = {"before": len(stages[0]), "after": len(stages[1]), "all": len(load_codes(CODELISTS["stage"]))}
    return title + word("figures.ties_stages", language, **numbers)


def _count_partners(network: Network, language: Language) -> str:
    """How many partners stand behind the picture: its n."""
    before, after = (sum(bool(partner.present[side]) for partner in network.partners) for side in (0, 1))
    return word("figures.n_partners", language, n=f"{write_number(before)} {ARROW} {write_number(after)}")
