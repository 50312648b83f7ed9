"""The run over many workbooks, and a few spoiled ones of it: none brings the reader down or passes a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import CRASHED, list_files, main, read_all, spoil
from benchmarks.seeds import make_seeds

SPOILED = 60  # `make corpus` reads 2,000


def test_spoiled_workbooks_never_bring_the_reader_down() -> None:
    outcomes = list(read_all(spoil(make_seeds(), SPOILED)))
    assert len(outcomes) == SPOILED
    assert [str(one) for one in outcomes if one.verdict == CRASHED or one.passed_limit] == []
    assert all(one.sentence for one in outcomes if one.verdict == "refused")


def test_the_same_seed_spoils_in_the_same_way() -> None:
    seeds = make_seeds()
    assert list(spoil(seeds, 20, seed=7)) == list(spoil(seeds, 20, seed=7))
    assert list(spoil(seeds, 20, seed=7)) != list(spoil(seeds, 20, seed=8))


def test_every_sound_seed_is_understood() -> None:
    assert {one.verdict for one in read_all(make_seeds()[:2])} == {"understood"}


def test_each_file_of_a_folder_is_a_row_and_the_last_line_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.csv").write_text("a,b\n1,2\n")
    (tmp_path / "note.txt").write_text("hello")
    assert [name for name, _ in list_files(tmp_path)] == ["x.csv", "note.txt"]
    assert main([str(tmp_path)]) == 0
    *rows, last = capsys.readouterr().out.splitlines()
    assert len(rows) == 2
    assert "file_is_text: " in rows[1]
    assert "2 read: 0 understood, 0 asked, 2 refused, 0 CRASHED" in last


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 0
    assert "There is no folder" in capsys.readouterr().out
