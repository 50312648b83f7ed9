"""Words of a code column that are nearly a known spelling: read as it where that is sure, and said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from dictionary.load import code_label, load_spellings
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.cells import Cells, Mask, report, write_cell
from ingest.likeness import find_like


def read_likely_codes(
    cells: Cells, unknown: Mask, codelist: str, names: Sequence[str]
) -> tuple[npt.NDArray[np.intp], tuple[Problem, ...]]:
    """The place in ``names`` of the code that each unknown cell is surely like, else −1; a note for each such cell."""
    places = np.full(len(cells.values), -1, dtype=np.intp)
    if not unknown.any():
        return places, ()
    known = {text: (code,) for text, code in load_spellings(codelist).items()}
    texts = list(map(write_cell, cells.values[unknown]))
    meant = {text: find_like([squash(text)], known) for text in set(texts)}
    sure = {text: names.index(like.meaning) for text, like in meant.items() if like and like.is_sure}
    places[unknown] = [sure.get(text, -1) for text in texts]
    notes = [
        report("code_by_likeness", cells, places == place, code_label(codelist, names[place]))
        for place in sorted(set(sure.values()))
    ]
    return places, tuple(chain.from_iterable(notes))
