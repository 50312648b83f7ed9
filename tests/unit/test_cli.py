"""The command line: what it prints, and how it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

import cli
from i18n import Language, word
from tests.build import build
from tests.factories_rounds import make_project

MEMBERS = ["id", "sex", "birth year", "village", "role", "joined", "left"]
INCOME = ["member id", "source", "amount before", "amount after", "per"]
PARTNERS = ["name", "sector", "support", "present before", "present after", "value before", "value after"]
SUMMARY = ["indicator", "unit", "dimension", "before", "after", "target", "better", "n"]
SECRET_ID = "XQ-0417"


def save(path: Path, sheets: Mapping[str, Sequence[Any]]) -> Path:
    path.write_bytes(build(sheets))
    return path


def income_book(path: Path, pairs: Sequence[tuple[Any, Any]]) -> Path:
    members = [[f"M{i}", "female", 1970, "A", "member", None, None] for i in range(len(pairs))]
    income = [[f"M{i}", "weaving", *pair, "month"] for i, pair in enumerate(pairs)]
    return save(path, {"Members": [MEMBERS, *members], "Income": [INCOME, *income]})


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    assert cli.main([str(argument) for argument in arguments]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def pick(result: dict[str, Any], indicator: str, group: dict[str, str] | None = None) -> dict[str, Any]:
    hits = [f for f in result["findings"] if f["indicator"] == indicator and f["group"] == group]
    assert len(hits) == 1, f"{indicator} {group}: {len(hits)} findings"
    hit: dict[str, Any] = hits[0]
    return hit


def test_json_gives_the_paired_income_with_its_interval(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [(1000, 1500), (2000, 2400), (1500, 1500), (3000, 2800), (500, 1700), (1200, 1900)]
    result = run_json(capsys, "analyse", income_book(tmp_path / "a.xlsx", pairs), "--json", "--language", "en")
    finding = pick(result, "member_income")
    assert finding["baseline"] == pytest.approx((1000 + 2000 + 1500 + 3000 + 500 + 1200) / 6)
    assert finding["difference"] == pytest.approx((500 + 400 + 0 - 200 + 1200 + 700) / 6)
    low, high = finding["interval"]
    assert low < finding["difference"] < high
    assert (finding["n_baseline"], finding["n_endline"], finding["n_pairs"]) == (6, 6, 6)
    assert finding["better"] is True
    assert {"W01", "W05"} <= set(finding["caveats"])
    assert finding["sources"] == [
        {"file": "a.xlsx", "sheet": "Income", "ranges": ["C2:C7", "D2:D7"]},
    ] or sorted(r for s in finding["sources"] for r in s["ranges"]) in (["C2:C7", "D2:D7"], ["C2:D7"])


def test_json_holds_no_id_or_name_of_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = [[SECRET_ID, "f", 1970, "A", "member", None, None]] * 2
    income = [[SECRET_ID, "weaving", "many", None, "month"], ["ZZ-99", "weaving", 5, 6, "month"]]
    book = save(tmp_path / "a.xlsx", {"Members": [MEMBERS, *members], "Income": [INCOME, *income]})
    assert cli.main(["analyse", str(book), "--json"]) == 0
    printed = capsys.readouterr().out
    assert SECRET_ID not in printed
    assert "ZZ-99" not in printed
    result = json.loads(printed)
    assert result["problems"]
    assert result["excluded"]
    assert cli.main(["analyse", str(book)]) == 0
    assert SECRET_ID not in capsys.readouterr().out


def test_every_row_read_is_used_or_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = [["A", "f"], ["A", "f"], [None, "m"], ["B", "m"], [None, None], ["รวม", None]]
    book = save(tmp_path / "a.xlsx", {"สมาชิก": [["รหัสสมาชิก", "เพศ"], *members]})
    result = run_json(capsys, "analyse", book, "--json")
    (sheet,) = result["sheets"]
    assert sheet["rows_read"] == sheet["rows_used"] + sheet["rows_left_out"] == 5
    left_out = [e for e in result["excluded"] if e["row"]]
    assert sorted(e["row"] for e in left_out) == [3, 4, 7]
    assert sheet["rows_left_out"] == len(left_out)


def test_a_typed_figure_gives_way_to_the_rows_and_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = [[f"M{i}", "f", 1970, "A", "member", None, None] for i in range(7)]
    summary = [
        ["members_active", "person", "social", 3, 99, None, "higher", None],
        ["residue_dumped", "tonne_fresh_per_year", "environmental", 5.4, 1.9, 1, "lower", None],
    ]
    book = save(tmp_path / "a.xlsx", {"Members": [MEMBERS, *members], "Summary": [SUMMARY, *summary]})
    result = run_json(capsys, "analyse", book, "--json")
    assert pick(result, "members_active")["endline"] == 7
    residue = pick(result, "residue_dumped")
    assert residue["difference"] == pytest.approx(1.9 - 5.4)
    assert residue["relative_change"] == pytest.approx((1.9 - 5.4) / 5.4)
    assert residue["better"] is True
    assert residue["target"] == 1
    assert "W12" in residue["caveats"]
    typed = [e for e in result["excluded"] if e["reason"] == "computed_from_rows"]
    assert [e["row"] for e in typed] == [2]


def test_two_files_are_told_apart_by_name_or_by_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = ["member id", "source", "amount", "per"]
    before = save(tmp_path / "x1.xlsx", {"Income": [header, *([f"M{i}", "s", 100, "month"] for i in range(6))]})
    after = save(tmp_path / "x2.xlsx", {"Income": [header, *([f"M{i}", "s", 160 + i, "month"] for i in range(6))]})
    assert cli.main(["analyse", str(before), str(after)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    result = run_json(capsys, "analyse", after, "--baseline", before, "--json")
    assert pick(result, "member_income")["difference"] == pytest.approx(60 + (0 + 1 + 2 + 3 + 4 + 5) / 6)
    named = before.rename(tmp_path / "รายได้ ก่อน.xlsx"), after.rename(tmp_path / "รายได้ หลัง.xlsx")
    result = run_json(capsys, "analyse", *named, "--json")
    assert pick(result, "member_income")["baseline"] == pytest.approx(100)


def test_a_refusal_that_nobody_reads_is_exit_2_all_the_same(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, cli.__file__, "analyse", str(tmp_path / "none.xlsx")]
    assert subprocess.run(command, stdout=write, stderr=write, check=False).returncode == 2
    os.close(write)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_no_workbook_is_one_sentence_and_exit_2(
    content: bytes, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert cli.main(["analyse", str(tmp_path / "a.xlsx"), "--language", language]) == 2
    error = capsys.readouterr().err.strip()
    assert "a.xlsx" in error
    assert len(error.splitlines()) == 1
    assert "Traceback" not in error


def test_where_a_column_is_missing_the_refusal_names_it_and_its_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = save(tmp_path / "book.xlsx", {"Income": [["source", "amount before", "amount after"], ["weaving", 1, 2]]})
    assert cli.main(["analyse", str(book), "--language", "en"]) == 2
    told = capsys.readouterr().err.strip()
    assert "\n" not in told
    assert "sheet “Income”" in told
    assert "Member ID" in told


@pytest.mark.parametrize(
    "arguments", [["analyse"], ["analyse", "nowhere.xlsx"], ["analyse", "--bogus"], ["nonsense"], []]
)
def test_a_wrong_call_is_one_sentence_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_help_breaks_no_thai_letter_from_its_marks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("inspect", "analyse", "charts", "template"):
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        starts = {line.strip()[:1] for line in capsys.readouterr().out.splitlines()}
        assert not starts & {"้", "่", "๊", "๋", "็", "์", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "ำ", "ะ", "า"}


def test_charts_saves_an_image_of_each_chart_at_its_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = income_book(tmp_path / "a.xlsx", [(1000 + i, 1500 + 2 * i) for i in range(12)])
    out = tmp_path / "images"
    assert cli.main(["charts", str(book), "--out", str(out), "--size", "slide", "--language", "en"]) == 0
    printed = capsys.readouterr().out.splitlines()
    saved = sorted(out.iterdir())
    assert sorted(Path(line) for line in printed) == saved
    assert len(saved) >= 3
    for path in saved:
        with Image.open(path) as image:
            assert image.size == (1920, 1080)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_template_is_a_form_that_reads_back_without_a_fault(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "form.xlsx"
    assert cli.main(["template", "--out", str(form), "--language", language]) == 0
    book = load_workbook(form)
    assert len(book.sheetnames) >= 6
    capsys.readouterr()
    assert cli.main(["analyse", str(form), "--language", language]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_file_named_before_may_stand_in_the_list_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = ["member id", "source", "amount", "per"]
    before = save(tmp_path / "x1.xlsx", {"Income": [header, *([f"M{i}", "s", 100, "month"] for i in range(6))]})
    after = save(tmp_path / "x2.xlsx", {"Income": [header, *([f"M{i}", "s", 160, "month"] for i in range(6))]})
    result = run_json(capsys, "analyse", before, after, "--baseline", before, "--json")
    finding = pick(result, "member_income")
    assert (finding["baseline"], finding["endline"], finding["n_pairs"]) == (100, 160, 6)


@pytest.fixture
def three_rounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file that is read as a project of the rounds 2562, 2563 and 2564."""
    monkeypatch.setattr(cli, "open_project", lambda *_, **__: make_project())
    (tmp_path / "a.xlsx").touch()
    return tmp_path / "a.xlsx"


@pytest.mark.parametrize(
    ("options", "compared"),
    [
        ([], ["y2562", "y2564"]),
        (["--endline-round", "2563"], ["y2562", "y2563"]),
        (["--baseline-round", "2564", "--endline-round", "y2563"], ["y2563", "y2564"]),
    ],
)
def test_two_of_several_rounds_are_chosen(
    options: list[str], compared: list[str], three_rounds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = run_json(capsys, "analyse", three_rounds, "--json", *options)
    assert [one["round"] for one in result["rounds"]] == compared
    assert len(result["all_rounds"]) == 3


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("options", [["--endline-round", "2570"], ["--baseline-round", "2564"]])
def test_rounds_that_cannot_be_compared_are_one_sentence_and_exit_2(
    options: list[str], language: str, three_rounds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(three_rounds), "--language", language, *options]) == 2
    error = capsys.readouterr().err.strip()
    assert len(error.splitlines()) == 1
    assert all(key in error for key in ("y2562", "y2563", "y2564"))


UNSURE = ["who", "back then", "these days", "every"]


def unsure_book(path: Path) -> Path:
    return save(path, {"Survey": [["A title"], UNSURE, *([f"M{i}", 100, 150 + i, "month"] for i in range(6))]})


def test_inspect_tells_of_each_sheet_its_columns_and_its_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = income_book(tmp_path / "a.xlsx", [(100 + i, 150) for i in range(6)])
    result = run_json(capsys, "inspect", book, "--json")
    _, income = result["sheets"]
    assert (income["table"], income["header_row"]) == ("income", 1)
    assert [(c["column"], c["round"], c["confidence"]) for c in income["columns"]][2] == ("amount", "baseline", 1)
    assert income["rows_read"] == income["rows_used"] + income["rows_left_out"] == 6
    assert result["questions"] == []
    assert cli.main(["inspect", str(book), "--language", "en"]) == 0
    assert "C1 amount before → Amount · Before (100" in capsys.readouterr().out


def test_inspect_names_no_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    income = [[SECRET_ID, "weaving", "many", None, "month"], [SECRET_ID, "weaving", 5, 6, "month"]]
    book = save(tmp_path / "a.xlsx", {"Members": [MEMBERS, ["A1", "f"]], "Income": [INCOME, *income]})
    for how in (["--json"], []):
        assert cli.main(["inspect", str(book), *how]) == 0
        assert SECRET_ID not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["analyse", "charts", "inspect"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_where_it_is_unsure_it_asks_and_gives_the_mapping_that_would_answer(
    command: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, mapping = unsure_book(tmp_path / "a.xlsx"), tmp_path / "a.toml"
    out = ["--out", str(tmp_path / "images")] if command == "charts" else []
    options = [str(book), "--write-mapping", str(mapping), "--language", language, *out]
    assert cli.main([command, *options]) == 2
    told = capsys.readouterr().err
    assert "Survey" in told
    assert mapping.read_text(encoding="utf-8").strip() in told
    assert "M1" not in told
    assert cli.main([command, *options, "--mapping", str(mapping)]) == 2  # the choices are still open
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_with_the_mapping_filled_in_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, mapping = unsure_book(tmp_path / "a.xlsx"), tmp_path / "a.toml"
    assert cli.main(["inspect", str(book), "--write-mapping", str(mapping)]) == 2
    capsys.readouterr()
    text = mapping.read_text(encoding="utf-8").replace('table = "?"', 'table = "income"')
    meant = ['"member_id"', '"amount"\nround = "baseline"', '"amount"\nround = "endline"', '"period"']
    for header, column in zip(UNSURE, meant, strict=True):
        open_lines = rf'(header = "{re.escape(header)}"\n)column = "\?".*\nround = "\?".*'
        text = re.sub(open_lines, rf"\g<1>column = {column}", text)
    mapping.write_text(text, encoding="utf-8")
    result = run_json(capsys, "analyse", book, "--mapping", mapping, "--json")
    assert pick(result, "member_income")["difference"] == pytest.approx(50 + (0 + 1 + 2 + 3 + 4 + 5) / 6)


def test_inspect_tells_of_a_column_of_rounds_and_writes_all_that_it_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [[f"M{n}", year, 100 + year - 2560] for year in (2562, 2563, 2564) for n in range(5)]
    book = save(tmp_path / "a.xlsx", {"รายได้": [["รหัสสมาชิก", "ปี พ.ศ.", "รายได้ (บาท/เดือน)"], *rows]})
    mapping = tmp_path / "a.toml"
    assert cli.main(["inspect", str(book), "--write-mapping", str(mapping)]) == 0
    assert "B1 ปี พ.ศ. → บอกช่วงเวลาของแต่ละแถว · ปี 2562 · ปี 2563 · ปี 2564" in capsys.readouterr().out
    assert 'rounds = { "2562" = "y2562", "2563" = "y2563", "2564" = "y2564" }' in mapping.read_text(encoding="utf-8")
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('"2563" = "y2563"', '"2563" = ""'), encoding="utf-8")
    result = run_json(capsys, "analyse", book, "--mapping", mapping, "--json")
    assert pick(result, "member_income")["difference"] == pytest.approx(2)
    assert [column["column"] for column in result["sheets"][0]["columns"]] == ["member_id", "round", "amount"]


def test_a_mapping_that_is_none_is_one_sentence_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = unsure_book(tmp_path / "a.xlsx")
    for name, content in (("x.toml", b"version = 5"), ("y.toml", b"\xff\x00")):
        (tmp_path / name).write_bytes(content)
        assert cli.main(["analyse", str(book), "--mapping", str(tmp_path / name)]) == 2
        error = capsys.readouterr().err.strip()
        assert len(error.splitlines()) == 1
        assert name in error
    assert cli.main(["analyse", str(book), "--mapping", str(tmp_path / "nowhere.toml")]) == 2


SROI = ["stakeholder", "outcome", "input value", "quantity", "proxy value", "deadweight", "attribution", "duration"]
VALUE_MAP = [SROI, ["members", "skill", 1000, 10, 500, "20%", "50%", 2]]


@pytest.mark.parametrize(
    ("choices", "ratio"),
    [
        ((), 2000 / 1.035 + 2000 / 1.035**2),
        (("--timing", "mid"), 2000 / 1.035**0.5 + 2000 / 1.035**1.5),
        (("--timing", "start", "--discount-rate", "0"), 4000),
        (("--combination", "add", "--discount-rate", "5"), 1500 / 1.05 + 1500 / 1.05**2),
    ],
)
def test_the_choices_under_the_social_return_are_options(
    choices: tuple[str, ...], ratio: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value map alone is enough: nothing else need be in the file."""
    path = save(tmp_path / "a.xlsx", {"SROI": VALUE_MAP})
    found = run_json(capsys, "analyse", path, "--json", *choices)["sroi"]
    assert found["ratio"] == pytest.approx(ratio / 1000)
    assert found["net_present_value"] == pytest.approx(ratio - 1000)
    assert found["present_value"] == pytest.approx(ratio)
    low, high = found["range"]
    assert low < found["ratio"] < high
    assert found["timing"] in choices or found["timing"] == "end"
    assert found["combination"] in choices or found["combination"] == "multiply"
    assert found["lines"][0]["range"][0] < found["lines"][0]["present_value"]


def test_a_rate_that_can_be_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(tmp_path / "a.xlsx", {"SROI": VALUE_MAP})
    assert cli.main(["analyse", str(path), "--discount-rate", "88", "--language", "en"]) == 2
    assert "88" in capsys.readouterr().err


def test_the_text_tells_the_ratio_with_its_range_and_the_choices_under_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(tmp_path / "a.xlsx", {"SROI": VALUE_MAP})
    assert cli.main(["analyse", str(path), "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert "range" in told
    assert "Valued at the end of each year · Deductions multiplied · Discount rate 3.5" in told
    assert "10 × 500 = 5,000" in told
    assert "S01 " in told


def test_the_index_is_told_with_its_weights_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    book = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
    assert run_json(capsys, "analyse", book, "--json")["index"] is None
    equal = run_json(capsys, "analyse", book, "--json", "--index")["index"]
    weights = ("--weight", "household_debt=4", "--weight", "เงินออมในกลุ่ม=0")
    chosen = run_json(capsys, "analyse", book, "--json", *weights)["index"]
    parts = [{one["indicator"]: one for one in index["dimensions"][0]["indicators"]} for index in (equal, chosen)]
    assert {one["weight"] for one in parts[0].values()} == {1}
    assert (parts[1]["household_debt"]["weight"], parts[1]["member_savings"]["weight"]) == (4, 0)
    told = sum(one["weight"] * one["score"] for one in parts[1].values()) / sum(p["weight"] for p in parts[1].values())
    assert chosen["dimensions"][0]["index"] == pytest.approx(100 * told)
    assert 0 <= chosen["same_order_share"] <= 1


@pytest.mark.parametrize("weight", ["nothing=2", "member_income=-1", "member_income", "member_income=much"])
def test_a_weight_that_cannot_be_used_is_refused(weight: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = Path(__file__).parents[2] / "data" / "samples" / "banana_weaving.xlsx"
    assert cli.main(["analyse", str(book), "--weight", weight, "--language", "en"]) == 2
    assert "--weight" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "thai", "english"),
    [
        (["charts", "a.xlsx"], "ยังขาด --out", "--out is missing"),
        (
            ["charts", "a.xlsx", "--out", "b", "--size", "huge"],
            "--size รับค่า huge ไม่ได้",
            "--size cannot be huge: choose",
        ),
        (["analyse", "a.xlsx", "--bogus"], "ไม่รู้จัก --bogus", "--bogus is not known"),
        (["analyse", "a.xlsx", "--discount-rate", "abc"], "รับค่า abc ไม่ได้", "--discount-rate cannot be abc"),
        (["analyse", "a.xlsx", "--baseline"], "ต้องใส่ค่าต่อจาก --baseline", "--baseline needs a value"),
        (["analyse", "a.xlsx", "--base", "b.xlsx"], "--base อาจหมายถึง", "--base may stand for several"),
        (["analyse", "a.xlsx", "--json=yes"], "--json ไม่รับค่า", "--json takes no value"),
        (["nonsense"], "รับค่า nonsense ไม่ได้", "cannot be nonsense"),
    ],
)
def test_arguments_that_are_not_understood_are_refused_in_the_language_asked_for(
    arguments: list[str], thai: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for spoken, said in (([], thai), (["--language", "en"], english)):
        assert cli.main(
            [*arguments[:1], *spoken, *arguments[1:]] if arguments != ["nonsense"] else [*arguments, *spoken]
        )
        output = capsys.readouterr()
        assert not output.out
        assert said in output.err
        assert output.err.count("\n") == 1
        assert ("argument" in output.err) is False


def test_a_fault_of_the_program_itself_is_one_sentence_without_what_the_file_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise KeyError(SECRET_ID)

    monkeypatch.setattr(cli, "find_changes", fail)
    book = str(income_book(tmp_path / "a.xlsx", [(1, 2)]))
    for language, said in (
        ("th", "ข้อบกพร่องของโปรแกรมเอง (KeyError, test_cli.py:"),
        ("en", "a fault of its own (KeyError"),
    ):
        assert cli.main(["analyse", book, "--language", language]) == 2
        output = capsys.readouterr()
        assert (output.out, output.err.count("\n")) == ("", 1)
        assert said in output.err
        assert SECRET_ID not in output.err


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_blank_form_is_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    form = tmp_path / "form.xlsx"
    assert cli.main(["template", "--out", str(form), "--language", language]) == 0
    assert cli.main(["analyse", str(form), "--language", language]) == 2
    assert capsys.readouterr().err.strip() == word("cli.form_blank", Language(language), file="form.xlsx")


@pytest.mark.parametrize("command", ["inspect", "analyse"])
def test_a_file_that_cannot_be_read_is_refused_on_standard_error_alone(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book := tmp_path / "a.xlsx").write_bytes(b"no workbook")
    assert cli.main([command, str(book)]) == 2
    told = capsys.readouterr()
    assert (told.out, "a.xlsx" in told.err) == ("", True)
