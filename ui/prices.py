"""In which prices amounts are told: chosen once, kept for every page and over a refresh."""

from __future__ import annotations

from functools import partial

import streamlit as st

from i18n.dates import write_year
from ui.pieces import plain
from ui.session import current_session, language, say

NOMINAL, REAL = "nominal", "real"
WIDTH = 160  # px


def ask_prices() -> None:
    """A switch between the prices of each year and constant prices; nothing where no amount of money was read."""
    from project import has_money

    session = current_session()
    if session.project is None or not has_money(session.project):
        return
    key = f"prices_{session.version}_{language()}"
    st.session_state[key] = REAL if session.is_real else NOMINAL
    st.segmented_control(
        say("ui.prices"),
        (NOMINAL, REAL),
        required=True,
        format_func={name: say(f"ui.prices_{name}") for name in (NOMINAL, REAL)}.__getitem__,
        key=key,
        on_change=partial(_choose, key),
        help=say("ui.prices_help"),
    )
    if session.is_real:
        _ask_year()


def _ask_year() -> None:
    """The year whose prices amounts are told in: that of the later round, or another of which there is an index."""
    from project import list_price_years

    session = current_session()
    if session.project is None:
        return
    key = f"price_year_{session.version}_{language()}"
    st.session_state[key] = session.price_year
    st.selectbox(
        say("prices.year"),
        (None, *list_price_years(session.project)),
        format_func=lambda year: write_year(year, language()) if year else say("prices.year_after"),
        key=key,
        on_change=partial(_choose_year, key),
        placeholder=say("prices.year_after"),  # what is shown of a choice of None
        width=WIDTH,
    )


def _choose_year(key: str) -> None:
    current_session().price_year = st.session_state[key]


def _choose(key: str) -> None:
    current_session().is_real = st.session_state[key] == REAL


def show_prices() -> None:
    """By which indices amounts are adjusted, or why they are not; nothing where they were not to be."""
    from dictionary.load import describe
    from figures.prices import write_prices
    from project import price_rounds

    session = current_session()
    project = session.priced
    if project is None or not session.is_real:
        return
    prices = price_rounds(project, session.pair)
    if prices.problem:  # also what to do about it, which an image does not say
        st.caption(plain(describe(prices.problem, language())))
    elif told := write_prices(prices, language()):
        st.caption(told)
