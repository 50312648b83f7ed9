"""Comparison group: whether participants changed more than people outside the project."""

from ui.comparison import answer_comparison, detail_comparison, show_comparison
from ui.layout import find_or_invite, show_answer
from ui.session import language

findings = find_or_invite()
show_answer(answer_comparison(findings, language()), detail_comparison(findings, language()))
show_comparison(findings)
