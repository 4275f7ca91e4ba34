"""Measure what one more article costs, as a ledger grows: finding its neighbours, linking, recording.

In:   sizes in articles (1000 10000 100000 unless told); --keep FILE leaves the ledger behind.
Out:  milliseconds for each article added at each size, by the clock and of the processor, the ratio of the last to the
      first of either, links, file, memory.
Not:  reading the text of articles, which is bench/speed.py: these come as sketches, made up of our own sentences.

The news goes on at one pace: so many articles a day, in happenings that several outlets report, some of them in the
same words. A ledger of ten times the articles covers ten times the days. Sentences are drawn from the base forms of the
Polish pack, each as often as texts hold it, and from a few that are the happening's own.
"""

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

from podobno.lang.frequencies import Frequencies
from podobno.lang.pack import open_pack
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.records.canonical import claim_id
from podobno.records.claims import Claim, Source
from podobno.records.entries import Maker
from podobno.records.readings import Reading
from podobno.records.sketches import ClaimSketch, NameSketch, Sketch
from podobno.records.text import Article, Span
from podobno.records.values import Found
from podobno.run.linking import link_reading

SIZES = (1_000, 10_000, 100_000)
MEASURED = 300  # articles added at each size
A_DAY = 60  # articles
OUTLETS = tuple(f"outlet{number}.example" for number in range(12))
MAKER = Maker(program="bench", pack="none", weights="none")
START = date(2015, 1, 1)
SENTENCE_WORDS, FACTS, TOPIC_WORDS = 14, 10, 25  # words a sentence, sentences a happening, words of its own
PEOPLE, PLACES = 8_000, 2_000
SYLLABLES = tuple(a + b for a in "bdgkmprstwz" for b in "aeiou")
NAME_SYLLABLES, SPREAD = 5, 7_368_787  # of a name; a prime that strews the names over all that can be made
TOPICAL = 0.4  # part of a sentence's words that are the happening's own


class FixedClock:
    """Always the same moment."""

    def now(self) -> datetime:
        """Return it."""
        return datetime(2024, 5, 15, tzinfo=UTC)


def main() -> None:
    """Let a ledger grow to each size, and measure what the next articles cost there."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    options.add_argument("--keep", type=Path, help="a new ledger to leave behind, for bench/ledger.py to ask")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "b.db"
        with open_ledger(path, clock=FixedClock()) as ledger:
            _grow(ledger, given.sizes)


def _grow(ledger: Ledger, sizes: list[int]) -> None:
    grammar = open_linking(open_pack("pl"))
    news = _news(random.Random(7), grammar.frequencies)
    costs, held = [], 0
    for size in sizes:
        while held < size:
            _add(ledger, next(news), grammar)
            held += 1
        costs.append(_measure(ledger, news, grammar, held))
        held += MEASURED
        print(f"  file {ledger.path.stat().st_size / 1e6:.0f} MB, peak memory {_memory_mb():.0f} MB", flush=True)
    for name, first, last in zip(("by the clock", "of processor time"), costs[0], costs[-1], strict=True):
        print(f"the last costs {last / first:.2f} times the first {name}")


def _measure(ledger: Ledger, news: Iterator[Reading], grammar: LinkGrammar, held: int) -> tuple[float, float]:
    kinds: Counter[str] = Counter()
    begin, worked = time.perf_counter(), time.process_time()
    for _ in range(MEASURED):
        kinds.update(_add(ledger, next(news), grammar))
    cost = (time.perf_counter() - begin) / MEASURED * 1000
    work = (time.process_time() - worked) / MEASURED * 1000  # what others on the machine do changes it less
    links = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    print(f"{held:8,} articles: {cost:6.1f} ms for one more, {work:.1f} of the processor")
    print(f"  links of {MEASURED}: {links or 'none'}")
    return cost, work


def _add(ledger: Ledger, reading: Reading, grammar: LinkGrammar) -> list[str]:
    linking = link_reading(reading, grammar, ledger.links)
    lemmas = [" ".join(claim.lemmas) for claim in reading.sketch.claims] if reading.sketch else []
    ledger.record(reading, MAKER, lemmas, linking)
    return [link.kind for link in linking.links] if linking else []


def _news(choose: random.Random, frequencies: Frequencies) -> Iterator[Reading]:
    words, counts = list(frequencies.counts), list(frequencies.counts.values())
    steps = list(accumulate(counts))
    number = 0
    while True:
        people = [f"Jan {_invented(choose, PEOPLE)}ski" for _ in range(3)]
        places = [f"{_invented(choose, PLACES)}owo" for _ in range(2)]
        topic = choose.sample(words, TOPIC_WORDS)
        facts = []
        for _ in range(FACTS):
            told = choose.choices(words, cum_weights=steps, k=SENTENCE_WORDS)
            own = [choose.choice(topic) if choose.random() < TOPICAL else word for word in told]
            facts.append(" ".join([choose.choice(people), *own[:7], choose.choice(places), *own[7:]]))
        for _ in range(choose.randint(1, 6)):
            day = START + timedelta(days=number // A_DAY)
            yield _reading(choose.sample(facts, choose.randint(5, 9)), day, number, choose)
            number += 1


def _invented(choose: random.Random, many: int) -> str:
    """Return one of so many names; hardly any two are so near that one may be the other misspelt."""
    number, name = choose.randrange(many) * SPREAD, ""
    for _ in range(NAME_SYLLABLES):
        number, place = divmod(number, len(SYLLABLES))
        name += SYLLABLES[place]
    return name.capitalize()


def _reading(facts: list[str], day: date, number: int, choose: random.Random) -> Reading:
    # A light edit in one sentence of three.
    told = [fact if choose.random() < 0.7 else f"{fact} znowu" for fact in facts]
    text = f"Report {number}. " + ". ".join(told) + "."
    outlet = choose.choice(OUTLETS)
    article = Article(text=text, outlet=outlet, url=f"https://{outlet}/{number}", published=day.isoformat())
    claims = tuple(_claim(article, sentence) for sentence in told)
    sketches = tuple(
        ClaimSketch(id=claim_id(claim), claim=claim, lemmas=_words(sentence), negated=(), names=_names(sentence))
        for claim, sentence in zip(claims, told, strict=True)
    )
    counts = Counter(name for sentence in told for name in _names(sentence))
    sketch = Sketch(
        article=article,
        names=tuple(NameSketch(base=name, kind=_kind(name), count=count) for name, count in sorted(counts.items())),
        lemmas=tuple(sorted(Counter(_words(text)).items())),
        claims=sketches,
    )
    return Reading(article=article, found=Found(), claims=claims, problems=(), sketch=sketch)


def _claim(article: Article, sentence: str) -> Claim:
    start = article.text.index(sentence)
    speaker = next(name for name in _names(sentence) if _kind(name) == "person")
    return Claim(
        content=(Span(article=article.id, start=start, end=start + len(sentence)),),
        mode="indirect",
        cue=None,
        speaker=None,
        chain=(Source(name=speaker),),
        stance="asserts",
        conditional=False,
        carried=False,
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip(",.").casefold() for word in text.split() if len(word) > 3)


def _names(sentence: str) -> tuple[str, ...]:
    words = sentence.split()
    people = [f"{first} {last}" for first, last in pairwise(words) if first == "Jan"]
    return (*people, *(word for word in words if word[0].isupper() and word.endswith("owo")))


def _kind(name: str) -> str:
    return "person" if " " in name else "place"


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
