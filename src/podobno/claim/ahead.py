"""Tell what reported words say of what is to come.

In:   a scene, a draft, the verbs of its main clauses.
Out:  "commits", "predicts", or None.
Not:  the other stances: claim/stances.py.
"""

from collections.abc import Iterator

from podobno.claim.conditions import is_condition_word
from podobno.claim.drafts import Draft
from podobno.claim.mains import is_would, modal_of
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

FINITE = "fin"  # part of speech of the dictionary: a form of the present, or of the future where it is "perf"
AS_A_RULE = frozenset(("Ins",))  # the case of "zgodnie z"
PAUSE = 4  # words from "ryzyko" to its clause: "ryzyko jednak, że"
NEAR = 5  # words from a verb to the word that it goes with: "jest gotowy", "ma w tym roku nastapic"


def of_what_is_ahead(scene: Scene, draft: Draft, verbs: list[Token]) -> str | None:
    """Return "commits" for an own act to come, "predicts" for anything else to come, None for what is not to come."""
    future = [verb for verb in verbs if is_future(scene, verb)]
    if future:
        assures = draft.cue is not None and draft.cue.token.lemma in scene.words.stance["assuring"]
        believes = draft.cue is not None and draft.cue.token.lemma in scene.words.stance["believing"]
        own = assures or (
            not believes
            and not _foresees(draft)
            and any(is_own(scene, verb, draft) and not _is_believed(scene, verb) for verb in future)
        )
        return "commits" if own else "predicts"
    if any(_has_resolved(scene, verb) and is_own(scene, verb, draft) for verb in verbs):
        return "commits"
    intends = [verb for verb in verbs if _intends(scene, verb)]
    if any(is_own(scene, verb, draft) and _has_infinitive(scene, verb) for verb in intends):
        return "commits"
    if draft.rule == "clause" and verbs and _would_act(scene, verbs[0]) and is_own(scene, verbs[0], draft):
        return "commits"
    plans = [verb for verb in intends if verb.lemma in scene.words.stance["planning"] and _has_infinitive(scene, verb)]
    if plans:
        return "commits" if any(_is_of_body(scene, verb) for verb in plans) else "predicts"
    if any(_is_ready(scene, verb) and (is_own(scene, verb, draft) or _is_of_body(scene, verb)) for verb in verbs):
        return "commits"
    if _announces(scene, draft) and any(
        is_own(scene, v, draft) and _is_present(v) and _is_act(scene, v) for v in verbs
    ):
        return "commits"
    if draft.cue is not None and draft.cue.kind == "source" and draft.cue.entry.takes == AS_A_RULE:
        verbs = [verb for verb in verbs if not _is_allowed(scene, verb)]
    expects = any(
        _is_expected(scene, verb)
        or _looks_out(scene, verb)
        or _would(scene, verb)
        or _is_able(scene, verb)
        or verb.lemma in scene.words.stance["coming"]
        for verb in verbs
    )
    return "predicts" if expects else None


def _intends(scene: Scene, verb: Token) -> bool:
    """ "Chcę odejść", "nie zamierzam odejść", but not "nie chcę odejść": a wish away is no resolve."""
    if verb.feats.get("Tense") == "Past" and not is_would(scene, verb):
        return False  # "chciała tylko pomóc": what was meant then
    resolves = verb.lemma in scene.words.stance["planning"] or not scene.is_negated(verb)
    return verb.lemma in scene.words.stance["intending"] and resolves


def is_in_prospect(scene: Scene, words: list[Token]) -> bool:
    """ "Niewykluczone, że most runie", "jest ryzyko, że nie zdąży": what may come, unless the clause tells what was."""
    for word in words:
        if word.lemma in scene.words.stance["likely"] and _is_of_things_to_come(scene, word):
            return True
        near = list(scene.between(word.index + 1, min(word.index + PAUSE, scene.sentence(word)[1])))
        that = next((token for token in near if scene.words.among("that", token.lemma)), None)
        listed = word.lemma in scene.words.stance["prospect"] or word.form.casefold() in scene.words.stance["prospect"]
        if listed and that is not None and not scene.is_negated(word) and not _tells_past(scene, that):
            return True
    return False


def _is_of_things_to_come(scene: Scene, word: Token) -> bool:
    """ "[Możliwe] są burze", but not "jest to możliwe": of one thing it rather says that it can be done."""
    first, last = scene.sentence(word)
    beside = scene.between(max(word.index - 1, first), min(word.index + 2, last))
    being = next((token for token in beside if token.lemma in scene.words.stance["being"]), None)
    if being is None or scene.is_negated(being) or being.feats.get("Tense") == "Past":
        return False
    return being.feats.get("Number") == "Plur" and being.feats.get("Person") == "3"


def _tells_past(scene: Scene, that: Token) -> bool:
    """Say whether the first verb of the clause that a conjunction opens is one of the past."""
    after = scene.between(that.index + 1, scene.sentence(that)[1])
    verb = next((token for token in after if scene.is_finite(token)), None)
    return verb is not None and verb.feats.get("Tense") == "Past" and not is_would(scene, verb)


def _foresees(draft: Draft) -> bool:
    """ "Ma nadzieję, że zdąży": who foresees promises nothing, whoever is meant."""
    return draft.cue is not None and draft.cue.entry.stance == "predicts"


def _is_of_body(scene: Scene, verb: Token) -> bool:
    """ "[Rząd] zamierza zamknąć kopalnię": what a body or a country plans is told for it."""
    subject = next(_subjects(scene, verb), None)
    mention = scene.mention_at.get(subject.index) if subject is not None else None
    if subject is None or mention is not None:
        return mention is not None and mention.kind != "person"
    return scene.words.roles.kind(subject) in ("body", "group")


def _has_infinitive(scene: Scene, verb: Token) -> bool:
    """ "Zamierza [odejść]", but not "chcę [podkreślić], że": what is said with that very word is no plan."""
    near = scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1]))
    acts = (token for token in near if token.feats.get("VerbForm") == "Inf")
    return any(token.lemma not in scene.words.stance["uttering"] for token in acts)


def _is_allowed(scene: Scene, verb: Token) -> bool:
    """ "Zgodnie z regulaminem Sejm może utajnić obrady": what is allowed, not what will come."""
    return (modal_of(scene, verb) or verb.lemma) in scene.words.stance["possible"]


def _is_believed(scene: Scene, verb: Token) -> bool:
    """ "Jestem pewien, że się porozumiemy": one's own act, but believed and not promised."""
    first, _ = scene.sentence(verb)
    opened = next((i for i in range(verb.index, first, -1) if scene.words.among("that", scene.tokens[i].lemma)), None)
    if opened is None:
        return False
    return any(
        token.lemma in scene.words.stance["believing"] for token in scene.between(max(opened - NEAR, first), opened)
    )


def _has_resolved(scene: Scene, verb: Token) -> bool:
    """ "Podjęła decyzję o odejściu"."""
    near = list(scene.between(verb.index, min(verb.index + NEAR, scene.sentence(verb)[1])))
    return verb.lemma in scene.words.stance["resolving"] and any(
        token.lemma in scene.words.stance["resolved"] for token in near
    )


def _looks_out(scene: Scene, verb: Token) -> bool:
    """ "Jest optymistą"."""
    near = scene.between(verb.index, min(verb.index + NEAR, scene.sentence(verb)[1]))
    words = {token.lemma for token in near}
    is_past = verb.feats.get("Tense") == "Past"  # "plan nie miał szans"
    chances, outlook = scene.words.stance["chances"], scene.words.stance["outlook"]
    has_chance = verb.lemma in scene.words.stance["having_chances"] and not words.isdisjoint(chances)
    return (has_chance and not is_past) or not words.isdisjoint(outlook)


def _would(scene: Scene, verb: Token) -> bool:
    """ "Most by [runął]": what would come to pass, told of others as done."""
    if not is_would(scene, verb) or verb.feats.get("Person") == "1" or verb.upos != "VERB":
        return False
    return verb.feats.get("Aspect") == "Perf" or verb.lemma in scene.words.stance["outcomes"]


def _would_act(scene: Scene, verb: Token) -> bool:
    """ "Powiedział, że [odmówiłby] przyjęcia zapłaty", but not "chciałby", "mógłby", "byłby"."""
    lists = ("intending", "wishing", "expecting", "being", "believing", "outcomes")
    is_act = (
        verb.upos == "VERB"
        and verb.feats.get("Gender") != "Neut"
        and not any(verb.lemma in scene.words.stance[name] for name in lists)
    )
    return is_would(scene, verb) and is_act and _is_act(scene, verb)


def _is_able(scene: Scene, verb: Token) -> bool:
    """ "Rada jest [w stanie] uchwalić tylko drobne zmiany"."""
    if verb.lemma not in scene.words.stance["being"] or verb.feats.get("Tense") == "Past" or scene.is_negated(verb):
        return False
    near = list(scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1])))
    able = any(word.lemma in scene.words.stance["able"] for word in near)
    return able and any(word.feats.get("VerbForm") == "Inf" and word.feats.get("Aspect") == "Perf" for word in near)


def _announces(scene: Scene, draft: Draft) -> bool:
    is_clause = draft.cue is not None and draft.rule.startswith("clause")
    return is_clause and draft.cue is not None and draft.cue.token.lemma in scene.words.stance["announcing"]


def _is_present(verb: Token) -> bool:
    return verb.feats.get("Tense") == "Pres" and verb.upos == "VERB"


def _is_act(scene: Scene, verb: Token) -> bool:
    """What one says or thinks is no act: "oświadczył, że obawia się"."""
    return verb.lemma not in scene.words.verbs and verb.lemma not in scene.words.stance["believing"]


def _is_ready(scene: Scene, verb: Token) -> bool:
    """ "Jest gotowy pomóc", "jesteśmy gotowi do rozmów"."""
    near = scene.between(verb.index, min(verb.index + NEAR, scene.sentence(verb)[1]))
    ready = scene.words.stance["ready"]
    return any(token.lemma in ready or set(scene.words.inflection.lemmas(token.form)) & set(ready) for token in near)


def _is_expected(scene: Scene, verb: Token) -> bool:
    """ "Może spaść", "ma nastąpić": a thing that may or shall come to pass."""
    lemma = modal_of(scene, verb) or verb.lemma
    is_own = verb.feats.get("Person") == "1"  # "mogę sobie wyobrazić"
    would = is_would(scene, verb) and not scene.is_negated(verb)  # "mogliby stracić port"
    if (
        (verb.feats.get("Tense", "Pres") != "Pres" and not would)
        or lemma not in scene.words.stance["expecting"]
        or is_own
    ):
        return False
    for token in scene.between(verb.index + 1, min(verb.index + NEAR, scene.sentence(verb)[1])):
        if scene.words.among("having", token.lemma):
            return False  # "ma prawo wybrać"
        if token.feats.get("VerbForm") == "Inf":
            # "Może być", but "może zostać zamknięty", "mogą być opóźnienia".
            is_state = token.upos == "AUX" and token.feats.get("Aspect") != "Perf" and not _is_there(scene, token)
            return not is_state and not _is_of_now(scene, token, lemma)
        if scene.is_mark(token.index):
            return False
    return False


def _is_there(scene: Scene, being: Token) -> bool:
    """ "Mogą [być] opóźnienia": what may come to be, told by a noun right behind."""
    after = scene.tokens[being.index + 1] if being.index + 1 < len(scene.tokens) else being
    return after.upos == "NOUN" and scene.words.inflection.may_be_nominative(after.form)


def _is_of_now(scene: Scene, infinitive: Token, modal: str) -> bool:
    """ "Może [pochodzić] z Azji" tells what is so, "ma [zwiększyć] presję" what a means is for."""
    rules = scene.words.stance
    if infinitive.lemma in rules["abilities"] or infinitive.lemma in rules["lasting"]:
        return True
    if infinitive.lemma in rules["states"]:  # "może [mieć] związek", but "może [mieć] skutki"
        near = scene.between(infinitive.index + 1, min(infinitive.index + NEAR, scene.sentence(infinitive)[1]))
        return not any(word.lemma in rules["consequences"] for word in near)
    if modal in rules["possible"]:
        return False
    return infinitive.feats.get("Aspect") != "Perf" or infinitive.lemma in rules["effects"]


def is_future(scene: Scene, verb: Token) -> bool:
    """Say whether a verb tells what is to come."""
    is_of_now = verb.lemma in scene.words.stance["abilities"]  # "potrafi", "wystarczy", whatever their tags
    if not is_of_now and (verb.feats.get("Tense") == "Fut" or _is_perfective_present(scene, verb)):
        return True
    return any(child.feats.get("Tense") == "Fut" for child in scene.tree.children(verb, "aux", "cop"))


def _is_perfective_present(scene: Scene, verb: Token) -> bool:
    """A verb of a done act in a form of the present means the future, whatever its tags say."""
    if verb.feats.get("Tense") != "Pres" or verb.feats.get("Mood", "Ind") != "Ind" or verb.upos != "VERB":
        return False
    if verb.feats.get("Aspect") == "Perf":
        return True
    forms = [reading.values for reading in scene.words.inflection.readings.look_up(verb.form) if reading.pos == FINITE]
    return bool(forms) and all("perf" in values for values in forms)


def is_own(scene: Scene, verb: Token, draft: Draft) -> bool:
    """The speaker's own act: in the first person, or in a clause whose subject is the speaker's."""
    if verb.lemma in scene.words.stance["learning"] or _is_state(scene, verb):
        return False  # "wkrótce się dowiemy"
    if verb.feats.get("Person") == "1":
        return True
    if verb.lemma in scene.words.stance["nobodys"] or _is_how_it_is(scene, verb) or _is_absent(scene, verb):
        return False
    if is_of_owned(scene, verb, draft):
        return True
    if draft.is_quoted or draft.cue is None or _has_subject(scene, verb, draft):
        return False
    above = scene.tree.head(draft.cue.token)
    is_heard = above is not None and scene.words.among("evidential", above.lemma)
    said = above if is_heard and above is not None else draft.cue.token  # "[miał] powiedzieć, że nie zapłaci"
    number = said.feats.get("Number")
    genders = {scene.tokens[i].feats.get("Gender") for i in (verb.index, verb.head, draft.cue.token.index)} - {None}
    if is_dep(verb, "aux", "cop") and len(genders) > 1:
        return False  # "zwrócił uwagę, że to, jak ukształtują się ceny, będzie miało wpływ"
    return (
        draft.rule.startswith("clause")
        and verb.feats.get("Number") == number
        and verb.feats.get("Person") in (None, "3")
    )


def _is_state(scene: Scene, verb: Token) -> bool:
    """ "Będziemy [mieć] zimę": what one will have comes by itself, and is no promise."""
    heads = (verb, scene.tokens[verb.head]) if is_dep(verb, "aux") else (verb,)
    return any(head.lemma in scene.words.stance["states"] for head in heads)


def _is_absent(scene: Scene, verb: Token) -> bool:
    """ "Za dekadę [nie będzie] już ryb": what there will not be stands in the genitive, and is no subject."""
    if verb.lemma not in scene.words.stance["being"] or not scene.is_negated(verb):
        return False
    head = scene.tree.head(verb) if is_dep(verb, "aux", "cop") else None
    missing = head if head is not None else scene.tree.child(verb, "nsubj")
    return missing is not None and missing.upos == "NOUN" and missing.feats.get("Case") in ("Gen", "Acc")


def _is_how_it_is(scene: Scene, verb: Token) -> bool:
    """ "[Trudno] będzie wygrać": an adverb is the predicate, and nobody the subject."""
    if verb.lemma not in scene.words.stance["being"]:
        return False
    first, last = scene.sentence(verb)
    beside = scene.between(max(verb.index - 1, first), min(verb.index + 2, last))
    return any(word.upos == "ADV" and word.lemma in scene.words.stance["ease"] for word in beside)


def is_of_owned(scene: Scene, verb: Token, draft: Draft) -> bool:
    """ "[Rosja] odpowie na sankcje": whoever speaks for a country or a body tells its own act."""
    return any(_is_owned(scene, subject, draft) for subject in _subjects(scene, verb))


def _subjects(scene: Scene, verb: Token) -> Iterator[Token]:
    """What the tree gives a verb for a subject, and the predicate of an auxiliary."""
    heads = (verb, scene.tokens[verb.head]) if is_dep(verb, "aux", "cop") else (verb,)
    found = (scene.tree.child(head, "nsubj") for head in heads)
    return (subject for subject in found if subject is not None)


def _is_owned(scene: Scene, subject: Token, draft: Draft) -> bool:
    """ "[Rosja]", "[Moskwa]", or a body of hers: "rosyjski [rząd]"."""
    mention = scene.mention_at.get(subject.index)
    if mention is not None and scene.words.country(mention.base) in draft.owned:
        return True
    if scene.words.roles.kind(subject) != "body":
        return False
    besides = list(scene.tree.children(subject, "amod", "nmod"))
    if not besides and mention is None:
        speaks = bool(draft.owned) and draft.cue is not None and not any(map(scene.is_medium, draft.owned))
        is_firm = speaks and subject.lemma in scene.words.stance["own_bodies"]
        return is_firm or subject.lemma in draft.owned  # "prezes Budimeksu zapowiedział, że [firma] zbuduje most"
    return any(scene.words.country(word.lemma) in draft.owned for word in besides)


def _has_subject(scene: Scene, verb: Token, draft: Draft) -> bool:
    """Say whether the verb has a subject, or a noun in the nominative stands before it in the reported words."""
    if any(not draft.content[0][0] > subject.index for subject in _subjects(scene, verb)):
        return True  # what stands before the reported words is the speaker: "[posłowie] potwierdzili, że chcą"
    first = next((part[0] for part in draft.content if part[0] <= verb.index < part[1]), verb.index)
    commas = [token.index for token in scene.between(first, verb.index) if token.form == ","]
    # "Jeśli woda opadnie, [otworzy most]": what the clause of the condition is about does not open the bridge.
    start = commas[-1] if commas and is_condition_word(scene, scene.tokens[first]) else first
    before = scene.between(start, verb.index)
    return any(token.upos in ("NOUN", "PROPN") and token.feats.get("Case") == "Nom" for token in before)
