"""The charts of technology: channels by measure, and works as a dated list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pandas as pd

from analysis.evidence.technology import KINDS, Work
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from figures.channels import draw_channels, list_channels, pick_channels
from figures.draw_works import draw_works, name_date
from figures.frame import Body, ChartTexts
from figures.notes import write_note, write_source
from figures.theme import Look
from figures.titles import title_changes
from figures.told import Told
from figures.told_evidence import tell_works
from figures.wording import write_rounds
from i18n import Language, word


@dataclass(frozen=True, slots=True)
class ChannelsKind:
    """What each channel reached, before and after, by measure; at most ``most`` are drawn."""

    most: int | None = None
    chosen: ClassVar[str] = "leading"

    def missing(self, findings: Findings) -> str:
        """No channel with a figure."""
        return "" if list_channels(findings) else "channels"

    def shown(self, findings: Findings) -> tuple[Finding, ...]:
        """The findings of the channels."""
        return tuple(channel.finding for channel in list_channels(findings))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many got better and worse."""
        shown = self.shown(findings)
        items = {channel.item for channel in list_channels(findings)}
        return ChartTexts(
            word("figures.channels_title", language, told=title_changes(shown, None, language)),
            f"{word('figures.channels_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=word("figures.channels_n", language, count=len(items))),
            write_note((), shown, language),
        )

    def count(self, findings: Findings) -> int:
        """How many rows the whole chart has."""
        return len(list_channels(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Dumbbells, each measure on its own scale."""
        return draw_channels(pick_channels(list_channels(findings), self.most), look, room)


@dataclass(frozen=True, slots=True)
class WorksKind:
    """Research, innovations and other works with what came of them; at most ``most`` are listed, the latest."""

    most: int | None = None
    chosen: ClassVar[str] = "works"

    def missing(self, findings: Findings) -> str:
        """No work."""
        return "" if _list_works(findings) else "works"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """The works, each with its row; nothing is compared."""
        return tell_works(_list_works(findings))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How many works, and of how many it is said what came of them."""
        works = _list_works(findings)
        told = sum(bool(work.result) for work in works)
        undated = sum(work.first is None for work in works)
        sentence = word("figures.undated", language, count=undated) if undated else ""
        return ChartTexts(
            word("figures.works_title", language, count=len(works), told=told),
            f"{word('figures.works_subtitle', language)}\n{write_rounds(findings, language)}",
            write_source(findings, (), language, n=word("figures.works_n", language, count=len(works))),
            write_note((word("figures.no_proof", language), sentence), (), language),
        )

    def count(self, findings: Findings) -> int:
        """How many entries the whole list has."""
        return len(_list_works(findings))

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """The list along a line of time; those without a date come last."""
        works = _list_works(findings)
        latest = sorted(works, key=lambda work: work.first or date.min)[-(self.most or len(works)) :]
        return draw_works([work for work in works if any(work is one for one in latest)], look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The list as a table."""
        heads = [
            word(f"figures.column_{name}", language) for name in ("date", "kind", "work", "result", "link", "cells")
        ]
        return pd.DataFrame([_work_row(work, language) for work in _list_works(findings)], columns=heads)


def _work_row(work: Work, language: Language) -> list[object]:
    return [
        name_date(work, language),
        code_label(KINDS, work.kind)[language] if work.kind else "",
        work.item,
        work.result,
        work.link,
        ", ".join(f"{work.source.sheet}!{area}" for area in work.source.ranges),
    ]


def _list_works(findings: Findings) -> tuple[Work, ...]:
    told = findings.evidence.technology if findings.evidence else None
    return told.works if told else ()
