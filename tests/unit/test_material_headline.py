"""The answer of the raw material says how strong its evidence is and in which prices its value stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis import PriceChoice, PriceKind
from analysis.evidence.whole import gather_evidence
from analysis.grades import grade_weights
from dictionary.load import code_label
from figures.material_texts import title_material
from i18n import Language
from i18n.numbers import write_percent
from ingest import InputFile
from project import Project, find_changes, open_project
from tests.factories_figures import make_findings
from tests.material_rows import materials_of, records_of
from tests.observe import ROUNDS
from ui.material import answer_material, detail_material

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project([InputFile("book.xlsx", SAMPLE.read_bytes())])


@pytest.mark.parametrize(("kind", "said"), [(PriceKind.NOMINAL, False), (PriceKind.REAL, True)])
def test_the_line_below_the_answer_has_a_grade_and_the_prices(project: Project, kind: PriceKind, said: bool) -> None:
    found = find_changes(replace(project, prices=PriceChoice(kind)))
    told = detail_material(found, Language.EN)
    assert told.startswith(code_label("grade", grade_weights([10, 12])).en)
    assert ("constant" in told) is (said and found.prices is not None and found.prices.is_real)


@pytest.mark.parametrize("samples", [[], [10, None], [10, 12]])
def test_weights_without_an_interval_of_their_difference_are_preliminary_at_most(samples: list[int | None]) -> None:
    assert grade_weights(samples) == "preliminary"


DRIED = """
from_node to_node basis use mass@baseline mass@endline
stem dumped fresh dumped 20 12
stem sheath fresh - 0 8
sheath rope dry product 0 0.6
"""


def test_where_what_is_used_was_dried_the_answer_is_what_is_no_longer_dumped() -> None:
    fresh, _ = materials_of(DRIED)
    told = title_material(fresh, Language.EN)
    assert "dumped or burned" in told
    assert "from 20 to 12 kg of the fresh weight" in told
    assert "0%" not in told


def test_a_share_that_stays_with_what_is_dumped_is_told_as_the_share() -> None:
    fresh, _ = materials_of(DRIED.replace("20 12", "20 20"))
    assert "put to use" in title_material(fresh, Language.EN)


def test_the_answer_is_of_the_weight_of_which_the_share_is_known() -> None:
    rows = """
from_node to_node resource basis use mass@baseline mass@endline
husk fray husk fresh - 0 -
husk pot husk dry product 2 7
husk fire husk dry burned 8 3
"""
    evidence = gather_evidence(records_of(rows), ROUNDS, ())
    told = answer_material(replace(make_findings(), evidence=evidence), Language.EN)
    assert f"from {write_percent(0.2)} to {write_percent(0.7)} of the dry weight" in told
