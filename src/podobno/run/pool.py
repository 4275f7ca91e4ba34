"""Read articles into a ledger with several processes; the entries are those that one process would write.

In:   articles and problems, an open ledger, the parser's name, a number of processes.
Out:  the same outcomes in the same order as run/local.py: the processes find, this one alone records.
Not:  many machines.
"""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from podobno.lang.pack import open_pack
from podobno.ledger.store import Ledger
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.records.entries import Maker
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.local import Finding, Outcome, find_claims, record_finding, record_problem
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages, open_stages

AHEAD = 8  # articles for each process that may wait to be recorded: memory stays bounded
Waiting = tuple[Article | Problem, Future[Finding] | None]  # None: there is nothing to find


def read_with_jobs(
    ledger: Ledger, things: Iterable[Article | Problem], parser: str | None, jobs: int
) -> Iterator[Outcome]:
    """Yield an outcome for each article and each problem, in their order."""
    # Spawned, not forked: this process may have threads, and a fork would copy their locks.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_stop)
    waiting: deque[Waiting] = deque()
    try:
        maker, grammar = pool.submit(_maker, parser).result(), open_linking(open_pack("pl"))
        for thing in things:
            waiting.append((thing, _submit(pool, ledger, thing, parser, maker)))
            if len(waiting) > jobs * AHEAD:
                yield _record(ledger, waiting.popleft(), maker, grammar)
        while waiting:
            yield _record(ledger, waiting.popleft(), maker, grammar)
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_stop() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that records


def _submit(
    pool: ProcessPoolExecutor, ledger: Ledger, thing: Article | Problem, parser: str | None, maker: Maker
) -> Future[Finding] | None:
    if isinstance(thing, Problem) or ledger.has_reading(thing.id, maker):
        return None
    return pool.submit(_find, thing, parser)


def _record(ledger: Ledger, waiting: Waiting, maker: Maker, grammar: LinkGrammar) -> Outcome:
    thing, finding = waiting
    if isinstance(thing, Problem):
        return record_problem(ledger, thing, maker)
    # The same article may have come twice before the first was recorded.
    if finding is None or ledger.has_reading(thing.id, maker):
        return Outcome(article=thing, problems=(), is_known=True)
    return record_finding(ledger, finding.result(), maker, grammar)


@cache
def _stages(parser: str | None) -> Stages:
    """Open the stages once in each process."""
    return open_stages(parser=parser)


def _maker(parser: str | None) -> Maker:
    return tell_maker(_stages(parser))


def _find(article: Article, parser: str | None) -> Finding:
    return find_claims(article, _stages(parser))
