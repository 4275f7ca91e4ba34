"""Find whose article it is: the outlet by its address, agency and author by the line at the end.

In:   an address, or a text and the byline rules of its language's pack.
Out:  outlet_of, find_byline.
Not:  whose word a claim is, which is claim/chains.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from podobno.lang.pack import Pack
from podobno.records.errors import BadPack

EDGE_CHARS = 160  # a byline with three agencies and a name has about 80
LAST_LINES = 4  # "Source: ..." and "Author: ..." often stand on lines of their own, above a link or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What the edge of a text says of its makers."""

    agencies: tuple[str, ...]  # names from agencies.csv, in text order, each once
    names: tuple[str, ...]  # authors, initials and the desk, as printed, in text order
    start: int  # code points from the start of the text
    end: int  # code points, excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineRules:
    """The byline rules of a pack, made ready once."""

    agencies: Mapping[str, str]  # form to name
    media: frozenset[str]  # forms of outlets, which look like the names of persons
    parts: Mapping[str, re.Pattern[str]]  # kind of part to its pattern
    separator: re.Pattern[str]
    frames: tuple[tuple[re.Pattern[str], frozenset[str], bool], ...]  # pattern, needs, stands at the start
    date_labels: tuple[str, ...]  # words before a date at the start of a text


def outlet_of(url: str) -> str | None:
    """Return the host of an address without "www.", or None where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:  # brackets that hold no IPv6 address
        return None
    return host.removeprefix("www.") or None if host and "." in host and " " not in host else None


def find_byline(text: str, rules: BylineRules) -> tuple[str | None, str | None]:
    """Return byline and agency as an article keeps them, each None where the edges of the text have none."""
    found = tuple(find_bylines(text, rules))
    names = next((byline.names for byline in found if byline.names), ())
    agencies = next((byline.agencies for byline in found if byline.agencies), ())
    return "/".join(names) or None, ", ".join(agencies) or None


def find_bylines(text: str, rules: BylineRules) -> Iterator[Byline]:
    """Yield the bylines at the edges of a text: the last lines from the end upwards, then the start."""
    for number, (start, end) in enumerate(_last_lines(text)):
        found = _longest(text, (max(start, end - EDGE_CHARS), end), rules, at_start=False)
        # Above the last line a byline must fill its line; else it is a sentence that ends like one.
        if found is not None and (number == 0 or found.start == start):
            yield found
    found = _longest(text, (0, min(len(text), EDGE_CHARS)), rules, at_start=True)
    if found is not None:
        yield found


def byline_rules(pack: Pack) -> BylineRules | None:
    """Return the byline rules of a pack, or None for a pack without rules/bylines.toml."""
    table = pack.rules.get("bylines")
    if table is None:
        return None
    try:
        return _compile(table, pack.column("agencies", "form", "name"), _media(pack))
    except (KeyError, IndexError, re.error) as error:
        raise BadPack(f"packs/{pack.code}/rules/bylines.toml: {error}. Mend the pattern.") from error


def _media(pack: Pack) -> frozenset[str]:
    return frozenset(row["form"] for row in pack.lexicons.get("outlets", ()))


def _compile(table: Mapping[str, Any], agencies: Mapping[str, str], media: frozenset[str]) -> BylineRules:
    kinds = {part["name"]: part["pattern"] for part in table["part"]}
    # Longest first, and before initials and capitals: "PAP Biznes" is not "PAP" and a rest.
    kinds = {"agency": "|".join(map(re.escape, sorted(agencies, key=len, reverse=True))), **kinds}
    slots = _slots(table, kinds)
    return BylineRules(
        agencies=agencies,
        media=media,
        parts={kind: re.compile(pattern) for kind, pattern in kinds.items()},
        separator=re.compile(table["separator"]),
        frames=tuple(
            (re.compile(_fill(frame["pattern"], slots)), frozenset(frame["needs"]), frame["at"] == "start")
            for frame in table["frame"]
        ),
        date_labels=tuple(table.get("date_labels", ())),
    )


def _slots(table: Mapping[str, Any], kinds: Mapping[str, str]) -> dict[str, str]:
    item = "|".join(f"(?:{pattern})" for kind, pattern in kinds.items() if kind != "person")
    last = f"{item}|(?:{kinds['person']})"
    return {
        "{stop}": table["stop"],
        "{agency}": f"(?P<agency>{kinds['agency']})",
        "{person}": f"(?P<person>{kinds['person']})",
        "{list}": f"(?P<list>(?:(?:{item}){table['separator']})*(?:{last}))",
        "{slashes}": f"(?P<list>(?:(?:{item}){table['slash']})+(?:{last}))",
    }


def _fill(pattern: str, slots: Mapping[str, str]) -> str:
    for slot, meaning in slots.items():
        pattern = pattern.replace(slot, meaning)
    return pattern


def _last_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the last lines that hold words, from the end upwards."""
    end = len(text.rstrip())
    for _ in range(LAST_LINES):
        if end == 0:
            return
        start = text.rfind("\n", 0, end) + 1
        yield start, end
        end = len(text[:start].rstrip())


def _longest(text: str, edge: tuple[int, int], rules: BylineRules, *, at_start: bool) -> Byline | None:
    start, end = edge
    best: Byline | None = None
    for pattern, needs, is_start in rules.frames:
        if is_start != at_start:
            continue
        found = _match(pattern, text[start:end], at_start)
        byline = _byline(found, start, needs, rules) if found else None
        if byline is not None and (best is None or byline.end - byline.start > best.end - best.start):
            best = byline
    return best


def _match(pattern: re.Pattern[str], edge: str, at_start: bool) -> re.Match[str] | None:
    if at_start:
        return pattern.match(edge)
    return next((found for found in _hits(pattern, edge) if found.end() == len(edge)), None)


def _hits(pattern: re.Pattern[str], edge: str) -> Iterator[re.Match[str]]:
    for start in range(len(edge)):
        found = pattern.match(edge, start)
        if found:
            yield found


def _byline(found: re.Match[str], offset: int, needs: frozenset[str], rules: BylineRules) -> Byline | None:
    groups = found.groupdict()
    parts = [groups[slot] for slot in ("person", "agency") if groups.get(slot)]
    parts.extend(part for part in rules.separator.split(groups.get("list") or "") if part)
    kinds = [_kind(part, rules) for part in parts]
    if not needs.intersection(kinds):
        return None
    pairs = tuple(zip(kinds, parts, strict=True))
    agencies = dict.fromkeys(rules.agencies[part] for kind, part in pairs if kind == "agency")
    names = tuple(part for kind, part in pairs if kind not in ("agency", "host", "medium"))
    blank = len(found[0]) - len(found[0].lstrip())
    return Byline(agencies=tuple(agencies), names=names, start=offset + found.start() + blank, end=offset + found.end())


def _kind(part: str, rules: BylineRules) -> str:
    if part in rules.media and part not in rules.agencies:
        return "medium"
    return next((kind for kind, pattern in rules.parts.items() if pattern.fullmatch(part)), "")
