"""Give a number without a noun of its own what its neighbours count: "ponad 13 tys.", "z 1 do 3 tys. zł".

In:   tokens, a number, the figure before it.
Out:  Counted, None where nothing can be meant.
Not:  nouns behind the number: find/counted.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from podobno.find.bounds import ends_change
from podobno.find.counted import Counted, Units, read_counted
from podobno.find.drafts import Draft
from podobno.find.numbers import Amount, NumberWords, read_amount
from podobno.records.parsed import Token

YEARS = (1900, 2100)  # plain numbers in brackets that are years
FAR = 1  # sentences back to the figure whose noun is left out
GAP = 4  # words of a name: "a jego rywal Jan Kos 132"
GAPPED = ("ADJ", "DET", "NOUN", "PROPN", "X")  # what may stand in it
COUNT, GROUP = "count", "group"
PERSON = "Masc1"  # gender of men


def shared_unit(tokens: Sequence[Token], amount: Amount, numbers: NumberWords, units: Units) -> Counted | None:
    """Return the unit of the next number where the two share it: "z 1 do 3 tys. zł", "10, 20 i 50 zł"."""
    at = amount.last
    if at + 1 >= len(tokens) or tokens[at].form.casefold() not in units.rules["shared_over"]:
        return None
    other = read_amount(tokens, at + 1, numbers)
    if other is None or other.kind == "share" or other.first != at + 1:
        return None
    counted = read_counted(tokens, other, units) or shared_unit(tokens, other, numbers, units)
    if counted is None or counted.is_bare:
        return None
    return replace(counted, last=amount.last, noun=None, scale=_shared_scale(tokens, amount, other, units.rules))


def _shared_scale(tokens: Sequence[Token], amount: Amount, other: Amount, rules: Mapping[str, Any]) -> Decimal:
    """A scale behind the second number holds for the first where that keeps them in order, but not "5 z 20 tys."."""
    is_shared = tokens[amount.last].form.casefold() in rules["scale_over"] and not amount.has_scale
    return other.scale if is_shared and amount.high * other.scale <= other.low else Decimal(1)


def carried_unit(
    tokens: Sequence[Token], amount: Amount, before: Sequence[Draft], rules: Mapping[str, Any]
) -> Counted | None:
    """Return what a number counts that has no noun: the noun before it, or what the figure before it counts."""
    if amount.kind == GROUP:
        return _group(tokens, amount, rules)
    kin = _kin(tokens, amount.first, before, rules)
    if kin is not None and kin.last - kin.first > 1 and _is_bracketed_too(tokens, amount, kin):
        return Counted(unit=kin.unit, kind=kin.kind, last=amount.last)  # "Wilki (4 punkty), Orły (2)"
    noun = _in_brackets(tokens, amount, rules) or _named(tokens, amount.first, before, rules)
    noun = noun or _subject(tokens, amount.first, rules)
    if noun is not None:
        return Counted(unit=noun.lemma, kind=COUNT, last=amount.last)
    start = _start(tokens, amount, before, rules)
    if start is not None:
        return Counted(unit=start.unit, kind=start.kind, last=amount.last)
    if kin is not None and (_is_bracketed_too(tokens, amount, kin) or is_gapped(tokens, amount, before, rules)):
        return Counted(unit=kin.unit, kind=kin.kind, last=amount.last)
    is_compared = _form(tokens, amount.last) in rules["compared"]
    if kin is not None and (amount.has_scale or is_compared or _is_part(tokens, amount, kin, rules)):
        return Counted(unit=kin.unit, kind=kin.kind, last=amount.last + is_compared)
    return Counted(unit=None, kind=COUNT, last=amount.last) if amount.has_scale else None


def bounded_unit(
    tokens: Sequence[Token], amount: Amount, before: Sequence[Draft], rules: Mapping[str, Any]
) -> Counted | None:
    """Return what a number counts that is a figure for its bound alone: "zginęło co najmniej 100"."""
    if _is_ordinal(tokens, amount):
        return None
    kin = _kin(tokens, amount.first, before, rules)
    return Counted(unit=kin.unit if kin else None, kind=kin.kind if kin else COUNT, last=amount.last)


def _is_ordinal(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "Powyżej 75. roku życia": a full stop that does not end the sentence."""
    if amount.last + 1 >= len(tokens) or tokens[amount.last].form != ".":
        return False
    return tokens[amount.last + 1].sentence == tokens[amount.first].sentence


def _start(tokens: Sequence[Token], amount: Amount, before: Sequence[Draft], rules: Mapping[str, Any]) -> Draft | None:
    """The start of the change whose end the number is: "z 5,7 proc. do 3,7"."""
    at = amount.first - 1
    if not before or at != before[-1].last or _form(tokens, at) not in rules["goal_words"]:
        return None
    return before[-1] if ends_change(tokens, at, before[-1], rules) else None


def _is_part(tokens: Sequence[Token], amount: Amount, kin: Draft, rules: Mapping[str, Any]) -> bool:
    """ "16 zespołów, z czego cztery"; "16 zespołów - 10 z ekstraklasy, dwa z trzeciej ligi"; "w Łodzi - 7."."""
    after = _form(tokens, amount.last), _form(tokens, amount.last + 1)
    if kin.kind == COUNT and (" ".join(after) in rules["part_leads"] or _is_of_them(tokens, amount.first, rules)):
        return True
    is_one = tokens[kin.first].sentence == tokens[amount.first].sentence
    if kin.kind != COUNT or not is_one:
        return False
    lead = tokens[max(amount.first - 2, 0) : amount.first]
    if " ".join(token.form.casefold() for token in lead) in rules["part_leads"]:
        return True
    if not lead or lead[-1].upos not in ("PUNCT", "CCONJ") or _is_plain_year(amount) or _is_ordinal(tokens, amount):
        return False
    is_alone = lead[-1].form in rules["minus"] and amount.last < len(tokens) and tokens[amount.last].upos == "PUNCT"
    return is_alone or _form(tokens, amount.last) in rules["part_of"] or _leads_clause(tokens, amount)


def _is_bracketed_too(tokens: Sequence[Token], amount: Amount, kin: Draft) -> bool:
    """ "Holandia (4 punkty), Austria (2)": both stand in brackets of their own, in one sentence."""
    if _is_plain_year(amount) or tokens[kin.first].sentence != tokens[amount.first].sentence or not kin.first:
        return False
    ends = (
        (tokens[at - 1].form, _form(tokens, last)) for at, last in ((kin.first, kin.last), (amount.first, amount.last))
    )
    return all(end == ("(", ")") for end in ends)


def is_gapped(tokens: Sequence[Token], amount: Amount, before: Sequence[Draft], rules: Mapping[str, Any]) -> bool:
    """ "Kos dostał 209 głosów, a Lis 118.": names alone stand between a conjunction and the number that ends it."""
    kin = _kin(tokens, amount.first, before, rules)
    if kin is None:
        return False
    between = tokens[kin.last : amount.first]
    is_end = amount.last >= len(tokens) or tokens[amount.last].upos == "PUNCT"
    is_one = tokens[kin.first].sentence == tokens[amount.first].sentence and kin.kind == COUNT
    if not is_end or not is_one or not amount.first or _is_plain_year(amount) or _is_ordinal(tokens, amount):
        return False
    at = next((at for at, token in enumerate(between) if token.form.casefold() in rules["against"]), None)
    rest = between[at + 1 :] if at is not None and at <= GAP else ()
    names = [token for token in rest if token.upos in ("PROPN", "NOUN")]
    return bool(names) and len(rest) <= GAP and all(token.upos in GAPPED for token in rest)


def _is_of_them(tokens: Sequence[Token], place: int, rules: Mapping[str, Any]) -> bool:
    """ "Kalifornia ma ich 55", "jest ich aż 38"."""
    at = place - 1
    while at > 0 and tokens[at].upos in ("ADV", "PART"):
        at -= 1
    return place > 0 and tokens[at].form.casefold() in rules["of_them"]


def _leads_clause(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "Głosowało 235 posłów, 190 było przeciw"."""
    return amount.last < len(tokens) and tokens[amount.last].upos in ("AUX", "VERB")


def _kin(tokens: Sequence[Token], place: int, before: Sequence[Draft], rules: Mapping[str, Any]) -> Draft | None:
    """The nearest figure before that can lend its unit: no share, no age."""
    for draft in reversed(before):
        if not _is_near(tokens, place, draft):
            return None
        if draft.kind != "share" and draft.unit not in (None, rules["year"]):
            return draft
    return None


def bare_unit(tokens: Sequence[Token], counted: Counted, before: Sequence[Draft], rules: Mapping[str, Any]) -> Counted:
    """Return what an adjective without a noun means: "dziesięć polskich firm i 5 bułgarskich"."""
    adjective = tokens[counted.last - 1]
    kin = _kin(tokens, counted.last - 1, before, rules)
    if kin is None:
        return counted
    is_square = kin.unit in _made(adjective.lemma, rules)
    is_like = kin.kind == COUNT and tokens[kin.first].sentence == adjective.sentence
    is_like = is_like and adjective.feats.get("SubGender") != PERSON
    return replace(counted, unit=kin.unit, kind=kin.kind, noun=None) if is_square or is_like else counted


def _made(lemma: str, rules: Mapping[str, Any]) -> set[str]:
    return {made[lemma] for made in rules["made_of"].values() if lemma in made}


def _form(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].form.casefold() if place < len(tokens) else ""


def _is_near(tokens: Sequence[Token], place: int, before: Draft) -> bool:
    return tokens[place].sentence - tokens[before.first].sentence <= FAR


def _in_brackets(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> Token | None:
    """ "Holendrów (640), Francuzów (517)"."""
    first, last = amount.first, amount.last
    if first < 2 or (tokens[first - 1].form, _form(tokens, last)) != ("(", ")") or _is_plain_year(amount):
        return None
    noun, lead = tokens[first - 2], tokens[first - 3].upos if first > 2 else ""
    is_counted = noun.upos in ("NOUN", "PROPN") and noun.feats.get("Number") == "Plur" and lead != "ADP"
    return noun if is_counted else None


def _is_plain_year(amount: Amount) -> bool:
    return not amount.has_scale and amount.last - amount.first == 1 and YEARS[0] <= amount.low <= YEARS[1]


def _named(tokens: Sequence[Token], place: int, before: Sequence[Draft], rules: Mapping[str, Any]) -> Token | None:
    """ "Wzrost liczby zgłoszeń - z 7,6 tys."."""
    lead, floor = _form(tokens, place - 1), before[-1].last if before else 0
    if place == 0 or not (lead in rules["number_leads"] or tokens[place - 1].upos in ("PART", "ADV", "PUNCT", "VERB")):
        return None
    for at in range(place - 1, floor - 1, -1):
        if tokens[at].sentence != tokens[place].sentence:
            return None
        if tokens[at].lemma in rules["number_nouns"]:
            after = (token for token in tokens[at + 1 : place] if token.upos in ("NOUN", "PROPN"))
            return next((token for token in after if token.feats.get("Number") != "Sing"), None)
    return None


def _subject(tokens: Sequence[Token], place: int, rules: Mapping[str, Any]) -> Token | None:
    """ "Takich incydentów było aż 51 tys."."""
    at = place - 1
    while at > 0 and tokens[at].upos in ("ADV", "PART"):
        at -= 1
    if at < 1 or tokens[at].lemma not in rules["existence_verbs"]:
        return None
    noun = tokens[at - 1]
    is_many = noun.feats.get("Case") == "Gen" and noun.feats.get("Number") == "Plur"
    return noun if noun.upos == "NOUN" and is_many else None


def _group(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> Counted | None:
    """ "Cała trójka": persons, by the last word for several of them, else by the pack's word."""
    if amount.first == 0 or tokens[amount.first - 1].lemma not in rules["group_leads"]:
        return None
    first = tokens[amount.first].sentence - FAR
    for token in reversed(tokens[: amount.first]):
        if token.sentence < first:
            break
        is_men = token.feats.get("SubGender") == PERSON or token.feats.get("Animacy") == "Hum"
        if token.upos == "NOUN" and token.feats.get("Number") == "Plur" and is_men:
            return Counted(unit=token.lemma, kind=COUNT, last=amount.last)
    return Counted(unit=rules["person"], kind=COUNT, last=amount.last)
