"""Name and dates of a project typed on screen, where the workbook does not say them; never a reason to stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import streamlit as st

from dictionary.load import code_label, describe, describe_question
from dictionary.nouns import BASELINE, ENDLINE, Problem, Question, Round
from i18n import Language
from i18n.dates import load_months, make_date, write_year
from ui.mapping_uploads import name_each
from ui.pieces import plain
from ui.session import current_session, language, open_files, say, told_before

Dates: TypeAlias = "Mapping[tuple[str, str], date | None]"  # (round, end) → the day

NAMES = ("name", "group", "province")
ENDS = ("from", "to")
ORDER = {"round_reversed", "rounds_out_of_order"}  # problems of the files that leave the rounds without dates
NEEDED = {"round_dates_needed"}  # problems that dates entered here would mend
MONTHS = tuple(range(1, 13))


def ask_project() -> None:
    """A form for name, place and dates: open where the dates are missing, closed but at hand where they are known."""
    project = current_session().project
    if project is None or project.is_empty:
        return
    _tell_of_dates(project.problems)
    known = bool(project.info.name) and all(r.start and r.end for r in project.rounds)
    title = say("pages.start.details_edit" if known else "pages.start.details_title")
    with st.expander(title, expanded=not project.rounds[0].start), st.form("details", border=False):
        st.caption(say("pages.start.details_help"))
        for column, name in zip(st.columns(len(NAMES)), NAMES, strict=True):
            column.text_input(say(f"pages.start.{name}"), value=getattr(project.info, name), key=_key(name))
        for round_ in _list_dated(project.rounds):
            for end in ENDS:
                _ask_date(round_, end)
        if st.form_submit_button(say("pages.start.details_save")):
            _save()


def _tell_of_dates(problems: Iterable[Problem]) -> None:
    """What is wrong with the dates of the rounds, and what cannot be counted without them."""
    for problem in problems:
        if problem.code in ORDER:
            st.error(plain(describe(problem, language())))
        elif problem.code in NEEDED:
            st.warning(plain(describe(problem, language())))


def _list_dated(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """The rounds whose dates can be typed: before and after. Of several rounds the data itself says when they were."""
    return tuple(one for one in rounds if one.key in {BASELINE, ENDLINE})


def _key(name: str) -> str:
    """The key of a field; files opened anew start with fresh fields."""
    return f"details_{current_session().version}_{name}"


def _name_date(round_key: str, end: str) -> str:
    return f"{code_label('round', round_key)[language()]} · {say(f'pages.start.{end}')}"


def _known_date(round_: Round, end: str) -> date | None:
    """What was entered on the screen, or else what the files say."""
    name = f"{round_.key}_{'start' if end == 'from' else 'end'}"
    return getattr(current_session().answers, name, None) or (round_.start if end == "from" else round_.end)


def _ask_date(round_: Round, end: str) -> None:
    year, month, day = st.columns(3)
    known, key = _known_date(round_, end), _key(f"{round_.key}_{end}")
    shown = write_year(known.year, language()) if known else ""
    label = f"{_name_date(round_.key, end)} {say('pages.start.year')}"
    year.text_input(label, value=shown, max_chars=4, key=f"{key}_year")
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
    faults = [*_find_wrong(dates), *_find_reversed(dates)]
    for fault in faults:
        st.error(fault)
    if faults:
        return
    name, group, province = (st.session_state[_key(name)].strip() for name in NAMES)
    answers = ProjectAnswers(
        name,
        group,
        province,
        baseline_start=dates[BASELINE, "from"],
        baseline_end=dates[BASELINE, "to"],
        endline_start=dates[ENDLINE, "from"],
        endline_end=dates[ENDLINE, "to"],
    )
    open_files(current_session().files, told_before(answers=answers))
    st.rerun()


def _find_wrong(dates: Dates) -> list[str]:
    """A sentence for each date that was begun and cannot be read."""
    wrong = [place for place, value in dates.items() if value is None and any(_typed(*place))]
    return [say("pages.start.date_wrong", field=_name_date(*place)) for place in wrong]


def _find_reversed(dates: Dates) -> list[str]:
    """A sentence for each pair of dates that stand in the wrong order."""
    pairs = [((r, "from"), (r, "to")) for r in (BASELINE, ENDLINE)]
    pairs += [((BASELINE, end), (ENDLINE, end)) for end in ENDS]
    return [
        say("pages.start.date_order", first=_name_date(*first), second=_name_date(*second))
        for first, second in pairs
        if (earlier := dates[first]) and (later := dates[second]) and earlier > later
    ]


def _typed(round_key: str, end: str) -> tuple[str, int | None, int | None]:
    """Year, month and day as they stand in the fields; nothing where none was asked for."""
    key = _key(f"{round_key}_{end}")
    state = st.session_state
    return state.get(f"{key}_year", "").strip(), state.get(f"{key}_month"), state.get(f"{key}_day")


def _read(round_key: str, end: str) -> date | None:
    """The first day that the fields allow for "from", the last for "to"; a day needs its month."""
    year, month, day = _typed(round_key, end)
    if not year.isdecimal() or (day and not month):
        return None
    given = make_date(int(year), month, day)
    if given is None:
        return None
    return given.first() if end == "from" else given.last()


def ask_questions() -> None:
    """What the program is not sure of, as a choice; the files are read again with the answer."""
    project = current_session().project
    asked = [question for question in project.questions if question.options] if project else []
    for number, question in enumerate(asked):
        with st.form(f"question_{number}"):
            asked_of = describe_question(question, language())
            st.write(plain(asked_of))
            answer = st.radio(asked_of, question.options, index=None, format_func=plain, label_visibility="collapsed")
            pressed = st.form_submit_button(
                say("pages.start.answer_question"), type="secondary" if number else "primary"
            )
            if pressed and answer:
                _answer(question, answer)
            elif pressed:
                st.error(say("pages.start.choose_answer"))


def _answer(question: Question, baseline: str) -> None:
    """The chosen file is of the round before, the others that were asked about of the round after."""
    session = current_session()
    rounds = {name: BASELINE if name == baseline else ENDLINE for name in question.options}
    named = zip(name_each(session.files), session.files, strict=True)
    files = [replace(file, round=rounds.get(one.name, file.round)) for one, file in named]
    open_files(files, told_before())
    st.rerun()
