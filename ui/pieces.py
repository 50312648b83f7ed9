"""Small pieces of HTML for cards and tables: everything a user typed is escaped here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from i18n.wrap import THAI, split_words

SHORT = 15  # signs: a piece of a head or a cell that is no longer than this is never parted
_PARTING = re.compile(r"[\s–]")  # where a browser would end a line
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~$:^])")


def whole_words(text: str) -> str:
    """Text that breaks between words, never inside one or between a number and what it counts, as HTML."""
    if THAI.search(text):
        return "<wbr>".join(map(_whole, split_words(text)))
    return "".join(map(_whole_english, split_words(text)))


def short_words(text: str) -> str:
    """The same for a head or a cell: what stands between two spaces stays in one piece unless it is long."""
    chunks = [""]
    for piece in split_words(text):
        chunks[-1] += piece
        chunks += [""] if piece[-1].isspace() else []
    return " ".join(_short(chunk.rstrip()) for chunk in chunks if chunk)


def _short(chunk: str) -> str:
    return whole_words(chunk) if len(chunk) > SHORT else _whole(chunk)


def _whole_english(piece: str) -> str:
    """A piece that must not part; the spaces after it stay outside, for a line may end there."""
    word = piece.rstrip()
    return f"{_whole(word)}{piece[len(word) :]}" if _PARTING.search(word) else escape(piece)


def _whole(piece: str) -> str:
    return f'<span class="whole">{escape(piece)}</span>'


def show_heading(text: str) -> None:
    """The one large heading of a screen."""
    st.html(f"<h1>{whole_words(text)}</h1>")


def span(text: str, kind: str) -> str:
    """A piece of text with a style of ``style.css``."""
    return f'<span class="{kind}">{escape(text)}</span>'


def label(text: str, kind: str) -> str:
    """The same for a text that may need a second line: no Thai word is broken."""
    return f'<span class="{kind}">{whole_words(text)}</span>'


def dotted(parts: Sequence[str]) -> str:
    """Quiet parts with a dot between them; where a line ends between two, ``style.css`` hides the dot.

    A line breaks within a part only where that is too long itself.
    """
    dot = '<span class="dot">· </span>'
    pieces = " ".join(f'<span class="part">{dot * (i > 0)}{whole_words(part)}</span>' for i, part in enumerate(parts))
    return f'<span class="dotted quiet"><span>{pieces}</span></span>'


def item(*pieces: str) -> str:
    """Pieces that belong together in a list."""
    return f'<div class="item">{"".join(pieces)}</div>'


def plain(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)


def name_field(text: str) -> str:
    """The name of a field, shown as it was typed; to be given to the field below with its own label collapsed.

    A label that a field shows is Markdown, and the same text is what screen readers hear: one that is right for the
    one has marks of escape for the other.
    """
    st.html(f'<div class="field">{whole_words(text)}</div>')
    return text


def show_html(*pieces: str, kind: str) -> None:
    """Pieces of HTML, already escaped, in one block with a style of ``style.css``."""
    st.html(f'<div class="{kind}">{"".join(pieces)}</div>')


def show_grid(
    headers: Sequence[str], rows: Sequence[Sequence[str]], numeric: int | None = None, kind: str = "grid"
) -> None:
    """A table whose texts wrap; the columns from ``numeric`` on hold numbers and stand to the right.

    The last cell of a row that is too short takes the rest of its line and is no number. ``kind`` is a style of
    ``style.css``.
    """
    first = len(headers) if numeric is None else numeric
    head = _row("th", headers, first, len(headers))
    body = "".join(_row("td", row, first, len(headers)) for row in rows)
    show_html(f"<table><thead>{head}</thead><tbody>{body}</tbody></table>", kind=kind)


def _row(tag: str, texts: Sequence[str], first: int, width: int) -> str:
    last = len(texts) - 1
    return (
        "<tr>"
        + "".join(
            _cell(tag, _inner(tag, t, i == 0 or first == width), i >= first, width - last if i == last else 1)
            for i, t in enumerate(texts)
        )
        + "</tr>"
    )


def _inner(tag: str, text: str, long: bool) -> str:
    """Names in the first column, and all texts of a table without numbers, may break between any two words."""
    return whole_words(text) if tag == "td" and long else short_words(text)


def _cell(tag: str, inner: str, right: bool, spans: int) -> str:
    kind = ' class="number"' if right and spans == 1 else ""  # what takes the rest of a line is a sentence
    over = f' colspan="{spans}"' if spans > 1 else ""
    return f"<{tag}{kind}{over}>{inner}</{tag}>"
