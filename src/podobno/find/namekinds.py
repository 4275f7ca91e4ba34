"""Settle of what kind a name is: all its places in an article vote.

In:   the spans of an article's names, each with the kind that the weights gave it and its base form.
Out:  a kind for each base form.
Not:  where names stand: find/namespans.py.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from podobno.find.namegrammar import STOP, NameGrammar
from podobno.find.namespan import NameSpan
from podobno.lang.nameforms import FormReading
from podobno.records.parsed import NAME_KINDS, Parsed, Token

# Votes: each place where the weights saw the name counts one; these are added once.
LISTED, LABELLED, FULL_NAME, ACRONYM, SURNAME = 100.0, 3.0, 3.0, 2.0, 5.0
NOBODY: Mapping[str, float] = {"person": -3.0, "place": 1.0}
SEEN_MOST = 4  # a name that stands ten times was not seen ten times independently
LONGEST_ACRONYM = 6  # letters
HYPHEN = "-"  # before the ending of an acronym


def settle_kinds(
    parsed: Parsed, spans: Sequence[NameSpan], bases: Sequence[str], grammar: NameGrammar
) -> list[NameSpan]:
    """Return the spans with the kinds that won."""
    votes: dict[str, Counter[str]] = {}
    for span, base in zip(spans, bases, strict=True):
        votes.setdefault(base, Counter())[span.kind] += 1
    titled = {base for span, base in zip(spans, bases, strict=True) if _is_titled(parsed, span, grammar)}
    surnames = {base.split()[-1] for base, kinds in votes.items() if " " in base and kinds["person"]}
    called = {base for span, base in zip(spans, bases, strict=True) if _is_called_medium(parsed, span, grammar)}
    kinds: dict[str, str] = {}
    for span, base in zip(spans, bases, strict=True):
        if base not in kinds:
            tokens = parsed.syntax.tokens[span.first : span.last]
            evidence = (_evidence(tokens, base, grammar), _surname(base, surnames | titled), _medium(base, called))
            kinds[base] = _winner(votes[base], evidence)
    return [_settled(span, kinds[base]) for span, base in zip(spans, bases, strict=True)]


def _settled(span: NameSpan, kind: str) -> NameSpan:
    if span.medium is not None or span.kind == kind:
        return span
    return NameSpan(first=span.first, last=span.last, kind=kind)


def _winner(seen: Mapping[str, int], evidence: Iterable[Mapping[str, float]]) -> str:
    total = sum(seen.values())
    votes = {kind: seen.get(kind, 0) * min(1.0, SEEN_MOST / total) for kind in NAME_KINDS}
    for more in evidence:
        for kind, weight in more.items():
            votes[kind] += weight
    return max(NAME_KINDS, key=lambda kind: votes[kind])


def _is_titled(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> bool:
    """Say whether a name goes on behind what people are called: "poseł Park Sun-won"."""
    tokens = parsed.syntax.tokens
    first, before = tokens[span.first], tokens[span.first - 1]
    is_joined = span.first > 0 and first.head == before.index and first.dep.startswith(("flat", "appos"))
    return is_joined and before.lemma.casefold() in grammar.titles


def _is_called_medium(parsed: Parsed, span: NameSpan, grammar: NameGrammar) -> bool:
    """Say whether a name of several words stands behind what a medium is called: "telewizja [Echo Five]"."""
    tokens = parsed.syntax.tokens
    before = tokens[span.first - 1] if span.first else None
    if before is None or before.lemma not in grammar.callings or before.sentence != tokens[span.first].sentence:
        return False
    is_told = before.feats.get("Case") == "Dat" and before.index > 0 and tokens[before.index - 1].upos == "VERB"
    is_first_name = grammar.labels.first_names & grammar.forms.labels(tokens[span.first].form)
    return span.last - span.first > 1 and not is_told and not is_first_name  # "powiedział gazecie [Jan Kos]"


def _medium(base: str, called: set[str]) -> Mapping[str, float]:
    return {"body": FULL_NAME} if base in called else {}


def _surname(base: str, surnames: set[str]) -> Mapping[str, float]:
    return {"person": SURNAME} if base in surnames else {}


def _evidence(tokens: Sequence[Token], base: str, grammar: NameGrammar) -> Mapping[str, float]:
    """What the pack and the dictionary say of a name."""
    listed = grammar.labels.listed.get(base)
    if len(tokens) == 1:
        readings = [one for one in grammar.forms.read(tokens[0].form) if one.is_known]
        if any(grammar.labels.is_people(one) for one in readings) and not _may_be_place(readings, grammar):
            return {"person": LISTED}
    if listed is not None:
        return {listed: LISTED}
    if len(tokens) == 1:
        return _of_word(tokens[0].form, base, grammar)
    if STOP in base and " " not in base:
        return {"body": FULL_NAME}  # "Leave.EU"
    return _of_first(tokens, grammar)


def _may_be_place(readings: Sequence[FormReading], grammar: NameGrammar) -> bool:
    """Say whether the pack lists a place of which a word may be a form: "Niemcy", but not "Niemców"."""
    return any(grammar.labels.listed.get(one.nominative) == "place" and one.gender != "m1" for one in readings)


def _of_first(tokens: Sequence[Token], grammar: NameGrammar) -> Mapping[str, float]:
    """A first name makes a person, a body's name makes a body: "Ryanair Sun"."""
    first = tokens[0].form
    if grammar.labels.first_names & grammar.forms.labels(first) and tokens[1].form[:1].isupper():
        return {"person": FULL_NAME}
    if any(grammar.labels.listed.get(base) == "body" for base in grammar.forms.bases(first)):
        return {"body": FULL_NAME}
    readings = [one for one in grammar.forms.read(first) if one.is_known]
    kinds = {kind for kind in NAME_KINDS if any(grammar.labels.fits(one, kind) for one in readings)}
    # "Piotrków Trybunalski" is nobody, though the weights see a first name and a surname.
    return NOBODY if kinds == {"place"} else {}


def _is_acronym(form: str) -> bool:
    """Say whether more than half of the letters are capitals: "PAP", "MKiŚ"."""
    stem = form.partition(HYPHEN)[0]  # "TVN-u"
    return stem.isalpha() and 2 * sum(map(str.isupper, stem)) > len(stem)


def _of_word(form: str, base: str, grammar: NameGrammar) -> Mapping[str, float]:
    readings = [one for one in grammar.forms.read(form) if one.is_known and one.nominative == base]
    kinds = [kind for kind in NAME_KINDS if any(grammar.labels.fits(one, kind) for one in readings)]
    if kinds == ["place"] and any(not one.is_proper for one in readings):
        return {}
    if len(kinds) == 1:
        return {kinds[0]: LABELLED}
    if _is_acronym(form) and 1 < len(form.partition(HYPHEN)[0]) <= LONGEST_ACRONYM and not kinds:
        return {"body": ACRONYM, "person": -LISTED}  # nobody is called "CBZC"
    return {}
