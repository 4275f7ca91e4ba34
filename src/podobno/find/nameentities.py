"""Tell which mentions of an article name the same person, body or place.

In:   the mentions of an article with their base forms.
Out:  the same mentions, each with the fullest name that the article gives it.
Not:  entities across articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from podobno.find.namegrammar import NameGrammar
from podobno.records.parsed import Parsed
from podobno.records.values import Mention

OPENING, CLOSING = "(", ")"
LONGEST_NAME = 3  # words; of longer ones the weights mostly saw too much
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6  # letters


def with_entities(parsed: Parsed, mentions: Sequence[Mention], grammar: NameGrammar) -> Iterator[Mention]:
    """Yield the mentions: a surname stands for the full name, an acronym for the name that it is put beside."""
    long_forms = {**_by_initials(mentions), **dict(_long_forms(parsed, mentions))}
    people = _full_names(mentions, "person")
    bodies = _full_names(mentions, "body")
    for mention in mentions:
        if mention.kind == "person":
            yield _person(parsed, mention, people, grammar)
        elif mention.kind == "body" and mention.base not in long_forms:
            yield replace(mention, entity=_only(mention.base, bodies))
        else:
            yield replace(mention, entity=long_forms.get(mention.base, mention.entity))


def _full_names(mentions: Sequence[Mention], kind: str) -> Counter[str]:
    """How often each full name stands in the article, in text order."""
    return Counter(m.base for m in mentions if m.kind == kind and " " in m.base)


def _person(parsed: Parsed, mention: Mention, people: Mapping[str, int], grammar: NameGrammar) -> Mention:
    full = _fullest(mention.base, people) or _only(mention.base, people)
    if full != mention.base or mention.last - mention.first > 1:
        return replace(mention, entity=full)
    # A surname of which another base form was guessed than the full name has.
    bases = grammar.forms.bases(parsed.syntax.tokens[mention.first].form)
    named = [name for name in people if name.split()[-1] in (*bases, parsed.syntax.tokens[mention.first].form)]
    return replace(mention, base=named[0].split()[-1], entity=named[0]) if len(named) == 1 else mention


def _fullest(base: str, people: Mapping[str, int]) -> str | None:
    """The longest full name that ends with these words; of several people the one who is named in full most often.

    people: full names in text order, and how often each stands in the article. None for no such name.
    """
    words = base.split()
    fuller = [name for name in people if len(name) > len(base) and name.split()[-len(words) :] == words]
    if not fuller:
        return None
    most = max(fuller, key=people.__getitem__)  # of two named as often the earlier
    return max((name for name in fuller if _are_one(name, most)), key=len)


def _are_one(one: str, other: str) -> bool:
    """ "Jan Kowalski" may be "Jan Maria Kowalski", but not "Anna Kowalska"."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def _only(base: str, names: Iterable[str]) -> str:
    """The one name that starts with this word; the word itself where there are none or several."""
    longer = [name for name in names if name.split()[0] == base and name.count(" ") < LONGEST_NAME]
    return longer[0] if len(longer) == 1 else base


def _long_forms(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """ "Rada Bezpieczeństwa Narodowego (BBN)": an acronym in brackets behind a name of its letters, or before it."""
    tokens = parsed.syntax.tokens
    for mention, after in pairwise(mentions):
        between = [token.form for token in tokens[mention.last : after.first]]
        if between != [OPENING] or after.last >= len(tokens) or tokens[after.last].form != CLOSING:
            continue
        for short, long in ((after.base, mention.base), (mention.base, after.base)):
            if _is_acronym_of(short, long):
                yield short, long
        if {mention.kind, after.kind} == {"body"} and _may_be_foreign(after.base, mention.base):
            yield after.base, mention.base


def _may_be_foreign(short: str, long: str) -> bool:
    """ "Europejska Agencja Kosmiczna (ESA)": an acronym of the name in its own language shares two first letters."""
    is_short = short.isalpha() and short.isupper() and SHORTEST_ACRONYM < len(short) <= LONGEST_ACRONYM
    initials = {word[0] for word in long.split()}
    return is_short and " " in long and len(initials & set(short)) > 1


def _by_initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """ "KE", "MSWiA": all first letters of the one name of the article that has them; a headline has the acronym."""
    names: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == "body" and " " in mention.base:
            for short in _initials(mention.base):
                names.setdefault(short, set()).add(mention.base)
    acronyms = {m.base for m in mentions if m.kind == "body" and " " not in m.base and m.base[-1].isupper()}
    return {short: next(iter(names[short])) for short in sorted(acronyms) if len(names.get(short, ())) == 1}


def _initials(name: str) -> Iterator[str]:
    """Yield the first letters of a name, with and without those of its "i"."""
    words = name.split()
    if all(word[0].isupper() or len(word) == 1 for word in words):
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word[0].isupper())


def _is_acronym_of(short: str, long: str) -> bool:
    """Say whether the capitals of a word are first letters of the words of a name, in order."""
    letters = [letter.casefold() for letter in short if letter.isupper()]
    initials = [word[0].casefold() for word in long.replace("-", " ").split() if word[0].isalpha()]
    if " " in short or len(letters) < SHORTEST_ACRONYM or len(letters) > len(initials):
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)
