"""podobno claims: who says what, through whom, since when.

In:   words, a speaker, a stance, a day.
Out:  the claims that fit, those of one article together, by day of publication.
Not:  the choice of claims, which is ask/claims.py.
"""

from podobno.show.cli.options import About, AsOf, By, Json, Known, LedgerFile, Limit, MinScore, Said, Stance, Words


def claims(
    words: Words = None,
    by: By = None,
    stance: Stance = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    min_score: MinScore = None,
    limit: Limit = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show who says what: speaker, stance, quotation, chain."""
    from podobno.ask.claims import ClaimQuestion
    from podobno.show.questions import check_clocks, check_stance, show_claims

    question = ClaimQuestion(
        words=tuple(words or ()),
        by=by,
        stance=check_stance(stance),
        clocks=check_clocks(as_of, known, said, about),
        min_score=min_score,
        limit=limit,
    )
    show_claims(question, ledger, as_json)
