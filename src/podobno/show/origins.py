"""Set the origins of a claim for a terminal, in the words of an analyst.

In:   an answer of ask/origins.py.
Out:  what rich prints: the claim, the counts, each origin with its reports, the pairs with state and reason.
Not:  the states themselves, which are ask/independence.py; JSON, which is show/origindicts.py.
"""

from collections.abc import Iterator
from textwrap import shorten

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from podobno.ask.independence import INDEPENDENT, Independence, Origin, Pair
from podobno.ask.origins import OriginsAnswer
from podobno.ask.ties import REASONS, Report
from podobno.records.links import Evidence
from podobno.show.links import REPORT_CHARS, span_words
from podobno.show.pages import DOT, INDENT, answer_block, quotation
from podobno.show.words import ELLIPSIS, SHORT_ID, counted, known, names_words

DEEP = (0, 0, 0, 8)  # top, right, bottom, left
WITH = " ~ "  # between the two sides of a reason, and two origins
ORIGIN = "origin"  # the code of a reason that may have no words beside the claim
STATE_COLOURS = {INDEPENDENT: "green"}


def origins_page(answer: OriginsAnswer) -> Iterator[RenderableType]:
    """Yield the claim, the counts for its utterance and with what agrees, the origins, and the pairs."""
    yield answer_block(answer.asked)
    yield Text.assemble(("this utterance: ", "bold"), summary_words(answer.own))
    if answer.agreeing:
        agreeing = counted(len(answer.agreeing), "utterance")
        yield Text.assemble((f"with {agreeing} that agree{'s' * (len(answer.agreeing) == 1)}: ", "bold"))
        yield Padding(Text(summary_words(answer.all)), INDENT)
    yield ""
    number_of: dict[str, int] = {}
    for number, origin in enumerate(answer.all.origins, 1):
        number_of.update((report.id, number) for report in origin.reports)
        yield from _origin_block(number, origin)
    for pair in answer.all.pairs:
        yield from _pair_block(f"{number_of[pair.a.id]}{WITH}{number_of[pair.b.id]}", pair)


def summary_words(found: Independence) -> str:
    """Return "2 reports, 1 origin: John Kirby; through Reuters in both: same origin"."""
    reports = sum(len(origin.reports) for origin in found.origins)
    names = ", ".join(origin.source.name for origin in found.origins)
    told = f"{counted(reports, 'report')}, {counted(len(found.origins), 'origin')}: {names}"
    if len(found.origins) == 1:
        return told + (_shared_words(found.origins[0]) if reports > 1 else "")
    sure = f"{found.independent} independent" if found.independent > 1 else "none shown to be independent of another"
    pairs = f"; {counted(found.open, 'pair')} not established" if found.open else ""
    return f"{told}; {sure}{pairs}"


def _shared_words(origin: Origin) -> str:
    """Say through whom all reports of one origin come."""
    chains = [[source.name for source in report.kept.claim.chain[:-1]] for report in origin.reports]
    common = [name for name in chains[0] if all(name in chain for chain in chains)]
    everyone = "both" if len(chains) == 2 else "all"
    return (f"; through {', '.join(common)} in {everyone}" if common else "") + ": same origin" * bool(common)


def _origin_block(number: int, origin: Origin) -> Iterator[RenderableType]:
    own = "" if origin.is_named else f"{DOT}nobody is named"
    yield Text.assemble(
        (f"{number} {origin.source.name}", "bold"), f"{DOT}{counted(len(origin.reports), 'report')}{own}"
    )
    for report in origin.reports:
        words = shorten(quotation(report.kept.claim, report.article), REPORT_CHARS, placeholder=ELLIPSIS.rstrip())
        yield Padding(Text.assemble((_report_line(report), "dim"), DOT, words), INDENT)
    for pair in origin.joined:
        ends = f"{pair.a.id[:SHORT_ID]}{WITH}{pair.b.id[:SHORT_ID]}"
        yield Padding(Text(f"{ends} {pair.state}, because"), INDENT)
        yield from _reason_lines(pair)
    for report, evidence in origin.firsthand:
        yield Padding(Text(f"first-hand: {_side(evidence, report)}{DOT}{report.id[:SHORT_ID]}"), INDENT)
    yield ""


def _report_line(report: Report) -> str:
    through = [source.name for source in report.kept.claim.chain[:-1]]
    article = report.article
    parts = [known(article.published), known(article.outlet), f"through {names_words(through)}" if through else ""]
    return DOT.join(part for part in (*parts, report.id[:SHORT_ID]) if part)


def _side(evidence: Evidence, report: Report) -> str:
    return span_words(evidence.a, {report.article.id: report.article}) if evidence.a is not None else ""


def _pair_block(ends: str, pair: Pair) -> Iterator[RenderableType]:
    yield Text.assemble(f"{ends}  ", (pair.state, f"bold {STATE_COLOURS.get(pair.state, 'yellow')}"), ", because")
    yield from _reason_lines(pair)


def _reason_lines(pair: Pair) -> Iterator[RenderableType]:
    articles = {one.article.id: one.article for one in (pair.a, pair.b)}
    for one in pair.reasons:
        sides = WITH.join(span_words(span, articles) for span in (one.a, one.b) if span is not None)
        if one.code == ORIGIN and not sides:  # both articles name it before, and speak of it without its name here
            sides = pair.a.origins[0].name
        yield Padding(Text(REASONS[one.code] + (f": {sides}" if sides else ""), "dim"), DEEP)
