"""Ask for positions: how several speakers stand to one and the same thing.

In:   the utterances of a story, and how their claims stand to one another.
Out:  topics, each with the positions of its speakers by day.
Not:  how two claims stand to one another: link/relations.py.

A topic is what agreement, conflict, denial and succession hold together, whoever speaks. One that a single speaker
has all for himself is no topic: it is on his own page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podobno.ask.relations import Relation
from podobno.ask.timeline import utterance_day
from podobno.ask.utterances import Utterance
from podobno.records.text import Span

FIRST, BESIDE = "first", "beside"
BACK = {"denies": "denied", "succeeds": "before"}  # a directed link, seen from its other end
STANDS = (FIRST, "agrees", "conflicts", "denies", "denied", "succeeds", "before", BESIDE)
AGAINST = ("conflicts", "denies")
FIGURE = "figure"  # code of the evidence that names the figures that a link is about
LEAST_SPEAKERS = 2
Ends = tuple[str, str]  # of a relation: ids of two utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one speaker says of a topic on one occasion."""

    utterance: Utterance
    stand: str  # one of STANDS: how it stands to the words that open the topic; "beside": to others of the topic
    is_opposed: bool  # a conflict or a denial sets it against another position of the topic
    figure: Span | None  # that it is compared by, in the article of the utterance's fullest report; None: no figure

    @property
    def speaker(self) -> str | None:
        """Whose word it is; None: nobody is named."""
        return self.utterance.fullest.speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that several speakers take a stand on."""

    first: Utterance  # the earliest that denies nothing; it says what the topic is
    positions: tuple[Position, ...]  # by day, the first words among them; of two speakers or more

    @property
    def speakers(self) -> tuple[str | None, ...]:
        """Who takes a stand, in the order of their first words."""
        return tuple(dict.fromkeys(one.speaker for one in self.positions))


def find_topics(utterances: Iterable[Utterance], relations: Iterable[Relation]) -> list[Topic]:
    """Return the topics of utterances, those of the most speakers first, then by day."""
    held = {one.id: one for one in utterances}
    of = {report.id: one.id for one in held.values() for report in one.reports}
    ends = [(of.get(one.a.id), of.get(one.b.id), one) for one in relations]
    known = [((a, b), one) for a, b, one in ends if a and b and a != b]
    topics = (_topic([held[id_] for id_ in group], known) for group in _joined([pair for pair, _ in known]))
    wanted = [one for one in topics if len(one.speakers) >= LEAST_SPEAKERS]
    return sorted(wanted, key=lambda one: (-len(one.speakers), utterance_day(one.first)))


def topic_speakers(topics: Sequence[Topic]) -> list[str | None]:
    """Return the speakers of topics, who stands to the most of them first."""
    counts: dict[str | None, int] = defaultdict(int)
    for topic in topics:
        for speaker in topic.speakers:
            counts[speaker] += 1
    return sorted(counts, key=lambda name: (-counts[name], name is None, name or ""))


def _joined(pairs: Iterable[Ends]) -> list[list[str]]:
    """Return the utterances that relations hold together."""
    part: dict[str, list[str]] = {}
    for a, b in pairs:
        one, other = part.setdefault(a, [a]), part.setdefault(b, [b])
        if one is not other:
            one += other
            part.update((id_, one) for id_ in other)
    return list({id(group): group for group in part.values()}.values())


def _topic(held: Iterable[Utterance], known: Sequence[tuple[Ends, Relation]]) -> Topic:
    by_day = sorted(held, key=utterance_day)
    first = next((one for one in by_day if one.fullest.stance != "denies"), by_day[0])
    stands = _stands(first.id, known)
    figures = dict(_figures(known))
    opposed = {end for ends, one in known for end in ends if one.kept.link.kind in AGAINST}
    positions = (
        Position(
            utterance=one,
            stand=FIRST if one is first else stands.get(one.id, BESIDE),
            is_opposed=one.id in opposed,
            figure=figures.get(one.fullest.id),
        )
        for one in by_day
    )
    return Topic(first=first, positions=tuple(positions))


def _stands(first: str, known: Iterable[tuple[Ends, Relation]]) -> Mapping[str, str]:
    """How each utterance stands to the first of its topic; of several relations the last kind by name wins."""
    found: dict[str, str] = {}
    for (a, b), one in sorted(known, key=lambda pair: pair[1].kept.link.kind):
        kind = one.kept.link.kind
        if b == first:
            found[a] = kind
        elif a == first:
            found[b] = BACK.get(kind, kind)
    return found


def _figures(known: Iterable[tuple[Ends, Relation]]) -> Iterator[tuple[str, Span]]:
    """Yield for each claim the figure that a relation compares."""
    for _, one in known:
        for evidence in one.kept.link.evidence:
            for claim, span in ((one.a.id, evidence.a), (one.b.id, evidence.b)):
                if evidence.code == FIGURE and span is not None:
                    yield claim, span
