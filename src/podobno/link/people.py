"""Tell whether two names are one person's.

In:   two names taken apart.
Out:  the code of the reason; None where they are two people's.
Not:  who else has that surname, which whoever asks must look at: link/entitygroups.py, link/sources.py.
"""

from podobno.link.entitygrammar import EntityGrammar, NameParts
from podobno.link.spelling import is_latin

WEAKENING = ("name", "variant", "inflected", "middle", "initial")
SHORTEST_MISSPELT = 5  # letters: in a shorter word another letter makes another name
SAME_START, LONGEST_ENDING = 2, 4  # letters that the forms of a longer word share at least; that they may not share
SHORTEST_FRAME = 4  # consonants by which a full name is known again in another alphabet
SHORTEST_KNOWN = 2  # consonants of the surname, where the first names are listed as variants


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
        found = _given(a.words[:-1], b.words[:-1], grammar)
    else:
        found = _inflected(a.words, b.words, grammar) if len(a.words) == len(b.words) else _double(a, b)
    return found or _misspelt(a, b, grammar)


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
    # "George W." is no "George H. W.", but "George" may be either.
    reasons = [_fit(x, y, grammar) for x, y in zip(a, b, strict=False)]
    if None in reasons:
        return None
    return _weakest([*filter(None, reasons), *(["middle"] if len(a) != len(b) else [])])


def _fit(a: str, b: str, grammar: EntityGrammar) -> str | None:
    sounds = grammar.spelling.sound(a), grammar.spelling.sound(b)
    if sounds[0] == sounds[1]:
        return "name"
    if grammar.variant(sounds[0]) == grammar.variant(sounds[1]):
        return "variant"
    if min(len(a), len(b)) == 1 and a[0].casefold() == b[0].casefold():
        return "initial"
    return "inflected" if grammar.is_inflected(a, b) or grammar.is_inflected(b, a) else None


def _inflected(a: tuple[str, ...], b: tuple[str, ...], grammar: EntityGrammar) -> str | None:
    """ "Borisa Johnsona" for "Boris Johnson": a base form that was missed."""
    sound = grammar.spelling.sound
    if not all(_begin_alike(sound(x), sound(y)) for x, y in zip(a, b, strict=True)):
        return None  # before the dictionary is asked: most names that are compared are of two people
    fit = all(sound(x) == sound(y) or grammar.is_inflected(x, y) for x, y in zip(a, b, strict=True))
    back = all(sound(x) == sound(y) or grammar.is_inflected(y, x) for x, y in zip(a, b, strict=True))
    return "inflected" if fit or back else None


def _begin_alike(x: str, y: str) -> bool:
    """Say whether two words may be forms of one: endings change ("Grudnia"), and in short words more ("Lwa")."""
    shorter = min(len(x), len(y))
    start = max(SAME_START, shorter - LONGEST_ENDING)
    return shorter < SHORTEST_MISSPELT or x[:start] == y[:start]


def _weakest(reasons: list[str]) -> str:
    return max(reasons, key=WEAKENING.index)


def _misspelt(a: NameParts, b: NameParts, grammar: EntityGrammar) -> str | None:
    """One word of a full name has one letter more, less or another inside, and not both are names that are known."""
    other = [at for at, (x, y) in enumerate(zip(a.sounds, b.sounds, strict=False)) if x != y]
    if len(other) != 1 or len(a.sounds) != len(b.sounds):
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
    """Two full names in two alphabets: by the consonants of first name and surname."""
    spelling = grammar.spelling
    is_variant = grammar.variant(a.sounds[0]) == grammar.variant(b.sounds[0])
    if not spelling.is_like(a.words[-1], b.words[-1]) or not (is_variant or spelling.is_like(a.words[0], b.words[0])):
        return None
    letters = spelling.frame(a.words[-1]) + ("" if is_variant else spelling.frame(a.words[0]))
    return "alphabet" if len(letters) >= (SHORTEST_KNOWN if is_variant else SHORTEST_FRAME) else None
