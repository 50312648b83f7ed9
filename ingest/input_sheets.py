"""What was put into a value map, listed on a sheet of its own or above its outcomes: read as inputs of the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dictionary.load import load_spellings
from dictionary.squash import squash
from ingest.blanks import is_blank
from ingest.composing import read_headers
from ingest.currencies import drop_currency
from ingest.cutting import cut
from ingest.fitting import is_number
from ingest.headers import HeaderWords, split_header
from ingest.keys import PUT_IN, STAND_INS, VALUE_MAP
from ingest.known_headers import load_headers
from ingest.likely import UNKNOWN, list_text_rows
from ingest.map_labels import names_rate, names_total
from ingest.matching import HeaderMatch, match_headers
from ingest.recognise import HEADER_ROWS, FoundTable
from ingest.skipping import SkippedSheet
from ingest.table_starts import list_likely_starts
from ingest.workbooks import RawSheet

NAMES, SUMS = "sroi_inputs", "sroi_input_sum"  # what such sheets are called, and their columns of amounts
INPUT, STAKEHOLDER = STAND_INS[VALUE_MAP]
MOST_TITLES = 2  # rows above the header of a list below
FIGURES = "summary"  # the table for which labels and numbers are taken


def find_inputs(tables: Sequence[FoundTable], skipped: Iterable[SkippedSheet]) -> tuple[FoundTable, ...]:
    """The inputs that other sheets, or the rows above a value map, list; none where a map has inputs of its own."""
    maps = [one for one in tables if one.table == VALUE_MAP and one.is_complete]
    if not maps or any(map(_has_inputs, maps)):
        return ()
    sheets = [(one.file, one.sheet) for one in skipped if one.reason in UNKNOWN]
    above = [(one.file, cut(one.sheet, (0, one.first_header), (0, one.sheet.cells.shape[1]))) for one in maps]
    return tuple(found for file, sheet in (*sheets, *above) if (found := _find_list(file, sheet)))


def part_inputs(found: FoundTable) -> tuple[FoundTable, ...]:
    """A value map apart from the list of inputs that begins below its outcomes, and that list; else the map alone."""
    if found.table != VALUE_MAP or found.is_confirmed or not found.is_complete or _has_inputs(found):
        return (found,)
    sheet, width = found.sheet, (0, found.sheet.cells.shape[1])
    for start in list_likely_starts(found):
        listed = _find_list(found.file, cut(sheet, (start, len(sheet.cells)), width))
        if listed and listed.header <= MOST_TITLES:
            return replace(found, sheet=cut(sheet, (0, start), width)), listed
    return (found,)


def find_assumptions(tables: Sequence[FoundTable], skipped: Iterable[SkippedSheet]) -> dict[tuple[str, str], RawSheet]:
    """By file and name the sheets of labels and numbers, the rate or all that went in among them, beside a value map.

    One that was taken for indicators of no stated round is one too: nobody confirmed it.
    """
    if not any(one.table == VALUE_MAP for one in tables):
        return {}
    rest = [(one.file, one.sheet) for one in skipped if one.reason in UNKNOWN]
    taken = [(one.file, one.sheet) for one in tables if _is_roundless(one)]
    return {(file, sheet.name): sheet for file, sheet in (*rest, *taken) if _says_basis(sheet)}


def _is_roundless(found: FoundTable) -> bool:
    rounds = {found.round, found.hint, *(match.round for match in found.matches)}
    return found.table == FIGURES and rounds == {None} and not found.is_confirmed


def _says_basis(sheet: RawSheet) -> bool:
    """Whether a label of the rate, or of all that was put in, stands right before a number."""
    rows = (row[row != ""] for row in sheet.cells[:HEADER_ROWS])
    pairs = ((label, cell) for row in rows for label, cell in pairwise(row))
    return any((names_rate(label) or names_total(label)) and is_number(drop_currency(cell)) for label, cell in pairs)


def _has_inputs(found: FoundTable) -> bool:
    match = found.find(PUT_IN)
    return match is not None and any(
        not is_blank(cell) for cell in found.sheet.cells[found.header + 1 :, match.position]
    )


def _find_list(file: str, sheet: RawSheet) -> FoundTable | None:
    """The list of inputs on a sheet whose name, title or header says that it is one; None if there is none."""
    for row in list_text_rows(sheet) if sheet.cells.size else ():
        headers = read_headers(sheet, row, row)
        matches = _take_columns(match_headers(headers, VALUE_MAP), sheet, row)
        found = FoundTable(file, sheet, VALUE_MAP, None, row, matches, only_inputs=True)
        if PUT_IN in found.columns and len(found.columns) > 1 and (INPUT in _said(headers) or _is_named(found)):
            return found
    return None


def _said(headers: Sequence[tuple[str, HeaderWords | None]]) -> set[str]:
    """The columns that headers of inputs alone name."""
    known = load_headers(VALUE_MAP)
    meant = (known.get(key, ()) for _, words in headers if words for key in words.keys)
    return {INPUT for columns in meant if {*columns} and {*columns} <= {INPUT, PUT_IN}}


def _is_named(found: FoundTable) -> bool:
    """Whether the name of the sheet or a title above the list calls it one of inputs."""
    above = (cell for row in found.sheet.cells[: found.header] for cell in row if isinstance(cell, str))
    words = load_spellings(NAMES)
    return any(key in words for text in (found.sheet.name, *above) for key in (squash(text), *split_header(text).keys))


def _take_columns(matches: Sequence[HeaderMatch], sheet: RawSheet, row: int) -> tuple[HeaderMatch, ...]:
    """The headers of what was put in, of whose it is and of its amount; the others not used."""
    texts = {match.position: match for match in matches}
    numbers = [place for place in texts if _holds_amounts(sheet, row, place)]
    amount = next(_rank_amounts([texts[place] for place in numbers]), None)
    names = [match for match in matches if match.column in {INPUT, STAKEHOLDER} and match.position not in numbers]
    if not any(match.column == INPUT for match in names):
        free = (match for match in matches if match not in names and match.position not in numbers)
        names += [replace(one, column=INPUT) for one in free if _holds_texts(sheet, row, one.position)][:1]
    chosen = {match.position: match for match in names}
    if amount:
        chosen[amount.position] = replace(amount, column=PUT_IN)
    plain = {place: replace(match, column=None, repeated=False, guess=None) for place, match in texts.items()}
    return tuple((plain | chosen).values())


def _rank_amounts(matches: Sequence[HeaderMatch]) -> Iterator[HeaderMatch]:
    """The headers that may head the amounts, a sum of money before a mere value; never the price of one."""
    sums, known = load_spellings(SUMS), load_headers(VALUE_MAP)
    yield from (one for one in matches if {*split_header(one.header).keys} & {*sums})
    yield from (
        one for one in matches if any({PUT_IN, INPUT} & {*known.get(key, ())} for key in split_header(one.header).keys)
    )


def _filled(sheet: RawSheet, row: int, place: int) -> list[object]:
    return [cell for cell in sheet.cells[row + 1 :, place] if not is_blank(cell)]


def _holds_amounts(sheet: RawSheet, row: int, place: int) -> bool:
    cells = [drop_currency(cell) for cell in _filled(sheet, row, place)]
    return bool(cells) and sum(map(is_number, cells)) > len(cells) / 2


def _holds_texts(sheet: RawSheet, row: int, place: int) -> bool:
    return any(isinstance(cell, str) for cell in _filled(sheet, row, place))
