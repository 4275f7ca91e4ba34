"""Where speech begins that a reporting clause ends: "– [Zostaję – powiedział prezes]."

In:   a scene, where the speech ends, the drafts before it.
Out:  the first token of the speech.
Not:  which words report it, and speech behind its clause: claim/direct.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Draft
from podobno.claim.scene import Part, Scene
from podobno.records.values import Quote

THAT_REACH = 4  # words from "o" to the conjunction of "o tym, że"
FEW_TOLD = 3  # sentences; more than these before a speech, and in no first person, tell what it is about
BAR = "|"  # parts a line from a date or a caption


def speech_start(scene: Scene, end: int, boundary: int, drafts: list[Draft]) -> int | None:
    """Return where the speech begins that ends at a token; None where no dash, mark or sentence opens it.

    boundary: the dash or mark before the reporting clause. drafts: the reports before it, which have their own words.
    """
    quote = scene.quote_at.get(end - 1)
    paragraph, _ = scene.paragraph(max(boundary - 1, 0))
    taken = _taken(scene, end, paragraph, drafts)
    if quote is not None and not is_scare(scene, quote.first, quote.last):
        sentence = scene.sentence(scene.tokens[quote.first])[0]
        opened = _opening_dash(scene, quote.first, max(paragraph, taken))
        if opened is None or opened + 3 >= quote.first:
            before = scene.between(sentence, quote.first)
            whole = is_quoted_sentence(scene, quote) or not any(token.form[:1].isalnum() for token in before)
            return quote.first if whole else _past_labels(scene, sentence_start(scene, quote.first, taken), quote.first)
    dash = _opening_dash(scene, end, max(paragraph, taken))
    return dash + 1 if dash is not None else _unmarked_start(scene, end, max(paragraph, taken))


def _taken(scene: Scene, end: int, paragraph: int, drafts: list[Draft]) -> int:
    """Where the reports before a speech end, but those that it may hold itself."""
    said = (draft for draft in drafts if not draft.rule.startswith("speech-after"))
    least = max((part[1] for draft in said for part in reach_of(draft)), default=0)
    dash = _opening_dash(scene, end, max(paragraph, least))
    others = (draft for draft in drafts if not _is_within(scene, draft) and not _is_behind(scene, dash, draft))
    return max((part[1] for draft in others for part in reach_of(draft)), default=0)


def _is_behind(scene: Scene, dash: int | None, draft: Draft) -> bool:
    """ "– Mamy stać? To nie [wójt mówił: „Stop”]? Idźmy – dodał radny": what stands behind the dash is of the radny."""
    is_after = draft.rule.startswith("speech-after")
    return is_after and dash is not None and draft.clause is not None and draft.clause[0] > dash


def _is_within(scene: Scene, draft: Draft) -> bool:
    """ "– Bywa tak, że urzędnik [mówi: to jest umowa] – powiedział wójt": a report that speech may hold."""
    is_small = draft.rule == "speech-after-unmarked" and scene.tokens[draft.content[0][0]].form[:1].islower()
    if is_small or draft.rule != "speech-after" or draft.cue is None:
        return is_small
    opens = scene.sentence(draft.cue.token)[0]  # "– [Jeśli rada pisze: „Stop”], to stójmy – powiedział wójt"
    return scene.is_dash(opens) and _opens_speech(scene, opens)


def is_quoted_sentence(scene: Scene, quote: Quote) -> bool:
    """Say whether a quote stands by itself: it opens with a capital and has a verb, whatever headline runs into it."""
    opens = scene.tokens[quote.first].form[:1].isupper()
    return opens and any(scene.is_finite(token) for token in scene.between(quote.first, quote.last))


def reach_of(draft: Draft) -> Iterator[Part]:
    """Yield the stretches that a draft takes: its words and its reporting clause."""
    yield from draft.content
    if draft.clause is not None:
        yield draft.clause


def sentence_start(scene: Scene, index: int, least: int) -> int:
    """Return the first word of the sentence of a token, not before a place; marks that open no quote are left out."""
    first, _ = scene.sentence(scene.tokens[index])
    first = max(first, least)
    while first < index and scene.is_mark(first) and first not in scene.quote_at:
        first += 1
    return first


def _opening_dash(scene: Scene, end: int, least: int) -> int | None:
    """The dash that opens the speech: it stands at the start of a paragraph or after a sentence."""
    for index in range(end - 1, least - 1, -1):
        if scene.is_dash(index) and _opens_speech(scene, index):
            return index
    return None


def _opens_speech(scene: Scene, index: int) -> bool:
    after = scene.tokens[index + 1].form if index + 1 < len(scene.tokens) else ""
    if not (after[:1].isupper() or after[:1].isdigit() or not after[:1].isalnum()):
        return False
    if index == 0 or scene.paragraph_at[index] != scene.paragraph_at[index - 1]:
        return True
    is_new = scene.tokens[index].sentence != scene.tokens[index - 1].sentence
    if is_new or (scene.tokens[index - 1].form in ".!?" and not after[:1].isdigit()):
        return True  # but "w 2024 r. [–] 92 tys."
    if scene.is_teaser(index):
        return True
    # A headline without a full stop may run into the speech; a name behind a dash is no sentence.
    return scene.tokens[index + 1].upos not in ("PROPN", "NUM", "X") and after[:1].isupper()


def _unmarked_start(scene: Scene, end: int, least: int) -> int:
    """Without a mark the speech is its sentence, and those before it that nobody else reports."""
    start = sure = sentence_start(scene, end - 1, least)
    told = 0
    while start > least:
        before, _ = scene.sentence(scene.tokens[start - 1])
        before = max(before, least)
        if not _goes_on(scene, before, start, end):
            break
        told = 0 if _is_personal(scene, before, start) else told + 1
        sure, start = (before if told == 0 else sure), before
    start = start if told <= FEW_TOLD else sure
    start = _past_conjunction(scene, _past_labels(scene, start, end), end)
    while start < end and scene.is_mark(start):
        start += 1
    return start


def _past_conjunction(scene: Scene, start: int, end: int) -> int:
    """ "O tym, że [most runął], poinformowała straż"."""
    near = scene.between(start, min(start + THAT_REACH, end))
    that = next((token.index for token in near if scene.words.among("that", token.lemma)), None)
    before = scene.between(start, that) if that is not None else ()
    points = any(token.feats.get("PronType") == "Dem" for token in before)
    return that + 1 if that is not None and points and scene.tokens[start].upos == "ADP" else start


def _past_labels(scene: Scene, start: int, end: int) -> int:
    """ "Brexit. Zobacz więcej [Składka jest wysoka] – pisze BBC": the label of a link, or a bar, opens no speech."""
    for index in range(end - 2, start - 1, -1):
        if scene.tokens[index].form == BAR:
            return index + 1
        label = " ".join(token.form.casefold() for token in scene.between(index, index + 2))
        if scene.words.among("link_labels", label):
            return index + 2
    return start


def _goes_on(scene: Scene, before: int, start: int, end: int) -> bool:
    if any(token.lemma in scene.words.verbs and scene.is_finite(token) for token in scene.between(before, start)):
        return _is_personal(scene, before, start, is_own=True)
    joins = scene.tokens[start].upos == "CCONJ"  # "Przez Kijów. [Albo] przez Mińsk."
    _, after = scene.sentence(scene.tokens[start])
    fragment = not any(scene.is_finite(token) for token in scene.between(start, after))  # "Przez Kijów."
    return joins or fragment or _is_personal(scene, before, end) or start - before <= 2


def _is_personal(scene: Scene, first: int, last: int, *, is_own: bool = False) -> bool:
    """Say whether the first or second person speaks; is_own: not in words that are quoted there."""
    words = (token for token in scene.between(first, last) if not is_own or token.index not in scene.quote_at)
    return any(token.feats.get("Person") in ("1", "2") for token in words)


def is_scare(scene: Scene, first: int, last: int) -> bool:
    """A few words without a verb are a title or a scare quote, no speech."""
    return last - first <= 3 and not any(scene.is_finite(token) for token in scene.between(first, last))
