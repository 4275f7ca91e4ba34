"""podobno serve: the ledger in the browser.

In:   a ledger, where to listen.
Out:  pages and data, until it is stopped.
Not:  the pages, which are show/web.
"""

from typing import Annotated

import typer

from podobno.show.cli.options import LedgerFile

Port = Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="Where it listens.")]
Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Listen there and not on this machine alone; visitors then need a token.")
]
Writing = Annotated[
    bool | None,
    typer.Option("--write/--read-only", help="Visitors may judge and add articles; else only on this machine alone."),
]


def serve(ledger: LedgerFile = None, port: Port = 8010, host: Host = "127.0.0.1", is_writable: Writing = None) -> None:
    """Show the ledger in the browser: stories, articles, claims, figures."""
    from podobno.show.web.serving import serve_pages

    serve_pages(ledger, host, port, is_writable)
