"""Reported things without a clause: "zapowiedział [strajk]", "poinformował o [wysłaniu wojsk]".

In:   a scene and its cues.
Out:  drafts whose content is a noun phrase or an infinitive.
Not:  clauses with a conjunction: claim/clauses.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.frames import frame_of, is_gerund, may_be_case, misread_frame, preposition_of
from podobno.claim.scene import Part, Scene
from podobno.claim.spans import clause_end, phrase_part, trim_end
from podobno.lang.inflection import CASES
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "acl")
NAMING = frozenset(("as", "za+Acc"))  # frames of a verb that calls a thing something: "uznał to za błąd"
COLON = ":"  # opens words of their own: "jak go postrzega, wójt odparł: jako wroga"
NAMES = frozenset(("Ins",))  # frames of a verb of naming: "nazwał to błędem"
THINGS = ("NOUN", "PROPN", "PRON", "DET", "ADJ")
REACH = 8  # tokens from a cue to its preposition
OBJECT_REACH = 12  # words from a verb to its object
NEAR_LED = 4  # words from a preposition to its noun, before the verb
POINTER = 4  # words: "inną, istotną kwestię"
NOUN = "subst"  # part of speech of the dictionary
FRONT_REACH = 16  # tokens of a phrase that opens the clause of its verb
NAMED_REACH = 14  # tokens from a verb of naming to what it calls a thing
JOINED = "_"  # in the base form of an abbreviation of several words: "m.in."


def nominal_drafts(scene: Scene, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """Yield a draft for each cue that has an object of a kind it takes."""
    for cue in cues:
        if cue.kind == "source":
            continue
        parts = _named_as(scene, cue) if cue.entry.takes & NAMING else None
        if parts is not None:
            yield Draft(content=parts, cue=cue, rule="named-as", clause=scene.sentence(cue.token))
        if parts is not None or "as" in cue.entry.takes:
            continue
        if cue.entry.takes == NAMES:
            part = _named_so(scene, cue)
            if part is not None:
                yield Draft(content=(part,), cue=cue, rule="named-as", clause=scene.sentence(cue.token))
                continue
        argument = _argument(scene, cue)
        if argument is not None and not _is_topic(scene, cue, argument):
            part = _before_answer(scene, cue, _part(scene, cue, argument))
            if _only_points(scene, part):
                continue
            yield Draft(
                content=_with_subject(scene, cue, part),
                cue=cue,
                rule="nominal",
                clause=scene.sentence(cue.token),
            )


def _only_points(scene: Scene, part: Part) -> bool:
    """ "Zwraca uwagę na [inną, istotną kwestię]": what is meant, another sentence tells."""
    words = [word for word in scene.between(*part) if not scene.is_mark(word.index)]
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "VERB")]
    points = any(scene.words.among("other", word.lemma) for word in words)
    return points and all(scene.words.among("placeholders", noun.lemma) for noun in nouns) and len(words) <= POINTER


def _is_person(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    return (mention is not None and mention.kind == "person") or scene.words.roles.kind(token) == "person"


def _before_answer(scene: Scene, cue: Cue, part: Part) -> Part:
    """ "Na pytanie o remont mostu | [wójt] odpowiedział": who answers is not asked about."""
    if not scene.words.among("asked_nouns", cue.token.lemma):
        return part
    inside = scene.between(part[0] + 1, part[1])
    names = (t for t in inside if t.index in scene.mention_at or scene.words.roles.kind(t) == "person")
    subject = next((t for t in names if t.feats.get("Case") == "Nom" and scene.tokens[t.index - 1].upos != "ADP"), None)
    return part if subject is None else (part[0], trim_end(scene, part[0], subject.index))


def _is_topic(scene: Scene, cue: Cue, argument: Token) -> bool:
    """ "Mówiąc o cenach, dodał": a converb before the report names its topic; ", mówiąc o cenach" tells of them."""
    first, _ = scene.sentence(cue.token)
    opens = not any(map(scene.is_finite, scene.between(first, cue.first)))
    return opens and cue.token.feats.get("VerbForm") == "Conv" and argument.feats.get("Case") == "Loc"


def _named_as(scene: Scene, cue: Cue) -> tuple[Part, ...] | None:
    """ "Określiło [te incydenty] jako [niedopuszczalne]": the thing, and what it is said to be."""
    _, last = scene.sentence(cue.token)
    marks = (t for t in scene.between(cue.last, last) if scene.words.among("naming", t.lemma) or t.form == COLON)
    mark = next(marks, None)
    if mark is None or mark.form == COLON or mark.index + 1 >= last:
        return None
    end = _predicate_end(scene, mark.index + 1, cue)
    said = (mark.index + 1, end)
    things = [child for child in scene.tree.children(cue.token, "obj", "nsubj:pass") if child.index < mark.index]
    thing = next((child for child in things if child.upos in ("NOUN", "PROPN", "PRON")), None)
    if thing is None or end <= mark.index + 1:
        return None
    first, until = phrase_part(scene, thing, is_short=False)
    until = min(until, mark.index)
    return tuple(sorted(((first, trim_end(scene, first, until)), said))) if until > first else None


def _named_so(scene: Scene, cue: Cue) -> Part | None:
    """ "Nazwał [decyzję rady skandalem]": the thing, and what it is called."""
    between = list(scene.between(cue.last, min(cue.last + NAMED_REACH, scene.sentence(cue.token)[1])))
    stops = (i for i, t in enumerate(between) if scene.is_finite(t) or (scene.is_mark(t.index) and t.form in ",;:.-"))
    stop = next(stops, len(between))
    between = between[:stop]
    thing = next((t for t in between if t.upos in THINGS and _may_be_object(scene, t)), None)
    said = [t for t in between if _may_be_called(scene, t, thing)]
    called = _called(scene, said)
    if (
        thing is None
        or called is None
        or called.index in scene.mention_at
        or called.index < thing.index
        or preposition_of(scene, called)
    ):
        return None
    first = next(t.index for t in between if t.index == thing.index or t.head == thing.index)
    end = max(phrase_part(scene, called, is_short=True)[1], called.index + 1)
    quote = scene.quote_at.get(called.index)
    is_quoted = quote is not None and (quote.last == end or quote.first > thing.index)
    return first, quote.last + 1 if quote is not None and is_quoted else end


def _may_be_object(scene: Scene, token: Token) -> bool:
    """ "Nazwał [zmiany] zagrożeniem": the accusative, or what the tree takes for the object and has its form."""
    is_read = token.feats.get("Case") == "Acc"
    return is_read or (token.upos == "NOUN" and is_dep(token, "obj") and may_be_case(scene, token, "Acc"))


def _may_be_called(scene: Scene, token: Token, thing: Token | None) -> bool:
    """ "Nazwał żądania [bezcelowymi]": an adjective alone, behind the thing or in quotation marks."""
    if token.upos == "NOUN":
        return token.feats.get("Case") == "Ins" and not preposition_of(scene, token)  # "remont nad [rzeką]"
    after = scene.tokens[token.index + 1] if token.index + 1 < len(scene.tokens) else token
    is_behind = thing is not None and token.index > thing.index and after.upos not in ("NOUN", "PROPN")
    return token.upos == "ADJ" and may_be_case(scene, token, "Ins") and (is_behind or token.index in scene.quote_at)


def _called(scene: Scene, said: list[Token]) -> Token | None:
    """The noun; else the adjective that can describe no noun before it: "drogę leśną [skandaliczną]"."""
    plain = [token for token in said if token.index in scene.quote_at or not may_be_case(scene, token, "Acc")]
    nouns = [token for token in said if token.upos == "NOUN"]
    return next(iter([*nouns, *plain, *reversed(said)]), None)


def _predicate_end(scene: Scene, start: int, cue: Cue) -> int:
    end = clause_end(scene, start, cue)
    commas = (i for i in range(start, end) if scene.tokens[i].form == "," and i not in scene.quote_at)
    return trim_end(scene, start, next(commas, end))


def _argument(scene: Scene, cue: Cue) -> Token | None:
    """The object in the tree, else the next preposition with the right case."""
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
    people = [child for child in scene.tree.children(cue.token, "obj") if _are_people(scene, child, cue.token)]
    if people and is_thing and token.index < cue.token.index:
        return True  # "[protesty] zapowiadali górnicy", "[chęć] deklarują osoby"
    return differs and is_thing and token.index < cue.token.index and bool(others)


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


def _part(scene: Scene, cue: Cue, argument: Token) -> Part:
    if argument.upos in ("PRON", "ADP"):
        return argument.index, argument.index + 1
    first, last = phrase_part(scene, argument, is_short=False)
    first = max(first, cue.token.index + 1) if argument.index > cue.token.index else first
    first = _past_listener(scene, first, argument)
    while first < argument.index and (
        scene.tokens[first].upos == "ADP"
        or scene.is_mark(first)
        or scene.words.among("besides", scene.tokens[first].form.casefold())  # "postulował [także] zakaz"
    ):
        first += 1
    if argument.index < cue.token.index:
        last = _past_genitives(scene, argument, min(last, cue.token.index), cue)
        cut = scene.mention_at.get(last - 1)
        last = cut.first if cut is not None and argument.index < cut.first < last < cut.last else last  # "Biały | Dom"
        return first, trim_end(scene, first, last)
    last = _before_clause(scene, first, last)
    turn = next((index for index in range(first + 1, last) if _turns_nominative(scene, first, index)), last)
    return first, max(trim_end(scene, first, turn), _long_end(scene, first, cue))


def _past_listener(scene: Scene, first: int, argument: Token) -> int:
    """ "Zarzuca [rządowi] opieszałość": who is told stands before the thing, wherever the tree hangs him."""
    if argument.feats.get("Case") == "Dat":
        return first
    told = [
        t.index
        for t in scene.between(first, argument.index)
        if t.upos in ("NOUN", "PROPN") and t.feats.get("Case") == "Dat"
    ]
    return told[-1] + 1 if told else first


def _before_clause(scene: Scene, first: int, last: int) -> int:
    """ "Wskazuje na wzrost cen[, nic nie jest pewne]": a clause that no relative word opens is another."""
    for index in range(first + 1, last):
        comma = _clause_mark(scene, first, index) if scene.is_finite(scene.tokens[index]) else index
        if comma < index and scene.tokens[comma].form == "," and not _is_below(scene, scene.tokens[index], first):
            return comma
    return last


def _past_genitives(scene: Scene, argument: Token, last: int, cue: Cue) -> int:
    """ "O śmierci [dwóch osób] poinformował": genitives right behind the object belong to it."""
    if argument.feats.get("Case") == "Gen" or last <= argument.index:
        return last
    while last < cue.token.index:
        token = scene.tokens[last]
        may_be = token.feats.get("Case") == "Gen" or may_be_case(scene, token, "Gen")
        if not may_be or token.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET") or _is_subject(scene, token, cue):
            break
        last += 1
    return last


def _long_end(scene: Scene, first: int, cue: Cue) -> int:
    """What stands behind the noun in its clause belongs to it, relative clauses too; a new clause does not."""
    end = clause_end(scene, first, cue)
    for index in range(first + 1, end):
        token = scene.tokens[index]
        if _is_side_remark(scene, token):
            return trim_end(scene, first, index)
        is_bracketed = _is_bracketed(scene, first, index)
        if (
            (token.form == ")" and not is_bracketed)
            or token.form in (";", ":")
            or scene.is_dash(index)
            or token.index in _subject_tokens(scene, cue)
        ):
            return trim_end(scene, first, index)
        joins = is_bracketed or scene.words.among("alternatives", token.form.casefold())
        if scene.is_finite(token) and not joins and not _is_below(scene, token, first):
            return trim_end(scene, first, _clause_mark(scene, first, index))
        if _turns_nominative(scene, first, index):
            return trim_end(scene, first, index)
    return end


def _is_bracketed(scene: Scene, first: int, index: int) -> bool:
    """ "Usunięcie miejsc (w kościele [było] ciasno) dla prasy": what stands in brackets cuts nothing."""
    forms = [token.form for token in scene.between(first, index)]
    return forms.count("(") > forms.count(")")


def _is_subject(scene: Scene, token: Token, cue: Cue) -> bool:
    """ "Wzrost cen [rada] zapowiedziała": what agrees with the verb in the nominative is no genitive."""
    agrees = token.feats.get("Number") == cue.token.feats.get("Number")
    return token.feats.get("Case") == "Nom" and is_dep(token, "nsubj") and token.head == cue.token.index and agrees


def _is_side_remark(scene: Scene, token: Token) -> bool:
    """ "Zaprzeczył plotkom, że odchodzi[, podkreślając, że]": what he says besides is another report."""
    is_apart = token.index > 0 and scene.tokens[token.index - 1].form == ","
    entry = scene.words.verbs.get(token.lemma)
    return is_apart and token.feats.get("VerbForm") == "Conv" and entry is not None and "that" in entry.takes


def _turns_nominative(scene: Scene, first: int, index: int) -> bool:
    """ "O wyborcze oszustwa | związany z nimi": a nominative behind another case is no part of the object."""
    token, head = scene.tokens[index], scene.tokens[first]
    if token.upos not in ("NOUN", "PROPN", "ADJ") or token.feats.get("Case") != "Nom":
        return False
    between = list(scene.between(first, index))
    opened = any(
        word.form == "," or word.upos in ("SCONJ", "VERB", "AUX") or word.index in scene.quote_at for word in between
    )
    numbers = {token.feats.get("Number"), head.feats.get("Number")} - {None}  # an adverb has none: "do bardziej ..."
    is_one = token.upos == "ADJ" and len(numbers) > 1
    is_led = is_one and first > 0 and scene.tokens[first - 1].upos == "ADP"
    is_oblique = head.feats.get("Case", "Nom") not in ("Nom", "Acc") or is_led
    joins = scene.words.among("conjunctions", scene.tokens[index - 1].lemma)
    if joins and may_be_case(scene, token, head.feats.get("Case", "Nom")):
        return False  # "domagają się płac i [poprawy] warunków"
    return not opened and is_oblique and index not in scene.mention_at


def _subject_tokens(scene: Scene, cue: Cue) -> set[int]:
    subject = scene.tree.child(cue.token, "nsubj")
    return set(scene.tree.subtree(subject)) if subject is not None else set()


def _is_below(scene: Scene, verb: Token, first: int) -> bool:
    """Say whether a relative word or conjunction stands between the noun and the verb."""
    words = scene.words
    opened = (
        t
        for t in scene.between(first, verb.index)
        if (t.index > 0 and scene.tokens[t.index - 1].form == ",") or t.upos == "ADP"
    )
    return any(
        words.among("antecedents", scene.tokens[i].lemma) or scene.tokens[i].upos == "SCONJ"
        for t in opened
        for i in (t.index, t.index + 1)
    )


def _clause_mark(scene: Scene, first: int, index: int) -> int:
    """The comma or conjunction that opens the clause of a verb."""
    for at in range(index - 1, first, -1):
        if scene.tokens[at].form == "," or scene.words.among("conjunctions", scene.tokens[at].lemma):
            return at
    return index


def _with_subject(scene: Scene, cue: Cue, part: Part) -> tuple[Part, ...]:
    """What is said of the subject of a passive includes the subject: "spółka jest oskarżana o"."""
    if not cue.entry.is_passive:
        return (part,)
    subject = scene.tree.child(cue.token, "nsubj")
    if subject is None or part[0] <= subject.index < part[1] or part[1] > cue.token.index < subject.index:
        return (part,)
    return tuple(sorted((phrase_part(scene, subject, is_short=True), part)))
