"""Both groups over the rounds, as a chart tells them: values, the path had they changed alike, and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.contrasts import Contrast, SideValues
from analysis.findings import Findings
from dictionary.load_indicators import is_share
from dictionary.nouns import Round
from figures.trends import name_rounds
from figures.values import show_contrast, write_value
from figures.verbs import write_verb
from figures.wording import ARROW, DOT, write_difference, write_unit
from i18n import Language, word
from i18n.numbers import write_number

COMPARED = 2  # rounds; a picture of more has points of whoever is known in each
OWN, OTHERS, EXPECTED = "own", "others", "expected"
AS_OTHERS = (1, 0, -1, 1)  # where participants began, and what the others changed by


@dataclass(frozen=True, slots=True)
class Path:
    """One contrast over some rounds; ``ends`` are the places of the two rounds compared among them."""

    contrast: Contrast
    rounds: tuple[Round, ...]
    own: tuple[float | None, ...]
    others: tuple[float | None, ...]
    ends: tuple[int, int]

    @property
    def expected(self) -> tuple[float, float]:
        """Where participants began, and where they would be had they changed as the others did."""
        began, expected = self.contrast.participants.baseline, self.contrast.expected
        if began is None or expected is None:
            raise ValueError("a contrast without four values has no path: ask list_paths")
        return began, expected

    @property
    def values(self) -> tuple[float, ...]:
        """Everything that is drawn."""
        return tuple(v for v in (*self.own, *self.others, *self.expected) if v is not None)


def has_two_bases(contrasts: Iterable[Contrast]) -> bool:
    """Whether some are known at the baseline who are not in the pairs: two means of the baseline stand on one page."""
    paired = [one for one in contrasts if one.design == "paired"]
    return any(side.n_baseline != side.n_pairs for one in paired for side in (one.participants, one.comparison))


def explain_bases(paths: Sequence[Path], language: Language) -> str:
    """Why a line over several rounds may not begin where the dashed one does; nothing where none is drawn."""
    several = [path.contrast for path in paths if len(path.rounds) > COMPARED]
    return word("comparison.note_rounds", language) if has_two_bases(several) else ""


def list_paths(findings: Findings) -> tuple[Path, ...]:
    """The contrasts whose four values are known and may be shown."""
    contrasts = findings.comparison.contrasts if findings.comparison else ()
    return tuple(_find_path(one, findings) for one in contrasts if one.finding.difference is not None)


def _find_path(one: Contrast, findings: Findings) -> Path:
    keys = [step.round for step in one.steps]
    rounds = [one for one in findings.all_rounds if one.key in keys]
    pair = [side.key for side in findings.rounds]
    if len(rounds) == len(keys) and set(pair) <= set(keys):
        own = tuple(step.participants for step in one.steps)
        others = tuple(step.comparison for step in one.steps)
        return Path(one, tuple(rounds), own, others, (keys.index(pair[0]), keys.index(pair[1])))
    own_side, other_side = one.participants, one.comparison
    return Path(
        one,
        findings.rounds,
        (own_side.baseline, own_side.endline),
        (other_side.baseline, other_side.endline),
        (0, 1),
    )


def name_path_rounds(path: Path, language: Language) -> tuple[str, ...]:
    """The rounds as short as they can be told apart."""
    return name_rounds(path.rounds, language)


def write_result(contrast: Contrast, language: Language) -> tuple[str, str]:
    """The difference in differences with its sign, and that it is against the comparison group."""
    if not contrast.finding.difference:
        return "", write_verb(contrast.finding, language)
    return write_gain(contrast, language), word("comparison.result_other", language)


def write_gain(contrast: Contrast, language: Language) -> str:
    """The difference in differences with its unit: what the four means, as they are shown, come to."""
    written, unit = show_contrast(contrast).result, contrast.finding.unit
    if is_share(unit):
        return word("figures.points", language, value=written)
    return written + write_unit(unit, language, written)


def write_sure(contrast: Contrast, language: Language) -> str:
    """The 95 % interval of the difference; that none can be given where there is none."""
    finding = contrast.finding
    if finding.interval is None:
        return word("comparison.no_interval", language)
    low, high = (write_difference(replace(finding, difference=end), language) for end in finding.interval)
    told = word("comparison.interval", language, low=low, high=high)
    by_chance = finding.interval[0] <= 0 <= finding.interval[1]
    return f"{told}{DOT}{word('comparison.chance', language)}" if by_chance else told


def write_people(contrast: Contrast, language: Language) -> str:
    """The unit, and on how many people each group rests."""
    return DOT.join(
        filter(None, (write_unit(contrast.finding.unit, language).strip(), _write_counts(contrast, language)))
    )


def _write_counts(contrast: Contrast, language: Language) -> str:
    paired = contrast.design == "paired"
    counts = [
        write_number(n)
        for side in (contrast.participants, contrast.comparison)
        if (n := side.n_pairs if paired else _least(side.n_baseline, side.n_endline)) is not None
    ]
    return word("comparison.n", language, own=counts[0], others=counts[1]) if len(counts) == 2 else ""


def _least(*counts: int | None) -> int | None:
    return min((n for n in counts if n is not None), default=None)


def write_starts(path: Path) -> dict[str, str]:
    """The values of both groups in the earlier round compared."""
    values = show_contrast(path.contrast).values
    return {OWN: values[0], OTHERS: values[2]}


def write_ends(path: Path, language: Language) -> dict[str, str]:
    """What stands at the end of each line: the value, such that all values shown add up, and whose it is."""
    shown, unit = show_contrast(path.contrast), path.contrast.finding.unit
    compared = path.ends[1] == last_known(path.own)[0] == last_known(path.others)[0]
    own, others = shown.values[1], shown.values[3]
    if not compared:
        own, others = (write_value(last_known(side)[1], unit) for side in (path.own, path.others))
    ends = {OWN: own, OTHERS: others, EXPECTED: shown.combine(AS_OTHERS)}
    return {what: f"{text} {word(f'comparison.line_{what}', language)}" for what, text in ends.items()}


def tell_path(path: Path, language: Language) -> str:
    """A contrast in words, for those who hear the chart."""
    values = show_contrast(path.contrast).values
    told = dict(zip(("own_before", "own_after", "others_before", "others_after"), values, strict=True))
    result = " ".join(filter(None, write_result(path.contrast, language)))
    return f"{word('comparison.told', language, **told)} {result}{DOT}{write_sure(path.contrast, language)}"


def list_told(contrast: Contrast, language: Language) -> tuple[str, ...]:
    """A contrast in lines: the result, how sure it is, the change of each group, and the people behind each."""
    shown = show_contrast(contrast).values
    own, others = (
        _write_side(side, texts)
        for side, texts in ((contrast.participants, shown[:2]), (contrast.comparison, shown[2:]))
    )
    lines = (
        " ".join(filter(None, write_result(contrast, language))),
        write_sure(contrast, language),
        word("comparison.both", language, own=own, others=others) if own and others else "",
        _write_counts(contrast, language),
    )
    return tuple(filter(None, lines))


def _write_side(side: SideValues, texts: Sequence[str]) -> str:
    return "" if side.baseline is None or side.endline is None else f" {ARROW} ".join(texts)


def last_known(values: Sequence[float | None]) -> tuple[int, float]:
    """The place and the value of the last that is known."""
    return next((at, value) for at, value in reversed(list(enumerate(values))) if value is not None)
