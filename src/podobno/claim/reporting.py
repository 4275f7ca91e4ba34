"""Which cues report: not those that are negated, supposed, asked about or of another sense.

In:   a scene and a cue.
Out:  yes or no, and the words that are asked of somebody.
Not:  what a cue reports, which is claim/direct.py and its neighbours.
"""

from itertools import pairwise

from podobno.claim.drafts import Cue
from podobno.claim.feelings import moves_others, moves_speaker
from podobno.claim.scene import Scene
from podobno.lang.readings import Reading
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

PAST = "praet"  # part of speech of the dictionary
WOULD = "part"  # as the dictionary has "by", where it is a segment of a verb in the past
COMPARED = 3  # words from "tak" to the comma of "tak samo szybko, jak"
STUDY_REACH = 12  # words from what shows something to the study, where a tree joins them otherwise
LACKING = 3  # words from "ma" to the noun of "nie ma żadnych informacji"
FOLLOWING = 5  # words from "wynika" to the "tego" of "wynika to z tego"
WOULD_REACH = 4  # words from "by" to its verb, from "kto" to the cue


def is_report(scene: Scene, cue: Cue) -> bool:
    """A cue reports unless it tells nothing as it stands (negated or not), or is supposed, future or of a speaker."""
    token = cue.token
    if cue.kind in ("source", "noun"):
        return cue.kind == "source" or not _is_lacking(scene, cue)
    if _is_of_words(scene, cue) or _is_inference(scene, cue) or _is_compared(scene, cue) or moves_others(scene, cue):
        return False
    if moves_speaker(scene, cue):
        return False
    if not (cue.entry.negated if cue.is_negated else cue.entry.stance):  # only "nie [ukrywa], że" tells something
        return False
    if scene.words.among("sounding", token.lemma) and not _is_of_paper(scene, token):
        return False
    if scene.words.among("displaying", token.lemma) and not _shows(scene, token):
        return False
    if cue.kind == "adjective" and _is_first_person(scene, cue):
        return False
    feats = token.feats
    would = _would(scene, token) and not scene.words.among("wished", token.lemma)
    if _is_supposed(scene, cue) or _is_shut_out(scene, cue) or _follows_from(scene, token):
        return False
    if _copes(scene, token) or would or _is_asked_about(scene, cue) or _is_asked_of_all(scene, cue):
        return False
    is_wish = feats.get("Mood") == "Cnd" and scene.words.among("wished", token.lemma)
    if (feats.get("Mood") in ("Cnd", "Imp") and not is_wish) or (
        feats.get("Person") in ("1", "2") and not is_reading(scene, cue)
    ):
        return False
    if feats.get("VerbForm") == "Inf":
        above = scene.tree.head(token)
        return above is not None and _is_evidential_of(scene, above, token)
    return not (feats.get("Tense") == "Fut" and cue.kind in ("verb", "phrase"))


def _is_lacking(scene: Scene, cue: Cue) -> bool:
    """ "Nie ma [informacji], by": what nobody has told."""
    before = list(scene.between(max(cue.first - LACKING, scene.sentence(cue.token)[0]), cue.first))
    has = next((token.index for token in before if scene.words.among("there_is", token.lemma)), None)
    return has is not None and has > 0 and scene.words.among("negation", scene.tokens[has - 1].form.casefold())


def _is_of_words(scene: Scene, cue: Cue) -> bool:
    """ "Mieszkańców uspokoiły [słowa] Lidii Dąb, że": the words report, whatever the verb says of them."""
    if cue.kind != "verb" or not scene.is_finite(cue.token) or cue.token.index + 1 >= len(scene.tokens):
        return False
    if scene.words.among("sounding", cue.token.lemma):
        return False  # "tak [brzmi] komunikat urzędu"
    after = scene.tokens[cue.token.index + 1]
    agrees = after.feats.get("Number") == cue.token.feats.get("Number")
    return agrees and after.lemma in scene.words.nouns and scene.words.inflection.may_be_nominative(after.form)


def _is_inference(scene: Scene, cue: Cue) -> bool:
    """ "Wiele wskazuje na to, że", ", co sugeruje, że": the article's own guess."""
    if cue.kind != "verb" or not scene.words.among("inferring", cue.token.lemma):
        return False
    near = list(scene.between(cue.first - 2, cue.first))
    which = len(near) > 1 and near[0].form == "," and scene.words.among("which", near[1].form.casefold())
    return which or any(scene.words.among("no_subject", token.form.casefold()) for token in near)


def _is_compared(scene: Scene, cue: Cue) -> bool:
    """ "Nie [tak szybko, jak] zapowiadał wójt": how much, and not what he says."""
    first, _ = scene.sentence(cue.token)
    near = scene.between(max(cue.first - WOULD_REACH, first + 1), cue.first)
    how = next((token.index for token in near if scene.words.among("parenthetic", token.form.casefold())), None)
    if how is None:
        return False
    if scene.words.among("so", scene.tokens[how - 1].form.casefold()):
        return True  # "[tak jak] przewidywał, mecz był trudny"
    if scene.tokens[how - 1].form != ",":
        return False
    before = scene.between(max(first, how - 1 - COMPARED), how - 1)
    return any(scene.words.among("so", token.form.casefold()) for token in before)


def _is_of_paper(scene: Scene, verb: Token) -> bool:
    """ "Tak brzmi [komunikat] urzędu", but not "tak brzmi [muzyka]"."""
    near = scene.between(verb.index + 1, min(verb.index + WOULD_REACH, scene.sentence(verb)[1]))
    return any(scene.words.among("papers", token.lemma) or token.lemma in scene.words.nouns for token in near)


def _shows(scene: Scene, verb: Token) -> bool:
    """ "[Badania] pokazują, że", but not "Polacy pokazali, że umieją grać", "co pokazuje, że": the article's guess."""
    first = scene.tree.head(verb) if is_dep(verb, "conj") else verb
    subject = scene.tree.child(verb, "nsubj") or (scene.tree.child(first, "nsubj") if first is not None else None)
    mention = scene.mention_at.get(subject.index) if subject is not None else None
    is_body = mention is not None and mention.kind == "body"  # "sondaż ośrodka ABC": a tree may take the body for it
    if subject is not None and (_is_study(scene, subject) or (subject.feats.get("Animacy") == "Hum" and not is_body)):
        return _is_study(scene, subject)
    start, end = scene.paragraph(verb.index)  # a body behind its study may look like the head of a sentence
    near = scene.between(max(start, verb.index - STUDY_REACH), min(end, verb.index + STUDY_REACH))
    return any(_is_study(scene, token) for token in near)


def _is_study(scene: Scene, token: Token) -> bool:
    lists = ("papers", "kinds_of_information", "findings", "antecedents")
    is_any = any(scene.words.among(name, token.lemma) for name in lists)
    return is_any and not scene.words.among("which", token.form.casefold())  # "głosowano, co pokazało, że"


def _copes(scene: Scene, verb: Token) -> bool:
    """ "Jak [radzą] sobie z powodzią": with "sobie" the verb reports nothing."""
    near = scene.between(verb.index - 2, verb.index + 3)
    to_oneself = any(scene.words.among("to_oneself", token.form.casefold()) for token in near)
    return to_oneself and scene.words.among("coping", verb.lemma)


def _is_supposed(scene: Scene, cue: Cue) -> bool:
    """ "Jeśli ktoś [sądzi], że to proste", "nie ma nikogo, kto się [zgadza]": nobody in particular."""
    first, _ = scene.sentence(cue.token)
    near = list(scene.between(max(first, cue.first - WOULD_REACH), cue.first))
    anybody = next((t.index for t in near if scene.words.among("anybody_at_all", t.form.casefold())), None)
    if anybody is None:
        return False
    before = scene.between(max(first, anybody - 2), anybody)
    is_behind_comma = anybody > first and scene.tokens[anybody - 1].form == ","  # ", kto": of whoever does so
    is_relative = is_behind_comma and scene.tokens[anybody].feats.get("PronType") != "Ind"
    is_told = cue.token.feats.get("Tense") == "Past"  # "rozmawiała z kimś, kto [powiedział], że"
    return (is_relative and not is_told) or any(
        scene.words.among("supposing", token.form.casefold()) for token in before
    )


def _is_shut_out(scene: Scene, cue: Cue) -> bool:
    """ "Związek [wyklucza] zawodników z gry": who is shut out of something is no thing denied."""
    if not scene.words.among("ruling_out", cue.token.lemma):
        return False
    out = scene.tree.child(cue.token, "obj")
    near = scene.between(cue.last, min(cue.last + FOLLOWING, scene.sentence(cue.token)[1]))
    is_from = any(token.lemma == scene.words.rules["out_of"] and token.upos == "ADP" for token in near)
    return is_from or (out is not None and out.feats.get("Animacy") == "Hum")


def _follows_from(scene: Scene, verb: Token) -> bool:
    """ "[Wynika] to z tego, że": a thing that follows from another, not what a document tells."""
    if not scene.words.among("documents", verb.lemma):
        return False
    after = list(scene.between(verb.index + 1, min(verb.index + FOLLOWING, scene.sentence(verb)[1])))
    forms = [token.form.casefold() for token in after]
    points = any(" ".join(pair) == scene.words.rules["out_of_it"] for pair in pairwise(forms))
    subject = scene.tree.child(verb, "nsubj")
    return points and subject is not None and subject.index < verb.index + FOLLOWING


def _would(scene: Scene, verb: Token) -> bool:
    """ "Wszyscy [by] myśleli": the particle of the conditional stands before its verb."""
    if any(_is_conditional(reading) for reading in scene.words.inflection.readings.look_up(verb.form)):
        return True  # "powiedzielibyście", which a parser may take for the past
    near = scene.between(max(verb.index - WOULD_REACH, scene.sentence(verb)[0]), verb.index)
    return verb.feats.get("Tense") == "Past" and any(
        t.upos == "AUX" and t.head == verb.index and scene.words.among("would", t.form.casefold()) for t in near
    )


def _is_conditional(reading: Reading) -> bool:
    return reading.pos == PAST and WOULD in reading.rest.split("+")


def _is_asked_of_all(scene: Scene, cue: Cue) -> bool:
    """ "Kto [wierzy], że Rosja przegra?": a question that nobody answers."""
    first, last = scene.sentence(cue.token)
    asks = (t for t in scene.between(max(first, cue.first - WOULD_REACH), cue.first) if t.feats.get("Case") == "Nom")
    asked = any(token.feats.get("PronType") == "Int" and token.upos == "PRON" for token in asks)
    return asked and scene.tokens[last - 1].form == scene.words.stance["question_mark"]


def _is_asked_about(scene: Scene, cue: Cue) -> bool:
    """ "Na pytanie, czy rząd [uważa] to za błąd, odparł": what somebody asks of another is no report of his."""
    first, _ = scene.sentence(cue.token)
    before = list(scene.between(first, cue.first))
    comma = next((t.index for t in reversed(before) if t.form == ","), None)
    if comma is None or comma == first:
        return False
    opens = scene.tokens[comma + 1]
    if any(scene.is_dash(index) for index in range(comma, cue.first)):
        return False  # "„Nie znam odpowiedzi na pytanie, kiedy” – powiedział wójt"
    is_question = scene.words.among("asking", opens.lemma) and opens.index < cue.first
    return is_question and scene.words.among("asked_nouns", scene.tokens[comma - 1].lemma)


def _is_evidential_of(scene: Scene, above: Token, token: Token) -> bool:
    """ "Miał powiedzieć", but not "mieli powody, by sądzić"; "próbował przekonać"."""
    between = scene.between(above.index + 1, token.index)
    apart = any(scene.is_mark(word.index) for word in between)
    is_told = scene.is_finite(above) and not scene.is_negated(above)  # "test mający potwierdzić wiedzę" tells of no one
    if scene.words.among("attempting", above.lemma):  # "próbował przekonać", "zaczęli grozić"
        return is_told and not apart and above.feats.get("Tense") != "Fut"
    return scene.words.among("evidential", above.lemma) and is_told and not apart


def _is_first_person(scene: Scene, cue: Cue) -> bool:
    near = [
        *scene.tree.children(cue.token),
        *([above] if (above := scene.tree.head(cue.token)) is not None else []),
    ]
    return any(token.feats.get("Person") in ("1", "2") for token in near)


def is_reading(scene: Scene, cue: Cue) -> bool:
    """Say whether the cue is of reading or hearing: "czytamy", "usłyszeliśmy"."""
    token = cue.token
    is_ours = token.feats.get("Person") == "1" and token.feats.get("Number") == "Plur"
    return scene.words.among("reading", token.lemma) or (is_ours and scene.words.among("overhearing", token.lemma))


def asked_before(scene: Scene, cue: Cue | None) -> frozenset[int]:
    """ "Na pytanie, [czy rząd odejdzie], odparła": of whom somebody asks, he does not answer."""
    if cue is None:
        return frozenset()
    for token in scene.between(scene.sentence(cue.token)[0], cue.first - 2):
        if scene.words.among("asked_nouns", token.lemma) and scene.tokens[token.index + 1].form == ",":
            opens = scene.tokens[token.index + 2]
            return frozenset(range(opens.index, cue.first)) if scene.words.among("asking", opens.lemma) else frozenset()
    return frozenset()
