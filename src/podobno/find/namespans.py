"""Find where names stand.

In:   a parsed article, whose weights mark names; the media and listed names of the pack.
Out:  NameSpan: tokens first..last-1 and a kind; none overlap. What is named once is a name wherever it stands.
Not:  the last word on kinds: find/namekinds.py; base forms: lang/namephrases.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from podobno.find.namegrammar import THING, ListedName, NameGrammar, name_openings
from podobno.find.namespan import NameSpan, scene_of
from podobno.find.unseennames import unseen_names
from podobno.lang.namephrases import NamePhrases
from podobno.records.parsed import NAME_KINDS, Name, Parsed, Token

WORDS = ("NOUN", "PROPN", "X", "NUM")
EDGES = ("PUNCT", "SYM", "ADP", "CCONJ")  # no name starts or ends with one
ABBREVIATED = 4  # letters: "Korea Płn."
GLUE = "."  # "Leave.EU", "Onet.pl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search for known names needs."""

    grammar: NameGrammar
    phrases: NamePhrases


def find_spans(parsed: Parsed, grammar: NameGrammar, phrases: NamePhrases) -> list[NameSpan]:
    """Return the names in text order."""
    media = list(_media(parsed, grammar))
    seen = _merged(media, _seen(parsed, grammar))
    lists = (grammar.openings, name_openings(_own_names(parsed, seen, phrases)))
    sure = frozenset(phrases.base(scene_of(parsed, span)) for span in seen if _is_inside(parsed, span))
    known = list(_known(parsed, lists, sure, Search(grammar=grammar, phrases=phrases)))
    media = [medium for medium in media if not any(_is_part(medium, span) for span in known)]
    spans = _merged(media, [*known, *seen])
    spans = _merged(spans, unseen_names(parsed, grammar))
    names = [span for span in spans if not _is_thing(parsed, span, grammar, phrases)]
    full = [span for span in names if span.kind == "person" and span.last - span.first > 1]
    surnames = frozenset(phrases.base(scene_of(parsed, span)).split()[-1] for span in full)
    return [span for span in names if not _is_role(parsed, span, grammar, surnames)]


def _is_role(parsed: Parsed, span: NameSpan, grammar: NameGrammar, surnames: frozenset[str]) -> bool:
    """A role that opens a sentence has its capital from there: "[Wiceminister] dodał"."""
    if span.kind != "person" or span.last - span.first > 1 or _is_inside(parsed, span):
        return False
    token = parsed.syntax.tokens[span.first]
    return token.form not in surnames and token.form.istitle() and token.form.casefold() in grammar.roles


def _is_part(medium: NameSpan, span: NameSpan) -> bool:
    """ "Rzeczpospolita" is a paper, "Rzeczpospolita Polska" is none."""
    return (
        span.first <= medium.first and medium.last <= span.last and span.last - span.first > medium.last - medium.first
    )


def _is_thing(parsed: Parsed, span: NameSpan, grammar: NameGrammar, phrases: NamePhrases) -> bool:
    if span.medium is not None or span.kind == THING:
        return span.kind == THING
    return grammar.labels.listed.get(phrases.base(scene_of(parsed, span))) == THING


def _own_names(parsed: Parsed, spans: Iterable[NameSpan], phrases: NamePhrases) -> dict[str, str]:
    """The article's own names to their kinds, and the surnames of its people: named once, a name everywhere."""
    names: dict[str, str] = {}
    for span in spans:
        if span.medium is None:
            base = phrases.base(scene_of(parsed, span))
            names.setdefault(base, span.kind)
            if span.kind == "person" and " " in base:
                names.setdefault(base.split()[-1], span.kind)
    return names


def _merged(media: Sequence[NameSpan], others: Iterable[NameSpan]) -> list[NameSpan]:
    """Longer names win over shorter ones inside them, earlier in the list over later ones; media over all."""
    taken = {place for span in media for place in range(span.first, span.last)}
    kept = list(media)
    for span in sorted(others, key=lambda span: span.first - span.last):
        places = range(span.first, span.last)
        if not taken.intersection(places):
            taken.update(places)
            kept.append(span)
    return sorted(kept, key=lambda span: span.first)


def _media(parsed: Parsed, grammar: NameGrammar) -> Iterator[NameSpan]:
    tokens, at = parsed.syntax.tokens, 0
    while at < len(tokens):
        step = 1
        if tokens[at].form not in grammar.media:
            at += 1
            continue
        for length in range(min(grammar.outlets.longest, len(tokens) - at), 0, -1):
            form = parsed.article.text[tokens[at].start : tokens[at + length - 1].end]
            name = grammar.outlets.canonical(form)
            if name is not None:
                yield NameSpan(first=at, last=at + length, kind="body", medium=name)
                step = length
                break
        at += step


def _seen(parsed: Parsed, grammar: NameGrammar) -> Iterator[NameSpan]:
    """The names of the weights, with their edges set right."""
    for name in parsed.syntax.names:
        trimmed = _trimmed(parsed, name, grammar)
        if trimmed is None or parsed.syntax.tokens[trimmed.first].form in grammar.no_names:
            continue
        for part in _parts(parsed, trimmed, grammar):
            if _is_attribute(parsed, part, grammar):
                continue
            if part.kind == "person":
                part = _with_particles(parsed, _with_first_name(parsed, part, grammar), grammar)
            yield _with_glued(parsed, part)


def _trimmed(parsed: Parsed, name: Name, grammar: NameGrammar) -> NameSpan | None:
    tokens, first, last = parsed.syntax.tokens, name.first, name.last
    while first < last and (tokens[first].upos in EDGES or tokens[first].form.casefold() in grammar.source_words):
        first += 1
    if last - first > 1 and name.kind == "person" and _names_thing(tokens[first], grammar):
        first += 1  # "na Facebooku [Azarow] napisał"
    while first < last and tokens[last - 1].upos in EDGES and not _closes(tokens, first, last - 1):
        last -= 1
    words = [token for token in tokens[first:last] if token.form[:1].isupper() and token.upos in WORDS]
    if not words or (last - first == 1 and not words[0].form[1:]):
        return None
    return NameSpan(first=first, last=last, kind=name.kind)


def _names_thing(token: Token, grammar: NameGrammar) -> bool:
    """Say whether a word is a form of a name of one word that the pack lists as a thing's."""
    names = (name for base in grammar.forms.bases(token.form) for name in grammar.openings.get(base, ()))
    return any(name.kind == THING and len(name.words) == 1 for name in names)


def _closes(tokens: Sequence[Token], first: int, place: int) -> bool:
    """The stop of an abbreviation and the mark that closes one inside are of the name, but not that behind "MS"."""
    before = tokens[place - 1].form
    is_short = len(before) < ABBREVIATED and not (before.isupper() and len(before) > 1)
    return place > first and tokens[place].form == "." and is_short


def _parts(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> Iterator[NameSpan]:
    """Cut "prezydent Rosji Władimir Putin" before the first name, where the words before are another name."""
    tokens = parsed.syntax.tokens
    for place in range(span.first + 1, span.last):
        led = span.first > 0 and tokens[span.first - 1].upos == "ADP"  # "w Izraelu | Marek Magierowski"
        before = tokens[span.first : place]
        if not _starts_person(tokens, place, span, grammar):
            continue
        if _is_other_name(before, grammar, led=led) or _is_of_noun(tokens, span, place, grammar):
            kind = "place" if span.kind != "body" else "body"
            yield replace(span, last=place, kind=kind)
            yield replace(span, first=place, kind="person")
            return
    yield span


def _starts_person(tokens: Sequence[Token], place: int, span: NameSpan, grammar: NameGrammar) -> bool:
    """Say whether a first name stands here; or a surname alone at the end of what the weights took for a person."""
    readings = [one for one in grammar.forms.read(tokens[place].form) if one.case == "nom" and one.is_known]
    if place == span.last - 1:
        return span.kind == "person" and any(grammar.labels.fits(one, "person") for one in readings)
    return any(grammar.labels.first_names.intersection(one.labels) for one in readings)


def _is_other_name(tokens: Sequence[Token], grammar: NameGrammar, *, led: bool) -> bool:
    """Say whether words that stand before a first name are in another case, and no part of the person's name."""
    last = grammar.forms.read(tokens[-1].form)
    if not led and any(grammar.labels.first_names.intersection(one.labels) for one in last):
        return False
    return all(one.case != "nom" for one in last)


def _is_of_noun(tokens: Sequence[Token], span: NameSpan, place: int, grammar: NameGrammar) -> bool:
    """ "Prezes koncernu [Budomost] Jan Kos", "szeryf hrabstwa [Hale] John Oak": one word that names the noun before."""
    noun = tokens[span.first - 1] if span.first else None
    if noun is None or place != span.first + 1 or place == span.last - 1:
        return False
    is_first_name = grammar.labels.first_names & grammar.forms.labels(tokens[span.first].form)
    return noun.upos == "NOUN" and noun.feats.get("Case") == "Gen" and not is_first_name


def _with_first_name(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> NameSpan:
    """The weights sometimes leave the first name out."""
    tokens = parsed.syntax.tokens
    before = tokens[span.first - 1] if span.first else None
    if before is None or before.upos != "PROPN" or not before.form.istitle():
        return span
    if before.sentence != tokens[span.first].sentence or before.end + 1 != tokens[span.first].start:
        return span
    led = before.index > 0 and tokens[before.index - 1].upos == "ADP"
    if led and not _agree(before, tokens[span.first]) and _may_name_place(before, grammar):
        return span  # "w Izraelu | Marek Zielski", though Izrael is a first name too
    is_first_name = grammar.labels.first_names & grammar.forms.labels(before.form)
    same = before.head in (span.first, tokens[span.first].head) and not grammar.forms.knows(before.form)
    return replace(span, first=span.first - 1) if is_first_name or same else span


def _may_name_place(token: Token, grammar: NameGrammar) -> bool:
    return any(grammar.labels.fits(one, "place") for one in grammar.forms.read(token.form) if one.is_known)


def _agree(one: Token, other: Token) -> bool:
    return one.feats.get("Case") == other.feats.get("Case")


def _with_particles(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> NameSpan:
    """ "Ursula [von der Leyen]": the weights may stop at a small word."""
    tokens, last = parsed.syntax.tokens, span.last
    while tokens[last - 1].form in grammar.particles and last > span.first:
        last -= 1
    after = last
    while after < len(tokens) and tokens[after].form in grammar.particles:
        after += 1
    ends = after == len(tokens) or tokens[after].upos not in ("PROPN", "X") or not tokens[after].form.istitle()
    first = span.first
    while span.kind == "person" and first > 0 and _is_foreign_particle(tokens[first - 1], grammar):
        first -= 1  # "list do [von der] Leyen"
    return replace(span, first=first, last=last if ends or after == last else after + 1)


def _is_foreign_particle(token: Token, grammar: NameGrammar) -> bool:
    """Say whether a word is a particle of names, and not the Polish word that looks like one: "ten"."""
    return token.form in grammar.particles and token.upos in ("PROPN", "X")


def _is_attribute(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> bool:
    """Say whether a capital is an adjective's that opens a sentence: "[Hiszpański] minister"."""
    tokens = parsed.syntax.tokens
    if span.last - span.first > 1 or span.last == len(tokens) or _is_inside(parsed, span):
        return False
    after = tokens[span.last]
    if after.upos != "NOUN" or not after.form.islower():
        return False
    mine = {(r.case, r.number, r.gender) for r in grammar.forms.read(tokens[span.first].form) if r.is_adjective}
    return any((r.case, r.number, r.gender) in mine for r in grammar.forms.read(after.form))


def _with_glued(parsed: Parsed, span: NameSpan) -> NameSpan:
    """Letters behind a stop with no space between are of the name: "Leave.EU"."""
    tokens, last = parsed.syntax.tokens, span.last
    while last + 1 < len(tokens) and tokens[last].form == GLUE and _is_glued(tokens[last - 1 : last + 2]):
        last += 2
    return replace(span, last=last)


def _is_glued(tokens: Sequence[Token]) -> bool:
    before, stop, after = tokens
    is_ending = after.form.isupper() or after.form.islower() or len(before.form) < ABBREVIATED
    return before.end == stop.start and stop.end == after.start and after.form.isalpha() and is_ending


def _known(
    parsed: Parsed, lists: Sequence[Mapping[str, Sequence[ListedName]]], sure: frozenset[str], search: Search
) -> Iterator[NameSpan]:
    """The names of lists wherever they stand, in any case."""
    forms = search.grammar.forms
    for token in parsed.syntax.tokens:
        if token.form[:1].isupper() or token.form in lists[0]:
            names = [name for base in forms.bases(token.form) for one in lists for name in one.get(base, ())]
            for name in sorted(names, key=lambda name: (-len(name.words), name.words)):
                if _stands_at(parsed, token, name, search) and (
                    len(name.words) > 1
                    or name.words[0] in sure
                    or _may_be_name(token, name.kind, parsed, search.grammar)
                ):
                    yield NameSpan(first=token.index, last=token.index + len(name.words), kind=name.kind)
                    break


def _stands_at(parsed: Parsed, token: Token, name: ListedName, search: Search) -> bool:
    tokens = parsed.syntax.tokens[token.index : token.index + len(name.words)]
    if len(name.words) > 1:
        return (
            len(tokens) == len(name.words)
            and tokens[-1].sentence == token.sentence
            and all(_is_form(word, other.form, search.grammar) for word, other in zip(name.words, tokens, strict=True))
        )
    kind = name.kind if name.kind in NAME_KINDS else "body"
    span = NameSpan(first=token.index, last=token.index + 1, kind=kind)
    return search.phrases.base(scene_of(parsed, span)) == name.words[0]


def _is_form(word: str, form: str, grammar: NameGrammar) -> bool:
    return word == form or (form[:1].isalpha() and word in grammar.forms.bases(form))


def _may_be_name(token: Token, kind: str, parsed: Parsed, grammar: NameGrammar) -> bool:
    """Say whether a capital letter makes a name of a word: not where each sentence has one, or each word."""
    if token.form.isupper():
        return len(token.form) > 1 and not _is_shouted(token, parsed)
    if token.upos not in WORDS:
        # A surname or a party may look like an adjective: "Górskiej", "Nowoczesna".
        return token.upos == "ADJ" and kind in ("person", "body") and _stands_inside(token, parsed)
    return _stands_inside(token, parsed) or token.upos == "PROPN" or not grammar.forms.is_common(token.form)


def _is_shouted(token: Token, parsed: Parsed) -> bool:
    """Say whether the words around are in capitals too."""
    around = parsed.syntax.tokens[max(token.index - 2, 0) : token.index + 3]
    others = [other.form for other in around if other.index != token.index and len(other.form) > 1]
    words = [form for form in others if form.isalpha()]
    return bool(words) and all(form.isupper() for form in words)


def _is_inside(parsed: Parsed, span: NameSpan) -> bool:
    return _stands_inside(parsed.syntax.tokens[span.first], parsed)


def _stands_inside(token: Token, parsed: Parsed) -> bool:
    """Say whether a token stands where only names have capital letters."""
    if token.index == parsed.syntax.sentences[token.sentence][0]:
        return False
    return parsed.syntax.tokens[token.index - 1].upos != "PUNCT"
