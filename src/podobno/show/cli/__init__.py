"""The command line: one file a command, each a skin over one function of the library.

In:   arguments, settings, files.
Out:  results on standard output, problems and progress on standard error, an exit code (faults.py).
Not:  the work itself, which is the packages below `show`.
"""

from typing import Annotated

import typer

from podobno.show.cli.check import check
from podobno.show.cli.claims import claims
from podobno.show.cli.conflicts import conflicts
from podobno.show.cli.copies import copies
from podobno.show.cli.entities import entities
from podobno.show.cli.explain import explain
from podobno.show.cli.faults import guard
from podobno.show.cli.figures import figures
from podobno.show.cli.judge import judge
from podobno.show.cli.link import link
from podobno.show.cli.log import log
from podobno.show.cli.measure import measure
from podobno.show.cli.merge import merge
from podobno.show.cli.origins import origins
from podobno.show.cli.pack import pack
from podobno.show.cli.page import page
from podobno.show.cli.read import read
from podobno.show.cli.reread import reread
from podobno.show.cli.series import series
from podobno.show.cli.serve import serve
from podobno.show.cli.show import show
from podobno.show.cli.stories import stories
from podobno.show.cli.text import load, print_text
from podobno.show.cli.utterances import utterances

cli = typer.Typer(
    name="podobno",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
COMMANDS = (  # in the order of the help
    read,
    claims,
    figures,
    series,
    utterances,
    origins,
    conflicts,
    stories,
    copies,
    entities,
    show,
    explain,
    reread,
    merge,
    log,
    print_text,
    load,
    serve,
    page,
    check,
    link,
    measure,
)
NAMES = {"print_text": "print"}  # a function may not take the name of Python's own
for command in COMMANDS:
    cli.command(NAMES.get(command.__name__))(command)
for group in (judge, pack):
    cli.add_typer(group)


def run_command(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    return guard(lambda: cli(arguments or ["--help"], prog_name="podobno", standalone_mode=False))


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        typer.echo(f"podobno {version('podobno')}")
        raise typer.Exit


@cli.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Reads news and keeps the books on claims: who says what, on whose word, how many, since when."""
