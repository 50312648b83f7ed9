"""How sure a result is: what stands beside it."""

from __future__ import annotations

from i18n import Text
from tests.spec.spec import Spec

SIX = "unit baseline endline\nm1 10 20\nm2 20 50\nm3 30 20\nm4 40 70\nm5 50 100\nm6 60 120"
DIFFERENT = (
    "unit baseline endline\n"
    + "\n".join(f"a{n} {100 + 10 * n} ." for n in range(6))
    + "\n"
    + "\n".join(f"b{n} . {150 + 10 * n}" for n in range(6))
)

SPECS = (
    Spec(
        title=Text("อันดับ มัธยฐาน และความเหลื่อมล้ำของรายเดียวกัน", "Ranks, medians and inequality of the same people"),
        rule=Text(
            "ข้างผลต่างเฉลี่ยมีค่าที่ไม่ต้องอาศัยการแจกแจงปกติ: วิลคอกซันแบบแม่นตรงเมื่อไม่เกิน 13 คู่ (หรือ 50 คู่เมื่อไม่มีค่าซ้ำและศูนย์) "
            "มัธยฐานของผลต่างรายคนพร้อมช่วงจากลำดับค่า มัธยฐานเทียมของฮอดเจส–เลห์มันน์ จีนี และปาลมา",
            "Beside the mean difference stand figures that need no normal distribution: Wilcoxon, exact up to 13 pairs "
            "(up to 50 without ties and zeros), the median of the differences with its interval of order statistics, "
            "the Hodges–Lehmann pseudo-median, the Gini and the Palma.",
        ),
        tables={"member_income": SIX},
        expected={
            "member_income.beside.wilcoxon.value": "1.5",
            "member_income.beside.wilcoxon.p_value": "2 * 3 / 2**6",
            "member_income.beside.median_difference.value": "(30 + 30) / 2",
            "member_income.beside.median_difference.interval": "(-10, 60)",
            "member_income.beside.hodges_lehmann.value": "30",
            "member_income.beside.relative_change.value": "380 / 210 - 1",
            "member_income.beside.gini_baseline.value": "2 * (1 * 10 + 2 * 20 + 3 * 30 + 4 * 40 + 5 * 50 + 6 * 60) "
            "/ (6 * 210) - 7 / 6",
            "member_income.beside.palma_baseline.value": "0.6 * 60 / (10 + 20 + 0.4 * 30)",
        },
    ),
    Spec(
        title=Text("คนละคนในแต่ละรอบ", "Different people in each round"),
        rule=Text(
            "เมื่อไม่มีใครมีข้อมูลทั้งสองรอบ ผลต่างของค่าเฉลี่ยมีช่วงและค่าพีของเวลช์ "
            "เมื่อมีบางคนอยู่ทั้งสองรอบ สองรอบไม่เป็นอิสระต่อกัน จึงไม่ทดสอบค่าเฉลี่ยของทุกคน และให้ดูผลของรายเดียวกัน",
            "Where nobody is known in both rounds, the difference of the means has Welch's interval and p-value. Where "
            "some are, the rounds are not independent: the mean of all is not tested, and the paired result is read.",
        ),
        tables={"member_income": DIFFERENT},
        expected={
            "member_income_all.difference": "175 - 125",
            "member_income_all.interval": "(50 - 2.228139 * (350 / 3) ** 0.5, 50 + 2.228139 * (350 / 3) ** 0.5)",
            "member_income_all.beside.welch.df": "10",
            "member_income_all.beside.hedges_g.value": "50 / 350 ** 0.5 * (1 - 3 / (4 * 10 - 1))",
        },
    ),
    Spec(
        title=Text("นับทุกราย จึงไม่ทดสอบ", "A full count is not tested"),
        rule=Text(
            "สมาชิก ภาคี และการเข้าร่วมนับครบทุกราย ไม่ใช่ตัวอย่าง จึงไม่มีช่วงและค่าพี และบอกเหตุผลไว้",
            "Members, partners and participation are counted in full and are no sample, so they have neither interval "
            "nor p-value, and the reason is given.",
        ),
        tables={"members_active": "unit baseline endline\nm1 1 1\nm2 1 1\nm3 0 1"},
        expected={
            "members_active.difference": "3 - 2",
            "members_active.beside.no_test.reason": "'census'",
            "members_active.p_adjusted": "None",
        },
    ),
)
