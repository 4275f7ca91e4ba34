"""Time the ledger: writing it, and each question, on made-up claims.

In:   how many claims (100000 unless told); or a ledger, as `bench.growth --keep FILE` leaves one, with its links.
Out:  seconds to write them; median and 95th percentile of each question in milliseconds.
Not:  reading articles, which is bench/speed.py.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from podobno.ask.articles import claims_of, find_article
from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.entities import EntityQuestion, ask_entities, with_other_names
from podobno.ask.figures import FigureQuestion, ask_figures
from podobno.ask.origins import Knowing, ask_origins, sources_of
from podobno.ask.relations import ask_relations
from podobno.ask.series import ask_series
from podobno.ask.stories import ask_copies, find_story
from podobno.ask.utterances import ask_utterances
from podobno.lang.pack import open_pack
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.ledger.store import Ledger
from podobno.link.grammar import open_linking
from podobno.records.claims import Claim, Source
from podobno.records.clocks import ALL, Clocks
from podobno.records.entries import Maker
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Figure, Found
from podobno.run.words import open_names

CLAIMS_EACH, ROUNDS = 10, 20
WORDS = [f"word{number}" for number in range(20_000)]
NAMES = [f"Jan{number % 300} Nowak{number}" for number in range(8_000)]
MAKER = Maker(program="bench", pack="none", weights="none")


class FixedClock:
    """Always the same moment."""

    def now(self) -> datetime:
        """Return it."""
        return datetime(2024, 5, 15, tzinfo=UTC)


def main(given: str) -> None:
    """Write a ledger of so many claims and ask it, or ask one that is there."""
    if not given.isdigit():
        with open_ledger(Path(given)) as ledger:
            _tell_all(_linked_questions(ledger))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        begin = time.perf_counter()
        with open_ledger(path, clock=FixedClock()) as ledger:
            for reading, lemmas in _readings(int(given) // CLAIMS_EACH):
                ledger.record(reading, MAKER, lemmas)
        print(f"{given} claims: {time.perf_counter() - begin:.1f} s, {path.stat().st_size / 1e6:.0f} MB")
        with open_ledger(path) as ledger:
            _tell_all(_questions(ledger, reading.article.id))


def _readings(articles: int) -> Iterator[tuple[Reading, list[str]]]:
    choose = random.Random(1)
    for number in range(articles):
        day = f"20{choose.randint(10, 24)}-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
        text = f"{number} " + " ".join(choose.choices(WORDS, k=280))
        article = Article(text=text, title=f"{choose.choice(WORDS)} {number}", published=day)
        claims = tuple(_claim(article, place, choose) for place in range(CLAIMS_EACH))
        # Squared: a few words are frequent and most are rare, as in a language.
        lemmas = [
            " ".join(WORDS[int(len(WORDS) * choose.random() ** 2)] for _ in range(12)) for _ in range(CLAIMS_EACH - 1)
        ]
        rare = "soldier" if number % 10 == 0 else "house"
        yield Reading(article=article, found=Found(), claims=claims, problems=()), [rare, *lemmas]


def _claim(article: Article, place: int, choose: random.Random) -> Claim:
    start = 10 + place * 180
    span = Span(article=article.id, start=start, end=start + 90)
    count = Figure(
        span=Span(article=article.id, start=start + 5, end=start + 20),
        low=Decimal(place + 1),
        high=None,
        approximate=False,
        unit="soldier",
        per=None,
        kind="count",
    )
    return Claim(
        content=(span,),
        mode="indirect",
        cue=None,
        speaker=None,
        chain=(Source(name=choose.choice(NAMES)),),
        stance="asserts",
        conditional=False,
        carried=False,
        figures=(count,),
    )


def _questions(ledger: Ledger, article: str) -> dict[str, Callable[[], object]]:
    choose = random.Random(2)

    def claims(**values: object) -> list[object]:
        return list(ask_claims(ledger, ClaimQuestion(**values)))  # type: ignore[arg-type]

    def figures(**values: object) -> list[object]:
        return list(ask_figures(ledger, FigureQuestion(**values)))  # type: ignore[arg-type]

    return {
        "claims of a word, as a screen shows them": lambda: claims(words=(choose.choice(WORDS),), limit=200),
        "claims of a word, all": lambda: claims(words=(choose.choice(WORDS),)),
        "claims of a frequent word, first 20": lambda: claims(words=(WORDS[0],), limit=20),
        "claims by a name": lambda: claims(by=choose.choice(NAMES)),
        "claims by a name, as of a year": lambda: claims(by=choose.choice(NAMES), clocks=Clocks(as_of="2020")),
        "figures of a word, as a screen shows them": lambda: figures(words=("soldier",), limit=200),
        "figures of a word, as of a year": lambda: figures(words=("soldier",), limit=200, clocks=Clocks(as_of="2015")),
        "figures of a word (1 claim in 100), all": lambda: figures(words=("soldier",)),
        "series of a word, as a screen shows them": lambda: list(
            ask_series(ledger, FigureQuestion(words=("soldier",), limit=200))
        ),
        "an article by the start of its id": lambda: find_article(ledger, article[:10]),
        "the claims of an article": lambda: claims_of(ledger, ledger.article(article)),
    }


def _linked_questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    """What the commands ask that follow links; each time of another claim or article."""
    choose, grammar, names = random.Random(3), open_linking(open_pack("pl")), open_names()
    knowing = Knowing(same_source=sources_of(ledger, grammar))
    articles = choose.sample(ledger.article_ids(), ROUNDS * 8)
    kept = {one: list(ledger.claims(Selection(article=one))) for one in articles}
    counts = ledger.counts()
    print(", ".join(f"{number:,} {kind}" for kind, number in counts.items()))

    def article() -> str:
        return choose.choice(articles)

    def speaker() -> str:
        return choose.choice(kept[article()]).claim.chain[-1].name

    def by_speaker() -> ClaimQuestion:
        return with_other_names(ledger, ClaimQuestion(by=speaker(), limit=200), names)

    return {
        "claims by somebody under any name": lambda: list(ask_claims(ledger, by_speaker())),
        "utterances of somebody": lambda: list(ask_utterances(ledger, by_speaker())),
        "conflicts of somebody": lambda: list(ask_relations(ledger, by_speaker())),
        "origins of a claim": lambda: ask_origins(ledger, choose.choice(kept[article()]).id, knowing=knowing),
        "the story of an article": lambda: find_story(ledger, ledger.article(article()), ALL),
        "copies of an article": lambda: list(ask_copies(ledger, [ledger.article(article())], ALL)),
        "an entity by name": lambda: ask_entities(ledger, names, EntityQuestion(name=speaker())),
    }


def _tell_all(questions: dict[str, Callable[[], object]]) -> None:
    for name, ask in questions.items():
        _tell(name, ask)


def _tell(name: str, ask: Callable[[], object]) -> None:
    ask()  # what is opened once, as the dictionary, is no part of a question
    took = sorted(_timed(ask) for _ in range(ROUNDS))
    print(f"{name:40} {took[ROUNDS // 2]:8.1f} ms  {took[int(ROUNDS * 0.95)]:8.1f} ms")


def _timed(ask: Callable[[], object]) -> float:
    begin = time.perf_counter()
    ask()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "100000")
