"""Social return: a ratio with its range, line by line, what it rests on, and what is held or left out."""

from figures.kinds_sroi import find_value_map
from figures.sroi_tables import tell_return
from ui.charts import show_charts
from ui.layout import find_or_invite, show_answer, show_caveats
from ui.session import language
from ui.sroi import answer_social_return, ask_choices, detail_social_return, show_cautions
from ui.sroi_lists import invite_value_map, show_inputs, show_lines, show_norms, show_set_aside

findings = find_or_invite()
found = find_value_map(findings)
if found is None:
    invite_value_map()
else:
    show_answer(answer_social_return(found, language()), detail_social_return(found, language()), tell_return(found))
    ask_choices(found)
    show_caveats((found,))
    show_cautions(found, findings)
    show_charts("sroi")
    show_lines(found)
    show_set_aside(found)
    show_inputs(found)
    show_norms(found)
