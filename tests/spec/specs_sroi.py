"""How a value map becomes a ratio: the worked case, the rules of combination, and what is counted how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pandas as pd

from analysis.sroi import Combination, Settings, SocialReturn, Timing, find_return
from i18n import Text
from tests.factories_sroi import make_map
from tests.observe import read_table
from tests.spec.spec import Spec

CHOICES: Mapping[str, Settings] = {
    "end": Settings(Timing.END),
    "mid": Settings(Timing.MID),
    "start": Settings(Timing.START),
    "added": Settings(combination=Combination.ADD),
    "undiscounted": Settings(discount_rate=0.0),
}
WORKED = """
outcome input_thb quantity proxy_thb deadweight displacement attribution drop_off duration_years start
a 250000 24 18000 0.20 0.10 0.25 0.20 3 1
b - 24 3500 0.10 - 0.30 0.50 2 1
c - 12 1200 0.30 - 0.10 - 3 1
d - -24 1000 - - - - 1 1
"""
COLUMNS = "outcome input_thb quantity proxy_thb deadweight displacement attribution drop_off"
SUMS = "233280 + 52920 + 9072 - 24000", "186624 + 26460 + 9072", "149299.20 + 9072"


def _discount(first: float) -> str:
    """The sums of the three years discounted at 3.5 %, the first by so many years, over the input."""
    years = (f"({year}) / 1.035**{first + place:g}" for place, year in enumerate(SUMS))
    return f"({' + '.join(years)}) / 250000"


@dataclass(frozen=True)
class SroiSpec(Spec):
    """A specification of a value map; ``end.ratio`` is the whole with that choice, ``end[line=a].impacts`` one line."""

    @property
    def frames(self) -> list[pd.DataFrame]:
        return []

    def finding(self, subject: str) -> Any:
        """The whole or one line of it, with the choice that the subject names."""
        choice, _, line = subject.removesuffix("]").partition("[line=")
        found = self._find(CHOICES[choice])
        if not line:
            return found
        return next(_tell(found, place) for place, one in enumerate(found.lines) if one.outcome.outcome == line)

    def _find(self, settings: Settings) -> SocialReturn:
        rows = [{key: _read(text) for key, text in row.items()} for row in read_table(self.tables["sroi"])]
        return find_return(make_map(*rows), settings)


def _read(text: str) -> str | float | None:
    if text == "-":
        return None
    try:
        return float(text)
    except ValueError:
        return text


def _tell(found: SocialReturn, place: int) -> SimpleNamespace:
    line = found.lines[place]
    names = ("gross", "kept", "impacts", "discounted", "present_value", "break_even", "share")
    return SimpleNamespace(**{name: getattr(line, name) for name in names})


SPECS = (
    SroiSpec(
        title=Text("จากปริมาณถึงมูลค่าปัจจุบัน", "From quantity to present value"),
        rule=Text(
            "ผลลัพธ์ปีที่ 1 = ปริมาณ × มูลค่าตัวแทน × (1 − ผลลัพธ์ส่วนเกิน) × (1 − ผลลัพธ์ทดแทน) × (1 − ส่วนที่เกิดจากผู้อื่น) "
            "ปีถัดไป = ปีก่อนหน้า × (1 − อัตราการลดลง) ช่องว่างคิดเป็นศูนย์และบอกให้ทราบ ผลลบนับรวมด้วย "
            "อัตราส่วน = มูลค่าปัจจุบันรวม ÷ ปัจจัยนำเข้ารวม ปกติคิด ณ สิ้นปี ปีที่ t หารด้วย (1 + อัตราคิดลด) ยกกำลัง t "
            "กลางปียกกำลัง t − 0.5 ต้นปียกกำลัง t − 1 อัตราคิดลดปกติร้อยละ 3.5",
            "Year 1 impact = quantity × proxy × (1 − deadweight) × (1 − displacement) × (1 − attribution); the next "
            "year = the year before × (1 − drop-off). A blank deduction counts as zero, and is said. Losses count "
            "too. Ratio = total present value ÷ total inputs. Year t is divided by (1 + discount rate) to the power "
            "t (end of the year, the usual), t − 0.5 (middle) or t − 1 (start). The usual discount rate is 3.5 %.",
        ),
        tables={"sroi": WORKED},
        expected={
            "end[line=a].gross": "24 * 18000",
            "end[line=a].kept": "(1 - 0.20) * (1 - 0.10) * (1 - 0.25)",
            "end[line=a].impacts": "(233280.0, 186624.0, 149299.20)",
            "end[line=b].impacts": "(52920.0, 26460.0)",
            "end[line=c].impacts": "(9072.0, 9072.0, 9072.0)",
            "end[line=d].impacts": "(-24000.0,)",
            "end[line=b].present_value": "52920 / 1.035 + 26460 / 1.035**2",
            "undiscounted.ratio": "2.6071968",
            "end.ratio": _discount(1),
            "mid.ratio": _discount(0.5),
            "start.ratio": _discount(0),
            "undiscounted.net_present_value": "651799.20 - 250000",
            "undiscounted.break_even": "1 - 250000 / 651799.20",
        },
    ),
    SroiSpec(
        title=Text("บวกส่วนหัก", "Deductions added"),
        rule=Text(
            "บางหน่วยงานบวกส่วนหักแทนการคูณ ส่วนที่เหลือ = 1 − (ผลลัพธ์ส่วนเกิน + ผลลัพธ์ทดแทน + ส่วนที่เกิดจากผู้อื่น) "
            "ถ้ารวมกันเกินร้อยละ 100 คิดเป็นร้อยละ 100 และแจ้งเตือน มูลค่าจึงไม่มากกว่าวิธีคูณ",
            "Some add the deductions instead: what is left = 1 − (deadweight + displacement + attribution). More than "
            "100 % together counts as 100 %, and is said. The value is never more than by multiplying.",
        ),
        tables={
            "sroi": "outcome input_thb quantity proxy_thb deadweight displacement attribution drop_off\n"
            "a 1000 10 500 0.20 0.10 0.25 0\nb - 10 500 0.60 0.30 0.20 0"
        },
        expected={
            "added[line=a].kept": "1 - (0.20 + 0.10 + 0.25)",
            "end[line=a].kept": "(1 - 0.20) * (1 - 0.10) * (1 - 0.25)",
            "added[line=b].kept": "0.0",
            "end[line=b].kept": "(1 - 0.60) * (1 - 0.30) * (1 - 0.20)",
            "added.ratio": "10 * 500 * 0.45 / 1.035 / 1000",
        },
    ),
    SroiSpec(
        title=Text("เริ่มหลังกิจกรรม และปีที่ไม่เต็ม", "Starting after the activity, and part of a year"),
        rule=Text(
            "ผลลัพธ์ที่เริ่มหลังกิจกรรม (เริ่ม = 2) เลื่อนไปหนึ่งปี ระยะเวลา 2.5 ปีนับปีที่สามครึ่งหนึ่ง "
            "ระยะเวลาที่ว่างหรือเป็น 0 คิดปีเดียวและแจ้งเตือน",
            "An outcome that starts after the activity (start = 2) is counted a year later. A duration of 2.5 years "
            "counts half of the third year. A duration that is blank or 0 counts as one year, and is said.",
        ),
        tables={
            "sroi": f"{COLUMNS} duration_years start\nnow 1000 1 1000 0 0 0 0 1 1\nlater - 1 1000 0 0 0 0 1 2\n"
            "part - 1 1000 0 0 0 0.5 2.5 1\nblank - 1 1000 0 0 0 0 - -"
        },
        expected={
            "end[line=now].present_value": "1000 / 1.035",
            "end[line=later].present_value": "1000 / 1.035**2",
            "start[line=later].present_value": "1000 / 1.035",
            "end[line=part].impacts": "(1000.0, 500.0, 250.0 / 2)",
            "end[line=blank].impacts": "(1000.0,)",
        },
    ),
    SroiSpec(
        title=Text("คุ้มทุนของแต่ละตัวแทนค่า", "Break-even of each proxy"),
        rule=Text(
            "มูลค่าตัวแทนที่อัตราส่วนเป็น 1 เมื่อค่าอื่นคงเดิม ไม่มีคำตอบเมื่อไม่มีค่าบวกใดให้ผลนั้น",
            "The value of a proxy at which the ratio is 1, everything else as entered; none where no value "
            "above zero does it.",
        ),
        tables={
            "sroi": "outcome input_thb quantity proxy_thb deadweight displacement attribution drop_off\n"
            "a 1000 2 900 0 0 0 0\nb - 1 400 0 0 0 0"
        },
        expected={
            "undiscounted[line=a].break_even": "(1000 - 400) / 2",
            "undiscounted[line=b].break_even": "None",
            "undiscounted.ratio": "(2 * 900 + 400) / 1000",
        },
    ),
)
