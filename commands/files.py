"""The files that a command reads and writes: workbooks, mapping files, the password, what is saved."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from commands.faults import Refusal
from dictionary.load import describe
from dictionary.nouns import BASELINE, ENDLINE, Problem
from dictionary.people import PeopleAnswers
from i18n import Language, word
from ingest import (
    DecidedPair,
    InputFile,
    SheetMapping,
    Told,
    find_unheard,
    hear_decided,
    join_mappings,
    read_decisions,
    read_mappings,
)

Said = TypeVar("Said")  # what a mapping file says: of sheets, of people


def read_told(options: argparse.Namespace, files: Sequence[InputFile]) -> Told:
    """What the mapping files say of the sheets and of who is who."""
    pairs: list[DecidedPair] = []
    for name in options.mapping:
        pairs += _take(read_decisions(Path(name).name, _content(Path(name), options.language)), options)
    mappings = [one for said in _read_mappings(options).values() for one in said]
    decisions, fault = hear_decided(pairs, files)
    if fault:
        raise Refusal(describe(fault, options.language))
    people = PeopleAnswers(decisions=decisions) if decisions else None
    return Told(people=people, mappings=tuple(join_mappings((), mappings)))


def _read_mappings(options: argparse.Namespace) -> dict[str, tuple[SheetMapping, ...]]:
    """What each mapping file says of the sheets."""
    names = {name: Path(name) for name in options.mapping}
    return {
        name: _take(read_mappings(path.name, _content(path, options.language)), options) for name, path in names.items()
    }


def refuse_unheard(options: argparse.Namespace, heard: frozenset[tuple[str, ...]]) -> None:
    """A refusal where a mapping file was given that is about none of the sheets that were read."""
    for name, said in _read_mappings(options).items():
        if fault := find_unheard(Path(name).name, said, heard):
            raise Refusal(describe(fault, options.language))


def _take(read: tuple[Said, ...] | Problem, options: argparse.Namespace) -> tuple[Said, ...]:
    """What a mapping file says; a fault of it ends the command."""
    if isinstance(read, Problem):
        raise Refusal(describe(read, options.language))
    return read


def read_files(options: argparse.Namespace) -> list[InputFile]:
    """The files of the project, each once: those named as baseline hold the data before, then the others after."""
    earlier = [Path(name) for name in options.baseline]
    known = {path.resolve() for path in earlier}
    later = [path for name in options.files if (path := Path(name)).resolve() not in known]
    rounds = [*((path, BASELINE) for path in earlier), *((path, ENDLINE if earlier else None) for path in later)]
    password = _read_password(options)
    return [InputFile(path.name, _content(path, options.language), given, password=password) for path, given in rounds]


def _read_password(options: argparse.Namespace) -> str | None:
    """The first line of the file that holds the password: typed into the command it would stay in its history."""
    if options.password_file is None:
        return None
    content = _content(Path(options.password_file), options.language)
    return content.decode("utf-8-sig", errors="replace").partition("\n")[0].rstrip("\r")


def _content(path: Path, language: Language) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(word("cli.unreadable_file", language, file=path)) from error


def make_folder(path: Path, language: Language) -> Path:
    """The folder, made where it is not there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(word("cli.unwritable_file", language, file=path)) from error
    return path


def save_new(options: argparse.Namespace, path: Path, content: bytes, alike: Iterable[bytes] = ()) -> Path:
    """Write the file; a refusal where another stands there in which somebody may have written, unless told otherwise.

    Nothing is lost with an empty file, with one of the same bytes, nor with one ``alike``.
    """
    if not options.overwrite and path.is_file() and _content(path, options.language) not in {b"", content, *alike}:
        raise Refusal(word("cli.file_exists", options.language, file=path))
    return save(path, content, options.language)


def save(path: Path, content: bytes, language: Language) -> Path:
    """Write the file, over the one that stands there; a refusal where that cannot be."""
    if not path.parent.is_dir():
        raise Refusal(word("cli.no_folder", language, folder=path.parent))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refusal(word("cli.unwritable_file", language, file=path)) from error
    return path
