"""Kill a writer again and again while another process reads, and look whether anything acknowledged is lost.

In:   how many times (100 unless told).
Out:  counts of entries acknowledged, kept and lost, of problems that `podobno check` finds, of questions answered.
Not:  a full disk and a damaged file, which are tests/ledger.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.records.claims import Claim, Source
from podobno.records.entries import Maker
from podobno.records.errors import LedgerError
from podobno.records.judgements import Judgement
from podobno.records.links import Evidence, Link
from podobno.records.readings import Linking, Reading
from podobno.records.sketches import Key, Sketch
from podobno.records.text import Article, Span
from podobno.records.values import Found
from podobno.run.clock import SystemClock

KILLS = 100
LONGEST_S = 1.2  # from the start of a writer to its end: some are killed while they open the ledger
CLAIMS_EACH = 6
MAKER = Maker(program="bench", pack="none", weights="none")


def main(kills: int) -> int:
    """Kill so many writers, print the counts, and return 1 where anything was lost or is wrong."""
    choose = random.Random(os.getpid())
    acknowledged: set[str] = set()
    problems = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.db"
        with open_ledger(path, clock=SystemClock()) as ledger:
            ledger.record(_reading("first"), MAKER)
        reader = _started("read", path)
        for number in range(kills):
            acknowledged.update(_killed(path, number, choose.uniform(0, LONGEST_S)))
            problems += _problems(path)
        reader.send_signal(signal.SIGTERM)
        answered = reader.communicate()[0].split()
        with open_ledger(path) as ledger:
            kept = {entry.id for entry in ledger.entries()}
            print(f"{path.stat().st_size / 1e6:.1f} MB:", ledger.counts())
    lost = len(acknowledged - kept)
    print(f"{kills} writers killed; {len(acknowledged)} entries acknowledged, {lost} lost; {problems} problems found")
    print(
        f"questions answered meanwhile: {answered[0]}, failed: {answered[1]}, that saw less than before: {answered[2]}"
    )
    return 1 if lost or problems or answered[1:] != ["0", "0"] else 0


def _started(what: str, path: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.kill", what, str(path), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _killed(path: Path, number: int, after_s: float) -> list[str]:
    """Start a writer, kill it, and return what it had acknowledged."""
    writer = _started("write", path, str(number))
    time.sleep(after_s)
    writer.kill()
    # A last line may be cut off: it was not acknowledged as a whole.
    return [line.strip() for line in writer.communicate()[0].splitlines(keepends=True) if line.endswith("\n")]


def _problems(path: Path) -> int:
    with open_ledger(path) as ledger:
        found = list(check_ledger(ledger))
    for problem in found:
        print(problem, file=sys.stderr)
    return len(found)


# The writer


def write(path: Path, number: int) -> None:
    """Record made-up articles with links, and judgements of them, until killed; print each id that was returned for."""
    with open_ledger(path, clock=SystemClock()) as ledger:
        for place in range(1_000_000):
            reading = _reading(f"{number} {place}")
            ledger.record(reading, MAKER, ["word"] * CLAIMS_EACH, _linking(reading))
            print(reading.article.id, flush=True)
            (first, *_) = ledger.claims(Selection(article=reading.article.id))
            told = {"by": "bench", "moment": SystemClock().now().isoformat()}
            judgement = Judgement(verdict="grade", kind="claim", subjects=(first.id,), value="2", **told)
            print(ledger.judgements.add(judgement), flush=True)


def _reading(name: str) -> Reading:
    article = Article(text=f"{name}: " + "word " * 200, published="2024-05-15")
    claims = tuple(_claim(article.id, 10 * place) for place in range(CLAIMS_EACH))
    return Reading(article=article, found=Found(), claims=claims, problems=())


def _claim(article: str, start: int) -> Claim:
    return Claim(
        content=(Span(article=article, start=start, end=start + 9),),
        mode="indirect",
        cue=None,
        speaker=None,
        chain=(Source(name="Jan Nowak"),),
        stance="asserts",
        conditional=False,
        carried=False,
    )


def _linking(reading: Reading) -> Linking:
    from podobno.records.canonical import claim_id

    a, b = sorted(map(claim_id, reading.claims[:2]))
    link = Link(kind="agrees", a=a, b=b, evidence=(Evidence(code="day"),))
    sketch = Sketch(article=reading.article, names=(), lemmas=(("word", 200),), claims=())
    places = {a: reading.article.id, b: reading.article.id}
    return Linking(sketch=sketch, keys=(Key(kind="copy", value=1, days=3),), links=(link,), articles=places)


# The reader


def read(path: Path) -> None:
    """Ask until told to end; print how many questions were answered, failed, and saw less than the one before."""
    answered = failed = fewer = most = 0
    for _ in _until_ended():
        try:
            with open_ledger(path) as ledger:
                seen = len(list(ledger.claims(Selection(limit=2_000)))), ledger.counts()["article"]
        except LedgerError as error:
            print(error, file=sys.stderr)
            failed += 1
            continue
        answered += 1
        fewer += seen[1] < most
        most = max(most, seen[1])
    print(answered, failed, fewer)


def _until_ended() -> Iterator[None]:
    ended: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: ended.append(number))
    while not ended:
        yield


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1:2] == ["read"]:
        read(Path(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
