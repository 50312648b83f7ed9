"""Ways to begin: a sample, the reader's own files, or the blank form; and what was opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dictionary.nouns import Problem
from i18n import Language
from i18n.numbers import write_number
from ui.asking import ask_first
from ui.files import offer_file
from ui.frame import page_path
from ui.guide.steps import start_guide
from ui.pieces import plain
from ui.problems import show_problems
from ui.readings import count_rows
from ui.session import current_session, open_files, say
from ui.store import Refused

if TYPE_CHECKING:
    from ingest import InputFile, SheetMapping

if TYPE_CHECKING:
    from ingest import InputFile

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_ROUND = "upload_round"  # counts the choices made: a new key empties the uploader
_WAITING = "upload_waiting"


def ask_sample() -> None:
    """A button for each sample; it opens the sample and goes to the Overview."""
    with st.container(border=True, key="samples"):
        st.subheader(say("pages.start.sample_title"), anchor=False)
        st.write(say("pages.start.sample_help"))
        for path in sorted(SAMPLES.glob("*.xlsx")):
            name = say(f"pages.start.sample.{path.stem}")
            if st.button(name, key=f"sample_{path.stem}", width="stretch"):
                _ask_to_replace(path, name)


def _ask_to_replace(path: Path, name: str) -> None:
    """The reader's own files are not put away for a sample without a question."""
    if _own_files_open():
        ask_first(name, say("pages.start.sample_sure"), say("pages.start.sample_yes"), partial(_open_sample, path))
    else:
        _open_sample(path)


def _own_files_open() -> bool:
    samples = {path.read_bytes() for path in SAMPLES.glob("*.xlsx")}
    return any(file.content not in samples for file in current_session().files)


def _open_sample(path: Path) -> None:
    from ingest import InputFile

    with st.spinner(say("pages.start.reading")):
        open_files((InputFile(path.name, path.read_bytes()),))
    st.switch_page(page_path("overview"))


def ask_files() -> None:
    """The uploader with its guidance, empty again after each choice.

    Files are read at once where nothing of the reader's own is open; else the reader says whether they take its place
    or belong to it.
    """
    with st.container(border=True, key="upload"):
        st.subheader(say("pages.start.upload_title"), anchor=False)
        st.write(say("pages.start.upload_help"))
        chosen = st.file_uploader(
            say("pages.start.upload_label"),
            accept_multiple_files=True,
            key=f"upload_{current_session().owner}_{st.session_state.get(_ROUND, 0)}",
            help=say("pages.start.upload_words"),
        )
        if chosen:
            _take(chosen)
        _ask_where()


def _take(chosen: list[UploadedFile]) -> None:
    """Open the files, or keep them until the reader has said where they belong; then the uploader is empty again."""
    from ingest import InputFile

    mappings, faults = _read_mappings([file for file in chosen if _is_mapping(file)])
    files = tuple(_carry(InputFile(file.name, file.getvalue())) for file in chosen if not _is_mapping(file))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    session = current_session()
    project = session.project
    if files and project and _own_files_open() and (project.questions or not project.observations.empty):
        st.session_state[_WAITING] = files, mappings
    elif files or (mappings and session.files):
        _open(files or session.files, mappings, keep=not files)
    if faults:
        session.refused = Refused(tuple(fault.file for fault in faults), tuple(faults))
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
    session = current_session()
    with st.status(say("pages.start.reading")):
        open_files(files, session.answers if keep else None, session.people if keep else None, mappings)


def offer_form() -> None:
    """The blank Excel form in both languages, made when asked for."""
    with st.container(border=True, key="form"):
        st.subheader(say("pages.start.form_title"), anchor=False)
        st.write(say("pages.start.form_help"))
        for form in Language:
            name = say(f"pages.start.form_file_{form}")
            offer_file(say(f"pages.start.form_{form}"), partial(_write_form, form), name)


def _write_form(form: Language) -> bytes:
    from reports.form import write_form

    return write_form(form)


def show_refused() -> None:
    """What is wrong with files that were not opened in the place of the project, which is still there."""
    refused = current_session().refused
    if refused is None:
        return
    with st.container(border=True, key="refused"):
        st.error(plain(say("pages.start.refused", files=", ".join(refused.names))))
        show_problems(refused.problems)


def show_opened() -> None:
    """What is open now, how much of it could be used, and where to go on."""
    session = current_session()
    project = session.project
    if project is None:
        return
    with st.container(border=True, key="opened"):
        name = project.info.name or project.info.group
        files = ", ".join(file.name for file in session.files)
        st.subheader(plain(name or files), anchor=False)
        rows = count_rows(project.sheets)
        st.write(plain(f"{files} · {rows}" if name else rows))
        with st.container(horizontal=True):
            if not project.observations.empty and st.button(say("pages.start.go_overview"), type="primary"):
                st.switch_page(page_path("overview"))
            if st.button(say("pages.start.go_check", n=write_number(len(project.problems)))):
                st.switch_page(page_path("data_check"))
            if any(file.round for file in session.files) and st.button(say("pages.start.ask_again")):
                unanswered = tuple(replace(file, round=None) for file in session.files)
                open_files(unanswered, session.answers, session.people)
                st.rerun()
            if project.previews and st.button(say("pages.guide.change")):
                start_guide()
        if project.observations.empty and not project.questions:
            st.error(say("pages.start.nothing_usable"))
            show_problems(project.problems)
