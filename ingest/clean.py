"""The cells of a column → clean values, each kind in its way. What cannot be read is unknown, and a problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dictionary.load import code_label, load_codes, match_code
from dictionary.nouns import Problem
from dictionary.squash import squash
from i18n import Text
from i18n.dates import has_two_digit_year, read_date
from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS, read_amount, read_number
from ingest.blanks import BLANK, is_blank
from ingest.cells import Cells, Labels, Mask, list_codes, list_ranges, report, report_together, write_cell
from ingest.code_words import tell_words
from ingest.formulas import FORMULA_ERROR, NOT_CALCULATED, tell_formula
from ingest.likely_codes import read_likely_codes

Floats = npt.NDArray[np.float64]
Problems = tuple[Problem, ...]
_PLAIN_IDS = re.compile(r"(?:(?!=)[!-~ก-ฮ๐-๙]*[0-9๐-๙]\n)+")  # no space, no mark to fold, no word or formula
BLANK_WORD = "word"  # the code of a blank that is a word, such as ไม่มี, and not a dash
_THAI_DIGIT = re.compile("[๐-๙]")
UNREADABLE = np.inf  # stands for a value that is there and cannot be read, while a column is cleaned
SAYS_NOTHING = -np.inf  # stands for a word such as ไม่มี or N/A where a number belongs
MOST_WORDS = 3  # different words that one problem quotes


@dataclass(frozen=True)
class Dates:
    """First and last day (ordinals) that each cell may mean; NaN where blank. ``unreadable``: filled, not a date."""

    first: Floats
    last: Floats
    unreadable: Mask

    @property
    def filled(self) -> Mask:
        """Where something stands, readable or not."""
        return ~np.isnan(self.first) | self.unreadable


def clean_numbers(cells: Cells) -> tuple[Floats, Problems]:
    """Numbers; NaN where blank or unreadable. Numbers typed as text are read, other text is a problem.

    A word such as ``ไม่มี`` is not known too, and said once for the column: it may have meant zero.
    """
    return _clean(cells, _read_number)


def clean_amounts(cells: Cells) -> tuple[Floats, Problems]:
    """Amounts of money, likewise; a number beside which another unit is typed (``20 กก.``) is a problem too."""
    return _clean(cells, _read_amount)


def _clean(cells: Cells, reader: Callable[[object], float]) -> tuple[Floats, Problems]:
    if set(map(type, cells.values)) <= {float, int}:
        return cells.values.astype(np.float64), ()
    numbers = _spread(cells, reader)
    bad, worded = np.isposinf(numbers), np.isneginf(numbers)
    numbers[bad | worded] = np.nan
    found = _report_unread("not_a_number", cells, bad, code_label("allowed", "number"))
    return numbers, (*found, *_say_words(cells, worded))


def _report_unread(code: str, cells: Cells, bad: Mask, allowed: Text) -> Problems:
    """The cells that cannot be read: as errors or formulas where they are that, else by the code of their kind."""
    if not bad.any():
        return ()
    told = np.array([tell_formula(value) if is_bad else "" for value, is_bad in zip(cells.values, bad, strict=True)])
    kinds = ((code, told == ""), (FORMULA_ERROR, told == FORMULA_ERROR))
    found = (problem for kind, mask in kinds for problem in report(kind, cells, bad & mask, allowed))
    return (*found, *report_together(NOT_CALCULATED, cells, bad & (told == NOT_CALCULATED), allowed))


def _say_words(cells: Cells, worded: Mask) -> Problems:
    """One problem for all cells of a column that say in a word that there is nothing."""
    if not worded.any():
        return ()
    words = list(dict.fromkeys(map(write_cell, cells.values[worded])))
    found = ", ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
    return (Problem("nothing_in_words", cells.file, cells.sheet, list_ranges(cells, worded), found),)


def _read_number(value: object) -> float:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return float(value) if np.isfinite(value) else np.nan
    if tell_formula(value):
        return UNREADABLE
    if is_blank(value):
        is_word = isinstance(value, str) and match_code(BLANK, value) == BLANK_WORD
        return SAYS_NOTHING if is_word else np.nan
    number = read_number(value) if isinstance(value, str) else None
    return UNREADABLE if number is None else number


def _read_amount(value: object) -> float:
    number = _read_number(value)
    is_of_else = isinstance(value, str) and np.isfinite(number) and read_amount(value) is None
    return UNREADABLE if is_of_else else number


def clean_dates(cells: Cells) -> tuple[Dates, Problems]:
    """Dates of Excel, of text or years alone, B.E. or C.E.; a year of two digits is asked about, never guessed."""
    first, last = (_spread(cells, reader) for reader in (_read_first, _read_last))
    unreadable = np.isposinf(first)
    first[unreadable] = last[unreadable] = np.nan
    return Dates(first, last, unreadable), _report_dates(cells, unreadable)


def _read_first(value: object) -> float:
    found = read_date(value)
    return float(found.first().toordinal()) if found else np.nan if is_blank(value) else UNREADABLE


def _read_last(value: object) -> float:
    found = read_date(value)
    return float(found.last().toordinal()) if found else np.nan if is_blank(value) else UNREADABLE


def _report_dates(cells: Cells, unreadable: Mask) -> Problems:
    if not unreadable.any():
        return ()
    short = np.array([isinstance(value, str) and has_two_digit_year(value) for value in cells.values]) & unreadable
    odd = report("year_of_two_digits", cells, short, code_label("allowed", "four_digit_year"))
    return _report_unread("not_a_date", cells, unreadable & ~short, code_label("allowed", "date")) + odd


def clean_codes(cells: Cells, codelist: str, code: str = "unknown_code") -> tuple[Labels, Problems]:
    """Codes of a list by their spellings, or by what is surely like one; another word is not stated, and a problem.

    The problem is of the kind ``code``.
    """
    names = tuple(load_codes(codelist))
    numbers = _spread(cells, lambda value: _read_code(value, codelist, names))
    bad = np.isposinf(numbers)
    numbers[bad | np.isnan(numbers)] = -1
    likely, notes = read_likely_codes(cells, bad, codelist, names)
    numbers = np.where(likely >= 0, likely, numbers)
    faults = _report_unread(code, cells, bad & (likely < 0), list_codes(codelist))
    return Labels(numbers.astype(np.intp), names), (*faults, *notes, *tell_words(cells, codelist))


def _read_code(value: object, codelist: str, names: tuple[str, ...]) -> float:
    found = match_code(codelist, write_cell(value))
    if found is not None:
        return names.index(found)
    return np.nan if is_blank(value) else UNREADABLE


def clean_texts(cells: Cells, codelist: str = "") -> Labels:
    """Free texts; spellings that differ in case, marks or spaces are one. Words of ``codelist`` become its codes."""
    codes, uniques = cells.uniques()
    texts = ["" if is_blank(value) or tell_formula(value) else write_cell(value) for value in uniques]
    known = [(codelist and match_code(codelist, text)) or text for text in texts]
    return _merge(codes, known, squash)


def clean_ids(cells: Cells) -> Labels:
    """Ids: capitals, Arabic digits, single spaces; 7.0 is 7. Blank ids are −1."""
    codes, uniques = cells.uniques()
    return _merge(codes, _read_plain_ids(uniques) or [_read_id(value) for value in uniques], str)


def _read_plain_ids(values: list[object]) -> list[str]:
    """All ids at once where every one is without spaces and Thai marks and ends with a digit; else an empty list."""
    texts = [value for value in values if isinstance(value, str)]
    lines = "\n".join(texts)
    if len(texts) < len(values) or not _PLAIN_IDS.fullmatch(f"{lines}\n"):
        return []
    arabic = lines.translate(THAI_DIGITS) if _THAI_DIGIT.search(lines) else lines  # to translate is slow
    ids = arabic.upper().split("\n")
    return ids if len(ids) == len(values) else []


def _read_id(value: object) -> str:
    if not isinstance(value, str):
        return write_cell(value)
    if tell_formula(value):
        return ""
    text = " ".join(value.split()) if value.isascii() else fold_marks(value).translate(THAI_DIGITS)
    return text.upper() if text[-1:].isdigit() or not is_blank(text) else ""


def _merge(codes: npt.NDArray[np.intp], texts: list[str], key: Callable[[str], str]) -> Labels:
    """Labels in which texts of one key are one name: the most frequent spelling, the first in order of equals."""
    if key is str and "" not in texts and len(set(texts)) == len(texts):
        return Labels(codes, tuple(texts))
    counts = np.bincount(codes[codes >= 0], minlength=len(texts))
    best: dict[str, tuple[int, str]] = {}
    same = [key(text) for text in texts]
    for text, meaning, count in zip(texts, same, counts, strict=True):
        if text:
            best[meaning] = min(best.get(meaning, (1, "")), (-int(count), text))
    place = {meaning: number for number, meaning in enumerate(best)}
    numbers = [place[meaning] if text else -1 for text, meaning in zip(texts, same, strict=True)]
    return Labels(np.array([*numbers, -1], dtype=np.intp)[codes], tuple(name for _, name in best.values()))


def _spread(cells: Cells, read: Callable[[object], float]) -> Floats:
    """Read each distinct value once and give every cell its number."""
    codes, uniques = cells.uniques()
    return np.array([read(value) for value in uniques] + [np.nan])[codes]
