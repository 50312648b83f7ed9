"""What kind a row is: data, total, average, note, example, heading, the header again, or outside the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from dictionary.load import load_columns, load_spellings
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.marks import fold_marks
from i18n.numbers import read_number
from ingest.cells import Labels
from ingest.headers import split_header
from ingest.indicator_names import heads_rows
from ingest.keys import PEOPLE_TABLES, VALUE_MAP
from ingest.map_labels import names_rate
from ingest.recognise import FoundTable, key_column
from ingest.signatures import HEADS, is_signature, signature_words, stands_alone

Indexes = npt.NDArray[np.intp]

TOTAL = "total_row"
AVERAGE = "average_row"
NOTE = "note_row"
OUTSIDE = "outside_table"
HEADING = "heading_row"
REPEATED = "repeated_header"
BLANK_ROW = "blank_row"  # nothing but spaces: not a row at all

SUMMARY, NUMBERS = "summary", {"number", "money", "share", "integer"}
RESULTS = ("input_total", "result")  # lists of what sums and results below a value map are called
ENOUGH_WORDS = 3  # columns of numbers that hold words where a row is no data but guidance
HEAD = 2  # first signs by which names are told from words of the dictionary
SENTENCE = 8  # signs from which a text in such a column is no code or blank

_COUNT = re.compile(r"[\d\s.,:=()]+(คน|ราย|บาท|แห่ง|รายการ|persons?|people|baht|thb)?[\s.:)]*$")


def find_reasons(found: FoundTable, body: Indexes, ids: Labels) -> dict[int, str]:
    """The places of the rows that are no data, and why."""
    reasons: dict[int, str] = {}
    of_people = found.table in PEOPLE_TABLES
    if _may_begin(ids.names, _kind_heads()):
        heads = _kind_heads()
        likely = (name.lstrip()[:HEAD].upper().startswith(heads) for name in ids.names)
        kinds = [
            read_kind(name, of_people=of_people) if may else "" for name, may in zip(ids.names, likely, strict=True)
        ]
        special = [number for number, kind in enumerate(kinds) if kind]
        reasons = {int(place): kinds[ids.codes[place]] for place in np.flatnonzero(np.isin(ids.codes, special))}
    if found.table == VALUE_MAP:
        reasons |= {place: TOTAL for place, row in enumerate(body) if tells_result(found.sheet.cells[row])}
    if of_people:
        reasons |= _find_beside(ids, reasons)
    reasons |= dict.fromkeys(_find_signatures(found, body, ids), NOTE)
    used = [match.position for match in found.matches if match.column]
    if len(body) and _is_guidance(found, int(body[0])):
        reasons.setdefault(0, NOTE)
    for place, reason in _find_headings(found, body, ids):
        reasons.setdefault(place, reason)
    for nameless in np.flatnonzero(ids.codes < 0):
        place = int(nameless)
        reasons[place] = _explain(found.sheet.cells[body[place]], used, of_people=of_people)
    return reasons


def tells_result(row: Sequence[object]) -> bool:
    """Whether a row of a value map begins with the label of a sum, of a result or of the discount rate."""
    first = next(filter(is_filled, row), None)
    if not isinstance(first, str):
        return False
    keys = split_header(first).keys
    return names_rate(first) or any(key in load_spellings(f"{VALUE_MAP}_{one}") for one in RESULTS for key in keys)


def _find_beside(ids: Labels, reasons: Mapping[int, str]) -> dict[int, str]:
    """The places of Max and Min: figures of all where a row above or below is one too, else names."""
    known = load_spellings("figure_beside")
    words = ((number, squash(name)) for number, name in enumerate(ids.names) if not name[-1:].isdigit())
    codes = {number: known[word] for number, word in words if word in known}
    found: dict[int, str] = {}
    places = [int(place) for place in np.flatnonzero(np.isin(ids.codes, [*codes]))] if codes else []
    for place in (*places, *reversed(places)):
        if {place - 1, place + 1} & {*reasons, *found}:
            found[place] = codes[int(ids.codes[place])]
    return found


def _find_signatures(found: FoundTable, body: Indexes, ids: Labels) -> Iterator[int]:
    """The places of the lines on which somebody signs."""
    heads = (*HEADS, *(word[:HEAD].upper() for word in signature_words()))
    likely = [name.lstrip().upper().startswith(heads) for name in ids.names]
    for place in np.flatnonzero(np.isin(ids.codes, np.flatnonzero(likely))):
        if is_signature(ids.names[ids.codes[place]]) or stands_alone(found.sheet.cells[body[place]]):
            yield int(place)


def _is_guidance(found: FoundTable, row: int) -> bool:
    """Whether a row below the header tells what to fill in: words, and no number, in several columns of numbers."""
    kinds = {column.key: column.kind for column in load_columns(found.table)}
    places = [one.position for one in found.matches if kinds.get(one.column or "") in NUMBERS]
    filled = [cell for cell in found.sheet.cells[row, places] if is_filled(cell)]
    return len(filled) >= ENOUGH_WORDS and all(isinstance(cell, str) and _is_sentence(cell) for cell in filled)


def _is_sentence(cell: str) -> bool:
    return len(cell) >= SENTENCE and read_number(cell) is None


def _find_headings(found: FoundTable, body: Indexes, ids: Labels) -> Iterator[tuple[int, str]]:
    """The places of rows that only head a block (หมู่ 1, ภาคเหนือ), and of those that repeat the header."""
    key = key_column(found.table)
    header = fold_marks(next((one.header for one in found.matches if one.column == key), "")).upper()
    may_head = _may_begin(ids.names, _heading_heads())
    named = [code for code, name in enumerate(ids.names) if _heading_pattern().match(name)] if may_head else []
    again = [ids.names.index(header)] if header in ids.names else []
    for place in np.flatnonzero(np.isin(ids.codes, again)):
        yield int(place), REPEATED
    others = [match.position for match in found.matches if match.column and match.column != key]
    for place in np.flatnonzero((np.isin(ids.codes, named) | (found.table == SUMMARY)) & (ids.codes >= 0)):
        row = found.sheet.cells[body[place]]
        is_free = found.is_years or found.table != SUMMARY or heads_rows(row)
        if others and is_free and not any(map(is_filled, row[others])):
            yield int(place), HEADING


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, _heading_words()))})", re.IGNORECASE)


@cache
def _heading_heads() -> tuple[str, ...]:
    return tuple({word[:HEAD].upper() for word in _heading_words()})


def _may_begin(names: Iterable[str], heads: tuple[str, ...]) -> bool:
    """Whether a name can begin with a word, by the first signs of both: many ids have few of those."""
    return any(head.upper().startswith(heads) for head in {name.lstrip()[:HEAD] for name in names})


@cache
def _heading_words() -> tuple[str, ...]:
    return tuple(row["text"] for row in read_rows("spellings") if row["codelist"] == "heading")


def _explain(row: Sequence[object], used: Sequence[int], *, of_people: bool) -> str:
    """Why a row without an id is no data: a total, a note, blank where the table is, or simply without an id."""
    if not any(map(is_filled, row)):
        return BLANK_ROW
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    kind = next((kind for text in texts if (kind := read_kind(text, of_people=of_people))), "")
    is_empty = not any(is_filled(row[position]) for position in used)
    return kind or (OUTSIDE if is_empty else "no_id")


def is_filled(cell: object) -> bool:
    """Whether a cell holds more than spaces."""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def read_kind(text: str, *, of_people: bool = False) -> str:
    """``total_row``, ``average_row``, ``example_row`` or ``note_row`` for a text that begins such a row, else "".

    In a list of people a figure of them all (``คะแนนเฉลี่ย``, ``S.D.``, ``รวมทุกคน``) is no person; elsewhere it may be
    an indicator.
    """
    if of_people and squash(text) in _figure_words():
        return _figure_words()[squash(text)]
    found = _kind_pattern().match(text)
    if not found:
        return ""
    kind = _kind_words()[squash(found[0])]
    rest = text[found.end() :]
    is_whole = squash(_COUNT.sub("", fold_marks(text))) == squash(found[0])
    of_block = _heading_pattern().match(rest.lstrip())  # รวมหมู่ที่ 3, not รวมพร
    of_all = of_people and bool(_whole_pattern().fullmatch(rest))  # รวมทุกคน, เฉลี่ยต่อครัวเรือน
    return kind if kind not in {TOTAL, AVERAGE} or is_whole or of_block or of_all else ""


@cache
def _figure_words() -> dict[str, str]:
    return {squash(row["text"]): row["code"] for row in read_rows("spellings") if row["codelist"] == "figure_row"}


@cache
def _whole_pattern() -> re.Pattern[str]:
    words = sorted((row["text"] for row in read_rows("spellings") if row["codelist"] == "whole_words"), key=len)
    return re.compile(rf"(?:{'|'.join(map(re.escape, reversed(words)))}|[\d\s.,:=()/])*", re.IGNORECASE)


@cache
def _kind_words() -> dict[str, str]:
    return {squash(row["text"]): row["code"] for row in read_rows("spellings") if row["codelist"] == "row_kind"}


@cache
def _kind_heads() -> tuple[str, ...]:
    return tuple({word[:HEAD].upper() for word in (*_kind_texts(), *_figure_texts())})


@cache
def _figure_texts() -> frozenset[str]:
    return frozenset(row["text"] for row in read_rows("spellings") if row["codelist"] == "figure_row")


@cache
def _kind_texts() -> frozenset[str]:
    return frozenset(row["text"] for row in read_rows("spellings") if row["codelist"] == "row_kind")


@cache
def _kind_pattern() -> re.Pattern[str]:
    words = sorted(map(re.escape, _kind_texts()), key=len, reverse=True)
    return re.compile(rf"\s*({'|'.join(words)})", re.IGNORECASE)
