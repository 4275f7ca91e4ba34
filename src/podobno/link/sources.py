"""Tell whether two steps of chains are one source, and why.

In:   two sources, each with the sketch of its article; what telling entities needs.
Out:  the code of the reason, or None.
Not:  whether their words are the same: link/utterances.py.
"""

from collections.abc import Iterator
from itertools import combinations

from podobno.link.bodies import holds_words, same_body, same_words
from podobno.link.entities import BODY, PERSON, SHORT_REASONS, same_name
from podobno.link.entitygrammar import EntityGrammar, NameParts
from podobno.link.grammar import LinkGrammar
from podobno.link.nearnames import same_near
from podobno.records.claims import Source
from podobno.records.sketches import Sketch

# Further reasons, from the surest to the weakest: see same_source.
SOURCE_REASONS = ("power", "role", "description", "shorter", "people", "inhabitants")
FEWEST_WORDS = 2  # of a description that names nobody: "rzecznik" alone is anybody's


def same_source(a: Source, near_a: Sketch, b: Source, near_b: Sketch, grammar: LinkGrammar) -> str | None:
    """Return why two sources are one: a reason of `same_entity`, or one of SOURCE_REASONS; None where they are not.

    power: both speak for one country ("Berlin", "rząd Niemiec"); role: a description is the role of the other
    ("rzecznik MSZ"); description: the same words; shorter: one has the words of the other and more ("prawnicy Rady",
    "prawnicy unijnej Rady"); people: unnamed people of one body ("prawnicy Rady", "eksperci z Rady"); inhabitants: a
    people and its country. The last two alone are weak. A surname that two people of the articles have is nobody's.
    """
    kinds = _kind(a.name, near_a), _kind(b.name, near_b)
    if PERSON in kinds:
        reason = _same_person((a, near_a), (b, near_b), kinds, grammar.entities)
        people = (*_people(near_a), *_people(near_b))
        return None if reason is None or _is_ambiguous(a.name, b.name, people, grammar.entities) else reason
    if a.name == b.name:
        return "description" if kinds == (None, None) else "name"
    names = (_fuller(source.name, near, grammar.entities) for source, near in ((a, near_a), (b, near_b)))
    one, other = (grammar.entities.parts(name, BODY) for name in names)
    return _same_thing(one, other, grammar.entities)


def _same_person(
    one: tuple[Source, Sketch], other: tuple[Source, Sketch], kinds: tuple[str | None, ...], grammar: EntityGrammar
) -> str | None:
    (a, near_a), (b, near_b) = one, other
    if a.name == b.name:
        return "name"
    a_kind, b_kind = (kind or _guess(source.name) for kind, source in zip(kinds, (a, b), strict=True))
    return same_name(a.name, a_kind, b.name, b_kind, grammar) or _role(a, near_a, b, near_b, grammar)


def _kind(name: str, near: Sketch) -> str | None:
    """The kind of a name; None for a description."""
    for sketch in near.names:
        if sketch.base == name:
            return sketch.kind
    return PERSON if any(base.endswith(f" {name}") for base in _people(near)) else None


def _fuller(name: str, near: Sketch, grammar: EntityGrammar) -> str:
    """The one name for which a word is short in its article, "Komisja Europejska" for "Komisja"; else itself."""
    parts = grammar.parts(name, BODY)
    if len(parts.words) != 1 or (parts.second is None and not grammar.is_common(parts.words[0].lower())):
        return name
    bodies = sorted(sketch.base for sketch in near.names if sketch.kind == BODY and sketch.base != name)
    fuller = [base for base in bodies if same_near(name, BODY, base, BODY, grammar) is not None]
    return fuller[0] if len({grammar.parts(base, BODY).key for base in fuller}) == 1 else name


def _guess(name: str) -> str:
    """A name that its article's sketch lacks: of a person, if each word has a capital letter."""
    return PERSON if name.istitle() else ""


def _people(near: Sketch) -> Iterator[str]:
    return (sketch.base for sketch in near.names if sketch.kind == PERSON)


def _is_ambiguous(a: str, b: str, people: tuple[str, ...], grammar: EntityGrammar) -> bool:
    """Say whether the shorter of two people's names is short for two people of the articles."""
    short = min(a, b, key=lambda name: (len(name.split()), len(name), name))
    full = {name for name in {*people, a, b} if same_name(short, PERSON, name, PERSON, grammar) in SHORT_REASONS}
    return any(same_name(x, PERSON, y, PERSON, grammar) is None for x, y in combinations(sorted(full), 2))


def _role(a: Source, near_a: Sketch, b: Source, near_b: Sketch, grammar: EntityGrammar) -> str | None:
    for described, roles in ((a.name, _roles(b, near_b)), (b.name, _roles(a, near_a))):
        stems = grammar.parts(described, "").stems
        if len(stems) >= FEWEST_WORDS and any(same_words(stems, grammar.parts(role, "").stems) for role in roles):
            return "role"
    return None


def _roles(source: Source, near: Sketch) -> set[str]:
    roles = {role for sketch in near.names if sketch.base == source.name for role in sketch.roles}
    return roles | ({source.role} if source.role else set())


def _same_thing(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    reason = same_body(a, b, grammar)
    if reason is not None:
        return "description" if reason == "words" else reason
    powers = grammar.power(a), grammar.power(b)
    countries = powers[0] or grammar.inhabited(a), powers[1] or grammar.inhabited(b)
    if countries[0] is not None and countries[0] == countries[1]:
        return "power" if None not in powers else "inhabitants"
    return _same_people(a, b, grammar)


def _same_people(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    few, many = sorted((a.stems, b.stems), key=len)
    if len(few) < FEWEST_WORDS:
        return None
    if not few[0].isdisjoint(many[0]) and holds_words(few[1:], many[1:]):
        return "shorter"
    are_people = grammar.are_people(few[0]) and grammar.are_people(many[0])
    return "people" if are_people and holds_words(few[1:], many[1:]) else None
