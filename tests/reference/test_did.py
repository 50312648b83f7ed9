"""Difference in differences against statsmodels, against SciPy, and against cases counted by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.formula.api as smf
from pandas import DataFrame
from scipy import stats

from analysis.statistics.did import CHANGES, ROUNDS, Contrast, estimate_contrast, estimate_share_contrast


def draw(seed: int, villages: int, size: int) -> DataFrame:
    """Changes of people in villages, half of them in the project, some villages with people of both."""
    chance = np.random.default_rng(seed)
    village = chance.integers(0, villages, size)
    project = (village % 2 == 0) ^ (chance.random(size) < 0.2)
    luck = chance.normal(0, 300, villages)[village]
    change = 400 * project + luck + chance.gamma(2, 400, size)
    return DataFrame({"change": change, "project": project.astype(int), "village": village})


def contrast(frame: DataFrame, clustered: bool = True) -> Contrast:
    parts = [frame[frame["project"] == side] for side in (1, 0)]
    cells = [part["change"].to_numpy(float) for part in parts]
    return estimate_contrast(
        cells, CHANGES, [part["village"].to_numpy(np.int64) for part in parts] if clustered else ()
    )


@pytest.mark.parametrize(("seed", "villages", "size"), [(1, 12, 200), (2, 40, 900), (3, 5, 60)])
def test_the_estimate_and_the_usual_clustered_error_are_those_of_statsmodels(
    seed: int, villages: int, size: int
) -> None:
    frame = draw(seed, villages, size)
    fit = smf.ols("change ~ project", frame).fit(cov_type="cluster", cov_kwds={"groups": frame["village"]})
    found = contrast(frame)
    assert found.spread is not None
    assert found.spread.usual is not None
    assert found.estimate.value == pytest.approx(fit.params["project"])
    assert found.spread.usual == pytest.approx(fit.bse["project"])
    assert found.spread.clusters == frame["village"].nunique()


def test_cr2_and_its_degrees_of_freedom_are_those_of_the_matrices_they_are_defined_by() -> None:
    frame = draw(4, 7, 50)
    x = np.column_stack([np.ones(len(frame)), frame["project"]])
    y = frame["change"].to_numpy()
    bread = np.linalg.inv(x.T @ x)
    rest = y - x @ bread @ x.T @ y
    hat = x @ bread @ x.T
    wanted = np.array([0.0, 1.0])
    pieces, vectors = [], []
    for village in frame["village"].unique():
        mine = (frame["village"] == village).to_numpy()
        values, axes = np.linalg.eigh(np.eye(mine.sum()) - hat[np.ix_(mine, mine)])
        adjust = axes @ np.diag(values**-0.5) @ axes.T
        pieces.append(wanted @ bread @ x[mine].T @ adjust @ rest[mine])
        vectors.append((np.eye(len(y)) - hat)[:, mine] @ adjust @ x[mine] @ bread @ wanted)
    gram = np.array(vectors) @ np.array(vectors).T
    found = contrast(frame)
    assert found.spread is not None
    assert found.spread.error == pytest.approx(math.sqrt(sum(piece**2 for piece in pieces)))
    assert found.spread.df == pytest.approx(np.trace(gram) ** 2 / np.trace(gram @ gram))


def test_without_villages_it_is_welchs_t_of_the_changes() -> None:
    frame = draw(5, 9, 80)
    sides = [frame.loc[frame["project"] == side, "change"] for side in (1, 0)]
    welch = stats.ttest_ind(*sides, equal_var=False)
    found = contrast(frame, clustered=False).estimate
    assert found.p_value == pytest.approx(welch.pvalue)
    assert found.interval == pytest.approx(tuple(welch.confidence_interval(0.95)))


def test_different_people_each_time_are_the_interaction_of_a_regression_on_group_and_round() -> None:
    frame = draw(6, 16, 300)
    frame["after"] = np.arange(len(frame)) % 2
    fit = smf.ols("change ~ project * after", frame).fit(cov_type="cluster", cov_kwds={"groups": frame["village"]})
    order = [(1, 1), (1, 0), (0, 1), (0, 0)]
    parts = [frame[(frame["project"] == side) & (frame["after"] == after)] for side, after in order]
    found = estimate_contrast(
        [part["change"].to_numpy(float) for part in parts],
        ROUNDS,
        [part["village"].to_numpy(np.int64) for part in parts],
    )
    assert found.spread is not None
    assert found.spread.usual is not None
    assert found.estimate.value == pytest.approx(fit.params["project:after"])
    assert found.spread.usual == pytest.approx(fit.bse["project:after"])


def test_the_published_two_by_two_gives_eleven_points_where_the_naive_change_is_fourteen() -> None:
    """World Bank, Impact Evaluation in Practice: 0.60 to 0.74 in the project, 0.78 to 0.81 outside."""
    found = estimate_share_contrast((0.74, 0.60, 0.81, 0.78), (100, 100, 100, 100), ROUNDS)
    assert found.value == pytest.approx((0.74 - 0.60) - (0.81 - 0.78))


def test_two_shares_have_newcombes_interval_of_their_difference() -> None:
    """Newcombe 1998 (Statistics in Medicine 17, 873), method 10: 56/70 less 48/80 is 0.2, 0.0524 to 0.3339."""
    found = estimate_share_contrast((56 / 70, 48 / 80), (70, 80), CHANGES)
    assert found.value == pytest.approx(0.2)
    assert found.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_people_of_one_village_alone_cannot_be_told_from_it() -> None:
    cells = [np.arange(8.0), np.arange(8.0) ** 2]
    found = estimate_contrast(cells, CHANGES, [np.zeros(8, np.int64), np.arange(8)])
    assert found.spread is not None
    assert found.spread.clusters == 0


def test_fewer_than_six_on_a_side_have_a_difference_and_no_interval() -> None:
    found = estimate_contrast([np.arange(5.0), np.arange(9.0)], CHANGES)
    assert (found.estimate.value, found.estimate.interval) == (2.0 - 4.0, None)
