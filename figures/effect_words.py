"""An effect in words: what kind it is, on whom, how large, and what was done about it."""

from __future__ import annotations

from analysis.evidence.effects import Effect
from dictionary.load import code_label
from dictionary.load_indicators import is_share, unit_label
from figures.told import Told
from figures.values import write_value
from figures.wording import ARROW, DOT, write_unit
from i18n import Language, Text, word


def write_nature(effect: Effect, language: Language) -> str:
    """``ทางลบ · ไม่ได้ตั้งใจ``; what the sheet does not say is said to be not stated."""
    way = code_label("effect_direction", effect.direction)[language] if effect.direction else ""
    meant = {True: "effects.intended", False: "effects.unintended"}
    told = word(meant[effect.intended], language) if effect.intended is not None else ""
    return DOT.join(filter(None, (way or word("effects.no_direction", language), told)))


def write_size(effect: Effect, language: Language) -> str:
    """``0 → 12 ครัวเรือน``, or nothing where there is no figure."""
    if effect.baseline is None and effect.endline is None:
        return ""
    before, after = (write_value(value, effect.unit) for value in (effect.baseline, effect.endline))
    return f"{before} {ARROW} {after}{write_unit(effect.unit, language)}"


def write_response(effect: Effect, language: Language) -> str:
    """What was done; that nothing was written is said of a bad effect, never of a good one."""
    if effect.response:
        return word("effects.response", language, response=effect.response)
    return word("effects.no_response", language) if effect.better is False else ""


def write_evidence(effect: Effect, language: Language) -> str:
    """How it is known; that this is not stated is said."""
    if effect.evidence:
        return word("effects.evidence", language, evidence=effect.evidence)
    return word("effects.no_evidence", language)


def write_effect_values(effect: Effect, language: Language) -> tuple[object, object, str]:
    """Before and after as in the picture (per cent for shares), and the unit."""
    times = 100 if is_share(effect.unit) else 1
    before, after = (None if v is None else v * times for v in (effect.baseline, effect.endline))
    return before, after, unit_label(effect.unit)[language]


def tell_effect(effect: Effect) -> Told:
    """The effect with its cells."""
    values = [DOT.join(filter(None, (write_nature(effect, one), write_size(effect, one)))) for one in Language]
    how = [write_evidence(effect, one) for one in Language]
    return Told(Text(effect.name, effect.name), Text(*values), Text(*how), effect.sources, effect.caveats)
