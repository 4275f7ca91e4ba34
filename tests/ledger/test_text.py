"""The text form, as a person writes it and as it tells what is wrong."""

import pytest
from tests.books import contents, make_book
from tests.fakes import FakeClock
from tests.ledger.test_store import a_reading

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ledger.check import check_ledger
from podobno.ledger.loading import load_text
from podobno.ledger.opening import open_ledger
from podobno.ledger.text import print_ledger
from podobno.records.errors import BadUse
from podobno.run.load import load_into

BY_HAND = """Podobno ledger 1

article most
  published 2024-05-15
  text
    | Wójt powiedział, że most pęka.
    |
    | Dodał: "nie wiem".

claim one of most
  content @"most pęka"
  mode indirect
  cue @5..15 "powiedział"
  speaker @"Wójt"
  chain name=Reuters
  chain @"Wójt" name="Łukasz Wójt" role=wójt
  stance asserts
  conditional false
  carried false

claim two of most
  content @"nie wiem"
  mode direct
  chain name="Łukasz Wójt"
  stance denies
  conditional false
  carried true

link any
  kind same
  a one
  b two
  evidence code=speaker a=@most:"Wójt" b=@most:"nie wiem"
"""


CLAIM_ONE = BY_HAND[BY_HAND.index("claim one") : BY_HAND.index("claim two")]


@pytest.fixture
def load(tmp_path):
    def load(text, name="book.db"):
        with open_ledger(tmp_path / name, clock=FakeClock()) as ledger:
            load_text(ledger, text.split("\n"), "book.txt")
        return tmp_path / name

    return load


def ask(path, **values):
    with open_ledger(path) as ledger:
        return list(ask_claims(ledger, ClaimQuestion(**values)))


@pytest.fixture
def text(load):
    """By hand, the ends of the link in the order of their ids, which a person does not know."""
    first, second = sorted(ask(load(BY_HAND.partition("\nlink")[0], "order.db")), key=lambda answer: answer.id)
    names = {"indirect": "one", "direct": "two"}
    ends = f"  a {names[first.kept.claim.mode]}\n  b {names[second.kept.claim.mode]}\n"
    return BY_HAND.replace("  a one\n  b two\n", ends)


def test_a_ledger_that_a_person_wrote_answers(load, text):
    path = load(text)
    (answer,) = ask(path, by="Reuters")
    assert (answer.chain, answer.quotation) == (("Reuters", "Łukasz Wójt"), "most pęka")
    with open_ledger(path) as ledger:
        assert list(check_ledger(ledger)) == []
        assert len(list(ledger.links.of([answer.id], "same"))) == 1


def test_what_a_person_wrote_is_printed_with_all_that_follows_and_reads_back(load, text):
    path = load(text)
    with open_ledger(path) as ledger:
        printed = "".join(print_ledger(ledger))
    assert '  content @20..29 "most pęka"\n' in printed
    assert contents(load(printed, "again.db")) == contents(path)


@pytest.mark.parametrize(
    "change",
    [
        ("Podobno ledger 1", "Podobno ledger 9", "first line"),
        ("claim one of most", "claims one of most", "opens no block"),
        ("  mode indirect", "  mode", "has no value"),
        ("  mode indirect", "  mode shouted", "unknown mode"),
        ("  mode indirect", "  mode indirect\n  mode direct", "given twice"),
        ("  mode indirect", "  tone indirect", "claim one"),
        ('@"most pęka"', '@"most stoi"', "0 times"),
        ('@"most pęka"', '@"m"', "2 times"),
        ('@5..15 "powiedział"', '@6..15 "powiedział"', "not 'powiedział'"),
        ('@5..15 "powiedział"', "@", "is no span"),
        ('@5..15 "powiedział"', '@5..15 "powiedział" twice', "nothing may stand"),
        ("chain name=Reuters", "chain Reuters", "a field was expected"),
        ("chain name=Reuters", "chain name=", "a value was expected"),
        ("claim two of most", "claim two of dom", "no article dom stands"),
        ("claim two of most", "claim 0123456789abcdef of most", "has the id"),
        ("  stance denies", "  stance denies\n  made 2024 0123", "is no moment"),
        ("link any", "link any\n  rule said", "not as the ledger writes it"),
        ("  conditional false", "  body {}", "claim one"),
        (
            "claim two of most",
            BY_HAND[BY_HAND.index("claim one") : BY_HAND.index("claim two")] + "claim two of most",
            "a second time",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_nothing_is_taken(load, text, change, tmp_path):
    old, new, words = change
    assert old in text
    with pytest.raises(BadUse, match="book") as told:
        load(text.replace(old, new, 1), "bad.db")
    assert words in str(told.value)
    with open_ledger(tmp_path / "bad.db") as ledger:
        assert ledger.counts() == {}


def test_a_text_is_taken_into_a_ledger_as_in_a_merge(tmp_path, load):
    place = make_book(tmp_path / "one.db", [(a_reading(), 0)])
    other = make_book(tmp_path / "two.db", [(a_reading("Drugi tekst o tym, że most pęka."), 4)])
    with open_ledger(other) as ledger:
        text = "".join(print_ledger(ledger))
    with open_ledger(place, clock=FakeClock()) as ledger:
        steps = [list(load_into(ledger, text.split("\n"), "two.txt"))[-1].new for _ in range(2)]
    assert steps == [{"article": 1, "claim": 1, "judgement": 3}, {}]


@pytest.mark.parametrize("text", ["a\u2028b\x85c\rd", " both sides \n\n", "\ttabs\t", 'say "so" \\ @1..2', "| bar"])
def test_any_text_of_an_article_comes_back(tmp_path, load, text):
    path = make_book(tmp_path / "one.db", [(a_reading(f"{text} Wójt mówi, że most pęka."), 0)])
    with open_ledger(path) as ledger:
        printed = "".join(print_ledger(ledger))
    assert contents(load(printed))["entry"] == contents(path)["entry"]
