"""Stages × stakeholders: how many activities each pair had before and after, from the findings."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.findings import Finding, Findings
from dictionary.load import code_label, load_codes
from dictionary.nouns import NOT_STATED
from i18n import Language, word

INDICATOR = "participation_activities"
ROWS, COLUMNS = "stage", "stakeholder"
HALVES = ((0.03, 0.42), (0.46, 0.97))  # where the halves of a cell lie, of the width of a column: after is the wider
CODES = {ROWS: "participation_stage", COLUMNS: "stakeholder"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One cell: activities of a stage with a stakeholder. None is not known."""

    stage: str
    stakeholder: str
    before: int | None = 0
    after: int | None = 0

    @property
    def better(self) -> bool | None:
        """Whether there are more or fewer than before; None where neither, or not known."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        return self.after > self.before

    def name(self, language: Language) -> str:
        """Stage and stakeholder in words."""
        return " · ".join((code_label(ROWS, self.stage)[language], code_label(COLUMNS, self.stakeholder)[language]))


@dataclass(frozen=True, slots=True)
class Half:
    """One half of a cell: ``side`` 0 is before, 1 after."""

    row: int
    column: int
    side: int
    pair: Pair

    @property
    def count(self) -> int | None:
        """How many activities; None where not known."""
        return (self.pair.before, self.pair.after)[self.side]

    @property
    def is_lost(self) -> bool:
        """Whether it says that nothing is left of what there was: the only 0 that is written."""
        return self.side == 1 and self.count == 0 and bool(self.pair.before)

    @property
    def role(self) -> bool | None:
        """More or fewer than before, for the later half."""
        return self.pair.better if self.side else None

    @property
    def span(self) -> tuple[float, float]:
        """Where it begins and ends across the columns."""
        start, end = HALVES[self.side]
        return self.column + start, self.column + end


@dataclass(frozen=True, slots=True)
class Matrix:
    """All pairs, a row of them for each stage.

    ``aside`` is how many took place before and after of which a stage or stakeholder is not known: they have no cell.
    """

    rows: tuple[tuple[Pair, ...], ...]
    aside: tuple[int, int] = (0, 0)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs, row by row."""
        return tuple(pair for row in self.rows for pair in row)

    @property
    def halves(self) -> tuple[Half, ...]:
        """Every half of every cell, row by row."""
        return tuple(
            Half(row, column, side, pair)
            for row, pairs in enumerate(self.rows)
            for column, pair in enumerate(pairs)
            for side in (0, 1)
        )

    @property
    def most(self) -> int:
        """The most activities of a pair in a round, at least 1."""
        return max(1, *(count or 0 for pair in self.pairs for count in (pair.before, pair.after)))

    @property
    def gaps(self) -> int:
        """Pairs that have no activity after."""
        return sum(pair.after == 0 for pair in self.pairs)


def find_pairs(findings: Findings) -> tuple[Finding, ...]:
    """The findings of each stage with each stakeholder, in the order of the lists."""
    wanted = [((ROWS, s), (COLUMNS, w)) for s in load_codes(CODES[ROWS]) for w in load_codes(CODES[COLUMNS])]
    return tuple(found for group in wanted if (found := findings.find(INDICATOR, group)))


def _find_aside(findings: Findings) -> Finding | None:
    return findings.find(INDICATOR, ((ROWS, NOT_STATED), (COLUMNS, NOT_STATED)))


def find_matrix(findings: Findings) -> Matrix | None:
    """The matrix of all stages and stakeholders; a pair that no row names has no activity. None without any."""
    found = {finding.group: finding for finding in find_pairs(findings)}
    if not any(finding.baseline or finding.endline for finding in found.values()):
        return None
    rows = (
        tuple(_pair(found.get(((ROWS, stage), (COLUMNS, who))), stage, who) for who in load_codes(CODES[COLUMNS]))
        for stage in load_codes(CODES[ROWS])
    )
    aside = _find_aside(findings)
    return Matrix(tuple(rows), (round(aside.baseline or 0), round(aside.endline or 0)) if aside else (0, 0))


def tell_aside(findings: Findings, language: Language) -> str:
    """How many participations stand in no cell, and what is not known of them; nothing where there is none."""
    matrix = find_matrix(findings)
    if matrix is None or not any(matrix.aside):
        return ""
    told = findings.evidence.participation if findings.evidence else None
    aside = told.aside if told else {}
    lacking = [column for column in (ROWS, COLUMNS) if aside.get(column) or not aside]
    what = word("figures.or", language).join(word(f"figures.column_{column}", language) for column in lacking)
    before, after = matrix.aside
    return word("figures.not_in_matrix", language, before=before, after=after, what=what)


def _pair(finding: Finding | None, stage: str, stakeholder: str) -> Pair:
    if finding is None:
        return Pair(stage, stakeholder)
    before, after = (None if value is None else round(value) for value in (finding.baseline, finding.endline))
    return Pair(stage, stakeholder, before, after)
