"""What an address may say after its question mark, one record for each kind of page.

In:   the query of a request.
Out:  views, checked; what no view knows is refused.
Not:  what is shown: show/web/pages.
"""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from podobno.records.claims import STANCES
from podobno.records.errors import BadUse
from podobno.records.problems import CODES
from podobno.show.questions import check_day, check_days

MOST_CHARS = 200  # of one field: no question that a person types is longer
MOST_PAGES = 20  # a list is read to its twentieth page; beyond, one narrows the question
MOST_PARTS = 1_000  # of an article: thirty million letters
ID = "^[0-9a-f]{16}$"
JUST = ("judged", "undone", "replaced")  # what was done, or why one was led here
TOLD = f"^(new|known|{'|'.join(JUST)})(,({'|'.join(CODES)}))*$"


def _day(given: str) -> str | None:
    return _checked(lambda: check_day(given))


def _days(given: str) -> str | None:
    return _checked(lambda: check_days(given))


def _checked(check: Callable[[], str | None]) -> str | None:
    try:
        return check()
    except (BadUse, ValueError) as error:
        raise ValueError(str(error)) from None


def _stance(given: str) -> str:
    if given not in STANCES:
        raise ValueError(f"{given!r} is no stance")
    return given


Day = Annotated[str, Field(max_length=40), AfterValidator(_day)]
Days = Annotated[str, Field(max_length=40), AfterValidator(_days)]
Words = Annotated[str, Field(max_length=MOST_CHARS)]
Stance = Annotated[str, Field(json_schema_extra={"enum": ["", *STANCES]}), AfterValidator(_stance)]
Page = Annotated[int, Field(ge=1, le=MOST_PAGES)]
Id = Annotated[str, Path(pattern=ID, description="Id of 16 hex digits.")]


class View(BaseModel):
    """What every page understands. A field that a form leaves empty says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Day | None = Field(None, description="Only what was published on or before it: 2024-10-23, 2024-10, 2024.")
    known: Day | None = Field(None, description="Only what the ledger held by the end of that day.")
    lang: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = Field(None, description="Language of the page.")
    format: Literal["html", "json"] = Field("html", description="json: the same as data.")


class ToldView(View):
    """A page to which one comes back after something was written."""

    told: Literal["judged", "undone", "replaced"] | None = Field(None, description="What was just done.")


class ArticleView(View):
    """One article, a long one in parts."""

    part: Annotated[int, Field(ge=1, le=MOST_PARTS)] = Field(1, description="Which part of a long article.")
    told: Annotated[str, Field(pattern=TOLD)] | None = Field(
        None, description="What was just done, or what reading the article gave: new or known; and codes of problems."
    )


class Listed(View):
    """A list, page by page."""

    page: Page = Field(1, description="Which page of the list.")


class JudgementsView(Listed, ToldView):
    """Judgements."""


class StoryView(Listed, ToldView):
    """One story."""

    join: Words | None = Field(
        None, description="Another story to judge to be one with this: an id, an address, words of a title."
    )
    unit: Words | None = Field(None, description="What the chart counts: a unit that the story's figures have.")


class ClaimsView(Listed):
    """Claims that are looked for."""

    words: Words | None = Field(None, description="Words of the claim, in any form.")
    by: Words | None = Field(None, description="Who says it or hands it on: a name or role, in any form.")
    stance: Stance | None = Field(None, description="How the speaker stands to it.")
    said: Days | None = Field(None, description="Only what was said then: 2024-10 or 2024-10-01/2024-10-23.")
    about: Days | None = Field(None, description="Only what speaks of a time that touches these days.")
    min_score: Annotated[float, Field(ge=0, le=1)] | Literal[""] | None = Field(
        None, description="Only what was read right with at least this probability."
    )


class FiguresView(View):
    """Figures of one thing in time."""

    words: Words | None = Field(None, description="What is counted, in any form.")
    place: Words | None = Field(None, description="A place that the claim or the article's title names.")


class NameView(Listed):
    """What one person or body says."""

    name: Words = Field(description="The name as the claims have it.", min_length=1)
    words: Words | None = Field(None, description="Words of the claim, in any form.")
