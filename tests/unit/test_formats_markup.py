"""HTML and XML saved as .xls: tables with merges, in Thai encodings, nothing fetched."""

from __future__ import annotations

import pytest

from ingest.workbooks import RawSheet, read_sheets


def read_all(content: bytes) -> tuple[RawSheet, ...]:
    raw = read_sheets(content)
    assert not isinstance(raw, str), raw
    return raw


def html(body: str, charset: str = "utf-8") -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}</head><body>{body}</body></html>"


TABLE = "<table><tr><th>รหัส</th><th>ก่อน</th></tr><tr><td>ม1</td><td>12,500</td></tr></table>"
CELLS = [["รหัส", "ก่อน"], ["ม1", "12,500"]]


@pytest.mark.parametrize(
    ("form", "stated"),
    [("utf-8", "utf-8"), ("cp874", "tis-620"), ("cp874", "windows-874"), ("utf-8", "tis-620"), ("utf-16", "utf-16")],
)
def test_a_thai_table_is_read_in_its_encoding_even_where_another_is_stated(form: str, stated: str) -> None:
    (sheet,) = read_all(html(TABLE, stated).encode(form))
    assert sheet.cells.tolist() == CELLS


def test_cells_that_span_columns_and_rows_are_merges_with_their_value_once() -> None:
    head = "<tr><td rowspan=2>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr>"
    rows = f"{head}<tr><td>1</td><td>2</td><td>3</td></tr>"
    (sheet,) = read_all(html(f"<table><tbody>{rows}</tbody></table>").encode())
    assert sheet.cells.tolist() == [["a", "b", ""], ["", "c", "d"], ["1", "2", "3"]]
    assert sheet.merges == ((0, 0, 1, 0), (0, 1, 0, 2))


def test_each_table_with_data_is_a_sheet_and_one_for_layout_is_none() -> None:
    layout = f"<table><tr><td>{TABLE}</td><td>{TABLE}</td></tr></table><table><tr><td> </td></tr></table>"
    sheets = read_all(html(layout).encode())
    assert [(sheet.name, sheet.cells.tolist()) for sheet in sheets] == [("Sheet1", CELLS), ("Sheet2", CELLS)]


def test_line_breaks_spaces_and_hidden_scripts_in_a_cell() -> None:
    cell = "<td>ปี<br>2554&nbsp; (บาท) <script>x()</script></td><td><b>1</b></td>"
    (sheet,) = read_all(html(f"<table><tr>{cell}</tr></table>").encode())
    assert sheet.cells.tolist() == [["ปี\n2554 (บาท)", "1"]]


def test_a_page_without_a_table_says_so() -> None:
    assert read_sheets(html("<p>ไม่มีตาราง</p>").encode()) == "file_is_text"


def test_a_cell_that_claims_a_billion_columns_takes_no_more_than_a_browser_gives() -> None:
    (sheet,) = read_all(html("<table><tr><td colspan=999999>a</td><td>b</td></tr></table>").encode())
    assert sheet.cells.shape == (1, 1001)


XML = """<?xml version="1.0" encoding="UTF-8"?>{doctype}
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="สมาชิก"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">หัว</Data></Cell>
<Cell><Data ss:Type="String">{text}</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">5</Data></Cell>
<Cell ss:Formula="=A1*2"/><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_a_workbook_of_excel_2003_in_xml_gives_its_merges_hidden_rows_and_formulas() -> None:
    (sheet,) = read_all(XML.format(doctype="", text="ก่อน").encode())
    assert sheet.name == "สมาชิก"
    assert sheet.cells.tolist() == [["หัว", "", "ก่อน", ""], ["", "", "", ""], ["", 5.0, "=A1*2", "#REF!"]]
    assert (sheet.merges, sheet.hidden_rows) == (((0, 0, 0, 1),), 1)


def test_entities_are_neither_expanded_nor_fetched_but_refused() -> None:
    doctype = f'<!DOCTYPE w [<!ENTITY b "{"b" * 1000}"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    for form in ("utf-8", "utf-16"):
        assert read_sheets(XML.format(doctype=doctype, text="x&b;&f;").encode(form)) == "file_unsafe"
