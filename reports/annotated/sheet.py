"""One sheet of the user's workbook with its cells coloured and commented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dictionary.nouns import Problem, Severity
from i18n import Language
from reports.annotated.book import TYPES, find_part
from reports.annotated.boxes import BLANK, BoxChange, change_boxes
from reports.annotated.cells import SheetPart, find_shown, read_sheet_part, restyle_cells
from reports.annotated.fills import Styles
from reports.annotated.marks import Cell, Marks, write_note
from reports.annotated.notes import blank_notes, change_notes, namespace_of
from reports.annotated.package import CONTENT_TYPES, LOOSE, STRICT, Package
from reports.annotated.splice import Edit, append_inside, escape, find_all, splice

_AFTER_DRAWING = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    "AlternateContent",
}  # fmt: skip
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"


@dataclass(frozen=True, slots=True)
class Pen:
    """What the sheets of a workbook are written with: its parts, its styles, the language of the comments."""

    package: Package
    styles: Styles
    language: Language


def annotate_sheet(pen: Pen, part: str, marks: Marks) -> None:
    """Colour the cells of one sheet and write its comments; nothing else of the sheet changes."""
    package, styles = pen.package, pen.styles
    if not marks.notes and not find_part(package, part, "comments"):
        return
    sheet = read_sheet_part(package.read(part), {row for row, _ in marks.fills})
    fills = _move_to_shown(sheet, marks.fills)
    edits = restyle_cells(sheet, set(fills), lambda cell, style: styles.colour(style, fills[cell]))
    texts = _write_texts(sheet, marks, pen.language)
    if texts or find_part(package, part, "comments"):
        edits += _write_notes(package, part, sheet, texts)
    package.write(part, splice(sheet.xml, edits))


def _move_to_shown(sheet: SheetPart, fills: Mapping[Cell, Severity]) -> dict[Cell, Severity]:
    """The same colours at the cells that are seen; the gravest where several fall on one."""
    moved: dict[Cell, Severity] = {}
    order = list(Severity)
    for cell, level in fills.items():
        shown = find_shown(sheet, cell)
        moved[shown] = min(moved.get(shown, level), level, key=order.index)
    return moved


def _write_texts(sheet: SheetPart, marks: Marks, language: Language) -> dict[Cell, str]:
    joined: dict[Cell, list[Problem]] = {}
    for cell, problems in marks.notes.items():
        joined.setdefault(find_shown(sheet, cell), []).extend(problems)
    return {cell: write_note(problems, language) for cell, problems in joined.items()}


def _write_notes(package: Package, part: str, sheet: SheetPart, texts: Mapping[Cell, str]) -> list[Edit]:
    """Write the comments and their boxes; the edits by which the sheet names a new drawing of boxes."""
    notes = find_part(package, part, "comments") or _new_notes(package, part)
    change = change_notes(package.read(notes), texts)
    package.write(notes, change.xml)
    boxes, edits = _find_boxes(package, part, sheet), []
    if boxes is None:
        boxes, key = _new_boxes(package, part)
        edits = [_name_drawing(sheet, key, STRICT if package.is_strict else LOOSE)]
    wanted = BoxChange(change.dropped, sorted(change.added), change.grown, texts, sheet.columns)
    package.write(boxes, change_boxes(package.read(boxes), wanted))
    return edits


def _new_notes(package: Package, part: str) -> str:
    name = package.free_name("xl/comments{}.xml")
    package.write(name, blank_notes(namespace_of(package.read(part)[:4000])))
    package.declare(name, f"{TYPES}.comments+xml")
    package.relate(part, "comments", name)
    return name


def _find_boxes(package: Package, part: str, sheet: SheetPart) -> str | None:
    """The drawing that the sheet names for its comments and controls (a header's picture has one of its own)."""
    named = sheet.top.get("legacyDrawing")
    about = named.attributes if named else {}
    keys = {value for name, value in about.items() if name.rpartition(":")[2] == "id"}
    found = (one.target for one in package.relations(part) if one.key in keys and package.has(one.target))
    return next(found, None)


def _new_boxes(package: Package, part: str) -> tuple[str, str]:
    """The name of a new drawing, and the key of the sheet's relation to it."""
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.write(name, BLANK)
    _declare_vml(package)
    return name, package.relate(part, "vmlDrawing", name)


def _declare_vml(package: Package) -> None:
    xml = package.read(CONTENT_TYPES)
    (root, *known) = find_all(xml, "Types", "Types/Default")
    if all(one.attributes.get("Extension", "").lower() != "vml" for one in known):
        tag = b'<%sDefault Extension="vml" ContentType="%s"/>' % (root.prefix, _VML.encode())
        edit = append_inside(xml, root, tag) if root.is_empty_tag else (root.inside, root.inside, tag)
        package.write(CONTENT_TYPES, splice(xml, [edit]))


def _name_drawing(sheet: SheetPart, key: str, space: str) -> Edit:
    """The edit that names the drawing on the sheet, at the place the format asks for; an old name is replaced."""
    top = sheet.top
    tag = b'<%slegacyDrawing xmlns:k="%s" k:id="%s"/>' % (sheet.data.prefix, space.encode(), escape(key))
    if "legacyDrawing" in top:
        return top["legacyDrawing"].start, top["legacyDrawing"].end, tag
    after_data = sorted((one.start, name) for name, one in top.items() if one.start > sheet.data.start)
    place = next((start for start, name in after_data if name in _AFTER_DRAWING), top[""].close)
    place = top["drawing"].end if "drawing" in top else place
    return place, place, tag
