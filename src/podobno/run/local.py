"""Read articles into a ledger, some at a time, in this process.

In:   articles and problems as `read` gives them, an open ledger, the stages.
Out:  what came of each, as soon as the ledger has it.
Not:  where they come from, which is read/paths.py; the order of the stages, which is run/pipeline.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from podobno.ledger.store import Ledger
from podobno.link.grammar import LinkGrammar
from podobno.records.entries import Maker
from podobno.records.problems import Problem
from podobno.records.readings import Reading
from podobno.records.text import Article
from podobno.run.batches import in_batches
from podobno.run.linking import link_reading
from podobno.run.pipeline import Stages
from podobno.run.words import claim_lemmas


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one article, or of one thing that could not be read."""

    article: Article | None  # None: a problem of a file or line that gave no article
    problems: tuple[Problem, ...]
    claims: int = 0
    figures: int = 0
    is_known: bool = False  # this maker had read it before, and nothing was done


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reading with what the ledger needs besides."""

    reading: Reading
    lemmas: tuple[str, ...]  # one string for each claim, by which its words are found


def read_into(ledger: Ledger, things: Iterable[Article | Problem], stages: Stages, maker: Maker) -> Iterator[Outcome]:
    """Yield an outcome for each article and each problem; an article is recorded whole or not at all."""
    for batch in in_batches(things):
        fresh = choose_fresh(ledger, batch, maker)
        findings = list(find_all_claims(list(fresh.values()), stages))
        yield from record_batch(ledger, batch, findings, maker, stages.links)


def choose_fresh(ledger: Ledger, batch: Iterable[Article | Problem], maker: Maker) -> dict[str, Article]:
    """Return the articles that this maker has not read yet, each once, by id and in their order."""
    articles = (thing for thing in batch if isinstance(thing, Article))
    return {one.id: one for one in articles if not ledger.has_reading(one.id, maker)}


def find_claims(article: Article, stages: Stages) -> Finding:
    """Run the stages over one article; nothing is recorded."""
    return next(find_all_claims([article], stages))


def find_all_claims(articles: Iterable[Article], stages: Stages) -> Iterator[Finding]:
    """Run the stages over articles; nothing is recorded."""
    for reading in stages.read(articles):
        lemmas = (claim_lemmas(claim, reading.article, stages.base_forms) for claim in reading.claims)
        yield Finding(reading=reading, lemmas=tuple(lemmas))


def record_batch(
    ledger: Ledger, things: Sequence[Article | Problem], findings: Iterable[Finding], maker: Maker, grammar: LinkGrammar
) -> list[Outcome]:
    """Record what came together, all of it or nothing; findings: of the articles that are not known yet."""
    found = {one.reading.article.id: one for one in findings}
    outcomes = []
    is_new = bool(found) or any(isinstance(thing, Problem) for thing in things)
    with ledger.at_once() if is_new else nullcontext():  # nothing to keep: no other writer need wait
        for thing in things:
            if isinstance(thing, Problem):
                outcomes.append(record_problem(ledger, thing, maker))
            # The same article may have come twice, or been recorded since the finding began.
            elif thing.id not in found or ledger.has_reading(thing.id, maker):
                outcomes.append(Outcome(article=thing, problems=(), is_known=True))
            else:
                outcomes.append(record_finding(ledger, found.pop(thing.id), maker, grammar))
    return outcomes


def record_problem(ledger: Ledger, problem: Problem, maker: Maker) -> Outcome:
    """Record what could not be read at all."""
    ledger.record_problem(problem, maker)
    return Outcome(article=None, problems=(problem,))


def record_finding(ledger: Ledger, finding: Finding, maker: Maker, grammar: LinkGrammar) -> Outcome:
    """Record one article with all that was found in it, and its links with those that the ledger has."""
    reading = finding.reading
    ledger.record(reading, maker, finding.lemmas, link_reading(reading, grammar, ledger.links))
    return Outcome(
        article=reading.article,
        problems=reading.problems,
        claims=len(reading.claims),
        figures=len(reading.found.figures),
    )
