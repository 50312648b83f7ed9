"""Figures typed in the summary sheet beside those that the rows give for the same indicator and round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.findings import Finding
from analysis.provenance import Cells, Place, name_sources
from dictionary.nouns import Indicator, Problem, Source
from i18n import Text
from i18n.numbers import write_number

CODE = "typed_differs"


@dataclass(frozen=True, slots=True)
class TypedDiffers:
    """A figure of the summary sheet that is another than the one computed from rows, in the unit of the indicator.

    The finding holds the computed one, from ``sources``; ``typed_sources`` is the cell of the typed one.
    """

    indicator: Indicator
    round: str
    typed: float
    computed: float
    typed_sources: Sequence[Source]
    sources: Sequence[Source]

    @property
    def difference(self) -> float:
        """The typed figure less the computed one."""
        return self.typed - self.computed


def compare_typed(
    typed: pd.DataFrame, findings: Sequence[Finding], rounds: tuple[str, str], places: Sequence[Place]
) -> tuple[TypedDiffers, ...]:
    """The typed figures that are not the computed ones, even when those are rounded as the typed are.

    ``typed`` are the observations that the rows have set aside. What was not computed cannot be compared.
    """
    whole = {finding.indicator.key: finding for finding in findings if not finding.group}
    return tuple(_list_differing(typed, whole, rounds, places))


def _list_differing(
    typed: pd.DataFrame, whole: dict[str, Finding], rounds: tuple[str, str], places: Sequence[Place]
) -> Iterator[TypedDiffers]:
    names = ("indicator", "round", "value", "source", "row", "column")
    for key, round_key, value, source, row, column in zip(*(typed[name].tolist() for name in names), strict=True):
        finding = whole.get(str(key))
        if finding is None or round_key not in rounds or not np.isfinite(value):
            continue
        computed = (finding.baseline, finding.endline)[rounds.index(round_key)]
        if computed is None or is_as_typed(value, computed):
            continue
        cell = Cells(*(np.array([number]) for number in (source, row, column)))
        yield TypedDiffers(
            finding.indicator, str(round_key), value, computed, name_sources(cell, places)[0], finding.sources
        )


def is_as_typed(typed: float, computed: float) -> bool:
    """Whether the computed figure, rounded to as many decimals as were typed, is the typed one."""
    plain = f"{typed:.9f}".rstrip("0")  # what a division by 100 leaves behind is nothing typed
    decimals = len(plain.partition(".")[2])
    return abs(typed - computed) <= 0.5000001 * 10.0**-decimals


def report_typed(differing: Sequence[TypedDiffers]) -> tuple[Problem, ...]:
    """A problem at the cell of each typed figure that differs."""
    return tuple(_report(one, source) for one in differing for source in one.typed_sources)


def _report(one: TypedDiffers, source: Source) -> Problem:
    computed, label = write_number(one.computed), one.indicator.label
    allowed = Text(f"{label.th} {computed}", f"{label.en} {computed}")
    return Problem(CODE, source.file, source.sheet, source.ranges[0], write_number(one.typed), allowed)
