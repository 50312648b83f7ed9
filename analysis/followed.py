"""Both groups in every round: the people of the contrast, followed as far as they are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.compared_cells import EACH_ROUND
from analysis.comparison import DESIGNS, part_observations
from analysis.contrasts import Step
from analysis.disclosure import is_small
from analysis.provenance import Place
from analysis.study import Study, open_study
from analysis.typed_figures import read_figure
from dictionary.load_methods import Measure
from dictionary.nouns import Indicator, Round

Level = tuple[float | None, int | None]  # a mean and how many are behind it


def follow_groups(
    observations: pd.DataFrame,
    rounds: tuple[tuple[Round, Round], Sequence[Round]],
    indicators: Mapping[str, Indicator],
    places: Sequence[Place],
) -> dict[str, tuple[Step, ...]]:
    """The means of both groups in each round, by indicator; {} where there are no rounds but the two compared.

    Of the same people, those known in both rounds compared; of different people each time whoever is known.
    """
    pair, every = rounds
    if len(every) < 3:
        return {}
    parts = part_observations(observations)
    keys = (pair[0].key, pair[1].key)
    compared = [open_study(part, keys, indicators, places) for part in parts]
    steps: dict[str, list[Step]] = {}
    for one in every:
        other = next(key for key in keys if key != one.key)
        studies = [open_study(part, (one.key, other), indicators, places) for part in parts]
        for key, levels in _list_levels((compared[0], compared[1]), (studies[0], studies[1]), one.key):
            steps.setdefault(key, []).append(_write(one.key, *levels))
    return {key: tuple(listed) for key, listed in steps.items()}


def _list_levels(
    compared: tuple[Study, Study], studies: tuple[Study, Study], key: str
) -> Iterator[tuple[str, tuple[Level, Level]]]:
    for measure in studies[0].measures:
        told = [one for one in (*compared, *studies) if measure.observed in one.observed]
        if measure.method in DESIGNS and len(told) == 4:
            levels = [_take_level(*both, measure) for both in zip(compared, studies, strict=True)]
            yield measure.indicator, (levels[0], levels[1])
    for indicator in studies[0].typed["indicator"].unique():
        figures = [read_figure(study, str(indicator), key)[:2] for study in studies]
        yield str(indicator), (figures[0], figures[1])


def _take_level(compared: Study, study: Study, measure: Measure) -> Level:
    """The mean of a round, of those who are known in both rounds compared where the same people are followed."""
    observed = study.observed[measure.observed]
    wanted = observed.known[0]
    if DESIGNS[measure.method] != EACH_ROUND:
        pairs = compared.observed[measure.observed]
        wanted = wanted & np.isin(observed.units, pairs.units[pairs.paired])
    values = observed.values[0][wanted]
    return (float(values.mean()), values.size) if values.size else (None, 0)


def _write(key: str, own: Level, others: Level) -> Step:
    """The round; nothing of it where the comparison group has too few people in it."""
    hidden = is_small((others[1] or 0,))
    return Step(key, None, None) if hidden else Step(key, own[0], others[0], own[1], others[1])
