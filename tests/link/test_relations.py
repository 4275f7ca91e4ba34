"""Claims about the same thing: agreement, conflict, denial, succession; and what only looks like it."""

import pytest

from podobno.link.relations import relation_keys

SCHOOL = "Szkoła w Zawadzie ma 40 lat. W szkole w Zawadzie uczy się 300 uczniów. Szkoła leży nad jeziorem. "


def kinds(links):
    return [one.kind for one in links]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły to sprawa polityczna.",
            "Według kurator Ewy Ryś likwidacja szkoły jest decyzją polityczną.",
            "agrees",
        ),
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły to sprawa polityczna.",
            "Kurator Ewa Ryś powiedziała, że likwidacja szkoły nie jest sprawą polityczną.",
            "conflicts",
        ),
        (
            "Wójt Jan Wilk ocenił, że likwidacja szkoły jest zgodna z prawem.",
            "Kurator Ewa Ryś oceniła, że likwidacja szkoły jest niezgodna z prawem.",
            "conflicts",
        ),
        (
            "Wójt Jan Wilk ocenił, że likwidacja szkoły to sprawa czysto finansowa.",
            "Kurator Ewa Ryś oceniła, że likwidacja szkoły nie jest tylko sprawą finansową.",
            "denies",
        ),
    ],
)
def test_qualities_of_one_subject_are_compared(linked, one, other, kind):
    assert kinds(linked(SCHOOL + one, SCHOOL + other)) == [kind]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły to sprawa polityczna.",
            "Kurator Ewa Ryś powiedziała, że wycieczka szkoły nie jest sprawą polityczną.",
            "another subject",
        ),
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły to problem polityczny.",
            "Kurator Ewa Ryś powiedziała, że likwidacja szkoły nie jest kampanią polityczną.",
            "another noun",
        ),
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły to sprawa polska.",
            "Według kurator Ewy Ryś likwidacja szkoły jest decyzją polską.",
            "whose a thing is says nothing of it",
        ),
        (
            "Wójt Jan Wilk spytał, czy likwidacja szkoły to sprawa polityczna.",
            "Kurator Ewa Ryś powiedziała, że likwidacja szkoły nie jest sprawą polityczną.",
            "a question holds nothing",
        ),
        (
            "Wójt Jan Wilk uważa, że likwidacja szkoły jest ważniejsza niż budowa drogi.",
            "Kurator Ewa Ryś powiedziała, że likwidacja szkoły nie jest ważniejsza od budowy mostu.",
            "compared with different things",
        ),
    ],
)
def test_qualities_of_different_things_are_not(linked, one, other, why):
    assert linked(SCHOOL + one, SCHOOL + other) == [], why


def test_a_denial_is_linked_to_what_it_denies_and_both_stay(linked):
    one = "Posłanka Ewa Ryś oświadczyła, że huta w Zawadzie zatruła jezioro."
    other = "Wójt Jan Wilk zaprzeczył, by huta w Zawadzie zatruła jezioro."
    (link,) = linked(one, other)
    (turned,) = linked(other, one)
    assert (link.kind, link.rule) == ("denies", "denial")
    assert link == turned
    assert link.evidence[0].a.start > 0


def test_the_same_content_negated_conflicts(linked):
    one = "Posłanka Ewa Ryś oświadczyła, że huta w Zawadzie zatruła jezioro."
    other = "Wójt Jan Wilk oświadczył, że huta w Zawadzie nie zatruła jeziora."
    assert kinds(linked(one, other)) == ["conflicts"]


FIGURES = "{who} {said}, że w katastrofie promu pod Zawadą {figure}."


def told(who, figure, said="poinformował"):
    return FIGURES.format(who=who, said=said, figure=figure)


@pytest.mark.parametrize(
    ("figure", "other", "kind"),
    [
        ("utonęło co najmniej 30 pasażerów", "utonęło około 32 pasażerów", ["agrees"]),
        ("utonęło 30 pasażerów", "utonęło 70 pasażerów", ["conflicts"]),
        ("utonęło 30 pasażerów", "utonęło 30 marynarzy", []),
        ("utonęło 30 pasażerów", "utonie 70 pasażerów", []),
        ("utonęło co najmniej 30 pasażerów", "utonęło 900 pasażerów", []),
    ],
)
def test_figures_of_two_sources_are_compared_by_their_bounds(linked, figure, other, kind):
    assert kinds(linked(told("Wójt Jan Wilk", figure), told("Minister Adam Ryś", other))) == kind


def test_a_sources_later_figure_succeeds_its_earlier_one(linked):
    early = (told("Wójt Jan Wilk", "utonęło 30 pasażerów"), "2024-05-15")
    late = (told("Wójt Jan Wilk", "utonęło 70 pasażerów"), "2024-05-17")
    (link,) = linked(early, late)
    assert (link.kind, [one.code for one in link.evidence]) == ("succeeds", ["figure", "speaker", "later"])
    assert link.evidence[0].a is not None


def test_figures_of_different_days_are_a_series_and_no_conflict(linked):
    early = (told("Wójt Jan Wilk", "utonęło 30 pasażerów"), "2024-05-15")
    late = (told("Minister Adam Ryś", "utonęło 70 pasażerów"), "2024-05-25")
    assert linked(early, late) == []


def test_one_wording_in_two_mouths_is_no_agreement(linked):
    words = "że huta w Zawadzie od lat potajemnie wylewa ścieki do jeziora i truje ryby."
    assert linked(f"Wójt Jan Wilk powiedział, {words}", f"Posłanka Ewa Ryś powiedziała, {words}") == []


def test_who_tells_anothers_words_does_not_agree_with_them(linked_within):
    text = SCHOOL + "Radio podało, że według wójta Jana Wilka likwidacja szkoły to sprawa polityczna."
    assert linked_within(text) == []


@pytest.mark.parametrize(("whose", "kinds"), [("norweskich", ["agrees"]), ("fińskich", [])])
def test_an_adjective_meets_the_country_that_the_other_names(linked_within, whose, kinds):
    """Within an article without a date, too: its claims are of one day."""
    text = (
        f"Poseł Adam Ryś powiedział, że w Estonii ćwiczy już ok. 4 tys. {whose} saperów. "
        "Generał Ewa Lis podała, że z Norwegii przerzucono do Estonii co najmniej 4 tys. saperów, którzy budują mosty."
    )
    assert [one.kind for one in linked_within(text, None)] == kinds


def test_who_counts_the_same_by_country_alone_is_found_by_a_key(sketch, stages):
    told = (
        "Poseł Adam Ryś powiedział, że ćwiczy już ok. 4 tys. norweskich saperów.",
        "Generał Ewa Lis podała, że z Norwegii przyjechało co najmniej 4 tys. saperów.",
    )
    one, other = ({key for key in relation_keys(sketch(text), stages.links) if "saper" in key} for text in told)
    assert {key for key in one & other if key.startswith("figure")}
