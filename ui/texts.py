"""Findings in the reader's words: values with their units, changes with their signs, names of rounds."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.nouns import Round
from i18n import Language
from i18n.dates import write_period


@dataclass(frozen=True)
class EditedTexts:
    """Title and note of a chart as its reader rewrote them for the image."""

    title: str
    note: str


def name_round(round_: Round, language: Language) -> str:
    """``ก่อน มี.ค. 2562``; the label alone where the dates are not known."""
    return f"{round_.label[language]} {write_period(round_.start, round_.end, language)}".strip()


def name_rounds(rounds: tuple[Round, Round], language: Language) -> str:
    """``ก่อน มี.ค. 2562 → หลัง มี.ค. 2564``."""
    return "  →  ".join(name_round(round_, language) for round_ in rounds)
