"""Problems in the data: full sentences, filtered by severity, sheet and kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from dictionary.load import describe, load_problems, severity
from dictionary.nouns import Problem, Severity
from ui.pieces import label, plain, show_html, span
from ui.session import language, say

SHOWN = 100
HIDDEN = ("hidden_sheet_read", "hidden_rows_read")
MOST_HIDDEN = 5  # hidden sheets that are told of beside the list of all problems
_CELL = re.compile(r"([A-Z]+)(\d+)")
SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.NOTE: "i"}


def show_problems(problems: Sequence[Problem], place: str = "") -> None:
    """All problems at once, each with where, what was found, what is allowed and what to do.

    ``place`` tells two lists of one page apart.
    """
    if not problems:
        st.success(say("pages.data_check.no_problem"))
        return
    kept = _ask_which(rank_problems(problems), place)
    show_html(*(_tell(problem) for problem in kept[:SHOWN]), kind="items")
    if len(kept) > SHOWN:
        st.caption(say("pages.data_check.more_problems", shown=SHOWN, n=len(kept)))


def tell_hidden(problems: Sequence[Problem]) -> None:
    """Of what nobody sees in Excel and is read all the same, where somebody might not look for it."""
    told = [plain(describe(one, language())) for one in problems if one.code in HIDDEN]
    if told:
        st.info("\n\n".join(told[:MOST_HIDDEN]))
        if len(told) > MOST_HIDDEN:
            st.caption(say("pages.data_check.more_problems", shown=MOST_HIDDEN, n=len(told)))


def rank_problems(problems: Sequence[Problem]) -> list[Problem]:
    """The problems in the order in which to mend them."""
    return sorted(problems, key=_rank)


def _rank(problem: Problem) -> tuple[int, str, str, int, int, str]:
    """What must be mended first; then as the files are read: file, sheet, row, column."""
    cell = _CELL.match(problem.cell)
    letters, digits = cell.groups() if cell else ("", "0")
    level = list(Severity).index(severity(problem))
    return level, problem.file, problem.sheet, int(digits), len(letters), letters


def _ask_which(problems: Sequence[Problem], place: str) -> list[Problem]:
    levels = [level for level in Severity if any(severity(p) is level for p in problems)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = st.segmented_control(
            say("pages.data_check.severity"),
            levels,
            format_func={one: _name_level(one, problems) for one in levels}.__getitem__,
            key=f"severity{place}_{language()}",
        )
        sheet = _ask_one_of("sheet", [_place(p) for p in problems], place)
        kind = _ask_one_of("kind", [_name_kind(p) for p in problems], place)
    return [
        p for p in problems if level in (None, severity(p)) and sheet in ("", _place(p)) and kind in ("", _name_kind(p))
    ]


def _ask_one_of(name: str, texts: Sequence[str], place: str) -> str:
    """One of the sheets or kinds that the problems have, or "" for all of them."""
    every = say(f"pages.data_check.every_{name}")
    return st.selectbox(
        say(f"pages.data_check.{name}"),
        ["", *dict.fromkeys(texts)],
        format_func=lambda text: text or every,
        key=f"{name}{place}_{language()}",
        width=280,
    )


def _name_kind(problem: Problem) -> str:
    return load_problems()[problem.code].title[language()]


def _place(problem: Problem) -> str:
    return problem.sheet or problem.file or say("pages.data_check.whole_project")


def _name_level(level: Severity, problems: Sequence[Problem]) -> str:
    return f"{say(f'ui.severity.{level}')} ({sum(severity(p) is level for p in problems)})"


def _tell(problem: Problem) -> str:
    level = severity(problem)
    sign = span(SIGNS[level], f"sign {level}")
    name = span(say(f"ui.severity.{level}"), f"level {level}")
    return f'<div class="problem">{sign}<div>{name} {label(describe(problem, language()), "")}</div></div>'
