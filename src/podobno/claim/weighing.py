"""Weigh a noun as the subject of a reporting verb.

In:   a scene, a candidate, the verb.
Out:  a number: the higher, the likelier the noun is the subject.
Not:  which nouns are candidates: claim/speakers.py.

The tree alone names the right subject in four cases of five, and tags of foreign names are often wrong. So five signs
are added up: what the tree says, case, agreement, what the noun names, where it stands. The weights were set by hand
on the development gold; none of them decides alone.
"""

from dataclasses import dataclass

from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

OWN_SUBJECT, INHERITED_SUBJECT, OTHER_SUBJECT, OTHER_ROLE = 4.0, 3.0, -2.0, -1.0  # what the tree says
NOMINATIVE, MAYBE_NOMINATIVE, OBLIQUE = 1.5, 0.5, -4.0
AGREES, DIFFERS_IN_NUMBER, DIFFERS_IN_GENDER = 1.0, -4.0, -2.0
KINDS = {"person": 1.5, "body": 1.0, "place": 0.0}
HUMAN, THING = 1.0, -1.5  # nouns without a name
BESIDE = 1.5  # right behind the cue: "powiedzial X"
BRACKET = 7  # tokens of a figure in brackets: "(46 proc.)"
ONE_REACH = 5  # words from "jeden" to the noun of "jeden z dawnych uczniów"
NUMERAL = "num"  # part of speech of the dictionary
BREAKS = frozenset(",;:()-\u2013\u2014")
FARTHEST_SUBJECT = -1.5  # however far it stands, a subject of the tree loses no more than this
PER_WORD, PER_VERB, PER_MARK = -0.15, -3.0, -1.0  # for each word, finite verb, mark between cue and noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A noun phrase that may name the speaker."""

    head: Token
    words: tuple[Token, ...]  # of a name all its words, as the tags of one alone are often wrong; else the head
    mention: Mention | None

    @property
    def is_person(self) -> bool:
        """Say whether it is a person's name."""
        return self.mention is not None and self.mention.kind == "person"

    def values(self, feature: str) -> set[str]:
        """Return the values of a feature over the words."""
        return {word.feats[feature] for word in self.words if feature in word.feats}


def weight(scene: Scene, candidate: Candidate, verb: Token) -> float:
    """Return how well a candidate fits as the subject of a verb."""
    return sum(weight_parts(scene, candidate, verb))


def weight_parts(scene: Scene, candidate: Candidate, verb: Token) -> tuple[float, float, float, float, float]:
    """Return what tree, case, agreement, kind and place add to the weight."""
    tree = _by_tree(scene, candidate, verb)
    # A thing that is the subject of another verb is not that of a verb far behind: "liczba rośnie, a urząd twierdzi".
    is_sure = tree == OWN_SUBJECT or (tree == INHERITED_SUBJECT and _by_kind(scene, candidate) > THING)
    case, place = _by_case(scene, candidate), _by_place(scene, candidate, verb)
    return (
        tree,
        max(case, MAYBE_NOMINATIVE) if is_sure and _may_speak(scene, candidate) else case,
        _by_agreement(scene, candidate, verb),
        _by_kind(scene, candidate),
        max(place, FARTHEST_SUBJECT) if is_sure else place,
    )


def _may_speak(scene: Scene, candidate: Candidate) -> bool:
    """A name that the tree makes the subject may be one, unless the dictionary knows better: "[Katarzynie] Kos"."""
    first = candidate.words[0].form
    return candidate.mention is not None and scene.words.inflection.may_be_nominative(first)


def _by_tree(scene: Scene, candidate: Candidate, verb: Token) -> float:
    for word in candidate.words:
        head = scene.tree.head(word)
        if head is None or not is_dep(word, "nsubj"):
            continue
        if head.index == verb.index:
            return OWN_SUBJECT
        return INHERITED_SUBJECT if _shares_subject(scene, verb, head) else OTHER_SUBJECT
    return OTHER_ROLE if is_dep(candidate.head, "obj", "iobj", "obl", "nmod") else 0.0


def _shares_subject(scene: Scene, verb: Token, other: Token) -> bool:
    """A second verb, a participle, or a side clause has the subject of the verb above: "[X] protestuje, bo uważa"."""
    for above in scene.tree.ancestors(verb):
        is_led = scene.tree.child(verb, "mark") is not None and scene.tree.child(verb, "nsubj") is None
        is_bare = is_dep(verb, "advcl") and is_led
        joined = (is_bare or is_dep(verb, "conj", "aux", "cop")) and above.upos in ("VERB", "ADJ", "AUX", "NOUN")
        if not joined or above.sentence != verb.sentence:
            return False
        if above.index == other.index:
            return True
        verb = above
    return False


def _by_case(scene: Scene, candidate: Candidate) -> float:
    cases = candidate.values("Case")
    if candidate.is_person and candidate.mention is not None and scene.is_inflected(candidate.mention):
        return MAYBE_NOMINATIVE if cases == {"Nom"} and not _is_anothers(scene, candidate.mention) else OBLIQUE
    if "Nom" in cases or not cases or is_counted(scene, candidate.head):
        return NOMINATIVE
    is_name = candidate.mention is not None or candidate.head.upos in ("PROPN", "X")
    may_be = is_name or cases == {"Acc"} or scene.words.roles.kind(candidate.head) is not None
    if may_be and scene.words.inflection.may_be_nominative(candidate.head.form):
        return MAYBE_NOMINATIVE
    return OBLIQUE


def _is_anothers(scene: Scene, mention: Mention) -> bool:
    """ "Rzeczniczka premier [Theresy May]": behind a role in the nominative another form of a name is whose it is."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is None or before.upos != "NOUN":
        return False
    if scene.words.roles.kind(before) == "body":
        return True  # "wezwał rząd [Khana] do dymisji"
    return before.feats.get("Case") == "Nom" and scene.words.roles.kind(before) == "person"


def is_counted(scene: Scene, token: Token) -> bool:
    """Say whether a number governs the noun: "siedmiu [poslow]"."""
    if token.feats.get("Case") != "Gen":
        return False
    return any(
        child.upos == "NUM" or child.dep.endswith("gov") or _is_number(scene, child)
        for child in scene.tree.children(token)
        if child.index < token.index
    )


def _is_number(scene: Scene, token: Token) -> bool:
    """ "[Kilka] partii"."""
    readings = scene.words.inflection.readings.look_up(token.form.casefold())
    return token.upos in ("DET", "ADV") and any(reading.pos == NUMERAL for reading in readings)


def _by_agreement(scene: Scene, candidate: Candidate, verb: Token) -> float:
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    if is_counted(scene, candidate.head):
        return AGREES if gender in (None, "Neut") else DIFFERS_IN_GENDER
    total = 0.0
    numbers = _numbers(scene, candidate)
    if number and numbers:
        is_joined = scene.tree.child(candidate.head, "conj") is not None or _is_one_of_two(scene, candidate, verb)
        total += AGREES if number in numbers or "Ptan" in numbers or is_joined else DIFFERS_IN_NUMBER
    genders = candidate.values("Gender") - ({"Neut"} if candidate.is_person else set())  # no tag for people
    if gender and genders and number == "Sing":
        differs = DIFFERS_IN_GENDER / 2 if candidate.head.upos in ("PROPN", "X") else DIFFERS_IN_GENDER
        total += AGREES if gender in genders else differs
    return total


def _numbers(scene: Scene, candidate: Candidate) -> set[str]:
    """Of a person's name the tags may be wrong, but not that it is one's: "[Stubb] dodał", unlike "[Polki] dodały"."""
    if candidate.is_person and scene.words.roles.kind(candidate.head) is None:
        return {"Sing"}
    return candidate.values("Number") | _other_numbers(scene, candidate)


def _other_numbers(scene: Scene, candidate: Candidate) -> set[str]:
    """ "[Media] ujawniły": a role whose form is the plural too, whatever its tag."""
    if candidate.mention is not None or scene.words.roles.kind(candidate.head) is None:
        return set()
    readings = scene.words.inflection.readings.look_up(candidate.head.form.casefold())
    return {"Plur"} if any({"nom", "pl"} <= reading.values for reading in readings) else set()


def _is_one_of_two(scene: Scene, candidate: Candidate, verb: Token) -> bool:
    """ "[Nigel Farage] i współzałożyciel kampanii Arron Banks oznajmili": a second person is joined before the verb."""
    between = list(scene.between(candidate.words[-1].index + 1, verb.index))
    joined = next((place for place, token in enumerate(between) if token.upos == "CCONJ"), None)
    if joined is None or any(scene.is_finite(token) or token.form == "," for token in between):
        return False
    return any(
        token.feats.get("Case") == "Nom" and (token.feats.get("Animacy") == "Hum" or token.index in scene.mention_at)
        for token in between[joined:]
    )


def _by_kind(scene: Scene, candidate: Candidate) -> float:
    if candidate.mention is not None:
        return KINDS[candidate.mention.kind]
    head = one_of(scene, candidate.head) or candidate.head
    if (
        head.upos in ("PRON", "DET")
        or scene.words.among("shares", head.lemma)
        or scene.words.roles.kind(head) is not None
    ):
        return HUMAN
    return HUMAN if head.feats.get("Animacy") == "Hum" else THING


def one_of(scene: Scene, token: Token) -> Token | None:
    """Return those of whom somebody is one, or some are: "jeden z [pasażerów]", "73 proc. [respondentów]"."""
    last = scene.sentence(token)[1]
    start = _past_bracket(scene, token.index + 1, last)
    after = list(scene.between(start, min(start + ONE_REACH - 1, last)))
    if scene.words.among("shares", token.lemma):
        noun = next((other for other in after if not scene.is_mark(other.index)), None)
        if noun is not None and scene.is_finite(noun):
            return token  # "kolejne 23 proc. twierdzi"
        return noun if noun is not None and _are_people(scene, noun) else None
    if not scene.words.among("one", token.lemma) or not after or after[0].lemma != scene.words.rules["out_of"]:
        return None
    return next((other for other in after if other.upos == "NOUN" and other.feats.get("Number") == "Plur"), None)


def _past_bracket(scene: Scene, start: int, last: int) -> int:
    """ "Większość (46 proc.) [Brytyjczyków]": a figure in brackets stands between a share and its people."""
    if start >= last or scene.tokens[start].form != "(":
        return start
    closing = (index + 1 for index in range(start, min(start + BRACKET, last)) if scene.tokens[index].form == ")")
    return next(closing, start)


def share_part(scene: Scene, head: Token) -> tuple[int, int] | None:
    """Return the tokens of a share of people: "[73 proc. badanych]"; None for any other noun."""
    if not scene.words.among("shares", head.lemma):
        return None
    people = one_of(scene, head)
    before = scene.tokens[head.index - 1] if head.index else head
    first = before.index if before.upos == "NUM" or before.form[:1].isdigit() else head.index
    return first, (people if people is not None else head).index + 1


def _are_people(scene: Scene, noun: Token) -> bool:
    if noun.feats.get("Case") != "Gen" or noun.feats.get("Number") != "Plur":
        return False
    mention = scene.mention_at.get(noun.index)
    if mention is not None and mention.kind == "person":
        return True  # "60 proc. [Polaków]"
    return noun.feats.get("Animacy") == "Hum" or scene.words.roles.kind(noun) is not None


def _by_place(scene: Scene, candidate: Candidate, verb: Token) -> float:
    first, last = candidate.words[0].index, candidate.words[-1].index
    low, high = (last, verb.index) if last < verb.index else (verb.index, first)
    between = list(scene.between(low + 1, high))
    verbs = sum(scene.is_finite(token) and token.upos == "VERB" for token in between)
    marks = sum(token.form in BREAKS for token in between) % 2  # two set off an aside, and cost nothing
    beside = BESIDE if first > verb.index and verbs + marks == 0 else 0.0
    return beside + PER_WORD * len(between) + PER_VERB * verbs + PER_MARK * marks
