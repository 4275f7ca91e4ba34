"""Read the words that bound a number: "co najmniej 20", "ok. 20", "20 lub więcej".

In:   tokens, a draft, the bounds of a pack.
Out:  the draft with its bound, from its first bounding word to its last.
Not:  ranges, which are numbers: find/numbers.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from podobno.find.drafts import Draft
from podobno.lang.pack import Pack
from podobno.records.parsed import Token

LONGEST = 4  # words: "nie mniej więcej niż"
ABOUT = "about"
GOAL_REACH = 20  # words from the verb of a change to its end: "spadł o 7 proc. w porównaniu z lutym (drugi raz) do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The words of a language that bound a number."""

    before: Mapping[tuple[str, ...], str]  # words before a number to "low", "high" or "about"
    after: Mapping[tuple[str, ...], str]  # words behind a figure to "low" or "high"
    pairs: Mapping[str, Any]  # words that open a range
    rules: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What the words before a number say."""

    first: int  # first of them, the number's own first token where there are none
    side: str = ""  # "low", "high"; empty: neither
    is_about: bool = False


def read_bounds(pack: Pack) -> Bounds:
    """Read the bounds of a pack."""
    rules = pack.rules["figures"]
    return Bounds(
        before={parts(row["form"]): row["bound"] for row in pack.lexicon("bounds")},
        after={parts(form): bound for form, bound in rules["after"].items()},
        pairs=rules["to"],
        rules=rules,
    )


def parts(form: str) -> tuple[str, ...]:
    """Return the tokens of a phrase: "ok." is two."""
    return tuple(form.replace(".", " .").split())


def forms(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the forms of some tokens, case folded."""
    return tuple(token.form.casefold() for token in tokens[first:last])


def bounded(tokens: Sequence[Token], draft: Draft, before: Draft | None, words: Bounds) -> Draft:
    """Return the draft with its bound; ``before`` is the figure before it, whose words are not taken."""
    bound = bound_before(tokens, draft, words, before)
    if before is not None and bound.first < before.last:
        bound = Bound(first=draft.first)
    length, side = bound_behind(tokens, draft.last, words)
    last = draft.last + (0 if bound.side else length)
    return replace(draft, first=bound.first, last=last, bound=bound.side or side, is_about=bound.is_about)


def bound_before(tokens: Sequence[Token], draft: Draft, words: Bounds, before: Draft | None = None) -> Bound:
    """Return what the words before the draft say of it."""
    opens = tokens[draft.first - 1].form.casefold() if draft.first else ""
    if opens in words.pairs and draft.amount.low != draft.amount.high:
        return Bound(first=draft.first - 1)
    bound = _words_before(tokens, draft, words)
    is_goal = bound.first < draft.first and tokens[bound.first].form.casefold() in words.rules["goal_words"]
    if is_goal and _is_no_bound(tokens, draft, bound, before, words):
        return _without_goal(tokens, bound, draft.first, words)
    return bound


def _is_no_bound(tokens: Sequence[Token], draft: Draft, bound: Bound, before: Draft | None, words: Bounds) -> bool:
    """ "Z 32 do 48", "62 proc. do 38 proc.", "spadł do 20", "dostarczono do dwóch fabryk"."""
    is_small = draft.amount.kind != "digits" and not draft.amount.has_scale and bound.first == draft.first - 1
    if (is_small and draft.kind == "count") or (before is not None and before.last == bound.first):
        return True
    return ends_change(tokens, bound.first, before, words.rules) or _tells_change(tokens, bound.first, words)


def _words_before(tokens: Sequence[Token], draft: Draft, words: Bounds) -> Bound:
    compared = _compared(tokens, draft.first, words.rules)
    if compared is not None:
        return compared
    first, side, is_about = draft.first, "", False
    first = _over_fillers(tokens, first, words)
    while (length := _length(tokens, first, words)) > 0:
        if _rules_itself(tokens[first - 1], draft, is_bounded=bool(side)):
            break
        found = words.before[forms(tokens, first - length, first)]
        is_about = is_about or found == ABOUT
        side = side or ("" if found == ABOUT else found)
        first -= length
    denied = _denied(tokens, first, words.rules)
    if side and denied is not None:
        return denied
    is_bound = side or is_about
    return Bound(first=first if is_bound else draft.first, side=side, is_about=is_about and not side)


def _compared(tokens: Sequence[Token], number: int, rules: Mapping[str, Any]) -> Bound | None:
    """ "Płace wyższe niż 14 tys. zł"."""
    if number < 2 or tokens[number - 1].form.casefold() not in rules["than"]:
        return None
    word = tokens[number - 2]
    side = "low" if word.lemma in rules["more"] else "high" if word.lemma in rules["less"] else ""
    # Tags take "wyższe" for a word without degrees; "niż" stands behind a comparative alone.
    is_compared = word.feats.get("Degree") == "Cmp" or tokens[number - 1].form.casefold() == rules["than"][0]
    return Bound(first=number - 2, side=side) if side and is_compared and word.upos == "ADJ" else None


def _denied(tokens: Sequence[Token], first: int, rules: Mapping[str, Any]) -> Bound | None:
    """ "Nie spada poniżej 3 proc." is 3 or more, "nie wzrośnie powyżej" or less; first: the token of the bound."""
    form = tokens[first].form.casefold()
    side = "low" if form in rules["below"] else "high" if form in rules["above"] else ""
    is_denied = first > 1 and tokens[first - 1].upos == "VERB" and tokens[first - 2].form.casefold() in rules["not"]
    return Bound(first=first - 2, side=side) if side and is_denied else None


def _over_fillers(tokens: Sequence[Token], first: int, words: Bounds) -> int:
    """ "Przekroczyła już 20 ton": words that may stand between a verb and the number that it bounds."""
    at = first
    while at > 1 and tokens[at - 1].form.casefold() in words.rules["fillers"]:
        at -= 1
    is_verb = at < first and tokens[at - 1].upos == "VERB" and _length(tokens, at, words) > 0
    return at if is_verb else first


def _length(tokens: Sequence[Token], place: int, words: Bounds) -> int:
    for length in range(min(LONGEST, place), 0, -1):
        is_one = tokens[place - length].sentence == tokens[min(place, len(tokens) - 1)].sentence
        if is_one and forms(tokens, place - length, place) in words.before:
            return length
    return 0


def _rules_itself(token: Token, draft: Draft, *, is_bounded: bool) -> bool:
    """ "Granicę przekroczyło ponad 200 osób": a verb that the figure is the subject of, and that does not bound it."""
    is_subject = draft.kind == "count" and token.feats.get("Gender") == "Neut"
    return token.upos == "VERB" and (is_bounded or is_subject)


def bound_behind(tokens: Sequence[Token], last: int, words: Bounds) -> tuple[int, str]:
    """Return how many words behind a place bound what stands before it, and how: "20 osób [lub więcej]"."""
    for length in range(LONGEST, 0, -1):
        side = words.after.get(forms(tokens, last, last + length))
        if side is not None:
            return length, side
    return 0, ""


# Changes


def ends_change(tokens: Sequence[Token], place: int, before: Draft | None, rules: Mapping[str, Any]) -> bool:
    """Say whether the figure before is where the change began: "z 32 do 48 drużyn"."""
    if before is None or before.first == 0 or before.used < place or before.last > place:
        return False
    return tokens[before.first - 1].form.casefold() in rules["change_starts"]


def _without_goal(tokens: Sequence[Token], bound: Bound, number: int, words: Bounds) -> Bound:
    """Leave out a "do" that leads to the end of a change: "spadł do ok. 20 tys."."""
    rest = forms(tokens, bound.first + 1, number)
    found = words.before.get(rest, "")
    if not found:
        return Bound(first=number)
    return Bound(first=bound.first + 1, side="" if found == ABOUT else found, is_about=found == ABOUT)


def _tells_change(tokens: Sequence[Token], place: int, words: Bounds) -> bool:
    """Say whether the nearest verb or noun that can rule "do" tells of a change."""
    changes = {*words.rules["change_words"], *words.rules["goal_verbs"]}
    is_set_off = place > 0 and tokens[place - 1].upos == "PUNCT"  # a dash may open a sentence of its own
    for at in range(place - 1, max(place - 1 - GOAL_REACH, -1), -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence and not is_set_off:
            return False
        if token.lemma in changes or token.form.casefold() in changes:
            return True
        if token.upos == "VERB":
            return False
    return False
