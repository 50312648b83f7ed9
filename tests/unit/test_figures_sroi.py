"""The charts of the social return: the numbers of the value map, never a ratio without its range, nothing cut."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import plotly.graph_objects as go
import pytest
from openpyxl import load_workbook

from analysis.evidence import Evidence
from analysis.findings import Findings
from analysis.sroi import find_return, read_value_map
from dictionary.nouns import ProjectInfo
from figures import (
    chart_table,
    default_texts,
    describe_chart,
    draw_chart,
    list_charts,
    look,
    shown_findings,
    write_figure_table,
)
from figures.fitting import SQUARE_STEPS, STEPS
from figures.frame import lay_frame
from figures.sizes import CANVASES
from figures.told import Told
from i18n import Language
from ingest import InputFile, read_files
from tests.factories_figures import LONG, ROUNDS
from tests.factories_sroi import Row, make_line, make_map

HOUSE = Path(__file__).parents[2]
GOLDEN = HOUSE / "tests" / "golden"
KEYS = ("sroi_values", "sroi_tornado", "sroi_draws")
INFO = ProjectInfo(group="กลุ่มทอผ้าใยกล้วยบ้านตัวอย่าง", is_sample=True)


def make(*rows: Row) -> Findings:
    return Findings("1", INFO, ROUNDS, (), evidence=Evidence(ROUNDS, sroi=find_return(make_map(*rows))))


PLAIN = make(
    make_line(input_thb=4000),
    make_line(outcome="less dust", proxy="masks", quantity=-4, proxy_thb=500),
    make_line(outcome="more meetings", proxy="club fee", quantity=7, proxy_thb=240, duration_years=3),
)
MANY = make(
    *(
        make_line(
            outcome=f"{LONG[0]} {n}", proxy=f"{LONG[1]} {n}", stakeholder=LONG[0], proxy_thb=90.0 * n, input_thb=n
        )
        for n in range(1, 41)
    )
)


@cache
def sample() -> Findings:
    """The social return of the first sample, without what else it holds."""
    path = HOUSE / "data" / "samples" / "banana_weaving.xlsx"
    reading = read_files([InputFile(path.name, path.read_bytes())])
    value_map = read_value_map(reading.records)
    assert value_map is not None
    evidence = Evidence(ROUNDS, sroi=find_return(value_map))
    return Findings("1", reading.info, ROUNDS, (), evidence=evidence)


def words_of(figure: go.Figure) -> str:
    texts = [text for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]
    return " ".join(texts).replace("<b>", "").replace("</b>", "").replace("\u00a0", " ")


def bars_of(figure: go.Figure) -> list[tuple[float, float]]:
    return [
        (float(base), float(base) + float(x))
        for trace in figure.data
        if trace.type == "bar"
        for base, x in zip(trace.base, trace.x, strict=True)
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", KEYS)
def test_a_chart_carries_title_choices_rounds_n_source_and_note(key: str, language: Language) -> None:
    texts = default_texts(PLAIN, key, language)
    words = words_of(draw_chart(PLAIN, key, look(language, "slide"))).replace(" ", "")
    for text in (texts.title, *texts.subtitle.split("\n"), texts.source, *texts.note.split("\n")):
        assert text.replace(" ", "").replace("\u00a0", "").replace("·", "") in words.replace("·", "")
    assert "3.5" in texts.subtitle
    assert "n 3" in texts.source


@pytest.mark.parametrize("language", Language)
def test_a_ratio_is_never_told_without_its_range(language: Language) -> None:
    found = PLAIN.evidence.sroi if PLAIN.evidence else None
    assert found is not None
    assert found.range is not None
    title = default_texts(PLAIN, "sroi_values", language).title
    for number in (found.ratio, *found.range):
        assert f"{number:.2f}" in title


def test_the_waterfall_climbs_from_line_to_line_to_the_present_value() -> None:
    found = PLAIN.evidence.sroi if PLAIN.evidence else None
    assert found is not None
    bars = bars_of(draw_chart(PLAIN, "sroi_values", look(Language.EN, "word")))
    steps = sorted((line.present_value for line in found.lines), key=abs, reverse=True)
    sums = [sum(steps[:count]) for count in range(len(steps) + 1)]
    climbs = [*pairwise(sums), (0.0, found.present_value)]
    assert [climb for climb in climbs if not any(bar == pytest.approx(climb) for bar in bars)] == []


def test_the_tornado_parts_at_the_ratio() -> None:
    found = PLAIN.evidence.sroi if PLAIN.evidence else None
    assert found is not None
    ends = [end for bar in bars_of(draw_chart(PLAIN, "sroi_tornado", look(Language.EN, "word"))) for end in bar]
    assert sum(end == pytest.approx(found.ratio) for end in ends) == len(ends) / 2


def test_the_draws_are_all_in_the_picture_and_the_line_at_one_is_there() -> None:
    table = chart_table(PLAIN, "sroi_draws", Language.EN)
    assert table["Per cent of the draws"].sum() == pytest.approx(100)
    figure = draw_chart(PLAIN, "sroi_draws", look(Language.EN, "word"))
    assert 1.0 in [shape.x0 for shape in figure.layout.shapes]


@pytest.mark.parametrize("canvas", ["word", "half", "slide", "square", "phone"])
@pytest.mark.parametrize("key", KEYS[:2])
def test_forty_long_outcomes_stay_on_the_page_and_what_is_left_out_is_said(key: str, canvas: str) -> None:
    figure = draw_chart(MANY, key, look(Language.TH, canvas))
    most = CANVASES[canvas].height or CANVASES[canvas].tallest
    assert most is None or figure.layout.height <= most * (SQUARE_STEPS if canvas == "square" else STEPS)[-1]
    bottom, top = figure.layout.yaxis.range
    page = figure.data[0]
    assert all(top <= y <= bottom for y in page.y)
    words = words_of(figure).replace(" ", "")
    assert "อีก" in words or "ไม่เกิน10จาก" in words


def test_a_long_title_is_wrapped_and_fits_the_picture() -> None:
    texts = default_texts(MANY, "sroi_tornado", Language.TH)
    wish = look(Language.TH, "word")
    for label in lay_frame(texts, wish).header:
        assert label.style.width(label.text) <= wish.canvas.width


def test_charts_that_cannot_be_drawn_say_why() -> None:
    empty = {chart.key: chart.missing.en for chart in list_charts(Findings("1", INFO, ROUNDS, ()))}
    assert all("SROI" in empty[key] for key in KEYS)
    unpaid = {chart.key: chart.missing.en for chart in list_charts(make(make_line()))}
    assert unpaid["sroi_values"] == ""
    assert "inputs" in unpaid["sroi_draws"]
    assert "inputs" in unpaid["sroi_tornado"]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_behind_a_chart_is_told_with_its_cells_and_cautions(key: str) -> None:
    shown = shown_findings(PLAIN, key)
    assert any(told.sources for told in shown)
    assert isinstance(shown[0], Told)
    assert shown[0].name.en in describe_chart(PLAIN, key, Language.EN)
    sheet = load_workbook(BytesIO(write_figure_table(PLAIN, key, Language.EN))).worksheets[0]
    texts = [str(cell.value) for row in sheet for cell in row]
    assert any(text.startswith("Not for comparing projects: ") for text in texts)


def test_the_table_leads_from_quantity_to_present_value() -> None:
    table = chart_table(PLAIN, "sroi_values", Language.EN)
    row = table.iloc[2]
    assert row["Quantity × proxy"] == 7 * 240
    assert row["Left after deductions (%)"] == pytest.approx(100 * 0.8 * 0.9 * 0.75)
    first = 7 * 240 * 0.8 * 0.9 * 0.75
    assert [row[f"Year {year}"] for year in (1, 2, 3)] == pytest.approx([first, first * 0.8, first * 0.64])
