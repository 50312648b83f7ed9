"""Where reading meets analysis: open files as a project, find its changes."""

from project.changes import choose_again, find_changes, list_groups
from project.cited import CitedCell, CitedCells, cite_cells, read_cells
from project.money import has_money, hold_against, list_price_years, price_rounds
from project.opening import Project, open_project
from project.rounds import Pair, choose_rounds, find_round

__all__ = [
    "CitedCell",
    "CitedCells",
    "Pair",
    "Project",
    "choose_again",
    "choose_rounds",
    "cite_cells",
    "find_changes",
    "find_round",
    "has_money",
    "hold_against",
    "list_groups",
    "list_price_years",
    "open_project",
    "price_rounds",
    "read_cells",
]
