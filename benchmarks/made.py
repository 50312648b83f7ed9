"""Made-up data of any size: a workbook of many members, and observations as the analysis takes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from openpyxl import Workbook

from dictionary.load import PROJECT, load_tables
from dictionary.nouns import BASELINE, ENDLINE, Round
from dictionary.observations import COLUMNS, GROUPS
from i18n import Language, Text
from reports.form.layout import lay_out

FOLDER = Path(__file__).parents[1] / "out" / "bench"
MEMBERS = 100_000
ROUNDS = (
    Round(BASELINE, Text("ก่อน", "Before"), date(2023, 1, 1), date(2023, 12, 31)),
    Round(ENDLINE, Text("หลัง", "After"), date(2025, 1, 1), date(2025, 12, 31)),
)
VILLAGES = [f"หมู่ {number}" for number in range(1, 21)]


def big_workbook(members: int = MEMBERS) -> Path:
    """A workbook in the form's layout with so many members and one income row for each; kept between runs."""
    path = FOLDER / f"members_{members}.xlsx"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        book = Workbook(write_only=True)
        _write_project(book)
        _write_rows(book, "members", _members(members))
        _write_rows(book, "income", _incomes(members))
        book.save(path)
    return path


def many_workbooks(count: int, members: int = 200) -> list[Path]:
    """So many workbooks of the form's layout, each with members of its own; kept between runs."""
    paths = [FOLDER / f"village_{number:02d}.xlsx" for number in range(1, count + 1)]
    for number, path in enumerate(paths):
        if not path.exists():
            FOLDER.mkdir(parents=True, exist_ok=True)
            book = Workbook(write_only=True)
            for table, rows in (("members", _members(members)), ("income", _incomes(members))):
                _write_rows(book, table, ([f"{number:02d}-{row[0]}", *row[1:]] for row in rows))
            book.save(path)
    return paths


def _write_project(book: Workbook) -> None:
    sheet = book.create_sheet(load_tables()[PROJECT].sheet[Language.TH])
    dates = [value for one in ROUNDS for value in (one.start, one.end)]
    values = {
        "name": "ข้อมูลสมมติ",
        **dict(zip(("baseline_from", "baseline_to", "endline_from", "endline_to"), dates, strict=True)),
    }
    for column in lay_out(PROJECT):
        sheet.append([column.header(Language.TH), values.get(column.key)])


def _write_rows(book: Workbook, table: str, rows: Iterator[list[object]]) -> None:
    sheet = book.create_sheet(load_tables()[table].sheet[Language.TH])
    headers = [column.header(Language.TH) for column in lay_out(table)]
    sheet.append(headers[: 8 if table == "members" else len(headers)])
    for row in rows:
        sheet.append(row)


def _members(count: int) -> Iterator[list[object]]:
    """Id, sex, birth year, age, village, role, joined, left: one in twenty left, one in ten came later."""
    random = np.random.default_rng(1)
    sexes, villages = random.integers(0, 2, count), random.integers(0, len(VILLAGES), count)
    years, fate = random.integers(2490, 2545, count), random.random(count)
    for i in range(count):
        joined = date(2024, 5, 1) if fate[i] > 0.9 else date(2022, 6, 1)
        left = date(2024, 9, 1) if fate[i] < 0.05 else None
        yield [_id(i), ("หญิง", "ชาย")[sexes[i]], int(years[i]), None, VILLAGES[villages[i]], "สมาชิก", joined, left]


def _incomes(count: int) -> Iterator[list[object]]:
    """Id, source, before, after, period: one amount in fifty is blank."""
    random = np.random.default_rng(2)
    before, growth = random.lognormal(8, 0.6, count).round(), random.lognormal(0.2, 0.4, count)
    blank = random.random((2, count)) < 0.02
    for i in range(count):
        amounts = (None if blank[0, i] else before[i], None if blank[1, i] else round(before[i] * growth[i]))
        yield [_id(i), "ทอผ้า", *amounts, "เดือน"]


def _id(number: int) -> str:
    return f"สม-{number:06d}"


def make_observations(pairs: int) -> pd.DataFrame:
    """Incomes of so many units in both rounds, in the shape of ``dictionary.observations``."""
    random = np.random.default_rng(3)
    before = random.lognormal(8, 0.6, pairs)
    values = np.concatenate([before, before * random.lognormal(0.2, 0.4, pairs)])
    units = pd.Categorical.from_codes(np.tile(np.arange(pairs), 2), categories=pd.Index([_id(i) for i in range(pairs)]))
    frame = pd.DataFrame({"indicator": "member_income", "unit": units, "value": values})
    frame["round"] = np.repeat([BASELINE, ENDLINE], pairs)
    frame["n"] = frame["sd"] = np.nan
    frame["typed"], frame["supposed"], frame["source"] = False, False, np.int16(0)
    frame["row"] = np.tile(np.arange(2, pairs + 2, dtype=np.int32), 2)
    frame["column"] = np.repeat(np.array([3, 4], dtype=np.int16), pairs)
    for group in GROUPS:
        frame[group] = pd.Categorical([None] * len(frame), categories=[])
    frame["income_source"] = pd.Categorical(["ทอผ้า"] * len(frame))
    return frame.astype({"indicator": "category", "round": "category"})[list(COLUMNS)]
