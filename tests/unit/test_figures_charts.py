"""What the charts show: the numbers of the findings, worse as visible as better, hidden groups nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from analysis.findings import Findings
from dictionary.nouns import Dimension, ProjectInfo
from figures import (
    Chart,
    ChartTexts,
    chart_table,
    default_texts,
    describe_chart,
    draw_chart,
    list_changes,
    list_charts,
    look,
)
from figures.changes import HEADLINES, count_changes, pick_leading, pick_most_telling
from figures.frame import lay_frame
from figures.groups import draw_groups
from figures.pairs import find_incomes
from figures.pairs_plan import period_lines
from figures.scale import round_ticks
from figures.theme import DARK, LIGHT
from figures.totals import tell_whose_total
from figures.wording import DOT, write_both
from i18n import Language
from tests.factories_figures import ROUNDS, make_finding, make_findings, make_group, make_pairs, many_indicators

FINDINGS = make_findings()
OF_ONE_GROUP = replace(FINDINGS, only=(("village", "หมู่ 4 บ้านสวนสมมติ"), ("sex", "male")))
EMPTY = Findings("1", ProjectInfo(), ROUNDS, ())
OF_SHEETS = {"chain", "targets", "balance", "effects", "index", *(f"effects_{one}" for one in Dimension)} | {
    "partners_network",
    "partners_ties",
}
KEYS = [chart.key for chart in list_charts(FINDINGS)]


def words_of(figure: go.Figure) -> str:
    texts = [text for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]
    return " ".join(texts).replace("<b>", "").replace("</b>", "").replace("\u00a0", " ")


def draw(key: str, findings: Findings = FINDINGS, language: Language = Language.EN, canvas: str = "word") -> go.Figure:
    return draw_chart(findings, key, look(language, canvas))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", Language)
def test_title_rounds_source_and_note_stand_inside_the_figure(key: str, language: Language) -> None:
    words = words_of(draw(key, language=language, canvas="slide")).replace(" ", "")
    texts = default_texts(FINDINGS, key, language)
    lines = (texts.title, *texts.subtitle.split("\n"), texts.source, *texts.note.split("\n"))
    for text in (part for line in lines for part in line.split(DOT)):
        assert text.replace(" ", "").replace("\u00a0", "") in words
    assert ("มี.ค.2562" if language is Language.TH else "Mar2019") in words


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", Language)
def test_no_title_claims_that_the_project_caused_a_change(key: str, language: Language) -> None:
    title = default_texts(FINDINGS, key, language).title.lower()
    claims = ("because", "caused", "thanks to", "impact of", "เพราะ", "ทำให้", "ส่งผลให้", "ผลของโครงการ")
    assert not any(claim in title for claim in claims)


@pytest.mark.parametrize("key", KEYS)
def test_the_note_says_that_there_is_no_comparison_group(key: str) -> None:
    assert "no proof that the project caused it" in default_texts(FINDINGS, key, Language.EN).note


def test_edited_words_replace_the_default_ones() -> None:
    texts = ChartTexts("A title", "A subtitle", "A source", "A note")
    words = words_of(draw_chart(FINDINGS, "changes", look(Language.EN, "word"), texts))
    assert all(text in words for text in ("A title", "A subtitle", "A source", "A note"))


@pytest.mark.parametrize("key", [chart.key for chart in list_charts(OF_ONE_GROUP) if chart.available])
@pytest.mark.parametrize("canvas", ["word", "half", "slide", "phone"])
def test_a_figure_of_one_group_only_says_so_in_the_picture(key: str, canvas: str) -> None:
    findings = OF_ONE_GROUP
    assert "only หมู่ 4 บ้านสวนสมมติ · Male" in words_of(draw(key, findings, canvas=canvas))
    assert "เฉพาะ หมู่ 4 บ้านสวนสมมติ · ชาย" in words_of(draw(key, findings, Language.TH, canvas))


def test_invented_data_is_marked_in_every_figure() -> None:
    assert all("ข้อมูลสมมติ" in default_texts(FINDINGS, key, Language.TH).source for key in KEYS)


def test_arrows_have_the_relative_changes_of_the_findings() -> None:
    findings = many_indicators(2)
    changes = list_changes(findings)
    stops = {x for trace in draw("changes", findings).data if trace.mode == "markers" for x in trace.x if x}
    assert stops == {f.relative_change for f in changes}


def test_a_share_changes_by_percentage_points_and_never_by_per_cent() -> None:
    words = words_of(draw("changes"))
    assert "−6.0 points down" in words
    assert "72 % → 66 %" in words


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (0.884, 0.857, "88.4 % → 85.7 %"),  # −2.7 points
        (0.72, 0.66, "72 % → 66 %"),
        (0.884, 0.557, "88.4 % → 55.7 %"),  # −32.7 points: 88, 56 and −33 would not add up
        (0.884, None, "88.4 % → –"),
    ],
)
def test_two_shares_are_written_as_exactly_as_their_difference(before: float, after: float | None, said: str) -> None:
    finding = make_finding("women_share", before, after)
    assert write_both(finding, Language.EN).replace("\u00a0", " ") == said


@pytest.mark.parametrize("most", [1, 2, 3, 8, 130])
def test_people_are_counted_on_the_axis_in_whole_numbers(most: int) -> None:
    groups = [make_group("members_active", ("village", f"หมู่ {n}"), 0, n * most) for n in (0, 1)]
    body = draw_groups(groups, look(Language.EN, "word"), None)
    ticks = [label.text for label in body.labels if label.on == "data" and label.anchor == "center"]
    assert ticks[0] == "0"
    assert all(tick.isdigit() for tick in ticks)
    assert len(set(ticks)) == len(ticks)


def test_nothing_before_and_an_unknown_after_is_no_mark_and_a_known_value_is_one() -> None:
    groups = [make_group("partner_support", ("sector", name), before, None) for name, before in (("a", 0), ("b", 30))]
    body = draw_groups(groups, look(Language.EN, "word"), None)
    assert {x for trace in body.traces for x in trace.x or () if x is not None} == {30}


def test_a_mean_under_the_sources_of_income_is_not_called_a_total() -> None:
    assert "mean 2,950 → 4,359 baht" in default_texts(FINDINGS, "income_sources", Language.EN).source
    assert "total 18 → 42 people" in default_texts(FINDINGS, "members_villages", Language.EN).source


def test_long_dates_are_not_broken_into_words_under_a_narrow_chart() -> None:
    days = (date(2024, 1, 15), date(2024, 12, 20))
    rounds = (replace(ROUNDS[0], start=days[0], end=days[1]), replace(ROUNDS[1], start=days[0], end=days[1]))
    for canvas in ("phone", "half", "square"):
        for before, after in [period_lines(rounds, width, look(Language.TH, canvas)) for width in (40, 80, 120)]:
            assert max(len(before), len(after)) <= 2


def test_on_a_phone_no_round_is_parted_from_its_dates_in_a_subtitle() -> None:
    rounds = ("ก่อน 1 ม.ค.–31 ธ.ค. 2566", "หลัง 1 ม.ค.–31 ธ.ค. 2568")
    texts = ChartTexts("หัวเรื่อง", f"ร้อยละของค่าก่อน\n{' · '.join(rounds)}", "", "")
    lines = [label.text for label in lay_frame(texts, look(Language.TH, "phone")).header]
    assert lines[-2:] == list(rounds)


def test_a_fall_of_what_should_fall_is_better_and_a_rise_of_debt_worse() -> None:
    words = words_of(draw("changes"))
    assert "−65 % better" in words
    assert "+8.4 % worse" in words


def test_better_and_worse_have_the_same_size_and_line() -> None:
    lines = {t.line.color: t.line.width for t in draw("changes").data if t.mode == "lines"}
    assert lines[LIGHT.better] == lines[LIGHT.worse]


def test_a_long_arrow_is_cut_and_marked_with_its_whole_size_in_words() -> None:
    figure = draw("changes")
    assert "+617 % better »" in words_of(figure)
    stops = [x for trace in figure.data if trace.mode == "markers" for x in trace.x if x is not None]
    assert max(stops) < 6.17


def test_a_baseline_of_zero_shows_the_difference_and_says_that_there_is_no_base() -> None:
    words = words_of(draw("changes"))
    assert all(text in words for text in ("0 → 3 communities", "no base for a percentage", "+3 better"))


def test_what_cannot_be_compared_is_listed_last_and_not_counted() -> None:
    changes = list_changes(FINDINGS)
    social = [f.indicator.key for f in changes if f.dimension == "social"]
    assert social[-1] == "community_fund"
    assert count_changes(changes).unknown == 1


def test_counts_between_the_rounds_and_other_ways_of_measuring_are_no_changes() -> None:
    extra = make_finding("member_income_median", 3000, 4000, method="paired_median")
    keys = {f.indicator.key for f in list_changes(make_findings([extra]))}
    assert not keys & {"members_new", "members_left", "income_better_share", "member_income_median"}


@pytest.mark.parametrize(
    ("mean", "target", "counted"),
    [((2500.0, 3344.0), None, False), ((2500.0, None), None, True), ((2500.0, 3344.0), 40000, True)],
)
def test_a_total_counts_only_where_no_mean_tells_of_the_same_amounts_and_nobody_planned_it(
    mean: tuple[float, float | None], target: float | None, counted: bool
) -> None:
    income = make_finding("member_income", *mean, method="paired_mean")
    total = make_finding("member_income_total", 24500, 33100, method="sum_of_unbroken", target=target)
    findings = replace(make_findings([]), findings=(income, total))
    assert ("member_income_total" in {f.indicator.key for f in list_changes(findings)}) is counted


@pytest.mark.parametrize("language", list(Language))
def test_whose_amounts_a_total_adds_up_is_told_where_the_mean_is_of_others(language: Language) -> None:
    income = make_finding("member_income", 2500, 3344, method="paired_mean", n_baseline=12, n_endline=11, n_pairs=9)
    total = make_finding("member_income_total", 24500, 33100, n_baseline=10, n_endline=10, n_pairs=9)
    told = tell_whose_total(replace(make_findings([]), findings=(income, total)), language)
    assert all(number in told for number in ("9", "10"))
    alike = replace(total, n_baseline=9, n_endline=9)
    assert tell_whose_total(replace(make_findings([]), findings=(income, alike)), language) == ""


def test_the_title_counts_better_and_worse() -> None:
    tally = count_changes(list_changes(FINDINGS))
    title = f"{tally.better} of {tally.compared} indicators got better and {tally.worse} got worse"
    assert default_texts(FINDINGS, "changes", Language.EN).title == title


def test_a_slide_says_how_many_it_shows_of_all_indicators() -> None:
    words = words_of(draw("changes", many_indicators(30), canvas="slide"))
    assert "of 30 indicators: the main ones of each dimension, what got worse, and the largest changes" in words


@pytest.mark.parametrize("most", range(1, 9))
def test_where_room_is_short_each_dimension_stays_then_the_headlines_then_what_got_worse(most: int) -> None:
    changes = list_changes(FINDINGS)
    kept = pick_leading(changes, most)
    keys, worse = ({f.indicator.key for f in some} for some in (kept, [f for f in changes if f.better is False]))
    assert len(kept) == most
    assert len({f.dimension for f in kept}) == min(most, 3)
    assert most < 3 + 1 or {f.indicator.key for f in changes} & set(HEADLINES) <= keys
    assert most < 3 + 1 + len(worse) or worse <= keys


@pytest.mark.parametrize("canvas", ["half", "word"])
@pytest.mark.parametrize("language", Language)
def test_a_picture_for_paper_is_never_higher_than_a_page_and_says_what_it_leaves_out(
    canvas: str, language: Language
) -> None:
    figure = draw("changes", many_indicators(45, long=True), language, canvas)
    assert figure.layout.height / figure.layout.width <= 24 / {"word": 16, "half": 8}[canvas]
    said = "of45indicators" if language is Language.EN else "จาก45ตัวชี้วัด"
    assert said in words_of(figure).replace(" ", "")


def test_groups_in_a_small_picture_keep_the_share_of_what_got_worse() -> None:
    changes = list_changes(many_indicators(30))
    kept = pick_most_telling(changes, 10)
    all_worse, kept_worse = (sum(f.better is False for f in some) for some in (changes, kept))
    assert len(kept) == 10
    assert kept_worse / 10 >= all_worse / 30


def test_each_pair_is_a_line_and_the_mean_is_that_of_the_pairs() -> None:
    pairs = make_pairs(38)
    figure = draw("income_pairs", make_findings(pairs=pairs))
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert sum(len([y for y in trace.y if y is not None]) for trace in lines) == 2 * 38
    mean = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert tuple(mean.y) == (pytest.approx(pairs.baseline.mean()), pytest.approx(pairs.endline.mean()))


def test_the_whiskers_are_the_interval_of_the_finding() -> None:
    finding = FINDINGS.find("member_income")
    assert finding
    assert finding.interval
    whisker = next(trace for trace in draw("income_pairs").data if trace.marker.symbol == "diamond")
    low, high = finding.interval
    assert (whisker.y[0] + whisker.error_y.array[0]) - finding.baseline == pytest.approx(high)
    assert (whisker.y[0] - whisker.error_y.arrayminus[0]) - finding.baseline == pytest.approx(low)


def test_under_six_pairs_there_are_points_and_no_interval() -> None:
    figure = draw("income_pairs", make_findings(pairs=make_pairs(5)))
    assert "under 6 pairs" in words_of(figure)
    assert all(trace.error_y.array is None for trace in figure.data if trace.type == "scatter")


def test_many_pairs_become_distributions_that_hold_everybody() -> None:
    figure = draw("income_pairs", make_findings(pairs=make_pairs(400)))
    bars = [trace for trace in figure.data if trace.type == "bar"]
    heights = [sum(abs(y) for y in trace.y) for trace in bars]
    assert len(bars) == 2
    assert heights[0] == pytest.approx(heights[1])


def test_who_was_left_out_of_the_comparison_is_said() -> None:
    note = default_texts(FINDINGS, "income_pairs", Language.EN).note
    assert "7 people known in one round only (3 before, 4 after)" in note


def test_a_hidden_group_is_nowhere_in_the_figure_table_or_description() -> None:
    figure = draw("members_villages", language=Language.TH)
    table = chart_table(FINDINGS, "members_villages", Language.TH)
    told = describe_chart(FINDINGS, "members_villages", Language.TH)
    assert "หมู่ 9" not in str(figure.to_json()) + table.to_csv() + told
    assert "ไม่แสดง 1 กลุ่ม" in words_of(figure)


def test_hidden_shares_hide_the_whole_bar_and_the_counts_in_the_title() -> None:
    hidden = tuple(
        replace(f, suppressed=True, endline=None) if f.indicator.key == "income_worse_share" else f
        for f in FINDINGS.findings
    )
    findings = replace(FINDINGS, findings=hidden)
    chart = next(c for c in list_charts(findings) if c.key == "income_shares")
    assert "too small" in chart.missing.en
    assert "earn less" not in default_texts(findings, "income_pairs", Language.EN).title


def test_the_flow_adds_up() -> None:
    words = words_of(draw("members_flow"))
    assert all(
        text in words for text in ("stayed 16 people", "left 2 people", "joined 26 people", "18 people", "42 people")
    )


def test_those_whose_end_is_not_known_have_a_band_of_their_own() -> None:
    members = [f for f in FINDINGS.findings if f.indicator.key != "members_active" or f.group]
    findings = replace(FINDINGS, findings=(*members, make_finding("members_active", 20, 42, method="count")))
    assert "not known 2 people" in words_of(draw("members_flow", findings))


def test_every_chart_of_an_empty_project_says_why_it_is_not_there() -> None:
    charts = list_charts(EMPTY)
    assert len(charts) == len(list_charts(FINDINGS))
    assert all(not chart.available and chart.missing.th and chart.missing.en for chart in charts)


def _list_charts_of_people(findings: Findings) -> list[Chart]:
    """All but those of what is told row by row, which is no view of some members."""
    pages = {"participation", "technology", "sroi"}
    charts = (chart for chart in list_charts(findings) if chart.key in KEYS and chart.key not in OF_SHEETS)
    return [chart for chart in charts if not pages & {*chart.pages}]


def test_a_view_of_too_few_people_gives_that_as_the_reason_for_every_chart_of_them() -> None:
    hidden = tuple(replace(f, baseline=None, endline=None, difference=None, suppressed=True) for f in FINDINGS.findings)
    charts = _list_charts_of_people(replace(FINDINGS, findings=hidden, pairs={}))
    assert {chart.missing.en.partition(";")[0] for chart in charts} == {"The groups are too small"}
    totals = tuple(f for f in hidden if not f.group)  # no breakdown at all
    charts = _list_charts_of_people(replace(FINDINGS, findings=totals, pairs={}))
    assert {chart.missing.en.partition(";")[0] for chart in charts} == {"The groups are too small"}


@pytest.mark.parametrize(("total", "reason"), [(None, "value of the partners' support"), (415_000, "sectors")])
def test_support_without_a_value_says_that_and_with_one_that_the_sectors_are_not_known(
    total: float | None, reason: str
) -> None:
    kept = tuple(f for f in FINDINGS.findings if f.indicator.key != "partner_support")
    findings = replace(FINDINGS, findings=(*kept, make_finding("partner_support", total, total)))
    chart = next(c for c in list_charts(findings) if c.key == "partners_support")
    assert reason in chart.missing.en


def test_a_page_lists_its_own_charts() -> None:
    assert [chart.key for chart in list_charts(FINDINGS, "partners")] == [
        "partners_network",
        "partners_ties",
        "partners_kinds",
        "partners_stages",
        "partners_sectors",
        "partners_flow",
        "partners_support",
    ]


def test_a_dark_figure_has_light_words_on_a_dark_ground() -> None:
    figure = draw_chart(FINDINGS, "changes", look(Language.TH, "screen", dark=True))
    assert figure.layout.paper_bgcolor == DARK.ground
    assert DARK.ink in figure.data[0].textfont.color
    assert LIGHT.ink not in figure.data[0].textfont.color


def test_one_group_alone_is_named_in_the_title() -> None:
    one = make_findings([make_group("partner_support", ("sector", "education"), 10.0, 20.0)])
    kept = tuple(f for f in one.findings if f.group in ((), (("sector", "education"),)) and f.baseline != 20_000)
    title = default_texts(replace(one, findings=kept), "partners_support", Language.EN).title
    assert title.endswith("Education rose by 10 baht")


def test_the_table_behind_a_chart_has_the_values_with_shares_in_per_cent() -> None:
    table = chart_table(FINDINGS, "changes", Language.EN).set_index("Item")
    assert table.loc["Women among members", "Before"] == pytest.approx(72)
    assert table.loc["Household debt", "Difference"] == 63_100 - 58_200


def test_a_description_tells_title_and_values() -> None:
    told = describe_chart(FINDINGS, "members_villages", Language.EN)
    assert told.startswith(default_texts(FINDINGS, "members_villages", Language.EN).title)
    assert "6 → 17 people" in told


def test_the_incomes_are_those_of_the_findings() -> None:
    incomes = find_incomes(FINDINGS)
    assert incomes
    assert sum(incomes.rises()) == incomes.count == 38
    assert find_incomes(EMPTY) is None


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0, 7_310), (-40, 220), (2_345, 2_347), (0, 0)])
def test_ticks_are_few_and_inside(low: float, high: float) -> None:
    ticks = round_ticks(low, high)
    assert 1 <= len(ticks) <= 6
    assert all(low - 1e-9 <= tick <= high + 1e-9 for tick in ticks)


def test_a_group_that_cannot_be_compared_is_not_counted_as_unchanged() -> None:
    groups = (("government", 2.0, 3.0), ("education", 1.0, 1.0), ("private", None, 4.0))
    found = tuple(make_group("partners", ("sector", sector), before, after) for sector, before, after in groups)
    findings = Findings("1", ProjectInfo(), ROUNDS, found)
    title = default_texts(findings, "partners_sectors", Language.EN).title
    assert title == "The number of partners rose in 1 of 3 sectors (1 of the sectors cannot be compared)"


@pytest.mark.parametrize("size", ["square", "word"])
def test_no_line_of_the_chart_of_incomes_runs_through_the_mean_after(size: str) -> None:
    figure = draw("income_pairs", canvas=size)
    right = max(shape.x1 for shape in figure.layout.shapes if shape.xref == "x2 domain" and shape.line.dash is None)
    span = figure.layout.xaxis2.range
    assert span[0] + right * (span[1] - span[0]) == pytest.approx(1)
