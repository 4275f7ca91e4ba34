"""The words by which an article names somebody without a name: "minister", "the company", "the paper".

In:   a pack's list of roles.
Out:  Roles: what a word stands for, and whether it may stand for anybody.
Not:  who is meant, which is claim/voices.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.lang.pack import Pack
from podobno.records.parsed import Token

PERSON, BODY, MEDIUM, PLACE = "person", "body", "medium", "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The roles of one language."""

    kinds: Mapping[str, str]  # lemma to PERSON, BODY or MEDIUM
    general: frozenset[str]  # lemmas that stand for anybody: "polityk", "firma"

    def is_general(self, word: Token) -> bool:
        """Say whether a word may stand for anybody of its kind: "polityk", "Amerykanka"."""
        return any(
            form in self.general for form in (word.lemma, word.lemma.capitalize(), word.form.casefold(), of_age(word))
        )

    def kind(self, word: Token) -> str | None:
        """Return what a word stands for; None for a word that is no role."""
        # Nouns that are inflected like adjectives ("przewodnicząca") have the lemma of one, or of a verb.
        forms = (word.lemma, word.lemma.casefold(), word.form.casefold(), word.lemma.capitalize(), of_age(word))
        return next((self.kinds[form] for form in forms if form in self.kinds), None)


def of_age(word: Token) -> str:
    """Return what is told by an age: "34-[latek]"; empty for any other word."""
    return word.lemma.rpartition("-")[2] if word.lemma[:1].isdigit() else ""


def open_roles(pack: Pack) -> Roles:
    """Read the roles of a pack."""
    rows = pack.lexicon("roles")
    return Roles(
        kinds={row["lemma"]: row["kind"] for row in rows},
        general=frozenset(row["lemma"] for row in rows if row["general"]),
    )
