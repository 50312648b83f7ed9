"""Colours for paper and for both themes of the screen: better and worse weigh the same, and never red against green."""

from __future__ import annotations

from dataclasses import dataclass

from figures.sizes import CANVASES, Canvas
from i18n import Language


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one ground; ``soft`` ones are the same hues for areas behind text."""

    ground: str
    ink: str
    quiet: str
    line: str
    better: str
    worse: str
    neutral: str
    soft_better: str
    soft_worse: str
    soft_neutral: str


LIGHT = Palette(
    ground="#ffffff",
    ink="#1f2933",
    quiet="#5c6873",
    line="#e6e9ed",
    better="#0b6e99",
    worse="#c8501e",
    neutral="#9aa5b1",
    soft_better="#b9d5e2",
    soft_worse="#efc9b8",
    soft_neutral="#dfe3e8",
)
DARK = Palette(
    ground="#14181d",
    ink="#e8ecf0",
    quiet="#a9b3bd",
    line="#303841",
    better="#6fbfe3",
    worse="#f29468",
    neutral="#7d8894",
    soft_better="#23526a",
    soft_worse="#6e3d26",
    soft_neutral="#39424c",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is to look: in whose language, on which canvas, on a light or a dark ground."""

    language: Language
    canvas: Canvas
    dark: bool = False

    @property
    def palette(self) -> Palette:
        """The colours of the ground."""
        return DARK if self.dark else LIGHT


def look(language: Language, canvas: str = "screen", *, dark: bool = False) -> Look:
    """A look by the key of its canvas (``word half slide square desk screen phone``)."""
    return Look(language, CANVASES[canvas], dark)


def role_colour(better: bool | None, palette: Palette) -> str:
    """The colour of a change; a word or a sign always stands beside it."""
    if better is None:
        return palette.neutral
    return palette.better if better else palette.worse


def text_colour(better: bool | None, palette: Palette) -> str:
    """The same for text: the neutral grey of a mark is too pale to read."""
    return palette.quiet if better is None else role_colour(better, palette)


def soft_colour(better: bool | None, palette: Palette) -> str:
    """The same hue for an area on which text can stand."""
    if better is None:
        return palette.soft_neutral
    return palette.soft_better if better else palette.soft_worse


READABLE = 4.5  # contrast of a text with what lies behind it (WCAG 2.2, 1.4.3)
GAMMA = 2.4


def text_on(colour: str, share: float, palette: Palette) -> str:
    """The colour of a text on an area of ``colour``, of which ``share`` covers the ground: what can be read there."""
    behind = tuple(
        share * over + (1 - share) * under
        for over, under in zip(_read_colour(colour), _read_colour(palette.ground), strict=True)
    )
    told = {one: _contrast(_read_colour(one), behind) for one in (palette.ink, palette.ground, "#ffffff", "#000000")}
    return next((one for one, contrast in told.items() if contrast >= READABLE), max(told, key=told.__getitem__))


def _read_colour(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _contrast(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted(map(_luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** GAMMA for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
