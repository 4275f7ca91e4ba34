"""The words of attribution of a language, looked up once.

In:   a pack.
Out:  Words: reporting verbs, nouns, adjectives and phrases with what they take and mean.
Not:  where they stand in an article, which is claim/cues.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from podobno.claim.roles import Roles, open_roles
from podobno.claim.scores import Scores, open_scores
from podobno.lang.inflection import Inflection
from podobno.lang.outlets import Outlets, open_outlets
from podobno.lang.pack import Pack, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the lexicon says of one reporting word."""

    takes: frozenset[str]  # "speech", "that", "question", a case ("Gen") or a preposition with its case ("o+Loc")
    stance: str  # the stance it gives its content when it is affirmed
    negated: str  # the stance when it is negated; "": then it reports nothing
    row: Row  # for `explain`
    is_unnamed: bool = False  # may stand without anybody's name: "doniesienia"
    is_passive: bool = False  # its subject belongs to the content: "jest oskarżana o"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of attribution of one language."""

    verbs: Mapping[str, Entry]  # by lemma
    phrases: Mapping[tuple[str, str], Entry]  # by the lemma of the verb, and the lemma or form of the noun
    phrase_verbs: frozenset[str]  # lemmas of the verbs of those phrases
    nouns: Mapping[str, Entry]  # by lemma
    adjectives: Mapping[str, Entry]  # by lemma
    sources: Mapping[tuple[str, ...], Entry]  # by the forms of the phrase, lower case
    source_ends: frozenset[str]  # the last words of those phrases
    rules: Mapping[str, Any]  # rules/attribution.toml
    outlets: Outlets
    roles: Roles
    dashes: frozenset[str]  # marks that set off speech
    quotation_marks: frozenset[str]  # that open or close a quotation
    stance: Mapping[str, Any]  # rules/stance.toml
    inflection: Inflection
    scores: Scores
    first_names: Mapping[str, frozenset[str]]  # names that the dictionary lacks, to "Masc", "Fem" or both
    name_labels: frozenset[str]  # what the dictionary calls a first name

    any_verb: Entry  # of verbs that report by their place alone
    countries: Mapping[str, str]  # by adjective, capital or seat, lower case: "polski", "warszawa"

    def country(self, name: str) -> str:
        """Return the country that an adjective or the name of a capital stands for; any other word as it is."""
        return self.countries.get(name.casefold(), name)

    def among(self, key: str, word: str) -> bool:
        """Say whether the word is in a list of rules/attribution.toml."""
        return word in self.rules[key]


def claim_words(pack: Pack, inflection: Inflection) -> Words:
    """Read the lexicons of attribution of a pack."""
    return Words(
        verbs={row["lemma"]: _entry(row, negated=row["negated"]) for row in pack.lexicon("speech_verbs")},
        phrases=_phrases(pack),
        phrase_verbs=frozenset(row["verb"] for row in pack.lexicon("speech_phrases")),
        nouns={row["lemma"]: _entry(row, is_unnamed=bool(row["unnamed"])) for row in pack.lexicon("speech_nouns")},
        adjectives={
            row["lemma"]: _entry(row, is_passive=row["voice"] == "passive") for row in pack.lexicon("speech_adjectives")
        },
        sources={tuple(row["form"].split()): _source(row) for row in pack.lexicon("source_phrases")},
        source_ends=frozenset(row["form"].split()[-1] for row in pack.lexicon("source_phrases")),
        rules=_looked_up(pack.rules["attribution"]),
        outlets=open_outlets(pack),
        roles=open_roles(pack),
        dashes=frozenset(pack.rules["quotation"]["dashes"]),
        quotation_marks=frozenset("".join(pack.rules["quotation"][key] for key in ("opening", "closing", "either"))),
        stance=_looked_up(pack.rules["stance"]),
        inflection=inflection,
        scores=open_scores(pack),
        first_names=_first_names(pack),
        name_labels=frozenset(pack.rules["names"]["first_name"]),
        any_verb=_any_verb(pack),
        countries={row["form"].casefold(): row["country"] for row in pack.lexicon("countries")},
    )


class Listed(list[str]):
    """The words of a list of rules, in their order, looked up at once: some lists have hundreds."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, which stay the same."""
        super().__init__(words)
        self._known = frozenset(self)

    def __contains__(self, word: object) -> bool:
        """Say whether a word is in the list."""
        return word in self._known


def _looked_up(rules: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: Listed(value) if _is_words(value) else value for key, value in rules.items()}


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _phrases(pack: Pack) -> dict[tuple[str, str], Entry]:
    """ "Nie ma wątpliwości, że" tells something, too, which few phrases do when they are negated."""
    negated = pack.rules["attribution"]["negated_phrases"]
    rows = pack.lexicon("speech_phrases")
    return {
        (row["verb"], row["noun"]): _entry(row, negated=negated.get(f"{row['verb']} {row['noun']}", "")) for row in rows
    }


def _first_names(pack: Pack) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in pack.lexicon("first_names"):
        found[row["name"]] = found.get(row["name"], frozenset()) | {row["gender"]}
    return found


def _entry(row: Row, *, negated: str = "", is_unnamed: bool = False, is_passive: bool = False) -> Entry:
    return Entry(
        takes=frozenset(row["takes"].split()),
        stance=row["stance"],
        negated=negated,
        row=row,
        is_unnamed=is_unnamed,
        is_passive=is_passive,
    )


def _any_verb(pack: Pack) -> Entry:
    told = pack.rules["attribution"]["any_verb"]
    return _entry(Row(place=f"packs/{pack.code}/rules/attribution.toml, any_verb", cells=told))


def _source(row: Row) -> Entry:
    return Entry(takes=frozenset({row["case"]}), stance=row["stance"], negated="", row=row)
