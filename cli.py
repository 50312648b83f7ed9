"""The same work without a browser: ``analyse``, ``charts`` and ``template`` on the command line.

Exit 0 when done; 2 with one sentence on standard error when a file cannot be used or a question is open.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from analysis.findings import Findings
from dictionary.load import describe, severity
from dictionary.nouns import BASELINE, ENDLINE, Severity
from i18n import Language, word
from ingest import InputFile
from project import Pair, Project, find_changes, find_round, open_project

_Add: TypeAlias = "Callable[..., argparse.ArgumentParser]"  # the add_parser of the commands


class Refusal(Exception):
    """A sentence for the user that ends the command with exit code 2."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refusal(word("cli.usage_error", _language_of(sys.argv), message=message))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every refusal is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        options = _build_parser(_language_of(sys.argv if arguments is None else arguments)).parse_args(arguments)
        options.run(options)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read the output has closed it, as `head` does: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def analyse(options: argparse.Namespace) -> None:
    """Print the findings of the files as text or JSON."""
    from reports.findings_json import write_json
    from reports.findings_text import write_text

    write = write_json if options.json else write_text
    print(write(_find(options), options.language))


def charts(options: argparse.Namespace) -> None:
    """Save an image of every chart that the findings allow and print the path of each."""
    from figures import DrawingError, ImageChoice, NoBrowser, choose_all, file_name, render_chart

    findings = _find(options)
    folder = _make_folder(Path(options.out), options.language)
    try:
        for choice in choose_all(findings, ImageChoice("", options.language, options.size, options.format)):
            image = render_chart(findings, choice)
            print(_save(folder / file_name(findings, choice), image, options.language))
    except NoBrowser as error:
        raise Refusal(word("cli.no_browser", options.language)) from error
    except DrawingError as error:
        raise Refusal(word("cli.not_drawn", options.language)) from error


def template(options: argparse.Namespace) -> None:
    """Save the blank Excel form and print its path."""
    from reports.form import write_form

    print(_save(Path(options.out), write_form(options.language), options.language))


def _find(options: argparse.Namespace) -> Findings:
    if not (options.files or options.baseline):
        raise Refusal(word("cli.no_files", options.language))
    project = open_project(_read(options))
    for problem in project.problems:
        if severity(problem) is Severity.ERROR and not problem.sheet:
            raise Refusal(describe(problem, options.language, personal=False))
    for question in project.questions:
        asked = word(question.code, options.language, **question.values)
        raise Refusal(f"{asked} ({', '.join(question.options)})")
    if project.observations.empty:
        names = ", ".join(sorted({Path(name).name for name in (*options.files, *options.baseline)}))
        raise Refusal(word("cli.nothing_to_compare", options.language, file=names))
    return find_changes(project, pair=_choose_pair(project, options))


def _choose_pair(project: Project, options: argparse.Namespace) -> Pair:
    """The rounds that were named; where one was not, the first or the last of the data."""
    sides = zip((options.baseline_round, options.endline_round), (project.rounds[0], project.rounds[-1]), strict=True)
    names = ", ".join(f"{one.key} ({one.label[options.language]})" for one in project.rounds)
    keys = []
    for text, usual in sides:
        found = find_round(project.rounds, text) if text else usual
        if found is None:
            raise Refusal(word("cli.no_such_round", options.language, round=text, rounds=names))
        keys.append(found.key)
    if keys[0] == keys[1]:
        raise Refusal(word("cli.same_round", options.language, round=keys[0], rounds=names))
    return keys[0], keys[1]


def _read(options: argparse.Namespace) -> list[InputFile]:
    """The files of the project, each once: those named as baseline hold the data before, then the others after."""
    earlier = [Path(name) for name in options.baseline]
    known = {path.resolve() for path in earlier}
    later = [path for name in options.files if (path := Path(name)).resolve() not in known]
    rounds = [*((path, BASELINE) for path in earlier), *((path, ENDLINE if earlier else None) for path in later)]
    return [InputFile(path.name, _content(path, options.language), given) for path, given in rounds]


def _content(path: Path, language: Language) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(word("cli.unreadable_file", language, file=path)) from error


def _make_folder(path: Path, language: Language) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(word("cli.unwritable_file", language, file=path)) from error
    return path


def _save(path: Path, content: bytes, language: Language) -> Path:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refusal(word("cli.unwritable_file", language, file=path)) from error
    return path


def _language_of(arguments: Sequence[str]) -> Language:
    """The language asked for, before the arguments are parsed: their own faults are said in it too."""
    text = " ".join(arguments)
    return Language.EN if "--language en" in text or "--language=en" in text else Language.TH


def _build_parser(language: Language) -> argparse.ArgumentParser:
    parser = _Parser(prog="cli.py", description=word("cli.description", language))
    commands = parser.add_subparsers(required=True, metavar="analyse|charts|template", parser_class=_Parser)
    _add_analyse(commands.add_parser, language)
    _add_charts(commands.add_parser, language)
    _add_option(_add_command(commands.add_parser, template, language), "out", language, required=True, metavar="FILE")
    return parser


def _add_analyse(add: _Add, language: Language) -> None:
    command = _add_command(add, analyse, language)
    _add_files(command, language)
    _add_option(command, "json", language, action="store_true")


def _add_charts(add: _Add, language: Language) -> None:
    command = _add_command(add, charts, language)
    _add_files(command, language)
    _add_option(command, "out", language, required=True, metavar="DIR")
    _add_option(command, "format", language, choices=("png", "svg", "pdf"), default="png")
    _add_option(command, "size", language, choices=("word", "half", "slide", "square"), default="word")


def _add_files(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help=word("cli.files", language))
    _add_option(command, "baseline", language, action="append", default=[], metavar="FILE")
    for side in (BASELINE, ENDLINE):
        _add_option(command, f"{side}-round", language, metavar="ROUND")


def _add_command(add: _Add, run: Callable[[argparse.Namespace], None], language: Language) -> argparse.ArgumentParser:
    command = add(run.__name__, help=word(f"cli.{run.__name__}", language))
    command.set_defaults(run=run)
    _add_option(command, "language", language, type=Language, choices=tuple(Language), default=Language.TH)
    return command


def _add_option(command: argparse.ArgumentParser, name: str, language: Language, **settings: Any) -> None:
    command.add_argument(f"--{name}", help=word(f"cli.{name.replace('-', '_')}", language), **settings)


if __name__ == "__main__":
    sys.exit(main())
