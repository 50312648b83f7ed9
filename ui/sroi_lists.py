"""The lists under a social return: priced line by line, held, excluded, what was put in, and what others deduct."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import streamlit as st

from analysis.sroi import Line, Outcome, SocialReturn
from analysis.sroi.value_map import DEDUCTIONS
from dictionary.load import column_label
from dictionary.load_norms import Norm, load_norms
from figures.sroi_tables import tell_aside, tell_inputs, tell_lines, tell_reason
from figures.sroi_words import TABLE, write_currency, write_money, write_product
from figures.wording import DOT
from i18n.numbers import PERCENT, UNKNOWN, write_number, write_percent
from ui.frame import page_path
from ui.layout import show_answer
from ui.pieces import plain, show_grid
from ui.screen import is_narrow
from ui.session import language, say
from ui.sources import show_titled

COLUMNS = ("quantity", "deductions", "kept", "years", "value", "range", "break_even")
NARROW = ("quantity", "value")
WIDE_NUMBERS = 5  # the columns before it may wrap: years are many, and the rest must stay in view
NBSP = "\N{NO-BREAK SPACE}"


def invite_value_map() -> None:
    """No value map: what it is, and where to fill one in."""
    show_answer(say("pages.sroi.none"), say("pages.sroi.how_to_add"))
    if st.button(say("ui.go_start"), type="primary"):
        st.switch_page(page_path("start"))


def show_lines(found: SocialReturn) -> None:
    """Each priced outcome from quantity to present value, with its cells."""
    if not found.lines:
        return
    show_titled(say("pages.sroi.priced"), tell_lines(found), "sroi_lines")
    st.caption(plain(say("pages.sroi.priced_help", unit=write_currency(found, language()))))
    names = NARROW if is_narrow() else COLUMNS
    heads = [column_label(TABLE, "outcome")[language()], *(say(f"pages.sroi.column_{name}") for name in names)]
    show_grid(heads, [_row(line, names) for line in found.lines], 1 if is_narrow() else WIDE_NUMBERS)


def _row(line: Line, names: Sequence[str]) -> tuple[str, ...]:
    one = line.outcome
    low, high = line.range or (0.0, 0.0)
    cells = {
        "quantity": write_product(one).replace(" ", NBSP),
        "deductions": _tell_deductions(one),
        "kept": write_percent(line.kept),
        "years": ", ".join(write_number(value, 0) for value in line.impacts),
        "value": write_number(line.present_value, 0),
        "range": f"{write_number(low, 0)} … {write_number(high, 0)}",
        "break_even": UNKNOWN if line.break_even is None else write_number(line.break_even, 0),
    }
    told = DOT.join(filter(None, (one.outcome, one.stakeholder)))
    return (told, *(cells[name] for name in names))


def _tell_deductions(one: Outcome) -> str:
    """The four deductions in per cent, on one line: ``25 · 10 · 30 · 20``."""
    shares = (UNKNOWN if share is None else write_percent(share).removesuffix(PERCENT) for share in one.shares)
    return f"{NBSP}·{NBSP}".join(shares)


def show_set_aside(found: SocialReturn) -> None:
    """Outcomes that count without a price, and those that are not counted, each with the reason."""
    for kind, outcomes in (("held", found.held), ("excluded", found.excluded)):
        show_titled(say(f"pages.sroi.{kind}"), tell_aside(outcomes), f"sroi_{kind}")
        if not outcomes:
            st.caption(say("pages.sroi.list_empty"))
            continue
        heads = [column_label(TABLE, "outcome")[language()], say("pages.sroi.column_reason")]
        show_grid(heads, [(_name(one), tell_reason(one, language())) for one in outcomes])


def _name(one: Outcome) -> str:
    return DOT.join(filter(None, (one.outcome, one.stakeholder)))


def show_inputs(found: SocialReturn) -> None:
    """What each stakeholder put in, counted once, and the sum."""
    inputs = found.value_map.inputs
    if not inputs:
        return
    show_titled(say("pages.sroi.inputs"), tell_inputs(found), "sroi_inputs")
    heads = [
        *(column_label(TABLE, key)[language()] for key in ("stakeholder", "input")),
        say("pages.sroi.column_amount"),
    ]
    rows = [(one.stakeholder, one.what, write_number(one.amount, 0)) for one in inputs]
    whole = write_money(found.inputs_thb or 0.0, found, language())
    show_grid(heads, [*rows, (say("pages.sroi.sum"), "", whole)], 2)


def show_norms(found: SocialReturn) -> None:
    """What published reports deduct, beside what is entered here; where nothing is deducted, the reason."""
    if not found.lines:
        return
    st.subheader(say("pages.sroi.norms"), anchor=False)
    st.caption(plain(say("pages.sroi.norms_help", n=load_norms()[0].reports)))
    heads = [say(f"pages.sroi.column_{name}") for name in ("deduction", "entered", "norm", "note")]
    show_grid(heads, [_tell_norm(norm, found) for norm in load_norms()])
    reasons = [(one.outcome, one.zero_reason) for one in (line.outcome for line in found.lines) if one.zero_reason]
    if reasons:
        st.caption(say("pages.sroi.zero_reasons"))
        show_grid([column_label(TABLE, key)[language()] for key in ("outcome", "zero_reason")], reasons)


def _tell_norm(norm: Norm, found: SocialReturn) -> tuple[str, str, str, str]:
    is_rate = norm.key not in DEDUCTIONS
    name = say("figures.sroi_rate") if is_rate else column_label(TABLE, norm.key)[language()]
    entered = write_percent(found.discount_rate) if is_rate else _tell_entered(norm.key, found)
    stated = say("pages.sroi.norm_stated", n=norm.stated_in) if norm.stated_in else norm.note[language()]
    return name, entered, write_percent(norm.median, None if norm.median < 0.1 else 1), stated


def _tell_entered(key: str, found: SocialReturn) -> str:
    """The median of what the lines state, and the least and the most where they differ; a blank cell states nothing."""
    stated = (line.outcome.shares[DEDUCTIONS.index(key)] for line in found.lines)
    shares = [share for share in stated if share is not None]
    if not shares:
        return UNKNOWN
    middle = write_percent(median(shares))
    if min(shares) == max(shares):
        return middle
    return say(
        "pages.sroi.entered", median=middle, low=write_number(100 * min(shares), 0), high=write_percent(max(shares))
    )
