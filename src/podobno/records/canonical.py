"""Write records as canonical JSON, and read them back.

In:   a record.
Out:  one text for one content: keys sorted, decimals as strings, no white space, and nothing for a field
      that is unknown, empty or at its default: a field that is added later changes no id.
Not:  ids, which are content_id over that text.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from podobno.records.claims import Claim, Source
from podobno.records.judgements import Judgement
from podobno.records.links import Evidence, Link
from podobno.records.problems import Problem
from podobno.records.sketches import ClaimSketch, NameSketch, Quality, Sketch
from podobno.records.text import Article, Span, content_id
from podobno.records.values import Figure, Time

HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # no encoding can write one; JSON can escape it
PLAIN = (str, int, float)  # what is written as it is; looked for first, since most values are
OF_MAKER = ("score", "rule")  # fields that say how a claim was read, not what it is


def to_json(record: Any, *, without: tuple[str, ...] = ()) -> str:
    """Return a record as canonical JSON."""
    plain = _plain(record)
    for name in without:
        plain.pop(name, None)
    return plain_json(plain)


def plain_json(plain: Any) -> str:
    """Return plain values as canonical JSON."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return HALF_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return _digits(value)
    if not is_dataclass(value):
        return value
    plain = {}
    for name, default in _fields(value.__class__):
        one = getattr(value, name)
        if one is None or one == () or one == default:
            continue
        plain[name] = one if isinstance(one, PLAIN) else _plain(one)
    return plain


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return the names of a record's fields, each with its default."""
    return tuple((field.name, field.default) for field in fields(kind) if field.init)


def _digits(value: Decimal) -> str:
    """Return one form for one number: 3E+3 and 3000.0 are "3000"."""
    digits = format(value, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if value == 0 else digits


def claim_entry(claim: Claim) -> tuple[str, str]:
    """Return id and body of a claim's entry: what it says, not how it was read, and the hash of that."""
    body = to_json(claim, without=OF_MAKER)
    return content_id("claim", body), body


def claim_id(claim: Claim) -> str:
    """Return the id of a claim's entry."""
    return claim_entry(claim)[0]


def link_entry(link: Link) -> tuple[str, str]:
    """Return id and body of a link's entry."""
    body = to_json(link, without=OF_MAKER)
    return content_id("link", body), body


def judgement_id(judgement: Judgement) -> str:
    """Return the id of a judgement's entry."""
    return content_id("judgement", to_json(judgement))


def sketch_json(sketch: Sketch) -> str:
    """Return a sketch as canonical JSON, without the article and the claims, which are kept by themselves."""
    plain = _plain(sketch)
    del plain["article"]
    for claim in plain.get("claims", ()):
        del claim["claim"]
    return plain_json(plain)


def read_article(text: str) -> Article:
    """Read an article back."""
    return Article(**json.loads(text))


def read_problem(text: str) -> Problem:
    """Read a problem back."""
    found = json.loads(text)
    return Problem(**{**found, "span": _span(found.get("span"))})


def read_figure(text: str) -> Figure:
    """Read a figure back."""
    return _figure(json.loads(text))


def read_claim(text: str) -> Claim:
    """Read a claim back."""
    found = json.loads(text)
    return Claim(
        **{
            **found,
            "content": tuple(Span(**span) for span in found["content"]),
            "cue": _span(found.get("cue")),
            "speaker": _span(found.get("speaker")),
            "chain": tuple(Source(**{**step, "span": _span(step.get("span"))}) for step in found.get("chain", ())),
            "about": tuple(map(_time, found.get("about", ()))),
            "figures": tuple(map(_figure, found.get("figures", ()))),
        }
    )


def read_link(text: str) -> Link:
    """Read a link back."""
    found = json.loads(text)
    evidence = (Evidence(code=one["code"], a=_span(one.get("a")), b=_span(one.get("b"))) for one in found["evidence"])
    return Link(**{**found, "evidence": tuple(evidence)})


def read_judgement(text: str) -> Judgement:
    """Read a judgement back."""
    found = json.loads(text)
    return Judgement(**{**found, "subjects": tuple(found["subjects"])})


def read_sketch(text: str, article: Article, claims: Mapping[str, Claim]) -> Sketch:
    """Read a sketch back; claims: those of the article, by id."""
    found = json.loads(text)
    return Sketch(
        article=article,
        names=tuple(NameSketch(**{**one, "roles": tuple(one.get("roles", ()))}) for one in found.get("names", ())),
        lemmas=tuple((lemma, count) for lemma, count in found.get("lemmas", ())),
        claims=tuple(_claim_sketch(one, claims[one["id"]]) for one in found.get("claims", ())),
    )


def _claim_sketch(found: dict[str, Any], claim: Claim) -> ClaimSketch:
    told: dict[str, Any] = {field.name: () for field in fields(ClaimSketch)}
    told.update((name, tuple(value) if isinstance(value, list) else value) for name, value in found.items())
    told["qualities"] = tuple(Quality(**{**one, "subject": tuple(one.get("subject", ()))}) for one in told["qualities"])
    return ClaimSketch(**{**told, "claim": claim})


def _figure(found: dict[str, Any]) -> Figure:
    return Figure(
        **{
            **found,
            "span": Span(**found["span"]),
            "low": Decimal(found["low"]) if "low" in found else None,
            "high": Decimal(found["high"]) if "high" in found else None,
            "unit": found.get("unit"),
            "per": found.get("per"),
            "counted": _span(found.get("counted")),
            "where": tuple(found.get("where", ())),
        }
    )


def _time(found: dict[str, Any]) -> Time:
    times = {"begin": found.get("begin"), "end": found.get("end")}
    return Time(**{**found, **times, "span": Span(**found["span"])})


def _span(found: dict[str, Any] | None) -> Span | None:
    return None if found is None else Span(**found)
