"""Put a name of several words into the nominative.

In:   the tokens of a name, its kind, the forms that the article's names have.
Out:  its base form: the head and what agrees with it in the nominative; dependents stay as they stand.
Not:  the readings of one word: lang/nameforms.py; which tokens are a name: find/names.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from podobno.lang.nameforms import CASES_OF, FormReading, NameForms
from podobno.lang.pack import Pack
from podobno.lang.tokens import straight
from podobno.records.parsed import NAME_KINDS, Token

Agreement = tuple[str, str, str]  # case, number, gender
Vote = tuple[float, FormReading]
CACHE_SIZE = 50_000  # words
# Weights of the votes, set by trying on names of which the right base was known: see bench/names.py.
TAGGED_CASE, TAGGED_NUMBER, TAGGED_GENDER = 1.0, 0.6, 0.5
UNSURE_TAG = 0.4  # what the tagger says of a word that the dictionary lacks is worth so much
GOVERNED, SUBJECT, OF_NOUN = 1.5, 0.8, 0.6  # the words around
OF_KIND, KNOWN, COMMON = 1.6, 1.0, -0.4
PEOPLE = 0.5
SURNAME = -1.5  # of a body in several words: "Polski Związek" has nothing of a woman named Związek
LISTED = 1.5  # the pack lists the name
SUPPORT, MOST_SUPPORT, ATTESTED = 0.5, 1.5, 1.5  # other forms of the article that may be of the same word
UNCHANGED, DOUBTFUL = -0.9, -2.0  # a word that takes no endings is rare
FIRST_NAME = 0.1  # those of women that do not end in -a stay as they are: "Wendy" is no form of the surname "Wenda"
FIRST = 0.8  # where it stands first in a name of several words
BARE, CUT_SHORT = ("e", "i", "o"), -0.7  # ends of first names that may take no endings
FAMILY = -1.0  # whole families are rarely spoken of
RARER = -0.2
HUMAN = 0.8  # bodies in the plural are mostly people: "Zieloni"
OPEN = ("a", "y")  # letters behind which a word that takes no endings is the rarer
PLACES = ALONE, BESIDE, BEHIND = (
    "alone",
    "beside",
    "behind",
)  # of a word: beside others of a person, behind a first name
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
    rarer: tuple[str, ...]  # endings of base forms that are meant less often than others with the same forms

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
        rarer=tuple(rules["rarer"]),
        listed=pack.column("known_names", "name", "kind"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScene:
    """A name with what stands around it."""

    tokens: tuple[Token, ...]  # of the name
    before: Token | None  # the token before the name, in its sentence
    kind: str  # one of NAME_KINDS


class Ballot:
    """What the pack and the dictionary say for each reading of a word, with the words that were asked last."""

    def __init__(self, forms: NameForms, labels: NameLabels) -> None:
        """Take the word forms of a language and the names that its pack lists."""
        self.forms = forms
        self.labels = labels
        self.openings = frozenset(name.partition(" ")[0] for name in labels.listed)
        self._by_opening: dict[str, list[str]] = {}
        for name in labels.listed:
            self._by_opening.setdefault(name.partition(" ")[0], []).append(name)
        self._seen: dict[tuple[str, str, str], dict[Agreement, list[Vote]]] = {}

    def votes(self, form: str, kind: str, place: str) -> dict[Agreement, list[Vote]]:
        """Return for each agreement the readings with their votes; place: one of PLACES."""
        key = (form, kind, place)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= CACHE_SIZE:
                self._seen.clear()
            found = self._seen[key] = self._votes(form, kind, place)
        return found

    def listed(self, forms: Sequence[str], kind: str) -> str | None:
        """Return the listed name of several words of which these are forms: "Marka Ruttego" of Mark Rutte."""
        if len(forms) == 1:
            return None
        openings = sorted(self.forms.all_bases(forms[0]) & self.openings)
        names = (name for first in openings for name in self._by_opening[first])
        return next((name for name in names if self._is_of(forms, name) and self.labels.listed[name] == kind), None)

    def _is_of(self, forms: Sequence[str], name: str) -> bool:
        words = name.split(" ")
        return len(words) == len(forms) and all(
            word in self.forms.all_bases(form) for word, form in zip(words, forms, strict=True)
        )

    def _votes(self, form: str, kind: str, place: str) -> dict[Agreement, list[Vote]]:
        # Beside a first name any word may be a surname that takes no endings: "Ian Bond".
        takes_none = place != ALONE and not self.labels.first_names & self.forms.labels(form)
        more = self.forms.as_unknown(form) if takes_none else ()
        more = more if place == BEHIND else tuple(one for one in more if one.nominative == form)
        table: dict[Agreement, list[Vote]] = {}
        for one in (*self.forms.read(form), *more):
            if one.not_of == kind:
                continue
            vote = self._word_votes(one, kind) + self._form_votes(one, form)
            table.setdefault((one.case, one.number, one.gender), []).append((vote, one))
        return dict(sorted(table.items()))

    def _word_votes(self, one: FormReading, kind: str) -> float:
        is_people = kind == "person" and self.labels.is_people(one)
        votes = KNOWN if one.is_known else 0.0
        votes += OF_KIND if self.labels.fits(one, kind) else 0.0
        votes += PEOPLE if is_people else 0.0
        votes += SURNAME if kind == "body" and self._is_surname(one) else 0.0
        votes += LISTED if one.nominative in self.labels.listed else 0.0
        votes += RARER if one.nominative.endswith(self.labels.rarer) else 0.0
        votes += COMMON if not one.is_proper and not one.is_adjective and kind != "body" else 0.0
        votes += FAMILY if kind == "person" and one.number == "pl" and not is_people else 0.0
        return votes + (HUMAN if one.gender == "m1" and kind != "place" else 0.0)

    def _is_surname(self, one: FormReading) -> bool:
        return bool(self.labels.kinds["person"].intersection(one.labels)) and not self.labels.fits(one, "body")

    def _form_votes(self, one: FormReading, form: str) -> float:
        votes = DOUBTFUL if one.is_doubtful and one.nominative not in self.labels.listed else 0.0
        if one.is_fixed and one.gender == "f" and self.labels.first_names.intersection(one.labels):
            return votes + FIRST_NAME
        if one.is_fixed:
            votes += UNCHANGED if one.gender == "m" or form.endswith(OPEN) else UNCHANGED / 3
        return votes


class NamePhrases:
    """Base forms of the names of one article, which vote for one another."""

    def __init__(self, ballot: Ballot, words: Iterable[str]) -> None:
        """Take the words that stand in the article's names; each distinct form has a vote."""
        self._ballot = ballot
        self._forms = ballot.forms
        self._words = frozenset(words)
        self._support = Counter(base for word in self._words for base in self._forms.bases(word))
        self._at: dict[tuple[int, int, str], str] = {}  # by first token, number of tokens, kind
        self._tables: dict[tuple[Any, ...], dict[Agreement, Vote]] = {}
        self._bases: dict[tuple[Any, ...], str] = {}  # by all that decides on them

    def base(self, scene: NameScene) -> str:
        """Return the base form of a name."""
        place = (scene.tokens[0].index, len(scene.tokens), scene.kind)
        base = self._at.get(place)
        if base is None:
            base = self._at[place] = self._seen_base(scene)
        return base

    def _seen_base(self, scene: NameScene) -> str:
        around = self._around(scene)
        tags = tuple(
            (token.start - scene.tokens[0].start, token.form, token.upos, _tag(token)) for token in scene.tokens
        )
        key = (scene.kind, tags, tuple(around.items()))
        found = self._bases.get(key)
        if found is None:
            found = self._bases[key] = self._base(scene, around)
        return found

    def _base(self, scene: NameScene, around: Mapping[str, float]) -> str:
        as_it_stands = joined(scene.tokens, {})
        if len(scene.tokens) > 1 and as_it_stands in self._ballot.labels.listed:
            return as_it_stands
        listed = self._ballot.listed([token.form for token in scene.tokens], scene.kind)
        if listed is not None:
            return listed
        is_person = scene.kind == "person"
        group = self._people(scene) if is_person else self._head_group(scene)
        # A form that no reading fits stays as it stands.
        agreeing = [token for token in group if self._table(token, scene)]
        words: dict[int, str] = {}
        if agreeing:
            best = self._best(agreeing, scene, around)
            words = {token.index: one.nominative for token, one in zip(agreeing, best, strict=True)}
        return joined(scene.tokens, words)

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
        if len(group) == 1 and self._is_foreign(group[0]):
            return self._foreign(group, after, scene)
        shared = self._shared(group)
        for token in after:
            fitting = {_agreement(one) for one in self._forms.read(token.form) if one.is_adjective} & shared
            if token.upos in OUTSIDE or _is_fixed(token, scene) or not fitting:
                break
            group, shared = [*group, token], fitting
        # Two nouns of equal rank: "Prawa i Sprawiedliwości".
        return [*group, after[1]] if len(group) == 1 and len(after) == 2 and after[0].upos == "CCONJ" else group

    def _is_foreign(self, token: Token) -> bool:
        """Say whether a word takes no Polish endings, or none that the dictionary knows."""
        readings = self._forms.read(token.form)
        return not self._forms.knows(token.form) or all(one.is_fixed for one in readings)

    def _foreign(self, group: list[Token], after: Sequence[Token], scene: NameScene) -> list[Token]:
        """Of a foreign name only the last word takes endings: "Cambridge Analyticą"."""
        rest = [token for token in after if token.upos not in OUTSIDE and not _is_fixed(token, scene)]
        if len(rest) < len(after) or any(self._forms.knows(token.form) for token in rest):
            return group
        return [rest[-1]] if rest else group

    def _shared(self, tokens: Sequence[Token]) -> set[Agreement]:
        sets = [{_agreement(one) for one in self._forms.read(token.form)} for token in tokens]
        return set.intersection(*sets)

    def _best(self, group: Sequence[Token], scene: NameScene, around: Mapping[str, float]) -> list[FormReading]:
        """The readings that agree and together have most votes."""
        best: list[FormReading] = []
        most = float("-inf")
        is_person = scene.kind == "person"
        tables = [self._table(token, scene) for token in group]
        for agreement in tables[0]:
            if any(agreement not in table for table in tables[1:]):
                continue
            chosen = [table[agreement] for table in tables]
            votes = sum(vote for vote, _ in chosen) + around.get(agreement[0], 0.0)
            votes += self._listed([one for _, one in chosen], group, scene) if len(group) > 1 else 0.0
            if is_person and len(group) > 1 and not self._forms.is_common(group[0].form):
                votes += self._leads(chosen[0][1], chosen[-1][1])
            if votes > most:
                best, most = [one for _, one in chosen], votes
        if best or len(group) == 1:
            return best
        return [self._best([token], scene, around)[0] for token in group]

    def _leads(self, first: FormReading, last: FormReading) -> float:
        """A person's name opens with a first name: "Petera" is of Peter there, though a surname may look so.

        Behind one that takes no endings a surname in -a is rarely whole: "Joe Bidena" is of Joe Biden.
        """
        if not self._ballot.labels.first_names.intersection(first.labels):
            return 0.0
        is_bare = first.nominative.endswith(BARE) and first.gender == "m" and not last.is_known
        return FIRST + (CUT_SHORT if is_bare and last.case == "nom" and last.nominative.endswith("a") else 0.0)

    def _listed(self, chosen: Sequence[FormReading], group: Sequence[Token], scene: NameScene) -> float:
        if chosen[0].nominative not in self._ballot.openings:
            return 0.0
        words = {token.index: one.nominative for token, one in zip(group, chosen, strict=True)}
        return LISTED if joined(scene.tokens, words) in self._ballot.labels.listed else 0.0

    def _table(self, token: Token, scene: NameScene) -> dict[Agreement, Vote]:
        """For each agreement the reading of the word that has most votes, with those of the tagger."""
        place = self._place(token, scene)
        key = (token.form, scene.kind, place, _tag(token))
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = dict(self._weighed(token, self._ballot.votes(token.form, scene.kind, place)))
        return table

    def _place(self, token: Token, scene: NameScene) -> str:
        if scene.kind != "person":
            return ALONE
        first = scene.tokens[0]
        is_named = self._ballot.labels.first_names & self._forms.labels(first.form)
        return BEHIND if is_named and token.index > first.index else BESIDE

    def _weighed(self, token: Token, ballot: Mapping[Agreement, Sequence[Vote]]) -> Iterator[tuple[Agreement, Vote]]:
        tag, weight = _tag(token), 1.0 if self._forms.knows(token.form) else UNSURE_TAG
        support = {base: self._supported(base, token.form) for base in self._forms.bases(token.form)}
        for agreement, votes in ballot.items():
            ranked = [(vote + support.get(one.nominative, 0.0) * _trust(one), one) for vote, one in votes]
            vote, one = ranked[0] if len(ranked) == 1 else max(ranked, key=lambda pair: pair[0])
            yield agreement, (vote + weight * _agreed(tag, agreement), one)

    def _supported(self, base: str, form: str) -> float:
        """How far the other words of the article speak for a base form."""
        support = min(SUPPORT * (self._support.get(base, 1) - 1), MOST_SUPPORT)
        return support + (ATTESTED if base != form and base in self._words else 0.0)

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
    return straight(text)


def _tag(token: Token) -> Agreement:
    feats = token.feats
    case, number = CASES_OF.get(feats.get("Case", ""), ""), NUMBERS.get(feats.get("Number", "Sing"), "")
    return case, number, feats.get("Gender", "")[:1].lower()


def _agreed(tag: Agreement, agreement: Agreement) -> float:
    """How far the tagger is of the same mind, in votes."""
    votes = TAGGED_CASE if tag[0] == agreement[0] else 0.0
    votes += TAGGED_NUMBER if tag[1] == agreement[1] else 0.0
    return votes + (TAGGED_GENDER if tag[2] == agreement[2][:1] else 0.0)


def _trust(one: FormReading) -> float:
    # What the dictionary has needs no help of other words, but takes some.
    return 0.5 if one.is_known else 1.0


def _agreement(one: FormReading) -> Agreement:
    return one.case, one.number, one.gender


def _is_fixed(token: Token, scene: NameScene) -> bool:
    """Say whether a token never takes an ending: a mark, a number, an initial, an abbreviation with its stop."""
    if token.upos in NAMELESS or not token.form[-1:].isalpha() or len(token.form) < 2:
        return True
    return any(other.index == token.index + 1 and other.form == "." for other in scene.tokens)
