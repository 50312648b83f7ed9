"""The screen of the comparison group: its answer, what is behind it, or how to add such a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.contrasts import Contrast
from analysis.findings import Findings
from dictionary.load_indicators import is_share
from figures.changes import is_perhaps_chance
from figures.comparison_paths import has_two_bases, write_gain, write_people, write_sure
from figures.grade_words import write_claim
from figures.prices import add_price_years, shows_money
from figures.values import show_contrast
from figures.verbs import COUNTED, MEMBERS, say_moves
from figures.wording import DOT, write_difference, write_unit
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number
from ui.charts import show_charts
from ui.layout import show_caveats
from ui.links import show_rows
from ui.pieces import plain, show_grid
from ui.screen import is_narrow
from ui.session import language, say
from ui.sources import show_titled
from ui.texts import write_gained, write_interval

BEYOND_COMPARING = ("consistent_with_effect", "contributed")  # claims that ask for more than a comparison group
HEADS = ("name", "own_before", "own_after", "others_before", "others_after", "result", "interval")


def list_shown(findings: Findings) -> tuple[Contrast, ...]:
    """The contrasts whose difference is known and may be shown."""
    contrasts = findings.comparison.contrasts if findings.comparison else ()
    return tuple(one for one in contrasts if one.finding.difference is not None)


def answer_comparison(findings: Findings, chosen: Language) -> str:
    """By how much more participants changed than others; that it agrees with an effect where earlier trends allow."""
    shown = list_shown(findings)
    if findings.comparison is None:
        return word("pages.comparison.none", chosen)
    if not shown:
        hidden = any(one.finding.suppressed for one in findings.comparison.contrasts)
        return word(f"pages.comparison.{'small' if hidden else 'nothing'}", chosen)
    finding = shown[0].finding
    name, amount = finding.indicator.label[chosen], write_gained(shown[0], chosen)
    verb = _choose_verb(shown[0])
    own = MEMBERS if shown[0].design == "paired" else COUNTED
    rung = finding.claim if verb == "same" and finding.claim else own
    told = say_moves(f"pages.comparison.{verb}", rung, chosen, indicator=name, amount=amount)
    told = add_price_years(told, findings, chosen) if shows_money([finding]) else told
    if is_perhaps_chance(finding):
        return word("pages.income.perhaps_chance", chosen, told=told.removesuffix("."))
    is_sure = finding.claim in BEYOND_COMPARING and finding.interval is not None
    return f"{told} {write_claim(finding, chosen)}" if is_sure else told


def _choose_verb(one: Contrast) -> str:
    """Whether participants rose or fell, and whether more or less than the others did."""
    difference, own = one.finding.difference or 0.0, one.participants.change or 0.0
    if not difference:
        return "same"
    rose = own > 0 or (own == 0 and difference < 0)
    return f"{'rose' if rose else 'fell'}_{'more' if (difference > 0) == rose else 'less'}"


def detail_comparison(findings: Findings, chosen: Language) -> str:
    """The change of each group by itself, the interval of the difference, and how many people there are."""
    shown = list_shown(findings)
    if findings.comparison is None or not shown:
        return ""
    one, people = shown[0], dict(findings.comparison.people)
    both = [_write_change(one, place, chosen) for place in (0, 2)]
    counts = [write_number(count) for count in people.values()]
    told = (
        word("pages.comparison.plain", chosen, plain=both[0], others=both[1]),
        write_sure(one, chosen),
        word("pages.comparison.people", chosen, own=counts[0], others=counts[1]) if counts else "",
    )
    return DOT.join(filter(None, told))


def show_comparison(findings: Findings) -> None:
    """Caveats, pictures, what went before, and the table; or how to add a comparison group."""
    if findings.comparison is None:
        st.write(plain(say("pages.comparison.why")))
        st.write(plain(say("pages.comparison.how_to_add")))
        return
    shown = list_shown(findings)
    show_caveats([one.finding for one in shown])
    show_charts("comparison")
    if shown:
        _show_before(shown)
        show_titled(say("ui.table"), [one.finding for one in shown], "comparison")
        heads, rows = [say(f"comparison.column_{name}") for name in HEADS], [_row(one, language()) for one in shown]
        if is_narrow():
            show_rows(heads, rows)
        else:
            show_grid(heads, rows, 1)
        if has_two_bases(shown):
            st.caption(plain(say("pages.comparison.two_bases")))


def _show_before(shown: Sequence[Contrast]) -> None:
    show_titled(say("pages.comparison.before"), [one.earlier for one in shown if one.earlier], "comparison_before")
    if all(one.is_parallel is None for one in shown):
        st.write(plain(say("pages.comparison.before_unknown")))
    for one in shown:
        earlier = one.earlier
        if earlier is not None and one.is_parallel is not None:
            told = {
                "indicator": earlier.indicator.label[language()],
                "amount": write_difference(earlier, language()),
                "interval": write_sure(replace(one, finding=earlier), language()),
            }
            key = "before_parallel" if one.is_parallel else "before_apart"
            st.write(plain(say(f"pages.comparison.{key}", **told)))


def _row(one: Contrast, chosen: Language) -> list[str]:
    name = DOT.join((one.finding.indicator.label[chosen], write_people(one, chosen)))
    interval = write_interval(one.finding, chosen) or UNKNOWN
    return [name, *show_contrast(one).values, write_gain(one, chosen), interval]


def _write_change(one: Contrast, place: int, chosen: Language) -> str:
    """What a group changed by, of the values shown: that before stands at a place, that after behind it."""
    written, unit = show_contrast(one).between(place, place + 1), one.finding.unit
    return (
        word("figures.points", chosen, value=written) if is_share(unit) else written + write_unit(unit, chosen, written)
    )
