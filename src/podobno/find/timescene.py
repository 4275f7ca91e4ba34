"""Know what a time stands on: its words, the day of publication, the story so far.

In:   a parsed article, the words of a hit.
Out:  Hit (the words that fit a pattern), Scene (what the article has told up to here).
Not:  the values: find/timevalues.py, find/timelengths.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from podobno.find.calendar import Now, read_now
from podobno.find.tense import FUTURE, NONE, PAST, Tenses
from podobno.find.timewords import Word
from podobno.records.edtf import edtf_bounds
from podobno.records.parsed import Parsed

PREPOSITIONS = ("since", "until", "before", "after", "in", "on", "from", "over", "at", "for", "during", "between")
LEADING = (*PREPOSITIONS, "part", "approx", "part_of_day")  # what may stand before the word that names the time
JOINTS = ("until", "and", "on", "dash", "slash")  # what stands between the two ends of a span
DAY_LENGTH = len("2024-05-15")
NEAR_SENTENCES = 1  # a time of day belongs to a day told in its own sentence or the one before
STEPS = {"this": 0, "last": -1, "gone": -1, "previous": -1, "next": 1, "nearest": 1, "following": 1}
BETWEEN_SENTENCES = ".!?:\n\u2026"
QUIET = " \t\"'\u201e\u201d\u201c\u00ab\u00bb\u2013\u2014-*\u2022(["


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """The words of a text that fit a pattern."""

    words: tuple[Word, ...]  # at least one
    before: Word | None  # the word of time just before, None: another word or none
    after: Word | None  # the same just after
    closed: bool  # the pattern holds both ends of a span

    def all(self, *kinds: str) -> list[Word]:
        """Return the words of some kinds, in text order."""
        return [word for word in self.words if word.kind in kinds]

    def one(self, *kinds: str) -> Word | None:
        """Return the first word of some kinds, None where there is none."""
        return next((word for word in self.words if word.kind in kinds), None)

    def value(self, *kinds: str) -> str:
        """Return the value of the first word of some kinds; empty where there is none."""
        word = self.one(*kinds)
        return "" if word is None else word.value

    @property
    def preposition(self) -> str:
        """Kind of the preposition that opens the hit; empty where there is none."""
        return self.words[0].kind if self.words[0].kind in PREPOSITIONS else ""

    @property
    def core(self) -> Word:
        """The first word that is neither preposition nor bound."""
        return next((word for word in self.words if word.kind not in LEADING), self.words[-1])

    def halves(self) -> tuple["Hit", "Hit"]:
        """Cut the hit at its last joint; the joint is left out."""
        at = max(place for place, word in enumerate(self.words) if word.kind in JOINTS and place)
        ends = (self.words[:at], self.words[at + 1 :])
        left, right = (Hit(words=words, before=None, after=None, closed=self.closed) for words in ends)
        return left, right


class Scene:
    """What an article has told so far; ``story`` is the last calendar time that it named as its own."""

    def __init__(self, parsed: Parsed, rules: Mapping[str, Any], lasting: frozenset[str]) -> None:
        """Start at the top of an article, with no story yet."""
        self.rules, self.lasting = rules, lasting
        self.now: Now = read_now(parsed.article.published)
        self.tenses = Tenses(parsed, frozenset(rules["purpose"]))
        self.story: str | None = None
        self._text = parsed.article.text
        self._told_in = 0  # sentence that told the story's time

    def tense(self, hit: Hit, *, in_phrase: bool = False) -> str:
        """Return the tense that places a hit; with ``in_phrase`` a verb's past does not reach into noun phrases."""
        found = self.tenses.tense(hit.core.start)
        if hit.preposition == "on" or (hit.preposition == "until" and found != PAST):
            return FUTURE
        if hit.preposition in ("since", "from") and found != FUTURE:
            return PAST
        if in_phrase and found == PAST and self.tenses.is_in_phrase(hit.core.start):
            return NONE
        return found

    def day(self, start: int) -> str | None:
        """Return the day that a time of day at this place belongs to; None where it is not known."""
        day = self.story_day
        if day is not None and self._sentence(start) - self._told_in <= NEAR_SENTENCES:
            return day
        return self.now.date.isoformat() if self.now.date else None

    def is_told_beside(self, start: int) -> bool:
        """Say whether the sentence at this place has told a day before."""
        return self.story_day is not None and self._sentence(start) == self._told_in

    @property
    def story_day(self) -> str | None:
        """The story's last day, None where it is coarser than a day."""
        edge = (self.story or "").split("/")[-1][:DAY_LENGTH]
        return edge if len(edge) == DAY_LENGTH and edge[-3] == "-" else None

    def tell(self, value: str, hit: Hit) -> None:
        """Take a calendar time into the story, unless it is only compared with or spans years."""
        begin, end = edtf_bounds(value)
        is_span = "/" in value and (begin or "")[:4] != (end or "")[:4] and len(value) < DAY_LENGTH
        if begin is None or is_span or (hit.before is not None and hit.before.kind == "compare"):
            return
        self.story, self._told_in = value, self._sentence(hit.words[0].start)

    def is_name(self, word: Word) -> bool:
        """Say whether a word has a capital that its place in the sentence does not ask for."""
        if not word.form[0].isupper() or word.form.isupper():
            return False
        lead = self._text[: word.start].rstrip(QUIET)
        return bool(lead) and lead[-1] not in BETWEEN_SENTENCES and "\n" not in self._text[len(lead) : word.start]

    def _sentence(self, start: int) -> int:
        token = self.tenses.token(start)
        return 0 if token is None else token.sentence


def year_of(hit: Hit, scene: Scene) -> int | None:
    """Return the year that a hit names; None where it names none, 0 where it names one that is not known."""
    if hit.one("year") is not None:
        return int(hit.value("year"))
    now = scene.now.year
    if hit.one("own") is not None:
        return now + int(hit.value("own")) if now else 0
    if hit.one("same") is not None and hit.one("year_noun") is not None and hit.one("step") is None:
        return int(scene.story[:4]) if scene.story else 0
    if hit.one("year_noun") is not None and hit.value("step") in STEPS:
        return now + STEPS[hit.value("step")] if now else 0
    if hit.one("year_adjective") is not None:
        return now + int(hit.value("year_adjective")) if now else 0
    return None
