"""What a chart of the evidence shows, where it is no finding: each part in words, with its cells and its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import pandas as pd

from analysis.findings import Findings
from dictionary.nouns import Source
from i18n import Language


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is shown: its name, its value in words, how it comes about, its cells and its caveats."""

    name: str
    told: str
    how: str = ""
    sources: tuple[Source, ...] = ()
    caveats: tuple[str, ...] = ()


@runtime_checkable
class PartsKind(Protocol):
    """A kind of chart that is drawn from the evidence and not from findings or trends."""

    def parts(self, findings: Findings, language: Language) -> tuple[Part, ...]:
        """What is shown, in the chart's order."""

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """The figures behind the chart, with headers in the language."""
