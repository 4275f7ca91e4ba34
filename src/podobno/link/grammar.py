"""What linking needs of a language.

In:   a pack.
Out:  LinkGrammar, read once and never changed.
Not:  the links: the other modules of link.
"""

from dataclasses import dataclass

from podobno.lang.frequencies import Frequencies, open_frequencies
from podobno.lang.pack import Pack
from podobno.link.furniture import Furniture, open_furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGrammar:
    """What linking needs of a language."""

    pack: Pack
    frequencies: Frequencies
    agencies: frozenset[str]  # names of news agencies, case folded
    furniture: Furniture  # how an outlet turns to its reader

    def rarity(self, lemma: str) -> float:
        """Return how rare a base form is: 0 for a word of every text, 1 for a word of none; case does not matter."""
        return self.frequencies.rarity(lemma.casefold())


def open_linking(pack: Pack) -> LinkGrammar:
    """Read what linking needs from a pack."""
    return LinkGrammar(
        pack=pack,
        frequencies=open_frequencies(pack.code),
        agencies=frozenset(name.casefold() for name in pack.column("agencies", "form", "name").values()),
        furniture=open_furniture(pack),
    )
