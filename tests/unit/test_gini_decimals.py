"""A Gini is told with as many decimals as keep what is said of it true to the eye."""

from __future__ import annotations

import pytest

from figures.lorenz import choose_decimals


@pytest.mark.parametrize(
    ("values", "interval", "decimals"),
    [
        ((0.30, 0.28), (-0.05, -0.01), 2),
        ((0.030, 0.042), (0.003, 0.014), 3),  # "0.00 to +0.01" would look as if zero were inside
        ((0.301, 0.304), (-0.01, 0.02), 3),  # "0.30 to 0.30" would look unchanged
        ((0.3, 0.3), (0.0, 0.0), 2),
        ((0.3, 0.30001), None, 4),
    ],
)
def test_decimals_keep_ginis_apart_and_their_interval_off_zero(
    values: tuple[float, float], interval: tuple[float, float] | None, decimals: int
) -> None:
    assert choose_decimals(values, interval) == decimals
