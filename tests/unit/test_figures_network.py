"""The pictures of the network: the same places in both rounds, told without colour."""

from __future__ import annotations

from io import BytesIO

import plotly.graph_objects as go
from openpyxl import load_workbook

from analysis.evidence.tie_rows import Status
from figures import chart_table, default_texts, draw_chart, list_charts, look, write_figure_table
from figures.draw_network import draw_network
from figures.theme import LIGHT
from figures.ties import TieView, find_network, stroke_of
from i18n import Language, word
from tests.factories_figures import with_network
from tests.factories_network import Row, make_partners
from tests.golden_figures import find_sample

PERSON: Row = ("", "private", "market", "share", "", ("yes", "yes"), (10.0, 20.0))


def _texts(figure: go.Figure) -> str:
    return " ".join(text for trace in figure.data if trace.mode == "text" for text in trace.text)


def test_each_status_has_a_line_of_its_own_beside_its_colour() -> None:
    strokes = [stroke_of(status, LIGHT) for status in Status]
    lines = {(stroke.dash, stroke.width) for stroke in strokes}
    assert len(lines) == len(Status)


def test_the_picture_names_every_partner_and_what_became_of_it() -> None:
    findings = find_sample()
    network = find_network(findings)
    assert network is not None
    drawn = _texts(draw_chart(findings, "partners_network", look(Language.TH, "slide")))
    assert all(partner.name in drawn for partner in network.partners)
    assert all(word(f"figures.status_{status}", Language.TH) in drawn for status in ("continuing", "new", "ended"))


def test_more_than_forty_partners_are_drawn_as_sectors_and_it_is_said() -> None:
    findings = with_network(make_partners(60))
    drawn = _texts(draw_chart(findings, "partners_network", look(Language.EN, "word")))
    assert "หน่วยงานสมมติ 5" not in drawn
    assert default_texts(findings, "partners_network", Language.EN).subtitle == word(
        "figures.network_subtitle_sectors", Language.EN
    )


def test_names_for_which_a_picture_has_no_room_give_way_to_sectors_and_it_is_said() -> None:
    findings = with_network(make_partners(40, long=True))
    drawn = _texts(draw_chart(findings, "partners_network", look(Language.EN, "slide")))
    assert "shown by sector" in drawn


def test_of_a_person_the_sector_is_shown_and_it_is_said() -> None:
    findings = with_network([PERSON, *make_partners(2)])
    drawn = _texts(draw_chart(findings, "partners_network", look(Language.EN, "word")))
    assert word("figures.unnamed_partner", Language.EN, sector="Private sector") in drawn
    assert (
        word("figures.names_hidden", Language.EN, n="1")
        in default_texts(findings, "partners_network", Language.EN).note
    )


def test_all_five_stages_stand_in_the_picture_also_those_that_nobody_supports() -> None:
    network = find_network(with_network([PERSON]))
    assert network is not None
    assert TieView(network).list_nodes()[2] == ("think", "act", "solve", "share", "improve")


def test_bands_of_both_rounds_are_on_one_scale() -> None:
    network = find_network(find_sample())
    assert network is not None
    for side in (0, 1):
        counts = [band.count for band in TieView(network).count_bands(side) if band.column == 0]
        assert sum(counts) == len(network.ties_of(side))


def test_on_a_phone_the_bands_keep_their_room_and_sectors_have_letters_with_a_key() -> None:
    rows = make_partners(10)
    for language, first in ((Language.TH, "ก = ภาครัฐ"), (Language.EN, "A = Government")):
        figure = draw_chart(with_network(rows), "partners_ties", look(language, "phone"))
        bands = [trace for trace in figure.data if trace.hoveron == "fills"]
        assert min(max(band.x) - min(band.x) for band in bands) > 25, "px"
        assert first in _texts(figure)
        assert any(band.text.startswith(first[4:]) for band in bands), "whole names on hover"
    assert "ก = " not in _texts(draw_chart(with_network(rows), "partners_ties", look(Language.TH, "word")))


def test_without_partners_there_is_no_network_and_the_page_says_why() -> None:
    missing = {chart.key: chart.missing for chart in list_charts(with_network([]), "partners")}
    assert missing["partners_network"].en == word("figures.missing_partners", Language.EN)


def test_without_kinds_and_stages_the_bands_are_not_drawn_and_the_reader_is_told_what_to_fill_in() -> None:
    row: Row = ("ก", "private", "", "", "", ("yes", "yes"), (None, None))
    missing = {chart.key: chart.missing for chart in list_charts(with_network([row]), "partners")}
    assert missing["partners_ties"].en == word("figures.missing_ties", Language.EN)
    assert not missing["partners_network"].en


def test_the_workbook_behind_the_picture_has_every_tie_with_its_cells() -> None:
    findings = find_sample()
    network = find_network(findings)
    assert network is not None
    table = chart_table(findings, "partners_ties", Language.TH)
    assert len(table) == len(network.ties)
    sheet = load_workbook(BytesIO(write_figure_table(findings, "partners_ties", Language.TH))).worksheets[0]
    cells = [row[-1] for row in sheet.iter_rows(values_only=True) if row[-1]]
    assert "ภาคีเครือข่าย!A2:I2" in cells


def test_the_rows_of_a_slide_fill_the_height_that_it_has() -> None:
    network = find_network(find_sample())
    assert network is not None
    slide = look(Language.TH, "slide")
    body = draw_network(network, find_sample().rounds, slide, (700.0, False))
    assert body.height == 700
    assert max(label.y for label in body.labels) > 0.9 * 700
