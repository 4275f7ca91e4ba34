"""Show one article, or why one claim was read as it was, each with what persons judged of it.

In:   an article or a claim as a person names it, clocks, the ledger's file.
Out:  a page or a JSON line on standard output.
Not:  how they look, which is show/pages.py and show/explanations.py; many answers, which are show/questions.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from podobno.ask.articles import claims_of, find_article
from podobno.ask.claims import ClaimAnswer, answer
from podobno.ask.judgements import Ruling, find_rulings, rulings_dating, rulings_joining, sort_rulings
from podobno.ask.stories import see_articles
from podobno.ledger.claims import KeptClaim
from podobno.ledger.folding import fold
from podobno.ledger.prefixes import find_claim
from podobno.ledger.store import Ledger
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.records.judgements import SEVERAL
from podobno.records.text import Article
from podobno.show.answers import answer_dict, article_dict, explanation_dict, figure_dict, judgement_dict
from podobno.show.questions import open_book, print_lines, print_pages, screen
from podobno.show.settings import read_settings
from podobno.show.words import date_words, grade_words, joining_words, ruling_words


def show_article(given: str, clocks: Clocks, ledger: Path | None, as_json: bool) -> None:
    """Show the article that is meant, with its claims as the clocks show them, and what was judged of all."""
    with open_book(ledger) as book:
        article = _find(book, given, clocks)
        stead = book.replaced(clocks.known).get(article.id)
        rulings = find_rulings(book, clocks.known)
        judged = sort_rulings(rulings)
        answers = [answer(kept, judged) for kept in claims_of(book, article, clocks)]
        # A figure in the article's own voice was said by nobody on no day.
        loose = [] if clocks.has_claim_days else list(book.figures(article.id, known=clocks.known))
    if as_json:
        told = {"text": article.text, "claims": [_claim_dict(one, rulings) for one in answers]}
        about = {"judged": _dicts(_of_article(article, rulings)), "replaced_by": stead}
        figures = [figure_dict(figure, article) for figure in loose]
        print_lines([{**article_dict(article), **told, "figures": figures, **about}])
        return
    from podobno.show.pages import article_page

    console = screen()
    lines = [*_stead_lines(stead), *_article_lines(article, rulings), *_claim_lines(article, answers, rulings)]
    print_pages([article_page(article, answers, loose, console.is_terminal and not console.no_color, lines)])


def show_explanation(given: str, ledger: Path | None, as_json: bool) -> None:
    """Show why the claim that is meant was read as it was, and what was judged of it."""
    from podobno.run.explain import explain_claim
    from podobno.run.pipeline import open_stages

    with open_book(ledger) as book:
        kept = find_claim(book, given)
        rulings = find_rulings(book)
        explanation = explain_claim(book, given, open_stages(parser=read_settings().parser))
    if as_json:
        print_lines([{**explanation_dict(explanation), "judged": _dicts(_of_claim(kept, rulings))}])
        return
    from podobno.show.explanations import explanation_page

    lines = (_line(one, kept) for one in _of_claim(kept, rulings))
    screen().print(explanation_page(explanation, lines))


def _find(book: Ledger, given: str, clocks: Clocks) -> Article:
    article = find_article(book, given, clocks.known)
    if article.id not in book.replaced(clocks.known) and not see_articles(book, [article.id], clocks):
        raise BadUse(f"article {article.id} was not out or not recorded by then. Name a later day, or none.")
    return article


# What was judged


def _of_article(article: Article, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return what was judged of an article: of its outlet and its agency, and what it is one story with."""
    sources = sort_rulings(rulings).sources
    named = (article.outlet, *(article.agency or "").split(", "))
    graded = (sources.get(name) for name in dict.fromkeys(fold(name or "") for name in named) if name)
    own = (*rulings_dating(rulings, article.id), *rulings_joining(rulings, article.id))
    return *(one for one in graded if one is not None), *own


def _of_claim(kept: KeptClaim, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    of_it = sort_rulings(rulings).of(kept.id, kept.claim, kept.article.outlet)
    return *of_it, *rulings_joining(rulings, kept.id)


def _line(ruling: Ruling, kept: KeptClaim) -> str:
    return joining_words(ruling, kept.id) if _is_joining(ruling) else ruling_words(ruling, kept.claim)


def _is_joining(ruling: Ruling) -> bool:
    return ruling.judgement.verdict in SEVERAL


def _article_lines(article: Article, rulings: Sequence[Ruling]) -> Iterator[str]:
    for one in _of_article(article, rulings):
        if one.judgement.verdict == "date":
            yield date_words(one.judgement)
        else:
            yield joining_words(one, article.id) if _is_joining(one) else grade_words(one.judgement)


def _stead_lines(stead: str | None) -> Iterator[str]:
    if stead is not None:
        yield f"replaced: its date of publication was set right, and {stead} is shown in its stead"


def _claim_lines(article: Article, answers: Iterable[ClaimAnswer], rulings: Sequence[Ruling]) -> Iterator[str]:
    """Yield a line for each judgement of a claim, with its number; what is of the whole article is told once."""
    whole = {one.id for one in _of_article(article, rulings)}
    for number, one in enumerate(answers, 1):
        own = (ruling for ruling in _of_claim(one.kept, rulings) if ruling.id not in whole)
        yield from (f"{number}: {_line(ruling, one.kept)}" for ruling in own)


def _claim_dict(found: ClaimAnswer, rulings: Sequence[Ruling]) -> dict[str, Any]:
    return {**answer_dict(found), "judged": _dicts(_of_claim(found.kept, rulings))}


def _dicts(rulings: Iterable[Ruling]) -> list[dict[str, Any]]:
    return [judgement_dict(one.id, one.judgement) for one in rulings]
