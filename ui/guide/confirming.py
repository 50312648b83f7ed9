"""The end of the guided page: what will be read as what, and the button that makes it so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import streamlit as st

from dictionary.load import describe, load_tables, severity
from dictionary.nouns import Severity
from i18n.numbers import write_number
from ingest import write_mappings
from project import Project
from ui.files import offer_file
from ui.frame import page_path
from ui.guide.doubts import list_told, tell_open
from ui.guide.drafts import TableDraft, confirm_drafts, list_chosen
from ui.guide.mends import ONE_CELL, count_mends, list_faults, list_mends, list_own, tell_mends
from ui.guide.sheets import name_table
from ui.guide.trial import find_trial, list_files
from ui.mapping_uploads import name_each
from ui.pieces import plain, show_grid
from ui.problems import show_problems, tell_hidden
from ui.readings import count_rows
from ui.session import current_session, keep_project, language, open_files, say, told_before

MORE = "more_of_the_same"  # stands for cells that are not listed one by one
MAPPING_FILE = "konlang_mapping.toml"


def ask_to_confirm() -> bool:
    """What will be read as what, and the button that reads it; whether a mended cell can still not be read."""
    chosen = list_chosen()
    if chosen:
        names = ("sheet", "table", "header", "columns_used")
        show_grid([say(f"pages.data_check.{name}") for name in names], list(map(_summarise, chosen)), numeric=2)
    else:
        st.info(say("pages.guide.no_sheet"))
    for one in chosen:
        tell_open(one)
    trial = find_trial()
    if trial and chosen:
        _tell_trial(trial, {(*one.preview.place, code) for one in chosen for code in list_told(one)})
    tell_mends()
    with st.container(horizontal=True):
        pressed = st.button(say("pages.guide.confirm"), type="primary")
        offer_file(say("pages.guide.download"), write_mappings(confirm_drafts()).encode(), MAPPING_FILE)
    _tell_refused()
    return pressed and trial is not None and _confirm(trial)


def _summarise(table: TableDraft) -> tuple[str, ...]:
    used = sum(bool(column.column) for column in table.mapping.columns)
    kind = load_tables()[table.mapping.table].sheet[language()]
    row = write_number(table.mapping.header_row)
    return name_table(table), kind, row, f"{used}/{len(table.mapping.columns)}"


def _tell_trial(trial: Project, told: Collection[tuple[str, str, str]]) -> None:
    """How many rows are used then, of which rounds, and how many cells cannot be read.

    ``told`` are file, sheet and code of the problems that stand above already.
    """
    st.write(plain(count_rows(trial.sheets)))
    tell_hidden(trial.problems)
    for problem in trial.problems:
        is_of_sheet = problem.sheet and not ONE_CELL.fullmatch(problem.cell) and problem.code != MORE
        is_new = (problem.file, problem.sheet, problem.code) not in told
        if is_of_sheet and is_new and severity(problem) is not Severity.NOTE:
            st.warning(plain(describe(problem, language())))
    if not trial.observations.empty:
        rounds = " · ".join(wave.label[language()] for wave in trial.rounds)
        st.write(plain(say("pages.guide.rounds_found", rounds=rounds)))
    unlisted = sum(int(one.found.replace(",", "")) for one in trial.problems if one.code == MORE)
    open_ones = {(*one.preview.place, fault.cell) for one in list_chosen() for fault in list_own(trial, one)}
    faults = len(open_ones - _list_mended()) + unlisted
    if faults:
        st.warning(say("pages.guide.still_faulty", n=write_number(faults)))


def _list_places(project: Project) -> set[tuple[str, str, str]]:
    """File, sheet and cell of each fault."""
    return {(one.file, one.sheet, one.cell) for one in list_faults(project)}


def _list_mended() -> set[tuple[str, str, str]]:
    return {(*place, cell) for place, cells in current_session().mends.items() for cell in cells}


def _tell_refused() -> None:
    refused = current_session().refused
    if refused:
        st.error(plain(say("pages.start.refused", files=", ".join(file.name for file in refused.files))))
        show_problems(refused.problems)


def _confirm(trial: Project) -> bool:
    """Make it so; whether a cell that was mended can still not be read. Else the result is shown."""
    session, mended, version = current_session(), _list_mended(), current_session().version
    files, told = list_files(), told_before(mappings=tuple(confirm_drafts()))
    if count_mends():
        with st.status(say("pages.start.reading")):
            named = zip(name_each(files), files, strict=True)
            open_files([replace(file, mends=list_mends(one.name, file.mends)) for one, file in named], told)
    else:
        keep_project(files, told, trial)
    if session.version == version:
        st.rerun()
    project = session.project
    is_faulty = project is not None and bool(mended & _list_places(project))
    if not is_faulty:
        shows = project is not None and not project.questions and not project.is_empty
        st.switch_page(page_path("overview" if shows else "start"))
    return is_faulty
