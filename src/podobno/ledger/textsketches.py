"""Write the sketches of articles as lines that a person can review, and read them back.

In:   a sketch as canonical JSON; or the lines.
Out:  lines: the names, the base forms of the text by their first letter, then each claim with its base forms.
Not:  blocks and whole ledgers, which are ledger/text.py; what a sketch is for, which is records/sketches.py.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from podobno.ledger.textvalues import Place, read_values, split_words, write_values, written_word
from podobno.records.canonical import plain_json
from podobno.records.errors import BadUse
from podobno.records.sketches import QUALITY_MARKS

CLAIM, FORMS = "claim", "forms"
WORDS = ("lemmas", "negated", "under", "given", "names")  # of a claim, in this order; its qualities come after them
SPAN = ("start", "end")  # of a quality
TIMES = "*"  # between a base form and how often it stands in the text, if more than once


def write_sketch(body: str, place: Place) -> Iterator[tuple[str, str]]:
    """Yield the lines of a sketch."""
    plain = json.loads(body)
    for name in plain.get("names", ()):
        yield from write_values({"name": [{**name, "count": str(name["count"])}]}, place)
    for _, forms in groupby(plain.get("lemmas", ()), key=lambda one: one[0][:1]):
        yield FORMS, " ".join(_counted(lemma, count) for lemma, count in forms)
    for claim in plain.get("claims", ()):
        yield CLAIM, claim["id"]
        yield from ((key, " ".join(map(written_word, claim[key]))) for key in WORDS if key in claim)
        for one in claim.get("qualities", ()):
            span = {"article": place.article, **{end: one[end] for end in SPAN}}
            told = {key: value for key, value in one.items() if key not in SPAN}
            yield from write_values({"quality": [{**told, "span": span}]}, place)


def _counted(lemma: str, count: int) -> str:
    return written_word(lemma) + (f"{TIMES}{count}" if count > 1 else "")


def read_sketch_lines(lines: Iterable[tuple[str, str]], place: Place) -> str:
    """Return the sketch that the lines give, as canonical JSON; what cannot be read raises BadUse."""
    plain: dict[str, list[Any]] = {}
    claim: dict[str, Any] | None = None
    for key, written in lines:
        if key == CLAIM:
            claim = {"id": place.labels.get(written, written)}
            plain.setdefault("claims", []).append(claim)
        elif key == FORMS and claim is None:
            plain.setdefault("lemmas", []).extend(_forms(written))
        elif key == "name" and claim is None:
            (name,) = read_values([(key, written)], place)[key]
            plain.setdefault("names", []).append({**name, "count": _number(name.get("count", ""))})
        elif key in WORDS and claim is not None and key not in claim:
            claim[key] = list(_words(written))
        elif key == "quality" and claim is not None:
            claim.setdefault("qualities", []).append(_quality(written, place))
        else:
            raise BadUse(f"{key!r} may not stand here")
    return plain_json(plain)


def _forms(written: str) -> Iterator[list[Any]]:
    for word, rest in split_words(written):
        yield [word, _number(rest.removeprefix(TIMES)) if rest else 1]


def _words(written: str) -> Iterator[str]:
    for word, rest in split_words(written):
        if rest:
            raise BadUse(f"nothing may stand behind a word: {rest!r}")
        yield word


def _number(written: str) -> int:
    if not written.isdecimal():
        raise BadUse(f"{written!r} is no count")
    return int(written)


def _quality(written: str, place: Place) -> Mapping[str, Any]:
    (told,) = read_values([("quality", written)], place)["quality"]
    span = told.pop("span", None)
    if span is None:
        raise BadUse(f"the quality has no place in the text: {written!r}")
    if told.get("mark") not in QUALITY_MARKS:
        raise BadUse(f"the mark of a quality is one of {', '.join(QUALITY_MARKS)}: {written!r}")
    return {**told, **{end: span[end] for end in SPAN}}
