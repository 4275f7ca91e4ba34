"""Link claims that are given in the form of the gold, so that linking is measured apart from reading.

In:   claims, one JSON line an article; a folder with the texts; the stages.
Out:  articles, utterances, copies, pairs and stories in the form of links.json.
Not:  the links themselves, which are `link`; linking in a ledger.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from podobno.find.finders import find_all
from podobno.link.groups import join_groups, join_stories
from podobno.link.links import link_sketches
from podobno.link.sketches import draw_sketch
from podobno.parse.articles import parse_article
from podobno.records.claims import Claim, Source
from podobno.records.errors import BadRecord, BadUse
from podobno.records.links import CLAIM_LINKS, Link
from podobno.records.sketches import Sketch
from podobno.records.text import Article, Span
from podobno.records.values import Found
from podobno.run.pipeline import Stages


def link_gold(claims: Path, texts: Path, stages: Stages) -> dict[str, Any]:
    """Return the links among all articles of a file of claims; what is not in the gold's form raises BadUse."""
    told = list(_lines(claims))
    sketches = [_read(one, texts, stages) for one in told]
    docs = {sketch.article.id: one["doc"] for sketch, one in zip(sketches, told, strict=True)}
    links = list(link_sketches(sketches, stages.links))
    stories = [link for link in links if link.kind == "story"]
    return {
        "articles": [one["doc"] for one in told],
        "utterances": [{"claims": group} for group in join_groups(_ends(links, "same"))],
        "copies": [_copy(link, docs) for link in links if link.kind == "copy"],
        "pairs": [_pair(link) for link in links if link.kind in CLAIM_LINKS and link.kind != "same"],
        "stories": [{"articles": [docs[key] for key in group]} for group in join_stories(stories)],
    }


def _lines(claims: Path) -> Iterator[dict[str, Any]]:
    try:
        text = claims.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadUse(f"{claims} cannot be read: {error}. Name a file with a JSON line for each article.") from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _line(line, f"{claims}:{number}")


def _line(line: str, where: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadUse(f"{where} is no JSON: {error}. Write a JSON object for each article.") from None
    if not isinstance(told, dict) or not isinstance(told.get("doc"), str) or "claims" not in told:
        raise BadUse(f"{where} is not in the gold's form: it needs 'doc' and 'claims'.")
    return told


def _read(told: dict[str, Any], texts: Path, stages: Stages) -> Sketch:
    try:
        return _sketch(told, texts, stages)
    except (KeyError, TypeError, ValueError, BadRecord) as error:
        said = f"the claims of {told['doc']!r} are not in the gold's form ({type(error).__name__}: {error})"
        raise BadUse(f"{said}. `podobno read --form gold` prints it.") from None


def _sketch(told: dict[str, Any], texts: Path, stages: Stages) -> Sketch:
    text = _text(texts / f"{told['doc']}.txt")
    article = Article(text=text, published=told.get("published"), language=told.get("lang"))
    parsed = parse_article(article, stages.parser)
    found = find_all(parsed, stages.finders)
    claims = [(f"{told['doc']}#{one['id']}", _claim(one, article.id, found)) for one in told["claims"]]
    return draw_sketch(parsed, found, claims, stages.links)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadUse(f"{file} cannot be read: {error}. Name the folder of the texts with --texts.") from None


def _claim(told: dict[str, Any], article: str, found: Found) -> Claim:
    content = tuple(Span(article=article, start=start, end=end) for start, end in told["content"])
    speaker = _span(told["source"], article)
    names = [Source(name=name) for name in told["chain"][:-1]]
    return Claim(
        content=content,
        mode=told["mode"],
        cue=_span(told["cue"], article),
        speaker=speaker,
        chain=(*names, *(Source(name=name, span=speaker) for name in told["chain"][-1:])),
        stance=told["stance"],
        conditional=told["conditional"],
        carried=told["carried"],
        said=told["said"],
        about=tuple(time for time in found.times if any(span.contains(time.span) for span in content)),
        figures=tuple(one for one in found.figures if any(span.contains(one.span) for span in content)),
    )


def _span(pair: list[int] | None, article: str) -> Span | None:
    return None if pair is None else Span(article=article, start=pair[0], end=pair[1])


def _ends(links: Iterable[Link], kind: str) -> Iterator[tuple[str, str]]:
    return ((link.a, link.b) for link in links if link.kind == kind)


def _copy(link: Link, docs: dict[str, str]) -> dict[str, Any]:
    passages = [[[one.a.start, one.a.end], [one.b.start, one.b.end]] for one in link.evidence if one.a and one.b]
    return {"a": docs[link.a], "b": docs[link.b], "passages": passages}


def _pair(link: Link) -> dict[str, Any]:
    return {"a": link.a, "b": link.b, "relation": link.kind}
