"""Channels by measure: a dumbbell each, every measure on a scale of its own, so that no scale is shared by unlikes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.evidence.technology import MEASURES, Channel
from analysis.findings import Finding, Findings
from dictionary.load import code_label, load_codes
from dictionary.load_indicators import unit_label
from figures.changes import pick_most_telling
from figures.draw_rows import draw_rows
from figures.frame import Body
from figures.rows import Axis, Row
from figures.theme import Look
from figures.wording import DOT, write_both, write_change, write_direction
from i18n import Language, word

Scale = tuple[str, str]  # what is measured, and in which unit


def list_channels(findings: Findings) -> tuple[Channel, ...]:
    """The channels that have a figure, by measure in the order of its list, then as in the sheet."""
    told = findings.evidence.technology if findings.evidence else None
    known = [one for one in told.channels if _levels(one.finding)] if told else []
    order = [*load_codes(MEASURES), *(one.measure for one in known)]
    scales = list(dict.fromkeys(map(_scale, known)))
    return tuple(sorted(known, key=lambda one: (order.index(one.measure), scales.index(_scale(one)))))


def pick_channels(channels: Sequence[Channel], most: int | None) -> tuple[Channel, ...]:
    """At most ``most`` of them, those whose change tells most."""
    kept = {one.indicator.key for one in pick_most_telling([channel.finding for channel in channels], most)}
    return tuple(channel for channel in channels if channel.finding.indicator.key in kept)


def draw_channels(channels: Sequence[Channel], look: Look, room: float | None) -> Body:
    """A hollow dot for before joined to a full one for after; the largest value of each measure is at the far end."""
    rows = [row for _, group in groupby(channels, _scale) for row in _list_rows(tuple(group), look.language)]
    return draw_rows(rows, Axis(((0.0, "0"),), 0.0, 1.0, arrows=False), look, room)


def _scale(channel: Channel) -> Scale:
    return channel.measure, channel.finding.unit


def _levels(finding: Finding) -> list[float]:
    return [value for value in (finding.baseline, finding.endline) if value is not None]


def _list_rows(channels: Sequence[Channel], language: Language) -> Iterator[Row]:
    """The channels of one measure, from 0 to its largest value."""
    largest = max([abs(value) for one in channels for value in _levels(one.finding)], default=0.0) or 1.0
    for place, one in enumerate(channels):
        yield _row(one, largest, ("" if place else name_measure(one, language), language))


def name_measure(channel: Channel, language: Language) -> str:
    """What is measured and in which unit."""
    measure = code_label(MEASURES, channel.measure)[language] if channel.measure else ""
    unit = unit_label(channel.finding.unit)[language]
    return " ".join(filter(None, (measure or word("figures.other_measure", language), f"({unit})" if unit else "")))


def _row(channel: Channel, largest: float, said: tuple[str, Language]) -> Row:
    finding, (heading, language) = channel.finding, said
    start, stop = (None if value is None else value / largest for value in (finding.baseline, finding.endline))
    known = finding.difference is not None
    no_base = word("figures.no_base", language) if known and finding.relative_change is None else ""
    return Row(
        name=channel.item,
        values=DOT.join(filter(None, (write_both(finding, language), no_base))),
        strong=write_change(finding, language) if finding.difference else "",
        words=f" {write_direction(finding, language) if known else word('figures.cannot_compare', language)}",
        start=start,
        stop=stop if stop is not None else start,
        better=finding.better,
        heading=heading,
    )
