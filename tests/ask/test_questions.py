"""Questions: what a word, a name, a place and a day find, and what they must not find."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.fakes import FakeClock

from podobno.ask.articles import claims_of, find_article
from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.figures import FigureQuestion, ask_figures
from podobno.ledger.opening import open_ledger
from podobno.records.claims import Claim, Source
from podobno.records.clocks import Clocks
from podobno.records.entries import Maker
from podobno.records.errors import BadUse
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Figure, Found

MAKER = Maker(program="podobno test", pack="pl 0", weights="none")
BASES = {"rosji": ("rosja",), "rośnie": ("rosnąć",), "mostów": ("most",), "mosty": ("most",)}


def lemmas(text):
    return tuple(base for word in text.casefold().split() for base in BASES.get(word.strip("."), (word.strip("."),)))


def figure(article, words, **values):
    start = article.text.index(words)
    span = Span(article=article.id, start=start, end=start + len(words))
    given = {"low": Decimal(3), "high": Decimal(3), "unit": "most", "kind": "count", **values}
    return Figure(span=span, approximate=False, per=None, **given)


def a_reading(content, *, stance="asserts", published="2024-05-15", **values):
    article = Article(text=f"Anna Zając mówi, że {content}.", title=content, language="pl", published=published)
    claim = Claim(
        content=(Span(article=article.id, start=20, end=20 + len(content)),),
        mode="indirect",
        cue=None,
        speaker=None,
        chain=(Source(name="Reuters"), Source(name="Anna Zając")),
        stance=stance,
        conditional=False,
        carried=False,
        figures=(figure(article, "3 mosty", **values),),
    )
    return Reading(article=article, found=Found(), claims=(claim,), problems=())


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


def record(ledger, *readings):
    for reading in readings:
        words = reading.article.quotation(reading.claims[0].content[0])
        ledger.record(reading, MAKER, [" ".join(lemmas(words))])


@pytest.mark.parametrize("by", ["Anna Zając", "zajac", "ZAJĄC", "reuters"])
def test_a_name_finds_every_step_of_the_chain(ledger, by):
    record(ledger, a_reading("3 mosty stoją"))
    assert [answer.speaker for answer in ask_claims(ledger, ClaimQuestion(by=by))] == ["Anna Zając"]


def test_words_of_two_names_are_no_name(ledger):
    record(ledger, a_reading("3 mosty stoją"))
    assert list(ask_claims(ledger, ClaimQuestion(by="Anna Reuters"))) == []


def test_a_word_finds_its_other_forms(ledger):
    record(ledger, a_reading("3 mosty stoją"))
    assert len(list(ask_claims(ledger, ClaimQuestion(words=("mostów",)), lemmas))) == 1


@pytest.mark.parametrize(
    "question",
    [
        ClaimQuestion(by="..."),
        ClaimQuestion(words=("!",)),
        ClaimQuestion(clocks=Clocks(as_of="soon")),
        ClaimQuestion(by="\0"),
    ],
)
def test_a_question_that_means_nothing_is_told(ledger, question):
    record(ledger, a_reading("3 mosty stoją"))
    with pytest.raises(BadUse):
        list(ask_claims(ledger, question))


@pytest.mark.parametrize("min_score", [-0.1, 1.01, float("nan"), float("inf")])
def test_a_least_score_that_is_no_score_is_told(ledger, min_score):
    with pytest.raises(BadUse, match="from 0 to 1"):
        list(ask_claims(ledger, ClaimQuestion(min_score=min_score)))


@pytest.mark.parametrize(("min_score", "count"), [(None, 1), (0, 1), (0.4, 1), (0.41, 0), (1, 0)])
def test_a_least_score_leaves_out_what_was_read_less_surely(ledger, min_score, count):
    reading = a_reading("3 mosty stoją")
    record(ledger, replace(reading, claims=(replace(reading.claims[0], score=0.4),)))
    assert len(list(ask_claims(ledger, ClaimQuestion(min_score=min_score)))) == count
    asked = FigureQuestion(words=("most",), min_score=min_score, anything=True)
    assert len(list(ask_figures(ledger, asked, lemmas))) == count


def test_a_zero_byte_in_a_word_is_passed_over(ledger):
    record(ledger, a_reading("3 mosty stoją"))
    assert len(list(ask_claims(ledger, ClaimQuestion(words=("mo\0st",)), lemmas))) == 1


@pytest.mark.parametrize(("content", "count"), [("3 mosty są w Rosji", 1), ("ruch na 3 mosty rośnie", 0)])
def test_a_place_is_a_word_of_the_claim_and_no_start_of_one(ledger, content, count):
    record(ledger, a_reading(content))
    asked = FigureQuestion(words=("most",), place="Rosja")
    assert len(list(ask_figures(ledger, asked, lemmas))) == count


def test_a_place_of_the_figure_s_clause_counts(ledger):
    record(ledger, a_reading("tam 3 mosty stoją", where=("Rosja",)))
    assert len(list(ask_figures(ledger, FigureQuestion(words=("most",), place="Rosji"), lemmas))) == 1


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ({}, (False, False)),
        ({"kind": "capacity"}, (True, False)),
        ({"forecast": True}, (False, True)),
        ({"stance": "predicts"}, (False, True)),
    ],
)
def test_capacities_and_forecasts_are_marked(ledger, values, marks):
    record(ledger, a_reading("3 mosty stoją", **values))
    (row,) = ask_figures(ledger, FigureQuestion(words=("most",)), lemmas)
    assert (row.is_capacity, row.is_forecast) == marks


def test_figures_go_by_the_day(ledger):
    days = ["2024-03-02", "2023-12-31", "2024-01-05"]
    record(ledger, *(a_reading(f"3 mosty nr {day}", published=day) for day in days))
    rows = ask_figures(ledger, FigureQuestion(words=("most",)), lemmas)
    assert [row.claim.published for row in rows] == sorted(days)


@pytest.mark.parametrize(("limit", "days"), [(1, ["2024-03-02"]), (2, ["2024-01-05", "2024-03-02"])])
def test_of_many_figures_the_newest_are_told_by_the_day(ledger, limit, days):
    record(
        ledger, *(a_reading(f"3 mosty nr {day}", published=day) for day in ["2024-03-02", "2023-12-31", "2024-01-05"])
    )
    rows = ask_figures(ledger, FigureQuestion(words=("most",), limit=limit), lemmas)
    assert [row.claim.published for row in rows] == days


def test_a_limit_counts_figures_of_the_thing_not_claims_that_name_it(ledger):
    day = {"published": "2024-03-01"}
    record(ledger, a_reading("3 mosty stoją"), a_reading("3 mosty, dwa brzegi", unit="brzeg", **day))
    (row,) = ask_figures(ledger, FigureQuestion(words=("most",), limit=1), lemmas)
    assert row.figure.unit == "most"


@pytest.mark.parametrize(("by", "count"), [("Anna Zając", 1), ("Reuters", 1), ("Jan Wilk", 0)])
def test_figures_are_asked_by_speaker(ledger, by, count):
    record(ledger, a_reading("3 mosty stoją"))
    assert len(list(ask_figures(ledger, FigureQuestion(words=("most",), by=by), lemmas))) == count


def test_an_article_is_found_with_its_own_claims_only(ledger):
    one, other = a_reading("3 mosty stoją"), a_reading("3 mosty leżą")
    record(ledger, one, other)
    found = find_article(ledger, one.article.id[:10])
    assert found == one.article
    assert [kept.claim for kept in claims_of(ledger, found)] == list(one.claims)
