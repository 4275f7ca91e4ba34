"""Ask for entities: who and what the articles name, under which names, in which roles.

In:   perhaps a name; what telling entities needs of a language.
Out:  entities with their names and the reasons, roles, and how many articles and claims there are of them.
Not:  which names are one, which is link/entitygroups.py.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from podobno.ask.claims import ClaimQuestion, names_meant, split_words
from podobno.ask.names import Lemmas, find_names
from podobno.ledger.store import Ledger, fold
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.entitygroups import group_names, related_names
from podobno.records.entities import Entity, KindName

PERSON, BODY = "person", "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswer:
    """An entity as the ledger knows it."""

    entity: Entity
    roles: tuple[str, ...]  # as articles print them beside a name, sorted
    articles: int  # that name it
    claims: int  # in whose chains it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Where names stand."""

    articles: Mapping[KindName, set[str]]
    claims: Mapping[KindName, set[str]]


def ask_entities(
    ledger: Ledger, grammar: EntityGrammar, name: str | None = None, lemmas: Lemmas | None = None
) -> list[EntityAnswer]:
    """Return the entities, those of the most articles first; name: words of their names or roles, in any form."""
    named = _named(ledger)
    roles: dict[str, set[str]] = defaultdict(set)
    for folded, printed in ledger.names():
        roles[folded].add(printed)
    answers = [_answer(entity, named, roles) for entity in group_names(named.articles, grammar)]
    if name is not None:
        texts = ((str(at), text) for at, one in enumerate(answers) for text in _texts(one))
        answers = [answers[int(at)] for at in find_names(list(split_words((name,))), texts, lemmas)]
    return sorted(answers, key=lambda one: (-one.articles, -one.claims, one.entity.name, one.entity.kind))


def with_other_names(
    ledger: Ledger, question: ClaimQuestion, grammar: EntityGrammar, lemmas: Lemmas | None = None
) -> ClaimQuestion:
    """Return a question by a name as one by all names of the entities that are meant."""
    if question.by is None:
        return question
    meant = set(names_meant(ledger, question.by, lemmas))
    names = _named(ledger).articles
    wanted = [name for name in names if fold(name.base) in meant]
    entities = group_names(related_names(wanted, names, grammar), grammar)
    others = {fold(name.base) for entity in entities for name in _held(entity, set(wanted))}
    return replace(question, others=tuple(sorted(others - meant)))


def _held(entity: Entity, wanted: set[KindName]) -> Iterable[KindName]:
    names = _names(entity)
    return () if wanted.isdisjoint(names) else names


def _names(entity: Entity) -> tuple[KindName, ...]:
    return KindName(entity.name, entity.kind), *(other.name for other in entity.others)


def _named(ledger: Ledger) -> _Named:
    articles: dict[KindName, set[str]] = defaultdict(set)
    claims: dict[KindName, set[str]] = defaultdict(set)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    steps: list[tuple[str, str, str]] = []
    for base, kind, article, claim in ledger.named():
        if kind is not None:
            articles[KindName(base, kind)].add(article)
            kinds[base][kind] += 1
        elif claim is not None:
            steps.append((base, article, claim))
    for base, article, claim in steps:
        name = KindName(base, _kind(base, kinds.get(base)))
        if name.kind:
            articles[name].add(article)
            claims[name].add(claim)
    return _Named(articles=articles, claims=claims)


def _kind(base: str, kinds: Counter[str] | None) -> str:
    """The kind that articles mostly give a name; where none does, by its capitals; empty: it is a description."""
    if kinds:
        return max(sorted(kinds), key=lambda kind: kinds[kind])
    if base.istitle() and " " in base:
        return PERSON
    return BODY if base[:1].isupper() else ""


def _answer(entity: Entity, named: _Named, roles: Mapping[str, set[str]]) -> EntityAnswer:
    names = _names(entity)
    own = {fold(name.base) for name in names}
    # Of a role at the head of a sentence and within one the latter stays: small letters sort behind capitals.
    printed = {fold(role): role for name in own for role in sorted(roles.get(name, ()))}
    return EntityAnswer(
        entity=entity,
        roles=tuple(sorted(role for folded, role in printed.items() if folded not in own)),
        articles=len({article for name in names for article in named.articles[name]}),
        claims=len({claim for name in names for claim in named.claims.get(name, ())}),
    )


def _texts(answer: EntityAnswer) -> Iterator[str]:
    yield from (name.base for name in _names(answer.entity))
    yield from answer.roles
