"""The pages of participation and technology: what is proven, where it can be checked, and what to do without rows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from figures.verbs import COUNTED, say_moves
from i18n import Language, word
from tests.build import build
from tests.pages.test_pages import HOUSE, SAMPLES, XLSX, _answer, _as_the_server_does, _visit
from ui.links import link_addresses

__all__ = ["_as_the_server_does"]  # runs before every test here too
MEMBERS = [["รหัสสมาชิก", "เข้าร่วมก่อน", "เข้าร่วมหลัง"], *([f"M{n}", "ใช่", "ใช่"] for n in range(8))]


def _open(name: str, content: bytes) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.file_uploader[0].set_value((name, content, XLSX)).run()
    return app


def _texts(app: AppTest) -> str:
    return " ".join(str(block.proto.body) for block in app.get("html"))


def test_both_pages_answer_first_and_show_what_proves_it() -> None:
    sample: Path = SAMPLES[0]
    app = _visit(_open(sample.name, sample.read_bytes()), "participation")
    assert _answer(app) == say_moves("pages.participation.up", COUNTED, Language.TH, before=3, after=5, all=5)
    assert "บัญชีปันผลสมมติ" in re.sub("<[^>]*>", "", _texts(app))
    assert len(app.get("plotly_chart")) == 4
    app = _visit(app, "technology")
    assert _answer(app) == say_moves("pages.technology.better", COUNTED, Language.TH, better=7, worse=1, n=8)
    assert 'href="https://www.example.org/page"' in _texts(app)
    assert len(app.get("plotly_chart")) == 2


@pytest.mark.parametrize("page", ["participation", "technology"])
def test_a_workbook_without_such_a_sheet_says_what_to_fill_in(page: str) -> None:
    app = _visit(_open("members.xlsx", build({"สมาชิก": MEMBERS})), page)
    assert not app.exception
    assert _answer(app) == word(f"pages.{page}.none", Language.TH)
    assert word(f"pages.{page}.how_to_add", Language.TH) in [one.value for one in app.markdown]


def test_an_address_is_shown_as_it_stands_and_what_else_is_typed_is_text() -> None:
    html = link_addresses("ดู https://example.org/a?b=1&c=2 และ <b>x</b> javascript:alert(1)")
    assert 'href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer"' in html
    assert ">https://example.org/a?b=1&amp;c=2</a>" in html
    assert "<b>" not in html
    assert html.count("href=") == 1


@pytest.mark.parametrize("page", ["overview", "economic"])
def test_a_workbook_of_flows_alone_says_on_the_overview_where_they_are(page: str) -> None:
    head = ["จาก", "เป็น", "สดหรือแห้ง", "การใช้", "น้ำหนัก ก่อน", "น้ำหนัก หลัง"]
    app = _visit(_open("flows.xlsx", build({"การใช้วัตถุดิบ": [head, ["ฟาง", "ไฟ", "แห้ง", "เผา", 9, 4]]})), page)
    assert not app.exception
    told = word("pages.overview.elsewhere", Language.TH, pages=word("ui.page.material", Language.TH))
    assert told in [one.value for one in app.markdown]
