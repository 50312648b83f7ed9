"""Economic: what changed in the economic dimension."""

from dictionary.nouns import Dimension
from ui.screens import show_dimension

show_dimension(Dimension.ECONOMIC)
