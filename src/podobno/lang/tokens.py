"""Cut a text into tokens, the way the treebanks do.

In:   a text, the pack's abbreviations, the dictionary.
Out:  lines, cut into windows of a bounded number of tokens; each token with its place in the text.
Not:  sentences and trees, which are lang/weights.py.

A full stop is a token of its own, after an abbreviation too ("proc" "."); an abbreviation with stops inside keeps
them ("m.in" "."). A hyphen stays in the word, but for two adjectives that are joined by one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podobno.lang.readings import ABBREVIATION, Readings

WINDOW = 400  # tokens parsed at once: four of the longest paragraphs of news; memory stays bounded
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width signs: not part of a word's form
MARKS = "\u0300-\u036f"  # combining accents, as in decomposed text
LETTER = rf"(?:\w[{MARKS}]*)"
JOINED = rf"(?:{LETTER}|[{INVISIBLE}]+(?=\w))"
APOSTROPHES = "'\u2019"
HYPHENS = "-\u2010\u2011"
ADDRESS = rf"https?://[^\s]+[\w/]|www\.[^\s]+[\w/]|[\w.+-]+@\w[\w-]*(?:\.\w+)+|[@#]{JOINED}+"
ENDINGS = ("pl", "com", "org", "net", "eu", "info", "gov", "ru", "ua", "by", "de", "fr", "uk", "tv")
LOUD = "|".join(ending.upper() for ending in ENDINGS)  # "Leave.EU": only after a name, since "koniec.TV" lost its space
HOST = rf"(?-i:(?:\w[\w-]*(?:\.[\w-]+)*\.(?:{'|'.join(ENDINGS)})|[A-Z][\w-]*\.(?:{LOUD}))(?!\w))"  # "wp.pl"
NUMBER = r"\d+(?:[.,:]\d+)+(?!\w)"
SPAN_OF_NUMBERS = rf"\d+(?=[{HYPHENS}]\d+(?![\w]*[{HYPHENS}]))"
WORD = rf"{LETTER}{JOINED}*(?:[{HYPHENS}{APOSTROPHES}]{LETTER}{JOINED}*)*"
RUN = r"\.{2,}|-{2,}|,,|''"
SIGN = rf"[^\s{INVISIBLE}][{MARKS}\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*"
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
BREAKS = ("\n", "\r\n")
YEAR = 4  # digits
LONG_PREPOSITION = 5  # letters: "według", "wobec"
SHORTEST = 3  # letters of a word that lost its space
ENDS = frozenset(".?!\u2026")
CLOSING = frozenset('"\u201d\u00bb)]')  # may stand between the end of a sentence and the next one
DASHES = frozenset("-\u2013\u2014\u2212")
OPENING = frozenset('"\u201e\u201c\u00ab([-\u2013\u2014\u2212')  # may stand before its first word
NOUNS = frozenset(("subst", "ger", "depr", "ppron3"))  # parts of speech of the dictionary
FINITE = frozenset(("fin", "praet", "bedzie"))
ADVERBS = frozenset(("adv", "part", "qub"))
CONJUNCTIONS = frozenset(("comp", "conj"))
ADJECTIVE = "adj"
IMPERATIVE = "impt"
PREPOSITION = "prep"
CLOSING_QUOTES = frozenset("\u201d\u00bb")
STRAIGHT = '"'  # opens and closes
ROMAN = frozenset("IVXLCDM")
COMPOUND = "adja"  # Morfeusz's part of speech for the first half of a joined adjective


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a text, joined where it was broken to fit a width; or a window of a very long one."""

    spans: tuple[tuple[int, int], ...]  # start and end of each token in the text
    forms: tuple[str, ...]  # the tokens without invisible signs, in NFC: what is looked up
    bound: tuple[int, ...]  # places of tokens that cannot start a sentence
    opening: tuple[int, ...] = ()  # places of tokens that cannot but start one


class Tokenizer:
    """Cuts texts by the abbreviations of a pack."""

    def __init__(
        self,
        abbreviations: Iterable[str],
        leading: Iterable[str],
        readings: Readings,
        *,
        units: Iterable[str] = (),
        counting: Iterable[str] = (),
    ) -> None:
        """Take abbreviations with stops ("m.in."), those that lead to a word ("np.") or a number, and that count."""
        inner = {form.rstrip(".") for form in abbreviations if "." in form.rstrip(".")}
        listed = "|".join(re.escape(form) for form in sorted(inner, key=lambda form: (-len(form), form)))
        known = rf"(?:{listed})(?=\.)(?!\.\w)" if listed else r"(?!)"
        ways = (ADDRESS, HOST, rf"(?<!\w){known}", NUMBER, SPAN_OF_NUMBERS, WORD, RUN, SIGN)
        self._token = re.compile("|".join(ways), re.IGNORECASE)
        self._leading = frozenset(form.rstrip(".").lower() for form in leading)
        self._counting = frozenset(form.rstrip(".").lower() for form in counting)
        self._units = frozenset(form.rstrip(".").lower() for form in units)
        self._readings = readings

    def cut(self, text: str) -> Iterator[Piece]:
        """Yield the lines of a text that hold a token, in order; a line of more than WINDOW tokens in windows."""
        for start, end in self._lines(text):
            spans: list[tuple[int, int]] = []
            for span in self._spans(text, start, end):
                spans.append(span)
                if len(spans) == WINDOW:
                    cut = self._best_cut(text, spans)
                    yield self._piece(text, spans[:cut])
                    spans = spans[cut:]
            if spans:
                yield self._piece(text, spans)

    def _best_cut(self, text: str, spans: list[tuple[int, int]]) -> int:
        """Where a window ends: behind the last sentence that ends in its second half, else where it is full."""
        forms = [text[start:end] for start, end in spans]
        for place in range(len(spans) - 1, len(spans) // 2, -1):
            opens = forms[place][:1].isupper() or forms[place] in OPENING
            if opens and forms[place - 1] in ENDS and self._ends(tuple(forms), place - 1):
                return place
        return len(spans)

    def _lines(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where lines start and end; one that goes on with a small letter was broken to fit a width."""
        start = end = 0
        for line in LINE.finditer(text):
            goes_on = line[0].lstrip()[:1].islower() or self._is_broken_behind(text[start:end])
            if text[end : line.start()] not in BREAKS or not goes_on:
                yield start, end
                start = line.start()
            end = line.end()
        yield start, end

    def _is_broken_behind(self, line: str) -> bool:
        """Say whether a line ends with an abbreviation that leads to a word: "zajętych jest ok. | 30 stanowisk"."""
        last = line.rstrip()
        return last.endswith(".") and re.split(r"[\s(]", last)[-1].rstrip(".").lower() in self._leading

    def _spans(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in self._token.finditer(text, start, end):
            if any(hyphen in match[0] for hyphen in HYPHENS) and len(match[0]) > 1:
                yield from self._halves(match.start(), match[0])
            elif _glued_at(match[0]):
                yield from self._unglued(match.start(), match[0])
            else:
                yield match.span()

    def _halves(self, start: int, word: str) -> Iterator[tuple[int, int]]:
        parts = re.split(f"([{HYPHENS}])", word)
        compound = all(self._is_compound(part) for part in parts[:-1:2])
        for part in parts if compound and len(parts) > 1 else [word]:
            yield start, start + len(part)
            start += len(part)

    def _unglued(self, start: int, word: str) -> Iterator[tuple[int, int]]:
        """Two words that lost the space between them: "dolarówCzytaj", but not "YouTube"."""
        place = _glued_at(word)
        known = all(len(part) >= SHORTEST and self._readings.look_up(part) for part in (word[:place], word[place:]))
        if not known or self._readings.look_up(word):
            yield start, start + len(word)
            return
        yield start, start + place
        yield start + place, start + len(word)

    def _is_compound(self, part: str) -> bool:
        found = self._readings.look_up(f"{part}-x") if part.isalpha() else ()
        return any(reading.pos == COMPOUND for reading in found)

    def _piece(self, text: str, spans: list[tuple[int, int]]) -> Piece:
        forms = tuple(_clean(text[start:end]) for start, end in spans)
        return Piece(tuple(spans), forms, tuple(self._bound(forms)), tuple(self._opening(forms)))

    def _bound(self, forms: tuple[str, ...]) -> Iterator[int]:
        for place in range(1, len(forms)):
            after_stop = place > 1 and forms[place - 1] == "."
            leads = after_stop and self._leads(forms, place - 2)
            if leads or (self._is_small(forms, place) and (not after_stop or self._is_cut_short(forms[place - 2]))):
                yield place

    def _leads(self, forms: tuple[str, ...], place: int) -> bool:
        """Say whether a sentence cannot end with an abbreviation: "godz." only where a number follows."""
        word = forms[place].lower()
        if word in self._counting and place and forms[place - 1][:1].isdigit():
            return self._is_counted(forms[place + 2])
        return word in self._leading or (word in self._units and not self._is_common(forms[place + 2]))

    def _is_counted(self, word: str) -> bool:
        """Say whether a word can only be what a number counts: "30 proc. [Polaków]"."""
        readings = self._readings.look_up(word)
        counted = any({"pl", "gen"} <= reading.values and reading.pos == "subst" for reading in readings)
        return counted and not any("nom" in reading.values for reading in readings)

    def _is_small(self, forms: tuple[str, ...], place: int) -> bool:
        """A small letter, a dash before one or before a number opens no sentence, but behind a mark that ends one."""
        if forms[place - 1] != "." and forms[place - 1] in ENDS:
            return False
        led = forms[place] in DASHES and place + 1 < len(forms)
        word = forms[place + 1] if led else forms[place]
        return word[:1].islower() or (led and word[:1].isdigit() and place > 1)

    def _is_cut_short(self, word: str) -> bool:
        return any(reading.pos == ABBREVIATION for reading in self._readings.look_up(word, dotted=True))

    def _opening(self, forms: tuple[str, ...]) -> Iterator[int]:
        """A capital behind a full stop opens a sentence, unless the word before the stop may be cut short by it."""
        for place in range(2, len(forms)):
            if not (forms[place][:1].isupper() or forms[place] in OPENING):
                continue  # most words, and none of them opens
            before = place - 1
            while before > 1 and forms[before] in CLOSING:
                before -= 1
            ends = forms[before] in ENDS and _is_capital(forms, place) and self._ends(forms, before)
            if ends or self._starts_anew(forms, place):
                yield place

    def _starts_anew(self, forms: tuple[str, ...], place: int) -> bool:
        """Say whether a sentence starts though none has ended: what a page sets apart lost its line."""
        if not forms[place][:1].isupper():  # most words: they need not be looked up
            return False
        behind = self._is_seam(forms, place) or self._is_behind_title(forms, place)
        return behind or _is_behind_date(forms, place)

    def _is_seam(self, forms: tuple[str, ...], place: int) -> bool:
        """A headline without a full stop runs into a sentence: "Wójt: most pęka w pobliżu szkoły | Wilk dodał"."""
        word, before = forms[place], forms[place - 1]
        is_name = place + 1 < len(forms) and forms[place + 1].istitle()  # "akcja Podaj Dalej"
        if self._is_call(word) and before.isalpha() and not is_name:
            return True
        if not (word.isalpha() and before.isalpha()):
            return False
        if not before[:1].islower():  # "ruch Donalda Trumpa | Kanclerz powiedział"
            is_subject = any("nom" in reading.values for reading in self._readings.look_up(word))
            is_person = is_subject and self._is_person(word)
            return is_person and self._is_oblique(before) and self._is_verb_next(forms, place + 1)
        names = self._readings.look_up(word)
        if names and not any("nom" in reading.values for reading in names) and not self._is_function_word(word):
            return False
        if self._is_function_word(word) and (self._has_clause(forms, place) or self._is_verb_next(forms, place + 1)):
            return True  # "Kierowca poszkodowany | Jak podali strażacy"
        told = any(forms[i] == word and forms[i + 1] == ":" for i in range(place - 1))
        opens = told or self._is_oblique(before) or self._is_person(word)
        if not opens or not self._is_verb_next(forms, place + 1):
            return False
        return self._has_clause(forms, place) or self._is_crowd(word)

    def _is_call(self, word: str) -> bool:
        """Say whether a word with a capital is an imperative: "ślady | Zobacz: jak ocalono las"."""
        found = {reading.pos for reading in self._readings.look_up(word)}
        return word.istitle() and found == {IMPERATIVE}

    def _is_behind_title(self, forms: tuple[str, ...], place: int) -> bool:
        """A capital preposition behind a closing quotation mark: "Mówi o "walce" | Na decyzję zareagował"."""
        mark, word = forms[place - 1], forms[place]
        closes = mark in CLOSING_QUOTES or (mark == STRAIGHT and forms[:place].count(STRAIGHT) % 2 == 0)
        if not closes or not (word.istitle() or (len(word) == 1 and word.isupper())):
            return False
        found = {reading.pos for reading in self._readings.look_up(word.lower())}
        return PREPOSITION in found

    def _opens_clause(self, word: str) -> bool:
        """Say whether a word with a capital can be nothing but a verb, or a word that opens a clause."""
        found = {reading.pos for reading in self._readings.look_up(word.lower())}
        return word.istitle() and bool(found) and (found <= FINITE or self._is_function_word(word))

    def _is_function_word(self, word: str) -> bool:
        """A conjunction, or a long preposition: "pijany | Jak podaje", but not "w restauracji Pod Mostem"."""
        found = {reading.pos for reading in self._readings.look_up(word.lower())}
        if found & CONJUNCTIONS:
            return len(word) > 1
        if found and found <= ADVERBS | {PREPOSITION} and found & ADVERBS:
            return len(word) >= LONG_PREPOSITION
        return found == {PREPOSITION} and len(word) >= LONG_PREPOSITION

    def _is_person(self, word: str) -> bool:
        """Say whether a word with a capital is a common noun for a man: "zarobki | Wiceminister zwrócił"."""
        found = self._readings.look_up(word.lower())
        is_man = any(one.pos == "subst" and "m1" in one.values and one.lemma.islower() for one in found)
        return is_man and self._is_common(word)

    def _is_crowd(self, word: str) -> bool:
        """Say whether a word with a capital stands for people, and no office: "spór o zasoby | Eksperci zwracają"."""
        return self._is_person(word) and any(
            one.pos == "subst" and {"pl", "nom"} <= one.values for one in self._readings.look_up(word.lower())
        )

    def _is_common(self, word: str) -> bool:
        """Say whether the dictionary knows a word, and not as a name."""
        found = self._readings.look_up(word)
        return bool(found) and all(reading.lemma[:1].islower() for reading in found)

    def _is_oblique(self, word: str) -> bool:
        """Say whether a word is a noun that cannot be a nominative: a title would be one."""
        readings = self._readings.look_up(word)
        nouns = [reading for reading in readings if reading.pos in NOUNS]
        return bool(nouns) and len(nouns) == len(readings) and not any("nom" in reading.values for reading in nouns)

    def _is_verb_next(self, forms: tuple[str, ...], place: int) -> bool:
        for word in forms[place : place + 2]:
            found = {reading.pos for reading in self._readings.look_up(word)}
            if found and found <= FINITE:
                return True
            if not found & (ADVERBS | {ADJECTIVE}) or found & CONJUNCTIONS:
                return False
        return False

    def _has_clause(self, forms: tuple[str, ...], place: int) -> bool:
        """Say whether a finite verb stands between the last mark, or a colon, and a place."""
        for index in range(place - 1, -1, -1):
            word = forms[index]
            found = {reading.pos for reading in self._readings.look_up(word)} if word.isalpha() else set()
            if found and found <= FINITE:
                return True
            if not word[:1].isalnum() or (found and found <= CONJUNCTIONS):
                return False
        return False

    def _ends(self, forms: tuple[str, ...], stop: int) -> bool:
        word, before = forms[stop - 1], forms[stop - 2] if stop > 1 else ""
        after = forms[stop + 1] if stop + 1 < len(forms) else ""
        if forms[stop] != ".":
            return word[-1:].isalnum()
        if word[:1].isdigit() and (before[:1].isupper() or self._opens_clause(after)):
            return True  # "Nord Stream 2. Jako", "o godz. 19. Podkreślił", but not "w 15. Brygadzie"
        if word.isdigit():
            return False
        if word.lower() in self._leading:
            return False
        if word.lower() in self._units and self._is_common(after):
            return True  # "30 km/godz. Ekspert"
        if len(word) == 1 and word.isupper() and before.istitle() and after:
            return self._is_common(after)  # "to Mateusz D. | Zwłoki zostały"
        if not word[-1:].isalpha() or len(word) == 1 or set(word) <= ROMAN:
            return False
        return not self._is_cut_short(word)


def _is_behind_date(forms: tuple[str, ...], place: int) -> bool:
    """A capital behind "2023-11" or "2023-11-05", as a page sets it before its text, opens a sentence."""
    for length in (5, 3):
        date = forms[max(place - length, 0) : place]
        if len(date) == length and len(date[0]) == YEAR and all(map(_is_part_of_date, date[::2], (*date[1::2], "-"))):
            return forms[place][:1].isupper()
    return False


def _is_part_of_date(number: str, dash: str) -> bool:
    return number.isdigit() and dash in HYPHENS


def _glued_at(word: str) -> int:
    """The place of the first capital behind a small letter; 0 where there is none."""
    if word[1:].islower() or not word.isalpha():
        return 0
    return next((i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)


def _is_capital(forms: tuple[str, ...], place: int) -> bool:
    """Say whether a capital starts here, or behind one mark of speech."""
    place += forms[place] in OPENING and place + 1 < len(forms)
    is_initial = len(forms[place]) == 1 and forms[place + 1 : place + 2] == (".",)
    return forms[place][:1].isupper() and not is_initial


def straight(form: str) -> str:
    """Return a word with one kind of apostrophe inside, as the weights know it: "O'Leary"."""
    return re.sub(rf"(?<=\w)[{APOSTROPHES}](?=\w)", "'", form)


def _clean(form: str) -> str:
    if form.isascii():
        return form
    bare = "".join(sign for sign in form if sign not in INVISIBLE)
    return straight(unicodedata.normalize("NFC", bare)) or form
