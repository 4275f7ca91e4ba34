"""The shape of the data at each address, for the description in OpenAPI.

In:   nothing.
Out:  one model for each page; what stands in it is always there, and more may come beside it.
Not:  making the data: show/answers.py and show/linkdicts.py.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

HTML = {"content": {"text/html": {"schema": {"type": "string"}}}}
TEXT = {"text/plain": {"schema": {"type": "string"}}}
Place = tuple[int, int]


class Told(BaseModel):
    """Anything told as data."""

    model_config = ConfigDict(extra="allow")


class FaultTold(Told):
    """What went wrong."""

    status: int
    told: str


class ArticleTold(Told):
    """What is known of an article."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None = Field(description="EDTF day, month or year.")
    byline: str | None
    agency: str | None
    language: str | None


class FigureTold(Told):
    """A figure with its bounds; null where none is stated."""

    text: str
    span: Place
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    kind: str


class ClaimTold(Told):
    """A claim with its words."""

    id: str
    speaker: str | None
    stance: str
    conditional: bool
    quotation: str
    spans: list[Place]
    mode: str
    chain: list[str]
    said: str | None
    figures: list[FigureTold]
    about: list[dict[str, Any]]
    score: float = Field(ge=0, le=1)
    article: ArticleTold


class LinkTold(Told):
    """A link with its reasons."""

    link: str
    kind: str
    a: Any
    b: Any
    evidence: list[dict[str, Any]]
    score: float


class UtteranceTold(Told):
    """What one speaker said on one occasion."""

    id: str
    articles: int
    fullest: str
    reports: list[ClaimTold]
    links: list[LinkTold]


class FigureClaimTold(FigureTold):
    """A figure with the claim that it stands in."""

    is_capacity: bool
    is_forecast: bool
    meant: str | None
    claim: ClaimTold


class ListTold(Told):
    """Where one is in a list."""

    page: int
    more: bool


class StoryCardTold(Told):
    """A story of a list."""

    id: str
    title: str
    articles: int
    outlets: list[str]
    first: str | None
    last: str | None
    claims: int
    origins: int = Field(description="Different names of origins; whether they are independent is not checked.")
    new: int = Field(description="Claims of its last article.")


class StoriesTold(ListTold):
    """The stories."""

    stories: list[StoryCardTold]


class PositionTold(Told):
    """What one speaker says of a topic."""

    utterance: str
    claim: str
    speaker: str | None
    stance: str
    stand: str
    is_opposed: bool
    figure: str | None
    quotation: str


class TopicTold(Told):
    """One thing that several speakers take a stand on."""

    first: str
    quotation: str
    positions: list[PositionTold]


class WayTold(Told):
    """How words came into an outlet: from their origin through the steps."""

    outlet: str | None
    steps: list[str]
    origin: str | None
    reports: list[str]


class JudgementTold(Told):
    """What a person judged."""

    id: str
    verdict: str
    kind: str
    subjects: list[str]
    value: str
    by: str
    moment: str
    note: str


class StoryTold(ListTold):
    """A story."""

    id: str
    title: str
    articles: list[ArticleTold]
    links: list[LinkTold]
    utterances: list[UtteranceTold]
    relations: list[LinkTold]
    topics: list[TopicTold]
    ways: list[WayTold]
    figures: list[FigureClaimTold]
    judged: list[JudgementTold]


class ArticlePageTold(ArticleTold):
    """An article."""

    text: str
    claims: list[ClaimTold]
    figures: list[FigureTold]
    copies: list[LinkTold]
    story: str
    judged: list["JudgementTold"]


class JudgementsTold(ListTold):
    """Judgements that stand."""

    judgements: list[JudgementTold]


class AddTold(Told):
    """What can be added, and within what bounds."""

    ways: list[str]
    most_bytes: int
    most_chars: int
    most_articles: int


class IndependenceTold(Told):
    """The origins of reports, and how each two of them stand to one another."""

    reports: int
    origins: list[dict[str, Any]]
    independent: int
    not_established: int
    pairs: list[dict[str, Any]]


class OriginsTold(Told):
    """The origins of an utterance, and of it with those that agree."""

    utterance: str
    agreeing: list[str]
    own: IndependenceTold
    all: IndependenceTold


class ClaimPageTold(ClaimTold):
    """A claim."""

    recorded: str
    maker: str
    utterance: UtteranceTold
    relations: list[LinkTold]
    judged: list[JudgementTold]
    origins: OriginsTold


class ExplanationTold(Told):
    """Why a claim was read as it was, and whether it is still read so."""

    id: str
    is_read_so: bool
    changes: list[str]
    maker: str
    maker_now: str
    grounds: dict[str, Any] | None


class ClaimsTold(ListTold):
    """Claims that were looked for."""

    claims: list[ClaimTold]


class NameTold(ClaimsTold):
    """What one person or body says."""

    name: str
    others: list[dict[str, Any]]
    turns: list[LinkTold]
    roles: list[dict[str, Any]]
    outlets: list[dict[str, Any]]


class FiguresTold(Told):
    """Figures in time."""

    figures: list[FigureClaimTold]
    is_beside: bool  # of other things, in claims that hold the words
    more: bool  # these are only those that were published last
