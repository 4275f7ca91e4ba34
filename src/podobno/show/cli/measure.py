"""podobno measure: score the program against gold, and hold the scores against floors.

In:   a folder with gold.jsonl, texts/ and perhaps articles.tsv.
Out:  a line for each measure; 1 where a score is below its floor.
Not:  the scores, which are measure/scores.py and measure/floors.py.
"""

from pathlib import Path
from typing import Annotated

import typer

from podobno.show.cli.options import Json

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="A folder with gold.jsonl and texts/.")]
FloorsFile = Annotated[Path | None, typer.Option("--floors", metavar="FILE", help="Scores must reach these.")]
Update = Annotated[bool, typer.Option("--update", help="Write the scores into the floors file.")]
Fall = Annotated[bool, typer.Option("--allow-regression", help="With --update: also where a floor falls.")]


def measure(
    gold: Gold, floors: FloorsFile = None, update: Update = False, may_fall: Fall = False, as_json: Json = False
) -> int:
    """Score the program against gold: claims, figures, times."""
    from podobno.show.measures import hold_floors, show_scores

    scores = show_scores(gold, as_json)
    return hold_floors(scores, gold, floors, write=update, may_fall=may_fall) if floors else 0
