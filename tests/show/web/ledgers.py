"""Ledgers for the pages, with links made by hand, and an article that means harm."""

from tests.fakes import FakeClock
from tests.links import a_link, a_report, keep

from podobno.ledger.opening import open_ledger
from podobno.records.canonical import claim_id
from podobno.records.claims import Claim, Source
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Figure, Found

FIRST = a_report("most stoi", published="2024-05-01", outlet="Kurier")
SECOND = a_report("stoi most", published="2024-05-04", outlet="Goniec", chain=("Reuters", "Anna Zając"))
DENIAL = a_report("nie ma mostu", published="2024-05-09", outlet="Echo", chain=("Jan Lis",), stance="denies")
UNDATED = a_report("most jest drogi", published=None, outlet=None, chain=(), stance="hearsay")

SCRIPT = "<script>alert(1)</script>"
HOSTILE_TEXT = (
    f"Anna {SCRIPT} mówi, że <img src=x onerror=alert(2)> {{{{ 7 * 191 }}}}"
    " \"' &lt;b&gt; \x00\u202e &amp;.\n</p></main>"
)


def counted(low, high, *, published="2024-05-02", speaker="Jan Lis", meant="count"):
    """Return a reading whose claim counts soldiers; meant: "count", "capacity" or "forecast"."""
    words = f"około {low or high} żołnierzy"
    reading = a_report(f"jest ich {words} {meant}", published=published, chain=(speaker,))
    claim = reading.claims[0]
    span = Span(article=reading.article.id, start=20, end=20 + len(words))
    figure = Figure(
        span=span,
        low=low,
        high=high,
        approximate=True,
        unit="żołnierz",
        per=None,
        kind="capacity" if meant == "capacity" else "count",
        forecast=meant == "forecast",
    )
    made = Claim(**{name: getattr(claim, name) for name in Claim.__slots__} | {"figures": (figure,)})
    return Reading(article=reading.article, found=Found(), claims=(made,), problems=())


FIGURES = (
    counted(1500, 1500),
    counted(3000, None, published="2024-05-03", speaker="Anna Zając"),
    counted(None, 9000, published="2024-05-05"),
    counted(2000, 4000, published="2024-05-06"),
    counted(90000, 90000, published="2024-05-07", meant="capacity"),
    counted(10000, 10000, published="2024-05-08", meant="forecast"),
)


def hostile():
    """Return an article in which everything that a page shows tries to run."""
    article = Article(
        text=HOSTILE_TEXT,
        title=f'"><svg onload=alert(3)>{SCRIPT}',
        outlet=f"<iframe srcdoc='{SCRIPT}'>",
        url="javascript:alert(4)",
        byline="<b onclick=alert(5)>",
        agency=SCRIPT,
        language="pl",
        published="2024-05-10",
    )
    claim = Claim(
        content=(Span(article=article.id, start=5, end=len(HOSTILE_TEXT) - 5),),
        mode="indirect",
        cue=None,
        speaker=Span(article=article.id, start=0, end=20),
        chain=(Source(name='"><script>alert(6)</script>', role="<i>"), Source(name="../../etc/passwd?x=<b>&y#z")),
        stance="asserts",
        conditional=True,
        carried=True,
        score=0.3,
    )
    return Reading(article=article, found=Found(), claims=(claim,), problems=())


def make_book(path):
    """Record a story of two articles, a denial, figures, an article without a day, and one that means harm."""
    with open_ledger(path, clock=FakeClock()) as book:
        keep(book, FIRST)
        keep(book, SECOND, *(a_link(kind, FIRST, SECOND) for kind in ("same", "story", "copy")), others=[FIRST])
        held = [FIRST, SECOND]
        stories = (a_link("story", DENIAL, one) for one in held)
        keep(book, DENIAL, a_link("denies", DENIAL, FIRST), *stories, others=held)
        held.append(DENIAL)
        keep(book, UNDATED)
        for reading in FIGURES:
            keep(book, reading, *(a_link("story", reading, one) for one in held), others=held)
            held.append(reading)
        keep(book, hostile(), a_link("conflicts", hostile(), FIRST), others=[FIRST])
    return path


def claim_of(reading):
    """Return the id of the claim of a reading."""
    return claim_id(reading.claims[0])


ADDRESSES = (
    "/stories",
    "/claims",
    "/claims?words=most",
    "/claims?by=Anna",
    "/figures",
    "/figures?words=most",
    "/judgements",
    f"/stories/{FIRST.article.id}",
    f"/stories/{UNDATED.article.id}",
    f"/articles/{SECOND.article.id}",
    f"/articles/{UNDATED.article.id}",
    f"/articles/{hostile().article.id}",
    f"/claims/{claim_of(SECOND)}",
    f"/claims/{claim_of(UNDATED)}",
    f"/claims/{claim_of(hostile())}",
    f"/claims/{claim_of(FIGURES[1])}",
    "/names?name=Anna Zając",
    "/names?name=../../etc/passwd?x=<b>%26y%23z",
)
