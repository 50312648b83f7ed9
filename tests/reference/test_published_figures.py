"""What the tests call published, held against the same figures worked out with SciPy."""

from __future__ import annotations

import pytest

from tests.reference.make_reference import list_figures

# As printed: R's help pages of sleep, wilcox.test, p.adjust, MASS::shoes, MASS::immer, MASS::anorexia; Fisher 1935,
# section 17 (in eighths of an inch: t = 2.148); Stata's manual of ttest (fuel).
PRINTED: dict[str, tuple[float, ...]] = {
    "sleep": (-4.0621, 0.002833, -2.4598858, -0.7001142, -1.58),
    "sleep apart": (-1.8608, 0.07939, -3.3654832, 0.2054832),
    "shoes": (-3.3489, 0.008539, -0.6869539, -0.1330461, -0.41),
    "immer": (3.324, 0.002413, 6.121954, 25.704713, 15.91333),
    "anorexia FT": (4.1849, 0.0007003, 3.58470, 10.94471, 7.264706),
    "maize": (2.148, 0.0497),
    "fuel": (2.2444, 0.0463),
    "depression": (0.03906, -0.46, -0.786, -0.010),
    "holm": (0.03, 0.06, 0.06, 0.02),
    "mcnemar 1 and 7": (0.07031,),
    "approval": (3.716e-05,),
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_published_figure_is_what_scipy_makes_of_the_data(name: str) -> None:
    found = list_figures()[name]
    for printed, own in zip(PRINTED[name], found, strict=False):
        assert own == pytest.approx(printed, rel=1e-3)  # as many digits as are printed
