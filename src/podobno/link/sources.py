"""Tell whether two steps of chains are one source, and why.

In:   two sources, each with the sketch of its article; what telling entities needs.
Out:  the code of the reason, or None.
Not:  whether their words are the same: link/utterances.py.
"""

from collections.abc import Iterator

from podobno.link.bodies import holds_words, same_body, same_words
from podobno.link.entities import PERSON, SHORT_REASONS, same_name
from podobno.link.entitygrammar import EntityGrammar, NameParts
from podobno.link.grammar import LinkGrammar
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
    if a.name == b.name and kinds[0] == kinds[1]:
        return "description" if kinds[0] is None else "name"
    if PERSON in kinds:
        reason = same_name(a.name, kinds[0] or _guess(a.name), b.name, kinds[1] or _guess(b.name), grammar.entities)
        if reason in SHORT_REASONS and _is_ambiguous(a.name, b.name, (*_people(near_a), *_people(near_b)), grammar):
            return None
        return reason or _role(a, near_a, b, near_b, grammar.entities)
    return _same_thing(grammar.entities.parts(a.name, ""), grammar.entities.parts(b.name, ""), grammar.entities)


def _kind(name: str, near: Sketch) -> str | None:
    """The kind of a name; None for a description."""
    for sketch in near.names:
        if sketch.base == name or (sketch.kind == PERSON and sketch.base.endswith(f" {name}")):
            return sketch.kind
    return None


def _guess(name: str) -> str:
    """A name that its article's sketch lacks: of a person, if each word has a capital letter."""
    return PERSON if name.istitle() else ""


def _people(near: Sketch) -> Iterator[str]:
    return (sketch.base for sketch in near.names if sketch.kind == PERSON)


def _is_ambiguous(a: str, b: str, people: tuple[str, ...], grammar: LinkGrammar) -> bool:
    """Say whether the shorter of two names may be short for somebody else of the articles, too."""
    short, full = sorted((a, b), key=lambda name: (len(name.split()), len(name), name))
    others = {name for name in people if same_name(short, PERSON, name, PERSON, grammar.entities) is not None}
    return any(same_name(full, PERSON, name, PERSON, grammar.entities) is None for name in others - {short})


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
