"""Every rule of the methods document, worked out and compared with what the program says."""

from __future__ import annotations

import pytest

from tests.spec.spec import Spec, work_out
from tests.spec.write_methods import CHAPTERS

SPECS = [spec for specs in CHAPTERS.values() for spec in specs]
EXPECTED = [(spec, place) for spec in SPECS for place in spec.expected]


@pytest.mark.parametrize(("spec", "place"), EXPECTED, ids=[f"{s.title.en}: {place}" for s, place in EXPECTED])
def test_the_program_says_what_the_rule_says(spec: Spec, place: str) -> None:
    subject, _, field = place.rpartition(".")
    found, expected = getattr(spec.finding(subject), field), work_out(spec.expected[place])
    numbers = expected if isinstance(expected, tuple) else (expected,)
    exact = any(isinstance(number, str | bool | None) for number in numbers)
    assert found == (expected if exact else pytest.approx(expected, rel=1e-6))


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.left_out], ids=lambda spec: spec.title.en)
def test_those_left_out_are_listed_with_the_reason(spec: Spec) -> None:
    for indicator, expected in spec.left_out.items():
        lines = [line for line in spec.compared.excluded if line.indicator == indicator]
        assert {line.unit: line.reason for line in lines} == expected
        assert all(line.ranges and line.file and line.sheet for line in lines)
