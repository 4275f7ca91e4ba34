"""Tell whether two names are one body's or one place's.

In:   two names taken apart.
Out:  the code of the reason; None where they are not.
Not:  a body and the country it belongs to, who are two; sources that speak for a country: link/sources.py.
"""

from podobno.link.entitygrammar import ACRONYM, EntityGrammar, NameParts
from podobno.link.spelling import is_latin

SHORTEST_ACRONYM = 3  # letters: of two letters too many names are
SHORTEST_FRAME = 4  # consonants by which a name is known again in another alphabet


def same_body(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """Return why two names may be one body's or place's; None where they are not."""
    if not a.sounds or not b.sounds:
        return None
    if a.key == b.key:
        if a.sounds != b.sounds:
            return "alias"
        return "name" if _folded(a) == _folded(b) else "spelling"
    if len(a.sounds) != len(b.sounds) and joined(a) == joined(b):
        return "spelling"
    if a.is_listed and b.is_listed:
        return None  # the pack knows both, and as two
    if is_latin(a.words[0]) != is_latin(b.words[0]):
        return _across(a, b, grammar)
    if same_words(a.stems, b.stems):
        return "words"
    return _acronym(a, b) or _acronym(b, a)


def _folded(parts: NameParts) -> str:
    return " ".join(parts.words).casefold()


def joined(parts: NameParts) -> str:
    """Return a name as it sounds without the gaps between its words: "TVN 24", "TVN24"."""
    return "".join(parts.sounds).replace(ACRONYM, "")


def same_words(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> bool:
    """Say whether the words of two names are forms of the same words, in any order."""
    return len(a) == len(b) and holds_words(a, b)


def holds_words(few: tuple[frozenset[str], ...], many: tuple[frozenset[str], ...]) -> bool:
    """Say whether each word of a name has its like in another name, each another one."""
    rest = list(many)
    for word in few:
        at = next((at for at, other in enumerate(rest) if not word.isdisjoint(other)), None)
        if at is None:
            return False
        del rest[at]
    return bool(few)


def _acronym(short: NameParts, full: NameParts) -> str | None:
    word, initials = short.words[0], "".join(one[0] for one in full.words).upper()
    is_unknown = len(short.words) == 1 and not short.is_listed  # what the pack has it has for all its names
    return "acronym" if is_unknown and len(initials) >= SHORTEST_ACRONYM and word == initials else None


def _across(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """A name in two alphabets, where no list has it: word by word by its consonants."""
    if len(a.words) != len(b.words) or a.is_listed or b.is_listed:
        return None
    is_same = all(grammar.spelling.is_like(x, y) for x, y in zip(a.words, b.words, strict=True))
    return "alphabet" if is_same and len("".join(map(grammar.spelling.frame, a.words))) >= SHORTEST_FRAME else None
