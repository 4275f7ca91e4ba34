"""Tell numbers that count from those that name ("art. 5", "Nord Stream 2", "2:1"), and ages from lengths of time.

In:   tokens, a number, what it would count, the rules of a pack.
Out:  yes or no.
Not:  what a number counts: find/counted.py.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from podobno.find.counted import Counted, Units
from podobno.find.drafts import Draft
from podobno.find.numbers import Amount, is_glued
from podobno.records.parsed import Token

YEARS = (1000, 2100)  # plain numbers that may be years
NAMING = ("ADJ", "NOUN", "PROPN", "X")  # what a name may end in
COUNT = "count"


def is_label(tokens: Sequence[Token], amount: Amount, counted: Counted | None, rules: Mapping[str, Any]) -> bool:
    """Say whether a number names something, or is a score, an ordinal or a year."""
    if _is_numbered(tokens, amount, rules) or _is_part_of_word(tokens, amount, rules):
        return True
    if counted is None or counted.kind == COUNT:
        return _is_one(amount) or _is_in_name(tokens, amount) or _is_year(tokens, amount, rules)
    return False


def is_no_share(tokens: Sequence[Token], amount: Amount, units: Units) -> bool:
    """Say whether it is a part of a time or of a contest: "połowa roku", "1/8 finału", "pierwsza połowa"."""
    if amount.first and tokens[amount.first - 1].lemma in units.rules["half_leads"]:
        return True
    if amount.last >= len(tokens):
        return False
    after = tokens[amount.last]
    if _is_place(tokens, amount, units.rules):
        return True
    return after.form.casefold() in units.times or after.lemma in units.rules["round_words"]


def is_of_so_many(
    tokens: Sequence[Token], amount: Amount, counted: Counted, before: Sequence[Draft], rules: Mapping[str, Any]
) -> bool:
    """Say whether it is what a rate is told of: "11 dawek na [100 mieszkańców]", "zgony na [stu mieszkańców]"."""
    is_round = amount.low == amount.high and amount.low in rules["per_so_many"] and counted.scale == 1
    if not is_round or not amount.first or tokens[amount.first - 1].form.casefold() not in rules["per_leads"]:
        return False
    is_rate = bool(before) and before[-1].last == amount.first - 1
    behind_noun = amount.first > 1 and tokens[amount.first - 2].upos == "NOUN"
    return is_rate or (behind_noun and counted.unit in rules["inhabitants"])


def _is_place(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> bool:
    """ "W połowie trasy", but not "w połowie gmin"."""
    is_word = amount.last - amount.first == 1 and tokens[amount.first].form.isalpha()
    is_led = amount.first > 0 and tokens[amount.first - 1].form.casefold() in rules["place_leads"]
    noun = tokens[amount.last]
    return is_word and is_led and noun.upos == "NOUN" and noun.feats.get("Number") == "Sing"


def is_age(tokens: Sequence[Token], draft: Draft, before: Draft | None, rules: Mapping[str, Any]) -> bool:
    """Say whether years are an age: "w wieku od 9 do 14 lat", "w wieku 38 i 33 lat", "miał 47 lat"."""
    if draft.first == 0 or draft.unit not in rules["year_words"]:
        return False
    lead = _lead(tokens, draft.first)
    if lead.lemma in rules["age_nouns"]:
        return True
    if before is not None and before.unit == rules["year"] and before.last == draft.first - 1:
        return lead.form.casefold() in rules["shared_over"]
    if draft.amount.kind == "vague":
        return False
    is_end = draft.last >= len(tokens) or tokens[draft.last].upos in ("PUNCT", "CCONJ")
    is_ours = lead.feats.get("Person") == "1" and lead.feats.get("Number") == "Plur"  # "mamy na to trzy lata"
    return is_end and not is_ours and lead.lemma in rules["age_verbs"]


def _lead(tokens: Sequence[Token], first: int) -> Token:
    """The word before, over "zaledwie" and the like."""
    at = first - 1
    while at > 0 and tokens[at].upos in ("ADV", "PART"):
        at -= 1
    return tokens[at]


def is_age_sign(tokens: Sequence[Token], draft: Draft, rules: Mapping[str, Any]) -> bool:
    """Say whether it is an age in brackets: "Anna (91 l.)"."""
    opens = tokens[draft.first - 1].form if draft.first else ""
    after = [token.form for token in tokens[draft.amount.last : draft.amount.last + 3]]
    return opens in rules["age_opens"] and bool(after) and after[0] in rules["age_signs"] and ")" in after


def _is_numbered(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> bool:
    """ "Art. 5", "nr 5", "punkt 5"."""
    at = amount.first - 1
    if at >= 1 and tokens[at].form == "." and is_glued(tokens, at):
        at -= 1
    if at < 0 or amount.has_scale or amount.kind != "digits":
        return False
    return tokens[at].lemma.casefold() in rules["label_words"] or tokens[at].form.casefold() in rules["label_words"]


def _is_part_of_word(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> bool:
    """ "F-16", "2:1", "500+", "800 plus"."""
    if amount.kind != "digits":
        return False
    before, after = amount.first - 1, amount.last
    opens = before >= 0 and is_glued(tokens, amount.first) and tokens[before].form not in rules["brackets"]
    is_dotted = before > 0 and tokens[before].form == "." and tokens[before - 1].form.isalpha()  # "ok.20 proc."
    is_sign = before >= 0 and not tokens[before].form[0].isalnum() and tokens[before].upos == "SYM"
    if opens and not is_sign and not is_dotted and not _is_currency(tokens[before].form):
        return True
    if after >= len(tokens):
        return False
    form = tokens[after].form.casefold()
    is_joint = form in rules["number_joints"] and after + 1 < len(tokens)
    return form in rules["name_ends"] or (is_joint and is_glued(tokens, after) and is_glued(tokens, after + 1))


def _is_currency(form: str) -> bool:
    return len(form) == 1 and not form.isalnum() and form not in ".,:;-'"


def _is_one(amount: Amount) -> bool:
    """The word "jeden", which is more often an article or a pronoun."""
    return amount.kind != "digits" and amount.low == amount.high == 1


def _is_in_name(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "Nord Stream 2 Niemieckie władze": a capital before, and one behind or nothing that is counted."""
    before, after = amount.first - 1, amount.last
    if amount.kind != "digits" or amount.has_scale or before < 0 or not tokens[before].form[0].isupper():
        return False
    if tokens[before].sentence != tokens[amount.first].sentence or tokens[before].upos not in NAMING:
        return False
    name, number = tokens[before], tokens[amount.first]
    is_led = after < len(tokens) and tokens[after].form[0].isupper()
    return is_led or number.head == before or name.upos == "X" or _stand_again(tokens, name, number)


def _stand_again(tokens: Sequence[Token], name: Token, number: Token) -> bool:
    """A name and its number stand together more than once in an article."""
    return sum((one.form, other.form) == (name.form, number.form) for one, other in pairwise(tokens)) > 1


def _is_year(tokens: Sequence[Token], amount: Amount, rules: Mapping[str, Any]) -> bool:
    """ "W 2014 Rosja": a plain number behind a word that may lead a year, and no noun that it rules."""
    if amount.kind != "digits" or amount.has_scale or amount.last - amount.first > 1:
        return False
    is_plain = all(end == end.to_integral_value() for end in (amount.low, amount.high))
    if not is_plain or not (Decimal(YEARS[0]) <= amount.low and amount.high <= Decimal(YEARS[1])):
        return False
    before = tokens[amount.first - 1].form.casefold() if amount.first else ""
    return before in rules["year_leads"] and tokens[amount.first].head <= amount.first
