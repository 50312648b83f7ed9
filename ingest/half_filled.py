"""Files that ask for both rounds and are filled in for one: the form of before and the form of after, as two files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.nouns import BASELINE, ENDLINE
from ingest.blanks import is_blank
from ingest.file_rounds import FileTables
from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, by_round_columns
from ingest.rows import choose_rows

BOTH = {BASELINE, ENDLINE}


def take_halves(files: Sequence[FileTables]) -> list[FileTables]:
    """The files, each that fills one round alone being of that round, where another one fills the other alone.

    A file whose user said that it is of the other round is left as it stands.
    """
    asking = [one for one in files if len(files) > 1 and _asked_rounds(one) == BOTH]
    halves = {one.file: _find_half(one) for one in asking} if len(asking) > 1 else {}
    if not set(halves.values()) >= BOTH:
        return list(files)
    return [_take_half(one, halves.get(one.file)) for one in files]


def _take_half(one: FileTables, half: str | None) -> FileTables:
    if half is None or one.answer not in {half, None}:
        return one
    return replace(one, tables=tuple(_set_round(found, half) for found in one.tables))


def _set_round(found: FoundTable, half: str) -> FoundTable:
    is_said = found.round or found.round_column is not None
    return found if is_said or not by_round_columns(found.table) else replace(found, round=half)


def _asked_rounds(one: FileTables) -> set[str]:
    """The rounds that the headers of a file name."""
    return {match.round for found in one.tables for match in _values(found) if match.round}


def _find_half(one: FileTables) -> str | None:
    """The only round of which a file holds a value; None where it holds values of both or of none."""
    filled: set[str] = set()
    for found in one.tables:
        values = [match for match in _values(found) if match.round and match.round not in filled]
        kept = choose_rows(found)[0].kept if values else ()
        for match in values:
            if match.round and any(not is_blank(found.sheet.cells[row, match.position]) for row in kept):
                filled.add(match.round)
        if len(filled) > 1:
            return None
    return next(iter(filled), None)


def _values(found: FoundTable) -> list[HeaderMatch]:
    columns = by_round_columns(found.table)
    return [match for match in found.matches if match.column in columns]
