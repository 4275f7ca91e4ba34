"""Tell whether two names are one person's.

In:   two names taken apart.
Out:  the code of the reason; whether it is a short name that stands for a longer one.
Not:  who else has that surname, which the caller must look at: link/entitygroups.py.
"""

from podobno.link.entitygrammar import EntityGrammar, NameParts
from podobno.link.spelling import is_latin

LONGEST_INITIALS = 2  # letters of "H.", "Ł.D."
SHORTEST_MISSPELT = 5  # letters: in a shorter word another letter makes another name
SHORTEST_FRAME = 3  # consonants by which a word is known again in another alphabet


def same_person(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """Return why two names may be one person's; None where they are not."""
    if not a.sounds or not b.sounds:
        return None
    if a.key == b.key:
        return "name" if _folded(a) == _folded(b) else "spelling"
    if len(a.sounds) > len(b.sounds):
        a, b = b, a
    if len(a.sounds) == 1 or a.sounds[0] in grammar.particles:
        return _surname(a, b)
    if is_latin(a.words[0]) != is_latin(b.words[0]):
        return _across(a, b, grammar)
    if a.sounds[-1] == b.sounds[-1]:
        return _given(a.sounds[:-1], b.sounds[:-1], grammar)
    if len(a.sounds) == len(b.sounds):
        return _misspelt(a, b, grammar)
    return _double(a, b)


def _folded(parts: NameParts) -> str:
    return " ".join(parts.words).casefold()


def _surname(short: NameParts, full: NameParts) -> str | None:
    length = len(short.sounds)
    return "surname" if length < len(full.sounds) and full.sounds[-length:] == short.sounds else None


def _double(short: NameParts, full: NameParts) -> str | None:
    """ "Agata Nowak" and "Agata Nowak-Kowalska"."""
    return "surname" if full.sounds[: len(short.sounds)] == short.sounds else None


def _given(a: tuple[str, ...], b: tuple[str, ...], grammar: EntityGrammar) -> str | None:
    """Why the given names of two with one surname may be one person's: the first must fit, and those in the middle."""
    first = _fit(a[0], b[0], grammar)
    if first is None:
        return None
    if len(a) == len(b):
        others = [_fit(x, y, grammar) for x, y in zip(a[1:], b[1:], strict=True)]
        return None if None in others else _weakest([first, *(one for one in others if one)])
    if len(a) > 1 and not set(a[1:]) <= set(b[1:]):
        return None
    return _weakest([first, "middle"])


def _fit(a: str, b: str, grammar: EntityGrammar) -> str | None:
    if a == b:
        return "name"
    if grammar.variant(a) == grammar.variant(b):
        return "variant"
    if min(len(a), len(b)) <= LONGEST_INITIALS and a[0] == b[0]:
        return "initial"
    return None


def _weakest(reasons: list[str]) -> str:
    return max(reasons, key=["name", "variant", "middle", "initial"].index)


def _misspelt(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """One word of a full name has one letter more, less or another inside, and not both are names that are known."""
    other = [at for at, (x, y) in enumerate(zip(a.sounds, b.sounds, strict=True)) if x != y]
    if len(other) != 1:
        return None
    x, y = a.sounds[other[0]], b.sounds[other[0]]
    if min(len(x), len(y)) < SHORTEST_MISSPELT or not _is_slip(x, y):
        return None
    return None if all(grammar.is_surname(one.words[other[0]]) for one in (a, b)) else "misspelt"


def _is_slip(x: str, y: str) -> bool:
    """Say whether two words differ by one letter, or two that changed places, neither at the start nor at the end."""
    if x[0] != y[0] or x[-1] != y[-1]:
        return False
    start = next((at for at, (one, other) in enumerate(zip(x, y, strict=False)) if one != other), min(len(x), len(y)))
    x, y = x[start:], y[start:]
    swapped = len(x) > 1 and len(y) > 1 and x[:2] == y[1::-1] and x[2:] == y[2:]
    return swapped or x[1:] == y[1:] or x[1:] == y or x == y[1:]


def _across(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """Two full names in two alphabets: by the frames of first name and surname."""
    frame = grammar.spelling.frame
    first, last = (frame(a.words[0]), frame(b.words[0])), (frame(a.words[-1]), frame(b.words[-1]))
    is_first = first[0] == first[1] or grammar.variant(a.sounds[0]) == grammar.variant(b.sounds[0])
    if not is_first or last[0] != last[1] or not last[0]:
        return None
    return "alphabet" if len(first[0] + last[0]) >= SHORTEST_FRAME else None
