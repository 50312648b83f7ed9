"""From the SVG that the warm page draws to the bytes of a PNG, SVG or PDF file. No font of the system is asked for."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from figures.render.lettering import (
    SEEN,
    SVG,
    UNSEEN_TEXT,
    Drawing,
    outline,
    read_drawing,
    typeset,
    write_shapes,
)
from figures.sizes import Canvas

INCH = 0.0254  # metres
HAIR = 0.001  # px
PNG_START = 8 + 25  # signature and the header chunk, after which pHYs may stand
PICTURE = '#place(top + left, image(bytes(sys.inputs.svg), format: "svg", '


class ImageFormat(StrEnum):
    """A kind of image file."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Caption:
    """What a file says of itself to those who do not see it: its title, and the whole in sentences."""

    title: str = ""
    description: str = ""


UNSAID = Caption()


def write_image(svg: str, image_format: ImageFormat, canvas: Canvas, caption: Caption = UNSAID) -> bytes:
    """The bytes of an image file of the canvas' size; the caption is for screen readers."""
    drawing = read_drawing(svg)
    if image_format is ImageFormat.SVG:
        return _write_svg(drawing, canvas, caption)
    if image_format is ImageFormat.PDF:
        return _write_pdf(drawing, canvas, caption)
    return _write_png(drawing, canvas, caption)


def _write_png(drawing: Drawing, canvas: Canvas, caption: Caption) -> bytes:
    """One page of as many points as the image has pixels, at 72 points to the inch.

    The writer rounds pixels up: a hair less in height keeps it from drawing one more and shrinking it again.
    """
    wide = canvas.pixels_wide
    high = round(wide * (canvas.height / canvas.width if canvas.height else drawing.height / drawing.width))
    drawing.shapes.set("width", str(wide))
    drawing.shapes.set("height", str(high - HAIR))
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: white)\n"
    image = f'{PICTURE}width: {wide - 3 * HAIR}pt, height: {high - 3 * HAIR}pt, fit: "stretch"))\n'
    shapes = {"svg": write_shapes(drawing.shapes)}
    scale = wide / drawing.width
    png = typeset(page + image + SEEN, drawing.lines, scale, shapes, format="png", ppi=72)
    told = _say("Title", caption.title) + _say("Description", caption.description)
    return png[:PNG_START] + _set_dots_per_inch(canvas.dpi) + told + png[PNG_START:]


def _set_dots_per_inch(dpi: int) -> bytes:
    """Say in the file how large it is printed, so that Word shows it at its width in centimetres."""
    per_metre = round(dpi / INCH)
    return _frame(b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1))


def _say(keyword: str, text: str) -> bytes:
    """A text of the file (PNG 11.3.3.4: uncompressed UTF-8 of no named language); nothing where there is none."""
    return _frame(b"iTXt" + keyword.encode("latin-1") + bytes(5) + text.encode()) if text else b""


def _frame(chunk: bytes) -> bytes:
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _write_svg(drawing: Drawing, canvas: Canvas, caption: Caption) -> bytes:
    """The drawing with its letters as outlines, so that Word and PowerPoint show Thai right without the font."""
    if canvas.height is None:
        wide = canvas.pixels_wide / canvas.dpi * INCH * 100
        drawing.shapes.set("width", f"{round(wide, 1):g}cm")
        drawing.shapes.set("height", f"{round(wide * drawing.height / drawing.width, 2):g}cm")
    else:
        drawing.shapes.set("width", f"{canvas.pixels_wide}")
        drawing.shapes.set("height", f"{round(canvas.pixels_wide * canvas.height / canvas.width)}")
    drawing.shapes.set("role", "img")
    for place, (kind, text) in enumerate((("title", caption.title), ("desc", caption.description))):
        said = etree.Element(f"{SVG}{kind}")
        said.text = text
        drawing.shapes.insert(place, said)
    return outline(drawing).encode()


def _write_pdf(drawing: Drawing, canvas: Canvas, caption: Caption) -> bytes:
    """One page of the printed size: the drawing as vectors, and above it its text unseen, to be found and copied."""
    wide = canvas.pixels_wide / canvas.dpi * 72
    high = wide * drawing.height / drawing.width
    page = (
        "#set document(title: sys.inputs.title, description: sys.inputs.description)\n"
        f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt)\n"
        f"{PICTURE}width: {wide}pt, alt: sys.inputs.description))\n"
    )
    told = {"svg": outline(drawing), "title": caption.title, "description": caption.description}
    return typeset(page + UNSEEN_TEXT, drawing.lines, wide / drawing.width, told, format="pdf")
