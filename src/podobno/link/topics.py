"""Say what an article is about, by the words that come back in it.

In:   a sketch.
Out:  its topics: a few base forms, the same for the same article anywhere.
Not:  whether two articles tell one story: link/stories.py.
"""

from podobno.link.grammar import LinkGrammar
from podobno.records.sketches import Sketch

TOPICS = 6  # of an article; more and two articles on one country share some
RETURNS = 2  # times that a word must stand in the article
RARE = 0.3  # commoner words are in articles on anything
MEET = 2  # topics that articles on one matter share


def choose_topics(sketch: Sketch, grammar: LinkGrammar) -> tuple[str, ...]:
    """Return the words that come back most, rare ones first, at most TOPICS; people are in articles on anything."""
    people = {word for name in sketch.names if name.kind == "person" for word in name.base.casefold().split()}
    weights = (
        (-count * grammar.rarity(lemma), lemma)
        for lemma, count in sketch.lemmas
        if count >= RETURNS and lemma.isalpha() and lemma not in people and grammar.rarity(lemma) >= RARE
    )
    return tuple(lemma for _, lemma in sorted(weights)[:TOPICS])


def share_matter(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[str]:
    """Return the common topics of two articles on one matter: of MEET at least, or the first of both; else none."""
    common = frozenset(a) & frozenset(b)
    return common if len(common) >= MEET or (common and a[0] == b[0]) else frozenset()
