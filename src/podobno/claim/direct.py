"""Speech set off by a dash or by quotation marks: "– Zostaję – powiedział prezes."

In:   a scene and its cues.
Out:  drafts of direct speech, each with the words that its reporting clause belongs to.
Not:  quotations that are the object of a clause with a conjunction ("dodał, że „...”"): claim/clauses.py.
"""

from dataclasses import replace

from podobno.claim.drafts import Cue, Draft
from podobno.claim.scene import STOPS, Part, Scene
from podobno.claim.spans import clause_end_plain
from podobno.claim.speechstart import is_quoted_sentence, is_scare, reach_of, sentence_start, speech_start
from podobno.claim.unmarked import unmarked_boundary
from podobno.records.parsed import Token

LEAD = 4  # tokens at most between the boundary and the cue: "– jak później dodał"
FAR_LEAD = 12  # the same behind "tak": "– tak o problemach w ochronie zdrowia mówił"
LEAD_UPOS = frozenset(("ADV", "PART", "SCONJ", "PRON", "DET", "AUX", "CCONJ", "ADP", "NOUN", "PROPN", "ADJ"))
COLON_REACH = 12  # tokens from the cue to the colon: "powiedział w rozmowie z agencją:"
FEW_SENTENCES = 2  # after a reporting clause a dash opens this many sentences at most, where no mark closes them
NEAR_CLAUSE = 5  # words from a verb to the comma of its clause: "uważa jednak, że"
MEDIUM_REACH = 6  # words from a verb to the medium that tells: "czytamy w środowym wydaniu [...]"
ASIDE = 7  # words between two dashes: "– według wielu świadków –"
LEAD_PARAGRAPH = 1  # behind the headline: what opens an article is told by the medium that is named at its end
PASSAGE = 5  # sentences; of a longer paragraph the medium is taken to tell the last one only
LEADING = ("evidential", "attempting")  # verbs before an infinitive that reports
CLOSERS = frozenset(",.")
LONE_CLOSERS = '”"»’'


def direct_drafts(scene: Scene, cues: tuple[Cue, ...]) -> tuple[Draft, ...]:
    """Return the drafts of speech in text order; each cue opens at most one."""
    drafts: list[Draft] = []
    for cue in cues:
        if cue.kind not in ("verb", "phrase") or "speech" not in cue.entry.takes:
            continue
        draft = _after_speech(scene, cue, drafts) or _before_speech(scene, cue)
        if draft is not None:
            drafts.append(draft)
    return tuple(_with_rest(scene, draft, drafts) for draft in drafts)


# First the speech, then who says it


def _after_speech(scene: Scene, cue: Cue, drafts: list[Draft]) -> Draft | None:
    boundary = _boundary(scene, cue) or unmarked_boundary(scene, cue)
    if not boundary or _is_told_in_quote(scene, cue, boundary) or _has_clause(scene, cue):
        return None
    end = _trim(scene, boundary)
    is_bare = boundary == cue.token.index
    own = sentence_start(scene, boundary, 0) if is_bare else None  # a report without a mark is of its own sentence
    start = own if is_bare else _passage_start(scene, cue, boundary) or speech_start(scene, end, boundary, drafts)
    if start is None or start >= end or (scene.is_teaser(start) and start not in scene.quote_at):
        return None
    if _is_apposition(scene, start, end):
        return None
    start, end = _unquoted(scene, start, end)
    clause = (boundary, _clause_end(scene, cue))
    opened = scene.is_dash(start - 1) if start else False
    if not opened and start not in scene.quote_at and _is_parenthetic(scene, clause):
        return None
    return Draft(content=((start, end),), cue=cue, rule="speech-before", clause=clause, is_quoted=opened)


def _is_apposition(scene: Scene, start: int, end: int) -> bool:
    """ "Koalicjant - [Partia Rolna (PR)] - nie zgadza się na": no verb between two dashes within a sentence."""
    opens = scene.is_dash(start - 1) and scene.sentence(scene.tokens[start])[0] < start - 1
    marked = any(index in scene.quote_at for index in range(start, end))
    return opens and not marked and not any(map(scene.is_finite, scene.between(start, end)))


def _is_told_in_quote(scene: Scene, cue: Cue, boundary: int) -> bool:
    """A report within a quote is of the one who is quoted, but in "„[Nic nie dali] – mówi wójt. – [Nic]”."""
    quote = scene.quote_at.get(cue.token.index)
    if quote is None:
        return False
    opens, after = quote.first - 1, scene.sentence(scene.tokens[quote.last - 1])[1]
    behind = scene.between(min(quote.last + 1, after), after)
    is_whole = opens == scene.sentence(scene.tokens[quote.first])[0] and all(scene.is_mark(t.index) for t in behind)
    return not (is_whole and scene.is_dash(boundary) and not any(scene.is_dash(token.index) for token in behind))


def _is_parenthetic(scene: Scene, clause: Part) -> bool:
    """ "Protest trwa, ale – jak podała firma – pociągi jeżdżą": an aside in a sentence that goes on."""
    first, last = clause
    near = scene.between(first, first + 2)
    is_how = any(scene.words.among("parenthetic", token.form.casefold()) for token in near)
    goes_on = last < scene.sentence(scene.tokens[first])[1] and scene.tokens[last - 1].form not in STOPS
    return is_how and goes_on and scene.is_dash(last)


def _passage_start(scene: Scene, cue: Cue, boundary: int) -> int | None:
    """ "... – czytamy w [gazecie]": what a medium tells is its whole paragraph, where that is short and unmarked."""
    first, last = scene.paragraph(boundary)
    after = range(cue.token.index + 1, min(cue.token.index + MEDIUM_REACH, last))
    named = any(i in scene.mention_at and scene.is_medium(scene.mention_at[i].base) for i in after)
    sentences = scene.tokens[boundary - 1].sentence - scene.tokens[first].sentence
    inside = range(first, boundary)
    marked = any(
        scene.is_dash(i) or (i in scene.quote_at and is_quoted_sentence(scene, scene.quote_at[i])) for i in inside
    )
    others = any(t.lemma in scene.words.verbs and scene.is_finite(t) for t in scene.between(first, boundary))
    ends = scene.sentence(cue.token)[1] == last or (scene.paragraph_at[first] <= LEAD_PARAGRAPH and not others)
    return first if named and 0 < sentences < PASSAGE and ends and not marked else None


def _boundary(scene: Scene, cue: Cue) -> int | None:
    """Index of the dash or of the token after the closing mark that stands before the cue."""
    first, _ = scene.paragraph(cue.token.index)
    for index in range(cue.token.index - 1, max(first, cue.token.index - FAR_LEAD) - 1, -1):
        if cue.token.index - index > LEAD + 2 and not _leads_so(scene, index + 1):
            if scene.is_mark(index) or scene.is_finite(scene.tokens[index]):
                return None
            continue
        if scene.is_dash(index):
            closes = not _closes_aside(scene, index) and not _starts_sentence(scene, index)
            return index if closes and _is_lead(scene, index + 1, cue) else None
        if _closes_quote(scene, index) or _is_lone_closer(scene, index):
            return index if _is_lead(scene, index + 1, cue) else None
        if scene.is_mark(index):
            return None
    return None


def _leads_so(scene: Scene, index: int) -> bool:
    """ "– [tak] o kłopotach gminy mówił wójt": what the speech is of may stand before the verb."""
    return scene.words.among("so", scene.tokens[index].form.casefold())


def _starts_sentence(scene: Scene, dash: int) -> bool:
    """ "– Wilk nam grozi – powiedział minister": the first dash opens what the minister says."""
    opens = scene.sentence(scene.tokens[dash])[0] == dash
    return opens and dash + 1 < len(scene.tokens) and scene.tokens[dash + 1].form[:1].isupper()


def _closes_aside(scene: Scene, dash: int) -> bool:
    """ "Pobito ją i – według świadków – przyznała się": the dash ends an aside, no speech."""
    first = scene.sentence(scene.tokens[dash])[0]
    opened = next((i for i in range(dash - 1, max(first, dash - ASIDE) - 1, -1) if scene.is_dash(i)), None)
    if opened is None or opened == first:
        return False
    return any(token.form.casefold() in scene.words.source_ends for token in scene.between(opened, dash))


def _has_clause(scene: Scene, cue: Cue) -> bool:
    """ "– Sąd uważa, że": the dash opens speech in which somebody else reports."""
    _, last = scene.sentence(cue.token)
    for token in scene.between(cue.token.index + 1, min(last, cue.token.index + NEAR_CLAUSE)):
        if token.form == ",":
            after = scene.tokens[token.index + 1] if token.index + 1 < last else token
            return scene.words.among("that", after.lemma) or scene.words.among("purpose", after.lemma)
        if scene.is_mark(token.index) or scene.is_finite(token) or token.feats.get("VerbForm") == "Conv":
            return False  # "ironizował wójt, przypominając, że": the clause is of another verb
    return False


def _closes_quote(scene: Scene, index: int) -> bool:
    """Say whether the token is the mark that closes a quote, or the comma behind it."""
    after = scene.tokens[index + 1].form if index + 1 < len(scene.tokens) else ""
    if after[:1].isupper() and after not in scene.words.dashes:
        return False  # a new sentence opens, or the text goes on behind a headline in marks
    if scene.tokens[index].form == "." and after[:1].isupper():
        return False
    before = index - 1
    while before >= 0 and scene.tokens[before].form in CLOSERS:
        before -= 1
    return scene.is_mark(index) and index not in scene.quote_at and _ends_quote(scene, before)


def _is_lone_closer(scene: Scene, index: int) -> bool:
    """ "To zły znak” napisał wójt": the opening mark was lost; a closing one stands behind a word, before a space."""
    token = scene.tokens[index]
    if token.form not in LONE_CLOSERS or index in scene.quote_at or (index - 1) in scene.quote_at:
        return False
    return index > 0 and scene.gap(index) == "" and index + 1 < len(scene.tokens) and scene.gap(index + 1) != ""


def _ends_quote(scene: Scene, index: int) -> bool:
    quote = scene.quote_at.get(index) or scene.quote_at.get(index - 1)
    return quote is not None and index - 1 <= quote.last - 1 <= index and not is_scare(scene, quote.first, quote.last)


def _is_lead(scene: Scene, first: int, cue: Cue) -> bool:
    before = scene.between(first, cue.token.index)
    words = [w for w in before if not any(scene.words.among(key, w.lemma) for key in LEADING)]
    if any(word.upos not in LEAD_UPOS and not scene.is_mark(word.index) for word in words):
        return False
    if any(word.lemma in scene.words.verbs and word.upos == "VERB" for word in words):
        return False
    return _reports(scene, cue.token)


def _reports(scene: Scene, verb: Token) -> bool:
    """A reporting verb is finite, impersonal, or an infinitive under an evidential or an attempt."""
    if scene.is_finite(verb):
        return True
    before = scene.between(max(verb.index - 2, scene.sentence(verb)[0]), verb.index)
    leads = any(scene.words.among(key, token.lemma) for token in before for key in LEADING)
    return verb.feats.get("VerbForm") == "Inf" and leads


def _trim(scene: Scene, end: int) -> int:
    """Leave out the comma or full stop that closes the speech, and the closing mark."""
    while end > 0 and (
        scene.tokens[end - 1].form in CLOSERS or _is_outer_mark(scene, end - 1) or _is_lone_closer(scene, end - 1)
    ):
        end -= 1
    return end


def _is_outer_mark(scene: Scene, index: int) -> bool:
    return scene.is_mark(index) and index not in scene.quote_at and (index - 1) in scene.quote_at


def _unquoted(scene: Scene, start: int, end: int) -> Part:
    """Leave out marks and dashes at both ends that do not pair up inside."""
    while start < end and (scene.is_dash(start) or (scene.is_mark(start) and _is_lone(scene, start))):
        start += 1
    while end > start and scene.is_mark(end - 1) and scene.tokens[end - 1].form in CLOSERS:
        end -= 1
    return start, end


def _is_lone(scene: Scene, index: int) -> bool:
    return scene.tokens[index].form not in "([#" and index not in scene.quote_at and not _opens_inner(scene, index)


def _opens_inner(scene: Scene, index: int) -> bool:
    quote = scene.quote_at.get(index + 1)
    return quote is not None and quote.first == index + 1


def _clause_end(scene: Scene, cue: Cue) -> int:
    """The reporting clause ends with the sentence, or at a dash or colon before that."""
    _, last = scene.sentence(cue.token)
    for index in range(cue.token.index + 1, last):
        if scene.is_dash(index) or scene.tokens[index].form == ":":
            return index
    return last


# The other order: a colon, then the speech


def _before_speech(scene: Scene, cue: Cue) -> Draft | None:
    colon = _colon(scene, cue)
    if colon is None or not _reports(scene, cue.token):
        return None
    start = colon + 1
    while start < len(scene.tokens) and scene.is_mark(start) and start not in scene.quote_at:
        start += 1
    if start >= len(scene.tokens) or scene.paragraph_at[start] > scene.paragraph_at[colon] + 1:
        return None
    quote = scene.quote_at.get(start)
    clause = (scene.sentence(cue.token)[0], colon)
    if quote is not None and quote.first >= start - 1:
        content = (quote.first, _end(scene, quote.first, quote.last))
        return Draft(content=(content,), cue=cue, rule="speech-after", clause=clause)
    if scene.paragraph_at[start] != scene.paragraph_at[colon] and not _is_told_below(scene, start):
        return None
    return Draft(
        content=((start, _open_end(scene, start)),),
        cue=cue,
        rule="speech-after-unmarked",
        clause=clause,
        is_quoted=True,
    )


def _is_told_below(scene: Scene, start: int) -> bool:
    """ "Wójt napisał:", and in the next paragraph what he wrote, without marks: whole sentences."""
    first, last = scene.paragraph(start)
    opens = start == first and scene.tokens[start].form[:1].isupper()
    ends = scene.tokens[last - 1].form in STOPS
    return opens and ends and any(map(scene.is_finite, scene.between(start, last)))


def _colon(scene: Scene, cue: Cue) -> int | None:
    _, last = scene.paragraph(cue.token.index)
    for index in range(cue.token.index + 1, min(last, cue.token.index + COLON_REACH)):
        if scene.tokens[index].form == ":":
            return None if _closes_label(scene, index) else index
        if scene.tokens[index].form in ".!?;" or index in scene.quote_at or scene.is_dash(index):
            return None
        if scene.words.among("that", scene.tokens[index].lemma):
            return None
    return None


def _closes_label(scene: Scene, colon: int) -> bool:
    """ "Minister grozi wojnąCzytaj [też:]": what follows is a link."""
    before = scene.tokens[colon - 1]
    ends = {label.split()[-1] for label in scene.words.rules["teasers"]}
    return before.form.casefold() in ends and scene.is_teaser(colon)


def _end(scene: Scene, first: int, last: int) -> int:
    while last > first and scene.tokens[last - 1].form in CLOSERS:
        last -= 1
    return last


def _open_end(scene: Scene, start: int) -> int:
    """Speech without a closing mark goes on until somebody else reports, within the paragraph."""
    _, paragraph = scene.paragraph(start)
    _, end = scene.sentence(scene.tokens[start])
    if scene.tokens[start].form[:1].islower():
        return _end(scene, start, clause_end_plain(scene, start))  # "alarmują: noc będzie trudna"
    while end < paragraph:
        _, after = scene.sentence(scene.tokens[end])
        others = scene.is_dash(end) or scene.is_teaser(end)
        if others or any(_is_report(scene, token) for token in scene.between(end, after)):
            break
        end = after
    return _end(scene, start, min(end, paragraph))


def _is_report(scene: Scene, token: Token) -> bool:
    return token.lemma in scene.words.verbs and scene.is_finite(token) and token.feats.get("Person") != "1"


# Speech that goes on behind the reporting clause


def _with_rest(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    if draft.rule != "speech-before" or draft.clause is None:
        return draft
    rest = _rest(scene, draft.clause[1], drafts)
    return draft if rest is None else replace(draft, content=(*draft.content, rest))


def _rest(scene: Scene, index: int, drafts: list[Draft]) -> Part | None:
    if index >= len(scene.tokens) or not scene.is_dash(index):
        return None
    if scene.paragraph_at[index] != scene.paragraph_at[index - 1]:
        return None
    start = index + 1
    while start < len(scene.tokens) and scene.is_mark(start) and start not in scene.quote_at:
        start += 1
    if start >= len(scene.tokens) or any(_claims(other, start) for other in drafts):
        return None
    quote = scene.quote_at.get(start)
    if quote is not None and (quote.first == start or quote is scene.quote_at.get(index)):
        return start, _end(scene, start, quote.last)
    if scene.tokens[start].sentence == scene.tokens[index - 1].sentence:
        return start, _end(scene, start, scene.sentence(scene.tokens[start])[1])
    return start, _short_end(scene, start)


def _claims(draft: Draft, index: int) -> bool:
    if draft.rule.startswith("speech-after"):  # "– Nie ma go, gdy ministrowie mówią: walczmy": a report in speech
        return any(first <= index < last for first, last in draft.content)
    return any(first <= index < last for first, last in reach_of(draft))


def _short_end(scene: Scene, start: int) -> int:
    _, paragraph = scene.paragraph(start)
    _, end = scene.sentence(scene.tokens[start])
    if scene.tokens[start].form[:1].islower():
        return _end(scene, start, end)  # "alarmują: noc będzie trudna"
    if scene.tokens[paragraph - 1].sentence - scene.tokens[start].sentence < FEW_SENTENCES:
        end = paragraph
    return _end(scene, start, end)
