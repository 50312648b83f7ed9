"""The small window that makes a chart's image: format and size, title and note, and the button that takes it.

It stands in the reader's browser as one piece, because there alone it is certain that an image is asked for after
the words last typed have been sent: Streamlit's own fields send theirs when they are left, which is too late for
the button whose click leaves them.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from figures import ImageChoice, name_stem
from ui.choices import FORMATS, SIZES, name_choices
from ui.session import say
from ui.wanted import MOST_LETTERS, Wanted, texts_of

_HERE = Path(__file__).parent
_maker = st.components.v2.component(
    "konlang.image",
    html="<form></form>",
    css=(_HERE / "imaging.css").read_text(encoding="utf-8"),
    js=(_HERE / "imaging.js").read_text(encoding="utf-8"),
)


def show_image_maker(wanted: Wanted) -> None:
    """Title and note are kept while they are typed; the chart on the screen and every later image follow."""
    texts = texts_of(wanted)
    _maker(
        key=f"maker_{wanted.place}",
        data={
            "image": f"image/{wanted.key}",
            "words": f"words/{wanted.key}?{wanted.query}",
            "query": wanted.query,
            "stem": name_stem(wanted.findings, ImageChoice(wanted.key, wanted.language)),
            "choices": {"format": name_choices("format", FORMATS), "size": name_choices("size", SIZES)},
            "texts": {"title": texts.title, "note": texts.note},
            "most": MOST_LETTERS,
            "labels": {name: say(f"ui.download.{name}") for name in ("format", "size", "title", "note")},
            "take": {kind: say("ui.download.image", format=kind.upper()) for kind in FORMATS},
            "making": say("ui.download.copying"),
            "failed": say("ui.download.failed"),
        },
        on_kept_change=lambda: None,
        height="content",
    )
