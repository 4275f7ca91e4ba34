"""podobno judge: what a person decides, which outranks what the program found.

In:   claims and articles by the start of their ids, names, grades; who signs.
Out:  a judgement in the ledger, and its line.
Not:  the judging, which is show/judging.py; what follows from it, which is ask/judgements.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json, Known, LedgerFile

By = Annotated[str | None, typer.Option(metavar="NAME", help="Who judges; else PODOBNO_BY, else who is logged in.")]
Note = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, in your words.")]
Things = Annotated[
    list[str], typer.Argument(metavar="CLAIM CLAIM...", help="Ids or their starts; with --names, names.")
]
Names = Annotated[bool, typer.Option("--names", help="These are names of persons, bodies or places, not claims.")]
Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE ARTICLE...", help="Id or its start, or title words.")]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id or the start of it, its address, title words.")]
Day = Annotated[str, typer.Argument(metavar="DATE", help="When it was published: 2024-10-23, 2024-10, 2024.")]
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="Its id or the start of it.")]
Right = Annotated[
    list[str] | None, typer.Argument(metavar="[CHAIN]", help="From the article inward: 'Reuters > Nowak'.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The source, as the chain names it.")]
Letter = Annotated[str, typer.Argument(metavar="GRADE", help="A completely reliable ... E unreliable, F unknown.")]
Digit = Annotated[
    str, typer.Argument(metavar="GRADE", help="1 confirmed ... 5 improbable, 6 unknown; B2: the source, too.")
]
Given = Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id or the start of it.")]
All = Annotated[bool, typer.Option("--all", help="Also what was undone, and what undid it.")]

judge = typer.Typer(name="judge", help="Judge what the program found: signed, dated, and never deleted.")
story = typer.Typer(name="story", help="Say which articles are about one happening.")
judge.add_typer(story)


@judge.command()
def same(
    things: Things,
    names: Names = False,
    by: By = None,
    note: Note = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Judge that claims report the same words on the same occasion, or that names are one entity's."""
    from podobno.show.judging import Signing, judge_together

    signing = Signing(by=by, note=note, ledger=ledger, as_json=as_json)
    judge_together("same", "entity" if names else "claim", things, signing)


@judge.command()
def apart(
    things: Things,
    names: Names = False,
    by: By = None,
    note: Note = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Judge that the first is not the same as any of the others."""
    from podobno.show.judging import Signing, judge_together

    signing = Signing(by=by, note=note, ledger=ledger, as_json=as_json)
    judge_together("apart", "entity" if names else "claim", things, signing)


@judge.command()
def chain(
    claim: Claim,
    right: Right = None,
    by: By = None,
    note: Note = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Judge that the chain of a claim is wrong, and give the right one if you know it."""
    from podobno.show.judging import Signing, judge_chain

    judge_chain(claim, right or (), Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@judge.command()
def source(
    name: Name, grade: Letter, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False
) -> None:
    """Grade a source: A to F."""
    from podobno.show.judging import Signing, judge_source

    judge_source(name, grade, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@judge.command()
def claim(
    claim: Claim, grade: Digit, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False
) -> None:
    """Grade a claim: 1 to 6; B2 grades its source as well."""
    from podobno.show.judging import Signing, judge_claim

    judge_claim(claim, grade, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@judge.command()
def date(
    article: Article, day: Day, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False
) -> int:
    """Judge that an article was published at another time; it is read again under the right date."""
    from podobno.show.judging import Signing, judge_date

    return judge_date(article, day, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@story.command()
def join(
    articles: Articles, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False
) -> None:
    """Judge that articles are about one happening."""
    from podobno.show.judging import Signing, judge_together

    judge_together("same", "article", articles, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@story.command()
def split(
    articles: Articles, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False
) -> None:
    """Judge that the first article is about another happening than the others."""
    from podobno.show.judging import Signing, judge_together

    judge_together("apart", "article", articles, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@judge.command()
def undo(judgement: Given, by: By = None, note: Note = None, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """Take a judgement back; nothing is deleted."""
    from podobno.show.judging import Signing, undo_judgement

    undo_judgement(judgement, Signing(by=by, note=note, ledger=ledger, as_json=as_json))


@judge.command("list")
def list_all(known: Known = None, is_all: All = False, ledger: LedgerFile = None, as_json: Json = False) -> None:
    """List the judgements that stand."""
    from podobno.show.judging import list_judgements
    from podobno.show.questions import check_day

    list_judgements(ledger, check_day(known), is_all=is_all, as_json=as_json)
