"""People who are known by name alone are called by their name on the uploader's own screen, and by no made key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dictionary.load import code_label
from dictionary.load_indicators import load_indicators
from i18n import Language
from tests.build import build

HOUSE = Path(__file__).parents[2]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADER = ["ชื่อ-สกุล", "รายได้ก่อน (บาท/เดือน)", "รายได้หลัง (บาท/เดือน)"]
NAMES = [f"นาง{name} รักษ์ดี" for name in ("สมใจ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมคิด")]
ROWS = [[name, 1000 + 10 * n, None if n == 3 else 1500 + 20 * n] for n, name in enumerate(NAMES)]
TWICE = [NAMES[5], 70, 80]
TAG = re.compile(r"<[^>]*>")
MADE = re.compile(r"\bP\d{4}\b")


def _open(language: Language) -> AppTest:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.button_group(key="language").set_value(language).run()
    app.file_uploader[0].set_value([("names.xlsx", build({"รายได้": [HEADER, *ROWS, TWICE]}), XLSX)]).run()
    app.switch_page("pages/data_check.py").run()
    assert not app.exception
    return app


@pytest.mark.parametrize("language", list(Language))
def test_nobody_known_by_name_is_called_by_a_key(language: Language) -> None:
    app = _open(language)
    texts = " ".join(TAG.sub("", str(block.proto.body)) for block in app.get("html"))
    frames = " ".join(frame.value.to_string() for frame in app.dataframe)
    assert not MADE.search(texts + frames)
    assert NAMES[5] in texts  # of whom two rows are added up
    assert NAMES[3] in frames  # whose income after is not known


@pytest.mark.parametrize("language", list(Language))
def test_who_is_left_out_is_left_out_of_what_the_files_call_it(language: Language) -> None:
    app = _open(language)
    frames = " ".join(frame.value.to_string() for frame in app.dataframe)
    assert code_label("income_name", "plain")[language] in frames
    assert load_indicators()["member_income"].label[language] not in frames
