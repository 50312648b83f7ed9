"""What kind a row is: data, total, average, note, example, heading, the header again, or outside the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from dictionary.load import load_columns, load_spellings
from dictionary.rows import read_rows
from dictionary.squash import squash
from i18n.marks import fold_marks
from i18n.numbers import read_number
from ingest.cells import Labels
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

NUMBERS = {"number", "money", "share", "integer"}
ENOUGH_WORDS = 3  # columns of numbers that hold words where a row is no data but guidance
HEAD = 2  # first signs by which names are told from words of the dictionary
SENTENCE = 8  # signs from which a text in such a column is no code or blank

_COUNT = re.compile(r"[\d\s.,:=()]+(คน|ราย|บาท|แห่ง|รายการ|persons?|people|baht|thb)?[\s.:)]*$")


def find_reasons(found: FoundTable, body: Indexes, ids: Labels) -> dict[int, str]:
    """The places of the rows that are no data, and why."""
    reasons: dict[int, str] = {}
    if _may_begin(ids.names, _kind_heads()):
        kinds = [read_kind(name) for name in ids.names]
        special = [number for number, kind in enumerate(kinds) if kind]
        reasons = {int(place): kinds[ids.codes[place]] for place in np.flatnonzero(np.isin(ids.codes, special))}
    if words := load_spellings(f"{found.table}_input_total"):  # what a table calls the sum of one of its columns
        sums = [number for number, name in enumerate(ids.names) if squash(name) in words]
        reasons |= {int(place): TOTAL for place in np.flatnonzero(np.isin(ids.codes, sums))}
    reasons |= dict.fromkeys(_find_signatures(found, body, ids), NOTE)
    used = [match.position for match in found.matches if match.column]
    if len(body) and _is_guidance(found, int(body[0])):
        reasons.setdefault(0, NOTE)
    for place, reason in _find_headings(found, body, ids):
        reasons.setdefault(place, reason)
    for nameless in np.flatnonzero(ids.codes < 0):
        place = int(nameless)
        reasons[place] = _explain(found.sheet.cells[body[place]], used)
    return reasons


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
    header = next((match.header for match in found.matches if match.column == key_column(found.table)), "")
    header = fold_marks(header).upper()
    may_head = _may_begin(ids.names, _heading_heads())
    named = [code for code, name in enumerate(ids.names) if _heading_pattern().match(name)] if may_head else []
    again = [ids.names.index(header)] if header in ids.names else []
    for place in np.flatnonzero(np.isin(ids.codes, again)):
        yield int(place), REPEATED
    wanted = np.ones(len(body), dtype=bool) if found.is_years else np.isin(ids.codes, named)
    others = [match.position for match in found.matches if match.column and match.column != key_column(found.table)]
    for place in np.flatnonzero(wanted & (ids.codes >= 0)):
        if others and not any(is_filled(cell) for cell in found.sheet.cells[body[place], others]):
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


def _explain(row: Sequence[object], used: Sequence[int]) -> str:
    """Why a row without an id is no data: a total, a note, blank where the table is, or simply without an id."""
    if not any(map(is_filled, row)):
        return BLANK_ROW
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    kind = next((kind for kind in map(read_kind, texts) if kind), "")
    is_empty = not any(is_filled(row[position]) for position in used)
    return kind or (OUTSIDE if is_empty else "no_id")


def is_filled(cell: object) -> bool:
    """Whether a cell holds more than spaces."""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def read_kind(text: str) -> str:
    """``total_row``, ``average_row``, ``example_row`` or ``note_row`` for a text that begins such a row, else ""."""
    found = _kind_pattern().match(text)
    if not found:
        return ""
    kind = _kind_words()[squash(found[0])]
    is_whole = squash(_COUNT.sub("", fold_marks(text))) == squash(found[0])
    of_block = _heading_pattern().match(text[found.end() :].lstrip())  # รวมหมู่ที่ 3, not รวมพร
    return kind if kind not in {TOTAL, AVERAGE} or is_whole or of_block else ""


@cache
def _kind_words() -> dict[str, str]:
    return {squash(row["text"]): row["code"] for row in read_rows("spellings") if row["codelist"] == "row_kind"}


@cache
def _kind_heads() -> tuple[str, ...]:
    return tuple({word[:HEAD].upper() for word in _kind_texts()})


@cache
def _kind_texts() -> frozenset[str]:
    return frozenset(row["text"] for row in read_rows("spellings") if row["codelist"] == "row_kind")


@cache
def _kind_pattern() -> re.Pattern[str]:
    words = sorted(map(re.escape, _kind_texts()), key=len, reverse=True)
    return re.compile(rf"\s*({'|'.join(words)})", re.IGNORECASE)
