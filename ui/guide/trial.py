"""The files read as the drafts say, before anything is confirmed: what is wrong with them then can be mended first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from ingest import InputFile
from project import Project
from ui.guide.drafts import confirm_drafts, is_changed, list_file_rounds, list_sheets
from ui.mapping_uploads import name_each
from ui.session import current_session, read_project, say, told_before
from ui.store import Trial
from ui.uploads import show_progress


def find_trial() -> Project | None:
    """What the files would be read as. Where nothing was said anew it is what is open; else they are read once."""
    session = current_session()
    project = session.project
    if project is None or _is_settled(project):
        return project
    files, mappings = tuple(list_files()), tuple(confirm_drafts())
    if session.trial is None or (session.trial.files, session.trial.mappings) != (files, mappings):
        place = st.empty()
        with place.status(say("pages.guide.checking")) as status:
            told = told_before(mappings=mappings)
            read = read_project(files, told, partial(show_progress, status, files))
        place.empty()
        session.trial = Trial(files, mappings, read)
    return session.trial.project


def _is_settled(project: Project) -> bool:
    """Whether the files were read as the drafts say, and nothing is asked of their sheets."""
    return not any(map(is_changed, list_sheets())) and not any(one.mapping for one in project.questions)


def list_files() -> list[InputFile]:
    """The open files, each with the round that was said of it."""
    rounds = list_file_rounds()
    files = current_session().files
    return [
        replace(file, round=rounds.get(one.name, file.round)) for one, file in zip(name_each(files), files, strict=True)
    ]
