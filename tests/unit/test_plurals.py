"""English counts one thing and several; Thai has one word for both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.findings import Finding
from dictionary.load_indicators import load_indicators
from figures.verbs import say_moves
from figures.wording import write_both, write_difference, write_n
from i18n import Language, word
from ui.texts import write_amount, write_with_unit

EN, TH = Language.EN, Language.TH
PARTNERS = Finding(load_indicators()["partners"], "organisation", "count")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), ("1", "1 row"), ("1,001", "1,001 rows")]
)
def test_one_is_singular_and_every_other_number_plural(count: object, said: str) -> None:
    assert word("pages.data_check.rows", EN, read=count, used=count, left=0).startswith(f"{said} read")


def test_thai_needs_one_word_for_both() -> None:
    one, two = (word("figures.people", TH, count=n) for n in (1, 2))
    assert one.replace("1", "2") == two


@pytest.mark.parametrize(
    ("before", "after", "both", "difference"),
    [
        (4, 1, "4 → 1 organisation", "\N{MINUS SIGN}3 organisations"),
        (1, 2, "1 → 2 organisations", "+1 organisation"),
        (2, 1, "2 → 1 organisation", "\N{MINUS SIGN}1 organisation"),
    ],
)
def test_the_unit_goes_with_the_number_before_it(before: float, after: float, both: str, difference: str) -> None:
    finding = replace(PARTNERS, baseline=before, endline=after, difference=after - before)
    assert (write_both(finding, EN), write_difference(finding, EN)) == (both, difference)
    assert write_amount(finding, EN) == difference.lstrip("+\N{MINUS SIGN}")


def test_a_unit_by_itself_on_screen_goes_with_its_number() -> None:
    assert [write_with_unit(n, "person", EN) for n in (1.0, 2.0)] == ["1 person", "2 people"]
    assert write_with_unit(1.0, "hour_per_day", EN) == "1 hour/day"


def test_one_level_is_a_level() -> None:
    assert [write_with_unit(n, "level", EN) for n in (1.0, 2.0)] == ["1 level", "2 levels"]


def test_one_pair_is_a_pair() -> None:
    paired = Finding(load_indicators()["member_income"], "thb_per_month", "paired_mean", n_pairs=1)
    assert write_n(paired, EN) == "n 1 pair"


def test_one_member_is_a_member() -> None:
    told = [say_moves("figures.incomes_all_rose", "members_changed", EN, n=n) for n in ("1", "6")]
    assert told == ["Income rose for all 1 member", "Income rose for all 6 members"]
