"""Know the media: papers, stations, agencies, portals.

In:   the pack's list of outlets.
Out:  whether a name is a medium, and its base form.
Not:  where they are named in an article, which is find/names.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.lang.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The media of a language."""

    names: Mapping[str, str]  # each form to the name in the nominative
    bases: frozenset[str]  # the names in the nominative
    longest: int  # words of the longest name; asked at every token, so it is counted once

    def canonical(self, form: str) -> str | None:
        """Return the name of the medium that a form stands for, None for no medium."""
        return self.names.get(form)

    def is_medium(self, name: str) -> bool:
        """Say whether a name in the nominative is a medium's."""
        return name in self.bases


def open_outlets(pack: Pack) -> Outlets:
    """Read the media of a pack."""
    names = pack.column("outlets", "form", "name")
    longest = max((len(form.split()) for form in names), default=0)
    return Outlets(names=names, bases=frozenset(names.values()), longest=longest)
