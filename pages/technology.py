"""Technology: what channels reached, what research and innovation brought."""

from ui.layout import find_or_invite, show_answer, show_caveats
from ui.session import language
from ui.technology import answer_technology, detail_technology, list_behind, list_figures, show_channels

findings = find_or_invite()
figures = list_figures(findings)
show_answer(answer_technology(findings, language()), detail_technology(findings, language()), list_behind(findings))
show_caveats(figures)
show_channels(findings)
