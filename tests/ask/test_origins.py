"""Origins: the three states, each by its reason; what no number of copies changes; laws of the counts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ask.firsthand import FirstHand, Phrase
from podobno.ask.independence import INDEPENDENT, OPEN, SAME, STATES, judge_origins
from podobno.ask.origins import Knowing, ask_origins
from podobno.ask.ties import REASONS, Report, Ties, same_folded
from podobno.ledger.claims import KeptClaim
from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.claims import Source
from podobno.records.clocks import Clocks
from podobno.records.links import Evidence, Link
from podobno.records.text import Span

NOTHING = Ties(copies={}, same_source=same_folded)
COUNTED = FirstHand(
    phrases=(Phrase(words=("policzylismy",), is_lemma=False, whose="speaker"),),
    negation=frozenset({"nie"}),
    lemmas=lambda word: (),
)


def a_kept(content="most stoi", *, chain=("Anna Zając",), roles=(), day="2024-05-01", outlet="Kurier", **article):
    reading = a_report(content, published=day, outlet=outlet, chain=chain, stance="asserts" if chain else "hearsay")
    made = replace(reading.article, **{"url": outlet, **article})
    (claim,) = reading.claims
    sources = [
        replace(source, role=role) for source, role in zip(claim.chain, roles or [None] * len(chain), strict=True)
    ]
    claim = replace(
        claim,
        content=tuple(replace(span, article=made.id) for span in claim.content),
        speaker=replace(claim.speaker, article=made.id),
        chain=tuple(sources),
    )
    return KeptClaim(id=claim_id(claim), claim=claim, article=made, recorded="", maker="")


def reported(kept, *, knows=False, utterance=None):
    words = Evidence(code="speaker", a=kept.claim.content[0])
    return Report(kept=kept, utterance=utterance or kept.id, firsthand=(words,) if knows else ())


def copying(kept, **changes):
    """Return a later report that copies the whole text, and the link between the two articles."""
    article = replace(kept.article, url=f"https://{len(changes)}.example", published="2024-06-01", **changes)
    moved = [replace(span, article=article.id) for span in kept.claim.content]
    claim = replace(kept.claim, content=tuple(moved), speaker=None)
    other = KeptClaim(id=claim_id(claim), claim=claim, article=article, recorded="", maker="")
    spans = [Span(article=one.id, start=0, end=len(one.text)) for one in (kept.article, article)]
    spans.sort(key=lambda span: span.article)
    passage = Evidence(code="passage", a=spans[0], b=spans[1])
    link = Link(kind="copy", a=spans[0].article, b=spans[1].article, evidence=(passage,))
    return other, {(link.a, link.b): link}


def counts(found):
    return len(found.origins), found.independent, found.open


def codes(found):
    return [[one.code for one in pair.reasons] for pair in found.pairs]


def joined(found):
    return [[one.code for one in pair.reasons] for origin in found.origins for pair in origin.joined]


# The same origin


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ({"chain": ("John Kirby",)}, {"chain": ("JOHN KIRBY",), "outlet": "Goniec"}, "origin"),
        ({"chain": ("John Kirby",)}, {"chain": ("John Kirby", "wywiad"), "outlet": "Goniec"}, "step"),
        ({"chain": ("Reuters", "Jan Lis")}, {"chain": ("Reuters",), "outlet": "Goniec"}, "step"),
        ({"chain": (), "agency": "PAP"}, {"chain": (), "outlet": "Goniec", "agency": "AP, PAP"}, "agency"),
        ({"chain": (), "byline": "Jan Lis"}, {"chain": (), "outlet": "Goniec", "byline": "kno/Jan Lis"}, "byline"),
        ({"chain": ()}, {"chain": (), "day": "2024-05-02"}, "outlet"),
        ({"chain": (), "agency": "PAP"}, {"chain": ("PAP",), "outlet": "Goniec"}, "origin"),
    ],
)
def test_two_reports_have_one_origin(one, other, code):
    found = judge_origins([reported(a_kept(**one)), reported(a_kept(**other))], NOTHING)
    assert counts(found)[0] == 1
    assert code in joined(found)[0]
    assert {pair.state for origin in found.origins for pair in origin.joined} == {SAME}


def test_a_passage_that_carries_both_claims_makes_them_one_whoever_is_named():
    kept = a_kept(chain=("John Kirby",))
    other, copies = copying(kept, outlet="Goniec")
    other = replace(other, claim=replace(other.claim, chain=(Source(name="rzecznik"),)))
    found = judge_origins([reported(kept), reported(other)], replace(NOTHING, copies=copies))
    assert joined(found) == [["passage"]]


def test_a_passage_elsewhere_makes_no_origin_the_same_but_no_independence_either():
    kept = a_kept(chain=("John Kirby",))
    other, copies = copying(kept, outlet="Goniec")
    apart = replace(other.claim.content[0], start=0, end=8)
    other = replace(other, claim=replace(other.claim, content=(apart,), chain=(Source(name="Jan Lis"),)))
    reports = [reported(kept, knows=True), reported(other, knows=True)]
    found = judge_origins(reports, replace(NOTHING, copies=copies))
    assert counts(found) == (2, 1, 1)
    assert codes(found) == [["copied"]]


def test_reports_of_one_utterance_have_one_origin_whatever_they_call_it():
    reports = [reported(a_kept(chain=(name,), url=name), utterance="u") for name in ("Kirby", "rzecznik")]
    assert joined(judge_origins(reports, NOTHING)) == [["words", "outlet"]]


def test_what_one_article_says_once_for_two_speakers_is_one_origin():
    reports = [reported(a_kept(chain=(name,))) for name in ("Kirby", "rzecznik")]
    assert joined(judge_origins(reports, NOTHING)) == [["passage", "article"]]


def test_who_tells_names_apart_is_asked_for_each_two_names():
    reports = [reported(a_kept(chain=(name,), outlet=name)) for name in ("Kirby", "John Kirby")]
    ties = replace(NOTHING, same_source=lambda a, near_a, b, near_b: a.name.split()[-1] == b.name.split()[-1])
    assert counts(judge_origins(reports, ties)) == (1, 1, 0)


# Not established


def test_two_speakers_of_whom_nothing_more_is_known_are_not_established():
    found = judge_origins([reported(a_kept()), reported(a_kept(chain=("Jan Lis",), outlet="Goniec"))], NOTHING)
    assert counts(found) == (2, 1, 1)
    assert codes(found) == [["unproven"]]


def test_first_hand_words_on_one_side_alone_establish_nothing():
    reports = [reported(a_kept(), knows=True), reported(a_kept(chain=("Jan Lis",), outlet="Goniec"))]
    assert codes(judge_origins(reports, NOTHING)) == [["one side"]]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ({"chain": ("Reuters", "Anna Zając")}, {"chain": ("Reuters", "Jan Lis")}, "through"),
        ({"agency": "PAP"}, {"chain": ("Jan Lis",), "agency": "PAP"}, "agency"),
        ({"chain": ("PAP", "Anna Zając")}, {"chain": ("Jan Lis",), "agency": "PAP"}, "agency"),
        ({"byline": "Ewa Sowa"}, {"chain": ("Jan Lis",), "byline": "kno/Ewa Sowa"}, "byline"),
        ({}, {"chain": ("Jan Lis",), "outlet": "Kurier", "url": "other"}, "outlet"),
        ({"roles": ("szef straży pożarnej",)}, {"chain": ("Jan Lis",), "roles": ("rzecznik straży",)}, "role"),
    ],
)
def test_what_two_witnesses_share_keeps_them_from_proving_one_another(one, other, code):
    reports = [reported(a_kept(**one), knows=True), reported(a_kept(**{"outlet": "Goniec", **other}), knows=True)]
    found = judge_origins(reports, NOTHING)
    assert counts(found) == (2, 1, 1)
    assert code in codes(found)[0]


def test_what_nobody_says_has_no_independent_origin():
    found = judge_origins([reported(a_kept(chain=())), reported(a_kept(chain=(), outlet="Goniec"))], NOTHING)
    assert counts(found) == (2, 0, 1)


# Independent


def test_two_witnesses_who_share_nothing_are_independent():
    reports = [reported(a_kept(), knows=True), reported(a_kept(chain=("Jan Lis",), outlet="Goniec"), knows=True)]
    found = judge_origins(reports, NOTHING)
    assert counts(found) == (2, 2, 0)
    (pair,) = found.pairs
    assert pair.state == INDEPENDENT
    assert [one.code for one in pair.reasons] == ["speaker", "speaker"]


def test_only_those_count_as_independent_who_are_so_of_one_another():
    knowing = [reported(a_kept(chain=(name,), outlet=name), knows=True) for name in ("Anna Zając", "Jan Lis")]
    third = reported(a_kept(chain=("Ewa Sowa",), outlet="Jan Lis", url="other"), knows=True)
    assert counts(judge_origins([*knowing, third], NOTHING)) == (3, 2, 1)


def test_every_code_has_words():
    assert set(STATES) == {INDEPENDENT, SAME, OPEN}
    assert all(REASONS[code] for code in ("speaker", "stated", "apart", "outlet", "unproven", "one side"))


# Laws

NAMES = ("Anna Zając", "Jan Lis", "Ewa Sowa", "Reuters")


@st.composite
def reports(draw):
    kept = a_kept(
        draw(st.sampled_from(["most stoi", "stoi most", "most jest"])),
        chain=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
        day=draw(st.sampled_from(["2024-05-01", "2024-05-02"])),
        outlet=draw(st.sampled_from(["Kurier", "Goniec", "Echo", "Dzień"])),
        agency=draw(st.sampled_from([None, None, "PAP"])),
        url=draw(st.sampled_from("abc")),
    )
    return reported(kept, knows=draw(st.booleans()), utterance=draw(st.sampled_from(["u", kept.id, kept.id])))


SEVERAL = st.lists(reports(), min_size=1, max_size=6, unique_by=lambda one: one.id)
LAW = settings(max_examples=150, deadline=None)


@LAW
@given(SEVERAL, st.data())
def test_one_more_copy_changes_no_count(held, data):
    source = data.draw(st.sampled_from(held))
    outlet = data.draw(st.sampled_from(["Kurier", "Goniec", "Nowy"]))
    other, copies = copying(source.kept, outlet=outlet, agency=data.draw(st.sampled_from([None, "PAP", "AFP"])))
    copy = reported(
        other, knows=data.draw(st.booleans()), utterance=data.draw(st.sampled_from(["v", source.utterance]))
    )
    before = judge_origins(held, NOTHING)
    assert counts(judge_origins([*held, copy], replace(NOTHING, copies=copies))) == counts(before)


@LAW
@given(SEVERAL, st.randoms())
def test_the_order_of_reports_changes_nothing(held, random):
    shuffled = random.sample(held, len(held))
    assert judge_origins(shuffled, NOTHING) == judge_origins(held, NOTHING)


@LAW
@given(SEVERAL, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_to_know_two_names_as_one_raises_no_count(held, one, other):
    def same_source(a, near_a, b, near_b):
        return same_folded(a, near_a, b, near_b) or {a.name, b.name} == {one, other}

    before, after = judge_origins(held, NOTHING), judge_origins(held, replace(NOTHING, same_source=same_source))
    assert len(after.origins) <= len(before.origins)
    assert after.independent <= before.independent


@LAW
@given(SEVERAL)
def test_every_report_has_one_origin_and_every_two_origins_one_state(held):
    found = judge_origins(held, NOTHING)
    assert sorted(one.id for origin in found.origins for one in origin.reports) == sorted(one.id for one in held)
    assert sum(len(origin.joined) for origin in found.origins) == len(held) - len(found.origins)
    number = len(found.origins)
    assert len(found.pairs) == number * (number - 1) // 2
    assert all(pair.reasons for pair in found.pairs)
    assert found.independent <= number


# In a ledger


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        yield ledger


FIRST = a_report("„policzyliśmy 3 mosty”", published="2024-05-01", outlet="Kurier")
SECOND = a_report("są 3 mosty", published="2024-05-02", outlet="Goniec", chain=("Reuters", "Anna Zając"))
THIRD = a_report("policzyliśmy trzy", published="2024-05-03", outlet="Echo", chain=("Jan Lis",))
FOURTH = a_report("mostów trzy", published="2024-05-04", outlet="Dzień", chain=("Ewa Sowa",))


def in_own_words(reading):
    return replace(reading, claims=tuple(replace(claim, mode="direct") for claim in reading.claims))


FIRST, THIRD = in_own_words(FIRST), in_own_words(THIRD)


def keep_all(ledger):
    keep(ledger, FIRST)
    keep(ledger, SECOND, a_link("same", FIRST, SECOND), others=[FIRST])
    keep(ledger, THIRD, a_link("agrees", SECOND, THIRD), others=[SECOND])
    keep(ledger, FOURTH, a_link("agrees", THIRD, FOURTH), others=[THIRD])


def asked(ledger, reading, **clocks):

    return ask_origins(ledger, claim_id(reading.claims[0]), Clocks(**clocks), Knowing(firsthand=COUNTED))


def test_a_proposition_is_an_utterance_with_what_agrees_with_it_directly(ledger):
    keep_all(ledger)
    answer = asked(ledger, FIRST)
    assert [one.outlet for one in answer.utterance.reports] == ["Kurier", "Goniec"]
    assert [utterance.reports[0].outlet for utterance in answer.agreeing] == ["Echo"]
    assert counts(answer.own) == (1, 1, 0)
    assert counts(answer.all) == (2, 2, 0)


def test_the_middle_of_three_has_both_neighbours(ledger):
    keep_all(ledger)
    assert counts(asked(ledger, THIRD).all) == (3, 2, 2)


def test_what_was_not_out_yet_is_no_origin(ledger):
    keep_all(ledger)
    assert counts(asked(ledger, FIRST, as_of="2024-05-02").all) == (1, 1, 0)
    assert [one.outlet for one in asked(ledger, FIRST, as_of="2024-05-01").utterance.reports] == ["Kurier"]


def test_without_the_words_of_a_language_nothing_is_independent(ledger):
    keep_all(ledger)

    assert counts(ask_origins(ledger, claim_id(FIRST.claims[0])).all) == (2, 1, 1)


def test_of_what_agrees_only_what_was_said_then_counts(tmp_path):
    asked = a_report("most stoi")
    others = [a_report("most stoi", chain=(name,), outlet=name) for name in ("Jan Lis", "Ewa Wilk")]
    days = ("2024-05-01", "2024-06-01")
    told = [replace(one, claims=(replace(one.claims[0], said=day),)) for one, day in zip(others, days, strict=True)]
    with open_ledger(tmp_path / "book.db", clock=FakeClock()) as ledger:
        keep(ledger, asked)
        for one in told:
            keep(ledger, one, a_link("agrees", asked, one), others=[asked])
        claim = claim_id(asked.claims[0])
        counts = [len(ask_origins(ledger, claim, Clocks(said=days)).agreeing) for days in (None, "2024-05", "2023")]
    assert counts == [2, 1, 0]
