"""Each file that was made to do harm is refused, or read for the little it holds, before anything large is done."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.formats.biff import scan_biff
from ingest.formats.sheet import Unreadable
from ingest.workbooks import read_sheets
from tests import hostile


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (hostile.far_cell, "file_too_large"),
        (hostile.zip_bomb, "file_too_large"),
        (hostile.lying_bomb, "file_too_large"),
        (hostile.looped_ole, "file_damaged"),
        (hostile.deep_xml, "file_damaged"),
    ],
)
def test_it_is_refused_by_a_look_at_it(make: Callable[[], bytes], code: str) -> None:
    assert read_sheets(make()) == code


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "C:/evil.xml", "..\\evil.xml"])
def test_a_part_with_a_name_that_leads_elsewhere_makes_the_file_unusable(name: str) -> None:
    assert read_sheets(hostile.xlsx("<sheetData/>", {name: b"x"})) == "file_damaged"


def test_a_million_blank_rows_and_all_columns_cost_nothing() -> None:
    raw = read_sheets(hostile.wide_and_empty())
    assert not isinstance(raw, str)
    assert raw[0].cells.tolist() == [[1.0, 1.0]]


def test_entities_are_not_expanded() -> None:
    raw = read_sheets(hostile.entity_bomb())
    assert isinstance(raw, str) or sum(len(str(cell)) for cell in raw[0].cells.ravel()) < 100


def test_a_file_beside_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    raw = read_sheets(hostile.external_entity(str(secret)))
    assert isinstance(raw, str) or "SECRET" not in str(raw[0].cells)


def test_a_legacy_sheet_of_two_values_far_apart_is_refused_before_it_is_read() -> None:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def number(row: int, column: int) -> bytes:
        return record(0x203, struct.pack("<HHHd", row, column, 0, 1.0))

    head = record(0x809, bytes(16)) + record(0x85, struct.pack("<I", 33) + b"\x00\x00") + record(0x0A, b"")
    head = head.ljust(33, b"\x00")
    sheet = record(0x809, bytes(16)) + number(0, 0) + number(65_535, 255) + record(0x0A, b"")
    with pytest.raises(Unreadable, match="file_too_large"):
        scan_biff(head.replace(struct.pack("<I", 33), struct.pack("<I", len(head))) + sheet)
