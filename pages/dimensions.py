"""Three dimensions: outputs, outcomes and impact apart, good and bad alike, effects nobody meant, and an index."""

from figures import default_texts
from ui.answers import detail_effects
from ui.charts import show_charts
from ui.headlines import list_headlines
from ui.index import ask_index
from ui.layout import find_or_invite, show_answer, show_caveats
from ui.screens import show_levels
from ui.session import language

findings = find_or_invite()
headlines = list_headlines(findings)
show_answer(default_texts(findings, "balance", language()).title, detail_effects(findings, language()), headlines)
show_caveats(headlines)
show_charts("dimensions")
show_levels(headlines, findings, "dimensions")
ask_index()
