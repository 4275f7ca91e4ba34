"""Questions across articles: what links hold together, seen by the clocks."""

from dataclasses import replace

import pytest
from tests.fakes import FakeClock
from tests.links import MAKER, a_link, a_report, keep

from podobno.ask.claims import ClaimQuestion
from podobno.ask.relations import ask_relations
from podobno.ask.stories import Story, ask_copies, ask_stories, name_story, story_place
from podobno.ask.utterances import ask_utterances
from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.clocks import ALL, Clocks
from podobno.records.errors import BadUse
from podobno.records.judgements import Judgement
from podobno.records.sketches import Key
from podobno.records.text import Article

FIRST = a_report("most stoi", published="2024-05-01", outlet="Kurier")
SECOND = a_report("stoi most", published="2024-05-02", outlet="Goniec")
THIRD = a_report("most ma stać", published="2024-05-03", outlet="Echo")


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


def reported(ledger, clocks=ALL, **given):
    found = ask_utterances(ledger, ClaimQuestion(clocks=clocks), **given)
    return [[report.outlet for report in utterance.reports] for utterance in found]


def keep_three(ledger, kind="same"):
    keep(ledger, FIRST)
    keep(ledger, SECOND, a_link(kind, FIRST, SECOND), others=[FIRST])
    keep(ledger, THIRD, a_link(kind, SECOND, THIRD), others=[SECOND])


def test_reports_of_the_same_words_are_one_utterance(ledger):
    keep_three(ledger)
    assert reported(ledger) == [["Kurier", "Goniec", "Echo"]]


def test_a_view_as_of_a_day_holds_together_only_what_was_out(ledger):
    keep_three(ledger)
    assert reported(ledger, Clocks(as_of="2024-05-02")) == [["Kurier", "Goniec"]]
    assert reported(ledger, Clocks(as_of="2024-04-30")) == []


def test_an_archive_read_late_gives_the_same_utterance(ledger, tmp_path):
    keep_three(ledger)
    with open_ledger(tmp_path / "late.db", clock=FakeClock()) as late:
        keep(late, THIRD)
        keep(late, SECOND, a_link("same", SECOND, THIRD), others=[THIRD])
        keep(late, FIRST, a_link("same", FIRST, SECOND), others=[SECOND])
        for day in ("2024-05-01", "2024-05-02", "2024-05-03"):
            assert reported(late, Clocks(as_of=day)) == reported(ledger, Clocks(as_of=day))


def test_what_only_one_article_reports_can_be_left_out(ledger):
    keep_three(ledger)
    keep(ledger, a_report("dom płonie", published="2024-05-04"))
    assert len(reported(ledger)) == 2
    assert len(reported(ledger, min_articles=2)) == 1


def test_a_link_of_an_older_reading_is_not_seen_once_both_articles_are_read_again(ledger):
    keep_three(ledger)
    newer = replace(MAKER, weights="better")
    for reading in (FIRST, SECOND):
        keep(ledger, reading, maker=newer)
    assert reported(ledger) == [["Kurier"], ["Goniec", "Echo"]]


def test_who_denies_comes_with_both_sides(ledger):
    keep(ledger, FIRST)
    denial = a_report("nie ma mostu", published="2024-05-02", chain=("Jan Lis",))
    keep(ledger, denial, a_link("denies", denial, FIRST), others=[FIRST])
    (relation,) = ask_relations(ledger, ClaimQuestion())
    assert (relation.a.speaker, relation.b.speaker) == ("Jan Lis", "Anna Zając")
    assert list(ask_relations(ledger, ClaimQuestion(clocks=Clocks(as_of="2024-05-01")))) == []
    assert list(ask_relations(ledger, ClaimQuestion(), ["agrees"])) == []


def test_a_story_has_its_articles_by_day_and_the_id_of_the_first(ledger):
    keep_three(ledger, "story")
    (story,) = ask_stories(ledger, ALL)
    assert [article.outlet for article in story.articles] == ["Kurier", "Goniec", "Echo"]
    assert story.id == FIRST.article.id
    assert name_story([story], THIRD.article.id[:8]) == story
    with pytest.raises(BadUse, match="podobno stories"):
        name_story([story], "ffff")


def test_a_story_as_of_a_day_has_the_articles_of_that_day(ledger):
    keep_three(ledger, "story")
    assert [len(story.articles) for story in ask_stories(ledger, Clocks(as_of="2024-05-02"))] == [2]


def test_a_copy_is_told_once_for_its_two_articles(ledger):
    keep(ledger, FIRST)
    keep(ledger, SECOND, a_link("copy", FIRST, SECOND), others=[FIRST])
    articles = list(ledger.articles_seen(ALL))
    (copied,) = ask_copies(ledger, articles, ALL)
    assert {copied.a, copied.b} == {FIRST.article, SECOND.article}
    assert list(ask_copies(ledger, articles, Clocks(as_of="2024-05-01"))) == []


def a_key(days):
    return [Key(kind="copy", value=7, days=days)]


@pytest.mark.parametrize(("days", "is_near"), [(2, True), (1, False)])
def test_neighbours_share_a_key_within_its_days(ledger, days, is_near):
    keep(ledger, FIRST, keys=[(7, days)])
    found = [
        sketch.article.id for sketch, _ in ledger.links.near(THIRD.article, [Key(kind="copy", value=7, days=days)])
    ]
    assert found == ([FIRST.article.id] if is_near else [])


def test_an_article_without_a_day_is_near_to_all(ledger):
    keep(ledger, FIRST, keys=[(7, 1)])
    undated = replace(THIRD.article, published=None)
    assert [one.article for one, _ in ledger.links.near(undated, [Key(kind="copy", value=7, days=1)])] == [
        FIRST.article
    ]


def judge(ledger, verdict, kind, *readings):
    subjects = tuple(one.article.id if kind == "article" else claim_id(one.claims[0]) for one in readings)
    given = {"verdict": verdict, "kind": kind, "subjects": subjects, "by": "Ola", "moment": "2024-06-01T12:00:00+00:00"}
    return ledger.judgements.add(Judgement(**given))


def test_what_a_person_holds_apart_is_no_utterance(ledger):
    keep_three(ledger)
    judge(ledger, "apart", "claim", FIRST, SECOND)
    assert reported(ledger) == [["Kurier"], ["Goniec", "Echo"]]


def test_what_a_person_holds_together_is_one_without_a_link(ledger):
    for reading in (FIRST, SECOND, THIRD):
        keep(ledger, reading)
    judge(ledger, "same", "claim", FIRST, THIRD)
    judge(ledger, "same", "article", FIRST, THIRD)
    assert reported(ledger) == [["Kurier", "Echo"], ["Goniec"]]
    (story,) = ask_stories(ledger, ALL)
    assert [article.outlet for article in story.articles] == ["Kurier", "Echo"]
    assert reported(ledger, Clocks(as_of="2024-05-02")) == [["Kurier"], ["Goniec"]]


def test_a_story_is_split_by_hand(ledger):
    keep_three(ledger, "story")
    judge(ledger, "apart", "article", SECOND, THIRD)
    assert [len(story.articles) for story in ask_stories(ledger, ALL)] == [2]


def test_a_story_is_called_as_its_earliest_article_and_keeps_its_id_as_it_grows():
    first = Article(text="Tama pękła\n\nW nocy.", published="2020-05-01")
    second = Article(text="Woda opada\n\nRano.", title="Woda opada", published="2020-05-02")
    undated = Article(text="Tama", title="Tama")

    def story(*articles):
        return Story(articles=tuple(sorted(articles, key=story_place)), links=())

    assert story(second, first, undated).title == "Tama pękła"
    assert story(second, undated).title == "Woda opada"
    assert story(first).id == story(second, first).id != story(second).id


def test_a_copy_says_who_likely_took_it_from_whom(ledger):
    keep(ledger, FIRST)
    keep(ledger, SECOND, a_link("copy", FIRST, SECOND), others=[FIRST])
    (copied,) = ask_copies(ledger, [FIRST.article], ALL)
    assert (copied.taking.reason, copied.taking.source) == ("earlier", FIRST.article.id)


def said(reading, day):
    """Return the reading with its claim said on a day."""
    return replace(reading, claims=(replace(reading.claims[0], said=day),))


@pytest.fixture
def spoken(ledger):
    """Two stories of two articles each, with a copy; what was said on the first of May, and what in June."""
    days = ("2024-05-01", None, "2024-06-01", None)
    held = [said(a_report(f"most ma {number} lat"), day) for number, day in enumerate(days)]
    for first, second in (held[:2], held[2:]):
        keep(ledger, first)
        links = [a_link(kind, first, second) for kind in ("story", "copy")]
        keep(ledger, second, *links, others=[first])
    return [reading.article for reading in held]


@pytest.mark.parametrize("clocks", [Clocks(said="2024-05"), Clocks(said="2024-05-01")])
def test_a_story_and_a_copy_are_asked_for_by_when_their_words_were_said(ledger, spoken, clocks):
    (story,) = ask_stories(ledger, clocks)
    assert {one.id for one in story.articles} == {one.id for one in spoken[:2]}
    (copied,) = ask_copies(ledger, spoken, clocks)
    assert {copied.a.id, copied.b.id} == {one.id for one in spoken[:2]}
    assert list(ask_stories(ledger, Clocks(said="2024-07"))) == []
    assert len(list(ask_stories(ledger, ALL))) == 2


def test_a_copy_of_other_words_than_those_said_then_is_left_out(ledger):
    one, other = said(a_report("most stoi"), "2024-05-01"), a_report("most leży")
    keep(ledger, one)
    link = a_link("copy", one, other)
    keep(ledger, other, replace(link, evidence=tuple(map(_moved, link.evidence))), others=[one])
    assert len(list(ask_copies(ledger, [one.article], ALL))) == 1
    assert list(ask_copies(ledger, [one.article], Clocks(said="2024-05"))) == []


def _moved(evidence):
    """Return the evidence with its spans at the start of the texts, where no claim is."""
    return replace(evidence, a=replace(evidence.a, start=0, end=4), b=replace(evidence.b, start=0, end=4))
