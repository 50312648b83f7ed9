"""A filter shows the members asked for, unless that would tell of too few of them."""

from __future__ import annotations

import json

import pytest

from dictionary.nouns import ProjectInfo
from i18n import Language
from project import find_changes
from project.opening import Project
from reports.findings_json import write_json
from tests.observe import ROUNDS, SHEETS, observe, read_table


def _project(*groups: str) -> Project:
    """Members of ``village/sex`` in both rounds."""
    rows = "\n".join(f"m{n} {group.replace('/', ' ')} 1 1" for n, group in enumerate(groups))
    frame = observe("members_active", read_table("unit village sex baseline endline\n" + rows))
    return Project(ProjectInfo(), ROUNDS, frame, SHEETS, {}, (), (), (), ())


def _endline(project: Project, only: dict[str, str]) -> float | None:
    finding = find_changes(project, only).find("members_active")
    assert finding is not None
    return finding.endline


def test_findings_of_one_group_say_which_as_does_their_json() -> None:
    project = _project(*["a/female"] * 6, *["b/male"] * 6)
    findings = find_changes(project, {"village": "a"})
    assert findings.only == (("village", "a"),)
    assert json.loads(write_json(findings, Language.EN))["only"] == {"village": "a"}
    assert json.loads(write_json(find_changes(project), Language.EN))["only"] is None


@pytest.mark.parametrize(("others", "shown"), [(5, 6), (4, None)])
def test_a_village_is_shown_where_the_others_are_enough(others: int, shown: int | None) -> None:
    project = _project(*["a/female"] * 6, *["b/female"] * others)
    assert _endline(project, {"village": "a"}) == shown


def test_the_share_of_women_of_a_village_is_hidden_where_the_others_tell_of_a_few_women() -> None:
    members = (["a/female"] * 2, ["a/male"] * 18, ["b/female"] * 10, ["b/male"] * 10)
    project = _project(*(one for part in members for one in part))
    for village in ("a", "b"):  # 12 women in all, less those of b, are the two of a
        assert _endline(project, {"village": village}) == 20
        share = find_changes(project, {"village": village}).find("women_share")
        assert share is not None
        assert share.suppressed
    assert not find_changes(project).find("women_share").suppressed  # type: ignore[union-attr]


def test_the_women_of_a_village_are_hidden_where_they_would_tell_of_its_few_men() -> None:
    project = _project(*["a/female"] * 6, *["a/male"] * 2, *["b/female"] * 6, *["b/male"] * 6)
    assert _endline(project, {"village": "a"}) == 6 + 2
    assert _endline(project, {"village": "a", "sex": "female"}) is None
    assert _endline(project, {"village": "b", "sex": "male"}) is None  # the 2 men of a stand beside them
