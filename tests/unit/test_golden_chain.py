"""The pictures of chain and dimensions are those that were looked at."""

from __future__ import annotations

import pytest

from tests.golden_chain import FOLDER, KEYS, REWRITE, print_figure


@pytest.mark.parametrize("key", KEYS)
def test_a_picture_of_the_sample_is_the_one_that_was_judged(key: str) -> None:
    assert print_figure(key) == (FOLDER / f"{key}.json").read_text(encoding="utf-8"), REWRITE
