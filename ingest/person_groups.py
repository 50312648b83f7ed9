"""The groups that a row states of its person: sex, village, role and age band."""

from __future__ import annotations

from collections.abc import Sequence

from dictionary.nouns import Round
from ingest.ages import BANDS, read_ages
from ingest.cells import Labels
from ingest.clean import Problems, clean_codes, clean_texts
from ingest.results import no_labels
from ingest.rows import Rows
from ingest.villages import read_villages

TRAITS = frozenset({"sex", "village", "role", "age", "birth_year"})


def read_traits(rows: Rows, waves: Sequence[Round]) -> tuple[dict[str, Labels], Problems]:
    """The groups of each row's person by disaggregation, and what could not be read of them."""
    sex, village, role = (rows.cells(column) for column in ("sex", "village", "role"))
    sexes, problems = clean_codes(sex, "sex") if sex else (no_labels(rows), ())
    villages, folded = read_villages(village, _head(rows)) if village else (no_labels(rows), ())
    roles = clean_texts(role, "role") if role else no_labels(rows)
    bands, odd = read_ages(rows, waves)
    return {"sex": sexes, "village": villages, "role": roles, BANDS: bands}, (*problems, *folded, *odd)


def _head(rows: Rows) -> str:
    match = rows.found.find("village", rows.found.round)
    return match.header if match else ""
