"""Read numbers: digits and words, with scales, ranges and fractions.

In:   tokens and the number words of a language.
Out:  Amount: low, high, and the token after the last.
Not:  what is counted: find/counted.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from podobno.lang.pack import Pack, Row
from podobno.records.parsed import Token

WHOLE = re.compile(r"\d+")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}")  # "1.200.000", and as the English write it
BROKEN = re.compile(r"\d+[.,]\d+")
GROUP = re.compile(r"\d{3}(?:,\d+)?")  # what may stand behind a space: "1 200"
LEADING = 3  # digits before the first space at most
HUNDRED = Decimal(100)
FINEST = 100  # what a share is counted in at most: "2025/2026" is a season
CENT = Decimal("0.01")  # parts are told to two places: "1/3" is 33.33 %
NO_OPENERS = ("part", "prefix", "share")  # kinds of number words that no number starts with
LAST_TEEN = 20  # number words below it are never the first of two: "dwadzieścia pięć", but not "pięć dwa"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The number words of a language."""

    values: Mapping[str, tuple[Decimal, Decimal, str]]  # form to low, high and kind, where no number stands before it
    scales: Mapping[str, Decimal]  # form to what it multiplies by: "tys" to 1000
    parts: Mapping[str, Decimal]  # form of "third" to 3
    halves: frozenset[str]  # "pół", behind a number and "and"
    dotted: frozenset[str]  # scales that end in a full stop
    ranges: frozenset[str]  # marks between two ends: "10-15"
    joined: frozenset[str]  # words between two ends: "28 lub 27"
    ands: frozenset[str]  # words before a half
    pairs: Mapping[str, frozenset[str]]  # words before a first end to those before the second: "od" to "do"
    loose: frozenset[str]  # words between two ends that no word need open: "2 do 4"
    starts: frozenset[str]  # words before the start of a change, which is no range: "z 2 do 4"
    minus: frozenset[str]  # signs and words before a number below zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as a text gives it."""

    low: Decimal
    high: Decimal
    first: int  # first token: the word before the first end in "od 10 do 15", the sign of a number below zero
    last: int  # token after the last
    scale: Decimal = Decimal(1)  # thousands, millions, ...; 1: none
    kind: str = "digits"  # "digits", "share" (in percent) or the kind of a number word

    @property
    def has_scale(self) -> bool:
        """Say whether it is in thousands, millions, ..."""
        return self.scale > 1


def number_words(pack: Pack) -> NumberWords:
    """Read the number words of a pack."""
    rows, rules = pack.lexicon("number_words"), pack.rules["figures"]
    scales = {row["form"]: Decimal(row["low"]) for row in rows if row["kind"] == "scale"}
    dotted = frozenset(rules["dotted"])
    openers = [row for row in rows if row["kind"] not in NO_OPENERS and row["form"] not in dotted]
    return NumberWords(
        values={row["form"]: _value(row) for row in openers},
        scales=scales,
        parts={row["form"]: Decimal(row["low"]) for row in rows if row["kind"] == "part"},
        halves=frozenset(row["form"] for row in rows if row["low"] == "0.5"),
        dotted=dotted,
        ranges=frozenset(pack.rules["quotation"]["dashes"]),
        joined=frozenset(rules["or"]),
        ands=frozenset(rules["and"]),
        pairs={first: frozenset(rules["to"][first]) for first in rules["to"]},
        loose=frozenset(rules["goal_words"]),
        starts=frozenset(rules["change_starts"]),
        minus=frozenset(rules["minus"]),
    )


def _value(row: Row) -> tuple[Decimal, Decimal, str]:
    return Decimal(row["low"]), Decimal(row["high"]), row["kind"]


def read_amount(tokens: Sequence[Token], place: int, words: NumberWords) -> Amount | None:
    """Return the number that starts at a token, with both ends of a range; None where none does."""
    one = _one(tokens, place, words)
    if one is None or one.kind == "share":
        return one
    other = _other_end(tokens, one, words)
    return one if other is None else _range(one, other)


def tidy(value: Decimal) -> Decimal:
    """Return the value without zeros that say nothing: 3000 for 3000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def is_glued(tokens: Sequence[Token], place: int) -> bool:
    """Say whether nothing stands between a token and the one before it."""
    return place > 0 and tokens[place - 1].end == tokens[place].start


# Ranges


def _range(one: Amount, other: Amount) -> Amount:
    """A scale behind the second end holds for both where that keeps them in order: "1-1,2 tys."."""
    shares = other.has_scale and not one.has_scale and one.low * other.scale <= other.high
    scale = other.scale if shares else Decimal(1)
    return Amount(
        low=min(one.low * scale, other.low),
        high=max(one.high * scale, other.high),
        first=one.first,
        last=other.last,
        scale=max(one.scale, other.scale),
        kind=one.kind,
    )


def _other_end(tokens: Sequence[Token], one: Amount, words: NumberWords) -> Amount | None:
    at = one.last
    if at + 1 >= len(tokens):
        return None
    mark = tokens[at].form.casefold()
    other = _one(tokens, at + 1, words)
    if other is None or other.low < 0 or other.kind == "share":
        return None
    if mark in words.ranges:
        spaced = not is_glued(tokens, at)
        if spaced and one.first > 0 and tokens[one.first - 1].form[0].isupper():
            return None
        rises = one.kind == other.kind and one.low < other.low
        return other if not spaced or (rises and not is_glued(tokens, at + 1)) else None
    if mark in words.joined:
        return other
    before = tokens[one.first - 1].form.casefold() if one.first else ""
    is_open = mark in words.loose and before not in words.starts
    is_loose = is_open and not one.has_scale and one.low < other.low
    return other if is_loose or mark in words.pairs.get(before, ()) else None


# One number


def _one(tokens: Sequence[Token], place: int, words: NumberWords) -> Amount | None:
    if place >= len(tokens):
        return None
    form = tokens[place].form.casefold()
    amount = _written(tokens, place) if form[0].isdigit() else _word(tokens, place, words)
    if amount is None or amount.kind == "share":
        return amount
    return _signed(tokens, _longer(tokens, _scaled(tokens, amount, words), words), words)


def _written(tokens: Sequence[Token], place: int) -> Amount | None:
    return _fraction(tokens, place) or _digits(tokens, place)


def _digits(tokens: Sequence[Token], place: int) -> Amount | None:
    """Digits, with groups of three behind single spaces: "1 200 000"."""
    text, last = tokens[place].form, place + 1
    while (
        last < len(tokens)
        and (last > place + 1 or len(text) <= LEADING)
        and WHOLE.fullmatch(text)
        and GROUP.fullmatch(tokens[last].form)
        and tokens[last].start == tokens[last - 1].end + 1
    ):
        text, last = text + tokens[last].form, last + 1
    value = _decimal(text)
    return None if value is None else Amount(low=value, high=value, first=place, last=last)


def _decimal(text: str) -> Decimal | None:
    if WHOLE.fullmatch(text):
        return Decimal(text)
    if GROUPED.fullmatch(text):
        mark = "." if "." in text else ","
        return Decimal(text.replace(mark, "").replace(",", "."))
    return Decimal(text.replace(",", ".")) if BROKEN.fullmatch(text) else None


def _fraction(tokens: Sequence[Token], place: int) -> Amount | None:
    """ "1/3", as a share in percent."""
    three = tokens[place : place + 3]
    if len(three) < 3 or three[1].form != "/" or not (three[0].form.isdecimal() and three[2].form.isdecimal()):
        return None
    above, below = int(three[0].form), int(three[2].form)
    glued = is_glued(tokens, place + 1) and is_glued(tokens, place + 2)
    return _part(place, place + 3, above, below) if glued and 0 < above < below <= FINEST else None


def _part(first: int, last: int, above: int, below: int) -> Amount:
    share = (Decimal(above) * HUNDRED / Decimal(below)).quantize(CENT)
    return Amount(low=share, high=share, first=first, last=last, kind="share")


def _word(tokens: Sequence[Token], place: int, words: NumberWords) -> Amount | None:
    known = words.values.get(tokens[place].form.casefold())
    if known is None:
        return None
    low, high, kind = known
    after = tokens[place + 1].form.casefold() if place + 1 < len(tokens) else ""
    if kind == "number" and after in words.parts and low < words.parts[after]:
        return _part(place, place + 2, int(low), int(words.parts[after]))
    scale = words.scales.get(tokens[place].form.casefold(), Decimal(1))
    amount = Amount(low=low, high=high, first=place, last=place + 1, scale=scale, kind=kind)
    return _compound(tokens, amount, words) if kind == "number" else amount


def _compound(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> Amount:
    """ "Sto dwadzieścia pięć": smaller number words behind a larger one are added."""
    step = amount.low
    while amount.last < len(tokens) and step >= LAST_TEEN:
        low, _, kind = words.values.get(tokens[amount.last].form.casefold(), (step, step, ""))
        room = HUNDRED if step >= HUNDRED else Decimal(10)
        if kind != "number" or not 1 <= low < room:
            break
        amount = replace(amount, low=amount.low + low, high=amount.low + low, last=amount.last + 1)
        step = low
    return amount


def _scaled(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> Amount:
    """ "3 tys.", "dwa i pół miliona"."""
    amount = _and_half(tokens, amount, words)
    last = amount.last
    scale = words.scales.get(tokens[last].form.casefold()) if last < len(tokens) else None
    if scale is None or (amount.has_scale and amount.kind == "scale"):
        return amount
    stop = last + 1 < len(tokens) and tokens[last + 1].form == "." and is_glued(tokens, last + 1)
    dotted = stop and tokens[last].form.casefold() in words.dotted
    return replace(
        amount, low=amount.low * scale, high=amount.high * scale, last=last + 1 + dotted, scale=amount.scale * scale
    )


def _and_half(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> Amount:
    two = [token.form.casefold() for token in tokens[amount.last : amount.last + 2]]
    if len(two) < 2 or two[0] not in words.ands or two[1] not in words.halves or amount.kind == "vague":
        return amount
    half = Decimal("0.5")
    return replace(amount, low=amount.low + half, high=amount.high + half, last=amount.last + 2)


def _longer(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> Amount:
    """ "2 mln 300 tys.", "tysiąc dwieście": a smaller number behind a scale is added."""
    if not amount.has_scale or amount.kind == "vague":
        return amount
    rest = _one(tokens, amount.last, words)
    if rest is None or rest.kind in ("vague", "share") or not 0 < rest.high < amount.scale:
        return amount
    return replace(amount, low=amount.low + rest.low, high=amount.high + rest.high, last=rest.last)


def _signed(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> Amount:
    """ "-5", "minus 5": a dash is a sign where white space or a bracket stands before it, and none behind."""
    place = amount.first - 1
    if place < 0 or tokens[place].form.casefold() not in words.minus:
        return amount
    is_word = tokens[place].form.isalpha()
    opens = place == 0 or tokens[place - 1].form == "(" or not is_glued(tokens, place)
    if not is_word and (not opens or not is_glued(tokens, amount.first)):
        return amount
    return replace(amount, low=-amount.high, high=-amount.low, first=place)
