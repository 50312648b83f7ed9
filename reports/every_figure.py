"""Every number of the result with a name that can be read: what is written as JSON, a row for each number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from analysis.findings import Findings
from dictionary.load import code_label, load_codes, load_columns, load_tables
from dictionary.load_estimators import load_estimators
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_caveats
from figures.wording import DOT
from i18n import Language, Text
from i18n.words import load_words
from reports.figure_context import Context
from reports.finding_json import Json
from reports.findings_json import tell_all
from reports.sheet_rows import Number, Value

PLACES = frozenset(("sources", "typed_sources", "row", "header_row", "ranges", "cell", "partner"))  # no amounts
SPOKEN = ("label", "name", "item", "node", "activity", "outcome", "input", "resource", "effect", "trait", "stakeholder")
BESIDE = (
    *("factor", "partner", "receiver", "method", "caveat", "kind", "of", "use", "from", "to", "line", "dimension"),
    *("round", "table", "file", "sheet", "header"),
)
CODED = ("flow_use", "income_line", "dimension", "technology_kind", "support_kind", "stakeholder", "iap2_level")
SROI = "sroi"
Told = tuple[str, str, float, Context]  # of what, which figure, the number, what stands around it


def list_every(findings: Findings, language: Language) -> Iterator[Sequence[Value]]:
    """Of each number: the part of the result, what it is of, which figure, as it is, its unit, n, grade and cells."""
    teller = _Teller(findings, language)
    for part, content in tell_all(findings, language).items():
        for item, figure, value, around in teller.walk(content, ("", part), Context(part)):
            beside = (around.write_unit(language), around.write_n(language), around.grade, around.cells)
            yield [teller.name(part), item, figure, Number(value), *beside]


class _Teller:
    """Names for the keys and the codes of the JSON in a language."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self._language = language
        self._rounds = {one.key: one.label[language] for one in (*findings.rounds, *findings.all_rounds)}

    def walk(self, node: Json, name: tuple[str, str], around: Context) -> Iterator[Told]:
        """Each number below a node: of what, which figure, itself and what stands around it.

        ``name`` is what the node is of and the key that it stands at.
        """
        item, key = name
        if isinstance(node, bool) or node is None or isinstance(node, str):
            return
        if isinstance(node, int | float):
            yield item, self.name(key), float(node), around
        elif isinstance(node, Mapping):
            yield from self._walk_fields(node, name, around)
        else:
            for place, one in enumerate(node):
                more = "" if isinstance(one, Mapping) else f"{key} {place + 1}"
                yield from self.walk(one, (item, more or key), around)

    def _walk_fields(self, node: Mapping[str, Json], name: tuple[str, str], around: Context) -> Iterator[Told]:
        item, key = name
        told = self._name_item(node)
        inside = DOT.join(dict.fromkeys(filter(None, (*item.split(DOT), *([told] if told else [self.name(key)])))))
        context = around.inside(node, self._language)
        for field, one in node.items():
            if field not in PLACES:
                yield from self.walk(one, (inside, field), context.at(field))

    def name(self, key: str) -> str:
        """A key of the JSON in words; of several numbers at one key with its place; what somebody typed as typed."""
        plain, _, place = key.rpartition(" ") if key.rpartition(" ")[2].isdecimal() else (key, "", "")
        text = self._say(plain)
        return f"{text} ({place})" if place else text

    def _name_item(self, node: Mapping[str, Json]) -> str:
        """What an entry of a list is called: by its own name, else by the codes that tell it from the others."""
        own, beside = (
            [self._say(text) for name in names if isinstance(text := node.get(name), str)] for names in (SPOKEN, BESIDE)
        )
        group = node.get("group")
        groups = [code_label(k, str(v))[self._language] for k, v in group.items()] if isinstance(group, Mapping) else []
        years = [str(node["year"])] if isinstance(node.get("year"), int) else []
        names = [*(own[:2] or beside), *groups, *years]
        return DOT.join(dict.fromkeys(filter(None, names)))

    def _say(self, code: str) -> str:
        """The word for a code of whatever list; what is no code as it stands."""
        words = load_words()
        own = words.get(f"every.{code}") or words.get(f"comparison.trait_{code}")
        known = own or _name_codes().get(code)
        return self._rounds.get(code) or (known[self._language] if known else code)


@cache
def _name_codes() -> Mapping[str, Text]:
    """The codes by which entries of the JSON are told apart."""
    return {
        **{code: text for one in CODED for code, text in load_codes(one).items()},
        **{one.key: one.label for one in load_columns(SROI)},
        **{code: one.sheet for code, one in load_tables().items()},
        **{code: one.label for code, one in load_indicators().items()},
        **{code: one.title for code, one in load_caveats().items()},
        **{code: one.label for code, one in load_estimators().items()},
    }
