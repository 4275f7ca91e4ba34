"""What forms of the pages send, one record for each form.

In:   the body of a request.
Out:  forms whose shape was checked; what they mean is looked at where it is done.
Not:  addresses: show/web/views.py.
"""

from typing import Annotated, Literal

from fastapi import UploadFile
from pydantic import BaseModel, ConfigDict, Field

from podobno.show.web.pens import LONGEST_NAME
from podobno.show.web.views import ID

LONGEST_LINE = 500  # characters of a title, an outlet, a note, a chain
LONGEST_URL = 2_000
MOST_CHARS = 200_000  # of an article's text: more than any article has, and parsed within some seconds
MOST_TOGETHER = 2_000  # articles of one story that a form may name
IDS = "^[0-9a-f]{16}( [0-9a-f]{16})*$"
BACK = "^/((articles|claims|stories)/[0-9a-f]{16}|judgements)$"
Token = Annotated[str, Field(max_length=100, description="From the form of a page of this server.")]
Line = Annotated[str, Field(max_length=LONGEST_LINE)]
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Back = Annotated[str, Field(pattern=BACK, description="The page to come back to.")]
Ids = Annotated[str, Field(pattern=f"({IDS})|^$", max_length=17 * MOST_TOGETHER)]
Act = Literal["same", "apart", "chain", "claim", "source", "join", "split", "date", "undo"]  # as commands are called


class Given(BaseModel):
    """Any form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: Token


class SignatureGiven(Given):
    """Who signs."""

    by: Name = Field("", description="Left out or empty: forget who signed.")  # an empty field is none to a browser
    back: Back = "/judgements"


class JudgementGiven(Given):
    """A judgement."""

    act: Act
    claim: Annotated[str, Field(pattern=f"({ID})|^$")] = ""
    other: Annotated[str, Field(max_length=LONGEST_URL, description="Another claim: its id, or its address.")] = ""
    articles: Ids = Field("", description="Articles of a story, the first first: ids with a space between two.")
    others: Ids = Field("", description="To join: the articles of another story. To split: one of the articles.")
    article: Annotated[str, Field(pattern=f"({ID})|^$")] = ""
    published: Annotated[str, Field(max_length=40, description="When the article was published.")] = ""
    name: Line = ""
    grade: Annotated[str, Field(max_length=2)] = ""
    chain: Line = ""
    judgement: Annotated[str, Field(pattern=f"({ID})|^$")] = ""
    by: Name = Field("", description="Who signs; else who signed before, from a cookie.")
    note: Line = ""
    back: Back = "/judgements"


class ArticleGiven(Given):
    """What a person says of an article; it outranks what the article says."""

    title: Line = ""
    outlet: Line = ""
    published: Annotated[str, Field(max_length=40)] = ""


class TextGiven(ArticleGiven):
    """A text."""

    url: Annotated[str, Field(max_length=LONGEST_URL)] = ""
    text: str


class FileGiven(ArticleGiven):
    """A file."""

    url: Annotated[str, Field(max_length=LONGEST_URL)] = ""
    file: UploadFile


class AddressGiven(ArticleGiven):
    """An address of the web."""

    url: Annotated[str, Field(max_length=LONGEST_URL)]
