"""Read amounts inside one word: "28-punktowy", "dwuosobowa", "50-proc.", "47-letnia".

In:   tokens and the compounds of a pack.
Out:  Compound: value, unit, kind, and the token after the last.
Not:  lengths of time ("5-letnia umowa"), which are times; names of types, which the pack does not list.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from podobno.find.numbers import is_glued
from podobno.lang.pack import Pack
from podobno.records.parsed import Token

AGE = "age"  # kind of a stem that tells an age; a length of time ("5-letnia umowa") has the same stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounds:
    """The halves of words that give an amount."""

    pattern: re.Pattern[str]
    prefixes: Mapping[str, tuple[Decimal, Decimal]]
    stems: Mapping[str, tuple[str, str]]  # stem to unit and kind
    rules: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """An amount inside a word."""

    low: Decimal
    high: Decimal
    unit: str
    kind: str
    last: int  # token after the last


def read_compounds(pack: Pack) -> Compounds:
    """Read the halves of a pack."""
    rows = [row for row in pack.lexicon("number_words") if row["kind"] == "prefix"]
    prefixes = {row["form"]: (Decimal(row["low"]), Decimal(row["high"])) for row in rows}
    stems = {row["stem"]: (row["unit"], row["kind"]) for row in pack.lexicon("compounds")}
    dash = "[" + re.escape("".join(pack.rules["quotation"]["dashes"])) + "]"
    number = rf"(?P<digits>\d+(?:,\d+)?){dash}|(?P<prefix>{_any(prefixes)})"
    return Compounds(
        pattern=re.compile(rf"(?:{number})(?P<stem>{_any(stems)})(?P<end>\w{{0,4}})"),
        prefixes=prefixes,
        stems=stems,
        rules=pack.rules["figures"],
    )


def _any(forms: Mapping[str, Any]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def read_compound(tokens: Sequence[Token], place: int, compounds: Compounds) -> Compound | None:
    """Return the amount inside a word, None where there is none."""
    word, last = _word(tokens, place)
    match = compounds.pattern.fullmatch(word)
    if match is None:
        return None
    unit, kind = compounds.stems[match["stem"]]
    if kind == AGE and not match["digits"]:
        return None
    low, high = compounds.prefixes[match["prefix"]] if match["prefix"] else (_decimal(match["digits"]),) * 2
    stop = match["stem"] in compounds.rules["dotted"] and _is_stop(tokens, last)
    return Compound(low=low, high=high, unit=unit, kind="measure" if kind == AGE else kind, last=last + stop)


def _word(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """The word, and the token after it; "30,65-proc" is three tokens."""
    last = place + 1
    if tokens[place].form[0].isdigit():
        while last < min(place + 3, len(tokens)) and is_glued(tokens, last) and tokens[last].form != ".":
            last += 1
    return "".join(token.form for token in tokens[place:last]).casefold(), last


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def _is_stop(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].form == "." and is_glued(tokens, at)
