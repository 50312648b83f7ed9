"""The switch of prices on the screen: every page, sentence and table follows, and it goes with the data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from i18n import Language, word
from project import find_changes
from tests.factories_rounds import THREE, make_project
from tests.factories_sroi import make_line, make_record
from tests.observe import join_frames, observe, read_table
from tests.pages.test_pages import PAGES
from tests.pages.test_rounds import _open, _open_pages, _visit
from ui.answers import answer_income
from ui.store import Session


def _switch(app: AppTest, session: Session, language: Language) -> None:
    app.button_group(key=f"prices_{session.version}_{language}").set_value("real").run()


@pytest.mark.parametrize("language", list(Language))
def test_every_page_shows_amounts_in_constant_prices(language: Language) -> None:
    app, session = _open_pages(language)
    session.is_real = True
    for page in PAGES:
        _visit(app, page)
        assert not app.exception, page
        assert not app.error, page
    real = session.found[session.chosen()]
    assert real.prices is not None
    assert real.prices.is_real
    years = {Language.TH: "2564", Language.EN: "2021"}[language]
    said = word("prices.constant", language, years=years)
    assert said in answer_income(real, language)
    charts = _visit(app, "income").get("plotly_chart")
    notes = [json.loads(chart.proto.spec)["layout"]["meta"]["source"] for chart in charts]
    assert notes
    bank = {Language.TH: "ธนาคารโลก", Language.EN: "World Bank"}[language]
    assert all(bank in note for note in notes)


@pytest.mark.parametrize("language", list(Language))
def test_the_page_of_the_social_return_says_that_its_amounts_are_as_entered(language: Language) -> None:
    app, session = _open_pages(language)
    session.project = replace(make_project(), records=(make_record(2, make_line(input_thb=1_000.0)),))
    told = word("pages.sroi.as_entered", language)
    assert told not in [one.value for one in _visit(app, "sroi").caption]
    session.is_real = True
    assert told in [one.value for one in _visit(app, "sroi").caption]


def test_the_choice_is_kept_when_the_language_is_switched() -> None:
    app, session = _open(Language.TH)
    _switch(app, session, Language.TH)
    assert session.is_real
    app.button_group(key="language").set_value(Language.EN).run()
    assert app.button_group(key=f"prices_{session.version}_en").value == "real"
    assert session.is_real
    assert not app.exception


def test_a_project_without_amounts_needs_no_choice() -> None:
    app, session = _open(Language.EN)
    members = observe("members_active", read_table("unit y2562 y2564\nm1 1 1"))
    session.project = make_project(join_frames([members]), THREE)
    assert [one.key for one in app.run().button_group] == ["language"]


def test_findings_of_both_prices_are_kept_apart() -> None:
    session = Session(project=make_project())
    nominal, real = session.chosen(), Session(project=session.project, is_real=True).chosen()
    assert nominal != real


@pytest.mark.parametrize("language", list(Language))
def test_the_year_of_constant_prices_is_chosen_on_the_page_and_only_there_asked_for(language: Language) -> None:
    app, session = _open(language)
    key = f"price_year_{session.version}_{language}"
    assert key not in [one.key for one in app.selectbox]
    _switch(app, session, language)
    first = {Language.TH: "2562", Language.EN: "2019"}[language]
    box = app.selectbox(key=key)
    box.select_index(list(box.options).index(first)).run()
    assert not app.exception
    assert session.price_year == 2019
    assert session.priced is not None
    real = find_changes(session.priced)
    assert real.prices is not None
    assert real.prices.years == (2019,)
    assert word("prices.constant", language, years=first) in answer_income(real, language)


def test_findings_in_prices_of_two_years_are_kept_apart_and_a_year_without_constant_prices_changes_nothing() -> None:
    project = make_project()
    years = [Session(project=project, is_real=True, price_year=year).chosen() for year in (None, 2019, 2020)]
    assert len(set(years)) == len(years)
    assert Session(project=project, price_year=2019).chosen() == Session(project=project).chosen()
