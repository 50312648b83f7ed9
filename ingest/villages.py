"""Villages by their number: spellings that can only be the same village are one."""

from __future__ import annotations

import re

import numpy as np

from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.cells import Cells, Labels
from ingest.clean import Problems, clean_texts
from ingest.listing import list_some

AS_ONE = "villages_as_one"
_NUMBER = re.compile(r"(?:บ้าน)?(?:หมู่บ้านที่|หมู่บ้าน|หมู่ที่|หมู่|ม)\.?(\d{1,2})")
_ASKED = re.compile(r"หมู่(?!บ้าน)|ม$|moo(?!ban)")


def read_villages(cells: Cells, header: str) -> tuple[Labels, Problems]:
    """The village of each row. ``ม.2``, ``หมู่ที่ 2`` and ``บ้านหมู่ 2`` are ``หมู่ 2``; where several are, it is said.

    A bare number is one only below a ``header`` that asks for it (``หมู่ที่``): else it may be a code and stays as it is.
    So does a number beside the name of a place.
    """
    labels, is_number = clean_texts(cells), _ASKED.match(squash(header)) is not None
    names = [name_village(f"หมู่ {name}" if is_number and name.isdecimal() else name) for name in labels.names]
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    codes = np.array([*(places[name] for name in names), -1], dtype=np.intp)[labels.codes]
    spelt = {name: [own for own, said in zip(labels.names, names, strict=True) if said == name] for name in places}
    several = list_some([" = ".join(own) for own in spelt.values() if len(own) > 1])
    told = (Problem(AS_ONE, cells.file, cells.sheet, found=several),) if several else ()
    return Labels(codes, tuple(places)), told


def name_village(text: str) -> str:
    """``หมู่ที่ ๒`` is ``หมู่ 2``; any other text stays."""
    found = _NUMBER.fullmatch(squash(text))
    return f"หมู่ {int(found[1])}" if found else text
