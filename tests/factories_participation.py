"""Participation and technology made by hand for the tests of figures; all names and numbers are invented."""

from __future__ import annotations

from datetime import date

from analysis.evidence.participation import Activity, Held, Participation
from analysis.evidence.technology import Channel, Technology, Work
from analysis.findings import Finding
from dictionary.nouns import Source

PLACE = (Source("ทอผ้าใยกล้วย.xlsx", "การมีส่วนร่วม", ("A2:L2",)),)
NOTHING = Held(took_place=False)
LONG_ACTIVITY = "เวทีประชาคมวางแผนการใช้ประโยชน์จากต้นกล้วยทั้งต้นร่วมกับหน่วยงานภาคีและสถานศึกษาในพื้นที่"


def make_activity(name: str, place: tuple[str, str], day: date | None, held: tuple[Held, Held]) -> Activity:
    """An activity of a stage and a stakeholder on one day, or without a date."""
    return Activity(name, *place, day, day, held, PLACE)


ACTIVITIES = (
    make_activity(LONG_ACTIVITY, ("think", "citizens"), date(2019, 3, 5), (Held(True, 32, 2), Held(True, 58, 4))),
    make_activity(LONG_ACTIVITY, ("think", "government"), date(2019, 3, 5), (Held(True, 3, 1), Held(True, 6, 4))),
    make_activity("ทอผ้า", ("act", "citizens"), date(2019, 6, 1), (Held(True, 18, 3), Held(True, 42, 5))),
    make_activity("ร้านค้าของชุมชน", ("act", "private"), date(2019, 9, 9), (Held(True, 4, 3), NOTHING)),
    make_activity("แก้ปัญหาเส้นใยขาด", ("solve", "education"), date(2020, 11, 30), (NOTHING, Held(True, None, 3))),
    make_activity("ศึกษาดูงาน", ("improve", "network"), None, (NOTHING, Held(True, 22, None, claimed=True))),
)
PARTICIPATION = Participation(ACTIVITIES, ((1, 0), (1, 0), (2, 1), (0, 2), (0, 1)))
CROSSED = {
    ("think", "citizens"): (1, 1),
    ("think", "government"): (1, 1),
    ("act", "citizens"): (1, 4),
    ("act", "private"): (1, 0),
    ("solve", "education"): (0, 1),
    ("improve", "network"): (0, 12),
}
WORKS = (
    Work(
        "เครื่องขูดเส้นใยแบบเท้าเหยียบ",
        "innovation",
        date(2020, 8, 1),
        date(2020, 8, 31),
        "ขูดเส้นใยได้เร็วขึ้นและใช้ได้ในบ้านของสมาชิก มีกลุ่มอื่นในตำบลใกล้เคียงขอแบบไปสร้างต่ออีกสามแห่ง",
        "",
        PLACE[0],
    ),
    Work("วิจัยการลดการขาดของเส้นใย", "research", date(2021, 2, 14), date(2021, 2, 14), "", "", PLACE[0]),
    Work("แอปบันทึกการผลิต", "innovation", None, None, "ทดลองใช้", "", PLACE[0]),
)


def make_technology(findings: dict[tuple[str, str], Finding]) -> Technology:
    """Channels with the given findings by name and measure, and the works."""
    channels = (
        Channel(item, "facebook", measure, finding, None, None, "", "") for (item, measure), finding in findings.items()
    )
    return Technology(tuple(channels), WORKS)
