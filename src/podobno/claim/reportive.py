"""Reports without a cue of speech: evidentials, headlines, quotes that stand alone.

In:   a scene, and for quotes alone the drafts so far.
Out:  drafts.
Not:  reports with a cue: the modules beside this one.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Draft
from podobno.claim.scene import STOPS, Scene
from podobno.claim.spans import skip_marks, trim_end, unquoted
from podobno.claim.stances import stance_of
from podobno.records.parsed import Token
from podobno.records.values import Mention, Quote

HEAD_REACH = 14  # tokens before the colon of a headline
HEAD_LONGEST = 40  # tokens of a headline
SHARE_REACH = 4  # words at the head of a sentence among which the share of a poll stands: "Tylko 38 proc."
TIE = 6  # words at the head of a sentence among which stands what ties it to the one before
GOING_ON = (
    "clause",
    "clause-purpose",
    "nominal",
    "aside",
    "source-phrase",
    "speech-before",
)  # reports that a sentence may go on with
SHORT = 2  # words: "może runąć" says something, "nowy most" does not
ROMAN = "IVX"  # digits of names: "Nord Stream II"
FEWEST = 4  # words of a quote that can stand alone
HEADING = 3  # words of one without a verb that stands as a heading
NAME_REACH = 6  # words from a quote in a teaser to the name behind it: "”. Premier Jan Kos"


def headline_drafts(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for each headline "X: ...": a line, or a sentence that runs on in a line without a full stop."""
    for part in sorted({*scene.paragraphs.values(), *scene.parsed.syntax.sentences}):
        draft = _headline(scene, *part)
        if draft is not None:
            yield draft


def _headline(scene: Scene, first: int, last: int) -> Draft | None:
    is_title = first == 0
    colon = _colon(scene, first, last) if last - first <= HEAD_LONGEST else None
    if colon is None or (not is_title and scene.tokens[last - 1].form in ".,;" and not _is_name(scene, first, colon)):
        return None
    if _is_of_places(scene, first, colon):  # "Ukraina: Zełenski: pokój jest blisko"
        return _headline(scene, colon + 1, last) if _colon(scene, colon + 1, last) is not None else None
    head = list(scene.between(first, colon))
    if any(scene.words.among("captions", word.casefold()) for token in head for word in (token.lemma, token.form)):
        return None
    if any(scene.words.among("versus", token.form) for token in head):
        return None  # "Rada gminy a budowa mostu: ..." names what is set beside what
    speaker = _named(scene, first, colon)
    start = skip_marks(scene, colon + 1, last)
    says = _says_something(scene, start, last) or (_is_name(scene, first, colon) and _calls(scene, start, last))
    if speaker is None or start >= last or not says:
        return None
    part = unquoted(scene, (start, trim_end(scene, start, last)))
    return Draft(content=(part,), cue=None, rule="headline", speaker=speaker.index, clause=(first, colon))


def _says_something(scene: Scene, first: int, last: int) -> bool:
    """A line of names or places is no headline: "Zdjęcie: Jan Kowalski"."""
    words = list(scene.between(first, last))
    says = any(token.upos in ("VERB", "AUX", "ADJ") for token in words) and len(words) > SHORT
    return says or (len(words) == SHORT and any(map(scene.is_finite, words)))


def _calls(scene: Scene, first: int, last: int) -> bool:
    """ "Most [dumą] gminy": what a headline without a verb calls something."""
    nouns = (t for t in scene.between(first + 1, last) if t.upos == "NOUN" and t.feats.get("Case") == "Ins")
    return any(scene.tree.child(noun, "case") is None for noun in nouns)


def _colon(scene: Scene, first: int, last: int) -> int | None:
    for index in range(first, min(last, first + HEAD_REACH)):
        if scene.tokens[index].form == ":":
            return index
        is_stop = scene.tokens[index].form == "." and scene.gap(index) == ""
        goes_on = index + 1 < last and scene.tokens[index].sentence == scene.tokens[index + 1].sentence  # "ds. energii"
        is_title = is_stop and (index < first + 2 or goes_on)
        if scene.is_finite(scene.tokens[index]) or (scene.tokens[index].form in ".?!" and not is_title):
            return None
    return None


def _named(scene: Scene, first: int, last: int) -> Token | None:
    """The first person or body in the nominative before the colon, else the first such noun."""
    words = [word for word in scene.between(first, last) if not _is_numbered(scene, word)]
    people = [w for w in words if (m := scene.mention_at.get(w.index)) is not None and m.kind == "person"]
    nouns = [w for w in words if w.upos in ("NOUN", "PROPN") and w.feats.get("Case", "Nom") == "Nom"]
    nouns = [word for word in nouns if _may_speak(scene, word)]
    starts = [word for word in words[:1] if word.index in scene.mention_at]
    return next(iter([*(p for p in people if p in nouns), *starts, *nouns, *people]), None)


def _is_of_places(scene: Scene, first: int, colon: int) -> bool:
    """ "Niemcy: eksport spadł" names the scene, not a speaker."""
    words = [word for word in scene.between(first, colon) if not _is_numbered(scene, word)]
    return all((m := scene.mention_at.get(word.index)) is not None and m.kind == "place" for word in words)


def _is_name(scene: Scene, first: int, colon: int) -> bool:
    """ "[Kos]: nie miałem wyjścia.": a person alone before the colon is quoted inside a text, too."""
    mention = scene.mention_at.get(colon - 1)
    if mention is None or mention.kind != "person" or mention.last != colon or scene.is_inflected(mention):
        return False
    told = list(scene.between(colon + 1, scene.sentence(scene.tokens[colon])[1]))
    reports = (w for w in told if w.lemma in scene.words.verbs and scene.is_finite(w) and w.feats.get("Person") != "1")
    if any(reports) or any(_opens_text(scene, word) for word in told[1:]):
        return False  # "Kos: nie mam wyjścia Wójt dodał": a heading that runs into the text, or a report of its own
    return all(scene.words.roles.kind(word) is not None for word in scene.between(first, mention.first))


def _opens_text(scene: Scene, word: Token) -> bool:
    """ "Kos: most musi zostać [Szef] rady": a common word with a capital, and no mark before it."""
    before = scene.tokens[word.index - 1]
    is_common = word.form.istitle() and word.upos not in ("PROPN", "X") and word.index not in scene.mention_at
    return is_common and not scene.is_mark(before.index)


def _is_numbered(scene: Scene, word: Token) -> bool:
    """ "Skutki misji [Apollo] 11: wzrosło zaufanie": a name with a number is a thing's, and no role."""
    is_name = word.upos in ("PROPN", "X") or word.index in scene.mention_at
    after = scene.tokens[word.index + 1].form
    return is_name and (after.isdigit() or not after.strip(ROMAN))


def _may_speak(scene: Scene, word: Token) -> bool:
    """ "Skrót meczu: Wilki wygrały": a thing says nothing, a report or a poll does."""
    is_one = word.index in scene.mention_at or scene.words.roles.kind(word) is not None or word.upos == "PROPN"
    lists = ("papers", "kinds_of_information", "media", "studies")
    return is_one or word.feats.get("Animacy") == "Hum" or any(scene.words.among(key, word.lemma) for key in lists)


def lone_quote_drafts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each quoted sentence that no other draft holds."""
    taken = {index for draft in drafts for part in draft.content for index in range(*part)}
    for quote in scene.found.quotes:
        if quote.first not in taken and quote.last - 1 not in taken and _is_statement(scene, quote):
            part = (quote.first, trim_end(scene, quote.first, quote.last))
            speaker = _named_behind(scene, quote) if scene.is_teaser(quote.first) else _named_in_title(scene, quote)
            yield Draft(content=(part,), cue=None, rule="quote-alone", speaker=speaker, is_quoted=True)


def _named_in_title(scene: Scene, quote: Quote) -> int | None:
    """ "„Nie odejdę”. [Jan Kowalski] o swoich planach": the one person whom the headline names beside the quote."""
    first, last = scene.paragraph(quote.first)
    if first != 0 or last - first > HEAD_LONGEST:
        return None
    outside = (m for m in scene.found.mentions if first <= m.first < last and not quote.first <= m.first < quote.last)
    people = [m for m in outside if m.kind == "person" and (not scene.is_inflected(m) or _is_of_words(scene, m))]
    return people[0].first if len(people) == 1 else None


def _named_behind(scene: Scene, quote: Quote) -> int | None:
    """ "Zobacz: „Nie odejdę stąd”. Wójt [Jan Kowalski] o planach": whoever is named right behind the words."""
    near = range(quote.last, min(quote.last + NAME_REACH, scene.paragraph(quote.first)[1]))
    mention = next((scene.mention_at[index] for index in near if index in scene.mention_at), None)
    if mention is None or mention.kind != "person" or scene.is_inflected(mention):
        return None
    words = list(scene.between(quote.last, mention.first))
    if not any(word.form in STOPS for word in words):
        return None  # "„Bałem się tego” Lisy zajęły drugie miejsce"
    is_first = all(scene.is_mark(word.index) or scene.words.roles.kind(word) is not None for word in words)
    return mention.first if is_first else None


def _is_of_words(scene: Scene, mention: Mention) -> bool:
    """ "Mocne słowa [Jana Kosa]": whose words they are."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    return before is not None and scene.words.among("of_words", before.lemma)


def _is_statement(scene: Scene, quote: Quote) -> bool:
    words = [token for token in scene.between(quote.first, quote.last) if not scene.is_mark(token.index)]
    starts = scene.tokens[quote.first].form[:1].isupper()
    if _is_title_quote(scene, quote) and len(words) > 1 and starts:
        return True
    in_title = scene.paragraph(quote.first)[0] == 0 and len(words) > 1
    if starts and len(words) >= HEADING and _is_heading(scene, quote):
        return True
    enough = len(words) >= FEWEST or _is_line(scene, quote) or in_title
    return enough and starts and any(map(scene.is_finite, words)) and _stands_alone(scene, quote)


def _is_title_quote(scene: Scene, quote: Quote) -> bool:
    """ "„Dziwny skład”. Jan Kowalski ocenił posłów": a headline that opens with somebody's words and a full stop."""
    opens = quote.first - scene.paragraph(quote.first)[0] == 1
    after = scene.tokens[quote.last + 1].form if quote.last + 1 < len(scene.tokens) else ""
    return opens and after == "." and _named_in_title(scene, quote) is not None


def _is_heading(scene: Scene, quote: Quote) -> bool:
    """ "Wójt o planach rady. „W stronę katastrofy”": words without a verb that stand between two sentences."""
    first, last = scene.paragraph(quote.first)
    opens = quote.first - first > 1 and scene.tokens[quote.first - 2].form in STOPS
    told = scene.between(*scene.sentence(scene.tokens[quote.first - 2])) if opens else ()
    is_about = any(_is_person(scene, token) for token in told)
    behind = quote.last + 1
    ends = behind >= last or scene.tokens[behind].form[:1].isupper()
    return is_about and ends and scene.tokens[quote.last - 1].form not in STOPS


def _is_person(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at.get(token.index)
    return mention.kind == "person" if mention is not None else scene.words.roles.kind(token) == "person"


def _is_line(scene: Scene, quote: Quote) -> bool:
    """A quote that is a line of its own, but for its marks."""
    first, last = scene.paragraph(quote.first)
    return quote.first - first <= 1 and last - quote.last <= 2


def _stands_alone(scene: Scene, quote: Quote) -> bool:
    first, _ = scene.sentence(scene.tokens[quote.first])
    before = scene.tokens[quote.first - 2].form if quote.first > 1 else "."
    return quote.first - first <= 1 or before in ".?!:"


# Sentences that go on


def continued_drafts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each run of sentences that go on with the report before them, without a cue of their own."""
    busy = {scene.tokens[i].sentence for draft in drafts for i in _words_of(draft)}
    told = {scene.tokens[draft.content[-1][1] - 1].sentence for draft in drafts if draft.rule in GOING_ON}
    number, sentences = 0, scene.parsed.syntax.sentences
    # How a report is meant is dear to tell: it is asked only where the next sentence may go on for that reason.
    before = (one for one in told if one + 1 < len(sentences) and _looks_ahead(scene, *sentences[one + 1]))
    ahead = {one for one in before if _tells_ahead(scene, drafts, one)}
    while number < len(sentences):
        last = number
        while _goes_on(scene, last, busy, (told | set(range(number, last)), ahead | set(range(number, last)))):
            last += 1
        if last > number:
            first = _first_word(scene, sentences[number][0])
            yield Draft(content=((first, trim_end(scene, first, sentences[last - 1][1])),), cue=None, rule="continued")
        number = last + 1


def _words_of(draft: Draft) -> Iterator[int]:
    for part in draft.content:
        yield from range(*part)
    if draft.cue is not None:
        yield draft.cue.token.index


def _tells_ahead(scene: Scene, drafts: list[Draft], number: int) -> bool:
    """Say whether the report that ends in a sentence is of what is to come."""
    here = (draft for draft in drafts if scene.tokens[draft.content[-1][1] - 1].sentence == number)
    return any(stance_of(scene, draft, has_speaker=True) in ("predicts", "commits") for draft in here)


def _goes_on(scene: Scene, number: int, busy: set[int], before: tuple[set[int], set[int]]) -> bool:
    """A sentence right behind a report, in the same paragraph, that looks ahead as it does, or is tied to it."""
    sentences = scene.parsed.syntax.sentences
    told, ahead = before
    if number >= len(sentences) or number in busy or number - 1 not in told:
        return False
    first, last = sentences[number]
    if scene.paragraph_at[first] != scene.paragraph_at[first - 1] or scene.is_teaser(first):
        return False
    if _is_tied(scene, first, last) or _counts_on(scene, first, last):
        return True
    return number - 1 in ahead and _looks_ahead(scene, first, last)


def _is_tied(scene: Scene, first: int, last: int) -> bool:
    text = " ".join(token.form.casefold() for token in scene.between(first, min(first + TIE, last)))
    starts = any(_opens_with(scene, text, words) for key in ("ties", "adding") for words in scene.words.rules[key])
    return starts or any(
        token.lemma in scene.words.rules["because"] for token in scene.between(first, min(first + TIE, last))
    )


def _opens_with(scene: Scene, text: str, words: str) -> bool:
    """Say whether a sentence opens with a tie: "w związku z tym most", but not "w związku z tym, że most"."""
    points = any(text.startswith(f"{words} , {that}") for that in scene.words.rules["that"])
    return text.startswith(words) and not points


def _counts_on(scene: Scene, first: int, last: int) -> bool:
    """ "Za budową jest 46 proc. ankietowanych. [12 proc. nie ma zdania]": the next share of the same poll."""
    before = scene.sentence(scene.tokens[first - 1])
    polled = any(scene.words.among("polled", token.lemma) for token in scene.between(*before))
    return polled and _has_share(scene, *before) and _has_share(scene, first, min(first + SHARE_REACH, last))


def _has_share(scene: Scene, first: int, last: int) -> bool:
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    return any(figure.kind == "share" and start <= figure.span.start < end for figure in scene.found.figures)


def _looks_ahead(scene: Scene, first: int, last: int) -> bool:
    """The main verb is in the future: an article foresees nothing in its own voice."""
    verb = next((token for token in scene.between(first, last) if scene.is_finite(token)), None)
    return verb is not None and verb.feats.get("Tense") == "Fut" and scene.tokens[last - 1].form == "."


def _first_word(scene: Scene, first: int) -> int:
    """Leave out what ties the sentence: "A to dlatego, że [...]"."""
    text = [token.form.casefold() for token in scene.between(first, first + TIE)]
    for words in sorted(scene.words.rules["ties"], key=len, reverse=True):
        tie = words.split()
        if text[: len(tie)] == tie:
            return first + len(tie)
    return first
