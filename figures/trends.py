"""Which trends are drawn, and how rounds and values are written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analysis.findings import Findings, Trend, TrendValue
from dictionary.nouns import Dimension, Round
from dictionary.personal import ALL
from figures.changes import TOTALS
from figures.values import show
from figures.wording import ARROW, COUNT, DOT, write_change, write_direction, write_unit
from i18n import Language, word
from i18n.dates import Precision, write_date, write_year
from i18n.numbers import UNKNOWN, write_number

UNBROKEN = "sum_of_unbroken"  # a total of those who have no blank in any round


def has_trends(findings: Findings) -> bool:
    """Whether there are more rounds than the two that are compared."""
    return len(findings.all_rounds) > 2


def list_trends(findings: Findings, dimension: Dimension | None = None) -> tuple[Trend, ...]:
    """The trends that hold a value, of one dimension or by dimension."""
    wanted = [trend for trend in findings.trends if trend.known and dimension in (None, trend.dimension)]
    return tuple(sorted(wanted, key=lambda trend: tuple(Dimension).index(trend.dimension)))


def count_once(trends: Sequence[Trend]) -> tuple[Trend, ...]:
    """The trends without totals of amounts whose mean is among them: one rise would count as two."""
    means = {f"{TOTALS[one.indicator.key]}{ALL}" for one in trends if one.indicator.key in TOTALS}
    told = means & {one.indicator.key for one in trends}
    return tuple(one for one in trends if f"{TOTALS.get(one.indicator.key, '')}{ALL}" not in told)


def middle_day(one: Round) -> date | None:
    """The day in the middle of a round; None where its dates are not known."""
    first, last = one.start or one.end, one.end or one.start
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2) if first and last else None


def place_rounds(rounds: Sequence[Round]) -> tuple[float, ...]:
    """Where each round lies between 0 and 1: by its date where all are known, else evenly apart."""
    days = [day.toordinal() for one in rounds if (day := middle_day(one))]
    if len(days) < len(rounds) or days != sorted(set(days)):
        days = list(range(len(rounds)))
    return tuple((day - days[0]) / (days[-1] - days[0]) for day in days)


def name_rounds(rounds: Sequence[Round], language: Language) -> tuple[str, ...]:
    """Each round as short as it can be told from the others: its year, its month, or its own words."""
    days = [day for one in rounds if (day := middle_day(one))]
    if len(days) == len(rounds):
        years = [write_year(day.year, language) for day in days]
        months = [write_date(day, language, Precision.MONTH) for day in days]
        for names in (years, months):
            if len(set(names)) == len(names):
                return tuple(names)
    return tuple(one.label[language] for one in rounds)


def name_trend(trend: Trend, language: Language) -> str:
    """The indicator; of a total also whom it adds up, for that of two rounds adds up others."""
    label = trend.indicator.label[language]
    return word("totals.unbroken", language, name=label) if trend.method == UNBROKEN else label


def write_counts(trend: Trend, language: Language) -> str:
    """How many units each round rests on: ``n 38 → 40``; nothing for a count, which is its own n."""
    counts = [one.n for one in trend.values]
    if trend.method == COUNT or not any(n is not None for n in counts):
        return ""
    said = f" {ARROW} ".join(UNKNOWN if n is None else write_number(n) for n in counts)
    return word("figures.n", language, n=said)


def write_facts(trend: Trend, language: Language) -> str:
    """What stands under the name of a trend: its unit and how many units each round rests on."""
    return DOT.join(filter(None, (write_unit(trend.unit, language).strip(), write_counts(trend, language))))


def write_move(trend: Trend, language: Language) -> tuple[str, str]:
    """The change from the first known value to the last, and the word for it."""
    if trend.difference is None:
        return "", word("figures.cannot_compare", language)
    return (write_change(trend, language) if trend.difference else ""), write_direction(trend, language)


def write_point(trend: Trend, one: TrendValue, language: Language) -> str:
    """The value of a round with its unit."""
    written = show(trend).values[trend.values.index(one)]
    return written + (write_unit(trend.unit, language, written) if one.value is not None else "")


def tell_trend(trend: Trend, rounds: Sequence[Round], language: Language) -> str:
    """A trend in words: ``2562 3,175, 2563 –, 2564 4,636 บาท/เดือน (+46 % ดีขึ้น)``."""
    names = name_rounds(rounds, language)
    values = show(trend).values
    told = (f"{name} {value}" for name, value in zip(names, values, strict=True))
    move = " ".join(filter(None, write_move(trend, language)))
    return f"{', '.join(told)}{write_unit(trend.unit, language, values[-1])} ({move})"
