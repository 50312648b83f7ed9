"""Value maps of other layouts: that of 2017, that with questions over two rows, and a Thai one."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.sroi import find_return, read_value_map
from analysis.sroi.checks import list_zeros
from i18n import Text
from ingest import InputFile, Reading, read_files
from tests.build import build, check, codes, find_problem, read

Grid = list[list[Any]]
LINES: list[dict[str, Any]] = [
    {"who": "Residents", "n": 30, "what": "Fewer falls", "by": "stays", "q": 7, "years": 2, "start": 1}
    | {"proxy": "A ward day", "value": 90, "dw": 0, "dp": 0, "at": 0.05, "drop": 0.5},
    {"what": "Fewer visits", "by": "visits", "q": 90, "years": 3, "start": 1}
    | {"proxy": "A visit", "value": 19, "dw": 0, "dp": 0, "at": 0.1, "drop": 0.1},
    {"who": "Council", "n": 1, "in": "Contract", "cost": 24_000},
    {"who": "Neighbours", "n": 40, "in": "Time", "cost": 1_000, "what": "Less help", "by": "trips", "q": 275}
    | {"years": 1, "start": 2, "proxy": "A delivery", "value": -5, "dw": 0.05, "dp": 0, "at": 0, "drop": 0},
]
MAP_OF_2017: Grid = [
    ["Value Map"],
    [],
    ["Stage 1", None, "Stage 2", None, None, "Stage 2", None, "Stage 3"],
    ["Who and how many?", None, "At what cost?", None, None, "What changes?", None, "How much?"],
    [
        *("Stakeholders", None, "Inputs", None, "Outputs", "Outcomes", "Indicator and source", "Quantity (scale)"),
        *("Amount of change per stakeholder (depth)", "Duration of outcomes", "Outcomes start", "Weighting"),
        *("Valuation approach (monetary)", "Monetary valuation", "Deadweight %", "Displacement %", "Attribution %"),
        *("Drop off %", "Impact calculation", "Calculating Social Return"),
    ],
    [
        *("Who do we have an effect on?\nWho has an effect on us?", "How many in group?"),
        "What will/did they invest and how much (money, time)?",
        "Financial value (for the total population for the accounting period)",
        *("Summary of activity in numbers.", "What is the change experienced by stakeholders?"),
        "How would you measure the described outcome, including any sources used?",
        *("Number of people experiencing described outcome.", "Describe the average amount of change experienced"),
        "How long (in years) does the outcome last for?",
        "Does it start in Period of activity (1) or in the Period after (2)?",
        *(None, "What did you use to value the change?", "Express the relative importance (value) of the outcome"),
        *("What would have happened without the activity?", "What activity would/did you displace?"),
        *("Who else contributed to the change?", "Does the outcome drop off in future years?"),
        "Number of people (quantity) times value, less deadweight, displacement and attribution",
        *("Year 0", "Year 1"),
    ],
    [*(None,) * 19, "Discount rate (%)", "6%"],
]
KEYS_OF_2017 = [
    "who",
    "n",
    "in",
    "cost",
    "out",
    "what",
    "by",
    "q",
    "depth",
    "years",
    "start",
    "weight",
    "proxy",
    "value",
    "dw",
    "dp",
    "at",
    "drop",
]
MAP_WITH_QUESTIONS: Grid = [
    ["Social Return on Investment - The Value Map", *(None,) * 16, "Discount rate", 0.06],
    ["Stage 1", None, None, "Stage 2"],
    [
        *("Stakeholders", "No in group", "Involved in process (determining outcomes)", "Inputs", None, "Outputs"),
        *("The Outcomes (what changes)", *(None,) * 8, "Deadweight %", "Displacement %", "Attribution %", "Drop off %"),
    ],
    [
        *("Who do we have an affect on? Who has an effect on us?", None, "Sample size", "What do they invest?"),
        "What is the value of the inputs in currency (only enter numbers)",
        *("Summary of activity in numbers", "Description", "Indicator", "Sample size", "Quantity", "Duration"),
        *("Outcomes start", "Financial Proxy", "Value in currency", "Source"),
        *("What would have happened without the activity?", "What activity did you displace?"),
        *("Who else contributed to the change?", "Does the outcome drop off in future years?"),
    ],
    [
        *((None,) * 6),
        *("How would the stakeholder describe the changes?", "How would you measure it?", "Sample size used"),
        *("How much change was there?", "How long does it last after end of activity? (Only enter numbers)"),
        "Does it start in period of activity (1) or in period after (2)",
        *("What proxy would you use to value the change?", "What is the value of the change? (Only enter numbers)"),
    ],
]
KEYS_WITH_QUESTIONS = [
    "who",
    "n",
    "asked",
    "in",
    "cost",
    "out",
    "what",
    "by",
    "sample",
    "q",
    "years",
    "start",
    "proxy",
    "value",
    "from",
    "dw",
    "dp",
    "at",
    "drop",
]
THAI_MAP: Grid = [
    ["แผนที่ผลลัพธ์", *(None,) * 12, "อัตราคิดลด", "6%"],
    [
        *("ผู้มีส่วนได้ส่วนเสีย", "จำนวน (คน)", "ปัจจัยนำเข้า", None, "ผลผลิต", "ผลลัพธ์", "ตัวชี้วัด", "ปริมาณ"),
        *("ระยะเวลา (ปี)", "เริ่มเกิดผล", "ตัวแทนค่าทางการเงิน", None, None, "ผลลัพธ์ส่วนเกิน (Deadweight)"),
        *("ผลลัพธ์ทดแทน (Displacement)", "ผลจากปัจจัยอื่น (Attribution)", "อัตราการลดลงของผลประโยชน์ (Drop-off)"),
    ],
    [*(None, None, "รายการ", "มูลค่า (บาท)"), *(None,) * 6, *("รายการ", "มูลค่า (บาท)", "แหล่งที่มา")],
]
KEYS_OF_THAI = [
    "who",
    "n",
    "in",
    "cost",
    "out",
    "what",
    "by",
    "q",
    "years",
    "start",
    "proxy",
    "value",
    "from",
    "dw",
    "dp",
    "at",
    "drop",
]
LAYOUTS = {
    "2017": (MAP_OF_2017, KEYS_OF_2017),
    "questions over two rows": (MAP_WITH_QUESTIONS, KEYS_WITH_QUESTIONS),
    "thai": (THAI_MAP, KEYS_OF_THAI),
}


def open_map(headers: Grid, keys: list[str], **words: dict[Any, Any]) -> Reading:
    """The reading of a layout with the lines below; ``words`` replace values of a key."""
    rows = [[words.get(key, {}).get(line.get(key), line.get(key)) for key in keys] for line in LINES]
    return check(read_files([InputFile("map.xlsx", build({"Value Map": [*headers, *rows]}))]))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_value_map_of_another_layout_is_read_without_a_question(layout: tuple[Grid, list[str]]) -> None:
    reading = open_map(*layout)
    assert reading.questions == ()
    value_map = read_value_map(reading.records)
    assert value_map is not None
    found = find_return(value_map)
    told = [(line.outcome.stakeholder, line.outcome.outcome, line.outcome.quantity) for line in found.lines]
    assert told == [
        ("Residents", "Fewer falls", 7),
        ("Residents", "Fewer visits", 90),
        ("Neighbours", "Less help", 275),
    ]
    assert [line.outcome.proxy for line in found.lines] == ["A ward day", "A visit", "A delivery"]
    falls, visits, help_lost = 7 * 90 * 0.95, 90 * 19 * 0.9, 275 * -5 * 0.95
    value = falls / 1.06 + falls * 0.5 / 1.06**2 + help_lost / 1.06**2
    value += sum(visits * 0.9**year / 1.06 ** (year + 1) for year in range(3))
    assert (found.inputs_thb, found.discount_rate) == (25_000, 0.06)
    assert found.present_value == pytest.approx(value)


def test_the_period_in_which_an_outcome_starts_may_be_said_in_words() -> None:
    for words in (
        {1: "Period of activity", 2: "Period after activity"},
        {1: "ระหว่างดำเนินโครงการ", 2: "หลังสิ้นสุดโครงการ"},
    ):
        reading = open_map(*LAYOUTS["thai"], start=words)
        assert not [one for one in reading.problems if one.code == "not_a_number"]
        value_map = read_value_map(reading.records)
        assert value_map is not None
        assert [one.start for one in value_map.outcomes if one.quantity] == [1, 1, 2]


def test_a_number_that_alone_may_be_the_quantity_is_the_quantity() -> None:
    headers = ["ผู้มีส่วนได้ส่วนเสีย", "จำนวน", "ผลลัพธ์", "ตัวแทนค่าทางการเงิน", "มูลค่า (บาท)"]
    reading = check(
        read_files([InputFile("a.xlsx", build({"SROI": [headers, ["ชุมชน", 12, "เหงาน้อยลง", "ค่าเดินทาง", 900]]}))])
    )
    value_map = read_value_map(reading.records)
    assert value_map is not None
    assert [(one.quantity, one.proxy_thb) for one in value_map.outcomes] == [(12, 900)]


HEADS = ["Stakeholder", "Outcome", "Quantity", "Financial proxy", "Proxy value", "Duration"]
LINE = ["Members", "Income", 2, "pay", 1000, 1]


@pytest.mark.parametrize("label", ["Total investment", "เงินลงทุนรวม"])
@pytest.mark.parametrize("below", [False, True])
def test_the_sum_of_all_inputs_beside_the_rows_is_what_was_put_in(label: str, below: bool) -> None:
    total: Grid = [[label, None, "£500" if below else 500]]
    rows = [HEADS, LINE, [], *total] if below else [*total, [], HEADS, LINE]
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": rows}))]))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    found = find_return(value_map)
    assert found.ratio == pytest.approx(2 * 1000 / 1.035 / 500)
    assert [source.ranges for source in (one.source for one in value_map.inputs)] == [("C4",) if below else ("C1",)]


def test_the_sum_of_all_inputs_is_not_added_to_the_inputs_of_the_rows() -> None:
    rows: Grid = [["Total inputs", 500], [], [*HEADS, "Input value"], [*LINE, 300], ["Office", *[None] * 5, 200]]
    value_map = read_value_map(check(read_files([InputFile("a.xlsx", build({"SROI": rows}))])).records)
    assert value_map is not None
    assert [one.amount for one in value_map.inputs] == [300, 200]


OWN_WORDS = [
    [
        *("Who", "How many", "Investment", "Amount invested", "What changed", "How much change", "How long (years)"),
        *("Monetary proxy", "Value (baht)", "Reference", "% deadweight", "% displacement", "% attribution"),
        "% drop off",
    ],
    [
        *("Stakeholder group", "No. of people", "Inputs", "Cost (THB)", "Outcome", "Units of change"),
        *("Benefit period (years)", "Proxy", "Proxy value (THB per unit)", "Proxy source"),
        *("Counterfactual", "Displacement", "Contribution of others", "Annual drop-off"),
    ],
    [
        *("กลุ่มผู้มีส่วนได้ส่วนเสีย", "จำนวน (คน)", "สิ่งที่ลงทุน", "งบประมาณ (บาท)", "ผลลัพธ์ที่เกิดขึ้น", "จำนวนที่เปลี่ยนแปลง"),
        *("จำนวนปีที่ผลคงอยู่", "Financial Proxy", "มูลค่าทางการเงิน (บาท/ปี)", "ที่มาของค่าแทน"),
        *("ส่วนที่จะเกิดขึ้นอยู่แล้ว", "การทดแทนที่อื่น", "ผลจากปัจจัยอื่น", "อัตราลดลงของผลลัพธ์ต่อปี"),
    ],
]


@pytest.mark.parametrize("headers", OWN_WORDS)
def test_a_value_map_in_words_of_its_own_is_read_without_a_question(headers: list[str]) -> None:
    line = ["กลุ่ม", 40, "เงิน", 250_000, "รายได้", 24, 3, "ค่าแรง", 18_000, "บัญชี", "20%", "10%", "25%", "20%"]
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": [headers, line]}))]))
    assert reading.questions == ()
    value_map = read_value_map(reading.records)
    assert value_map is not None
    first = 24 * 18_000 * 0.8 * 0.9 * 0.75
    value = sum(first * 0.8**year / 1.035 ** (year + 1) for year in range(3))
    assert find_return(value_map).ratio == pytest.approx(value / 250_000)


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("ส่วนที่เกิดจากโครงการ (Attribution)", Text("ส่วนที่เกิดจากผู้อื่น", "Attribution")),
        ("Attribution (ส่วนที่เกิดจากโครงการ)", Text("ส่วนที่เกิดจากโครงการ", "Share due to the project")),
    ],
)
def test_what_brackets_call_a_share_is_asked_about_where_the_words_before_say_the_opposite(
    header: str, asked: Text
) -> None:
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": [[*HEADS, header], [*LINE, "70%"]]}))]))
    assert [question.values["columns"] for question in reading.questions] == [asked]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("สิ่งที่เกิดขึ้นตามปกติ (Deadweight)", "deadweight"),
        ("การโยกย้ายผลไปที่อื่น (Displacement)", "displacement"),
        ("ความถดถอยของผล (Drop-off)", "drop_off"),
        ("ผลที่คงอยู่ในปีถัดไป (Drop-off)", None),
        ("ผลที่ไม่ได้เกิดขึ้นเอง (Deadweight)", None),
    ],
)
def test_a_standard_term_in_brackets_is_used_unless_the_words_before_may_turn_it(
    header: str, column: str | None
) -> None:
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": [[*HEADS, header], [*LINE, "30%"]]}))]))
    assert bool(reading.questions) == (column is None)
    value_map = read_value_map(reading.records)
    assert value_map is not None
    if column:
        assert value_map.outcomes[0].share(column) == pytest.approx(0.3)


@pytest.mark.parametrize("header", ["ส่วนที่เกิดจากโครงการ", "% due to the project", "สัดส่วนของโครงการ (%)"])
@pytest.mark.parametrize("typed", ["70%", 70])
def test_of_the_share_due_to_the_project_the_rest_of_the_whole_is_due_to_others(
    header: str, typed: float | str
) -> None:
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": [[*HEADS, header], [*LINE, typed]]}))]))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    assert reading.questions == ()
    assert value_map.outcomes[0].share("attribution") == pytest.approx(0.3)
    assert find_problem(reading, "sroi_own_share").cell == "G2"
    assert "attribution" not in {key for one in value_map.outcomes for key in list_zeros(one)}


def test_a_share_due_to_others_counts_before_that_due_to_the_project() -> None:
    heads, line = [*HEADS, "Attribution %", "ส่วนที่เกิดจากโครงการ (%)"], [*LINE, 25, 70]
    reading = check(read_files([InputFile("a.xlsx", build({"SROI": [heads, line]}))]))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    assert value_map.outcomes[0].share("attribution") == pytest.approx(0.25)
    assert "sroi_own_share" not in codes(reading.problems)


@pytest.mark.parametrize("title", [["Inputs"], []], ids=["under a title", "after a blank row"])
@pytest.mark.parametrize("who", [["Stakeholder"], []], ids=["by whom", "by nobody"])
def test_a_list_of_inputs_below_the_outcomes_is_what_was_put_in(title: list[str], who: list[str]) -> None:
    rows: Grid = [["Members", "Income", 20, "Wages", 12_000, 3], ["Village", "Less smoke", 50, "A mask", 500, 1]]
    listed: Grid = [[*who, "Inputs", "Value (THB)"], [*who, "Work", 40_000], [*who, "Budget", 60_000]]
    reading = check(read({"SROI": [HEADS, *rows, [], title, *listed, ["Total", *[None for _ in who], 100_000]]}))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    assert [one.amount for one in value_map.inputs] == [40_000, 60_000]
    assert len(value_map.outcomes) == 2
    assert not reading.questions


def test_a_bare_share_beside_per_cents_with_their_sign_is_a_share_and_said() -> None:
    rows: Grid = [["Members", "Income", 20, "Wages", 12_000, 3, "20%"], ["Village", "Smoke", 50, "A mask", 500, 1, 0.1]]
    reading = check(read({"SROI": [[*HEADS, "Deadweight"], *rows]}))
    value_map = read_value_map(reading.records)
    assert value_map is not None
    assert [one.shares[0] for one in value_map.outcomes] == pytest.approx([0.2, 0.1])
    assert find_problem(reading, "share_scale").cell == "G3"


def test_headers_of_a_name_and_its_question_and_people_who_experience_an_outcome_are_known() -> None:
    head = [
        *("Who do we have an effect on?", "Description: What do they invest?", "Value £"),
        *(
            "Description: How would you describe the change?",
            "Number experiencing outcome",
            "Financial Proxy",
            "Value £",
        ),
        *("Deadweight (%)", "Displacement (%)", "Attribution (%)", "Drop-off (%)", "Duration (years)", "Rationale"),
    ]
    rows = [
        ["Members", "Time", 2_000, "A job", 8, "Wage", 6_400, 25, 0, 40, 20, 3, "nobody else was displaced"],
        ["Council", "Grant", 15_000, *[None] * 10],
        ["Total", None, 17_000, None, 8, *[None] * 8],
    ]
    reading = read({"Value Map": [["Discount rate", "3.5%"], head, *rows]})
    assert reading.questions == ()
    told = read_value_map(reading.records)
    assert told is not None
    (one,) = (outcome for outcome in told.outcomes if outcome.quantity)
    assert (one.outcome, one.quantity, one.proxy_thb, one.shares) == ("A job", 8, 6_400, (0.25, 0, 0.4, 0.2))
    assert one.zero_reason
