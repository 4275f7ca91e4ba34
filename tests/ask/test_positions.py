"""Who stands where: topics join what agrees, conflicts, denies and succeeds, and name each speaker's stand."""

import pytest
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ask.positions import find_topics, topic_speakers
from podobno.ask.relations import relate_claims
from podobno.ask.utterances import find_utterances, open_view
from podobno.ledger.opening import open_ledger
from podobno.ledger.selections import Selection
from podobno.records.clocks import ALL, Clocks

SAYS = a_report("wał jest mocny", published="2024-05-01")
AGREES = a_report("mocny jest wał", published="2024-05-02", chain=("Ewa Mak",))
DENIES = a_report("wał trzyma", published="2024-05-03", chain=("Jan Lis",), stance="denies")
LATER = a_report("wał jest słaby", published="2024-05-04")
ALONE = a_report("pada deszcz", published="2024-05-05", chain=("Ola Wit",))
OWN = a_report("pada śnieg", published="2024-05-06", chain=("Ola Wit",))


@pytest.fixture
def book(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        keep(ledger, SAYS)
        keep(ledger, AGREES, a_link("agrees", AGREES, SAYS), others=[SAYS])
        keep(ledger, DENIES, a_link("denies", DENIES, SAYS), others=[SAYS])
        keep(ledger, LATER, a_link("succeeds", LATER, SAYS), a_link("conflicts", LATER, AGREES), others=[SAYS, AGREES])
        keep(ledger, ALONE)
        keep(ledger, OWN, a_link("succeeds", OWN, ALONE), others=[ALONE])
        yield ledger


def topics(book, clocks=ALL):
    view = open_view(book, clocks)
    ids = [kept.id for kept in book.claims(Selection(clocks=clocks))]
    relations = relate_claims(view, ids, ("agrees", "conflicts", "denies", "succeeds"))
    return find_topics(find_utterances(view, ids), relations)


def test_a_topic_holds_all_that_relations_join_with_how_each_stands_to_its_first_words(book):
    (topic,) = topics(book)
    assert topic.first.fullest.quotation == "wał jest mocny"
    assert [(one.speaker, one.stand) for one in topic.positions] == [
        ("Anna Zając", "first"),
        ("Ewa Mak", "agrees"),
        ("Jan Lis", "denies"),
        ("Anna Zając", "succeeds"),
    ]


def test_what_conflict_or_denial_sets_apart_is_told(book):
    (topic,) = topics(book)
    assert [one.is_opposed for one in topic.positions] == [True, True, True, True]
    (early,) = topics(book, Clocks(as_of="2024-05-02"))
    assert [one.is_opposed for one in early.positions] == [False, False]


def test_what_one_speaker_has_for_himself_is_no_topic(book):
    assert all("Ola Wit" not in topic.speakers for topic in topics(book))


def test_who_stands_to_the_most_topics_comes_first(book):
    assert topic_speakers(topics(book)) == ["Anna Zając", "Ewa Mak", "Jan Lis"]
