"""What stands below a chart: notes on one line, cautions on another, none of them broken where there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from figures import default_texts, draw_chart, look
from figures.descriptions import describe_chart
from figures.notes import add_caution, add_sentence
from figures.wording import DOT, write_judged
from i18n import Language, word
from tests.factories_figures import make_finding, make_findings
from tests.golden_figures import find_sample

HEAD = {one: word("figures.cautions", one, parts="").strip() for one in Language}


@pytest.mark.parametrize("language", list(Language))
def test_cautions_stand_on_a_line_of_their_own(language: Language) -> None:
    note, cautions = default_texts(find_sample(), "income_pairs", language).note.split("\n")
    assert cautions.startswith(HEAD[language])
    assert HEAD[language] not in note
    assert word("figures.no_proof", language) in cautions


@pytest.mark.parametrize("canvas", ["word", "slide"])
@pytest.mark.parametrize("language", list(Language))
def test_no_caution_is_broken_over_two_lines(canvas: str, language: Language) -> None:
    figure = draw_chart(find_sample(), "income_pairs", look(language, canvas))
    drawn = " ".join(text for trace in figure.data for text in trace.text or ())
    cautions = default_texts(find_sample(), "income_pairs", language).note.split("\n")[1]
    for part in cautions.removeprefix(HEAD[language]).strip().split(DOT):
        assert part in drawn


@pytest.mark.parametrize("language", list(Language))
def test_a_further_sentence_is_no_caution_and_a_further_caution_no_sentence(language: Language) -> None:
    note = word("figures.note", language, parts="a")
    caution = word("figures.cautions", language, parts="b")
    assert add_sentence(f"{note}\n{caution}", "c", language) == f"{note}{DOT}c\n{caution}"
    assert add_sentence(caution, "c", language) == f"{word('figures.note', language, parts='c')}\n{caution}"
    assert add_sentence("", "c", language) == word("figures.note", language, parts="c")
    assert add_caution(note, "c", language) == f"{note}\n{word('figures.cautions', language, parts='c')}"
    assert add_caution(caution, "c", language) == f"{caution}{DOT}c"


@pytest.mark.parametrize("language", list(Language))
def test_an_arrow_that_may_be_chance_says_so_in_the_picture_and_in_its_text(language: Language) -> None:
    unsure = make_finding(
        "member_income", 1000, 1100, method="paired_mean", interval=(-50.0, 250.0), n_pairs=12, n_baseline=12
    )
    findings = replace(make_findings(), findings=(unsure,))
    drawn = " ".join(
        text for trace in draw_chart(findings, "changes", look(language, "word")).data for text in trace.text or ()
    )
    assert word("figures.chance_short", language) in drawn
    assert write_judged(unsure, language) in describe_chart(findings, "changes", language)
