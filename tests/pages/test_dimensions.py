"""The index of the dimensions on its page: off at first, then as its reader weighs it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from i18n import Language, word

HOUSE = Path(__file__).parents[2]
SAMPLE = HOUSE / "data" / "samples" / "rice_mill.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(autouse=True)
def _as_the_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run app.py whatever page is visited; left alone, the test kit runs a page of the folder without its frame."""
    monkeypatch.setattr(script_runner, "PagesManager", SimpleNamespace(uses_pages_directory=False))


@pytest.mark.parametrize("language", list(Language))
def test_an_index_is_shown_when_it_is_asked_for_and_follows_the_weights(language: Language) -> None:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    app.button_group(key="language").set_value(language).run()
    app.file_uploader[0].set_value((SAMPLE.name, SAMPLE.read_bytes(), XLSX)).run()
    app.switch_page("pages/dimensions.py").run()
    assert not app.number_input
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert {field.value for field in app.number_input} == {1.0}
    app.number_input[0].set_value(9.0).run()
    assert not app.exception
    assert app.number_input[0].value == 9.0
    equal = next(button for button in app.button if button.label == word("pages.dimensions.equal", language))
    equal.click().run()
    assert {field.value for field in app.number_input} == {1.0}
    app.toggle[0].set_value(False).run()
    assert not app.number_input
