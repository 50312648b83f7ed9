"""Texts that stand where Excel has no value: an error, or a formula that was never calculated."""

from __future__ import annotations

import re

FORMULA_ERROR, NOT_CALCULATED = "formula_error", "formula_not_calculated"

_ERROR = re.compile(
    r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|[A-Z_]{2,12}!)|Err:\d{3}"
)
_FORMULA = re.compile(r"=\s*[^\s=]")


def tell_formula(value: object) -> str:
    """The code of the problem of a cell that holds an error or an uncalculated formula; "" for every other cell."""
    if not isinstance(value, str) or value[:1] not in {"=", "#", "E"}:
        return ""
    if _ERROR.fullmatch(value):
        return FORMULA_ERROR
    return NOT_CALCULATED if _FORMULA.match(value) else ""
