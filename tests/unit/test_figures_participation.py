"""The charts of participation and technology: what they show, say and leave out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import plotly.graph_objects as go
import pytest

from analysis.evidence import Evidence
from analysis.evidence.participation import Held, Participation
from analysis.findings import Findings
from figures import chart_table, default_texts, draw_chart, list_charts, look, write_figure_table
from figures.channels import draw_channels, list_channels
from figures.kinds_participation import _title_timeline
from figures.matrix import find_matrix
from figures.theme import DARK, LIGHT, Palette, role_colour, text_on
from figures.timeline import list_events, pick_events
from i18n import Language
from tests.factories_figures import ROUNDS, make_findings
from tests.factories_participation import ACTIVITIES, CROSSED, LONG_ACTIVITY, NOTHING, PARTICIPATION, make_activity

CHARTS = (
    "participation_matrix",
    "participation_levels",
    "participation_people",
    "participation_timeline",
    "technology_channels",
    "technology_works",
)
FINDINGS = make_findings()
SECRET = "นางสมมติ"


def words_of(figure: go.Figure) -> list[str]:
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def draw(
    chart: str, findings: Findings = FINDINGS, canvas: str = "word", language: Language = Language.EN
) -> go.Figure:
    return draw_chart(findings, chart, look(language, canvas))


def with_participation(told: Participation) -> Findings:
    return replace(FINDINGS, evidence=Evidence(ROUNDS, participation=told))


def with_level(**changes: object) -> Findings:
    """The findings with another level reached."""
    found = (replace(f, **changes) if f.indicator.key == "participation_level" else f for f in FINDINGS.findings)  # type: ignore[arg-type]
    return replace(FINDINGS, findings=tuple(found))


def with_secret_evidence() -> Findings:
    """The findings with evidence that names somebody."""
    secret = (replace(one, held=(replace(one.held[0], evidence=SECRET), one.held[1])) for one in ACTIVITIES)
    return with_participation(replace(PARTICIPATION, activities=tuple(secret)))


def test_the_matrix_leaves_a_gap_empty_and_writes_a_zero_only_where_something_was_lost() -> None:
    matrix = find_matrix(FINDINGS)
    assert matrix is not None
    assert matrix.gaps == 5 * 5 - sum(after > 0 for _, after in CROSSED.values())
    figure = draw("participation_matrix")
    numbers = [text.removeprefix("<b>").removesuffix("</b>") for text in words_of(figure)]
    assert numbers.count("0") == 1
    assert "<b>12</b>" in words_of(figure)
    halves = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert len(halves) == 5 * 5 * 2
    assert sum(shape.line.dash == "dot" for shape in halves) == matrix.gaps - 1


def test_the_title_of_the_matrix_counts_stages_and_gaps() -> None:
    assert default_texts(FINDINGS, "participation_matrix", Language.EN).title == (
        "Participation rose from 2 to 4 of 5 stages; 20 of 25 cells are still empty after"
    )


def test_the_ladder_is_full_at_the_highest_level_with_evidence_and_empty_above() -> None:
    fell = with_level(endline=2.0, difference=-1.0, better=False)
    figure = draw("participation_levels", fell)
    rungs = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    empty = [shape for shape in rungs if shape.fillcolor == "rgba(0,0,0,0)"]
    assert (len(rungs), len(empty)) == (5 * 2, (5 - 3) + (5 - 2))
    assert "fell from 3 Involve to 2 Consult" in default_texts(fell, "participation_levels", Language.EN).title


def test_levels_without_evidence_are_told_in_the_note() -> None:
    note = default_texts(FINDINGS, "participation_levels", Language.EN).note
    assert "1 level was typed that does not count" in note


def test_a_round_without_any_evidenced_level_says_so() -> None:
    none = with_level(baseline=None, difference=None, better=None, missing="endline_only")
    told = replace(PARTICIPATION, levels=((0, 0), (0, 0), (0, 1), (0, 2), (0, 1)))
    findings = replace(none, evidence=Evidence(ROUNDS, participation=told))
    assert "no evidence" in words_of(draw("participation_levels", findings))
    assert "before, no level has evidence" in default_texts(findings, "participation_levels", Language.EN).title


def test_the_timeline_puts_one_activity_of_several_stakeholders_on_one_row_and_lists_the_undated_apart() -> None:
    assert [len(event) for event in list_events(FINDINGS)] == [2, 1, 1, 1, 1]
    assert default_texts(FINDINGS, "participation_timeline", Language.EN).title.startswith("5 activities from")
    words = words_of(draw("participation_timeline"))
    assert "<b>Date not known</b>" in words
    assert "No activity" in words
    assert "9 Sep 2019" in words
    assert "2020" in words
    thai = words_of(draw("participation_timeline", language=Language.TH))
    assert "2563" in thai


def test_an_activity_of_before_only_is_hollow() -> None:
    rings = [
        trace for trace in draw("participation_timeline").data if trace.mode == "markers" and trace.marker.line.width
    ]
    assert [len(trace.x) for trace in rings] == [1]


def test_rows_that_do_not_fit_are_said_and_no_stage_is_called_empty_for_that() -> None:
    lots = [
        make_activity(
            f"{LONG_ACTIVITY} {n}", ("think", "citizens"), date(2019, 1 + n % 12, 1 + n), (NOTHING, Held(True, 9))
        )
        for n in range(25)
    ]
    findings = with_participation(replace(PARTICIPATION, activities=(*ACTIVITIES, *lots)))
    words = " ".join(words_of(draw("participation_timeline", findings, "square")))
    assert "Showing" in words
    assert words.count("No activity") <= 1
    assert len(pick_events(list_events(findings), 4)) == 4


def test_each_measure_has_its_own_scale_from_zero_to_its_largest_value() -> None:
    channels = list_channels(FINDINGS)
    body = draw_channels(channels, look(Language.EN, "word"), None)
    stops = [x for trace in body.traces if trace.mode == "markers" for x in trace.x]
    assert max(stops) == 1
    followers = [c.finding for c in channels if c.measure == "followers"]
    assert min(abs(x - 43 / 6_850) for x in stops) < 1e-9
    assert {f.unit for f in followers} == {"person"}


def test_a_channel_without_a_base_has_a_difference_and_no_per_cent() -> None:
    words = words_of(draw("technology_channels"))
    assert any("<b>+46</b>" in text for text in words)
    assert any("no base for a percentage" in text for text in words)
    assert any("<b>+1,531" in text for text in words)


def test_works_are_listed_with_their_dates_in_the_readers_era_and_what_came_of_them() -> None:
    thai = words_of(draw("technology_works", language=Language.TH))
    assert "ส.ค. 2563" in thai
    assert "ไม่ทราบวันที่" in thai
    assert "What came of it is not stated" in words_of(draw("technology_works"))


def test_many_works_leave_the_oldest_out_and_say_so() -> None:
    assert FINDINGS.evidence is not None
    assert FINDINGS.evidence.technology is not None
    works = FINDINGS.evidence.technology.works * 9
    technology = replace(FINDINGS.evidence.technology, works=works)
    many = replace(FINDINGS, evidence=replace(FINDINGS.evidence, technology=technology))
    assert "Showing the latest" in " ".join(words_of(draw("technology_works", many, "slide")))


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("language", Language)
def test_the_figures_behind_every_chart_are_a_workbook_without_evidence(chart: str, language: Language) -> None:
    findings = with_secret_evidence()
    if next(c for c in list_charts(findings) if c.key == chart).available:
        book = openpyxl.load_workbook(io.BytesIO(write_figure_table(findings, chart, language)))
        cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
        assert not any(SECRET in cell for cell in cells)
    assert len(chart_table(FINDINGS, chart, language)) > 1 or chart == "participation_levels"


def test_evidence_is_never_drawn() -> None:
    findings = with_secret_evidence()
    for chart in ("participation_matrix", "participation_levels", "participation_timeline"):
        assert SECRET not in draw(chart, findings).to_json()


def test_without_rows_every_chart_says_what_to_fill_in() -> None:
    empty = Findings("1", FINDINGS.project, ROUNDS, ())
    charts = [c for page in ("participation", "technology") for c in list_charts(empty, page)]
    assert [c.key for c in charts] == list(CHARTS)
    assert not any(c.available for c in charts)
    assert sum("fill in" in c.missing.en for c in charts) >= 4


@pytest.mark.parametrize("canvas", ["phone", "half", "square", "screen", "word"])
def test_no_name_of_a_stakeholder_is_broken_inside_a_word(canvas: str) -> None:
    named = {
        text.replace("<b>", "").replace("</b>", "") for text in words_of(draw("participation_matrix", canvas=canvas))
    }
    assert {"Citizens", "Network", "Government", "Education"} <= named


def brightness(colour: tuple[float, ...]) -> float:
    """Relative luminance (WCAG 2.2) of red, green and blue from 0 to 255."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", [True, False, None])
@pytest.mark.parametrize("share", [0.2, 0.35, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1.0])
def test_a_number_on_a_coloured_cell_can_be_read(palette: Palette, role: bool | None, share: float) -> None:
    colour = role_colour(role, palette)
    over, under, text = (
        tuple(int(one[i : i + 2], 16) for i in (1, 3, 5))
        for one in (colour, palette.ground, text_on(colour, share, palette))
    )
    behind = tuple(share * a + (1 - share) * b for a, b in zip(over, under, strict=True))
    dark, light = sorted((brightness(behind), brightness(text)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_activities_of_one_day_are_not_told_from_that_day_to_itself() -> None:
    one = [event for event in list_events(FINDINGS) if event[0].first][:1]
    title = _title_timeline(one, Language.EN)
    assert title.startswith("1 activity on ")
