"""Projects of several rounds for tests; all names and numbers are invented."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dictionary.load_indicators import load_indicators
from dictionary.nouns import ProjectInfo, Round
from i18n import Text
from project import Project
from tests.observe import SHEETS, join_frames, observe, read_table


def make_round(year: int, *, dated: bool = True) -> Round:
    """A round of a whole calendar year C.E."""
    days = (date(year, 1, 1), date(year, 12, 31)) if dated else (None, None)
    return Round(f"y{year + 543}", Text(f"ปี {year + 543}", str(year)), *days)


THREE = (make_round(2019), make_round(2020), make_round(2021))
MEMBERS = "unit sex village y2562 y2563 y2564\n" + "\n".join(
    f"m{i} {'female' if i % 3 else 'male'} {'ab'[i % 2]} {int(i < 30)} {int(i >= 5)} {int(i >= 8)}" for i in range(40)
)
INCOMES = "unit income_source y2562 y2563 y2564\n" + "\n".join(
    f"m{i} ทอผ้า {3000 + i if i < 30 else '.'} {'-' if i == 7 else 2600 + 30 * i} {3900 + i if i >= 8 else '.'}"
    for i in range(40)
)
PARTNERS = """
unit sector y2562 y2563 y2564
p1 education 1 1 1
p2 government 1 1 0
p3 private . . 1
p4 private . . 1
"""
SUPPORT = """
unit sector y2562 y2563 y2564
p1 education 20000 . 45000
p2 government 50000 - .
p3 private . . 30000
"""
SUMMARY = """
indicator unit y2562 y2563 y2564 target n
residue_dumped . 5.4 - 1.9 1 .
volunteer_hours . 400 550 520 600 30
"""


def make_observations() -> pd.DataFrame:
    """Forty members with incomes, partners with support, and a summary, in three rounds."""
    return join_frames(
        [
            observe("members_active", read_table(MEMBERS)),
            observe("member_income", read_table(INCOMES)),
            observe("partners", read_table(PARTNERS)),
            observe("partner_support", read_table(SUPPORT)),
            observe("", [{**row, "unit": ""} for row in read_table(SUMMARY)], typed=True),
        ]
    )


def make_project(observations: pd.DataFrame | None = None, rounds: tuple[Round, ...] = THREE) -> Project:
    """A project that was read from a file of several rounds."""
    info = ProjectInfo(name="เส้นใยกล้วย", group="กลุ่มทอผ้าใยกล้วยบ้านตัวอย่าง", is_sample=True)
    frame = make_observations() if observations is None else observations
    return Project(info, rounds, frame, SHEETS, load_indicators(), (), (), (), ())
