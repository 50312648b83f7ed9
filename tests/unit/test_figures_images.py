"""Image files: exact sizes, Thai right without any system font, each caller its own image, and life after a crash."""

from __future__ import annotations

import io
import os
import re
import signal
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import pytest
from choreographer.browsers import Chromium
from PIL import Image

import figures.render
from figures import ImageChoice, NoBrowser, browser_missing, draw_chart, list_charts, look, render_chart, render_image
from figures.fonts import text_width
from figures.render.browser import DrawingError, WarmPage, warm_page
from figures.render.files import Caption, ImageFormat, write_image
from figures.render.lettering import read_drawing
from figures.sizes import IMAGE_SIZES, Canvas
from i18n import Language
from tests.factories_figures import make_findings, make_pairs, many_indicators

pytestmark = pytest.mark.skipif(browser_missing(), reason="no browser on this machine")
FINDINGS = make_findings()
LITTLE = Canvas("", width=300, height=80, pixels_wide=300, dpi=300)
BARE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80">{inside}</svg>'
PIXELS = {"word": (1890, None), "half": (945, None), "slide": (1920, 1080), "square": (1080, 1080)}


def drawn_text(text: str) -> str:
    return BARE.format(inside=f'<text x="10" y="55" style="font-family: Sarabun; font-size: 40px">{text}</text>')


def open_png(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("size", IMAGE_SIZES)
@pytest.mark.parametrize("findings", [FINDINGS, many_indicators(30)], ids=["usual", "thirty"])
def test_a_png_has_exactly_the_pixels_of_its_size(size: str, findings: object) -> None:
    image = open_png(render_chart(findings, ImageChoice("changes", size=size)))  # type: ignore[arg-type]
    wide, high = PIXELS[size]
    assert image.width == wide
    assert high in (None, image.height)


@pytest.mark.parametrize("size", ["slide", "square"])
def test_every_chart_fills_a_fixed_size_to_the_pixel_whatever_its_type_was_set_to(size: str) -> None:
    for project in (FINDINGS, make_findings(pairs=make_pairs(400)), make_findings(pairs=make_pairs(5))):
        image = open_png(render_chart(project, ImageChoice("income_pairs", Language.EN, size)))
        assert image.size == PIXELS[size]


def test_word_shows_a_word_png_sixteen_centimetres_wide() -> None:
    image = open_png(render_chart(FINDINGS, ImageChoice("income_shares")))
    assert image.width / image.info["dpi"][0] * 2.54 == pytest.approx(16, abs=0.01)


def test_the_ground_is_white_up_to_the_edges() -> None:
    image = open_png(render_chart(FINDINGS, ImageChoice("income_shares", size="half"))).convert("RGB")
    corners = [(0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)]
    assert {image.getpixel(corner) for corner in corners} == {(255, 255, 255)}


@pytest.mark.parametrize("size", IMAGE_SIZES)
def test_an_svg_needs_no_font_and_names_its_size(size: str) -> None:
    """Word reads no font inside a drawing: its letters are outlines, and what it says stands in its description."""
    svg = render_chart(FINDINGS, ImageChoice("members_flow", size=size, image_format="svg")).decode()
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert box
    assert "<text" not in svg
    assert "font-family" not in svg
    assert "<symbol" not in svg
    assert re.search(r"<title>สมาชิก.*</title>\s*<desc>สมาชิก", svg)
    assert "http://" not in svg.replace("http://www.w3.org", "")
    if IMAGE_SIZES[size].height:
        assert float(box[1]) / float(box[2]) == pytest.approx(PIXELS[size][0] / (PIXELS[size][1] or 1), rel=1e-3)


def test_a_pdf_is_one_page_of_the_printed_width_with_its_fonts_inside() -> None:
    pdf = render_chart(FINDINGS, ImageChoice("members_flow", image_format="pdf"))
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert pdf.startswith(b"%PDF")
    assert box
    assert float(box[1]) / 72 * 2.54 == pytest.approx(16, abs=0.01)
    assert b"Sarabun-Bold" in pdf
    assert b"Sarabun-Regular" in pdf
    assert b"/Subtype/Image" not in pdf.replace(b" ", b"")


def test_text_copied_out_of_a_pdf_holds_each_letter_with_its_marks_once() -> None:
    pdf = write_image(drawn_text("เพิ่ม"), ImageFormat.PDF, LITTLE, Caption("หัวเรื่อง", "คำอธิบาย"))
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    pages = b"".join(zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"x")
    assert pages.count(b"FEFF" + "พิ่".encode("utf-16-be").hex().upper().encode()) == 1
    assert "หัวเรื่อง".encode("utf-16-be") in pdf or "หัวเรื่อง".encode() in pdf


def test_words_of_a_drawing_are_read_line_by_line_from_left_to_right() -> None:
    text = '<text x="{x}" y="{y}" style="font-size: 10px; fill: rgb(0, 0, 255)">{word}</text>'
    placed = [(60, 21, "สอง"), (5, 40, "สาม"), (5, 20, "หนึ่ง")]
    words = "".join(text.format(x=x, y=y, word=word) for x, y, word in placed)
    drawing = read_drawing(BARE.format(inside=f'<g transform="translate(0,5)">{words}</g>'))
    assert [line.runs[0].text for line in drawing.lines] == ["หนึ่ง", "สอง", "สาม"]
    assert (drawing.lines[0].y, drawing.lines[0].fill) == (25, "#0000ff")


def ink(text: str) -> np.ndarray:
    """The dark pixels of a text as the image writer sets it."""
    png = write_image(drawn_text(text), ImageFormat.PNG, LITTLE)
    return np.asarray(open_png(png).convert("L")) < 128


def test_thai_marks_are_drawn_above_and_below_their_letters() -> None:
    plain, marked = ink("กน"), ink("กุ้น")
    rows_plain, rows_marked = np.flatnonzero(plain.any(axis=1)), np.flatnonzero(marked.any(axis=1))
    assert rows_marked[0] < rows_plain[0] - 3
    assert rows_marked[-1] > rows_plain[-1] + 3


@pytest.mark.parametrize("text", ["รายได้สมาชิก", "จำนวน", "น้ำตาล"])
def test_the_measured_width_is_the_drawn_width(text: str) -> None:
    columns = np.flatnonzero(ink(text).any(axis=0))
    assert columns[-1] - columns[0] == pytest.approx(text_width(text, 40), abs=6)


def test_a_line_one_pixel_wide_stays_sharp() -> None:
    """Whatever the height, the drawing is not made larger and shrunk again."""
    for high in range(1200, 1260, 7):
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="945" height="{high}" viewBox="0 0 945 {high}">'
            '<rect x="100" y="0" width="0.5" height="2000"/></svg>'
        )
        image = open_png(write_image(svg, ImageFormat.PNG, IMAGE_SIZES["word"])).convert("L")
        assert image.size == (1890, 2 * high)
        row = np.asarray(image)[high]
        assert (row < 250).sum() == 1, high


def bars(height: int) -> go.Figure:
    figure = go.Figure(go.Bar(x=[0], y=[height], marker_color="black"))
    figure.update_layout(template="none", width=200, height=200, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    figure.update_xaxes(visible=False, range=(-1, 1))
    return figure.update_yaxes(visible=False, range=(0, 20))


def test_many_who_ask_at_once_each_get_their_own_image() -> None:
    def dark_share(height: int) -> float:
        image = open_png(render_image(bars(height), "square")).convert("L")
        return float((np.asarray(image) < 128).mean())

    with ThreadPoolExecutor(8) as people:
        shares = list(people.map(dark_share, range(1, 17)))
    assert shares == sorted(shares)
    assert shares == pytest.approx([0.4 * height / 20 for height in range(1, 17)], abs=0.01)


@pytest.fixture
def own_page() -> Iterator[WarmPage]:
    page = WarmPage()
    yield page
    page.close()


def test_after_a_browser_died_the_next_image_is_drawn_by_a_new_one(own_page: WarmPage) -> None:
    plain = bars(3).to_json()
    first = own_page.draw_svg(plain, 200, 200)
    dead = own_page.process_id
    assert dead
    os.killpg(os.getpgid(dead), signal.SIGKILL)  # the browser and what it started
    second = own_page.draw_svg(plain, 200, 200)
    assert own_page.process_id not in (None, dead)
    assert len(first) == pytest.approx(len(second), abs=50)


def test_a_closed_page_leaves_no_process_and_opens_again(own_page: WarmPage) -> None:
    own_page.draw_svg("{}", 10, 10)
    process = own_page.process_id
    assert process
    own_page.close()
    assert own_page.process_id is None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert own_page.draw_svg("{}", 10, 10).startswith("<svg")


def test_a_figure_that_cannot_be_drawn_is_said_and_the_next_one_is_drawn() -> None:
    with pytest.raises(DrawingError):
        warm_page().draw_svg("this is no figure", 10, 10)
    assert warm_page().draw_svg("{}", 10, 10).startswith("<svg")


def test_without_a_browser_images_are_refused_in_a_word_and_figures_still_drawn(
    monkeypatch: pytest.MonkeyPatch, own_page: WarmPage
) -> None:
    monkeypatch.setattr(Chromium, "find_browser", classmethod(lambda _, **__: None))
    monkeypatch.setattr(figures.render, "warm_page", lambda: own_page)
    assert browser_missing()
    with pytest.raises(NoBrowser):
        render_chart(FINDINGS, ImageChoice("changes"))
    assert draw_chart(FINDINGS, "changes", look(Language.TH)).data


def test_every_chart_becomes_an_image_in_both_languages() -> None:
    for chart in list_charts(FINDINGS):
        for language in Language:
            png = render_chart(FINDINGS, ImageChoice(chart.key, language, "slide"))
            assert struct.unpack(">II", png[16:24]) == (1920, 1080)


@pytest.mark.parametrize("chart", ["members_flow", "changes"])
@pytest.mark.parametrize(("size", "wide"), [("word", "16cm"), ("half", "8cm"), ("slide", "1920"), ("square", "1080")])
def test_an_svg_says_its_width_on_paper_or_screen_and_keeps_its_proportions(chart: str, size: str, wide: str) -> None:
    svg = render_chart(FINDINGS, ImageChoice(chart, Language.TH, size, "svg")).decode()
    root = re.match(r"<svg[^>]*>", svg)
    assert root
    width, height = (re.search(rf' {side}="([\d.]+)(?:cm)?"', root[0]) for side in ("width", "height"))
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', root[0])
    assert f' width="{wide}"' in root[0]
    assert width
    assert height
    assert box
    assert float(height[1]) / float(width[1]) == pytest.approx(float(box[2]) / float(box[1]), rel=0.002)


AT_THE_END = """
import tempfile
from pathlib import Path
from figures.render.browser import WarmPage, warm_page
close = WarmPage.close
def told(page):
    print("profile there:", any(Path(tempfile.gettempdir()).iterdir()))
    close(page)
WarmPage.close = told
warm_page().draw_svg("{}", 10, 10)
"""


def test_at_the_end_the_browser_is_closed_before_its_profile_is_removed(tmp_path: Path) -> None:
    """Removed under a browser that still writes, it fails now and then, and the command ends with a traceback."""
    settings = os.environ | {"TMPDIR": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-c", AT_THE_END], env=settings, capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("profile there: True\n", "")
