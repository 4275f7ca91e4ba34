"""Find where a heading without a full stop runs into a sentence: "Nowe zasady od maja | Osoby pracujące dostaną".

In:   the words of a line, a pack, the dictionary.
Out:  the places where a sentence must start.
Not:  stops and other marks, and headings that a verb follows at once, which are lang/tokens.py.

Pages set headings apart by their layout; copied as text they stand in the middle of a line. A common word with a
capital behind a small letter is a name's ("Komisja Europejska") or the first of a sentence. It is taken for the first
where it may be a subject or open a clause, small letters follow, and a verb is near.
"""

from collections.abc import Iterator

from podobno.lang.frequencies import open_frequencies
from podobno.lang.pack import Pack
from podobno.lang.readings import Reading, Readings

FINITE = frozenset(("fin", "praet", "bedzie", "imps", "pred"))  # parts of speech of the dictionary, here and below
OPENERS = frozenset(("adv", "part", "prep", "comp", "pred", "imps"))  # may open a sentence
SUBJECTS = frozenset(("subst", "adj", "ppas", "pact", "ger", "num"))  # may open one in the nominative
NOUN = "subst"
DESCRIBING = frozenset(("adj", "ppas", "pact"))  # in an oblique case they wait for their noun
TIES = frozenset(("prep", "conj", "comp"))  # no heading ends with one
KNOWN = 4  # texts of a corpus that hold a noun; rarer ones are names: "Android"
REACH = 8  # words from the first one to its verb
SHORTEST = 2  # letters of a word, words of a heading
ENDS = frozenset(".?!:;\u2026")
STOPS = frozenset('.?!\u2026"\u201d')
QUOTES = frozenset('"\u201e\u201d\u201c\u00ab\u00bb()')  # inside them capitals are of titles


class Seams:
    """Knows the words that may open a sentence behind a heading."""

    def __init__(self, pack: Pack, readings: Readings) -> None:
        """Read which words have a capital wherever they stand: "Sejm", "Pan"."""
        told = pack.rules["slips"]["headings"]
        self._kept, self._common = frozenset(told["capitals"]), frozenset(told["common"])
        self._posts = frozenset(told["posts"])
        self._readings, self._counts = readings, open_frequencies(pack.code).counts

    def openings(self, forms: tuple[str, ...]) -> Iterator[int]:
        """Yield the places of a line where a sentence must start, though nothing has ended one."""
        for place in range(SHORTEST, len(forms) - 1):
            before, word, after = forms[place - 1 : place + 2]
            if before in self._posts and forms[place - 2] in STOPS and word[:1].isupper():
                yield place  # "powiedział wójt. twitter | Radny dodał": the mark of a post that the page shows
                continue
            if len(word) < SHORTEST or not word.istitle() or not after[:1].islower() or not _is_small(before):
                continue  # most words
            if (
                self._may_open(word)
                and self._may_end(before)
                and self._readings.look_up(after)
                and self._is_heading(forms, place)
                and self._has_verb(forms[place + 1 : place + 1 + REACH])
            ):
                yield place

    def _may_open(self, word: str) -> bool:
        """Say whether a word is a common one and may be a subject, or a word that opens clauses."""
        small = word.lower()
        found = self._readings.look_up(small)
        if not found or any(self._is_name(one) for one in (*found, *self._readings.look_up(word))):
            return False
        return any(one.pos in OPENERS or (one.pos in SUBJECTS and "nom" in one.values) for one in found)

    def _is_name(self, reading: Reading) -> bool:
        lemma = reading.lemma
        if not lemma.islower() or lemma in self._kept or frozenset(reading.labels) - self._common:
            return True
        return reading.pos == NOUN and self._counts.get(lemma, 0) < KNOWN

    def _may_end(self, word: str) -> bool:
        """Say whether a heading may end with a word: not with "dla", "że", "londyńskiego"."""
        found = self._readings.look_up(word)
        waits = bool(found) and all(one.pos in DESCRIBING and "nom" not in one.values for one in found)
        return not waits and not any(one.pos in TIES for one in found)

    def _is_heading(self, forms: tuple[str, ...], place: int) -> bool:
        """Say whether the words since the last stop may be a heading; "w połowie maja" opens a sentence of its own."""
        first = next((at + 1 for at in range(place - 1, -1, -1) if forms[at] in ENDS), 0)
        words = forms[first:place]
        if len(words) < SHORTEST or not words[0][:1].isupper() or QUOTES & set(words):
            return False
        comma = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at] == ","), 0)
        last = words[comma:]
        opens = {one.pos for one in self._readings.look_up(last[0].lower())} if last else TIES
        return not opens & (OPENERS | TIES) or self._has_verb(last)

    def _has_verb(self, words: tuple[str, ...]) -> bool:
        for word in words:
            if word in ENDS:
                return False
            if word.islower() and FINITE & {one.pos for one in self._readings.look_up(word)}:
                return True
        return False


def _is_small(word: str) -> bool:
    """Say whether a word is no name and no mark: it has a small letter, or is a number."""
    return word.isalnum() and not word[:1].isupper()
