"""The ties of partners as figures show them: nodes in order, bands between them, names, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.evidence.network import Network, Tie
from analysis.evidence.tie_rows import Status
from analysis.findings import Findings
from dictionary.load import code_label, load_codes
from figures.theme import Palette
from i18n import Language, word

COLUMNS = ("sector", "support_kind", "stage")  # from left to right
CODELISTS = {"sector": "sector", "support_kind": "support_kind", "stage": "participation_stage"}


@dataclass(frozen=True, slots=True)
class Band:
    """Ties of one kind between two neighbouring columns: ``column`` is the left one, ``count`` the number of ties."""

    column: int
    start: str
    end: str
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a status is drawn: colour and style of its line, and the colour of its area."""

    colour: str
    dash: str
    width: float
    area: str


def find_network(findings: Findings) -> Network | None:
    """The network of the project; none in what was found of the members of one group."""
    return findings.evidence.network if findings.evidence and not findings.only else None


@dataclass(frozen=True, slots=True)
class TieView:
    """The ties of a network between some columns, from left to right; ``lettered`` names the first column briefly."""

    network: Network
    columns: tuple[str, ...] = COLUMNS
    lettered: bool = False

    def place(self, tie: Tie) -> tuple[str, ...]:
        """The node of a tie in each column; "" where it is not stated."""
        nodes = {"sector": tie.partner.sector, "support_kind": tie.kind, "stage": tie.stage}
        return tuple(nodes[column] for column in self.columns)

    def list_nodes(self) -> tuple[tuple[str, ...], ...]:
        """The nodes of each column in the order of their codes; all stages: one that nobody supports is to be seen."""
        used = (set(keys) for keys in zip(*map(self.place, self.network.ties), strict=True))
        return tuple(_order(column, keys) for column, keys in zip(self.columns, used, strict=True))

    def count(self, column: int, key: str) -> tuple[int, int]:
        """The ties of a node in each round."""
        first, last = (sum(self.place(tie)[column] == key for tie in self.network.ties_of(side)) for side in (0, 1))
        return first, last

    def count_bands(self, side: int) -> tuple[Band, ...]:
        """The bands of one round, each status apart."""
        counts: Counter[tuple[int, str, str, Status]] = Counter()
        for tie in self.network.ties_of(side):
            nodes = self.place(tie)
            counts.update((at, nodes[at], nodes[at + 1], tie.status) for at in range(len(nodes) - 1))
        return tuple(Band(*about, count) for about, count in counts.items())

    def name(self, column: int, key: str, language: Language) -> str:
        """What a node is called."""
        if self.lettered and column == 0:
            return word("figures.letters", language)[self.list_nodes()[0].index(key)]
        return code_label(self.columns[column], key)[language] if key else word("figures.not_stated", language)


def list_letters(view: TieView, language: Language) -> tuple[str, ...]:
    """What the letters of the first column stand for; none where there are more nodes than letters."""
    letters, keys = word("figures.letters", language), view.list_nodes()[0]
    if len(keys) > len(letters):
        return ()
    return tuple(f"{letter} = {view.name(0, key, language)}" for letter, key in zip(letters, keys, strict=False))


def _order(column: str, keys: set[str]) -> tuple[str, ...]:
    """Codes in the order of their list, then words of the user's own, then what is not stated."""
    codes = list(load_codes(CODELISTS[column]))
    shown = keys | set(codes) if column == "stage" and keys - {""} else keys
    return tuple(sorted(shown, key=lambda key: (not key, codes.index(key) if key in codes else len(codes), key)))


def count_statuses(statuses: Iterable[Status]) -> dict[Status, int]:
    """How many there are of each status, in the order in which they are told; none that nobody has."""
    counts = Counter(statuses)
    return {status: counts[status] for status in Status if counts[status]}


def name_status(status: Status, language: Language) -> str:
    """The word for what became of a tie or a partner."""
    return word(f"figures.status_{status}", language)


def stroke_of(status: Status, palette: Palette) -> Stroke:
    """Each status has its own line, so that it is told without its colour."""
    strokes = {
        Status.CONTINUING: Stroke(palette.quiet, "solid", 1.5, palette.soft_neutral),
        Status.NEW: Stroke(palette.better, "solid", 3.5, palette.soft_better),
        Status.ENDED: Stroke(palette.worse, "dash", 2.5, palette.soft_worse),
        Status.NOT_KNOWN: Stroke(palette.neutral, "dot", 2, palette.ground),
    }
    return strokes[status]
