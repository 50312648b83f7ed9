"""How participation is counted, and what is made of the figures of channels."""

from __future__ import annotations

from i18n import Text
from tests.spec.spec import TYPED, Spec

SPECS = (
    Spec(
        title=Text("ขั้นและฝ่ายที่มีส่วนร่วม", "Stages and stakeholders reached"),
        rule=Text(
            "นับขั้นที่มีกิจกรรมจริงอย่างน้อยหนึ่งกิจกรรมในรอบนั้น แต่ละขั้นนับครั้งเดียว ขั้นที่มีกิจกรรมแล้วหนึ่งกิจกรรม"
            "นับว่ามี แม้ไม่ทราบว่าอีกกิจกรรมได้จัดหรือไม่ ฝ่ายที่มีส่วนร่วมนับแบบเดียวกัน",
            "Stages with at least one activity that took place in the round, each counted once. A stage with one is "
            "covered though it is not known whether another took place. Stakeholders are counted in the same way.",
        ),
        tables={
            "participation_stages": "unit baseline endline\nthink 1 1\nthink 0 1\nact 0 1\nact 0 -\nsolve 0 0",
            "stakeholders_reached": "unit baseline endline\ncitizens 1 1\neducation 0 1\ncitizens 0 1",
        },
        expected={
            "participation_stages.baseline": "1",
            "participation_stages.endline": "1 + 1",
            "participation_stages.difference": "2 - 1",
            "stakeholders_reached.endline": "1 + 1",
            "stakeholders_reached.caveats": "('W01',)",
        },
    ),
    Spec(
        title=Text("กิจกรรมและคนที่เข้าร่วม", "Activities and attendances"),
        rule=Text(
            "กิจกรรมหนึ่งของขั้นหนึ่งกับฝ่ายหนึ่งนับเป็นหนึ่ง จำนวนคนคือผลรวมของทุกกิจกรรม คนเดียวอาจถูกนับหลายครั้ง "
            "(คำเตือน W21) แยกตามขั้น ฝ่าย และขั้นกับฝ่าย จำนวน 1–4 คนไม่แสดง "
            "พร้อมกับจำนวนอื่นที่จะทำให้ทราบได้ ยอดรวมของโครงการแสดงเสมอ",
            "An activity of a stage with a stakeholder is one. People are added up over activities, so that one may be "
            "counted several times (caveat W21); by stage, by stakeholder and by both. Numbers of one to four are "
            "hidden, with others that would tell them; the project's total is always shown.",
        ),
        tables={
            "participation_activities": "unit stage stakeholder baseline endline\n"
            "a think citizens 1 1\nb think citizens 0 1\nc act private 1 0",
            "participation_people": "unit stage stakeholder baseline endline\n"
            "a think citizens 20 35\nb think citizens . 12\nc act private 3 .",
        },
        expected={
            "participation_activities.baseline": "1 + 1",
            "participation_activities.endline": "1 + 1",
            "participation_activities[stage=think].endline": "2",
            "participation_activities[stage=act].better": "False",
            "participation_people.baseline": "20 + 3",
            "participation_people.endline": "35 + 12",
            "participation_people.caveats": "('W01', 'W21')",
            "participation_people[stage=act].suppressed": "True",  # 3 people
            "participation_people[stage=think].suppressed": "True",  # the total less 20 would tell of the 3
        },
    ),
    Spec(
        title=Text("ระดับการมีส่วนร่วมสูงสุด", "Highest level of participation"),
        rule=Text(
            "ระดับ 1–5 (ให้ข้อมูล รับฟังความคิดเห็น เข้ามาเกี่ยวข้อง ร่วมมือ เสริมอำนาจ) ใช้ระดับสูงสุดที่มีหลักฐานในรอบนั้น "
            "ไม่ใช่ค่าเฉลี่ย ระดับที่ไม่มีหลักฐานอ่านเป็นไม่ทราบ แสดงไว้ในรายการ และเตือนด้วย W20 ไม่คิดเป็นร้อยละ",
            "Levels 1–5 (inform, consult, involve, collaborate, empower): the highest that has evidence in the round, "
            "never a mean. A level without evidence is read as not known, listed, and told by W20. There is no "
            "percentage.",
        ),
        tables={
            "participation_activities": "unit stage baseline endline\na think 1 1\nb act 1 1\nc act 0 1",
            "participation_level": "unit stage baseline endline\na think 2 4\nb act 1 -\nc act . 3",
        },
        expected={
            "participation_level.baseline": "2",
            "participation_level.endline": "4",
            "participation_level.difference": "4 - 2",
            "participation_level.relative_change": "None",
            "participation_level.n_endline": "2",
            "participation_level.caveats": "('W01', 'W20')",
            "participation_level[stage=act].endline": "3",
        },
        left_out={"participation_level": {"b": "endline_unknown"}},
    ),
    Spec(
        title=Text("ช่องทางสื่อสาร", "Channels"),
        rule=Text(
            "แต่ละสิ่งที่วัดของแต่ละช่องทางเป็นตัวชี้วัดของตนเอง ใช้ตามที่กรอก ยิ่งมากยิ่งดีเว้นแต่แผ่นงานบอกเป็นอย่างอื่น "
            "ร้อยละคิดเฉพาะเมื่อค่าก่อนมากกว่าศูนย์ (ตัวอย่างใช้ตัวชี้วัดของแผ่นสรุปแทนช่องทาง)",
            "Each measure of each channel is an indicator of its own, as typed; more is better unless the sheet says "
            "otherwise. A percentage is given only where the value before is above zero (the example borrows "
            "indicators of the summary sheet).",
        ),
        tables={TYPED: "indicator baseline endline\nunits_sold 420 6850\nmarkets_entered 0 46"},
        expected={
            "units_sold.relative_change": "(6850 - 420) / 420",
            "markets_entered.difference": "46 - 0",
            "markets_entered.relative_change": "None",
        },
    ),
)
