"""Laws of views: when an archive was read, and in which order, is nothing to what could be known on a day."""

import tempfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books import MAKERS, make_book
from tests.fakes import FakeClock
from tests.laws.test_merge import FEW
from tests.links import a_link, a_report
from tests.strategies import DAYS, readings

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.entities import EntityQuestion, ask_entities, find_entity, with_other_names
from podobno.ask.origins import ask_origins
from podobno.ask.relations import ask_relations
from podobno.ask.stories import ask_copies, ask_stories
from podobno.ask.utterances import ask_utterances
from podobno.ledger.opening import open_ledger
from podobno.link.entitygroups import article_names, name_keys
from podobno.records.canonical import claim_id
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.links import Evidence, Link
from podobno.records.readings import Linking
from podobno.records.sketches import ClaimSketch, Key, NameSketch, Sketch
from podobno.run.words import open_names

ARCHIVES = st.lists(readings(), max_size=4, unique_by=lambda reading: reading.article.id)


def day(reading):
    return (edtf_bounds(reading.article.published)[1] if reading.article.published else None) or ""


def answers(path, as_of=None):
    with open_ledger(path) as ledger:
        found = ask_claims(ledger, ClaimQuestion(clocks=Clocks(as_of=as_of)))
        return [(one.id, one.chain, one.quotation, one.kept.claim.score) for one in found]


@FEW
@given(ARCHIVES, st.lists(DAYS, min_size=1, max_size=4))
def test_an_archive_that_is_read_late_answers_each_day_as_if_it_had_been_read_in_time(archive, days):
    with tempfile.TemporaryDirectory() as place:
        acts = [(reading, 0) for reading in sorted(archive, key=day)]
        in_time = make_book(Path(place) / "in_time", acts)
        late = make_book(Path(place) / "late", acts[::-1], minute=59)
        for one in [*days, *(day(reading) for reading in archive if day(reading))]:
            assert answers(in_time, as_of=one) == answers(late, as_of=one)
        assert answers(in_time) == answers(late)


def linked(path, archive, keys):
    """Record each article with a link to every earlier one that shares a key: what linking does, at its plainest."""
    with open_ledger(path, clock=FakeClock()) as ledger:
        for reading in archive:
            article = reading.article
            # How far apart two may lie goes with the key, not with the article: else order would count.
            own = tuple(Key(kind="copy", value=key, days=key * 300_000) for key in keys[article.id])
            ends = [sorted([article.id, other.article.id]) for other, _ in ledger.links.near(article, own)]
            links = tuple(Link(kind="story", a=a, b=b, evidence=(Evidence(code="day"),)) for a, b in ends)
            sketch = Sketch(article=article, names=(), lemmas=(), claims=())
            places = {id_: id_ for pair in ends for id_ in pair}
            linking = Linking(sketch=sketch, keys=own, links=links, articles=places)
            ledger.record(reading, MAKERS[0], linking=linking)
        return sorted((entry.kind, entry.id) for entry in ledger.entries())


@FEW
@given(ARCHIVES, st.data(), st.randoms())
def test_shuffling_the_articles_changes_no_claim_and_no_link(archive, data, random):
    some = st.sets(st.integers(0, 3), max_size=3)
    keys = {reading.article.id: data.draw(some) for reading in archive}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shuffled = random.sample(archive, len(archive))
        assert linked(folder / "a", archive, keys) == linked(folder / "b", shuffled, keys)


# Answers across articles: with names that are one only as long as nobody else bears the surname

SPEAKERS = ("Anna Zając", "Zając", "Jan Zając", "Wilk", "Wilka", "PAP")
SAYINGS = ("most stoi", "most leży")
OUT_ON = ("2024-05-01", "2024-05", "2024")
REPORTS = st.lists(
    st.builds(
        lambda content, speaker, day, outlet, said: report(content, speaker, day, outlet, said),
        st.sampled_from(SAYINGS),
        st.sampled_from(SPEAKERS),
        st.sampled_from(OUT_ON),
        st.sampled_from(["Kurier", "Goniec"]),
        st.sampled_from([None, "2024-06-01"]),
    ),
    min_size=2,
    max_size=7,
    unique_by=lambda one: one.article.id,
)


def lemmas(word):
    """A name in another form than its first: found only where no name has the first one."""
    return ("Wilk",) if word == "Wilka" else ()


def report(content, speaker, day, outlet, said):
    """Return a report; its text holds all of what makes it, so that two reports that differ are two articles."""
    reading = a_report(f"{content} ({speaker}, {outlet}, {said})", published=day, outlet=outlet, chain=(speaker,))
    return replace(reading, claims=(replace(reading.claims[0], said=said),))


def links_of(one, other):
    """Yield links that hang on the two reports alone, as the program's do."""
    (a,), (b,) = one.claims, other.claims
    told = [reading.article.text[20:29] for reading in (one, other)]
    if told[0] == told[1]:
        yield a_link("same" if a.chain == b.chain else "agrees", one, other)
        yield from (a_link(kind, one, other) for kind in ("story", "copy"))
    elif "most" in told[0] and "most" in told[1]:
        yield a_link("conflicts", one, other)


def record(path, reports, names):
    with open_ledger(path, clock=FakeClock()) as ledger:
        for place, reading in enumerate(reports):
            record_one(ledger, reading, reports[:place], names)
    return path


def record_one(ledger, reading, before, names):
    """Record a report with its links to those that were recorded before; one set right may be one of them."""
    before = [other for other in before if other.article.id != reading.article.id]
    claims = [ClaimSketch(id=claim_id(one), claim=one, lemmas=(), negated=(), names=()) for one in reading.claims]
    base = reading.claims[0].chain[0].name
    mention = NameSketch(base=base, kind="body" if base == "PAP" else "person", count=1)
    sketch = Sketch(article=reading.article, names=(mention,), lemmas=(), claims=tuple(claims))
    linking = Linking(
        sketch=sketch,
        keys=(),
        links=tuple(link for other in before for link in links_of(other, reading)),
        articles={
            end: one.article.id for one in (*before, reading) for end in (one.article.id, claim_id(one.claims[0]))
        },
        names=tuple((name, name_keys(name, names)) for name in article_names(sketch)),
    )
    ledger.record(reading, MAKERS[0], ["most"], linking)


def across(path, names, clocks):
    """Return what each question across articles is answered."""
    with open_ledger(path) as ledger:
        claims = [one.id for one in ask_claims(ledger, ClaimQuestion(clocks=clocks))]
        told = {"entities": ask_entities(ledger, names, EntityQuestion(clocks=clocks))}
        for name in ("Zając", "Wilk", "Anna"):
            by = with_other_names(ledger, ClaimQuestion(by=name, clocks=clocks), names, lemmas)
            told["by", name] = [one.id for one in ask_claims(ledger, by, lemmas)]
            told["entity", name] = ask_entities(ledger, names, EntityQuestion(name=name, clocks=clocks), lemmas)
            told["page", name] = find_entity(ledger, name, names, clocks)
        utterances = ask_utterances(ledger, ClaimQuestion(clocks=clocks))
        told["utterances"] = [(one.fullest.id, [report.id for report in one.reports]) for one in utterances]
        told["stories"] = [[one.id for one in story.articles] for story in ask_stories(ledger, clocks)]
        seen = list(ledger.articles_seen(clocks))
        told["copies"] = [(one.kept.id, one.taking) for one in ask_copies(ledger, seen, clocks)]
        relations = ask_relations(ledger, ClaimQuestion(clocks=clocks), ("conflicts", "agrees"))
        told["relations"] = [(one.kept.link.kind, one.a.id, one.b.id) for one in relations]
        for id_ in claims:
            found = ask_origins(ledger, id_, clocks).all
            held = [sorted(report.id for report in origin.reports) for origin in found.origins]
            told["origins", id_] = (held, found.independent, found.open)
    return told


@pytest.fixture(scope="module")
def names():
    return open_names()


@FEW
@given(REPORTS, st.randoms())
def test_what_was_published_later_changes_no_answer_as_of_a_day(names, archive, random):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        late = record(folder / "late", random.sample(archive, len(archive)), names)
        for day_, claim_days in product(OUT_ON, ({}, {"said": "2024-05-01/2024-06-30"})):
            last = edtf_bounds(day_)[1]
            out = [one for one in archive if day(one) <= last]
            then = record(folder / f"{day_}{len(claim_days)}", out, names)
            assert across(late, names, Clocks(as_of=day_, **claim_days)) == across(then, names, Clocks(**claim_days))
