"""How several rounds are compared and shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis import Compared
from analysis.findings import Findings
from i18n import Text
from project import find_changes
from tests.factories_rounds import make_project
from tests.observe import join_frames
from tests.spec.spec import TYPED, Spec

INCOMES = """
unit y2562 y2563 y2564
m1 100 200 300
m2 300 400 .
m3 . 600 900
m4 . - .
"""
MEMBERS = """
unit sex y2562 y2563 y2564
m1 female 1 1 1
m2 male 1 0 .
m3 female . 1 1
m4 - . 1 1
"""
FIGURES = """
indicator y2562 y2563 y2564 target n
volunteer_hours 400 - 520 600 30
"""


@dataclass(frozen=True)
class RoundsSpec(Spec):
    """A specification over three rounds; ``indicator[round=y2563]`` is the value of one round in the trend."""

    pair: tuple[str, str] | None = None

    @cached_property
    def found(self) -> Findings:
        return find_changes(make_project(join_frames(self.frames)), pair=self.pair)

    @cached_property
    def compared(self) -> Compared:
        return Compared(self.found.findings, self.found.pairs, self.found.excluded)

    def finding(self, subject: str) -> object:
        """The finding of the two rounds compared, or the value of one round."""
        indicator, _, one = subject.removesuffix("]").partition("[round=")
        if not one:
            return super().finding(subject)
        (trend,) = (trend for trend in self.found.trends if trend.indicator.key == indicator)
        return next(value for value in trend.values if value.round == one)


SPECS = (
    RoundsSpec(
        title=Text("เลือกสองรอบใดก็ได้มาเปรียบเทียบ", "Any two of several rounds are compared"),
        rule=Text(
            "เมื่อข้อมูลมีมากกว่าสองรอบ จะเปรียบเทียบรอบแรกกับรอบสุดท้าย เว้นแต่ผู้ใช้เลือกสองรอบอื่น "
            "รอบที่มาก่อนเป็นรอบก่อนเสมอ ผลเหมือนกับไฟล์ที่มีเพียงสองรอบนั้น (ตัวอย่างนี้เลือกปี 2562 กับ 2563)",
            "Of more than two rounds the first is compared with the last, unless the user chooses two others; "
            "the earlier is always before. The result is that of a file with those two rounds alone "
            "(here 2562 and 2563 are chosen).",
        ),
        tables={"member_income": INCOMES},
        pair=("y2563", "y2562"),
        expected={
            "member_income.baseline": "(100 + 300) / 2",
            "member_income.endline": "(200 + 400) / 2",
            "member_income.n_pairs": "2",
            "member_income.n_endline": "3",
        },
        left_out={"member_income": {"m3": "endline_only", "m4": "not_stated"}},
    ),
    RoundsSpec(
        title=Text("แนวโน้มคิดแต่ละรอบโดยลำพัง", "A trend takes each round by itself"),
        rule=Text(
            "ค่าของแต่ละรอบในแนวโน้มคิดจากทุกรายที่ทราบค่าในรอบนั้น แม้ไม่ใช่คนกลุ่มเดียวกันทุกรอบ (จึงบอก n ของแต่ละรอบ "
            "และมีคำเตือน) ค่าเฉลี่ยจึงอาจต่างจากค่าเฉลี่ยของผู้ที่มีข้อมูลทั้งสองรอบ กลุ่มย่อยที่ระบุไว้ในรอบอื่นใช้ได้กับรอบนี้",
            "The value of a round in a trend is that of all known in it, who may not be the same people in every round "
            "(so n of each round is told, with a caveat); a mean may thus differ from that of those known in both "
            "rounds compared. A group that was stated in another round counts for this one.",
        ),
        tables={"members_active": MEMBERS, "member_income": INCOMES},
        expected={
            "members_active[round=y2562].value": "2",
            "members_active[round=y2563].value": "3",
            "members_active[round=y2564].value": "3",
            "member_income_all[round=y2562].value": "(100 + 300) / 2",
            "member_income_all[round=y2563].value": "(200 + 400 + 600) / 3",
            "member_income_all[round=y2563].n": "3",
            "member_income_all[round=y2564].value": "(300 + 900) / 2",
            "member_income_total[round=y2564].value": "300 + 900",
        },
    ),
    RoundsSpec(
        title=Text("รอบที่ไม่ทราบค่าเป็นช่องว่าง", "A round that is not known is a gap"),
        rule=Text(
            "รอบที่ไม่ทราบค่าไม่มีค่าในแนวโน้ม ไม่ประมาณจากรอบข้างเคียง และไม่ลากเส้นผ่าน การเปลี่ยนแปลงในแนวโน้ม "
            "คิดจากรอบแรกถึงรอบสุดท้ายที่ทราบค่า",
            "A round that is not known has no value in the trend: it is not estimated from its neighbours, and no line "
            "is drawn through it. The change of a trend is from the first known round to the last.",
        ),
        tables={TYPED: FIGURES},
        expected={
            "volunteer_hours[round=y2562].value": "400",
            "volunteer_hours[round=y2563].value": "None",
            "volunteer_hours[round=y2564].value": "520",
            "volunteer_hours.difference": "520 - 400",
        },
    ),
)
