"""Rows that somebody may check: texts, and links that open only when they are clicked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ui.pieces import item, label, short_words, show_html, whole_words
from ui.screen import is_narrow

ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def show_checkable(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table of texts, on a narrow screen a list; an address of the web is shown as it stands and can be clicked."""
    if is_narrow():
        show_rows(headers, rows)
        return
    head = "".join(f"<th>{short_words(name)}</th>" for name in headers)
    body = "".join(f"<tr>{''.join(f'<td>{link_addresses(text)}</td>' for text in row)}</tr>" for row in rows)
    show_html(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", kind="grid")


def show_rows(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows of a table that is too wide for the screen, one under the other, each cell behind its header."""
    show_html(*(_list_row(headers, row) for row in rows), kind="items")


def _list_row(headers: Sequence[str], row: Sequence[str]) -> str:
    """The first cell as a name, the others below it, each behind its header."""
    name, *rest = row
    told = zip(headers[1:], rest, strict=True)
    lines = (f'<span class="block">{whole_words(head)}: {link_addresses(text)}</span>' for head, text in told)
    return item(label(name, "name"), *lines)


def link_addresses(text: str) -> str:
    """The text as HTML, its addresses as links that tell nobody where the reader comes from."""
    pieces, at = [], 0
    for found in ADDRESS.finditer(text):
        address = escape(found.group(), quote=True)
        link = f'<a href="{address}" target="_blank" rel="noopener noreferrer">{address}</a>'
        pieces += [whole_words(text[at : found.start()]), link]
        at = found.end()
    return "".join((*pieces, whole_words(text[at:])))
