"""The tree tells the case where a form has several."""

from podobno.lang.cases import Cases
from podobno.lang.readings import Readings
from podobno.records.parsed import Token

CASES = Cases(Readings())


def tokens(*rows: tuple[str, str, str, int, str]) -> tuple[Token, ...]:
    """Make the tokens of one sentence: form, part of speech, case, head, relation."""
    return tuple(
        Token(
            index=place,
            start=place,
            end=place + 1,
            form=form,
            lemma=form,
            upos=upos,
            feats={"Case": case, "Number": "Sing"} if case else {},
            head=head,
            dep=dep,
            sentence=0,
        )
        for place, (form, upos, case, head, dep) in enumerate(rows)
    )


def cases(*rows: tuple[str, str, str, int, str]) -> list[str]:
    """Return the cases after mending, "" for none."""
    return [token.feats.get("Case", "") for token in CASES.mended(tokens(*rows))]


def test_a_subject_is_a_nominative_and_its_adjective_follows():
    told = cases(
        ("Ostrzega", "VERB", "", 0, "root"), ("straż", "NOUN", "Acc", 0, "nsubj"), ("pożarna", "ADJ", "Nom", 1, "amod")
    )
    assert told == ["", "Nom", "Nom"]


def test_an_object_is_no_nominative():
    assert cases(("most", "NOUN", "Nom", 1, "obj"), ("zamknięto", "VERB", "", 1, "root")) == ["Acc", ""]


def test_a_preposition_asks_for_its_case_and_the_adjective_follows():
    told = cases(
        ("Według", "ADP", "", 2, "case"),
        ("nowej", "ADJ", "Loc", 2, "amod"),
        ("ustawy", "NOUN", "Acc", 3, "obl"),
        ("wolno", "ADV", "", 3, "root"),
    )
    assert told == ["", "Gen", "Gen", ""]


def test_a_form_that_cannot_have_the_case_keeps_its_own():
    assert cases(("strażą", "NOUN", "Ins", 1, "nsubj"), ("była", "VERB", "", 1, "root")) == ["Ins", ""]


def test_an_accusative_that_a_number_governs_stays():
    told = cases(
        ("pięć", "NUM", "Acc", 1, "nummod"), ("domy", "NOUN", "Acc", 2, "nsubj"), ("runęło", "VERB", "", 2, "root")
    )
    assert told[1] == "Acc"


def test_a_word_without_cases_is_left_alone_wherever_the_tree_hangs_it():
    told = cases(("ach", "INTJ", "Nom", 1, "amod"), ("most", "NOUN", "Nom", 2, "obj"), ("stoi", "VERB", "", 2, "root"))
    assert told == ["Nom", "Acc", ""]


def test_a_verb_that_is_a_subject_is_a_noun_if_it_can_be_one():
    found = CASES.mended(tokens(("Imam", "VERB", "", 1, "nsubj"), ("dodał", "VERB", "", 1, "root")))
    assert (found[0].upos, found[0].lemma, found[0].feats["Case"]) == ("NOUN", "imam", "Nom")


def test_a_text_without_words_has_no_cases():
    assert CASES.mended(()) == ()
