"""Two rounds compared: observations in, findings out. No files, no screen, no language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.attendances import hide_few_attending
from analysis.findings import Finding, PairedValues
from analysis.left_out import list_left_out
from analysis.measured import find_measured, take_pairs
from analysis.provenance import Place
from analysis.study import Study, open_study
from analysis.typed_figures import find_typed
from dictionary.nouns import Exclusion, Indicator, Round

PAIRED_MEAN = "paired_mean"


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found, the paired values behind it by indicator key, and the units it left out."""

    findings: tuple[Finding, ...]
    pairs: Mapping[str, PairedValues] = field(default_factory=dict)
    excluded: tuple[Exclusion, ...] = ()


def compare_rounds(
    observations: pd.DataFrame,
    rounds: tuple[Round, Round],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> Compared:
    """All changes between two rounds.

    ``observations`` has the columns of ``dictionary.observations``; ``indicators`` are those that the user's summary
    sheet defines beside the dictionary; ``places`` is the sheet of each source number. Nothing is changed
    in place. An indicator that neither the dictionary nor ``indicators`` knows raises KeyError.
    """
    first, last = rounds
    return compare_study(open_study(observations, (first.key, last.key), indicators, places))


def compare_study(study: Study) -> Compared:
    """The same of observations that are laid out already."""
    with np.errstate(over="ignore", invalid="ignore"):  # what overflows is told as a missing finding
        measures = [measure for measure in study.measures if measure.observed in study.observed]
        measured = [finding for measure in measures for finding in find_measured(study, measure)]
    return Compared(
        findings=(*hide_few_attending(measured), *find_typed(study)),
        pairs={one.indicator: take_pairs(study, one) for one in measures if one.method == PAIRED_MEAN},
        excluded=tuple(line for measure in measures for line in list_left_out(study, measure)),
    )
