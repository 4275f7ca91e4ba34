"""What linking needs of a language.

In:   a pack, the dictionary.
Out:  LinkGrammar, read once and never changed but for what its parts remember.
Not:  the links: the other modules of link.
"""

from dataclasses import dataclass

from podobno.lang.frequencies import Frequencies, open_frequencies
from podobno.lang.pack import Pack
from podobno.lang.readings import Readings
from podobno.link.entitygrammar import EntityGrammar, open_entities


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGrammar:
    """What linking needs of a language."""

    pack: Pack
    entities: EntityGrammar
    frequencies: Frequencies

    def rarity(self, lemma: str) -> float:
        """Return how rare a base form is: 0 for a word of every text, 1 for a word of none; case does not matter."""
        return self.frequencies.rarity(lemma.casefold())


def open_linking(pack: Pack, readings: Readings | None = None) -> LinkGrammar:
    """Read what linking needs from a pack; readings: where other stages look words up too."""
    return LinkGrammar(
        pack=pack, entities=open_entities(pack, readings), frequencies=open_frequencies(pack.code)
    )
