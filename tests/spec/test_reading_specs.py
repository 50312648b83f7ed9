"""Every kind of workbook of the reading document, built, read and compared with what must come out."""

from __future__ import annotations

import pytest

from dictionary.load import describe
from i18n import Language
from tests.spec.reading_spec import ReadingSpec
from tests.spec.write_reading import CHAPTERS, DOCUMENT, write_reading

SPECS = [spec for specs in CHAPTERS.values() for spec in specs]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title.en)
def test_the_workbook_reads_as_the_rule_says(spec: ReadingSpec) -> None:
    assert {key: spec.found[key] for key in spec.expected} == pytest.approx(dict(spec.expected), nan_ok=True)
    assert bool(spec.found) == bool(spec.expected)
    assert tuple(one.key for one in spec.reading.rounds) == spec.rounds
    assert spec.counted == spec.people


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title.en)
def test_what_is_said_and_left_out_is_what_the_rule_says(spec: ReadingSpec) -> None:
    assert spec.said == spec.says
    assert tuple(one.reason for one in spec.reading.excluded) == spec.left_out
    assert all(describe(problem, language) for problem in spec.reading.problems for language in Language)


def test_the_reading_document_is_what_the_specifications_print(request: pytest.FixtureRequest) -> None:
    printed = write_reading()
    if request.config.getoption("--write-methods", default=False):
        DOCUMENT.write_text(printed, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == printed, "make docs prints it again"
