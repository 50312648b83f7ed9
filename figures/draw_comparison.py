"""Four means in a panel: participants, people outside the project, and dashed the path had they changed alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from figures.comparison_paths import EXPECTED, OTHERS, OWN, Path, name_path_rounds, write_starts
from figures.comparison_plan import BESIDE, PathGrid, PathText, list_ends, plan_paths, spread
from figures.frame import Body
from figures.labels import Label, Style, escape_text
from figures.panels import Panel, draw_points, draw_zero, name_style, quiet_style, write_above, write_ticks
from figures.theme import Look, role_colour, text_colour
from figures.values import write_value
from figures.wording import write_unit

APART = 0.95  # of a line, between the words at the ends of two lines


def draw_comparison(paths: Sequence[Path], look: Look, room: float | None) -> Body:
    """A panel for each indicator, on its own axis from zero."""
    grid: PathGrid = plan_paths(paths, look, room)
    edge = look.canvas.edge
    return Body(
        height=max(grid.height, room or 0),
        left=edge,
        right=edge,
        x_range=(0, look.canvas.width - 2 * edge),
        traces=tuple(trace for panel in grid.panels for trace in _draw_lines(panel, look)),
        labels=tuple(label for panel in grid.panels for label in _write_panel(panel, look)),
        shapes=tuple(shape for panel in grid.panels for shape in _draw_shapes(panel, look)),
    )


def _colours(panel: Panel[PathText], look: Look) -> dict[str, str]:
    own = role_colour(panel.text.path.contrast.finding.better, look.palette)
    own = look.palette.ink if panel.text.path.contrast.finding.better is None else own
    return {OWN: own, OTHERS: look.palette.neutral, EXPECTED: own}


def _draw_lines(panel: Panel[PathText], look: Look) -> Iterator[go.Scatter]:
    colours, path = _colours(panel, look), panel.text.path
    first, last = path.ends
    began, expected = path.expected
    dashed = ([panel.places[first], panel.places[last]], [panel.px(began), panel.px(expected)])
    yield go.Scatter(
        x=dashed[0],
        y=dashed[1],
        mode="lines",
        line={"color": colours[EXPECTED], "width": 2, "dash": "dash"},
        hoverinfo="skip",
        cliponaxis=False,
    )
    for what, values in ((OTHERS, path.others), (OWN, path.own)):
        yield _draw_line(panel, values, colours[what], look)
    hollow = {"size": 9, "color": look.palette.ground, "opacity": 1, "line": {"color": colours[EXPECTED], "width": 2}}
    yield go.Scatter(
        x=dashed[0][1:],
        y=dashed[1][1:],
        mode="markers",
        marker=hollow,
        hoverinfo="text",
        text=[escape_text(next(text for what, text, _ in list_ends(path, look) if what == EXPECTED))],
        cliponaxis=False,
    )


def _draw_line(panel: Panel[PathText], values: Sequence[float | None], colour: str, look: Look) -> go.Scatter:
    unit = panel.text.path.contrast.finding.unit
    names = name_path_rounds(panel.text.path, look.language)
    told = [
        f"{name} {write_value(v, unit)}{write_unit(unit, look.language)}" for name, v in zip(names, values, strict=True)
    ]
    return draw_points(panel, values, colour, told)


def _draw_shapes(panel: Panel[PathText], look: Look) -> Iterator[dict[str, object]]:
    """The zero line, and what the project's own people gained beyond the others, from dashed to full."""
    yield draw_zero(panel, look)
    last = panel.text.path.ends[1]
    own = panel.text.path.own[last]
    if own is not None:
        x, colour = panel.places[last], _colours(panel, look)[OWN]
        ends = {"x0": x, "x1": x, "y0": panel.px(panel.text.path.expected[1]), "y1": panel.px(own)}
        yield {"type": "line", **ends, "line": {"color": colour, "width": 1.5, "dash": "dot"}, "layer": "below"}


def _write_panel(panel: Panel[PathText], look: Look) -> Iterator[Label]:
    text = panel.text
    strong = Style(look.canvas.label, text_colour(panel.text.path.contrast.finding.better, look.palette), bold=True)
    styled = (
        (name_style(look), text.names),
        (quiet_style(look), text.facts),
        (strong, text.result),
        (quiet_style(look), text.sure),
    )
    yield from write_above(panel, styled)
    yield from _write_starts(panel, look)
    yield from _write_ends(panel, look)
    names = name_path_rounds(text.path, look.language)
    yield from write_ticks(panel, [(name,) for name in names], look)


def _write_starts(panel: Panel[PathText], look: Look) -> Iterator[Label]:
    """The values of both groups in the earlier round compared: left of their markers, or above and below them.

    Left there is room only where that round is the first.
    """
    style, at = quiet_style(look), panel.text.path.ends[0]
    values = [side[at] for side in (panel.text.path.own, panel.text.path.others)]
    pixels = [panel.px(value) for value in values if value is not None]
    texts = [
        text for text, value in zip(write_starts(panel.text.path).values(), values, strict=True) if value is not None
    ]
    if at:
        higher = pixels[0] >= pixels[-1]
        aside = style.line * 0.75
        ys = [pixels[0] - aside, pixels[-1] + aside] if not higher else [pixels[0] + aside, pixels[-1] - aside]
    else:
        ys = spread(pixels, style.line * APART, (panel.high, panel.low))
    x = panel.places[at]
    for written, y in zip(texts, ys, strict=False):
        yield (
            Label(written, y, style, x, "data", "center")
            if at
            else Label(written, y, style, x, "data", "right", -BESIDE)
        )


def _write_ends(panel: Panel[PathText], look: Look) -> Iterator[Label]:
    """Value and name at the end of every line, moved aside where they would touch."""
    ends = list_ends(panel.text.path, look)
    line = quiet_style(look).line
    ys = spread([panel.px(value) for _, _, value in ends], line * APART, (panel.high, panel.low))
    colours = {**_colours(panel, look), OTHERS: look.palette.quiet}
    for (what, text, _), y in zip(ends, ys, strict=True):
        style = Style(look.canvas.note, colours[what], bold=what == OWN)
        yield Label(text, y, style, panel.places[-1], "data", "left", BESIDE)
