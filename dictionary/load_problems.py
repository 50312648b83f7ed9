"""The catalogue of faults (``problems.csv``) and the sentence that each fault of the data becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dictionary.nouns import MORE, Problem, Question, Severity
from dictionary.rows import read_rows, read_text
from i18n import Language, Text, word

_MORE = re.compile(rf"{re.escape(MORE)}(\d+)")


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the catalogue: ``sentence`` has the places {where}, {found}, {allowed}; ``remedy`` says what to do."""

    code: str
    severity: Severity
    title: Text
    sentence: Text
    remedy: Text


@cache
def load_problems() -> dict[str, ProblemKind]:
    """Every kind of problem by its code."""
    return {row["code"]: _read_kind(row) for row in read_rows("problems")}


def severity(problem: Problem) -> Severity:
    """How much the problem costs."""
    return load_problems()[problem.code].severity


def describe(problem: Problem, language: Language, *, personal: bool = True) -> str:
    """One sentence: where, what was found, what is allowed, what to do.

    With ``personal`` False an id or name is replaced by "(personal)": for everything but the uploader's own screen.
    """
    kind = load_problems()[problem.code]
    hidden = problem.personal and not personal
    places = {
        "where": where(problem, language),
        "found": word("dictionary.hidden", language) if hidden else say_more(problem.found, language),
        "allowed": problem.allowed[language],
    }
    sentence, remedy = (text[language].format(**places) for text in (kind.sentence, kind.remedy))
    whole = word("dictionary.sentence", language, sentence=sentence, remedy=remedy)
    return whole[:1].upper() + whole[1:] if not problem.file else whole


def say_more(found: str, language: Language) -> str:
    """What was found, the number of things that are not listed in words."""
    return _MORE.sub(lambda more: " " + word("dictionary.more", language, n=more[1]), found)


def describe_question(question: Question, language: Language) -> str:
    """A question as a sentence, without its options."""
    told = {name: value[language] if isinstance(value, Text) else value for name, value in question.values.items()}
    values = {name: say_more(value, language) for name, value in told.items()}
    return word(question.code, language, **values)


def where(problem: Problem, language: Language) -> str:
    """The place of a problem in words: file, sheet and cell, as far as it has them."""
    key = "whole" if not problem.file else "file" if not problem.sheet else "sheet" if not problem.cell else "cell"
    key = "cells" if key == "cell" and not problem.cell.isalnum() else key  # a range or a list of cells
    key = key if key == "whole" else f"where_{key}"
    return word(f"dictionary.{key}", language, file=problem.file, sheet=problem.sheet, cell=problem.cell)


def _read_kind(row: dict[str, str]) -> ProblemKind:
    return ProblemKind(
        code=row["code"],
        severity=Severity(row["severity"]),
        title=read_text(row, "title"),
        sentence=read_text(row, "sentence"),
        remedy=read_text(row, "remedy"),
    )
