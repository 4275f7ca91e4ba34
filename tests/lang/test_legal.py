"""Case, number and gender stay within what the dictionary has for a form."""

import pytest

from podobno.lang.legal import legal_feats
from podobno.lang.readings import Readings


@pytest.fixture(scope="module")
def readings():
    return Readings()


def feats(case, number="Sing", gender="Masc", **more):
    return {"Case": case, "Number": number, "Gender": gender, **more}


@pytest.mark.parametrize(
    ("form", "upos", "predicted", "mended"),
    [
        ("karami", "NOUN", feats("Nom", "Plur", "Fem"), feats("Ins", "Plur", "Fem")),
        ("wójtowi", "NOUN", feats("Nom"), feats("Dat")),
        ("miastem", "NOUN", feats("Nom", "Sing", "Neut"), feats("Ins", "Sing", "Neut")),
        ("Anną", "PROPN", feats("Nom", "Sing", "Fem"), feats("Ins", "Sing", "Fem")),
    ],
)
def test_a_case_that_the_form_does_not_have_becomes_one_that_it_has(readings, form, upos, predicted, mended):
    assert legal_feats(readings, form, upos, predicted) == mended


@pytest.mark.parametrize(
    ("form", "upos", "predicted"),
    [
        ("burmistrza", "NOUN", feats("Acc")),  # one of its two cases
        ("most", "NOUN", feats("Acc")),
        ("Ximbrulowi", "PROPN", feats("Nom")),  # the dictionary does not know it
        ("pęka", "VERB", {"Number": "Sing"}),  # declines no more than "i"
        ("drzwi", "NOUN", feats("Nom", "Ptan", "Neut")),  # has a plural alone
    ],
)
def test_what_the_dictionary_allows_or_does_not_know_stays(readings, form, upos, predicted):
    assert legal_feats(readings, form, upos, predicted) is predicted


def test_other_features_are_kept(readings):
    assert legal_feats(readings, "karami", "NOUN", feats("Nom", "Plur", "Fem", Animacy="Inan"))["Animacy"] == "Inan"
