"""How amounts of different years are told in the prices of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from analysis import Compared
from analysis.findings import Findings
from i18n import Text
from tests.factories_prices import find_real, make_rows, make_span
from tests.factories_rounds import THREE, make_project
from tests.observe import join_frames, observe, read_table
from tests.spec.spec import TYPED, Spec

PRICES = "prices"
INCOMES = """
unit y2562 y2563 y2564
m1 100 200 300
m2 300 400 310
"""
FIGURES = """
indicator y2562 y2563 y2564 target n
group_sales 1000 . 1500 2000 .
stems_used 10 . 15 20 .
member_income_real 100 . 150 . .
"""
INDICES = """
year index base source
2019 100 2562=100 ผู้ประกาศสมมติ
2020 104 2562=100 ผู้ประกาศสมมติ
2021 110 2562=100 ผู้ประกาศสมมติ
"""


@dataclass(frozen=True)
class PricesSpec(Spec):
    """A specification in constant prices by the indices of the table ``prices``; a fiscal year where ``is_fiscal``."""

    is_fiscal: bool = False

    @property
    def frames(self) -> list[pd.DataFrame]:
        """The observations of all tables but that of the indices."""
        rows = {key: read_table(text) for key, text in self.tables.items() if key != PRICES}
        return [observe(key, table, typed=key == TYPED) for key, table in rows.items()]

    @cached_property
    def found(self) -> Findings:
        indices = {int(row["year"]): float(row["index"]) for row in read_table(self.tables[PRICES])}
        last = make_span("y2564", (2020, 10), (2021, 9)) if self.is_fiscal else THREE[2]
        project = make_project(join_frames(self.frames), (*THREE[:2], last))
        return find_real(replace(project, records=make_rows(indices)))

    @cached_property
    def compared(self) -> Compared:
        return Compared(self.found.findings, self.found.pairs, self.found.excluded)


SPECS = (
    PricesSpec(
        title=Text("ราคาคงที่เป็นราคาของปีหลัง", "Constant prices are those of the later year"),
        rule=Text(
            "เมื่อเลือกราคาคงที่ จำนวนเงินทุกจำนวนของแต่ละรอบคูณด้วย ดัชนีราคาผู้บริโภคของรอบหลัง ÷ ดัชนีของรอบนั้น "
            "ก่อนนำไปคำนวณสิ่งใด ค่าเฉลี่ย ผลรวม กลุ่มย่อย ช่วงเชื่อมั่น และสัดส่วนผู้ที่รายได้เพิ่มจึงเปลี่ยนตามกันทั้งหมด "
            "(m2 ได้ 310 บาทหลังโครงการ จาก 300 บาท ซึ่งเท่ากับ 330 บาทในราคาปีหลัง รายได้แท้จริงจึงลดลง)",
            "In constant prices every amount of a round is multiplied by the consumer price index of the later round ÷ "
            "the index of its own, before anything is computed; means, totals, groups, intervals and the shares of who "
            "earns more all follow (m2 has 310 baht after and 300 before, which are 330 in later prices: "
            "real income fell).",
        ),
        tables={"member_income": INCOMES, PRICES: INDICES},
        expected={
            "member_income.baseline": "(100 * 110 / 100 + 300 * 110 / 100) / 2",
            "member_income.endline": "(300 + 310) / 2",
            "income_better_share.endline": "1 / 2",
            "income_worse_share.endline": "1 / 2",
        },
    ),
    PricesSpec(
        title=Text("สิ่งที่ไม่ใช่จำนวนเงินไม่เปลี่ยน", "What is no amount of money stays"),
        rule=Text(
            "ปรับเฉพาะหน่วยที่เป็นบาท เป้าหมายถือเป็นจำนวนเงินของรอบหลัง รายได้แท้จริงที่กลุ่มปรับมาเองแล้วกรอกในแผ่นสรุปไม่ปรับซ้ำ",
            "Only units of baht are adjusted; a target is an amount of the later round. Real income that a group has "
            "adjusted itself and typed in the summary sheet is not adjusted again.",
        ),
        tables={TYPED: FIGURES, PRICES: INDICES},
        expected={
            "group_sales.baseline": "1000 * 110 / 100",
            "group_sales.endline": "1500",
            "group_sales.target": "2000",
            "stems_used.baseline": "10",
            "member_income_real.baseline": "100",
        },
    ),
    PricesSpec(
        title=Text("รอบที่คาบสองปีใช้ดัชนีเฉลี่ยตามเดือน", "A round of two years takes the mean by months"),
        rule=Text(
            "ระดับราคาของรอบคือค่าเฉลี่ยของดัชนีรายปี ถ่วงน้ำหนักด้วยจำนวนเดือนของรอบในแต่ละปี "
            "(รอบหลังนี้คือปีงบประมาณ ต.ค. 2563–ก.ย. 2564 จึงเป็น 3 เดือนกับ 9 เดือน) "
            "ถ้าไม่ทราบวันของรอบหรือไม่มีดัชนีของปีใด จะไม่ปรับและบอกเหตุผล ไม่ประมาณขึ้นเอง",
            "The price level of a round is the mean of the indices of its years, weighted by its months in each "
            "(the later round here is the fiscal year Oct 2020–Sep 2021: 3 months and 9). Where the days of a round or "
            "the index of a year are not known, nothing is adjusted and the reason is said; nothing is guessed.",
        ),
        tables={"member_income": INCOMES, PRICES: INDICES},
        expected={
            "member_income.baseline": "200 * ((3 * 104 + 9 * 110) / 12) / 100",
            "member_income.endline": "305",
        },
        is_fiscal=True,
    ),
)
