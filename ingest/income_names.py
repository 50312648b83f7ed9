"""What income is called: as its headers and titles say, and no more than that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from dictionary.load import code_label, load_codes
from dictionary.load_indicators import load_indicators
from dictionary.nouns import Indicator
from dictionary.people import IDENTITY
from dictionary.rows import read_rows
from i18n import Text
from ingest.headers import match_words
from ingest.matching import HeaderMatch
from ingest.rows import Rows

INDICATOR = "member_income"
TABLE, KINDS = "income", "income_kind"
OF_HOUSEHOLDS = "income_of_households"  # the names of its other figures
HOUSEHOLD = "household"  # the rows are households, each with the income of all in it
WHOLE = frozenset({"net", "project"})  # what the dictionary's own name says of the income


def name_income(columns: Iterable[tuple[Rows, Sequence[HeaderMatch]]]) -> dict[str, Indicator]:
    """The indicator under the name that all columns of amounts bear out; empty where that is the dictionary's."""
    said = [_list_kinds(rows, match) for rows, matches in columns for match in matches]
    known = load_indicators()[INDICATOR]
    kinds = (WHOLE | {HOUSEHOLD}).intersection(*said) if said else WHOLE
    label = _choose_label(kinds)
    is_household = HOUSEHOLD in kinds
    named = {} if label == known.label else {INDICATOR: replace(known, label=label, of_households=is_household)}
    return {**named, **(_name_all_of_households() if is_household else {})}


def _name_all_of_households() -> dict[str, Indicator]:
    """The other figures of income, where it is that of households."""
    known = load_indicators()
    labels = {key: code_label(OF_HOUSEHOLDS, key) for key in load_codes(OF_HOUSEHOLDS)}
    return {key: replace(known[key], label=label, of_households=True) for key, label in labels.items()}


def name_typed_income(label: str) -> Text:
    """The name of a figure of a summary sheet that stands there under a label."""
    return _choose_label(match_words(label, _list_words()))


def _choose_label(kinds: frozenset[str]) -> Text:
    if HOUSEHOLD in kinds:
        return code_label("income_name", HOUSEHOLD)
    if kinds == WHOLE:
        return load_indicators()[INDICATOR].label
    return code_label("income_name", next(iter(kinds), "plain"))


def _list_kinds(rows: Rows, match: HeaderMatch) -> frozenset[str]:
    """Whether headers, a title or the sheet's name say that costs are taken off, and of whom or what the income is.

    The form's own headers say neither: it asks for any income that is counted alike in both rounds.
    """
    sheet = rows.found.sheet
    titles = [cell for row in sheet.cells[: rows.found.header] for cell in row if isinstance(cell, str)]
    keys = [one.header for one in rows.found.matches if one.column in IDENTITY]
    return match_words(" ".join((match.header, sheet.name, *titles, *keys)), _list_words())


@cache
def _list_words() -> tuple[tuple[str, str], ...]:
    """Each wording and what it says of the income."""
    return tuple((row["text"], row["code"]) for row in read_rows("spellings") if row["codelist"] == KINDS)
