"""Through whom a claim reached the article: media in the reporting clause, and those named before.

In:   a scene, a draft and the voice that speaks.
Out:  the media of the chain, from the article inward.
Not:  the speaker, who is the chain's last step: claim/voices.py.
"""

from podobno.claim.drafts import Draft
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.text import Article
from podobno.records.values import Mention


def media_of(scene: Scene, draft: Draft, speaker: str | None) -> list[Mention]:
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
        if outside and scene.words.outlets.is_medium(mention.base) and mention.base != speaker:
            found += [mention] if _carries(scene, mention, draft.cue.token.index) else []
    return [mention for mention in found if not is_own(scene.parsed.article, mention.base)]


def _carries(scene: Scene, mention: Mention, cue: int) -> bool:
    """A medium carries the words where it stands near the cue and does nothing else in the sentence."""
    between = scene.between(min(cue, mention.first) + 1, max(cue, mention.first))
    other = [token for token in between if scene.is_finite(token) and token.upos == "VERB"]
    subject = any(is_dep(token, "nsubj") for token in scene.between(mention.first, mention.last))
    return not other and not (subject and scene.tokens[mention.first].head != cue)


def is_own(article: Article, name: str) -> bool:
    """Say whether a medium is the article's own outlet, by its name or address."""
    host = (article.url or "").partition("://")[2].partition("/")[0]  # a path may name any medium
    address = "".join(filter(str.isalnum, f"{article.outlet or ''} {host}".casefold()))
    plain = "".join(filter(str.isalnum, name.casefold()))
    first = name.split()[0]
    short = first.casefold() if first.isupper() and len(first) > 2 else plain
    return len(plain) > 2 and (plain in address or short in address)
