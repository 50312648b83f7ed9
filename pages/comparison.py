"""Comparison group: whether participants changed more than people outside the project."""

from ui.comparison import answer_comparison, detail_comparison, list_shown, show_comparison
from ui.layout import find_or_invite, show_answer
from ui.session import language

findings = find_or_invite()
behind = [one.finding for one in list_shown(findings)]
show_answer(answer_comparison(findings, language()), detail_comparison(findings, language()), behind)
show_comparison(findings)
