"""The sizes of images and of figures on the screen, each laid out anew with type that stays readable."""

from __future__ import annotations

from dataclasses import dataclass, replace

SCREEN_BORDER = 2.0
A4_TEXT = 1417.0  # px of the layout for 24 cm, where 945 px are 16 cm


@dataclass(frozen=True, slots=True)
class Canvas:
    """A surface to lay a figure out on, in Plotly px; type sizes are px of that layout.

    ``height`` None follows the content. ``pixels_wide`` is the width of the PNG and ``dpi`` says how large it is
    printed (1890 px at 300 dpi are 16 cm). ``fluid`` figures stretch with the screen; ``width`` is their least.
    On a ``narrow`` canvas a row's mark stands under its name and values. ``border`` is the empty edge in px where it is
    not to follow the type: on the screen the page around has one. ``page`` is the height that a sheet of paper has for
    the rows of a chart (px): they are set closer to stay within it. No picture is higher than ``tallest`` px, the text
    of an A4 page (24 cm): rows that do not fit are left out. On a ``brief`` canvas rows may be set as
    close as can be, on a narrow one without their values, so that more of them fit.
    """

    key: str
    width: float
    height: float | None
    pixels_wide: int
    dpi: int
    title: float = 28
    label: float = 19
    note: float = 16
    fluid: bool = False
    narrow: bool = False
    page: float | None = None
    tallest: float | None = None
    border: float | None = None
    brief: bool = False

    @property
    def edge(self) -> float:
        """The empty border in px."""
        if self.border is not None:
            return self.border
        return self.label if self.narrow else 1.3 * self.label

    def loosened(self, factor: float) -> Canvas:
        """The same picture with more room: type prints smaller by ``factor``."""
        sides = {name: getattr(self, name) for name in ("width", "height", "page", "tallest")}
        return replace(self, **{name: side * factor for name, side in sides.items() if side is not None})


IMAGE_SIZES: dict[str, Canvas] = {
    "word": Canvas("word", width=945, height=None, pixels_wide=1890, dpi=300, page=1200, tallest=A4_TEXT),
    "half": Canvas("half", width=472.5, height=None, pixels_wide=945, dpi=300, narrow=True, page=1100, tallest=A4_TEXT),
    "slide": Canvas("slide", width=960, height=540, pixels_wide=1920, dpi=144),
    "square": Canvas("square", width=540, height=540, pixels_wide=1080, dpi=144, narrow=True),
}
SCREEN_SIZES: dict[str, Canvas] = {
    "desk": Canvas("desk", 820, None, 1640, 192, title=21, label=16, note=14, fluid=True, border=SCREEN_BORDER),
    "screen": Canvas("screen", 600, None, 1200, 192, title=21, label=16, note=14, fluid=True, border=SCREEN_BORDER),
    "phone": Canvas(
        "phone", 328, None, 656, 192, title=19, label=15, note=13, fluid=True, narrow=True, border=SCREEN_BORDER
    ),
}
CANVASES: dict[str, Canvas] = IMAGE_SIZES | SCREEN_SIZES
