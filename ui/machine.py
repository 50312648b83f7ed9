"""What the machine that serves the app can do."""

from __future__ import annotations

from functools import cache


@cache
def browser_missing() -> bool:
    """Whether no browser was found to make images with; looked up once."""
    from figures import browser_missing as look_for_browser

    return look_for_browser()
