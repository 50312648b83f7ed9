"""Print docs/dictionary.md from the CSV files of the dictionary, so that it cannot say anything else.

Run by ``make docs``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dictionary.rows import read_rows

PAGE = Path(__file__).parent / "dictionary.md"
OPENING = """# Dictionary

Made from the CSV files of `dictionary/` by `make docs`; do not edit by hand. What a sheet, a column, a code, an
indicator or a caveat means stands there as rows, which open in Excel (UTF-8 with BOM). A new spelling, indicator or
code is a new row.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One CSV file: its name, what it says, and the columns that are printed; without columns its rows are counted."""

    name: str
    title: str
    sentence: str
    columns: Sequence[str] = ()
    counted: str = ""


SECTIONS = (
    Section("tables", "Sheets", "The sheets of a project workbook.", ("table", "sheet_th", "sheet_en", "purpose_en")),
    Section(
        "columns",
        "Columns",
        "The columns of each sheet; the blank form is made from them. By round: one column before and one after.",
        ("table", "column", "kind", "unit", "codelist", "by_round", "required", "label_th", "label_en", "guidance_en"),
    ),
    Section("codes", "Codes", "What may stand in a column of codes.", ("codelist", "code", "label_th", "label_en")),
    Section(
        "indicators",
        "Indicators",
        "Every defined quantity. Shares are 0–1 in files and per cent on screen. `proxy`: a near match of the id.",
        ("indicator", "label_th", "label_en", "unit", "dimension", "better", "aggregation", "iris_id", "iris_fit"),
    ),
    Section("units", "Units", "What values are counted in.", ("unit", "kind", "label_th", "label_en")),
    Section(
        "observed",
        "Observed columns",
        "Columns of sheets read row by row whose cells are observations, and what names their unit of observation.",
        ("table", "column", "kind", "indicator", "unit", "groups"),
    ),
    Section(
        "measures",
        "Findings",
        "Which finding is computed from which observations, by which method, and for which groups.",
        ("indicator", "observed", "method", "by"),
    ),
    Section(
        "methods", "Methods", "How a finding is computed (worked: `methods.md`).", ("method", "label_th", "sentence_en")
    ),
    Section(
        "scales",
        "Scales",
        "What kind of quantity a finding is of; the first row that fits holds, `*` fits all.",
        ("kind", "aggregation", "method", "scale"),
    ),
    Section(
        "estimation",
        "Estimates beside a finding",
        "Which estimates a finding of a scale gets under a design, or why nothing is tested; the first row that fits.",
        ("scale", "design", "estimators", "reason"),
    ),
    Section(
        "estimators",
        "Estimators",
        "How they are computed, on which assumption, after whom (worked: `methods.md`).",
        ("estimator", "label_th", "label_en", "formula_th", "formula_en", "reference"),
    ),
    Section(
        "formulas",
        "Formulas",
        "How every other kind of figure is worked out, after whom; `gives` names methods and keys of the JSON.",
        ("formula", "label_th", "label_en", "formula_th", "formula_en", "reference_en", "gives"),
    ),
    Section(
        "figure_units",
        "Units of figures",
        "In which unit each figure of the result stands, by its place in the JSON; the first row that fits holds.",
        ("figure", "unit"),
    ),
    Section(
        "income_lines",
        "Lines of income",
        "What an income is held against, by time; a daily wage counts for 26 days a month (an assumption).",
        ("line", "place_th", "from", "to", "amount", "unit", "source_en"),
    ),
    Section(
        "caveats", "Caveats", "Warnings that stand on a result.", ("caveat", "title_th", "title_en", "sentence_en")
    ),
    Section(
        "claims",
        "Ladder of claims",
        "What may be said of a finding, chosen by its design: the verbs of every sentence about a change.",
        ("claim", "design", "needs", "rose_en", "sentence_th", "sentence_en"),
    ),
    Section(
        "grades",
        "Grades of evidence",
        "What a finding must have for each grade; the first row whose conditions are all met gives it.",
        ("grade", "design", "min_match", "min_n", "interval", "without"),
    ),
    Section(
        "problems",
        "Problems",
        "Faults in the data, each told with its sheet and cell, what was found, what is allowed and what to do.",
        ("code", "severity", "title_th", "sentence_en", "remedy_en"),
    ),
    Section(
        "sroi_norms",
        "Usual deductions",
        "Medians of published reports of social return, shown beside what is entered: indicative, no rule.",
        ("norm", "median", "reports", "note_en"),
    ),
    Section("sheets", "Spellings of sheets", "Names under which a sheet is recognised.", counted="table"),
    Section("headers", "Spellings of headers", "Headers as people type them.", counted="table"),
    Section("rounds", "Spellings of rounds", "Words for before and after.", counted="round"),
    Section("spellings", "Spellings of codes", "Words that stand for a code.", counted="codelist"),
    Section("indicator_spellings", "Spellings of indicators", "Other names of indicators.", counted="indicator"),
    Section("unit_spellings", "Spellings of units", "Other names of units, with their factor.", counted="unit"),
    Section("fillers", "Words passed over", "Words in a header that do not change what it means."),
)


def main() -> None:
    """Write docs/dictionary.md."""
    PAGE.write_text(print_dictionary(), encoding="utf-8")


def print_dictionary() -> str:
    """The whole page as Markdown."""
    return "\n".join([OPENING, *(_print_section(section) for section in SECTIONS)])


def _print_section(section: Section) -> str:
    rows = list(read_rows(section.name))
    head = f"## {section.title}\n\n{section.sentence} `dictionary/{section.name}.csv`, {len(rows)} rows.\n"
    if section.columns:
        return head + "\n" + _table(section.columns, ([row[name] for name in section.columns] for row in rows))
    counts = Counter(row[section.counted] for row in rows) if section.counted else Counter[str]()
    return head + (f"\n{_listed(counts)}\n" if counts else "")


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items() if name)


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    names = list(columns)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
