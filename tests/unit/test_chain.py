"""The results chain: nodes on several rows, links by name, what is missing, and faults that rows show together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from analysis.evidence import Evidence
from analysis.evidence.chain import Chain, Goal
from analysis.evidence.chain_goals import know
from analysis.evidence.read_chain import find_next, read_chain
from dictionary.load_problems import describe
from dictionary.nouns import Better
from figures import draw_chart, look
from figures.catalogue import default_texts
from figures.chain_plan import node_slot, order_columns
from figures.chain_words import write_way
from figures.draw_chain import keep_some
from figures.targets import Aim, Score, count_met, write_score
from i18n import Language, word
from ingest import InputFile
from project import Project, find_changes, open_project
from tests.build import Sheets, build, codes, read
from tests.factories_chain import make_records
from tests.factories_figures import ROUNDS, make_finding, make_findings

MEMBERS = ["รหัสสมาชิก", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง"]
HEADS = ["ขั้นตอน", "ประเภทรายการ", "ส่งผลต่อ", "ตัววัด", "หน่วยนับ", "ค่า ก่อน", "ค่า หลัง", "ค่าเป้าหมาย", "เงื่อนไข", "แหล่งตรวจสอบ"]


def chain_of(*rows: Mapping[str, object]) -> Chain:
    found = read_chain(make_records("chain", rows), know((make_finding("household_debt", 80, 60),), ROUNDS))
    assert found is not None
    return found


def gaps_of(chain: Chain) -> set[tuple[str, str, str]]:
    return {(gap.code, gap.node, gap.subject) for gap in chain.gaps}


def open_sheets(sheets: Sheets) -> Project:
    return open_project([InputFile("book.xlsx", build(sheets))])


def test_a_node_on_several_rows_is_one_with_all_its_indicators_and_next_items() -> None:
    chain = chain_of(
        {"node": "Weaving course", "level": "activity", "leads_to": "skill", "indicator": "people", "target": 40},
        {"node": "weaving  COURSE", "level": "activity", "leads_to": "cloth", "indicator": "hours", "target": 9},
        {"node": "Skill", "level": "output"},
        {"node": "Cloth", "level": "output"},
    )
    assert [len(node.goals) for node in chain.nodes] == [2, 0, 0]
    assert [(link.start, link.end) for link in chain.links] == [
        ("Weaving course", "Skill"),
        ("Weaving course", "Cloth"),
    ]


@pytest.mark.parametrize("text", ["ก; ข", "ก；ข", "ก | ข", "ก, ข", "ก ข", "ก;ข;"])
def test_several_next_items_are_told_apart(text: str) -> None:
    assert find_next(text, {"ก": "ก", "ข": "ข"}) == (("ก", "ข"), ())


def test_a_name_that_no_node_has_is_a_problem_at_its_cell_and_no_link() -> None:
    chain = chain_of({"node": "a", "level": "input", "leads_to": "b; elsewhere"}, {"node": "b", "level": "output"})
    (problem,) = chain.problems
    assert (problem.code, problem.found, problem.cell) == ("chain_unknown_next", "elsewhere", "C2")
    assert [link.end for link in chain.links] == ["b"]
    assert "elsewhere" in describe(problem, Language.EN)


def test_a_link_to_an_earlier_level_is_drawn_and_doubted() -> None:
    chain = chain_of({"node": "a", "level": "outcome", "leads_to": "b"}, {"node": "b", "level": "input"})
    assert [problem.code for problem in chain.problems] == ["chain_goes_back"]
    assert [link.back for link in chain.links] == [True]


def test_links_in_a_circle_are_doubted_once() -> None:
    rows = [{"node": name, "level": "output", "leads_to": end} for name, end in ("ab", "bc", "ca")]
    chain = chain_of(*rows)
    assert [problem.code for problem in chain.problems] == ["chain_circle"]
    assert sum(link.round_trip for link in chain.links) == 1


def test_a_node_that_leads_to_itself_is_a_circle() -> None:
    chain = chain_of({"node": "a", "level": "output", "leads_to": "A"})
    assert [problem.code for problem in chain.problems] == ["chain_circle"]


def test_two_levels_of_one_node_are_a_problem_and_the_first_holds() -> None:
    chain = chain_of({"node": "a", "level": "output"}, {"node": "a", "level": "impact"})
    assert [(problem.code, problem.cell) for problem in chain.problems] == [("chain_levels_differ", "B3")]
    assert chain.nodes[0].level == "output"


def test_what_is_not_said_is_listed() -> None:
    chain = chain_of(
        {"node": "a", "level": "input", "leads_to": "b", "assumption": "time"},
        {"node": "b", "level": "output", "indicator": "looms", "value_endline": 5},
        {"node": "c", "level": "outcome", "leads_to": "d"},
        {"node": "d"},
    )
    assert gaps_of(chain) == {
        ("leads_nowhere", "b", ""),
        ("no_baseline", "b", "looms"),
        ("no_target", "b", "looms"),
        ("led_to_by_none", "c", ""),
        ("no_indicator", "c", ""),
        ("no_level", "d", ""),
        ("leads_nowhere", "d", ""),
        ("no_indicator", "d", ""),
        ("no_evidence", "a", "b"),
        ("no_evidence", "c", "d"),
        ("no_assumption", "c", "d"),
    }
    assert all(gap.source and gap.source.ranges for gap in chain.gaps)


def test_evidence_on_a_row_without_a_next_item_is_of_all_links_of_the_node() -> None:
    chain = chain_of(
        {"node": "a", "level": "input", "leads_to": "b"},
        {"node": "a", "level": "input", "evidence": "photo"},
        {"node": "b", "level": "output"},
    )
    assert [link.evidence for link in chain.links] == ["photo"]


@pytest.mark.parametrize("name", ["household_debt", "หนี้สินครัวเรือน", "Household  DEBT"])
def test_an_indicator_of_the_findings_has_their_values_and_says_so(name: str) -> None:
    row = {"node": "a", "level": "impact", "indicator": name, "value_baseline": 1, "value_endline": 2, "target": 50}
    goal = chain_of(row).nodes[0].goals[0]
    assert (goal.baseline, goal.actual, goal.target) == (80, 60, 50)
    assert goal.computed
    assert goal.overruled
    assert goal.attained == pytest.approx((80 - 60) / (80 - 50))


def test_typed_per_cent_is_a_share() -> None:
    row = {
        "node": "a",
        "level": "outcome",
        "indicator": "x",
        "unit": "ร้อยละ",
        "value_baseline": 20,
        "value_endline": 45,
    }
    goal = chain_of(row | {"target": 70}).nodes[0].goals[0]
    assert goal.unit == "share"
    assert [goal.baseline, goal.actual, goal.target] == [0.2, 0.45, pytest.approx(0.7)]
    assert goal.attained == pytest.approx((45 - 20) / (70 - 20))


def test_a_target_on_the_worse_side_gives_no_share_of_the_way() -> None:
    goal = Goal("debt", "thb", Better.LOWER, baseline=100, actual=90, target=120)
    assert goal.attained is None
    assert goal.met


def test_a_target_without_a_value_before_is_not_judged_where_nothing_says_which_way_is_better() -> None:
    rows = (
        {"node": "a", "level": "impact", "indicator": "Clean canal", "value_endline": 41, "target": 60},
        {"node": "a", "level": "impact", "indicator": "Trees", "value_endline": 70, "target": 60},
    )
    chain = chain_of(*rows)
    assert [goal.met for goal in chain.nodes[0].goals] == [None, None]
    assert ("no_baseline", "a", "Clean canal") in gaps_of(chain)


def test_a_row_of_the_chain_states_which_way_is_better() -> None:
    row = {"node": "a", "level": "impact", "indicator": "Smoke days", "value_endline": 9, "target": 10}
    assert [chain_of(row | {"better": way}).nodes[0].goals[0].met for way in ("lower", "higher")] == [True, False]


def test_a_target_that_cannot_be_judged_does_not_count_against_the_others_and_is_said() -> None:
    goals = (
        Goal("a", "kg", Better.NEITHER, actual=70, target=60),
        Goal("b", "kg", Better.NEITHER, baseline=50, actual=70, target=60),
        Goal("c", "kg", Better.HIGHER, baseline=50, actual=40, target=60),
    )
    assert count_met([Aim("outcome", "n", goal) for goal in goals]) == Score(met=1, away=1, judged=2, unjudged=1)
    assert write_way(goals[0], Language.EN) == "not known whether reached"
    assert "1 จาก 2" in write_score(count_met([Aim("outcome", "n", goal) for goal in goals]), Language.TH)


def test_targets_of_which_none_can_be_judged_are_not_told_as_missed() -> None:
    goal = Goal("a", "kg", Better.NEITHER, actual=70, target=60)
    told = write_score(count_met([Aim("outcome", "n", goal)]), Language.EN)
    assert told == "1 indicator with a target cannot be judged yet"
    assert write_score(count_met([]), Language.EN) == "no indicator has a target"


def test_the_target_of_an_indicator_that_is_neither_better_nor_worse_is_not_judged() -> None:
    row = {"node": "a", "level": "input", "indicator": "grant_income", "value_endline": 41, "target": 60}
    assert chain_of(row).nodes[0].goals[0].met is None


def test_no_chart_and_no_chain_without_a_row() -> None:
    assert read_chain((), know((), ROUNDS)) is None


def test_a_link_that_passes_a_column_has_a_lane_in_it() -> None:
    chain = chain_of({"node": "a", "level": "input", "leads_to": "b"}, {"node": "b", "level": "impact"})
    columns, (route,) = order_columns(chain)
    assert [len(column) for column in columns] == [1, 1, 1, 1, 1]
    assert route.slots == (node_slot("a"), *(column[0] for column in columns[1:4]), node_slot("b"))


def test_columns_are_ordered_so_that_links_do_not_cross() -> None:
    chain = chain_of(
        {"node": "a", "level": "input", "leads_to": "d"},
        {"node": "b", "level": "input", "leads_to": "c"},
        {"node": "c", "level": "activity"},
        {"node": "d", "level": "activity"},
    )
    columns, _ = order_columns(chain)
    order = [[name for _, _, name in column] for column in columns[:2]]
    assert order in ([["a", "b"], ["d", "c"]], [["b", "a"], ["c", "d"]])


def test_of_too_many_nodes_the_first_of_each_level_are_kept() -> None:
    rows = [{"node": f"{level}{n}", "level": level} for level in ("input", "output") for n in range(5)]
    assert [node.name for node in keep_some(chain_of(*rows), 3).nodes] == ["input0", "input1", "output0"]


def test_links_with_evidence_are_solid_and_those_without_dashed() -> None:
    figure = draw_chart(make_findings(), "chain", look(Language.TH, "word"))
    chain = make_findings().evidence.chain  # type: ignore[union-attr]
    lines = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines" and trace.text]
    assert [trace.line.dash == "solid" for trace in lines] == [bool(link.evidence) for link in chain.links]  # type: ignore[union-attr]


def test_a_messy_sheet_is_read_title_rows_synonyms_and_thai_digits() -> None:
    sheets = {
        "สมาชิก": [MEMBERS, ["ม1", "ใช่", "ใช่"], ["ม2", "ไม่ใช่", "ใช่"]],
        "ทฤษฎีการเปลี่ยนแปลง": [
            ["ทฤษฎีการเปลี่ยนแปลงของกลุ่ม ปี ๒๕๖๙"],
            [],
            HEADS,
            ["อบรม", "กิจกรรมหลัก", "ทอผ้าได้", "ผู้ผ่านการอบรม", "คน", "๑๒", "๑,๐๔๐", "๑,๒๐๐", "มีเวลา", "ใบลงชื่อ"],
            ["ทอผ้าได้", "ผลงาน", "", "จำนวนสมาชิกที่ปฏิบัติจริง", "", "", "", "๔", "", ""],
        ],
    }
    project = open_sheets(sheets)
    assert codes(project.problems) == []
    chain = find_changes(project).evidence.chain  # type: ignore[union-attr]
    assert chain is not None
    assert [(node.name, node.level) for node in chain.nodes] == [("อบรม", "activity"), ("ทอผ้าได้", "output")]
    first, second = (node.goals[0] for node in chain.nodes)
    assert (first.baseline, first.actual, first.target) == (12, 1040, 1200)
    assert (second.baseline, second.actual, second.target, second.computed) == (1, 2, 4, True)
    assert [(link.assumption, link.evidence) for link in chain.links] == [("มีเวลา", "ใบลงชื่อ")]


def test_a_fault_of_the_chain_stands_among_the_problems_of_the_project() -> None:
    rows = [HEADS, ["ก", "ผลผลิต", "ไม่มีจริง", "", "", "", "", "", "", ""]]
    project = open_sheets({"สมาชิก": [MEMBERS, ["ม1", "ใช่", "ใช่"]], "results chain": rows})
    assert "chain_unknown_next" in codes(project.problems)


def test_a_suppressed_indicator_shows_no_value() -> None:
    hidden = replace(make_finding("household_debt", None, None), suppressed=True)
    known = know((hidden,), ROUNDS)
    rows = make_records("chain", [{"node": "a", "level": "impact", "indicator": "household_debt", "target": 5}])
    chain = read_chain(rows, known)
    assert chain is not None
    assert chain.nodes[0].goals[0].missing == "suppressed"
    assert not any(gap.code in {"no_baseline", "no_actual"} for gap in chain.gaps)


def test_before_and_after_on_two_sheets_are_one_indicator_of_one_node() -> None:
    heads = ["รายการ", "ระดับ", "ตัวชี้วัด", "ค่า", "เป้าหมาย"]
    project = open_sheets(
        {
            "สมาชิก": [MEMBERS, ["ม1", "ใช่", "ใช่"]],
            "ห่วงโซ่ผลลัพธ์ ก่อน": [heads, ["ทอผ้าได้", "ผลผลิต", "ผืนต่อเดือน", 10, 40]],
            "ห่วงโซ่ผลลัพธ์ หลัง": [heads, ["ทอผ้าได้", "ผลผลิต", "ผืนต่อเดือน", 25, 40]],
        }
    )
    chain = find_changes(project).evidence.chain  # type: ignore[union-attr]
    assert chain is not None
    (goal,) = chain.nodes[0].goals
    assert (goal.baseline, goal.actual, goal.target) == (10, 25, 40)
    assert goal.attained == pytest.approx((25 - 10) / (40 - 10))
    assert len(goal.sources) == 2


LINKED = [
    ["Activity", "Weaving course", "Members can weave", "People trained", 0, 40, 45],
    ["Output", "Members can weave", None, "Members weaving", 2, 30, 35],
]


@pytest.mark.parametrize(
    "heads",
    [
        ["level", "source", "target", "indicator", "value_before", "value_after", "goal"],
        ["Type", "Source", "Target", "Indicator", "Baseline", "Actual", "Target value"],
        ["Level", "From", "To", "Indicator", "Baseline", "Achieved", "Target"],
        ["ระดับ", "รายการ", "นำไปสู่", "ตัวชี้วัด", "ค่าฐาน", "ผลที่ได้", "เป้าหมาย"],
    ],
)
def test_a_chain_is_read_below_the_headers_of_links_and_of_a_logframe(heads: list[str]) -> None:
    reading = read({"Results chain": [heads, *LINKED]})
    chain = read_chain(reading.records, know((), (reading.rounds[0], reading.rounds[1])))
    assert chain is not None
    assert [(one.start, one.end) for one in chain.links] == [("Weaving course", "Members can weave")]
    goals = [goal for node in chain.nodes for goal in node.goals]
    assert [(one.baseline, one.actual, one.target) for one in goals] == [(0, 40, 45), (2, 30, 35)]


def test_a_bar_that_is_cut_is_explained_in_the_note() -> None:
    way = {"indicator": "Trees", "value_baseline": 0, "target": 10, "better": "higher", "level": "output", "node": "a"}
    for reached, said in ((16, True), (15, False)):
        found = replace(make_findings(), evidence=Evidence(ROUNDS, chain=chain_of(way | {"value_endline": reached})))
        note = default_texts(found, "targets", Language.TH).note
        assert (word("figures.targets_cut", Language.TH) in note) is said
