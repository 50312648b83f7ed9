"""The repository as the house tests see it: the files that git keeps, and the Python among them as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]
LAYERS = ("pages", "ui", "commands", "reports", "figures", "project", "analysis", "ingest", "dictionary", "i18n")
PROGRAM = (*LAYERS, "app.py", "cli.py")


@cache
def tracked() -> tuple[Path, ...]:
    """Paths from the top of the repository, of all files that git keeps (or would: not ignored) and that exist."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HOUSE, capture_output=True, check=True, text=True).stdout
    return tuple(sorted({Path(name) for name in listed.split("\0") if name and (HOUSE / name).is_file()}))


def read(path: Path) -> str:
    return (HOUSE / path).read_text(encoding="utf-8")


def python(*places: str) -> tuple[Path, ...]:
    """The Python files at or under the given places; all of them without places."""
    return tuple(p for p in tracked() if p.suffix == ".py" and (not places or p.parts[0] in places))


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(read(path), str(path))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Each module that a file imports, with the line; ``from a import b`` gives ``a`` and ``a.b``."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(parse(path)) if isinstance(node, ast.Call))


def name_of(node: ast.expr) -> str:
    """The last part of what is called: ``st.title(...)`` gives ``title``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def docstrings(path: Path) -> set[int]:
    """The ids of the syntax nodes that are docstrings: they are prose for programmers."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(parse(path))
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """Every string constant of a file with its line, docstrings left out."""
    prose = docstrings(path)
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value, node.lineno
