"""What the command line says where a command cannot be done: one sentence in the language asked for."""

from __future__ import annotations

import re
from pathlib import Path
from traceback import extract_tb

from i18n import Language, word


class Refusal(Exception):
    """A sentence for the user that ends the command with exit code 2."""


class Misuse(Exception):
    """What argparse says, in its own words, of arguments that it does not understand."""


# What argparse says of arguments, and the word that says it to the reader; anything else is told as it stands.
_MISUSES = (
    (re.compile(r"the following arguments are required: (?P<option>.+)"), "cli.usage_required"),
    (re.compile(r"unrecognized arguments: (?P<found>.+)"), "cli.usage_unknown"),
    (
        re.compile(r"argument (?P<option>\S+): invalid choice: (?P<found>.+) \(choose from (?P<allowed>.+)\)"),
        "cli.usage_choice",
    ),
    (re.compile(r"argument (?P<option>\S+): invalid \S+ value: (?P<found>.+)"), "cli.usage_value"),
    (re.compile(r"ambiguous option: (?P<found>\S+) could match (?P<allowed>.+)"), "cli.usage_ambiguous"),
    (re.compile(r"argument (?P<option>\S+): ignored explicit argument (?P<found>.+)"), "cli.usage_takes_none"),
    (re.compile(r"argument (?P<option>\S+): expected .*argument.*"), "cli.usage_no_value"),
)


def say_misuse(message: str, language: Language) -> str:
    """The sentence for arguments that are not understood."""
    for pattern, key in _MISUSES:
        if said := pattern.fullmatch(message):
            return word(key, language, **{name: text.replace("'", "") for name, text in said.groupdict().items()})
    return word("cli.usage_error", language, message=message)


def say_own_fault(fault: Exception, language: Language) -> str:
    """A fault of the program itself: its kind and place, and nothing of what the files hold."""
    place = extract_tb(fault.__traceback__)[-1]
    told = f"{type(fault).__name__}, {Path(place.filename).name}:{place.lineno}"
    return word("cli.own_fault", language, fault=told)
