"""Set claims, figures and articles for a terminal.

In:   records.
Out:  what rich prints: blocks of claims, a table of figures, an article with its marks, a legend.
Not:  which claims these are, which is ask; JSON, which is show/answers.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from podobno.ask.claims import ClaimAnswer
from podobno.ask.figures import FigureAnswer
from podobno.records.claims import STANCES, Claim
from podobno.records.text import Article
from podobno.records.values import Figure
from podobno.show.marked import claim_marks, mark_text, value_marks
from podobno.show.words import (
    COLOURS,
    ELLIPSIS,
    SHORT_ID,
    SIGNS,
    bounds_words,
    counted,
    kind_words,
    known,
    names_words,
    ruling_words,
    score_words,
    stance_words,
    time_words,
)

DOT = " \u00b7 "  # between the parts of a line
QUOTES = ("\u201c", "\u201d")
MODE_WORDS = {"direct": "in their own words", "mixed": "partly in their own words"}
FIGURE_HEADS = ("bounds", "as written", "who", "said, of when")
LONG_DATE = 16  # columns that "until 2024-12-31" needs
RULE = "\u2500"
HEAD_CHARS = 60  # of a text that has no title
INDENT = (0, 0, 0, 4)  # top, right, bottom, left
UNDER = (0, 0, 1, 4)  # the same, with a blank line after it


def claim_blocks(answers: Iterable[ClaimAnswer]) -> Iterator[RenderableType]:
    """Yield the claims as blocks, those of one article under one heading."""
    for _, group in groupby(answers, key=lambda answer: answer.article):
        held = list(group)
        yield Text(_place_line(held[0].kept.article), "reverse")
        for answer in held:
            yield answer_block(answer)


def answer_block(answer: ClaimAnswer) -> RenderableType:
    """Return a claim with its id and what was judged of it."""
    claim, article = answer.kept.claim, answer.kept.article
    judged = [Text(ruling_words(ruling, claim), "bold blue") for ruling in answer.judged]
    return _block(claim, article, answer.chain, answer.id[:SHORT_ID], judged)


def claim_block(claim: Claim, article: Article) -> RenderableType:
    """Return a claim as it was read."""
    return _block(claim, article, tuple(source.name for source in claim.chain), "", ())


def _block(
    claim: Claim, article: Article, chain: tuple[str, ...], short_id: str, judged: Iterable[Text]
) -> RenderableType:
    """Who, how and the id on the first line, then the words, then through whom and when, then what was judged."""
    who, stance = (names_words(chain[-1:]), "bold"), (stance_words(claim), COLOURS[claim.stance])
    first = Text.assemble(_sign(claim), " ", who, DOT, stance, (f"{DOT}{short_id}" if short_id else "", "dim"))
    lines = (Text(quotation(claim, article)), Text(_origin_line(claim, chain), "dim"), *judged)
    return Group(first, *(Padding(line, INDENT, expand=False) for line in lines if line.plain), "")


def quotation(claim: Claim, article: Article) -> str:
    """Return the words of a claim in quotation marks, with dots where the article cuts them in two."""
    words = ELLIPSIS.join(" ".join(article.quotation(span).split()) for span in claim.content)
    return words.join(QUOTES)


def _sign(claim: Claim) -> tuple[str, str]:
    return SIGNS[claim.stance], f"bold {COLOURS[claim.stance]}"


def _origin_line(claim: Claim, chain: tuple[str, ...]) -> str:
    parts = [
        f"through {names_words(chain)}" if len(chain) > 1 else "",
        f"said {claim.said}" if claim.said else "",
        MODE_WORDS.get(claim.mode, ""),
        score_words(claim),
    ]
    return DOT.join(part for part in parts if part)


def _place_line(article: Article, *, with_title: bool = True) -> str:
    title = article.title or shorten(article.text[: 4 * HEAD_CHARS], HEAD_CHARS, placeholder=ELLIPSIS.rstrip())
    place = [_source_line(article), article.published, title if with_title else None]
    return DOT.join(part for part in place if part)


def _source_line(article: Article) -> str:
    outlet = f"{known(article.outlet)} ({article.agency})" if article.agency else article.outlet
    return DOT.join(part for part in (article.id[:SHORT_ID], outlet) if part)


def figures_table(answers: Sequence[FigureAnswer]) -> Iterator[RenderableType]:
    """Yield a row for each figure: bounds, words, who through whom, said and of when; under it the claim's words."""
    bounds = max([len(FIGURE_HEADS[0]), *(len(bounds_words(answer.figure)) for answer in answers)])
    yield _figure_row(bounds, *(Text(head, "bold") for head in FIGURE_HEADS))
    yield Rule(style="dim", characters=RULE)
    for answer in answers:
        kept = answer.claim.kept
        yield _figure_row(bounds, *_figure_cells(answer))
        unsure = DOT.join(filter(None, [score_words(kept.claim), *_judged(answer.claim)]))
        words = Text.assemble(
            (f"{_source_line(kept.article)} ", "dim"),
            quotation(kept.claim, kept.article),
            (DOT + unsure if unsure else "", "dim"),
        )
        yield Padding(words, UNDER, expand=False)


def _judged(answer: ClaimAnswer) -> Iterator[str]:
    return (ruling_words(ruling, answer.kept.claim) for ruling in answer.judged)


def _figure_row(bounds: int, *cells: RenderableType) -> Table:
    """Return one row; each is a table of its own, so that a line may stand under it, with the same columns."""
    row = Table.grid(padding=(0, 1), expand=True, pad_edge=False)
    row.add_column(width=bounds)
    row.add_column(ratio=1)
    row.add_column(ratio=1)
    row.add_column(width=LONG_DATE)
    row.add_row(*cells)
    return row


def _figure_cells(answer: FigureAnswer) -> tuple[RenderableType, ...]:
    claim = answer.claim.kept.claim
    marks = kind_words(is_capacity=answer.is_capacity, is_forecast=answer.is_forecast)
    is_plain = claim.stance == "asserts" and not claim.conditional
    stance = "" if is_plain else f" ({stance_words(claim)})"
    return (
        Text(bounds_words(answer.figure), "bold"),
        Text.assemble(" ".join(answer.written.split()), (f" [{marks}]" if marks else "", "yellow")),
        Text(names_words(answer.claim.chain) + stance, "" if is_plain else COLOURS[claim.stance]),
        Text(_when(answer)),
    )


def _when(answer: FigureAnswer) -> str:
    said = known(answer.claim.said or answer.claim.published)
    return f"{said}\n{time_words(answer.meant)}" if answer.meant else said


def article_page(
    article: Article,
    answers: Sequence[ClaimAnswer],
    loose: Iterable[Figure],
    has_colour: bool,
    judged: Iterable[str] = (),
) -> RenderableType:
    """Return an article with its claims, figures and times marked, a legend, the list of the claims, what was judged.

    judged: a line for each judgement.
    """
    claims = [answer.kept.claim for answer in answers]
    figures = [figure.span for figure in (*loose, *(figure for claim in claims for figure in claim.figures))]
    times = [time.span for claim in claims for time in claim.about]
    marks = [*claim_marks(claims), *value_marks(set(figures), set(times), has_colour=has_colour)]
    text = Text.assemble(*mark_text(article, marks))
    return Group(
        *([Text(article.title, "bold")] if article.title else []),
        Text(_place_line(article, with_title=False), "dim"),
        "",
        text,
        "",
        legend(claims, has_colour),
        "",
        claim_list(answers),
        *judged_lines(judged),
    )


def judged_lines(judged: Iterable[str]) -> Iterator[RenderableType]:
    """Yield the lines of judgements under a heading; where there is none, nothing."""
    lines = list(judged)
    if lines:
        yield Text("judged", "bold")
        yield from (Padding(Text(line, "bold blue"), INDENT, expand=False) for line in lines)


def legend(claims: Sequence[Claim], has_colour: bool) -> Text:
    """Return what the signs mean, for the stances that the article holds."""
    present = [stance for stance in STANCES if any(claim.stance == stance for claim in claims)]
    parts: list[tuple[str, str]] = [("[1 ...] a claim and its number", "dim")]
    parts += [(f"{SIGNS[stance]} {stance}", COLOURS[stance]) for stance in present]
    parts += [("figure", "underline"), ("time", "italic")] if has_colour else [("{figure}", ""), ("<time>", "")]
    return Text("   ").join(Text(*part) for part in parts)


def claim_list(answers: Sequence[ClaimAnswer]) -> RenderableType:
    """Return the claims by number: who, through whom, with which stance, said when."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1, 0, 0))
    for number, answer in enumerate(answers, 1):
        claim = answer.kept.claim
        said = DOT.join(part for part in (f"said {claim.said}" if claim.said else "", score_words(claim)) if part)
        table.add_row(
            str(number),
            Text(*_sign(claim)),
            stance_words(claim),
            Text(names_words(answer.chain), "bold"),
            said,
        )
    return Group(counted(len(answers), "claim"), table)
