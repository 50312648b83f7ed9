"""The ladder of claims: which verbs a design allows, as the rows of ``claims.csv`` say, lowest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dictionary.rows import read_rows, read_text
from i18n import Text

VERBS = {"went_up": "rose", "went_down": "fell", "stayed": "same", "got_better": "better", "got_worse": "worse"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One rung: the designs that reach it, what else it ``needs`` (``parallel``, ``traced``), and what may be said.

    ``verbs`` say where a value went; their names (``VERBS``) are places in the sentences of the word lists.
    """

    code: str
    designs: frozenset[str]
    needs: frozenset[str]
    verbs: Mapping[str, Text]
    sentence: Text


@cache
def load_claims() -> dict[str, Claim]:
    """Every claim by its code, the weakest first."""
    return {row["claim"]: _read(row) for row in read_rows("claims")}


def _read(row: dict[str, str]) -> Claim:
    return Claim(
        code=row["claim"],
        designs=frozenset(filter(None, row["design"].split(";"))),
        needs=frozenset(filter(None, row["needs"].split(";"))),
        verbs={name: read_text(row, column) for name, column in VERBS.items()},
        sentence=read_text(row, "sentence"),
    )
