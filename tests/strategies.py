"""Strategies of records, for laws."""

from datetime import date

from hypothesis import strategies as st

from podobno.records.claims import MODES, STANCES, SURENESS, Claim, Source
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import FIGURE_KINDS, Figure, Found, Time

DAYS = st.dates(min_value=date(1000, 1, 1)).map(str)
PUBLISHED = st.none() | DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])
NAMES = st.text(min_size=1, max_size=12).filter(str.strip)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2)


def articles():
    return st.builds(Article, text=st.text(min_size=12, max_size=60), title=st.none() | st.text(), published=PUBLISHED)


def spans(article):
    ends = st.lists(st.integers(0, len(article.text)), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: Span(article=article.id, start=pair[0], end=pair[1]))


@st.composite
def figures(draw, article):
    low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
    return Figure(
        span=draw(spans(article)),
        low=low,
        high=draw(st.sampled_from([high, None])),
        approximate=draw(st.booleans()),
        unit=draw(st.none() | NAMES),
        per=draw(st.none() | st.sampled_from(["day", "year"])),
        kind=draw(st.sampled_from(FIGURE_KINDS)),
        forecast=draw(st.booleans()),
        counted=draw(st.none() | spans(article)),
        where=tuple(draw(st.lists(NAMES, max_size=2))),
    )


def times(article):
    return st.builds(Time, span=spans(article), value=DAYS, begin=st.none() | DAYS, end=st.none() | DAYS)


def sources(article):
    return st.builds(Source, name=NAMES, span=st.none() | spans(article), role=st.none() | NAMES)


@st.composite
def claims(draw, article):
    chain = tuple(draw(st.lists(sources(article), max_size=3)))
    return Claim(
        content=(draw(spans(article)),),
        mode=draw(st.sampled_from(MODES)),
        cue=draw(st.none() | spans(article)),
        speaker=draw(st.none() | spans(article)),
        chain=chain,
        stance=draw(st.sampled_from([one for one in STANCES if one != "hearsay"])) if chain else "hearsay",
        conditional=draw(st.booleans()),
        carried=draw(st.booleans()),
        said=draw(st.none() | DAYS),
        about=tuple(draw(st.lists(times(article), max_size=2))),
        figures=tuple(draw(st.lists(figures(article), max_size=2))),
        sureness=draw(st.none() | st.sampled_from(SURENESS)),
        score=draw(st.floats(0, 1)),
        rule=draw(st.sampled_from(["", "said", "by"])),
    )


@st.composite
def readings(draw):
    article = draw(articles())
    found = Found(figures=tuple(draw(st.lists(figures(article), max_size=2))))
    return Reading(article=article, found=found, claims=tuple(draw(st.lists(claims(article), max_size=3))), problems=())
