"""Choose the words in a row by which a shared passage is looked up.

In:   the stems of a text.
Out:  keys; two texts that share REACH words in a row share one of them.
Not:  what the passage is, which is link/alignment.py.

Source: Saul Schleimer, Daniel Wilkerson, Alex Aiken, 2003: winnowing.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

ROW = 5  # words that one key stands for
WINDOW = 4  # of so many rows the one with the smallest key is kept: two of five keys on average
FACTOR = 0x9E3779B97F4A7C15  # odd, its bits evenly spread: the golden ratio's (Knuth, 1973)
BITS, HALF = (1 << 64) - 1, 1 << 63  # keys run from -HALF up
LAST = pow(FACTOR, ROW, 1 << 64)  # what the first word of a row is worth once the next one has come
REACH = ROW + WINDOW - 1  # words in a row that two texts cannot share without sharing a key


def choose_keys(stems: Sequence[str]) -> frozenset[int]:
    """Return keys of 64 bits with a sign, as SQLite holds them; the same for the same words anywhere."""
    numbers = {stem: _number(stem) for stem in set(stems)}
    keys = list(_rows([numbers[stem] for stem in stems]))
    return frozenset(
        min(keys[place : place + WINDOW]) for place in range(max(min(1, len(keys)), len(keys) - WINDOW + 1))
    )


@lru_cache(maxsize=1 << 15)  # the frequent words of a language
def _number(stem: str) -> int:
    return int.from_bytes(blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _rows(numbers: Sequence[int]) -> Iterator[int]:
    """Yield one number for each ROW words; their order counts."""
    row = 0
    for place, number in enumerate(numbers):
        # One word comes and the one before the row goes: the sum over all ROW words, without adding them up again.
        gone = numbers[place - ROW] * LAST if place >= ROW else 0
        row = (row * FACTOR + number - gone) & BITS
        if place >= ROW - 1:
            # The last step mixes the high bits into the low ones, or the smallest key would follow the first word.
            yield ((row ^ row >> 31) * FACTOR & BITS) - HALF
