"""The reader's own files: chosen, opened, and what is asked about them on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from json import dumps
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.elements.lib.mutable_status_container import StatusContainer
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dictionary.nouns import Problem
from dictionary.people import CellRef, PeopleAnswers
from ui.pieces import plain
from ui.samples import own_files_open
from ui.session import current_session, open_files, say, told_before
from ui.store import Refused, Session

if TYPE_CHECKING:
    from ingest import InputFile, SheetMapping

_ROUND = "upload_round"  # counts the choices made: a new key empties the uploader
_WAITING = "upload_waiting"
LOCKED = {"file_protected", "password_wrong"}


def ask_files() -> None:
    """The uploader with its guidance, empty again after each choice.

    Files are read at once where nothing of the reader's own is open; else the reader says whether they take its place
    or belong to it.
    """
    with st.container(border=True, key="upload", height="stretch"):
        st.subheader(say("pages.start.upload_title"), anchor=False)
        st.write(say("pages.start.upload_help"))
        chosen = st.file_uploader(
            say("pages.start.upload_label"),
            accept_multiple_files=True,
            key=f"upload_{current_session().owner}_{st.session_state.get(_ROUND, 0)}",
        )
        _name_uploader()
        if chosen:
            _take(chosen)
        _ask_where()


def _name_uploader() -> None:
    """The words in the uploader's box, which Streamlit writes in English alone; ``style.css`` shows these."""
    names = ("button", "limit")
    words = "".join(
        f"--upload-{name}: {dumps(say('pages.start.upload_' + name), ensure_ascii=False)}; " for name in names
    )
    st.html(f"<style>:root {{ {words}}}</style>")


def _take(chosen: list[UploadedFile]) -> None:
    """Open the files, or keep them until the reader has said where they belong; then the uploader is empty again."""
    from ingest import InputFile

    mappings, faults = _read_mappings([file for file in chosen if _is_mapping(file)])
    files = tuple(_carry(InputFile(file.name, file.getvalue())) for file in chosen if not _is_mapping(file))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    session = current_session()
    project = session.project
    if files and _are_open(files):
        _open(files, mappings, keep=True)
    elif files and project and own_files_open() and (project.questions or not project.is_empty):
        st.session_state[_WAITING] = files, mappings
    elif files or (mappings and session.files):
        _open(files or session.files, mappings, keep=not files)
    if faults:
        session.refused = Refused(tuple(InputFile(fault.file, b"") for fault in faults), tuple(faults))
    st.rerun()


def _is_mapping(file: UploadedFile) -> bool:
    return str(file.name).lower().endswith(".toml")


def _read_mappings(chosen: list[UploadedFile]) -> tuple[list[SheetMapping], list[Problem]]:
    """The mappings in the files, and what is wrong with files that hold none."""
    from ingest import read_mappings

    read = [read_mappings(file.name, file.getvalue()) for file in chosen]
    good = [mapping for one in read if not isinstance(one, Problem) for mapping in one]
    return good, [one for one in read if isinstance(one, Problem)]


def _carry(file: InputFile) -> InputFile:
    """The file with what was mended in it and answered about it, where the very same one is open already."""
    twins = [one for one in current_session().files if one.content == file.content]
    return replace(twins[0], name=file.name) if twins else file


def _are_open(files: Sequence[InputFile]) -> bool:
    """Whether these are the very files that are open, whatever their names: then nothing is asked of them again."""
    return {file.content for file in files} == {file.content for file in current_session().files}


def _ask_where() -> None:
    """Whether new files take the place of what is open or belong to it: two files are one project only if meant so."""
    waiting = st.session_state.get(_WAITING)
    if not waiting:
        return
    files, mappings = waiting
    names = ", ".join(file.name for file in files)
    now = ", ".join(file.name for file in current_session().files)
    st.warning(plain(say("pages.start.where", files=names, now=now)))
    with st.container(horizontal=True):
        if st.button(say("pages.start.where_instead"), type="primary"):
            _settle(files, mappings)
        if st.button(say("pages.start.where_beside")):
            _settle((*current_session().files, *files), mappings)
        if st.button(say("pages.start.where_neither")):
            _settle((), ())


def _settle(files: tuple[InputFile, ...], mappings: Sequence[SheetMapping]) -> None:
    del st.session_state[_WAITING]
    if files:
        _open(files, mappings)
    st.rerun()


def _open(files: tuple[InputFile, ...], mappings: Sequence[SheetMapping], *, keep: bool = False) -> None:
    """Read the files; ``keep`` what was answered about those that are open."""
    from ingest import Told

    told = replace(told_before(), people=_follow_people(files)) if keep else Told()
    with st.status(say("pages.start.reading")) as status:
        open_files(files, replace(told, mappings=tuple(mappings)), partial(show_progress, status, files))


def _follow_people(files: Sequence[InputFile]) -> PeopleAnswers:
    """What was decided of people, at the names that the same files have now."""
    from ingest import name_files

    session = current_session()
    now = dict(zip((file.content for file in files), name_files([file.name for file in files]), strict=True))
    before = zip(name_files([file.name for file in session.files]), session.files, strict=True)
    names = {name: now.get(file.content, name) for name, file in before}
    moved = (
        replace(one, left=_move(one.left, names), right=_move(one.right, names)) for one in session.people.decisions
    )
    return replace(session.people, decisions=tuple(moved))


def _move(ref: CellRef, names: Mapping[str, str]) -> CellRef:
    return replace(ref, file=names.get(ref.file, ref.file))


def show_progress(status: StatusContainer, files: Sequence[InputFile], index: int) -> None:
    """Which file is being read; after the last, that they are being compared."""
    name = files[index].name if index < len(files) else ""
    known = say("pages.start.reading_file", file=name, n=index + 1, all=len(files))
    status.update(label=plain(known if name else say("pages.start.reading")))


def ask_password() -> None:
    """A field for each file that is protected; it is read again with what is typed.

    The password stays with the file in this session's memory, so that a later answer can read it again.
    """
    from ingest import name_files

    session = current_session()
    refused = session.refused
    files, problems = (refused.files, refused.problems) if refused else (session.files, _problems(session))
    locked = {problem.file for problem in problems if problem.code in LOCKED}
    for name, file in zip(name_files([file.name for file in files]), files, strict=True):
        if name not in locked:
            continue
        with st.form(f"password_{name}", border=True):
            typed = st.text_input(plain(say("pages.start.password", file=name)), type="password")
            if st.form_submit_button(say("pages.start.password_open"), type="primary") and typed:
                opened = tuple(replace(one, password=typed) if one is file else one for one in files)
                _open(opened, (), keep=not refused)
                st.rerun()


def _problems(session: Session) -> tuple[Problem, ...]:
    return session.project.problems if session.project else ()
