"""What linking needs of a language.

In:   a pack, the dictionary.
Out:  LinkGrammar, read once and never changed but for what its parts remember.
Not:  the links: the other modules of link.
"""

from dataclasses import dataclass

from podobno.lang.frequencies import Frequencies, open_frequencies
from podobno.lang.pack import Pack
from podobno.lang.readings import Readings
from podobno.link.aliases import ADJECTIVE
from podobno.link.entitygrammar import EntityGrammar, open_entities
from podobno.link.furniture import Furniture, open_furniture
from podobno.link.memory import Memory
from podobno.records.parsed import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGrammar:
    """What linking needs of a language."""

    pack: Pack
    entities: EntityGrammar
    frequencies: Frequencies
    agencies: frozenset[str]  # names of news agencies, case folded
    furniture: Furniture  # how an outlet turns to its reader
    copulas: frozenset[str]  # base forms of words behind which stands what is said of the subject
    having: frozenset[str]  # the same where only a kind noun may follow: "*has* a private matter"
    copula_forms: frozenset[str]  # the same as they stand in a text
    limits: frozenset[str]  # base forms: "only"
    kind_nouns: frozenset[str]  # base forms of nouns that only carry their adjective: "a private *matter*"
    country_adjectives: frozenset[str]  # base forms, case folded: what they tell is whose a thing is, not how it is
    negations: frozenset[str]  # as they stand in a text
    memory: Memory  # of what was worked out of sketches
    opposites: tuple[str, ...]  # beginnings that turn a quality into its opposite

    def is_negation(self, token: Token) -> bool:
        """Say whether a word negates; a parser may take it for something else."""
        return token.feats.get("Polarity") == "Neg" or token.form.casefold() in self.negations

    def rarity(self, lemma: str) -> float:
        """Return how rare a base form is: 0 for a word of every text, 1 for a word of none; case does not matter."""
        return self.frequencies.rarity(lemma.casefold())


def open_linking(pack: Pack, readings: Readings | None = None) -> LinkGrammar:
    """Read what linking needs from a pack; readings: where other stages look words up too."""
    rules = pack.rules["links"]
    return LinkGrammar(
        pack=pack,
        entities=open_entities(pack, readings),
        frequencies=open_frequencies(pack.code),
        agencies=frozenset(name.casefold() for name in pack.column("agencies", "form", "name").values()),
        furniture=open_furniture(pack),
        copulas=frozenset(rules["copulas"]),
        having=frozenset(rules["having"]),
        copula_forms=frozenset(rules["copula_forms"]),
        limits=frozenset(row["form"] for row in pack.lexicon("limits")),
        kind_nouns=frozenset(row["form"] for row in pack.lexicon("kind_nouns")),
        country_adjectives=frozenset(
            row["form"].casefold() for row in pack.lexicon("countries") if row["is"] == ADJECTIVE
        ),
        negations=frozenset(rules["negations"]),
        memory=Memory(),
        opposites=tuple(rules["opposites"]),
    )
