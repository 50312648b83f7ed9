"""Answers on a rating scale of five levels (มากที่สุด … น้อยที่สุด), read as 5 to 1 points (Likert 1932)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dictionary.load import load_codes, match_code
from i18n import Text
from ingest.cells import Cells, write_cell
from ingest.clean import Floats, Problems, clean_codes
from ingest.fitting import is_number

RATING = "rating"
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
