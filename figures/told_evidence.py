"""What the sheets read row by row tell, in words with its cells: ties, links, activities, balances, works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from analysis.evidence.chain import Chain, Link
from analysis.evidence.dependence import Dependence
from analysis.evidence.material import Avoided, Balance, Material
from analysis.evidence.network import Network, Tie
from analysis.evidence.participation import Activity, Participation
from analysis.evidence.technology import KINDS, Work
from analysis.provenance import join_sources
from dictionary.load import code_label
from dictionary.nouns import NOT_STATED
from figures.kinds_chain import tell_goal
from figures.kinds_network import write_dependence
from figures.material_texts import NOBODY_ELSE, tell_flows
from figures.materials import write_kg, write_pair
from figures.ties_table import tell_tie
from figures.timeline import write_day, write_known
from figures.told import Told
from figures.values import write_value
from figures.wording import ARROW, DOT
from i18n import Language, Text, word
from i18n.numbers import UNKNOWN, write_number

BAHT = "thb"


def tell_network(network: Network) -> tuple[Told, ...]:
    """How much rests on one partner after, then every tie."""
    return (*tell_dependence(network.dependence[1]), *(_tell_tie(tie, network.caveats) for tie in network.ties))


def tell_dependence(dependence: Dependence) -> tuple[Told, ...]:
    """How much rests on the partner that gives most; nothing where none does."""
    values = _write(lambda language: write_dependence(dependence, language))
    if not values.th:
        return ()
    return (Told(_say("dependence"), values, _say("how_dependence"), dependence.sources, dependence.caveats),)


def _tell_tie(tie: Tie, caveats: tuple[str, ...]) -> Told:
    name = _write(lambda language: DOT.join(filter(None, tell_tie(tie, language))))
    amounts = f" {ARROW} ".join(UNKNOWN if value is None else write_value(value, BAHT) for value in tie.value)
    return Told(name, Text(amounts, amounts), _say("how_tie"), tie.sources, caveats)


def tell_chain(chain: Chain) -> tuple[Told, ...]:
    """Every indicator of the chain, then every link."""
    return (*tell_goals(chain), *tell_links(chain))


def tell_goals(chain: Chain) -> tuple[Told, ...]:
    """Every indicator of the chain with its values."""
    return tuple(tell_goal(goal) for node in chain.nodes for goal in node.goals)


def tell_links(chain: Chain) -> tuple[Told, ...]:
    """Every link with its evidence and its assumption."""
    return tuple(map(_tell_link, chain.links))


def _tell_link(link: Link) -> Told:
    name = f"{link.start} {ARROW} {link.end}"
    evidence, assumption = (
        _write(lambda language, key=key, text=text: f"{word(f'chain.{key}', language)}: {_or_none(text, language)}")  # type: ignore[misc]
        for key, text in (("evidence", link.evidence), ("assumption", link.assumption))
    )
    return Told(Text(name, name), evidence, assumption, (link.source,))


def _or_none(text: str, language: Language) -> str:
    return text or word("chain.not_stated", language)


def tell_activities(told: Participation) -> tuple[Told, ...]:
    """Every activity with its day and how many took part."""
    return tuple(map(_tell_activity, told.activities))


def _tell_activity(one: Activity) -> Told:
    people = f" {ARROW} ".join(UNKNOWN if held.people is None else write_number(held.people) for held in one.held)
    codes = (("stage", one.stage), ("stakeholder", one.stakeholder))

    def name(language: Language) -> str:
        return DOT.join((one.name, *(code_label(group, code or NOT_STATED)[language] for group, code in codes)))

    def values(language: Language) -> str:
        told = f"{word('sources.people', language)} {people}"
        return DOT.join(filter(None, (write_day(one, language), told)))

    return Told(_write(name), _write(values), _say("how_activity"), one.sources)


def tell_material(material: Material) -> tuple[Told, ...]:
    """What goes in, is used, lost and cannot be accounted for; then every flow."""
    return (*_tell_balances(material), *tell_flows(material))


PARTS: dict[str, Callable[[Balance], float | None]] = {
    "mass_in": lambda one: one.mass_in,
    "mass_used": lambda one: one.mass_used,
    "mass_lost": lambda one: one.mass_lost,
    "mass_rest": lambda one: one.mass_unaccounted,
}


def _tell_balances(material: Material) -> Iterator[Told]:
    sources = join_sources(source for flow in material.flows for source in flow.sources)
    basis = code_label("weight_basis", material.basis)
    for key, read in PARTS.items():
        first, last = (read(one) for one in material.balances)
        name = _write(
            lambda language, key=key: DOT.join((material.resource, basis[language], word(f"sources.{key}", language)))  # type: ignore[misc]
        )
        values = _write(lambda language, pair=(first, last): write_pair(pair, language))  # type: ignore[misc]
        yield Told(name, values, _say(f"how_{key}"), sources, NOBODY_ELSE)


def tell_estimate(one: Avoided) -> Told:
    """What is estimated from a factor: from least to most, by which factor, and its cells."""
    return Told(
        _write(lambda _: DOT.join(filter(None, (one.factor.name, one.factor.applies_to, one.resource)))),
        _write(lambda language: _write_estimate(one, language)),
        _write(lambda language: _write_factor(one, language)),
        one.sources,
        one.caveats,
    )


def _write_estimate(one: Avoided, language: Language) -> str:
    if one.missing or one.low is None or one.high is None:
        return code_label("reason", one.missing)[language]
    way = "avoided" if one.high > 0 else "added"
    low, high = (write_number(end) for end in sorted(abs(end) for end in (one.low, one.high)))
    return word(f"pages.material.{way}", language, low=low, high=high, unit=one.factor.unit, resource=one.resource)


def _write_factor(one: Avoided, language: Language) -> str:
    if one.missing or one.low is None or one.high is None:
        return ""
    factor = one.factor
    kg = f"{write_kg(one.kg_before, language)} {ARROW} {write_kg(one.kg_after, language)}"
    basis = code_label("weight_basis", factor.basis)[language]
    used = f"{write_number(factor.low or 0)}–{write_number(factor.high or 0)} {factor.unit}"
    how = word("pages.material.factor", language, factor=used, kg=write_kg(factor.per_kg, language), basis=basis)
    return f"{kg}{DOT}{how}"


def tell_works(works: Iterable[Work]) -> tuple[Told, ...]:
    """Research, innovations and other works, each with what came of it."""
    return tuple(map(_tell_work, works))


def _tell_work(work: Work) -> Told:
    def values(language: Language) -> str:
        kind = code_label(KINDS, work.kind)[language] if work.kind else ""
        return DOT.join(filter(None, (kind, write_known(work.first, work.last, language), work.result)))

    return Told(Text(work.item, work.item), _write(values), _say("how_work"), (work.source,))


def _say(key: str) -> Text:
    return _write(lambda language: word(f"sources.{key}", language))


def _write(tell: Callable[[Language], str]) -> Text:
    return Text(*(tell(language) for language in Language))
