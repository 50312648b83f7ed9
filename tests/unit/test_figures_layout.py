"""Whatever the data, language and canvas: no word of a figure is cut, none covers another, and each keeps its size."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest

from analysis.findings import Findings
from figures import draw_chart, list_charts, look
from figures.fitting import PAPER_STEPS
from figures.fonts import text_width
from figures.sizes import CANVASES, IMAGE_SIZES
from i18n import Language, Text
from tests.factories_figures import LONG, PROJECT, make_findings, make_pairs, many_indicators, with_network
from tests.factories_network import make_partners

INK = 0.62  # of the type size: what a line of text must keep for itself
PROJECTS = {
    "usual": make_findings(),
    "few pairs": make_findings(pairs=make_pairs(5)),
    "many pairs": make_findings(pairs=make_pairs(400)),
    "falling": make_findings(pairs=make_pairs(48, rise=-700)),
    "one indicator": many_indicators(1),
    "two indicators": many_indicators(2),
    "twelve long indicators": many_indicators(12, long=True),
    "thirty indicators": many_indicators(30, long=True),
    "network": with_network(make_partners(14)),
    "network of sectors": with_network(make_partners(60, receivers=12)),
    "network of long names": with_network(make_partners(24, long=True)),
    "network of one": with_network(make_partners(1)),
    "long names": replace(make_findings(), project=replace(PROJECT, group=LONG[0], name=LONG[0])),
}


@dataclass(frozen=True)
class Box:
    """What a line of text covers, in px of the page."""

    text: str
    x0: float
    x1: float
    y: float
    size: float

    def covers(self, other: Box) -> bool:
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        return across > 1 and abs(self.y - other.y) < INK * (self.size + other.size) / 2


def text_boxes(figure: go.Figure, width: float) -> list[Box]:
    """Every line of text of a figure drawn ``width`` px wide."""
    plain = figure.to_dict()
    traces = [trace for trace in plain["data"] if trace.get("mode") == "text"]
    boxes = [_box(plain["layout"], trace, i, width) for trace in traces for i in range(len(trace["text"]))]
    return [box for box in boxes if box.text.strip()]


def _box(layout: dict[str, Any], trace: dict[str, Any], i: int, width: float) -> Box:
    x, y = (_px(layout, trace.get(f"{axis}axis", axis), trace[axis][i], width) for axis in "xy")
    size = trace["textfont"]["size"][i]
    wide = text_width(unescape(re.sub("</?b>", "", trace["text"][i])), size, bold=trace["text"][i].startswith("<b>"))
    start = {"middle right": x, "middle center": x - wide / 2, "middle left": x - wide}[trace["textposition"][i]]
    return Box(trace["text"][i], start, start + wide, y, size)


def _px(layout: dict[str, Any], key: str, value: float, width: float) -> float:
    axis = layout[{"x": "xaxis", "y": "yaxis", "x2": "xaxis2", "y2": "yaxis2"}[key]]
    (start, end), (first, last) = axis["domain"], axis["range"]
    share = start + (value - first) / (last - first) * (end - start)
    return float(share * width if key.startswith("x") else (1 - share) * layout["height"])


def figures_of(findings: Findings, language: Language, canvas: str) -> list[tuple[str, go.Figure]]:
    charts = [chart.key for chart in list_charts(findings) if chart.available]
    return [(key, draw_chart(findings, key, look(language, canvas))) for key in charts]


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("language", Language)
def test_no_word_is_cut_and_none_covers_another(project: str, canvas: str, language: Language) -> None:
    cut, covered = [], []
    for key, figure in figures_of(PROJECTS[project], language, canvas):
        width = figure.layout.width or CANVASES[canvas].width
        boxes = text_boxes(figure, width)
        cut += [(key, box) for box in boxes if box.x0 < -0.5 or box.x1 > width + 0.5]
        cut += [(key, box) for box in boxes if not box.size * 0.6 < box.y < figure.layout.height - box.size * 0.4]
        covered += [(key, a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)]
    assert (cut, covered) == ([], [])


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_nothing_lies_outside_its_axes_where_it_would_not_be_drawn(project: str, canvas: str) -> None:
    hidden = []
    for key, figure in figures_of(PROJECTS[project], Language.TH, canvas):
        plain = figure.to_dict()
        for trace in (trace for trace in plain["data"] if trace["type"] == "scatter"):
            for axis in "xy":
                name = {"x": "xaxis", "y": "yaxis", "x2": "xaxis2", "y2": "yaxis2"}[trace.get(f"{axis}axis", axis)]
                low, high = sorted(plain["layout"][name]["range"])
                hidden += [(key, value) for value in trace[axis] if value is not None and not low <= value <= high]
    assert hidden == []


@pytest.mark.parametrize("canvas", IMAGE_SIZES)
def test_the_shape_of_a_figure_is_that_of_its_size(canvas: str) -> None:
    size = IMAGE_SIZES[canvas]
    for key, figure in figures_of(PROJECTS["thirty indicators"], Language.TH, canvas):
        shape = figure.layout.width / figure.layout.height
        assert size.height is None or shape == pytest.approx(size.width / size.height), key
        assert size.height is not None or figure.layout.width in {size.loosened(step).width for step in PAPER_STEPS}, (
            key
        )


@pytest.mark.parametrize("chart", ["changes", "members_villages"])
def test_on_a_phone_marks_stand_below_their_words_and_have_the_whole_width(chart: str) -> None:
    figure = draw_chart(PROJECTS["usual"], chart, look(Language.TH, "phone"))
    left, right = figure.layout.xaxis2.domain
    assert right - left > 0.95


def test_a_paper_image_sets_type_smaller_before_it_leaves_an_indicator_out() -> None:
    figure = draw_chart(many_indicators(31), "changes", look(Language.TH, "word"))
    words = " ".join(text for trace in figure.data for text in trace.text or ())
    assert figure.layout.width > IMAGE_SIZES["word"].width
    assert "จาก 31 ตัวชี้วัด" not in words


def test_a_word_image_of_twelve_indicators_stays_on_a_sheet_of_paper() -> None:
    figure = draw_chart(many_indicators(12), "changes", look(Language.TH, "word"))
    assert figure.layout.height * 16 / figure.layout.width <= 24.7  # cm: A4 less the usual margins


@pytest.mark.parametrize("project", ["usual", "thirty indicators"])
def test_a_screen_figure_stretched_to_a_wide_window_covers_no_words(project: str) -> None:
    for key, figure in figures_of(PROJECTS[project], Language.TH, "screen"):
        boxes = text_boxes(figure, width=1400)
        assert [(key, a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)] == []


def test_type_in_a_half_image_is_as_large_in_print_as_in_a_word_image() -> None:
    sizes = {
        canvas: max(draw_chart(make_findings(), "changes", look(Language.TH, canvas)).data[0].textfont.size)
        for canvas in ("word", "half")
    }
    assert sizes["word"] == sizes["half"] == 28


def test_what_a_person_typed_is_text_and_never_markup() -> None:
    findings = many_indicators(2)
    first = findings.findings[0]
    named = replace(first, indicator=replace(first.indicator, label=Text("<b>ก</b> & ข", "<i>a</i> & b")))
    figure = draw_chart(
        replace(findings, findings=(named, *findings.findings[1:])), "changes", look(Language.TH, "word")
    )
    texts = [text for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]
    assert any("&lt;b&gt;ก&lt;/b&gt; &amp; ข" in text for text in texts)
    assert not any("<b>ก</b>" in text for text in texts)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("canvas", CANVASES)
def test_the_names_of_two_years_do_not_run_into_each_other(canvas: str, language: Language) -> None:
    usual = PROJECTS["usual"]
    before = replace(usual.rounds[0], label=Text("ก่อน ปี 2565", "Before Year 2022"))
    after = replace(usual.rounds[1], label=Text("หลัง ปี 2567", "After Year 2024"))
    figure = draw_chart(replace(usual, rounds=(before, after)), "income_pairs", look(language, canvas))
    boxes = text_boxes(figure, figure.layout.width or CANVASES[canvas].width)
    apart = [(a.text, b.text) for a, b in combinations(boxes, 2) if replace(a, x0=a.x0 - 3, x1=a.x1 + 3).covers(b)]
    assert apart == []
