"""Find times: dates, weekdays, lengths of time, times told from the day of publication or of the story.

In:   a parsed article with its day of publication, and the words of time of a pack.
Out:  times in text order; none overlap.
Not:  ages, scores, numbers of things: find/figures.py. What the words mean: find/timevalues.py, find/timelengths.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from podobno.find.calendar import beside, part_of
from podobno.find.timelengths import LENGTHS
from podobno.find.timescene import Hit, Scene
from podobno.find.timevalues import CALENDAR, SKIP, Reader
from podobno.find.timewords import Line, TimeWords, Word, read_line, time_words
from podobno.lang.pack import Pack
from podobno.records.edtf import edtf_bounds
from podobno.records.errors import BadPack
from podobno.records.parsed import Parsed
from podobno.records.text import Span
from podobno.records.values import Time

READERS: Mapping[str, Reader] = {**CALENDAR, **LENGTHS}
KIND = re.compile(r"<(\w+)>")
PIECE = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule:
    """One pattern over kinds of words."""

    reader: str  # key of READERS
    pattern: re.Pattern[str]  # over the letters of a Line
    closed: bool  # it holds both ends of a span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeGrammar:
    """The words of time of a language, and how they join."""

    words: TimeWords
    rules: tuple[TimeRule, ...]  # in file order: among hits of one length the first wins
    any_rule: re.Pattern[str]  # fits wherever one of the rules does
    settings: Mapping[str, Any]  # rules/times.toml as it stands
    lasting: frozenset[str]  # lemmas of nouns that last, so that their years are no age


def time_grammar(pack: Pack) -> TimeGrammar:
    """Build the patterns of a pack; a reader that the program lacks raises BadPack."""
    settings = pack.rules["times"]
    texts = [_expanded(rule["pattern"], settings["pieces"]) for rule in settings["rule"]]
    words = time_words(pack, [kind for text in texts for kind in KIND.findall(text)])
    patterns = [KIND.sub(lambda match: words.letters[match[1]], text) for text in texts]
    for rule in settings["rule"]:
        if rule["reader"] not in READERS:
            raise BadPack(f"packs/{pack.code}/rules/times.toml: there is no reader {rule['reader']!r}.")
    return TimeGrammar(
        words=words,
        rules=tuple(
            TimeRule(reader=rule["reader"], pattern=re.compile(pattern), closed=rule.get("closed", False))
            for rule, pattern in zip(settings["rule"], patterns, strict=True)
        ),
        any_rule=re.compile("|".join(f"(?:{pattern})" for pattern in patterns)),
        settings=settings,
        lasting=frozenset(row["lemma"] for row in pack.lexicon("lasting_nouns")),
    )


def _expanded(pattern: str, pieces: Mapping[str, str]) -> str:
    while PIECE.search(pattern):
        pattern = PIECE.sub(lambda match: f"(?:{pieces[match[1]]})", pattern)
    return pattern.replace(" ", "")


def find_times(parsed: Parsed, grammar: TimeGrammar) -> tuple[Time, ...]:
    """Return the times of an article, each worked out against publication and the story so far."""
    line = read_line(parsed.article.text, grammar.words)
    scene = Scene(parsed, grammar.settings, grammar.lasting)
    times: list[Time] = []
    place = 0
    while (match := grammar.any_rule.search(line.letters, place)) is not None:
        value, end, hit = _read(line, match.start(), grammar, scene)
        if value and hit is not None:
            times.append(_time(parsed, hit.words, value))
        place = max(end, match.start() + 1)
    return tuple(times)


def _read(line: Line, place: int, grammar: TimeGrammar, scene: Scene) -> tuple[str | None, int, Hit | None]:
    """Value, end and words of the longest hit at a place that is a time; SKIP where all of it is none."""
    for end, rule in _hits(line, place, grammar):
        hit = _hit(line, place, end, rule)
        value = READERS[rule.reader](hit, scene)
        if value is not None:
            if value != SKIP:
                scene.tell(_part(value, hit), hit)
                value = _bounded(value, hit)
            return value, end, hit
    return None, place + 1, None


def _hits(line: Line, place: int, grammar: TimeGrammar) -> Iterator[tuple[int, TimeRule]]:
    found = [
        (match.end(), rule)
        for rule in grammar.rules
        if (match := rule.pattern.match(line.letters, place)) is not None and match.end() > place
    ]
    yield from sorted(found, key=lambda hit: -hit[0])


def _hit(line: Line, place: int, end: int, rule: TimeRule) -> Hit:
    return Hit(
        words=tuple(word for word in line.words[place:end] if word is not None),
        before=line.words[place - 1] if place else None,
        after=line.words[end] if end < len(line.words) else None,
        closed=rule.closed,
    )


def _part(value: str, hit: Hit) -> str:
    part = hit.value("part").partition(" ")[0]
    return part_of(value, part) if part and _is_calendar(value) and not hit.closed else value


def _is_calendar(value: str) -> bool:
    return edtf_bounds(value) != (None, None)


def _bounded(value: str, hit: Hit) -> str:
    """Open the interval that a preposition or a part opens: "until May", "from the middle of May"."""
    if hit.closed or not _is_calendar(value) or "T" in value:
        return value
    value, bound = _part(value, hit), hit.value("part").partition(" ")[2] or hit.preposition
    if bound == "until":
        return f"../{value.split('/')[-1]}"
    if bound == "since":
        return f"{value.split('/')[0]}/.."
    if bound == "before":
        return f"../{beside(value, -1)}"
    return f"{beside(value, 1)}/.." if bound == "after" else value


def _time(parsed: Parsed, words: tuple[Word, ...], value: str) -> Time:
    begin, end = edtf_bounds(value)
    span = Span(article=parsed.article.id, start=words[0].start, end=words[-1].end)
    return Time(span=span, value=value, begin=begin, end=end)
