"""What linking needs of a language.

In:   a pack.
Out:  LinkGrammar, read once and never changed.
Not:  the links: the other modules of link.
"""

from dataclasses import dataclass

from podobno.lang.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGrammar:
    """What linking needs of a language."""

    pack: Pack


def open_linking(pack: Pack) -> LinkGrammar:
    """Read what linking needs from a pack."""
    return LinkGrammar(pack=pack)
