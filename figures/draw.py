"""Draw a chart by its key on a canvas: where it does not fit a fixed canvas, type is set smaller, in steps."""

from __future__ import annotations
