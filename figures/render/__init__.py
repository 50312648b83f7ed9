"""Figures as image bytes: drawn by one warm browser page, set in Sarabun without any font of the system."""

from __future__ import annotations

import plotly.graph_objects as go
from choreographer.browsers import Chromium

from figures.render.browser import DrawingError, NoBrowser, warm_page
from figures.render.files import UNSAID, Caption, ImageFormat, write_image
from figures.sizes import IMAGE_SIZES

__all__ = ["Caption", "DrawingError", "ImageFormat", "NoBrowser", "browser_missing", "render_image", "warm_up"]


def render_image(figure: go.Figure, size: str, image_format: str = "png", caption: Caption = UNSAID) -> bytes:
    """The image file of a figure that was drawn for the canvas ``size`` (word, half, slide or square).

    Safe to call from any thread. Raises NoBrowser where the machine has none.
    """
    svg = warm_page().draw_svg(str(figure.to_json()), figure.layout.width, figure.layout.height)
    return write_image(svg, ImageFormat(image_format), IMAGE_SIZES[size], caption)


def browser_missing() -> bool:
    """Whether images cannot be made because no Chrome, Chromium, Edge, Brave or Vivaldi is found."""
    return Chromium.find_browser(skip_local=False) is None


def warm_up() -> None:
    """Open the browser before the first image is asked for (takes about two seconds); raises NoBrowser."""
    warm_page().draw_svg("{}", 10, 10)
