"""A text may begin and end anywhere: a cut one costs its claims to nobody."""

import random
import tomllib
from importlib.resources import files

import pytest

from podobno.records.text import Article

GOLD = files("podobno").joinpath("packs/pl/gold/claims.toml")
PIECES = 600
MARKS = (" – ", ", ", "” ", " „", ". ", ": ", "\n", *" " * 7)


def texts():
    examples = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    return [case["text"] for cases in examples.values() if isinstance(cases, list) for case in cases]


def piece(chance, whole):
    """Return one to three runs of words of the examples, glued by marks, as a broken page would have them."""
    runs = []
    for _ in range(chance.randint(1, 3)):
        words = chance.choice(whole).split()
        first = chance.randrange(len(words))
        runs += [" ".join(words[first : first + chance.randint(1, 5)]), chance.choice(MARKS)]
    return "".join(runs).strip()


def problems(stages, cut):
    articles = [Article(text=text, published="2026-01-01", url=None, language="pl") for text in cut]
    return [(reading.article.text, reading.problems) for reading in stages.read(articles) if reading.problems]


@pytest.mark.parametrize("text", ["że", "Wójt, że", "Hakerzy mieli stać za", "podobno", "Kos:", "– Most", "powiedział"])
def test_words_at_an_end_of_the_text_are_looked_at_no_further(stages, text):
    assert problems(stages, [text]) == []


def test_pieces_of_sentences_are_read(stages):
    chance, whole = random.Random(0), texts()
    assert problems(stages, [piece(chance, whole) for _ in range(PIECES)]) == []
