"""Sketches in the text form: readable, the same when they come back, and told where they cannot be."""

import pytest
from tests.fakes import FakeClock
from tests.links import MAKER, a_report

from podobno.ledger.check import check_ledger
from podobno.ledger.loading import load_text
from podobno.ledger.opening import open_ledger
from podobno.ledger.text import print_ledger
from podobno.records.canonical import claim_id
from podobno.records.errors import BadUse
from podobno.records.readings import Linking
from podobno.records.sketches import ClaimSketch, NameSketch, Quality, Sketch

REPORT = a_report("most jest solidny")
(CLAIM,) = REPORT.claims
SKETCH = Sketch(
    article=REPORT.article,
    names=(NameSketch(base="Anna Zając", kind="person", count=2, roles=("wójt",)),),
    lemmas=(("mówić", 1), ("most", 3), ("* gwiazda", 2), ("źle", 1)),
    claims=(
        ClaimSketch(
            id=claim_id(CLAIM),
            claim=CLAIM,
            lemmas=("most", "solidny"),
            negated=("solidny",),
            names=("Anna Zając",),
            qualities=(Quality(lemma="solidny", noun="", mark="is", subject=("most",), start=30, end=37),),
        ),
    ),
)
LINES = """
  name base="Anna Zając" count=2 kind=person roles=["wójt"]
  forms mówić most*3
  forms "* gwiazda"*2
  forms źle
  claim {claim}
  lemmas most solidny
  negated solidny
  names "Anna Zając"
  quality @30..37 "solidny" lemma=solidny mark=is noun="" subject=["most"]
""".lstrip("\n")


@pytest.fixture
def text(tmp_path):
    with open_ledger(tmp_path / "first.db", clock=FakeClock()) as ledger:
        ledger.record(REPORT, MAKER, ["most"], Linking(sketch=SKETCH, keys=(), links=(), articles={}))
        return "".join(print_ledger(ledger))


def load(path, text):
    with open_ledger(path, clock=FakeClock()) as ledger:
        load_text(ledger, text.split("\n"), "book.txt")
        assert list(check_ledger(ledger)) == []
        return list(ledger.links.sketch(REPORT.article.id))


def test_a_sketch_is_printed_word_by_word_and_comes_back(text, tmp_path):
    assert text.endswith(f" of {REPORT.article.id}\n{LINES.format(claim=claim_id(CLAIM))}")
    assert load(tmp_path / "second.db", text) == [SKETCH]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("count=2", "count=two", "no count"),
        ("most*3", "most*x", "no count"),
        ("  forms źle", "  forms [", "a word was expected"),
        ("  lemmas most", "  lemmas most*2", "behind a word"),
        ("  negated solidny", "  lemmas solidny", "may not stand here"),
        ("  forms źle", "  lemmas źle", "may not stand here"),
        ('quality @30..37 "solidny"', 'quality @30..37 "słaby"', "not 'słaby'"),
        ('quality @30..37 "solidny" ', "quality ", "no place"),
        ("mark=is", "mark=so", "mark"),
        (f"  claim {claim_id(CLAIM)}", "  claim 0123456789abcdef", "did not read claim 0123456789abcdef"),
    ],
)
def test_what_is_no_sketch_is_told_and_nothing_is_taken(text, tmp_path, old, new, words):
    assert text.count(old) == 1
    with pytest.raises(BadUse, match="sketch") as told:
        load(tmp_path / "bad.db", text.replace(old, new))
    assert words in str(told.value)
    with open_ledger(tmp_path / "bad.db") as ledger:
        assert ledger.counts() == {}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda block: block + "\n" + block, "a second time"),
        (lambda block: block.replace("sketch ", "sketch x", 1), "no maker"),
        (lambda block: block.replace(" of ", " of x", 1), "no article"),
        (lambda block: block.partition("\n")[0] + '\n  body {"lemmas":[["most"]]}\n', "sketch"),
        (lambda block: block.partition("\n")[0] + "\n  body [\n", "sketch"),
    ],
)
def test_a_block_that_cannot_stand_is_told(text, tmp_path, change, words):
    start = text.index("\nsketch ") + 1
    with pytest.raises(BadUse, match=words):
        load(tmp_path / "bad.db", text[:start] + change(text[start:]))
