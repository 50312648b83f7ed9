"""Every page in both languages, empty and with a sample: no exception, and the words of that language."""

from __future__ import annotations

import io
import re
from html import unescape
from itertools import chain, pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import Workbook, load_workbook
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from analysis import METHODS_VERSION
from dictionary.load import code_label, load_tables
from dictionary.load_estimators import load_estimators
from dictionary.load_formulas import load_formulas
from dictionary.nouns import Problem
from i18n import Language, word
from ingest.formats.locked import lock
from reports.form import write_form
from tests.build import build
from ui.frame import GROUPS
from ui.machine import browser_missing
from ui.pieces import plain
from ui.problems import rank_problems

HOUSE = Path(__file__).parents[2]
SAMPLES = tuple(sorted((HOUSE / "data" / "samples").glob("*.xlsx")))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGES = tuple(chain.from_iterable(GROUPS.values()))
ALWAYS = ("start", "methods")  # pages that show the same whether or not there is data

TYPED_WORDS = {  # an amount that is no number
    "รายได้": [
        ["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท)", "จำนวนเงิน หลัง (บาท)", "ต่อเดือนหรือต่อปี"],
        ["ม-1", "ทอผ้า", 1000, 2000, "เดือน"],
        ["ม-2", "ทอผ้า", 1000, "ห้าพันบาท", "เดือน"],
    ]
}


@pytest.fixture(autouse=True)
def _as_the_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run app.py whatever page is visited; left alone, the test kit runs a page of the folder without its frame."""
    monkeypatch.setattr(script_runner, "PagesManager", SimpleNamespace(uses_pages_directory=False))


def _open(language: Language, sample: Path | None = None) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.button_group(key="language").set_value(language).run()
    if sample:
        app.file_uploader[0].set_value((sample.name, sample.read_bytes(), XLSX)).run()
    return app


def _answer(app: AppTest) -> str:
    """The large heading of the screen, as it is read."""
    bodies = (str(block.proto.body) for block in app.get("html"))
    return next(unescape(re.sub(r"<[^>]*>", "", body)) for body in bodies if body.startswith("<h1>"))


def _visit(app: AppTest, page: str) -> AppTest:
    return app.switch_page(f"pages/{page}.py").run()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("screen", PAGES)
def test_an_empty_page_says_what_to_do_next(screen: str, language: Language) -> None:
    app = _visit(_open(language), screen)
    assert not app.exception
    if screen not in ALWAYS:
        assert _answer(app) == word("ui.empty", language)
        assert word("ui.go_start", language) in [button.label for button in app.button]


@pytest.mark.parametrize("language", list(Language))
def test_a_page_whose_sheet_is_missing_or_cannot_be_compared_says_so_and_leads_on(language: Language) -> None:
    incomes = [
        ["รหัสสมาชิก", "รายได้ ก่อน (บาท/เดือน)", "รายได้ หลัง (บาท/เดือน)"],
        *([f"ม-{n}", 1000, 1100 + n] for n in range(9)),
    ]
    partners = [["ชื่อหน่วยงาน", "ร่วมงาน ก่อน", "ร่วมงาน หลัง"], ["", "ใช่", "ใช่"]]
    app = _open(language)
    app.file_uploader[0].set_value(("a.xlsx", build({"รายได้": incomes, "ภาคีเครือข่าย": partners}), XLSX)).run()
    for page, key in (("members", "absent"), ("partners", "unused")):
        _visit(app, page)
        named = {"table": load_tables()[page].sheet[language], "sheets": "ภาคีเครือข่าย"}
        assert plain(word(f"pages.way_on.{key}", language, **named)) in [one.value for one in app.markdown]
        assert word("pages.guide.change", language) in [button.label for button in app.button]


def test_the_groups_that_are_hidden_for_one_reason_stand_in_one_row_of_the_table() -> None:
    app = _visit(_open(Language.TH, SAMPLES[0]), "members")
    hidden = code_label("reason", "suppressed")[Language.TH]
    (table,) = (body for block in app.get("html") if "<table" in (body := str(block.proto.body)))
    rows = [re.sub("<[^>]*>", "", row) for row in table.split("<tr>")]
    (row,) = (row for row in rows if hidden in row)
    assert "ประธาน, รองประธาน, " in row


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_page_shows_a_sample(sample: Path, language: Language) -> None:
    app = _open(language, sample)
    for page in PAGES:
        _visit(app, page)
        assert not app.exception, page
        assert not app.error, page
        assert _answer(app) != word("ui.empty", language), page


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_beside_every_page_stands_whose_data_is_open_and_that_a_sample_is_invented(sample: Path) -> None:
    app = _visit(_open(Language.EN, sample), "overview")
    name = load_workbook(sample, read_only=True)["โครงการ"]
    typed = next(row[1] for row in name.iter_rows(values_only=True) if row[0] == "ชื่อโครงการ")
    assert app.sidebar.caption[0].value == plain(f"{word('figures.invented', Language.EN)} · {typed}")


def test_on_a_phone_wide_tables_are_lists_and_none_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.screen.window_width", lambda: "phone")
    app = _open(Language.EN, HOUSE / "data" / "samples" / "rice_mill.xlsx")
    told = [str(block.proto.body) for block in _visit(app, "comparison").get("html")]
    assert any("Participants before: 6,849" in body for body in told)
    assert not any("<table" in body for body in told)
    app = _visit(app, "data_check")
    assert not app.dataframe
    assert any(
        "The example row" in unescape(re.sub(r"<[^>]*>", "", str(block.proto.body))) for block in app.get("html")
    )
    app = _visit(app, "overview")
    assert any("baht/\N{WORD JOINER}month" in str(block.proto.body) for block in app.get("html"))


def test_the_button_to_start_leads_to_start() -> None:
    app = _visit(_open(Language.TH), "overview")
    app.button[0].click().run()
    assert app.file_uploader


def test_the_sample_buttons_open_the_overview() -> None:
    app = _open(Language.TH)
    app.button(key=f"sample_{SAMPLES[0].stem}").click().run()
    assert not app.exception
    assert _answer(app) != word("ui.empty", Language.TH)


def test_a_filter_is_kept_from_members_to_income() -> None:
    app = _visit(_open(Language.TH, SAMPLES[0]), "members")
    village = app.selectbox[0]
    village.set_value(village.options[1] if village.value == village.options[0] else village.options[0])
    chosen = app.run().selectbox[0].value
    assert _visit(app, "income").selectbox[0].value == chosen
    assert not app.exception


def test_a_page_of_the_whole_project_says_so_while_a_filter_is_chosen() -> None:
    app = _visit(_open(Language.EN, SAMPLES[0]), "members")
    village = app.selectbox[0].options[1]
    app.selectbox[0].set_value(village).run()
    said = word("ui.filter_elsewhere", Language.EN, group=village)
    told = {page: said in app.caption[0].value.replace("\\", "") for page in PAGES if _visit(app, page)}
    assert [page for page in PAGES if not told[page]] == [*GROUPS["data"], "members", "income"]


@pytest.mark.parametrize("language", list(Language))
def test_a_file_that_cannot_be_used_is_answered_in_a_sentence(language: Language) -> None:
    app = _open(language)
    app.file_uploader[0].set_value(("photo.xlsx", b"no workbook", XLSX)).run()
    assert not app.exception
    assert [error.value for error in app.error] == [word("pages.start.nothing_usable", language)]
    assert not _visit(app, "data_check").exception
    assert not app.subheader[1:]  # what is wrong, and nothing about sheets and members that were never read


def _one_round(extra: float) -> bytes:
    """A workbook of one round: incomes of twelve members, and one that is no number; nothing says which round."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "รายได้"
    sheet.append(["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน (บาท)", "ต่อเดือนหรือต่อปี"])
    for number in range(12):
        sheet.append([f"ม-{number}", "ทอผ้า", 1000 + number * 10 + extra, "เดือน"])
    sheet.append(["ม-12", "ทอผ้า", "ห้าพันบาท", "เดือน"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _press(app: AppTest, key: str, language: Language = Language.TH) -> AppTest:
    return next(button for button in app.button if button.label == word(key, language)).click().run()


def _open_two_files() -> AppTest:
    app = _open(Language.TH)
    app.file_uploader[0].set_value([("x.xlsx", _one_round(0), XLSX), ("y.xlsx", _one_round(500), XLSX)]).run()
    return app


def test_where_the_program_is_unsure_which_file_is_before_it_asks() -> None:
    app = _open_two_files()
    assert list(app.radio[0].options) == ["x.xlsx", "y.xlsx"]
    assert not app.error
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    assert not app.radio
    assert "500" in _answer(_visit(app, "income"))


def _field(app: AppTest, name: str) -> str:
    """The key of a field of the panel for name and dates."""
    keys = [str(one.key) for one in (*app.text_input, *app.selectbox)]
    return next(key for key in keys if re.fullmatch(rf"details_\d+_{name}", key))


def test_name_and_dates_can_be_added_and_are_never_asked_for_twice() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    app.text_input(key=_field(app, "name")).set_value("โครงการทดลอง")
    app.selectbox(key=_field(app, "baseline_from_month")).set_value(3)
    for place, year in (
        ("baseline_from", "2562"),
        ("baseline_to", "2562"),
        ("endline_from", "2564"),
        ("endline_to", "2564"),
    ):
        app.text_input(key=_field(app, f"{place}_year")).set_value(year)
    _press(app, "pages.start.details_save")
    assert not app.exception
    assert app.subheader[0].value == "โครงการทดลอง"
    assert [panel.label for panel in app.expander] == [word("pages.start.details_edit", Language.TH)]
    assert not app.expander[0].proto.expanded
    assert app.text_input(key=_field(app, "name")).value == "โครงการทดลอง"
    assert app.text_input(key=_field(app, "endline_to_year")).value == "2564"


def test_a_date_that_cannot_be_is_told_and_nothing_is_lost() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    app.text_input(key=_field(app, "name")).set_value("โครงการทดลอง")
    app.text_input(key=_field(app, "baseline_from_year")).set_value("62")
    _press(app, "pages.start.details_save")
    assert [error.value for error in app.error] == [word("pages.start.date_wrong", Language.TH, field="ก่อน · ตั้งแต่")]
    assert app.text_input(key=_field(app, "name")).value == "โครงการทดลอง"


def test_without_a_browser_on_the_machine_a_sentence_stands_in_the_place_of_the_images(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("figures.browser_missing", lambda: True)
    browser_missing.cache_clear()
    try:
        app = _open(Language.TH, SAMPLES[0])
        for page in ("overview", "downloads"):
            _visit(app, page)
            assert not app.exception
            told = [text.value for text in (*app.markdown, *app.caption)]
            assert word("ui.download.no_browser", Language.TH) in told
    finally:
        browser_missing.cache_clear()


def _grid(app: AppTest, header: str) -> list[list[str]]:
    """The rows of the table on the screen that has a column of this name."""
    bodies = (str(block.proto.body) for block in app.get("html"))
    tables = (re.findall(r"<tr>(.*?)</tr>", body) for body in bodies if 'class="grid"' in body)
    read = ([[_read(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows] for rows in tables)
    return next(rows[1:] for rows in read if header in rows[0])


def _read(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize("language", list(Language))
def test_the_headline_counts_what_the_table_of_sheets_counts(language: Language) -> None:
    app = _visit(_open(language, SAMPLES[0]), "data_check")
    counts = [row[-3:] for row in _grid(app, word("pages.data_check.read", language))]
    sums = [sum(int(row[at].replace(",", "")) for row in counts if row[at] != "–") for at in range(3)]
    told = word("pages.data_check.rows", language, read=sums[0], used=sums[1], left=sums[2])
    assert _answer(app).startswith(told)
    assert ["–"] * 3 in counts  # the guide and the lists of the form are no data
    assert sums[0] == sums[1] + sums[2]


@pytest.mark.parametrize("language", list(Language))
def test_who_was_left_out_stands_beside_the_indicator_by_its_name_elsewhere(language: Language) -> None:
    app = _visit(_open(language, SAMPLES[0]), "data_check")
    told = app.dataframe[-1].value[word("pages.data_check.indicator", language)]
    assert set(told) == {code_label("income_name", "plain")[language]}


def test_a_broken_file_does_not_take_the_place_of_a_good_project() -> None:
    app = _open(Language.TH, SAMPLES[0])
    opened = app.subheader[0].value
    app.file_uploader[0].set_value(("photo.xlsx", b"no workbook", XLSX)).run()
    assert [error.value for error in app.error] == [plain(word("pages.start.refused", Language.TH, files="photo.xlsx"))]
    assert any("photo.xlsx" in str(block.proto.body) for block in app.get("html"))  # what is wrong with it
    assert opened in [title.value for title in app.subheader]
    assert _answer(_visit(app, "overview")) != word("ui.empty", Language.TH)


def test_a_sample_does_not_take_the_place_of_own_files_without_a_question() -> None:
    app = _open_two_files()
    app.button(key=f"sample_{SAMPLES[0].stem}").click().run()
    assert word("pages.start.sample_sure", Language.TH) in [text.value for text in app.markdown]
    _press(app, "pages.start.sample_yes")
    assert not app.exception
    assert _answer(app) != word("ui.empty", Language.TH)


def test_while_a_question_is_open_the_pages_send_the_reader_to_it() -> None:
    app = _open_two_files()
    for page in set(PAGES) - {"guide", *ALWAYS}:
        assert _answer(_visit(app, page)) == word("ui.question_open", Language.TH), page
    _press(_visit(app, "start"), "pages.start.answer_question")
    assert [error.value for error in app.error] == [word("pages.start.choose_answer", Language.TH)]
    assert app.radio


def test_dates_in_the_wrong_order_are_told_on_start_at_once() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    for place, year in (("baseline_from", "2565"), ("baseline_to", "2564"), ("endline_to", "2563")):
        app.text_input(key=_field(app, f"{place}_year")).set_value(year)
    _press(app, "pages.start.details_save")
    first, second = "ก่อน · ตั้งแต่", "ก่อน · ถึง"
    told = [(first, second), (second, "หลัง · ถึง")]
    assert [error.value for error in app.error] == [
        word("pages.start.date_order", Language.TH, first=one, second=other) for one, other in told
    ]
    assert app.text_input(key=_field(app, "baseline_from_year")).value == "2565"


def test_name_and_dates_are_not_asked_for_where_nothing_could_be_read() -> None:
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("photo.xlsx", b"no workbook", XLSX)).run()
    assert not app.text_input


def test_what_must_be_mended_comes_first_and_then_as_the_sheet_is_read() -> None:
    problems = (
        Problem("no_project_sheet"),
        Problem("not_a_number", "x.xlsx", "A", "C10"),
        Problem("out_of_range", "x.xlsx", "A", "B2"),
        Problem("not_a_number", "x.xlsx", "A", "AA9"),
        Problem("not_a_number", "x.xlsx", "A", "D9"),
    )
    assert [problem.cell for problem in rank_problems(problems)] == ["D9", "AA9", "C10", "B2", ""]


def test_the_columns_of_several_files_are_told_apart() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    named = [panel.label for panel in _visit(app, "data_check").expander]
    assert ["y.xlsx" in label.replace("\\", "") for label in named] == [False, True]
    assert len(set(named)) == len(named)


def test_new_files_take_the_place_of_the_old_only_when_told_so() -> None:
    first, second = (path.read_bytes() + b"\0" for path in SAMPLES)  # the reader's own, not the sample
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("a.xlsx", first, XLSX)).run()
    app.file_uploader[0].set_value(("b.xlsx", second, XLSX)).run()
    assert "b.xlsx" in app.warning[0].value
    assert _opened(app).startswith(plain("a.xlsx · "))
    _press(app, "pages.start.where_instead")
    assert _opened(app).startswith(plain("b.xlsx · "))
    app.file_uploader[0].set_value(("a.xlsx", first, XLSX)).run()
    _press(app, "pages.start.where_beside")
    assert _opened(app).startswith(plain("b.xlsx, a.xlsx · "))


def test_a_corrected_file_takes_the_place_of_the_one_refused() -> None:
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("a.xlsx", b"no workbook", XLSX)).run()
    app.file_uploader[0].set_value(("a.xlsx", SAMPLES[0].read_bytes() + b"\0", XLSX)).run()
    assert not app.warning
    assert _opened(app).startswith(plain("a.xlsx · "))


def _opened(app: AppTest) -> str:
    """The line that names the files that are open."""
    return next(text.value for text in app.markdown if " · " in text.value and "xlsx" in text.value)


def _offered(app: AppTest) -> list[str]:
    """The labels of the buttons that give a file."""
    return [str(button.proto.label) for button in app.get("download_button")]


@pytest.mark.parametrize("language", list(Language))
def test_the_reader_can_take_the_own_file_with_what_must_be_mended_marked(language: Language) -> None:
    app = _open(language)
    app.file_uploader[0].set_value(("ก่อน.xlsx", _one_round(0), XLSX)).run()
    _visit(app, "data_check")
    assert _offered(app) == [word("pages.data_check.take_own", language)]


def test_a_file_without_a_cell_to_mark_is_not_offered_to_be_mended() -> None:
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("x.xlsx", _two_lists(), XLSX)).run()
    _visit(app, "data_check")
    assert re.search(r"พบข้อที่ต้องดู \d+ ข้อ", _answer(app))
    assert _offered(app) == []


@pytest.mark.parametrize("language", list(Language))
def test_the_blank_form_is_said_to_be_blank_and_nothing_is_offered_to_mend_in_it(language: Language) -> None:
    app = _open(language)
    app.file_uploader[0].set_value(("form.xlsx", write_form(language), XLSX)).run()
    assert [one.value for one in app.info] == [word("pages.start.form_blank", language)]
    assert not app.error
    _visit(app, "data_check")
    assert word("pages.start.form_blank", language) in " ".join(_read(str(one.proto.body)) for one in app.get("html"))
    assert _offered(app) == []


def test_several_files_are_taken_as_one_zip() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    assert _offered(_visit(app, "data_check")) == [word("pages.data_check.take_all", Language.TH, n=2)]


def test_without_a_problem_or_a_file_that_can_be_read_no_marked_file_is_offered() -> None:
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("photo.xlsx", b"no workbook", XLSX)).run()
    assert _offered(_visit(app, "data_check")) == []


def test_problems_can_be_looked_at_by_kind() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    _visit(app, "data_check")
    kinds = app.selectbox(key="kind_th")
    assert kinds.options[0] == word("pages.data_check.every_kind", Language.TH)
    kinds.set_value(kinds.options[1]).run()
    assert not app.exception
    shown = " ".join(str(block.proto.body) for block in app.get("html"))
    assert shown.count('class="problem"') >= 1


def _two_lists() -> bytes:
    """Members before and after without ids: one certain, one whose village differs, one on each list alone."""
    book = Workbook()
    book.remove(book.worksheets[0])
    headers = ["ชื่อ-สกุล", "เพศ", "ปีเกิด", "หมู่บ้าน"]
    before = [["นายสมชาย ใจดี", "ชาย", 2510, "1"], ["มานะ อดทน", "ชาย", 2500, "1"], ["ประไพ สดใส", "หญิง", 2490, "3"]]
    after = [["สมชาย ใจดี", "ชาย", 2510, "1"], ["มานะ อดทน", "ชาย", 2500, "2"], ["วันดี ศรีงาม", "หญิง", 2520, "3"]]
    for name, rows in (("สมาชิก ก่อน", before), ("สมาชิก หลัง", after)):
        sheet = book.create_sheet(name)
        for row in (headers, *rows):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _open_people(language: Language = Language.TH) -> AppTest:
    app = _open(language)
    app.file_uploader[0].set_value([("people.xlsx", _two_lists(), XLSX)]).run()
    return _visit(app, "data_check")


def _told(app: AppTest) -> str:
    return " ".join(_read(str(block.proto.body)) for block in app.get("html"))


@pytest.mark.parametrize("language", list(Language))
def test_who_may_be_the_same_is_shown_with_what_agrees_and_differs(language: Language) -> None:
    app = _open_people(language)
    assert not app.exception
    told = _told(app)
    assert told.count("มานะ อดทน") == 2
    assert "สมาชิก หลัง A3" in told
    assert word("pages.people.uncertain", language, n=1) in [text.value for text in app.markdown]
    differs = {Language.TH: "ต่างกัน: หมู่บ้าน", Language.EN: "Differ: Village"}[language]
    assert differs in told


def test_an_accepted_person_is_matched_and_the_answer_can_be_taken_back() -> None:
    app = _open_people()
    _press(app, "pages.people.apply")
    assert word("pages.people.choose", Language.TH) in [error.value for error in app.error]
    next(radio for radio in app.radio if radio.options[0] == word("pages.people.same", Language.TH)).set_value("same")
    _press(app, "pages.people.apply")
    assert not app.exception
    assert word("pages.people.none_uncertain", Language.TH) in [text.value for text in app.markdown]
    assert "มานะ" not in _told(app)
    app.session_state["drawer_people_decided"] = True
    _press(app.run(), "pages.people.take_back")
    assert _told(app).count("มานะ อดทน") == 2


@pytest.mark.parametrize("language", list(Language))
def test_a_protected_file_is_asked_for_its_password_and_opened_with_it(language: Language) -> None:
    app = _open(language)
    app.file_uploader[0].set_value(("a.xlsx", lock(build(TYPED_WORDS), "secret"), XLSX)).run()
    for typed in ("wrong", "secret"):
        asked = plain(word("pages.start.password", language, file="a.xlsx"))
        (field,) = (one for one in app.text_input if one.label == asked)
        field.set_value(typed)
        _press(app, "pages.start.password_open", language)
        assert not app.exception
    assert word("pages.start.password_open", language) not in [button.label for button in app.button]
    assert word("pages.start.go_overview", language) in [button.label for button in app.button]
    assert _offered(_visit(app, "data_check")) == [word("pages.data_check.take_own", language)]
    assert plain(word("pages.data_check.take_locked", language, files="a.xlsx")) in [one.value for one in app.caption]


def test_choosing_another_timing_changes_the_social_return_and_is_kept() -> None:
    app = _visit(_open(Language.EN, SAMPLES[0]), "sroi")
    before = _answer(app)
    names = [word(f"figures.sroi_timing_{one}", Language.EN) for one in ("end", "start")]
    box = next(one for one in app.selectbox if one.value == names[0])
    box.set_value(names[1]).run()
    after = _answer(app)
    assert after != before
    assert "range" in after
    assert _answer(_visit(_visit(app, "overview"), "sroi")) == after
    assert not app.exception


def test_a_blank_deduction_is_no_entered_zero_beside_what_is_usual() -> None:
    app = _visit(_open(Language.EN, SAMPLES[0]), "sroi")
    shown = " ".join(_read(str(block.proto.body)) for block in app.get("html"))
    assert "25\u00a0% (15–40\u00a0%)" in shown  # 20, 40, 25, 15, 30 and a blank


def test_a_workbook_without_a_value_map_says_how_to_add_one() -> None:
    app = _open_two_files()
    app.radio[0].set_value("x.xlsx")
    _press(app, "pages.start.answer_question")
    assert _answer(_visit(app, "sroi")) == word("pages.sroi.none", Language.TH)
    assert not app.exception


def test_a_value_map_alone_shows_its_page_and_leaves_the_others_without_a_fault() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "SROI"
    for row in (["stakeholder", "outcome", "input value", "quantity", "proxy value"], ["a", "b", 100, 3, 50]):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    app = _open(Language.EN)
    app.file_uploader[0].set_value(("map.xlsx", content.getvalue(), XLSX)).run()
    for page in PAGES:
        assert not _visit(app, page).exception, page
    assert "1.45" in _answer(_visit(app, "sroi"))


@pytest.mark.parametrize("language", list(Language))
def test_the_page_of_methods_tells_each_formula_with_its_assumption_and_reference(language: Language) -> None:
    app = _visit(_open(language), "methods")
    told = unescape(re.sub(r"<[^>]*>", "", " ".join(str(block.proto.body) for block in app.get("html"))))
    for one in load_estimators().values():
        assert one.label[language] in told
        assert one.formula[language] in told
        assert one.assumption[language] in told
        assert one.reference in told
    for formula in load_formulas():
        for text in (formula.label, formula.formula, formula.assumption, formula.reference):
            assert text[language] in told
    assert any(METHODS_VERSION in note.value.replace("\\", "") for note in app.caption)


@pytest.mark.parametrize("language", list(Language))
def test_the_list_of_images_says_nothing_twice_in_a_row(language: Language) -> None:
    names = [one.label.replace("\\", "") for one in _visit(_open(language, SAMPLES[0]), "downloads").expander]
    said = [name.split(": ") for name in names]
    assert [one for one in said if any(a.casefold() == b.casefold() for a, b in pairwise(one))] == []
    assert [one for one in names if "มิติ" in one and one.count("เศรษฐกิจ") > 1] == []


def test_the_first_caveat_ends_as_a_part_of_a_line_where_others_follow() -> None:
    app = _visit(_open(Language.EN, SAMPLES[0]), "overview")
    line = next(str(block.proto.body) for block in app.get("html") if 'class="caveat"' in str(block.proto.body))
    assert re.search(r"\.\s*·", re.sub(r"<[^>]*>", "", line)) is None


def test_where_the_count_of_members_waits_for_dates_start_says_so_and_entering_them_mends_it() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "สมาชิก"
    sheet.append(["รหัสสมาชิก", "เพศ", "วันที่เข้าร่วม", "วันที่ออก"])
    for number in range(12):
        sheet.append([f"ม-{number}", "หญิง", "15/6/2562" if number else "1/6/2568", "1/9/2568" if number == 1 else None])
    content = io.BytesIO()
    book.save(content)
    app = _open(Language.TH)
    app.file_uploader[0].set_value(("x.xlsx", content.getvalue(), XLSX)).run()
    assert any("12 คน" in warning.value for warning in app.warning)
    for place, year in (("baseline_to", "2567"), ("endline_to", "2569")):
        app.text_input(key=_field(app, f"{place}_year")).set_value(year)
    _press(app, "pages.start.details_save")
    assert not app.warning
    assert "11" in _answer(_visit(app, "members"))
