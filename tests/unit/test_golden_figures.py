"""The figures of the sample are those that were judged by eye."""

from __future__ import annotations

import pytest

from tests.golden_figures import KEYS, REWRITE, golden_file, print_figure


@pytest.mark.parametrize("key", KEYS)
def test_a_figure_of_the_sample_is_the_one_that_was_judged(key: str) -> None:
    assert print_figure(key) == golden_file(key).read_text(encoding="utf-8"), REWRITE + key
