"""The methods document says what the specifications say."""

from __future__ import annotations

import pytest

from tests.spec.write_methods import DOCUMENT, write_methods


def test_the_methods_document_is_what_the_specifications_print(request: pytest.FixtureRequest) -> None:
    printed = write_methods()
    if request.config.getoption("--write-methods", default=False):
        DOCUMENT.write_text(printed, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == printed, "make docs prints it again"
