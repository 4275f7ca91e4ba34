"""podobno pack: what languages there are, and whether their packs are whole.

In:   language codes.
Out:  one line a pack, or one line a fault.
Not:  the checks, which are measure/packs.py.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import Json
from podobno.show.lines import print_line

Codes = Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", help="Languages: pl; else all.")]

pack = typer.Typer(name="pack", help="Language packs: list them, check them.")


@pack.command("list")
def list_packs(json: Json = False) -> None:
    """List the languages that Podobno reads."""
    from podobno.lang.pack import open_pack, pack_codes

    for code in pack_codes():
        opened = open_pack(code)
        rows = sum(len(rows) for rows in opened.lexicons.values())
        told = {"code": code, "name": opened.name, "lexicons": len(opened.lexicons), "rows": rows}
        print_line(told, json, "{code}  {name}: {rows} rows in {lexicons} lexicons")


@pack.command("check")
def check_packs(codes: Codes = None, json: Json = False) -> int:
    """Check that every row of a pack is found in its own example."""
    from podobno.show.measures import show_packs

    return show_packs(codes or (), json)
