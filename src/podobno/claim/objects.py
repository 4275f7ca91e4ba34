"""Which noun is the object of a reporting word: "zapowiedział [strajk]", "o [wysłaniu wojsk] poinformował".

In:   a scene and a cue.
Out:  the head token of the phrase that is told, None where the cue has none.
Not:  how far the phrase reaches, which is claim/nominals.py; frames and cases, which are claim/frames.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue
from podobno.claim.frames import frame_of, is_gerund, may_be_case, misread_frame, preposition_of
from podobno.claim.scene import Scene
from podobno.lang.inflection import CASES
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "acl")
THINGS = ("NOUN", "PROPN", "PRON", "DET", "ADJ")
REACH = 8  # tokens from a cue to its preposition
OBJECT_REACH = 12  # words from a verb to its object
NEAR_LED = 4  # words from a preposition to its noun, before the verb
FRONT_REACH = 16  # tokens of a phrase that opens the clause of its verb
NOUN = "subst"  # part of speech of the dictionary
JOINED = "_"  # in the base form of an abbreviation of several words: "m.in."


def reported_object(scene: Scene, cue: Cue) -> Token | None:
    """Return the object in the tree, else the next preposition with the right case."""
    children = [child for child in scene.tree.children(cue.token, *ARGUMENTS) if _fits(scene, cue, child)]
    nouns = [child for noun in _phrase_nouns(scene, cue) for child in scene.tree.children(noun, *ARGUMENTS)]
    nouns += [*_asked_from(scene, cue), *_accused_of(scene, cue)]
    found = children + [child for child in nouns if _fits(scene, cue, child)]
    after = [child for child in found if child.index > cue.token.index] or found
    after = _without_people(scene, cue, found, after)
    if after:
        return min(after, key=lambda child: abs(child.index - cue.token.index))
    return (
        _next_phrase(scene, cue)
        or _pronoun_beside(scene, cue)
        or _object_behind(scene, cue)
        or _phrase_in_front(scene, cue)
    )


def _without_people(scene: Scene, cue: Cue, found: list[Token], after: list[Token]) -> list[Token]:
    """ "[Chęć udziału] deklarują osoby starsze": of two that may be the object, those who can speak are the subject."""
    before = [child for child in found if child.index < cue.token.index and not preposition_of(scene, child)]
    people = [
        child for child in after if scene.words.roles.kind(child) is not None or child.feats.get("Animacy") == "Hum"
    ]
    bare = [child for child in people if not preposition_of(scene, child)]
    return before if before and bare == after else after


def _asked_from(scene: Scene, cue: Cue) -> list[Token]:
    """ "Oczekuje od rządu [wycofania] ustawy": the tree hangs what is asked on the one of whom it is asked."""
    whom = scene.words.rules["asked_of"]
    asked = [child for child in scene.tree.children(cue.token, "obl", "nmod") if preposition_of(scene, child) == whom]
    below = [token for child in asked for token in scene.tree.children(child, "nmod")]
    return [token for token in below if token.index not in scene.mention_at and is_gerund(scene, token)]


def _accused_of(scene: Scene, cue: Cue) -> list[Token]:
    """ "O [napad] oskarżany jest kierowca": the tree hangs a passive on what stands before it."""
    above = scene.tree.head(cue.token) if cue.entry.is_passive else None
    return [above] if above is not None and above.index < cue.token.index and preposition_of(scene, above) else []


def _phrase_nouns(scene: Scene, cue: Cue) -> Iterator[Token]:
    if cue.kind == "phrase":
        yield from (token for token in scene.between(cue.first, cue.last) if token.upos == "NOUN")


def _fits(scene: Scene, cue: Cue, token: Token) -> bool:
    takes = cue.entry.takes
    if scene.words.among("antecedents", token.lemma):
        return False  # "to, [czego] obawiali się mieszkańcy": what stands before it, and tells nothing
    if scene.words.among("asked_nouns", token.lemma) or _is_personal(token) or _is_agreed_to(scene, cue, token):
        return False
    if token.feats.get("VerbForm") == "Inf":
        return "Inf" in takes
    if scene.is_of_time(token) and token.index < cue.token.index:
        return False  # "wzrostu cen w ciągu najbliższych [miesięcy] spodziewa się"
    if token.upos not in ("NOUN", "PROPN", "NUM", "PRON", "DET", "SYM", "X"):
        return False
    if is_dep(token, "nsubj") and not preposition_of(scene, token):
        return _is_governed(scene, cue, token) or ("Acc" in takes and _is_object(scene, cue, token))
    if "info" in takes and scene.words.among("information", token.lemma) and not preposition_of(scene, token):
        return token.index > cue.token.index or scene.tree.child(token, "nmod") is None
    if scene.words.among("reflexive", token.lemma) or JOINED in token.lemma or _is_far_led(scene, cue, token):
        return False
    if cue.kind in ("noun", "phrase") and frame_of(scene, token) == "Gen" and _is_person(scene, token):
        return False  # "postulatem [związkowców] jest": whose it is, and not what it is
    if frame_of(scene, token) in takes or misread_frame(scene, token) & takes:
        return True
    if cue.is_negated and "Acc" in takes and is_dep(token, "obj") and frame_of(scene, token) == "Gen":
        return token.index > cue.token.index and token.upos == "NOUN"  # "nie potwierdził [doniesień]"
    return is_dep(token, "obj", "obl") and _is_governed(scene, cue, token)


def _is_agreed_to(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "Zgodził się na [to]": to what, this sentence does not tell."""
    return cue.token.lemma in scene.words.stance["consenting"] and token.feats.get("PronType") == "Dem"


def _is_far_led(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "Na koniec maja 2025 r. [sieć] liczyła": a preposition far before what stands before the verb is of another."""
    word = scene.tree.child(token, "case")
    return word is not None and token.index < cue.token.index and token.index - word.index > NEAR_LED


def _is_governed(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "Rząd obawia się [zerwania] rozmów": a verb that takes a genitive has it, and not a second subject behind it."""
    frame = frame_of(scene, token)
    if "Gen" not in cue.entry.takes or token.index < cue.token.index or frame not in ("Gen", "Nom", "Acc"):
        return False
    if frame == "Gen":
        return True
    subjects = [child for child in scene.tree.children(cue.token, "nsubj") if child.index < cue.token.index]
    differs = token.feats.get("Number") != cue.token.feats.get("Number")
    return (bool(subjects) or frame == "Acc" or differs) and may_be_case(scene, token, "Gen")


def _is_personal(token: Token) -> bool:
    """ "Narzekają na [nich]": whom a pronoun stands for is no content."""
    return token.feats.get("PronType") == "Prs"


def _is_object(scene: Scene, cue: Cue, token: Token) -> bool:
    """ "[Przyjazd] gości potwierdziła rzeczniczka": of two subjects the thing that does not agree is the object."""
    gender, number = token.feats.get("Gender"), token.feats.get("Number")
    differs = gender not in (None, cue.token.feats.get("Gender", gender)) and number == "Sing"
    is_thing = token.upos == "NOUN" and token.feats.get("Animacy") != "Hum" and scene.words.roles.kind(token) is None
    others = [child for child in scene.tree.children(cue.token, "nsubj") if child.index > cue.token.index]
    if not others and (differs or _is_one_of_many(scene, token, cue.token)):
        others = [child for child in scene.tree.children(cue.token) if _may_act(scene, child, cue.token)]
        differs = True
    people = [*_people_behind(scene, cue)] if is_thing else []
    people += [child for child in scene.tree.children(cue.token, "obj") if _are_people(scene, child, cue.token)]
    if people and is_thing and token.index < cue.token.index:
        return True  # "[protesty] zapowiadali górnicy", "[chęć] deklarują osoby"
    differs = differs or _is_one_of_many(scene, token, cue.token)
    return differs and is_thing and token.index < cue.token.index and bool(others)


def _people_behind(scene: Scene, cue: Cue) -> Iterator[Token]:
    """ "[Udział] potwierdził w rozmowie z agencją [wicedyrektor]": who may be the subject, far behind the verb."""
    for token in scene.between(cue.last, scene.sentence(cue.token)[1]):
        if scene.is_finite(token) or token.form in ",;:.(" or scene.is_dash(token.index):
            return
        agrees = all(token.feats.get(key) == cue.token.feats.get(key) for key in ("Gender", "Number"))
        is_person = scene.words.roles.kind(token) == "person" and token.feats.get("Case") == "Nom"
        if agrees and is_person and not preposition_of(scene, token):
            yield token


def _is_one_of_many(scene: Scene, token: Token, verb: Token) -> bool:
    """ "[Pomoc] zadeklarowały Litwa i Estonia": one thing is no subject of a verb in the plural."""
    joined = scene.tree.child(token, "conj") is not None
    return token.feats.get("Number") == "Sing" and verb.feats.get("Number") == "Plur" and not joined


def _may_act(scene: Scene, token: Token, verb: Token) -> bool:
    """ "Azyl zaproponowało [kilka krajów]": what may be the subject behind a verb, whatever the tree makes of it."""
    if token.index < verb.index or token.upos not in THINGS or _is_personal(token) or preposition_of(scene, token):
        return False
    counted = scene.tree.child(token, "det", "nummod")
    return token.feats.get("Case") == "Nom" or (counted is not None and counted.feats.get("Case") == "Nom")


def _are_people(scene: Scene, token: Token, verb: Token) -> bool:
    are_many = token.feats.get("Number") == "Plur" == verb.feats.get("Number") and token.index > verb.index
    are_men = token.feats.get("Animacy") == "Hum" or scene.words.roles.kind(token) == "person"
    return are_many and are_men and scene.words.inflection.may_be_nominative(token.form)


def _next_phrase(scene: Scene, cue: Cue) -> Token | None:
    _, last = scene.sentence(cue.token)
    for token in scene.between(cue.last, min(last, cue.last + REACH)):
        if token.upos == "ADP":
            head = scene.tokens[token.head]
            if head.index > token.index and scene.words.among("venues", head.lemma) and "o+Loc" in cue.entry.takes:
                continue  # "mówił na antenie radia o moście"
            if head.index > token.index and _fits(scene, cue, head):
                return head
            if head.index > token.index and scene.is_of_time(head):
                continue  # "powiadomiła [w piątek] wieczorem o zamknięciu mostu"
            return None
        is_means = token.upos == "NOUN" and token.feats.get("Case") == "Ins" and "Ins" in cue.entry.takes
        if is_means and not preposition_of(scene, token):
            return token  # "grozi spółce karą"
        is_stop = token.form == "." and scene.gap(token.index) == ""  # of "m.in."
        if (scene.is_mark(token.index) and not is_stop) or scene.is_finite(token):
            return None
    return None


def _object_behind(scene: Scene, cue: Cue) -> Token | None:
    """ "Postulował także roczny [zakaz]", "nie wyklucza [strajku]": the thing behind the verb, whatever its tags."""
    takes = cue.entry.takes
    case = "Acc" if "Acc" in takes else "Gen" if "Gen" in takes else None
    if case is None or cue.kind != "verb" or not scene.is_finite(cue.token):
        return None
    case = "Gen" if cue.is_negated else case
    passed = cue.last  # tokens up to here belong to a phrase that is no object
    for token in scene.between(cue.last, min(cue.last + OBJECT_REACH, scene.sentence(cue.token)[1])):
        if token.index < passed or _goes_before_object(scene, token):
            continue
        if token.upos == "ADP" or _is_listener(token):
            passed = _past_phrase(scene, token)
            continue
        is_noun = token.upos == "NOUN" or (token.upos == "VERB" and _is_noun_form(scene, token))
        return token if is_noun and _is_thing(scene, token) and may_be_case(scene, token, case) else None
    return None


def _goes_before_object(scene: Scene, token: Token) -> bool:
    is_told = token.upos in ("ADV", "PART", "ADJ", "DET", "NUM") or scene.is_of_time(token)
    return is_told or scene.words.among("reflexive", token.form.casefold())


def _is_listener(token: Token) -> bool:
    """ "Zarzuciła [dziennikarzom] brak rzetelności"."""
    return token.upos in ("NOUN", "PROPN") and token.feats.get("Case") == "Dat"


def _past_phrase(scene: Scene, first: Token) -> int:
    """ "Zapowiedział [w Rzeszowie] budowę": the token behind a preposition's noun, or behind who is told."""
    if first.upos != "ADP":
        return first.index + 1
    last = min(first.index + 1 + NEAR_LED, scene.sentence(first)[1])
    noun = next((t for t in scene.between(first.index + 1, last) if t.upos in ("NOUN", "PROPN")), None)
    mention = scene.mention_at.get(noun.index) if noun is not None else None
    return mention.last if mention is not None else first.index + 1 if noun is None else noun.index + 1


def _is_noun_form(scene: Scene, token: Token) -> bool:
    """A word that the tags have for a verb, and the dictionary for a noun: "brak", "zamknięcie"."""
    readings = scene.words.inflection.readings.look_up(token.form)
    return is_gerund(scene, token) or any(reading.pos == NOUN for reading in readings)


def _phrase_in_front(scene: Scene, cue: Cue) -> Token | None:
    """ "[O obowiązku szczepień] przypomina lekarz": the phrase that opens the clause of a verb."""
    if cue.kind != "verb" or not scene.is_finite(cue.token):
        return None
    start = _clause_start(scene, cue)
    opens = scene.tokens[start]
    if opens.upos != "ADP" or cue.first - start > FRONT_REACH:
        return None
    for token in scene.between(start + 1, cue.first):
        if token.upos in ("NOUN", "PROPN", "VERB"):
            takes = {one.partition("+")[2] for one in cue.entry.takes if one.partition("+")[0] == opens.lemma}
            is_noun = token.upos != "VERB" or is_gerund(scene, token)
            is_led = is_noun and any(may_be_case(scene, token, case) for case in takes if case in CASES)
            return token if is_led and not scene.is_of_time(token) else None
    return None


def _clause_start(scene: Scene, cue: Cue) -> int:
    """The first token of the verb's clause: of the sentence, or behind a comma, a dash or a quotation mark."""
    first, _ = scene.sentence(cue.token)
    for index in range(cue.first - 1, first - 1, -1):
        if scene.is_finite(scene.tokens[index]):
            return cue.first
        if scene.is_mark(index) and index not in scene.quote_at:
            return index + 1
    return first


def _is_thing(scene: Scene, token: Token) -> bool:
    """Say whether a noun can say nothing itself, and names something that can be told."""
    if token.index in scene.mention_at or token.feats.get("Animacy") == "Hum" or preposition_of(scene, token):
        return False
    lists = ("papers", "studies", "kinds_of_information", "asked_nouns", "media")
    speaks = scene.words.roles.kind(token) is not None or any(scene.words.among(key, token.lemma) for key in lists)
    return not speaks and token.lemma not in scene.words.nouns


def _pronoun_beside(scene: Scene, cue: Cue) -> Token | None:
    """ "Rząd [temu] zaprzecza": a pronoun that the parser may take for a preposition."""
    if "Dat" not in cue.entry.takes:
        return None
    beside = (*scene.between(cue.first - 1, cue.first), *scene.between(cue.last, cue.last + 1))
    pronouns = (token for token in beside if scene.words.among("this", token.form.casefold()))
    return next((token for token in pronouns if may_be_case(scene, token, "Dat")), None)


def _is_person(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    return (mention is not None and mention.kind == "person") or scene.words.roles.kind(token) == "person"
