"""Several tests at once: the more are made, the likelier one of them shows a difference by chance alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def adjust_holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holm's adjusted p-values (Holm 1979), in the order given: for the i-th smallest of m, (m − i + 1)·p, at most 1.

    None is smaller than that of a smaller p-value. They hold whatever the tests have to do with one another.
    """
    m = len(p_values)
    order = sorted(range(m), key=lambda place: p_values[place])
    stepped = (min(1.0, (m - step) * p_values[place]) for step, place in enumerate(order))
    adjusted = dict(zip(order, accumulate(stepped, max), strict=True))
    return tuple(adjusted[place] for place in range(m))
