"""The methods document, made from the specifications: ``python -m pytest tests/spec --write-methods``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis import METHODS_VERSION
from dictionary.load import code_label
from dictionary.load_estimators import load_estimation, load_estimators
from dictionary.load_formulas import load_formulas
from dictionary.load_indicators import load_caveats
from dictionary.load_methods import load_method_rows
from tests.observe import read_table
from tests.spec import (
    specs_certainty,
    specs_chain,
    specs_comparison,
    specs_income,
    specs_judged,
    specs_material,
    specs_members,
    specs_network,
    specs_participation,
    specs_partners_summary,
    specs_prices,
    specs_rounds,
    specs_sroi,
)
from tests.spec.spec import TYPED, Spec, work_out

DOCUMENT = Path(__file__).parents[2] / "docs" / "methods.md"
CHAPTERS: dict[str, tuple[Spec, ...]] = {
    "สมาชิก · Members": specs_members.SPECS,
    "รายได้ · Income": specs_income.SPECS,
    "ความแน่นอนของผล · How sure a result is": specs_certainty.SPECS,
    "ภาคีและแผ่นสรุป · Partners and the summary sheet": specs_partners_summary.SPECS,
    "การมีส่วนร่วมและเทคโนโลยี · Participation and technology": specs_participation.SPECS,
    "กลุ่มเปรียบเทียบ · Comparison group": specs_comparison.SPECS,
    "หลายรอบ · Several rounds": specs_rounds.SPECS,
    "ราคาคงที่ · Constant prices": specs_prices.SPECS,
    "ภาคีเป็นเครือข่าย · Partners as a network": specs_network.SPECS,
    "ห่วงโซ่ผลลัพธ์และสามมิติ · Results chain and three dimensions": specs_chain.SPECS,
    "การใช้วัตถุดิบ · Use of the raw material": specs_material.SPECS,
    "ผลตอบแทนทางสังคม · Social return on investment": specs_sroi.SPECS,
    "ข้อควรระวัง ระดับหลักฐาน และสิ่งที่กล่าวได้ · Caveats, grade of evidence and claims": specs_judged.SPECS,
}
HEAD = f"""# วิธีคำนวณ · Methods

รุ่นของวิธีคำนวณ · Methods version **{METHODS_VERSION}**

เอกสารนี้พิมพ์จากการทดสอบใน `tests/spec` ทุกตัวเลขข้างล่างจึงตรงกับที่โปรแกรมคำนวณ (ข้อมูลสมมติ) ·
This document is printed by the tests in `tests/spec`: every figure below is what the program computes (invented data).

ในตาราง `-` คือช่องว่าง (ไม่ทราบ) และ `.` คือไม่มีแถว · In the tables `-` is a blank cell (unknown), `.` is no row at all.
"""


def write_methods() -> str:
    """The whole document as Markdown."""
    return (
        "\n".join(
            [
                HEAD,
                *_write_method_table(),
                *_write_estimators(),
                *_write_formulas(),
                *_write_caveats(),
                *_write_chapters(),
            ]
        ).rstrip()
        + "\n"
    )


def _write_chapters() -> Iterator[str]:
    for chapter, specs in CHAPTERS.items():
        yield f"## {chapter}\n"
        for spec in specs:
            yield from _write_spec(spec)


def _write_spec(spec: Spec) -> Iterator[str]:
    yield f"### {spec.title.th} · {spec.title.en}\n"
    yield f"{spec.rule.th}\n\n{spec.rule.en}\n"
    for key, text in spec.tables.items():
        yield f"`{'summary' if key == TYPED else key}`\n"
        yield from _write_table(read_table(text))
    yield "ผลที่ได้ · Result\n"
    yield from (_write_expected(place, arithmetic) for place, arithmetic in spec.expected.items())
    for indicator, units in spec.left_out.items():
        listed = ", ".join(f"{unit} (`{reason}`)" for unit, reason in units.items())
        yield f"- ไม่นำมาใช้และแสดงในรายการ · left out and listed, `{indicator}`: {listed}"
    yield ""


def _write_expected(place: str, arithmetic: str) -> str:
    value = work_out(arithmetic)
    told = f"{value:.6g}" if isinstance(value, float) else str(value)
    if isinstance(value, tuple) and all(isinstance(part, float) for part in value):
        told = " … ".join(f"{part:.6g}" for part in value)
    return f"- `{place}` = " + (f"**{told}**" if told == arithmetic else f"{_escape(arithmetic)} = **{told}**")


def _write_table(rows: list[dict[str, str]]) -> Iterator[str]:
    yield "| " + " | ".join(rows[0]) + " |"
    yield "|" + " --- |" * len(rows[0])
    yield from ("| " + " | ".join(row.values()) + " |" for row in rows)
    yield ""


def _write_method_table() -> Iterator[str]:
    yield "## ตารางวิธี · Table of methods\n"
    yield "| รหัส · code | การออกแบบ · design | วิธี · method |"
    yield "| --- | --- | --- |"
    for code, row in load_method_rows().items():
        thai, english = f"**{row.label.th}** {row.sentence.th}", f"**{row.label.en}** {row.sentence.en}"
        yield f"| `{code}` | {row.design} | {thai} · {english} |"
    yield ""


def _write_estimators() -> Iterator[str]:
    yield "## ค่าประมาณที่อยู่ข้างผลแต่ละข้อ · Estimates beside a finding\n"
    yield (
        "ตารางมาตรวัด × การออกแบบ (`dictionary/estimation.csv`) แถวแรกที่ตรงคือแถวที่ใช้ ผลต่างคือค่าหลังลบค่าก่อนเสมอ · "
        "Scale × design (`dictionary/estimation.csv`): the first row that fits holds. "
        "Differences are always after less before.\n"
    )
    yield "| มาตรวัด · scale | การออกแบบ · design | ค่าประมาณ · estimators |"
    yield "| --- | --- | --- |"
    for row in load_estimation():
        codes = ", ".join(f"`{code}`" for code in row.estimators)
        reason = code_label("reason", row.reason) if row.reason else None
        yield f"| {row.scale} | {row.design} | {codes}{f': {reason.th} · {reason.en}' if reason else ''} |"
    yield "\n| รหัส · code | ค่าประมาณ · estimate | สูตร · formula | ข้อสมมติ · assumption | ที่มา · reference |"
    yield "| --- | --- | --- | --- | --- |"
    for one in load_estimators().values():
        label, assumption = f"{one.label.th} · {one.label.en}", f"{one.assumption.th} · {one.assumption.en}"
        formula = " · ".join(dict.fromkeys((one.formula.th, one.formula.en))).replace("|", "∣")
        yield f"| `{one.code}` | {label} | {formula} | {assumption} | {one.reference} |"
    yield ""


def _write_formulas() -> Iterator[str]:
    yield "## สูตรของตัวเลขทุกชนิด · Formulas of every kind of figure\n"
    yield "| รหัส · code | ตัวเลข · figure | สูตร · formula | ข้อสมมติ · assumption | ที่มา · reference |"
    yield "| --- | --- | --- | --- | --- |"
    for one in load_formulas():
        told = (one.label, one.formula, one.assumption, one.reference)
        cells = (" · ".join(dict.fromkeys((text.th, text.en))) for text in told)
        yield f"| `{one.code}` | {' | '.join(cells)} |"
    yield ""


def _write_caveats() -> Iterator[str]:
    yield "## คำเตือน · Caveats\n"
    yield "| รหัส · code | คำเตือน · caveat |"
    yield "| --- | --- |"
    for code, row in load_caveats().items():
        yield f"| {code} | **{row.title.th}** {row.sentence.th} · **{row.title.en}** {row.sentence.en} |"
    yield ""


def _escape(arithmetic: str) -> str:
    return arithmetic.replace("**", "^").replace("*", "×").replace("-", "−")
