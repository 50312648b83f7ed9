"""Names as people type them are shown and heard as they are, and national IDs are kept hidden."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dictionary.load import load_problems
from i18n import Language, word
from ingest import write_mappings
from ingest.formats.locked import lock
from tests.build import Sheets, build
from tests.pages.test_guide import HOUSE, XLSX, _mapping
from ui.guide.sheets import HIDDEN_ID

TH = Language.TH
SHEET = "ส_1_ ~ก~ <ข> $5$"
ID, MISTYPED = "1101700230708", "1101700230701"
HEAD = ["ชื่อ-สกุล", "เลขบัตร_ที่_*1*", "เก็บเมื่อ", "ได้เท่าไร"]
PEOPLE = [("นางกมล ขันทอง", ID), ("นางสาวนิภา ปานทอง", MISTYPED), ("นายปิติ ใจดี", "")]
ROWS: list[list[Any]] = [
    [name, number, said, 1000 + 100 * at] for said in ("แรก_1_", "*ซ้ำ*") for at, (name, number) in enumerate(PEOPLE)
]
MESSY: Sheets = {SHEET: [HEAD, *ROWS]}


def _open(*files: tuple[str, bytes, str]) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.file_uploader[0].set_value(list(files)).run()
    assert not app.exception
    return app


def _press(app: AppTest, key: str) -> AppTest:
    app = next(button for button in app.button if button.label == word(key, TH)).click().run()
    assert not app.exception
    return app


def _shown(app: AppTest) -> str:
    html = " ".join(str(block.proto.body) for block in app.get("html"))
    grids = " ".join(str(frame.value.to_csv()) for frame in app.dataframe)
    return " ".join([html, grids, *(text.value for text in app.markdown)])


def _step(app: AppTest, name: str) -> str:
    """Go to a step of the guided page; what it shows."""
    app.button_group(key="guide_step").set_value(name).run()
    assert not app.exception
    return _shown(app)


def test_a_field_is_named_as_typed_and_no_step_shows_a_national_id() -> None:
    app = _press(_open(("m.xlsx", build(MESSY), XLSX)), "pages.guide.answer_here")
    _step(app, "sheets")
    assert [field.label for field in app.selectbox] == [SHEET]
    app.selectbox[0].set_value("members").run()
    shown = [_step(app, "header"), _step(app, "columns")]
    for at, column in enumerate(("national_id", "round", "amount"), 1):
        [one for one in app.selectbox if "_column_" in str(one.key)][at].set_value(column).run()
    _step(app, "periods")
    assert [one.label for one in app.selectbox if "_text_" in str(one.key)] == ["“แรก_1_”", "“*ซ้ำ*”"]
    for text in (*shown, _step(app, "mends")):
        assert ID not in text
        assert MISTYPED not in text
        assert HIDDEN_ID in text


def test_the_question_which_file_is_before_shows_names_with_signs_of_markdown() -> None:
    head = ["รหัสสมาชิก", "รายได้ต่อเดือน"]
    books = [build({"รายได้": [head, ["M1", 100 + at], ["M2", 200 + at]]}) for at in (0, 50)]
    app = _open(*((name, book, XLSX) for name, book in zip(("ก_1_.xlsx", "ก_2_.xlsx"), books, strict=True)))
    (asked,) = app.radio
    assert "\\" not in asked.label
    assert asked.options == ["ก\\_1\\_.xlsx", "ก\\_2\\_.xlsx"]  # Markdown, which shows them as they are


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_files_of_one_name_the_one_that_is_chosen_is_before(first: int) -> None:
    head = ["รหัสสมาชิก", "รายได้ต่อเดือน"]
    books = [build({"รายได้": [head, *([f"M{n}", 1000 * at + n] for n in range(1, 7))]}) for at in (1, 2)]
    app = _open(*(("data.xlsx", book, XLSX) for book in books))
    app.radio[0].set_value(["data.xlsx", "data (2).xlsx"][first])
    _press(app, "pages.start.answer_question")
    app.switch_page("pages/overview.py").run()
    shown = _shown(app)
    assert ("▲" in shown, "▼" in shown) == (first == 0, first == 1)


def test_a_mapping_file_for_other_sheets_is_refused_and_said() -> None:
    head = ["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    book = build({"รายได้": [head, ["M1", 1, 2], ["M2", 2, 3]]})
    app = _open(("b.xlsx", book, XLSX), ("m.toml", write_mappings([_mapping()]).encode(), "application/toml"))
    assert [one.value for one in app.error] == [word("pages.start.refused_mapping", TH, files="m.toml")]
    assert load_problems()["mapping_fits_nothing"].title.th in {o for one in app.selectbox for o in one.options}


def test_a_mapping_file_that_is_refused_does_not_hide_the_question_of_a_password() -> None:
    app = _open(("l.xlsx", lock(build(MESSY), "ก1"), XLSX), ("m.toml", b"nonsense", "application/toml"))
    assert [one.label for one in app.text_input if one.proto.type == one.proto.Type.PASSWORD] == [
        word("pages.start.password", TH, file="l.xlsx")
    ]
