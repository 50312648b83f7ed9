"""From the SVG that the warm page draws to the bytes of a PNG, SVG or PDF file. No font of the system is asked for."""

from __future__ import annotations

import re
import struct
import zlib
from enum import StrEnum
from html import escape

import resvg_py
import typst

from figures.fonts import FAMILY, font_face_css, font_file, font_folder
from figures.sizes import Canvas

GROUND = "#ffffff"  # also under a last row of pixels that the drawing covers by half
NEXT_BEST = "'TH Sarabun New', 'Leelawadee UI', Tahoma, sans-serif"
INCH = 0.0254  # metres
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
    png = resvg_py.svg_to_bytes(
        svg_string=_set_pixels(svg, canvas),
        background=GROUND,
        skip_system_fonts=True,
        font_files=[str(font_file(bold)) for bold in (False, True)],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        serif_family=FAMILY,
    )
    return _set_dots_per_inch(bytes(png), canvas.dpi)


def _set_pixels(svg: str, canvas: Canvas) -> str:
    """The drawing with whole pixels as its size; the box inside it, which may be broken, is scaled to them."""
    across, down = _find_box(svg)
    high = canvas.height / canvas.width if canvas.height else down / across
    sized = f'width="{canvas.pixels_wide}" height="{round(canvas.pixels_wide * high)}"'
    return SIZE.sub(sized, svg, count=1)


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
    """One page of the printed size, with the drawing as vectors and the fonts inside.

    The PDF writer gives the two glyphs of sara am one width, so that the next letter lands on them: it is given the two
    letters that it is made of.
    """
    apart = SARA_AM.sub("\u0e4d\\1\u0e32", svg)
    width = canvas.pixels_wide / canvas.dpi
    page = (
        f"#set page(width: {width}in, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.description)'
    )
    return bytes(
        typst.compile(  # type: ignore[misc]  # its one type variable stands for both arguments
            page.encode(),
            font_paths=[str(font_folder())],
            ignore_system_fonts=True,
            sys_inputs={"svg": apart, "description": description},
        )
    )
