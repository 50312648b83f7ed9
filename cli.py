"""The same work without a browser: ``inspect``, ``analyse``, ``charts`` and ``template`` on the command line.

Exit 0 when done; 2 with one sentence on standard error when a file cannot be used, or with the question that is open
and the mapping file that would answer it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from analysis.findings import Findings
from commands.faults import Refusal, say_own_fault
from commands.files import make_folder, read_files, read_told, refuse_unheard, save, save_new
from commands.options import add_chosen, choose_prices, choose_settings, find_language, parse_options
from dictionary.load import describe, describe_question, severity
from dictionary.nouns import Severity
from i18n import Language, word
from ingest import join_files
from project import Pair, Project, find_changes, find_round, open_project


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every refusal is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        options = parse_options(arguments, RUNS)
        options.run(options)
    except Refusal as refusal:
        _complain(refusal)
        return 2
    except BrokenPipeError:  # whoever read the output has closed it, as `head` does: nothing is left to say
        _silence(sys.stdout)
    except Exception as fault:
        if sys.flags.dev_mode:  # python -X dev: for whoever mends it
            raise
        _complain(say_own_fault(fault, find_language(arguments)))
        return 2
    return 0


def _complain(refusal: Refusal | str) -> None:
    """Say it on standard error, unless nobody reads there any more: the exit code says it all the same."""
    try:
        print(refusal, file=sys.stderr, flush=True)
    except BrokenPipeError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let what is still to be written to a closed stream go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def inspect(options: argparse.Namespace) -> None:
    """Print how the files were understood, sheet by sheet, as text or JSON."""
    from reports.inspection import write_inspection_json, write_inspection_text

    project = _open(options)
    if not project.sheets:  # nothing was understood: the refusal is all there is to say
        _refuse_doubts(project, options)
    write = write_inspection_json if options.json else write_inspection_text
    print(write(project, options.language))
    _save_mapping(project, options)
    _refuse_doubts(project, options)


def analyse(options: argparse.Namespace) -> None:
    """Print the findings of the files as text or JSON."""
    from reports.findings_json import write_json
    from reports.findings_text import write_text

    findings = _find(options)
    told = write_json(findings, options.language, with_factors=options.with_factors) if options.json else ""
    print(told or write_text(findings, options.language))


def charts(options: argparse.Namespace) -> None:
    """Save an image of every chart that the findings allow and print the path of each."""
    from figures import DrawingError, ImageChoice, NoBrowser, choose_all, file_name, render_chart

    findings = _find(options)
    folder = make_folder(Path(options.out), options.language)
    try:
        for choice in choose_all(findings, ImageChoice("", options.language, options.size, options.format)):
            image = render_chart(findings, choice)
            print(save(folder / file_name(findings, choice), image, options.language))
    except NoBrowser as error:
        raise Refusal(word("cli.no_browser", options.language)) from error
    except DrawingError as error:
        raise Refusal(word("cli.not_drawn", options.language)) from error


def template(options: argparse.Namespace) -> None:
    """Save the blank Excel form and print its path; a form that is still blank may be written over."""
    from reports.form import write_form

    blank = {language: write_form(language) for language in Language}
    print(save_new(options, Path(options.out), blank[options.language], blank.values()))


def _find(options: argparse.Namespace) -> Findings:
    project = _open(options)
    _save_mapping(project, options)
    _refuse_doubts(project, options)
    if project.is_empty:
        raise Refusal(_why_empty(project, options))
    priced = replace(project, prices=choose_prices(options))
    findings = find_changes(priced, pair=_choose_pair(project, options), settings=choose_settings(options))
    return add_chosen(findings, options)


def _why_empty(project: Project, options: argparse.Namespace) -> str:
    """The first fault that must be mended, such as a column that is missing; else that nothing was found."""
    faults = (problem for problem in project.problems if severity(problem) is Severity.ERROR)
    if fault := next(faults, None):
        return describe(fault, options.language, personal=False)
    names = ", ".join(sorted({Path(name).name for name in (*options.files, *options.baseline)}))
    if project.is_blank_form:
        return word("cli.form_blank", options.language, file=names)
    return word("cli.nothing_to_compare", options.language, file=names)


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


def _open(options: argparse.Namespace) -> Project:
    if not (options.files or options.baseline):
        raise Refusal(word("cli.no_files", options.language))
    files = read_files(options)
    project = open_project(files, read_told(options, files))
    if project.sheets:  # else no file could be opened, and that is said
        refuse_unheard(options, project.heard)
    return project


def _save_mapping(project: Project, options: argparse.Namespace) -> None:
    """Save how the sheets were understood, with what is open, where that was asked for."""
    from reports.mappings import write_understood

    if options.write_mapping:
        understood = write_understood(project, read_files(options)).encode()
        save_new(options, Path(options.write_mapping), understood)


def _refuse_doubts(project: Project, options: argparse.Namespace) -> None:
    """End with what is asked and the mapping that would answer it, or with what keeps a file from being used."""
    answer = [question.mapping for question in project.questions if question.mapping]
    for problem in project.problems:
        if severity(problem) is Severity.ERROR and not problem.sheet and not answer:
            raise Refusal(describe(problem, options.language, personal=False))
    asked = ((describe_question(one, options.language), ", ".join(one.options)) for one in project.questions)
    lines = [f"{question} ({answers})" if answers else question for question, answers in asked]
    if answer:
        lines += [word("cli.answer_by_mapping", options.language), "", join_files(answer)]
    if lines:
        raise Refusal("\n".join(lines))


RUNS = (inspect, analyse, charts, template)


if __name__ == "__main__":
    sys.exit(main())
