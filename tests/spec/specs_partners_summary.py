"""How partners are counted and what is made of the figures of the summary sheet."""

from __future__ import annotations

from i18n import Text
from tests.spec.spec import TYPED, Spec

SPECS = (
    Spec(
        title=Text("ภาคีเครือข่าย", "Partner organisations"),
        rule=Text(
            "นับหน่วยงานที่มีในแต่ละรอบ หน่วยงานหนึ่งนับครั้งเดียวแม้มีหลายแถว จำแนกตามภาคส่วน "
            "รายใหม่ รายที่ร่วมต่อเนื่อง และรายที่สิ้นสุด เป็นการนับทั้งหมด จึงไม่ทดสอบทางสถิติ",
            "Organisations there in each round, each counted once however many rows it has, by sector; new, "
            "continuing and "
            "ended. It is a full count, so nothing is tested.",
        ),
        tables={
            "partners": "unit sector baseline endline\n"
            "พช. government 1 1\nพช. government 0 1\nมทร. education 0 1\nร้านผ้า private 1 0\nอบต. local_authority 0 1"
        },
        expected={
            "partners.baseline": "1 + 1",
            "partners.endline": "1 + 1 + 1",
            "partners[sector=government].endline": "1",
            "partners[sector=private].difference": "0 - 1",
            "partners_new.endline": "2",
            "partners_continuing.endline": "1",
            "partners_ended.endline": "1",
        },
    ),
    Spec(
        title=Text("มูลค่าการสนับสนุน", "Value of support"),
        rule=Text(
            "ผลรวมบาทของหน่วยงานที่ทราบมูลค่า หลายแถวของหน่วยงานเดียวรวมกัน มูลค่าที่ว่างของหน่วยงานที่มีในรอบนั้น "
            "ไม่นำมารวมและแสดงไว้ในรายการ ที่ว่างของหน่วยงานที่ไม่มีในรอบนั้นไม่ใช่ค่าที่ขาดหาย "
            "หากไม่ทราบมูลค่าเกินร้อยละ 20 ของหน่วยงานในรอบใด จะไม่แสดงส่วนต่าง",
            "The sum of baht of the organisations whose support is known; several rows of one are added. A blank "
            "of an "
            "organisation that was there is left out and listed; a blank of one that was not there is nothing "
            "missing. Where more than 20 % of the organisations of a round are not known no difference is given.",
        ),
        tables={
            "partners": "unit sector baseline endline\n"
            "พช. government 1 1\nมทร. education 0 1\nอบต. local_authority 1 1\n"
            "ก. private 1 1\nข. private 1 1\nค. private 1 1",
            "partner_support": "unit baseline endline\nพช. 1000 2000\nพช. 500 500\nมทร. - 300\nอบต. 200 -\n"
            "ก. 0 0\nข. 10 10\nค. 20 30",
        },
        expected={
            "partner_support.baseline": "(1000 + 500) + 200 + (0 + 10 + 20)",
            "partner_support.endline": "(2000 + 500) + 300 + (0 + 10 + 30)",
            "partner_support.difference": "2840 - 1730",
            "partner_support.n_baseline": "5",
            "partner_support.n_endline": "5",
            "partner_support[sector=education].baseline": "0",
            "partner_support[sector=local_authority].endline": "None",
            "partner_support[sector=local_authority].missing": "'endline_unknown'",
        },
        left_out={"partner_support": {"อบต.": "endline_unknown"}},
    ),
    Spec(
        title=Text("ตัวเลขจากแผ่นสรุป", "Figures of the summary sheet"),
        rule=Text(
            "ใช้ตามที่กรอก (คำเตือน W12) ผลต่างคือหลังลบก่อน การเปลี่ยนแปลงสัมพัทธ์คือผลต่างหารด้วยค่าก่อน "
            "ตัวชี้วัดที่ยิ่งน้อยยิ่งดี ดีขึ้นเมื่อลดลง "
            "ตัวชี้วัดที่เป็นสัดส่วนเปลี่ยนเป็นจุดร้อยละและไม่มีการเปลี่ยนแปลงสัมพัทธ์",
            "Taken as typed (caveat W12). The difference is after less before, the relative change its share of "
            "the value "
            "before. Where lower is better, a fall is better. A share changes by percentage points and has no "
            "relative change.",
        ),
        tables={
            TYPED: "indicator baseline endline target n\n"
            "residue_dumped 5.4 1.9 1.5 .\nfibre_yield 0.006 0.008 . .\nhousehold_debt 58200 63100 50000 35"
        },
        expected={
            "residue_dumped.difference": "1.9 - 5.4",
            "residue_dumped.relative_change": "(1.9 - 5.4) / 5.4",
            "residue_dumped.better": "True",
            "residue_dumped.target": "1.5",
            "residue_dumped.caveats": "('W01', 'W12')",
            "fibre_yield.difference": "0.008 - 0.006",
            "fibre_yield.relative_change": "None",
            "household_debt.better": "False",
            "household_debt.n_baseline": "35",
        },
    ),
    Spec(
        title=Text("ฐานเป็นศูนย์หรือติดลบ", "Zero or negative base"),
        rule=Text(
            "เมื่อค่าก่อนเป็นศูนย์หรือติดลบ แสดงผลต่างและไม่คำนวณร้อยละ (คำเตือน W10)",
            "Where the value before is zero or negative the difference is given and no percentage (caveat W10).",
        ),
        tables={TYPED: "indicator baseline endline\nmarkets_entered 0 3\ngroup_net_income -2000 4000"},
        expected={
            "markets_entered.difference": "3 - 0",
            "markets_entered.relative_change": "None",
            "markets_entered.caveats": "('W01', 'W10', 'W12')",
            "group_net_income.difference": "4000 - (-2000)",
            "group_net_income.relative_change": "None",
        },
    ),
    Spec(
        title=Text("สิ่งที่คำนวณไม่ได้", "What cannot be computed"),
        rule=Text(
            "แสดงเหตุผล ไม่แสดงศูนย์ ไม่มีทิศทาง และไม่มีผลต่าง",
            "The reason is given, never a zero; there is no direction and no difference.",
        ),
        tables={TYPED: "indicator baseline endline\nstems_used - 2150\nwater_used 40 ."},
        expected={
            "stems_used.missing": "'baseline_unknown'",
            "stems_used.baseline": "None",
            "stems_used.endline": "2150",
            "stems_used.difference": "None",
            "stems_used.better": "None",
            "water_used.missing": "'baseline_only'",
        },
    ),
)
