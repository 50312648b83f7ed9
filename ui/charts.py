"""A chart on the screen with what belongs to it: the bar to take it away, the cells and the figures behind it."""

from __future__ import annotations

from collections.abc import Collection
from time import sleep

import streamlit as st

from figures import ImageChoice, describe_chart, draw_chart, list_charts, look, name_stem, screen_config
from ui.downloads import show_download_bar
from ui.machine import browser_missing
from ui.pieces import plain
from ui.screen import is_dark, window_width
from ui.session import find_current, language
from ui.store import Only
from ui.wanted import texts_of, want

HEAD_START = 0.2  # seconds; with less the browser has not begun to draw when the rest of the page arrives
_GIVEN = "first_chart_given"


def show_charts(page: str, only: Only = (), keys: Collection[str] = ()) -> None:
    """The charts of a page (or some of them, by their keys); below them, which the data does not allow, and why."""
    findings = find_current(only)
    missing: dict[str, list[str]] = {}
    for chart in list_charts(findings, page) if findings else ():
        if keys and chart.key not in keys:
            continue
        if chart.available:
            show_chart(chart.key, only)
        else:
            missing.setdefault(chart.missing[language()], []).append(chart.name[language()])
    for reason, names in missing.items():
        st.caption(plain(f"{', '.join(names)}: {reason}"))


def show_chart(key: str, only: Only = ()) -> None:
    """The chart of a key for the members of ``only``, with its bar."""
    findings = find_current(only)
    if findings is None:
        return
    wanted = want(key, findings, language())
    with st.container(key=f"chart_{key}"):
        bar = st.container()  # filled after the chart, so that the chart is not kept waiting
        texts = texts_of(wanted)
        wish = look(language(), window_width(), dark=is_dark())
        figure = draw_chart(findings, key, wish, texts)
        name = name_stem(findings, ImageChoice(key, language()))
        alt = describe_chart(findings, key, language(), texts)
        st.plotly_chart(
            figure, theme=None, config=screen_config(name, camera=browser_missing()), key=f"plot_{key}", alt=alt
        )
        _let_it_be_drawn()
        with bar:
            show_download_bar(wanted)


def _let_it_be_drawn() -> None:
    """Keep the rest back once, after the first chart of a page just opened: the browser would draw all before it.

    The page is whole as soon as without it: the browser has no other work to wait with.
    """
    if not st.session_state.get(_GIVEN):
        st.session_state[_GIVEN] = True
        sleep(HEAD_START)
