"""What becomes of one banana stem and of the straw of one rai of rice, for both samples. All of it is invented.

Only the factors have a source: the residue factors of the IPCC, and the dry matter of a stem (6–10 %).
"""

from __future__ import annotations

from data.sample_people import Row

Kg = tuple[float, float]


def _flow(names: tuple[str, str], basis: str, use: str | None, *weights: Kg) -> Row:
    """A flow from one thing to another: kg before and after, and baht where they are known."""
    origin, target = names
    kg, (before, after) = weights[0], weights[1] if len(weights) > 1 else (None, None)
    return {
        "from_node": origin,
        "to_node": target,
        "basis": basis,
        "use": use,
        "mass_baseline": kg[0],
        "mass_endline": kg[1],
        "value_baseline": before,
        "value_endline": after,
    }


def _weigh(rows: list[Row], resource: str, how: str, samples: tuple[int, int]) -> list[Row]:
    """Of what, how, and how many samples were weighed; weights of zero were not."""
    before, after = samples
    return [
        {
            **row,
            "resource": resource,
            "how_weighed": how,
            **_sample(row, "baseline", before),
            **_sample(row, "endline", after),
        }
        for row in rows
    ]


def _sample(row: Row, key: str, samples: int) -> Row:
    kg = row[f"mass_{key}"]
    if not isinstance(kg, float | int) or not kg:
        return {}
    return {f"weighed_n_{key}": samples, f"weighed_sd_{key}": round(kg * 0.12, 3)}


FRESH, DRY = "สด", "แห้ง"
STEM = _weigh(
    [
        _flow(("สวนกล้วย", "ต้นกล้วย"), FRESH, None, (20, 20)),
        _flow(("ต้นกล้วย", "เส้นใยเปียก"), FRESH, None, (0.5, 0.9)),
        _flow(("ต้นกล้วย", "เศษจากการปั่น"), FRESH, None, (5.6, 6.6)),
        _flow(("ต้นกล้วย", "น้ำและยางกล้วย"), FRESH, None, (4.4, 4.4)),
        _flow(("ต้นกล้วย", "ไส้กล้วย"), FRESH, None, (2.2, 2.2)),
        _flow(("เศษจากการปั่น", "เศษที่นำไปทำเยื่อ"), FRESH, None, (0, 2.4)),
        _flow(("เศษจากการปั่น", "ปุ๋ยหมัก"), FRESH, "นำกลับมาใช้", (0.8, 2.5), (2, 5)),
        _flow(("เศษจากการปั่น", "กองทิ้งข้างโรงปั่น"), FRESH, "ทิ้ง", (4.8, 1.5)),
        _flow(("น้ำและยางกล้วย", "น้ำหมักชีวภาพ"), FRESH, "ผลิตภัณฑ์", (0, 3.6), (0, 36)),
        _flow(("น้ำและยางกล้วย", "เททิ้ง"), FRESH, "ทิ้ง", (4.4, 0.5)),
        _flow(("ไส้กล้วย", "อาหารสัตว์"), FRESH, "นำกลับมาใช้", (0.4, 1.5), (1, 4)),
        _flow(("ไส้กล้วย", "เผาในสวน"), FRESH, "เผา", (1.8, 0.4)),
        _flow(("เส้นใยเปียก", "เส้นใยแห้ง"), DRY, None, (0.09, 0.16)),
        _flow(("เส้นใยแห้ง", "เส้นด้าย"), DRY, None, (0, 0.15)),
        _flow(("เส้นใยแห้ง", "เส้นใยที่ขาย"), DRY, "ผลิตภัณฑ์", (0.09, 0.01), (18, 2)),
        _flow(("เส้นด้าย", "ผ้าทอ"), DRY, "ผลิตภัณฑ์", (0, 0.13), (0, 117)),
        _flow(("เศษที่นำไปทำเยื่อ", "เยื่อกระดาษ"), DRY, None, (0, 0.07)),
        _flow(("เยื่อกระดาษ", "กระดาษใยกล้วย"), DRY, "ผลิตภัณฑ์", (0, 0.06), (0, 24)),
    ],
    "ต้นกล้วย 1 ต้น",
    "เครื่องชั่ง 30 กก.",
    (10, 12),
)
STRAW = _weigh(
    [
        _flow(("แปลงนา", "ฟางข้าว"), DRY, None, (650, 640)),
        _flow(("ฟางข้าว", "ฟางอัดก้อน"), DRY, "ผลิตภัณฑ์", (260, 170), (520, 306)),
        _flow(("ฟางข้าว", "คลุมดินในแปลง"), DRY, "นำกลับมาใช้", (130, 60)),
        _flow(("ฟางข้าว", "เผาในแปลงนา"), DRY, "เผา", (180, 350)),
        _flow(("ฟางข้าว", "กองไว้หัวคันนา"), DRY, "ไม่ได้ใช้", (40, 30)),
    ],
    "ฟางข้าว 1 ไร่",
    "สุ่มตัดแปลงละ 1 ตร.ม.",
    (8, 8),
)
_BURNING: Row = {"factor": "ก๊าซเรือนกระจกจากการเผาเศษพืช", "unit": "กก. CO₂e", "per_kg": 1000}
_IPCC = "ค่าปัจจัยการเผาเศษพืชของ IPCC ไม่รวม CO₂ ชีวภาพ 78.2 กก. CO₂e ต่อตันน้ำหนักแห้ง"
ROWS: dict[str, dict[str, list[Row]]] = {
    "banana_weaving": {
        "flows": STEM,
        "factors": [
            {
                **_BURNING,
                "applies_to": "เผาในสวน",
                "low": 4.7,
                "central": 6.3,
                "high": 7.8,
                "basis": FRESH,
                "source": f"{_IPCC} คูณเนื้อแห้งของต้นกล้วยร้อยละ 6–10",
            }
        ],
    },
    "rice_mill": {
        "flows": STRAW,
        "factors": [
            {
                **_BURNING,
                "applies_to": "เผาในแปลงนา",
                "low": 60,
                "central": 78.2,
                "high": 95,
                "basis": DRY,
                "source": f"{_IPCC} ช่วงค่าเป็นข้อมูลสมมติ",
            }
        ],
    },
}
