"""How sure the change of income is, in sentences: its size, other tests, how evenly it is spread."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from analysis.beside import Beside, is_lopsided
from analysis.findings import Finding, Findings
from analysis.statistics import MIN_TESTED
from figures.households import fit_words
from figures.lorenz import choose_decimals
from figures.totals import tell_whose_total
from figures.values import decimals_for
from figures.wording import write_unit
from i18n import Language, word
from i18n.numbers import write_number, write_signed
from ui.pieces import item, label, plain, show_html
from ui.session import language, say
from ui.sources import show_titled

INDICATOR, OF_ALL = "member_income", "member_income_all"
SIZES = ((0.2, "tiny"), (0.5, "small"), (0.8, "medium"))  # Cohen 1988: below so many spreads it is called this
CHANCE = 0.05
ROUGH_BELOW = 500  # people below whom the intervals of Gini and Palma are too narrow (docs/coverage.md)
SMALLEST_P = 0.001  # smaller ones are not written out


def show_whose_total(findings: Findings) -> None:
    """Of how many the total of incomes is, and of how many the mean, where these are not the same people."""
    if told := tell_whose_total(findings, language()):
        st.caption(plain(told))


def show_certainty(findings: Findings) -> None:
    """The sentences below a heading; nothing where income was not compared."""
    told = tell_certainty(findings, language())
    if told:
        behind = (findings.find(key) for key in (INDICATOR, OF_ALL))
        show_titled(say("certainty.title"), [one for one in behind if one and not one.suppressed], "certainty")
        show_html(*(item(label(sentence, "block")) for sentence in told), kind="items")


def tell_certainty(findings: Findings, language: Language) -> tuple[str, ...]:
    """All that is known of how sure the change of income is, one sentence each."""
    finding = findings.find(INDICATOR)
    if finding is None or finding.suppressed:
        return ()
    if finding.n_pairs and finding.n_pairs < MIN_TESTED:
        return (word(fit_words("certainty.few", finding), language, n=write_number(finding.n_pairs)),)
    tell, about = (_tell_pairs, finding) if finding.n_pairs else (_tell_different, findings.find(OF_ALL))
    told = tuple(tell(about, findings.tests, language)) if about else ()
    return (*told, word("certainty.reading", language)) if told else ()


def write_p(p_value: float, language: Language) -> str:
    """``p = 0.003``, or ``p < 0.001`` for what is smaller."""
    if p_value < SMALLEST_P:
        return word("certainty.p_small", language, p=write_number(SMALLEST_P, 3))
    return word("certainty.p", language, p=write_number(p_value, 3))


def _tell_pairs(finding: Finding, tests: int, language: Language) -> Iterator[str]:
    beside = {one.method: one for one in finding.beside}
    yield from _tell_effect(finding, beside.get("hedges_g_av"), language)
    yield from _tell_median(finding, beside.get("median_difference"), language)
    if is_lopsided(finding.beside):
        yield word(fit_words("certainty.skewed", finding), language, n=write_number(finding.n_pairs or 0))
    yield from _tell_ranks(beside.get("wilcoxon"), language)
    yield from _tell_gini(finding, beside, language)
    yield from _tell_tests(finding, tests, language)


def _tell_tests(finding: Finding, tests: int, language: Language) -> Iterator[str]:
    if finding.p_adjusted is not None:
        yield word("certainty.tests", language, n=write_number(tests), p=write_p(finding.p_adjusted, language))


def _tell_effect(finding: Finding, effect: Beside | None, language: Language) -> Iterator[str]:
    if effect is None or effect.value is None:
        return
    size = next((name for limit, name in SIZES if abs(effect.value) < limit), "large")
    yield word(
        fit_words("certainty.effect", finding),
        language,
        g=write_signed(effect.value, 2),
        interval=_write_interval(effect, 2, language),
        size=word(f"certainty.size_{size}", language),
    )


def _tell_median(finding: Finding, median: Beside | None, language: Language) -> Iterator[str]:
    if median is None or median.value is None:
        return
    yield word(fit_words("certainty.median", finding), language, **_write_money(finding, median, language))


def _tell_ranks(ranks: Beside | None, language: Language) -> Iterator[str]:
    if ranks is None or ranks.p_value is None:
        return
    how = word(f"certainty.{'exact' if ranks.exact else 'approximate'}", language)
    key = f"certainty.ranks_{'unlikely' if ranks.p_value < CHANCE else 'possible'}"
    yield word(key, language, how=how, p=write_p(ranks.p_value, language))


def _tell_gini(finding: Finding, beside: dict[str, Beside], language: Language) -> Iterator[str]:
    before, after, change = (beside.get(f"gini_{name}") for name in ("baseline", "endline", "change"))
    if not (before and after and change) or before.value is None or after.value is None:
        return
    decimals = choose_decimals((before.value, after.value), change.interval)
    written = {name: write_number(one.value or 0.0, decimals) for name, one in (("before", before), ("after", after))}
    yield word(
        fit_words("certainty.gini", finding),
        language,
        verdict=word(f"certainty.gini_{_judge(change)}", language),
        **written,
    )
    if change.interval and change.n and change.n < ROUGH_BELOW:
        yield word(fit_words("certainty.gini_rough", finding), language, n=write_number(change.n))


def _judge(change: Beside) -> str:
    if change.interval is None:
        return "untested"
    low, high = change.interval
    return "less" if high < 0 else "more" if low > 0 else "same"


def _tell_different(finding: Finding, tests: int, language: Language) -> Iterator[str]:
    """Where nobody is in both rounds: Welch's test of the two means, and how evenly income is spread in each."""
    beside = {one.method: one for one in finding.beside}
    welch = beside.get("welch")
    if welch is None or welch.p_value is None:
        return
    money = _write_money(finding, welch, language)
    yield word(fit_words("certainty.welch", finding), language, p=write_p(welch.p_value, language), **money)
    yield from _tell_gini(finding, beside, language)
    yield from _tell_tests(finding, tests, language)


def _write_money(finding: Finding, one: Beside, language: Language) -> dict[str, str]:
    """The amount with its unit, and its interval without."""
    value = one.value or 0.0
    decimals = decimals_for(max((abs(value), *map(abs, one.interval or ()))), finding.unit)
    amount = write_signed(value, decimals)
    return {
        "amount": amount + write_unit(finding.unit, language, amount),
        "interval": _write_interval(one, decimals, language),
    }


def _write_interval(one: Beside, decimals: int | None, language: Language) -> str:
    if one.interval is None:
        return ""
    low, high = (write_signed(bound, decimals) for bound in one.interval)
    return word("certainty.interval", language, low=low, high=high)
