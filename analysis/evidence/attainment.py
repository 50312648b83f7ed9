"""How far an indicator came on the way from its baseline to its target, whichever way is better."""

from __future__ import annotations

from dictionary.nouns import Better

CLOSE = 1e-9  # of the way: what binary fractions add is no missed target


def find_attainment(baseline: float | None, actual: float | None, target: float | None) -> float | None:
    """The share of the way from baseline to target that was gone: 0 none of it, 1 all, below 0 away from the target.

    None where a value is not known, or where the target is the baseline: there is no way then.
    """
    if baseline is None or actual is None or target is None or target == baseline:
        return None
    return (actual - baseline) / (target - baseline)


def is_backward(baseline: float | None, target: float | None, better: Better) -> bool:
    """Whether a target lies on the worse side of the baseline, so that no share of the way says anything."""
    if baseline is None or target is None or better is Better.NEITHER:
        return False
    return (target < baseline) if better is Better.HIGHER else (target > baseline)


def is_met(values: tuple[float | None, float | None, float | None], better: Better) -> bool | None:
    """Whether the actual value is as good as the target; ``values`` are baseline, actual and target.

    Where neither way is better the way from baseline to target says which is. None where that is not known.
    """
    baseline, actual, target = values
    if actual is None or target is None:
        return None
    slack = CLOSE * max(abs(actual), abs(target))
    if better is Better.NEITHER:
        if baseline is None or baseline == target:
            return None
        better = Better.HIGHER if target > baseline else Better.LOWER
    return actual >= target - slack if better is Better.HIGHER else actual <= target + slack
