"""Tell whether two names of one article are one entity's: there more is short for a longer name than elsewhere.

In:   two names with their kinds.
Out:  the code of the reason; None where they are not.
Not:  mentions, which are find/nameentities.py; names of several articles, which are link/entities.py.
"""

from podobno.link.bodies import holds_words
from podobno.link.entities import BODY, PERSON, same_name
from podobno.link.entitygrammar import COUNTRY, EntityGrammar, NameParts


def same_near(a: str, a_kind: str, b: str, b_kind: str, grammar: EntityGrammar) -> str | None:
    """Return why two names of one article are one entity's; None where they are not."""
    reason = same_name(a, a_kind, b, b_kind, grammar)
    if reason is not None or a_kind != b_kind:
        return reason
    one, other = grammar.parts(a, a_kind), grammar.parts(b, b_kind)
    if a_kind != PERSON and (one.second == other.key or other.second == one.key):
        return "alias"
    few, many = sorted((one, other), key=lambda parts: len(parts.words))
    if not few.words or len(few.words) == len(many.words):
        return None
    if a_kind == PERSON:
        return "given" if few.sounds == many.sounds[:1] else None
    return "short" if a_kind == BODY and _is_short(few, many, grammar) else None


def _is_short(few: NameParts, many: NameParts, grammar: EntityGrammar) -> bool:
    """ "Komisja" for "Komisja Europejska", "MSZ" for "MSZ Ukrainy"; "Ryanair" is nobody's short name."""
    is_common = not few.is_listed and grammar.is_common(few.words[0].lower())
    starts = len(few.words) == 1 and few.words[0][0].isupper() and not few.stems[0].isdisjoint(many.stems[0])
    return (is_common and starts) or _lacks_country(few, many)


def _lacks_country(few: NameParts, many: NameParts) -> bool:
    rest = tuple(stems for stems in many.stems if not any(stem.startswith(COUNTRY) for stem in stems))
    return len(few.stems) == len(rest) < len(many.stems) and holds_words(few.stems, rest)
