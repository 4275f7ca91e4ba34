"""Times and figures of sentences written for these tests, with look-alikes that must not match."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podobno.records.text import Article

NOW = "2024-05-15"  # a Wednesday


def found_in(stages, text, published=NOW):
    article = Article(text=text, language="pl", published=published)
    return article, next(stages.read([article])).found


@pytest.mark.parametrize(
    ("text", "stretch", "value"),
    [
        ("Most zamknięto w środę.", "w środę", "2024-05-15"),
        ("Most zamknięto w poniedziałek.", "w poniedziałek", "2024-05-13"),
        ("Most zostanie zamknięty w poniedziałek.", "w poniedziałek", "2024-05-20"),
        ("Most zamknięto 3 maja 2019 roku.", "3 maja 2019 roku", "2019-05-03"),
        ("Most jest zamknięty od marca.", "od marca", "2024-03/.."),
        ("Most zostanie otwarty do końca 2025 r. w całości.", "do końca 2025 r.", "../2025"),
        ("Most pękł pod koniec lipca.", "pod koniec lipca", "2023-07-21/2023-07-31"),
        ("Most zbudowano w latach 1950-1953.", "w latach 1950-1953", "1950/1953"),
        ("Most pękł trzy lata temu.", "trzy lata temu", "2021"),
        ("Remont trwał dwa miesiące.", "dwa miesiące", "P2M"),
        ("Most zamknięto wczoraj.", "wczoraj", "2024-05-14"),
        ("Ruch był większy przed miesiącem.", "przed miesiącem", "2024-04"),
        ("Most pękł przed dwoma laty.", "przed dwoma laty", "2022"),
        ("W tym i przyszłym roku most będzie zamknięty.", "W tym i przyszłym roku", "2024/2025"),
        ("Zapisy ruszą od przyszłego roku szkolnego.", "od przyszłego roku szkolnego", "2024-09/.."),
        ("W tym roku szkolnym most był zamknięty.", "W tym roku szkolnym", "2023-09/2024-08"),
        ("Ceny rosną już trzeci rok z rzędu.", "trzeci rok z rzędu", "P3Y"),
        ("Bitwę stoczono w 656 roku, na wiosnę.", "w 656 roku", "0656"),
        ("Wody przybędzie do końca wieku.", "do końca wieku", "../2100"),
        ("Orkiestra zagra w sobotę (18.05) w parku.", "w sobotę (18.05)", "2024-05-18"),
        ("Orkiestra zagra w sobotę (18.30) w parku.", "w sobotę (18.30)", "2024-05-18T18:30"),
        ("We wtorek w południe most zamknięto.", "We wtorek w południe", "2024-05-14T12"),
        ("W piątek tuż po godz. 9 most zamknięto.", "W piątek tuż po godz. 9", "2024-05-10T09"),
        ("Tak było w ub. roku w gminie.", "w ub. roku", "2023"),
        ("W ostatnim tygodniu lipca most zamknięto.", "W ostatnim tygodniu lipca", "2023-07-25/2023-07-31"),
        ("Będzie zimno. W sobotę do pięciu stopni.", "W sobotę", "2024-05-18"),  # no verb: as the sentence before
        ("Zimą, gdy pada, most jest zamknięty.", "Zimą", "2024-24"),
        ("Most będzie zamknięty w sobotę i niedzielę.", "w sobotę i niedzielę", "2024-05-18/2024-05-19"),
        ("Most będzie zamknięty w piątek oraz w sobotę.", "w piątek oraz w sobotę", "2024-05-17/2024-05-18"),
        ("Most będzie zamknięty w poniedziałek i środę.", "środę", "2024-05-22"),  # Tuesday between: two times
        ("W soboty i niedziele most jest zamknięty.", "niedziele", "R/P1W"),
        ("Na skargę mamy trzy lata.", "trzy lata", "P3Y"),
        ("Rok po pożarze most otwarto.", "Rok", "P1Y"),
        ("Most zamknięto godzinę przed meczem.", "godzinę", "PT1H"),
        ("Kadra U-22 rok później wygrała.", "rok później", "P1Y"),  # and not 22 years
    ],
)
def test_a_time_has_the_value_that_its_words_and_the_day_of_publication_give(stages, text, stretch, value):
    article, found = found_in(stages, text)
    assert (stretch, value) in [(article.quotation(time.span), time.value) for time in found.times]


def test_a_month_of_publication_gives_no_false_day(stages):
    _, found = found_in(stages, "Most zamknięto w środę.", published="2024-05")
    assert [time.value for time in found.times] == ["2024-05"]


def test_without_a_day_of_publication_a_weekday_has_no_value(stages):
    _, found = found_in(stages, "Most zamknięto w środę.", published=None)
    assert found.times == ()


@pytest.mark.parametrize(
    "text",
    [
        "Most zamknięto 30 lutego 2024 roku.",
        "Wynik meczu to 2:1.",
        "Kocha morze i las.",
        "Dotyczy to osób, które osiągnęły wiek (66 lat u mężczyzn, 61 lat u kobiet).",
        "Sześciotygodniowa dziewczynka śpi.",
        "Wójt miał 47 lat.",
        "Trudny był pierwszy rok po ślubie.",
    ],
)
def test_what_is_no_time_is_not_found(stages, text):
    _, found = found_in(stages, text)
    assert [time for time in found.times if time.value != "2024"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("W lesie jest ok. 3 tys. żołnierzy.", ("ok. 3 tys. żołnierzy", 3000, 3000, "żołnierz")),
        ("W lesie jest co najmniej 20 czołgów.", ("co najmniej 20 czołgów", 20, None, "czołg")),
        ("Ceny wzrosły o 2,5 proc. w maju.", ("2,5 proc.", Decimal("2.5"), Decimal("2.5"), "%")),
        ("Most kosztował 1,2 mld złotych.", ("1,2 mld złotych", 1200000000, 1200000000, "PLN")),
        ("W pudle leży kilkanaście jabłek.", ("kilkanaście jabłek", 11, 19, "jabłko")),
        ("Droga ma 10-15 km długości.", ("10-15 km", 10, 15, "km")),
        ("Przyszło pięciu radnych.", ("pięciu radnych", 5, 5, "radny")),
        ("Leci kilka Eurofighterów.", ("kilka Eurofighterów", 3, 9, "Eurofighter")),
        ("Spadły aktywa trzech FIZ-ów.", ("trzech FIZ-ów", 3, 3, "FIZ")),
        ("Wykopano 1 rów.", ("1 rów", 1, 1, "rów")),
        ("Remontują 29 tzw. szpitali.", ("29 tzw. szpitali", 29, 29, "szpital")),
        ("Zapłacił 20 tajwańskich dolarów.", ("20 tajwańskich dolarów", 20, 20, "TWD")),
        ("Zapłacił 20 zielonych dolarów.", ("20 zielonych dolarów", 20, 20, "USD")),
        ("Zapłacił 20 reali.", ("20 reali", 20, 20, "BRL")),
    ],
)
def test_a_figure_has_its_bounds_and_unit(stages, text, wanted):
    article, found = found_in(stages, text)
    assert wanted in [(article.quotation(f.span), f.low, f.high, f.unit) for f in found.figures]


@pytest.mark.parametrize(
    "text",
    [
        "Gazociąg Nord Stream 2 jest pusty.",
        "Mówi o tym art. 5 ustawy.",
        "Jedna strona milczy.",
        "Zajął 12 miejsce.",
        "Most zbudowano w 1980 roku.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(stages, text):
    _, found = found_in(stages, text)
    assert found.figures == ()


@given(text=st.text(alphabet="Ala ma 2,5 tys. kotów – „tak” w maju 2024 r.\n\t-:()%żółw", max_size=120))
@settings(max_examples=40, deadline=None)
def test_spans_lie_inside_their_text_in_order_and_apart(stages, text):
    article, found = found_in(stages, text)
    for kind in (found.mentions, found.times, found.figures, found.quotes):
        spans = [thing.span for thing in kind]
        assert all(article.quotation(span) for span in spans)
        assert all(left.end <= right.start for left, right in pairwise(spans))
