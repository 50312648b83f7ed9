"""Text with commas, semicolons, tabs or bars between its values → one sheet of texts. Nothing is left out of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ingest.formats.decimal_commas import Row, read_decimal_commas
from ingest.formats.sheet import RawSheet, Unreadable, lay_out
from ingest.limits import LIMITS

SHEET = "Sheet1"  # as Excel names the sheet of a text file that it opens
DELIMITERS = ",;\t|"
LOOK_AT = 200  # rows from which the delimiter is told
_LONGEST = 1 << 20  # signs of one value; beyond it a quotation mark was never closed
_STATED = "sep="  # the first line by which Excel is told the delimiter


def read_delimited(text: str) -> tuple[RawSheet, ...]:
    """The one sheet of the text; refused where nothing divides it into columns."""
    csv.field_size_limit(_LONGEST)
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"')
    if stated.lower().startswith(_STATED) and len(stated) == len(_STATED) + 1:
        return (replace(_lay_out(_read_rows(rest, stated[-1]), stated[-1]), first_row=2),)
    delimiter = _find_delimiter(text)
    if not delimiter:
        raise Unreadable("file_is_text")
    return (_lay_out(_read_rows(text, delimiter), delimiter),)


def _lay_out(rows: list[Row], delimiter: str) -> RawSheet:
    """The sheet of the rows; where a comma divides them, it stands in no number."""
    has_commas = delimiter != "," and read_decimal_commas(rows)
    return RawSheet(SHEET, lay_out(rows), decimal_commas=has_commas)


def _find_delimiter(text: str) -> str:
    """The sign that divides most of the first rows into the same number of columns; "" where none does."""
    scores = {sign: _score(text, sign) for sign in DELIMITERS}
    best = max(scores, key=lambda sign: scores[sign])
    return best if scores[best] > (0, 0) else ""


def _score(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first rows have the commonest number of columns above one, and that number."""
    start = text[: LOOK_AT * 2000]
    try:
        rows = list(islice(csv.reader(_lines(start), delimiter=delimiter), LOOK_AT))
    except csv.Error:
        rows = list(islice(csv.reader(_lines(start), delimiter=delimiter, quoting=csv.QUOTE_NONE), LOOK_AT))
    filled = [len(row) for row in rows if any(cell.strip() for cell in row)]
    divided = Counter(length for length in filled if length > 1)
    if not divided or 3 * sum(divided.values()) < len(filled):
        return (0, 0)
    length, count = max(divided.items(), key=lambda item: (item[1], item[0]))
    is_cut = len(start) < len(text)  # the lines are so long that few were looked at
    return (count, length) if count > 1 or is_cut else (0, 0)


def _read_rows(text: str, delimiter: str) -> list[Row]:
    """The rows; where a quotation mark is never closed, such marks are taken as signs like others."""
    try:
        return _take(csv.reader(_lines(text), delimiter=delimiter, strict=True))
    except csv.Error:
        return _take(csv.reader(_lines(text), delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _take(reader: Iterator[Row]) -> list[Row]:
    rows: list[Row] = []
    cells = 0
    for row in reader:
        cells += len(row)
        if cells > LIMITS.cells or len(rows) >= LIMITS.rows:
            raise Unreadable("file_too_large")
        rows.append(row)
    return rows


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, cut at CR, LF and CRLF only: a value may hold the other signs that end lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    start = 0
    while start < len(plain):
        end = plain.find("\n", start) + 1 or len(plain)
        yield plain[start:end]
        start = end
