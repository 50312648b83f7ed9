"""The screen of methods: the rows by which figures are found, estimated, doubted and graded."""

from __future__ import annotations

import streamlit as st

from analysis import METHODS_VERSION
from dictionary.load_estimators import Estimator, load_estimators
from dictionary.load_methods import load_caveats, load_method_rows
from ui.pieces import item, label, plain, show_grid, show_html
from ui.session import language, say


def show_methods() -> None:
    """Every way in which a figure is found, in one sentence; the version that all of it has."""
    chosen = language()
    st.caption(plain(say("pages.methods.version", version=METHODS_VERSION)))
    st.subheader(say("pages.methods.found"), anchor=False)
    rows = [(row.label[chosen], row.sentence[chosen]) for row in load_method_rows().values()]
    show_grid((say("pages.methods.name"), say("pages.methods.how")), rows)


def show_estimators() -> None:
    """What stands beside a figure, each with formula, assumption and reference."""
    st.subheader(say("pages.methods.beside"), anchor=False)
    show_html(*map(_tell, load_estimators().values()), kind="items")


def _tell(one: Estimator) -> str:
    chosen = language()
    told = {"formula": one.formula, "assumption": one.assumption[chosen], "reference": one.reference}
    lines = (label(say(f"pages.methods.{key}", **{key: text}), "block cells") for key, text in told.items() if text)
    return item(label(one.label[chosen], "name"), *lines)


def show_caveats_there_are() -> None:
    """Every doubt that a figure may carry."""
    chosen = language()
    st.subheader(say("pages.methods.caveats"), anchor=False)
    rows = [(one.title[chosen], one.sentence[chosen]) for one in load_caveats().values()]
    show_grid((say("pages.methods.name"), say("pages.methods.means")), rows)
