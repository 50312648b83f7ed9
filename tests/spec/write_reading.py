"""The document of what is understood, made from the specifications: ``python -m pytest tests/spec --write-methods``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.build import Sheets
from tests.spec import specs_cells, specs_formats, specs_layouts, specs_mess, specs_people
from tests.spec.reading_spec import ReadingSpec

DOCUMENT = Path(__file__).parents[2] / "docs" / "reading.md"
CHAPTERS: dict[str, tuple[ReadingSpec, ...]] = {
    "ชนิดของไฟล์ · Kinds of files": specs_formats.SPECS,
    "รูปแบบของตาราง · Layouts": specs_layouts.SPECS,
    "ความไม่เรียบร้อยของตาราง · Mess in tables": specs_mess.SPECS,
    "ความไม่เรียบร้อยในเซลล์ · Mess in cells": specs_cells.SPECS,
    "ใครเป็นใครระหว่างรอบ · Who is who between the rounds": specs_people.SPECS,
}
PEOPLE = (
    "จับคู่ได้ · matched",
    "มีเฉพาะก่อน · only before",
    "มีเฉพาะหลัง · only after",
    "ซ้ำในรายชื่อ · twice on a list",
    "ไม่แน่ใจ ให้ผู้ใช้ตัดสิน · uncertain, offered",
)
HEAD = """# สมุดงานแบบใดที่อ่านได้ · What kinds of workbook are understood

เอกสารนี้พิมพ์จากการทดสอบใน `tests/spec` ทุกตัวอย่างข้างล่างถูกสร้างเป็นไฟล์และอ่านจริง (ข้อมูลสมมติ) ·
This document is printed by the tests in `tests/spec`: every example below is built as a file and read (invented data).
"""


def write_reading() -> str:
    """The whole document as Markdown."""
    return "\n".join([HEAD, *_write_chapters()]).rstrip() + "\n"


def _write_chapters() -> Iterator[str]:
    for chapter, specs in CHAPTERS.items():
        yield f"## {chapter}\n"
        for spec in specs:
            yield from _write_spec(spec)


def _write_spec(spec: ReadingSpec) -> Iterator[str]:
    yield f"### {spec.title.th} · {spec.title.en}\n"
    yield f"{spec.rule.th}\n\n{spec.rule.en}\n"
    for file, sheets in spec.files.items():
        yield from _write_sheets(file, sheets)
    for (unit, key), value in spec.expected.items():
        told = "ไม่ทราบ · not known" if value is None else f"{value:g}"
        yield f"- `{spec.indicator}` {unit} `{key}` = **{told}**"
    if spec.says:
        yield "- แจ้งให้ทราบ · said: " + ", ".join(f"`{code}`" for code in sorted(spec.says))
    if spec.left_out:
        yield "- แถวที่ไม่ใช้ · rows left out: " + ", ".join(f"`{reason}`" for reason in spec.left_out)
    if spec.people:
        counts = zip(PEOPLE, spec.people, strict=True)
        yield "- บุคคล · people: " + ", ".join(f"{name} **{number}**" for name, number in counts)
    yield ""


def _write_sheets(file: str, sheets: Sheets) -> Iterator[str]:
    for name, rows in sheets.items():
        width = max(map(len, rows))
        yield f"`{file}` → `{name}`\n"
        yield "|" + " |" * width
        yield "|" + " --- |" * width
        for row in rows:
            cells = ["" if cell is None else str(cell).replace("\n", "<br>") for cell in row]
            yield "| " + " | ".join([*cells, *[""] * (width - len(row))]) + " |"
        yield ""
