"""What linking needs of a language.

In:   a pack, the dictionary.
Out:  LinkGrammar, read once and never changed but for what its parts remember.
Not:  the links: the other modules of link.
"""

from dataclasses import dataclass

from podobno.lang.pack import Pack
from podobno.lang.readings import Readings
from podobno.link.entitygrammar import EntityGrammar, open_entities


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGrammar:
    """What linking needs of a language."""

    pack: Pack
    entities: EntityGrammar


def open_linking(pack: Pack, readings: Readings | None = None) -> LinkGrammar:
    """Read what linking needs from a pack; readings: where other stages look words up too."""
    return LinkGrammar(pack=pack, entities=open_entities(pack, readings))
