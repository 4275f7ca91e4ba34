"""Reported things without a clause: "zapowiedział [strajk]", "poinformował o [wysłaniu wojsk]".

In:   a scene and its cues.
Out:  drafts whose content is a noun phrase or an infinitive.
Not:  which noun is told, which is claim/objects.py; clauses with a conjunction, which are claim/clauses.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.frames import may_be_case, preposition_of
from podobno.claim.objects import THINGS, reported_object
from podobno.claim.phrases import phrase_part
from podobno.claim.scene import Part, Scene
from podobno.claim.spans import clause_end, trim_end
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NAMING = frozenset(("as", "za+Acc"))  # frames of a verb that calls a thing something: "uznał to za błąd"
COLON = ":"  # opens words of their own: "jak go postrzega, wójt odparł: jako wroga"
NAMES = frozenset(("Ins",))  # frames of a verb of naming: "nazwał to błędem"
POINTER = 4  # words: "inną, istotną kwestię"
NAMED_REACH = 14  # tokens from a verb of naming to what it calls a thing


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
        argument = reported_object(scene, cue)
        if argument is not None and not _is_topic(scene, cue, argument) and not _is_deed(scene, cue, argument):
            part = _before_answer(scene, cue, _part(scene, cue, argument))
            if _only_points(scene, part) or _asks_for_comment(scene, cue, argument):
                continue
            yield Draft(
                content=_with_subject(scene, cue, part),
                cue=cue,
                rule="nominal",
                clause=scene.sentence(cue.token),
            )


def _only_points(scene: Scene, part: Part) -> bool:
    """ "Zwraca uwagę na [inną, ciekawą sprawę]": what is meant, another sentence tells."""
    words = [word for word in scene.between(*part) if not scene.is_mark(word.index)]
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "VERB")]
    points = any(scene.words.among("other", word.lemma) for word in words)
    return points and all(scene.words.among("placeholders", noun.lemma) for noun in nouns) and len(words) <= POINTER


def _asks_for_comment(scene: Scene, cue: Cue, argument: Token) -> bool:
    """ "Pytany o [komentarz] w tej sprawie": what is asked, nobody tells."""
    is_question = cue.entry.stance == "asks" and cue.kind == "verb"
    return is_question and scene.words.among("for_comment", argument.lemma)


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


def _is_deed(scene: Scene, cue: Cue, argument: Token) -> bool:
    """ "Sejm odrzucił [ustawę]", "groził [nożem]", but not "odrzucił [zarzuty]", "groził [pozwem]": no words."""
    if scene.words.among("rejecting", cue.token.lemma):
        return not scene.words.among("rejectable", argument.lemma)
    return scene.words.among("weapons", argument.lemma) and argument.feats.get("Case") == "Ins"


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
        if (t.upos in ("NOUN", "PROPN") and t.feats.get("Case") == "Dat") or _is_told(scene, t, argument)
    ]
    return told[-1] + 1 if told else first


def _is_told(scene: Scene, token: Token, argument: Token) -> bool:
    """ "Zarzucił [radnym] brak odwagi": a noun that a parser may take for an adjective of the thing."""
    is_person = scene.words.roles.kind(token) == "person" and token.feats.get("Case") != argument.feats.get("Case")
    return is_person and may_be_case(scene, token, "Dat")


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
        if _is_side_remark(scene, token) or _opens_other_report(scene, index, cue):
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


def _opens_other_report(scene: Scene, index: int, cue: Cue) -> bool:
    """ "O wysłaniu żołnierzy[, co opozycja uznała za]": a relative clause in which somebody else reports."""
    token, last = scene.tokens[index], scene.sentence(cue.token)[1]
    if token.form != "," or index + 1 >= last or not scene.words.among("antecedents", scene.tokens[index + 1].lemma):
        return False
    verb = next((one for one in scene.between(index + 2, last) if scene.is_finite(one)), None)
    subject = scene.tree.child(verb, "nsubj") if verb is not None else None
    if verb is None or verb.lemma not in scene.words.verbs or subject is None:
        return False
    return index + 1 < subject.index and scene.words.roles.kind(subject) is not None


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
