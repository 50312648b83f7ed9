"""How income is compared."""

from __future__ import annotations

from i18n import Text
from tests.spec.spec import Spec

SIX_PAIRS = """
unit baseline endline
m1 100 101
m2 100 102
m3 100 103
m4 100 104
m5 100 105
m6 100 106
"""
PAIRS_AND_OTHERS = """
unit baseline endline
m1 100 150
m2 300 350
m3 200 .
m4 . 500
"""
TWO_SOURCES = """
unit income_source baseline endline
m1 ทอผ้า 100 150
m1 ย้อมสี . 50
m2 ทอผ้า 300 280
m2 ย้อมสี 20 20
"""

SPECS = (
    Spec(
        title=Text("รายได้เฉลี่ยของผู้ที่มีข้อมูลทั้งสองรอบ", "Mean income of those known in both rounds"),
        rule=Text(
            "ผลต่างเฉลี่ยคิดจากรายเดียวกันที่ทราบรายได้ทั้งสองรอบ ค่าก่อนและค่าหลังเป็นค่าเฉลี่ยของรายเหล่านั้น "
            "ผู้ที่มีข้อมูลรอบเดียวไม่นำมาเปรียบเทียบและแสดงไว้ในรายการ จำนวน n "
            "ของแต่ละรอบคือผู้ที่ทราบรายได้ในรอบนั้น",
            "The mean difference is of the same members, known in both rounds; the values before and after are "
            "the means of "
            "those. Members known in one round only are not compared and are listed. n of a round counts all "
            "known in it.",
        ),
        tables={"member_income": PAIRS_AND_OTHERS},
        expected={
            "member_income.baseline": "(100 + 300) / 2",
            "member_income.endline": "(150 + 350) / 2",
            "member_income.difference": "((150 - 100) + (350 - 300)) / 2",
            "member_income.relative_change": "50 / 200",
            "member_income.n_baseline": "3",
            "member_income.n_endline": "3",
            "member_income.n_pairs": "2",
        },
        left_out={"member_income": {"m3": "baseline_only", "m4": "endline_only"}},
    ),
    Spec(
        title=Text("ช่วงเชื่อมั่น 95 % ของผลต่างเฉลี่ย", "The 95 % interval of the mean difference"),
        rule=Text(
            "ผลต่างเฉลี่ย ± t(0.975, n − 1) × ส่วนเบี่ยงเบนมาตรฐานของผลต่าง ÷ √n เมื่อมีตั้งแต่ 6 คู่ขึ้นไป "
            "น้อยกว่า 20 คู่มีคำเตือน W05 (Student 1908 สมมติว่าผลต่างไม่เบ้มากเมื่อจำนวนคู่น้อย)",
            "Mean difference ± t(0.975, n − 1) × standard deviation of the differences ÷ √n, from 6 pairs on; "
            "under 20 "
            "pairs with caveat W05 (Student 1908; it assumes that differences of few pairs are not very skewed).",
        ),
        tables={"member_income": SIX_PAIRS},
        expected={
            "member_income.difference": "(1 + 2 + 3 + 4 + 5 + 6) / 6",
            "member_income.interval": "(3.5 - 2.570581836 * (3.5 / 6) ** 0.5, 3.5 + 2.570581836 * (3.5 / 6) ** 0.5)",
            "member_income.caveats": "('W01', 'W05')",
        },
    ),
    Spec(
        title=Text("น้อยกว่า 6 คู่ ไม่ทดสอบ", "Under 6 pairs nothing is tested"),
        rule=Text(
            "แสดงเฉพาะค่าที่พบ ไม่มีช่วงเชื่อมั่นและค่าพี ช่วงเชื่อมั่นไม่มีเช่นกันเมื่อทุกรายเปลี่ยนเท่ากันหมด",
            "Only the values are shown, without interval and p-value. There is no interval either where everyone "
            "changed by "
            "exactly the same.",
        ),
        tables={"member_income": "unit baseline endline\nm1 100 150\nm2 300 420\nm3 200 180\nm4 0 60\nm5 90 90"},
        expected={
            "member_income.difference": "(50 + 120 - 20 + 60 + 0) / 5",
            "member_income.interval": "None",
            "member_income.p_value": "None",
            "member_income.caveats": "('W01', 'W05', 'W08')",
        },
    ),
    Spec(
        title=Text("ช่องว่างคือไม่ทราบ ศูนย์คือศูนย์", "A blank is unknown, a zero is zero"),
        rule=Text(
            "เลข 0 ที่กรอกไว้คือไม่มีรายได้ ช่องว่างทำให้รายได้รวมของสมาชิกรายนั้นในรอบนั้นไม่ทราบค่า แม้แหล่งอื่นจะมีตัวเลข และแสดงไว้ในรายการ",
            "A typed 0 is no income. A blank makes the member's total of that round unknown, even where another "
            "source has "
            "a figure, and the member is listed.",
        ),
        tables={
            "member_income": "unit income_source baseline endline\n"
            "m1 ทอผ้า 0 60\nm2 ทอผ้า 100 120\nm2 ย้อมสี 50 -\nm3 ทอผ้า 40 40\nm4 ทอผ้า - -"
        },
        expected={
            "member_income.baseline": "(0 + 40) / 2",
            "member_income.endline": "(60 + 40) / 2",
            "member_income.n_baseline": "3",
            "member_income.n_endline": "2",
            "member_income.n_pairs": "2",
        },
        left_out={"member_income": {"m2": "endline_unknown", "m4": "not_stated"}},
    ),
    Spec(
        title=Text("แหล่งรายได้ที่ไม่มีแถว", "An income source without a row"),
        rule=Text(
            "รายได้ของสมาชิกคือผลรวมทุกแหล่ง แหล่งที่ไม่มีแถวในรอบหนึ่งนับเป็น 0 "
            "เมื่อสมาชิกมีแถวของแหล่งอื่นในรอบนั้น "
            "และมีคำเตือน W19 การจำแนกตามแหล่งเฉลี่ยจากสมาชิกทุกรายที่จับคู่ได้ ผลรวมทุกแหล่งจึงเท่ากับยอดรวม",
            "A member's income is the sum over sources. A source without a row in a round counts as 0 where the "
            "member has "
            "other rows in it, with caveat W19. By source the mean is over all paired members, so the sources "
            "sum to the "
            "total.",
        ),
        tables={"member_income": TWO_SOURCES},
        expected={
            "member_income.baseline": "(100 + (300 + 20)) / 2",
            "member_income.endline": "((150 + 50) + (280 + 20)) / 2",
            "member_income.difference": "((50 + 50) + (-20 + 0)) / 2",
            "member_income.caveats": "('W01', 'W05', 'W19')",
        },
    ),
    Spec(
        title=Text("จำแนกตามแหล่งรายได้", "By source of income"),
        rule=Text(
            "แหล่งที่มีผู้มีรายได้ไม่ถึง 5 คนในรอบใดรอบหนึ่งไม่แสดง จำนวน n ของแต่ละรอบคือสมาชิกที่มีแถวของแหล่งนั้น",
            "A source with fewer than 5 earners in a round is not shown. n of a round counts the members who "
            "have a row "
            "for the source.",
        ),
        tables={
            "member_income": "unit income_source baseline endline\n"
            + "\n".join(f"m{n} ทอผ้า 100 160" for n in range(6))
            + "\n"
            + "\n".join(f"m{n} ย้อมสี . 60" for n in range(5))
        },
        expected={
            "member_income[income_source=ทอผ้า].difference": "6 * (160 - 100) / 6",
            "member_income[income_source=ย้อมสี].baseline": "0 / 6",
            "member_income[income_source=ย้อมสี].endline": "5 * 60 / 6",
            "member_income[income_source=ย้อมสี].n_endline": "5",
            "member_income[income_source=ย้อมสี].n_pairs": "6",
            "member_income.endline": "(5 * (160 + 60) + 160) / 6",
        },
    ),
    Spec(
        title=Text("รายได้มัธยฐาน", "Median income"),
        rule=Text(
            "ค่ากลางของแต่ละรอบในรายที่ทราบทั้งสองรอบ ผลต่างคือมัธยฐานหลังลบมัธยฐานก่อน",
            "The middle value of each round among those known in both; the difference is median after less "
            "median before.",
        ),
        tables={"member_income": "unit baseline endline\nm1 100 400\nm2 200 250\nm3 900 300\nm4 50 ."},
        expected={
            "member_income_median.baseline": "200",
            "member_income_median.endline": "300",
            "member_income_median.difference": "300 - 200",
        },
    ),
    Spec(
        title=Text("ทุกคนที่ทราบรายได้ และรายได้รวม", "Everyone known, and the total"),
        rule=Text(
            "ค่าเฉลี่ยและผลรวมของทุกคนที่ทราบรายได้ในรอบนั้น ผู้คนในสองรอบอาจต่างกัน "
            "จึงแสดงคู่กับค่าของผู้ที่มีข้อมูลทั้งสองรอบ "
            "(คำเตือน W04 เมื่อมีผู้ที่มีข้อมูลเฉพาะรอบหลัง)",
            "The mean and the sum of everyone known in a round. The people may differ between rounds, so it is "
            "shown beside "
            "the paired figure (caveat W04 where someone is known only after).",
        ),
        tables={"member_income": PAIRS_AND_OTHERS},
        expected={
            "member_income_all.baseline": "(100 + 300 + 200) / 3",
            "member_income_all.endline": "(150 + 350 + 500) / 3",
            "member_income_total.baseline": "100 + 300 + 200",
            "member_income_total.endline": "150 + 350 + 500",
            "member_income_total.difference": "1000 - 600",
            "member_income_total.caveats": "('W01', 'W04', 'W08')",
        },
    ),
    Spec(
        title=Text("ช่องว่างไม่ทำให้รายได้รวมเปลี่ยน", "A blank does not move the total"),
        rule=Text(
            "รายได้รวมไม่รวมผู้ที่มีช่องว่างในรอบใดรอบหนึ่ง ทั้งสองรอบ ค่าที่ขาดหายจึงไม่กลายเป็นส่วนต่าง "
            "ผู้ที่มีข้อมูลรอบเดียวโดยไม่มีช่องว่าง (เข้าใหม่หรือออก) ยังนับในรอบของตน",
            "The total leaves out, in both rounds, whoever has a blank in either, so that what is missing does not "
            "pass for a change. Those with rows in one round alone (who joined or left) still count in theirs.",
        ),
        tables={
            "member_income": "unit baseline endline\n"
            + "\n".join(f"m{n} 1000 1300" for n in range(8))
            + "\nm8 5000 -\nm9 . 700"
        },
        expected={
            "member_income_total.baseline": "8 * 1000",
            "member_income_total.endline": "8 * 1300 + 700",
            "member_income_total.difference": "8 * 300 + 700",
            "member_income_total.better": "True",
            "member_income_all.baseline": "(8 * 1000 + 5000) / 9",
        },
    ),
    Spec(
        title=Text("ดีขึ้น เท่าเดิม ลดลง", "Better, same, worse"),
        rule=Text(
            "จำนวนรายที่รายได้เพิ่มขึ้น เท่าเดิม และลดลง หารด้วยรายที่ทราบทั้งสองรอบ "
            "ช่วงเชื่อมั่นเป็นของสัดส่วนนั้นเอง "
            "ตามวิธีของวิลสัน (Wilson 1927): (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)",
            "Members whose income rose, stayed or fell, over those known in both rounds. The interval is of that "
            "share "
            "itself, after Wilson (1927): (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n).",
        ),
        tables={
            "member_income": "unit baseline endline\nm1 100 150\nm2 300 350\nm3 200 200\nm4 200 100\nm5 0 10\nm6 10 30"
        },
        expected={
            "income_better_share.endline": "4 / 6",
            "income_same_share.endline": "1 / 6",
            "income_worse_share.endline": "1 / 6",
            "income_better_share.interval": "("
            "(4/6 + 1.959964**2 / 12 - 1.959964 * (4/6 * 2/6 / 6 + 1.959964**2 / 144) ** 0.5) / (1 + 1.959964**2 "
            "/ 6), "
            "(4/6 + 1.959964**2 / 12 + 1.959964 * (4/6 * 2/6 / 6 + 1.959964**2 / 144) ** 0.5) / (1 + 1.959964**2 "
            "/ 6))",
        },
    ),
    Spec(
        title=Text("จับคู่ได้น้อย และผู้เข้าใหม่", "Low match, and newcomers"),
        rule=Text(
            "คำเตือน W02 เมื่อจับคู่สมาชิกรอบก่อนได้ไม่ถึงร้อยละ 80 คำเตือน W04 เมื่อมีผู้ที่มีข้อมูลเฉพาะรอบหลัง "
            "ช่องรายได้ก่อนที่ว่างของผู้ที่ยังไม่เป็นสมาชิกในรอบก่อนไม่ใช่ค่าที่ขาดหาย",
            "W02 where fewer than 80 % of the members before are paired; W04 where someone is known only after. "
            "A blank "
            "income before of someone who was not yet a member is nothing missing.",
        ),
        tables={
            "members_active": "unit baseline endline\nm1 1 1\nm2 1 1\nm3 1 1\nm4 1 0\nm5 0 1\nm6 1 1",
            "member_income": "unit baseline endline\nm1 100 150\nm2 300 350\nm3 200 -\nm4 200 -\nm5 - 80",
        },
        expected={
            "member_income.n_pairs": "2",
            "member_income.caveats": "('W01', 'W02', 'W04', 'W05')",
        },
        left_out={
            "member_income": {
                "m3": "endline_unknown",
                "m4": "baseline_only",
                "m5": "endline_only",
                "m6": "not_stated",
            }
        },
    ),
)
