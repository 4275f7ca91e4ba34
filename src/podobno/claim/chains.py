"""Through whom a claim reached the article: media in the reporting clause, and those named before.

In:   a scene, a draft and the voice that speaks.
Out:  the media of the chain, from the article inward.
Not:  the speaker, who is the chain's last step: claim/voices.py.
"""

from dataclasses import dataclass

from podobno.claim.drafts import Draft
from podobno.claim.papers import is_led
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.text import Article
from podobno.records.values import Mention

LONGEST_NAME = 4  # words of a medium's name in quotation marks
NEAR_AGENT = 5  # words from "cytowany" to "przez": "cytowany w środę wieczorem [przez]"
NEAR_VENUE = 4  # words from what was held to the medium: "w długiej rozmowie z [magazynem]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A medium of a reporting clause."""

    name: str  # canonical
    first: int  # its tokens
    last: int


def media_of(scene: Scene, draft: Draft, speaker: str | None) -> list[Medium]:
    """Return the media that the reporting sentence names, outside the reported words."""
    if draft.cue is None:
        return []
    first, last = scene.sentence(draft.cue.token)
    if draft.clause is not None:
        last = max(last, draft.clause[1])
    inside = {index for part in draft.content for index in range(*part)}
    found = []
    for mention in scene.found.mentions:
        outside = first <= mention.first < last and mention.first not in inside
        outside = outside and not _stands_for(scene, mention, speaker)
        if outside and scene.is_medium(mention.base) and mention.base != speaker:
            carries = _carries(scene, mention, draft.cue.token.index)
            found += [Medium(name=mention.base, first=mention.first, last=mention.last)] if carries else []
    found = found or [one for t in scene.between(first, last) if (one := _citing(scene, t)) and one.first not in inside]
    outside_words = [token for token in scene.between(first, last) if token.index not in inside]
    unnamed = [] if found else [medium for t in outside_words if (medium := _unnamed(scene, t, draft)) is not None]
    apart = _joined(scene, speaker)
    return [one for one in (*found, *unnamed) if not is_own(scene.parsed.article, one.name) and one.name not in apart]


def _joined(scene: Scene, speaker: str | None) -> tuple[str, ...]:
    """ "Kurier i Echo": a speaker of two names, and each of them: none hands on what they say together."""
    words = (speaker or "").split()
    places = [place for place, word in enumerate(words) if scene.words.among("joining", word)]
    parts = [part for place in places for part in (words[:place], words[place + 1 :])]
    return (speaker or "", *(" ".join(part) for part in parts))


def _stands_for(scene: Scene, mention: Mention, speaker: str | None) -> bool:
    """ "Agencja United Press International ([UPI])", "[Radio] Nowa Rzeka": the speaker's own other name, or a part."""
    after = scene.mention_at.get(mention.last)
    opens = scene.words.among("media_in_names", scene.tokens[mention.first].lemma.casefold())
    if opens and after is not None and after.entity == speaker:
        return True
    if mention.first < 2 or scene.tokens[mention.first - 1].form != "(":
        return False
    named = scene.mention_at.get(mention.first - 2)
    return named is not None and named.entity == speaker


def _citing(scene: Scene, verb: Token) -> Medium | None:
    """ "Cytowana przez [„Kurier Polny”]": who cites carried the words, though nobody lists it as a medium."""
    if not scene.words.among("relying", verb.lemma) or not (verb.feats.get("Voice") == "Pass" or verb.upos == "ADJ"):
        return None
    near = scene.between(verb.index + 1, min(verb.index + NEAR_AGENT, scene.sentence(verb)[1]))
    by = next((token for token in near if token.lemma == scene.words.rules["by"]), None)
    if by is None or any(scene.is_mark(token.index) for token in scene.between(verb.index + 1, by.index)):
        return None
    for token in scene.between(by.index + 1, min(by.index + NEAR_VENUE, scene.sentence(by)[1])):
        mention, quote = scene.mention_at.get(token.index), scene.quote_at.get(token.index)
        if mention is not None and mention.kind != "place":
            return Medium(name=mention.base, first=mention.first, last=mention.last)
        if quote is not None and quote.last - quote.first <= LONGEST_NAME:
            words = scene.text[scene.tokens[quote.first].start : scene.tokens[quote.last - 1].end]
            return Medium(name=words, first=quote.first, last=quote.last)
        if scene.words.among("media", token.lemma):
            return _named_before(scene, token)
    return None


def _unnamed(scene: Scene, token: Token, draft: Draft) -> Medium | None:
    """ "W rozmowie z [magazynem]", "powiedział [gazecie]": the name behind it, the medium named before, the noun."""
    if not scene.words.among("media", token.lemma) or token.index in scene.mention_at or draft.cue is None:
        return None
    called = _called(scene, token, draft.cue.token.index)
    if called is not None:
        return called
    after = scene.between(token.index + 1, token.index + NEAR_VENUE)
    if any(other.index in scene.mention_at for other in after):
        return None
    before = list(scene.between(token.index - NEAR_VENUE, token.index))
    held = any(scene.words.among("venues", other.lemma) for other in before)
    is_told = token.feats.get("Case") == "Dat" and abs(token.index - draft.cue.token.index) <= NEAR_VENUE
    if not (held and any(other.upos == "ADP" for other in before)) and not is_told:
        return None
    return _named_before(scene, token)


def _named_before(scene: Scene, noun: Token) -> Medium:
    """The medium that the article named last before a noun that stands for one; else the noun itself."""
    named = [m for m in scene.found.mentions if m.first < noun.index and scene.is_medium(m.base)]
    named = [mention for mention in named if not is_own(scene.parsed.article, mention.base)]
    name = named[-1].base if named else scene.words.inflection.base_form([noun], noun)
    return Medium(name=name, first=noun.index, last=noun.index + 1)


def _called(scene: Scene, noun: Token, cue: int) -> Medium | None:
    """ "W telewizji [Echo Five]": capitals behind a medium that nobody sees as a name are its name."""
    between = scene.between(min(cue, noun.index) + 1, max(cue, noun.index))
    if not is_led(scene, noun.index) or any(scene.is_finite(token) for token in between):
        return None
    quote = scene.quote_at.get(noun.index + 2)
    if quote is not None and quote.first == noun.index + 2 and quote.last - quote.first <= LONGEST_NAME:
        words = scene.text[scene.tokens[quote.first].start : scene.tokens[quote.last - 1].end]
        return Medium(name=words, first=quote.first, last=quote.last)
    last = noun.index + 1
    while last < scene.sentence(noun)[1] and last not in scene.mention_at and scene.tokens[last].form[:1].isupper():
        last += 1
    if last == noun.index + 1:
        return None
    if scene.words.among("platforms", scene.tokens[noun.index + 1].form.casefold()):
        return None
    words = scene.text[scene.tokens[noun.index + 1].start : scene.tokens[last - 1].end]
    return Medium(name=words, first=noun.index + 1, last=last)


def _carries(scene: Scene, mention: Mention, cue: int) -> bool:
    """A medium carries the words where it stands near the cue and does nothing else in the sentence."""
    between = scene.between(min(cue, mention.first) + 1, max(cue, mention.first))
    if _is_of_role(scene, mention):
        return False
    verbs = [token for token in between if scene.is_finite(token) and token.upos == "VERB"]
    other = [verb for verb in verbs if not scene.words.among("relying", verb.lemma)]  # "Interfax cytuje X, który"
    subject = any(is_dep(token, "nsubj") for token in scene.between(mention.first, mention.last))
    heads = {token.head for token in scene.between(mention.first, mention.last)}
    own = cue in heads or any(scene.words.among("relying", scene.tokens[head].lemma) for head in heads)
    return not other and (own or not subject)


def _is_of_role(scene: Scene, mention: Mention) -> bool:
    """ "Rzecznik [TVP]", "prezes Fundacji [Polsat]": whose somebody is; a reporter's medium carries his words."""
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is None or before.upos != "NOUN" or scene.words.roles.kind(before) not in ("person", "body"):
        return False
    return not any(scene.words.among(name, before.lemma) for name in ("reporters", "media", "venues"))


def is_own(article: Article, name: str) -> bool:
    """Say whether a medium is the article's own outlet, by its name or address."""
    host = (article.url or "").partition("://")[2].partition("/")[0]  # a path may name any medium
    address = "".join(filter(str.isalnum, f"{article.outlet or ''} {host}".casefold()))
    plain = "".join(filter(str.isalnum, name.casefold()))
    first = name.split()[0]
    short = first.casefold() if first.isupper() and len(first) > 2 else plain
    return len(plain) > 2 and (plain in address or short in address)
