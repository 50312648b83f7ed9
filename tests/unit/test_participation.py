"""Participation as people write it down: messy sheets, evidence, what did not take place, and what is told of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from analysis.evidence.participation import Participation
from analysis.findings import Findings
from dictionary.load import load_codes, match_code
from dictionary.load_indicators import load_units
from figures.kinds_participation import MatrixKind, TimelineKind
from i18n import Language
from ingest import InputFile, read_files
from ingest.opening import open_files
from ingest.proposals import propose_mappings
from reports.findings_json import write_json
from reports.findings_text import write_text
from tests.build import Sheets, build, codes, find, find_problem, read, sums, values
from ui.participation import detail_participation

HEAD = [
    *("กิจกรรม", "ขั้นการมีส่วนร่วม", "ผู้มีส่วนร่วม", "วันที่", "มีกิจกรรม ก่อน", "มีกิจกรรม หลัง"),
    *("จำนวนคน ก่อน", "จำนวนคน หลัง", "ระดับ ก่อน", "ระดับ หลัง", "หลักฐาน ก่อน", "หลักฐาน หลัง"),
]
NO = [None] * 2
MEETING = ["ประชุม", "ร่วมคิด", "ประชาชน", "15/6/2562", "ใช่", "ใช่", 20, 35, "ให้ข้อมูล", "ร่วมมือ", "บันทึก", "รายงาน"]
WEAVING = ["ทอผ้า", "ร่วมทำ", "ประชาชน", "ก.ค. 2562", "ไม่ใช่", "ใช่", None, 12, None, "เสริมอำนาจ", None, None]
SCHOOL = ["สอนออกแบบ", "ร่วมทำ", "สถานศึกษา", None, "ไม่ใช่", "ใช่", None, 8, None, "เข้ามาเกี่ยวข้อง", None, "ภาพ.jpg"]


def find_rows(*rows: Sequence[Any]) -> Findings:
    return find({"การมีส่วนร่วม": [HEAD, *rows]})


def told(findings: Findings) -> Participation:
    assert findings.evidence is not None
    assert findings.evidence.participation is not None
    return findings.evidence.participation


def both(findings: Findings, indicator: str, *group: tuple[str, str]) -> tuple[float | None, float | None]:
    finding = findings.find(indicator, group)
    assert finding is not None
    return finding.baseline, finding.endline


def test_stages_and_stakeholders_are_counted_once_however_many_activities_they_have() -> None:
    findings = find_rows(MEETING, WEAVING, SCHOOL)
    assert both(findings, "participation_activities") == (1, 3)
    assert both(findings, "participation_stages") == (1, 2)
    assert both(findings, "stakeholders_reached") == (1, 2)
    assert both(findings, "participation_activities", ("stage", "act")) == (0, 1 + 1)
    assert both(findings, "participation_activities", ("stage", "act"), ("stakeholder", "education")) == (0, 1)


def test_the_figure_of_rows_is_called_participations_of_parties_and_not_activities() -> None:
    findings = find_rows(MEETING, [*MEETING[:2], "ภาครัฐ", *MEETING[3:]])
    assert both(findings, "participation_activities") == (2, 2)
    finding = findings.find("participation_activities")
    assert finding is not None
    assert finding.indicator.label.en == "Participations of parties in activities"
    assert load_units()[finding.unit].label.th == "กิจกรรม-ฝ่าย"


def test_a_level_without_evidence_does_not_count_and_is_said_with_its_cell() -> None:
    findings = find_rows(MEETING, WEAVING, SCHOOL)
    assert both(findings, "participation_level") == (1, max(4, 3))
    problem = next(one for one in findings.problems if one.code == "level_without_evidence")
    assert (problem.cell, problem.found) == ("J3", "เสริมอำนาจ")
    level = findings.find("participation_level")
    assert level is not None
    assert "W20" in level.caveats
    assert level.relative_change is None
    assert told(findings).unproven == 1


def test_levels_are_counted_by_the_highest_of_each_activity() -> None:
    again = [*MEETING[:9], "เสริมอำนาจ", *MEETING[10:]]
    counts = told(find_rows(MEETING, [*again[:3], "1/8/2562", *again[4:]], SCHOOL)).levels
    assert counts == ((1, 0), (0, 0), (0, 1), (0, 0), (0, 1))


def test_an_activity_of_several_parties_and_stages_counts_once_where_activities_are_spoken_of() -> None:
    others = [[MEETING[0], "ร่วมทำ", party, *MEETING[3:9], "เสริมอำนาจ", *MEETING[10:]] for party in ("ภาครัฐ", "เอกชน")]
    findings = find_rows(MEETING, *others)
    assert told(findings).levels == ((1, 0), (0, 0), (0, 0), (0, 0), (0, 1))
    assert TimelineKind().texts(findings, Language.TH).title.startswith("จัดกิจกรรม 1 รายการ")


def test_figures_of_what_did_not_take_place_do_not_count_and_are_said() -> None:
    odd = [*WEAVING[:6], 30, 12, "ร่วมมือ", "เสริมอำนาจ", "รายงาน", "รายงาน"]
    findings = find_rows(MEETING, odd)
    assert both(findings, "participation_people") == (20, 35 + 12)
    assert both(findings, "participation_level") == (1, 5)
    assert {one.cell for one in findings.problems if one.code == "figure_of_nothing_held"} == {"G3", "I3"}


def test_one_column_of_evidence_is_evidence_for_every_round_in_which_the_activity_took_place() -> None:
    head = [*HEAD[:10], "หลักฐาน"]
    findings = find({"การมีส่วนร่วม": [head, [*MEETING[:10], "รายงานการประชุม"]]})
    assert both(findings, "participation_level") == (1, 4)


def test_a_stage_with_one_activity_that_took_place_is_covered_though_another_is_not_known() -> None:
    unknown = ["ตลาดนัด", "ร่วมคิด", "ประชาชน", None, None, None, *NO, *NO, *NO]
    findings = find_rows(MEETING, WEAVING, unknown)
    assert both(findings, "participation_stages") == (1, 2)
    assert both(findings, "participation_activities") == (1, 2)


def test_an_activity_without_stage_or_stakeholder_counts_but_has_no_place_and_is_said() -> None:
    findings = find_rows(MEETING, ["ตลาดนัด", None, "ประชาชน", None, "ใช่", "ใช่", 5, 5, *NO, *NO])
    assert both(findings, "participation_activities") == (2, 2)
    assert both(findings, "participation_stages") == (1, 1)
    problem = next(one for one in findings.problems if one.code == "activity_not_placed")
    assert (problem.cell, problem.allowed.en) == ("A3", "Stage")


def test_people_are_attendances_that_may_count_somebody_twice_and_small_numbers_are_hidden() -> None:
    findings = find_rows(MEETING, [*SCHOOL[:7], 2, *SCHOOL[8:]])
    people = findings.find("participation_people")
    assert people is not None
    assert (people.baseline, people.endline, "W21" in people.caveats) == (20, 35 + 2, True)
    few = findings.find("participation_people", (("stage", "act"),))
    assert few is not None
    assert (few.endline, few.suppressed) == (None, True)


def test_a_typed_number_of_stages_gives_way_to_the_rows() -> None:
    summary = [["ตัวชี้วัด", "หน่วย", "ค่า ก่อน", "ค่า หลัง"], ["Participation stage coverage", "ขั้น", 2, 5]]
    findings = find({"การมีส่วนร่วม": [HEAD, MEETING, WEAVING], "ตัวชี้วัด": summary})
    assert both(findings, "participation_stages") == (1, 2)
    aside = [one for one in findings.excluded if one.reason == "computed_from_rows"]
    assert [(one.indicator, one.row) for one in aside] == [("participation_stages", 2)]


def test_two_lists_in_other_words_below_titles_are_read_as_before_and_after() -> None:
    head = ["ชื่อกิจกรรม", "ขั้นตอนการมีส่วนร่วม", "ภาคส่วน", "วันเดือนปี", "จำนวนผู้เข้าร่วม", "IAP2", "เอกสารอ้างอิง"]
    title = ["ตารางสรุปการมีส่วนร่วม กลุ่มตัวอย่าง"]
    before = ["ประชุมกลุ่ม", "ร่วมวางแผน", "ชาวบ้าน", "๑๕ มิ.ย. ๒๕๖๒", "๒๐ คน", "ร่วมรับรู้", "รายงาน"]
    after = ["ประชุมกลุ่ม", "ร่วมคิดวางแผน", "ชุมชน", "15 มิ.ย. 2562", "35", "ความร่วมมือ", "รายงาน"]
    school = ["ออกแบบลาย", "ร่วมปฏิบัติ", "มหาวิทยาลัย", "2563", 8, "level 3", "https://example.org/x"]
    findings = find({"การมีส่วนร่วม ก่อน": [title, [], head, before], "การมีส่วนร่วม หลัง": [title, [], head, after, school]})
    assert both(findings, "participation_activities") == (1, 2)
    assert both(findings, "participation_people") == (20, 35 + 8)
    assert both(findings, "participation_level") == (1, 4)
    assert both(findings, "stakeholders_reached") == (1, 2)
    (meeting, lesson) = told(findings).activities
    assert [held.took_place for held in meeting.held] == [True, True]
    assert [held.people for held in lesson.held] == [None, 8]
    assert len(meeting.sources) == len({"before", "after"})


def test_activities_come_in_the_order_of_their_dates_and_those_without_one_last() -> None:
    names = [one.name for one in told(find_rows(SCHOOL, WEAVING, MEETING)).activities]
    assert names == ["ประชุม", "ทอผ้า", "สอนออกแบบ"]


def test_nobody_is_told_of_activities_where_only_some_members_are_looked_at() -> None:
    members = [["รหัสสมาชิก", "หมู่บ้าน", "เข้าร่วมก่อน", "เข้าร่วมหลัง"], *(["M" + str(n), "หมู่ 1", "ใช่", "ใช่"] for n in range(8))]
    sheets: Sheets = {"สมาชิก": members, "การมีส่วนร่วม": [HEAD, MEETING]}
    assert told(find(sheets)).activities
    part = find(sheets, {"village": "หมู่ 1"})
    assert part.evidence is not None
    assert part.evidence.participation is None


@pytest.mark.parametrize("language", list(Language))
def test_json_tells_that_there_is_evidence_and_never_what_it_says(language: Language) -> None:
    text = write_json(find_rows([*MEETING[:11], "ลงชื่อ นางสมมติ ตัวอย่าง"], WEAVING), language)
    assert "นางสมมติ" not in text
    participation = json.loads(text)["participation"]
    activity = participation["activities"][0]
    assert (activity["stage"], activity["stakeholder"], activity["from"]) == ("think", "citizens", "2019-06-15")
    assert [one["evidence"] for one in activity["rounds"]] == [True, True]
    assert [one["level"] for one in activity["rounds"]] == [1, 4]
    assert activity["stage_label"] == load_codes("participation_stage")["think"][language]
    assert participation["levels_without_evidence"] == 1
    assert [one["endline"] for one in participation["levels"]] == [0, 0, 0, 1, 0]


def test_a_blank_number_of_people_is_not_known_and_no_zero() -> None:
    blank = ["ตลาดนัด", "ร่วมทำ", "ประชาชน", None, "ใช่", "ใช่", 5, None, *NO, *NO]
    reading = read({"การมีส่วนร่วม": [HEAD, MEETING, blank]})
    assert values(reading, "participation_people")["act → citizens → ตลาดนัด", "endline"] is None
    assert codes(reading.problems) == []


def test_a_sheet_called_participation_is_one_although_it_does_not_say_what_took_place() -> None:
    heads = ["ขั้นตอน", "ผู้มีส่วนร่วม", "กิจกรรม", "จำนวนคน", "ระดับก่อน", "ระดับหลัง", "หลักฐาน"]
    rows = [
        ["ร่วมคิด", "ประชาชน", "เวที", 45, "ให้ข้อมูล", "ร่วมมือ", "รายงาน"],
        ["ร่วมทำ", "รัฐ", "งาน", 8, "", "ร่วมมือ", "ภาพ"],
    ]
    (sheet,) = read({"การมีส่วนร่วม": [heads, *rows]}).sheets
    assert sheet.table == "participation"


def test_a_bare_before_and_after_on_a_sheet_of_participation_tick_what_took_place() -> None:
    heads = ["Stage", "Stakeholder", "Activity", "Before", "After"]
    rows = [["Think", "Citizens", "Meeting", "✓", "✓"], ["Act", "Citizens", "Dyeing", "", "✓"]]
    found = find({"Participation": [heads, *rows]})
    covered = next(one for one in found.findings if one.indicator.key == "participation_stages" and not one.group)
    assert (covered.baseline, covered.endline) == (1, 2)


@pytest.mark.parametrize(
    ("said", "code"),
    [("หน่วยงานของรัฐ", "government"), ("มหาวิทยาลัย", "education"), ("บริษัท", "private"), ("local people", "citizens")],
)
def test_parties_are_known_by_what_offices_call_them(said: str, code: str) -> None:
    assert match_code("stakeholder", said) == code


STAGES = ["ร่วมคิด", "ร่วมทำ", "ร่วมรับผล"]
PARTIES = ["ประชาชน", "เครือข่าย", "ภาครัฐ"]
COUNTS: dict[str, list[list[int | None]]] = {
    "ก่อน": [[2, 0, None], [1, 0, 1], [0, 0, 0]],
    "หลัง": [[5, 2, 1], [4, 1, 1], [3, None, 0]],
}


def _count(sheets: Sheets) -> tuple[dict[str, object], set[str]]:
    found = find(sheets)
    keys = ("participation_activities", "participation_stages", "stakeholders_reached")
    wanted = {key: found.find(key) for key in keys}
    pair = found.find("participation_activities", (("stage", "think"), ("stakeholder", "citizens")))
    told: dict[str, object] = {key: (one.baseline, one.endline) for key, one in {**wanted, "pair": pair}.items() if one}
    return told, set(codes(read(sheets).problems))


def _rows(side: str) -> list[list[Any]]:
    return [[stage, *counts] for stage, counts in zip(STAGES, COUNTS[side], strict=True)]


MATRICES: list[Sheets] = [
    {f"การมีส่วนร่วม {side}": [["ขั้น", *PARTIES], *_rows(side)] for side in COUNTS},
    {
        "Sheet1": [
            ["จำนวนกิจกรรมแต่ละขั้น"],
            ["ขั้น", "ก่อน", None, None, "หลัง", None, None],
            [None, *PARTIES, *PARTIES],
            *([*first, *last[1:]] for first, last in zip(_rows("ก่อน"), _rows("หลัง"), strict=True)),
        ]
    },
    {
        "Sheet1": [
            ["ฝ่าย", *(f"{stage} {side}" for stage in STAGES for side in COUNTS)],
            *(
                [party, *(COUNTS[side][row][column] for row in range(3) for side in COUNTS)]
                for column, party in enumerate(PARTIES)
            ),
            ["รวม", 3, 8, 2, 6, 0, 3],
        ]
    },
]


@pytest.mark.parametrize("sheets", MATRICES)
def test_a_matrix_of_stages_and_parties_is_read_as_numbers_of_activities(sheets: Sheets) -> None:
    told, problems = _count(sheets)
    assert told == {
        "participation_activities": (2 + 1 + 1, 5 + 2 + 1 + 4 + 1 + 1 + 3),
        "participation_stages": (2, 3),
        "stakeholders_reached": (2, 3),
        "pair": (2, 5),
    }
    assert "participation_matrix" in problems
    assert not problems & {"missing_column", "numbers_not_used", "round_not_stated"}


def test_a_matrix_whose_title_says_people_is_one_of_people() -> None:
    rows = [["จำนวนผู้เข้าร่วม (คน)"], ["ขั้น", *PARTIES]]
    sheets: Sheets = {f"การมีส่วนร่วม {side}": [*rows, *_rows(side)] for side in COUNTS}
    found = find(sheets)
    people = found.find("participation_people")
    assert people is not None
    assert (people.baseline, people.endline) == (4, 17)


def test_levels_of_stages_without_activities_tell_which_stages_are_covered() -> None:
    heads = ["ขั้น", "ฝ่าย", "ระดับ ก่อน", "ระดับ หลัง", "หลักฐาน"]
    rows = [["ร่วมคิด", "ประชาชน", "รับรู้", "ร่วมมือ", "รายงาน"], ["ร่วมทำ", "ภาครัฐ", None, "ปรึกษา", "ภาพ"]]
    found = find({"การมีส่วนร่วม": [heads, *rows]})
    stages, level = found.find("participation_stages"), found.find("participation_level")
    assert stages is not None
    assert level is not None
    assert ((stages.baseline, stages.endline), (level.baseline, level.endline)) == ((1, 2), (1, 4))


def test_where_no_column_says_what_took_place_people_and_levels_do_and_it_is_said() -> None:
    heads = ["กิจกรรม", "ขั้น", "ฝ่าย", "จำนวนคน ก่อน", "จำนวนคน หลัง"]
    sheets: Sheets = {"การมีส่วนร่วม": [heads, ["เวที", "ร่วมคิด", "ประชาชน", 10, 20], ["ทอผ้า", "ร่วมทำ", "ประชาชน", 0, 15]]}
    told, problems = _count(sheets)
    assert told["participation_stages"] == (1, 2)
    assert "presence_from_figures" in problems


def test_a_number_of_activities_in_a_row_counts_that_many() -> None:
    heads = ["ขั้น", "ฝ่าย", "จำนวนกิจกรรม ก่อน", "จำนวนกิจกรรม หลัง"]
    told, _ = _count({"การมีส่วนร่วม": [heads, ["ร่วมคิด", "ประชาชน", 2, 5], ["ร่วมทำ", "ภาครัฐ", 0, 3]]})
    assert told["participation_activities"] == (2, 8)


def test_a_matrix_of_no_round_is_asked_about_once() -> None:
    reading = read({"การมีส่วนร่วม": [["ขั้น", *PARTIES], *_rows("หลัง")]})
    assert len(reading.questions) == 1


def test_a_number_of_people_below_zero_is_not_known_and_takes_nothing_from_the_others() -> None:
    head = ["กิจกรรม", "ขั้นการมีส่วนร่วม", "ผู้มีส่วนร่วม", "มีกิจกรรม ก่อน", "มีกิจกรรม หลัง", "จำนวนคน ก่อน", "จำนวนคน หลัง"]
    rows = [["ประชุม", "ร่วมคิด", "ประชาชน", "ใช่", "ใช่", 12, -5], ["ทอผ้า", "ร่วมทำ", "ประชาชน", "ใช่", "ใช่", 12, 40]]
    reading = read({"การมีส่วนร่วม": [head, *rows]})
    assert sums(reading, "participation_people") == {"baseline": 12 + 12, "endline": 40}
    assert find_problem(reading, "count_negative").cell == "G2"


def test_a_word_that_is_no_stage_and_no_stakeholder_is_none_more_of_either() -> None:
    head = ["กิจกรรม", "ขั้นการมีส่วนร่วม", "ผู้มีส่วนร่วม", "มีกิจกรรม ก่อน", "มีกิจกรรม หลัง"]
    rows = [["ประชุม", "ร่วมคิด", "ประชาชน", "ใช่", "ใช่"], ["เวที", "ร่วมทำ, ร่วมคิด", "ผู้ใหญ่บ้าน", "ไม่ใช่", "ใช่"]]
    found = find({"การมีส่วนร่วม": [head, *rows]})
    told = {key: found.find(key) for key in ("participation_stages", "stakeholders_reached")}
    assert {key: (one.baseline, one.endline) for key, one in told.items() if one} == dict.fromkeys(told, (1, 1))


TICKED: Sheets = {
    "ตาราง": [
        ["ขั้น", "กิจกรรม", "ก่อนโครงการ", None, "หลังโครงการ", None],
        [None, None, "ชาวบ้าน", "อบต.", "ชาวบ้าน", "อบต."],
        ["1. ร่วมคิด", "ประชุม", "✓", None, "✓", "✓"],
        [None, "เวที", None, None, "✓", None],
        [None, "ศึกษาดูงาน", None, None, "✓", None],
        ["2. ร่วมทำ", "ปลูกหม่อน", None, None, "✓", "✓"],
        ["รวม", None, 1, 0, 4, 2],
    ]
}


def test_ticks_of_activities_under_parties_are_read_as_who_took_part_in_what() -> None:
    found = find(TICKED)
    counted = {
        "participation_activities": both(found, "participation_activities"),
        "participation_stages": both(found, "participation_stages"),
        "think": both(found, "participation_activities", ("stage", "think"), ("stakeholder", "citizens")),
        "act": both(found, "participation_activities", ("stage", "act"), ("stakeholder", "government")),
    }
    expected = {"participation_activities": (1, 4 + 2), "participation_stages": (1, 2), "think": (1, 3), "act": (0, 1)}
    assert counted == expected
    assert {one.name for one in told(found).activities} == {"ประชุม", "เวที", "ศึกษาดูงาน", "ปลูกหม่อน"}
    reading = read(TICKED)
    assert find_problem(reading, "participation_matrix_ticks").cell == "A2"
    said = {one.found: one.cell for one in reading.problems if one.code == "code_by_word"}
    assert said == {"“ชาวบ้าน”": "C2", "“อบต.”": "D2"}


@pytest.mark.parametrize("sheets", [*MATRICES, TICKED])
def test_a_matrix_is_read_the_same_from_the_mapping_that_was_written_of_it(sheets: Sheets) -> None:
    files = [InputFile("matrix.xlsx", build(sheets))]
    mappings = [one.mapping for file in open_files(files) for one in propose_mappings(file)]
    told = read_files(files, mappings=mappings)
    assert sorted(told.observations["value"]) == sorted(read_files(files).observations["value"])
    assert any(code.startswith("participation_matrix") for code in codes(told.problems))


PLACED = ["ชาวบ้าน", "ข้าราชการ", "เยาวชน", "กรรมการ", "ผู้สูงอายุ", "ผู้นำชุมชน", "ปราชญ์ชาวบ้าน", "ครู", "พ่อค้า"]


@pytest.mark.parametrize("said", PLACED)
def test_words_for_people_have_the_party_that_they_surely_are(said: str) -> None:
    sure = {"ข้าราชการ": "government", "ครู": "education", "พ่อค้า": "private"}
    assert match_code("stakeholder", said) == sure.get(said, "citizens")


def _find_with_an_unknown_party() -> Findings:
    return find_rows(MEETING, WEAVING, [SCHOOL[0], "ร่วมทำ", "ลูกเสือชาวบ้านรุ่นสอง", *SCHOOL[3:]])


def test_activities_without_a_cell_are_counted_in_the_pictures_title_and_note_and_on_the_page() -> None:
    found = _find_with_an_unknown_party()
    texts = MatrixKind().texts(found, Language.TH)
    assert texts.title.endswith("หลังโครงการมีกิจกรรม 2 จาก 25 ช่อง และอีก 1 กิจกรรม-ฝ่ายไม่ทราบช่อง")
    told = "อีก 0 กิจกรรม-ฝ่าย (ก่อน) และ 1 (หลัง) ไม่อยู่ในตาราง แต่นับในยอดรวม เพราะไม่ได้ระบุผู้มีส่วนร่วม"
    assert told in texts.note
    assert told in detail_participation(found, Language.TH)
    assert "2 จาก 25 ช่อง" in detail_participation(found, Language.TH)


def test_json_counts_the_activities_that_stand_in_no_cell_by_what_is_not_known() -> None:
    told = json.loads(write_json(_find_with_an_unknown_party(), Language.EN))["participation"]
    assert told["not_in_matrix"] == {"stage_not_known": 0, "stakeholder_not_known": 1}


def test_the_command_line_names_no_group_not_stated_twice() -> None:
    text = write_text(_find_with_an_unknown_party(), Language.TH)
    assert "ไม่ได้ระบุ · ไม่ได้ระบุ" not in text
    assert "นับแยกตามฝ่าย · ไม่ทราบขั้นหรือฝ่าย: 0 → 1" in text


def test_a_word_read_as_another_is_said_once_with_its_cells_and_a_form_of_the_name_is_not() -> None:
    others = [[f"งาน {n}", "ร่วมตัดสินใจ", "ภาคประชาชน", *MEETING[3:]] for n in range(2)]
    reading = read({"การมีส่วนร่วม": [HEAD, *others, ["ดับไฟ", "ร่วมแก้ปัญหา", "ประชาชน", *MEETING[3:]]]})
    (note,) = (one for one in reading.problems if one.code == "code_by_word")
    assert (note.cell, note.found, note.allowed.th) == ("B2:B3", "“ร่วมตัดสินใจ” × 2", "ร่วมคิด")


def test_a_kind_of_support_that_is_none_of_the_list_is_said_with_its_cell() -> None:
    head = ["ชื่อหน่วยงาน", "ภาคส่วน", "ลักษณะการสนับสนุน", "ก่อน", "หลัง"]
    rows = [["ก", "ภาครัฐ", "อาหารกลางวัน", "✓", "✓"], ["ข", "ภาครัฐ", "แรงงานอาสา", "✓", "✓"]]
    sheets: Sheets = {"ภาคีเครือข่าย": [head, *rows, ["ค", "ภาคเอกชน", "รับซื้อผลผลิต", "", "✓"]]}
    assert find_problem(read(sheets), "unknown_support").cell == "C2"
    found = find(sheets)
    kinds = {one.group[0][1] for one in found.findings if one.group and one.group[0][0] == "support_kind"}
    assert kinds == {"อาหารกลางวัน", "labour", "market"}
