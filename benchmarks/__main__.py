"""Run every benchmark and write docs/performance.md; names given on the command line run only those and print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks.coverage import measure_coverage, print_coverage
from benchmarks.estimates import measure_estimates
from benchmarks.guide import measure_guide
from benchmarks.images import measure_images
from benchmarks.measure import Result
from benchmarks.page import print_page
from benchmarks.pages import measure_pages
from benchmarks.reading import measure_growth, measure_reading
from benchmarks.screen import measure_screen
from benchmarks.serve import HOUSE
from benchmarks.sroi import measure_social_return

PAGE = HOUSE / "docs" / "performance.md"
COVERAGE = HOUSE / "docs" / "coverage.md"
BENCHMARKS: dict[str, Callable[[], Iterator[Result]]] = {
    "reading": measure_reading,
    "images": measure_images,
    "screen": measure_screen,
    "guide": measure_guide,
    "growth": measure_growth,
    "sroi": measure_social_return,
    "estimates": measure_estimates,
    "coverage": measure_coverage,
    "pages": measure_pages,
}


def main(names: list[str]) -> None:
    """Measure; the page is written only when everything was measured, that of coverage whenever it was."""
    found = {name: list(BENCHMARKS[name]()) for name in names or BENCHMARKS}
    if "coverage" in found:
        COVERAGE.write_text(print_coverage(found.pop("coverage")), encoding="utf-8")
    results = [result for lines in found.values() for result in lines]
    page = print_page(results)
    print(page)
    if not names:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
