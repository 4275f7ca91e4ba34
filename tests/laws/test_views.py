"""Laws of views: when an archive was read, and in which order, is nothing to what could be known on a day."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.books import MAKERS, make_book
from tests.fakes import FakeClock
from tests.laws.test_merge import FEW
from tests.strategies import DAYS, readings

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ledger.opening import open_ledger
from podobno.records.clocks import Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.links import Evidence, Link
from podobno.records.readings import Linking
from podobno.records.sketches import Key, Sketch

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
