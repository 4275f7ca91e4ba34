"""Read text and Markdown: the article's text is the file's text, as it stands.

In:   a decoded file.
Out:  a draft with the title and the date that its first lines state.
Not:  bytes, which are read/charsets.py; tidying, which nobody does: offsets count in the file.
"""

import re
from collections.abc import Iterable

from podobno.read.drafts import Draft

TITLE_CHARS = 200  # longer first lines are paragraphs
_HEADING = re.compile(r"^#\s+(?P<title>.+?)\s*#*\s*$", re.MULTILINE)
_FIRST_LINE = re.compile(r"\s*(?P<title>\S[^\r\n]*)(?:\r\n|\r|\n)[ \t]*(?:\r|\n)")
_DATE = r"(?P<date>\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?|\d{1,2}\.\d{1,2}\.\d{4})(?=\s|$)"
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:[^\r\n]*\r?\n){1,40}?)---[ \t]*(?:\r?\n|$)")
_PAIR = re.compile(r"^(?P<key>\w+):[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)


def read_text(text: str, where: str, labels: Iterable[str] = ()) -> Draft:
    """Return the draft of a text file; labels are words that may stand before its date."""
    date = _leading_date(text, labels)
    rest = text[date.end() :] if date else text
    return Draft(where=where, text=text, title=_title(rest), published=date["date"] if date else None)


def read_markdown(text: str, where: str, labels: Iterable[str] = ()) -> Draft:
    """Return the draft of a Markdown file: title and the like from its front matter, else as for a text."""
    plain = read_text(text, where, labels)
    front = _front_matter(text)
    heading = _HEADING.search(text)
    return Draft(
        where=where,
        text=text,
        title=front.get("title") or (heading["title"] if heading else None),
        url=front.get("url"),
        outlet=front.get("outlet"),
        byline=front.get("author"),
        published=front.get("published") or front.get("date") or plain.published,
    )


def _leading_date(text: str, labels: Iterable[str]) -> re.Match[str] | None:
    words = "|".join(map(re.escape, ("date", *labels)))
    return re.match(rf"\s*(?:{words})\s*:?\s+{_DATE}", text, re.IGNORECASE)


def _title(text: str) -> str | None:
    """Return the first line where it is short, a blank line follows, and no stop ends it."""
    found = _FIRST_LINE.match(text)
    title = found["title"].strip() if found else ""
    return title if 0 < len(title) <= TITLE_CHARS and not title.endswith((".", ",", ";")) else None


def _front_matter(text: str) -> dict[str, str]:
    found = _FRONT.match(text)
    if found is None:
        return {}
    pairs = ((pair["key"].lower(), pair["value"].strip("\"'")) for pair in _PAIR.finditer(found["lines"]))
    return {key: value for key, value in pairs if value}
