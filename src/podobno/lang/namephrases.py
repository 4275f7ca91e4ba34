"""Put a name of several words into the nominative.

In:   the tokens of a name, its kind, the forms that the article's names have.
Out:  its base form: the head and what agrees with it in the nominative; dependents stay as they stand.
Not:  the readings of one word: lang/nameforms.py; which tokens are a name: find/names.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from podobno.lang.nameforms import CASES_OF, FormReading, NameForms
from podobno.lang.pack import Pack
from podobno.records.parsed import NAME_KINDS, Token

Agreement = tuple[str, str, str]  # case, number, gender
# Weights of the votes, set by trying on names of which the right base was known: see bench/names.py.
TAGGED_CASE, TAGGED_NUMBER, TAGGED_GENDER = 1.0, 0.6, 0.5
UNSURE_TAG = 0.4  # what the tagger says of a word that the dictionary lacks is worth so much
GOVERNED, SUBJECT, OF_NOUN = 1.5, 0.8, 0.6  # the words around
OF_KIND, KNOWN, COMMON = 1.6, 1.0, -0.4
PEOPLE = 0.5
LISTED = 1.5  # the pack lists the name
SUPPORT, MOST_SUPPORT, ATTESTED = 0.5, 1.5, 1.5  # other forms of the article that may be of the same word
UNCHANGED, DOUBTFUL = -0.9, -2.0  # a word that takes no endings is rare
HUMAN = 0.8  # bodies in the plural are mostly people: "Zieloni"
OUTSIDE = ("ADP", "CCONJ", "SCONJ")  # what they bring in never agrees with the head
NAMELESS = ("PUNCT", "SYM")
NUMBERS = {"Sing": "sg", "Plur": "pl", "Ptan": "pl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLabels:
    """What the dictionary calls the words of each kind of name, and the names that the pack lists."""

    first_names: frozenset[str]
    people: frozenset[str]  # of words that, with a capital letter, are the people of a country
    kinds: Mapping[str, frozenset[str]]  # one of NAME_KINDS to its labels
    listed: Mapping[str, str]  # base form to kind

    def fits(self, reading: FormReading, kind: str) -> bool:
        """Say whether the dictionary calls a word a name of this kind."""
        if self.kinds[kind].intersection(reading.labels):
            return True
        return kind == "person" and self.is_people(reading)

    def is_people(self, reading: FormReading) -> bool:
        """Say whether a word is a man, a woman or the people of a country."""
        return reading.is_proper and reading.gender != "n" and bool(self.people.intersection(reading.labels))


def open_name_labels(pack: Pack) -> NameLabels:
    """Read the labels and the listed names of a pack."""
    rules = pack.rules["names"]
    return NameLabels(
        first_names=frozenset(rules["first_name"]),
        people=frozenset(rules["people"]),
        kinds={kind: frozenset(rules[kind]) for kind in NAME_KINDS},
        listed=pack.column("known_names", "name", "kind"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScene:
    """A name with what stands around it."""

    tokens: tuple[Token, ...]  # of the name
    before: Token | None  # the token before the name, in its sentence
    kind: str  # one of NAME_KINDS


class NamePhrases:
    """Base forms of the names of one article, which vote for one another."""

    def __init__(self, forms: NameForms, labels: NameLabels, words: Iterable[str]) -> None:
        """Take the words that stand in the article's names; each distinct form has a vote."""
        self._forms = forms
        self._labels = labels
        self._words = frozenset(words)
        self._support: dict[str, int] = {}
        for word in sorted(self._words):
            for nominative in {reading.nominative for reading in forms.read(word)}:
                self._support[nominative] = self._support.get(nominative, 0) + 1

    def base(self, scene: NameScene) -> str:
        """Return the base form of a name."""
        agreeing = self._people(scene) if scene.kind == "person" else self._head_group(scene)
        words: dict[int, str] = {}
        if agreeing:
            best = self._best(agreeing, scene)
            words = {token.index: one.nominative for token, one in zip(agreeing, best, strict=True)}
        return joined(scene.tokens, words)

    def listed(self, base: str) -> str | None:
        """Return the kind of a name that the pack lists, None for any other."""
        return self._labels.listed.get(base)

    def _people(self, scene: NameScene) -> list[Token]:
        words = [token for token in scene.tokens if not _is_fixed(token, scene)]
        return [token for token in words if token.form[:1].isupper()] or words

    def _head_group(self, scene: NameScene) -> list[Token]:
        """The head with the adjectives before and behind it."""
        group: list[Token] = []
        for place, token in enumerate(scene.tokens):
            after = scene.tokens[place + 1 :]
            if token.upos in OUTSIDE:
                break
            if _is_fixed(token, scene):
                continue
            if not self._is_adjective(token, after):
                return self._with_followers([*group, token], after, scene)
            group.append(token)
        return group

    def _is_adjective(self, token: Token, after: Sequence[Token]) -> bool:
        """Say whether a token is an adjective to a word behind it."""
        if not after or after[0].upos in OUTSIDE:
            return False
        mine = {_agreement(one) for one in self._forms.read(token.form) if one.is_adjective}
        return bool(mine) and any(_agreement(one) in mine for one in self._forms.read(after[0].form))

    def _with_followers(self, group: list[Token], after: Sequence[Token], scene: NameScene) -> list[Token]:
        if len(group) == 1 and not self._forms.knows(group[0].form):
            return self._foreign(group, after, scene)
        shared = self._shared(group)
        for token in after:
            fitting = {_agreement(one) for one in self._forms.read(token.form) if one.is_adjective} & shared
            if token.upos in OUTSIDE or _is_fixed(token, scene) or not fitting:
                break
            group, shared = [*group, token], fitting
        # Two nouns of equal rank: "Prawa i Sprawiedliwości".
        return [*group, after[1]] if len(group) == 1 and len(after) == 2 and after[0].upos == "CCONJ" else group

    def _foreign(self, group: list[Token], after: Sequence[Token], scene: NameScene) -> list[Token]:
        """Of a foreign name only the last word takes endings: "Cambridge Analyticą"."""
        rest = [token for token in after if token.upos not in OUTSIDE and not _is_fixed(token, scene)]
        if len(rest) < len(after) or any(self._forms.knows(token.form) for token in rest):
            return group
        return [rest[-1]] if rest else group

    def _shared(self, tokens: Sequence[Token]) -> set[Agreement]:
        sets = [{_agreement(one) for one in self._forms.read(token.form)} for token in tokens]
        return set.intersection(*sets)

    def _best(self, group: Sequence[Token], scene: NameScene) -> list[FormReading]:
        """The readings that agree and together have most votes."""
        best: list[FormReading] = []
        most = float("-inf")
        tables = [self._table(token, scene.kind) for token in group]
        around = self._around(scene)
        for agreement in sorted(set.intersection(*(set(table) for table in tables))):
            chosen = [table[agreement] for table in tables]
            votes = sum(one[0] for one in chosen) + self._tagged(group, agreement) + around.get(agreement[0], 0.0)
            votes += self._listed([one[1] for one in chosen], group, scene)
            if votes > most:
                best, most = [one[1] for one in chosen], votes
        return best or [self._best([token], scene)[0] for token in group]

    def _listed(self, chosen: Sequence[FormReading], group: Sequence[Token], scene: NameScene) -> float:
        words = {token.index: one.nominative for token, one in zip(group, chosen, strict=True)}
        return LISTED if joined(scene.tokens, words) in self._labels.listed else 0.0

    def _table(self, token: Token, kind: str) -> dict[Agreement, tuple[float, FormReading]]:
        """For each agreement the reading of the word that has most votes."""
        table: dict[Agreement, tuple[float, FormReading]] = {}
        for one in self._forms.read(token.form):
            votes = self._votes(one, token, kind)
            agreement = _agreement(one)
            if agreement not in table or votes > table[agreement][0]:
                table[agreement] = votes, one
        return table

    def _votes(self, one: FormReading, token: Token, kind: str) -> float:
        votes = KNOWN if one.is_known else 0.0
        votes += OF_KIND if self._labels.fits(one, kind) else 0.0
        votes += PEOPLE if kind == "person" and self._labels.is_people(one) else 0.0
        votes += LISTED if one.nominative in self._labels.listed else 0.0
        votes += COMMON if not one.is_proper and not one.is_adjective and kind != "body" else 0.0
        votes += HUMAN if one.gender == "m1" and kind != "place" else 0.0
        support = min(SUPPORT * (self._support.get(one.nominative, 1) - 1), MOST_SUPPORT)
        support += ATTESTED if one.nominative != token.form and one.nominative in self._words else 0.0
        votes += support * (0.5 if one.is_known else 1.0)
        votes += DOUBTFUL if one.is_doubtful else 0.0
        if one.is_fixed:
            votes += UNCHANGED if one.gender == "m" or token.form.endswith(("a", "y")) else UNCHANGED / 3
        return votes

    def _tagged(self, group: Sequence[Token], agreement: Agreement) -> float:
        """What the tagger says of the words, in votes."""
        case, number, gender = agreement
        votes = 0.0
        for token in group:
            mine = TAGGED_CASE * (CASES_OF.get(token.feats.get("Case", ""), "") == case)
            mine += TAGGED_NUMBER * (NUMBERS.get(token.feats.get("Number", "Sing")) == number)
            mine += TAGGED_GENDER * (token.feats.get("Gender", "")[:1].lower() == gender[:1])
            votes += mine * (1.0 if self._forms.knows(token.form) else UNSURE_TAG)
        return votes / len(group)

    def _around(self, scene: NameScene) -> dict[str, float]:
        """What the words around say of the case, in votes."""
        before = scene.before
        governed = self._forms.governed(before.form) if before is not None and before.upos == "ADP" else frozenset()
        if governed:
            return dict.fromkeys(governed, GOVERNED)
        if any(token.dep.startswith("nsubj") for token in scene.tokens):
            return {"nom": SUBJECT}
        if before is not None and before.upos == "NOUN":
            return {"gen": OF_NOUN, CASES_OF.get(before.feats.get("Case", ""), "gen"): OF_NOUN}
        return {}


def joined(tokens: Sequence[Token], words: Mapping[int, str]) -> str:
    """Return a name with some of its words replaced, one space where the text has white space."""
    text = ""
    for place, token in enumerate(tokens):
        text += (" " if place and token.start > tokens[place - 1].end else "") + words.get(token.index, token.form)
    return text


def _agreement(one: FormReading) -> Agreement:
    return one.case, one.number, one.gender


def _is_fixed(token: Token, scene: NameScene) -> bool:
    """Say whether a token never takes an ending: a mark, a number, an initial, an abbreviation with its stop."""
    if token.upos in NAMELESS or not token.form[-1:].isalpha() or len(token.form) < 2:
        return True
    return any(other.index == token.index + 1 and other.form == "." for other in scene.tokens)
