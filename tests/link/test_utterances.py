"""One speaker's words on one occasion, however articles word them; and what only looks like it."""

import pytest

DIRECT = "– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro – powiedział wójt Jan Wilk."


@pytest.mark.parametrize(
    "other",
    [
        "Wójt Jan Wilk zapowiedział, że zamknie hutę w Zawadzie, bo ta zatruwa jezioro.",
        "Wójt Wilk oświadczył, że huta w Zawadzie zatruwa jezioro i zostanie zamknięta.",
        "Jan Wilk: zamkniemy hutę w Zawadzie",
        "– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro – dodał wójt Jan Wilk.",
    ],
)
def test_words_are_the_same_however_they_are_told(linked, other):
    assert [one.kind for one in linked(DIRECT, other)] == ["same"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (DIRECT, "– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro – powiedział poseł Adam Ryś.", "another speaker"),
        (DIRECT, "– Wybudujemy w Zawadzie szkołę i basen – powiedział wójt Jan Wilk.", "other words"),
        (DIRECT, "– Nie zamkniemy huty w Zawadzie, choć zatruwa jezioro – powiedział wójt Jan Wilk.", "a negation"),
        (
            DIRECT,
            ("– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro – powiedział wójt Jan Wilk.", "2024-07-01"),
            "weeks later",
        ),
        (
            "Wójt Jan Wilk powiedział, że huta zatrudnia 300 górników.",
            "Wójt Jan Wilk powiedział, że huta zatrudnia 500 górników.",
            "another figure",
        ),
        (
            "Wójt Jan Wilk powiedział, że w marcu huta zwolni górników.",
            "Wójt Jan Wilk powiedział, że w czerwcu huta zwolni górników.",
            "another time",
        ),
        (
            "Wójt Jan Wilk oświadczył, że huta zatruła jezioro.",
            "Wójt Jan Wilk zaprzeczył, by huta zatruła jezioro.",
            "a denial",
        ),
        (
            "Wójt Jan Wilk spytał, czy huta zatruła jezioro.",
            "Wójt Jan Wilk oświadczył, że huta zatruła jezioro.",
            "a question",
        ),
    ],
)
def test_what_only_looks_the_same_is_not(linked, one, other, why):
    assert linked(one, other, kinds=("same",)) == [], why


def test_names_of_the_matter_alone_make_no_utterance(linked):
    one = "Wójt Jan Wilk powiedział, że Huta Zawada szkodzi ludziom."
    assert linked(one, "Wójt Jan Wilk ocenił, że Huta Zawada jest droga.") == []


def test_a_headline_and_its_body_are_one_utterance(linked_within):
    text = (
        "Jan Wilk: zamkniemy hutę w Zawadzie\n\n– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro – powiedział Jan Wilk."
    )
    assert [one.kind for one in linked_within(text)] == ["same"]


def test_a_headline_may_name_the_country_of_its_speaker(linked_within):
    text = (
        "Czesi: gazociąg zatruwa rzekę Morawę\n\n"
        "– Gazociąg zatruwa rzekę Morawę i studnie – powiedział minister Petr Novák."
    )
    assert [one.kind for one in linked_within(text)] == ["same"]


def test_a_report_in_a_report_is_not_the_same_as_the_outer_one(linked_within):
    text = "Agencja Reutera podała, że według wójta Jana Wilka huta w Zawadzie zatruwa jezioro."
    assert linked_within(text) == []


def test_a_link_shows_where_both_name_the_speaker_and_have_the_words(linked):
    (link,) = linked(DIRECT, "Wójt Jan Wilk zapowiedział, że zamknie hutę w Zawadzie, bo ta zatruwa jezioro.")
    shown = {one.code: one for one in link.evidence}
    assert {"speaker", "words", "day"} <= shown.keys()
    assert shown["words"].a.article != shown["words"].b.article
    assert (link.rule, 0 < link.score <= 1) == ("same-words", True)


def test_the_same_medium_and_figure_are_named_among_the_reasons(linked):
    one = "Wójt Jan Wilk powiedział w rozmowie z BBC, że huta zatrudnia 300 górników."
    other = "Jak powiedział BBC wójt Jan Wilk, huta zatrudnia 300 górników."
    codes = {found.code for link in linked(one, other) for found in link.evidence}
    assert "figure" in codes


BEES = "Pszczelarze z Zawady bronią pasiek: uchwała o pasiekach to koniec uli przy drodze, a ule stoją tam od lat."
BOATS = "Żeglarze z Mierzei chcą nowej przystani: uchwała o przystani pozwala cumować jachtom i barkom przy molo."
SOON = "Marszałek Jan Wilk zapowiedział, że sejmik zajmie się sprzeciwem wojewody, gdy radni wrócą z przerwy."
LATE = "Marszałek Jan Wilk ogłosił, że sprzeciw wojewody sejmik rozpatrzy na sesji po południu."


def test_what_is_only_each_other_s_closest_is_the_same_in_one_story_alone(linked):
    assert [one.rule for one in linked(f"{BEES} {SOON}", f"{BEES} {LATE}", kinds=("same",))] == ["closest"]
    assert linked(f"{BEES} {SOON}", f"{BOATS} {LATE}", kinds=("same",)) == []


QUOTE = "– Zamkniemy hutę w Zawadzie, bo zatruwa jezioro i studnie – powiedział wójt Jan Wilk."
PLAIN = "Wójt Jan Wilk ocenił, że huta szkodzi rybakom."
OTHERWISE = ("W tygodniku wójt Jan Wilk stwierdził, że huta odbiera rybakom połowy.", "2024-05-20")


def test_who_quotes_one_occasion_tells_more_of_it_days_later(linked):
    told = linked(f"{QUOTE} {PLAIN}", (f"{QUOTE} {OTHERWISE[0]}", OTHERWISE[1]), kinds=("same",))
    assert sorted(one.rule for one in told) == ["one-occasion", "same-words"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (PLAIN, OTHERWISE[0], "no words that both quote"),
        (
            f"{QUOTE} {PLAIN}".replace("Jan Wilk ocenił", "Adam Ryś ocenił"),
            f"{QUOTE} {OTHERWISE[0]}".replace("Jan Wilk stwierdził", "Adam Ryś stwierdził"),
            "another speaker than the one who is quoted",
        ),
    ],
)
def test_like_words_of_two_days_are_not_one_occasion(linked, one, other, why):
    rules = [found.rule for found in linked(one, (other, OTHERWISE[1]), kinds=("same",))]
    assert "one-occasion" not in rules, why
