"""Laws of entities: grouping knows no order, and a name is in one group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.test_entities import sharing

from podobno.lang.pack import open_pack
from podobno.link.entities import same_name
from podobno.link.entitygrammar import open_entities
from podobno.link.entitygroups import group_names, related_names
from podobno.records.entities import KindName
from podobno.records.parsed import NAME_KINDS

FIRST, LAST = ["Anna", "Ania", "A.", "Jan", "Джо", "Joe"], ["Zając", "Zajac", "Wilk", "Wilka", "Байден", "Biden"]
PEOPLE = st.lists(st.sampled_from(FIRST), max_size=2).flatmap(
    lambda given_names: st.sampled_from(LAST).map(lambda last: " ".join([*given_names, last]))
)
THINGS = st.sampled_from(["UE", "Unia", "Unia Europejska", "ЕС", "Rada UE", "Rada Unii", "Rada", "TVN24", "TVN 24"])
NAMES = st.builds(KindName, PEOPLE | THINGS | st.text(max_size=6), st.sampled_from(NAME_KINDS))


@pytest.fixture(scope="module")
def grammar():
    return open_entities(open_pack("pl"))


@given(names=st.lists(NAMES, max_size=12), order=st.randoms(use_true_random=False))
def test_names_in_any_order_make_the_same_entities(grammar, names, order):
    shuffled = list(names)
    order.shuffle(shuffled)
    assert group_names(shuffled, grammar) == group_names(names, grammar)


@given(names=st.lists(NAMES, max_size=12))
def test_each_name_is_in_one_entity(grammar, names):
    held = [
        name
        for one in group_names(names, grammar)
        for name in (KindName(one.name, one.kind), *(other.name for other in one.others))
    ]
    assert sorted(held) == sorted(set(names))


@given(a=NAMES, b=NAMES)
def test_which_name_is_asked_first_is_nothing_to_the_reason(grammar, a, b):
    assert same_name(*a, *b, grammar) == same_name(*b, *a, grammar)


@given(names=st.lists(NAMES, min_size=1, max_size=12))
def test_an_entity_hangs_on_its_related_names_alone(grammar, names):
    wanted = names[0]
    alone = group_names(related_names([wanted], sharing(names, grammar), grammar), grammar)
    assert _of(wanted, alone) == _of(wanted, group_names(names, grammar))


def _of(name, entities):
    return next(
        one
        for one in entities
        if name == KindName(one.name, one.kind) or any(other.name == name for other in one.others)
    )
