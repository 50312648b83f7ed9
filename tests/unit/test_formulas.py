"""Whatever figure a result can hold has a formula with its assumption and a reference, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictionary.load_estimators import load_estimators
from dictionary.load_formulas import PARTS, load_formulas
from dictionary.load_methods import load_method_rows
from i18n import Language
from ingest import InputFile
from project import find_changes, open_project
from reports.findings_json import write_json

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.xlsx"))
TOLD_OF = ("sroi", "flows", "flow_estimates", "index", "prices", "comparison", "lines", "tests")
FINDINGS = """
    difference relative_change p_value p_adjusted naive_difference expected_endline standard_error standard_error_cr1
    degrees_of_freedom clusters
""".split()  # noqa: SIM905
ENTERED = """
    sroi.inputs sroi.discount_rate sroi.input_lines.amount sroi.lines.quantity sroi.lines.proxy_thb
    sroi.lines.duration_years sroi.lines.start sroi.lines.deadweight sroi.lines.displacement sroi.lines.attribution
    sroi.lines.drop_off sroi.lines.stated_ranges
""".split()  # noqa: SIM905


def list_figures(value: object, path: str = "") -> Iterator[str]:
    """The paths of keys at which a number stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from list_figures(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from list_figures(inner, path)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path


def is_below(path: str, places: set[str]) -> bool:
    return any(path == place or path.startswith(f"{place}.") for place in places)


def tell(sample: Path) -> object:
    """The JSON of a sample, with the estimates that are told only where asked for."""
    findings = find_changes(open_project([InputFile(sample.name, sample.read_bytes())]))
    return json.loads(write_json(findings, Language.EN, with_factors=True))


def given() -> set[str]:
    return {place for one in load_formulas() for place in one.gives}


def test_every_method_has_a_formula() -> None:
    assert {f"methods.{code}" for code in load_method_rows()} - given() == set()


def test_every_estimator_that_estimates_has_a_formula_and_a_reference() -> None:
    lacking = [
        code
        for code, one in load_estimators().items()
        if not (one.formula.th and one.formula.en and one.assumption.th and one.assumption.en and one.reference)
    ]
    assert lacking == ["no_test"]


def test_every_formula_tells_its_assumption_and_reference_in_both_languages() -> None:
    for one in load_formulas():
        for text in (one.label, one.formula, one.assumption, one.reference):
            assert all((text.th, text.en)), one.code
        assert one.part in PARTS


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_figure_of_a_sample_that_is_worked_out_has_a_formula(sample: Path) -> None:
    numbers = set(list_figures(tell(sample)))
    figures = {path for path in numbers if path.split(".")[0] in TOLD_OF}
    figures |= numbers & {f"findings.{key}" for key in FINDINGS}
    assert sorted(path for path in figures if not is_below(path, given() | set(ENTERED))) == []


def test_no_formula_names_what_no_result_holds() -> None:
    held: set[str] = {f"methods.{code}" for code in load_method_rows()}
    for sample in SAMPLES:
        held |= set(_list_keys(tell(sample)))
    assert sorted(given() - held) == []


def _list_keys(value: object, path: str = "") -> Iterator[str]:
    yield path
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from _list_keys(inner, f"{path}.{key}".lstrip("."))
    for inner in value if isinstance(value, list) else ():
        yield from _list_keys(inner, path)
