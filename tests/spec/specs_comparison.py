"""How people outside the project are set beside its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis import Compared
from analysis.contrasts import Contrast
from analysis.findings import Findings
from i18n import Text
from project import find_changes
from tests.factories_rounds import make_project
from tests.observe import ROUNDS, join_frames
from tests.spec.spec import TYPED, Spec

INCOMES = """
unit project_group baseline endline
a1 participant 10 10
a2 participant 10 10
a3 participant 20 20
a4 participant 20 22
a5 participant 30 32
a6 participant 30 32
b1 comparison 8 8
b2 comparison 8 8
b3 comparison 9 9
b4 comparison 9 7
b5 comparison 10 8
b6 comparison 10 8
"""
IN_VILLAGES = """
unit project_group baseline endline
a1 participant 10 10
a2 participant 10 12
a3 participant 20 22
a4 participant 20 24
a5 participant 30 34
a6 participant 30 36
b1 comparison 8 8
b2 comparison 8 8
b3 comparison 9 10
b4 comparison 9 10
b5 comparison 10 12
b6 comparison 10 12
"""
PLACES = """
unit project_group village baseline endline
a1 participant north 1 1
a2 participant north 1 1
a3 participant east 1 1
a4 participant east 1 1
a5 participant south 1 1
a6 participant south 1 1
b1 comparison hill 1 1
b2 comparison hill 1 1
b3 comparison lake 1 1
b4 comparison lake 1 1
b5 comparison road 1 1
b6 comparison road 1 1
"""
SHARES = """
indicator project_group baseline endline n
vulnerable_share participant 0.60 0.74 100
vulnerable_share comparison 0.78 0.81 100
"""


@dataclass(frozen=True)
class ComparisonSpec(Spec):
    """``indicator[beside=others]`` is the difference in differences, ``indicator[four=means]`` the whole contrast."""

    @cached_property
    def found(self) -> Findings:
        return find_changes(make_project(join_frames(self.frames), ROUNDS))

    @cached_property
    def compared(self) -> Compared:
        return Compared(self.found.findings, self.found.pairs, self.found.excluded)

    def finding(self, subject: str) -> object:
        """The plain finding, the contrast, or its finding."""
        indicator, _, which = subject.removesuffix("]").partition("[")
        if not which:
            return super().finding(subject)
        one = self._find(indicator)
        return one if which == "four=means" else one.finding

    def _find(self, indicator: str) -> Contrast:
        contrasts = self.found.comparison.contrasts if self.found.comparison else ()
        (one,) = (one for one in contrasts if one.finding.indicator.key == indicator)
        return one


SPECS = (
    ComparisonSpec(
        title=Text("ผลต่างของผลต่าง", "Difference in differences"),
        rule=Text(
            "การเปลี่ยนแปลงของผู้เข้าร่วมหักด้วยการเปลี่ยนแปลงของกลุ่มเปรียบเทียบ ผลอื่นทุกค่าเป็นของผู้เข้าร่วมเท่านั้น "
            "เส้นที่คาดไว้คือค่าก่อนของผู้เข้าร่วมบวกการเปลี่ยนแปลงของกลุ่มเปรียบเทียบ เมื่อไม่ทราบหมู่บ้าน "
            "ช่วงเชื่อมั่นเป็นของเวลช์ (Welch 1947)",
            "The change of participants less the change of the comparison group; every other finding is of "
            "participants alone. The dashed line is the participants' baseline plus the change of "
            "the others. Where no villages are told the interval is Welch's (1947).",
        ),
        tables={"member_income": INCOMES},
        expected={
            "member_income.difference": "(0 + 0 + 0 + 2 + 2 + 2) / 6",
            "member_income[four=means].expected": "20 + (0 + 0 + 0 - 2 - 2 - 2) / 6",
            "member_income[beside=others].difference": "1 - (-1)",
            "member_income[beside=others].interval": "(2 - 2.228139 * (1.2 / 6 + 1.2 / 6) ** 0.5, "
            "2 + 2.228139 * (1.2 / 6 + 1.2 / 6) ** 0.5)",
        },
    ),
    ComparisonSpec(
        title=Text("คนในหมู่บ้านเดียวกัน", "People of one village"),
        rule=Text(
            "คนในหมู่บ้านเดียวกันนับเป็นข้อมูลชุดเดียวกัน (CR2 ของ Bell & McCaffrey 2002 กับองศาอิสระของ Satterthwaite) "
            "หมู่บ้านขนาดเท่ากันให้ผลเท่ากับการเทียบค่าเฉลี่ยรายหมู่บ้าน",
            "People of one village are one draw (CR2 of Bell & McCaffrey 2002 with Satterthwaite's degrees of "
            "freedom). Of villages of one size that is a comparison of village means: here 1, 3, 5 against 0, 1, "
            "2, with 4 degrees.",
        ),
        tables={"members_active": PLACES, "member_income": IN_VILLAGES},
        expected={
            "members_active.endline": "6",
            "member_income[four=means].clusters": "3 + 3",
            "member_income[four=means].df": "4",
            "member_income[beside=others].difference": "(1 + 3 + 5) / 3 - (0 + 1 + 2) / 3",
            "member_income[beside=others].interval": "(2 - 2.776445 * (4 / 3 + 1 / 3) ** 0.5, "
            "2 + 2.776445 * (4 / 3 + 1 / 3) ** 0.5)",
        },
    ),
    ComparisonSpec(
        title=Text("ตัวเลขที่กรอกของทั้งสองกลุ่ม", "Figures typed for both groups"),
        rule=Text(
            "สัดส่วนที่กรอกพร้อมจำนวนตัวอย่างได้ช่วงเชื่อมั่นจากช่วงของวิลสันรวมกัน (MOVER, Zou & Donner 2008) "
            "ตัวอย่างนี้เป็นตัวเลขที่ธนาคารโลกเผยแพร่: เปลี่ยน 14 จุด แต่มากกว่ากลุ่มเปรียบเทียบเพียง 11 จุด",
            "Shares typed with their sample size get the interval that squares and adds Wilson's (MOVER, Zou & "
            "Donner 2008). The figures are published by the World Bank: a change of 14 points, of which 11 beyond "
            "the others.",
        ),
        tables={TYPED: SHARES},
        expected={
            "vulnerable_share.difference": "0.74 - 0.60",
            "vulnerable_share[beside=others].difference": "(0.74 - 0.60) - (0.81 - 0.78)",
            "vulnerable_share[four=means].expected": "0.60 + (0.81 - 0.78)",
        },
    ),
    ComparisonSpec(
        title=Text("กลุ่มเปรียบเทียบที่มีคนน้อย", "A small comparison group"),
        rule=Text(
            "กลุ่มเปรียบเทียบที่มีไม่ถึง 5 คนไม่แสดงเลย ส่วนกลุ่มใดไม่ถึง 6 คนแสดงค่าที่พบโดยไม่มีช่วงเชื่อมั่น",
            "A comparison group of fewer than 5 people is not shown at all; with fewer than 6 people on a side "
            "there is a difference and no interval.",
        ),
        tables={"member_income": "\n".join(INCOMES.strip().splitlines()[:11])},
        expected={
            "member_income.difference": "1",
            "member_income[beside=others].suppressed": "True",
            "member_income[beside=others].difference": "None",
        },
    ),
)
