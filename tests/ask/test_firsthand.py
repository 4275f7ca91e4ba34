"""First-hand words: each row of the lexicon is found in its own example, and look-alikes are not."""

import re

import pytest

from podobno.ask.firsthand import WHOSE, find_firsthand, open_firsthand
from podobno.lang.pack import open_pack
from podobno.ledger.claims import KeptClaim
from podobno.records.text import Article
from podobno.run.words import open_lemmas

PACK = open_pack("pl")
KNOWN = open_firsthand(PACK, open_lemmas())
MARKED = re.compile(r"\[([^\]]+)\]")


def seen(stages, text, others=("Jan Nowak",)):
    article = Article(text=text, language="pl", published="2024-05-15")
    claims = next(stages.read([article])).claims
    kept = [KeptClaim(id="", claim=claim, article=article, recorded="", maker="") for claim in claims]
    found = [one for each in kept for one in find_firsthand(each, KNOWN, others)]
    return {(article.quotation(one.a), one.code) for one in found}


@pytest.mark.parametrize("row", PACK.lexicon("firsthand"), ids=lambda row: row["form"] or row["lemma"])
def test_a_row_is_found_in_its_own_example(stages, row):
    words = MARKED.search(row["example"])[1]
    assert (words, row["whose"]) in seen(stages, MARKED.sub(r"\1", row["example"]))


@pytest.mark.parametrize("row", PACK.lexicon("firsthand"), ids=lambda row: row["form"] or row["lemma"])
def test_a_row_says_whose_knowledge_it_shows_and_has_one_kind_of_words(row):
    assert row["whose"] in WHOSE
    assert bool(row["form"]) != bool(row["lemma"])


@pytest.mark.parametrize(
    "text",
    [
        "„Nie policzyliśmy ciężarówek” – powiedział Jan Lis.",
        "„Czy byłem na miejscu?” – zapytał Jan Lis.",
        "Jan Lis powiedział, że policzyliśmy 40 ciężarówek.",
        "„Policzyli 40 ciężarówek” – powiedział Jan Lis.",
        "„Jeżeli byliśmy świadkami wybuchu, to go opiszemy” – powiedział Jan Lis.",
        "Nie udało się niezależnie potwierdzić, że most jest zamknięty.",
        "Jan Lis powiedział, że nasz reporter widział most.",
        "Nasz reporter stał obok. Jan Lis powiedział, że most jest zamknięty.",
        "Niezależnie od pogody Jan Lis powiedział, że most jest zamknięty.",
        "Niezależnie od tego, czy Jan Nowak ma rację, Jan Lis powiedział, że most jest zamknięty.",
        "Jan Lis powiedział, że BBC niezależnie potwierdziło zamknięcie mostu.",
    ],
)
def test_what_only_looks_first_hand_is_not(stages, text):
    assert seen(stages, text) == set()


def test_a_pack_without_the_lexicon_knows_nothing_first_hand(stages):
    from dataclasses import replace

    bare = replace(PACK, lexicons={})
    assert open_firsthand(bare, open_lemmas()).phrases == ()
