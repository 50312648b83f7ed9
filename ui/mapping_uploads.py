"""Mapping files among the reader's uploads: what they say of sheets, and of who is who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from streamlit.runtime.uploaded_file_manager import UploadedFile

from dictionary.nouns import Problem
from dictionary.people import CellRef, Decision, PeopleAnswers
from ui.session import current_session
from ui.store import Refused

if TYPE_CHECKING:
    from ingest import DecidedPair, InputFile, SheetMapping
    from project import Project


@dataclass(frozen=True, slots=True)
class SaidFile:
    """What one mapping file says, or what is wrong with it; ``pairs`` hold for the very files they were made of."""

    name: str
    mappings: tuple[SheetMapping, ...] = ()
    pairs: tuple[DecidedPair, ...] = ()
    fault: Problem | None = None


def is_mapping(file: UploadedFile) -> bool:
    """Whether a chosen file is a mapping, by its name."""
    return str(file.name).lower().endswith(".toml")


def read_said(file: UploadedFile) -> SaidFile:
    """What a mapping file says."""
    from ingest import read_decisions, read_mappings

    name, content = str(file.name), file.getvalue()
    mappings, pairs = read_mappings(name, content), read_decisions(name, content)
    if isinstance(mappings, Problem):
        return SaidFile(name, fault=mappings)
    return SaidFile(name, mappings, fault=pairs) if isinstance(pairs, Problem) else SaidFile(name, mappings, pairs)


def hear_people(
    said: Sequence[SaidFile], files: Sequence[InputFile], people: PeopleAnswers
) -> tuple[PeopleAnswers, tuple[SaidFile, ...]]:
    """What was decided before with what the mapping files decide, and the files that are about changed workbooks."""
    from ingest import hear_decided

    named = name_each(files)
    made: list[Decision] = []
    wrong: list[SaidFile] = []
    for one in said:
        decisions, fault = hear_decided(one.pairs, named)
        made += decisions
        wrong += [replace(one, fault=fault)] if fault else []
    return replace(people, decisions=join_decisions(people.decisions, made)), tuple(wrong)


def list_unheard(said: Sequence[SaidFile], project: Project) -> tuple[SaidFile, ...]:
    """The mapping files that are about none of the sheets that were read."""
    from ingest import find_unheard

    told = ((one, find_unheard(one.name, one.mappings, project.heard)) for one in said if project.sheets)
    return tuple(replace(one, fault=fault) for one, fault in told if fault)


def name_each(files: Sequence[InputFile]) -> list[InputFile]:
    """The files with the names by which they are told apart."""
    from ingest import name_files

    return [replace(one, name=name) for one, name in zip(files, name_files([f.name for f in files]), strict=True)]


def join_decisions(before: Sequence[Decision], made: Sequence[Decision]) -> tuple[Decision, ...]:
    """All decisions; a later answer to a pair replaces an earlier."""
    later = {frozenset((one.left, one.right)): one for one in made}
    return (*(one for one in before if frozenset((one.left, one.right)) not in later), *later.values())


def follow_people(files: Sequence[InputFile]) -> PeopleAnswers:
    """What was decided of people, at the names that the same files have now."""
    session = current_session()
    now = {file.content: file.name for file in name_each(files)}
    names = {file.name: now.get(file.content, file.name) for file in name_each(session.files)}
    moved = (
        replace(one, left=_move(one.left, names), right=_move(one.right, names)) for one in session.people.decisions
    )
    return replace(session.people, decisions=tuple(moved))


def _move(ref: CellRef, names: Mapping[str, str]) -> CellRef:
    return replace(ref, file=names.get(ref.file, ref.file))


def refuse(said: Sequence[SaidFile]) -> None:
    """Tell of mapping files that could not be followed."""
    from ingest import InputFile

    faults = [(one.name, one.fault) for one in said if one.fault]
    if faults:
        names = tuple(InputFile(name, b"") for name, _ in faults)
        current_session().refused = Refused(names, tuple(fault for _, fault in faults), said=True)
