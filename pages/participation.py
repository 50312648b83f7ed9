"""Participation: in which stages who takes part, how far, when, and what proves it."""

from ui.layout import find_or_invite
from ui.participation import KEYS, answer_participation, detail_participation, show_activities
from ui.screens import show_details

show_details("participation", KEYS, (answer_participation, detail_participation))
show_activities(find_or_invite())
