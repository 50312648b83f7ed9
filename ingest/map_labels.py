"""Labels of a value map beside which a number stands: its discount rate, and all that was put in."""

from __future__ import annotations

from dictionary.load import PROJECT, load_spellings
from ingest.headers import split_header
from ingest.matching import find_column

LONGEST_LABEL = 60  # signs of a text that may name the discount rate
DISCOUNT_RATE, INPUT_TOTAL = "discount_rate", "input_total"


def names_rate(cell: object) -> bool:
    """Whether a cell is the label of a discount rate, beside which its number stands."""
    if not isinstance(cell, str) or len(cell) > LONGEST_LABEL:
        return False
    return find_column(split_header(cell), PROJECT) == DISCOUNT_RATE


def names_total(cell: object) -> bool:
    """Whether a cell is the label of all that was put into a value map, beside which its number stands."""
    words = load_spellings("sroi_input_total")
    return isinstance(cell, str) and len(cell) <= LONGEST_LABEL and any(key in words for key in split_header(cell).keys)
