"""Every figure of the sheets read row by row is told with the cells that it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.findings import Findings
from figures import list_charts
from figures.catalogue import shown_findings
from figures.kinds_sroi import find_value_map
from figures.sroi_tables import tell_aside, tell_inputs, tell_return
from figures.told import Told
from figures.told_evidence import (
    tell_activities,
    tell_chain,
    tell_dependence,
    tell_estimate,
    tell_material,
    tell_network,
    tell_works,
)
from ingest import InputFile
from project import Project, cite_cells, find_changes, open_project, read_cells

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
FILE = InputFile(SAMPLE.name, SAMPLE.read_bytes())
PROJECT: Project = open_project([FILE])
FINDINGS: Findings = find_changes(PROJECT)


def _tell(name: str) -> tuple[Told, ...]:
    evidence = FINDINGS.evidence
    assert evidence is not None
    assert evidence.network is not None
    assert evidence.chain is not None
    assert evidence.participation is not None
    assert evidence.technology is not None
    found = find_value_map(FINDINGS)
    assert found is not None
    told = {
        "network": tell_network(evidence.network),
        "chain": tell_chain(evidence.chain),
        "participation": tell_activities(evidence.participation),
        "material": tell_material(evidence.materials[0]),
        "estimates": tuple(map(tell_estimate, evidence.avoided)),
        "technology": tell_works(evidence.technology.works),
        "return": tell_return(found),
        "inputs": tell_inputs(found),
        "aside": tell_aside((*found.held, *found.excluded)),
    }
    return told[name]


@pytest.mark.parametrize(
    "name", ["network", "chain", "participation", "material", "estimates", "technology", "return", "inputs", "aside"]
)
def test_each_figure_is_named_in_both_languages_and_leads_to_cells_with_something_in_them(name: str) -> None:
    told = _tell(name)
    assert told
    for one in told:
        assert one.name.th
        assert one.name.en
        cells = cite_cells([FILE], one.sources)
        assert len(cells), one.name.en
        assert any(cells.typed), one.name.en


def test_what_an_activity_tells_is_what_its_row_was_read_as() -> None:
    told = _tell("participation")[0]
    cited = cite_cells([FILE], told.sources)
    read = read_cells(PROJECT, cited, told.indicator, slice(0, len(cited)))
    typed = {one.typed for one in read}
    assert told.name.th.split(" · ")[0] in typed
    assert any(one.values for one in read)


def test_a_goal_found_from_other_rows_tells_the_values_read_from_them() -> None:
    computed = next(one for one in _tell("chain") if one.indicator)
    cited = cite_cells([FILE], computed.sources)
    read = read_cells(PROJECT, cited, computed.indicator, slice(0, len(cited)))
    assert any(round_key for one in read for round_key, _ in one.values)


def test_dependence_is_told_only_where_one_partner_gives_most() -> None:
    evidence = FINDINGS.evidence
    assert evidence is not None
    assert evidence.network is not None
    before, after = evidence.network.dependence
    assert [bool(tell_dependence(one)) for one in (before, after)] == [
        one.leading is not None and one.leading.equals == 1 for one in (before, after)
    ]


def test_the_rest_of_a_material_is_what_goes_in_less_what_its_end_is_known_of() -> None:
    evidence = FINDINGS.evidence
    assert evidence is not None
    material = evidence.materials[0]
    parts, flows = _tell("material")[:4], _tell("material")[4:]
    assert len(flows) == len(material.flows)
    cells = {(s.sheet, area) for one in flows for s in one.sources for area in s.ranges}
    assert all({(s.sheet, area) for s in one.sources for area in s.ranges} == cells for one in parts)


def test_the_sector_of_a_tie_is_told_as_it_was_read() -> None:
    tie = _tell("network")[1]
    cited = cite_cells([FILE], tie.sources)
    read = read_cells(PROJECT, cited, tie.indicator, slice(0, len(cited)))
    assert {one.cell[0] for one in read if one.values} >= {"A", "B"}


def test_every_chart_of_the_sample_leads_to_the_cells_behind_it() -> None:
    for chart in list_charts(FINDINGS):
        shown = shown_findings(FINDINGS, chart.key) if chart.available else ()
        assert bool(shown) == chart.available, chart.key
        assert all(one.sources for one in shown), chart.key
