"""Scores: what is known of a claim, and the probability that it was read right."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podobno.claim.claims import read_claims
from podobno.claim.scene import set_scene
from podobno.claim.scores import TRAITS, Scores, open_scores
from podobno.claim.traits import claim_traits
from podobno.find.finders import find_all
from podobno.lang.pack import Pack, open_pack
from podobno.parse.articles import parse_article
from podobno.records.canonical import OF_MAKER, to_json
from podobno.records.errors import BadPack
from podobno.records.text import Article

WEIGHTS = st.fixed_dictionaries({name: st.floats(-9, 9) for name in TRAITS})
EVEN = dict.fromkeys(TRAITS, 0.0)


def a_pack(**rules):
    empty = MappingProxyType({})
    return Pack(code="xx", name="Test", settings=empty, lexicons=empty, rules=MappingProxyType(rules))


def traits_of(stages, text):
    parsed = parse_article(Article(text=text, language="pl", published="2024-05-15"), stages.parser)
    scene = set_scene(parsed, find_all(parsed, stages.finders), stages.words)
    read = read_claims(scene).claims
    return [claim_traits(scene, claim, item.draft, [other for other, _ in read]) for claim, item in read]


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Wójt Jan Wilk powiedział, że most pęka.", "short"),
        ("Minister zdrowia Jan Wilk powiedział, że most pęka.", "role"),
        ("Wójt Jan Wilk wezwał do zamknięcia mostu.", "verbless"),
        ("Mieszkańcy twierdzą, że most pęka.", "unnamed"),
        ("Wójt Jan Wilk otworzył most. Powiedział, że most jest nowy.", "carried"),
        ("Wójt Jan Wilk powiedział, że otworzy most.", "stance-by-words"),
        ("Most, jak podał wójt Jan Wilk, jest zamknięty.", "cut"),
        ("Jan Wilk: most jest zamknięty\n\nMost zamknięto we wtorek.", "headline"),
    ],
)
def test_a_trait_is_seen_in_a_text_that_has_it(stages, text, trait):
    assert trait in frozenset().union(*traits_of(stages, text))


def test_a_full_plain_report_with_a_name_has_no_trait(stages):
    text = "Anna Kowalska powiedziała, że most nad rzeką w Zalesiu kosztował w ubiegłym roku gminę dwanaście milionów."
    assert traits_of(stages, text) == [frozenset()]


def test_all_traits_have_a_meaning(stages):
    seen = traits_of(stages, "Wójt Jan Wilk powiedział, że zdaniem policji most pęka. Dodał, że otworzy nowy.")
    assert frozenset().union(*seen) <= set(TRAITS)


def test_a_pack_without_scores_gives_one():
    assert open_scores(a_pack()).of(["nested", "short"]) == 1.0


@pytest.mark.parametrize("told", [{"base": 1.0}, {"weights": EVEN}, {"base": 1.0, "weights": {**EVEN, "strange": 1.0}}])
def test_scores_of_other_traits_are_no_scores(told):
    with pytest.raises(BadPack, match="make scores"):
        open_scores(a_pack(scores=told))


def test_the_polish_pack_was_fitted():
    assert set(open_scores(open_pack("pl")).weights) == set(TRAITS)


@given(WEIGHTS, st.floats(-9, 9), st.sets(st.sampled_from(sorted(TRAITS))), st.randoms())
def test_a_score_is_a_probability_of_two_decimals_in_whatever_order_the_traits_come(weights, base, traits, random):
    scores = Scores(base=base, weights=weights)
    score = scores.of(traits)
    assert 0 <= score <= 1
    assert score == round(score, 2)
    assert scores.of(random.sample(sorted(traits), len(traits))) == score


def test_a_score_is_the_logistic_function_of_base_and_weights():
    assert Scores(base=1.0, weights={**EVEN, "cut": -1.0}).of(["cut"]) == 0.5


def test_a_claim_has_a_score_below_one_that_is_no_part_of_its_content(stages):
    article = Article(text="Wójt Jan Wilk powiedział, że most pęka.", language="pl", published="2024-05-15")
    (claim,) = next(stages.read([article])).claims
    assert 0 < claim.score < 1
    assert "score" not in to_json(claim, without=OF_MAKER)
