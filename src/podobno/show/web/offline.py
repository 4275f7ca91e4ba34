"""Write a story into one file that can be mailed: it asks for nothing, runs nothing and needs no server.

In:   a ledger, an article of the story, the clocks, a language.
Out:  one HTML file: style and charts are inside, every link leads within it or to where an article was read.
Not:  what is told, which is show/web/wholestory.py; where the file goes, which is show/pagefiles.py.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from podobno.ask.claims import ClaimAnswer
from podobno.ask.positions import topic_speakers
from podobno.ask.utterances import Utterance
from podobno.records.clocks import Clocks
from podobno.records.text import Article
from podobno.show.web.charts import Chart, draw_chart, units_of
from podobno.show.web.flows import draw_flow
from podobno.show.web.phrases import Phrases
from podobno.show.web.site import STATIC, open_templates
from podobno.show.web.stretches import claim_sentence
from podobno.show.web.wholestory import Told, by_day

MOST_UTTERANCES = 250  # some 1.5 kB each: a file stays under half a megabyte
MOST_RELATIONS = 40
MOST_CHARTS = 4
POLICY = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The addresses within one file; what the file does not hold leads nowhere."""

    claims: frozenset[str]
    articles: frozenset[str]
    told: Mapping[str, str] = field(default_factory=dict)

    def to(self, path: str, /, **query: object) -> str:
        """Return where in the file a claim or an article stands; empty: it does not."""
        _, kind, id_ = (*path.split("/", 2), "", "")[:3]
        if kind == "claims" and id_ in self.claims:
            return f"#c{quote(id_)}"
        return f"#a{quote(id_)}" if kind == "articles" and id_ in self.articles else ""


def story_file(told: Told, clocks: Clocks, phrases: Phrases) -> str:
    """Return a story as one HTML file."""
    shown = told.utterances[:MOST_UTTERANCES]
    beside = list(_beside(told, shown))
    articles = {one.article: one.kept.article for one in _answers(shown, beside)}
    others = [articles[id_] for id_ in sorted(articles.keys() - {one.id for one in told.story.articles})]
    style = _style()
    return (
        open_templates()
        .get_template("file.html")
        .render(
            {
                **phrases.shown(),
                **_drawings(told),
                "told": told,
                "story": told.story,
                "clocks": clocks,
                "most": MOST_RELATIONS,
                "timeline": by_day(shown),
                "left": len(told.utterances) - len(shown),
                "beside": beside,
                "others": others,
                "sentence": claim_sentence,
                "address": _anchors(told, shown, beside, others),
                "style": Markup(style),
                "policy": POLICY.format(digest=b64encode(sha256(style.encode()).digest()).decode()),
            }
        )
    )


def _answers(shown: list[Utterance], beside: list[ClaimAnswer]) -> Iterator[ClaimAnswer]:
    yield from (report for one in shown for report in one.reports)
    yield from beside


def _beside(told: Told, shown: list[Utterance]) -> Iterator[ClaimAnswer]:
    """Yield the claims that stand against one of the story's, and are not among what is shown of it."""
    seen = {report.id for one in shown for report in one.reports}
    for relation in told.relations[:MOST_RELATIONS]:
        for side in (relation.a, relation.b):
            if side.id not in seen:
                seen.add(side.id)
                yield side


def _anchors(told: Told, shown: list[Utterance], beside: list[ClaimAnswer], others: list[Article]) -> Anchors:
    held = [*told.story.articles, *others]
    return Anchors(frozenset(one.id for one in _answers(shown, beside)), frozenset(one.id for one in held))


def _drawings(told: Told) -> dict[str, Any]:
    units = units_of(told.figures)
    drawn = (draw_chart(told.figures, unit) for unit, _ in units[:MOST_CHARTS])
    charts: list[Chart] = [chart for chart in drawn if chart is not None]
    return {
        "units": units,
        "charts": charts,
        "speakers": topic_speakers(told.topics),
        "flow": draw_flow(told.ways),
        "is_file": True,
    }


def _style() -> str:
    return files("podobno").joinpath(f"{STATIC}/site.css").read_text(encoding="utf-8")
