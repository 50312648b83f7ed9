"""The whole form: its sheets in order, its version in a cell and in the document's properties, its bytes."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from dictionary.load import PROJECT, load_tables
from dictionary.version import dictionary_version
from i18n import Language, word
from reports.form.guide import write_guide
from reports.form.layout import FORM_VERSION
from reports.form.lists import write_lists
from reports.form.sheets import write_project, write_table
from reports.workbook_bytes import to_bytes


def write_form(language: Language) -> bytes:
    """The blank form as the bytes of an .xlsx file: the same bytes for the same dictionary."""
    return to_bytes(build_form(language))


def build_form(language: Language) -> Workbook:
    """The blank form as a workbook, for those who write rows into it before it is saved."""
    book = Workbook()
    book.remove(book.active)
    version = word("form.version", language, form=FORM_VERSION, dictionary=dictionary_version())
    write_guide(book, language, version)
    write_project(book, language)
    for table in load_tables():
        if table != PROJECT:
            write_table(book, table, language)
    write_lists(book, language)
    _stamp(book, language)
    return book


def _stamp(book: Workbook, language: Language) -> None:
    """Say in the document's properties which form and which dictionary it was made from."""
    book.properties.title = word("form.title", language)
    book.properties.creator, book.properties.language = "Konlang", str(language)
    book.custom_doc_props.append(StringProperty(name="konlang_form", value=FORM_VERSION))
    book.custom_doc_props.append(StringProperty(name="konlang_dictionary", value=dictionary_version()))
