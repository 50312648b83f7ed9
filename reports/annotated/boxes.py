"""The boxes in which Excel shows comments (VML): one for each comment, wide enough for Thai sentences.

VML of other programs is often not well formed, so it is read by pattern and changed nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reports.annotated.cells import ColumnSpan
from reports.annotated.marks import LAST_COLUMN, LAST_ROW, Cell
from reports.form.style import width_of

BOX_WIDTH, LINE_HEIGHT, HIGHEST = 380, 21, 620  # pixels
GROWN_LINES = 6  # for the user's own words above ours
LINE_LETTERS = 46  # that fit the width at 11 points
ROW_HEIGHT, COLUMN_WIDTH = 20, 8.43  # pixels, letters: what Excel takes where a sheet says nothing
BLANK = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_KIND = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_SHAPE = re.compile(rb"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape\s*>", re.DOTALL)
_PLACE = [re.compile(rb"<(?:\w+:)?%s>\s*(\d+)\s*<" % name) for name in (b"Row", b"Column")]
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)[^<]*(<)")
_NUMBER = re.compile(rb"_x0000_s(\d+)")
_ROOT = re.compile(rb"<(?:\w+:)?xml\b[^>]*>")
_ROW = re.compile(rb"<(\w+:)?Row>")
_END = re.compile(rb"</(?:\w+:)?xml\s*>\s*$")


@dataclass(frozen=True, slots=True)
class BoxChange:
    """Boxes to take away, to add and to enlarge, with the text each shows; ``columns`` say how wide columns are."""

    dropped: Collection[Cell]
    added: Sequence[Cell]
    grown: Collection[Cell]
    texts: Mapping[Cell, str]
    columns: Sequence[ColumnSpan]


def change_boxes(vml: bytes, change: BoxChange) -> bytes:
    """The drawing with these boxes; every other shape stays."""

    def treat(shape: re.Match[bytes]) -> bytes:
        cell = _read_place(shape[0])
        if cell in change.dropped:
            return b""
        if cell is not None and cell in change.grown:
            return _enlarge(shape[0], _write_anchor(cell, change))
        return shape[0]

    kept = _SHAPE.sub(treat, vml)
    if not change.added:
        return kept
    first = max([1024, *(int(number) for number in _NUMBER.findall(kept))]) + 1
    shapes = [_write_shape(cell, first + n, change) for n, cell in enumerate(change.added)]
    kind = b"" if b"_x0000_t202" in kept else _KIND
    new = b"".join(_with_namespaces(xml, kept) for xml in (kind, *shapes) if xml)
    return _END.sub(lambda end: new + end[0], kept)


def _enlarge(shape: bytes, anchor: bytes) -> bytes:
    """A box of the user's with a new place and size; some programs write none."""
    if _ANCHOR.search(shape):
        return _ANCHOR.sub(rb"\g<1>" + anchor + rb"\g<2>", shape)
    return _ROW.sub(rb"<\g<1>Anchor>" + anchor + rb"</\g<1>Anchor>\g<0>", shape, count=1)


def _read_place(shape: bytes) -> Cell | None:
    row, column = (pattern.search(shape) for pattern in _PLACE)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def _write_shape(cell: Cell, number: int, change: BoxChange) -> bytes:
    return (
        b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
        b'width:%dpt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>'
        b"<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
    ) % (
        number,
        BOX_WIDTH * 3 // 4,
        _height_of(change.texts[cell]) * 3 // 4,
        number - 1024,
        _write_anchor(cell, change),
        cell[0] - 1,
        cell[1] - 1,
    )


def _write_anchor(cell: Cell, change: BoxChange) -> bytes:
    """Left, top, right and bottom edge: a cell's number and the pixels inside it, each."""
    row, column = cell
    left, top = min(column, LAST_COLUMN - 2), max(row - 2, 0)
    right, room = left, BOX_WIDTH
    while room > (wide := _pixels(right + 1, change.columns)) and right < LAST_COLUMN - 1:
        right, room = right + 1, room - wide
    more = GROWN_LINES * LINE_HEIGHT if cell in change.grown else 0
    lines, rest = divmod(_height_of(change.texts[cell]) + more, ROW_HEIGHT)
    bottom = min(top + lines, LAST_ROW - 1)
    return b"%d, 15, %d, 4, %d, %d, %d, %d" % (left, top, right, max(room, 1), bottom, rest + 4)


def _pixels(column: int, columns: Sequence[ColumnSpan]) -> int:
    """The width of a 1-based column in pixels."""
    width = next((span.width for span in columns if span.first <= column <= span.last), None)
    return int((COLUMN_WIDTH if width is None else width) * 7 + 5) if width != 0 else 0


def _height_of(text: str) -> int:
    lines = sum(max(1, -(-width_of(line) // LINE_LETTERS)) for line in text.split("\n"))
    return min((lines + 2) * LINE_HEIGHT, HIGHEST)


def _with_namespaces(shape: bytes, vml: bytes) -> bytes:
    """The shape as it stands where the drawing declares our prefixes, else with the declarations on itself."""
    root = _ROOT.search(vml)
    declared = root[0] if root else b""
    missing = [b' xmlns:%s="%s"' % (p, name) for p, name in _SPACES.items() if b"xmlns:%s=" % p not in declared]
    end = re.search(rb"^<v:\w+", shape)
    return shape[: end.end()] + b"".join(missing) + shape[end.end() :] if end and missing else shape
