"""The words between the two drawings of a material: each end with its weights, and the scale that gives them room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from analysis.evidence.material import Material
from dictionary.load import code_label
from dictionary.nouns import Round
from figures.labels import Anchor, Label, Place, Style, wrap_lines, wrap_parts
from figures.materials import End, write_baht, write_baht_pair, write_kg, write_pair
from figures.theme import Look, text_colour
from figures.values import write_share
from figures.wording import DOT, write_round
from i18n import word

WORDS_SHARE = (0.52, 0.6)  # of the width, for the words between the drawings; on a narrow canvas
NUMBER = 4.4  # type sizes that a weight takes beside a name
PAD = 8.0  # px between a drawing and the words
STEM_SHARE = (0.42, 0.8)  # height of the whole, as a share of the width, where the height is free


@dataclass(frozen=True, slots=True)
class Line:
    """One row of words: the lines of its name and of its detail, and how high they are in px."""

    end: End
    names: tuple[str, ...]
    details: tuple[str, ...]
    height: float
    is_priced: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows with their middles (px from the first row's top); ``unit`` px for one kg, ``height`` px together."""

    lines: tuple[Line, ...]
    middles: tuple[float, ...]
    unit: float
    height: float


def name_style(look: Look) -> Style:
    """Type of a name."""
    return Style(look.canvas.label, look.palette.ink)


def note_style(look: Look) -> Style:
    """Type of what stands below a name."""
    return Style(look.canvas.note, look.palette.quiet)


def inner_width(look: Look) -> float:
    """Px between the edges of the picture."""
    return look.canvas.width - 2 * look.canvas.edge


def side_width(look: Look) -> float:
    """Px that each drawing has."""
    return inner_width(look) * (1 - WORDS_SHARE[look.canvas.narrow]) / 2


def lay_line(end: End, look: Look, brief: bool = False) -> Line:
    """Wrap the words of an end: between its weights, or above them on a narrow canvas. ``brief``: without its way."""
    room = inner_width(look) * WORDS_SHARE[look.canvas.narrow] - 2 * PAD
    if not look.canvas.narrow:
        room -= 2 * NUMBER * look.canvas.label
    names = wrap_lines(end.name, name_style(look), room)
    detail = end.told if brief else DOT.join(filter(None, (end.told, end.path)))
    details = wrap_parts(detail, note_style(look), room) if detail else ()
    if brief and details and name_style(look).width(end.name + DOT + detail) <= room:
        names, details = (end.name + DOT + detail,), ()
    height = len(names) * name_style(look).line + len(details) * note_style(look).line
    paid = not brief and any(baht is not None for baht in end.baht)
    if look.canvas.narrow:
        return Line(end, names, details, height + name_style(look).line + paid * note_style(look).line, paid)
    return Line(end, names, details, max(height, name_style(look).line + paid * note_style(look).line), paid)


def lay_rows(ends: Sequence[End], material: Material, look: Look, place: tuple[float | None, bool]) -> Rows:
    """Rows one under the other, each as high as its words or its thicker bar.

    ``place`` is the room (px) and whether it is to be filled; where the words leave too little of it for the scale
    they are told in brief.
    """
    room, is_fixed = place
    lines = [lay_line(end, look) for end in ends]
    rows = _lay(lines, material, look, room if is_fixed else None)
    if room is None or rows.height <= room:
        return rows
    rows = _lay(lines, material, look, room)
    return rows if rows.height <= room else _lay([lay_line(e, look, brief=True) for e in ends], material, look, room)


def _lay(lines: Sequence[Line], material: Material, look: Look, room: float | None) -> Rows:
    whole = max([*(balance.mass_in or 0.0 for balance in material.balances), *(line.end.most for line in lines)])
    unit = inner_width(look) * STEM_SHARE[look.canvas.narrow] / (whole or 1.0)
    gap = look.canvas.label * (0.6 if room is None else 0.3)

    def heights(px: float) -> list[float]:
        return [max(line.height, line.end.most * px) + gap for line in lines]

    if room is not None:
        unit = _fit(lambda px: sum(heights(px)), room, (unit / 3, unit * 1.5))
    rows = heights(unit)
    middles = tuple(sum(rows[:i]) + rows[i] / 2 for i in range(len(rows)))
    return Rows(tuple(lines), middles, unit, sum(rows))


def _fit(height: Callable[[float], float], room: float, ends: tuple[float, float]) -> float:
    """The largest scale at which the rows have room; the smallest where none has."""
    low, high = ends
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if height(middle) <= room else (low, middle)
    return low


def write_head(material: Material, round_: Round, at: int, look: Look) -> tuple[str, ...]:
    """The lines above a drawing: the round, the weight, and what share is put to use (or why that is not known)."""
    balance = material.balances[at]
    told = code_label("reason", balance.missing)[look.language] if balance.missing else ""
    if balance.use_rate is not None:
        told = word("figures.flow_used", look.language, share=write_share(balance.use_rate))
    half = inner_width(look) * 0.47
    weight = "" if balance.mass_in is None or balance.missing else write_kg(balance.mass_in, look.language)
    bold = Style(look.canvas.label, look.palette.ink, bold=True)
    parts = wrap_parts(" · ".join(filter(None, (weight, told))), bold, half)
    return (*wrap_lines(write_round(round_, look.language), name_style(look), half), *parts)


def label_heads(heads: Sequence[tuple[str, ...]], rounds: Sequence[Round], top: float, look: Look) -> Iterable[Label]:
    """The heads in the upper corners, their last lines side by side just above the drawings."""
    sides: tuple[tuple[Place, Anchor], ...] = (("page", "left"), ("right", "right"))
    bold = Style(look.canvas.label, look.palette.ink, bold=True)
    line = bold.line
    half = inner_width(look) * 0.47
    for head, round_, (on, anchor) in zip(heads, rounds, sides, strict=True):
        plain = len(wrap_lines(write_round(round_, look.language), name_style(look), half))
        for i, text in enumerate(head):
            y = top - look.canvas.label * 0.5 - (len(head) - i - 0.5) * line
            yield Label(text, y, name_style(look) if i < plain else bold, look.canvas.edge, on, anchor)


def label_rows(rows: Rows, top: float, look: Look) -> Iterable[Label]:
    """The words of every row, in the middle between both drawings."""
    for line, middle in zip(rows.lines, rows.middles, strict=True):
        y = top + middle - line.height / 2
        yield from (_label_narrow if look.canvas.narrow else _label_wide)(line, y, look)


def _label_narrow(line: Line, y: float, look: Look) -> Iterable[Label]:
    style, x = name_style(look), inner_width(look) / 2
    bold = Style(look.canvas.label, text_colour(line.end.better, look.palette), bold=True)
    texts = [*((name, style) for name in line.names), (write_pair(line.end.kg, look.language), bold)]
    paid = [write_baht_pair(line.end.baht, look.language)] if line.is_priced else []
    for text, type_ in (*texts, *((told, note_style(look)) for told in (*paid, *line.details))):
        yield Label(text, y + type_.line / 2, type_, x, "data", "center")
        y += type_.line


def _label_wide(line: Line, y: float, look: Look) -> Iterable[Label]:
    style, note, x = name_style(look), note_style(look), inner_width(look) / 2
    own = len(line.names) * style.line + len(line.details) * note.line
    at = y + (line.height - own) / 2
    for text, type_ in (*((n, style) for n in line.names), *((d, note) for d in line.details)):
        yield Label(text, at + type_.line / 2, type_, x, "data", "center")
        at += type_.line
    yield from _label_numbers(line, y, look)


def _label_numbers(line: Line, y: float, look: Look) -> Iterable[Label]:
    """Each weight beside its own bar, with its baht below."""
    style, note, width = name_style(look), note_style(look), inner_width(look)
    colour, out = text_colour(line.end.better, look.palette), side_width(look) + PAD
    places: tuple[tuple[float, Anchor], ...] = ((out, "left"), (width - out, "right"))
    paid = line.is_priced
    first = y + (line.height - style.line - paid * note.line) / 2 + style.line / 2
    for kg, baht, (px, anchor) in zip(line.end.kg, line.end.baht, places, strict=True):
        bold = Style(look.canvas.label, colour, bold=True)
        yield Label(write_kg(kg, look.language), first, bold, px, "data", anchor)
        told = write_baht(baht, look.language) if paid else ""
        if told:
            yield Label(told, first + (style.line + note.line) / 2, note, px, "data", anchor)
