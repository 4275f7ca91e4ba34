"""What the finding of names needs from a pack.

In:   a pack, the dictionary.
Out:  NameGrammar: word forms, labels, listed names, media.
Not:  finding: find/names.py and what it calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.lang.inflection import Inflection
from podobno.lang.nameforms import NameForms, open_name_forms
from podobno.lang.namephrases import NameLabels, open_name_labels
from podobno.lang.outlets import Outlets, open_outlets
from podobno.lang.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGrammar:
    """What names of a language need."""

    forms: NameForms
    labels: NameLabels
    outlets: Outlets
    openings: Mapping[str, int]  # first word of each listed name to the words of the longest that it opens


def name_grammar(pack: Pack, inflection: Inflection) -> NameGrammar:
    """Read the names that a pack knows."""
    labels = open_name_labels(pack)
    openings: dict[str, int] = {}
    for name in labels.listed:
        words = name.replace(".", " .").split()
        openings[words[0]] = max(openings.get(words[0], 0), len(words))
    return NameGrammar(
        forms=open_name_forms(pack, inflection.readings),
        labels=labels,
        outlets=open_outlets(pack),
        openings=openings,
    )
