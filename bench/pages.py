"""Measure the pages: how fast `podobno serve` answers, by itself and while `podobno read` adds to the same ledger.

In:   a ledger, as `bench.growth --keep FILE` or `podobno read` leaves one; with --reading, files to be read into it
      meanwhile: this alone writes to the ledger.
Out:  for each kind of page and its data: requests a second, median and 95th percentile in milliseconds, the heaviest
      page in kB, what failed; the server's peak memory.
Not:  the questions without the pages, which is bench/ledger.py.

Each request is for another article, claim or name, drawn from the whole ledger by a seed.
"""

import argparse
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote

from podobno.ledger.claims import KeptClaim
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection

ROUNDS, VISITORS = 60, 4  # requests of each kind; connections at once
DRAWN = 300  # articles, of which the pages asked for are
LISTED = 5  # pages of the list of stories, the first ones
WORD_CHARS = 5  # of a word that somebody would look for
START_S, ANSWER_S = 600, 120  # that the server has to make its first list, and to answer
OK = 200
HOW = """No ledger is named. Make one of made-up articles with their links, and name it:
  python -m bench.growth 10000 --keep FILE && python -m bench.pages FILE"""
COMMAND = (sys.executable, "-m", "podobno.show.cli")
Address = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request gave."""

    took_ms: float
    size_bytes: int
    status: int  # of HTTP; 0: none came


def main() -> None:
    """Ask the pages of a ledger by one visitor, by several, and while another process writes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("ledger", nargs="?", type=Path)
    options.add_argument("--reading", nargs="+", type=Path, default=[], metavar="FILE", help="read into it meanwhile")
    options.add_argument("--visitors", type=int, default=VISITORS, help="connections at once")
    options.add_argument("--rounds", type=int, default=ROUNDS, help="requests of each kind")
    given = options.parse_args()
    if given.ledger is None:
        print(HOW)
        return
    kinds = _kinds(given.ledger)
    with _served(given.ledger) as (port, server):
        _measure(port, kinds, given.rounds, 1)
        _measure(port, kinds, given.rounds, given.visitors)
        if given.reading:
            with _reading(given.ledger, given.reading):
                _measure(port, kinds, given.rounds, given.visitors)
        print(f"the server's peak memory: {_peak_mb(server)} MB")


def _kinds(path: Path) -> dict[str, Address]:
    """Return for each kind of page what makes its addresses."""
    with open_ledger(path) as ledger:
        ids = ledger.article_ids()
        drawn = random.Random(1).sample(ids, min(DRAWN, len(ids)))
        claims = [one for id_ in drawn for one in ledger.claims(Selection(article=id_))]
        print(", ".join(f"{number:,} {kind}" for kind, number in ledger.counts().items()))
    names = sorted({one.claim.chain[-1].name for one in claims if one.claim.chain})
    words, counted = _words(claims), _words([one for one in claims if one.claim.figures] or claims)
    return {
        "the list of stories": lambda choose: f"/stories?page={choose.randint(1, LISTED)}",
        "a story": lambda choose: f"/stories/{choose.choice(drawn)}?",
        "an article": lambda choose: f"/articles/{choose.choice(drawn)}?",
        "a claim": lambda choose: f"/claims/{choose.choice(claims).id}?",
        "a name": lambda choose: f"/names?name={quote(choose.choice(names))}",
        "claims of a word": lambda choose: f"/claims?words={quote(choose.choice(words))}",
        "figures of a word": lambda choose: f"/figures?words={quote(choose.choice(counted))}",
    }


def _words(claims: list[KeptClaim]) -> list[str]:
    texts = (one.article.quotation(span) for one in claims for span in one.claim.content)
    words = {word.strip(".,;:()") for text in texts for word in text.split()}
    return sorted(word for word in words if word.isalpha() and len(word) >= WORD_CHARS)


@contextmanager
def _served(path: Path) -> Iterator[tuple[int, int]]:
    """Run the server until it is no longer needed; give its port and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begin = time.perf_counter()
    command = (*COMMAND, "serve", "--ledger", str(path), "--read-only", "--port", str(port))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            while (first := _ask(HTTPConnection("127.0.0.1", port, timeout=START_S), "/stories")).status != OK:
                if server.poll() is not None or first.status or time.perf_counter() - begin > START_S:
                    sys.exit(f"the server gave no list of stories (it said {first.status})")
                time.sleep(0.05)
            print(f"the first list of stories after {time.perf_counter() - begin:.1f} s")
            yield port, server.pid
        finally:
            server.terminate()


@contextmanager
def _reading(path: Path, files: list[Path]) -> Iterator[None]:
    """Let another process read files into the ledger, and say whether it was still at it in the end."""
    print("while `podobno read` adds articles:")
    command = (*COMMAND, "read", *map(str, files), "--ledger", str(path))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as reader:
        try:
            yield
            print("it was still reading at the end" if reader.poll() is None else "it ended before: read more files")
        finally:
            reader.terminate()


def _measure(port: int, kinds: dict[str, Address], rounds: int, visitors: int) -> None:
    print(f"{visitors} at once{'':26}a second   median      95 %  heaviest  failed")
    for name, address in kinds.items():
        for told, more in ((name, ""), ("  as data", "&format=json")):
            _tell(told, *_visit(port, lambda choose, made=address, more=more: made(choose) + more, rounds, visitors))


def _visit(port: int, address: Address, rounds: int, visitors: int) -> tuple[list[Answer], float]:
    """Return the answers to several visitors at once, and the seconds that all took."""

    def ask(seed: int) -> list[Answer]:
        choose, line = random.Random(seed), HTTPConnection("127.0.0.1", port, timeout=ANSWER_S)
        answers = [_ask(line, address(choose)) for _ in range(rounds // visitors)]
        line.close()
        return answers

    begin = time.perf_counter()
    with ThreadPoolExecutor(visitors) as pool:
        answers = [answer for held in pool.map(ask, range(visitors)) for answer in held]
    return answers, time.perf_counter() - begin


def _ask(line: HTTPConnection, address: str) -> Answer:
    begin = time.perf_counter()
    try:
        line.request("GET", address)
        response = line.getresponse()
        size, status = len(response.read()), response.status
    except (OSError, HTTPException):
        line.close()
        size, status = 0, 0
    return Answer((time.perf_counter() - begin) * 1000, size, status)


def _tell(name: str, answers: list[Answer], took_s: float) -> None:
    took = sorted(one.took_ms for one in answers)
    heaviest = max(one.size_bytes for one in answers) / 1000
    failed = sum(one.status != OK for one in answers)
    median, late = took[len(took) // 2], took[int(len(took) * 0.95)]
    print(
        f"{name:34} {len(took) / took_s:8.1f} {median:8.1f} ms {late:6.1f} ms {heaviest:6.0f} kB {failed:7}", flush=True
    )


def _peak_mb(process: int) -> str:
    """Return the peak memory of a process that runs, where the system tells it."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((f"{int(line.split()[1]) / 1024:.0f}" for line in lines if line.startswith("VmHWM")), "unknown")


if __name__ == "__main__":
    main()
