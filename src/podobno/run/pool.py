"""Read articles into a ledger with several processes; the entries are those that one process would write.

In:   articles and problems, an open ledger, the parser's name, a number of processes.
Out:  the same outcomes in the same order as run/local.py: the processes find, this one alone records.
Not:  many machines.
"""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from podobno.lang.pack import open_pack
from podobno.ledger.store import Ledger
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.records.entries import Maker
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.batches import in_batches
from podobno.run.local import Finding, Outcome, choose_fresh, find_all_claims, record_batch
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages, open_stages

AHEAD = 2  # batches for each process that may wait to be recorded: memory stays bounded


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Things that came together, with what a process is finding in those that need be read."""

    things: list[Article | Problem]
    findings: Future[list[Finding]] | None  # None: there is nothing to find


def read_with_jobs(
    ledger: Ledger, things: Iterable[Article | Problem], parser: str | None, jobs: int
) -> Iterator[Outcome]:
    """Yield an outcome for each article and each problem, in their order."""
    # Spawned, not forked: this process may have threads, and a fork would copy their locks.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_stop)
    waiting: deque[_Waiting] = deque()
    try:
        maker, grammar = pool.submit(_maker, parser).result(), open_linking(open_pack("pl"))
        for batch in in_batches(things):
            fresh = choose_fresh(ledger, batch, maker)
            findings = pool.submit(_find, list(fresh.values()), parser) if fresh else None
            waiting.append(_Waiting(batch, findings))
            if len(waiting) > jobs * AHEAD:
                yield from _record(ledger, waiting.popleft(), maker, grammar)
        while waiting:
            yield from _record(ledger, waiting.popleft(), maker, grammar)
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_stop() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that records


def _record(ledger: Ledger, waiting: _Waiting, maker: Maker, grammar: LinkGrammar) -> list[Outcome]:
    found = waiting.findings.result() if waiting.findings else []
    return record_batch(ledger, waiting.things, found, maker, grammar)


@cache
def _stages(parser: str | None) -> Stages:
    """Open the stages once in each process."""
    return open_stages(parser=parser)


def _maker(parser: str | None) -> Maker:
    return tell_maker(_stages(parser))


def _find(articles: list[Article], parser: str | None) -> list[Finding]:
    return list(find_all_claims(articles, _stages(parser)))
