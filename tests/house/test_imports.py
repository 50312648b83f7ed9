"""Who may import whom, where import-linter does not look: app.py, cli.py, and names taken from a package."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, LAYERS, imports, python

SCREEN = ("app.py", "pages", "ui")
MAY_DRAW = (*SCREEN, "reports", "figures")


def _importers(module: str, places: tuple[str, ...]) -> list[str]:
    return [
        f"{path}:{line}"
        for path in python(*places)
        for name, line in imports(path)
        if name == module or name.startswith(f"{module}.")
    ]


def test_streamlit_is_imported_on_the_screen_only() -> None:
    assert (
        _importers("streamlit", tuple({*LAYERS, "cli.py", "data", "benchmarks"} - set(SCREEN) - {"benchmarks"})) == []
    )


def test_plotly_is_imported_by_figures_and_what_stands_above_only() -> None:
    assert _importers("plotly", (*(layer for layer in LAYERS if layer not in MAY_DRAW), "cli.py")) == []


@pytest.mark.parametrize("above", ["ui", "pages"])
def test_the_command_line_needs_no_screen(above: str) -> None:
    assert _importers(above, ("cli.py", "commands")) == []


def test_no_screen_takes_a_part_of_the_command_line() -> None:
    assert _importers("commands", ("app.py", "pages", "ui")) == []


@pytest.mark.parametrize("aside", ["app", "cli", "data", "benchmarks", "tests"])
def test_nothing_of_the_program_imports_what_stands_beside_the_layers(aside: str) -> None:
    assert _importers(aside, LAYERS) == []


def test_analysis_and_ingest_take_no_words() -> None:
    assert _importers("i18n.word", ("analysis", "ingest")) == []
    assert _importers("i18n.words", ("analysis", "ingest")) == []


def test_every_layer_is_a_package_that_import_linter_reads() -> None:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert tuple(settings["root_packages"]) == LAYERS
    assert [layer for layer in LAYERS if not (HOUSE / layer / "__init__.py").is_file()] == []


def test_every_folder_below_a_layer_is_a_package() -> None:
    folders = {path.parent for path in python(*LAYERS)}
    assert sorted(str(folder) for folder in folders if not (HOUSE / folder / Path("__init__.py")).is_file()) == []
