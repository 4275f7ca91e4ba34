"""Turn the topics and ways of a story into plain dicts for JSON.

In:   answers of ask/positions.py and ask/ways.py.
Out:  dicts of texts, numbers and lists.
Not:  utterances and relations, which are show/linkdicts.py.
"""

from typing import Any

from podobno.ask.positions import Position, Topic
from podobno.ask.ways import Way


def topic_dict(topic: Topic) -> dict[str, Any]:
    """Return a topic with its positions; utterances and claims by their ids."""
    return {
        "first": topic.first.id,
        "quotation": topic.first.fullest.quotation,
        "positions": [_position(one) for one in topic.positions],
    }


def _position(position: Position) -> dict[str, Any]:
    fullest = position.utterance.fullest
    return {
        "utterance": position.utterance.id,
        "claim": fullest.id,
        "speaker": position.speaker,
        "stance": fullest.stance,
        "stand": position.stand,
        "is_opposed": position.is_opposed,
        "figure": None if position.figure is None else fullest.kept.article.quotation(position.figure),
        "quotation": fullest.quotation,
    }


def way_dict(way: Way) -> dict[str, Any]:
    """Return a way with the claims that came so."""
    return {
        "outlet": way.outlet,
        "steps": list(way.steps),
        "origin": way.origin,
        "reports": [one.id for one in way.reports],
    }
