"""Environmental: what changed in the environmental dimension."""

from dictionary.nouns import Dimension
from ui.screens import show_dimension

show_dimension(Dimension.ENVIRONMENTAL)
