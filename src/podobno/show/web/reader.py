"""Read articles that come in through the pages, one after the other, as `podobno read` does.

In:   articles and problems as `read` gives them.
Out:  what came of each, when the ledger has it.
Not:  the stages, which are run/pipeline.py; the forms, which are show/web/pages/adding.py.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import BoundedSemaphore, Lock

from podobno.ledger.opening import open_ledger
from podobno.records.entries import Maker
from podobno.records.errors import LedgerBusy
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run.clock import SystemClock
from podobno.run.local import Outcome, read_into
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages, open_stages
from podobno.show.settings import read_settings

MOST_WAITING = 4  # visitors whose articles are fetched or read; the next one is told to come again
MOST_ARTICLES = 20  # of one file; more are for the command line
WAIT_S = 30.0  # for those before
Thing = Article | Problem


class ArticleReader:
    """Reads into one ledger; weights and dictionaries are opened when the first article comes, and kept."""

    def __init__(self, path: Path, stages: Stages | None = None) -> None:
        """Take a ledger's file; stages: None to open them when they are needed."""
        self._path, self._stages = path, stages
        self._turn, self._places = Lock(), BoundedSemaphore(MOST_WAITING)
        self._maker: Maker | None = None

    def read(self, things: Iterable[Thing]) -> list[Outcome]:
        """Read what comes, and record it; where there is no article, nothing is written, not even the problems."""
        with self._place():
            held = _first(things)  # an address is fetched here, while others may read
            if not any(isinstance(one, Article) for one in held):
                return [Outcome(article=None, problems=(one,)) for one in held if isinstance(one, Problem)]
            with self._in_turn(), open_ledger(self._path, clock=SystemClock()) as ledger:
                stages, maker = self._opened()
                return list(read_into(ledger, held, stages, maker))

    @contextmanager
    def lent(self) -> Iterator[Callable[[], tuple[Stages, Maker]]]:
        """Lend what reads, to one visitor at a time; it is opened when it is asked for."""
        with self._place(), self._in_turn():
            yield self._opened

    def _opened(self) -> tuple[Stages, Maker]:
        self._stages = self._stages or open_stages(parser=read_settings().parser)
        self._maker = self._maker or tell_maker(self._stages)
        return self._stages, self._maker

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise LedgerBusy("too many articles are read at once. Try again in a moment.")
        try:
            yield
        finally:
            self._places.release()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=WAIT_S):
            raise LedgerBusy("another article is being read. Try again in a moment.")
        try:
            yield
        finally:
            self._turn.release()


def _first(things: Iterable[Thing]) -> list[Thing]:
    """Return the first articles with the problems before them, and a problem where there are more."""
    held = list(islice(things, 2 * MOST_ARTICLES + 1))
    articles = [place for place, one in enumerate(held) if isinstance(one, Article)]
    if len(articles) <= MOST_ARTICLES and len(held) <= 2 * MOST_ARTICLES:
        return held
    end = articles[MOST_ARTICLES] if len(articles) > MOST_ARTICLES else 2 * MOST_ARTICLES
    said, did = f"it holds more than {MOST_ARTICLES} articles", "read the first; the command podobno read takes all"
    return [*held[:end], Problem(code="READ-TOO-LARGE", where="the file", said=said, did=did)]
