"""The words of the pages, one file of data for each language.

In:   show/web/texts/<code>.toml.
Out:  Phrases: a sentence for each key, numbers and days as the language writes them.
Not:  the words of articles, which are never translated.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from podobno.records.edtf import DAY

TEXTS = "show/web/texts"
MONTH, SHORT_MONTH, YEAR = "yMMMM", "yMMM", "y"  # skeletons of the Unicode locale data
AFTER = "MMMM y"  # a month after a preposition: in Polish another case than alone
OPEN = ("", "..")
SHORTENED = 10_000  # smaller numbers stay as they are
PARTS_OF_DAY, PARTS_OF_MONTH = 3, 2


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language."""

    code: str
    locale: Locale
    texts: Mapping[str, Any]  # "story.articles" to a text, or to its plural forms

    def say(self, key: str, **values: object) -> str:
        """Return the phrase of a key; one that has plural forms takes the form of the number `n`."""
        text = self.texts[key]
        if isinstance(text, dict):
            text = text.get(self.locale.plural_form(values["n"]), text["other"])  # type: ignore[arg-type]
        told = {name: self.number(value) if name == "n" else value for name, value in values.items()}
        return str(text).format(**told) if told else str(text)

    def shown(self) -> dict[str, Any]:
        """Return what every template says its words with."""
        return {
            "t": self.say,
            "word": self.word,
            "number": self.number,
            "day": self.day,
            "words": self,
            "code": self.code,
        }

    def has(self, key: str) -> bool:
        """Say whether there is such a phrase."""
        return key in self.texts

    def word(self, group: str, word: str) -> str:
        """Return the phrase of a word of ours, such as a stance; one without a phrase stays as it is."""
        return self.say(f"{group}.{word}") if self.has(f"{group}.{word}") else word

    def relation(self, dep: str) -> str:
        """Return what a word is to the word above it in a sentence's tree; of "obl:arg" at least what "obl" is."""
        return self.word("dep", dep if self.has(f"dep.{dep}") else dep.partition(":")[0])

    def number(self, value: object) -> str:
        """Return a number as the language writes it."""
        told = value if isinstance(value, int | float | Decimal) else Decimal(str(value))
        return _number(told, self.locale)

    def short_number(self, value: float) -> str:
        """Return a number as it stands at an axis: "2.5M"."""
        if abs(value) < SHORTENED:
            return self.number(Decimal(f"{value:.10g}"))
        return str(format_compact_decimal(value, fraction_digits=1, locale=self.locale))

    def short_day(self, value: str) -> str:
        """Return a day, month or year as it stands at an axis, where the neighbours tell the rest."""
        parts = value.split("-")
        if len(parts) == PARTS_OF_DAY:
            return str(format_skeleton("MMMd", date.fromisoformat(value), locale=self.locale))
        if len(parts) == PARTS_OF_MONTH:
            return str(format_skeleton(SHORT_MONTH, date.fromisoformat(f"{value}-01"), locale=self.locale))
        return value

    def day(self, value: str | None) -> str:
        """Return a day, month, year or a stretch of them in EDTF as the language writes it; unknown: a dash."""
        if not value:
            return self.say("day.unknown")
        begin, slash, end = value.partition("/")
        if not slash:
            return self._day(begin)
        if begin in OPEN:
            return self.say("day.until", day=self._day(end, AFTER))
        if end in OPEN:
            return self.say("day.since", day=self._day(begin, AFTER))
        return self.say("day.between", first=self._day(begin), last=self._day(end))

    def _day(self, value: str, month: str | None = None) -> str:
        match = DAY.fullmatch(value)
        parts = [int(part) for part in match.groups() if part] if match is not None else []
        try:
            day = date(parts[0], *([*parts[1:], 1, 1])[:2])
        except (IndexError, ValueError):
            return value
        if len(parts) == PARTS_OF_DAY:
            return str(format_date(day, "d MMM y", locale=self.locale))
        if month is not None and len(parts) == PARTS_OF_MONTH:
            return str(format_date(day, month, locale=self.locale))
        return str(format_skeleton(MONTH if len(parts) == PARTS_OF_MONTH else YEAR, day, locale=self.locale))


@lru_cache(maxsize=4096)  # a page has hundreds of small ones
def _number(value: float | Decimal, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


def open_phrases() -> dict[str, Phrases]:
    """Return the phrases of every language that has a file, by its code."""
    folder = files("podobno").joinpath(TEXTS)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {name.removesuffix(".toml"): _read(name.removesuffix(".toml")) for name in names}


def _read(code: str) -> Phrases:
    text = files("podobno").joinpath(f"{TEXTS}/{code}.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)
    texts = {f"{group}.{name}": said for group, held in groups.items() for name, said in held.items()}
    return Phrases(code=code, locale=Locale.parse(code), texts=texts)


def choose_language(accepted: str, phrases: Mapping[str, Phrases], default: str) -> str:
    """Return the language that a browser likes best, of those that there are; else the default."""
    weighed = []
    for place, part in enumerate(accepted.split(",")):
        code, _, weight = part.partition(";q=")
        if code.strip()[:2].casefold() in phrases:
            weighed.append((-_weight(weight), place, code.strip()[:2].casefold()))
    return min(weighed)[2] if weighed else default


def _weight(written: str) -> float:
    try:
        return float(written) if written else 1.0
    except ValueError:
        return 0.0
