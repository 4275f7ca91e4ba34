"""Fitting scores: the fit, the folds of articles, the measures, the page and the plot."""

import tomllib
from types import MappingProxyType
from xml.etree import ElementTree

import pytest
from training.reliability import Bin, Trial, bins, brier, calibration_error, measures, page, plot, ranking
from training.scores import FOLDS, Example, cross_validated, fit, rules_text, trial

from podobno.claim.scores import TRAITS, open_scores
from podobno.lang.pack import Pack


def example(article, is_right, *traits):
    return Example(article=article, traits=frozenset(traits), is_right=is_right)


# In each article one plain claim that is right, and one nested claim that is wrong in three articles of four.
PLAIN = [example(n, n % 8 != 0) for n in range(40)]
EXAMPLES = PLAIN + [example(n, n % 4 == 0, "nested") for n in range(40)]


def test_what_goes_with_wrong_claims_lowers_the_score():
    scores = fit(EXAMPLES)
    assert scores.weights["nested"] < 0 < scores.base
    assert scores.weights["cut"] == 0
    assert scores.of(["nested"]) < 0.5 < scores.of([])


def test_the_mean_of_the_scores_is_the_share_of_right_claims():
    scores = fit(EXAMPLES)
    mean = sum(scores.of(one.traits) for one in EXAMPLES) / len(EXAMPLES)
    assert mean == pytest.approx(sum(one.is_right for one in EXAMPLES) / len(EXAMPLES), abs=0.01)


def test_the_fit_does_not_depend_on_the_order():
    assert fit(EXAMPLES) == fit(EXAMPLES[::-1])


def test_no_article_has_a_part_in_its_own_scores():
    changed = [example(one.article, not one.is_right, "cut") if one.article % FOLDS == 3 else one for one in EXAMPLES]
    before, after = cross_validated(EXAMPLES), cross_validated(changed)
    assert before[3] == fit([one for one in EXAMPLES if one.article % FOLDS != 3]).of(EXAMPLES[3].traits)
    assert after[3] == fit([one for one in EXAMPLES if one.article % FOLDS != 3]).of(changed[3].traits)


def test_the_pack_reads_what_was_written():
    scores, empty = fit(EXAMPLES), MappingProxyType({})
    rules = {"scores": tomllib.loads(rules_text(scores, len(EXAMPLES), 40))}
    pack = Pack(code="xx", name="Test", settings=empty, lexicons=empty, rules=rules)
    assert open_scores(pack) == scores


@pytest.mark.parametrize(
    ("scores", "right", "error"),
    [
        ([1.0, 0.0], [True, False], 0.0),
        ([1.0, 0.0], [False, True], 1.0),
        ([0.5, 0.5], [True, False], 0.0),
        ([0.75, 0.75, 0.25, 0.25], [True, False, True, False], 0.25),
    ],
)
def test_the_calibration_error_is_the_distance_of_score_and_share(scores, right, error):
    assert calibration_error(scores, right) == pytest.approx(error)


def test_a_score_falls_into_the_bin_that_begins_with_it():
    assert [one.low for one in bins([0.0, 0.29, 0.3, 0.7, 1.0], [True] * 5)] == [0.0, 0.2, 0.3, 0.7, 0.9]


def test_the_brier_score_and_the_ranking_of_a_seer():
    assert (brier([1.0, 0.0], [True, False]), ranking([1.0, 0.0], [True, False])) == (0.0, 1.0)
    assert ranking([0.5, 0.5], [True, False]) == 0.5


def test_the_interval_of_a_share_holds_it_and_stays_within_bounds():
    low, high = Bin(low=0.5, count=10, score=0.55, share=0.5).interval()
    assert (round(low, 2), round(high, 2)) == (0.24, 0.76)  # Wilson's, for five of ten
    assert Bin(low=0.9, count=3, score=0.95, share=1.0).interval()[1] == 1.0


def test_the_page_tells_every_trait_and_the_same_error_as_the_lines():
    scores, right = cross_validated(EXAMPLES), [one.is_right for one in EXAMPLES]
    sure = Trial(name="sure of all", scores=[1.0, 1.0], right=[True, False])
    fitted = Trial(name="fitted", scores=scores, right=right)
    told = page([fitted, sure], 40, [(name, 1, 0.0) for name in TRAITS])
    assert all(f"| {name} |" in told for name in TRAITS)
    assert "| sure of all | 2 | 1.00 | 0.50 | 0.500 | 0.50 |" in told
    assert f"| {calibration_error(scores, right):.3f} |" in told
    assert f"{calibration_error(scores, right):.3f}" in next(measures(scores, right))


def test_the_plot_is_a_picture_with_a_dot_for_each_bin():
    scores, right = [0.2, 0.4, 0.4, 0.9], [False, True, False, True]
    picture = ElementTree.fromstring(plot(scores, right))
    assert len(picture.findall("{http://www.w3.org/2000/svg}circle")) == len(bins(scores, right)) == 3


def test_claims_that_had_no_part_in_the_fit_get_its_scores():
    scores = fit(EXAMPLES)
    told = trial("others", scores, [example(99, False, "nested"), example(99, True)])
    assert told.scores == [scores.of(["nested"]), scores.of([])]
    assert told.right == [False, True]
