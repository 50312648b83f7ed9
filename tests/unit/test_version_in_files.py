"""Every file that is taken away says by which version of the methods its figures were found."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from openpyxl import load_workbook
from PIL import Image

from analysis import METHODS_VERSION
from dictionary.nouns import Problem
from figures import ImageChoice, browser_missing, render_chart, write_figure_table, write_image_zip
from figures.render.files import Caption, write_image
from figures.sizes import Canvas
from i18n import Language, word
from reports.annotated import annotate_workbook
from reports.findings_json import write_json
from reports.findings_text import write_text
from reports.tables import write_findings
from tests.build import build
from tests.factories_figures import make_findings

FINDINGS = make_findings()
TOLD = {one: word("version.methods", one, version=FINDINGS.methods_version) for one in Language}
CANVAS = Canvas("", width=300, height=80, pixels_wide=300, dpi=300)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80"></svg>'


def _read_cells(book: bytes) -> set[str]:
    sheets = load_workbook(io.BytesIO(book)).worksheets
    return {str(value) for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row if value}


@pytest.mark.parametrize("language", list(Language))
def test_the_workbook_behind_a_chart_and_that_of_all_findings_say_it(language: Language) -> None:
    assert TOLD[language] in _read_cells(write_figure_table(FINDINGS, "changes", language))
    assert FINDINGS.methods_version in _read_cells(write_findings(FINDINGS, language))
    assert TOLD[language] in write_text(FINDINGS, language).splitlines()
    assert json.loads(write_json(FINDINGS, language))["methods_version"] == FINDINGS.methods_version


@pytest.mark.parametrize("language", list(Language))
def test_the_users_own_marked_workbook_says_it(language: Language) -> None:
    book = build({"รายได้": [["รหัส", "รายได้"], ["ม-1", "ห้าพัน"]]})
    marked = annotate_workbook(book, [Problem("not_a_number", "ก.xlsx", "รายได้", "B2", found="ห้าพัน")], language)
    assert TOLD[language].replace(FINDINGS.methods_version, METHODS_VERSION) in _read_cells(marked)


@pytest.mark.skipif(browser_missing(), reason="no browser on this machine")
@pytest.mark.parametrize("language", list(Language))
def test_an_image_says_it_in_its_description_and_the_zip_in_its_comment(language: Language) -> None:
    png = Image.open(io.BytesIO(render_chart(FINDINGS, ImageChoice("changes", language))))
    png.load()
    assert str(png.info["Description"]).endswith(TOLD[language])
    assert TOLD[language] in render_chart(FINDINGS, ImageChoice("changes", language, image_format="svg")).decode()
    pack = write_image_zip(FINDINGS, [ImageChoice("changes", language, "half")])
    assert zipfile.ZipFile(io.BytesIO(pack)).comment.decode() == TOLD[Language.EN]


@pytest.mark.parametrize("said", [Caption(), Caption("ชื่อ", "คำอธิบาย – café")])
def test_a_png_holds_title_and_description_as_they_are_and_none_where_there_is_none(said: Caption) -> None:
    image = Image.open(io.BytesIO(write_image(SVG, "png", CANVAS, said)))  # type: ignore[arg-type]
    image.load()
    assert (image.info.get("Title", ""), image.info.get("Description", "")) == (said.title, said.description)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
