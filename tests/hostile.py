"""Files that were made to do harm, built by the tests: each is small and asks for much."""

from __future__ import annotations

import io
import struct
import zipfile

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
ROOT_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
PART = "xl/worksheets/sheet1.xml"


def cell(address: str, value: object = 1) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


def xlsx(sheet: str, more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of one sheet whose XML stands between the tags of the worksheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", ROOT_LINKS)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
        archive.writestr(PART, sheet if sheet.startswith("<?xml") else SHEET.format(sheet))
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return stream.getvalue()


def macro_sheet() -> bytes:
    """A workbook of a sheet of one value and one of macros as Excel 4 had them."""
    stream = io.BytesIO()
    space = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
    link = f'<Relationship Id="r2" Type="{space}" Target="macrosheets/sheet1.xml"/></Relationships>'
    changed = {
        "xl/workbook.xml": BOOK.replace("</sheets>", '<sheet name="Macro" sheetId="2" r:id="r2"/></sheets>'),
        "xl/_rels/workbook.xml.rels": LINKS.replace("</Relationships>", link),
    }
    plain = xlsx(f'<sheetData><row r="1">{cell("A1")}</row></sheetData>', {"xl/macrosheets/sheet1.xml": b"<x/>"})
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return stream.getvalue()


def far_cell() -> bytes:
    """Two values, one in the first cell and one in the last of Excel: 17 thousand million cells between them."""
    rows = f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>'
    return xlsx(f"<sheetData>{rows}</sheetData>")


def far_cell_with_a_lying_size() -> bytes:
    """The same with rows out of order and a stated size of one cell, so that a look at the last row finds nothing."""
    rows = f'<row r="1048576">{cell("XFD1048576")}</row><row r="1">{cell("A1")}</row>'
    return xlsx(f'<dimension ref="A1"/><sheetData>{rows}</sheetData>')


def zip_bomb(megabytes: int = 40) -> bytes:
    """A part of blanks that is a thousand times as large as the file."""
    return xlsx("<sheetData/>", {"xl/sharedStrings.xml": b" " * (megabytes << 20)})


def lying_bomb(megabytes: int = 40) -> bytes:
    """A bomb whose directory and headers say that it is one byte large."""
    content = bytearray(zip_bomb(megabytes))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = content.find(mark)
        while start >= 0:
            content[start + at : start + at + 4] = struct.pack("<I", 1)
            start = content.find(mark, start + 4)
    return bytes(content)


_LEVELS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "lol">{_LEVELS}<!ENTITY x "&e9;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "{}">]>'


def entity_xlsx(head: str = BOMB) -> bytes:
    text = '<c r="A1" t="inlineStr"><is><t>[&x;]</t></is></c>'
    return xlsx(head + SHEET.format(f'<sheetData><row r="1">{text}</row></sheetData>'))


def entity_strings(head: str = BOMB) -> bytes:
    """The entities stand among the texts that the cells share."""
    strings = (
        head + '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>[&x;]</t></si></sst>'
    )
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    return xlsx(cells, {"xl/sharedStrings.xml": strings.encode()})


def entity_ods(head: str = BOMB) -> bytes:
    return ods('<table:table-row><table:table-cell office:value-type="string"><text:p>[&x;]</text:p>', head)


def entity_spreadsheet_xml(head: str = BOMB) -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    row = '<ss:Row><ss:Cell><ss:Data ss:Type="String">[&x;]</ss:Data></ss:Cell></ss:Row>'
    sheet = f'<ss:Worksheet ss:Name="S"><ss:Table>{row}</ss:Table></ss:Worksheet>'
    return f'{head}<ss:Workbook xmlns:ss="{space}">{sheet}</ss:Workbook>'.encode()


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">{style}<office:body>'
    '<office:spreadsheet>{before}<table:table table:name="รายได้" table:style-name="ta1">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
ODS_STYLE = (
    '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
    '<style:table-properties table:display="{}"/></style:style></office:automatic-styles>'
)


def ods(rows: str, head: str = "", *, before: str = "", is_shown: bool = True) -> bytes:
    """A workbook of LibreOffice with one sheet of these rows of XML; ``before`` stands in front of the sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        style = ODS_STYLE.format(str(is_shown).lower())
        archive.writestr("content.xml", head + ODS.format(rows=rows, before=before, style=style))
    return stream.getvalue()


def repeated_ods() -> bytes:
    """One value said to stand in every cell of a sheet."""
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    return ods(f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>')


def spanned_html() -> bytes:
    """Cells that each claim to cover thousands of rows and columns."""
    row = "<tr>" + '<td colspan="1000" rowspan="65000">1</td>' * 400 + "</tr>"
    return f"<html><table>{row * 300}</table></html>".encode()


def html_without_table() -> bytes:
    return b"<html><head><title>Login</title></head><body><form>user</form></body></html>"


def one_long_line(megabytes: int = 5) -> bytes:
    """A text of one line, with a quotation mark that is never closed."""
    return b'a,"' + b"x," * (megabytes << 19)


def truncated() -> bytes:
    """A workbook of which a download brought the first two thirds."""
    whole = xlsx("<sheetData>" + "".join(f'<row r="{n}">{cell(f"A{n}", n)}</row>' for n in range(1, 3000)))
    return whole[: 2 * len(whole) // 3]


def wide_headers(columns: int = 16_384) -> bytes:
    """A text above every column of a sheet, each another one."""
    lines = ([f"{word} {n}" for n in range(columns)] for word in ("หัวข้อที่", "ข้อความ", "คำตอบ"))
    return "\n".join(",".join(line) for line in lines).encode()


def word_document() -> bytes:
    """An old Word file, whatever its name says."""
    return _container(fat=[0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE], directory=1, stream="WordDocument")


def deep_xml() -> bytes:
    return xlsx("<sheetData>" + "<row>" * 500_000)


def wide_and_empty() -> bytes:
    """A million rows and 16,384 columns that are formatted and hold nothing, around two values."""
    rows = "".join(f'<row r="{n}"/>' for n in range(3, 1_048_577))
    blank = '<c r="XFD2" s="1"/>'
    return xlsx(f'<sheetData><row r="1">{cell("A1")}{cell("B1")}</row><row r="2">{blank}</row>{rows}</sheetData>')


def looped_ole() -> bytes:
    """A container whose table of blocks leads back to itself."""
    return _container(fat=[0xFFFFFFFD, 1, 1], directory=1)


def looped_directory() -> bytes:
    """A container whose list of streams is a ring of two blocks."""
    return _container(fat=[0xFFFFFFFD, 2, 1], directory=1)


def embedded_chart() -> bytes:
    """A chart that another program holds: its workbook lists one sheet, which is a chart and has no name."""
    begin, end = struct.pack("<HHHH", 0x809, 4, 0x500, 5), struct.pack("<HH", 0x0A, 0)
    book = begin + struct.pack("<HHIHB", 0x85, 7, 0, 0x200, 0) + end
    return _container([0xFFFFFFFD, 0xFFFFFFFE, *range(3, 12), 0xFFFFFFFE], 1, "Book", book)


def _container(fat: list[int], directory: int, stream: str = "Workbook", book: bytes = b"") -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    entry = (
        stream.encode("utf-16le").ljust(64, b"\x00")
        + struct.pack("<HB", 2 * len(stream) + 2, 2)
        + bytes(49)
        + struct.pack("<III", 2, 5000, 0)
    )
    return head + table + entry.ljust(512, b"\x00") + book.ljust(512 * max(1, len(fat) - 2), b"\x00")
