"""The reader's own files: chosen, opened, and what is asked about them on the way."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from json import dumps
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.elements.lib.mutable_status_container import StatusContainer
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dictionary.load import describe
from dictionary.nouns import Problem
from dictionary.people import PeopleAnswers
from ui.mapping_uploads import SaidFile, follow_people, hear_people, is_mapping, list_unheard, read_said, refuse
from ui.pieces import name_field, plain
from ui.samples import own_files_open
from ui.session import current_session, language, open_files, say, told_before
from ui.store import Session, Waiting

if TYPE_CHECKING:
    from ingest import InputFile

_ROUND = "upload_round"  # counts the choices made: a new key empties the uploader
WRONG = "password_wrong"
LOCKED = {"file_protected", WRONG}


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

    told = [read_said(file) for file in chosen if is_mapping(file)]
    said = [one for one in told if not one.fault]
    files = tuple(_carry(InputFile(file.name, file.getvalue())) for file in chosen if not is_mapping(file))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    session = current_session()
    project = session.project
    wrong = [one for one in told if one.fault]
    if files and _are_open(files):
        wrong += _open(files, said, keep=True)
    elif files and project and own_files_open() and (project.questions or not project.is_empty):
        session.waiting = Waiting(files, tuple(said))
    elif files or (said and session.files):
        wrong += _open(files or session.files, said, keep=not files)
    else:
        wrong += [replace(one, fault=Problem("mapping_alone", one.name)) for one in said]
    refuse(wrong)
    st.rerun()


def _carry(file: InputFile) -> InputFile:
    """The file with what was mended in it and answered about it, where the very same one is open already."""
    twins = [one for one in current_session().files if one.content == file.content]
    return replace(twins[0], name=file.name) if twins else file


def _are_open(files: Sequence[InputFile]) -> bool:
    """Whether these are the very files that are open, whatever their names: then nothing is asked of them again."""
    return {file.content for file in files} == {file.content for file in current_session().files}


def ask_where() -> None:
    """Whether new files take the place of what is open or belong to it: two files are one project only if meant so."""
    waiting = current_session().waiting
    if not waiting:
        return
    files, said = waiting.files, waiting.said
    names = ", ".join(file.name for file in files)
    now = ", ".join(file.name for file in current_session().files)
    with st.container(border=True, key="where"):
        st.warning(plain(say("pages.start.where", files=names, now=now)))
        with st.container(horizontal=True):
            if st.button(say("pages.start.where_instead"), type="primary"):
                _settle(files, said)
            if st.button(say("pages.start.where_beside")):
                _settle((*current_session().files, *files), said)
            if st.button(say("pages.start.where_neither")):
                _settle((), ())


def _settle(files: tuple[InputFile, ...], said: Sequence[SaidFile]) -> None:
    current_session().waiting = None
    if files:
        refuse(_open(files, said))
    st.rerun()


def _open(files: tuple[InputFile, ...], said: Sequence[SaidFile], *, keep: bool = False) -> tuple[SaidFile, ...]:
    """Read the files as mapping files say; ``keep`` what was answered about those that are open.

    Returns the mapping files that are about other sheets, or whose word on people is about other files than these.
    """
    from ingest import Told

    told = told_before() if keep else Told()
    before = follow_people(files) if keep else PeopleAnswers(secrets.token_bytes())
    people, wrong = hear_people(said, files, before)
    mappings = tuple(mapping for one in said for mapping in one.mappings)
    with st.status(say("pages.start.reading")) as status:
        told = replace(told, people=people, mappings=mappings)
        project = open_files(files, told, partial(show_progress, status, files))
    return (*wrong, *list_unheard(said, project))


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
    refused = None if session.refused and session.refused.said else session.refused
    files, problems = (refused.files, refused.problems) if refused else (session.files, _problems(session))
    locked = {problem.file: problem for problem in problems if problem.code in LOCKED}
    for name, file in zip(name_files([file.name for file in files]), files, strict=True):
        if name not in locked:
            continue
        with st.form(f"password_{name}", border=True):
            with st.container(gap="xxsmall"):
                label = name_field(say("pages.start.password", file=name))
                typed = st.text_input(label, type="password", label_visibility="collapsed")
            if locked[name].code == WRONG:
                st.error(plain(describe(locked[name], language())))
            if st.form_submit_button(say("pages.start.password_open"), type="primary") and typed:
                opened = tuple(replace(one, password=typed) if one is file else one for one in files)
                _open(opened, (), keep=not refused)
                st.rerun()


def _problems(session: Session) -> tuple[Problem, ...]:
    return session.project.problems if session.project else ()
