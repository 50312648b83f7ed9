"""Results chains and unintended effects of the two samples: the weaving came far, the mill did not. All invented."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from data.sample_people import Row

IN, ACT, OUT, COME, IMP = "ปัจจัยนำเข้า", "กิจกรรม", "ผลผลิต", "ผลลัพธ์", "ผลกระทบ"
ECO, SOC, ENV = "เศรษฐกิจ", "สังคม", "สิ่งแวดล้อม"
Cell: TypeAlias = str | float | date | None

GOOD, BAD, YES, NO = "ทางบวก", "ทางลบ", "ใช่", "ไม่ใช่"


def _link(node: str, level: str, leads_to: str = "", assumption: str = "", *evidence: str) -> dict[str, Cell]:
    row: dict[str, Cell] = {"node": node, "level": level, "leads_to": leads_to, "assumption": assumption}
    return row | dict(zip(("evidence",), evidence, strict=False))


def _goal(node: str, level: str, indicator: str, target: float | None = None) -> Row:
    """A row that names an indicator of another sheet."""
    return {"node": node, "level": level, "indicator": indicator, "target": target}


def _typed(indicator: str, unit: str, *values: float | None) -> dict[str, Cell]:
    """Before, after and target of an indicator that stands in the chain alone."""
    return {"indicator": indicator, "unit": unit} | dict(
        zip(("value_baseline", "value_endline", "target"), values, strict=True)
    )


def _effect(effect: str, dimension: str, direction: str, intended: str, **more: str | float) -> dict[str, Cell]:
    return {"effect": effect, "dimension": dimension, "direction": direction, "intended": intended, **more}


_WEAVING_CHAIN: list[Row] = [
    _link("งบสนับสนุนและกี่ทอผ้า", IN, "อบรมปั่นเส้นใยและทอผ้า", "ได้รับงบครบตามแผน", "บันทึกการรับเงินและใบส่งของ")
    | _typed("กี่ทอผ้าที่ใช้งานได้", "กี่", 6, 18, 20),
    _link("ต้นกล้วยที่ตัดทิ้งในสวน", IN, "รับซื้อและแยกส่วนต้นกล้วย", "สวนยินดีขายต้นที่ตัดแล้ว", "บันทึกการรับซื้อ"),
    _link("อบรมปั่นเส้นใยและทอผ้า", ACT, "สมาชิกทอผ้าใยกล้วยได้ตามแบบ", "สมาชิกมีเวลาเรียนจนจบ", "ใบลงชื่อและผลทดสอบฝีมือ"),
    _goal("อบรมปั่นเส้นใยและทอผ้า", ACT, "จำนวนผู้ผ่านการอบรม"),
    _link("รับซื้อและแยกส่วนต้นกล้วย", ACT, "ต้นกล้วยถูกใช้แทนการทิ้ง; สมาชิกทอผ้าใยกล้วยได้ตามแบบ", "แยกส่วนได้ภายในวันที่ตัด"),
    _link("สมาชิกทอผ้าใยกล้วยได้ตามแบบ", OUT, "กลุ่มขายผ้าได้มากขึ้น", "มีผู้ซื้อผ้าที่ได้มาตรฐาน", "ใบสั่งซื้อ"),
    _goal("สมาชิกทอผ้าใยกล้วยได้ตามแบบ", OUT, "จำนวนผลิตภัณฑ์/ลวดลายใหม่"),
    _goal("สมาชิกทอผ้าใยกล้วยได้ตามแบบ", OUT, "จำนวนสมาชิกที่ปฏิบัติจริง", 60),
    _link("ต้นกล้วยถูกใช้แทนการทิ้ง", OUT, "เศษเหลือที่ทิ้งและเผาลดลง", "ไม่มีกลุ่มอื่นทิ้งเพิ่ม", "บันทึกน้ำหนักรายเดือน"),
    _goal("ต้นกล้วยถูกใช้แทนการทิ้ง", OUT, "จำนวนต้นกล้วยที่นำมาใช้"),
    _link("กลุ่มขายผ้าได้มากขึ้น", COME, "สมาชิกมีรายได้เพิ่มขึ้น", "กลุ่มแบ่งรายได้ตามชิ้นงาน", "บัญชีของกลุ่ม"),
    _goal("กลุ่มขายผ้าได้มากขึ้น", COME, "รายได้จากการจำหน่ายผลิตภัณฑ์"),
    _link("สมาชิกมีรายได้เพิ่มขึ้น", COME, "ครัวเรือนมีความมั่นคงทางการเงิน", "ราคาสินค้าจำเป็นไม่สูงขึ้นเร็วกว่า"),
    _goal("สมาชิกมีรายได้เพิ่มขึ้น", COME, "รายได้ต่อสมาชิก", 4_500),
    _link("เศษเหลือที่ทิ้งและเผาลดลง", COME, "สวนและคลองสะอาดขึ้น"),
    _goal("เศษเหลือที่ทิ้งและเผาลดลง", COME, "เศษเหลือที่ยังทิ้ง/เผา"),
    _link("ครัวเรือนมีความมั่นคงทางการเงิน", IMP),
    _goal("ครัวเรือนมีความมั่นคงทางการเงิน", IMP, "หนี้สินครัวเรือน", 60_000),
    _goal("ครัวเรือนมีความมั่นคงทางการเงิน", IMP, "เงินออมในกลุ่ม"),
    _link("สวนและคลองสะอาดขึ้น", IMP)
    | _typed("ครัวเรือนริมคลองที่พอใจคุณภาพน้ำ", "ครัวเรือน", None, 41, 60)
    | {"better": "เพิ่มขึ้น"},
]
_WEAVING_EFFECTS: list[Row] = [
    _effect("น้ำทิ้งจากการต้มเส้นใยไหลลงคลอง", ENV, BAD, NO, who="ครัวเรือนริมคลอง", unit="ครัวเรือน", value_baseline=0)
    | {"value_endline": 12, "evidence": "บันทึกการประชุมหมู่บ้าน", "response": "ทำบ่อพักน้ำสองบ่อและตรวจน้ำทุกเดือน"},
    _effect("เวลาดูแลบ้านและหลานลดลงในช่วงเร่งงาน", SOC, BAD, NO, who="สมาชิกหญิงที่มีเด็กเล็ก", unit="ชั่วโมง/สัปดาห์")
    | {"value_baseline": 21, "value_endline": 15, "evidence": "สัมภาษณ์กลุ่ม", "response": "จัดเวรดูแลเด็กที่ศูนย์ทอผ้า"},
    _effect("เยาวชนกลับมาเรียนทอผ้ากับผู้สูงอายุ", SOC, GOOD, NO, who="เยาวชนในหมู่บ้าน", unit="คน", value_baseline=2)
    | {"value_endline": 14, "evidence": "ใบลงชื่อศูนย์เรียนรู้"},
    _effect("ราคาต้นกล้วยในตำบลสูงขึ้น ผู้ทำอาหารสัตว์ซื้อแพงขึ้น", ECO, BAD, NO, who="ผู้เลี้ยงสัตว์รายย่อย", unit="บาท/ต้น")
    | {"value_baseline": 3, "value_endline": 8, "evidence": "สอบถามร้านอาหารสัตว์", "response": "ยังไม่มี"},
    _effect("ร้านค้าในหมู่บ้านขายได้มากขึ้นในวันตลาดผ้า", ECO, GOOD, NO, who="ร้านค้าในหมู่บ้าน"),
]
_MILL_CHAIN: list[Row] = [
    _link("เงินทุนและเครื่องสีข้าว", IN, "อบรมการปลูกข้าวอินทรีย์; รับซื้อและสีข้าวของสมาชิก", "เครื่องสีข้าวใช้ได้ตลอดปี"),
    _link("อบรมการปลูกข้าวอินทรีย์", ACT, "สมาชิกปลูกข้าวได้ตามมาตรฐาน", "สมาชิกมีเวลาและแรงงาน", "ใบลงชื่อผู้เข้าอบรม"),
    _goal("อบรมการปลูกข้าวอินทรีย์", ACT, "จำนวนผู้ผ่านการอบรม"),
    _link("รับซื้อและสีข้าวของสมาชิก", ACT, "ข้าวสารบรรจุถุงพร้อมขาย", "ราคารับซื้อไม่ต่ำกว่าพ่อค้า"),
    _link("สมาชิกปลูกข้าวได้ตามมาตรฐาน", OUT, "ข้าวสารบรรจุถุงพร้อมขาย; ดินและน้ำดีขึ้น")
    | _typed("แปลงที่ผ่านมาตรฐานอินทรีย์", "แปลง", 22, 17, 40),
    _link("ข้าวสารบรรจุถุงพร้อมขาย", OUT, "กลุ่มมีกำไร", "มีตลาดข้าวอินทรีย์ต่อเนื่อง", "ใบสั่งซื้อลดลงจากปีก่อน"),
    _goal("ข้าวสารบรรจุถุงพร้อมขาย", OUT, "จำนวนผลิตภัณฑ์/ลวดลายใหม่"),
    _link("กลุ่มมีกำไร", COME, "หนี้สินของครัวเรือนลดลง", "ปันผลถึงสมาชิกทุกคน"),
    _goal("กลุ่มมีกำไร", COME, "กำไรสุทธิของกลุ่ม"),
    _goal("กลุ่มมีกำไร", COME, "รายได้ต่อสมาชิก", 8_000),
    _link("ดินและน้ำดีขึ้น", COME, "คนในชุมชนสุขภาพดีขึ้น"),
    _goal("ดินและน้ำดีขึ้น", COME, "เศษเหลือที่ยังทิ้ง/เผา"),
    _link("หนี้สินของครัวเรือนลดลง", IMP),
    _goal("หนี้สินของครัวเรือนลดลง", IMP, "หนี้สินครัวเรือน"),
    _link("คนในชุมชนสุขภาพดีขึ้น", IMP),
]
_MILL_EFFECTS: list[Row] = [
    _effect("ควันและฝุ่นแกลบจากโรงสี", ENV, BAD, NO, who="ครัวเรือนรอบโรงสี", unit="ครัวเรือน", value_baseline=4)
    | {"value_endline": 19, "evidence": "เรื่องร้องเรียนที่ อบต.", "response": "ติดตั้งถุงกรองฝุ่นหนึ่งจุด"},
    _effect("สมาชิกกู้เงินนอกระบบระหว่างรอปันผล", ECO, BAD, NO, who="สมาชิกที่ไม่มีรายได้อื่น", unit="คน", value_baseline=3)
    | {"value_endline": 9, "evidence": "สัมภาษณ์สมาชิก", "response": "ยังไม่มี"},
    _effect("ความขัดแย้งเรื่องลำดับการสีข้าว", SOC, BAD, NO, who="สมาชิกสองหมู่บ้าน", evidence="บันทึกการประชุมกลุ่ม"),
    _effect("เพื่อนบ้านขอแกลบไปทำปุ๋ย", ENV, GOOD, NO, who="เกษตรกรนอกกลุ่ม", unit="ตัน", value_baseline=1)
    | {"value_endline": 6, "evidence": "บันทึกการแจกแกลบ"},
]

ROWS: dict[str, dict[str, list[Row]]] = {
    "banana_weaving": {"chain": _WEAVING_CHAIN, "effects": _WEAVING_EFFECTS},
    "rice_mill": {"chain": _MILL_CHAIN, "effects": _MILL_EFFECTS},
}
