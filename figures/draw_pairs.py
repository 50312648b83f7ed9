"""Each member a line from before to after, the mean in ink, the mean difference with its interval beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from dictionary.nouns import Round
from figures.frame import Body
from figures.labels import Label, Style, wrap_lines
from figures.pairs import Incomes
from figures.scale import round_ticks, see_through
from figures.theme import Look, role_colour, text_colour
from figures.wording import write_unit, write_value
from i18n import Language, word
from i18n.dates import write_period
from i18n.numbers import write_number, write_signed

WIDE, TALL = 0.5, 0.95  # height as a share of the width, beside each other or on a narrow canvas
GAP = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand: px margins, the ``x`` of the difference (before is 0, after 1), the plot from top to bottom.

    ``low`` and ``high`` are the values at ``bottom`` and ``top`` px; ``height`` is the whole body's.
    """

    left: float
    right: float
    third: float
    column: float
    top: float
    bottom: float
    height: float
    low: float
    high: float

    def px(self, value: float) -> float:
        """Px from the top of the body of a value."""
        return self.top + (self.high - value) / (self.high - self.low) * (self.bottom - self.top)

    @property
    def y_range(self) -> tuple[float, float]:
        """The values at the bottom and the top of the whole body."""
        per_px = (self.high - self.low) / (self.bottom - self.top)
        return self.low - (self.height - self.bottom) * per_px, self.high + self.top * per_px


def draw_pairs(incomes: Incomes, rounds: tuple[Round, Round], look: Look, room: float | None) -> Body:
    """The paired chart; under six pairs the points alone, without an interval."""
    plan = _plan(incomes, rounds, look, room)
    return Body(
        height=plan.height,
        left=plan.left,
        right=plan.right,
        x_range=(0, plan.third),
        y_range=plan.y_range,
        traces=(*_member_lines(incomes, look), _mean_line(incomes, look), *_difference(incomes, plan, look)),
        labels=(
            *_key(incomes, look),
            *_tick_labels(plan, look),
            *_mean_labels(incomes, plan, look),
            *_difference_labels(incomes, plan, look),
            *_column_labels(rounds, plan, look),
        ),
        shapes=_grid(incomes, plan, look),
    )


def _label(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink)


def _bold(look: Look) -> Style:
    return Style(look.canvas.label, look.palette.ink, bold=True)


def _quiet(look: Look) -> Style:
    return Style(look.canvas.note, look.palette.quiet)


def _ends(incomes: Incomes) -> tuple[float, float]:
    """The lowest and highest value drawn, the interval of the difference among them."""
    values = np.concatenate([incomes.pairs.baseline, incomes.pairs.endline])
    first = incomes.means[0]
    spread = [first + bound for bound in incomes.interval or (0.0,)]
    low, high = min(values.min(), *spread), max(values.max(), *spread)
    return (float(low), float(high)) if high > low else (float(low) - 1, float(high) + 1)


def _plan(incomes: Incomes, rounds: tuple[Round, Round], look: Look, room: float | None) -> Plan:
    canvas = look.canvas
    low, high = _ends(incomes)
    unit = incomes.finding.unit
    ticks = max(_quiet(look).width(write_value(t, unit)) for t in round_ticks(low, high))
    left = canvas.edge + ticks + _bold(look).width(write_value(incomes.means[0], unit)) + 3 * GAP
    name = _label(look).width(word("figures.mean_difference", look.language)) / 2
    beside = max(style.width(text) for text, style in _block(incomes, look)) + 2 * GAP
    right = canvas.edge + max(name, 0 if canvas.narrow else beside)
    inner = canvas.width - left - right
    third = min(inner * 0.6, max(name + 3 * GAP, _label(look).width(_after_words(incomes, look)) + 4 * GAP))
    column = min(inner - third, 2 * (left - canvas.edge))
    foot = _label(look).line * (1.4 + max(len(_period(r, column, look)) for r in rounds))
    under = _label(look).line * len(_under_lines(incomes, look))
    top = _label(look).line * (1 + len(_key_lines(incomes, look)))
    tall, least = (TALL, 0.34) if canvas.narrow else (WIDE, 0.26)
    height = max(room or top + foot + under + canvas.width * tall, top + foot + under + canvas.width * least)
    return Plan(left, right, inner / (inner - third), column, top, height - foot - under, height, low, high)


def _under_lines(incomes: Incomes, look: Look) -> tuple[str, ...]:
    """On a narrow canvas the difference stands in words under the columns."""
    if not look.canvas.narrow:
        return ()
    name, unit = word("figures.mean_difference", look.language), write_unit(incomes.finding.unit, look.language)
    (difference, _), *rest = _block(incomes, look)
    text = f"{name} {difference}{unit} ({' '.join(line for line, _ in rest)})"
    return wrap_lines(text, _label(look), look.canvas.width - 2 * look.canvas.edge)


def _after_words(incomes: Incomes, look: Look) -> str:
    unit = "" if look.canvas.narrow else write_unit(incomes.finding.unit, look.language)
    return write_value(incomes.means[1], incomes.finding.unit) + unit


def _block(incomes: Incomes, look: Look) -> tuple[tuple[str, Style], ...]:
    """The lines beside the difference; the interval in words where there is one."""
    difference = (write_signed(incomes.finding.difference or 0.0, 0), _bold(look))
    if incomes.interval is None:
        return difference, (word("figures.no_interval", look.language), _quiet(look))
    return difference, *((line, _quiet(look)) for line in interval_lines(incomes.interval, look.language))


def interval_lines(interval: tuple[float, float], language: Language) -> tuple[str, str]:
    """The interval in two short lines."""
    low, high = (write_number(bound, 0) for bound in interval)
    return word("figures.interval", language), word("figures.from_to", language, low=low, high=high)


def _member_lines(incomes: Incomes, look: Look) -> Iterable[go.Scatter]:
    change = np.sign(incomes.pairs.endline - incomes.pairs.baseline)
    few = incomes.interval is None
    for sign, better in ((1, True), (0, None), (-1, False)):
        colour = see_through(role_colour(better, look.palette), 0.55 if not few else 1)
        rows = np.flatnonzero(change == sign)
        yield go.Scatter(
            x=[x for _ in rows for x in (0, 1, None)],
            y=[y for i in rows for y in (incomes.pairs.baseline[i], incomes.pairs.endline[i], None)],
            mode="lines+markers" if few else "lines",
            line={"color": colour, "width": 1.5},
            marker={"size": 8, "color": colour, "opacity": 1},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _mean_line(incomes: Incomes, look: Look) -> go.Scatter:
    ink = look.palette.ink
    return go.Scatter(
        x=[0, 1],
        y=list(incomes.means),
        mode="lines+markers",
        line={"color": ink, "width": 4},
        marker={"size": 11, "color": ink, "opacity": 1},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _difference(incomes: Incomes, plan: Plan, look: Look) -> tuple[go.Scatter, ...]:
    """The mean difference on the same scale, measured from the mean before; whiskers are its interval."""
    first, last = incomes.means
    ink = look.palette.ink
    error = None
    if incomes.interval is not None:
        low, high = incomes.interval
        error = {
            "type": "data",
            "symmetric": False,
            "array": [first + high - last],
            "arrayminus": [last - first - low],
            "color": ink,
            "thickness": 2,
            "width": 7,
        }
    return (
        go.Scatter(
            x=[plan.third],
            y=[last],
            mode="markers",
            marker={"size": 12, "symbol": "diamond", "color": ink, "opacity": 1},
            error_y=error,
            hoverinfo="skip",
            cliponaxis=False,
        ),
    )


def _grid(incomes: Incomes, plan: Plan, look: Look) -> tuple[dict[str, object], ...]:
    across = {"type": "line", "xref": "x2 domain", "x0": 0, "x1": 1, "layer": "below"}
    line = {"color": look.palette.line, "width": 1}
    first = incomes.means[0]
    dotted = {"color": look.palette.neutral, "width": 1.5, "dash": "dot"}
    ticks = round_ticks(plan.low, plan.high)
    return (
        *({**across, "y0": t, "y1": t, "line": line} for t in ticks),
        {**across, "y0": first, "y1": first, "line": dotted},
    )


def _tick_labels(plan: Plan, look: Look) -> Iterable[Label]:
    style = _quiet(look)
    ticks = round_ticks(plan.low, plan.high)
    edge = look.canvas.edge + max(style.width(write_number(t)) for t in ticks)
    for tick in ticks:
        yield Label(write_number(tick), plan.px(tick), style, edge, "page", "right")


def _mean_labels(incomes: Incomes, plan: Plan, look: Look) -> tuple[Label, Label]:
    first, last = incomes.means
    unit = incomes.finding.unit
    after = "" if look.canvas.narrow else write_unit(unit, look.language)
    return (
        Label("", plan.px(first), _label(look), 0, "data", "right", -GAP, strong=write_value(first, unit)),
        Label(after, plan.px(last), _label(look), 1, "data", "left", GAP, strong=write_value(last, unit)),
    )


def _difference_labels(incomes: Incomes, plan: Plan, look: Look) -> Iterable[Label]:
    for i, text in enumerate(_under_lines(incomes, look)):
        y = plan.height - _label(look).line * (len(_under_lines(incomes, look)) - i - 0.5)
        yield Label(text, y, _label(look), look.canvas.edge)
    if look.canvas.narrow:
        return
    lines = _block(incomes, look)
    step = _quiet(look).line
    first = plan.px(incomes.means[1]) - (len(lines) - 1) * step / 2
    first = min(max(first, plan.top), plan.bottom - (len(lines) - 1) * step)
    for i, (text, style) in enumerate(lines):
        yield Label(text, first + i * step, style, plan.third, "data", "left", GAP * 1.5)


def _period(round_: Round, width: float, look: Look) -> tuple[str, ...]:
    return wrap_lines(write_period(round_.start, round_.end, look.language), _quiet(look), width - GAP)


def _column_labels(rounds: tuple[Round, Round], plan: Plan, look: Look) -> Iterable[Label]:
    style, dates = _label(look), _quiet(look)
    y = plan.bottom + style.line * 0.9
    for at, round_ in enumerate(rounds):
        yield Label(round_.label[look.language], y, style, at, "data", "center")
        for i, line in enumerate(_period(round_, plan.column, look)):
            yield Label(line, y + style.line * 0.5 + (i + 0.5) * dates.line, dates, at, "data", "center")
    yield Label(word("figures.mean_difference", look.language), y, style, plan.third, "data", "center")


def _key_lines(incomes: Incomes, look: Look) -> tuple[tuple[tuple[str, bool | None], ...], ...]:
    """What the colours mean, in words, in as many lines as the width asks for."""
    rose, same, fell = incomes.rises()
    parts = tuple(
        (word(f"figures.key_{what}", look.language), better)
        for what, better, count in (("rose", True, rose), ("fell", False, fell), ("same", None, same))
        if count
    )
    width = sum(_quiet(look).width(text) + 3 * GAP for text, _ in parts)
    return (parts,) if width <= look.canvas.width - 2 * look.canvas.edge else tuple((part,) for part in parts)


def _key(incomes: Incomes, look: Look) -> Iterable[Label]:
    y = _label(look).line * 0.5
    for line in _key_lines(incomes, look):
        x = look.canvas.edge
        for text, better in line:
            style = Style(look.canvas.note, text_colour(better, look.palette))
            yield Label(text, y, style, x)
            x += style.width(text) + 3 * GAP
        y += _label(look).line * 0.85
