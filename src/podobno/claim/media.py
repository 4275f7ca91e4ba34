"""Which names of an article are media: those that the pack lists, and those that the article calls so.

In:   a parsed article, its names, the words of attribution.
Out:  the base forms of the media that it names.
Not:  which of them carried a claim: claim/chains.py.
"""

from collections.abc import Sequence

from podobno.claim.words import Words
from podobno.records.parsed import Parsed, Token
from podobno.records.values import Found, Mention

AFTER_COMMA = 4  # words from the comma to what a name is called: "The Insider, niezależny rosyjski [portal]"


def article_media(parsed: Parsed, found: Found, words: Words) -> frozenset[str]:
    """Return the names, in the nominative, that are a medium's wherever the article has them."""
    tokens = parsed.syntax.tokens
    return frozenset(mention.base for mention in found.mentions if _is_medium(tokens, mention, words))


def _is_medium(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    if words.outlets.is_medium(mention.base):
        return True
    if mention.kind != "body" or words.among("platforms", mention.base.split()[0].casefold()):
        return False
    is_of_reporter = bool(mention.first) and words.among("reporters", tokens[mention.first - 1].lemma)
    return is_of_reporter or _has_medium_inside(tokens, mention, words) or _is_called_medium(tokens, mention, words)


def _has_medium_inside(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    """ "Radio Wilków", "Magazyn Rolniczy": the first word says it; an agency may be anything."""
    first = tokens[mention.first].lemma.casefold()
    return mention.last - mention.first > 1 and words.among("media_in_names", first)


def _is_called_medium(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    """ "Agencja prasowa [Prime]", "stacja [„Echo”]", "[The Insider], rosyjski portal"."""
    before = mention.first - 1
    while before > 0 and (tokens[before].upos == "PUNCT" or words.among("sorts_of_media", tokens[before].lemma)):
        before -= 1
    noun = tokens[max(before, 0)]
    is_called = words.among("media", noun.lemma) and noun.sentence == tokens[mention.first].sentence
    if is_called and noun.index < mention.first:
        # "magazyn „Nowiny”", but not the "magazyn [Wierzchowice]" in which gas is stored
        return not words.among("stores", noun.lemma) or tokens[mention.first - 1].upos == "PUNCT"
    return _is_medium_behind(tokens, mention, words)


def _is_medium_behind(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    last = mention.last
    if last >= len(tokens) or tokens[last].form != ",":
        return False
    for token in tokens[last + 1 : last + 1 + AFTER_COMMA]:
        if words.among("media", token.lemma):
            return token.feats.get("Case") == tokens[mention.first].feats.get("Case", "Nom")
        if token.upos != "ADJ":
            return False
    return False
