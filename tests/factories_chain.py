"""Rows of the results chain and of the effects, made by hand; all names and numbers are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from analysis.evidence import Evidence, gather_evidence
from analysis.evidence.index import weigh
from analysis.findings import Finding
from dictionary.load import load_columns, match_code
from dictionary.nouns import Round
from dictionary.records import Entry, Record

LONG = "ครัวเรือนที่นำเศษเหลือจากการปั่นใยกล้วยกลับมาใช้ประโยชน์ในแปลงเกษตรของตนเองต่อเนื่องทั้งปี"
NODES: tuple[Mapping[str, object], ...] = (
    {"node": "กี่ทอผ้า", "level": "input", "leads_to": "อบรมทอผ้า", "evidence": "ใบส่งของ", "assumption": "มีช่างสอน"},
    {"node": "อบรมทอผ้า", "level": "activity", "leads_to": f"สมาชิกทอผ้าได้; {LONG}", "evidence": "ใบลงชื่อ"},
    {"node": "สมาชิกทอผ้าได้", "level": "output", "leads_to": "ขายผ้าได้", "indicator": "members_active", "target": 50},
    {"node": "ขายผ้าได้", "level": "outcome", "leads_to": "หนี้ลดลง; สมาชิกทอผ้าได้", "indicator": "group_sales"},
    {"node": LONG, "level": "outcome", "indicator": "ครัวเรือนที่ใช้เศษเหลือ", "unit": "ครัวเรือน", "target": 60}
    | {"value_baseline": 4, "value_endline": 31},
    {"node": "หนี้ลดลง", "level": "impact", "indicator": "household_debt", "target": 50_000},
)
EFFECTS: tuple[Mapping[str, object], ...] = (
    {"effect": "น้ำทิ้งลงคลอง", "dimension": "environmental", "direction": "negative", "intended": "no", "unit": "ครัวเรือน"}
    | {"value_baseline": 0, "value_endline": 12, "response": "ทำบ่อพักน้ำ"},
    {"effect": LONG, "dimension": "social", "direction": "positive", "intended": "no", "who": "เยาวชน"},
    {"effect": "ราคาต้นกล้วยสูงขึ้น", "dimension": "economic", "direction": "negative", "response": "ยังไม่มี"},
)


def make_record(table: str, row: int, cells: Mapping[str, object]) -> Record:
    """A row by its columns; ``value_baseline`` is the column ``value`` in the round before. Blank cells are none."""
    kinds = {column.key: column for column in load_columns(table)}
    entries = {}
    for at, (name, value) in enumerate(cells.items()):
        column = name.removesuffix("_baseline").removesuffix("_endline")
        round_key = name.removeprefix(column).removeprefix("_")
        if value not in (None, ""):
            codelist = kinds[column].codelist
            number = float(value) if isinstance(value, int | float) else None
            code = match_code(codelist, str(value)) if codelist else None
            entries[column, round_key] = Entry(f"{chr(65 + at)}{row}", str(value), number, code)
    return Record(table, "book.xlsx", "ห่วงโซ่ผลลัพธ์" if table == "chain" else "ผลที่ไม่ได้ตั้งใจ", row, entries)


def make_records(table: str, rows: Sequence[Mapping[str, object]]) -> tuple[Record, ...]:
    """The rows of a sheet from row 2 on."""
    return tuple(make_record(table, at, cells) for at, cells in enumerate(rows, start=2))


def make_evidence(rounds: tuple[Round, Round], findings: Sequence[Finding]) -> Evidence:
    """A chain with a link that goes back, effects in all dimensions, and an index of equal weights."""
    records = (*make_records("chain", NODES), *make_records("effects", EFFECTS))
    evidence = gather_evidence(records, rounds, findings)
    changes = [finding for finding in findings if not finding.group and finding.baseline is not None]
    return replace(evidence, index=weigh(changes, {}, np.random.default_rng(1)))
