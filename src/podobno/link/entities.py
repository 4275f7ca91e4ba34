"""Tell whether two names are one entity's, and why: by the names alone.

In:   names with their kinds, as articles give them in full.
Out:  the code of the reason, or None; a key that names of one entity mostly share.
Not:  names of a whole ledger, where others may bear the same surname: link/entitygroups.py; sources: link/sources.py.
"""

from podobno.link.bodies import same_body
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.people import same_person
from podobno.records.sketches import NameSketch

PERSON, BODY = "person", "body"
# Of these the shorter name may stand for several longer ones: whoever groups names must look for all of them.
SHORT_REASONS = frozenset({"acronym", "given", "initial", "middle", "short", "surname"})
FULL_REASONS = ("alias", "alphabet", "inflected", "misspelt", "name", "spelling", "variant", "words")
ENTITY_REASONS = (*FULL_REASONS, *sorted(SHORT_REASONS))


def entity_key(base: str, kind: str, grammar: EntityGrammar) -> str:
    """Return the key of a name: names of a kind that share it are one entity, others may be."""
    return grammar.parts(base, kind).key


def same_entity(a: NameSketch, b: NameSketch, grammar: EntityGrammar) -> str | None:
    """Return why two names are one entity's, one of ENTITY_REASONS; None where they are not, or where none can tell.

    A body and a place may be one: articles speak of countries as both.
    """
    return same_name(a.base, a.kind, b.base, b.kind, grammar)


def same_name(a: str, a_kind: str, b: str, b_kind: str, grammar: EntityGrammar) -> str | None:
    """Return the same of names and their kinds."""
    return grammar.remember((a, a_kind, b, b_kind), lambda: _compare(a, a_kind, b, b_kind, grammar))


def _compare(a: str, a_kind: str, b: str, b_kind: str, grammar: EntityGrammar) -> str | None:
    if (a_kind == PERSON) != (b_kind == PERSON):
        return None
    one, other = grammar.parts(a, a_kind), grammar.parts(b, b_kind)
    if a_kind == PERSON:
        return same_person(one, other, grammar)
    reason = same_body(one, other, grammar)
    return reason if a_kind == b_kind or reason not in SHORT_REASONS else None
