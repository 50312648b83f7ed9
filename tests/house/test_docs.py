"""The documents are true: commands exist, folders exist, the layers are those that the checks hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from docs.make_dictionary import SECTIONS, print_dictionary
from tests.house.tree import HOUSE, LAYERS, read

README = Path("README.md")
ARCHITECTURE = Path("docs/architecture.md")
COMMAND = re.compile(r"\bmake ([a-z]+)\b")


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read(Path("Makefile")), re.MULTILINE))


def _code(text: str) -> str:
    """What stands in backticks or fenced blocks: prose may say "make sure"."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))


@pytest.mark.parametrize("document", [README, ARCHITECTURE])
def test_every_make_command_that_is_told_exists(document: Path) -> None:
    told = set(COMMAND.findall(_code(read(document))))
    assert told
    assert told <= _targets()


def test_the_readme_tells_the_two_commands_and_the_windows_file() -> None:
    assert {"run", "test"} <= set(COMMAND.findall(_code(read(README))))
    assert "start.bat" in read(README)


def test_the_readme_tells_in_both_languages_how_to_choose_what_the_makefile_lets_one_choose() -> None:
    thai, english = read(README).split("## English")
    choices = set(re.findall(r"^([A-Z]+) \?=", read(Path("Makefile")), re.MULTILINE))
    for half in (thai, english):
        assert set(re.findall(r"`make run ([A-Z]+)=", half)) == choices


def test_every_command_of_the_command_line_that_is_told_exists() -> None:
    told = set(re.findall(r"python cli\.py ([a-z]+)", read(README)))
    defined = set(re.findall(r"^def ([a-z]+)\(options", read(Path("cli.py")), re.MULTILINE))
    assert told
    assert told <= defined


@pytest.mark.parametrize("document", [README, ARCHITECTURE])
def test_every_folder_and_file_that_is_told_exists(document: Path) -> None:
    told = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|txt|bat|toml))`", read(document))
    assert told
    assert [
        name for name in told if not (HOUSE / name).exists() and not (HOUSE / document.parent / name).exists()
    ] == []


def test_the_architecture_tells_of_every_layer_in_the_order_that_is_checked() -> None:
    contracts = tomllib.loads(read(Path("pyproject.toml")))["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    line = " > ".join(f"({layer})" if "|" in layer else layer for layer in layers)
    assert f"`{line}`" in read(ARCHITECTURE)
    assert {part for layer in layers for part in layer.split(" | ")} == set(LAYERS)


def test_every_folder_at_the_top_is_told_in_the_architecture() -> None:
    folders = {p.name for p in HOUSE.iterdir() if p.is_dir() and not p.name.startswith((".", "__"))} - {"out"}
    assert {name for name in folders if f"`{name}/`" not in read(ARCHITECTURE)} == set()


def test_the_dictionary_is_printed_as_its_rows_stand() -> None:
    """If this fails, run ``make docs``."""
    assert read(Path("docs/dictionary.md")) == print_dictionary()


def test_every_list_of_the_dictionary_is_printed() -> None:
    lists = {path.stem for path in (HOUSE / "dictionary").glob("*.csv")}
    assert {section.name for section in SECTIONS} == lists


@pytest.mark.parametrize("document", [README, ARCHITECTURE])
def test_every_picture_and_page_that_is_linked_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(document))
    assert [link for link in links if not (HOUSE / document.parent / link).exists()] == []
