"""The social return on its page: the answer, the choices under it, and what must be looked at first."""

from __future__ import annotations

import streamlit as st

from analysis.findings import Findings
from analysis.sroi import Combination, Settings, SocialReturn, Timing
from analysis.sroi.settings import MOST_RATE
from dictionary.load import describe
from dictionary.nouns import Problem
from figures.sroi_words import write_basis, write_headline
from figures.wording import DOT
from i18n import Language, word
from i18n.numbers import write_percent
from ui.pieces import plain
from ui.session import current_session, language, say

SROI = "sroi_"  # how the codes of its problems begin
WIDTH = 280  # px of each choice
ENOUGH = 0.0001  # by which a rate must differ from the one shown to be a choice


def answer_social_return(found: SocialReturn, language: Language) -> str:
    """The ratio with its range; that nothing is priced where nothing is."""
    return write_headline(found, language) if found.lines else word("pages.sroi.nothing_priced", language)


def detail_social_return(found: SocialReturn, language: Language) -> str:
    """The choices under the ratio, and how much of the value could be lost before it falls to 1."""
    return DOT.join(filter(None, (write_basis(found, language), _tell_break_even(found, language))))


def _tell_break_even(found: SocialReturn, language: Language) -> str:
    if found.break_even is None:
        return ""
    key = "above" if found.break_even >= 0 else "below"
    missing = (found.inputs_thb or 0.0) / found.present_value - 1 if found.present_value else 0.0
    share = write_percent(found.break_even if key == "above" else missing)
    return word(f"pages.sroi.break_even_{key}", language, share=share)


def ask_choices(found: SocialReturn) -> None:
    """When value is counted, how deductions combine, and the discount rate; the page follows at once."""
    session = current_session()
    with st.container(horizontal=True, vertical_alignment="bottom", key="sroi_choices"):
        names = [word(f"figures.sroi_timing_{one}", language()) for one in Timing]
        timing = st.selectbox(
            say("pages.sroi.timing"), names, list(Timing).index(found.timing), key=_key("timing"), width=WIDTH
        )
        hows = [word(f"figures.sroi_combination_{one}", language()) for one in Combination]
        place = list(Combination).index(found.combination)
        how = st.selectbox(say("pages.sroi.combination"), hows, place, key=_key("combination"), width=WIDTH)
        shown, most = round(100 * found.discount_rate, 2), 100 * MOST_RATE
        rate = st.number_input(
            say("pages.sroi.rate"), 0.0, most, shown, 0.5, format="%.2f", key=_key("rate"), width=WIDTH
        )
    usual = session.sroi.discount_rate if session.sroi else None
    typed = rate / 100 if abs(rate / 100 - found.discount_rate) > ENOUGH else usual
    chosen = Settings(list(Timing)[names.index(timing)], list(Combination)[hows.index(how)], typed)
    if chosen != (session.sroi or Settings()):
        session.sroi = chosen
        st.rerun()


def _key(name: str) -> str:
    """The key of a field: files opened anew and the other language start with fresh fields."""
    return f"sroi_{name}_{current_session().version}_{language()}"


def show_cautions(found: SocialReturn, findings: Findings) -> None:
    """Income that is counted elsewhere too, the proxy that rules, the prices, and what is wrong on the sheet."""
    if findings.prices and findings.prices.is_real:
        st.caption(plain(say("pages.sroi.as_entered")))
    if found.income_lines:
        lines = ", ".join(line.outcome.outcome for line in found.income_lines)
        st.warning(plain(say("pages.sroi.counted_twice", lines=lines)))
    if found.dominant:
        st.caption(plain(say("pages.sroi.dominant", proxy=found.dominant)))
    problems = [one for one in findings.problems if one.code.startswith(SROI)]
    if problems:
        with st.expander(say("pages.sroi.problems", n=len(problems))):
            _list(problems)


def _list(problems: list[Problem]) -> None:
    for problem in problems:
        st.markdown(f"- {plain(describe(problem, language()))}")
