"""The rows of the two charts of bars of a social return: value line by line, and what moves the ratio most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.sroi import Line, SocialReturn
from figures.draw_values import Scale
from figures.rows import Axis, Row
from figures.scale import round_ticks
from figures.sroi_words import name_factor, write_currency, write_ends, write_product, write_ratio, write_span
from figures.theme import Look
from figures.wording import DOT
from i18n import Language, word
from i18n.numbers import write_number, write_percent

MOST_LINES = 12
MOST_FACTORS = 10
BREAK_EVEN = 1.0
TICKS = (4, 6)  # on a narrow canvas, on a wide one


def list_value_rows(found: SocialReturn, most: int | None, language: Language) -> tuple[Row, ...]:
    """Each outcome from where the one before ended, the largest first; then their sum, what was put in and the rest."""
    ranked = sorted(found.lines, key=lambda line: -abs(line.present_value))
    shown = ranked[: most or MOST_LINES]
    rows: list[Row] = []
    at = 0.0
    for line in shown:
        rows.append(_line_row(line, at, language))
        at += line.present_value
    rest = ranked[len(shown) :]
    if rest:
        value = sum(line.present_value for line in rest)
        name = word("figures.sroi_other_lines", language, count=len(rest))
        inside = word("figures.sroi_other_lines_in_one", language)
        rows.append(Row(name, inside, _money(value), "", at, at + value, value >= 0))
    return (*rows, *_sum_rows(found, language))


def _line_row(line: Line, at: float, language: Language) -> Row:
    one, value = line.outcome, line.present_value
    years = word("figures.sroi_years", language, years=write_number(one.duration))
    kept = word("figures.sroi_kept", language, share=write_percent(line.kept))
    who = DOT.join(filter(None, (one.stakeholder, write_product(one), kept, years)))
    return Row(one.outcome or one.proxy, who, _money(value), "", at, at + value, value >= 0)


def _sum_rows(found: SocialReturn, language: Language) -> Iterator[Row]:
    total, unit = found.present_value, write_currency(found, language)
    n = word("figures.sroi_of_lines", language, n=write_number(len(found.lines)))
    yield Row(word("figures.sroi_total", language), n, _money(total), f" {unit}", 0.0, total)
    if found.inputs_thb is not None and found.net_present_value is not None:
        inputs, net = found.inputs_thb, found.net_present_value
        put_in = word("figures.sroi_of_inputs", language, n=write_number(len(found.value_map.inputs)))
        yield Row(word("figures.sroi_inputs", language), put_in, _money(inputs), f" {unit}", 0.0, inputs)
        how = word("figures.sroi_net_how", language)
        yield Row(word("figures.sroi_net", language), how, _money(net), f" {unit}", inputs, inputs + net, net >= 0)


def _money(value: float) -> str:
    return write_number(value, 0)


def list_factor_rows(found: SocialReturn, most: int | None, language: Language) -> tuple[Row, ...]:
    """What moves the ratio, the most first, each with what is put in and the ratio at both ends."""
    return tuple(
        Row(
            name=name_factor(one, language),
            values=write_ends(one, found, language),
            words=write_span((min(one.at_low, one.at_high), max(one.at_low, one.at_high)), language),
            start=min(one.at_low, one.at_high),
            stop=max(one.at_low, one.at_high),
        )
        for one in found.tornado[: most or MOST_FACTORS]
    )


def scale_values(rows: Sequence[Row], look: Look) -> Scale:
    """The scale of the waterfall, from zero or below it."""
    ends = [0.0, *(x for row in rows for x in (row.start, row.stop) if x is not None)]
    ticks = round_ticks(min(ends), max(ends), TICKS[not look.canvas.narrow])
    return Scale(Axis(tuple((at, _money(at)) for at in ticks), min(ends), max(ends), arrows=False), chained=True)


def scale_factors(rows: Sequence[Row], found: SocialReturn, look: Look) -> Scale:
    """The scale of the tornado: the ratio as entered is its base; 1 is on it unless it is far away."""
    base = found.ratio or 0.0
    ends = [base, *(x for row in rows for x in (row.start, row.stop) if x is not None)]
    low, high = min(ends), max(ends)
    if low - (high - low) / 2 < BREAK_EVEN < high + (high - low) / 2:
        low, high = min(low, BREAK_EVEN), max(high, BREAK_EVEN)
    ticks = {base: write_ratio(base)} | ({BREAK_EVEN: "1"} if low <= BREAK_EVEN <= high else {})
    near = (high - low) / 12
    steps = [
        at for at in round_ticks(low, high, TICKS[not look.canvas.narrow]) if all(abs(at - x) > near for x in ticks)
    ]
    ticks |= {at: write_number(at) for at in steps}
    return Scale(Axis(tuple(sorted(ticks.items())), low, high, arrows=False), base=base)
