"""What calamine does not show of a sheet of an .xlsx: its size beforehand, hidden rows, errors, formulas without value.

The XML is searched as bytes, since most sheets hold none of these: 40 MB of it take 0.2 s, to parse them 2 s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from ingest.addresses import read_address
from ingest.formats.sheet import Merge, Place, check_size
from ingest.limits import LIMITS

LONGEST_CELL = 40_000  # bytes from the start of a cell to its end; Excel allows 32,767 signs of text
_START = 20_000  # bytes in which the first element and the first row stand
_PREFIXED, _PREFIX = re.compile(rb"<\w+:worksheet\b"), re.compile(rb"<(/?)\w+:")
_ROW = re.compile(rb"<row\b[^<>]*?\br=[\"'](\d{1,9})[\"']")
_WIDE = re.compile(rb"<c r=\"([A-Z]{2,4})")
_CELL = re.compile(rb"<c\b[^<>]*?\br=[\"']([A-Z]{1,4})(\d{1,9})[\"'][^<>]*(?<!/)>(?!</)")
_HIDDEN = re.compile(rb"<row\b[^<>]*?\bhidden=[\"'](?:1|true)[\"'][^<>]*(?<!/)>")
_FILLED = re.compile(rb"<(?:v|is)>")
_IS_ERROR, _ENDS_FORMULA, _HIDES = b't="e"', b"</f>", b"hidden="  # looked for first, each in one pass over the bytes
_SINGLE_QUOTES = re.compile(rb"<row\b[^<>]*'")
_ERROR = re.compile(rb"<c\b([^<>]*?\bt=[\"']e[\"'][^<>]*)>")
_VALUE = re.compile(rb"<v>([^<]*)<")
_FORMULA = re.compile(rb"<c\b([^<>]*)>\s*<f\b[^<>]*?(?:/>|>([^<]*)</f>)\s*(<v\s*/>|<v>\s*</v>)?\s*</c>")
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3}\d{1,7})[\"']")
_IS_TEXT = re.compile(rb"\bt=[\"']str[\"']")


@dataclass(frozen=True)
class SheetScan:
    """``texts`` are errors and formulas by 0-based place on the sheet; ``hidden_rows`` those that hold something.

    ``merges`` are given where calamine does not tell them: 0-based on the sheet, last row and column included.
    """

    hidden_rows: int = 0
    texts: dict[Place, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()


def plain_names(xml: bytes) -> bytes:
    """The XML of a sheet with its elements named as Excel names them, without the prefix that others give them."""
    return _PREFIX.sub(rb"<\1", xml) if _PREFIXED.search(xml[:_START]) else xml


def scan_sheet(xml: bytes) -> SheetScan:
    """Search the XML of a sheet with plain names."""
    has_errors = _IS_ERROR in xml or bool(_SINGLE_QUOTES.search(xml[:_START]))
    texts = _find_errors(xml) if has_errors else {}
    if _ENDS_FORMULA in xml:
        texts |= _find_formulas(xml)
    hidden = _count_hidden(xml) if _HIDES in xml else 0
    return SheetScan(hidden, texts)


def check_span(xml: bytes) -> None:
    """Refuse a sheet whose filled cells span more than can be read.

    First what the last row and the letters of the columns allow at most; only beyond the limit cell by cell.
    A sheet that lies about both is stopped by the memory that its reading may take.
    """
    last = _ROW.match(xml, max(xml.rfind(b"<row"), 0))
    wide = max(map(_read_column, set(_WIDE.findall(xml))), default=26)
    if last and int(last[1]) * wide <= LIMITS.sheet_cells and wide <= LIMITS.columns:
        return
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    for cell in _CELL.finditer(xml):
        columns.add(cell[1])
        rows.add(cell[2])
    if rows:
        lines, letters = [int(row) for row in rows], [_read_column(one) for one in columns]
        check_size(max(lines) - min(lines) + 1, max(letters) - min(letters) + 1)


def _read_column(letters: bytes) -> int:
    return read_address(f"{letters.decode()}1")[1]


def _count_hidden(xml: bytes) -> int:
    """Hidden rows (by hand or by a filter) with at least one value."""
    count = 0
    for row in _HIDDEN.finditer(xml):
        end = xml.find(b"row>", row.end())
        count += bool(_FILLED.search(xml, row.end(), end if end > 0 else len(xml)))
    return count


def _find_errors(xml: bytes) -> dict[Place, str]:
    found = {}
    for cell in _ERROR.finditer(xml):
        value = _VALUE.search(xml, cell.end(), cell.end() + LONGEST_CELL)
        place = _read_place(cell[1])
        if value and place and xml.find(b"c>", cell.end(), value.start()) < 0:
            found[place] = _read_text(value[1])
    return found


def _find_formulas(xml: bytes) -> dict[Place, str]:
    """Formulas without a stored value. A formula whose result is an empty text has one: it is calculated."""
    found = {}
    for cell in _FORMULA.finditer(xml):
        place = _read_place(cell[1])
        if place and not (cell[3] and _IS_TEXT.search(cell[1])):
            found[place] = "=" + _read_text(
                cell[2] or b"\xe2\x80\xa6"
            )  # a shared formula stands at its first cell only
    return found


def _read_place(attributes: bytes) -> Place | None:
    address = _REFERENCE.search(attributes)
    if not address:
        return None
    row, column = read_address(address[1].decode())
    return row - 1, column - 1


def _read_text(raw: bytes) -> str:
    return unescape(raw.decode("utf-8", errors="replace"))
