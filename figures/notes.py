"""The lines under a chart: where the figures come from, who was left out, and what a reader must be careful about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from analysis.findings import Findings
from dictionary.load_methods import load_caveats
from dictionary.nouns import Source
from figures.wording import DOT
from i18n import Language, word

NO_COMPARISON = "W01"
FILES_NAMED = 2


class Cited(Protocol):
    """What has cells behind it and may carry caveats: a finding or a trend."""

    @property
    def caveats(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def sources(self) -> Sequence[Source]: ...  # noqa: D102


def write_source(findings: Findings, shown: Sequence[Cited], language: Language, *, n: str = "") -> str:
    """Whose figures, from which files, on how many units; that they are invented is said."""
    who = findings.project.group or findings.project.name
    invented = word("figures.invented", language) if findings.project.is_sample else ""
    parts = filter(None, (who, _name_files(findings, shown, language), n, invented))
    return word("figures.source", language, parts=DOT.join(parts))


def _name_files(findings: Findings, shown: Sequence[Cited], language: Language) -> str:
    files = list(dict.fromkeys(source.file for f in shown for source in f.sources))
    files = files or list(dict.fromkeys(sheet.file for sheet in findings.sheets if sheet.table))
    named = ", ".join(files[:FILES_NAMED])
    rest = len(files) - FILES_NAMED
    return f"{named} {word('figures.more_files', language, count=rest)}" if rest > 0 else named


def write_note(sentences: Iterable[str], shown: Sequence[Cited], language: Language) -> str:
    """The given sentences and, on a line of their own, the caveats of the findings shown, in short."""
    said, cautions = [*filter(None, sentences)], [*_write_caveats(shown, language)]
    note = [word("figures.note", language, parts=DOT.join(said))] if said else []
    return "\n".join([*note, *([_caution(DOT.join(cautions), language)] if cautions else [])])


def add_sentence(note: str, sentence: str, language: Language) -> str:
    """The note with one more sentence, before the line of its cautions."""
    if not sentence:
        return note
    lines, head = [line for line in note.split("\n") if line], _caution("", language).strip()
    at = next((place for place, line in enumerate(lines) if line.startswith(head)), len(lines))
    if at:
        lines[at - 1] += DOT + sentence
    else:
        lines.insert(0, word("figures.note", language, parts=sentence))
    return "\n".join(lines)


def add_caution(note: str, title: str, language: Language) -> str:
    """The note with one more caution, on the line of the others."""
    has_some = note.rpartition("\n")[2].startswith(_caution("", language).strip())
    return f"{note}{DOT}{title}" if has_some else "\n".join(filter(None, (note, _caution(title, language))))


def _caution(parts: str, language: Language) -> str:
    return word("figures.cautions", language, parts=parts)


def _write_caveats(shown: Sequence[Cited], language: Language) -> Iterable[str]:
    codes = {code for f in shown for code in f.caveats}
    if NO_COMPARISON in codes:
        yield word("figures.no_proof", language)
    for code in sorted(codes - {NO_COMPARISON}):
        yield load_caveats()[code].title[language]


def write_hidden(count: int, language: Language) -> str:
    """That groups are hidden because they are small; nothing where there is none."""
    return word("figures.hidden", language, count=count) if count else ""
