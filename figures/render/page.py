"""The page that stays open in a headless browser, and how that browser is started."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from choreographer import Browser
from choreographer.browsers import Chromium

from figures.fonts import FAMILY, font_face_css

OFFLINE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pings",
)
WAIT_FOR_FONTS = (
    f"Promise.all(['400', '700'].map(w => document.fonts.load(w + ' 20px {FAMILY}', '\u0e01 A')))"
    f".then(() => document.fonts.check('20px {FAMILY}', '\u0e01 A') && typeof Plotly === 'object')"
)
DRAW_SVG = "Plotly.toImage({figure}, {{format: 'svg', width: {width}, height: {height}, imageDataOnly: true}})"


class OfflineChromium(Chromium):
    """Chrome, Chromium, Edge, Brave or Vivaldi that asks the internet for nothing."""

    def get_cli(self) -> Sequence[str]:
        """The command line of the browser."""
        return [*super().get_cli(), *OFFLINE]


def new_browser() -> Browser:
    """A browser not opened yet; raises ChromeNotFoundError where the machine has none."""
    return Browser(browser_cls=OfflineChromium, enable_extensions=False)


def page_html() -> str:
    """The warm page: plotly.js from the Python package and Sarabun as data; no MathJax, no address outside."""
    script = files("plotly").joinpath("package_data/plotly.min.js").read_text(encoding="utf-8")
    return (
        f"<!doctype html><html lang='th'><meta charset='utf-8'><style>{font_face_css()}</style>"
        f"<body style='font-family:{FAMILY}'>\u0e01 <b>\u0e01</b><script>{script}</script></body></html>"
    )
