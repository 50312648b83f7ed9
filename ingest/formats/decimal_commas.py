"""Texts whose numbers are written with a decimal comma (1.234,56), where the file says so beyond doubt."""

from __future__ import annotations

import re

Row = list[str]

_SURE = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+")  # both signs in one number, the comma last
_AGAINST = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,}))")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_SIGNS = re.compile(r"[+-]?\d[\d.,]*")  # what looks like a number in some way of writing


def read_decimal_commas(rows: list[Row]) -> bool:
    """Write the numbers of the rows with a point instead, column by column; False where the file does not say so.

    One number has both signs, and none is written the other way. A column in which anything else stands that is made
    of digits, commas and points (such as 1,2,5 for three answers) stays as it is.
    """
    cells = {cell.strip() for row in rows for cell in row}
    if not any(map(_SURE.fullmatch, cells)) or any(map(_AGAINST.fullmatch, cells)):
        return False
    width = max(map(len, rows), default=0)
    for column in range(width):
        texts = [row[column].strip() for row in rows if column < len(row)]
        if all(_NUMBER.fullmatch(text) for text in texts if _SIGNS.fullmatch(text)):
            _write_points(rows, column)
    return True


def _write_points(rows: list[Row], column: int) -> None:
    for row in rows:
        if column < len(row) and _NUMBER.fullmatch(text := row[column].strip()):
            row[column] = text.replace(".", "").replace(",", ".")
