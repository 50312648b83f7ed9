"""Small parts: screens that only ask, find, show and offer; functions and modules that fit on a screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PROGRAM, docstrings, parse, python, read, tracked

SCREEN_LINES = 40
FUNCTION_LINES = 32  # aim: 7, rarely over 20; docstrings and blank lines do not count
MODULE_LINES = 220  # aim: 120, rarely over 200
VAGUE = {"utils", "util", "helpers", "helper", "core", "common", "services", "misc"}


def test_the_frame_and_each_page_keep_to_forty_lines() -> None:
    screens = python("app.py", "pages")
    assert {str(path): n for path in screens if (n := len(read(path).splitlines())) > SCREEN_LINES} == {}


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(parse(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef, path: Path) -> int:
    prose = docstrings(path)
    lines = read(path).splitlines()
    body = [node for node in function.body if not (isinstance(node, ast.Expr) and id(node.value) in prose)]
    return sum(bool(lines[n - 1].strip()) for node in body for n in range(node.lineno, (node.end_lineno or 0) + 1))


def test_no_function_is_a_monster() -> None:
    sizes = {f"{path}:{f.name}": _code_lines(f, path) for path in python(*PROGRAM) for f in _functions(path)}
    assert {name: lines for name, lines in sizes.items() if lines > FUNCTION_LINES} == {}


def test_no_module_is_a_monster() -> None:
    assert {str(path): n for path in python(*PROGRAM) if (n := len(read(path).splitlines())) > MODULE_LINES} == {}


def test_no_folder_or_module_has_a_vague_name() -> None:
    assert [str(path) for path in tracked() if VAGUE & {*path.parent.parts, path.stem}] == []
