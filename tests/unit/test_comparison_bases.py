"""Two means of the baseline, of those known twice and of all known before, are explained where both are shown."""

from __future__ import annotations

import pytest

from analysis.findings import Findings
from figures.catalogue import default_texts
from figures.comparison_paths import has_two_bases
from i18n import Language, word
from tests.build import find


def _find(*known: object, rounds: tuple[str, ...] = ("2562", "2564")) -> Findings:
    """Eight people in the project and eight outside it; the first of each is ``known`` in the last round or not."""
    rows: list[list[object]] = [["รหัสสมาชิก", "กลุ่ม", *(f"รายได้ปี {year} (บาท/เดือน)" for year in rounds)]]
    for side, rise in (("เข้าร่วม", 300), ("ไม่เข้าร่วม", 100)):
        for number in range(8):
            last = known[0] if number == 0 and known else 1000 + 50 * number + rise
            rows.append([f"{side[0]}{number}", side, *(1000 + 50 * number for _ in rounds[1:]), last])
    return find({"รายได้": rows})


@pytest.mark.parametrize("language", list(Language))
def test_a_baseline_of_more_people_than_the_pairs_is_explained(language: Language) -> None:
    basis = word("comparison.love_basis", language)
    uneven, even = _find(None), _find()
    assert uneven.comparison is not None
    assert even.comparison is not None
    assert has_two_bases(uneven.comparison.contrasts)
    assert not has_two_bases(even.comparison.contrasts)
    assert basis in default_texts(uneven, "comparison_balance", language).note
    assert basis not in default_texts(even, "comparison_balance", language).note


def test_lines_over_several_rounds_say_whose_means_their_points_are() -> None:
    told = word("comparison.note_rounds", Language.EN)
    years = ("2560", "2562", "2564")
    assert told in default_texts(_find(None, rounds=years), "comparison_means", Language.EN).note
    assert told not in default_texts(_find(rounds=years), "comparison_means", Language.EN).note
    assert told not in default_texts(_find(None), "comparison_means", Language.EN).note  # two rounds: the pairs alone
