"""Columns that stand once for each round and do not say which, beside others that do."""

from __future__ import annotations

from ingest.matching import HeaderMatch
from ingest.recognise import FoundTable, by_round_columns

ENOUGH_SAID = 2  # none, and one round


def list_silent(found: FoundTable) -> list[HeaderMatch]:
    """The headers of a column of rounds that name none, where all others of the column are of one round."""
    if found.round is not None:
        return []
    by_round = by_round_columns(found.table, required=True)
    rounds: dict[str | None, set[str | None]] = {}
    for match in found.matches:
        rounds.setdefault(match.column or match.guess, set()).add(match.round)
    lone = {
        column for column, said in rounds.items() if column in by_round and None in said and len(said) == ENOUGH_SAID
    }
    return [one for one in found.matches if (one.column or one.guess) in lone and not one.round]
