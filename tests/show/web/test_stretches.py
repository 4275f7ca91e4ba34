"""Stretches put together are the text, whatever lies on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podobno.ledger.store import KeptClaim
from podobno.records.claims import Claim, Source
from podobno.records.text import Article, Span
from podobno.show.web.stretches import article_paragraphs, claim_sentence

TEXTS = st.text(alphabet="ab \n.\u0142\U0001f600<&", min_size=2, max_size=60)


def kept(article, *pieces, stance="asserts", speaker=None):
    spans = tuple(Span(article=article.id, start=start, end=end) for start, end in pieces)
    claim = Claim(
        content=spans,
        mode="indirect",
        cue=None,
        speaker=None if speaker is None else Span(article=article.id, start=speaker[0], end=speaker[1]),
        chain=(Source(name="A"),),
        stance=stance,
        conditional=False,
        carried=False,
    )
    return KeptClaim(id="0" * 16, claim=claim, article=article, recorded="", maker="")


@st.composite
def marked(draw):
    article = Article(text=draw(TEXTS))
    places = st.integers(0, len(article.text))
    pairs = st.lists(st.tuples(places, places).filter(lambda pair: pair[0] < pair[1]), min_size=1, max_size=6)
    return article, [kept(article, pair) for pair in draw(pairs)]


@given(marked())
def test_together_the_stretches_are_the_text(given_):
    article, claims = given_
    told = ["".join(one.text for one in line) for line in article_paragraphs(article, claims, {})]
    assert told == [line for line in article.text.split("\n") if line.strip()]


@given(marked())
def test_each_claim_opens_at_most_once_and_lies_on_its_own_words(given_):
    article, claims = given_
    lines = article_paragraphs(article, claims, {})
    opened = [number for line in lines for one in line for number in one.opens]
    assert len(opened) == len(set(opened))
    for number, claim in enumerate(claims, 1):
        words = "".join(one.text for line in lines for one in line if number in one.numbers)
        quoted = article.quotation(claim.claim.content[0])
        assert "".join(words.split()) in "".join(quoted.split())  # lines of white space alone are not shown


@given(marked())
def test_a_sentence_holds_the_words_of_its_claim(given_):
    article, claims = given_
    told = "".join(one.text for one in claim_sentence(claims[0]))
    words = article.quotation(claims[0].claim.content[0]).split()
    assert all(word in told for word in words)


def test_of_claims_within_claims_the_innermost_colours_the_words():
    article = Article(text="Ala mówi, że Jan zaprzecza.")
    outer, inner = kept(article, (13, 26)), kept(article, (17, 26), stance="denies")
    (line,) = article_paragraphs(article, [outer, inner], {})
    assert [(one.text, one.names, one.numbers) for one in line if one.numbers] == [
        ("Jan ", ("asserts",), (1,)),
        ("zaprzecza", ("denies",), (1, 2)),
    ]


@pytest.mark.parametrize(
    ("text", "piece", "sentence"),
    [
        ("Raz. Dwa trzy. Cztery.", (5, 8), "Dwa trzy."),
        ("Raz! Dwa\nTrzy", (5, 8), "Dwa"),
        ("Jedno zdanie bez kropki", (6, 12), "Jedno zdanie bez kropki"),
    ],
)
def test_a_claim_stands_in_its_sentence(text, piece, sentence):
    article = Article(text=text)
    assert "".join(one.text for one in claim_sentence(kept(article, piece))) == sentence


def test_what_is_none_of_the_articles_own_text_is_marked_and_stays_readable():
    article = Article(text="Most stoi. Czytaj też o rzece.\n(PAP)", language="pl")
    aside = [Span(article=article.id, start=11, end=30), Span(article=article.id, start=31, end=36)]
    lines = article_paragraphs(article, [], {"furniture": aside})
    assert [(one.text, one.names) for line in lines for one in line] == [
        ("Most stoi. ", ()),
        ("Czytaj też o rzece.", ("furniture",)),
        ("(PAP)", ("furniture",)),
    ]


def test_where_a_shared_passage_begins_one_can_be_led_to():
    article = Article(text="Most stoi. Rzeka wzbiera.\nWoda opada.", language="pl")
    shared = [Span(article=article.id, start=11, end=37), Span(article=article.id, start=0, end=10)]
    lines = article_paragraphs(article, [], {"shared": shared})
    assert [(one.text, one.anchor) for line in lines for one in line] == [
        ("Most stoi.", 0),
        (" ", None),
        ("Rzeka wzbiera.", 11),
        ("Woda opada.", None),
    ]
