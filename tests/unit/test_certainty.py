"""How sure a result is, for somebody who knows Excel and no statistics: hard words are explained where they stand."""

from __future__ import annotations

import pytest

from i18n import Language
from tests.build import Sheets, find
from ui.certainty import tell_certainty

HEAD = ["รหัสสมาชิก", "รายได้ (บาท/เดือน)"]
EXPLAINED = {  # a hard word, and what must stand in the same sentence
    Language.TH: {
        "เฮดเจส": "หารด้วย",
        "วิลคอกซัน": "มากหรือน้อยกว่ากัน",
        "จีนี (": "เท่ากัน",
        "โฮล์ม": "บังเอิญ",
        "เวลช์": "สองชุด",
    },
    Language.EN: {
        "Hedges": "over the spread",
        "Wilcoxon": "who changed more",
        "Gini (": "the same",
        "Holm": "chance",
        "Welch": "two sets",
    },
}


def _incomes(names: tuple[str, str]) -> Sheets:
    return {
        f"รายได้ {when}": [HEAD, *([f"{mark}{n}", 1000 + 90 * n + more * (n + 1)] for n in range(9))]
        for when, mark, more in (("ก่อน", names[0], 0), ("หลัง", names[1], 70))
    }


@pytest.mark.parametrize("names", [("A", "A"), ("A", "B")])
@pytest.mark.parametrize("language", list(Language))
def test_hard_words_are_explained_where_they_stand(names: tuple[str, str], language: Language) -> None:
    told = tell_certainty(find(_incomes(names)), language)
    hard = [(one, EXPLAINED[language][word]) for one in told for word in EXPLAINED[language] if word in one]
    assert len(hard) >= 2
    assert not [sentence for sentence, meaning in hard if meaning not in sentence]


@pytest.mark.parametrize("language", list(Language))
def test_the_interval_and_p_are_explained_wherever_they_are_told(language: Language) -> None:
    for names in (("A", "A"), ("A", "B")):
        last = tell_certainty(find(_incomes(names)), language)[-1]
        assert "95" in last
        assert "p" in last
