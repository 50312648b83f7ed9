"""The text of a drawing apart from its shapes: read from the SVG, set by Typst, put back as outlines of its letters.

Outlines look the same in every program, whatever fonts a machine has; Typst shapes Thai right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

import typst
from lxml import etree

from figures.fonts import font_folder

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ALIGNS = {"start": "left", "middle": "center", "end": "right"}
SAME_LINE = 0.4  # em: words whose baselines differ by less are read from left to right
MOVED = re.compile(r"translate\(\s*(-?[\d.]+)[ ,]*(-?[\d.]+)?\s*\)")
UNSEEN = re.compile(r' clip-path="url\([^"]*\)"|<rect class="bg"[^>]*fill-opacity: 0;[^>]*/>')
SET_LINES = """
#set text(font: "Sarabun", lang: "th", top-edge: "baseline", bottom-edge: "baseline")
#let px = float(sys.inputs.px) * 1pt
#let far = 20000pt
#let starts = (left: 0pt, center: -far / 2, right: -far)
#let aligns = (left: left, center: center, right: right)
#let words(line, run) = text(
  size: line.size * px, weight: if run.bold { "bold" } else { "regular" }, ..how(line), run.text)
#for line in json(bytes(sys.inputs.lines)) {
  place(top + left, dx: line.x * px + starts.at(line.side), dy: line.y * px, box(width: far, align(
    aligns.at(line.side), for run in line.runs { words(line, run) })))
}
"""
SEEN = "#let how(line) = (fill: rgb(line.fill))\n" + SET_LINES
# Marks that are not moved to their place stay one run with their letter: text that is copied keeps its order.
UNSEEN_TEXT = "#let how(line) = (fill: rgb(0, 0, 0, 0), features: (mark: 0, mkmk: 0))\n" + SET_LINES


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one weight."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: ``x`` of its left end, middle or right end (``side``), ``y`` of its baseline and size in px."""

    x: float
    y: float
    side: str
    size: float
    fill: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes and lines of text of a picture ``width`` × ``height`` px; the lines in the order in which one reads."""

    shapes: Any
    lines: tuple[Line, ...]
    width: float
    height: float


def read_drawing(svg: str) -> Drawing:
    """Take an SVG of Plotly apart; what is not seen (clip paths, empty grounds) is left away."""
    root = etree.fromstring(UNSEEN.sub("", svg).encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    texts = list(root.iter(f"{SVG}text"))
    lines = [line for text in texts if (line := _read_line(text)).runs]
    for text in texts:
        text.getparent().remove(text)
    box = root.get("viewBox", "").split()
    if len(box) != 4:
        raise ValueError("the drawing has no size")
    return Drawing(root, _in_reading_order(lines), float(box[2]), float(box[3]))


def _read_line(text: Any) -> Line:
    style = dict(part.split(":", 1) for part in text.get("style", "").replace(" ", "").split(";") if ":" in part)
    x, y = float(text.get("x", 0)), float(text.get("y", 0))
    for parent in text.iterancestors():
        for across, down in MOVED.findall(parent.get("transform", "")):
            x, y = x + float(across), y + float(down or 0)
    side = ALIGNS[text.get("text-anchor", "start")]
    return Line(x, y, side, float(style["font-size"].removesuffix("px")), _hex(style.get("fill", "")), _runs(text))


def _runs(text: Any) -> tuple[Run, ...]:
    stretches = [(text.text, False)]
    for part in text.iterchildren():
        stretches += [("".join(part.itertext()), "bold" in part.get("style", "")), (part.tail, False)]
    return tuple(Run(words, bold) for words, bold in stretches if words)


def _hex(fill: str) -> str:
    """``rgb(31,41,51)`` as ``#1f2933``; black where no colour is given."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", fill)[:3] or (0, 0, 0))


def _in_reading_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.y):
        if rows and line.y - rows[-1][0].y < SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda one: one.x))


def outline(drawing: Drawing) -> str:
    """The whole drawing as SVG text, its letters as outlines."""
    root = deepcopy(drawing.shapes)
    page = f"#set page(width: {drawing.width}pt, height: {drawing.height}pt, margin: 0pt, fill: none)\n"
    root.extend(etree.fromstring(typeset(page + SEEN, drawing.lines, 1, format="svg")))
    _share_outlines(root)
    return write_shapes(root)


def write_shapes(root: Any) -> str:
    """The XML of a drawing."""
    return str(etree.tostring(root, encoding="unicode"))


def _share_outlines(root: Any) -> None:
    """Each letter once, as a path that the others point to by a short name (Word knows paths, not symbols)."""
    names: dict[str, str] = {}
    for symbol in list(root.iter(f"{SVG}symbol")):
        names[f"#{symbol.get('id')}"] = name = f"letter{len(names)}"
        symbol[0].set("id", name)
        symbol.getparent().replace(symbol, symbol[0])
    for use in root.iter(f"{SVG}use"):
        use.set(LINK, f"#{names[use.get(LINK)]}")


def typeset(
    page: str, lines: Iterable[Line], px: float, inputs: Mapping[str, str] = MappingProxyType({}), **how: Any
) -> bytes:
    """A page of Typst as a file, with Sarabun and no font of the system; ``px`` is how many points a pixel takes."""
    told = json.dumps([asdict(line) for line in lines], ensure_ascii=False)
    given = {"lines": told, "px": str(px), **inputs}
    fonts = [str(font_folder())]
    return bytes(typst.compile(page.encode(), font_paths=fonts, ignore_system_fonts=True, sys_inputs=given, **how))
