"""Tell whether two claims are one speaker's.

In:   two claims, each with the sketch of its article.
Out:  the code of the reason, or None; the keys by which an index finds claims of one speaker.
Not:  names and descriptions as such: link/sources.py.
"""

from podobno.link.grammar import LinkGrammar
from podobno.link.sources import same_source
from podobno.records.claims import Source
from podobno.records.sketches import Sketch

# One of a body, and not surely the same one.
WEAK_REASONS = frozenset({"inhabitants", "people", "power", "role", "shorter"})
PERSON = "person"


def speaker_keys(source: Source, near: Sketch, grammar: LinkGrammar) -> frozenset[str]:
    """Return what the names of one speaker have in common: the surname; of a body or description each word's forms."""
    parts = grammar.entities.parts(source.name, PERSON if is_person(source.name, near) else "")
    if is_person(source.name, near):
        return frozenset({parts.key, parts.sounds[-1]}) if parts.sounds else frozenset({parts.key})
    power = grammar.entities.power(parts) or grammar.entities.inhabited(parts)
    return frozenset({parts.key, *(stem for stems in parts.stems for stem in stems), *([power] if power else [])})


def same_speaker(a: Source, near_a: Sketch, b: Source, near_b: Sketch, grammar: LinkGrammar) -> str | None:
    """Return why two origins are one speaker; None where they are not."""
    reason = same_source(a, near_a, b, near_b, grammar)
    if reason is not None:
        return reason
    if a.name.casefold() == b.name.casefold():
        return "name"
    if is_person(a.name, near_a) == is_person(b.name, near_b):
        return None
    short, long = sorted((a.name, b.name), key=len)
    return "surname" if long.endswith(f" {short}") and short.istitle() else None


def is_person(name: str, near: Sketch) -> bool:
    """Say whether an article has a name as a person's."""
    return any(one.kind == PERSON and (one.base == name or one.base.endswith(f" {name}")) for one in near.names)
