"""What the finding of names needs from a pack.

In:   a pack, the dictionary.
Out:  NameGrammar: word forms, labels, listed names, media.
Not:  finding: find/names.py and what it calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.lang.inflection import Inflection
from podobno.lang.nameforms import NameForms, open_name_forms
from podobno.lang.namephrases import Ballot, NameLabels, open_name_labels
from podobno.lang.outlets import Outlets, open_outlets
from podobno.lang.pack import Pack

STOP = "."
THING = "thing"  # the pack lists it so that it is taken for no person, body or place


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """A name in its base form, to be looked for in all cases."""

    words: tuple[str, ...]  # as the tokenizer cuts them: a stop is a word of its own
    kind: str  # one of NAME_KINDS, or THING


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGrammar:
    """What names of a language need."""

    ballot: Ballot
    outlets: Outlets
    media: frozenset[str]  # first words of the media's names
    openings: Mapping[str, tuple[ListedName, ...]]  # the names that the pack lists, by their first word
    particles: frozenset[str]  # small words inside people's names: "von der"
    roles: frozenset[str]  # "minister": at the head of a sentence no name
    titles: frozenset[str]  # those of them that people have: who stands right behind one is a person
    callings: frozenset[str]  # what media are called: who stands right behind one is a body, "telewizja [Echo Five]"
    source_words: frozenset[str]  # words of source, which no name starts with: "wg"
    no_names: frozenset[str]  # acronyms of things: "DNA", "VAT"

    @property
    def forms(self) -> NameForms:
        """The readings of words."""
        return self.ballot.forms

    @property
    def labels(self) -> NameLabels:
        """What the dictionary calls the words, and the names that the pack lists."""
        return self.ballot.labels


def name_grammar(pack: Pack, inflection: Inflection) -> NameGrammar:
    """Read the names that a pack knows."""
    outlets, labels = open_outlets(pack), open_name_labels(pack)
    return NameGrammar(
        ballot=Ballot(open_name_forms(pack, inflection.readings), labels),
        outlets=outlets,
        media=frozenset(word for form in outlets.names for word in (form, *_words(form)[:1], form.split()[0])),
        openings=name_openings(labels.listed),
        particles=frozenset(pack.rules["names"]["particles"]),
        roles=frozenset(row["lemma"] for row in pack.lexicon("roles")),
        titles=frozenset(row["lemma"].casefold() for row in pack.lexicon("roles") if row["kind"] == "person"),
        callings=frozenset(row["lemma"] for row in pack.lexicon("roles") if row["kind"] == "medium"),
        source_words=frozenset(row["form"] for row in pack.lexicon("source_phrases") if " " not in row["form"]),
        no_names=frozenset(row["form"] for row in pack.lexicon("common_acronyms")),
    )


def name_openings(names: Mapping[str, str]) -> dict[str, tuple[ListedName, ...]]:
    """Return names with their kinds by the first word, longer ones first."""
    openings: dict[str, list[ListedName]] = {}
    for name, kind in names.items():
        words = _words(name)
        openings.setdefault(words[0], []).append(ListedName(words=words, kind=kind))
    return {word: tuple(sorted(found, key=lambda one: -len(one.words))) for word, found in openings.items()}


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.replace(STOP, f" {STOP} ").split())
