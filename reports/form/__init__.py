"""The blank Excel form, made from the dictionary: filled in, it reads back without a problem."""

from reports.form.write import build_form, write_form

__all__ = ["build_form", "write_form"]
