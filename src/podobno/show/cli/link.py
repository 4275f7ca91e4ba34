"""podobno link: link claims in the form of the gold.

In:   a file of claims, a folder with their texts.
Out:  one JSON object: articles, utterances, copies, pairs, stories.
Not:  the links themselves, which are `link`; the form, which is run/goldlinks.py.
"""

from pathlib import Path
from typing import Annotated

import typer

Claims = Annotated[Path, typer.Argument(metavar="CLAIMS", help="Claims in the gold's form, a JSON line an article.")]
Texts = Annotated[Path, typer.Option("--texts", metavar="FOLDER", help="Where the texts are, as NAME.txt.")]
Form = Annotated[str, typer.Option("--form", metavar="FORM", help="gold: the form of links.json.")]


def link(claims: Claims, texts: Texts, form: Form = "gold") -> None:
    """Link claims that were read elsewhere: which say the same, agree, conflict; which articles copy."""
    from podobno.show.golds import print_links

    print_links(claims, texts, form)
