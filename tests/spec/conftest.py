"""``--write-methods``: the specifications print the methods document."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-methods", action="store_true", default=False, help="write docs/methods.md")
