"""Name a speaker who has no name: the noun phrase in the nominative.

In:   a scene, the head of the phrase and its stretch.
Out:  the name; of a bare noun the fullest phrase before it.
Not:  who of the article it stands for: claim/voices.py.
"""

from dataclasses import replace

from podobno.claim.phrases import is_part_of_law, phrase_part
from podobno.claim.roles import PERSON
from podobno.claim.scene import Part, Scene
from podobno.claim.weighing import is_counted
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NOUN, MEN = "subst", "m1"  # part of speech and gender of the dictionary
NUMERAL = "num"  # part of speech of the dictionary
LAW_REACH = 3  # tokens from "art." to the law: "art. 39 ustawy"
TELLS_NO_MORE = ("DET", "PRON", "NUM")  # "jej prawnik", "257 pasażerów"


def noun_name(scene: Scene, head: Token, part: Part) -> str:
    """Return the name of who is called by a noun phrase."""
    return _as_common(scene, head, part, _base_name(scene, head, part))


def _as_common(scene: Scene, head: Token, part: Part, name: str) -> str:
    """A role that opens a sentence has its capital from there: "[Wójt] dodał", "Niemcy: [Rząd] ogłosił"."""
    opens = scene.tokens[part[0]]
    is_first = part[0] == scene.sentence(head)[0] or scene.tokens[part[0] - 1].form == ":"
    starts = is_first and opens.form.istitle()
    is_role = opens.index == head.index and scene.words.roles.kind(head) is not None
    return name[:1].lower() + name[1:] if starts and is_role else name


def _base_name(scene: Scene, head: Token, part: Part) -> str:
    """The phrase in the nominative; of a bare noun the fullest phrase before it with the same noun."""
    if part[1] - part[0] == 1:
        part = fuller_phrase(scene, head) or part
    words = list(scene.between(*part))
    if len(words) > 1 and scene.words.among("possessive", words[0].form.casefold()) and not _is_kin(scene, head):
        words = words[1:]  # "jego [zwolennicy]": whose, the article tells elsewhere
    while len(words) > 1 and (scene.words.among("so_called", words[0].lemma) or scene.is_mark(words[0].index)):
        words = words[1:]  # "tzw. [klauzula] sumienia"
    head = next((word for word in words if word.lemma == head.lemma), head)
    if any(is_part_of_law(scene, token) for token in scene.between(max(head.index - LAW_REACH, 0), head.index)):
        head = replace(head, feats={**head.feats, "Case": "Gen", "Number": "Sing"})
        words = [head if word.index == head.index else word for word in words]
        return scene.words.inflection.base_form(words, head)  # "art. 39 [ustawy]"
    is_share = scene.words.among("shares", head.lemma)
    if is_counted(scene, head) or _is_many(scene, words, head) or is_share:
        text = scene.text[words[0].start : words[-1].end]
        if is_share and head is words[0] and head.upos == "NOUN":  # "w opinii [większości] badanych"
            text = scene.words.inflection.nominative(head.form, head.feats) + scene.text[head.end : words[-1].end]
        return text[:1].lower() + text[1:]
    if scene.words.among("papers", head.lemma):
        head = replace(head, feats={**head.feats, "Animacy": "Inan"})  # "wytycznych": things, not people
    elif head.upos == "ADJ" and (scene.words.roles.kind(head) == PERSON or is_of_men(scene, head)):
        head = replace(head, feats={**head.feats, "Animacy": "Hum"})  # "śledczych": people, not things
    name = scene.words.inflection.base_form(words, head)
    before = scene.between(scene.sentence(words[0])[0], words[0].index)
    is_proper = words[0].form.istitle() and not all(scene.is_mark(token.index) for token in before)
    return name[:1].upper() + name[1:] if is_proper else name  # "[Taco] Zimmerman", not the dish


def _is_kin(scene: Scene, head: Token) -> bool:
    """ "Jej mąż": a bare "mąż" would tell nothing."""
    return scene.words.among("kin", head.lemma)


def _is_many(scene: Scene, words: list[Token], head: Token) -> bool:
    """ "Zdaniem [wielu ekspertów]": of men one says the same in the nominative."""
    readings = scene.words.inflection.readings.look_up(words[0].form)
    is_number = bool(readings) and all(reading.pos == NUMERAL for reading in readings)
    return is_number and words[0] is not head and head.feats.get("Animacy") == "Hum"


def is_of_men(scene: Scene, head: Token) -> bool:
    """Say whether what the tree takes for an adjective is a noun of men to the dictionary: "strajk [bagażowych]"."""
    if head.upos != "ADJ":
        return False
    readings = scene.words.inflection.readings.look_up(head.form.casefold())
    return any(reading.pos == NOUN and MEN in reading.values for reading in readings)


def is_owned(head: Token, words: list[Token]) -> bool:
    """ "[Prawnik] lekarki": a noun that another one owns tells of nobody who was named without the other."""
    return any(word.head == head.index and word.upos == "NOUN" and is_dep(word, "nmod") for word in words)


def foreign_name(scene: Scene, head: Token) -> str | None:
    """Return the whole of a foreign name that the weights did not see: "[Nord Stream 2 AG]: ruszyły prace"."""
    if head.upos not in ("PROPN", "X") or head.index in scene.mention_at:
        return None
    first, last = head.index, head.index + 1
    while first > 0 and _is_joined(scene, first - 1, first) and scene.tokens[first - 1].form[:1].isupper():
        first -= 1
    while last < len(scene.tokens) and _is_joined(scene, last - 1, last) and _may_follow(scene.tokens[last]):
        last += 1
    return scene.text[scene.tokens[first].start : scene.tokens[last - 1].end] if last - first > 1 else None


def _is_joined(scene: Scene, one: int, other: int) -> bool:
    """Say whether two words of a foreign name stand side by side: not both are Polish words."""
    before, after = scene.tokens[one], scene.tokens[other]
    is_near = before.sentence == after.sentence and before.end + 1 == after.start
    known = scene.words.inflection.readings.look_up
    return is_near and not all(known(word.form.casefold()) for word in (before, after))


def _may_follow(word: Token) -> bool:
    return word.form[:1].isupper() or word.form.isdigit()


def fuller_phrase(scene: Scene, head: Token) -> Part | None:
    """ "Autorzy" are the "autorzy listu" named before; "jej prawnik" tells no more than "prawnik"."""
    if head.upos != "NOUN":
        return None
    for other in reversed(scene.tokens[: head.index]):
        name = scene.mention_at.get(other.index)
        if name is not None and name.first < other.index:
            continue  # "Sztab Generalny [Wojska] Polskiego": of another's name
        if other.lemma == head.lemma and other.feats.get("Number") == head.feats.get("Number"):
            part = phrase_part(scene, other, is_short=True)
            opens = scene.tokens[part[0]].upos
            is_said_elsewhere = other.index in scene.quote_at and head.index not in scene.quote_at
            if part[1] - part[0] > 1 and opens not in TELLS_NO_MORE and not is_said_elsewhere:
                return part
    return None
