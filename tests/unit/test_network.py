"""Partners as a network: what each row says, what became of each tie, and what rests on one partner."""

from __future__ import annotations

import json

import pytest

from analysis.evidence.dependence import Holding, measure_dependence
from analysis.evidence.network import Network, Tie
from analysis.evidence.tie_rows import Status
from i18n import Language
from ingest import InputFile
from ingest.partner_records import names_a_person
from project import find_changes, open_project
from reports.findings_json import write_json
from tests.build import Rows, build
from tests.factories_network import Row, make_network

HEAD = ["ชื่อหน่วยงาน", "ประเภทหน่วยงาน", "สนับสนุนด้าน", "ขั้นตอนที่ร่วม", "สนับสนุนใคร"]
ROUNDS = ["ร่วมงาน ก่อน", "ร่วมงาน หลัง", "มูลค่า ก่อน (บาท)", "มูลค่า หลัง (บาท)"]


def _open(sheets: dict[str, Rows]) -> Network:
    project = open_project([InputFile("book.xlsx", build(sheets))])
    assert {problem.code for problem in project.problems} <= {"missing_sheet", "no_project_sheet"}
    evidence = find_changes(project).evidence
    assert evidence is not None
    assert evidence.network is not None
    return evidence.network


def _told(ties: tuple[Tie, ...]) -> set[tuple[str, str, str, str, str]]:
    return {(tie.partner.name, tie.kind, tie.stage, tie.receiver, tie.status.value) for tie in ties}


def _tie(kind: str, stage: str, before: str | None, after: str | None) -> Row:
    return "ก", "government", kind, stage, "", (before, after), (None, None)


def test_a_row_says_who_supports_whom_in_which_stage_with_what() -> None:
    rows = [
        ["อบต. สมมติ", "ท้องถิ่น", "งบประมาณ", "ร่วมคิด", "กลุ่มทอผ้า", "ใช่", "ใช่", "๑๐,๐๐๐", 15000],
        ["อบต. สมมติ", "ท้องถิ่น", "วัสดุอุปกรณ์", "ร่วมทำ", "ทั้งกลุ่ม", "ไม่ใช่", "ใช่", None, 4000],
        ["วิทยาลัยสมมติ", "การศึกษา", "ฝึกอบรม", "ร่วมทำ", None, "ใช่", "ไม่ใช่", 2000, None],
    ]
    network = _open({"ภาคี": [["ทะเบียนภาคีเครือข่าย ปี ๒๕๖๗–๒๕๖๙"], [], [*HEAD, *ROUNDS], *rows]})
    assert _told(network.ties) == {
        ("อบต. สมมติ", "funding", "think", "กลุ่มทอผ้า", "continuing"),
        ("อบต. สมมติ", "equipment", "act", "", "new"),
        ("วิทยาลัยสมมติ", "training", "act", "", "ended"),
    }
    assert [partner.value for partner in network.partners] == [(10_000, 15_000 + 4_000), (2_000, 0)]
    assert [source.ranges for source in network.ties[1].sources] == [("A5:I5",)]


def test_before_and_after_may_stand_on_two_sheets() -> None:
    head = [*HEAD, "มูลค่า (บาท)"]
    network = _open(
        {
            "ภาคี ก่อน": [head, ["ก. สมมติ", "ภาครัฐ", "งบประมาณ", "ร่วมคิด", None, 500]],
            "ภาคี หลัง": [
                head,
                ["ก. สมมติ", "ภาครัฐ", "งบประมาณ", "ร่วมคิด", None, 700],
                ["ข. สมมติ", "เอกชน", "การตลาด", "ร่วมรับผล", None, None],
            ],
        }
    )
    assert _told(network.ties) == {
        ("ก. สมมติ", "funding", "think", "", "continuing"),
        ("ข. สมมติ", "market", "share", "", "new"),
    }
    assert [partner.value for partner in network.partners] == [(500, 700), (None, None)]
    assert network.dependence[1].unknown == 1
    assert "W20" in network.dependence[1].caveats


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("yes", "yes", Status.CONTINUING),
        ("no", "yes", Status.NEW),
        ("yes", "no", Status.ENDED),
        (None, "yes", Status.NOT_KNOWN),
        ("no", None, Status.NOT_KNOWN),
    ],
)
def test_what_became_of_a_tie_follows_from_both_rounds(before: str | None, after: str | None, status: Status) -> None:
    network = make_network([_tie("funding", "think", before, after)])
    assert network is not None
    assert [tie.status for tie in network.ties] == [status]
    assert [partner.status for partner in network.partners] == [status]


def test_who_was_there_in_neither_round_is_no_partner() -> None:
    assert make_network([_tie("funding", "think", "no", "no")]) is None


def test_a_partner_that_changes_what_it_gives_stays_while_one_tie_ends_and_another_begins() -> None:
    network = make_network([_tie("funding", "think", "yes", "no"), _tie("training", "act", "no", "yes")])
    assert network is not None
    assert [partner.status for partner in network.partners] == [Status.CONTINUING]
    assert [tie.status for tie in network.ties] == [Status.ENDED, Status.NEW]


def test_a_tie_told_less_exactly_in_the_other_round_is_neither_new_nor_ended() -> None:
    network = make_network([_tie("", "", "yes", "no"), _tie("training", "act", "no", "yes")])
    assert network is not None
    assert [tie.status for tie in network.ties] == [Status.NOT_KNOWN, Status.NOT_KNOWN]


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("นายสมมติ ตัวอย่าง", True),
        ("นางสาวสมมติ ตัวอย่าง", True),
        ("นายกิตติสมมติ ตัวอย่าง", True),
        ("Mrs. Example Name", True),
        ("นายกเทศมนตรีตำบลสมมติ", False),
        ("นายอำเภอเมืองสมมติ", False),
        ("นางรองพัฒนาสมมติ", False),
        ("อบต. สมมติ", False),
        ("บริษัท สมมติ จำกัด", False),
    ],
)
def test_a_name_is_taken_for_a_persons_by_its_title(name: str, is_person: bool) -> None:
    assert names_a_person(name) is is_person


def test_a_persons_name_reaches_neither_the_network_nor_the_json() -> None:
    rows = [
        ["นายสมมติ ตัวอย่าง", "เอกชน", "การตลาด", "ร่วมรับผล", None, "ใช่", "ใช่", 10, 20],
        ["นางสมมติ ตัวอย่าง", "เอกชน", "การตลาด", "ร่วมรับผล", None, "ใช่", "ใช่", 10, 20],
    ]
    project = open_project([InputFile("book.xlsx", build({"ภาคี": [[*HEAD, *ROUNDS], *rows]}))])
    findings = find_changes(project)
    text = write_json(findings, Language.TH)
    network = json.loads(text)["network"]
    assert "ตัวอย่าง" not in text
    assert [partner["name"] for partner in network["partners"]] == [None, None]
    assert [partner["sector"] for partner in network["partners"]] == ["private", "private"]
    assert [tie["partner"] for tie in network["ties"]] == [0, 1]


def test_the_json_holds_ties_with_their_cells_and_the_dependence_of_each_round() -> None:
    rows = [["อบต. สมมติ", "ท้องถิ่น", "งบประมาณ", "ร่วมคิด", "กลุ่มทอผ้า", "ใช่", "ใช่", 100, 300]]
    project = open_project([InputFile("book.xlsx", build({"ภาคี": [[*HEAD, *ROUNDS], *rows]}))])
    network = json.loads(write_json(find_changes(project), Language.EN))["network"]
    (tie,) = network["ties"]
    assert (tie["kind"], tie["stage"], tie["receiver"], tie["status"]) == (
        "funding",
        "think",
        "กลุ่มทอผ้า",
        "continuing",
    )
    assert tie["value"] == {"baseline": 100, "endline": 300}
    assert tie["sources"] == [{"file": "book.xlsx", "sheet": "ภาคี", "ranges": ["A2:I2"]}]
    assert network["dependence"]["endline"]["largest_by_value"] == {
        "name": "อบต. สมมติ",
        "sector": "local_authority",
        "share": 1,
        "equals": 1,
    }
    assert network["dependence"]["endline"]["caveats"] == ["W22"]


def _hold(name: str, value: float | None, ties: int = 1) -> Holding:
    return Holding(name, "private", value, ties, ())


def test_dependence_is_the_largest_share_of_the_known_value_and_of_the_ties() -> None:
    one = measure_dependence([_hold("ก", 60, 1), _hold("ข", 30, 3), _hold("ค", 10, 1), _hold("ง", None, 1)])
    assert one.by_value is not None
    assert one.by_ties is not None
    assert (one.by_value.name, one.by_value.share) == ("ก", 60 / (60 + 30 + 10))
    assert (one.by_ties.name, one.by_ties.share) == ("ข", 3 / (1 + 3 + 1 + 1))
    assert one.equal_partners == pytest.approx(1 / (0.6**2 + 0.3**2 + 0.1**2))
    assert (one.value, one.known, one.unknown) == (100, 3, 1)
    assert one.caveats == ("W20", "W22")


def test_of_several_that_give_the_same_it_is_said_that_they_do() -> None:
    one = measure_dependence([_hold("ก", 40), _hold("ข", 40), _hold("ค", 20)])
    assert one.by_value is not None
    assert (one.by_value.share, one.by_value.equals) == (0.4, 2)


def test_half_of_the_support_from_one_partner_is_not_yet_over_half() -> None:
    assert measure_dependence([_hold("ก", 50), _hold("ข", 50)]).caveats == ()


def test_without_any_value_the_ties_say_who_gives_most() -> None:
    one = measure_dependence([_hold("ก", None, 1), _hold("ข", None, 3)])
    assert one.value is None
    assert one.equal_partners is None
    assert one.leading is not None
    assert (one.leading.name, one.leading.share) == ("ข", 0.75)
    assert one.caveats == ("W22",)


def test_a_blank_on_a_row_that_is_not_there_leaves_the_partners_other_support_known() -> None:
    rows = [
        ["ก. สมมติ", "ภาครัฐ", "งบประมาณ", "ร่วมคิด", None, "ใช่", "ไม่ใช่", 100, None],
        ["ก. สมมติ", "ภาครัฐ", "ฝึกอบรม", "ร่วมทำ", None, "ไม่ใช่", "ใช่", None, 250],
    ]
    findings = find_changes(open_project([InputFile("book.xlsx", build({"ภาคี": [[*HEAD, *ROUNDS], *rows]}))]))
    support = findings.find("partner_support")
    assert support is not None
    assert (support.baseline, support.endline, support.missing) == (100, 250, "")
