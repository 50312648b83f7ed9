"""Sarabun, the font of every figure, from its package: no font of the system is ever needed."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

FAMILY = "Sarabun"
MEASURED_AT = 100  # px; widths are measured once at this size and scaled


@cache
def font_folder() -> Path:
    """The folder of TTF files inside the package ``fontpkg-sarabun``."""
    spec = find_spec("fontpkg_sarabun")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg-sarabun is not installed: run the set-up again")
    return Path(spec.origin).parent / "files"


def font_file(bold: bool = False) -> Path:
    """The TTF file of the regular or the bold face."""
    return font_folder() / ("Sarabun-Bold.ttf" if bold else "Sarabun-Regular.ttf")


@cache
def font_face_css() -> str:
    """``@font-face`` rules that carry both faces as data, for the warm page and for SVG files."""
    return "".join(_font_face(bold) for bold in (False, True))


def _font_face(bold: bool) -> str:
    data = b64encode(font_file(bold).read_bytes()).decode("ascii")
    weight = 700 if bold else 400
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file(bold)), MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@cache
def _width_at_100(text: str, bold: bool) -> float:
    return float(_face(bold).getlength(text))


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in px of one line of ``text`` set in Sarabun at ``size`` px."""
    return _width_at_100(text, bold) * size / MEASURED_AT
