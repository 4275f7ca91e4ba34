"""Ask for entities: who and what the articles name, under which names, in which roles.

In:   perhaps a name, clocks; what telling entities needs of a language.
Out:  entities with their names and the reasons, roles, and how many articles and claims there are of them.
Not:  which names are one, which is link/entitygroups.py.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from podobno.ask.claims import ClaimQuestion, names_meant, split_words
from podobno.ask.figures import FigureQuestion
from podobno.ask.names import SAME_START, Lemmas, fit_inflected, fit_names, word_forms
from podobno.ledger.folding import fold
from podobno.ledger.names import NameTable
from podobno.ledger.store import Ledger
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.entitygroups import group_names, related_names
from podobno.records.clocks import ALL, Clocks
from podobno.records.entities import Entity, KindName

Question = TypeVar("Question", ClaimQuestion, FigureQuestion)
MOST_NAMED = 2_000  # names of a large ledger that a list without a name is made from


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswer:
    """An entity as the clocks show it."""

    entity: Entity
    roles: tuple[str, ...]  # as articles print them beside a name, sorted
    articles: int  # that name it; where a clock of claims narrows, those of these claims
    claims: int  # in whose chains it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityQuestion:
    """Which entities are wanted."""

    name: str | None = None  # words of their names or roles, in any form
    clocks: Clocks = ALL  # said and about: only who stands in the chain of such a claim


EVERYBODY = EntityQuestion()


def ask_entities(
    ledger: Ledger,
    grammar: EntityGrammar,
    question: EntityQuestion = EVERYBODY,
    lemmas: Lemmas | None = None,
) -> list[EntityAnswer]:
    """Return the entities, those of the most articles first.

    Without a name they come from the MOST_NAMED names that most articles have, or that stand in most of the claims.
    Names, and the reasons why they are one, are those of the articles that the clocks show.
    """
    names = ledger.links.names.narrowed(question.clocks)
    if question.name is not None:
        wanted = _wanted(ledger, names, question, lemmas)
        related = related_names(wanted, names.sharing, grammar)
    elif question.clocks.has_claim_days:
        wanted = _with_folded(names, set(names.most_speaking(MOST_NAMED)))
        related = related_names(wanted, names.sharing, grammar)
    else:
        wanted = related = set(names.most_named(MOST_NAMED))
    entities = (entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity)))
    answers = (_answer(entity, names, question.clocks) for entity in entities)
    shown = (one for one in answers if one.claims or not question.clocks.has_claim_days)
    return sorted(shown, key=lambda one: (-one.articles, -one.claims, one.entity.name, one.entity.kind))


def find_entity(ledger: Ledger, name: str, grammar: EntityGrammar, clocks: Clocks = ALL) -> Entity | None:
    """Return the entity that has a name, spelt so but for case and accents; of several the one with the most names."""
    names = ledger.links.names.narrowed(clocks)
    wanted = _with_folded(names, {fold(name)})
    related = related_names(wanted, names.sharing, grammar) if wanted else ()
    found = [entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity))]
    return max(found, key=lambda one: len(one.others), default=None)


def folded_names(entity: Entity) -> tuple[str, ...]:
    """Return all names of an entity, folded, each once."""
    return tuple(dict.fromkeys(fold(name.base) for name in _names(entity)))


def with_other_names(
    ledger: Ledger, question: Question, grammar: EntityGrammar, lemmas: Lemmas | None = None
) -> Question:
    """Return a question by a name as one by all names that the entities which are meant had by then."""
    if question.by is None:
        return question
    names = ledger.links.names.narrowed(question.clocks)
    meant = set(names_meant(ledger, question.by, lemmas, clocks=question.clocks))
    wanted = _with_folded(names, meant)
    related = related_names(wanted, names.sharing, grammar)
    entities = (entity for entity in group_names(related, grammar) if not wanted.isdisjoint(_names(entity)))
    others = {fold(name.base) for entity in entities for name in _names(entity)}
    return replace(question, others=tuple(sorted(others - meant)))


def _wanted(ledger: Ledger, names: NameTable, question: EntityQuestion, lemmas: Lemmas | None) -> set[KindName]:
    """Return the names that the words fit, and those whose roles do."""
    given = question.name or ""
    words = [word_forms(word, lemmas) for word in split_words((given,))]
    held = {str(number): one for number, one in enumerate(sorted(names.with_words(words)))}
    found = fit_names(words, ((number, one.base) for number, one in held.items()))
    if not found:
        starts = sorted({form[:SAME_START] for form in words[0]})
        begun = sorted({one for start in starts for one in names.with_start(start)})
        held = {str(number): one for number, one in enumerate(begun)}
        found = fit_inflected(words, ((number, one.base) for number, one in held.items()), lemmas)
    meant = set(names_meant(ledger, given, lemmas, clocks=question.clocks))
    return {held[number] for number in found} | _with_folded(names, meant)


def _with_folded(names: NameTable, meant: set[str]) -> set[KindName]:
    """Return the names that are these when folded."""
    spelt = ([{word} for word in name.split()] for name in sorted(meant) if name)
    held = (name for words in spelt for name in names.with_words(words))
    return {name for name in held if fold(name.base) in meant}


def _names(entity: Entity) -> tuple[KindName, ...]:
    return KindName(entity.name, entity.kind), *(other.name for other in entity.others)


def _answer(entity: Entity, held: NameTable, clocks: Clocks) -> EntityAnswer:
    names = _names(entity)
    chains, own = held.in_chains(names), {fold(name.base) for name in names}
    # Of a role at the head of a sentence and within one the latter stays: small letters sort behind capitals.
    printed = {fold(role): role for role in chains.roles}
    return EntityAnswer(
        entity=entity,
        roles=tuple(sorted(role for folded, role in printed.items() if folded not in own)),
        articles=chains.articles if clocks.has_claim_days else held.articles(names),
        claims=chains.claims,
    )
