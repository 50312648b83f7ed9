"""What a reader must be careful about, how strong the evidence is, and what may be said."""

from __future__ import annotations

from analysis.findings import Finding
from analysis.judging import judge_one
from i18n import Text
from tests.spec.spec import Spec


class Judged(Spec):
    """A specification of findings with their grade, what would raise it and their claim."""

    def finding(self, subject: str) -> object:
        found = super().finding(subject)
        return judge_one(found) if isinstance(found, Finding) else found


ONE_OF_SIX = "unit baseline endline\nm1 0 900\nm2 100 90\nm3 100 80\nm4 100 90\nm5 100 80\nm6 100 90"
LEAVERS = "unit baseline endline\nm1 100 200\nm2 120 220\nm3 140 240\nm4 160 250\nx1 400 .\nx2 420 ."
_STEADY = "\n".join(f"m{n} {1000 + 10 * n} {1500 + 11 * n}" for n in range(20))
TWENTY = f"unit baseline endline\n{_STEADY}"
HALF_MATCHED = TWENTY + "\n" + "\n".join(f"x{n} {1000 + 10 * n} ." for n in range(20))

SPECS = (
    Judged(
        title=Text("รายเดียวมีผลมาก และค่าเฉลี่ยกับมัธยฐานไปคนละทาง", "One unit dominates; mean and median disagree"),
        rule=Text(
            "W08 เมื่อรายเดียวเป็นเกินร้อยละ 30 ของการเปลี่ยนแปลงทุกรายรวมกันโดยไม่คิดเครื่องหมาย "
            "(ตั้งแต่ 4 รายขึ้นไป) "
            "จึงไม่หายไปแม้มีทั้งที่เพิ่มและลด และแสดงผลที่ไม่รวมรายนั้น W09 "
            "เมื่อค่าเฉลี่ยของการเปลี่ยนแปลงกับมัธยฐานมีเครื่องหมายต่างกัน "
            "ในตัวอย่าง 900 จาก 900 + 10 + 20 + 10 + 20 + 10",
            "W08 where one unit makes over 30 % of all changes added up without their signs (of 4 units or more), so "
            "that rises and falls do not hide each other; the result without it is shown. W09 where "
            "the mean of the changes "
            "and their median differ in sign. Here: 900 of 900 + 10 + 20 + 10 + 20 + 10.",
        ),
        tables={"member_income": ONE_OF_SIX},
        expected={
            "member_income.difference": "(900 - 10 - 20 - 10 - 20 - 10) / 6",
            "member_income.caveats": "('W01', 'W05', 'W08', 'W09')",
            "member_income.grade": "'inconclusive'",
        },
    ),
    Judged(
        title=Text("ผู้ที่ไม่มีค่าในรอบหลังต่างจากผู้ที่มีทั้งสองรอบ", "Those without a later value differ"),
        rule=Text(
            "W03 เมื่อค่าเฉลี่ยรอบก่อนของผู้ที่ไม่มีข้อมูลรอบหลังห่างจากของผู้ที่มีทั้งสองรอบเกิน "
            "0.25 ส่วนเบี่ยงเบนมาตรฐาน "
            "(|m₁ − m₂| / √((s₁² + s₂²)/2), Austin 2009; อย่างน้อยฝ่ายละ 2 คน) "
            "แล้วแสดงค่าเฉลี่ยทั้งสอง",
            "W03 where the baseline mean of those without a later value is over 0.25 standard deviations from that "
            "of those known in both rounds (|m₁ − m₂| / √((s₁² + s₂²)/2), Austin 2009; two of each "
            "at least). Both means "
            "are shown.",
        ),
        tables={"member_income": LEAVERS},
        expected={"member_income.caveats": "('W01', 'W02', 'W03', 'W05')", "member_income.match_share": "4 / 6"},
    ),
    Judged(
        title=Text("ระดับหลักฐานและสิ่งที่กล่าวได้", "Grade of evidence and what may be said"),
        rule=Text(
            "ระดับหลักฐานตามแถวแรกของ `grades.csv` ที่ครบทุกเงื่อนไข (แบบแผน สัดส่วนที่จับคู่ได้ "
            "จำนวน ช่วงเชื่อมั่น และข้อควรระวัง) "
            "พร้อมบอกว่าอะไรจะทำให้หนักแน่นขึ้น กริยาของทุกประโยคมาจาก `claims.csv` ตามแบบแผนเท่านั้น "
            "การเทียบก่อน–หลังอย่างเดียวไม่เกินระดับปานกลาง และไม่กล่าวว่าโครงการเป็นเหตุ "
            "ค่าเฉลี่ย สัดส่วน หรือผลรวมของทุกรายที่ทราบค่า ไม่อยู่ในระดับสูงกว่าของรายเดิมทั้งสองรอบที่แสดงคู่กัน",
            "The grade is that of the first row of `grades.csv` whose conditions are all met (design, share matched, "
            "n, interval, caveats), with what would raise it. The verbs of every sentence come from "
            "`claims.csv`, by the "
            "design alone. Before and after alone is moderate at most, and never a cause. A mean, share or total of "
            "all who are known is graded no higher than that of the same people beside it.",
        ),
        tables={"member_income": TWENTY},
        expected={
            "member_income.match_share": "20 / 20",
            "member_income.grade": "'moderate'",
            "member_income.raises": "('comparison_group',)",
            "member_income.claim": "'members_changed'",
            "member_income_all.grade": "'preliminary'",
            "member_income_all.claim": "'changed'",
        },
    ),
    Judged(
        title=Text("จับคู่ได้ครึ่งเดียว", "Only half matched"),
        rule=Text(
            "คู่เท่าเดิมแต่จับคู่ได้เพียงครึ่งของรอบก่อน หลักฐานจึงอยู่ระดับเบื้องต้น",
            "The same pairs, but only half of the baseline matched: the evidence is preliminary.",
        ),
        tables={"member_income": HALF_MATCHED},
        expected={
            "member_income.match_share": "20 / 40",
            "member_income.grade": "'preliminary'",
            "member_income.raises": "('better_match',)",
        },
    ),
)
