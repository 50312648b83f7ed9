"""Every word on the screen, in an image or on the command line stands in a word list, in Thai and in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from i18n.words import load_words
from tests.house.tree import PROGRAM, calls, name_of, parse, python, strings

THAI = re.compile(r"[\u0e00-\u0e7f]")
THAI_WORD = re.compile(r"[\u0e01-\u0e2e][\u0e00-\u0e7f]+")
READS_THAI = ("ingest", "dictionary", "i18n")  # these read what Thai people type: patterns, not sentences
SHOWN_BY = set(
    """
    title header subheader write markdown caption text button download_button link_button page_link Page radio checkbox
    toggle selectbox multiselect text_input number_input date_input text_area file_uploader info warning error success
    toast spinner status metric tabs expander popover segmented_control pills
    """.split()  # noqa: SIM905
)
ENGLISH_PHRASE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
MARKUP = re.compile(r"<[^>]*>|%?\{[^}]*\}|:[a-z_]+/[a-z_]+:")
WORDS_OF_A_FIGURE = {"title", "text", "name", "hovertemplate", "texttemplate", "ticktext"}
KEY = re.compile(r"[a-z]+\.[a-z0-9_.]+")
SPOKEN = (*PROGRAM, "data")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _asked_keys() -> Iterator[tuple[str, str]]:
    """Constant keys given to ``word``, and to functions that end in ``word`` and pass them on."""
    for path in python(*SPOKEN):
        for call in calls(path):
            first = call.args[0] if call.args else None
            if name_of(call.func).endswith("word") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, f"{path}:{call.lineno}"


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_.]+" for part in node.values
    )


def _used_keys() -> set[str]:
    """Keys that stand in the program as they are, or that an f-string such as ``f"ui.severity.{s}"`` can give."""
    files = python(*SPOKEN)
    plain = {text for path in files for text, _ in strings(path)}
    composed = [
        re.compile(_pattern(node))
        for path in files
        for node in ast.walk(parse(path))
        if isinstance(node, ast.JoinedStr)
    ]
    areas = {key.split(".")[0] for key in load_words()}
    of_an_area = [p for p in composed if p.pattern.split("\\.")[0] in areas]
    return {key for key in load_words() if key in plain or any(p.fullmatch(key) for p in of_an_area)}


def test_every_word_that_is_asked_for_exists() -> None:
    assert [(key, place) for key, place in _asked_keys() if KEY.fullmatch(key) and key not in load_words()] == []


def test_no_word_is_left_that_nobody_uses() -> None:
    assert sorted(set(load_words()) - _used_keys()) == []


def test_every_word_exists_in_both_languages() -> None:
    assert [key for key, text in load_words().items() if not (text.th.strip() and text.en.strip())] == []


def test_thai_words_are_thai_and_english_words_are_not() -> None:
    letters = re.compile(r"[A-Za-z\u0e00-\u0e7f]{4,}")
    words = {key: text for key, text in load_words().items() if letters.search(MARKUP.sub("", text.en))}
    assert [key for key, text in words.items() if not THAI.search(text.th)] == []
    names = {"ui.language_th", "ui.language_th_name"}  # a language is called by its own name
    assert [key for key, text in words.items() if THAI.search(text.en) and key not in names] == []


def test_both_languages_have_the_same_places_to_fill() -> None:
    assert [key for key, text in load_words().items() if _places(text.th) != _places(text.en)] == []


@pytest.mark.parametrize("place", [place for place in PROGRAM if place not in READS_THAI])
def test_no_thai_stands_in_the_program(place: str) -> None:
    found = [
        f"{path}:{line} {text}" for path in python(place) for text, line in strings(path) if THAI_WORD.search(text)
    ]
    assert found == []


def _shown_strings(path: Path, keywords: set[str] | None) -> Iterator[tuple[str, int]]:
    """Texts given to what shows them: to Streamlit's own parts, or under one of the keywords."""
    for call in calls(path):
        shown = [k.value for k in call.keywords if keywords is None or k.arg in keywords]
        if keywords is None:
            shown = [*call.args, *shown] if name_of(call.func) in SHOWN_BY else []
        for node in shown:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, node.lineno


def test_no_english_sentence_stands_in_a_call_of_the_screen() -> None:
    found = [
        f"{path}:{line} {text}"
        for path in python("app.py", "pages", "ui")
        for text, line in _shown_strings(path, None)
        if ENGLISH_PHRASE.search(MARKUP.sub("", text)) and not text.lstrip().startswith("<")
    ]
    assert found == []


def test_no_english_word_stands_in_a_figure() -> None:
    drawing = [path for path in python("figures") if "render" not in path.parts]
    found = [
        f"{path}:{line} {text}"
        for path in drawing
        for text, line in _shown_strings(path, WORDS_OF_A_FIGURE)
        if re.search(r"[A-Za-z]{3,}", MARKUP.sub("", text))
    ]
    assert found == []
