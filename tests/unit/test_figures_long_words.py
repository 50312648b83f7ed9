"""A form of long Thai names and many rows: every picture in every size is whole, and what it leaves out is said."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from analysis.findings import Findings
from figures import draw_chart, look
from figures.sizes import IMAGE_SIZES
from i18n import Language, word
from ingest import InputFile
from project import find_changes, open_project
from tests.unit.test_figures_layout import figures_of, text_boxes
from tests.whole_form import fill_form, lengthen_rows


@cache
def find_long() -> Findings:
    rows = lengthen_rows()
    rows["chain"] = rows["chain"].replace("ผลิตกระถางได้", "ผลิตกระถาง(example.org/coir-pots)ได้")  # no place to break at
    return find_changes(open_project([InputFile("form.xlsx", fill_form(rows=rows))]))


@pytest.mark.parametrize("canvas", IMAGE_SIZES)
@pytest.mark.parametrize("language", Language)
def test_no_word_is_cut_and_none_covers_another(canvas: str, language: Language) -> None:
    cut, covered = [], []
    for key, figure in figures_of(find_long(), language, canvas):
        width, height = figure.layout.width, figure.layout.height
        boxes = text_boxes(figure, width)
        cut += [(key, box.text) for box in boxes if box.x0 < -0.5 or box.x1 > width + 0.5]
        cut += [(key, box.text) for box in boxes if not box.size * 0.6 < box.y < height - box.size * 0.4]
        covered += [(key, a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)]
    assert (cut, covered) == ([], [])


def read(key: str, canvas: str) -> str:
    """All words of a picture, in one line without markup."""
    figure = draw_chart(find_long(), key, look(Language.TH, canvas))
    return re.sub(r"<[^>]+>|\s", "", "".join(text for trace in figure.data for text in trace.text or ()))


@pytest.mark.parametrize("canvas", IMAGE_SIZES)
def test_no_level_of_the_chain_is_said_to_be_empty_for_lack_of_room(canvas: str) -> None:
    assert re.sub(r"\s", "", word("figures.chain_empty", Language.TH)) not in read("chain", canvas)


@pytest.mark.parametrize(
    ("key", "least"), [("sroi_values", 6), ("sroi_tornado", 10), ("participation_timeline", 5), ("effects", 5)]
)
def test_a_square_of_long_names_shows_more_than_a_few_rows(key: str, least: int) -> None:
    told = read(key, "square")
    found = re.search(r"แสดง(?:ผลลัพธ์ที่มีมูลค่ามากที่สุด)?(\d+)", told)
    assert found is None or int(found[1]) >= least
