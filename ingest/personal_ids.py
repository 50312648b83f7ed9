"""Ids that tell who somebody is: a national id or a name where the group's own id belongs. They are used, and said."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from i18n import Text
from ingest.cells import Labels
from ingest.clean import Problems
from ingest.results import key_cells
from ingest.rows import Rows

NATIONAL_DIGITS = 13
THAI_TITLES = r"(?:นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง|น\.\s?ส\.|ด\.\s?[ชญ]\.)\s?[ก-๎]"
LATIN_TITLES = r"(?:MRS|MR|MS|MISS)(?:\.[ ]?|[ ])[A-Zก-๎]"

_NATIONAL_ID = re.compile(r"^\d(?:[ –-]*\d){12}$", re.MULTILINE)
_NAME = re.compile(rf"^(?:{THAI_TITLES}|{LATIN_TITLES})", re.MULTILINE)


def report_personal_ids(rows: Rows) -> Problems:
    """One problem for the national ids on a sheet and one for the names: the first cell and how many there are."""
    return (*_report(rows, "national_id", _NATIONAL_ID), *_report(rows, "name_as_id", _NAME))


def is_national_id(text: str) -> bool:
    """Whether a text is thirteen digits of which the last is the right check digit (weights 13 to 2, modulo 11)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) != NATIONAL_DIGITS or not _NATIONAL_ID.match(text):
        return False
    weighted = sum(digit * (NATIONAL_DIGITS - place) for place, digit in enumerate(digits[:-1]))
    return (11 - weighted % 11) % 10 == digits[-1]


def _report(rows: Rows, code: str, pattern: re.Pattern[str]) -> Problems:
    if not pattern.search("\n".join(rows.ids.names)):
        return ()
    odd = _find(rows.ids, pattern)
    places = np.flatnonzero(np.isin(rows.ids.codes, odd))
    if not len(places):
        return ()
    count = f"{len(np.unique(rows.ids.codes[places])):,}"
    return (replace(key_cells(rows).problem(code, int(places[0]), "", Text(count, count)), personal=True),)


def _find(ids: Labels, pattern: re.Pattern[str]) -> list[int]:
    """The codes of the ids that match; thirteen digits only where the last is right."""
    hits = ((code, name) for code, name in enumerate(ids.names) if pattern.match(name))
    return [code for code, name in hits if pattern is _NAME or is_national_id(name)]
