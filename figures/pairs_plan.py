"""Where the parts of the paired chart stand, and the words that need room in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dictionary.nouns import Round
from figures.labels import Style, wrap_lines
from figures.pairs import FEWEST_FOR_INTERVAL, Incomes
from figures.scale import round_ticks
from figures.theme import Look
from figures.values import show, write_value
from figures.wording import write_dates, write_each, write_unit
from i18n import Language, word
from i18n.numbers import write_number

WIDE, TALL = 0.5, 0.95  # height as a share of the width, beside each other or on a narrow canvas
GAP = 10
MOST_PERIOD_LINES = 2


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


def label_style(look: Look) -> Style:
    """Type of names."""
    return Style(look.canvas.label, look.palette.ink)


def bold_style(look: Look) -> Style:
    """Type of the mean and the difference."""
    return Style(look.canvas.label, look.palette.ink, bold=True)


def quiet_style(look: Look) -> Style:
    """Type of ticks, dates and the interval."""
    return Style(look.canvas.note, look.palette.quiet)


def _ends(incomes: Incomes) -> tuple[float, float]:
    """The lowest and highest value drawn, the interval of the difference among them."""
    values = np.concatenate([incomes.pairs.baseline, incomes.pairs.endline])
    first = incomes.means[0]
    spread = [first + bound for bound in incomes.interval or (0.0,)]
    low, high = min(values.min(), *spread), max(values.max(), *spread)
    return (float(low), float(high)) if high > low else (float(low) - 1, float(high) + 1)


def plan_pairs(incomes: Incomes, rounds: tuple[Round, Round], look: Look, room: float | None) -> Plan:
    """The plan for a canvas: as wide as the words beside the lines leave, as high as ``room`` or the width asks for."""
    canvas = look.canvas
    low, high = _ends(incomes)
    left = canvas.edge + _room_for_values(incomes, (low, high), look)
    name = label_style(look).width(word("figures.mean_difference", look.language)) / 2
    beside = max(style.width(text) for text, style in difference_block(incomes, look)) + 2 * GAP
    right = canvas.edge + max(name, 0 if canvas.narrow else beside)
    inner = canvas.width - left - right
    after = label_style(look).width(rounds[1].label[look.language]) / 2
    beneath = name + max(3 * GAP, after + GAP)
    third = min(inner * 0.6, max(beneath, label_style(look).width(after_words(incomes, look)) + 4 * GAP))
    column = min(inner - third, 2 * (left - canvas.edge))
    named = max(map(len, name_lines(rounds, column, look)))
    foot = label_style(look).line * (0.4 + named + max(map(len, period_lines(rounds, column, look))))
    under = label_style(look).line * len(under_lines(incomes, look))
    top = label_style(look).line * (1 + len(key_lines(incomes, look)))
    tall, least = (TALL, 0.34) if canvas.narrow else (WIDE, 0.26)
    height = max(room or top + foot + under + canvas.width * tall, top + foot + under + canvas.width * least)
    return Plan(left, right, inner / (inner - third), column, top, height - foot - under, height, low, high)


def _room_for_values(incomes: Incomes, ends: tuple[float, float], look: Look) -> float:
    """Px for the ticks and, beside them, the mean before; on a narrow canvas it takes the place of a tick."""
    unit = incomes.finding.unit
    ticks = max(quiet_style(look).width(write_value(t, unit)) for t in round_ticks(*ends))
    mean = bold_style(look).width(write_each(incomes.finding)[0])
    return max(ticks, mean) + 1.5 * GAP if look.canvas.narrow else ticks + mean + 3 * GAP


def under_lines(incomes: Incomes, look: Look) -> tuple[str, ...]:
    """On a narrow canvas the difference stands in words under the columns."""
    if not look.canvas.narrow:
        return ()
    name, unit = word("figures.mean_difference", look.language), write_unit(incomes.finding.unit, look.language)
    (difference, _), *rest = difference_block(incomes, look)
    text = f"{name} {difference}{unit} ({' '.join(line for line, _ in rest)})"
    return wrap_lines(text, label_style(look), look.canvas.width - 2 * look.canvas.edge)


def after_words(incomes: Incomes, look: Look) -> str:
    """The mean after, with its unit where there is room."""
    unit = "" if look.canvas.narrow else write_unit(incomes.finding.unit, look.language)
    return write_each(incomes.finding)[1] + unit


def difference_block(incomes: Incomes, look: Look) -> tuple[tuple[str, Style], ...]:
    """The lines beside the difference; the interval in words where there is one."""
    difference = (show(incomes.finding).result, bold_style(look))
    if incomes.interval is None:
        why = "figures.no_interval" if incomes.count < FEWEST_FOR_INTERVAL else "figures.no_interval_alike"
        return difference, (word(why, look.language), quiet_style(look))
    return difference, *((line, quiet_style(look)) for line in interval_lines(incomes.interval, look.language))


def interval_lines(interval: tuple[float, float], language: Language) -> tuple[str, str]:
    """The interval in two short lines."""
    low, high = (write_number(bound, 0) for bound in interval)
    return word("figures.interval", language), word("figures.from_to", language, low=low, high=high)


def name_lines(rounds: tuple[Round, Round], width: float, look: Look) -> tuple[tuple[str, ...], ...]:
    """The names of both rounds in lines of ``width`` px, so that one does not run into the other."""
    return tuple(wrap_lines(one.label[look.language], label_style(look), width - GAP) for one in rounds)


def period_lines(rounds: tuple[Round, Round], width: float, look: Look) -> tuple[tuple[str, ...], ...]:
    """The dates of both rounds in lines of ``width`` px; none where they are too long: the subtitle has them too."""
    periods = (write_dates(round_, look.language) for round_ in rounds)
    lines = tuple(wrap_lines(period, quiet_style(look), width - GAP) for period in periods)
    return lines if max(map(len, lines)) <= MOST_PERIOD_LINES else ((), ())


def key_lines(incomes: Incomes, look: Look) -> tuple[tuple[tuple[str, bool | None], ...], ...]:
    """What the colours mean, in words, in as many lines as the width asks for."""
    rose, same, fell = incomes.rises()
    parts = tuple(
        (word(f"figures.key_{what}", look.language), better)
        for what, better, count in (("rose", True, rose), ("fell", False, fell), ("same", None, same))
        if count
    )
    width = sum(quiet_style(look).width(text) + 3 * GAP for text, _ in parts)
    return (parts,) if width <= look.canvas.width - 2 * look.canvas.edge else tuple((part,) for part in parts)
