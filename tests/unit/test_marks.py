"""One Thai word is one text, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.marks import fold_marks


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("เต่่า", "เต่า"),
        ("จ\u0e4d\u0e32นวน", "จำนวน"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("เเม่", "แม่"),
        ("ที\u0e48\u0e35", "ที่"),
        ("สม\u200bาชิก\u00a0 ก่อน\n", "สมาชิก ก่อน"),
        ("ก \u0e48อน", "ก่อน"),
        ("  Village   1 ", "Village 1"),
        ("ก\u0e48\u0e38", "กุ่"),
    ],
)
def test_marks_are_put_in_order(typed: str, folded: str) -> None:
    assert fold_marks(typed) == folded


@given(st.text(alphabet=st.characters(min_codepoint=0x0E00, max_codepoint=0x0E5F)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_marks(fold_marks(text)) == fold_marks(text)


@given(st.text(alphabet="กขเแาำิีุ่้๊์ํะ 1aๆ๐\u200bัฺ-", max_size=8))
def test_a_text_that_is_in_order_is_left_as_it_is(text: str) -> None:
    """The short way round for most texts gives what the long way gives."""
    folded = fold_marks(text)
    assert fold_marks(folded) == folded
    assert fold_marks(f"\u200b{text}") == folded  # an invisible sign forces the long way
