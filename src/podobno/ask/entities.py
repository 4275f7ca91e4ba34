"""Ask for entities: who and what the articles name, under which names, in which roles.

In:   perhaps a name; what telling entities needs of a language.
Out:  entities with their names and the reasons, roles, and how many articles and claims there are of them.
Not:  which names are one, which is link/entitygroups.py.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from podobno.ask.claims import ClaimQuestion, names_meant, split_words
from podobno.ask.figures import FigureQuestion
from podobno.ask.names import SAME_START, Lemmas, fit_inflected, fit_names, word_forms
from podobno.ledger.folding import fold
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.entitygroups import group_names, related_names
from podobno.records.clocks import ALL, Clocks
from podobno.records.entities import Entity, KindName

Question = TypeVar("Question", ClaimQuestion, FigureQuestion)
MOST_NAMED = 2_000  # names of a large ledger that a list without a name is made from


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswer:
    """An entity as the ledger knows it."""

    entity: Entity
    roles: tuple[str, ...]  # as articles print them beside a name, sorted
    articles: int  # that name it
    claims: int  # in whose chains it stands


def ask_entities(
    ledger: Ledger,
    grammar: EntityGrammar,
    name: str | None = None,
    lemmas: Lemmas | None = None,
    clocks: Clocks = ALL,
) -> list[EntityAnswer]:
    """Return the entities, those of the most articles first; name: words of their names or roles, in any form.

    Without a name they come from the MOST_NAMED names that most articles have. Of the clocks an entity has two: when
    the articles that name it were out, and when they were recorded; what later ones call it is left out.
    """
    names = ledger.links.names
    if name is None:
        related = set(names.most_named(MOST_NAMED, clocks))
        wanted = related
    else:
        wanted = set(names.seen(_wanted(ledger, name, lemmas), clocks))
        related = related_names(wanted, lambda keys: names.seen(names.sharing(keys), clocks), grammar)
    entities = (entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity)))
    answers = (_answer(entity, ledger, clocks) for entity in entities)
    return sorted(answers, key=lambda one: (-one.articles, -one.claims, one.entity.name, one.entity.kind))


def find_entity(ledger: Ledger, name: str, grammar: EntityGrammar) -> Entity | None:
    """Return the entity that has a name, spelt so but for case and accents; of several the one with the most names."""
    wanted = _with_folded(ledger, {fold(name)})
    related = related_names(wanted, ledger.links.names.sharing, grammar) if wanted else ()
    found = [entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity))]
    return max(found, key=lambda one: len(one.others), default=None)


def folded_names(entity: Entity) -> tuple[str, ...]:
    """Return all names of an entity, folded, each once."""
    return tuple(dict.fromkeys(fold(name.base) for name in _names(entity)))


def with_other_names(
    ledger: Ledger, question: Question, grammar: EntityGrammar, lemmas: Lemmas | None = None
) -> Question:
    """Return a question by a name as one by all names of the entities that are meant."""
    if question.by is None:
        return question
    meant = set(names_meant(ledger, question.by, lemmas))
    wanted = _with_folded(ledger, meant)
    related = related_names(wanted, ledger.links.names.sharing, grammar)
    entities = (entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity)))
    others = {fold(name.base) for entity in entities for name in _names(entity)}
    return replace(question, others=tuple(sorted(others - meant)))


def _wanted(ledger: Ledger, name: str, lemmas: Lemmas | None) -> set[KindName]:
    """Return the names that the words fit, and those whose roles do."""
    words, names = [word_forms(word, lemmas) for word in split_words((name,))], ledger.links.names
    held = {str(number): one for number, one in enumerate(sorted(names.with_words(words)))}
    found = fit_names(words, ((number, one.base) for number, one in held.items()))
    if not found:
        starts = sorted({form[:SAME_START] for form in words[0]})
        begun = sorted({one for start in starts for one in names.with_start(start)})
        held = {str(number): one for number, one in enumerate(begun)}
        found = fit_inflected(words, ((number, one.base) for number, one in held.items()), lemmas)
    return {held[number] for number in found} | _with_folded(ledger, set(names_meant(ledger, name, lemmas)))


def _with_folded(ledger: Ledger, meant: set[str]) -> set[KindName]:
    """Return the names that are these when folded."""
    spelt = ([{word} for word in name.split()] for name in sorted(meant) if name)
    held = (name for words in spelt for name in ledger.links.names.with_words(words))
    return {name for name in held if fold(name.base) in meant}


def _names(entity: Entity) -> tuple[KindName, ...]:
    return KindName(entity.name, entity.kind), *(other.name for other in entity.others)


def _answer(entity: Entity, ledger: Ledger, clocks: Clocks) -> EntityAnswer:
    names, held = _names(entity), ledger.links.names
    own = {fold(name.base) for name in names}
    told, claims = (held.roles(names), held.claims(names)) if clocks == ALL else _told_by_then(ledger, own, clocks)
    # Of a role at the head of a sentence and within one the latter stays: small letters sort behind capitals.
    printed = {fold(role): role for role in told}
    return EntityAnswer(
        entity=entity,
        roles=tuple(sorted(role for folded, role in printed.items() if folded not in own)),
        articles=held.articles(names, clocks),
        claims=claims,
    )


def _told_by_then(ledger: Ledger, names: set[str], clocks: Clocks) -> tuple[list[str], int]:
    """Return the roles that claims gave by then, sorted, and how many claims these are."""
    claims = [kept.claim for kept in ledger.claims(Selection(by=tuple(sorted(names)), clocks=clocks))]
    steps = (source for claim in claims for source in claim.chain if fold(source.name) in names)
    return sorted({source.role for source in steps if source.role}), len(claims)
