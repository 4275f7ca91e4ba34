"""Set utterances, relations, stories and copies for a terminal.

In:   answers of ask.
Out:  what rich prints: blocks with quotations and the reasons of links.
Not:  which these are, which is ask; JSON, which is show/linkdicts.py.
"""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from podobno.ask.claims import ClaimAnswer
from podobno.ask.relations import Relation
from podobno.ask.stories import Copied, Story
from podobno.ask.utterances import Utterance
from podobno.ledger.links import KeptLink
from podobno.link.reasons import EVIDENCE_WORDS, LINK_WORDS
from podobno.records.text import Article, Span
from podobno.show.copies import copy_page
from podobno.show.pages import DOT, INDENT, QUOTES, answer_block, quotation
from podobno.show.words import COLOURS, ELLIPSIS, SHORT_ID, SIGNS, counted, known, names_words, stance_words

REPORT_CHARS = 110  # of a report's own wording: one or two lines of a screen
REASON_CHARS = 60  # of each side of a reason
DEEP = (0, 0, 0, 8)  # top, right, bottom, left
WITH = " ~ "  # between the two sides of a reason


def utterance_blocks(utterances: Iterable[Utterance]) -> Iterator[RenderableType]:
    """Yield a block for each utterance: who, how many reports, the fullest words, then each report."""
    for utterance in utterances:
        fullest = utterance.fullest
        claim = fullest.kept.claim
        counts = f"{counted(len(utterance.reports), 'report')} in {counted(len(utterance.articles), 'article')}"
        head = Text.assemble(
            (SIGNS[claim.stance], f"bold {COLOURS[claim.stance]}"),
            " ",
            (names_words(fullest.chain[-1:]), "bold"),
            DOT,
            (stance_words(claim), COLOURS[claim.stance]),
            f"{DOT}{counts}",
            (f"{DOT}{utterance.id[:SHORT_ID]}", "dim"),
        )
        yield Group(head, Padding(Text(quotation(claim, fullest.kept.article)), INDENT), *_reports(utterance), "")


def _reports(utterance: Utterance) -> Iterator[RenderableType]:
    if len(utterance.reports) == 1:
        yield Padding(Text(_report_line(utterance.reports[0]), "dim"), INDENT)
        return
    for report in utterance.reports:
        kept = report.kept
        words = shorten(quotation(kept.claim, kept.article), REPORT_CHARS, placeholder=ELLIPSIS.rstrip())
        own = "" if report is utterance.fullest else words
        yield Padding(Text.assemble((_report_line(report), "dim"), DOT if own else "", own), DEEP)


def _report_line(report: ClaimAnswer) -> str:
    through = f"through {names_words(report.chain[:-1])}" if len(report.chain) > 1 else ""
    parts = [known(report.published), known(report.outlet), through, report.id[:SHORT_ID]]
    return DOT.join(part for part in parts if part)


def relation_blocks(relations: Iterable[Relation]) -> Iterator[RenderableType]:
    """Yield a block for each relation: the two claims with what stands between them, then the reasons."""
    for one in relations:
        articles = {side.article: side.kept.article for side in (one.a, one.b)}
        between = Padding(Text(LINK_WORDS[one.kept.link.kind], "bold"), INDENT)
        because = (Padding(Text(line, "dim"), INDENT) for line in reasons(one.kept, articles))
        yield Group(_side(one.a), between, _side(one.b), *because, "")


def _side(answer: ClaimAnswer) -> RenderableType:
    place = DOT.join((known(answer.published), known(answer.outlet)))
    return Group(Text(place, "reverse"), answer_block(answer))


def reasons(kept: KeptLink, articles: dict[str, Article]) -> Iterator[str]:
    """Yield a line for each reason of a link, with the words on both sides, and one for its score."""
    for one in kept.link.evidence:
        sides = WITH.join(span_words(span, articles) for span in (one.a, one.b) if span is not None)
        yield f"because: {EVIDENCE_WORDS.get(one.code, one.code)}" + (f": {sides}" if sides else "")
    yield f"score {kept.link.score:.2f}{DOT}by {kept.link.rule or kept.maker}{DOT}{kept.id[:SHORT_ID]}"


def span_words(span: Span, articles: dict[str, Article]) -> str:
    """Return the words of a span in quotation marks, cut after some; articles: by id."""
    text = " ".join(articles[span.article].quotation(span).split())
    return shorten(text, REASON_CHARS, placeholder=ELLIPSIS.rstrip()).join(QUOTES)


def story_lines(stories: Iterable[Story]) -> Iterator[RenderableType]:
    """Yield a line for each story: id, first and last day, articles, outlets, title."""
    for story in stories:
        days = dict.fromkeys(known(one.published) for one in (story.articles[0], story.articles[-1]))
        outlets = len({one.outlet for one in story.articles if one.outlet})
        counts = f"{counted(len(story.articles), 'article')}, {counted(outlets, 'outlet')}"
        yield Text.assemble((story.id[:SHORT_ID], "dim"), "  ", "..".join(days), f"  {counts}  ", (story.title, "bold"))


def story_page(story: Story) -> Iterator[RenderableType]:
    """Yield a story's title, its articles by day, and why they belong together."""
    yield Text(story.title, "bold")
    for one in story.articles:
        head = one.title or shorten(one.text[: 4 * REPORT_CHARS], REPORT_CHARS, placeholder=ELLIPSIS.rstrip())
        yield Text(DOT.join((one.id[:SHORT_ID], known(one.published), known(one.outlet), head)))
    articles = {one.id: one for one in story.articles}
    for kept in story.links:
        yield Text.assemble("\n", f"{kept.link.a[:SHORT_ID]} {LINK_WORDS['story']} {kept.link.b[:SHORT_ID]}")
        yield Padding(Text("\n".join(reasons(kept, articles)), "dim"), INDENT)


def copy_blocks(copies: Iterable[Copied]) -> Iterator[RenderableType]:
    """Yield for each copy its passages side by side, and who likely took them from whom."""
    for one in copies:
        yield Group(copy_page(one.kept.link, one.a, one.b, one.taking), "")
