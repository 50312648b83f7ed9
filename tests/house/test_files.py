"""Files that others open: lists that Excel reads as Thai, a start file that Windows reads, nothing of one machine."""

from __future__ import annotations

import csv
import io
import re
import subprocess

import pytest

from tests.house.tree import HOUSE, read, tracked

TEXTS = {".py", ".md", ".csv", ".toml", ".txt", ".in", ".bat", ".yml", ".css", ".js", ".html", "", ".svg"}
SLASH = "/"
OF_ONE_MACHINE = re.compile(
    rf"(?<![\w.:/*~-]){SLASH}(?:home|root|work|tmp|Users|opt|private){SLASH}[\w.]"  # a path of somebody's machine
    r"|[A-Z]:\\Users\\"
    r"|\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|jsdelivr|unpkg\.com)\b"  # a package host
)


def _texts() -> list[str]:
    return [str(path) for path in tracked() if path.suffix in TEXTS and path.name != "test_files.py"]


@pytest.mark.parametrize(
    "name", [str(p) for p in tracked() if p.suffix == ".csv" and p.parts[0] in {"dictionary", "i18n"}]
)
def test_a_list_opens_in_excel_with_its_thai_right(name: str) -> None:
    content = (HOUSE / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "UTF-8 with BOM"
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {len(line) for line in lines} == {len(lines[0])}, "every row has as many cells as the header"


def test_no_file_names_a_machine_or_a_package_host() -> None:
    found = []
    for name in _texts():
        text = (HOUSE / name).read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {hit.group()}" for hit in OF_ONE_MACHINE.finditer(text)]
    assert found == []


def test_the_windows_start_file_has_windows_line_ends_and_plain_letters() -> None:
    content = (HOUSE / "start.bat").read_bytes()
    assert content.isascii(), "Thai text stands in docs/windows.txt: cmd.exe reads batch files by bytes"
    assert content.count(b"\n") == content.count(b"\r\n") > 10


def test_git_keeps_the_windows_line_ends() -> None:
    command = ["git", "check-attr", "eol", "start.bat"]
    told = subprocess.run(command, cwd=HOUSE, capture_output=True, check=True, text=True).stdout
    assert told.strip().endswith("crlf")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_library_is_pinned(name: str) -> None:
    lines = [line for line in read(HOUSE / name).splitlines() if line.strip() and not line.strip().startswith("#")]
    assert [line for line in lines if not re.match(r"[a-z0-9-]+==[\w.]+", line)] == []


def test_every_library_asked_for_is_among_the_pinned() -> None:
    for name in ("requirements", "requirements-dev"):
        asked = re.findall(r"^([a-z][\w-]*)", read(HOUSE / f"{name}.in"), re.MULTILINE)
        pinned = set(re.findall(r"^([a-z0-9-]+)==", read(HOUSE / f"{name}.txt"), re.MULTILINE))
        assert set(asked) <= pinned
