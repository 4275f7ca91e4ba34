"""What claims say their subjects are; each row of the pack in its own example."""

import pytest

from podobno.lang.pack import open_pack

PACK = open_pack("pl")


def qualities(sketch, text):
    told = sketch(f"Wójt Jan Wilk ocenił, że {text[0].lower()}{text[1:]}")
    return [(one.mark, one.lemma, one.noun) for claim in told.claims for one in claim.qualities]


@pytest.mark.parametrize("row", PACK.lexicon("kind_nouns"), ids=lambda row: row["form"])
def test_a_noun_that_carries_its_adjective_is_found_in_its_example(sketch, row):
    assert row["form"] in {noun for _, _, noun in qualities(sketch, row["example"])}


@pytest.mark.parametrize("row", PACK.lexicon("limits"), ids=lambda row: row["form"])
def test_a_limit_is_found_in_its_example(sketch, row):
    assert ("only", "komercyjny", "przedsięwzięcie") in qualities(sketch, row["example"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Huta jest szkodliwa.", [("is", "szkodliwy", "")]),
        ("Huta nie jest szkodliwa.", [("not", "szkodliwy", "")]),
        (
            "Most jest sprawą prywatną, a nie polityczną.",
            [("is", "prywatny", "sprawa"), ("not", "polityczny", "sprawa")],
        ),
        ("Most nie jest tylko sprawą prywatną.", [("more", "prywatny", "sprawa")]),
        ("Wójt ma ostry nóż.", []),
        ("Huta jest szkodliwsza od mostu.", []),
        ("Huta zatruwa głębokie jezioro.", []),
    ],
)
def test_a_quality_is_what_the_claim_says_of_its_subject(sketch, text, found):
    assert qualities(sketch, text) == found


@pytest.mark.parametrize("code", ["copulas", "copula_forms", "having", "negations", "opposites"])
def test_the_rules_have_words(code):
    assert PACK.rules["links"][code]
