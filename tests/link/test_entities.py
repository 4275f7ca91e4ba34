"""Entities: which names are one person, body or place, why, and which are not."""

import pytest

from podobno.lang.pack import open_pack
from podobno.link.entities import ENTITY_REASONS, entity_key, same_entity, same_name
from podobno.link.entitygrammar import COUNTRY, open_entities
from podobno.link.entitygroups import group_names, name_keys, related_names
from podobno.link.nearnames import same_near
from podobno.link.reasons import NAME_WORDS
from podobno.records.entities import KindName
from podobno.records.sketches import NameSketch

PACK = open_pack("pl")


@pytest.fixture(scope="module")
def grammar():
    return open_entities(PACK)


@pytest.mark.parametrize(
    ("kind", "a", "b", "reason"),
    [
        ("person", "Jan Nowak", "JAN NOWAK", "name"),
        ("person", "Łukaszenka", "Lukashenko", "spelling"),
        ("person", "Łukaszenka", "Лукашенко", "spelling"),
        ("person", "Wołodymyr Zełenski", "Volodymyr Zelensky", "spelling"),
        ("person", "Siergiej Szojgu", "Sergey Shoigu", "spelling"),
        ("person", "Pedro Sanchez", "Pedro Sánchez", "spelling"),
        ("person", "Alaksandr Łukaszenka", "Александр Лукашенко", "alphabet"),
        ("person", "Joe Biden", "Джо Байден", "alphabet"),
        ("person", "Boris Johnson", "Борис Джонсон", "spelling"),
        ("person", "Zając", "Anna Zając", "surname"),
        ("person", "Le Pen", "Marine Le Pen", "surname"),
        ("person", "Anna Zając", "Anna Zając-Wilk", "surname"),
        ("person", "A. Zając", "Anna Zając", "initial"),
        ("person", "George Bush", "George W. Bush", "middle"),
        ("person", "Kasia Zając", "Katarzyna Zając", "variant"),
        ("person", "Borisa Johnson", "Boris Johnson", "inflected"),
        ("person", "Nigel Farge", "Nigel Farage", "misspelt"),
        ("body", "UE", "Unia Europejska", "alias"),
        ("body", "ЕС", "UE", "alias"),
        ("body", "PAP", "Polska Agencja Prasowa", "alias"),
        ("body", "ZDZ", "Zarząd Dróg Zamiejskich", "acronym"),
        ("body", "pakistański Sąd Najwyższy", "Sąd Najwyższy Pakistanu", "words"),
        ("body", "Kongres USA", "Kongres Stanów Zjednoczonych", "words"),
        ("body", "TVN24", "TVN 24", "spelling"),
        ("body", "Газпром", "Gazprom", "spelling"),
        ("place", "KRLD", "Korea Płn.", "alias"),
        ("place", "Korea Północna", "КНДР", "alias"),
        ("place", "North Korea", "Korea Północna", "alias"),
        ("place", "Bruksela", "Брюссель", "alias"),
        ("place", "Bahrajn", "Bahrajn", "name"),
    ],
)
def test_names_of_one_entity(grammar, kind, a, b, reason):
    assert same_name(a, kind, b, kind, grammar) == reason
    assert same_name(b, kind, a, kind, grammar) == reason


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Andrzej Duda", "Piotr Duda"),
        ("person", "Anna Zając", "Adam Zając"),
        ("person", "George W. Bush", "George H. W. Bush"),
        ("person", "Jan Kowalski", "Jan Kowalska"),
        ("person", "Jan Karski", "Jan Kański"),
        ("person", "Jana Nowak", "Jan Nowak"),
        ("person", "Kim", "Kimura"),
        ("person", "Igor Sieczin", "Угур Шахин"),
        ("body", "Rada Europejska", "Rada Europy"),
        ("body", "Rada Unii Europejskiej", "Rada Europejska"),
        ("body", "Komisja", "Komisja Europejska"),
        ("body", "Departament Stanu", "Stany Zjednoczone"),
        ("body", "Ryanair", "Ryanair Sun"),
        ("body", "Pfizer", "Pfizer-BioNTech"),
        ("body", "MSZ", "Misja Stanów Zjednoczonych"),
        ("body", "Un", "ONZ"),
        ("body", "Wspólnota", "Unia Europejska"),
        ("place", "Irlandia", "Irlandia Północna"),
        ("place", "Korea Północna", "Korea Południowa"),
        ("place", "Georgia", "Gruzja"),
        ("place", "Europa", "Europa Środkowa"),
    ],
)
def test_names_that_look_alike_are_two(grammar, kind, a, b):
    assert same_name(a, kind, b, kind, grammar) is None


def test_a_person_is_no_place_and_a_country_may_be_a_body(grammar):
    assert same_name("Warszawa", "person", "Warszawa", "place", grammar) is None
    assert same_name("Niemcy", "body", "Niemcy", "place", grammar) == "name"


def test_sketches_are_compared_by_name_and_kind(grammar):
    a, b = (NameSketch(base=base, kind="person", count=1) for base in ("Zając", "Anna Zając"))
    assert same_entity(a, b, grammar) == "surname"


def test_names_with_one_key_are_one_entity(grammar):
    keys = {entity_key(base, "place", grammar) for base in ("KRLD", "Korea Płn.", "КНДР", "North Korea")}
    assert keys == {entity_key("Korea Północna", "place", grammar)}


@pytest.mark.parametrize("name", ["", "...", "—", "'", "№"])
def test_a_name_without_letters_is_like_no_other(grammar, name):
    assert same_name(name, "person", "Jan Nowak", "person", grammar) is None
    assert same_name(name, "body", "PAP", "body", grammar) is None


@pytest.mark.parametrize(
    ("kind", "a", "b", "reason"),
    [
        ("body", "Komisja", "Komisja Europejska", "alias"),
        ("body", "Rada", "Rada Miasta Zalesia", "short"),
        ("body", "Wspólnota", "UE", "alias"),
        ("body", "MSZ", "MSZ Ukrainy", "short"),
        ("person", "Anna", "Anna Zając", "given"),
        ("body", "Ryanair", "Ryanair Sun", None),
        ("place", "Irlandia", "Irlandia Północna", None),
    ],
)
def test_in_one_article_more_is_short_for_a_longer_name(grammar, kind, a, b, reason):
    assert same_near(a, kind, b, kind, grammar) == reason


def _groups(grammar, *bases, kind="person"):
    entities = group_names([KindName(base, kind) for base in bases], grammar)
    return [(one.name, [(other.name.base, other.reason) for other in one.others]) for one in entities]


def test_a_surname_joins_the_one_full_name(grammar):
    assert _groups(grammar, "Zając", "Anna Zając") == [("Anna Zając", [("Zając", "surname")])]


def test_a_surname_of_two_people_stays_alone(grammar):
    found = _groups(grammar, "Duda", "Andrzej Duda", "Piotr Duda")
    assert found == [("Andrzej Duda", []), ("Duda", []), ("Piotr Duda", [])]


def test_a_surname_joins_full_names_that_are_one(grammar):
    found = _groups(grammar, "Bush", "George Bush", "George W. Bush")
    assert [name for name, _ in found] == ["George W. Bush"]


def test_a_name_that_may_be_of_two_stays_alone(grammar):
    found = _groups(grammar, "George Bush", "George W. Bush", "George H. W. Bush")
    assert [others for _, others in found] == [[], [], []]


def test_the_fullest_name_is_in_the_own_alphabet(grammar):
    found = _groups(grammar, "КНДР", "KRLD", "Korea Płn.", kind="place")
    assert [name for name, _ in found] == ["Korea Płn."]


def sharing(names, grammar):
    """Look names up by their keys, as a ledger does."""
    return lambda keys: [name for name in names if not name_keys(name, grammar).isdisjoint(keys)]


def test_names_that_nothing_hangs_on_are_left_out(grammar):
    names = [KindName(base, "person") for base in ("Duda", "Andrzej Duda", "Piotr Duda", "Anna Zając")]
    assert related_names(names[:1], sharing(names, grammar), grammar) == set(names[:3])


def test_each_reason_has_its_words():
    assert sorted(NAME_WORDS) == sorted(ENTITY_REASONS)


@pytest.mark.parametrize("row", PACK.lexicon("aliases"), ids=lambda row: row["form"])
def test_an_alias_is_one_with_its_name(grammar, row):
    relation = same_near if row["second"] else same_name
    assert relation(row["form"], row["kind"], row["name"], row["kind"], grammar) is not None
    assert row["form"] in row["example"]


@pytest.mark.parametrize("row", PACK.lexicon("name_variants"), ids=lambda row: row["form"])
def test_a_variant_of_a_first_name_is_one_with_it(grammar, row):
    sound = grammar.spelling.sound
    assert grammar.variant(sound(row["form"])) == grammar.variant(sound(row["name"]))
    assert row["form"] in row["example"]


@pytest.mark.parametrize("row", PACK.lexicon("countries"), ids=lambda row: row["form"])
def test_a_form_stands_for_its_country(grammar, row):
    parts, key = grammar.parts(row["form"], "place"), grammar.parts(row["country"], "place").key
    found = {
        "adjective": key if parts.stems == (frozenset({COUNTRY + key}),) else None,
        "inhabitants": grammar.inhabited(parts),
    }
    assert found.get(row["is"], grammar.power(parts)) == key
    assert row["form"] in row["example"]
