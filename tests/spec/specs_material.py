"""How one unit of a raw material is balanced, and what is estimated from its weights."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.evidence.material import estimate_avoided
from i18n import Text
from tests.material_rows import materials_of, records_of
from tests.spec.spec import Spec


@dataclass(frozen=True)
class MaterialSpec(Spec):
    """``tables`` are the sheets ``flows`` and ``factors``; subjects are ``fresh[baseline]`` or ``avoided``."""

    def finding(self, subject: str) -> object:
        """The balance of a basis in a round, or the only estimate."""
        materials = materials_of(self.tables["flows"])
        if subject == "avoided":
            (one,) = estimate_avoided(records_of(self.tables["factors"], "factors"), materials)
            return one
        basis, _, key = subject.removesuffix("]").partition("[")
        return next(b for one in materials if one.basis == basis for b in one.balances if b.round == key)


SPECS = (
    MaterialSpec(
        title=Text("สมดุลมวลของต้นกล้วย", "The mass balance of a banana stem"),
        rule=Text(
            "น้ำหนักที่เข้าคือน้ำหนักของสิ่งที่ไม่ได้มาจากสิ่งอื่น น้ำหนักที่ออกจากสิ่งหนึ่งต้องไม่มากกว่าที่เข้า "
            "(ยอมให้ต่างได้ร้อยละ 0.5 เพราะการปัดเศษ) ส่วนที่เหลือคือไม่ทราบปลายทาง อัตราการใช้ประโยชน์คือน้ำหนักที่จบเป็นผลิตภัณฑ์ "
            "หรือนำไปใช้ หารด้วยน้ำหนักที่เข้า ส่วนแบ่งในตัวอย่างคือค่าเฉลี่ยของอินเดียต่อต้นสด 100 กก. (ICAR–NAIP)",
            "What goes in is the weight of what comes from nothing else. No more may come out of a thing than goes in "
            "(0.5 % is allowed, because weights are rounded); the rest is unaccounted for. The use rate is what ends "
            "as a product or is put to use, divided by what goes in. The shares are the Indian balance of 100 kg of "
            "fresh stem (ICAR–NAIP).",
        ),
        tables={
            "flows": "from_node to_node basis use mass@baseline mass@endline\n"
            "garden stem fresh - 100 100\nstem fibre fresh product 1.0 1.0\nstem sap fresh dumped 21.9 0\n"
            "stem ferment fresh product 0 21.9\nstem scutcher_waste fresh dumped 32.8 0\n"
            "stem pulp fresh product 0 32.8\nstem core fresh unused 10.9 10.9"
        },
        expected={
            "fresh[baseline].mass_in": "100",
            "fresh[baseline].mass_used": "1.0",
            "fresh[baseline].mass_lost": "21.9 + 32.8",
            "fresh[baseline].mass_unaccounted": "100 - (1.0 + 21.9 + 32.8 + 10.9)",
            "fresh[baseline].use_rate": "1.0 / 100",
            "fresh[endline].mass_used": "1.0 + 21.9 + 32.8",
            "fresh[endline].use_rate": "(1.0 + 21.9 + 32.8) / 100",
        },
    ),
    MaterialSpec(
        title=Text("น้ำหนักสดและน้ำหนักแห้ง", "Fresh and dry weight"),
        rule=Text(
            "น้ำหนักสดและแห้งไม่นำมารวมกัน สิ่งที่นำไปตากแห้งต่อจบสมดุลสด (changed) และเริ่มสมดุลแห้งของตนเอง "
            "ไม่นับเป็นการใช้ประโยชน์ในน้ำหนักสด ตัวอย่าง: ได้เยื่อร้อยละ 35.9 (Arafat และคณะ 2018) คิดบนน้ำหนักแห้ง",
            "Fresh and dry weight are never added. What is dried ends the fresh balance (changed) and begins a dry "
            "one; it does not count as used by fresh weight. The pulp yield of 35.9 % (Arafat et al. 2018) is taken on "
            "dry weight.",
        ),
        tables={
            "flows": "from_node to_node basis use mass@baseline mass@endline\n"
            "garden stem fresh - 20 20\nstem waste fresh - 6.56 6.56\nwaste heap fresh dumped 6.56 0\n"
            "waste dry_waste dry - 0 0.5\ndry_waste pulp dry product 0 0.1795\n"
        },
        expected={
            "fresh[baseline].mass_lost": "6.56",
            "fresh[baseline].mass_unaccounted": "20 - 6.56",
            "fresh[endline].use_rate": "0",
            "dry[endline].mass_in": "0.5",
            "dry[endline].use_rate": "0.359",
            "dry[endline].mass_unaccounted": "0.5 - 0.1795",
        },
    ),
    MaterialSpec(
        title=Text("น้ำหนักที่ไม่ทราบ", "Weights that are not known"),
        rule=Text(
            "ช่องว่างคือไม่ทราบ ไม่ใช่ศูนย์ ถ้าไม่ทราบน้ำหนักของสิ่งที่ใช้ประโยชน์ อัตราการใช้ประโยชน์ก็ไม่ทราบ "
            "ถ้าไม่ทราบเฉพาะน้ำหนักที่ทิ้ง อัตรายังคำนวณได้ แต่ส่วนที่ไม่ทราบปลายทางคำนวณไม่ได้",
            "A blank is not known and never 0. Where the weight of something put to use is not known neither is the "
            "use rate; where only what is dumped is not known the rate stands, but what is unaccounted for does not.",
        ),
        tables={
            "flows": "from_node to_node basis use mass@baseline mass@endline\n"
            "garden stem fresh - 20 20\nstem cloth fresh product - 5\nstem heap fresh dumped 3 -\n"
        },
        expected={
            "fresh[baseline].use_rate": "None",
            "fresh[baseline].missing": "'flow_not_weighed'",
            "fresh[endline].use_rate": "5 / 20",
            "fresh[endline].mass_unaccounted": "None",
        },
    ),
    MaterialSpec(
        title=Text("ค่าประมาณสิ่งแวดล้อม", "Environmental estimates"),
        rule=Text(
            "ค่าประมาณ = (น้ำหนักที่ทิ้งหรือเผาก่อน − หลัง) × ค่าสัมประสิทธิ์ ÷ น้ำหนักที่ค่านั้นใช้ แสดงเป็นช่วงเสมอ "
            "คิดเฉพาะส่วนที่รอบก่อนทิ้งหรือเผาจริง และน้ำหนักต้องเป็นแบบเดียวกัน (สดหรือแห้ง) ตัวอย่าง: ต้นสด 20 กก. มีเนื้อแห้งร้อยละ 6–10 "
            "เผาเศษพืชปล่อย 78.2 กก. CO₂e ต่อตันแห้ง (IPCC)",
            "Estimate = (kg dumped or burned before − after) × factor ÷ the kg that it is for; always a range, only of "
            "what really was dumped or burned before, and only on the same basis (fresh or dry). Example: a fresh stem "
            "of 20 kg has 6–10 % dry matter; burning residue gives 78.2 kg CO₂e a tonne of dry matter (IPCC).",
        ),
        tables={
            "flows": "from_node to_node basis use mass@baseline mass@endline\n"
            "garden stem fresh - 20 20\nstem fire fresh burned 20 0\nstem compost fresh reused 0 20\n",
            "factors": "factor applies_to low central high unit per_kg basis source\n"
            "CO2e fire 4.692 6.256 7.82 kg 1000 fresh IPCC\n",
        },
        expected={
            "avoided.low": "20 * 0.06 * 78.2 / 1000",
            "avoided.central": "20 * 0.08 * 78.2 / 1000",
            "avoided.high": "20 * 0.10 * 78.2 / 1000",
            "avoided.caveats": "('W18',)",
        },
    ),
)
