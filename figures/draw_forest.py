"""A forest: the difference of each group as a point on its 95 % interval, on one scale with zero."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import plotly.graph_objects as go

from analysis.findings import Finding
from figures.changes import is_unsure
from figures.draw_rows import draw_lines, draw_rows
from figures.frame import Body
from figures.groups import group_name
from figures.row_places import Placed
from figures.rows import Axis, Row, write_hover
from figures.scale import round_ticks
from figures.theme import Look, role_colour
from figures.values import write_value
from figures.wording import DOT, write_bare_difference, write_both, write_briefly, write_n
from i18n import Language, word

POINT = 11


def draw_forest(groups: Sequence[Finding], look: Look, room: float | None) -> Body:
    """A row for each group in the order given; a heading opens each disaggregation."""
    rows = [_row(groups, place, look.language) for place in range(len(groups))]
    ends = [end for row in rows for end in (row.start, row.stop) if end is not None]
    low, high = min(0.0, *ends), max(0.0, *ends) or 1.0
    most = 3 if look.canvas.narrow else 4
    ticks = tuple((at, write_value(at, groups[0].unit)) for at in round_ticks(low, high, most, whole=False))
    points = {row: finding.difference or 0.0 for row, finding in zip(rows, groups, strict=True)}
    axis = Axis(ticks, low, high, arrows=False, draw=partial(_draw_marks, points))
    return draw_rows(rows, axis, look, room)


def _row(groups: Sequence[Finding], place: int, language: Language) -> Row:
    finding = groups[place]
    by = finding.group[0][0] if finding.group else ""
    opens = place == 0 or not groups[place - 1].group or groups[place - 1].group[0][0] != by
    difference = finding.difference or 0.0
    low, high = finding.interval or (difference, difference)
    return Row(
        name=group_name(finding, language) if by else word("figures.whole_project", language),
        values=DOT.join(filter(None, (write_both(finding, language), write_n(finding, language)))),
        strong=write_bare_difference(finding, language),
        words=f" {write_briefly(finding, language)}",
        start=low,
        stop=high,
        better=finding.better if finding.difference and not is_unsure(finding) else None,
        heading=word(f"figures.by_{by}", language) if by and opens else "",
    )


def _draw_marks(points: dict[Row, float], placed: Sequence[Placed], look: Look) -> tuple[go.Scatter, ...]:
    colours = [role_colour(one.row.better, look.palette) for one in placed]
    dots = go.Scatter(
        x=[points[one.row] for one in placed],
        y=[one.mark for one in placed],
        mode="markers",
        marker={"size": POINT, "color": colours, "opacity": 1},
        hovertext=[write_hover(one.row) for one in placed],
        hoverinfo="text",
        cliponaxis=False,
    )
    return (*draw_lines(placed, look), dots)
