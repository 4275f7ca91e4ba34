"""Pages for people: a claim that was more likely misread is marked wherever it is shown."""

from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console
from tests.fakes import FakeClock

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.figures import FigureQuestion, ask_figures
from podobno.ledger.opening import open_ledger
from podobno.records.claims import Claim, Source
from podobno.records.entries import Maker
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Figure, Found
from podobno.show.pages import claim_blocks, claim_list, figures_table
from podobno.show.words import DOUBTFUL

MARK = "?! perhaps misread, score 0.30"
ARTICLE = Article(text="Jan Wilk widzi 3 mosty.", title="Mosty", language="pl", published="2024-05-15")
SPAN = Span(article=ARTICLE.id, start=15, end=22)
THREE = {"low": Decimal(3), "high": Decimal(3), "approximate": False, "unit": "mosty", "per": None, "kind": "count"}
CLAIM = Claim(
    content=(SPAN,),
    mode="indirect",
    cue=None,
    speaker=None,
    chain=(Source(name="Jan Wilk"),),
    stance="asserts",
    conditional=False,
    carried=False,
    figures=(Figure(span=SPAN, **THREE),),
)


def shown(*pages):
    console = Console(width=120, file=StringIO())
    for page in pages:
        console.print(page)
    return console.file.getvalue()


@pytest.fixture(params=[0.3, 0.4])
def asked(request, tmp_path):
    claim = replace(CLAIM, score=request.param)
    reading = Reading(article=ARTICLE, found=Found(), claims=(claim,), problems=())
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        ledger.record(reading, Maker(program="podobno test", pack="pl 0", weights="none"), ["mosty"])
        yield ledger, request.param < DOUBTFUL


def test_a_doubtful_claim_is_marked_among_the_claims(asked):
    ledger, is_marked = asked
    answers = list(ask_claims(ledger, ClaimQuestion()))
    assert (MARK in shown(*claim_blocks(answers))) is is_marked
    assert (MARK in shown(claim_list(answers))) is is_marked


def test_a_figure_of_a_claim_below_one_half_is_marked(asked):
    ledger, is_marked = asked
    answers = list(ask_figures(ledger, FigureQuestion(words=("mosty",))))
    assert len(answers) == 1
    assert (MARK in shown(*figures_table(answers))) is is_marked
