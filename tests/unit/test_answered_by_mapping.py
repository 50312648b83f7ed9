"""What the command line asks with exit 2 is answered by the mapping that it prints, filled in as it tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cli import main
from tests.build import Sheets, build

NAMES = [f"นาง{name} รักษ์ดี" for name in ("สมใจ", "มานี", "ปิติ", "ชูใจ", "วีระ", "สมคิด", "อรุณ", "ดวงใจ")]
BEFORE, AFTER = ("amount", "baseline"), ("amount", "endline")
VALUE_BEFORE, VALUE_AFTER = ("value", "baseline"), ("value", "endline")
WHO, NOTHING = ("name", ""), ("", "")
GAIN = 400.0

Answer = tuple[str, ...]


class Messy(NamedTuple):
    """Sheets that are asked about, what is answered of each header (or sheet), and the change that is found then."""

    sheets: Sheets
    answers: dict[str, Answer]
    table: str = "income"
    indicator: str = "member_income"
    change: float = GAIN


def people(first: int = 1000, *more: Any) -> list[list[Any]]:
    return [[name, first + n, first + n + int(GAIN), *more] for n, name in enumerate(NAMES)]


def visits(*said: str) -> list[list[Any]]:
    return [[name, text, 1000 + n + int(GAIN) * at] for at, text in enumerate(said) for n, name in enumerate(NAMES)]


def one_time(first: int) -> list[list[Any]]:
    return [["ชื่อ-สกุล", "รายได้ (บาท/เดือน)"], *([name, first + n] for n, name in enumerate(NAMES))]


BAHT = " (บาท/เดือน)"
MESSY = {
    "headers that nobody knows": Messy(
        {"ข้อมูล": [["ใคร", "แต่เดิม", "ตอนนี้", "ทุก"], *people(1000, "เดือน")]},
        {"ใคร": WHO, "แต่เดิม": BEFORE, "ตอนนี้": AFTER, "ทุก": ("period", "")},
    ),
    "words of visits in a column": Messy(
        {"สำรวจ": [["แบบสรุป"], [], ["ชื่อ-สกุล", "เก็บเมื่อ", "ได้เท่าไร"], *visits("ลงพื้นที่แรก", "ลงพื้นที่ซ้ำ")]},
        {
            "ชื่อ-สกุล": WHO,
            "เก็บเมื่อ": ("round", "", "ลงพื้นที่แรก=baseline", "ลงพื้นที่ซ้ำ=endline"),
            "ได้เท่าไร": ("amount", ""),
        },
    ),
    "two sheets whose names say nothing": Messy(
        {"ชุด1": one_time(1000), "ชุด2": one_time(1400)}, {"ชุด1": ("", "baseline"), "ชุด2": ("", "endline")}
    ),
    "years of two digits": Messy(
        {"Sheet1": [["ชื่อ-สกุล", "รายได้ปี 62" + BAHT, "รายได้ปี 64" + BAHT], *people()]},
        {"รายได้ปี 62" + BAHT: ("", "y2562"), "รายได้ปี 64" + BAHT: ("", "y2564")},
    ),
    "a header of two rows": Messy(
        {"Sheet1": [["ชื่อ", "หนต้น", None, "หนปลาย"], [None, "เงินเข้า", "เงินออก", "เงินเข้า"]]
         + [[name, 1000 + n, 5, 1400 + n] for n, name in enumerate(NAMES)]},
        {"ชื่อ": WHO, "หนต้น เงินเข้า": BEFORE, "หนต้น เงินออก": NOTHING, "หนปลาย เงินเข้า": AFTER},
    ),
    "a summary in other words": Messy(
        {"x": [["เรื่องที่วัด", "วัดเป็น", "ช่วงต้น", "ช่วงท้าย"], ["ขยะ", "กก.", 900, 500], ["น้ำ", "", 9, 8], ["ไฟ", "", 1, 2]]},
        {"เรื่องที่วัด": ("indicator", ""), "วัดเป็น": ("unit", ""), "ช่วงต้น": VALUE_BEFORE, "ช่วงท้าย": VALUE_AFTER},
        "summary",
        "custom_1",
        -GAIN,
    ),
    "partners under unknown headers": Messy(
        {"เครือข่าย": [["องค์กรที่มาช่วย", "ช่วงแรก", "ช่วงท้าย"], ["อบต.", "/", "/"], ["วัด", "", "/"], ["ธกส.", "", "/"]]},
        {"องค์กรที่มาช่วย": ("partner", ""), "ช่วงแรก": ("present", "baseline"), "ช่วงท้าย": ("present", "endline")},
        "partners",
        "partners",
        2,
    ),
    "several rounds": Messy(
        {"Sheet1": [["รหัส", "รอบต้น", "รอบกลาง", "รอบปลาย"], *([f"A{n}", n, n + 9, n + GAIN] for n in range(9))]},
        {"รหัส": ("member_id", ""), "รอบต้น": ("amount", "n1"), "รอบกลาง": ("amount", "n2"), "รอบปลาย": ("amount", "n3")},
    ),
    "scores of persons": Messy(
        {"Data": [["subject", "first score", "last score"], *([n + 1, 10.5 + n, 410.5 + n] for n in range(9))]},
        {"subject": ("member_id", ""), "first score": VALUE_BEFORE, "last score": VALUE_AFTER},
        "personal",
        "personal_1",
    ),
    "amounts that look like years": Messy(
        {"Sheet1": [["ชื่อ", "รายได้ครั้งโน้น", "รายได้ครั้งนี้"], *people(2100)]},
        {"ชื่อ": WHO, "รายได้ครั้งโน้น": BEFORE, "รายได้ครั้งนี้": AFTER},
    ),
    "headers misspelt": Messy(
        {"รายไดั": [["ชือ-สกล", "รายไดก่อน (บาทเดือน)", "รายไดหลัง (บาทเดือน)"], *people()]}, {}
    ),
}  # fmt: skip


def _fill(toml: str, messy: Messy) -> str:
    """The printed file with each ? replaced as answered, line by line, as a person would."""
    answer: Answer = NOTHING
    filled = []
    for line in toml.splitlines():
        key, _, value = line.partition(" = ")
        if key in {"header", "name"}:
            answer = messy.answers.get(json.loads(value), NOTHING)
        filled.append(_fill_line(line, answer, messy.table))
        if key == "column" and '"amount"' in filled[-1]:
            filled.append('period = "month"')
    return "\n".join(filled)


def _fill_line(line: str, answer: Answer, table: str) -> str:
    key, _, value = line.partition(" = ")
    if key == "# rounds" and len(answer) > len(NOTHING):
        pairs = (pair.split("=") for pair in answer[len(NOTHING) :])
        return f"rounds = {{ {', '.join(f'{json.dumps(text)} = {json.dumps(said)}' for text, said in pairs)} }}"
    said = {"table": table, "column": answer[0], "round": answer[1]}
    is_corrected = key == "column" and bool(answer[0])
    return f'{key} = "{said[key]}"' if is_corrected or value.startswith('"?"') else line


@pytest.mark.parametrize("messy", MESSY.values(), ids=MESSY)
def test_the_mapping_that_is_printed_answers_what_is_asked(
    messy: Messy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, mapping = tmp_path / "book.xlsx", tmp_path / "answer.toml"
    book.write_bytes(build(messy.sheets))
    assert main(["analyse", "--json", str(book)]) == 2
    asked = capsys.readouterr()
    assert asked.out == ""
    mapping.write_text(_fill("version = 1" + asked.err.partition("version = 1")[2], messy), encoding="utf-8")
    assert main(["analyse", "--json", str(book), "--mapping", str(mapping)]) == 0, capsys.readouterr().err
    findings = json.loads(capsys.readouterr().out)["findings"]
    found = next(one for one in findings if one["indicator"] == messy.indicator and not one["group"])
    assert found["difference"] == pytest.approx(messy.change), found
