"""Formulas in Thai name methods and people as the rest of the page does: in Thai letters."""

from __future__ import annotations

import re

import pytest

from dictionary.load_estimators import Estimator, load_estimators
from dictionary.load_formulas import Formula, load_formulas

KNOWN = {"MOVER"}  # a method that has no Thai name


@pytest.mark.parametrize("row", [*load_estimators().values(), *load_formulas()], ids=lambda row: row.label.en)
def test_a_formula_in_thai_has_no_word_in_latin_letters(row: Estimator | Formula) -> None:
    words = re.findall(r"[A-Za-z]{3,}", f"{row.label.th} {row.formula.th} {row.assumption.th}")
    assert set(words) <= KNOWN
