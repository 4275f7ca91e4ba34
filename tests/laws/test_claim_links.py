"""Laws of links between claims: for all sketches, not for some."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podobno.lang.pack import open_pack
from podobno.link.days import days_apart
from podobno.link.grammar import open_linking
from podobno.link.links import link_pair, sketch_keys
from podobno.records.claims import STANCES, Claim, Source
from podobno.records.links import CLAIM_LINKS
from podobno.records.sketches import QUALITY_MARKS, ClaimSketch, NameSketch, Quality, Sketch
from podobno.records.text import Article, Span
from podobno.records.values import Figure

WORDS = ("huta", "jezioro", "zatruwać", "ryba", "szkoła", "zamykać", "zawada", "wójt", "prom", "pasażer")
PEOPLE = ("Jan Wilk", "Wilk", "Ewa Ryś", "wójt Zawady", "Niemcy", "rząd Niemiec")
NAMES = tuple(NameSketch(base=name, kind="person", count=1) for name in ("Ewa Ryś", "Jan Wilk", "Wilk"))
TEXT = "Huta zatruwa jezioro w Zawadzie. " * 20


@pytest.fixture(scope="module")
def grammar():
    return open_linking(open_pack("pl"))


@st.composite
def claim_sketches(draw, article, number):
    begin = number * 30
    span = Span(article=article.id, start=begin, end=begin + draw(st.integers(5, 40)))
    stance = draw(st.sampled_from([one for one in STANCES if one != "hearsay"]))
    figures = st.builds(
        Figure, span=st.just(span), low=st.sampled_from([Decimal(3), Decimal(40)]), high=st.just(None),
        approximate=st.booleans(), unit=st.sampled_from(["pasażer", None]), per=st.none(), kind=st.just("count"),
    )  # fmt: skip
    qualities = st.builds(
        Quality, lemma=st.sampled_from(["zgodny", "niezgodny", "polityczny"]), noun=st.sampled_from(["", "sprawa"]),
        mark=st.sampled_from(QUALITY_MARKS), subject=st.just(("szkoła",)), start=st.just(begin), end=st.just(begin + 3),
    )  # fmt: skip
    lemmas = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
    claim = Claim(
        content=(span,), mode="indirect", cue=None, speaker=None,
        chain=(Source(name=draw(st.sampled_from(PEOPLE))),), stance=stance, conditional=False, carried=False,
        figures=tuple(draw(st.lists(figures, max_size=1))),
    )  # fmt: skip
    negated = tuple(one for one in lemmas if draw(st.booleans()) and draw(st.booleans()))
    return ClaimSketch(
        id=f"{article.id}#{number}", claim=claim, lemmas=tuple(lemmas), negated=negated, names=(),
        qualities=tuple(draw(st.lists(qualities, max_size=1))),
    )  # fmt: skip


@st.composite
def sketches(draw):
    day = draw(st.sampled_from(["2024-05-15", "2024-05-16", "2024-05-25", "2024-12-01"]))
    article = Article(text=draw(st.sampled_from("abcdef")) + TEXT, published=day, language="pl")
    claims = tuple(draw(claim_sketches(article, number)) for number in range(draw(st.integers(1, 4))))
    return Sketch(article=article, names=NAMES, lemmas=(("huta", 3), ("szkoła", 4), ("zawada", 2)), claims=claims)


def links(a, b, grammar):
    return [one for one in link_pair(a, b, grammar) if one.kind in CLAIM_LINKS]


@settings(max_examples=300, deadline=None)
@given(a=sketches(), b=sketches())
def test_linked_claims_have_articles_that_share_a_key_within_its_days(grammar, a, b):
    if a.article.id == b.article.id or not links(a, b, grammar):
        return
    shared = {*sketch_keys(a, grammar)} & {*sketch_keys(b, grammar)}
    apart = days_apart(a.article, b.article)
    assert any(apart <= key.days for key in shared)


@settings(max_examples=200, deadline=None)
@given(a=sketches(), b=sketches())
def test_links_are_the_same_whichever_article_comes_first(grammar, a, b):
    if a.article.id != b.article.id:
        assert links(a, b, grammar) == links(b, a, grammar)


@settings(max_examples=200, deadline=None)
@given(a=sketches(), b=sketches())
def test_two_claims_have_one_link_at_most_and_the_same_words_never_conflict(grammar, a, b):
    if a.article.id != b.article.id:
        ends = [frozenset((one.a, one.b)) for one in links(a, b, grammar)]
        assert len(ends) == len(set(ends))
