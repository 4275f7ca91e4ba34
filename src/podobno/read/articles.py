"""Make an article of what a format gives: check it, and fill in what the text itself tells.

In:   a draft, and the rules.
Out:  its problems, then the article; no article where there is no text or too much of it.
Not:  where the draft comes from, which is read/text.py, read/html.py and read/jsonl.py.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from podobno.lang.languages import tell_language
from podobno.read.dates import parse_date
from podobno.read.drafts import Draft
from podobno.read.origins import find_byline, outlet_of
from podobno.read.rules import ReadRules
from podobno.records.problems import Problem
from podobno.records.text import Article

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"
_UNUSABLE = re.compile("[\0\ud800-\udfff]")  # no database and no UTF-8 file takes these


def make_article(draft: Draft, rules: ReadRules) -> Iterator[Article | Problem]:
    """Yield the problems of a draft and then its article; the settings outrank what the draft says."""
    fault = _text_fault(draft, rules.settings.text_limit_chars)
    if fault is not None:
        yield fault
        return
    draft, unusable = _without_unusable(draft)
    if unusable is not None:
        yield unusable
    published, problem = _checked_date(draft, draft.published)
    if problem is not None:
        yield problem
    yield _article(replace(draft, published=published), rules)


def _text_fault(draft: Draft, limit_chars: int) -> Problem | None:
    if not draft.text.strip():
        said = "it holds no text" if not draft.text else "it holds nothing but white space"
        return Problem(code="READ-EMPTY", where=draft.where, said=said, did="passed it over")
    if len(draft.text) > limit_chars:
        said = f"its text has {len(draft.text)} characters, and the limit for an article is {limit_chars}"
        did = "passed it over; cut it into articles, one a file or one a JSON line"
        return Problem(code="READ-TOO-LARGE", where=draft.where, said=said, did=did)
    return None


def _without_unusable(draft: Draft) -> tuple[Draft, Problem | None]:
    """Return the draft with each NUL and each half of a surrogate pair replaced: the offsets stay."""
    clean = replace(
        draft,
        text=_UNUSABLE.sub(SUBSTITUTE, draft.text),
        title=_clean(draft.title),
        url=_clean(draft.url),
        outlet=_clean(draft.outlet),
        byline=_clean(draft.byline),
    )
    found = _UNUSABLE.findall(draft.text)
    if not found:
        return clean, None
    first = _UNUSABLE.search(draft.text)
    place = first.start() if first else 0
    said = f"NUL or half of a surrogate pair stands in it {len(found)} times, first at character {place}"
    did = "replaced each by U+FFFD; all other characters and offsets stand"
    return clean, Problem(code="READ-CHARACTERS", where=draft.where, said=said, did=did)


def _clean(value: str | None) -> str | None:
    return None if value is None else _UNUSABLE.sub(SUBSTITUTE, value).strip() or None


def _checked_date(draft: Draft, written: str | None) -> tuple[str | None, Problem | None]:
    if written is None or not written.strip():
        return None, None
    date = parse_date(written)
    if date is not None:
        return date, None
    said = f"the date {_UNUSABLE.sub(SUBSTITUTE, written)[:80]!r} does not exist or is no date"
    did = "read the article without a date; write 2024-05-15, 2024-05 or 2024"
    return None, Problem(code="DATE-INVALID", where=draft.where, said=said, did=did)


def _article(draft: Draft, rules: ReadRules) -> Article:
    settings = rules.settings
    url = settings.url or draft.url
    language = settings.language or tell_language(draft.text)
    bylines = rules.bylines.get(language or "")
    byline, agency = find_byline(draft.text, bylines) if bylines is not None else (None, None)
    return Article(
        text=draft.text,
        title=draft.title,
        url=url,
        outlet=settings.outlet or draft.outlet or (outlet_of(url) if url else None),
        byline=draft.byline or byline,
        agency=agency,
        language=language,
        published=parse_date(settings.published) if settings.published else draft.published,
        updated=parse_date(draft.updated) if draft.updated else None,
    )
