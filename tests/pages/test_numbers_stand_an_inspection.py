"""What a reader is told of the numbers on screen: what differs, by which methods, and where each comes from."""

from __future__ import annotations

import io
import re
from html import unescape
from types import SimpleNamespace

import pytest
from openpyxl import Workbook
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from analysis import METHODS_VERSION
from dictionary.load import code_label
from dictionary.load_claims import load_claims
from dictionary.load_estimators import load_estimators
from dictionary.load_grades import load_grades
from dictionary.load_methods import load_caveats
from i18n import Language, word
from tests.pages.test_pages import SAMPLES, XLSX, _open, _visit
from tests.unit.test_typed_compared import HEAD, MEMBERS
from ui.frame import GROUPS, NUMBERED
from ui.pieces import plain


@pytest.fixture(autouse=True)
def _as_the_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run app.py whatever page is visited; left alone, the test kit runs a page of the folder without its frame."""
    monkeypatch.setattr(script_runner, "PagesManager", SimpleNamespace(uses_pages_directory=False))


def _open_typed(after: int) -> AppTest:
    """Members listed row by row, and their number typed in the summary too."""
    book = Workbook()
    rows = [HEAD, ["จำนวนสมาชิก", "คน", "สังคม", 10, after, "เพิ่มขึ้น"]]
    for name, lines in (("สมาชิก", MEMBERS), ("ตัวชี้วัด", rows)):
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.remove(book.worksheets[0])
    content = io.BytesIO()
    book.save(content)
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("typed.xlsx", content.getvalue(), XLSX)).run()
    return app


def _read_page(app: AppTest) -> str:
    html = (unescape(re.sub(r"<[^>]*>", "", str(block.proto.body))) for block in app.get("html"))
    return "\n".join((*html, *(str(one.value) for one in (*app.caption, *app.markdown))))


@pytest.mark.parametrize(("after", "told"), [(15, True), (12, False)])
def test_a_typed_figure_unlike_that_of_the_rows_is_listed_on_data_check(after: int, told: bool) -> None:
    app = _visit(_open_typed(after), "data_check")
    assert not app.exception
    assert ("แต่คำนวณจากรายชื่อได้" in _read_page(app)) is told


@pytest.mark.parametrize("language", list(Language))
def test_every_page_with_numbers_says_by_which_version_they_were_found(language: Language) -> None:
    app, told = _open(language, SAMPLES[0]), plain(word("version.methods", language, version=METHODS_VERSION))
    said = {page: told in [one.value for one in _visit(app, page).caption] for page in (*NUMBERED, *GROUPS["data"])}
    assert [page for page, is_said in said.items() if is_said] == list(NUMBERED)
    assert not said["start"]


@pytest.mark.parametrize("language", list(Language))
def test_the_page_of_methods_shows_the_rules_of_grades_and_the_ladder_of_claims(language: Language) -> None:
    told = re.sub(r"<[^>]*>", "", _read_page(_visit(_open(language), "methods")))
    for rule in load_grades():
        assert code_label("grade", rule.grade)[language] in told
        assert all(load_caveats()[code].title[language] in told for code in rule.without)
    for claim in load_claims().values():
        assert claim.sentence[language] in told
        assert all(verb[language] in told for verb in claim.verbs.values())


def test_no_english_word_stands_in_a_thai_formula_but_names_and_symbols() -> None:
    names = {"Wilson", "Welch", "Satterthwaite", "Palma", "Bin"}
    words = {word for one in load_estimators().values() for word in re.findall(r"[A-Za-z]{3,}", one.formula.th)}
    assert words <= names
