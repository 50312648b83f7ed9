"""Findings become Plotly figures, and figures become image bytes.

Ask ``list_charts`` which charts the findings allow; draw one for the screen with ``draw_chart`` and a ``look``; its
image comes from ``render_chart``, its name from ``file_name``, the figures behind it from ``write_figure_table``.
"""

from figures.catalogue import Chart, default_texts, draw_chart, list_charts, shown_findings
from figures.changes import Tally, count_changes, list_changes
from figures.descriptions import describe_chart
from figures.frame import ChartTexts
from figures.images import ImageChoice, choose_all, file_name, name_stem, render_chart, write_image_zip
from figures.render import DrawingError, NoBrowser, browser_missing, render_image, warm_up
from figures.screen import screen_config
from figures.tables import chart_table, write_figure_table
from figures.theme import Look, look
from figures.wording import write_only

__all__ = [
    "Chart",
    "ChartTexts",
    "DrawingError",
    "ImageChoice",
    "Look",
    "NoBrowser",
    "Tally",
    "browser_missing",
    "chart_table",
    "choose_all",
    "count_changes",
    "default_texts",
    "describe_chart",
    "draw_chart",
    "file_name",
    "list_changes",
    "list_charts",
    "look",
    "name_stem",
    "render_chart",
    "render_image",
    "screen_config",
    "shown_findings",
    "warm_up",
    "write_figure_table",
    "write_image_zip",
    "write_only",
]
