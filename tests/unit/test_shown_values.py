"""Values that stand side by side add up as they are shown, in words, cards, tables and charts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.contrasts import METHOD, Contrast, SideValues
from analysis.findings import Finding, Trend, TrendValue
from dictionary.load_indicators import load_indicators
from figures.comparison_paths import write_gain
from figures.trends import tell_trend
from figures.values import Sum, show, show_contrast, show_sum, write_share
from figures.wording import write_both, write_bounds, write_difference
from i18n import Language, word
from i18n.numbers import MINUS, PERCENT
from tests.factories_figures import ROUNDS, make_finding
from ui.texts import tell_n, write_amount, write_interval

SHARE, MONEY = load_indicators()["income_better_share"], load_indicators()["member_income"]

AMOUNTS = st.floats(0, 1e6).map(lambda value: round(value, 4))


def change(before: float, after: float, *, share: bool) -> Finding:
    indicator = SHARE if share else MONEY
    return Finding(indicator, indicator.unit, "typed_figure", baseline=before, endline=after, difference=after - before)


def read(text: str) -> Decimal:
    return Decimal(text.removesuffix(PERCENT).replace(",", "").replace(MINUS, "-"))


@pytest.mark.parametrize(
    ("before", "after", "both", "points"),
    [
        (0.355, 0.82, "35.5 % → 82.0 %", "+46.5"),
        (0.36, 0.82, "36 % → 82 %", "+46"),
        (0.3, 0.35, "30 % → 35 %", "+5"),
        (1 / 3, 2 / 3, "33.3 % → 66.7 %", "+33.4"),  # no number of decimals would do: the result is that of those shown
    ],
)
def test_shares_and_their_points(before: float, after: float, both: str, points: str) -> None:
    finding = change(before, after, share=True)
    assert write_both(finding, Language.EN) == both.replace(" %", PERCENT)
    assert write_difference(finding, Language.EN).startswith(points)
    assert write_amount(finding, Language.EN).startswith(points.removeprefix("+"))


@pytest.mark.parametrize(
    ("before", "after", "both", "difference"),
    [
        (3175, 4636, "3,175 → 4,636", "+1,461 "),
        (1000.4, 2000.6, "1,000.4 → 2,000.6", "+1,000.2 "),
        (2000.6, 1000.4, "2,000.6 → 1,000.4", "−1,000.2 "),
    ],
)
def test_amounts_and_their_difference(before: float, after: float, both: str, difference: str) -> None:
    finding = change(before, after, share=False)
    assert write_both(finding, Language.EN).startswith(both)
    assert write_difference(finding, Language.EN).startswith(difference)


@pytest.mark.parametrize("unit", [SHARE.unit, MONEY.unit, "person"])
@given(before=AMOUNTS, after=AMOUNTS)
def test_after_less_before_is_the_difference_whatever_they_are(unit: str, before: float, after: float) -> None:
    shown = show_sum(Sum(unit, (before, after), (-1, 1), after - before))
    assert read(shown.values[1]) - read(shown.values[0]) == read(shown.result)


def test_a_result_that_is_no_difference_of_the_values_stays_as_it_is() -> None:
    assert show_sum(Sum(MONEY.unit, (100.4, 200.6), (-1, 1), 55.0)).values == ("100", "201")


def test_a_trend_shows_all_its_rounds_with_the_decimals_that_make_its_ends_add_up() -> None:
    values = tuple(TrendValue(key, value) for key, value in (("y1", 0.355), ("y2", None), ("y3", 0.82)))
    trend = Trend(SHARE, SHARE.unit, "share_of_known", values, difference=0.465)
    assert show(trend).values == (f"35.5{PERCENT}", "–", f"82.0{PERCENT}")
    assert "+46.5" in tell_trend(trend, (*ROUNDS, ROUNDS[1]), Language.EN)


def test_four_means_and_what_goes_beyond_the_others_add_up() -> None:
    own, others = SideValues(100.4, 300.6, 9, 9), SideValues(100.3, 150.4, 9, 9)
    gain = (300.6 - 100.4) - (150.4 - 100.3)
    finding = Finding(MONEY, MONEY.unit, METHOD, baseline=100.4, endline=300.6, difference=gain)
    contrast = Contrast(finding, "paired", own, others)
    shown = show_contrast(contrast)
    first, last, first_other, last_other = map(read, shown.values)
    assert (last - first) - (last_other - first_other) == read(shown.result)
    assert write_gain(contrast, Language.EN).startswith(shown.result)
    assert read(shown.combine((1, 0, -1, 1))) == last - read(shown.result)
    assert read(shown.between(0, 1)) - read(shown.between(2, 3)) == read(shown.result)


def test_a_share_is_rounded_alike_in_a_title_a_chart_and_beside_its_change() -> None:
    assert [write_share(share) for share in (0.465, 0.46, 1.0, None)] == [
        f"46.5{PERCENT}",
        f"46{PERCENT}",
        f"100{PERCENT}",
        "–",
    ]
    assert show(change(0.465, 0.512, share=True)).values == (write_share(0.465), write_share(0.512))


@pytest.mark.parametrize("language", Language)
def test_a_card_tells_the_plain_meaning_before_n_and_the_name_of_the_interval(language: Language) -> None:
    income = replace(change(1000.0, 1200.0, share=False), method="paired_mean", n_pairs=35, interval=(120.0, 280.0))
    assert tell_n(income, language) in {"คิดจาก 35\N{NO-BREAK SPACE}คู่ (n)", "from 35 pairs (n)"}
    told = word("ui.beside.interval", language, interval=write_interval(income, language))
    assert told.index("120") < told.index("95")


@pytest.mark.parametrize(("before", "told"), [(0.5, " จุดร้อยละ"), (None, PERCENT)])
def test_an_interval_of_a_difference_of_shares_is_in_points_and_of_a_share_in_per_cent(
    before: float | None, told: str
) -> None:
    finding = make_finding("women_share", before, 0.6, interval=(-0.0525, 0.25))
    assert write_bounds(finding, Language.TH) == (f"{MINUS}5.3", f"25.0{told}")
