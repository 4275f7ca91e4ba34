"""Laws of judgements: undoing restores what was before, and persons go before links."""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.books import make_book
from tests.fakes import FakeClock
from tests.laws.test_merge import FEW, books

from podobno.ask.claims import ClaimQuestion, ask_claims
from podobno.ask.judgements import Ruling, apply_judgements, find_rulings
from podobno.ledger.opening import open_ledger
from podobno.records.judgements import Judgement
from podobno.records.links import Evidence, Link

MOMENTS = [f"2024-06-{day:02}T12:00:00+00:00" for day in range(1, 29)]
IDS = "abcdefgh"


@st.composite
def judgements(draw, claims):
    """A judgement of some of these claims or of their sources."""
    told = {"by": draw(st.sampled_from(["Anna", "Jan"])), "moment": draw(st.sampled_from(MOMENTS))}
    some = st.lists(st.sampled_from(claims), unique=True, min_size=2, max_size=4).map(tuple)
    one = st.sampled_from(claims).map(lambda claim: (claim,))
    verdict = draw(st.sampled_from(["same", "apart", "chain", "grade"] if len(claims) > 1 else ["chain", "grade"]))
    value = {"chain": ["", "Reuters", "Reuters > Jan"], "grade": ["1", "6"]}.get(verdict, [""])
    subjects = draw(one if verdict in ("chain", "grade") else some)
    return Judgement(verdict=verdict, kind="claim", subjects=subjects, value=draw(st.sampled_from(value)), **told)


@st.composite
def links(draw):
    a, b = sorted(draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True)))
    score = draw(st.sampled_from([0.2, 0.5, 0.9]))
    return Link(kind="same", a=a, b=b, evidence=(Evidence(code="words"),), score=score)


def rulings():
    given = st.lists(judgements(list(IDS)), max_size=5)
    return given.map(lambda held: [Ruling(id=str(n), judgement=j, subjects=j.subjects) for n, j in enumerate(held)])


def view(ledger):
    answers = list(ask_claims(ledger, ClaimQuestion()))
    claims = [answer.id for answer in answers]
    chained = [
        Link(kind="same", a=a, b=b, evidence=(Evidence(code="words"),)) for a, b in pairwise(sorted(set(claims)))
    ]
    return answers, apply_judgements(chained, find_rulings(ledger), "claim")


@FEW
@given(books(1), st.data())
def test_undoing_a_judgement_restores_what_was_before_and_undoing_that_restores_the_judgement(acts, data):
    with (
        tempfile.TemporaryDirectory() as place,
        open_ledger(make_book(Path(place) / "a", acts[0]), clock=FakeClock()) as ledger,
    ):
        before = view(ledger)
        claims = sorted({answer.id for answer in before[0]})
        if not claims:
            return
        first = ledger.judgements.add(data.draw(judgements(claims)))
        judged = view(ledger)
        told = {"kind": "judgement", "by": "Jan", "moment": MOMENTS[0]}
        second = ledger.judgements.add(Judgement(verdict="undo", subjects=(first,), **told))
        assert view(ledger) == before
        ledger.judgements.add(Judgement(verdict="undo", subjects=(second,), **told))
        assert view(ledger) == judged


@given(st.lists(links(), max_size=10), rulings(), st.randoms())
def test_groups_do_not_depend_on_order(links, rulings, random):
    groups = apply_judgements(links, rulings, "claim")
    mixed = random.sample(links, len(links)), random.sample(rulings, len(rulings))
    assert apply_judgements(*mixed, "claim") == groups


@given(st.lists(links(), max_size=10), rulings())
def test_the_newest_word_of_a_person_holds_whatever_the_links_say(links, rulings):
    decided = [one for one in rulings if one.judgement.verdict in ("same", "apart")]
    if not decided:
        return
    newest = max(decided, key=lambda one: (one.judgement.moment, one.id))
    groups = apply_judgements(links, rulings, "claim")
    of = {id_: number for number, group in enumerate(groups) for id_ in group}
    first, *others = newest.subjects
    for other in others:
        is_joined = first in of and of.get(first) == of.get(other)
        assert is_joined == (newest.judgement.verdict == "same")


@given(st.lists(links(), max_size=10))
def test_without_judgements_groups_are_what_links_connect(links):
    from podobno.link.groups import join_groups

    assert apply_judgements(links, [], "claim") == join_groups((link.a, link.b) for link in links)
