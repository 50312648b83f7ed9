"""Words of a code column that are known and are not the name of their code: read as it, and said once a word."""

from __future__ import annotations

import numpy as np
from rapidfuzz import fuzz

from dictionary.load import code_label, load_codes, match_code
from dictionary.nouns import Problem
from dictionary.squash import squash
from i18n import Text
from ingest.blanks import is_blank
from ingest.cells import Cells, list_ranges, write_cell

SAID = frozenset(
    {
        "participation_stage",
        "stakeholder",
        "sector",
        "support_kind",
        "technology_kind",
        "technology_measure",
        "flow_use",
    }
)  # lists in which another word may mean another thing to who wrote it
REPEATED = " × "  # before how often a word stands there
NEARLY = 0.85  # from here on a word is the name in another spelling


def tell_words(cells: Cells, codelist: str) -> tuple[Problem, ...]:
    """A note for each such word: what it was taken as, in which cells. A longer or shorter form of the name is none."""
    if codelist not in SAID:
        return ()
    numbers, uniques = cells.uniques()
    places: dict[tuple[str, str], list[int]] = {}
    for place, value in enumerate(uniques):
        text = "" if is_blank(value) else " ".join(write_cell(value).split())
        code = match_code(codelist, text)
        if code and not _is_its_name(text, code, load_codes(codelist)[code]):
            places.setdefault((text, code), []).append(place)
    return tuple(_tell(cells, codelist, said, np.isin(numbers, mine)) for said, mine in places.items())


def _is_its_name(text: str, code: str, label: Text) -> bool:
    word = squash(text)
    names = (squash(label.th), squash(label.en), squash(code))
    return any(word in name or name in word or fuzz.ratio(word, name) >= 100 * NEARLY for name in names)


def _tell(cells: Cells, codelist: str, said: tuple[str, str], where: np.ndarray) -> Problem:
    text, code = said
    times = int(where.sum())
    found = f"“{text}”" + (f"{REPEATED}{times:,}" if times > 1 else "")
    return Problem(
        "code_by_word", cells.file, cells.sheet, list_ranges(cells, where), found, code_label(codelist, code)
    )
