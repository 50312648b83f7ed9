"""Answers on a rating scale of five levels (มากที่สุด … น้อยที่สุด), read as 5 to 1 points (Likert 1932)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from dictionary.load import load_codes, match_code
from dictionary.load_indicators import find_unit, match_unit
from i18n import Text
from ingest.blanks import is_blank
from ingest.cells import Cells, Mask, write_cell
from ingest.clean import Floats, Problems, clean_codes
from ingest.fitting import is_number

RATING, SCORE = "rating", "score"
NEARLY_ALL = 0.9  # of the filled cells are words of the scale or its points


def are_ratings(cells: Iterable[object]) -> bool:
    """Whether nearly all filled cells are levels, most of them as words: a lone word may mean *unknown*."""
    texts = [write_cell(cell) for cell in cells]
    told = [text for text in texts if match_code(RATING, text) is not None]
    words = sum(not is_number(text) for text in told)
    return len(told) >= NEARLY_ALL * len(texts) and 2 * words > len(texts)


def read_ratings(cells: Cells) -> tuple[Floats, Problems]:
    """The points of each answer; another word is not known, and said, and so is that words were read as points."""
    labels, problems = clean_codes(cells, RATING)
    points = np.array([*(float(name) for name in labels.names), np.nan])[labels.codes]
    return points, (*problems, *_note(cells))


def _note(cells: Cells) -> Problems:
    """That words of a column were read as points, at the first of them."""
    codes, uniques = cells.uniques()
    words = {place: text for place, value in enumerate(uniques) if (text := _read_word(value))}
    first = next((place for place, code in enumerate(codes) if code in words), None)
    if first is None:
        return ()
    levels = [Text(f"{label.th} = {code}", f"{label.en} = {code}") for code, label in load_codes(RATING).items()]
    allowed = Text(", ".join(one.th for one in levels), ", ".join(one.en for one in levels))
    return (cells.problem("rating_words", first, ", ".join(words.values()), allowed),)


def _read_word(value: object) -> str:
    """A level written as a word, "" for a number or anything else."""
    text = write_cell(value)
    return "" if is_number(value) or match_code(RATING, text) is None else text


def hear_rows(columns: Mapping[str, Cells], units: Cells | None) -> tuple[dict[str, Cells], Mask, Problems]:
    """The figures of a summary with its words of a rating as points, the rows that hold them, and that it was so read.

    A row is one of ratings where all that stands in it are levels, one of them a word, and its unit is no other.
    """
    count = len(next(iter(columns.values())).values) if columns else 0
    texts = [column for column in columns.values() if any(isinstance(value, str) for value in column.values)]
    rows = np.array([_is_row(columns, units, place) for place in range(count if texts else 0)], dtype=bool)
    if not rows.any():
        return dict(columns), np.zeros(count, dtype=bool), ()
    heard = {key: replace(one, values=_take_points(one, rows)) for key, one in columns.items()}
    notes = (_note(replace(one, values=np.where(rows, one.values, ""))) for one in columns.values())
    return heard, rows, tuple(next(filter(None, notes), ()))


def _is_row(columns: Mapping[str, Cells], units: Cells | None, place: int) -> bool:
    filled = [value for one in columns.values() if not is_blank(value := one.values[place])]
    is_told = all(match_code(RATING, write_cell(value)) is not None for value in filled)
    said = match_unit(write_cell(units.values[place])) if units and not is_blank(units.values[place]) else ()
    may_be = all(find_unit(one.unit).kind == SCORE for one in said)
    return may_be and is_told and any(_read_word(value) for value in filled)


def _take_points(cells: Cells, rows: Mask) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    pairs = zip(cells.values, rows, strict=True)
    points = [
        match_code(RATING, write_cell(value)) if is_row and not is_blank(value) else None for value, is_row in pairs
    ]
    return np.array(
        [value if point is None else float(point) for value, point in zip(cells.values, points, strict=True)], object
    )
