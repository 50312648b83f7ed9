"""The styles of a workbook with coloured twins added: a cell keeps all of its style but the fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dictionary.nouns import Severity
from reports.annotated.splice import CannotPatch, Edit, Element, append_inside, find_all, set_attributes, splice

SOFT = {Severity.ERROR: "FFF9C8C5", Severity.WARNING: "FFFFE08B", Severity.NOTE: "FFCDE3F8"}
STRONG = {Severity.ERROR: "FFB3261F", Severity.WARNING: "FF8A5A01", Severity.NOTE: "FF1F5F9A"}  # under light letters
_OURS = {*SOFT.values(), *STRONG.values()}
_WHITE_INDEXES, _LIGHT_THEME = {"1", "9"}, "0"
_LIGHT = 160  # of 255; letters lighter than this are meant for a dark ground
MINIMAL = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    b'</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FONT, _FILL, _XF = "styleSheet/fonts/font", "styleSheet/fills/fill", "styleSheet/cellXfs/xf"
_PLAIN = b'xf numFmtId="0" fontId="%d" fillId="%d" borderId="0" xfId="0" applyFont="1" applyFill="1" quotePrefix="1"'


class Styles:
    """The part ``styles.xml``: styles are asked for by number, and written with what was asked for added."""

    def __init__(self, xml: bytes) -> None:
        self._xml = _take_colours_off(xml)
        found = find_all(self._xml, *(p.rpartition("/")[0] for p in (_FONT, _FILL, _XF)), _FONT, _FILL, _XF)
        self._lists = {one.path: one for one in found if one.path not in {_FONT, _FILL, _XF}}
        if len(self._lists) < 3:
            raise CannotPatch("styles")
        self._old = {path: [one for one in found if one.path == path] for path in (_FONT, _FILL, _XF)}
        self._new: dict[str, list[bytes]] = {_FONT: [], _FILL: [], _XF: []}
        self._twins: dict[tuple[int, Severity], int] = {}

    def colour(self, style: int, level: Severity) -> int:
        """The number of the style that is ``style`` with the colour of a severity."""
        if (style, level) not in self._twins:
            self._twins[style, level] = self._make_twin(style, level)
        return self._twins[style, level]

    def add_text_style(self, *, font: bytes = b"", level: Severity | None = None) -> int:
        """A style for texts of our own sheet: wrapped, never a formula; ``font`` holds tags such as ``b"<b/>"``."""
        base = self._source(self._old[_FONT][0]) if self._old[_FONT] else b"<font/>"
        letters = self._add(_FONT, _with_tags(base, font, self._lists["styleSheet/fonts"].prefix)) if font else 0
        ground = self._add(_FILL, self._fill(SOFT[level], None)) if level else 0
        p = self._lists["styleSheet/cellXfs"].prefix
        inside = b'<%salignment vertical="top" wrapText="1"/>' % p
        tag = _PLAIN % (letters, ground)
        return self._add(_XF, b'<%s%s applyAlignment="1">%s</%sxf>' % (p, tag, inside, p))

    def to_bytes(self) -> bytes:
        """The part with all new styles at the ends of their lists."""
        return splice(self._xml, [edit for path, added in self._new.items() for edit in self._grow(path, added)])

    def _grow(self, path: str, added: list[bytes]) -> list[Edit]:
        about = self._lists[path.rpartition("/")[0]]
        if not added:
            return []
        count = {"count": str(len(self._old[path]) + len(added))}
        if about.is_empty_tag:
            return [append_inside(self._xml, about, b"".join(added))]
        tag = set_attributes(self._xml[about.start : about.inside], count)
        return [(about.start, about.inside, tag), append_inside(self._xml, about, b"".join(added))]

    def _make_twin(self, style: int, level: Severity) -> int:
        old = self._old[_XF]
        if not old:
            raise CannotPatch("styles")
        base = old[style if 0 <= style < len(old) else 0]
        palette = STRONG if self._has_light_letters(base) else SOFT
        ground = self._add(_FILL, self._fill(palette[level], self._ground_of(base)))
        tag = set_attributes(self._xml[base.start : base.inside], {"fillId": str(ground), "applyFill": "1"})
        return self._add(_XF, tag + self._xml[base.inside : base.end])

    def _add(self, path: str, xml: bytes) -> int:
        """The number of an entry of a list, added if it is not among the new ones yet."""
        added = self._new[path]
        if xml not in added:
            added.append(xml)
        return len(self._old[path]) + added.index(xml)

    def _fill(self, colour: str, before: bytes | None) -> bytes:
        """A plain ground; the colour that was there before is kept as the unseen second colour of the pattern."""
        p = self._lists["styleSheet/fills"].prefix
        second = before or b'indexed="64"'
        return _write_fill(p, b'rgb="%s"' % colour.encode(), second)

    def _ground_of(self, base: Element) -> bytes | None:
        number = _number(base.attributes, "fillId")
        fills = self._old[_FILL]
        ground = read_ground(self._source(fills[number])) if number < len(fills) else None
        return ground.first if ground else None

    def _has_light_letters(self, base: Element) -> bool:
        number, fonts = _number(base.attributes, "fontId"), self._old[_FONT]
        return number < len(fonts) and _is_light(self._source(fonts[number]))

    def _source(self, element: Element) -> bytes:
        return self._xml[element.start : element.end]


@dataclass(frozen=True, slots=True)
class Ground:
    """A solid fill: its colour (the attributes as written), the colour behind it, and whether it is one of ours."""

    first: bytes
    second: bytes | None = field(default=None)
    ours: bool = False


def read_ground(fill: bytes) -> Ground | None:
    """What a solid fill says of its colours; None for a fill of any other kind."""
    if b'"solid"' not in fill and b"'solid'" not in fill:
        return None
    first, second = (re.search(rb"<(?:\w+:)?%s\s+([^>]*?)\s*/?>" % name, fill) for name in (b"fgColor", b"bgColor"))
    if first is None:
        return None
    ours = any(colour.encode() in first[1].upper() for colour in _OURS)
    return Ground(first[1], second[1] if second else None, ours)


def _take_colours_off(xml: bytes) -> bytes:
    """A workbook that was coloured before: what has been mended must not stay coloured."""
    edits = []
    for fill in find_all(xml, _FILL):
        ground = read_ground(xml[fill.start : fill.end])
        if ground and ground.ours:
            edits.append((fill.start, fill.end, _restore(ground, fill.prefix)))
    return splice(xml, edits)


def _restore(ground: Ground, p: bytes) -> bytes:
    if not ground.second or b"indexed" in ground.second:
        return b'<%sfill><%spatternFill patternType="none"/></%sfill>' % (p, p, p)
    return _write_fill(p, ground.second, b'indexed="64"')


def _write_fill(p: bytes, first: bytes, second: bytes) -> bytes:
    colours = b"<%sfgColor %s/><%sbgColor %s/>" % (p, first, p, second)
    return b'<%sfill><%spatternFill patternType="solid">%s</%spatternFill></%sfill>' % (p, p, colours, p, p)


def _is_light(font: bytes) -> bool:
    colour = re.search(rb"<(?:\w+:)?color\s+([^>]*?)\s*/?>", font)
    told = dict(re.findall(r"(\w+)\s*=\s*[\"']([^\"']*)", colour[1].decode("ascii", "replace"))) if colour else {}
    if re.fullmatch(r"[0-9A-Fa-f]{8}", told.get("rgb", "")):
        red, green, blue = bytes.fromhex(told["rgb"])[1:]
        return (299 * red + 587 * green + 114 * blue) / 1000 > _LIGHT
    return told.get("theme") == _LIGHT_THEME or told.get("indexed") in _WHITE_INDEXES


def _with_tags(font: bytes, tags: bytes, prefix: bytes) -> bytes:
    """A font with more tags at its front, and without a colour of its own where the tags give one."""
    tags = re.sub(rb"<(?=\w)", b"<" + prefix, tags)
    bare = re.sub(rb"<(?:\w+:)?color\b[^>]*/>", b"", font) if b"color" in tags else font
    (root,) = find_all(bare, "font")
    if root.is_empty_tag:
        return splice(bare, [append_inside(bare, root, tags)])
    return splice(bare, [(root.inside, root.inside, tags)])


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "0")
    return int(text) if text.isdigit() else 0
