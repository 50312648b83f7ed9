"""The line from one side of a picture to the other that leaves and arrives level."""

from __future__ import annotations

from math import cos, pi


def bend(xs: tuple[float, float], ys: tuple[float, float], pieces: int) -> tuple[list[float], list[float]]:
    """The points (px) of a curve of so many pieces from ``xs[0]``, ``ys[0]`` to ``xs[1]``, ``ys[1]``."""
    steps = [i / pieces for i in range(pieces + 1)]
    across = [xs[0] + (xs[1] - xs[0]) * t for t in steps]
    return across, [ys[0] + (ys[1] - ys[0]) * (1 - cos(pi * t)) / 2 for t in steps]
