"""Figures typed in the summary sheet beside those that the rows give for the same indicator and round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.evidence.material import Material
from analysis.evidence.material.flows import FRESH
from analysis.findings import Finding
from analysis.provenance import Cells, Place, name_sources
from dictionary.load_indicators import is_share
from dictionary.nouns import Indicator, Problem, Source
from i18n import Text
from i18n.numbers import write_number, write_percent

CODE, OF_FLOWS = "typed_differs", "rate_differs_from_flows"
USE_RATE = "stem_use_rate"


@dataclass(frozen=True, slots=True)
class TypedDiffers:
    """A figure of the summary sheet that is another than the one computed from rows, in the unit of the indicator.

    The finding holds the computed one, from ``sources``; ``typed_sources`` is the cell of the typed one. ``code`` names
    the problem: a use rate typed beside flows that give another stays as it was typed.
    """

    indicator: Indicator
    round: str
    typed: float
    computed: float
    typed_sources: Sequence[Source]
    sources: Sequence[Source]
    code: str = CODE

    @property
    def difference(self) -> float:
        """The typed figure less the computed one."""
        return self.typed - self.computed


def compare_typed(
    typed: pd.DataFrame, findings: Sequence[Finding], rounds: tuple[str, str], places: Sequence[Place]
) -> tuple[TypedDiffers, ...]:
    """The typed figures that are not the computed ones, even when those are rounded as the typed are.

    ``typed`` are the observations that the rows have set aside. What was not computed cannot be compared, nor what
    stands in a cell for each month.
    """
    typed = typed[~typed.duplicated(["indicator", "round"], keep=False)]
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


def compare_use_rate(
    observations: pd.DataFrame,
    told: tuple[Finding | None, Sequence[Material]],
    rounds: tuple[str, str],
    places: Sequence[Place],
) -> tuple[TypedDiffers, ...]:
    """The use rate typed for one stem beside that of the flows, where these are of one whole fresh material."""
    finding, materials = told
    whole = [one for one in materials if one.is_whole and one.basis == FRESH]
    if finding is None or len(whole) != 1:
        return ()
    first, last = (balance.use_rate for balance in whole[0].balances)
    computed = replace(finding, baseline=first, endline=last, sources=whole[0].sources)
    typed = observations[observations["typed"].to_numpy(bool) & (observations["indicator"] == USE_RATE).to_numpy()]
    return tuple(replace(one, code=OF_FLOWS) for one in _list_differing(typed, {USE_RATE: computed}, rounds, places))


def is_as_typed(typed: float, computed: float) -> bool:
    """Whether the computed figure, rounded to as many decimals as were typed, is the typed one."""
    plain = f"{typed:.9f}".rstrip("0")  # what a division by 100 leaves behind is nothing typed
    decimals = len(plain.partition(".")[2])
    return abs(typed - computed) <= 0.5000001 * 10.0**-decimals


def report_typed(differing: Sequence[TypedDiffers]) -> tuple[Problem, ...]:
    """A problem at the cell of each typed figure that differs."""
    return tuple(_report(one, source) for one in differing for source in one.typed_sources)


def _report(one: TypedDiffers, source: Source) -> Problem:
    write = write_percent if is_share(one.indicator.unit) else write_number
    computed, label = write(one.computed), one.indicator.label
    allowed = Text(f"{label.th} {computed}", f"{label.en} {computed}")
    return Problem(one.code, source.file, source.sheet, source.ranges[0], write(one.typed), allowed)
