"""How a claim is meant: stance, mode, sureness.

In:   a scene and a draft.
Out:  one word each.
Not:  who means it so.
"""

from podobno.claim.ahead import NEAR, is_future, is_in_prospect, is_own, of_what_is_ahead
from podobno.claim.avowals import avowed
from podobno.claim.demands import demands, is_reckoned, is_unsure
from podobno.claim.drafts import Draft
from podobno.claim.mains import is_would, main_verbs, main_words
from podobno.claim.opinions import doubts, is_label, is_turn, is_verdict, values
from podobno.claim.scene import Part, Scene
from podobno.records.parsed import Token

GERUND = "ger"  # part of speech of the dictionary
ENOUGH = 3  # one sentence in so many must show a stance: the point of a speech is seldom in all of it
AGREED = 4  # one in so many must show the same one
HALF = 2  # who judges goes on judging, unless as many sentences as not show another stance
OUTCRY = 3  # words from which a fragment without a verb has a say
SOFT = ("asserts", "judges", "predicts")  # stances that the reported words may turn into another
TAKEN = ("judges", "demands")  # stances that one who asks may take beside his question
PLAIN = "asserts"


def stance_of(scene: Scene, draft: Draft, *, has_speaker: bool) -> str:
    """Return the stance: the cue's, unless the reported words say otherwise."""
    if not has_speaker:
        return "hearsay"
    base = _base(scene, draft)
    if base == "asks" and not draft.rule.startswith("clause"):
        return _besides_questions(scene, draft) or base
    if base not in SOFT:
        return base
    return _by_words(scene, draft, base) or base


def _besides_questions(scene: Scene, draft: Draft) -> str | None:
    """ "Kto w to wierzy? To bajka – pytał": what is said beside a question that wants no answer carries the point."""
    told = [part for part in _sentences(scene, draft) if not _is_asked(scene, part)]
    votes = [_of_sentence(scene, draft, part, PLAIN, only_asks=False) for part in told]
    return next((vote for vote in votes if vote in TAKEN), None)


def _base(scene: Scene, draft: Draft) -> str:
    if draft.rule.startswith("evidential") and _is_to_come(scene, draft):
        return "predicts"
    if draft.cue is None:
        return PLAIN
    entry = draft.cue.entry
    if draft.cue.kind == "source" and draft.speaker is not None and _is_plan(scene, scene.tokens[draft.speaker]):
        return "predicts"
    if draft.cue.is_negated and entry.negated:
        return entry.negated
    if draft.rule == "clause" and draft.cue.token.lemma in scene.words.stance["declaring"]:
        return PLAIN  # "deklarują, że zarabiają 11 tys.", but "deklarują, że przyjdą"
    if draft.cue.token.lemma in scene.words.stance["warning"]:
        return "demands" if draft.rule in ("clause-purpose", "nominal") else "predicts"
    is_cautioning = draft.cue.token.lemma in scene.words.stance["cautioning"]
    if draft.rule == "clause-purpose" and (entry.stance == PLAIN or is_cautioning):
        return "demands"
    if draft.rule == "clause" and draft.cue.token.lemma in scene.words.stance["agreeing"] and _is_set(scene, draft):
        return "commits"
    if draft.rule == "clause" and draft.cue.token.lemma in scene.words.stance["awaiting"]:
        return "predicts"  # "oczekuje, że ceny spadną", but "oczekuje dymisji"
    if draft.rule == "nominal" and any(of(scene, draft) for of in (_pledges, _announces_act, _consents)):
        return "commits"
    if draft.rule in ("named-as", "nominal") and draft.cue.token.lemma in scene.words.stance["holding"]:
        return "judges"
    if draft.rule == "nominal" and _is_of_law(scene, draft):
        return PLAIN
    if draft.rule == "nominal" and entry.stance == PLAIN:
        return _of_noun(scene, scene.tokens[draft.content[0][0]])
    return entry.stance if entry.stance != "hearsay" else PLAIN


def _pledges(scene: Scene, draft: Draft) -> bool:
    """ "Zapewnił o [poparciu]": what is assured is an act to come."""
    if draft.cue is None or draft.cue.token.lemma not in scene.words.stance["assuring"]:
        return False
    first = (token for part in draft.content for token in scene.between(*part) if token.upos == "NOUN")
    noun = next(first, None)
    return noun is not None and noun.lemma in scene.words.stance["pledges"]


def _consents(scene: Scene, draft: Draft) -> bool:
    """ "Zgodził się na [budowę] mostu", "zgodził się [odejść]", but not "zgodził się z [tezą]"."""
    if draft.cue is None or draft.cue.token.lemma not in scene.words.stance["consenting"]:
        return False
    first, last = draft.content[0]
    before = scene.tokens[first - 1]
    acts = any(t.head == draft.cue.token.index and t.feats.get("VerbForm") == "Inf" for t in scene.between(first, last))
    return acts or (before.upos == "ADP" and before.lemma in scene.words.stance["onto"])


def _is_plan(scene: Scene, head: Token) -> bool:
    """ "Zgodnie z [planem] most ma stanąć w maju"."""
    return scene.words.among("foreseen", head.lemma)


def _is_set(scene: Scene, draft: Draft) -> bool:
    """ "Ustalono, że busy [będą] stawać", "strony uzgodniły, że podział [nastąpi]", but not "ustalono, że [uciekł]"."""
    verbs = [verb for part in draft.content for verb in main_verbs(scene, part)]
    return any(is_future(scene, verb) for verb in verbs)


def _is_of_law(scene: Scene, draft: Draft) -> bool:
    """ "[Kodeks] przewiduje karę grzywny": what a law lays down is so."""
    if draft.cue is None or draft.cue.token.lemma not in scene.words.stance["laying_down"]:
        return False
    subject = scene.tree.child(draft.cue.token, "nsubj")
    return subject is not None and subject.lemma in scene.words.stance["laws"]


def _of_noun(scene: Scene, noun: Token) -> str:
    """ "Podkreślił [konieczność remontu]", "podkreślił [znaczenie mostu]", but not "[rzekomą konieczność]"."""
    if noun.lemma in scene.words.stance["needs"]:
        return "demands"
    if noun.lemma in scene.words.stance["prospect"]:
        return "predicts"  # "sugeruje możliwość strajku"
    return "judges" if noun.lemma in scene.words.stance["worth"] else PLAIN


def _announces_act(scene: Scene, draft: Draft) -> bool:
    """ "Ogłosiła [wycofanie się]", "ogłosiła [przetarg]": an act of one's own, but not "ogłosiła [wyniki]"."""
    if draft.cue is None or draft.cue.token.lemma not in scene.words.stance["announcing"]:
        return False
    first = (t for part in draft.content for t in scene.between(*part) if t.upos in ("NOUN", "VERB"))
    noun = next(first, None)
    if noun is None or noun.lemma in scene.words.stance["plans"]:
        return noun is not None
    if draft.cue.token.lemma in scene.words.stance["proclaiming"]:
        return noun.lemma not in scene.words.stance["results"]
    return any(reading.pos == GERUND for reading in scene.words.inflection.readings.look_up(noun.form))


def _is_to_come(scene: Scene, draft: Draft) -> bool:
    """ "Do grudnia [ma] tam stanąć nowy most"."""
    token = scene.tokens[int(draft.rule.partition(":")[2])]
    near = scene.between(token.index + 1, min(token.index + NEAR, scene.sentence(token)[1]))
    infinitive = next((word for word in near if word.feats.get("VerbForm") == "Inf"), None)
    is_done = infinitive is not None and infinitive.feats.get("Aspect") == "Perf"
    return is_done and token.feats.get("Tense") == "Pres" and scene.words.among("evidential", token.lemma)


def _by_words(scene: Scene, draft: Draft, base: str) -> str | None:
    """The stance that most of the reported sentences show, of those that show one, if enough do."""
    sentences = [part for part in _sentences(scene, draft) if not _is_outcry(scene, part)] or _sentences(scene, draft)
    only_asks = all(_is_asked(scene, part) for part in sentences)
    votes = [_of_sentence(scene, draft, part, base, only_asks=only_asks) for part in sentences]
    told = [vote for vote, part in zip(votes, sentences, strict=True) if vote is not None or not _is_asked(scene, part)]
    return _carried(told, HALF if base == "judges" else ENOUGH) or _of_facts(scene, draft, base)


def _is_asked(scene: Scene, part: Part) -> bool:
    return bool(scene.tokens[part[1] - 1].form == scene.words.stance["question_mark"])


def _carried(votes: list[str | None], enough: int) -> str | None:
    """The stance that carries the point: of several that stand once each in a long speech none does."""
    shown = [vote for vote in votes if vote is not None]
    if not shown or len(shown) * enough < len(votes):
        return None
    most = max(shown, key=lambda vote: (shown.count(vote), -shown.index(vote)))
    return most if shown.count(most) * AGREED >= len(votes) else None


def _is_outcry(scene: Scene, part: Part) -> bool:
    """ "Bzdury.": a word or two without a verb has no say where whole sentences stand beside it."""
    words = [token for token in scene.between(*part) if not scene.is_mark(token.index)]
    first, last = scene.sentence(scene.tokens[part[0]])
    is_whole = all(scene.is_mark(i) for i in (*range(first, part[0]), *range(part[1], last)))
    says = any(scene.is_finite(word) or word.lemma in scene.words.stance["predicative"] for word in words)
    return is_whole and len(words) < OUTCRY and not says  # "to bajka" says as much as a sentence


def _of_facts(scene: Scene, draft: Draft, base: str) -> str | None:
    """ "Ostrzegł, że", "wyraził przekonanie, że": with what is or was so, it is put forward as so."""
    if base != "predicts" or draft.cue is None or draft.rule == "nominal":
        return None
    if any(is_would(scene, token) for part in draft.content for token in scene.between(*part)):
        return None
    words = {draft.cue.token.lemma, *(t.lemma for t in scene.between(draft.cue.first, draft.cue.last))}
    return None if words.isdisjoint(scene.words.stance["of_facts_too"]) else PLAIN


def _sentences(scene: Scene, draft: Draft) -> list[Part]:
    parts: list[Part] = []
    for first, last in draft.content:
        while first < last:
            _, end = scene.sentence(scene.tokens[first])
            parts.append((first, min(end, last)))
            first = max(end, first + 1)
    return parts


def _of_sentence(scene: Scene, draft: Draft, part: Part, base: str, *, only_asks: bool) -> str | None:
    if _is_asked(scene, part):
        asks = base == PLAIN and only_asks and not draft.rule.startswith("clause")
        return "asks" if asks else None
    verbs = main_verbs(scene, part)
    own = avowed(scene, draft, verbs) if base == PLAIN else None
    if own is not None:
        return own
    words = main_words(scene, part, verbs)
    if any(demands(scene, token) for token in words):
        if base == "predicts" and any(is_future(scene, verb) for verb in verbs):
            return base  # "boją się, że będą musieli wyjechać"
        return "commits" if any(is_future(scene, v) and is_own(scene, v, draft) for v in verbs) else "demands"
    if any(doubts(scene, token) for token in words):
        return "doubts"
    if any(is_unsure(scene, verb) for verb in verbs):
        return None
    if is_in_prospect(scene, words) or any(is_reckoned(scene, verb) for verb in verbs):
        return "predicts"
    ahead = of_what_is_ahead(scene, draft, verbs)
    return ahead if ahead is not None or base != PLAIN else _of_what_is(scene, draft, part, verbs)


def _of_what_is(scene: Scene, draft: Draft, part: Part, verbs: list[Token]) -> str | None:
    """Return "judges" where a sentence that is not of things to come values, "predicts" where it supposes."""
    # "Twierdzi, że warunki są godziwe": who argues puts it forward as so.
    argues = draft.cue is not None and draft.cue.token.lemma in scene.words.stance["arguing"]
    words = main_words(scene, part, verbs) if not argues and not any(map(_narrates, verbs)) else []
    if any(_judges(scene, token) for token in words) or _feels(scene, words, verbs):
        return "judges"
    if any(_holds(scene, verb) for verb in verbs):
        return "judges"
    if not verbs and any(is_label(scene, token, part) for token in words):
        return "judges"
    return "predicts" if _supposes(scene, part, verbs) else None


def _holds(scene: Scene, verb: Token) -> bool:
    """ "[Uważamy], że kara jest surowa": an opinion by one's own word."""
    is_own_now = verb.feats.get("Person") == "1" and verb.feats.get("Tense") == "Pres"
    return is_own_now and verb.lemma in scene.words.stance["holding"] and not scene.is_negated(verb)


def _narrates(verb: Token) -> bool:
    """ "[Podpisałem] ważną umowę": what the speaker once did he tells, whatever he calls it."""
    feats = verb.feats
    return feats.get("Person") == "1" and feats.get("Tense") == "Past" and feats.get("Aspect") == "Perf"


def _judges(scene: Scene, token: Token) -> bool:
    return values(scene, token) or is_verdict(scene, token) or is_turn(scene, token)


def _feels(scene: Scene, words: list[Token], verbs: list[Token]) -> bool:
    """ "Z zadowoleniem przyjmuję", but not "poziom zaufania spadł": the feelings of others are facts to be told."""
    if not any(token.lemma in scene.words.stance["attitude"] for token in words):
        return False
    own = (v for v in verbs if v.feats.get("Person") == "1" or scene.tree.child(v, "nsubj") is None)
    return not verbs or any(own)


def _supposes(scene: Scene, part: Part, verbs: list[Token]) -> bool:
    """ "Gdyby doszło do wyborów, byłyby bliskie": what would be under a condition."""
    would = any(is_would(scene, verb) for verb in verbs)
    return would and any(token.form.casefold() in scene.words.stance["supposing"] for token in scene.between(*part))


def mode_of(scene: Scene, draft: Draft) -> str:
    """Return direct, indirect, mixed or reportive, by how much of the content stands in marks."""
    if draft.cue is None and not draft.is_quoted and draft.rule != "headline":
        return "reportive"
    inside = [index for part in draft.content for index in range(*part) if not scene.is_mark(index)]
    quoted = [index for index in inside if index in scene.quote_at]
    if draft.is_quoted or (inside and len(quoted) == len(inside)):
        return "direct"
    if draft.rule == "speech-before" and any(
        t.feats.get("Person") == "1" for t in map(scene.tokens.__getitem__, inside)
    ):
        return "direct"
    long = any(sum(1 for i in inside if scene.quote_at.get(i) is scene.quote_at[q]) > 1 for q in quoted)
    return "mixed" if long else "indirect"


def sureness_of(scene: Scene, draft: Draft) -> str | None:
    """Return how sure the speaker sounds, None where no hedge says so."""
    text = " ".join(scene.text[scene.tokens[a].start : scene.tokens[b - 1].end] for a, b in draft.content).casefold()
    lemmas = {token.lemma for part in draft.content for token in scene.between(*part)}
    for word, key in (
        ("possible", "hedges_possible"),
        ("likely", "hedges_likely"),
        ("certain", "hedges_certain"),
    ):
        if any(hedge in lemmas or (" " in hedge and hedge in text) for hedge in scene.words.stance[key]):
            return word
    return None
