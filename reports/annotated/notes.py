"""The comments of one sheet: the user's own stay, ours stand after them or in boxes of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.addresses import cell_address
from reports.annotated.marks import Cell, read_ranges
from reports.annotated.splice import CannotPatch, Edit, Element, append_inside, escape, find_all, splice

AUTHOR = "Konlang"
_RULE = "―――――  Konlang  ―――――"  # begins what we add to a comment of the user's
_FONT = b'<%ssz val="11"/><%scolor indexed="81"/><%srFont val="Tahoma"/><%sfamily val="2"/>'  # Tahoma has Thai
_AUTHORS, _AUTHOR, _LIST = "comments/authors", "comments/authors/author", "comments/commentList"
_NOTE = "comments/commentList/comment"
_TEXT, _BARE, _RUN = f"{_NOTE}/text", f"{_NOTE}/text/t", f"{_NOTE}/text/r"
_NAMESPACE = re.compile(rb"xmlns(?::\w+)?\s*=\s*[\"']([^\"']*)")
_BLANK = '<?xml version="1.0" encoding="UTF-8"?>\n<comments xmlns="{}"><authors/><commentList/></comments>'


@dataclass(frozen=True, slots=True)
class NotesChange:
    """The new comments part; cells whose boxes go, come, or grow for what was added to the user's comment."""

    xml: bytes
    dropped: frozenset[Cell]
    added: frozenset[Cell]
    grown: frozenset[Cell]


def blank_notes(namespace: str) -> bytes:
    """A comments part without a comment."""
    return _BLANK.format(namespace).encode()


def namespace_of(xml: bytes) -> str:
    """The first namespace that a part declares for itself: transitional or strict."""
    names = [hit[1].decode("ascii", "replace") for hit in _NAMESPACE.finditer(xml)]
    return next((name for name in names if "spreadsheetml" in name), "")


def change_notes(xml: bytes, texts: Mapping[Cell, str]) -> NotesChange:
    """Take off what we wrote into this workbook before and write ``texts``, after the user's own words."""
    clean, dropped = _take_ours_off(xml)
    notes = _list_notes(clean)
    there = {note.cell: note for note in notes}
    lists = find_all(clean, _LIST)
    if not lists:
        raise CannotPatch("comments")
    author, edits = _find_author(clean)
    for cell in texts.keys() & there.keys():
        edits += _append(clean, there[cell], texts[cell])
    new = sorted(texts.keys() - there.keys())
    written = b"".join(_write_note(cell, texts[cell], author, lists[0].prefix) for cell in new)
    if written:
        edits.append(append_inside(clean, lists[0], written))
    return NotesChange(splice(clean, edits), dropped, frozenset(new), frozenset(texts.keys() & there.keys()))


@dataclass(slots=True)
class _Note:
    """A comment of the part with its text and the pieces of the text."""

    element: Element
    text: Element | None = None
    pieces: list[Element] = field(default_factory=list)

    @property
    def cell(self) -> Cell:
        ranges = read_ranges(self.element.attributes.get("ref", ""))
        return ranges[0][0] if ranges else (0, 0)


def _list_notes(xml: bytes) -> list[_Note]:
    notes: list[_Note] = []
    for one in find_all(xml, _NOTE, _TEXT, _BARE, _RUN):
        if one.path == _NOTE:
            notes.append(_Note(one))
        elif one.path == _TEXT:
            notes[-1].text = one
        else:
            notes[-1].pieces.append(one)
    return notes


def _take_ours_off(xml: bytes) -> tuple[bytes, frozenset[Cell]]:
    authors = find_all(xml, _AUTHOR)
    ours = {str(n) for n, one in enumerate(authors) if xml[one.inside : one.close].strip() == AUTHOR.encode()}
    notes = _list_notes(xml)
    gone = [note for note in notes if note.element.attributes.get("authorId") in ours]
    edits: list[Edit] = [(note.element.start, note.element.end, b"") for note in gone]
    for note in notes:
        if note.element.attributes.get("authorId") not in ours:
            added = [run for run in note.pieces if run.path == _RUN and _RULE in _plain(xml[run.start : run.end])]
            edits += [(run.start, run.end, b"") for run in added]
    return splice(xml, edits), frozenset(note.cell for note in gone)


def _plain(xml: bytes) -> str:
    """Text with its numeric references read; enough to find our own line again."""
    text = xml.decode("utf-8", "replace")
    return re.sub(r"&#(\d{1,7});", lambda hit: chr(min(int(hit[1]), 0x10FFFF)), text)


def _find_author(xml: bytes) -> tuple[int, list[Edit]]:
    """The number of our name among the authors, and the edit that adds it where it is new."""
    lists = find_all(xml, _AUTHORS)
    if not lists:
        raise CannotPatch("authors")
    authors = find_all(xml, _AUTHOR)
    names = [xml[one.inside : one.close].strip() for one in authors]
    if AUTHOR.encode() in names:
        return names.index(AUTHOR.encode()), []
    p = lists[0].prefix
    return len(names), [append_inside(xml, lists[0], b"<%sauthor>%s</%sauthor>" % (p, AUTHOR.encode(), p))]


def _append(xml: bytes, note: _Note, ours: str) -> list[Edit]:
    """Our words after the user's; words that stand bare become a run, since runs follow runs only."""
    if note.text is None:
        raise CannotPatch("comment")
    p = note.text.prefix
    run = _write_run(f"\n\n{_RULE}\n{ours}", p)
    if not note.pieces:
        return [append_inside(xml, note.text, run)]
    edits: list[Edit] = []
    for one in note.pieces:
        if one.path == _BARE:
            edits += [(one.start, one.start, b"<%sr>" % p), (one.end, one.end, b"</%sr>" % p)]
    last = note.pieces[-1].end
    return [*edits, (last, last, run)]


def _write_note(cell: Cell, text: str, author: int, p: bytes) -> bytes:
    place = cell_address(*cell).encode()
    inside = _write_run(f"{AUTHOR}\n{text}", p)
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (p, place, author, p, inside, p, p)


def _write_run(text: str, p: bytes) -> bytes:
    font = _FONT % (p, p, p, p)
    return b'<%sr><%srPr>%s</%srPr><%st xml:space="preserve">%s</%st></%sr>' % (p, p, font, p, p, escape(text), p, p)
