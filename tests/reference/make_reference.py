"""The figures of ``make_reference.R`` worked out again with SciPy, where there is no R.

``python -m tests.reference.make_reference`` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests

from tests.reference.test_estimators import AFTER, BEFORE, FIRST_DRUG, SECOND_DRUG
from tests.reference.test_published_by_command import CROSSED, SELF, THERAPY
from tests.reference.test_published_layouts import BARLEY, BEHAVIOUR, FUEL, SOLES

Figures = tuple[float, ...]


def list_figures() -> dict[str, Figures]:
    """For each data set what R prints of it: t, p, both ends of the interval, and the mean difference."""
    pairs: dict[str, tuple[Sequence[float], Sequence[float]]] = {
        "sleep": (SECOND_DRUG.tolist(), FIRST_DRUG.tolist()),
        "shoes": (SOLES[1], SOLES[0]),
        "immer": _part(BARLEY)[::-1],
        "anorexia FT": _part(THERAPY),
        "anorexia CBT": _part(BEHAVIOUR),
        "maize": (SELF, CROSSED),
        "fuel": _part(FUEL),
    }
    figures = {name: _compare(*both) for name, both in pairs.items()}
    apart = stats.ttest_ind(FIRST_DRUG, SECOND_DRUG, equal_var=False)
    figures["sleep apart"] = (apart.statistic, apart.pvalue, *apart.confidence_interval())
    figures["depression"] = (*_rank(AFTER - BEFORE),)
    figures["holm"] = (*multipletests([0.01, 0.04, 0.03, 0.005], method="holm")[1],)
    figures["mcnemar 1 and 7"] = (stats.binomtest(1, 8).pvalue,)
    figures["approval"] = (stats.binomtest(86, 236).pvalue,)
    return figures


def _part(pairs: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [before for before, _ in pairs], [after for _, after in pairs]


def _compare(first: Sequence[float], last: Sequence[float]) -> Figures:
    found = stats.ttest_rel(last, first)
    return found.statistic, found.pvalue, *found.confidence_interval(), float(np.mean(last) - np.mean(first))


def _rank(differences: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Iterator[float]:
    """Wilcoxon's p, the pseudo-median, and the ends of its interval: the means that the test does not reject."""
    yield float(stats.wilcoxon(differences).pvalue)
    means = np.sort((differences[:, None] + differences)[np.triu_indices(differences.size)] / 2)
    yield float(np.median(means))
    middles = (means[1:] + means[:-1]) / 2
    kept = [place for place, one in enumerate(middles) if stats.wilcoxon(differences - one).pvalue > 0.05]
    yield from (float(means[kept[0]]), float(means[kept[-1] + 1]))


if __name__ == "__main__":
    for name, figures in list_figures().items():
        print(name, *(f"{one:.7g}" for one in figures))
