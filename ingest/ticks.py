"""Columns that say yes or no for a round: present before, present after."""

from __future__ import annotations

from itertools import chain

from dictionary.nouns import Problem
from ingest.clean import Floats, Problems, clean_codes
from ingest.presence import NO_CODE, YES_CODE, read_presence
from ingest.results import BOTH_ROUNDS, has_round, place_of
from ingest.rows import Rows

Ticks = dict[str, Floats]


def read_ticks(rows: Rows) -> tuple[Ticks, Problems]:
    """Presence by round from the columns that say so, as far as the sheet has them.

    Where some cells say yes and none says no, people ticked: blank cells are no, and a note says so. Columns in which
    nothing is written say nothing.
    """
    answers = {}
    problems: list[Problems] = []
    for round_key in BOTH_ROUNDS:
        cells = rows.cells("present", round_key)
        if cells is not None and has_round(rows, "present", round_key):
            answers[round_key], found = clean_codes(cells, "yes_no")
            problems.append(found)
    said = {answer.names[code] for answer in answers.values() for code in set(answer.codes.tolist()) if code >= 0}
    if not said and not any(problems):
        return {}, ()
    blank = any((answer.codes < 0).any() for answer in answers.values())
    ticked = YES_CODE in said and NO_CODE not in said and not any(problems)
    if ticked and blank:
        problems.append((_note_ticks(rows),))
    presence = {key: read_presence(answer, ticked) for key, answer in answers.items()}
    return presence, tuple(chain.from_iterable(problems))


def _note_ticks(rows: Rows) -> Problem:
    headers = [match.header for match in rows.found.matches if match.column == "present"]
    return Problem("blank_means_no", *place_of(rows), found=", ".join(headers))
