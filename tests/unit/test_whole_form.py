"""Every sheet of the form, filled in by hand, is read without a problem or a question, and all of it is found."""

from __future__ import annotations

import json

import pytest

from i18n import Language
from ingest import InputFile
from project import find_changes, open_project
from reports.findings_json import write_json
from tests.whole_form import fill_form


@pytest.mark.parametrize("language", list(Language))
def test_every_sheet_of_the_form_is_used_and_nothing_is_asked(language: Language) -> None:
    project = open_project([InputFile("form.xlsx", fill_form(language))])
    assert project.questions == ()
    assert project.problems == ()
    assert {one.reason for one in project.excluded} == {"guide_sheet"}


def test_the_flows_and_the_return_are_those_of_the_rows() -> None:
    found = find_changes(open_project([InputFile("form.xlsx", fill_form())]))
    told = json.loads(write_json(found, Language.TH))
    rounds = told["flows"][0]["rounds"]
    before, after = rounds["baseline"], rounds["endline"]
    assert (before["mass_in"], before["mass_used"], before["mass_unaccounted"]) == (25, 2, 25 - 2 - 21)
    assert after["mass_used"] == pytest.approx(14 + 7.6)
    assert after["use_rate"] == pytest.approx((14 + 7.6) / 25)
    assert after["mass_unaccounted"] == pytest.approx(25 - 14 - 7.6 - 1.5)
    incomes = [11 * 10_800 * 0.8 * 0.9 * 0.75 * 0.8**year for year in range(3)]
    smoke = [34 * 650 * 0.85 * 0.95 * 0.8 * 0.7**year for year in range(2)]
    value = sum(amount / 1.035 ** (year + 1) for line in (incomes, smoke) for year, amount in enumerate(line))
    assert told["sroi"]["present_value"] == pytest.approx(value)
    assert told["sroi"]["ratio"] == pytest.approx(value / 90_000)
