"""Laws of linking articles: for all sketches, not for some."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sketches import GRAMMAR, sketch

from podobno.link.copies import COPY_DAYS, copy_keys, link_copies
from podobno.link.days import days_apart
from podobno.link.groups import join_stories
from podobno.link.stories import STORY_DAYS, link_stories, story_keys
from podobno.link.takings import likely_source
from podobno.records.links import Evidence, Link

FEW = settings(max_examples=80, deadline=None)
# Few words, so that texts share some; long ones, so that what they share counts.
WORDS = ["tama", "powódź", "przysiółek", "młynarz", "odbudowa", "zapowiedział", "wójt", "Nowak", "i", "strażacy"]
RUNS = st.lists(st.sampled_from(WORDS), max_size=12)
SHARED = st.lists(st.sampled_from([f"{word}ami" for word in WORDS]), min_size=6, max_size=14, unique=True)
DAYS = (
    st.none()
    | st.integers(1, 5).map(lambda day: f"2020-05-0{day}")
    | st.sampled_from(["2020", "2020-05", "2019-01-01"])
)
LEMMAS = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 3)), max_size=8)


@st.composite
def pairs(draw):
    shared = draw(SHARED)
    made = {}
    for _ in range(2):
        words = [
            *draw(RUNS),
            *shared[draw(st.integers(0, 3)) :],
            *draw(RUNS),
            draw(st.text("abc", min_size=8, max_size=9)),
        ]
        one = sketch(" ".join(words), lemmas=draw(LEMMAS), published=draw(DAYS))
        made[one.article.id] = one
    return [made[key] for key in sorted(made)]


@FEW
@given(pairs())
def test_articles_that_are_linked_as_copies_share_a_key_within_the_window(pair):
    for link in link_copies(*pair, GRAMMAR) if len(pair) == 2 else ():
        a, b = pair
        assert copy_keys(a, GRAMMAR) & copy_keys(b, GRAMMAR)
        assert (days_apart(a.article, b.article) or 0) <= COPY_DAYS
        for evidence in link.evidence:
            if evidence.a is not None:
                assert a.article.quotation(evidence.a).strip()
                assert b.article.quotation(evidence.b).strip()


@FEW
@given(pairs())
def test_articles_that_are_linked_as_a_story_share_a_key_within_the_window(pair):
    for _ in link_stories(*pair, GRAMMAR) if len(pair) == 2 else ():
        a, b = pair
        assert story_keys(a, GRAMMAR) & story_keys(b, GRAMMAR)
        assert days_apart(a.article, b.article) <= STORY_DAYS


@FEW
@given(pairs())
def test_who_took_from_whom_does_not_depend_on_the_order(pair):
    if len(pair) == 2:
        assert likely_source(*pair) == likely_source(*reversed(pair))


@FEW
@given(pairs())
def test_the_days_between_two_articles_do_not_depend_on_the_order(pair):
    a, b = pair[0].article, pair[-1].article
    assert days_apart(a, b) == days_apart(b, a)


LINKS = st.lists(
    st.tuples(st.sets(st.sampled_from("abcdefgh"), min_size=2, max_size=2), st.sampled_from([0.5, 0.7, 0.9])),
    max_size=14,
    unique_by=lambda one: frozenset(one[0]),
)


@FEW
@given(LINKS, st.randoms())
def test_stories_are_the_same_for_any_order_of_their_links(given, random):
    links = [
        Link(kind="story", a=min(ends), b=max(ends), evidence=(Evidence(code="day"),), score=score)
        for ends, score in given
    ]
    shuffled = list(links)
    random.shuffle(shuffled)
    stories = join_stories(links)
    assert join_stories(shuffled) == stories
    told = [one for story in stories for one in story]
    assert len(told) == len(set(told))
    assert set(told) <= {end for ends, _ in given for end in ends}
