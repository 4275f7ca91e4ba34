"""podobno read: articles in, claims into the ledger, or the gold's form on standard output.

In:   files, folders, addresses of the web, "-".
Out:  what was read, article by article; problems and progress on standard error.
Not:  the reading, which is show/reports.py and show/golds.py.
"""

from typing import Annotated, Literal

import typer

from podobno.show.cli.options import Json, LedgerFile

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help='Files, folders, addresses of the web, or "-".')]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="When they were published: 2024-10-23, 2024-10.")]
Url = Annotated[str | None, typer.Option(metavar="ADDRESS", help="The address of the article.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them; else told from the address.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Their language: pl; else told from the text.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Their encoding: cp1250; else told from the bytes.")]
Fields = Annotated[
    str | None, typer.Option(metavar="NAMES", help="Field names of JSON lines: title=headline,text=body.")
]
Form = Annotated[Literal["gold"] | None, typer.Option(help="Print the gold's form, and touch no ledger.")]

Jobs = Annotated[int, typer.Option(metavar="NUMBER", min=1, help="So many processes; each takes 700 MB.")]


def read(
    paths: Paths,
    published: Published = None,
    url: Url = None,
    outlet: Outlet = None,
    language: Language = None,
    encoding: Encoding = None,
    fields: Fields = None,
    ledger: LedgerFile = None,
    form: Form = None,
    jobs: Jobs = 1,
    as_json: Json = False,
) -> int:
    """Read articles and record who says what in them."""
    from podobno.read.settings import ReadSettings

    settings = ReadSettings(
        published=published,
        url=url,
        outlet=outlet,
        language=language,
        encoding=encoding,
        fields=_named(fields),
    )
    if form:
        from podobno.show.golds import print_gold

        return print_gold(paths, settings)
    from podobno.show.reports import report_reading

    return report_reading(paths, settings, ledger, jobs, as_json)


def _named(fields: str | None) -> dict[str, str]:
    from podobno.records.errors import BadUse

    pairs = [pair.partition("=") for pair in (fields or "").split(",") if pair]
    for name, mark, value in pairs:
        if not (mark and value):
            raise BadUse(f"--fields {fields!r}: {name!r} has no name after it. Write title=headline,text=body.")
    return {name.strip(): value.strip() for name, _, value in pairs}
