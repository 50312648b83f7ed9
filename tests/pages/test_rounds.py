"""Several rounds on the screen: any two are chosen once, and every page, image and table follows."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from i18n import Language, word
from tests.factories_rounds import THREE, make_observations, make_project
from tests.pages.test_pages import HOUSE, PAGES
from ui.session import COOKIE
from ui.store import STORE, Session

BEFORE, AFTER = (f"ui.compare_{side}" for side in ("before", "after"))


def _top() -> None:
    """What stands above every page, by itself: a page that is tested alone comes without its frame."""
    from ui.frame import _show_top

    _show_top("overview")


def _prepare(app: AppTest, language: Language) -> Session:
    """A project of three rounds, open in the browser of an app that has run."""
    session = STORE.open(app.session_state[f"{COOKIE}_key"])
    session.project, session.language = make_project(), language
    return session


def _open(language: Language) -> tuple[AppTest, Session]:
    """The line above every page, with a project of three rounds."""
    app = AppTest.from_function(_top, default_timeout=60).run()
    session = _prepare(app, language)
    app.session_state["language"] = language
    return app.run(), session


def _open_pages(language: Language) -> tuple[AppTest, Session]:
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60).run()
    return app, _prepare(app, language)


def _visit(app: AppTest, page: str) -> AppTest:
    """A page by itself, without the frame."""
    return app.switch_page(f"pages/{page}.py").run()


def _box(app: AppTest, label: str, language: Language) -> Selectbox[str]:
    (box,) = (box for box in app.selectbox if box.label == word(label, language))
    return box


def _titles(app: AppTest) -> list[str]:
    """The titles of the charts of a page."""
    return [json.loads(chart.proto.spec)["layout"]["meta"]["title"] for chart in app.get("plotly_chart")]


@pytest.mark.parametrize("language", list(Language))
def test_every_page_shows_a_project_of_three_rounds_and_those_chosen(language: Language) -> None:
    app, session = _open_pages(language)
    for pair in (None, ("y2562", "y2563")):
        session.pair = pair
        for page in PAGES:
            _visit(app, page)
            assert not app.exception, page
            assert not app.error, page
    members = session.found[(), ("y2562", "y2563"), (False, None), None].find("members_active")
    assert members is not None
    assert (members.baseline, members.endline) == (30, 35)


@pytest.mark.parametrize("language", list(Language))
def test_any_two_rounds_are_chosen_and_said_above_the_page(language: Language) -> None:
    app, session = _open(language)
    assert (_box(app, BEFORE, language).value, _box(app, AFTER, language).value) == ("y2562", "y2564")
    _box(app, AFTER, language).set_value("y2563").run()
    assert not app.exception
    assert session.pair == ("y2562", "y2563")
    years = ("2562", "2563", "2564") if language is Language.TH else ("2019", "2020", "2021")
    (said,) = (caption.value for caption in app.caption)
    assert [year in said for year in years] == [True, True, False]


def test_the_choice_is_kept_when_the_language_is_switched() -> None:
    app, session = _open(Language.TH)
    _box(app, BEFORE, Language.TH).set_value("y2563").run()
    app.button_group(key="language").set_value(Language.EN).run()
    assert _box(app, BEFORE, Language.EN).value == "y2563"
    assert _box(app, AFTER, Language.EN).options == ["2021"]
    assert session.pair == ("y2563", "y2564")


def test_a_round_that_is_not_before_the_one_after_any_more_is_compared_with_the_last() -> None:
    app, session = _open(Language.EN)
    _box(app, AFTER, Language.EN).set_value("y2563").run()
    _box(app, BEFORE, Language.EN).set_value("y2563").run()
    assert session.pair == ("y2563", "y2564")
    assert not app.exception


def test_two_rounds_need_no_choice() -> None:
    app, session = _open(Language.EN)
    session.project = make_project(make_observations(), THREE[:2])
    assert word(BEFORE, Language.EN) not in [box.label for box in app.run().selectbox]


@pytest.mark.parametrize("screen", ["overview", "economic", "social", "environmental"])
def test_the_trend_stands_on_the_overview_and_on_each_dimension(screen: str) -> None:
    app, _ = _open_pages(Language.EN)
    assert any("2019–2021" in title for title in _titles(_visit(app, screen)))
