"""Linking what was read: the same links for any order of reading, and for ledgers that were joined."""

import random
from pathlib import Path

import pytest
from tests.fakes import FakeClock

from podobno.ask.claims import ClaimQuestion
from podobno.ask.entities import EntityQuestion, ask_entities
from podobno.ask.stories import ask_copies, ask_stories
from podobno.ask.utterances import ask_utterances
from podobno.ledger.opening import open_ledger
from podobno.ledger.text import print_ledger
from podobno.read.paths import read_paths
from podobno.read.settings import ReadSettings
from podobno.records.clocks import ALL, Clocks
from podobno.records.edtf import edtf_bounds
from podobno.records.entries import Maker
from podobno.records.text import Article
from podobno.run.linking import link_kept, link_reading
from podobno.run.load import load_into
from podobno.run.merge import merge_into
from podobno.run.words import open_names

ARTICLES = Path(__file__).parents[2] / "demo" / "articles"
MAKER = Maker(program="podobno test", pack="pl 0", weights="none")
DAYS = ("2023-12-01", "2024-10-18", "2024-10-23", "2024-10-24")


@pytest.fixture(scope="module")
def readings(stages):
    found = [one for one in read_paths([str(ARTICLES)], ReadSettings()) if isinstance(one, Article)]
    return list(stages.read(found))


def fill(path, readings, grammar):
    with open_ledger(path, clock=FakeClock()) as ledger:
        for reading in readings:
            ledger.record(reading, MAKER, linking=link_reading(reading, grammar, ledger.links))
    return path


def ids(path):
    with open_ledger(path) as ledger:
        return {(entry.kind, entry.id) for entry in ledger.entries()}


def seen(path, clocks):
    with open_ledger(path) as ledger:
        utterances = {
            tuple(report.id for report in one.reports) for one in ask_utterances(ledger, ClaimQuestion(clocks=clocks))
        }
        stories = {tuple(article.id for article in one.articles) for one in ask_stories(ledger, clocks)}
        copies = {(one.kept.id, one.taking) for one in ask_copies(ledger, ledger.articles_seen(clocks), clocks)}
        entities = ask_entities(ledger, open_names(), EntityQuestion(clocks=clocks))
    return utterances, stories, copies, entities


def test_the_articles_have_links_of_several_kinds(readings, stages, tmp_path):
    with open_ledger(fill(tmp_path / "book.db", readings, stages.links)) as ledger:
        ends = [reading.article.id for reading in readings]
        ends += [claim.id for reading in readings for claim in reading.sketch.claims]
        assert {kept.link.kind for kept in ledger.links.of(ends)} >= {"same", "copy", "story"}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_reading_changes_no_link_and_no_answer(readings, stages, tmp_path, seed):
    shuffled = random.Random(seed).sample(readings, len(readings))
    one, other = (fill(tmp_path / name, held, stages.links) for name, held in (("a.db", readings), ("b.db", shuffled)))
    assert ids(one) == ids(other)
    for clocks in (ALL, *(Clocks(as_of=day) for day in DAYS)):
        assert seen(one, clocks) == seen(other, clocks)


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("claim_days", [{}, {"said": "2024-10"}, {"about": "2024"}])
def test_what_was_published_later_changes_no_answer_as_of_a_day(readings, stages, tmp_path, as_of, claim_days):
    whole = fill(tmp_path / "whole.db", readings[::-1], stages.links)
    out = [one for one in readings if one.article.published and edtf_bounds(one.article.published)[1] <= as_of]
    then = fill(tmp_path / "then.db", out, stages.links)
    assert 0 < len(out) < len(readings)
    assert seen(whole, Clocks(as_of=as_of, **claim_days)) == seen(then, Clocks(**claim_days))


def test_ledgers_that_are_joined_are_linked_as_if_one_had_read_all(readings, stages, tmp_path):
    half = len(readings) // 2
    whole = fill(tmp_path / "whole.db", readings, stages.links)
    left, right = (
        fill(tmp_path / name, held, stages.links)
        for name, held in (("l.db", readings[:half]), ("r.db", readings[half:]))
    )
    with open_ledger(left, clock=FakeClock()) as ledger:
        list(merge_into(ledger, right, lambda book, articles: link_kept(book, articles, stages.links)))
    assert ids(left) == ids(whole)
    assert seen(left, ALL) == seen(whole, ALL)


def loaded(path, text, grammar):
    with open_ledger(path, clock=FakeClock()) as ledger:
        list(load_into(ledger, text, "book.txt", lambda book, articles: link_kept(book, articles, grammar)))
    return path


def printed(path):
    with open_ledger(path) as ledger:
        return "".join(print_ledger(ledger))


def linked(path, reading, grammar):
    """Read one more article, and return the links that it has."""
    fill(path, [reading], grammar)
    with open_ledger(path) as ledger:
        ends = [reading.article.id, *(claim.id for claim in reading.sketch.claims)]
        return {(kept.id, kept.link, kept.articles) for kept in ledger.links.of(ends)}


def test_a_ledger_that_came_as_text_links_a_new_article_as_the_one_it_was_printed_from(readings, stages, tmp_path):
    found = set()
    for place, new in enumerate(readings[:6]):
        others = [one for one in readings if one is not new]
        first = fill(tmp_path / f"first{place}.db", others, stages.links)
        text = printed(first)
        second = loaded(tmp_path / f"second{place}.db", text.splitlines(keepends=True), stages.links)
        assert printed(second) == text
        links = linked(first, new, stages.links)
        assert linked(second, new, stages.links) == links
        found |= {link.kind for _, link, _ in links}
    assert found >= {"same", "copy", "story"}


def test_a_text_is_linked_with_what_the_ledger_held_before(readings, stages, tmp_path):
    half = len(readings) // 2
    whole = fill(tmp_path / "whole.db", readings, stages.links)
    left, right = (
        fill(tmp_path / name, held, stages.links)
        for name, held in (("l.db", readings[:half]), ("r.db", readings[half:]))
    )
    loaded(left, printed(right).splitlines(keepends=True), stages.links)
    assert ids(left) == ids(whole)
    assert seen(left, ALL) == seen(whole, ALL)
