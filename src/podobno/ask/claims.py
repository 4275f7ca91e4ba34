"""Ask for claims: who says what, through whom, since when.

In:   a question.
Out:  answers, each with the words of the article.
Not:  how they are shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from podobno.ask.judgements import ClaimRulings, Ruling, find_rulings, sort_rulings
from podobno.ask.names import SAME_START, Lemmas, fit_inflected, fit_names, word_forms
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.errors import BadUse

NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuestion:
    """Which claims are wanted."""

    words: tuple[str, ...] = ()  # in any inflected form; all must be in the claim
    by: str | None = None  # who says it, or through whom: words of a name or of a role, in any form
    others: tuple[str, ...] = ()  # folded: further names of who is meant by ``by``
    stance: str | None = None
    counting: tuple[str, ...] | None = None  # folded; only claims with a figure that has one of these words or units
    clocks: Clocks = ALL
    min_score: float | None = None  # 0 to 1: only what was read right with at least this probability
    limit: int | None = None
    newest_first: bool = False  # else by day of publication from the first


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """One claim with its words."""

    id: str
    speaker: str | None  # the origin; None: hearsay
    chain: tuple[str, ...]  # as a person set it right, else as it was read
    stance: str
    conditional: bool
    quotation: str  # the reported words, parts joined by " ... "
    said: str | None
    article: str  # id
    outlet: str | None
    title: str | None
    published: str | None
    kept: KeptClaim
    judged: tuple[Ruling, ...] = ()  # what persons decided of its chain, its sources, itself


def ask_claims(ledger: Ledger, question: ClaimQuestion, lemmas: Lemmas | None = None) -> Iterator[ClaimAnswer]:
    """Yield the claims that a question asks for, by day of publication; lemmas: the base forms of a word."""
    judged = sort_rulings(find_rulings(ledger, question.clocks.known))
    for kept in ledger.claims(select(ledger, question, lemmas, judged)):
        yield answer(kept, judged)


def select(ledger: Ledger, question: ClaimQuestion, lemmas: Lemmas | None, judged: ClaimRulings) -> Selection:
    """Return the selection that a question means; one that means nothing raises BadUse."""
    as_of = question.clocks.as_of
    if as_of is not None and edtf_bounds(as_of)[1] is None:
        raise BadUse(f"{as_of!r} is no day. Write 2024-10-23, 2024-10 or 2024.")
    if question.min_score is not None and not 0 <= question.min_score <= 1:
        raise BadUse(f"{question.min_score} is no score. Write a number from 0 to 1.")
    chains = _chains(ledger, judged, question.clocks)
    return Selection(
        words=tuple(_forms(word, lemmas) for word in split_words(question.words)),
        by=None if question.by is None else (*_meant(ledger, question, lemmas, chains), *question.others),
        judged={id_: tuple(map(fold, chain)) for id_, chain in chains.items()},
        stance=question.stance,
        counting=question.counting,
        clocks=question.clocks,
        min_score=question.min_score,
        limit=question.limit,
        newest_first=question.newest_first,
    )


def _chains(ledger: Ledger, judged: ClaimRulings, clocks: Clocks) -> Mapping[str, tuple[str, ...]]:
    """Return the chains that persons set right, by claim; of a claim that was not out by then nothing is known."""
    chains = {id_: judged.chain(id_) for id_ in judged.chains if judged.chain(id_)}
    if not chains or clocks.as_of is None:
        return chains
    seen = ledger.claims(Selection(ids=tuple(chains), clocks=clocks.of_articles))
    return {kept.id: chains[kept.id] for kept in seen}


def _meant(
    ledger: Ledger, question: ClaimQuestion, lemmas: Lemmas | None, chains: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    return names_meant(ledger, question.by or "", lemmas, clocks=question.clocks, chains=chains)


def names_meant(
    ledger: Ledger,
    given: str,
    lemmas: Lemmas | None,
    *,
    clocks: Clocks = ALL,
    chains: Mapping[str, tuple[str, ...]] = NONE,
) -> tuple[str, ...]:
    """Return the names of chains, folded, that words of a name or role fit; no word raises BadUse.

    clocks: only what articles print that were out and recorded by then: a later name must change no earlier answer;
    chains: those that persons set right, by claim; their names may stand in no article.
    """
    clocks = clocks.of_articles
    words = [word_forms(word, lemmas) for word in split_words((given,))]
    judged = [(fold(name), name) for chain in chains.values() for name in chain]
    found = fit_names(words, [*ledger.names(words, clocks=clocks), *judged])
    if found:
        return found
    starts = sorted({form[:SAME_START] for form in words[0]})
    begun = (name for start in starts for name in ledger.names(start=start, clocks=clocks))
    return fit_inflected(words, [*begun, *judged], lemmas)


def answer(kept: KeptClaim, judged: ClaimRulings) -> ClaimAnswer:
    """Return a kept claim as an answer, with what was judged of it."""
    claim, article = kept.claim, kept.article
    chain = judged.chain(kept.id) or tuple(source.name for source in claim.chain)
    return ClaimAnswer(
        id=kept.id,
        speaker=chain[-1] if chain else None,
        chain=chain,
        stance=claim.stance,
        conditional=claim.conditional,
        quotation=" ... ".join(article.quotation(span) for span in claim.content),
        said=claim.said,
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        kept=kept,
        judged=judged.of(kept.id, claim, article.outlet),
    )


def split_words(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of what somebody typed; a text without a word raises BadUse."""
    for given in words:
        # What no screen shows (a zero byte, a soft hyphen, half a character) is no part of a word.
        found = [word for word in "".join(c for c in given if c.isprintable()).split() if fold(word)]
        if not found:
            raise BadUse(f"{given!r} holds no word to look for. Write a word or a name.")
        yield from found


def _forms(word: str, lemmas: Lemmas | None) -> tuple[str, ...]:
    found = lemmas(word) if lemmas is not None else ()
    return tuple(dict.fromkeys((word.casefold(), *found)))
