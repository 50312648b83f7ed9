"""The words that a reader rewrote belong to one chart of one group, in one language, of one set of data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.findings import Group
from i18n import Language
from project import find_changes
from tests.factories_figures import make_findings
from tests.factories_rounds import make_project
from ui.store import EditedTexts, Session
from ui.wanted import Wanted, keep_texts, texts_of, want

FINDINGS = make_findings()
FOUR, SEVEN = (("village", "หมู่ 4"),), (("village", "หมู่ 7"),)


def _want(session: Session, only: Group = FOUR, language: Language = Language.TH, key: str = "changes") -> Wanted:
    return want(key, replace(FINDINGS, only=only), language, session)


def test_edited_words_stay_with_their_chart_group_language_and_data(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    monkeypatch.setattr("ui.wanted.current_session", lambda: session)
    keep_texts(_want(session), EditedTexts("ชื่อใหม่", "หมายเหตุใหม่"), session)
    assert texts_of(_want(session)).title == "ชื่อใหม่"
    others = (_want(session, SEVEN), _want(session, ()), _want(session, (*FOUR, ("sex", "female"))))
    for other in (*others, _want(session, language=Language.EN), _want(session, key="members_flow")):
        assert texts_of(other).title != "ชื่อใหม่"
    session.version += 1  # other files
    assert texts_of(_want(session)).title != "ชื่อใหม่"


def test_edited_words_stay_with_the_rounds_that_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    monkeypatch.setattr("ui.wanted.current_session", lambda: session)
    one, other = (find_changes(make_project(), pair=("y2562", last)) for last in ("y2563", "y2564"))
    keep_texts(want("changes", one, Language.TH, session), EditedTexts("ชื่อใหม่", ""), session)
    assert texts_of(want("changes", one, Language.TH, session)).title == "ชื่อใหม่"
    assert texts_of(want("changes", other, Language.TH, session)).title != "ชื่อใหม่"


def test_edited_words_still_say_whose_findings_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    monkeypatch.setattr("ui.wanted.current_session", lambda: session)
    keep_texts(_want(session), EditedTexts("ชื่อใหม่", ""), session)
    assert texts_of(_want(session)).subtitle.startswith("เฉพาะ หมู่ 4\n")
