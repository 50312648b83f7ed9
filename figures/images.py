"""Images of charts: one chart as a file, all of them as a zip, and what the files are called."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.findings import Findings
from figures.catalogue import default_texts, draw_chart, list_charts, shows_amounts
from figures.descriptions import describe_chart
from figures.frame import ChartTexts
from figures.households import fit_words
from figures.prices import write_price_years
from figures.render import Caption, render_image
from figures.theme import look
from figures.trends import has_trends, name_rounds
from figures.wording import DOT, write_only, write_version
from i18n import Language, word

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
MOST_BYTES = 120  # of the project's part of a file name: Thai takes three bytes a letter, a name may have 255
SHARED_BYTES = (48, 96)  # of both, where the name also says whose members alone the figures are of
ROUNDS_BYTES = 48  # of the rounds compared, where there are more than two
MARKS = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImageChoice:
    """Which image a user wants: chart, language, size (word, half, slide, square), format (png, svg, pdf).

    ``texts`` are the words as the user changed them; None keeps the default ones.
    """

    chart: str
    language: Language = Language.TH
    size: str = "word"
    image_format: str = "png"
    texts: ChartTexts | None = None


def render_chart(findings: Findings, choice: ImageChoice) -> bytes:
    """The image file of an available chart. Raises NoBrowser where the machine has none."""
    texts = choice.texts or default_texts(findings, choice.chart, choice.language)
    figure = draw_chart(findings, choice.chart, look(choice.language, choice.size), texts)
    described = describe_chart(findings, choice.chart, choice.language, texts)
    caption = Caption(texts.title, DOT.join((described, write_version(findings, choice.language))))
    return render_image(figure, choice.size, choice.image_format, caption)


def file_name(findings: Findings, choice: ImageChoice) -> str:
    """``project_chart_language_size.png``, with its Thai kept and nothing that Windows refuses."""
    return f"{name_stem(findings, choice)}_{choice.size}.{choice.image_format}"


def name_stem(findings: Findings, choice: ImageChoice) -> str:
    """The start of the name of any file about a chart: project, chart, whose data and which rounds, language.

    That it is everybody's data is not said, nor the rounds where there are only two, nor in which prices amounts are
    where the chart shows none that prices move (as the social return, which values what is entered).
    """
    project = findings.project.name or findings.project.group or word("figures.no_project", choice.language)
    chart = word(fit_words(f"figures.chart_{choice.chart}", findings), choice.language)
    only = write_only(findings, choice.language).replace(DOT, " ")
    short, most = SHARED_BYTES if only else (MOST_BYTES, 0)
    rounds = "-".join(_name_compared(findings, choice.language)) if has_trends(findings) else ""
    years = write_price_years(findings, choice.language) if shows_amounts(findings, choice.chart) else ""
    parts = ((only, most), (rounds, ROUNDS_BYTES), (years, ROUNDS_BYTES))
    said = (_safe(text, room) for text, room in parts if text)
    return "_".join((_safe(project, short), _safe(chart), *said, choice.language))


def _name_compared(findings: Findings, language: Language) -> Iterable[str]:
    """The two rounds compared, as short as they can be told from the others."""
    compared = {one.key for one in findings.rounds}
    names = name_rounds(findings.all_rounds, language)
    return (name for one, name in zip(findings.all_rounds, names, strict=True) if one.key in compared)


def _safe(text: str, most: int = MOST_BYTES) -> str:
    """A part of a file name: short, without spaces, and without what Windows refuses."""
    plain = re.sub(r"[\s_]+", "-", FORBIDDEN.sub(" ", text).strip()).strip(".-")
    short = plain.encode()[:most].decode(errors="ignore")
    while len(short) < len(plain) and short and MARKS.match(plain[len(short)]):
        short = short[:-1]  # a letter is not parted from its marks
    short = short.strip(".-")
    return f"{short}-" if RESERVED.match(short) else short or "-"


def write_image_zip(findings: Findings, choices: Sequence[ImageChoice], progress: Progress | None = None) -> bytes:
    """A zip of the chosen images; ``progress(done, all)`` is called after each. Raises NoBrowser."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as pack:
        for done, choice in enumerate(choices, start=1):
            pack.writestr(file_name(findings, choice), render_chart(findings, choice))
            if progress:
                progress(done, len(choices))
        pack.comment = write_version(findings, Language.EN).encode()
    return file.getvalue()


def choose_all(findings: Findings, like: ImageChoice) -> tuple[ImageChoice, ...]:
    """A choice for every chart that the findings allow, in the language, size and format of ``like``."""
    return tuple(_choices(findings, like))


def _choices(findings: Findings, like: ImageChoice) -> Iterable[ImageChoice]:
    for chart in list_charts(findings):
        if chart.available:
            yield replace(like, chart=chart.key, texts=None)
