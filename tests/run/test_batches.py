"""Articles that are parsed together are read as each would be alone."""

from dataclasses import replace

import pytest

from podobno.parse.articles import parse_article, parse_articles
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.run import batches
from podobno.run.batches import CHARS, TOGETHER, in_batches

PROBLEM = Problem(code="READ-EMPTY", where="a.txt", said="it holds no byte", did="passed it over")
SENTENCES = (
    "Wójt zapowiedział, że szkoła w Lipnicy zostanie otwarta we wrześniu.",
    "- Nie dostaliśmy żadnego pisma - powiedziała rzeczniczka szpitala Anna Kos.",
    "Według strażaków ogień objął około 300 m kw. dachu, a straty sięgają 2 mln zł.",
    "„Droga będzie zamknięta do końca maja” – czytamy w komunikacie zarządu dróg.",
    "Mieszkańcy dopytują, kto zapłaci za naprawę mostu.",
)


def articles(count):
    """Return articles of different lengths, in one or several paragraphs."""
    texts = ("\n\n"[place % 3 :].join(SENTENCES[: place % 5 + 1] * (place % 7 + 1)) for place in range(count))
    return [Article(text=f"{place}. {text}", language="pl", published="2024-05-15") for place, text in enumerate(texts)]


def test_articles_parsed_together_are_parsed_as_alone(parser):
    several = articles(24)
    assert [one.syntax for one in parse_articles(several, parser)] == [
        parse_article(one, parser).syntax for one in several
    ]


def test_articles_read_together_have_the_claims_that_they_have_alone(stages):
    several = articles(12)
    alone = [next(stages.read([one])) for one in several]
    assert list(stages.read(several)) == alone
    assert sum(len(reading.claims) for reading in alone) > len(several)


def test_one_article_at_fault_leaves_the_others_of_its_batch(stages):
    first, bad, last = articles(3)

    class Failing:
        name = stages.parser.name

        def parse(self, texts):
            held = list(texts)
            if bad.text in held:
                raise ValueError("no tree")
            return stages.parser.parse(held)

    readings = list(replace(stages, parser=Failing()).read([first, bad, last]))
    assert [[problem.code for problem in one.problems] for one in readings] == [[], ["CLAIM-FAILED"], []]
    assert readings[0] == next(stages.read([first]))


def test_a_batch_ends_with_its_number_its_length_or_its_time(monkeypatch):
    small = articles(TOGETHER + 1)
    assert list(map(len, in_batches(small))) == [TOGETHER, 1]
    long = replace(small[0], text="a" * CHARS)
    assert list(map(len, in_batches([PROBLEM, long, small[0]]))) == [2, 1]
    monkeypatch.setattr(batches, "WAIT", 0)
    assert list(map(len, in_batches(small[:3]))) == [1, 1, 1]


@pytest.mark.parametrize("things", [[], [PROBLEM]])
def test_nothing_is_lost_where_there_is_no_article(things):
    assert [thing for batch in in_batches(things) for thing in batch] == things
