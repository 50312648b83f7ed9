"""How the data of a project was gathered, and the caveats that this raises on what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis import Compared
from analysis.changed_units import find_changed_units
from analysis.circumstances import INCOME, Circumstances
from analysis.findings import Finding, Trend
from analysis.gathered import Gathered, add_circumstances, add_to_trend
from dictionary.grants import names_grant
from dictionary.nouns import Round
from project.opening import Project

SOURCE = "income_source"


def add_gathered(project: Project, compared: Compared, rounds: tuple[Round, Round]) -> Compared:
    """What a comparison of two rounds found, with the caveats and remedies of the circumstances."""
    known = _find_circumstances(project, compared.findings, rounds)
    findings = add_circumstances(Gathered(compared.findings, compared.pairs.get(INCOME)), known)
    return replace(compared, findings=findings)


def add_to_trends(project: Project, trends: Sequence[Trend]) -> tuple[Trend, ...]:
    """The trends over all rounds, with the same caveats from the first round to the last."""
    known = _find_circumstances(project, (), (project.rounds[0], project.rounds[-1]))
    return tuple(add_to_trend(trend, known) for trend in trends)


def _find_circumstances(project: Project, findings: Sequence[Finding], rounds: tuple[Round, Round]) -> Circumstances:
    changed = find_changed_units(project.sheets, project.problems, findings, rounds)
    open_pairs = len(project.people.uncertain) if project.people else 0
    return Circumstances(rounds, project.info, changed, _list_grants(project), open_pairs)


def _list_grants(project: Project) -> frozenset[str]:
    """The sources of income that are grants by their name."""
    return frozenset(source for source in project.observations[SOURCE].dropna().unique() if names_grant(str(source)))
