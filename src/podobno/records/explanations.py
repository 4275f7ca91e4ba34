"""Explanation records: why a claim was read as it was.

In:   nothing.
Out:  Explanation and what it is made of: Grounds, Usage, Choice, Weighing, Step, Sign, Branch.
Not:  how the reasons are found, which is claim/explain.py; how they look, which is show/explanations.py.
"""

from dataclasses import dataclass, fields

from podobno.records.claims import Claim
from podobno.records.text import Article, Span

OF_READING = ("score", "rule")  # fields of a claim that say how it was read, not what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """A reporting word as the lexicon has it."""

    kind: str  # "verb", "phrase", "noun", "adjective", "source"
    place: str  # of the row: "packs/pl/lexicon/speech_verbs.csv:41"
    stance: str  # that the row gives what is reported
    example: str  # the row's own sentence
    is_negated: bool  # in the article


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """One noun, weighed as the subject of the reporting verb; the heaviest speaks, if it weighs enough."""

    span: Span  # the noun, of a name the whole name
    tree: float  # what the tree says of it
    case: float
    agreement: float  # with the verb, in number and gender
    kind: float  # what it names: a person, a body, a thing
    place: float  # how far from the verb it stands
    total: float  # the sum of the five
    least: float  # total from which it may speak
    is_chosen: bool  # the heaviest, and heavy enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How the speaker was chosen: which word names him, and who that is."""

    way: str  # key of claim/reasons.py WAYS: how the word was found
    word: Span | None  # the word found, None: the sentence has none
    naming: str  # key of claim/reasons.py NAMINGS: how the word came to a name
    name: str | None  # canonical, None: nobody
    heard: Span | None  # where he was named before, else after; None: here, or nowhere
    verb: Span | None  # whose subject was sought, None: no nouns were weighed
    weighed: tuple[Weighing, ...]  # heaviest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a chain, and where it comes from."""

    name: str  # canonical
    way: str  # key of claim/reasons.py STEPS
    span: Span | None  # the words of the article, None: the article does not name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something in the article that decided how a claim is meant."""

    span: Span | None  # the words, None: it is no word of the article
    way: str  # key of claim/reasons.py SIGNS
    told: str  # what it is: "rules/stance.toml: deontic", "Tense=Fut", "the cue's own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One word of a sentence's tree."""

    span: Span
    upos: str  # Universal part of speech
    dep: str  # Universal relation to the word above
    depth: int  # words above it, 0 for a root
    is_last: bool  # the last one below the same word
    marks: tuple[str, ...]  # of "cue", "speaker", "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What one claim is read from."""

    claim: Claim
    rule: str  # key of claim/reasons.py RULES
    usage: Usage | None  # of the cue, None: there is none
    choice: Choice
    steps: tuple[Step, ...]  # one for each source of the chain
    stance: tuple[Sign, ...]  # what decided the stance, at least one
    condition: tuple[Sign, ...]  # empty: not conditional
    sureness: tuple[Sign, ...]  # the hedges; empty: none
    tree: tuple[Branch, ...]  # of the cue's sentence, else of the first one reported; from the root downwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a claim of the ledger was read as it was, and whether it is still read so."""

    id: str  # of the claim in the ledger
    kept: Claim  # as the ledger holds it
    article: Article
    maker: str  # what made the kept claim
    maker_now: str  # what made the grounds
    grounds: Grounds | None  # of the claim as it is read now; None: nothing is read there any more

    @property
    def changes(self) -> tuple[str, ...]:
        """Names of the claim's fields that are read otherwise now, in their order; none where nothing is read."""
        if self.grounds is None:
            return ()
        names = (field.name for field in fields(Claim) if field.name not in OF_READING)
        return tuple(name for name in names if getattr(self.kept, name) != getattr(self.grounds.claim, name))

    @property
    def is_read_so(self) -> bool:
        """Say whether the claim is read now as the ledger holds it."""
        return self.grounds is not None and not self.changes
