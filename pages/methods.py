"""Methods: how each figure is found, what stands beside it, and what may be doubted."""

from ui.methods import (
    show_caveats_there_are,
    show_claims,
    show_estimators,
    show_formulas,
    show_grades,
    show_methods,
)
from ui.pieces import show_heading
from ui.session import say

show_heading(say("pages.methods.answer"))
show_methods()
show_estimators()
show_formulas()
show_grades()
show_claims()
show_caveats_there_are()
