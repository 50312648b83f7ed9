"""Weights typed in grams or tonnes, as their header says: told in kilograms like all others, and said."""

from __future__ import annotations

import re
from dataclasses import replace

from dictionary.load import Column
from dictionary.load_indicators import match_unit, unit_label
from dictionary.nouns import Problem
from dictionary.records import Entry
from i18n import Text
from i18n.numbers import list_number_words
from ingest.addresses import cell_address
from ingest.entries import Entries
from ingest.headers import split_header
from ingest.known_headers import load_headers
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable

KG = "kg"
KILOGRAMS = {KG: 1.0, "tonne": 1000.0}  # units of weight and their kilograms
MASS = "mass"
SPREAD = {"weighed_sd": MASS}  # columns that are in the unit of another where their own header names none
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")


def convert_weights(
    found: FoundTable, column: Column, round_key: str, entries: Entries
) -> tuple[Entries, tuple[Problem, ...]]:
    """The entries of a column in kilograms, and a note where its header names another unit.

    A cell that names a weight of its own (``0.4 ตัน`` under กก.) is in that; one of anything else is not known.
    """
    match = _find_header(found, column, round_key)
    if match is None:
        return entries, ()
    unit, factor = find_weight_unit(match.header)
    factors = [_read_own(one) for one in entries]
    scaled: Entries = [
        replace(one, number=_scale(one.number, factor if own is None else own)) if one else None
        for one, own in zip(entries, factors, strict=True)
    ]
    said = zip(entries, factors, strict=True)
    told = tuple(_tell_own(found, one, own) for one, own in said if one and own not in {None, factor})
    is_other = factor != 1 and column.key not in SPREAD
    of_header = (_tell(found, match, "weight_converted", unit),) if is_other else ()
    doubt = _doubt_unit(found, match, unit) if factor == 1 and column.key == MASS else ()
    return scaled, (*of_header, *doubt, *told)


def _read_own(entry: Entry | None) -> float | None:
    """The kilograms of the unit that stands beside the number of a cell, 0 for no weight; None where none is known."""
    if entry is None or entry.number is None:
        return None
    meant = [unit for word in list_number_words(entry.text) for unit in match_unit(word)]
    weights = [KILOGRAMS[unit.unit] * unit.factor for unit in meant if unit.unit in KILOGRAMS]
    return weights[0] if weights else 0.0 if meant else None


def _scale(number: float | None, factor: float) -> float | None:
    return number * factor if number is not None and factor else None


def _tell_own(found: FoundTable, entry: Entry, factor: float | None) -> Problem:
    """That a cell is in a unit of its own, or in one of no weight."""
    code, allowed = ("weight_own_unit", Text("", "")) if factor else ("figure_of_another_unit", unit_label(KG))
    return Problem(code, found.file, found.sheet.name, entry.cell, entry.text, allowed)


def _doubt_unit(found: FoundTable, match: HeaderMatch, unit: str) -> tuple[Problem, ...]:
    """That weights stand below a header that names neither a weight nor a unit."""
    known = load_headers(found.table)
    if unit or any(MASS in known.get(key, ()) for key in split_header(match.header).keys if key):
        return ()
    return (_tell(found, match, "flow_unit_assumed", " ".join(match.header.split())),)


def _tell(found: FoundTable, match: HeaderMatch, code: str, words: str) -> Problem:
    sheet = found.sheet
    cell = cell_address(found.header + sheet.first_row, sheet.first_column + match.position)
    return Problem(code, found.file, sheet.name, cell, words)


def _find_header(found: FoundTable, column: Column, round_key: str) -> HeaderMatch | None:
    """The header that says the unit of a column of weights; None for a column of anything else."""
    if column.unit == KG:
        return found.find(column.key, round_key or None)
    if column.key not in SPREAD:
        return None
    own, other = (found.find(key, round_key or None) for key in (column.key, SPREAD[column.key]))
    return own if own and find_weight_unit(own.header)[0] else other


def find_weight_unit(header: str) -> tuple[str, float]:
    """The unit of weight that a header names, as typed, and its kilograms; "" and 1 where it names none."""
    pieces = (*_BRACKETS.findall(header), *(piece.strip("()[]（）") for piece in header.split()))
    for piece in pieces:
        for meant in match_unit(piece):
            if meant.unit in KILOGRAMS:
                return piece.strip(), KILOGRAMS[meant.unit] * meant.factor
    return "", 1.0
