"""podobno entities: who and what the articles name, under which names.

In:   perhaps a name or role, days.
Out:  entities, those of the most articles first: names with the reasons why they are one, roles, counts.
Not:  the choice, which is ask/entities.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import About, AsOf, Json, Known, LedgerFile, Said

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Words of a name or role, in any form.")]
Limit = Annotated[int | None, typer.Option(metavar="NUMBER", min=1, help="At most so many.")]


def entities(
    name: Name = None,
    as_of: AsOf = None,
    known: Known = None,
    said: Said = None,
    about: About = None,
    limit: Limit = None,
    ledger: LedgerFile = None,
    as_json: Json = False,
) -> None:
    """Show people, bodies and places: all names of each, why they are one, roles, counts."""
    from podobno.ask.entities import EntityQuestion
    from podobno.show.entities import show_entities
    from podobno.show.questions import check_clocks

    show_entities(EntityQuestion(name=name, clocks=check_clocks(as_of, known, said, about)), limit, ledger, as_json)
