"""A number can be worked out again from the cells that it cites, and from nothing else."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from analysis.findings import Finding, Findings
from i18n import Language
from ingest import InputFile, read_files
from project import find_changes
from project.opening import make_project
from reports.findings_json import write_json
from tests.build import build

YES, NO = "ใช่", "ไม่ใช่"
BEFORE, AFTER = "C", "D"
Sheets = Mapping[str, list[list[object]]]
MONEY = st.one_of(st.integers(0, 9000), st.none())


@st.composite
def workbooks(draw: st.DrawFn) -> Sheets:
    """A list of members with their presence, and their incomes from one or two sources."""
    members: list[list[object]] = [["รหัสสมาชิก", "เพศ", "เป็นสมาชิก ก่อน", "เป็นสมาชิก หลัง", "หมู่บ้าน"]]
    incomes: list[list[object]] = [["รหัสสมาชิก", "แหล่งรายได้", "จำนวนเงิน ก่อน (บาท/เดือน)", "จำนวนเงิน หลัง (บาท/เดือน)"]]
    presence = st.sampled_from([YES, YES, YES, NO])
    for n in range(draw(st.integers(12, 30))):
        groups = draw(st.sampled_from(["หญิง", "ชาย", None])), draw(st.sampled_from(["ก", "ข"]))
        members.append([f"ม-{n}", groups[0], draw(presence), draw(presence), groups[1]])
        incomes += [
            [f"ม-{n}", source, draw(MONEY), draw(MONEY)] for source in ("ทอผ้า", "จักสาน")[: draw(st.integers(1, 2))]
        ]
    return {"สมาชิก": members, "รายได้": incomes}


def _open(sheets: Sheets) -> tuple[Findings, Mapping[str, Sequence[Cell]]]:
    """The findings, and the cells that each one of the whole project or of a village cites."""
    content = build(sheets)
    findings = find_changes(make_project(read_files([InputFile("book.xlsx", content)])))
    book = load_workbook(io.BytesIO(content))
    of_villages = (one for one in findings.findings if all(by == "village" for by, _ in one.group))
    cells = {_name(one): _list_cells(book, one) for one in of_villages}
    return findings, cells


def _name(finding: Finding) -> str:
    return " ".join((finding.indicator.key, *(value for _, value in finding.group)))


def _list_cells(book: Mapping[str, object], finding: Finding) -> list[Cell]:
    found: dict[tuple[str, str], Cell] = {}
    for source in finding.sources:
        for cells in source.ranges:
            area = book[source.sheet][cells]  # type: ignore[index]
            for cell in (one for row in (area if isinstance(area, tuple) else ((area,),)) for one in row):
                found[source.sheet, cell.coordinate] = cell
    return list(found.values())


def _values(cells: Sequence[Cell], column: str) -> list[object]:
    return [cell.value for cell in cells if cell.column_letter == column]


def _sum(cells: Sequence[Cell], column: str) -> float:
    return float(sum(value for value in _values(cells, column) if isinstance(value, int)))


def _find(findings: Findings, key: str) -> Finding:
    finding = findings.find(key)
    assert finding is not None
    return finding


@given(workbooks())
@settings(max_examples=8, deadline=None)
def test_counts_and_sums_follow_from_their_cells(sheets: Sheets) -> None:
    findings, cells = _open(sheets)
    active, total = _find(findings, "members_active"), _find(findings, "member_income_total")
    for column, count, amount in ((BEFORE, active.baseline, total.baseline), (AFTER, active.endline, total.endline)):
        assert count == _values(cells["members_active"], column).count(YES)
        if amount is not None:
            assert amount == pytest.approx(_sum(cells["member_income_total"], column))


@given(workbooks())
@settings(max_examples=8, deadline=None)
def test_paired_means_follow_from_their_cells_and_the_number_of_pairs(sheets: Sheets) -> None:
    findings, cells = _open(sheets)
    mean = _find(findings, "member_income")
    if mean.n_pairs:
        assert mean.baseline == pytest.approx(_sum(cells["member_income"], BEFORE) / mean.n_pairs)
        assert mean.endline == pytest.approx(_sum(cells["member_income"], AFTER) / mean.n_pairs)
    for village in ("ก", "ข"):
        group = findings.find("member_income", (("village", village),))
        if group and not group.suppressed and group.n_pairs and group.endline is not None:
            money = [one for one in cells[f"member_income {village}"] if one.parent.title == "รายได้"]
            assert group.endline == pytest.approx(_sum(money, AFTER) / group.n_pairs)


@given(workbooks())
@settings(max_examples=8, deadline=None)
def test_the_share_of_women_follows_from_its_cells(sheets: Sheets) -> None:
    findings, cells = _open(sheets)
    share = findings.find("women_share")
    if share is None or share.endline is None:
        return
    by_place = {cell.coordinate: cell.value for cell in cells["women_share"]}
    there = [cell.row for cell in cells["women_share"] if cell.column_letter == AFTER and cell.value == YES]
    sexes = [sex for row in there if (sex := by_place.get(f"B{row}"))]
    assert share.endline == pytest.approx(sexes.count("หญิง") / len(sexes))


@given(workbooks())
@settings(max_examples=5, deadline=None)
def test_every_number_of_the_json_that_is_shown_has_its_cells(sheets: Sheets) -> None:
    findings, _ = _open(sheets)
    for told in json.loads(write_json(findings, Language.EN))["findings"]:
        known = told["baseline"] is not None or told["endline"] is not None
        assert bool(told["sources"]) is (known and not told["suppressed"]) or told["endline"] in (0, None), told
