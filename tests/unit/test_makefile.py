"""`make run` opens the app even where Chromium cannot be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

HOUSE = Path(__file__).parents[2]
NO_BROWSER = ["AS_ROOT=", "BROWSER=false"]


def test_where_chromium_cannot_be_installed_make_goes_on_and_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "made").touch()
    apt_get = tmp_path / "apt-get"
    apt_get.write_text("#!/bin/sh\nexit 100\n", encoding="utf-8")
    apt_get.chmod(0o755)
    make = [str(shutil.which("make")), "-f", str(HOUSE / "Makefile"), *NO_BROWSER, ".venv/browser"]
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    done = subprocess.run(make, cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Installing Chromium" in done.stdout
    assert "The app runs all the same" in done.stdout
