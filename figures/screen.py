"""How a figure behaves on the screen: only the camera button, which works without any browser of ours."""

from __future__ import annotations

from typing import Any


def screen_config(name: str) -> dict[str, Any]:
    """Plotly's settings for a chart; ``name`` (see ``name_stem``) is what its camera button calls the picture."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": name, "scale": 2},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
