"""Groups of what links hold together."""

from itertools import permutations

from podobno.link.groups import join_groups, join_stories
from podobno.records.links import Evidence, Link


def link(ends, score=0.6):
    return Link(kind="story", a=ends[0], b=ends[1], evidence=(Evidence(code="day"),), score=score)


def test_connected_ids_are_one_group():
    assert join_groups([("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")]) == [["a", "b", "c", "d"], ["e", "f"]]


def test_a_chain_of_weak_links_is_no_story():
    chain = [link("ab", 0.9), link("bc", 0.9), link("ac", 0.9), link("de", 0.9), link("ef", 0.9), link("df", 0.9)]
    assert join_stories([*chain, link("cd", 0.5)]) == [["a", "b", "c"], ["d", "e", "f"]]


def test_a_third_of_the_pairs_joins_two_stories():
    links = [link("ab", 0.9), link("cd", 0.9), link("ac"), link("bd")]
    assert join_stories(links) == [["a", "b", "c", "d"]]


def test_the_order_of_the_links_changes_nothing():
    links = [link("ab"), link("bc"), link("cd"), link("de"), link("ac")]
    assert len({str(join_stories(some)) for some in permutations(links)}) == 1


def test_a_link_changes_only_its_own_component():
    links = [link("ab"), link("cd")]
    assert join_stories([*links, link("xy"), link("yz")])[:2] == join_stories(links)
