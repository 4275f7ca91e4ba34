"""See which words of a text are words of time, and of which kind.

In:   a text and the lexicons of time of a pack.
Out:  Line: one letter for each word, so that patterns over kinds of words are regular expressions; the words.
Not:  what they mean together: find/times.py and find/timevalues.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from podobno.lang.pack import Pack

TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+)"
    r"|(?P<code>\b[A-Z][A-Za-z]{0,9}-\d{1,3}(?!\w))"  # "U-22": the 22 counts nothing
    r"|(?P<iso>\d{4}-\d\d-\d\d(?![\d-]))"
    r"|(?P<date>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?![\d:]|[.,]\d))"
    r"|(?P<decimal>\d+(?:[.,:]\d+)+)"
    r"|(?P<digits>\d+(?=r\.)|\d+(?!\w|-[^\W\d_]))"
    r"|(?P<compound>\d+-?[^\W\d_]+)"
    r"|(?P<word>[^\W\d_]+(?:['\u2019-][^\W\d_]+)*)"
    r"|(?P<line>\s*\n\s*)"
    r"|(?P<sign>[^\w\s])"
)
SIGNS = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "\u2010": "dash",
    "\u2011": "dash",
    "\u2012": "dash",
    "\u2013": "dash",
    "\u2014": "dash",
    "\u2212": "dash",
    "/": "slash",
    "(": "open",
    ")": "close",
    "\u2026": "dot",
    "!": "dot",
    "?": "dot",
}
ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
FIRST_LETTER = 0xE000  # the private area of Unicode: no letter of a text
LATEST_YEAR, EARLIEST_YEAR, LAST_DAY = 2099, 1000, 31
SEEN = 30_000  # words whose kind is remembered
UNIT_KINDS = {"K": "weekend", "Q": "quarter", "F": "quarter", "H": "hour"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of time, or one phrase that the pack lists as such."""

    kind: str  # "month", "since", "small", ...
    value: str  # what the lexicon says of it, or the number
    form: str  # as written
    start: int  # code points
    end: int  # code points, excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text as a row of words; those that have nothing to do with time are None."""

    letters: str  # one for each word
    words: tuple[Word | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of time of a language."""

    singles: Mapping[str, tuple[str, str]]  # form to kind and value
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]  # first word to the rest, longest first
    compounds: re.Pattern[str]  # "32-letni"
    prefixes: Mapping[str, str]
    stems: Mapping[str, str]
    letters: Mapping[str, str]  # kind to its letter
    seen: dict[str, tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)  # words, as written


def read_line(text: str, words: TimeWords) -> Line:
    """Return the words of a text with their kinds."""
    tokens = [(match.lastgroup or "", match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]
    forms = [token[1].lower() for token in tokens]
    found = list(_words(tokens, forms, words))
    other = words.letters["other"]
    letters = "".join(other if word is None else words.letters[word.kind] for word in found)
    return Line(letters=letters, words=tuple(found))


Token = tuple[str, str, int, int]


def _words(tokens: Sequence[Token], forms: Sequence[str], words: TimeWords) -> Iterator[Word | None]:
    place = 0
    while place < len(tokens):
        length, kind, value = _listed(forms, place, words) or (1, *_kind(tokens[place], forms[place], words))
        if kind == "other":
            yield None
        else:
            first, last = tokens[place], tokens[place + length - 1]
            yield Word(kind=kind, value=value, form=first[1], start=first[2], end=last[3])
        place += length


def _listed(forms: Sequence[str], place: int, words: TimeWords) -> tuple[int, str, str] | None:
    for rest, kind, value in words.phrases.get(forms[place], ()):
        if tuple(forms[place + 1 : place + 1 + len(rest)]) == rest:
            return len(rest) + 1, kind, value
    return None


def _kind(token: Token, form: str, words: TimeWords) -> tuple[str, str]:
    group, text = token[0], token[1]
    if group == "word":
        found = words.seen.get(text)
        if found is None:
            if len(words.seen) >= SEEN:
                words.seen.clear()
            found = words.seen[text] = _word_kind(text, form, words)
        return found
    if group == "sign":
        return SIGNS.get(text, "other"), ""
    if group == "digits":
        return _digits_kind(text), text
    if group == "compound":
        return _compound(form, words)
    if group in ("iso", "date"):
        parts = re.split(r"\D", text)
        return "date", "-".join(parts if group == "iso" else parts[::-1])
    if group in ("link", "code"):
        return "other", ""
    return group, text.replace(",", ".") if group == "decimal" else text


def _word_kind(text: str, form: str, words: TimeWords) -> tuple[str, str]:
    if text.isupper() and ROMAN.fullmatch(text):
        return "roman", str(_roman(text))
    return words.singles.get(form) or _compound(form, words)


def _digits_kind(text: str) -> str:
    if len(text) == 4 and EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        return "year"
    return "small" if len(text) < 3 and 0 <= int(text) <= LAST_DAY else "digits"


def _compound(form: str, words: TimeWords) -> tuple[str, str]:
    match = words.compounds.fullmatch(form)
    if match is None:
        return "other", ""
    number = match["number"]
    return "length_adjective", f"{words.prefixes.get(number, number)} {words.stems[match['stem']]}"


def _roman(text: str) -> int:
    values = [ROMAN_VALUES[sign] for sign in text]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))


def time_words(pack: Pack, kinds: Sequence[str]) -> TimeWords:
    """Read the lexicons of time; ``kinds`` are those that the patterns name."""
    listed = list(_lexicons(pack))
    singles: dict[str, tuple[str, str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for form, kind, value in listed:
        first, *rest = (match[0].lower() for match in TOKEN.finditer(form))
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), kind, value))
        else:
            singles[first] = (kind, value)
    every = sorted({*kinds, *(kind for _, kind, _ in listed), *SIGNS.values(), *FROM_SIGNS})
    compounds = pack.rules["times"]["compounds"]
    return TimeWords(
        singles=singles,
        phrases={first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in phrases.items()},
        compounds=re.compile(_compounds(compounds)),
        prefixes=compounds["prefixes"],
        stems=compounds["stems"],
        letters={kind: chr(FIRST_LETTER + place) for place, kind in enumerate(every)},
    )


FROM_SIGNS = ("other", "roman", "date", "clock", "decimal", "digits", "small", "year", "length_adjective", "line")


def _compounds(compounds: Mapping[str, Mapping[str, str]]) -> str:
    prefixes, stems, endings = ("|".join(compounds[name]) for name in ("prefixes", "stems", "endings"))
    return rf"(?P<number>\d+|{prefixes})-?(?P<stem>{stems})(?:{endings})"


def _lexicons(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Form, kind and value of each row. A form that stands twice is what the later lexicon says."""
    for row in pack.lexicon("units"):
        yield row["form"], "measure", ""
    yield from _numbers(pack)
    for name, kind, column in PLAIN:
        yield from ((row["form"], kind, row[column]) for row in pack.lexicon(name))
    for row in pack.lexicon("seasons"):
        yield row["form"], "season", f"{row['season']} {row['step']}"
    for row in pack.lexicon("weekdays"):
        yield row["form"], "weekday_adjective" if row["adjective"] else "weekday", row["weekday"]
    for row in pack.lexicon("day_words"):
        yield row["form"], f"{row['grain']}_{'adjective' if row['adjective'] else 'word'}", row["step"]
    for row in pack.lexicon("time_parts"):
        yield row["form"], "part", f"{row['part']} {row['bound']}"
    for row in pack.lexicon("time_units"):
        yield row["form"], _unit_kind(row["unit"], row["number"]), f"{row['unit']} {row['number']}"
    for row in pack.lexicon("time_signs"):
        yield row["form"], row["kind"], row["value"] or ("H one" if row["kind"] == "hour" else "")


PLAIN = (  # lexicon, kind of its words, column of their value
    ("months", "month", "month"),
    ("foreign_months", "foreign_month", "month"),
    ("month_adjectives", "month_adjective", "month"),
    ("ordinals", "ordinal", "number"),
    ("decades", "decade", "decade"),
    ("holidays", "holiday", "day"),
    ("relative_words", "step", "step"),
    ("day_parts", "part_of_day", "hour"),
    ("time_words", "word", "value"),
    ("story_words", "story", "points"),
)


def _numbers(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for row in pack.lexicon("number_words"):
        if row["kind"] == "number":
            yield row["form"], "count", row["low"]
        elif row["kind"] == "scale":
            yield row["form"], "measure", ""


def _unit_kind(unit: str, number: str) -> str:
    if unit == "Y":
        return "year_noun" if number == "one" else "years_noun"
    return "day_noun" if unit == "D" else UNIT_KINDS.get(unit, "unit")
