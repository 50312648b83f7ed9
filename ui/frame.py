"""What surrounds every page: title, style, navigation in four groups, language switch, and the way out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from dictionary.nouns import ProjectInfo
from i18n import Language
from ui.asking import ask_first
from ui.compared import ask_rounds
from ui.pieces import plain
from ui.prices import ask_prices, show_prices
from ui.screen import close_drawers_before_leaving, watch_width
from ui.session import current_session, forget_everything, language, say
from ui.store import IDLE_HOURS
from ui.streamlit_words import tell_language

PAGES = Path(__file__).parents[1] / "pages"
FORGOTTEN = "forgotten"
GROUPS = {
    "data": ("start", "guide", "data_check"),
    "changes": ("overview", "dimensions", "economic", "social", "environmental", "chain", "sroi"),
    "details": ("members", "income", "comparison", "partners", "participation", "technology", "material"),
    "use": ("downloads", "methods"),
}
NUMBERED = ("data_check", *GROUPS["changes"], *GROUPS["details"], "downloads")  # pages that show numbers
PRICED = tuple(name for name in NUMBERED if name not in ("data_check", "members", "participation"))  # some of money


class PageEnds(Exception):
    """Raised by a page that has nothing more to show; what surrounds it is drawn all the same."""


def show_frame() -> None:
    """Run the page that was asked for and draw the frame around it, the page first: it is what is waited for."""
    st.set_page_config(page_title=say("ui.app_title"), layout="wide")
    page = st.navigation(_list_pages(), expanded=True)
    _tell_forgotten()
    top, note = _place_top(), st.container(key="prices_note")
    with suppress(PageEnds):
        page.run()
    with top:
        _show_top(page.url_path)
    if page.url_path in PRICED:
        with note:
            show_prices()
    _show_version(page.url_path)
    _show_side()
    watch_width()
    tell_language()
    close_drawers_before_leaving()


def _tell_forgotten() -> None:
    """Say once that the data is gone."""
    if st.session_state.pop(FORGOTTEN, False):
        st.toast(say("ui.forgotten"))


def _forget() -> None:
    forget_everything()
    st.session_state[FORGOTTEN] = True
    st.switch_page(page_path("start"))


def page_path(name: str) -> Path:
    """The file of a page, for links and switches."""
    return PAGES / f"{name}.py"


def _list_pages() -> dict[str, list[StreamlitPage]]:
    return {say(f"ui.group.{group}"): [_page(name) for name in names] for group, names in GROUPS.items()}


def _page(name: str) -> StreamlitPage:
    title = say(f"ui.page.{name}")
    if name == "data_check":
        title += _count_problems()
    return st.Page(page_path(name), title=title, url_path=name, default=name == "start")


def _count_problems() -> str:
    """What is wrong in the data; once rounds were compared, also what only that shows."""
    session = current_session()
    told = session.found.get(session.chosen()) or session.project
    return f" ({len(told.problems)})" if told and told.problems else ""


def _place_top() -> DeltaGenerator:
    return st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top")


def _show_top(page: str) -> None:
    st.session_state.setdefault("language", language())
    st.caption(plain(_describe_top(page)), width="content")
    ask_rounds()
    if page in PRICED:
        ask_prices()
    st.segmented_control(
        say("ui.language"),
        list(Language),
        required=True,
        format_func={Language.TH: say("ui.language_th_name"), Language.EN: "English"}.__getitem__,
        key="language",
        on_change=_switch_language,
        label_visibility="collapsed",
    )


def _show_version(page: str) -> None:
    """By which version of the methods the numbers above were found."""
    from analysis import METHODS_VERSION

    if current_session().project is not None and page in NUMBERED:
        st.caption(plain(say("version.methods", version=METHODS_VERSION)))


def _switch_language() -> None:
    chosen = st.session_state["language"]
    if chosen:
        current_session().language = Language(chosen)


def _describe_top(page: str) -> str:
    """Which rounds are compared, and for whom the page speaks where that could be doubted."""
    from figures.wording import DOT
    from project import choose_rounds
    from ui.filters import tell_filter
    from ui.texts import name_rounds

    session = current_session()
    if session.project is None:
        return say("ui.tagline")
    rounds = name_rounds(choose_rounds(session.project.rounds, session.pair), language())
    told = tell_filter(page) if page in (*GROUPS["changes"], *GROUPS["details"], *GROUPS["use"]) else ""
    return DOT.join(filter(None, (rounds, told)))


def _name_project(info: ProjectInfo) -> str:
    """Whose data is open: many windows of the same browser look alike."""
    from figures.wording import DOT

    return DOT.join(filter(None, (say("figures.invented") if info.is_sample else "", info.name)))


def _show_side() -> None:
    project = current_session().project
    with st.sidebar:
        if project is None:
            st.caption(say("ui.private_empty", hours=IDLE_HOURS))
            return
        if named := _name_project(project.info):
            st.caption(plain(named))
        st.caption(say("ui.private", hours=IDLE_HOURS))
        if st.button(say("ui.forget"), width="stretch"):
            ask_first(say("ui.forget"), say("ui.forget_sure"), say("ui.forget_yes"), _forget)
