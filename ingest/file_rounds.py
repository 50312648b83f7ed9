"""Which round a file of a single round is: by the user's answer, its name, its project sheet, or a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dictionary.load import match_code
from dictionary.nouns import BASELINE, ENDLINE, Question
from ingest.names import read_file_round
from ingest.project_info import list_lines
from ingest.project_sheet import ProjectSheet
from ingest.recognise import FoundTable, by_round_columns

QUESTION = "question.which_file_is_baseline"
BOTH = (BASELINE, ENDLINE)
STAYS = {"joined", "left", "present"}  # columns that say who was there without a list for each round


@dataclass(frozen=True)
class FileTables:
    """The tables found in one file, its project sheets, and the user's answer."""

    file: str
    tables: tuple[FoundTable, ...]
    projects: tuple[ProjectSheet, ...]
    answer: str | None


def settle_rounds(files: Sequence[FileTables]) -> tuple[list[FoundTable], tuple[Question, ...]]:
    """Every table with the round of its file where it has none of its own, and the question that stays open."""
    known = {one.file: _find_round(one) for one in files}
    open_files = [one.file for one in files if _needs_round(one) and known[one.file] is None]
    listed = [one.file for one in files if _is_bare_list(one) and known[one.file] is None]
    if len(listed) > 1:
        open_files += [file for file in listed if file not in open_files]
    single = [file for file, round_key in known.items() if round_key] + open_files
    if len(open_files) == 1 and len(single) == 2 and known[single[0]] in BOTH:
        known |= {open_files[0]: _other(known[single[0]])}
    elif len(single) > 1 and open_files:
        return _apply(files, {}), (Question(QUESTION, {"files": ", ".join(open_files)}, tuple(open_files)),)
    return _apply(files, known), ()


def _other(round_key: str | None) -> str:
    return ENDLINE if round_key == BASELINE else BASELINE


def _find_round(one: FileTables) -> str | None:
    """The round of a file as far as it is known. A file whose sheets or headers name rounds is not of one round."""
    if one.answer:
        return one.answer
    if _names_rounds(one):
        return None
    said = [match_code("round", line.text) for line in list_lines(one.projects, "round")]
    return read_file_round(one.file) or next((round_key for round_key in said if round_key), None)


def _names_rounds(one: FileTables) -> bool:
    return any(map(names_rounds, one.tables))


def names_rounds(found: FoundTable) -> bool:
    """Whether a table says of which rounds it is: all of it, a column of it, or its headers."""
    is_told = found.round is not None or found.round_column is not None
    return is_told or bool(rounds_in_headers(found) - {None})


def rounds_in_headers(found: FoundTable, *, required: bool = False) -> set[str | None]:
    """The rounds that the headers of (required) values by round name; None for one that names none.

    Of rows that nothing names every value by round counts.
    """
    keys = by_round_columns(found.table, required=required and not found.by_row)
    return {match.round for match in found.matches if match.column in keys}


def _needs_round(one: FileTables) -> bool:
    """Whether a sheet has values by round and nothing says of which."""
    return any(
        found.round is None and found.round_column is None and None in rounds_in_headers(found, required=True)
        for found in one.tables
    )


def _is_bare_list(one: FileTables) -> bool:
    """Whether a sheet only lists members or partners, so that being on it must mean being there in a round."""
    return any(
        found.round is None and found.table in {"members", "partners"} and not (found.columns & STAYS)
        for found in one.tables
    ) and not _names_rounds(one)


def _apply(files: Sequence[FileTables], known: Mapping[str, str | None]) -> list[FoundTable]:
    """The tables, those without a round given that of their file.

    In a file that names rounds elsewhere only a sheet with values of no round takes the file's, never a plain list.
    """
    tables = []
    for one in files:
        for found in one.tables:
            bare = not names_rounds(found)
            takes = bare and (not _names_rounds(one) or None in rounds_in_headers(found, required=True))
            tables.append(replace(found, round=known.get(one.file)) if takes else found)
    return tables
