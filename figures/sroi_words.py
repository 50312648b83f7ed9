"""How a social return is written: a ratio never without its range, and the choices under it."""

from __future__ import annotations

from analysis.sroi import Factor, Outcome, SocialReturn
from analysis.sroi.ranges import POINTS, SPREADS
from analysis.sroi.results import FROM_CHOICE, Span
from dictionary.load import column_label
from dictionary.load_indicators import unit_label
from figures.wording import DOT
from i18n import Language, word
from i18n.numbers import write_number, write_percent

TABLE = "sroi"


def write_ratio(ratio: float) -> str:
    """``2.45``."""
    return write_number(ratio, 2)


def write_span(span: Span, language: Language) -> str:
    """``1.84 to 3.16``."""
    low, high = map(write_ratio, span)
    return word("figures.sroi_span", language, low=low, high=high)


def write_currency(found: SocialReturn, language: Language) -> str:
    """Baht, or the foreign currency that the sheet is in."""
    return found.value_map.currency or unit_label("thb")[language]


def write_money(value: float, found: SocialReturn, language: Language) -> str:
    """``552,965 บาท``."""
    return f"{write_number(value, 0)} {write_currency(found, language)}"


def write_entered(value: float | None) -> str:
    """A number as somebody entered it, with its satang."""
    number = value or 0.0
    return write_number(number, 0 if number == round(number) else 2)


def write_product(one: Outcome) -> str:
    """``24 × 18,000``."""
    return f"{write_entered(one.quantity)} × {write_entered(one.proxy_thb)}"


def write_headline(found: SocialReturn, language: Language) -> str:
    """The ratio with its range in one sentence; the present value alone where nothing is known to be put in."""
    value = write_money(found.present_value, found, language)
    if found.ratio is None or found.range is None:
        return word("figures.sroi_no_ratio", language, value=value)
    unit, span = write_currency(found, language), write_span(found.range, language)
    return word("figures.sroi_ratio", language, ratio=write_ratio(found.ratio), unit=unit, range=span)


def write_basis(found: SocialReturn, language: Language) -> str:
    """Timing, rule of combination and discount rate: what is printed under every ratio."""
    told_by = "" if found.rate_from == FROM_CHOICE else f" ({word(f'figures.sroi_rate_{found.rate_from}', language)})"
    rate = write_percent(found.discount_rate, None if found.discount_rate else 0)
    return DOT.join(
        (
            word(f"figures.sroi_timing_{found.timing}", language),
            word(f"figures.sroi_combination_{found.combination}", language),
            word("figures.sroi_discount", language, rate=rate) + told_by,
        )
    )


def name_factor(factor: Factor, language: Language) -> str:
    """What a bar of the tornado moves: ``มูลค่าตัวแทน: รายได้ที่เพิ่ม``."""
    if factor.kind == "discount_rate":
        return word("figures.sroi_rate", language)
    column = column_label(TABLE, "proxy_thb" if factor.kind == "proxy" else factor.kind)[language]
    if factor.name:
        return f"{column}: {factor.name}"
    return word(f"figures.sroi_{'rest' if factor.rest else 'all'}_lines", language, column=column)


def write_ends(factor: Factor, found: SocialReturn, language: Language) -> str:
    """What is put in at both ends of a bar."""
    if factor.kind == "discount_rate":
        return word("figures.sroi_span", language, low=write_percent(factor.low, 0), high=write_percent(factor.high))
    if factor.stated and factor.kind not in SPREADS:
        span = word("figures.sroi_span", language, low=write_percent(factor.low), high=write_percent(factor.high))
        return f"{span} ({word('figures.sroi_stated', language)})"
    if factor.kind in SPREADS:
        how = word("figures.sroi_stated", language) if factor.stated else f"±{write_percent(SPREADS[factor.kind])}"
        unit = f" {write_currency(found, language)}" if factor.kind == "proxy" else ""
        low, high = write_number(factor.low), write_number(factor.high)
        return f"{word('figures.sroi_span', language, low=low, high=high)}{unit} ({how})"
    years = factor.kind == "duration_years"
    key = "figures.sroi_plus_minus_years" if years else "figures.sroi_plus_minus_points"
    return word(key, language, amount=write_number(factor.high if years else 100 * factor.high))


def write_assumptions(found: SocialReturn, language: Language) -> str:
    """The spreads and the distribution that the range rests on, and how many ranges the sheet states in their place."""
    stated = sum(len(line.outcome.stated) for line in found.lines)
    told = word("figures.sroi_stated_ranges", language, n=stated) if stated else ""
    return DOT.join(filter(None, (_write_spreads(language), told)))


def _write_spreads(language: Language) -> str:
    spreads = {key: write_percent(spread) for key, spread in SPREADS.items()}
    return word("figures.sroi_assumptions", language, points=write_number(100 * POINTS), **spreads)
