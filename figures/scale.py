"""Round numbers for axes, and colours with a share of transparency."""

from __future__ import annotations

import math

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_ticks(low: float, high: float, most: int = 6, *, whole: bool = False) -> tuple[float, ...]:
    """Round values between ``low`` and ``high``, at most ``most`` of them, evenly apart; ``whole`` if asked for."""
    if high <= low:
        return (low,)
    rough = (high - low) / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = (s * power for s in STEPS if s * power >= rough * 0.999)
    step = next((s for s in steps if not whole or s == round(s)), 1.0)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(step * i for i in range(first, last + 1))


def see_through(colour: str, share: float) -> str:
    """``#rrggbb`` as ``rgba(...)`` with the given opacity: transparency of a colour, not of a layer, draws faster."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
