"""Who is who, decided in a mapping file that is uploaded: the browser follows it as the command line does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import cli
from dictionary.load import load_problems
from i18n import Language, word
from tests.build import Sheets, build

HOUSE = Path(__file__).parents[2]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOML = "application/toml"
HEAD = ["ชื่อ-สกุล", "รายได้ต่อเดือน (บาท)"]
BEFORE: list[list[Any]] = [["นางกมล ขันทอง", 3000], ["นางสาวนิภา ปานทอง", 5000]]
AFTER: list[list[Any]] = [["นางกมล ขันทอง", 3500], ["นางสาวนิภา ปานทองดี", 5600]]
SHEETS: Sheets = {"ก่อน": [HEAD, *BEFORE], "หลัง": [HEAD, *AFTER]}
BOOK = ("incomes.xlsx", build(SHEETS), XLSX)


@pytest.fixture(name="mapping")
def write_mapping(tmp_path: Path) -> bytes:
    """The mapping file of the workbook, with its one open pair answered."""
    book, mapping = tmp_path / BOOK[0], tmp_path / "m.toml"
    book.write_bytes(BOOK[1])
    cli.main(["inspect", str(book), "--write-mapping", str(mapping)])
    text = mapping.read_text("utf-8")
    assert text.count('same = "?"') == 1
    return text.replace('same = "?"', "same = true").encode()


def _open(*files: tuple[str, bytes, str]) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.file_uploader[0].set_value(list(files)).run()
    assert not app.exception
    return app


def _look(app: AppTest) -> list[str]:
    app.switch_page("pages/data_check.py").run()
    return [text.value for text in app.markdown]


def _told(app: AppTest) -> set[str]:
    """The kinds of problems that are listed."""
    return {text for field in app.selectbox for text in field.options}


ASKED = word("pages.people.uncertain", Language.TH, n=1)


@pytest.mark.parametrize("together", [True, False])
def test_a_pair_decided_in_a_mapping_file_is_asked_no_more(mapping: bytes, together: bool) -> None:
    toml = ("m.toml", mapping, TOML)
    app = _open(BOOK, toml) if together else _open(BOOK)
    if not together:
        assert ASKED in _look(app)
        app.switch_page("pages/start.py").run()
        app.file_uploader[0].set_value([toml]).run()
    assert ASKED not in _look(app)


def test_pairs_decided_of_another_version_of_the_workbook_are_refused_and_said(mapping: bytes) -> None:
    changed = build({"ก่อน": [HEAD, *BEFORE], "หลัง": [HEAD, ["นายคนอื่น มาใหม่", 1], *AFTER]})
    app = _open((BOOK[0], changed, XLSX), ("m.toml", mapping, TOML))
    assert "m.toml" in " ".join(one.value for one in app.error)
    assert load_problems()["people_of_another_file"].title.th in _told(app)
    assert ASKED in _look(app)


def test_a_mapping_file_without_its_workbook_is_said_and_not_dropped_in_silence(mapping: bytes) -> None:
    app = _open(("m.toml", mapping, TOML))
    assert "m.toml" in " ".join(one.value for one in app.error)
    assert load_problems()["mapping_alone"].title.th in _told(app)
