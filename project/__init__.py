"""Where reading meets analysis: open files as a project, find its changes."""

from project.changes import find_changes, list_groups
from project.opening import Project, open_project

__all__ = ["Project", "find_changes", "list_groups", "open_project"]
