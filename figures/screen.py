"""How a figure behaves on the screen: no toolbar, or the camera button alone where there is no browser of ours."""

from __future__ import annotations

from typing import Any


def screen_config(name: str, *, camera: bool) -> dict[str, Any]:
    """Plotly's settings for a chart; ``name`` (see ``name_stem``) is what its camera button calls the picture.

    The camera draws with the fonts of the reader's system: it is for where our own download is not available.
    """
    return {
        "displayModeBar": "hover" if camera else False,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": name, "scale": 2},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
