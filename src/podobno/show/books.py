"""Join ledgers, print and load their text form, and tell what was recorded when.

In:   ledgers, texts.
Out:  lines on standard output, progress on standard error.
Not:  the ledgers themselves: ledger/text.py, ledger/log.py, run/merge.py, run/load.py.
"""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from podobno.ask.articles import find_article
from podobno.ledger.log import READING, log_entries
from podobno.ledger.merge import Merged
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import DAMAGES
from podobno.ledger.text import print_ledger
from podobno.records.canonical import (
    read_article,
    read_claim,
    read_figure,
    read_judgement,
    read_link,
    read_problem,
)
from podobno.records.entries import Entry
from podobno.records.errors import BadUse
from podobno.records.text import Article, Span
from podobno.run.clock import SystemClock
from podobno.run.linking import link_joined
from podobno.run.load import load_into
from podobno.run.merge import merge_into
from podobno.show.lines import print_line
from podobno.show.progress import progress
from podobno.show.settings import read_settings
from podobno.show.words import SHORT_ID, counted, judgement_words, known, speaker_words

STDIN = "-"
LONGEST = 60  # code points of a quotation: what fits into a line
DOTS = "\u2026"
READ_AGAIN = "read again"

# Merge, load, print


def merge_books(others: Sequence[Path], ledger: Path | None, as_json: bool) -> None:
    """Take other ledgers into this one, one after the other; each is taken whole or not at all."""
    with open_ledger(ledger or read_settings().ledger, clock=SystemClock()) as book:
        for other in others:
            _tell_merge(merge_into(book, other, link_joined), str(other), as_json)


def load_books(files: Sequence[Path], ledger: Path | None, as_json: bool) -> None:
    """Take ledgers in text form into this one; "-" is standard input."""
    with open_ledger(ledger or read_settings().ledger, clock=SystemClock()) as book:
        for file in files:
            with _lines(file) as lines:
                _tell_merge(load_into(book, lines, str(file), link_joined), str(file), as_json)


def print_book(ledger: Path | None) -> None:
    """Print the ledger in its text form."""
    with open_ledger(ledger or read_settings().ledger) as book:
        sys.stdout.writelines(print_ledger(book))


def _tell_merge(steps: Iterator[Merged], name: str, as_json: bool) -> None:
    merged = Merged(done=0, total=0, new={})
    with progress(has_lines=as_json) as update:
        for merged in steps:
            update(f"{name}: {merged.done:,} of {counted(merged.total, 'entry')}")
    words = f"{name}: {counted(merged.total, 'entry')}, new: {_new_words(merged.new)}"
    told = {"file": name, "entries": merged.total, "new": merged.new}
    print_line(told, as_json, words.replace("{", "{{").replace("}", "}}"))


def _new_words(new: Mapping[str, int]) -> str:
    return ", ".join(counted(number, kind) for kind, number in new.items()) or "none"


@contextmanager
def _lines(file: Path) -> Iterator[Iterable[str]]:
    """Give the lines of a text; only a line feed ends one, for other ends may stand inside."""
    try:
        if str(file) == STDIN:
            yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="\n")
        else:
            with file.open(encoding="utf-8", newline="\n") as lines:
                yield lines
    except UnicodeDecodeError as error:
        raise BadUse(
            f"{file} is no text in UTF-8 ({error}). Name a ledger in text form, as `podobno print` writes it."
        ) from None


# Log


def log_book(given: str | None, known_by: str | None, ledger: Path | None, as_json: bool) -> None:
    """Print what was recorded, earliest first: when, what, by whom; given: only what is about this article."""
    with open_ledger(ledger or read_settings().ledger) as book:
        article = find_article(book, given).id if given is not None else None
        read = cache(book.article)
        for entry in log_entries(book, known=known_by, article=article):
            words = _entry_words(entry, read)
            line = f"{_short_moment(entry)}  {entry.kind:9} {entry.id[:SHORT_ID]}  {words}  [{entry.maker}]"
            told = {"recorded": entry.recorded, "kind": entry.kind, "id": entry.id, "article": entry.article}
            print_line(
                {**told, "maker": entry.maker, "words": words}, as_json, line.replace("{", "{{").replace("}", "}}")
            )


def _short_moment(entry: Entry) -> str:
    return entry.recorded[:19].replace("T", " ")


def _entry_words(entry: Entry, read: Callable[[str], Article]) -> str:
    try:
        return " ".join(_words(entry, read).split())
    except DAMAGES:
        return "damaged: `podobno check` tells how"


def _words(entry: Entry, read: Callable[[str], Article]) -> str:
    if entry.kind == READING:
        return READ_AGAIN
    if entry.kind == "article":
        article = read_article(entry.body)
        return f"{known(article.published)} {article.title or article.text[:LONGEST]}"
    if entry.kind == "claim":
        claim = read_claim(entry.body)
        return f"{speaker_words(claim)}, {claim.stance}: {_quoted(claim.content[0], read)}"
    if entry.kind == "figure":
        return _quoted(read_figure(entry.body).span, read)
    if entry.kind == "link":
        link = read_link(entry.body)
        return f"{link.kind} {link.a[:SHORT_ID]} {link.b[:SHORT_ID]}"
    if entry.kind == "judgement":
        judgement = read_judgement(entry.body)
        is_id = judgement.kind in ("claim", "article", "judgement")
        return judgement_words(judgement, [one[:SHORT_ID] if is_id else one for one in judgement.subjects])
    problem = read_problem(entry.body)
    return f"{problem.code} {problem.where}: {problem.said}"


def _quoted(span: Span, read: Callable[[str], Article]) -> str:
    words = read(span.article).quotation(span)
    return repr(words if len(words) <= LONGEST else words[:LONGEST] + DOTS)
