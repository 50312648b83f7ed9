"""From the SVG that the warm page draws to the bytes of a PNG, SVG or PDF file. No font of the system is asked for."""

from __future__ import annotations

import re
import struct
import zlib
from enum import StrEnum
from html import escape
from typing import Any

import typst

from figures.fonts import FAMILY, font_face_css, font_folder
from figures.sizes import Canvas

NEXT_BEST = "'TH Sarabun New', 'Leelawadee UI', Tahoma, sans-serif"
INCH = 0.0254  # metres
HAIR = 0.001  # px
UNSEEN = re.compile(r' clip-path="url\([^"]*\)"|<rect class="bg"[^>]*fill-opacity: 0;[^>]*/>')
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
SIZE = re.compile(r'width="[\d.]+" height="[\d.]+"')
SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
PNG_START = 8 + 25  # signature and the header chunk, after which pHYs may stand


class ImageFormat(StrEnum):
    """A kind of image file."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def write_image(svg: str, image_format: ImageFormat, canvas: Canvas, description: str = "") -> bytes:
    """The bytes of an image file of the canvas' size; ``description`` is for screen readers (SVG and PDF)."""
    plain = _without_unseen(svg)
    if image_format is ImageFormat.SVG:
        return _write_svg(_set_centimetres(plain, canvas) if canvas.height is None else plain, description)
    if image_format is ImageFormat.PDF:
        return _write_pdf(plain, canvas, description)
    return _write_png(plain, canvas)


def _without_unseen(svg: str) -> str:
    """The drawing without clip paths and empty grounds: nothing lies outside its place, and they double the time."""
    return UNSEEN.sub("", svg)


def _write_png(svg: str, canvas: Canvas) -> bytes:
    """One page of as many points as the image has pixels, at 72 points to the inch.

    The writer rounds pixels up: a hair less in height keeps it from drawing one more and shrinking it again.
    """
    across, down = _find_box(svg)
    wide = canvas.pixels_wide
    high = round(wide * (canvas.height / canvas.width if canvas.height else down / across))
    sized = SIZE.sub(f'width="{wide}" height="{high - HAIR}"', svg, count=1)
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: white)\n" + _image(
        f'width: {wide - 3 * HAIR}pt, height: {high - 3 * HAIR}pt, fit: "stretch"'
    )
    png = _typeset(page, sized, "", format="png", ppi=72)
    return _set_dots_per_inch(png, canvas.dpi)


def _set_centimetres(svg: str, canvas: Canvas) -> str:
    """The drawing with its printed size, so that Word and PowerPoint place it as wide as it was laid out for."""
    across, down = _find_box(svg)
    wide = canvas.pixels_wide / canvas.dpi * INCH * 100
    sized = f'width="{round(wide, 1):g}cm" height="{round(wide * down / across, 2):g}cm"'
    return SIZE.sub(sized, svg, count=1)


def _find_box(svg: str) -> tuple[float, float]:
    box = VIEW_BOX.search(svg)
    if box is None:
        raise ValueError("the drawing has no size")
    across, down = (float(side) for side in box.groups())
    return across, down


def _set_dots_per_inch(png: bytes, dpi: int) -> bytes:
    """Say in the file how large it is printed, so that Word shows it at its width in centimetres."""
    per_metre = round(dpi / INCH)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    framed = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:PNG_START] + framed + png[PNG_START:]


def _write_svg(svg: str, description: str) -> bytes:
    """The drawing with Sarabun inside it, so that it shows right where the font is not installed.

    A program that reads no fonts inside a drawing (Word) takes the next best Thai font of the machine.
    """
    end = svg.index(">") + 1
    inside = f"<title>{escape(description)}</title>" if description else ""
    drawn = svg[end:].replace(f"font-family: {FAMILY};", f"font-family: {FAMILY}, {NEXT_BEST};")
    return f"{svg[:end]}{inside}<style>{font_face_css()}</style>{drawn}".encode()


def _write_pdf(svg: str, canvas: Canvas, description: str) -> bytes:
    """One page of the printed size, with the drawing as vectors and the fonts inside."""
    width = canvas.pixels_wide / canvas.dpi
    page = f"#set page(width: {width}in, height: auto, margin: 0pt)\n" + _image(
        "width: 100%, alt: sys.inputs.description"
    )
    return _typeset(page, svg, description, format="pdf")


def _image(how: str) -> str:
    return f'#image(bytes(sys.inputs.svg), format: "svg", {how})'


def _typeset(page: str, svg: str, description: str, **how: Any) -> bytes:
    """The page as a file, with Sarabun and no font of the system.

    Typst gives the two glyphs of sara am one width, so that the next letter lands on them: it is given the two
    letters that it is made of.
    """
    return bytes(
        typst.compile(
            page.encode(),
            font_paths=[str(font_folder())],
            ignore_system_fonts=True,
            sys_inputs={"svg": SARA_AM.sub("\u0e4d\\1\u0e32", svg), "description": description},
            **how,
        )
    )
