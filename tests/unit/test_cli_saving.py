"""What the command line writes over, and what it keeps."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from openpyxl import load_workbook

import cli
from tests.build import build

LANGUAGES = [("th", "อยู่แล้ว"), ("en", "is already there")]


def _fill(form: Path) -> bytes:
    book = load_workbook(form)
    book.worksheets[1]["B2"] = "กลุ่มทอผ้า"
    book.save(form)
    return form.read_bytes()


@pytest.mark.parametrize(("language", "said"), LANGUAGES)
def test_a_form_that_was_filled_in_is_not_written_over(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "form.xlsx"
    cli.main(["template", "--out", str(form), "--language", language])
    filled = _fill(form)
    capsys.readouterr()
    assert cli.main(["template", "--out", str(form), "--language", language]) == 2
    told = capsys.readouterr()
    assert (told.out, said in told.err, "--overwrite" in told.err) == ("", True, True)
    assert len(told.err.strip().splitlines()) == 1
    assert form.read_bytes() == filled


def test_it_is_written_over_where_that_is_asked_for(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    cli.main(["template", "--out", str(form)])
    blank = form.read_bytes()
    _fill(form)
    assert cli.main(["template", "--out", str(form), "--overwrite"]) == 0
    assert form.read_bytes() == blank


def test_a_blank_form_may_be_written_again_in_either_language_and_over_an_empty_file(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    form.touch()
    for language in ("th", "th", "en"):
        assert cli.main(["template", "--out", str(form), "--language", language]) == 0
    assert load_workbook(form).properties.language == "en"


@pytest.mark.parametrize(("command", "language", "said"), [("inspect", *LANGUAGES[0]), ("analyse", *LANGUAGES[1])])
def test_a_mapping_file_with_answers_is_not_written_over(
    command: str, language: str, said: str, tmp_path: Path
) -> None:
    book, mapping = tmp_path / "a.xlsx", tmp_path / "m.toml"
    rows = [[f"M{n}", 100 + n, 200 + n] for n in range(8)]
    book.write_bytes(build({"Income": [["member id", "amount before", "amount after"], *rows]}))
    ask = [command, str(book), "--write-mapping", str(mapping), "--language", language]
    assert cli.main(ask) == cli.main(ask)  # what nobody changed may be written again
    mapping.write_text(mapping.read_text("utf-8") + "# answered", "utf-8")
    said_of_it = io.StringIO()
    with redirect_stderr(said_of_it):
        assert cli.main(ask) == 2
    assert said in said_of_it.getvalue()
    assert mapping.read_text("utf-8").endswith("# answered")


def test_a_workbook_is_never_lost_to_a_mapping_of_it(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    content = build({"Income": [["member id", "amount before", "amount after"], ["M1", 1, 2]]})
    book.write_bytes(content)
    assert cli.main(["inspect", str(book), "--write-mapping", str(book)]) == 2
    assert book.read_bytes() == content


@pytest.mark.parametrize(("language", "said"), [("th", "ไม่มีโฟลเดอร์"), ("en", "There is no folder")])
def test_of_a_folder_that_is_not_there_it_says_so(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "none" / "form.xlsx"
    assert cli.main(["template", "--out", str(form), "--language", language]) == 2
    assert said in (told := capsys.readouterr().err)
    assert str(form.parent) in told
