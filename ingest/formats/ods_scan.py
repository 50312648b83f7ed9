"""What calamine does not show of the sheets of an .ods: hidden rows, errors, formulas without value, merged cells.

As in ``sheet_scan`` the XML is searched as bytes, and walked through only where it holds any of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from ingest.formats.sheet import Merge, Place, check_size
from ingest.formats.sheet_scan import SheetScan
from ingest.formulas import FORMULA_ERROR, tell_formula

_TAG = re.compile(rb"<(/?)table:(table|table-row|(?:covered-)?table-cell)(?=[\s/>])((?:[^\">]++|\"[^\"]*+\")*+)>")
_NUMBER = rb"\s*=\s*[\"']\+?(\d+)"  # of any length: a number that is not heard counts as one
_LOOK_FOR = re.compile(
    rb"table:visibility=|-spanned\s*=|:formula=|-repeated\s*=\s*[\"']\+?\d{4}"
)  # without them there is nothing to say
_NAME = re.compile(rb"table:name=\"([^\"]*)\"")
_ROWS, _COLUMNS, _WIDE, _HIGH = (
    re.compile(name + _NUMBER)
    for name in (
        rb"number-rows-repeated",
        rb"number-columns-repeated",
        rb"number-columns-spanned",
        rb"number-rows-spanned",
    )
)
_FORMULA = re.compile(rb"table:formula=\"(?:\w+:)?([^\"]*)\"")
_HIDDEN = re.compile(rb"table:visibility=\"(?:collapse|filter)\"")
_NOTE = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TEXT = re.compile(rb"<text:p[^<>]*>([^<]*)")
_TYPE = b"value-type="
LONGEST = 18  # digits of a number that are looked at: far beyond any limit


@dataclass
class _Sheet:
    """What is gathered of one sheet while its tags pass; ``row`` and ``column`` are those of the next cell."""

    row: int = 0
    column: int = 0
    rows: int = 1
    is_hidden: bool = False
    is_filled: bool = False
    hidden: int = 0
    places: list[Place] = field(default_factory=list)
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def begin_row(self, about: bytes) -> None:
        self.column, self.is_filled = 0, False
        self.rows, self.is_hidden = _count(_ROWS, about), bool(_HIDDEN.search(about))

    def end_row(self) -> None:
        self.hidden += self.rows if self.is_hidden and self.is_filled else 0
        self.row += self.rows

    def take_cell(self, about: bytes, inside: bytes) -> None:
        count = _count(_COLUMNS, about)
        if _TYPE in about or _FORMULA.search(about):
            self.is_filled = True
            self.places += [(self.row, self.column), (self.row + self.rows - 1, self.column + count - 1)]
            text = _read_text(about, inside)
            if text:
                self.texts[self.row, self.column] = text
        wide, high = _count(_WIDE, about), _count(_HIGH, about)
        if wide > 1 or high > 1:
            self.merges.append((self.row, self.column, self.row + high - 1, self.column + wide - 1))
        self.column += count

    def finish(self) -> SheetScan:
        if self.places:
            rows, columns = zip(*self.places, strict=True)
            check_size(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)
        return SheetScan(self.hidden, self.texts, tuple(self.merges))


def scan_ods(xml: bytes) -> dict[str, SheetScan]:
    """A scan of each sheet by its name; refused where filled cells span more than can be read."""
    names = [unescape(name.decode("utf-8", errors="replace")) for name in _list_names(xml)]
    if not _LOOK_FOR.search(xml):
        return dict.fromkeys(names, SheetScan())
    scans = [sheet.finish() for sheet in _walk(xml)]
    return dict(zip(names, scans, strict=True)) if len(names) == len(scans) else {}


def _list_names(xml: bytes) -> list[bytes]:
    tables = (tag[3] for tag in _TAG.finditer(xml) if tag[2] == b"table" and not tag[1])
    return [name[1] if (name := _NAME.search(about)) else b"" for about in tables]


def _walk(xml: bytes) -> list[_Sheet]:
    """The sheets by their tags; what stands outside of them, such as a record of changes, is passed over."""
    sheets: list[_Sheet] = []
    is_inside = False
    for tag in _TAG.finditer(xml):
        closes, name, about = bool(tag[1]), tag[2], tag[3]
        if name == b"table":
            is_inside = not closes
            sheets += [_Sheet()] if is_inside else []
        elif not is_inside:
            continue
        elif name == b"table-row":
            _take_row(sheets[-1], about, closes=closes)
        elif not closes:
            is_empty = about.endswith(b"/")
            end = tag.end() if is_empty else xml.find(b"table-cell>", tag.end())
            sheets[-1].take_cell(about, b"" if is_empty else xml[tag.end() : end])
    return sheets


def _take_row(sheet: _Sheet, about: bytes, *, closes: bool) -> None:
    if not closes:
        sheet.begin_row(about)
    if closes or about.endswith(b"/"):
        sheet.end_row()


def _read_text(about: bytes, inside: bytes) -> str:
    """The error that a cell shows, or its formula where it has no value; "" for any other cell."""
    formula = _FORMULA.search(about)
    if not formula:
        return ""
    shown = _TEXT.search(_NOTE.sub(b"", inside))
    text = unescape(shown[1].decode("utf-8", errors="replace")).strip() if shown else ""
    if tell_formula(text) == FORMULA_ERROR:
        return text
    return "" if _TYPE in about else "=" + unescape(formula[1].decode("utf-8", errors="replace")).lstrip("=")


def _count(pattern: re.Pattern[bytes], about: bytes) -> int:
    found = pattern.search(about)
    return int(found[1].lstrip(b"0")[:LONGEST] or b"0") if found else 1
