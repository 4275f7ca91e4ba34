"""Who says it: the noun phrase that names the speaker of a draft.

In:   a scene, a draft, the stretches of reported words.
Out:  the head token of the phrase, or None where the sentence names nobody.
Not:  which person of the article that is: claim/voices.py.

The tree alone names the subject of a reporting verb in four cases of five. So every noun of the reporting clause is
weighed (claim/weighing.py), and the heaviest is the speaker if it weighs enough.
"""

from collections.abc import Iterable, Iterator

from podobno.claim.beside import named_beside
from podobno.claim.drafts import Cue, Draft
from podobno.claim.feelings import moved_speaker
from podobno.claim.listeners import is_told, role_behind_listener
from podobno.claim.papers import (
    agent_of,
    has_preposition,
    heard_from,
    is_led,
    is_like,
    owner_of_information,
    owner_of_paper,
    paper_read,
    top_of,
)
from podobno.claim.phrasenames import is_in_title
from podobno.claim.reported import Reported
from podobno.claim.reporting import asked_before, is_reading
from podobno.claim.roles import PERSON
from podobno.claim.scene import Scene
from podobno.claim.weighing import Candidate, is_counted, one_of, weight
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "NUM", "X", "ADJ")
INNER = ("nmod", "flat", "amod", "nummod", "case", "fixed", "compound", "acl")  # not the head of their phrase
LEAST = 1.5  # weight from which a noun is taken for the subject; the development gold is flat from 1.5 to 2.5
SEVERAL_WORDS = "_"  # in the base form of an abbreviation that stands for a phrase
PAPER_REACH = 8  # words from a participle to the document that it describes
NEAR_NOUN = 4  # words from a participle back to the noun that it describes
LEAST_NAME = 0.5  # the same for a person's name, whose tags are often wrong


def speaker_head(scene: Scene, draft: Draft, reported: Reported) -> Token | None:
    """Return the head of the phrase that names the speaker."""
    if draft.speaker is not None:
        head = scene.tokens[draft.speaker]
        return _share_before(scene, head) or owner_of_information(scene, head)
    cue = draft.cue
    if cue is None:
        return None
    if cue.kind == "noun":
        return owner_of_noun(scene, cue) or _carrier_of_noun(scene, draft, reported)
    if scene.words.among("documents", cue.token.lemma):
        source = _document(scene, cue)
        if source is not None:
            return owner_of_information(scene, _resolved(scene, source, cue.token) or source)
    if cue.entry.is_passive:
        return _agent(scene, cue)  # "wójt jest posądzany o łapówki": the subject is whom others accuse
    if is_question(scene, cue) or is_impersonal(scene, cue) or is_reading(scene, cue):
        paper = paper_read(scene, draft)
        owner = owner_of_paper(scene, paper) if paper is not None else heard_from(scene, draft)
        return _agent(scene, cue) or owner
    return moved_speaker(scene, cue) or _subject(scene, draft, reported) or _paper_before(scene, cue)


def is_answered(scene: Scene, cue: Cue) -> bool:
    """Say whether the cue is a question that somebody answers: "na [pytanie], czy most stoi, wójt odparł"."""
    place, (first, last) = cue.token.index, scene.sentence(cue.token)
    if not scene.words.among("asked_nouns", cue.token.lemma) or place < first + 1:
        return False
    before = list(scene.between(max(first, place - 3), place))
    if before[-1].lemma != scene.words.rules["answer_to"]:
        return False
    is_noun = len(before) > 1 and before[-2].upos == "NOUN"  # "odpowiedź na pytanie", but "w odpowiedzi na pytanie"
    if is_noun and (len(before) < 3 or before[-3].lemma != scene.words.rules["within"]):
        return False
    verbs = (token for token in scene.between(first, last) if scene.is_finite(token))
    return any(verb.lemma in scene.words.verbs and verb.feats.get("Person", "3") == "3" for verb in verbs)


def weighed_nouns(scene: Scene, draft: Draft, reported: Reported) -> tuple[Token, tuple[Candidate, ...]] | None:
    """Return the verb and the nouns weighed as its subject, for `explain`; None where no subject is sought."""
    cue = draft.cue
    if cue is None or draft.speaker is not None or is_question(scene, cue) or is_impersonal(scene, cue):
        return None
    verb = scene.tree.head(cue.token) if cue.kind == "noun" else _anchor(scene, cue.token)
    if verb is None:
        return None
    found = _candidates(scene, draft, reported)
    return verb, tuple(candidate for candidate in found if candidate.head is not cue.token)


def least_weight(candidate: Candidate) -> float:
    """Return the weight from which a noun is taken for the subject."""
    return LEAST_NAME if candidate.is_person else LEAST


def is_question(scene: Scene, cue: Cue) -> bool:
    """Say whether the cue is a passive of asking: "zapytany"."""
    passive = cue.token.feats.get("Voice") == "Pass" or cue.token.upos == "ADJ"
    return passive and scene.words.among("questions", cue.token.lemma)


def is_impersonal(scene: Scene, cue: Cue) -> bool:
    """Say whether nobody is the subject of the cue: "zaznaczono, że", "oczekuje się, że"."""
    if cue.kind != "verb":
        return False
    if cue.token.feats.get("Person") == "0":
        return True
    near = scene.between(cue.token.index - 1, cue.token.index + 2)
    reflexive = any(scene.words.among("reflexive", token.form.casefold()) for token in near)
    return reflexive and scene.words.among("impersonal", cue.token.lemma) and not _has_person(scene, cue.token)


def _has_person(scene: Scene, verb: Token) -> bool:
    """ "[Prezes] uważa się za ofiarę", but not "uważa się, że"."""
    subject = scene.tree.child(verb, "nsubj")
    return subject is not None and subject.feats.get("Case") == "Nom" and _speaks(scene, subject)


# Sources that are no subjects


def _agent(scene: Scene, cue: Cue) -> Token | None:
    """The agent of a passive: "zapytany przez [dziennikarza]" names who asks."""
    return agent_of(scene, cue.token) if cue.token.feats.get("Voice") == "Pass" else None


def owner_of_noun(scene: Scene, cue: Cue) -> Token | None:
    """The genitive behind a noun: "oświadczenie [prezesa]"."""
    for child in scene.tree.children(cue.token, "nmod", "flat", "appos"):
        if child.index > cue.token.index and child.feats.get("Case") == "Gen" and not has_preposition(scene, child):
            return child
    near = scene.between(cue.token.index + 1, cue.token.index + 3)
    after = [token for token in near if _may_own(token) and not has_preposition(scene, token)]
    return next((token for token in after if token.upos != "ADJ"), next(iter(after), None))


def _may_own(token: Token) -> bool:
    """A genitive, or the accusative of a person, which looks like one."""
    if token.upos not in ("NOUN", "PROPN", "ADJ") or "VerbForm" in token.feats:
        return False
    case = token.feats.get("Case")
    return case == "Gen" or (case == "Acc" and token.feats.get("Animacy") == "Hum")


def _carrier_of_noun(scene: Scene, draft: Draft, reported: Reported) -> Token | None:
    """Who brings the noun: "[minister] powtórzył opinię, że"; the subject of the verb that the noun hangs on."""
    verb = scene.tree.head(draft.cue.token) if draft.cue is not None else None
    if verb is None or not scene.is_finite(verb):
        return None
    entry = scene.words.verbs.get(verb.lemma)
    if (entry is None or entry.stance == "judges") and verb.lemma not in scene.words.rules["bringing"]:
        return None  # "skomentował doniesienia o": they are not his
    return _heaviest(scene, _candidates(scene, draft, reported), verb)


def _document(scene: Scene, cue: Cue) -> Token | None:
    """ "Z [danych] wynika", "co wynika z [danych]"."""
    for child in scene.tree.children(cue.token, "obl", "nmod"):
        word = scene.tree.child(child, "case")
        if word is not None and word.lemma == scene.words.rules["out_of"]:
            return _described(scene, child)
    first, _ = scene.sentence(cue.token)
    for index in range(cue.token.index - 1, first - 1, -1):
        token = scene.tokens[index]
        if token.upos != "ADP" or token.lemma != scene.words.rules["out_of"] or token.head < index:
            continue
        head = scene.tokens[token.head]
        if index <= first + 1 or any(
            scene.words.among(name, head.lemma) for name in ("kinds_of_information", "papers")
        ):
            return head
    return None


def _described(scene: Scene, word: Token) -> Token:
    """ "Z opublikowanych w środę [danych]": of a participle the document behind it, which the tree hangs elsewhere."""
    if word.upos != "ADJ":
        return word
    for token in scene.between(word.index + 1, min(word.index + PAPER_REACH, scene.sentence(word)[1])):
        is_paper = any(scene.words.among(name, token.lemma) for name in ("kinds_of_information", "papers"))
        if is_paper and token.feats.get("Case") == word.feats.get("Case"):
            return token
        if scene.is_mark(token.index) or scene.is_finite(token):
            break
    return word


# Subjects


def _subject(scene: Scene, draft: Draft, reported: Reported) -> Token | None:
    if draft.cue is None:
        return None
    candidates = list(_candidates(scene, draft, reported))
    verb = _anchor(scene, draft.cue.token)
    head = role_behind_listener(scene, verb) or _heaviest(scene, candidates, verb)
    if head is None:
        return _head_of_participle(scene, draft.cue.token) or _earlier_subject(scene, candidates, draft.cue.token)
    head = _role_before(scene, head) or _noun(scene, _resolved(scene, head, draft.cue.token) or head)
    head = _share_before(scene, head) or named_beside(scene, head, verb) or head
    return owner_of_information(scene, head)


def _role_before(scene: Scene, head: Token) -> Token | None:
    """ "[Przewodnicząca] ABC dodała": a role that looks like an adjective of the body behind it."""
    mention = scene.mention_at.get(head.index)
    if mention is None or mention.kind != "body" or mention.first == 0:
        return None
    before = scene.tokens[mention.first - 1]
    is_role = before.upos == "ADJ" and scene.words.roles.kind(before) == "person"
    return before if is_role and scene.words.inflection.may_be_nominative(before.form) else None


def _noun(scene: Scene, head: Token) -> Token:
    """Of "południowokoreańscy [deputowani]" the last word, though the tree takes both for adjectives."""
    while head.upos == "ADJ" and head.index + 1 < len(scene.tokens):
        after = scene.tokens[head.index + 1]
        same = after.upos in ("ADJ", "NOUN") and after.feats.get("Case") == head.feats.get("Case")
        if not same or after.sentence != head.sentence:
            break
        head = after
    return head


def _heaviest(scene: Scene, candidates: Iterable[Candidate], verb: Token) -> Token | None:
    weighed = [(weight(scene, candidate, verb), candidate) for candidate in candidates]
    weighed = _without_listener(scene, weighed, verb)
    best = max(weighed, key=lambda pair: (pair[0], -pair[1].head.index), default=None)
    if best is None or best[0] < least_weight(best[1]):
        return None
    return (_subject_before(scene, best[1], weighed, verb) or best[1]).head


def _subject_before(
    scene: Scene, best: Candidate, weighed: list[tuple[float, Candidate]], verb: Token
) -> Candidate | None:
    """ "[Pekin] wzywa Waszyngton": of two names, each a nominative by its form, the one before the verb calls."""
    kind = best.mention.kind if best.mention is not None else None
    if kind is None or best.words[0].index != verb.index + 1 or not _is_own_subject(best, verb):
        return None
    before = (one for total, one in weighed if total >= LEAST and one.words[-1].index < verb.index)
    return next((one for one in before if _is_own_subject(one, verb) and _is_of_kind(scene, one, kind)), None)


def _is_of_kind(scene: Scene, one: Candidate, kind: str) -> bool:
    """Say whether a name is of a kind, or a noun stands for people as a person's name does: "[imam] oskarżył Bibi"."""
    if one.mention is not None:
        return one.mention.kind == kind
    return kind == PERSON and one.head.upos == "NOUN" and one.head.feats.get("Animacy") == "Hum"


def _is_own_subject(one: Candidate, verb: Token) -> bool:
    return any(is_dep(word, "nsubj") and word.head == verb.index for word in one.words)


def _without_listener(
    scene: Scene, weighed: list[tuple[float, Candidate]], verb: Token
) -> list[tuple[float, Candidate]]:
    """ "[Minister] Jan Kos zapewnił EFE, że": of two subjects the medium right behind the verb is told."""

    def hears(candidate: Candidate) -> bool:
        mention = candidate.mention
        is_medium = mention is not None and scene.is_medium(mention.base)
        return is_medium and candidate.words[0].index == verb.index + 1

    def is_behind_role(candidate: Candidate) -> bool:
        """ "Powiedział adwokat [AFP]", "powiedział rzecznik [TVP]": told to it, or for it."""
        mention, before = candidate.mention, scene.tokens[candidate.words[0].index - 1]
        is_medium = mention is not None and scene.is_medium(mention.base)
        is_role = before.index == verb.index + 1 and scene.words.roles.kind(before) == "person"
        return is_medium and is_role and not scene.words.among("reporters", before.lemma)

    weighed = [pair for pair in weighed if not is_behind_role(pair[1])]

    before = [one for total, one in weighed if one.head.index < verb.index and total >= LEAST and not hears(one)]
    people = [
        one for one in before if is_dep(one.head, "nsubj") and one.head.head == verb.index and _speaks(scene, one.head)
    ]
    return [pair for pair in weighed if not hears(pair[1])] if people else weighed


def _earlier_subject(scene: Scene, candidates: list[Candidate], verb: Token) -> Token | None:
    """ "[Premier] wysłał list, w którym napisał": a clause without a subject has that of the one before."""
    for candidate in candidates:
        is_subject = any(is_dep(word, "nsubj") and word.head < verb.index for word in candidate.words)
        fits = all(_fits(candidate, verb, feature) for feature in ("Number", "Gender"))
        if _is_run_in(scene, candidate.head, verb):
            continue
        if is_subject and fits and weight(scene, candidate, scene.tokens[candidate.head.head]) >= LEAST:
            return candidate.head
    return None


def _is_run_in(scene: Scene, one: Token, other: Token) -> bool:
    """ "Woda opada W rozmowie dodał": a small word with a capital opens a sentence that lost its full stop before."""
    return any(t.upos == "ADP" and t.form[:1].isupper() for t in scene.between(one.index + 1, other.index))


def _fits(candidate: Candidate, verb: Token, feature: str) -> bool:
    values = candidate.values(feature)
    return not values or verb.feats.get(feature) is None or verb.feats[feature] in values


def _anchor(scene: Scene, verb: Token) -> Token:
    """The finite verb whose subject a converb or an infinitive shares: "[powiedział], podkreślając, że"."""
    if verb.feats.get("VerbForm") not in ("Conv", "Inf"):
        return verb
    for above in scene.tree.ancestors(verb):
        if above.sentence == verb.sentence and scene.is_finite(above) and above.feats.get("Person") != "0":
            return above
    first, _ = scene.sentence(verb)
    before = (scene.tokens[index] for index in range(verb.index - 1, first - 1, -1))
    return next((token for token in before if scene.is_finite(token)), verb)


def _paper_before(scene: Scene, cue: Cue) -> Token | None:
    """ "Obecne [przepisy] zakładają, że": a document right before the verb, whatever the tree makes of it."""
    before = scene.tokens[cue.token.index - 1] if cue.token.index else None
    if before is None or before.sentence != cue.token.sentence or not scene.words.among("papers", before.lemma):
        return None
    return before if scene.words.inflection.may_be_nominative(before.form) else None


def tree_subject(scene: Scene, draft: Draft) -> Token | None:
    """Return the thing that the tree takes for the subject: "[miejsce] przypomina o tragedii"."""
    verb = draft.cue.token if draft.cue is not None else None
    subject = None
    if verb is not None:  # "[tablice] przypominające o tragedii"
        subject = scene.tree.child(verb, "nsubj") or _head_of_participle(scene, verb)
    if subject is None or subject.upos != "NOUN" or subject.feats.get("Animacy") == "Hum":
        return None
    is_one = subject.index in scene.mention_at or scene.words.roles.kind(subject) is not None
    return None if is_one else subject


def _head_of_participle(scene: Scene, verb: Token) -> Token | None:
    """ "[Raport] mówiący, że": the noun that an active participle describes, one who may speak before a thing."""
    if verb.upos != "ADJ" or verb.feats.get("Voice") != "Act":
        return None
    above = scene.tokens[verb.head] if is_dep(verb, "acl", "amod") else None
    is_ours = above is not None and above.index < verb.index and _agree(above, verb)
    first = above.index if above is not None and is_ours else verb.index - NEAR_NOUN
    before = [scene.tokens[index] for index in range(verb.index - 1, max(first, 0) - 1, -1)]
    fitting = [_its_noun(scene, t, verb) for t in before if t.upos in ("NOUN", "PROPN", "ADJ") and _agree(t, verb)]
    if is_ours:
        return next((noun for noun in fitting if _speaks(scene, noun)), above)
    return next(iter(fitting), above)


def _its_noun(scene: Scene, word: Token, verb: Token) -> Token:
    """ "Ruchy organizacji [politycznych], domagających się": of an adjective the noun, if that fits too."""
    noun = scene.tree.head(word) if word.upos == "ADJ" and is_dep(word, "amod") else None
    return noun if noun is not None and _agree(noun, verb) else word


def _agree(noun: Token, participle: Token) -> bool:
    """ "Strajk [bagażowych] domagających się": of two nouns before it a participle describes the one like it."""
    return all(noun.feats.get(feature) == participle.feats.get(feature) for feature in ("Case", "Number"))


def _candidates(scene: Scene, draft: Draft, reported: Reported) -> Iterator[Candidate]:
    first, last = reported.window(scene, draft)
    blocked = reported.blocked(draft) | asked_before(scene, draft.cue)
    for token in scene.between(first, last):
        is_cue = draft.cue is not None and token.index == draft.cue.token.index
        if is_cue or token.index in blocked or not _may_name(scene, token):
            continue
        mention = scene.mention_at.get(token.index)
        if mention is None and scene.is_of_time(token):
            continue  # "[kilka] dni temu piloci zapowiedzieli"
        if mention is not None and scene.words.among("platforms", token.form):
            continue  # the mark of a post that the page shows: "twitter Wójt dodał"
        words = (token,) if mention is None else tuple(scene.between(mention.first, mention.last))
        yield Candidate(head=token, words=words, mention=mention)


def _may_name(scene: Scene, token: Token) -> bool:
    if token.upos not in NOMINAL or scene.is_mark(token.index) or _is_of_title(scene, token):
        return False
    if SEVERAL_WORDS in token.lemma and token.index not in scene.mention_at:
        return False  # "dodał [m.in.], że"
    if scene.words.among("reflexive", token.form.casefold()) or scene.words.among("emphatic", token.lemma):
        return False  # "boją [się]", "[sam] poparł"
    if token.upos == "PRON" and token.feats.get("PronType") == "Int" and scene.words.among("which", token.lemma):
        return False  # "[co] więcej, dodał"
    if scene.words.among("antecedents", token.lemma):
        return is_dep(token, "nsubj")
    mention = scene.mention_at.get(token.index)
    if mention is not None:
        is_top = token.index == top_of(scene, mention.first, mention.last)
        return is_top and not is_led(scene, mention.first) and not _is_venue(scene, mention)
    if has_preposition(scene, token) or is_told(scene, token):
        return False
    if token.feats.get("PronType") == "Dem" and token.feats.get("Gender") == "Neut":
        return False  # "tak tłumaczy [to] urząd"
    if one_of(scene, token) is not None:
        if scene.tokens[token.index - 1].form == "," and token.index - 2 in scene.mention_at:
            return False  # "Jan Kos, jeden z radnych, dodał"
        if scene.words.among("shares", token.lemma):
            return token.feats.get("Case", "Nom") in ("Nom", "Acc")
        return scene.words.inflection.may_be_nominative(token.form)
    if token.upos == "ADJ":
        is_role = scene.words.roles.kind(token) is not None
        if scene.tree.child(token, "cop") is not None:
            return False  # "Litwa jest przeciwna, bo uważa"
        may_be = token.feats.get("Case") == "Acc" and scene.words.inflection.may_be_nominative(token.form)
        return (is_role and may_be) or ((is_role or is_dep(token, "nsubj")) and token.feats.get("Case") == "Nom")
    if is_dep(token, *INNER):
        is_one = token.upos == "PROPN" or scene.words.roles.kind(token) is not None
        return is_one and _stands_out(scene, token)
    return not scene.words.among("asking", token.lemma)


def _share_before(scene: Scene, head: Token) -> Token | None:
    """ "60 [proc.] Polaków uważa": of people of whom a share is told."""
    if head.index not in scene.mention_at:
        return None
    near = [t for t in scene.between(max(head.index - 2, 0), head.index) if not scene.is_mark(t.index)]
    return near[-1] if near and scene.words.among("shares", near[-1].lemma) else None


def _is_of_title(scene: Scene, token: Token) -> bool:
    """ "Porównał ją do ustawy „lex [Kowalski]”"."""
    mention = scene.mention_at.get(token.index)
    first, last = (mention.first, mention.last) if mention is not None else (token.index, token.index + 1)
    return is_in_title(scene, first, last)


def _stands_out(scene: Scene, token: Token) -> bool:
    """A name in the nominative that the tree hangs on a noun of another case, or behind a preposition."""
    head = scene.tokens[token.head]
    is_oblique = head.feats.get("Case") not in ("Nom", None) or (head.index < token.index and _is_behind(scene, head))
    is_subject = token.feats.get("Case") == "Nom" or is_counted(scene, token)  # "w Sejmie [kilka partii] twierdzi"
    return is_subject and is_oblique


def _is_behind(scene: Scene, noun: Token) -> bool:
    """ "Po [sekcji zwłok] prokuratura": a noun that a preposition leads, or the noun before it."""
    return any(has_preposition(scene, one) for one in (noun, scene.tokens[max(noun.index - 1, 0)]))


def _is_venue(scene: Scene, mention: Mention) -> bool:
    """ "Na antenie [TVN24]": where it was said."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is None or before.upos != "NOUN" or not scene.is_medium(mention.base):
        return False
    is_led_on = before.feats.get("Case") != "Acc" or has_preposition(scene, before)  # "podaje Biznes [Interia]"
    return is_led_on and before.feats.get("Case") not in ("Nom", None)


def _resolved(scene: Scene, token: Token, verb: Token) -> Token | None:
    """For a relative word what it stands for: "[wójt], który dodał, że"."""
    if not scene.words.among("antecedents", token.lemma):
        return token
    head = scene.tree.head(verb)
    if is_dep(verb, "acl") and head is not None and head.upos in NOMINAL and head.index < verb.index:
        closer = _closer(scene, head, token)
        if closer is not None:
            return closer
        near = scene.tokens[token.index - 2] if token.index > 1 else head
        is_near = near.upos == "PROPN" and near.feats.get("Number") == token.feats.get("Number")
        agrees = head.feats.get("Number") == token.feats.get("Number")
        # "stanowiska [Niemiec], które twierdziły", "[obrońcy] Doliny, którzy liczyli": the noun that agrees
        if agrees or is_near:
            return near if is_near and not agrees else head
        left = (scene.tokens[index] for index in range(head.index - 1, scene.sentence(verb)[0] - 1, -1))
        others = (one for one in left if one.upos in ("NOUN", "PROPN") and is_like(one, token))
        speaker = next((one for one in others if _speaks(scene, one)), None)
        if speaker is not None or head.upos != "PROPN":
            return speaker or head  # "[obrońcy] doliny, którzy liczyli"
    first, _ = scene.sentence(verb)
    before = [scene.tokens[index] for index in range(token.index - 1, first - 1, -1)]
    fitting = [other for other in before if other.upos in ("NOUN", "PROPN") and is_like(other, token)]
    return next((other for other in fitting if _speaks(scene, other)), next(iter(fitting), None))


def _closer(scene: Scene, head: Token, relative: Token) -> Token | None:
    """ "Reakcja [rządu], który dodał": of a noun that differs in gender one behind it that speaks and agrees."""
    if head.upos != "NOUN" or is_like(head, relative) or "Gender" not in relative.feats:
        return None
    behind = (scene.tokens[index] for index in range(relative.index - 1, head.index, -1))
    return next((t for t in behind if t.upos in ("NOUN", "PROPN") and is_like(t, relative) and _speaks(scene, t)), None)


def _speaks(scene: Scene, token: Token) -> bool:
    """Say whether a noun names a person or what speaks like one."""
    mention = scene.mention_at.get(token.index)
    if mention is not None:
        return mention.kind == "person"
    return token.feats.get("Animacy") == "Hum" or scene.words.roles.kind(token) is not None
