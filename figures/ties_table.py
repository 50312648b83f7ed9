"""The ties of partners as a table: who, with what, in which stage, for whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.evidence.network import Network, Tie
from dictionary.load import code_label
from figures.network_rows import name_partner, name_sector
from figures.ties import name_status
from i18n import Language, word

COLUMNS = ("partner", "sector", "support_kind", "stage", "receiver", "status")
ROUNDS = ("there_before", "there_after", "value_before", "value_after")


def list_ties(network: Network, language: Language) -> pd.DataFrame:
    """One row for each tie; what is not known is empty."""
    heads = [word(f"figures.column_{name}", language) for name in (*COLUMNS, *ROUNDS, "cells")]
    return pd.DataFrame([_row(tie, language) for tie in network.ties], columns=heads)


def tell_tie(tie: Tie, language: Language) -> tuple[str, ...]:
    """A tie in words, in the order of ``COLUMNS``."""
    kind, stage = (("support_kind", tie.kind), ("stage", tie.stage))
    return (
        name_partner(tie.partner, language),
        name_sector(tie.partner.sector, language),
        *(code_label(name, key)[language] if key else "" for name, key in (kind, stage)),
        tie.receiver or word("figures.whole_group", language),
        name_status(tie.status, language),
    )


def _row(tie: Tie, language: Language) -> list[object]:
    there = (word(f"figures.there_{one}".lower(), language) for one in tie.present)
    return [*tell_tie(tie, language), *there, *tie.value, ", ".join(_cells(tie))]


def _cells(tie: Tie) -> Iterable[str]:
    return (f"{source.sheet}!{area}" for source in tie.sources for area in source.ranges)
