"""Write the page of a story into a file.

In:   an article of the story, where the file goes, a language, the ledger's file.
Out:  the file, whole or not at all; how large it is, on standard error.
Not:  what stands in it: show/web/offline.py.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from podobno.ask.articles import articles_meant, find_article
from podobno.ask.stories import Story, find_story, see_articles
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.show.questions import open_book

STANDARD_OUTPUT = Path("-")
MOST_NAMED = 50  # articles that words of a title may fit, if all are of one story
READABLE = 0o644  # a temporary file is its writer's alone


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWish:
    """Which story is wanted, and how."""

    given: str  # an article of it: id or its start, address, words of its title
    clocks: Clocks
    language: str
    output: Path  # "-": standard output
    is_replacing: bool  # whether a file that is there may go


def write_page(wish: PageWish, ledger: Path | None) -> None:
    """Write a story into one file; one that is there already raises BadUse unless it may be replaced."""
    _check_output(wish)
    with open_book(ledger) as book:
        page = _page(book, wish)
    if wish.output == STANDARD_OUTPUT:
        sys.stdout.write(page)
        return
    _write(wish.output, page)
    sys.stderr.write(f"{wish.output}: {len(page.encode()) / 1000:,.0f} kB\n")


def _check_output(wish: PageWish) -> None:
    if wish.output == STANDARD_OUTPUT:
        return
    if wish.output.is_dir():
        raise BadUse(f"{wish.output} is a folder. Name a file in it, such as {wish.output / 'story.html'}.")
    if wish.output.exists() and not wish.is_replacing:
        raise BadUse(f"{wish.output} is there already. Name another file, or add --replace.")


def _page(book: Ledger, wish: PageWish) -> str:
    from podobno.show.web.offline import story_file
    from podobno.show.web.phrases import open_phrases
    from podobno.show.web.wholestory import find_seen_story, tell_story

    phrases = open_phrases()
    if wish.language not in phrases:
        raise BadUse(f"there is no page in {wish.language!r}. Write one of {', '.join(phrases)}.")
    whole, named = _whole(book, wish)
    story = find_seen_story(book, whole, named, wish.clocks)
    if story is None:
        raise BadUse(f"no article of this story was out by {wish.clocks.as_of}. Name a later day.")
    return story_file(tell_story(book, story, wish.clocks), wish.clocks, phrases[wish.language])


def _whole(book: Ledger, wish: PageWish) -> tuple[Story, str]:
    """Return the story that is meant with the article that names it; several articles may, if they are of one story."""
    known = Clocks(known=wish.clocks.known)
    found = articles_meant(book, wish.given, MOST_NAMED, known.known) if wish.given.strip() else []
    held = see_articles(book, [one.id for one in found[:1]], known)
    for article in held.values():
        story = find_story(book, article, known)
        if {one.id for one in found} <= {one.id for one in story.articles} and len(found) < MOST_NAMED:
            return story, article.id
    article = find_article(book, wish.given, known.known)
    if not see_articles(book, [article.id], known):
        raise BadUse(f"the ledger did not hold {wish.given!r} by {wish.clocks.known}. Name a later day.")
    return find_story(book, article, known), article.id


def _write(output: Path, page: str) -> None:
    """Write beside the place first: a full disk leaves no half a page, and no file less than before."""
    if output.exists() and not output.is_file():  # a pipe or a device, which must stay what it is
        output.write_text(page, encoding="utf-8")
        return
    folder = output.parent
    if not folder.is_dir():
        raise BadUse(f"there is no folder {folder}. Make it, or name another.")
    part = ""
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".part", delete=False) as file:
            part = file.name
            file.write(page)
        os.chmod(part, READABLE)
        os.replace(part, output)
    except OSError as error:
        if part:
            Path(part).unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(output)) from error
