"""Every way of reporting, with every kind of speaker and of clause: what fails here fails for a whole kind.

A way is a template: {s} the speaker in the nominative, {g} in the genitive, {a} in the accusative, {e} the ending of
his verb, {r} the relative word for him, {c} what is reported, {C} the same with a capital. All readings must be right.
"""

import pytest

from podobno.records.text import Article

CLAUSES = (
    "wodociąg pękł w nocy",
    "w pożarze zginęły dwie osoby",
    "ceny wody nie wzrosną",
    "umowę podpisano w maju",
    "jeśli rozmowy się nie udadzą, rada zamknie szkołę, która stoi przy moście",
)
# nominative, genitive, accusative, gender, name
SPEAKERS = (
    ("Piotr Zawadzki", "Piotra Zawadzkiego", "Piotra Zawadzkiego", "m", "Piotr Zawadzki"),
    ("premier Ewa Zarzycka", "premier Ewy Zarzyckiej", "premier Ewę Zarzycką", "f", "Ewa Zarzycka"),
    (
        "komisarz UE ds. energii Günther Lang",
        "komisarza UE ds. energii Günthera Langa",
        "komisarza UE ds. energii Günthera Langa",
        "m",
        "Günther Lang",
    ),
    (
        "zastępca komendanta straży pożarnej w Gdyni kpt. Adam Bielecki",
        "zastępcy komendanta straży pożarnej w Gdyni kpt. Adama Bieleckiego",
        "zastępcę komendanta straży pożarnej w Gdyni kpt. Adama Bieleckiego",
        "m",
        "Adam Bielecki",
    ),
    ("szef niemieckiego MSZ", "szefa niemieckiego MSZ", "szefa niemieckiego MSZ", "m", "szef niemieckiego MSZ"),
    ("prezydent Francji", "prezydenta Francji", "prezydenta Francji", "m", "prezydent Francji"),
    ("Ministerstwo Zdrowia", "Ministerstwa Zdrowia", "Ministerstwo Zdrowia", "n", "Ministerstwo Zdrowia"),
)
ENDINGS = {"m": "", "f": "a", "n": "o"}
RELATIVES = {"m": "którego", "f": "którą", "n": "które"}
WAYS = (
    "{S} powiedział{e}, że {c}.",
    "{S} przyznał{e} w środę, iż {c}.",
    "W środę oświadczył{e} {s}, że {c}.",
    "{S} powiedział{e}: „{C}”.",
    "– {C} – powiedział{e} {s}.",
    "„{C}” – powiedział{e} w czwartek {s}.",
    "{C} – poinformował{e} w środę {s}.",
    "{C}, powiedział{e} {s}.",
    "{C}, jak powiedział{e} {s}.",
    "Jak powiedział{e} {s}, {c}.",
    "Jak podkreśla {s}, {c}.",
    "Według {g}, {c}.",
    "Według {g} {c}.",
    "Zdaniem {g} {c}.",
    "W ocenie {g} {c}.",
    "Ze słów {g} wynika, że {c}.",
    "{C}. Tak uważa {s}.",
    "{C}. Poinformował{e} o tym {s}.",
    "{C}. Takiego zdania jest {s}.",
    "{C} – takiego zdania jest {s}.",
)
THROUGH = (
    "Jak podaje Reuters, powołując się na {a}, {c}.",
    "Reuters, powołując się na {a}, podał, że {c}.",
    "{C} – podał Reuters, cytując {a}.",
    "Jak powiedział{e} Reutersowi {s}, {c}.",
    "{S} powiedział{e} Reutersowi, że {c}.",
    "{S} w rozmowie z Reutersem przyznał{e}, że {c}.",
    "Według {g}, na {r} powołuje się Reuters, {c}.",
)
PAPERS = (
    "{C} – wynika z raportu {g}.",
    "{C}, wynika z najnowszego raportu {g}.",
    "{C} – wynika z opublikowanych w środę danych {g}.",
    "Z danych {g} wynika, że {c}.",
    "Jak wynika z raportu {g}, {c}.",
    "Raport {g} wskazuje, że {c}.",
    "Dane {g} pokazują, że {c}.",
    "Zgodnie z raportem {g}, {c}.",
    "W raporcie {g} podkreślono, że {c}.",
    "{C} – czytamy w raporcie {g}.",
)
OWNERS = (("GUS", "GUS"), ("Komisji Europejskiej", "Komisja Europejska"), ("firmy Deloitte", "Deloitte"))


def wrong_readings(stages, way, cases, media=()):
    """Yield the sentences made of a way that have no claim with these words and this chain, and what they have."""
    wanted = [(clause, speaker) for speaker in cases for clause in CLAUSES]
    texts = [_sentence(way, clause, speaker) for clause, speaker in wanted]
    articles = [Article(text=text, published="2024-05-15", url=None, language="pl") for text in texts]
    for text, (clause, speaker), reading in zip(texts, wanted, stages.read(articles), strict=True):
        told = [_told(text, claim) for claim in reading.claims]
        if (clause, (*media, speaker[-1])) not in told:
            yield text, told


def _sentence(way, clause, speaker):
    nominative, genitive, accusative, gender, _ = speaker
    return way.format(
        s=nominative,
        S=_opening(nominative),
        g=genitive,
        a=accusative,
        e=ENDINGS[gender],
        r=RELATIVES[gender],
        c=clause,
        C=_opening(clause),
    )


def _opening(words):
    return words[0].upper() + words[1:]


def _told(text, claim):
    words = " ".join(text[span.start : span.end] for span in claim.content)
    return words[0].lower() + words[1:], tuple(step.name for step in claim.chain)


@pytest.mark.parametrize("way", WAYS)
def test_all_speakers_and_clauses_are_read_in_this_way(stages, way):
    assert list(wrong_readings(stages, way, SPEAKERS)) == []


@pytest.mark.parametrize("way", THROUGH)
def test_the_medium_is_a_step_in_this_way(stages, way):
    assert list(wrong_readings(stages, way, SPEAKERS, media=("Reuters",))) == []


@pytest.mark.parametrize("way", PAPERS)
def test_the_owner_of_a_paper_speaks_in_this_way(stages, way):
    cases = [(genitive, genitive, genitive, "n", name) for genitive, name in OWNERS]
    assert list(wrong_readings(stages, way, cases)) == []
