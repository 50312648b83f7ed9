"""People on lists of different rounds: who is who, and who only may be."""
