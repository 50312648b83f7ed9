"""Who is who, decided on the command line: by a mapping file that names cells and no person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cli
from tests.build import Sheets, build

HEAD = ["ชื่อ-สกุล", "รายได้ต่อเดือน (บาท)"]
BEFORE: list[list[Any]] = [["นางกมล ขันทอง", 3000], ["นางสาวนิภา ปานทอง", 5000]]
AFTER: list[list[Any]] = [["นางกมล ขันทอง", 3500], ["นางสาวนิภา ปานทองดี", 5600]]


def write(folder: Path, after: list[list[Any]] = AFTER) -> str:
    sheets: Sheets = {"ก่อน": [HEAD, *BEFORE], "หลัง": [HEAD, *after]}
    path = folder / "รายได้.xlsx"
    path.write_bytes(build(sheets))
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    said = capsys.readouterr()
    return code, said.out, said.err


def count_pairs(told: str) -> int:
    found: int = next(one["n_pairs"] for one in json.loads(told)["findings"] if one["indicator"] == "member_income")
    return found


def test_inspect_tells_uncertain_people_by_their_cells_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = write(tmp_path), tmp_path / "m.toml"
    _, told, _ = run(capsys, "inspect", "--json", file, "--write-mapping", str(mapping))
    (pair,) = json.loads(told)["uncertain_people"]
    assert (pair["left"]["cell"], pair["right"]["cell"]) == ("A3", "A3")
    text = mapping.read_text("utf-8")
    assert "[[person]]  # likeness" in text
    assert "ปานทอง" not in text + json.dumps(json.loads(told)["uncertain_people"])


@pytest.mark.parametrize(("answer", "pairs"), [("true", 2), ("false", 1), ('"?"', 1)])
def test_a_mapping_says_whether_two_rows_are_of_one_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str, pairs: int
) -> None:
    file, mapping = write(tmp_path), tmp_path / "m.toml"
    run(capsys, "inspect", "--json", file, "--write-mapping", str(mapping))
    mapping.write_text(mapping.read_text("utf-8").replace('same = "?"', f"same = {answer}"), "utf-8")
    code, told, said = run(capsys, "analyse", "--json", file, "--mapping", str(mapping))
    assert (code, said) == (0, "")
    assert count_pairs(told) == pairs
    _, looked, _ = run(capsys, "inspect", "--json", file, "--mapping", str(mapping))
    assert len(json.loads(looked)["uncertain_people"]) == (answer == '"?"')


def test_what_was_decided_is_written_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, first, second = write(tmp_path), tmp_path / "m.toml", tmp_path / "n.toml"
    run(capsys, "inspect", file, "--write-mapping", str(first))
    first.write_text(first.read_text("utf-8").replace('same = "?"', "same = true"), "utf-8")
    run(capsys, "inspect", file, "--mapping", str(first), "--write-mapping", str(second))
    assert "same = true" in second.read_text("utf-8")
    _, told, _ = run(capsys, "analyse", "--json", file, "--mapping", str(second))
    assert count_pairs(told) == 2


def test_a_decision_about_a_file_that_was_changed_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = write(tmp_path), tmp_path / "m.toml"
    run(capsys, "inspect", file, "--write-mapping", str(mapping))
    mapping.write_text(mapping.read_text("utf-8").replace('same = "?"', "same = true"), "utf-8")
    write(tmp_path, [["นายคนอื่น มาใหม่", 1], *AFTER])
    code, told, said = run(capsys, "analyse", "--json", file, "--mapping", str(mapping))
    assert (code, told) == (2, "")
    assert "A3" in said
    assert "--write-mapping" in said


def _decide(folder: Path, capsys: pytest.CaptureFixture[str], *files: str) -> str:
    """A mapping file in which the one open pair of the files is of one person."""
    mapping = folder / "m.toml"
    run(capsys, "inspect", *files, "--write-mapping", str(mapping))
    mapping.write_text(mapping.read_text("utf-8").replace('same = "?"', "same = true"), "utf-8")
    return str(mapping)


def test_a_decision_follows_a_workbook_that_was_renamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path)
    mapping = _decide(tmp_path, capsys, file)
    renamed = str(Path(file).rename(tmp_path / "รายได้ (1).xlsx"))
    code, told, said = run(capsys, "analyse", "--json", renamed, "--mapping", mapping)
    assert (code, said) == (0, "")
    assert count_pairs(told) == 2


def test_a_decision_over_two_workbooks_follows_both_though_their_names_were_exchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    first.write_bytes(build({"รายได้ ก่อน": [HEAD, *BEFORE]}))
    second.write_bytes(build({"รายได้ หลัง": [HEAD, *AFTER]}))
    mapping = _decide(tmp_path, capsys, str(first), str(second))
    contents = first.read_bytes(), second.read_bytes()
    second.write_bytes(contents[0])
    first.write_bytes(contents[1])
    code, told, said = run(capsys, "analyse", "--json", str(first), str(second), "--mapping", mapping)
    assert (code, said) == (0, "")
    assert count_pairs(told) == 2


def test_a_decision_about_a_file_that_is_not_here_is_said_and_not_dropped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path)
    mapping = _decide(tmp_path, capsys, file)
    other = tmp_path / "อื่น.xlsx"
    other.write_bytes(build({"ก่อน": [HEAD, *BEFORE], "หลัง": [HEAD, *AFTER, ["นายคนอื่น มาใหม่", 1]]}))
    code, told, said = run(capsys, "analyse", "--json", str(other), "--mapping", mapping)
    assert (code, told) == (2, "")
    assert "รายได้.xlsx" in said


@pytest.mark.parametrize(
    "wrong", ['same = "อาจจะ"', "same = 1", 'same = true\nleft = "A2"', "same = true\nleft = [1, 2, 3]"]
)
def test_a_block_that_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text(f"version = 1\n[[person]]\n{wrong}\n", "utf-8")
    code, _, said = run(capsys, "analyse", write(tmp_path), "--mapping", str(mapping))
    assert code == 2
    assert "m.toml" in said
