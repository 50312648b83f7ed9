"""XML changed by cutting into its bytes: what is not touched stays as its writer left it, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from xml.parsers import expat

_TAG = re.compile(rb"<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
_ATTRIBUTE = re.compile(rb"([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_DECLARED = re.compile(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Edit = tuple[int, int, bytes]  # from, to (in bytes) and what is to stand there


class Wanted(Enum):
    """Whether an element is of use: not, as a whole (nothing inside is asked for, and it never nests), or with all."""

    NO = 0
    WHOLE = 1
    YES = 2


Keep = Callable[[str, Mapping[str, str]], Wanted]


class CannotPatch(Exception):
    """The package is not built as a workbook is: the copy of values serves instead."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element by its places in the bytes: ``<`` at start, content from inside to close, ``>`` before end.

    ``path`` holds local names from the root (``worksheet/sheetData/row``); ``prefix`` is ``b"x:"`` or empty.
    """

    path: str
    attributes: Mapping[str, str]
    prefix: bytes
    start: int
    inside: int
    close: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written ``<a/>``."""
        return self.inside == self.end


def to_utf8(xml: bytes) -> bytes:
    """The same XML in an encoding whose signs of markup are one byte each."""
    if xml[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return xml
    return _DECLARED.sub(r"\1", xml.decode("utf-16")).encode()


def find_elements(xml: bytes, keep: Keep) -> list[Element]:
    """The elements that ``keep`` (asked once for each, in order) wants, in the order of their starts.

    Raises CannotPatch for what is no XML, and for any document type: a workbook has none, an attack has.
    """
    parser = expat.ParserCreate()
    walk = _Walk(xml, parser, keep)
    walk.listen()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as fault:
        raise CannotPatch(str(fault.code)) from fault
    return sorted(walk.found, key=lambda one: one.start)


def _refuse(*_: object) -> None:
    raise CannotPatch("doctype")


class _Walk:
    """Follows the parser through the document and notes where the wanted elements stand."""

    def __init__(self, xml: bytes, parser: expat.XMLParserType, keep: Keep) -> None:
        self.found: list[Element] = []
        self._xml, self._parser, self._keep = xml, parser, keep
        self._paths = [""]
        self._open: list[tuple[Mapping[str, str], int] | None] = []
        self._whole = ""

    def listen(self) -> None:
        """Hear of every element from here on."""
        self._parser.StartElementHandler, self._parser.EndElementHandler = self.open, self.close

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        above, local = self._paths[-1], name.rpartition(":")[2]
        path = f"{above}/{local}" if above else local
        self._paths.append(path)
        wanted = self._keep(path, attributes)
        self._open.append(None if wanted is Wanted.NO else (attributes, self._parser.CurrentByteIndex))
        if wanted is Wanted.WHOLE:  # most of a large sheet is passed over unheard: it is what takes the time
            self._whole = name
            self._parser.StartElementHandler, self._parser.EndElementHandler = None, self._close_whole

    def _close_whole(self, name: str) -> None:
        if name == self._whole:
            self.listen()
            self.close(name)

    def close(self, _name: str) -> None:
        path, opened = self._paths.pop(), self._open.pop()
        if opened is None:
            return
        attributes, start = opened
        tag = _TAG.match(self._xml, start)
        if tag is None:
            raise CannotPatch(path)
        prefix = tag[1].rpartition(b":")
        close = tag.end() if tag[3] else self._parser.CurrentByteIndex
        end = tag.end() if tag[3] else self._xml.index(b">", close) + 1
        self.found.append(Element(path, attributes, prefix[0] + prefix[1], start, tag.end(), close, end))


def find_all(xml: bytes, *paths: str) -> list[Element]:
    """The elements at any of the paths."""
    return find_elements(xml, lambda path, _: Wanted.YES if path in paths else Wanted.NO)


def splice(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with every edit made; edits do not overlap, and those at one place keep their order."""
    parts, at = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[:2]):
        parts += [xml[at:start], text]
        at = end
    return b"".join([*parts, xml[at:]])


def set_attributes(tag: bytes, values: Mapping[str, str]) -> bytes:
    """A start tag with attributes set to new values."""
    read = _TAG.match(tag)
    if read is None:
        raise CannotPatch("tag")
    kept = [one[0] for one in _ATTRIBUTE.finditer(read[2]) if one[1].decode("ascii", "replace") not in values]
    new = [b'%s="%s"' % (name.encode(), escape(value)) for name, value in values.items()]
    return b" ".join([b"<" + read[1], *kept, *new]) + (b"/>" if read[3] else b">")


def append_inside(xml: bytes, element: Element, content: bytes) -> Edit:
    """The edit that puts content at the end of an element, whichever way the element is written."""
    if not element.is_empty_tag:
        return element.close, element.close, content
    opened = xml[element.start : element.end].rstrip(b">").rstrip(b"/").rstrip()
    name = _TAG.match(xml, element.start)
    closing = name[1] if name else b""
    return element.start, element.end, opened + b">" + content + b"</" + closing + b">"


def escape(text: str) -> bytes:
    """Text for content or an attribute, in ASCII: it stands in a document of any encoding."""
    plain = (
        _NOT_XML.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
    return plain.encode("ascii", "xmlcharrefreplace")
