"""Find the name beside the noun that speaks: "aktorka i reżyserka [Anna Kos]", "jedna z sąsiadek, [Anna Kos],".

In:   a scene, the head of the phrase that speaks, its verb.
Out:  the head of the name of one person, or nothing.
Not:  a title right before its name, which is claim/titles.py.
"""

from podobno.claim.papers import top_of
from podobno.claim.scene import Scene
from podobno.claim.weighing import ONE_REACH
from podobno.records.parsed import Token


def named_beside(scene: Scene, head: Token, verb: Token) -> Token | None:
    """Return the head of the name that stands beside a noun without one; the verb tells that one person speaks."""
    if head.index in scene.mention_at or verb.feats.get("Number") != "Sing":
        return None
    start = _behind_second_post(scene, head) or _behind_one_of(scene, head)
    mention = scene.mention_at.get(start) if start is not None else None
    if mention is None or mention.kind != "person" or mention.first != start:
        return None
    return scene.tokens[top_of(scene, mention.first, mention.last)]


def _behind_second_post(scene: Scene, head: Token) -> int | None:
    """ "[Aktorka] i reżyserka Anna Kos": two posts of one person, so in one gender and number."""
    for post in scene.tree.children(head, "conj"):
        alike = all(post.feats.get(name) == head.feats.get(name) for name in ("Case", "Number", "Gender"))
        if post.index == head.index + 2 and alike and scene.words.roles.kind(post) == "person":
            return post.index + 1
    return None


def _behind_one_of(scene: Scene, head: Token) -> int | None:
    """ "[Jedna] z młodych sąsiadek, Anna Kos, dodała"."""
    after = scene.tokens[head.index + 1 : head.index + ONE_REACH]
    is_one = scene.words.among("one", head.lemma) or scene.words.among("indefinite", head.lemma)
    if not is_one or not after or after[0].lemma != scene.words.rules["out_of"]:
        return None
    return next((token.index + 1 for token in after if token.form == ","), None)
