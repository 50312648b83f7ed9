"""The screen of methods: the rows by which figures are found, estimated, doubted and graded."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from analysis import METHODS_VERSION
from dictionary.load import code_label
from dictionary.load_claims import Claim, load_claims
from dictionary.load_estimators import load_estimators
from dictionary.load_formulas import PARTS, load_formulas
from dictionary.load_grades import GradeRule, load_grades
from dictionary.load_methods import load_caveats, load_method_rows
from figures.wording import DOT
from i18n import Language, Text
from i18n.numbers import write_number, write_percent
from ui.pieces import item, label, plain, show_grid, show_html
from ui.session import language, say

DESIGNS = ("one_round", "typed", "each_round", "census", "paired", "compared")


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
    items = (
        _tell(one.label, formula=one.formula, assumption=one.assumption, reference=Text(one.reference, one.reference))
        for one in load_estimators().values()
    )
    show_html(*items, kind="items")


def show_formulas() -> None:
    """How every other kind of figure is worked out: a section each for what belongs together."""
    for part in PARTS:
        st.subheader(say(f"pages.methods.part_{part}"), anchor=False)
        items = (
            _tell(one.label, formula=one.formula, assumption=one.assumption, reference=one.reference)
            for one in load_formulas()
            if one.part == part
        )
        show_html(*items, kind="items")


def _tell(name: Text, **told: Text) -> str:
    chosen = language()
    lines = (
        label(say(f"pages.methods.{key}", **{key: text[chosen]}), "block cells")
        for key, text in told.items()
        if text[chosen]
    )
    return item(label(name[chosen], "name"), *lines)


def show_grades() -> None:
    """The rules of the grades of evidence, strongest first: the first whose conditions are all met holds."""
    chosen = language()
    st.subheader(say("methods.grades"), anchor=False)
    st.caption(plain(say("methods.grades_help")))
    rows = [
        (code_label("grade", rule.grade)[chosen], _name_designs(rule.designs), _tell_rule(rule))
        for rule in load_grades()
    ]
    show_grid([say(f"methods.column_{name}") for name in ("grade", "design", "conditions")], rows)


def _tell_rule(rule: GradeRule) -> str:
    """The conditions of a rule in words."""
    told = (
        say("methods.min_match", share=write_percent(rule.min_match)) if rule.min_match else "",
        say("methods.min_n", n=write_number(rule.min_n)) if rule.min_n else "",
        say(f"methods.{rule.interval}") if rule.interval else "",
        say("methods.without", caveats=", ".join(_name_caveat(code) for code in rule.without)) if rule.without else "",
    )
    return DOT.join(filter(None, told)) or say("methods.no_condition")


def _name_caveat(code: str) -> str:
    return load_caveats()[code].title[language()]


def show_claims() -> None:
    """The ladder of claims, lowest first: the verbs of every sentence, and what may be said."""
    chosen = language()
    st.subheader(say("methods.claims"), anchor=False)
    st.caption(plain(say("methods.claims_help")))
    show_grid(
        [say(f"methods.column_{name}") for name in ("design", "verbs", "claim")],
        [_tell_claim(one, chosen) for one in load_claims().values()],
    )


def _tell_claim(one: Claim, chosen: Language) -> tuple[str, str, str]:
    needs = (say(f"methods.needs_{need}") for need in sorted(one.needs))
    verbs = dict.fromkeys(verb[chosen] for verb in one.verbs.values())
    return DOT.join((_name_designs(one.designs), *needs)), " / ".join(verbs), one.sentence[chosen]


def _name_designs(designs: Collection[str]) -> str:
    """The designs in the order in which they are told; all of them where none is named."""
    return ", ".join(say(f"methods.design_{one}") for one in DESIGNS if one in designs) or say("methods.design_any")


def show_caveats_there_are() -> None:
    """Every doubt that a figure may carry."""
    chosen = language()
    st.subheader(say("pages.methods.caveats"), anchor=False)
    rows = [(one.title[chosen], one.sentence[chosen]) for one in load_caveats().values()]
    show_grid((say("pages.methods.name"), say("pages.methods.means")), rows)
