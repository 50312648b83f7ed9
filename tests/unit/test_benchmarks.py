"""The page that the benchmarks write: figures against aims, and a plain word where an aim was missed."""

from __future__ import annotations

from benchmarks.measure import Result, time_best
from benchmarks.page import print_page


def test_an_aim_that_was_missed_is_said() -> None:
    page = print_page([Result("(a)", "ours", 3.0, "×", 4), Result("(a)", "memory", 700, "MB", 600)])
    assert "| ours | 3 × | ≤ 4 | yes |" in page
    assert "| memory | 700 MB | ≤ 600 | **no** |" in page


def test_more_can_be_better() -> None:
    assert Result("(b)", "faster by", 12, "×", 10, lower=False).reached
    assert not Result("(b)", "faster by", 9, "×", 10, lower=False).reached


def test_what_has_no_aim_is_neither_reached_nor_missed() -> None:
    assert Result("(a)", "a peer", 1.0, "s").reached is None


def test_the_best_run_counts() -> None:
    runs: list[int] = []
    assert time_best(lambda: runs.append(1), 3) >= 0
    assert len(runs) == 3
