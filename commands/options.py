"""The commands and options of the command line, told in the language that is asked for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeAlias

from analysis import PriceChoice, PriceKind
from analysis.findings import Findings
from analysis.income_lines import IncomeLine, enter_line
from analysis.price_sheet import find_year
from analysis.sroi import Combination, Settings, Timing
from analysis.sroi.settings import read_rate
from commands.faults import Misuse, Refusal, say_misuse
from dictionary.load_indicators import match_indicator
from dictionary.nouns import BASELINE, ENDLINE
from i18n import Language, word
from i18n.numbers import read_number
from i18n.wrap import wrap_text
from project import hold_against

Run: TypeAlias = "Callable[[argparse.Namespace], None]"
_Add: TypeAlias = "Callable[..., argparse.ArgumentParser]"  # the add_parser of the commands


class _Help(argparse.HelpFormatter):
    """Help that breaks Thai between words, never between a letter and its marks."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [line.strip() for line in wrap_text(text, lambda line: len(line.rstrip()) <= width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Misuse(message)


_ENGLISH = re.compile(r"--l\w*[ =]en\b")  # argparse takes the beginning of a name too


def find_language(arguments: Sequence[str]) -> Language:
    """The language asked for, before the arguments are parsed: their own faults are said in it too."""
    return Language.EN if _ENGLISH.search(" ".join(arguments)) else Language.TH


def parse_options(arguments: Sequence[str], runs: Sequence[Run]) -> argparse.Namespace:
    """The command and its options; arguments that are not understood are refused in the language asked for."""
    language = find_language(arguments)
    try:
        return build_parser(language, runs).parse_args(arguments)
    except Misuse as fault:
        raise Refusal(say_misuse(str(fault), language)) from fault


def build_parser(language: Language, runs: Sequence[Run]) -> argparse.ArgumentParser:
    """The parser of all commands, each named after the function that runs it; its help is in the language."""
    parser = _Parser(prog="cli.py", description=word("cli.description", language), formatter_class=_Help)
    commands = parser.add_subparsers(
        required=True, metavar="|".join(run.__name__ for run in runs), parser_class=_Parser
    )
    for run in runs:
        _OPTIONS[run.__name__](_add_command(commands.add_parser, run, language), language)
    return parser


def _add_findings(command: argparse.ArgumentParser, language: Language) -> None:
    _add_files(command, language)
    _add_option(command, "json", language, action="store_true")


def _add_analyse(command: argparse.ArgumentParser, language: Language) -> None:
    _add_findings(command, language)
    _add_option(command, "with-factors", language, action="store_true")
    _add_index(command, language)
    _add_social_return(command, language)
    _add_prices(command, language)
    _add_income_line(command, language)


def _add_charts(command: argparse.ArgumentParser, language: Language) -> None:
    _add_files(command, language)
    _add_index(command, language)
    _add_social_return(command, language)
    _add_prices(command, language)
    _add_income_line(command, language)
    _add_option(command, "out", language, required=True, metavar="DIR")
    _add_option(command, "format", language, choices=("png", "svg", "pdf"), default="png")
    _add_option(command, "size", language, choices=("word", "half", "slide", "square"), default="word")


def _add_template(command: argparse.ArgumentParser, language: Language) -> None:
    _add_option(command, "out", language, required=True, metavar="FILE")
    _add_option(command, "overwrite", language, action="store_true")


def _add_files(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help=word("cli.files", language))
    for name in ("baseline", "mapping"):
        _add_option(command, name, language, action="append", default=[], metavar="FILE")
    for name in ("write-mapping", "password-file"):
        _add_option(command, name, language, metavar="FILE")
    _add_option(command, "overwrite", language, action="store_true")
    for side in (BASELINE, ENDLINE):
        _add_option(command, f"{side}-round", language, metavar="ROUND")


def _add_income_line(command: argparse.ArgumentParser, language: Language) -> None:
    """A line of the user's own that incomes are held against."""
    _add_option(command, "income-line", language, type=float, metavar="THB")
    _add_option(command, "income-line-source", language, metavar="TEXT")


def _add_social_return(command: argparse.ArgumentParser, language: Language) -> None:
    """The choices under the social return on investment."""
    _add_option(command, "timing", language, choices=tuple(map(str, Timing)), default=str(Timing.END))
    multiply = str(Combination.MULTIPLY)
    _add_option(command, "combination", language, choices=tuple(map(str, Combination)), default=multiply)
    _add_option(command, "discount-rate", language, type=float, metavar="PERCENT")


def _add_index(command: argparse.ArgumentParser, language: Language) -> None:
    """One number for each dimension, and what each indicator weighs in it."""
    _add_option(command, "index", language, action="store_true")
    _add_option(command, "weight", language, action="append", default=[], metavar="INDICATOR=NUMBER")


def _add_prices(command: argparse.ArgumentParser, language: Language) -> None:
    """In which prices amounts are told."""
    _add_option(command, "prices", language, choices=tuple(map(str, PriceKind)), default=str(PriceKind.NOMINAL))
    _add_option(command, "price-year", language, metavar="YEAR")


def choose_prices(options: argparse.Namespace) -> PriceChoice:
    """The prices in which amounts are told; without a year they are those of the later round."""
    typed = options.price_year
    year = None if typed is None else find_year(typed)
    if typed is not None and year is None:
        raise Refusal(word("cli.wrong_year", options.language, year=typed))
    return PriceChoice(PriceKind(options.prices), year)


def _add_command(add: _Add, run: Run, language: Language) -> argparse.ArgumentParser:
    command = add(run.__name__, help=word(f"cli.{run.__name__}", language), formatter_class=_Help)
    command.set_defaults(run=run)
    _add_option(command, "language", language, type=Language, choices=tuple(Language), default=Language.TH)
    return command


def _add_option(command: argparse.ArgumentParser, name: str, language: Language, **settings: Any) -> None:
    command.add_argument(f"--{name}", help=word(f"cli.{name.replace('-', '_')}", language), **settings)


_OPTIONS = {"inspect": _add_findings, "analyse": _add_analyse, "charts": _add_charts, "template": _add_template}


def choose_settings(options: argparse.Namespace) -> Settings:
    """The choices under the social return; without a rate it is that of the sheets, or 3.5 %."""
    typed = options.discount_rate
    rate = None if typed is None else read_rate(typed)
    if typed is not None and rate is None:
        raise Refusal(word("cli.wrong_rate", options.language, rate=f"{typed:g}"))
    return Settings(Timing(options.timing), Combination(options.combination), rate)


def add_chosen(findings: Findings, options: argparse.Namespace) -> Findings:
    """The findings with what was asked for besides: the index of the dimensions, a line to hold incomes against."""
    from figures.weighing import weigh_findings  # noqa: PLC0415  help and inspect draw nothing

    own, weighed = choose_line(options), weigh_findings(findings, choose_weights(options))
    return hold_against(weighed, (own,)) if own else weighed


def choose_weights(options: argparse.Namespace) -> dict[str, float] | None:
    """The weights of the index by the key of an indicator, named as in the form; None where nobody asks for one."""
    typed = [text.rpartition("=") for text in options.weight]
    for name, _, number in typed:
        if match_indicator(name) is None or read_number(number) is None or (read_number(number) or 0) < 0:
            raise Refusal(word("cli.wrong_weight", options.language, weight=f"{name}={number}"))
    weights = {match_indicator(name) or "": read_number(number) or 0.0 for name, _, number in typed}
    return weights if options.index or weights else None


def choose_line(options: argparse.Namespace) -> IncomeLine | None:
    """The line of income that was entered, which needs its source; None where there is none."""
    if options.income_line is None:
        return None
    try:
        return enter_line(options.income_line, options.income_line_source or "")
    except ValueError as error:
        raise Refusal(word("cli.line_without_source", options.language, line=f"{options.income_line:g}")) from error
