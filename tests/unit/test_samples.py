"""The sample workbooks: made again they are the same, marked as invented, and of the size and kind they claim."""

from __future__ import annotations

import zipfile
from io import BytesIO
from types import ModuleType

import openpyxl
import pytest

from data import sample_rice_mill, sample_weaving
from data.make_samples import FOLDER, MARK, SAMPLES, make_sample
from dictionary.load_indicators import load_indicators
from dictionary.nouns import Dimension
from ingest import InputFile, read_files

BOTH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.NAME)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@BOTH
def test_a_sample_made_twice_is_the_same_bytes(sample: ModuleType) -> None:
    assert make_sample(sample) == make_sample(sample)


@BOTH
def test_the_sample_that_is_kept_is_the_one_that_is_made(sample: ModuleType) -> None:
    """Part by part: how a zip is pressed may differ between machines. If this fails, run ``make samples``."""
    assert _parts((FOLDER / f"{sample.NAME}.xlsx").read_bytes()) == _parts(make_sample(sample))


@BOTH
def test_every_sheet_says_that_it_is_invented(sample: ModuleType) -> None:
    for sheet in openpyxl.load_workbook(FOLDER / f"{sample.NAME}.xlsx"):
        assert MARK in {cell.value for cell in sheet[1]}
        assert sheet.oddHeader.center.text == MARK


@BOTH
def test_all_three_dimensions_have_content(sample: ModuleType) -> None:
    assert {load_indicators()[row[0]].dimension for row in sample.SUMMARY} == set(Dimension)


def test_the_weaving_group_has_about_sixty_members_and_partners_of_every_sector() -> None:
    rows = sample_weaving.make_rows()
    assert 55 <= len(rows["members"]) <= 65
    assert len({row["sector"] for row in rows["partners"]}) == 5


def test_in_the_second_sample_things_got_worse() -> None:
    partners = sample_rice_mill.make_rows()["partners"]
    lost = [row for row in partners if (row["present_baseline"], row["present_endline"]) == ("ใช่", "ไม่ใช่")]
    figures = {key: (before, after) for key, before, after, _, _ in sample_rice_mill.SUMMARY}
    assert len(lost) >= 3
    assert figures["household_debt"][0] < figures["household_debt"][1]
    assert figures["residue_dumped"][0] < figures["residue_dumped"][1]
    assert figures["group_sales"][0] > figures["group_sales"][1]


@BOTH
def test_ids_name_no_person(sample: ModuleType) -> None:
    ids = [str(row["member_id"]) for row in sample.make_rows()["members"]]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("สม-") for name in ids)


@BOTH
def test_a_sample_reads_without_a_problem_and_is_known_as_invented(sample: ModuleType) -> None:
    path = FOLDER / f"{sample.NAME}.xlsx"
    reading = read_files([InputFile(path.name, path.read_bytes())], None)
    assert tuple(problem.code for problem in reading.problems) == sample.NOTES
    assert reading.questions == ()
    assert reading.info.is_sample
    assert reading.info.province == sample.PROJECT["province"]
    rows = {**sample.make_rows(), "summary": sample.SUMMARY}
    used = {sheet.table: sheet.rows_used for sheet in reading.sheets if sheet.table in rows}
    assert used == {table: len(table_rows) for table, table_rows in rows.items()}
