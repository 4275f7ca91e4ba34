"""Measure articles a second and peak memory on one core: ``python -m bench.speed [FILE.jsonl] [--profile]``.

Reads a JSON lines file into a ledger that is thrown away. Skips with a clear word where the file is not there.
"""

from podobno.show.blas import set_up_blas

set_up_blas()  # as the command line does, before numpy is loaded

import argparse
import cProfile
import gc
import os
import pstats
import resource
import tempfile
import time
from pathlib import Path

from podobno.ledger.opening import open_ledger
from podobno.read.paths import read_paths
from podobno.run.clock import SystemClock
from podobno.run.local import read_into
from podobno.run.makers import tell_maker
from podobno.run.pipeline import Stages, open_stages

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "news" / "pl" / "polsat.jsonl"
TOP = 15  # lines of the profile
LEAST_PER_S, MOST_MIB = 12, 1024  # what the program must reach


gc.set_threshold(200_000, 20, 50)  # as the command line does


def main() -> None:
    """Print the figures, and with --profile what took the time."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--profile", action="store_true", help="also print what took the time; slower")
    given = options.parse_args()
    if not given.file.is_file():
        print(f"skipped: there is no {given.file}")
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.perf_counter()
    stages = open_stages()
    print(f"open the stages: {time.perf_counter() - start:.1f} s")
    if given.profile:
        _profile(given.file, stages)
    else:
        _measure(given.file, stages)


def _measure(file: Path, stages: Stages) -> None:
    start, cpu = time.perf_counter(), time.process_time()
    articles, claims = _read(file, stages)
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{articles} articles, {claims} claims in {took:.1f} s ({worked:.1f} s of processor time)")
    print(f"{articles / took:.1f} articles a second (by processor time {articles / worked:.1f}; least {LEAST_PER_S})")
    print(f"peak memory {peak:.0f} MiB (most {MOST_MIB})")


def _profile(file: Path, stages: Stages) -> None:
    profile = cProfile.Profile()
    profile.runcall(_read, file, stages)
    pstats.Stats(profile).sort_stats("tottime").print_stats(TOP)


def _read(file: Path, stages: Stages) -> tuple[int, int]:
    articles = claims = 0
    with tempfile.TemporaryDirectory() as place, open_ledger(Path(place) / "speed.db", clock=SystemClock()) as ledger:
        for outcome in read_into(ledger, read_paths([file]), stages, tell_maker(stages)):
            articles += outcome.article is not None
            claims += outcome.claims
    return articles, claims


if __name__ == "__main__":
    main()
