"""Say which way a clause looks: back, ahead, or at the present.

In:   a parsed article and a place in its text.
Out:  PAST, FUTURE, PRESENT, or NONE where no verb governs the place.
Not:  what follows for a time: find/calendar.py.
"""

from bisect import bisect_left

from podobno.lang.trees import Tree, grow_tree
from podobno.records.parsed import Parsed, Token

PAST, FUTURE, PRESENT, NONE = "past", "future", "present", ""


class Tenses:
    """The tenses of one article; its tree is grown when the first is asked for."""

    def __init__(self, parsed: Parsed, purpose: frozenset[str]) -> None:
        """Take the words of purpose ("so that"): what follows them is still to come."""
        self._parsed, self._purpose = parsed, purpose
        self._starts: list[int] = []
        self._tree: Tree | None = None

    def token(self, start: int) -> Token | None:
        """Return the token that starts at a place, or the first behind it."""
        if not self._starts:
            self._starts = [token.start for token in self._parsed.syntax.tokens]
        place = bisect_left(self._starts, start)
        return self._parsed.syntax.tokens[place] if place < len(self._starts) else None

    def before(self, start: int, count: int) -> tuple[Token, ...]:
        """Return so many tokens before a place, at most those of its sentence."""
        token = self.token(start)
        if token is None:
            return ()
        first, _ = self._parsed.syntax.sentences[token.sentence]
        return self._parsed.syntax.tokens[max(first, token.index - count) : token.index]

    def head(self, start: int) -> Token | None:
        """Return the head of the token at a place."""
        token = self.token(start)
        return None if token is None else self._grown().head(token)

    def tense(self, start: int) -> str:
        """Return the tense of the nearest verb above a place."""
        token = self.token(start)
        if token is None:
            return NONE
        is_infinitive = False
        for verb in (token, *self._grown().ancestors(token)):
            found = self._of(verb)
            if found:
                return FUTURE if is_infinitive and found == PRESENT else found
            is_infinitive = is_infinitive or verb.feats.get("VerbForm") == "Inf"
        return self._of_sentence_before(token)

    def _of_sentence_before(self, token: Token) -> str:
        """ "Będzie ciepło. W sobotę do 7 stopni.": a sentence without a verb goes on in the tense of the one before."""
        tokens, (first, last) = self._parsed.syntax.tokens, self._parsed.syntax.sentences[token.sentence]
        if first == 0 or any(self._of(one) for one in tokens[first:last]):
            return NONE
        before = self._parsed.syntax.sentences[token.sentence - 1]
        told = [self._of(one) for one in tokens[slice(*before)] if one.upos in ("VERB", "AUX")]
        return FUTURE if FUTURE in told else NONE

    def is_in_phrase(self, start: int) -> bool:
        """Say whether the place hangs on a noun and not on a verb."""
        head = self.head(start)
        return head is not None and head.upos in ("NOUN", "PROPN")

    def _of(self, token: Token) -> str:
        if token.upos not in ("VERB", "AUX", "ADJ", "NOUN", "DET"):
            return NONE
        tree = self._grown()
        if any(mark.lemma in self._purpose for mark in tree.children(token, "mark")):
            return FUTURE
        parts = [token, *tree.children(token, "aux", "cop")]
        tenses = {part.feats.get("Tense") for part in parts if part.upos in ("VERB", "AUX")}
        if "Fut" in tenses or any(part.feats.get("Mood") == "Imp" for part in parts):
            return FUTURE
        if "Past" in tenses:
            return PAST
        return PRESENT if "Pres" in tenses else NONE

    def _grown(self) -> Tree:
        if self._tree is None:
            self._tree = grow_tree(self._parsed.syntax)
        return self._tree
