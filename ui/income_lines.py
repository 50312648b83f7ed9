"""Income against the minimum wage, the poverty line and a line of the user's own, in sentences with their sources."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from analysis.findings import Findings
from analysis.income_lines import BelowLine, IncomeLine, enter_line
from dictionary.load import code_label
from dictionary.load_methods import load_methods
from figures.households import fit_words
from figures.told import Told
from figures.values import show
from figures.wording import DOT, write_each
from i18n import Language, Text, word
from i18n.dates import write_date
from i18n.numbers import write_number, write_signed
from project import hold_against
from ui.certainty import write_p
from ui.pieces import item, label, plain, show_html
from ui.session import current_session, language, say
from ui.sources import show_titled

INCOME = "member_income"


def show_income_lines(findings: Findings) -> None:
    """What share of the members is below each line, and a form for another; nothing where incomes were not paired."""
    if INCOME not in findings.pairs or not len(findings.pairs[INCOME].baseline):
        return
    place = st.container()
    own = _ask_line(findings)
    shown = hold_against(findings, (own,)) if own else findings
    with place:
        show_titled(say("lines.title"), [tell_below(one) for one in shown.lines], "lines")
        st.caption(plain(say(fit_words("lines.help", findings), income=_name_income(findings))))
        show_html(*(_write_item(one, language()) for one in shown.lines), kind="items")


def _name_income(findings: Findings) -> str:
    income = findings.find(INCOME)
    return income.indicator.label[language()] if income else ""


def tell_below(below: BelowLine) -> Told:
    """A line with its shares, and the incomes that were held against it."""
    values = Text(*(DOT.join(tell_line(below, language)) for language in Language))
    how = load_methods()[below.finding.method]
    name = code_label("income_line", below.line.code)
    return Told(name, values, how, tuple(below.finding.sources), below.finding.caveats, INCOME)


def _write_item(below: BelowLine, language: Language) -> str:
    told = DOT.join(tell_line(below, language))
    return item(label(told, "block"), label(write_line_source(below.line, language), "quiet"))


def tell_line(below: BelowLine, language: Language) -> Iterator[str]:
    """The shares before and after with the line of each round, and the difference with its interval."""
    line, finding = below.line, below.finding
    name = code_label("income_line", line.code)[language]
    first, last = (write_number(amount) if amount else "" for amount in line.amounts)
    before, after = write_each(finding)
    if finding.missing:
        yield word("lines.one", language, line=name, share=before if first else after, amount=first or last)
        return
    yield word(
        fit_words("lines.both", finding), language, line=name, before=before, after=after, first=first, last=last
    )
    if finding.interval and finding.p_value is not None and finding.difference:
        points, (low, high) = show(finding).result, (write_signed(100 * share, 0) for share in finding.interval)
        yield word("lines.change", language, points=points, low=low, high=high, p=write_p(finding.p_value, language))


def write_line_source(line: IncomeLine, language: Language) -> str:
    """Who says so, and since when the amounts are in force."""
    days = dict.fromkeys(write_date(day, language) for day in line.since if day)
    source = line.source[language]
    if days:
        source = word("lines.since", language, source=source, dates=", ".join(days))
    return word("lines.source", language, source=source)


def _ask_line(findings: Findings) -> IncomeLine | None:
    """The line that was entered, or None; without a source it is not taken."""
    version = current_session().version
    with st.expander(say("lines.enter")), st.form(f"line_{version}", border=False):
        amount = st.number_input(
            say(fit_words("lines.amount", findings)), min_value=0.0, step=100.0, key=f"line_amount_{version}"
        )
        source = st.text_input(say("lines.source_field"), key=f"line_source_{version}")
        pressed = st.form_submit_button(say("lines.compare"))
    if not amount and not source.strip():
        return None
    try:
        return enter_line(amount, source)
    except ValueError:
        if pressed:
            st.error(say("lines.needs_source"))
        return None
