"""The guided page: an unsure workbook is asked about, answered step by step, and not asked about again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Multiselect, Selectbox

from dictionary.load import describe_question, load_problems
from i18n import Language, word
from ingest import ColumnMapping, SheetMapping, TableMapping, take_fingerprint, write_mappings
from tests.build import build, read
from ui.guide.steps import STEPS
from ui.session import COOKIE
from ui.store import STORE

HOUSE = Path(__file__).parents[2]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADERS = ["ใคร", "แต่เดิม", "ตอนนี้", "ทุก"]
ROWS = [[f"ม-{n}", 1000 + 10 * n, 1500 + 20 * n, "เดือน"] for n in range(12)]
SHEETS = {"ข้อมูล": [["รายงานของกลุ่ม"], HEADERS, *ROWS]}
MEANT = [("member_id", ""), ("amount", "baseline"), ("amount", "endline"), ("period", "")]


def _mapping() -> SheetMapping:
    columns = tuple(ColumnMapping(text, *meant) for text, meant in zip(HEADERS, MEANT, strict=True))
    return SheetMapping("ข้อมูล", (TableMapping(take_fingerprint(HEADERS), "income", 2, columns=columns),))


def _open(language: Language, *files: tuple[str, bytes, str]) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.button_group(key="language").set_value(language).run()
    app.file_uploader[0].set_value(list(files)).run()
    assert not app.exception
    return app


def _press(app: AppTest, key: str, language: Language) -> AppTest:
    app = next(button for button in app.button if button.label == word(key, language)).click().run()
    assert not app.exception
    return app


def _choose(app: AppTest, name: str, value: str) -> AppTest:
    field = next(one for one in app.selectbox if f"_{name}" in str(one.key))
    app = field.set_value(value).run()
    assert not app.exception
    return app


def _headings(app: AppTest) -> str:
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("language", list(Language))
def test_an_unknown_sheet_is_asked_about_and_read_as_it_is_confirmed(language: Language) -> None:
    app = _open(language, ("a.xlsx", build(SHEETS), XLSX))
    (question,) = read(SHEETS).questions
    assert question.code == "question.sheet_unknown"
    asked = describe_question(question, language)
    assert asked.split("book.xlsx")[0][:8] in " ".join(text.value for text in app.markdown)
    _press(app, "pages.guide.answer_here", language)
    _choose(app, "table", "income")
    for step in STEPS[1:]:
        _press(app, "pages.guide.next", language)
        assert word(f"pages.guide.step.{step}", language) in [title.value for title in app.subheader]
        if step == "columns":
            for at, (column, _) in enumerate(MEANT):
                fields = [one for one in app.selectbox if "_column_" in str(one.key)]
                fields[at].set_value(column).run()
        if step == "periods":
            for at, (_, round_) in enumerate(one for one in MEANT if one[1]):
                fields = [one for one in app.selectbox if "_round_of_column_" in str(one.key)]
                fields[at].set_value(round_).run()
    _press(app, "pages.guide.confirm", language)
    assert "555" in _headings(app)  # the mean of 1500 + 20 n less 1000 + 10 n over n = 0 … 11: 500 + 10 · 5.5
    app.switch_page("pages/start.py").run()
    app.file_uploader[0].set_value(("again.xlsx", build(SHEETS), XLSX)).run()
    assert word("pages.guide.answer_here", language) not in [button.label for button in app.button]
    assert word("pages.start.go_overview", language) in [button.label for button in app.button]


def test_what_a_part_of_the_files_shows_waits_for_the_answer() -> None:
    members = [["รหัสสมาชิก", "เพศ", "สถานะ"], ["ก", "หญิง", "คงอยู่"], ["ข", "ชาย", "ใหม่"]]
    incomes = [["รหัสสมาชิก", "รายได้ก่อน (บาท)", "รายได้หลัง (บาท)"], ["ก", 3000, 3500], ["ข", 4000, 4100]]
    app = _open(Language.TH, ("a.xlsx", build({"สมาชิก": members, "รายได้": incomes}), XLSX))
    labels = [button.label for button in app.button]
    assert word("pages.guide.answer_here", Language.TH) in labels
    assert word("pages.start.go_overview", Language.TH) not in labels
    app.switch_page("pages/overview.py").run()
    assert word("ui.go_start", Language.TH) in [button.label for button in app.button]
    _press(app.switch_page("pages/start.py").run(), "pages.guide.go_on", Language.TH)
    assert word("pages.start.go_overview", Language.TH) in [button.label for button in app.button]


def test_a_mapping_among_the_files_answers_what_would_be_asked() -> None:
    mapping = write_mappings([_mapping()]).encode()
    app = _open(Language.TH, ("a.xlsx", build(SHEETS), XLSX), ("a.toml", mapping, "application/toml"))
    assert word("pages.start.go_overview", Language.TH) in [button.label for button in app.button]


def test_a_mapping_that_cannot_be_read_is_told_in_a_sentence() -> None:
    app = _open(Language.TH, ("a.toml", b"version = 9", "application/toml"))
    assert "a.toml" in _headings(app)
    assert app.error


def test_one_may_go_on_without_what_is_unsure() -> None:
    app = _open(Language.TH, ("a.xlsx", build(SHEETS), XLSX))
    _press(app, "pages.guide.go_on", Language.TH)
    assert word("pages.guide.answer_here", Language.TH) not in [button.label for button in app.button]
    app.switch_page("pages/data_check.py").run()
    assert load_problems()["put_aside"].title.th in [text for field in app.selectbox for text in field.options]


def test_without_what_is_unsure_none_of_several_columns_of_one_meaning_is_taken() -> None:
    rounds = ("ก่อน", "ก่อนเข้าร่วม", "หลัง", "หลังเข้าร่วม")
    headers = ["รหัสสมาชิก", *(f"รายได้{one} (บาท/เดือน)" for one in rounds)]
    members = [["รหัสสมาชิก", "เพศ", "สถานะ"], *([f"ม-{n}", "หญิง", "คงอยู่"] for n in range(12))]
    incomes = [headers, *([f"ม-{n}", 900 + n, 500, 1100 + n, 800 + n] for n in range(12))]
    book: dict[str, Sequence[object]] = {"สมาชิก": members, "รายได้": incomes}
    assert "question.which_of_several" in [one.code for one in read(book).questions]
    app = _open(Language.TH, ("a.xlsx", build(book), XLSX))
    _press(app, "pages.guide.go_on", Language.TH)
    app.switch_page("pages/income.py").run()
    assert word("pages.income.none", Language.TH) in re.sub("<[^>]*>", "", _headings(app))


def test_a_step_about_one_sheet_shows_the_question_about_it_and_names_the_other_sheets_that_are_asked_about() -> None:
    amounts, rows = ["รายได้ก่อน (บาท)", "รายได้หลัง (บาท)"], [[f"ม-{n}", n, 9] for n in range(9)]
    book = {"รายได้ 1": [["รหัสสมาชิก", *amounts], *rows], "รายได้ 2": [["ชื่อสมาชิก", *amounts], *rows]}
    app = _open(Language.TH, ("a.xlsx", build(book), XLSX))
    asked = [describe_question(one, Language.TH) for one in read(book).questions]
    assert len(asked) == 2
    _press(app, "pages.guide.answer_here", Language.TH)
    app.button_group(key="guide_step").set_value("columns").run()
    told = " ".join(block.value for block in app.info)
    assert ("รายได้ 1" in told) != ("รายได้ 2" in told)
    assert "รายได้ 2" in " ".join(one.value for one in app.caption)
    app.button_group(key="guide_step").set_value("confirm").run()
    assert "a.xlsx" not in " ".join(block.value for block in app.info)


def test_what_is_asked_has_the_one_primary_button_of_the_page() -> None:
    header = ["รหัส", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
    sure = build({"รายได้": [header, *([f"ม-{n}", n, 9] for n in range(9))]})
    app = _open(Language.TH, ("a.xlsx", build(SHEETS), XLSX), ("b.xlsx", sure, XLSX))
    labels = [button.label for button in app.button if button.proto.type == "primary"]
    assert labels == [word("pages.guide.answer_here", Language.TH)]


def test_what_was_understood_of_a_sure_workbook_can_be_changed() -> None:
    sample = HOUSE / "data" / "samples" / "banana_weaving.xlsx"
    app = _open(Language.EN, (sample.name, sample.read_bytes(), XLSX))
    app.switch_page("pages/data_check.py").run()
    _press(app, "pages.guide.change", Language.EN)
    app.switch_page("pages/guide.py").run()
    assert word("pages.guide.step.sheets", Language.EN) in [title.value for title in app.subheader]
    for _ in STEPS[1:]:
        _press(app, "pages.guide.next", Language.EN)
    _press(app, "pages.guide.confirm", Language.EN)
    assert not app.error


INCOME = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
VISITS = [("เก็บแรก", 1000), ("เก็บซ้ำ", 1500), ("ทดลอง", 9999)]
BY_ROWS = {
    "รายได้": [
        [INCOME[0], "ช่วงเวลา", INCOME[1]],
        *([f"ม-{n}", said, amount + n] for said, amount in VISITS for n in range(40)),
    ]
}


def _fields(app: AppTest, name: str) -> list[Selectbox[str]]:
    return [one for one in app.selectbox if f"_{name}_" in str(one.key)]


def _list(app: AppTest, name: str, code: str) -> Multiselect[str]:
    (one,) = (one for one in app.multiselect if f"_{name}_" in str(one.key) and f"_{code}_" in str(one.key))
    return one


def _go_to(app: AppTest, step: str, language: Language = Language.TH) -> AppTest:
    while word(f"pages.guide.step.{step}", language) not in [title.value for title in app.subheader]:
        _press(app, "pages.guide.next", language)
    return app


def test_each_text_of_a_column_of_rounds_is_asked_about_also_those_far_below() -> None:
    app = _open(Language.TH, ("a.xlsx", build(BY_ROWS), XLSX))
    _press(app, "pages.guide.answer_here", Language.TH)
    assert word("pages.guide.step.periods", Language.TH) in [title.value for title in app.subheader]
    assert [field.label for field in _fields(app, "text")] == [f"“{said}”" for said, _ in VISITS]
    for place, period in enumerate(("baseline", "y2564", "")):
        _fields(app, "text")[place].set_value(period).run()
    assert not app.warning
    _go_to(app, "confirm")
    _press(app, "pages.guide.confirm", Language.TH)
    assert "500" in _headings(app)  # the mean of 1500 + n less 1000 + n


def test_what_is_not_said_of_a_column_of_rounds_is_told_on_every_step_that_shows_it() -> None:
    app = _open(Language.EN, ("a.xlsx", build(BY_ROWS), XLSX))
    _press(app, "pages.guide.answer_here", Language.EN)
    for step in ("periods", "confirm"):
        _go_to(app, step, Language.EN)
        assert "เก็บแรก" in " ".join(warning.value for warning in app.warning)


MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


@pytest.mark.parametrize("language", Language)
def test_of_many_columns_of_months_the_first_and_the_last_are_named(language: Language) -> None:
    headers = [f"รายได้ (บาท) {said} {month}" for said in ("ก่อนโครงการ ปี 2565", "หลังโครงการ ปี 2567") for month in MONTHS]
    rows = [[f"ม-{n}", *(3000 + n for _ in MONTHS), *(3500 + n for _ in MONTHS)] for n in range(8)]
    app = _open(language, ("a.xlsx", build({"รายได้": [["รหัสสมาชิก", *headers], *rows]}), XLSX))
    app.switch_page("pages/data_check.py").run()
    _press(app, "pages.guide.change", language)
    app.switch_page("pages/guide.py").run()
    _go_to(app, "columns", language)
    said = next(one.value for one in app.info if headers[0] in one.value.replace("\\", ""))
    assert [header in said.replace("\\", "") for header in (headers[1], headers[12], headers[-1])] == [
        True,
        False,
        True,
    ]
    assert "24" in said


def test_a_cell_can_be_mended_before_anything_is_confirmed() -> None:
    rows = [*ROWS[:4], ["ม-4", 1040, "พันหกร้อยกว่า", "เดือน"], *ROWS[5:]]
    app = _open(Language.TH, ("a.xlsx", build({"ข้อมูล": [HEADERS, *rows]}), XLSX))
    _press(app, "pages.guide.answer_here", Language.TH)
    _choose(app, "table", "income")
    _go_to(app, "columns")
    for at, (column, _) in enumerate(MEANT):
        _fields(app, "column")[at].set_value(column).run()
    _go_to(app, "periods")
    for at, period in enumerate(("baseline", "endline")):
        _fields(app, "round_of_column")[at].set_value(period).run()
    _go_to(app, "mends")
    assert [list(frame.value.iloc[0])[:1] for frame in app.dataframe] == [[6]]
    _go_to(app, "confirm")
    assert "1" in " ".join(warning.value for warning in app.warning)
    assert "ก่อน · หลัง" in " ".join(text.value for text in app.markdown)


def test_every_table_of_a_sheet_is_asked_about_and_one_more_can_be_added() -> None:
    people = [[INCOME[0], "เพศ", "หมู่บ้าน"], *([f"ม-{n}", "หญิง", "หมู่ 1"] for n in range(4))]
    amounts = [["ใคร", "เดิม", "ใหม่"], *([f"ม-{n}", 100, 150] for n in range(4))]
    app = _open(Language.TH, ("a.xlsx", build({"ข้อมูล": [["ทะเบียน"], *people, [], *amounts]}), XLSX))
    app.switch_page("pages/guide.py").run()
    assert len(_fields(app, "table")) == 1
    _press(app, "pages.guide.another_add", Language.TH)
    labels = [field.label for field in _fields(app, "table")]
    assert ["ตารางที่ 2" in label and "แถว 8" in label for label in labels] == [False, True]
    _fields(app, "table")[1].set_value("income").run()
    _go_to(app, "columns")
    chooser = next(field for field in app.selectbox if str(field.key).startswith("guide_sheet"))
    chooser.select_index(1).run()
    for at, column in enumerate(("member_id", "amount", "amount")):
        _fields(app, "column")[at].set_value(column).run()
    _go_to(app, "periods")
    for at, period in enumerate(("baseline", "endline")):
        _fields(app, "round_of_column")[at].set_value(period).run()
        _fields(app, "period_of_column")[at].set_value("month").run()
    _go_to(app, "confirm")
    _press(app, "pages.guide.confirm", Language.TH)
    assert "50" in _headings(app)


UNSAID = {"ข้อมูล": [["ใคร", "แต่เดิม", "ตอนนี้"], *([f"ม-{n}", 1000 + n, 1500 + n] for n in range(12))]}


def _match(app: AppTest, columns: Sequence[str], rounds: Sequence[str]) -> AppTest:
    """Say what the headers of an income sheet mean, up to the step of the periods."""
    _press(app, "pages.guide.answer_here", Language.TH)
    _choose(app, "table", "income")
    _go_to(app, "columns")
    for at, column in enumerate(columns):
        _fields(app, "column")[at].set_value(column).run()
    _go_to(app, "periods")
    for at, period in enumerate(rounds):
        _fields(app, "round_of_column")[at].set_value(period).run()
    return app


def test_amounts_of_which_nothing_says_month_or_year_are_open_until_it_is_chosen() -> None:
    app = _open(Language.TH, ("a.xlsx", build(UNSAID), XLSX))
    _match(app, ("member_id", "amount", "amount"), ("baseline", "endline"))
    unknown = word("pages.guide.text_open", Language.TH)
    assert [field.options[0] for field in _fields(app, "period_of_column")] == [unknown, unknown]
    assert "แต่เดิม, ตอนนี้" in " ".join(warning.value for warning in app.warning)
    for at in range(2):
        _fields(app, "period_of_column")[at].set_value("year").run()
    assert not app.warning
    _go_to(app, "confirm")
    assert not app.warning
    _press(app, "pages.guide.confirm", Language.TH)
    assert "41.7" in _headings(app)  # 500 a year


def test_two_amounts_of_one_round_are_told_to_be_two_sources() -> None:
    app = _open(Language.TH, ("a.xlsx", build(UNSAID), XLSX))
    _match(app, ("member_id", "amount", "amount"), ("baseline", "baseline"))
    for at in range(2):
        _fields(app, "period_of_column")[at].set_value("month").run()
    assert not app.warning
    assert "แหล่งรายได้" in " ".join(info.value for info in app.info)


def test_a_long_text_of_a_preview_ends_with_a_whole_word() -> None:
    texts = ["ม-1", "ประธานกลุ่มวิสาหกิจชุมชนบ้านหนองไผ่ล้อม (ต่อเนื่องมาจากปีก่อน)", 5]
    app = _open(Language.TH, ("a.xlsx", build({"ข้อมูล": [["ใคร", "เล่า", "ตอนนี้"], *[texts] * 12]}), XLSX))
    _press(app, "pages.guide.answer_here", Language.TH)
    _choose(app, "table", "income")
    for step in ("header", "columns"):
        _go_to(app, step)
        shown = re.findall("ประธาน[^…]*…?", re.sub("<[^>]*>", "", _headings(app)))
        assert set(shown) == {"ประธานกลุ่มวิสาหกิจชุมชนบ้านหนองไผ่ล้อม…"}


def test_the_mapping_of_the_page_reads_as_toml() -> None:
    told = tomllib.loads(write_mappings([_mapping()]))
    assert [column["header"] for column in told["sheet"][0]["column"]] == HEADERS


UNJUDGED = {
    "ตัวชี้วัด": [
        ["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"],
        ["ขยะที่เผา", "กก.", 90, 30],
        ["ร้านค้าที่เลิกใช้โฟม", "ร้าน", 2, 9],
    ]
}


def test_what_a_summary_does_not_say_of_its_indicators_is_chosen_and_kept() -> None:
    app = _open(Language.TH, ("a.xlsx", build(UNJUDGED), XLSX))
    app.switch_page("pages/data_check.py").run()
    _press(app, "pages.guide.change", Language.TH)
    app.switch_page("pages/guide.py").run()
    for _ in STEPS[1 : STEPS.index("columns") + 1]:
        _press(app, "pages.guide.next", Language.TH)
    _fields(app, "better_of_indicator")[0].set_value("higher").run()
    _list(app, "better_of_indicator", "lower").set_value(["ขยะที่เผา"]).run()
    assert _list(app, "better_of_indicator", "higher").options == ["ร้านค้าที่เลิกใช้โฟม"]
    _list(app, "dimension_of_indicator", "environmental").set_value(["ขยะที่เผา"]).run()
    for _ in STEPS[STEPS.index("columns") + 1 :]:
        _press(app, "pages.guide.next", Language.TH)
    _press(app, "pages.guide.confirm", Language.TH)
    project = STORE.open(app.session_state[f"{COOKIE}_key"]).project
    assert project is not None
    said = {one.label.th: (one.dimension, one.better) for one in project.indicators.values()}
    assert said["ขยะที่เผา"] == ("environmental", "lower")
    assert said["ร้านค้าที่เลิกใช้โฟม"] == ("social", "higher")


HIDDEN = {
    "สมาชิก": [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["ก", 3000, 3500], ["ข", 4000, 4100]],
    "เก่า": [["รหัสสมาชิก", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"], ["ค", 10, 20], ["ง", 30, 40]],
}


def _hide(content: bytes, name: str) -> bytes:
    book = load_workbook(BytesIO(content))
    book[name].sheet_state = "hidden"
    book.save(stream := BytesIO())
    return stream.getvalue()


@pytest.mark.parametrize("language", list(Language))
def test_a_hidden_sheet_is_said_before_it_is_used_and_with_the_words_that_leave_it_out(language: Language) -> None:
    app = _open(language, ("a.xlsx", _hide(build(HIDDEN), "เก่า"), XLSX))
    (note,) = (one.value for one in app.info if "เก่า" in one.value)
    assert word("pages.guide.leave_out", language) in note
    assert f"1 {word('pages.guide.step.sheets', language)}" in _steps(app.switch_page("pages/guide.py").run())
    assert "1" in note
    field = _fields(app, "table")[1]
    assert word("pages.guide.hidden_sheet", language, sheet="เก่า") == field.label
    assert word("pages.guide.leave_out", language) in field.options
    _go_to(app, "confirm", language)
    assert note in [one.value for one in app.info]
    assert word("pages.guide.hidden_sheet", language, sheet="เก่า") in re.sub("<[^>]+>", "", _headings(app))
    for _ in STEPS[1:]:
        _press(app, "pages.guide.back", language)
    _fields(app, "table")[1].set_value("").run()
    _go_to(app, "confirm", language)
    assert not [one.value for one in app.info if "เก่า" in one.value]


def _steps(app: AppTest) -> list[str]:
    (steps,) = (field for field in app.button_group if str(field.key) == "guide_step")
    return list(steps.options)


def test_what_was_said_of_a_table_and_which_it_is_stay_in_another_language() -> None:
    app = _open(Language.TH, ("a.xlsx", build({**HIDDEN, **SHEETS}), XLSX))
    _press(app, "pages.guide.change", Language.TH)
    _fields(app, "table")[2].set_value("income").run()
    _go_to(app, "columns")
    next(field for field in app.selectbox if str(field.key).startswith("guide_sheet")).select_index(2).run()
    _fields(app, "column")[0].set_value("member_id").run()
    STORE.open(app.session_state[f"{COOKIE}_key"]).language = Language.EN
    app.run()
    assert app.subheader[0].value == word("pages.guide.step.columns", Language.EN)
    assert next(field for field in app.selectbox if str(field.key).startswith("guide_sheet")).index == 2
    assert _fields(app, "column")[0].value == "member_id"
