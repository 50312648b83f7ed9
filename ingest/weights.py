"""Weights typed in grams or tonnes, as their header says: told in kilograms like all others, and said."""

from __future__ import annotations

import re
from dataclasses import replace

from dictionary.load import Column
from dictionary.load_indicators import match_unit
from dictionary.nouns import Problem
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
    """The entries of a column in kilograms, and a note where its header names another unit."""
    match = _find_header(found, column, round_key)
    unit, factor = find_weight_unit(match.header) if match else ("", 1.0)
    if match is None or factor == 1:
        return entries, _doubt_unit(found, match, unit) if match and column.key == MASS else ()
    scaled: Entries = [
        replace(one, number=one.number * factor) if one and one.number is not None else one for one in entries
    ]
    if column.key in SPREAD:
        return scaled, ()
    return scaled, (_tell(found, match, "weight_converted", unit),)


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
