"""The pictures of a comparison group: right in every size and language, with long names, few and many rounds."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from analysis.contrasts import METHOD, Contrast, GroupComparison, SideValues, Step, Trait
from analysis.findings import Finding, Findings
from dictionary.load_indicators import load_indicators
from dictionary.nouns import Round, Source
from figures import chart_table, default_texts, describe_chart, draw_chart, list_charts, look
from figures.comparison_paths import list_told
from figures.comparison_plan import spread
from figures.grade_words import write_claim
from figures.sizes import CANVASES
from i18n import Language, Text
from tests.factories_figures import LONG, PROJECT, ROUNDS, make_indicator
from tests.unit.test_figures_layout import text_boxes

CELLS = (Source("a.xlsx", "รายได้", ("C2:D90",)),)
EARLIER = (Round("y1", Text("ปีแรก", "First year")), Round("y2", Text("ปีที่สอง", "Second year")))


def contrast(key: str, values: tuple[float, float, float, float], interval: tuple[float, float] | None) -> Contrast:
    own, others = values[:2], values[2:]
    indicator = load_indicators().get(key) or make_indicator(key, LONG)
    difference = (own[1] - own[0]) - (others[1] - others[0])
    finding = Finding(
        indicator, indicator.unit, METHOD, (), *own, difference, interval=interval, better=difference > 0, sources=CELLS
    )
    return Contrast(finding, "paired", SideValues(*own, 50, 50, 50), SideValues(*others, 1040, 1040, 1040))


def step(key: str, own: float | None, others: float | None) -> Step:
    return Step(key, own, others, 50, 1040)


INCOME = contrast("member_income", (3651, 5216, 3274, 4286), (270.6, 834.9))
SAME = contrast("member_income", (3651, 3651, 3651, 3651), None)
MANY = tuple(contrast(f"own_{n}", (10 * n, 12 * n, 9 * n, 14 * n), (-5.0 * n, 0.5)) for n in range(1, 8))
FOUR = replace(
    INCOME,
    steps=(step("y1", 3000, 2900), step("y2", None, 3100), step("baseline", 3651, 3274), step("endline", 5216, 4286)),
)
TRAITS = (
    Trait("member_income", "thb_per_month", 3651.0, 3274.0, 0.45, 50, 40, sources=CELLS),
    Trait("member_age", "year", 47.2, 47.3, -0.01, 50, 40, sources=CELLS),
    Trait("women_share", "share", 0.9, 0.2, 7.5, 50, 40, sources=CELLS),
)
DATA = {"one": (INCOME,), "the same four times": (SAME,), "seven long names": MANY, "four rounds": (FOUR,)}


def findings(contrasts: tuple[Contrast, ...], traits: tuple[Trait, ...] = TRAITS) -> Findings:
    return Findings(
        "1", PROJECT, ROUNDS, (), all_rounds=(*EARLIER, *ROUNDS), comparison=GroupComparison(contrasts, traits)
    )


def available(found: Findings) -> list[str]:
    return [chart.key for chart in list_charts(found, "comparison") if chart.available]


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("language", Language)
def test_no_word_is_cut_and_none_covers_another(data: str, canvas: str, language: Language) -> None:
    found = findings(DATA[data])
    assert available(found) == ["comparison_means", "comparison_balance"]
    for key in available(found):
        figure = draw_chart(found, key, look(language, canvas))
        width = figure.layout.width or CANVASES[canvas].width
        boxes = text_boxes(figure, width)
        assert [box for box in boxes if box.x0 < -0.5 or box.x1 > width + 0.5] == []
        assert [box for box in boxes if not box.size * 0.6 < box.y < figure.layout.height - box.size * 0.4] == []
        assert [(key, a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)] == []


def test_the_dashed_line_ends_where_participants_would_be_had_they_changed_as_the_others_did() -> None:
    found = findings((INCOME,))
    table = chart_table(found, "comparison_means", Language.EN)
    assert table["Participants had they changed as the comparison group"].tolist() == [3651 + (4286 - 3274)]
    assert "4,663 had they changed alike" in str(draw_chart(found, "comparison_means", look(Language.EN, "word")))
    assert "+553 baht/month against the comparison group" in default_texts(found, "comparison_means", Language.EN).title


@pytest.mark.parametrize(("interval", "unsure"), [((-50.0, 1156.0), True), ((270.6, 834.9), False)])
def test_the_title_and_the_claim_say_what_the_interval_allows(interval: tuple[float, float], unsure: bool) -> None:
    one = contrast("member_income", (3651, 5216, 3274, 4286), interval)
    title = default_texts(findings((one,)), "comparison_means", Language.EN).title
    assert "95 % interval" in title
    assert ("may be chance alone" in title) is unsure
    claimed = write_claim(replace(one.finding, claim="changed_more"), Language.EN)
    assert ("cannot be told whether participants changed differently" in claimed) is unsure


def test_behind_a_comparison_stands_its_own_result_first_then_interval_and_both_groups() -> None:
    earlier = replace(INCOME.finding, difference=12.0, interval=(-90.0, 114.0))
    found = GroupComparison((replace(INCOME, earlier=earlier),))
    told = found.find(INCOME.finding)
    assert told is not None
    assert list_told(told, Language.EN) == (
        "+553 baht/month against the comparison group",
        "95 % interval +271 baht/month to +835 baht/month",
        "in the project 3,651 → 5,216, comparison 3,274 → 4,286",
        "n 50 and 1,040",
    )
    before = found.find(earlier)
    assert before is not None
    assert [line.split(" ")[0] for line in list_told(before, Language.EN)] == ["+12", "95"]
    assert found.find(replace(earlier, difference=1.0)) is None


def test_the_chart_is_told_in_words_with_its_interval() -> None:
    told = describe_chart(findings((INCOME,)), "comparison_means", Language.EN)
    assert "in the project 3,651 → 5,216, comparison group 3,274 → 4,286" in told
    assert "95 % interval" in told


def test_without_a_comparison_group_no_chart_of_one_is_listed() -> None:
    assert not list_charts(Findings("1", PROJECT, ROUNDS, ()), "comparison")


def test_a_hidden_comparison_group_is_not_drawn() -> None:
    hidden = Contrast(Finding(load_indicators()["member_income"], "thb_per_month", METHOD, suppressed=True), "paired")
    few = findings((hidden,), (Trait("women_share", "share", suppressed=True),))
    assert available(few) == []


def test_words_are_moved_apart_and_stay_in_their_span() -> None:
    assert spread([10, 11, 50], 8, (0, 50)) == [10, 18, 50]
    assert spread([48, 49, 50], 8, (0, 50)) == [34, 42, 50]
    assert spread([50, 10], 8, (0, 60)) == [50, 10]


@pytest.mark.parametrize(
    ("far", "title"),
    [
        (0.10, "Before, the groups were near each other in the one thing known"),
        (0.20, "Before, the groups were not far apart in the one thing known"),
        (0.30, "Before, the groups were far apart in 1 of 1 thing"),
    ],
)
def test_groups_are_called_near_only_where_the_note_says_so(far: float, title: str) -> None:
    found = findings((INCOME,), (replace(TRAITS[0], difference=far),))
    assert default_texts(found, "comparison_balance", Language.EN).title == title
