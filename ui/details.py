"""Name and dates of a project typed on screen, where the workbook does not say them; never a reason to stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from dictionary.load import code_label
from dictionary.nouns import BASELINE, ENDLINE, Question
from i18n import Language
from i18n.dates import load_months, make_date, write_year
from ui.pieces import plain
from ui.session import current_session, language, open_files, say

ENDS = ("from", "to")
MONTHS = tuple(range(1, 13))


def ask_project() -> None:
    """A form for name, group and dates, offered where any of them is not known."""
    session = current_session()
    project = session.project
    if project is None or (project.info.name and all(r.start and r.end for r in project.rounds)):
        return
    with (
        st.expander(say("pages.start.details_title"), expanded=not project.rounds[0].start),
        st.form("details", border=False),
    ):
        st.caption(say("pages.start.details_help"))
        name, group = st.columns(2)
        name.text_input(say("pages.start.name"), value=project.info.name, key="details_name")
        group.text_input(say("pages.start.group"), value=project.info.group, key="details_group")
        for round_ in project.rounds:
            for end in ENDS:
                _ask_date(round_.key, end, round_.start if end == "from" else round_.end)
        if st.form_submit_button(say("pages.start.details_save"), type="primary"):
            _save()


def _ask_date(round_key: str, end: str, known: date | None) -> None:
    label = f"{code_label('round', round_key)[language()]} · {say(f'pages.start.{end}')}"
    year, month, day = st.columns(3)
    key = f"details_{round_key}_{end}"
    shown = write_year(known.year, language()) if known else ""
    year.text_input(f"{label} {say('pages.start.year')}", value=shown, max_chars=4, key=f"{key}_year")
    month.selectbox(
        say("pages.start.month"),
        MONTHS,
        index=known.month - 1 if known else None,
        format_func=[_name_month(month, language()) for month in (1, *MONTHS)].__getitem__,
        placeholder=say("pages.start.not_known"),
        key=f"{key}_month",
    )
    day.selectbox(
        say("pages.start.day"),
        range(1, 32),
        index=known.day - 1 if known else None,
        placeholder=say("pages.start.not_known"),
        key=f"{key}_day",
    )


def _name_month(month: int, chosen: Language) -> str:
    names = load_months()[month]
    return names.th_long if chosen is Language.TH else names.en_long


def _save() -> None:
    from ingest import ProjectAnswers

    dates = {(r, end): _read(r, end) for r in (BASELINE, ENDLINE) for end in ENDS}
    wrong = [place for place, value in dates.items() if value is None and _typed(*place)]
    if wrong:
        st.error(say("pages.start.date_wrong"))
        return
    answers = ProjectAnswers(
        name=st.session_state["details_name"].strip(),
        group=st.session_state["details_group"].strip(),
        baseline_start=dates[BASELINE, "from"],
        baseline_end=dates[BASELINE, "to"],
        endline_start=dates[ENDLINE, "from"],
        endline_end=dates[ENDLINE, "to"],
    )
    open_files(current_session().files, answers)
    st.rerun()


def _typed(round_key: str, end: str) -> bool:
    return bool(st.session_state[f"details_{round_key}_{end}_year"].strip())


def _read(round_key: str, end: str) -> date | None:
    """The first day that the fields allow for "from", the last for "to"."""
    key = f"details_{round_key}_{end}"
    year = st.session_state[f"{key}_year"].strip()
    month, day = st.session_state[f"{key}_month"], st.session_state[f"{key}_day"]
    given = make_date(int(year), month, day if month else None) if year.isdecimal() else None
    if given is None:
        return None
    return given.first() if end == "from" else given.last()


def ask_questions() -> None:
    """What the program is not sure of, as a choice; the files are read again with the answer."""
    project = current_session().project
    for number, question in enumerate(project.questions if project else ()):
        with st.form(f"question_{number}"):
            answer = st.radio(plain(say(question.code, **question.values)), question.options, index=None)
            pressed = st.form_submit_button(say("pages.start.answer_question"), type="primary")
            if pressed and answer:
                _answer(question, answer)
            elif pressed:
                st.error(say("pages.start.choose_answer"))


def _answer(question: Question, baseline: str) -> None:
    """The chosen file is of the round before, the others that were asked about of the round after."""
    session = current_session()
    rounds = {name: BASELINE if name == baseline else ENDLINE for name in question.options}
    open_files([replace(file, round=rounds.get(file.name, file.round)) for file in session.files], session.answers)
    st.rerun()
