"""The session of the browser that is asking, and what may be done with it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dictionary.people import PeopleAnswers
from i18n import Language, word
from ui.store import KEPT_FINDINGS, STORE, Only, Refused, Session

if TYPE_CHECKING:
    from analysis.findings import Findings
    from ingest import InputFile, Told
    from project import Project

COOKIE = "konlang"
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
_FALLBACK = "konlang_key"  # a browser without cookies is remembered until its tab is closed


def new_key() -> str:
    """A fresh key of 256 random bits."""
    return secrets.token_urlsafe(32)


def is_key(text: object) -> bool:
    """Whether a cookie's value has the form of a key."""
    return isinstance(text, str) and _KEY.fullmatch(text) is not None


def current_key() -> str:
    """The key in the cookie of the browser that runs the script."""
    cookie = st.context.cookies.get(COOKIE)
    if is_key(cookie):
        return str(cookie)
    return str(st.session_state.setdefault(_FALLBACK, new_key()))


def current_session() -> Session:
    """What is remembered of the browser that runs the script."""
    return STORE.open(current_key())


def say(key: str, /, **values: object) -> str:
    """A text of the word lists in the language the reader chose."""
    return word(key, current_session().language, **values)


def language() -> Language:
    """The language the reader chose; Thai until then."""
    return current_session().language


def open_files(
    files: Sequence[InputFile], told: Told | None = None, tell: Callable[[int], None] | None = None
) -> Project:
    """Read files as the browser's project; what was found and chosen before is dropped, the language stays.

    Without a decision of who is who the salt is a new one. Sheets are taken as confirmed now or before. ``tell`` hears
    the place of each file before it is opened.

    Files without anything to show do not take the place of a project that can be shown: they are only told of. What
    was read of them is returned.
    """
    from ingest import Told

    told = told or Told()
    told = replace(told, people=told.people or PeopleAnswers(secrets.token_bytes()))
    project = read_project(files, told, tell)
    keep_project(files, told, project)
    return project


def read_project(files: Sequence[InputFile], told: Told, tell: Callable[[int], None] | None = None) -> Project:
    """The files read as told now and as confirmed before; nothing of it is kept."""
    from ingest import join_mappings
    from ingest.opening import tell_nobody
    from project import open_project

    mappings = join_mappings(current_session().mappings, told.mappings)
    return open_project(files, replace(told, mappings=mappings), tell or tell_nobody)


def keep_project(files: Sequence[InputFile], told: Told, project: Project) -> None:
    """Take what was read of the files for the browser's project, unless it shows nothing and what is open does."""
    from ingest import join_mappings

    session = current_session()
    if _is_good(session.project) and not (_is_good(project) or project.questions):
        session.refused = Refused(tuple(files), project.problems)
        return
    session.files, session.answers, session.project, session.refused = tuple(files), told.answers, project, None
    session.people, session.shown = told.people or session.people, {}
    session.mappings = join_mappings(join_mappings(project.carried, session.mappings), told.mappings)
    session.drafts, session.mends, session.trial = {}, {}, None
    session.only, session.pair, session.texts, session.found, session.groups = {}, None, {}, {}, {}
    session.weights, session.sroi, session.cited, session.is_real, session.price_year = None, None, None, False, None
    session.version += 1


def told_before(**changes: Any) -> Told:
    """What was said of the files that are open, with changes; confirmed sheets are remembered anyway."""
    from ingest import Told

    session = current_session()
    return replace(Told(session.answers, session.people), **changes)


def _is_good(project: Project | None) -> bool:
    return project is not None and not project.is_empty


def find_current(only: Only = ()) -> Findings | None:
    """The findings of the browser's project for the members of ``only`` and the rounds chosen, kept for later.

    None while something is asked: what a part of the files shows is no answer yet.
    """
    from figures.weighing import weigh_findings
    from project import choose_again, find_changes

    session = current_session()
    project = session.priced
    if project is None or project.is_empty or project.questions:
        return None
    kept = session.chosen(only)
    found = session.found.get(kept)
    if found is None:
        usual = session.found.get((only, session.pair, session.asked_prices, None))
        found = usual or find_changes(project, dict(only) or None, session.pair)
        found = weigh_findings(choose_again(found, session.sroi) if session.sroi else found, session.weights)
        if len(session.found) >= KEPT_FINDINGS:
            session.found.pop(next(iter(session.found)))
        session.found[kept] = found
    return found


def name_round(key: str) -> str:
    """What the browser's project calls a round."""
    from dictionary.load import code_label

    project = current_session().project
    labels = (one.label for one in project.rounds if one.key == key) if project else iter(())
    return (next(labels, None) or code_label("round", key))[language()]


def list_current_groups(group: str) -> tuple[str, ...]:
    """The values of one disaggregation in the browser's project, found once."""
    from project import list_groups

    session = current_session()
    if session.project is None:
        return ()
    if group not in session.groups:
        session.groups[group] = list_groups(session.project, group)
    return session.groups[group]


def forget_everything() -> None:
    """Delete what is kept of this browser, at once; only the language is carried over."""
    key, chosen = current_key(), language()
    STORE.forget(key)
    st.session_state.clear()
    st.session_state[_FALLBACK] = key if not st.context.cookies.get(COOKIE) else new_key()
    current_session().language = chosen
