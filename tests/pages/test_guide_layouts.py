"""The guided page on tables in which a row is not simply one unit, and on files of which one is in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from i18n import Language, word
from ingest import Mend
from ingest.formats.locked import lock
from ingest.mapping import BY_YEARS, HEADED, TURNED
from reports.annotated import annotate_workbook
from tests.build import Sheets, build, codes
from tests.pages.test_guide import XLSX, _choose, _fields, _go_to, _open, _press
from tests.unit.test_mapping_given_back import ROUNDS
from ui.annotated import write_confirmed
from ui.session import COOKIE
from ui.store import STORE

TURNED_SHEET: Sheets = {
    "Sheet1": [["ปี", "สมาชิก (คน)", "ชั่วโมงอบรม (ชม.)"], [2562, 10, 90], [2563, 12, 95], [2564, 15, 99]]
}
UNKNOWN: Sheets = {
    "ข้อมูล": [
        ["ใคร", "แต่เดิม", "ตอนนี้", "ทุก"],
        *([f"ม-{n}", 10, "สิบกว่า" if n == 3 else 15, "เดือน"] for n in range(12)),
    ]
}


@pytest.mark.parametrize("language", list(Language))
def test_a_turned_table_can_be_changed_step_by_step(language: Language) -> None:
    app = _open(language, ("a.xlsx", build(TURNED_SHEET), XLSX))
    app.switch_page("pages/guide.py").run()
    _go_to(app, "header", language)
    (layout,) = _fields(app, "layout")
    assert layout.value == TURNED
    _go_to(app, "columns", language)
    assert [field.value for field in _fields(app, "column")] == ["round", "value", "value"]
    _fields(app, "column")[1].set_value("").run()
    _go_to(app, "periods", language)
    assert [field.label for field in _fields(app, "text")] == ["“2562”", "“2563”", "“2564”"]
    _fields(app, "text")[1].set_value("").run()
    assert not app.warning
    _go_to(app, "confirm", language)
    assert not [one.value for one in app.warning]
    _press(app, "pages.guide.confirm", language)
    project = STORE.open(app.session_state[f"{COOKIE}_key"]).project
    assert project is not None
    assert project.observations["value"].tolist() == [90, 99]


def test_the_layout_stays_where_another_header_row_is_chosen_and_can_be_taken_back() -> None:
    rows = [["สรุปของ", "กลุ่ม", "ทอผ้า"], *TURNED_SHEET["Sheet1"]]
    app = _open(Language.TH, ("a.xlsx", build({"Sheet1": rows}), XLSX))
    app.switch_page("pages/guide.py").run()
    _go_to(app, "header")
    _choose_row(app, 1)
    assert _fields(app, "layout")[0].value == TURNED
    _choose_row(app, 2)
    _fields(app, "layout")[0].set_value("").run()
    _fields(app, "layout")[0].set_value(TURNED).run()
    _go_to(app, "confirm")
    assert not app.warning


def _choose_row(app: AppTest, row: int) -> None:
    """Say that the header ends on a row."""
    field: Any = _fields(app, "row")[0]
    field.set_value(row).run()


@pytest.mark.parametrize(
    ("name", "layout"), [("years above their rows", HEADED), ("several measures of names by years", BY_YEARS)]
)
def test_other_layouts_are_confirmed_as_they_were_understood(name: str, layout: str) -> None:
    app = _open(Language.TH, ("a.xlsx", build(ROUNDS[name]), XLSX))
    before = STORE.open(app.session_state[f"{COOKIE}_key"]).project
    app.switch_page("pages/guide.py").run()
    assert len(_fields(app, "table")) == 1
    _go_to(app, "header")
    assert _fields(app, "layout")[0].value == layout
    _go_to(app, "periods")
    if layout == HEADED:
        assert [field.value for field in _fields(app, "head")] == ["y2562", "y2565"]
        _fields(app, "head")[0].set_value("baseline").run()
    _go_to(app, "confirm")
    assert not app.warning
    _press(app, "pages.guide.confirm", Language.TH)
    after = STORE.open(app.session_state[f"{COOKIE}_key"]).project
    assert before is not None
    assert after is not None
    assert sorted(after.observations["value"]) == sorted(before.observations["value"])


def test_a_wrong_password_is_told_where_other_files_could_be_read() -> None:
    locked = lock(build(ROUNDS["years above their rows"]), "secret")
    app = _open(Language.TH, ("a.xlsx", build(TURNED_SHEET), XLSX), ("b.xlsx", locked, XLSX))
    assert not app.error
    app.text_input[0].set_value("wrong")
    _press(app, "pages.start.password_open", Language.TH)
    assert "b.xlsx" in " ".join(error.value for error in app.error)


def test_cells_of_a_sheet_that_is_left_out_are_not_counted_as_still_to_be_mended() -> None:
    app = _open(Language.TH, ("a.xlsx", build(TURNED_SHEET), XLSX), ("b.xlsx", build(UNKNOWN), XLSX))
    app.switch_page("pages/guide.py").run()
    _go_to(app, "mends")
    assert word("pages.guide.nothing_to_mend", Language.TH) in [one.value for one in app.info]
    _go_to(app, "confirm")
    assert not app.warning


@pytest.mark.parametrize("language", list(Language))
def test_beside_the_marked_file_stands_what_does_not_go_with_it(language: Language) -> None:
    head, *rows = TURNED_SHEET["Sheet1"]
    app = _open(language, ("a.xlsx", build({"Sheet1": [head, [2561, "เก้า", 90], *rows]}), XLSX))
    said = word("pages.data_check.take_with", language)
    app.switch_page("pages/data_check.py").run()
    assert said not in [one.value for one in app.caption]
    session = STORE.open(app.session_state[f"{COOKIE}_key"])
    session.files = tuple(replace(one, mends=(Mend("Sheet1", "C2", "91"),)) for one in session.files)
    assert said in [one.value for one in app.run().caption]


def test_what_was_confirmed_comes_back_with_the_marked_file_in_another_browser() -> None:
    app = _open(Language.TH, ("a.xlsx", build(UNKNOWN), XLSX))
    _press(app, "pages.guide.answer_here", Language.TH)
    _choose(app, "table", "income")
    _go_to(app, "columns")
    for at, column in enumerate(("member_id", "amount", "amount", "period")):
        _fields(app, "column")[at].set_value(column).run()
    _go_to(app, "periods")
    for at, period in enumerate(("baseline", "endline")):
        _fields(app, "round_of_column")[at].set_value(period).run()
    _go_to(app, "confirm")
    _press(app, "pages.guide.confirm", Language.TH)
    session = STORE.open(app.session_state[f"{COOKIE}_key"])
    assert session.project is not None
    for _ in range(2):
        (file,) = session.files
        mapping = write_confirmed(session.project, session.mappings, file.name)
        marked = annotate_workbook(file.content, session.project.problems, Language.TH, mapping)
        other = _open(Language.TH, ("a.xlsx", marked, XLSX))
        assert word("pages.start.go_overview", Language.TH) in [button.label for button in other.button]
        session = STORE.open(other.session_state[f"{COOKIE}_key"])
        assert session.project is not None
        assert "mapping_carried" in codes(session.project.problems)
        assert session.project.observations["value"].count() == 2 * len(UNKNOWN["ข้อมูล"]) - 3
