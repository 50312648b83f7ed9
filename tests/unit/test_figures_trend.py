"""The chart of several rounds: every value where it belongs, gaps left open, worse as visible as better."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import plotly.graph_objects as go
import pytest
from openpyxl import load_workbook
from PIL import Image

from analysis.findings import Findings
from dictionary.load_methods import load_caveats
from dictionary.nouns import Dimension
from figures import (
    ImageChoice,
    chart_table,
    default_texts,
    describe_chart,
    draw_chart,
    file_name,
    list_charts,
    look,
    render_chart,
    write_figure_table,
)
from figures.changes import pick_leading
from figures.charts import CHARTS
from figures.theme import LIGHT
from figures.trends import count_once, list_trends
from i18n import Language
from project import find_changes
from tests.factories_figures import make_findings
from tests.factories_rounds import make_project
from tests.unit.test_figures_charts import words_of

FOUND = find_changes(make_project())
TRENDS = ("trend", "trend_economic", "trend_social", "trend_environmental")
DETAILS = {"income": "trend_income", "members": "trend_members", "partners": "trend_partners"}
SIZES = {"word": 1890, "half": 945, "slide": 1920, "square": 1080}


def draw(findings: Findings = FOUND, language: Language = Language.EN, canvas: str = "word") -> go.Figure:
    return draw_chart(findings, "trend", look(language, canvas))


def lines_of(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "lines+markers"]


def test_trends_are_listed_only_where_there_are_more_than_two_rounds() -> None:
    assert not set(TRENDS) & {chart.key for chart in list_charts(make_findings())}
    assert set(TRENDS) <= {chart.key for chart in list_charts(FOUND) if chart.available}
    pages = {page: [chart.key for chart in list_charts(FOUND, page)] for page in ("overview", *Dimension)}
    assert pages == {
        "overview": ["changes", "trend"],
        "economic": ["changes_economic", "trend_economic", "income_pairs", "income_shares", "effects_economic"],
        "social": ["changes_social", "trend_social", "members_flow", "partners_sectors", "effects_social"],
        "environmental": ["changes_environmental", "trend_environmental", "effects_environmental"],
    }


@pytest.mark.parametrize(("page", "key"), DETAILS.items())
def test_the_page_of_a_detail_shows_its_rounds_too(page: str, key: str) -> None:
    assert key in {chart.key for chart in list_charts(FOUND, page) if chart.available}
    assert len(lines_of(draw_chart(FOUND, key, look(Language.TH, "word")))) == 2
    assert set(CHARTS[key][0].shown(FOUND)) < set(list_trends(FOUND))


def test_a_trend_that_is_known_nowhere_or_hidden_is_not_drawn_and_says_why() -> None:
    none = {c.key: c.missing.en for c in list_charts(replace(FOUND, trends=()))}
    assert "two rounds" in none["trend"]
    hidden = find_changes(make_project(), {"village": "zz"})
    assert not next(c for c in list_charts(hidden) if c.key == "trend").available


@pytest.mark.parametrize("canvas", ["word", "half", "slide", "square", "screen", "phone"])
@pytest.mark.parametrize("language", Language)
def test_each_panel_has_its_name_its_ends_and_years_of_the_reader(language: Language, canvas: str) -> None:
    words = words_of(draw(language=language, canvas=canvas))
    years = ("2562", "2564") if language is Language.TH else ("2019", "2021")
    assert all(year in words for year in (*years, "30", "32", "5.4", "1.9"))
    assert ("2562" in words) is (language is Language.TH)


def test_the_mean_and_the_total_of_the_same_amounts_are_one_success() -> None:
    shown = list_trends(FOUND)
    keys = [one.indicator.key for one in shown]
    assert {"member_income_all", "member_income_total"} <= set(keys)
    assert [one.indicator.key for one in count_once(shown)] == [key for key in keys if key != "member_income_total"]
    alone = [one for one in shown if one.indicator.key != "member_income_all"]
    assert list(count_once(alone)) == alone
    assert "2 of 2" not in default_texts(FOUND, "trend_income", Language.EN).title


def test_a_gap_is_left_open_and_said() -> None:
    residue = lines_of(draw())[-1]
    assert [y is None for y in residue.y] == [False, True, False]
    assert residue.connectgaps is False
    assert "not known" in default_texts(FOUND, "trend", Language.EN).note
    whole = replace(FOUND, trends=tuple(t for t in FOUND.trends if len(t.known) == 3))
    assert "break" not in default_texts(whole, "trend", Language.EN).note


def test_higher_values_stand_higher_on_an_axis_from_zero() -> None:
    figure = draw()
    for trend, line, zero in zip(list_trends(FOUND), lines_of(figure), figure.layout.shapes, strict=True):
        heights = [zero.y0 - y for y in line.y if y is not None]
        values = [one.value or 0 for one in trend.known]
        assert [h / heights[0] for h in heights] == pytest.approx([value / values[0] for value in values])


def test_worse_is_drawn_in_the_colour_of_worse() -> None:
    worse = replace(FOUND, trends=tuple(replace(t, better=False, difference=-1.0) for t in FOUND.trends))
    assert {line.line.color for line in lines_of(draw(worse))} == {LIGHT.worse}
    assert "worse" in words_of(draw(worse))


def test_no_line_of_text_lies_outside_the_picture_or_over_another_panel() -> None:
    for canvas in ("word", "half", "square", "slide", "phone"):
        figure = draw(canvas=canvas)
        assert all(0 <= x <= figure.layout.xaxis2.range[1] for line in lines_of(figure) for x in line.x)


def test_where_room_is_short_each_dimension_keeps_a_panel() -> None:
    for most in (3, 4, 6):
        kept = pick_leading(list_trends(FOUND), most)
        assert {trend.dimension for trend in kept} == set(Dimension)


def test_the_table_has_every_round_with_its_n_and_cells() -> None:
    table = chart_table(FOUND, "trend", Language.EN)
    assert list(table.columns) == [
        *("Item", "Unit", "2019", "2020", "2021", "n 2019", "n 2020", "n 2021", "Direction", "Source cells"),
    ]
    row = table[table["Item"] == "Active members"].iloc[0]
    assert [row["2019"], row["2020"], row["2021"]] == [30, 35, 32]
    book = load_workbook(BytesIO(write_figure_table(FOUND, "trend", Language.TH)))
    texts = {str(cell.value) for line in book.worksheets[0].iter_rows() for cell in line}
    assert {"2563", "n 2563"} <= texts
    assert any(text.startswith(f"{load_caveats()['W04'].title[Language.TH]}: ") for text in texts)


@pytest.mark.parametrize("language", Language)
def test_it_is_told_in_sentences_to_those_who_hear_it(language: Language) -> None:
    said = describe_chart(FOUND, "trend_social", language)
    assert ("2563 35" if language is Language.TH else "2020 35") in said


def test_files_of_other_rounds_have_other_names() -> None:
    other = find_changes(make_project(), pair=("y2562", "y2563"))
    names = {file_name(findings, ImageChoice("changes", Language.TH)) for findings in (FOUND, other)}
    assert len(names) == 2
    assert any("2562-2563" in name for name in names)


@pytest.mark.parametrize("size", SIZES)
def test_the_image_has_its_size(size: str) -> None:
    image = Image.open(BytesIO(render_chart(FOUND, ImageChoice("trend", Language.TH, size))))
    assert image.width == SIZES[size]
