"""Where reported words end: clauses, and marks at their edges.

In:   a scene and tokens.
Out:  parts (first token, the one after the last).
Not:  which cue they belong to; noun phrases, which are claim/phrases.py.
"""

from podobno.claim.drafts import Cue
from podobno.claim.scene import Part, Scene
from podobno.claim.speechstart import is_quoted_sentence
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NEAR_CUE = 4  # tokens from a dash to the cue of a reporting clause
FRONTED = 3  # words at the head of a sentence that may open a clause: "Mimo że", "Jednak choć"
MAIN_CLAUSE = 7  # words from the comma to the verb of the main clause: its subject may stand between
CLOSING = frozenset(",.;:")


def clause_end(scene: Scene, start: int, cue: Cue) -> int:
    """Return where the clause ends that starts at a token and belongs to a cue."""
    _, last = scene.sentence(scene.tokens[start])
    said, quote = scene.quote_at.get(start), scene.quote_at.get(cue.token.index)
    if said is not None and said is quote:
        last = min(last, said.last)  # "„Myślałem, że [spadnie]” – cytuje portal": within the marks that hold the cue
    last = _before_main_clause(scene, start, _past_quote(scene, start, last), cue)
    for index in range(start + 1, last):
        if index not in scene.quote_at and _cuts(scene, index, start, cue):
            return trim_end(scene, start, index)
    return trim_end(scene, start, last)


def _before_main_clause(scene: Scene, start: int, last: int, cue: Cue) -> int:
    """What a participle or a noun reports ends where the main clause goes on: "Pytany, czy [odejdzie], wójt odparł"."""
    if cue.kind in ("source", "phrase"):
        return last
    is_main = not _is_in_fronted_clause(scene, cue) and not _is_in_relative_clause(scene, cue)
    if cue.kind == "verb" and scene.is_finite(cue.token) and is_main:
        return last
    for index in range(start + 1, last):
        if _answers(scene, start, index, cue):
            return index
        if (
            scene.tokens[index].form == ","
            and index not in scene.quote_at
            and _opens_main_clause(scene, index, last, cue)
        ):
            return index
    return last


def _answers(scene: Scene, start: int, index: int, cue: Cue) -> bool:
    """ "Zapytany, czy [most powstanie] odpowiedział: ...": the answer needs no comma before it."""
    verb, after = scene.tokens[index], scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if after is None or not scene.words.among("questions", cue.token.lemma) or index in scene.quote_at:
        return False
    entry = scene.words.verbs.get(verb.lemma)
    says = entry is not None and "speech" in entry.takes and scene.is_finite(verb)
    opens = after.form == ":" or after.index + 1 in scene.quote_at or scene.is_dash(after.index)
    return says and opens and any(scene.is_finite(token) for token in scene.between(start, index))


def _is_in_fronted_clause(scene: Scene, cue: Cue) -> bool:
    """ "Choć rząd zapewnia, że [nic się nie stało], mieszkańcy twierdzą"."""
    first, _ = scene.sentence(cue.token)
    opens = scene.between(first, min(first + FRONTED, cue.token.index))
    return any(token.upos == "SCONJ" and not scene.words.among("parenthetic", token.lemma) for token in opens)


def _is_in_relative_clause(scene: Scene, cue: Cue) -> bool:
    """ "Zofia Bór, która stwierdziła, że [dach jest szczelny], odeszła"."""
    first, _ = scene.sentence(cue.token)
    for index in range(cue.token.index - 1, first, -1):
        if scene.tokens[index].form == ",":
            return scene.words.among("antecedents", scene.tokens[index + 1].lemma)
        if scene.is_finite(scene.tokens[index]):
            return False
    return False


def _opens_main_clause(scene: Scene, comma: int, last: int, cue: Cue) -> bool:
    for token in scene.between(comma + 1, min(comma + 1 + MAIN_CLAUSE, last)):
        if scene.is_mark(token.index) or subordinates(scene, token):
            return False
        if scene.is_finite(token):
            governs = any(above.index == token.index for above in scene.tree.ancestors(cue.token))
            said = "speech" in getattr(scene.words.verbs.get(token.lemma), "takes", ())
            return governs or said or (cue.kind == "noun" and _lacks_main_verb(scene, comma, cue))
    return False


def _lacks_main_verb(scene: Scene, comma: int, cue: Cue) -> bool:
    """ "Mimo próśb, by [nie jechał], kolarz wystartował": before the noun no verb, between it and the comma one."""
    first, _ = scene.sentence(cue.token)
    is_fronted = not any(map(scene.is_finite, scene.between(first, cue.last)))
    return is_fronted and any(map(scene.is_finite, scene.between(cue.last, comma)))


def _past_quote(scene: Scene, start: int, last: int) -> int:
    """A quote that starts in the clause is not cut where its first sentence ends."""
    quotes = (scene.quote_at[i] for i in range(start, last) if i in scene.quote_at)
    ends = [quote.last for quote in quotes if quote.first >= start]
    while last < max(ends, default=last):
        last += 1
    return last


def _cuts(scene: Scene, index: int, start: int, cue: Cue) -> bool:
    return (
        is_reporting_dash(scene, index)
        or scene.tokens[index].form == ";"
        or _opens_quotation(scene, index)
        or _goes_on_after(scene, index)
        or _closes(scene, index, start)
        or _opens_other_report(scene, index, start, cue)
    )


def _closes(scene: Scene, index: int, start: int) -> bool:
    """ "Wierzy, że [brat wróci], i rozwiesza plakaty": a comma before "i" closes a clause."""
    if scene.tokens[index].form != "," or index + 1 >= len(scene.tokens):
        return False
    if not scene.words.among("main_again", scene.tokens[index + 1].form.casefold()):
        return False
    before = list(scene.between(start, index))
    is_plain = not any(t.form in ",(" or subordinates(scene, t) for t in before) and any(map(scene.is_finite, before))
    near = scene.between(index + 2, min(index + 2 + MAIN_CLAUSE, scene.sentence(scene.tokens[start])[1]))
    for token in near:
        if scene.is_mark(token.index) or subordinates(scene, token):
            return False
        if scene.is_finite(token):
            return is_plain
    return False


def _opens_quotation(scene: Scene, index: int) -> bool:
    """ "Ogłosiła, że [odchodzi]: „Gdynia to mój dom”": what follows the colon is said once more, in her own words."""
    quote = scene.quote_at.get(index + 2)
    if scene.tokens[index].form != ":" or quote is None or quote.first != index + 2:
        return False
    return is_quoted_sentence(scene, quote)


def _goes_on_after(scene: Scene, index: int) -> bool:
    """ ", po czym zamknęła teczkę": what the speaker did then is no part of the words."""
    if scene.tokens[index].form != ",":
        return False
    after = " ".join(token.form.casefold() for token in scene.between(index + 1, index + 3))
    return scene.words.among("afterwards", after)


def is_reporting_dash(scene: Scene, index: int) -> bool:
    """Say whether a dash opens a reporting clause: " – powiedział X"."""
    if not scene.is_dash(index):
        return False
    near = scene.between(index + 1, min(index + 1 + NEAR_CUE, len(scene.tokens)))
    evidential = False
    for token in near:
        is_told = scene.is_finite(token) or (evidential and token.feats.get("VerbForm") == "Inf")
        if token.lemma in scene.words.verbs and is_told:
            return "speech" in scene.words.verbs[token.lemma].takes
        evidential = scene.words.among("evidential", token.lemma)  # "– [miał] powiedzieć poseł"
        if scene.is_mark(token.index):
            return False
    return False


def _opens_other_report(scene: Scene, index: int, start: int, cue: Cue) -> bool:
    """A comma or conjunction behind which the clause of the cue itself goes on."""
    token = scene.tokens[index]
    is_comma = token.form == ","
    if not is_comma and not scene.words.among("conjunctions", token.lemma):
        return False
    if is_comma and _contrasts(scene, index, start, cue):
        return True
    near = NEAR_CUE if is_comma else 2
    for other in scene.between(index + 1, min(index + 1 + near, len(scene.tokens))):
        if other.form == "," or subordinates(scene, other):
            return False
        if _is_side_report(scene, other, cue):
            return True
        if scene.is_finite(other):
            joined = other.head == cue.token.index and is_dep(other, "conj") and is_alike(other, cue.token)
            goes_on = joined or _turns_back(scene, other, start, index, cue)
            return goes_on and _has_main_clause(scene, start, index)
    return False


def _contrasts(scene: Scene, comma: int, start: int, cue: Cue) -> bool:
    """ "Obliczenia sugerują, że [skała minie Ziemię], ale astronomowie zastrzegają, że": two reports side by side."""
    last = scene.sentence(cue.token)[1]
    if comma + 1 >= last or not scene.words.among("contrasting", scene.tokens[comma + 1].form.casefold()):
        return False
    verb = next((t for t in scene.between(comma + 2, min(comma + 2 + MAIN_CLAUSE, last)) if _stops(scene, t)), None)
    if verb is None or not scene.is_finite(verb):
        return False
    says = "speech" in getattr(scene.words.verbs.get(verb.lemma), "takes", ())
    that = scene.between(verb.index + 1, min(verb.index + 1 + NEAR_CUE, last))
    subject = any(t.feats.get("Case") == "Nom" for t in scene.between(comma + 2, verb.index))
    is_report = subject and any(scene.words.among("that", token.lemma) for token in that)
    tense = verb.feats.get("Tense")
    told = {token.feats.get("Tense") for token in scene.between(start, comma) if scene.is_finite(token)}
    return says and is_report and tense == cue.token.feats.get("Tense") and (tense == "Pres" or tense not in told)


def _stops(scene: Scene, token: Token) -> bool:
    return scene.is_finite(token) or scene.is_mark(token.index) or subordinates(scene, token)


def _turns_back(scene: Scene, verb: Token, start: int, index: int, cue: Cue) -> bool:
    """ "Sąd uznał, że [nie zawiniła], i odmówił": the verb agrees with the cue and not with the reported one."""
    gender = verb.feats.get("Gender")
    if gender is None or not is_alike(verb, cue.token) or _has_subject(scene, verb):
        return False
    inside = list(scene.between(start, index))
    verbs = [token for token in inside if scene.is_finite(token)]
    subjects = [token for token in inside if token.upos in ("NOUN", "PROPN") and token.feats.get("Case") == "Nom"]
    told = [(t.feats["Gender"], t.feats.get("Number")) for t in (*verbs, *subjects) if "Gender" in t.feats]
    return bool(told) and (gender, verb.feats.get("Number")) not in told


def _has_main_clause(scene: Scene, start: int, end: int) -> bool:
    """Say whether a main clause stands in a stretch: "w lutym, gdy padał śnieg" is none yet."""
    opens, subordinate = True, False
    for token in scene.between(start, end):
        if opens and not scene.is_mark(token.index):
            subordinate, opens = subordinates(scene, token), token.upos == "ADP"
        elif token.form == ",":
            opens = True
        if scene.is_finite(token) and not subordinate:
            return True
    return False


def subordinates(scene: Scene, token: Token) -> bool:
    """Say whether a word opens a clause that hangs on another: "że", "by", "który"."""
    lists = ("antecedents", "asking", "that", "purpose", "parenthetic")
    after = scene.tokens[min(token.index + 1, len(scene.tokens) - 1)]
    if token.upos != "SCONJ" and scene.is_of_time(after):
        return False  # "[co] tydzień"
    return token.upos == "SCONJ" or any(scene.words.among(name, token.lemma) for name in lists)


def _is_side_report(scene: Scene, token: Token, cue: Cue) -> bool:
    """Another reporting verb on the level of the cue: "powiedział, że A, i dodał, że B"."""
    if token.feats.get("VerbForm") == "Conv":
        return token.head == cue.token.index
    if token.lemma not in scene.words.verbs or not scene.is_finite(token):
        return False
    if token.head == cue.token.index:
        return not is_dep(token, "ccomp")  # "zaznaczył, że posłowie, którzy protestują, [odrzucają] plan"
    return is_alike(token, cue.token) and not _has_subject(scene, token)


def is_alike(one: Token, other: Token) -> bool:
    """Say whether two verbs agree in tense, number, gender and person."""
    return all(one.feats.get(key) == other.feats.get(key) for key in ("Tense", "Number", "Gender", "Person"))


def _has_subject(scene: Scene, token: Token) -> bool:
    return scene.tree.child(token, "nsubj") is not None


def trim_end(scene: Scene, start: int, end: int) -> int:
    """Leave out punctuation at the end that closes no mark opened inside."""
    while end > start + 1 and scene.is_mark(end - 1) and not _is_needed(scene, start, end - 1):
        end -= 1
    return end


def _is_needed(scene: Scene, start: int, index: int) -> bool:
    form = scene.tokens[index].form
    if form in "?!…" or form == "...":
        return True
    if form in ")]}":
        return any(token.form in "([{" for token in scene.between(start, index))
    if form in CLOSING or scene.is_dash(index):
        return False
    quote = scene.quote_at.get(index - 1)  # a closing quotation mark: needed where its partner stands inside
    return quote is not None and quote.first > start


def unquoted(scene: Scene, part: Part) -> Part:
    """Leave out a pair of quotation marks that holds the whole part."""
    first, last = part
    while first < last and scene.is_mark(first) and scene.quote_at.get(first + 1) is not None:
        quote = scene.quote_at[first + 1]
        if quote.first != first + 1 or quote.last < last - 2:
            break
        first, last = quote.first, min(last, quote.last)
    return first, trim_end(scene, first, last)


def skip_marks(scene: Scene, index: int, last: int) -> int:
    """Return the first token from an index on that is a word or opens a quote."""
    while index < last and scene.is_mark(index) and not _opens(scene, index):
        index += 1
    return index


def _opens(scene: Scene, index: int) -> bool:
    quote = scene.quote_at.get(index + 1)
    return scene.tokens[index].form in "([{#" or (quote is not None and quote.first == index + 1)


def clause_end_plain(scene: Scene, start: int) -> int:
    """Return where a clause without a cue ends: with its sentence, or where a report follows it."""
    _, last = scene.sentence(scene.tokens[start])
    for index in range(start + 1, last):
        if is_reporting_dash(scene, index):
            return trim_end(scene, start, index)
    return trim_end(scene, start, last)
