"""Ask a ledger across articles and show the answers, as pages for people or as JSON lines.

In:   questions, the ledger's file.
Out:  answers on standard output; how many there are on standard error.
Not:  the answers themselves, which are ask; how they look, which is show/links.py.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from podobno.ask.articles import find_article
from podobno.ask.claims import ClaimQuestion
from podobno.ask.figures import FigureQuestion
from podobno.ask.firsthand import open_firsthand
from podobno.ask.origins import Knowing, ask_origins, sources_of
from podobno.ask.relations import OPPOSED, ask_relations
from podobno.ask.series import ask_series
from podobno.ask.stories import ask_copies, ask_stories, name_story
from podobno.ask.utterances import ask_utterances
from podobno.lang.pack import open_pack
from podobno.ledger.prefixes import find_claim
from podobno.link.grammar import open_linking
from podobno.records.clocks import Clocks
from podobno.records.errors import BadUse
from podobno.records.links import CLAIM_LINKS
from podobno.run.words import open_lemmas
from podobno.show.linkdicts import copy_dict, relation_dict, story_dict, utterance_dict
from podobno.show.origindicts import origins_dict, series_dicts
from podobno.show.questions import MOST_SHOWN, OLDER, as_meant, cut, open_book, print_lines, print_pages, tell
from podobno.show.words import counted

Answer = TypeVar("Answer")
PACK = "pl"  # its first-hand words are looked for, as its base forms are by open_lemmas
RELATIONS = tuple(kind for kind in CLAIM_LINKS if kind != "same")


def check_kinds(given: Sequence[str]) -> tuple[str, ...]:
    """Return kinds of links between claims as they are, the opposed ones where none is given; others raise BadUse."""
    for kind in given:
        if kind not in RELATIONS:
            raise BadUse(f"{kind!r} is no relation of claims. Write one of {', '.join(RELATIONS)}.")
    return tuple(given) or OPPOSED


def show_utterances(question: ClaimQuestion, min_articles: int, ledger: Path | None, as_json: bool) -> None:
    """Show the utterances of the claims that a question asks for."""
    from podobno.show.links import utterance_blocks

    with open_book(ledger) as book:
        answers = list(ask_utterances(book, as_meant(book, question), open_lemmas(), min_articles=min_articles))
        _show(answers, utterance_dict, utterance_blocks, as_json)
        tell(counted(len(answers), "utterance"), book, question.clocks.as_of, as_json)


def show_relations(question: ClaimQuestion, kinds: tuple[str, ...], ledger: Path | None, as_json: bool) -> None:
    """Show how the claims that a question asks for stand to others."""
    from podobno.show.links import relation_blocks

    with open_book(ledger) as book:
        answers = list(ask_relations(book, as_meant(book, question), kinds, open_lemmas()))
        _show(answers, relation_dict, relation_blocks, as_json)
        tell(counted(len(answers), "relation"), book, question.clocks.as_of, as_json)


def show_stories(given: str | None, clocks: Clocks, ledger: Path | None, as_json: bool) -> None:
    """Show all stories of more than one article, or the one that is named with its articles and reasons."""
    from podobno.show.links import story_lines, story_page

    with open_book(ledger) as book:
        if given is None:
            answers = list(ask_stories(book, clocks))
            _show(answers, story_dict, story_lines, as_json)
            tell(counted(len(answers), "story"), book, clocks.as_of, as_json)
            return
        story = name_story(ask_stories(book, clocks, min_articles=1), given)
        _show([story], story_dict, lambda held: story_page(held[0]), as_json)


def show_copies(given: str | None, clocks: Clocks, ledger: Path | None, as_json: bool) -> None:
    """Show the passages that articles share: all, or those of the article that is named."""
    from podobno.show.links import copy_blocks

    with open_book(ledger) as book:
        articles = list(book.articles_seen(clocks)) if given is None else [find_article(book, given)]
        answers = list(ask_copies(book, articles, clocks))
        _show(answers, copy_dict, copy_blocks, as_json)
        tell(counted(len(answers), "copy"), book, clocks.as_of, as_json)


def show_origins(given: str, clocks: Clocks, ledger: Path | None, as_json: bool) -> None:
    """Show the origins of the claim that is meant, and how they stand to one another."""
    from podobno.show.origins import origins_page

    with open_book(ledger) as book:
        pack = open_pack(PACK)
        known = open_firsthand(pack, open_lemmas(PACK))
        knowing = Knowing(firsthand=known, same_source=sources_of(book, open_linking(pack)))
        answer = ask_origins(book, find_claim(book, given, clocks.known).id, clocks, knowing)
        _show([answer], origins_dict, lambda held: origins_page(held[0]), as_json)


def show_series(question: FigureQuestion, ledger: Path | None, as_json: bool) -> None:
    """Show the series of the figures that a question asks for."""
    from podobno.show.series import series_blocks

    with open_book(ledger) as book:
        asked, is_cut = cut(as_meant(book, question), as_json)
        series = list(ask_series(book, asked, open_lemmas(PACK)))
        if as_json:
            print_lines(line for one in series for line in series_dicts(one))
        else:
            print_pages(series_blocks(series))
        points = counted(sum(len(one.points) for one in series), "point")
        figures = sum(len(point.reports) for one in series for point in one.points)
        more = OLDER if is_cut and figures > MOST_SHOWN else ""
        tell(f"{len(series):,} series, {points}{more}", book, question.clocks.as_of, as_json)


def _show(
    answers: list[Answer],
    line: Callable[[Answer], dict[str, Any]],
    page: Callable[[list[Answer]], Iterable[Any]],
    as_json: bool,
) -> None:
    if as_json:
        print_lines(line(one) for one in answers)
    else:
        print_pages(page(answers))
