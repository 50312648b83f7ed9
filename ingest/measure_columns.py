"""Channels whose measures head the columns of values: ``ช่องทาง | ผู้ติดตาม (คน) ก่อน | ผู้ติดตาม (คน) หลัง``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dictionary.load import load_spellings
from dictionary.squash import squash
from ingest.blanks import is_blank
from ingest.headers import drop_round
from ingest.matching import HeaderMatch, is_known
from ingest.periods import drop_year
from ingest.recognise import FoundTable, key_column
from ingest.rows import body_of
from ingest.year_tables import read_unit

TABLE, MEASURE, UNIT, VALUE = "technology", "measure", "unit", "value"
MEASURES, KINDS = "technology_measure", "technology_kind"  # the codes of what is measured, and of channels
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def part_by_measures(found: FoundTable) -> tuple[FoundTable, ...]:
    """A table for each thing that headers say is measured; the table itself where none does, or a column says it.

    Beside a measure that is known, other columns of a round are measures of the user's own.
    """
    values = {match.position: match for match in found.matches if _may_be_value(match)}
    said = {place: _name(match.header) for place, match in values.items()}
    is_told = MEASURE in found.columns or key_column(TABLE) not in found.columns
    if found.table != TABLE or is_told or not any(map(_is_measure, said.values())) or not all(said.values()):
        return (found,)
    shared = tuple(match for match in found.matches if match.position not in values)
    tables = [
        _make(found, name, [values[at] for at in said if said[at] == name], shared)
        for name in dict.fromkeys(said.values())
    ]
    others = tuple(one for table in tables[1:] for one in table.matches if one.column == VALUE)
    return (replace(tables[0], matches=(*tables[0].matches, *others)), *tables[1:])


def _may_be_value(match: HeaderMatch) -> bool:
    is_free = not (match.column or match.repeated or is_known(match, (TABLE,)))
    return match.column == VALUE or (is_free and match.round is not None)


def _name(header: str) -> str:
    """What a header says is measured, as it is written there without round, year and brackets."""
    written = " ".join(_BRACKETS.sub(" ", header).split())
    text = " ".join(drop_round(drop_year(written)).split())  # in small letters
    at = written.casefold().find(text)
    return text if at < 0 else written[at : at + len(text)]


def _is_measure(text: str) -> bool:
    """Whether a text is a known measure, or one with the name of a channel."""
    bare, known = squash(text), load_spellings(MEASURES)
    kinds = (kind for kind in load_spellings(KINDS) if len(kind) > 1 and kind in bare)
    return bare in known or any(bare.replace(kind, "") in known for kind in kinds)


def _make(found: FoundTable, measure: str, values: Sequence[HeaderMatch], shared: Sequence[HeaderMatch]) -> FoundTable:
    """The table of one measure: the channels that have a value of it, in the unit that its headers say."""
    own = [replace(one, column=VALUE, guess=None) for one in values]
    places = [one.position for one in own]
    rows = [row for row in body_of(found) if not all(is_blank(cell) for cell in found.sheet.cells[row, places])]
    units = {unit for one in own if (unit := read_unit(" ".join(_BRACKETS.findall(one.header))))}
    given = ((MEASURE, places[0], measure), *((UNIT, places[0], unit) for unit in units if len(units) == 1))
    matches = tuple(sorted((*own, *shared), key=lambda one: one.position))
    return replace(found, matches=matches, only=np.array(rows, dtype=np.intp), given=(*found.given, *given))
