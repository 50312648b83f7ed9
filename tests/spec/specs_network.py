"""How the network of partners is read: breakdowns by kind and stage, what became of ties, dependence on one partner."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.evidence.dependence import Dependence, Largest
from analysis.evidence.network import Tie
from i18n import Text
from tests.factories_network import make_network
from tests.observe import read_table
from tests.spec.spec import Spec

TIES = "partner rows"
SAID = {"1": "yes", "0": "no", "-": None}


@dataclass(frozen=True)
class NetworkSpec(Spec):
    """A specification of the rows of a partner sheet: ``tie 1`` is the first tie, ``after`` the dependence after."""

    def finding(self, subject: str) -> Tie | Dependence | Largest | None:
        """The tie of a number, or the dependence of the later round (with its largest partner)."""
        network = make_network(
            [
                (
                    row["unit"],
                    "government",
                    row["kind"].strip("-"),
                    row["stage"].strip("-"),
                    "",
                    (SAID[row["baseline"]], SAID[row["endline"]]),
                    (None, None if row["baht"] == "-" else float(row["baht"])),
                )
                for row in read_table(self.tables[TIES])
            ]
        )
        assert network is not None
        if subject.startswith("tie "):
            return network.ties[int(subject.removeprefix("tie ")) - 1]
        after = network.dependence[1]
        return {"after": after, "after.by_value": after.by_value, "after.by_ties": after.by_ties}[subject]


SPECS = (
    Spec(
        title=Text("ภาคีแยกตามลักษณะการสนับสนุนและขั้น", "Partners by kind of support and by stage"),
        rule=Text(
            "หน่วยงานที่มีหลายแถวนับหนึ่งครั้งในแต่ละลักษณะหรือแต่ละขั้นที่มีแถว ผลรวมของกลุ่มจึงอาจมากกว่าจำนวนหน่วยงาน "
            "ส่วนมูลค่าของแต่ละแถวอยู่ในกลุ่มของแถวนั้นเท่านั้น ผลรวมของกลุ่มจึงเท่ากับมูลค่ารวม",
            "A partner on several rows counts once in each kind or stage that it has a row of, so the groups may add "
            "up to more than the partners. The value of a row is in the group of that row alone, so the groups add up "
            "to the total.",
        ),
        tables={
            "partners": "unit support_kind stage baseline endline\n"
            "อบต. funding think 1 1\nอบต. equipment act 0 1\nมทร. research act 0 1\nมทร. research improve 0 1",
            "partner_support": "unit support_kind stage baseline endline\n"
            "อบต. funding think 10 20\nอบต. equipment act . 5\nมทร. research act . 40\nมทร. research improve . 30",
        },
        expected={
            "partners.endline": "2",
            "partners[support_kind=funding].endline": "1",
            "partners[support_kind=research].endline": "1",
            "partners[stage=act].baseline": "0",
            "partners[stage=act].endline": "2",
            "partner_support.endline": "(20 + 5) + (40 + 30)",
            "partner_support[support_kind=funding].endline": "20",
            "partner_support[support_kind=research].endline": "40 + 30",
            "partner_support[stage=act].endline": "5 + 40",
        },
    ),
    NetworkSpec(
        title=Text("รายการสนับสนุน", "Ties"),
        rule=Text(
            "หนึ่งรายการคือหน่วยงานหนึ่งกับลักษณะการสนับสนุน ขั้น และผู้รับหนึ่งชุด มีทั้งสองรอบคือต่อเนื่อง มีเฉพาะรอบหลังคือใหม่ "
            "มีเฉพาะรอบก่อนคือสิ้นสุด หากรอบใดไม่ทราบ หรืออีกรอบไม่ระบุลักษณะหรือขั้นไว้ ถือว่าไม่ทราบ ไม่นับเป็นใหม่หรือสิ้นสุด",
            "A tie is one partner with one kind of support, one stage and one receiver. In both rounds it is "
            "continuing, in the later alone new, in the earlier alone ended. Where a round is not known, or the other "
            "round leaves the kind or the stage open, it is not known, and neither new nor ended.",
        ),
        tables={
            TIES: "unit kind stage baseline endline baht\n"
            "อบต. funding think 1 1 100\nอบต. equipment act 0 1 50\nมทร. research act 1 0 -\nพช. training act - 1 20\n"
            "วช. - - 1 0 -\nวช. knowledge solve 0 1 30"
        },
        expected={
            "tie 1.status": "'continuing'",
            "tie 2.status": "'new'",
            "tie 3.status": "'ended'",
            "tie 4.status": "'not_known'",
            "tie 5.status": "'not_known'",
            "tie 6.status": "'not_known'",
        },
    ),
    NetworkSpec(
        title=Text("การพึ่งพาหน่วยงานเดียว", "Dependence on one partner"),
        rule=Text(
            "ส่วนของหน่วยงานที่ให้มากที่สุดคิดจากมูลค่าที่ทราบในรอบนั้น หน่วยงานที่ไม่ทราบมูลค่าบอกจำนวนไว้และมีคำเตือน W20 "
            "หากเกินครึ่งมีคำเตือน W22 หากไม่ทราบมูลค่าเลย คิดจากจำนวนรายการ จำนวนหน่วยงานเสมือนที่ให้เท่ากัน คือ 1 หาร "
            "ผลรวมของส่วนของแต่ละหน่วยงานยกกำลังสอง ยิ่งน้อยยิ่งพึ่งพาน้อยราย",
            "The largest partner's share is of the known value of the round; how many are not known is said, with "
            "caveat W20. Over half raises caveat W22. Where no value is known at all, it is the share of the ties. "
            "The number of partners that would share the value as evenly by giving the same is one over the sum of "
            "the squared shares: the fewer, the more rests on few.",
        ),
        tables={
            TIES: "unit kind stage baseline endline baht\n"
            "อบต. funding think 1 1 60\nมทร. research act 1 1 20\nมทร. knowledge solve 0 1 10\n"
            "พช. training act 0 1 10\nก. place share 0 1 -"
        },
        expected={
            "after.value": "60 + (20 + 10) + 10",
            "after.by_value.share": "60 / 100",
            "after.by_ties.share": "2 / 5",
            "after.equal_partners": "1 / ((60 / 100)**2 + (30 / 100)**2 + (10 / 100)**2)",
            "after.unknown": "1",
            "after.caveats": "('W20', 'W22')",
        },
    ),
)
