"""Read what a number counts or measures: a unit, or a noun behind the words that may stand between.

In:   tokens, a number, the units of a pack.
Out:  Counted: the unit, the kind of figure, the token after the last.
Not:  numbers without a noun of their own, which find/figures.py completes from what stands before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from podobno.find.numbers import Amount, is_glued
from podobno.lang.pack import Pack
from podobno.records.parsed import Token

REACH = 6  # words from a number to its noun: "kilku najbardziej kontrowersyjnych i spornych punktów"
FAR = 10  # words to a noun behind a participle that has words of its own
WEATHER_REACH = 40  # words from degrees to "temperatura"
NOUNS = ("NOUN", "PROPN")
DESCRIBING = ("ADJ", "DET")
LEADING = ("ADJ", "ADV", "DET")  # before an adjective without its noun: "pięciu ciężko rannych"
PLURAL = ("Plur", "Ptan", "Coll")
FEW = range(2, 5)  # numbers whose noun may look like a singular: "3 pary"
TEENS = range(12, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units of a language, and the words of time, which are none."""

    forms: Mapping[str, tuple[str, str]]  # form to unit and kind; capitals count first, then without
    times: frozenset[str]  # forms of units of time, of months: what they measure is a time
    rules: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a number counts or measures."""

    unit: str | None  # None: the text gives none
    kind: str  # a kind of figure, or "time": no figure at all, unless it is an age
    last: int  # token after the last
    noun: int | None = None  # the counted noun; None: a unit of measure
    is_bare: bool = False  # an adjective without its noun: "5 bułgarskich"
    scale: Decimal = Decimal(1)  # what the number shares with the one behind it: "z 1 do 3 tys. zł"


def read_units(pack: Pack) -> Units:
    """Read the units of a pack."""
    times = {row["form"] for name in ("months", "time_units") for row in pack.lexicon(name)}
    return Units(
        forms={row["form"]: (row["unit"], row["kind"]) for row in pack.lexicon("units")},
        times=frozenset(times | set(pack.rules["figures"]["no_unit"])),
        rules=pack.rules["figures"],
    )


def read_counted(tokens: Sequence[Token], amount: Amount, units: Units) -> Counted | None:
    """Return what the number counts or measures, None where nothing behind it can be counted."""
    at = amount.last
    if at >= len(tokens) or _opens_sentence(tokens, at, units):
        return None
    measured = _measure(tokens, at, units)
    if measured is not None:
        return measured
    place = _noun(tokens, at, units)
    if place is None:
        place = _ruled(tokens, amount)
    if place is None:
        return _bare(tokens, amount, units)
    if tokens[place].form.casefold() in units.times:
        if amount.has_scale and tokens[place].feats.get("Number") == "Sing":  # "647 mln rok temu"
            return None
        return Counted(unit=tokens[place].lemma, kind="time", last=place + 1, noun=place)
    if not _agrees(tokens, amount, place):
        return None
    return _measure(tokens, place, units) or _count(tokens, amount, place, units)


def _opens_sentence(tokens: Sequence[Token], at: int, units: Units) -> bool:
    """ "Około 2 tys. Tydzień wcześniej", but not "2 tys. HUF": a capital that no unit and no ruled noun has."""
    token = tokens[at]
    if len(token.form) > 1 and token.form in units.forms:
        return False
    is_nominative = token.form[0].isupper() and token.feats.get("Case") == "Nom"
    return token.sentence != tokens[at - 1].sentence or (tokens[at - 1].form == "." and is_nominative)


def before_amount(tokens: Sequence[Token], amount: Amount, units: Units) -> Counted | None:
    """A currency before its number: "$500 mln", "USD 20"."""
    sign = tokens[amount.first - 1].form if amount.first else ""
    unit, kind = units.forms.get(sign, ("", ""))
    if kind != "money" or (sign.isalpha() and sign != unit):
        return None
    return Counted(unit=unit, kind=kind, last=amount.last)


def is_temperature(tokens: Sequence[Token], place: int, unit: str | None, rules: Mapping[str, Any]) -> bool:
    """Say whether degrees are of warmth: a word of its sentence, or of the one before, tells of the weather."""
    if unit != rules["degree"]:
        return False
    for token in reversed(tokens[max(place - WEATHER_REACH, 0) : place + WEATHER_REACH]):
        is_near = 0 <= tokens[place].sentence - token.sentence <= 1
        if is_near and token.lemma.casefold() in rules["temperature_words"]:
            return True
    return False


# Units of measure


def _measure(tokens: Sequence[Token], at: int, units: Units) -> Counted | None:
    token = tokens[at]
    points = _points(tokens, at, units) if token.lemma in units.rules["points"] else None
    known = units.forms.get(token.form) or units.forms.get(token.form.casefold())
    if points is not None or known is None:
        return points
    unit, kind = known
    last = at + 1
    if token.form.casefold() + "." in units.forms and _stop(tokens, last):
        last += 1
    unit, last = _made_of(tokens, unit, last, units)
    before = tokens[at - 1]
    if kind == "money" and before.upos in DESCRIBING:  # "100 amerykańskich dolarów"
        unit = units.rules["made_of"].get(unit, {}).get(before.lemma, unit)
    return Counted(unit=unit, kind=kind, last=last)


def _made_of(tokens: Sequence[Token], unit: str, last: int, units: Units) -> tuple[str, int]:
    """What a second word makes of a unit: "metrów sześciennych", "koron norweskich", "km/h"."""
    if last >= len(tokens):
        return unit, last
    rest = tokens[last : last + 2]
    if len(rest) == 2 and rest[0].form == "/" and is_glued(tokens, last) and is_glued(tokens, last + 1):
        whole = f"{unit}/{rest[1].form}"
        return (whole, last + 2) if whole in units.rules["quotients"] else (unit, last)
    made = units.rules["made_of"].get(unit, {})
    word = rest[0]
    found = made.get(word.lemma) or made.get(word.form.casefold())
    if found is None:
        return unit, last
    return found, last + 1 + (word.form.casefold() in units.rules["dotted"] and _stop(tokens, last + 1))


def _stop(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].form == "." and is_glued(tokens, at)


def _points(tokens: Sequence[Token], at: int, units: Units) -> Counted | None:
    """ "Punktów procentowych", "pkt proc.", "punktów bazowych"."""
    for place in range(at + 1, min(at + 3, len(tokens))):
        form = tokens[place].form.casefold()
        unit = units.rules["of_points"].get(form) or units.rules["of_points"].get(tokens[place].lemma)
        if unit is not None:
            stop = form in units.rules["dotted"] and _stop(tokens, place + 1)
            return Counted(unit=unit, kind="share", last=place + 1 + stop)
        if form != ".":
            break
    return None


# Nouns


def _noun(tokens: Sequence[Token], at: int, units: Units) -> int | None:
    """The place of the first noun, over words that describe it."""
    for place in range(at, min(at + REACH, len(tokens))):
        token = tokens[place]
        if token.sentence != tokens[at - 1].sentence:
            return None
        form = token.form.casefold()
        is_noun = token.upos in NOUNS and not _is_cut(tokens, place, units)
        if token.form[0].isalpha() and (is_noun or form in units.times):
            is_told = form not in units.rules["no_noun"] and not _is_bare_measure(tokens[at:place], token, units)
            return place if is_told else None
        is_quote = form in units.rules["quotes"] and tokens[at - 1].form != "."
        is_passed = is_quote or form in units.rules["possessives"] or _is_cut(tokens, place, units)
        if not is_passed and not _goes_between(tokens, place, at):
            return None
    return None


def _is_cut(tokens: Sequence[Token], place: int, units: Units) -> bool:
    """ "29 [tzw.] szpitali": a word that describes, cut short, or the stop behind it."""
    at = place - (tokens[place].form == ".")
    return at >= 0 and tokens[at].form.casefold() in units.rules["describing"] and _stop(tokens, at + 1)


def _ruled(tokens: Sequence[Token], amount: Amount) -> int | None:
    """ "400 zaplanowanych na ten dzień połączeń": the noun that the tree gives, behind a participle with its words."""
    at, head = amount.last, tokens[amount.first].head
    is_open = tokens[at].feats.get("VerbForm") == "Part" and tokens[at].head == head
    noun = tokens[head]
    is_noun = noun.upos == "NOUN" and noun.feats.get("Number") in PLURAL and noun.feats.get("Case") == "Gen"
    return head if is_open and is_noun and at < head <= at + FAR else None


def _is_bare_measure(words: Sequence[Token], noun: Token, units: Units) -> bool:
    """ "180 mld sześciennych gazu": what is left of a measure does not describe the noun in the singular behind it."""
    measures = units.rules["made_of"].values()
    is_one = noun.feats.get("Number") == "Sing"
    return is_one and any(word.lemma in made for word in words for made in measures)


def _goes_between(tokens: Sequence[Token], place: int, at: int) -> bool:
    token = tokens[place]
    if token.upos in DESCRIBING:
        return token.feats.get("Number", "Plur") != "Sing" or token.feats.get("Case") == "Gen"
    near = tokens[place - 1 : place + 2 : 2] if place > at else tokens[place + 1 : place + 2]
    if token.upos == "ADV":
        return any(other.upos in DESCRIBING for other in near)
    return token.upos == "CCONJ" and place > at and all(other.upos in DESCRIBING for other in near)


def _agrees(tokens: Sequence[Token], amount: Amount, place: int) -> bool:
    """ "Na 12 miejscu", "w 2014 Rosja": a noun that the number does not govern is not counted by it."""
    noun = tokens[place]
    number, case = noun.feats.get("Number"), noun.feats.get("Case")
    if number is None or case is None or (case == "Gen" and _is_told_plural(tokens, amount, place)):
        return True
    if amount.kind == "group":
        return number in PLURAL
    if amount.has_scale or amount.kind == "vague":
        return number in PLURAL or case == "Gen" or amount.kind == "digits" or not amount.has_scale
    if amount.low != amount.low.to_integral_value():
        return case == "Gen" or number in PLURAL
    if amount.low == amount.high == 1:
        return number == "Sing" and noun.form[0].islower()
    if number in PLURAL:
        return case != "Nom" or amount.kind != "digits" or _is_few(amount)
    is_led = amount.first > 0 and tokens[amount.first - 1].upos == "ADP"
    return amount.kind != "digits" or (_is_few(amount) and case == "Gen" and not is_led)


def _is_told_plural(tokens: Sequence[Token], amount: Amount, place: int) -> bool:
    """ "110 włoskich prowincji": an adjective in the plural tells what the noun's form leaves open."""
    before = tokens[place - 1]
    return place > amount.last and before.upos == "ADJ" and before.feats.get("Number") == "Plur"


def _is_few(amount: Amount) -> bool:
    return amount.high % 10 in FEW and amount.high % 100 not in TEENS


def _count(tokens: Sequence[Token], amount: Amount, place: int, units: Units) -> Counted:
    end = _joined(tokens, place) or place + 1
    is_one = amount.low == amount.high == 1
    unit = tokens[place].lemma if is_one else _one_of(tokens[place], units.rules["plural_ends"])
    return Counted(unit=unit, kind="count", last=end, noun=place)


def _one_of(noun: Token, ends: Mapping[str, str]) -> str:
    """The base form; that of a word that no dictionary knows, by its ending: "startupy", "Eurofighterach"."""
    if noun.lemma == noun.form and noun.form.endswith(ends["Gen"]):
        return noun.form.removesuffix(ends["Gen"]).rstrip("-")  # whatever the tag: "kilka Eurofighterów", "FIZ-ów"
    if noun.lemma != noun.form or noun.feats.get("Number") not in PLURAL or noun.feats.get("Gender") == "Fem":
        return noun.lemma
    return noun.lemma.removesuffix(ends.get(noun.feats.get("Case", ""), ""))


def _joined(tokens: Sequence[Token], place: int) -> int | None:
    """ "Transporterów i bojowych wozów": a second noun of the same form is counted too."""
    noun = tokens[place]
    if place + 2 >= len(tokens) or tokens[place + 1].upos != "CCONJ" or noun.feats.get("Case") is None:
        return None
    for at in range(place + 2, min(place + 5, len(tokens))):
        other = tokens[at]
        same = all(other.feats.get(name) == noun.feats.get(name) for name in ("Case", "Number"))
        if other.upos == "NOUN":
            return at + 1 if same and noun.feats.get("Number") in PLURAL else None
        if other.upos not in DESCRIBING or not same:
            return None
    return None


def _bare(tokens: Sequence[Token], amount: Amount, units: Units) -> Counted | None:
    """ "35 rannych", "100 naszych chorych": an adjective in the plural that no noun follows."""
    place = amount.last
    while place + 1 < len(tokens) and tokens[place].upos in LEADING and tokens[place + 1].upos in DESCRIBING:
        place += 1
    token = tokens[place]
    plural = token.feats.get("Number") == "Plur" and token.feats.get("Case") not in (None, "Nom")
    few = token.feats.get("Number") == "Plur" and _is_few(amount) and token.feats.get("Case") is not None
    if token.upos != "ADJ" or not (plural or few) or amount.high == 1:
        return None
    return Counted(
        unit=_base(token, units.rules["adjective_ends"]),
        kind="count",
        last=place + 1,
        noun=place,
        is_bare=token.lemma not in units.rules["person_adjectives"],
    )


def _base(token: Token, ends: Mapping[str, str]) -> str:
    """The base form of an adjective; that of a participle, whose lemma is a verb, by its ending."""
    if token.lemma.endswith(tuple(ends.values())):
        return token.lemma
    form = token.form.casefold()
    for end in sorted(ends, key=len, reverse=True):
        if form.endswith(end):
            return form.removesuffix(end) + ends[end]
    return token.lemma
