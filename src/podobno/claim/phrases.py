"""How far a noun phrase reaches: "[rzecznik premier Anny Kos], który".

In:   a scene and the head of the phrase.
Out:  a part (first token, the one after the last).
Not:  clauses, which are claim/spans.py; names, which are find/namespans.py.
"""

from collections.abc import Iterator

from podobno.claim.scene import Part, Scene
from podobno.claim.spans import trim_end
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NEAR_COMPLEMENT = 2  # words from a title to the noun of its complement: "Prawo [o ruchu]"
LOOSE = (
    "acl:relcl",
    "acl",
    "appos",
    "parataxis",
    "advcl",
    "punct",
    "cc",
)  # not part of a shortest noun phrase


def _ends_phrase(scene: Scene, index: int, *, is_short: bool) -> bool:
    """A dash, a verb or a place of speaking does not belong to the one who speaks."""
    token = scene.tokens[index]
    if not is_short:
        return False
    venue = token.upos == "ADP" and any(
        other.lemma in scene.words.rules["venues"]
        for other in scene.between(index + 1, min(index + 3, len(scene.tokens)))
    )
    points = scene.words.among("this", token.form.casefold())  # "rząd | temu zaprzecza"
    return venue or points or scene.is_dash(index) or token.form in ":;(" or scene.is_finite(token)


def phrase_part(scene: Scene, head: Token, *, is_short: bool) -> Part:
    """Return the stretch of a noun phrase round its head; short: without relative clauses and appositions."""
    cut = frozenset(child.index for child in scene.tree.children(head) if is_short and _is_loose(scene, child))
    for other in scene.tree.children(head, "conj") if is_short else ():  # "zdjęcia i dane [przejrzane przez sąd]"
        cut |= {child.index for child in scene.tree.children(other, "acl") if not _describes(scene, child)}
    cut |= {child.index for child in _strayed(scene, head)} if is_short else set()
    small = scene.tree.children(head, "case", "cc", "mark")
    prepositions = {index for child in small for index in scene.tree.subtree(child)}
    indices = set(scene.tree.subtree(head, without=cut)) - prepositions
    first = last = head.index
    while first - 1 in indices and not (is_short and scene.is_finite(scene.tokens[first - 1])):
        first -= 1
    while last + 1 in indices and not _ends_phrase(scene, last + 1, is_short=is_short):
        if is_short and (_differs(scene, last + 1, head) or _leaves_list(scene, last + 1, indices)):
            break
        if is_short and _is_topic(scene, last + 1, head):
            break
        last += 1
    out_of = scene.words.rules["out_of"]
    while last > head.index and scene.tokens[last].upos == "ADP" and scene.tokens[last].lemma != out_of:
        last -= 1  # "ustawa | o kierujących"
    while first - 1 >= 0 and first < head.index and _ends_phrase(scene, first, is_short=True):
        first += 1
    while first < head.index and (scene.is_mark(first) or (is_short and _is_before_phrase(scene, first, head))):
        first += 1
    if is_short and first < head.index and scene.words.among("antecedents", scene.tokens[first].lemma):
        first += 1  # "którą [opozycja] uznała"
    if is_short and last > head.index and scene.tokens[last].head == head.index:
        last = _with_adjective_behind(scene, scene.tokens[last])  # "porozumienie o ruchu [granicznym]"
    if is_short and last == head.index:
        last = _with_body_behind(scene, head) or _with_holder_behind(scene, head) or _with_adjective_behind(scene, head)
    if is_short:
        first = _past_adverbials(scene, first, head)
        first = _past_parts_of_laws(scene, first, head)
        first = _with_adjectives(scene, first, head)
    return first, trim_end(scene, first, last + 1)


def _past_adverbials(scene: Scene, first: int, head: Token) -> int:
    """ "W sobotę w Zawadzie [miejscy radni]": when and where stand before the one who is meant."""
    while first < head.index:
        token, after = scene.tokens[first], scene.tokens[first + 1]
        is_own = token.upos == "ADJ" and token.head == head.index  # "[dzisiejsze] społeczeństwo"
        if scene.is_of_time(token) and not is_own and not scene.is_of_time(head):
            first += 1
        elif token.upos == "ADP" and first < token.head < head.index:
            below = [i for i in scene.tree.subtree(scene.tokens[token.head]) if token.head < i < head.index]
            first = max([token.head, *below]) + 1
        elif token.upos == "ADV" and after.upos not in ("ADJ", "NUM", "ADV", "DET"):
            first += 1
        else:
            break
    return first


def _is_topic(scene: Scene, index: int, head: Token) -> bool:
    """ "Premier Belgii [o] Rosji": what a headline has a person speak of is no part of his title."""
    about = scene.tokens[index].lemma == scene.words.rules["about"] and scene.tokens[index].upos == "ADP"
    return about and scene.words.roles.kind(head) == "person"


def _strayed(scene: Scene, head: Token) -> Iterator[Token]:
    """ "Projekt uchwały [przyjęty w środę]": a participle hung on a noun with which it does not agree."""
    for noun in scene.tree.children(head, "nmod"):
        for child in scene.tree.children(noun, "acl"):
            if child.feats.get("VerbForm") == "Part" and not _agrees(child, noun) and _agrees(child, head):
                yield child


def _with_body_behind(scene: Scene, head: Token) -> int | None:
    """ "Rzecznik [PGNiG]", "szefa [niemieckiego MSZ]", whatever the tree makes of a name that takes no endings."""
    first = head.index + 1
    if first + 1 < len(scene.tokens) and scene.tokens[first].upos == "ADJ" and first not in scene.mention_at:
        first += scene.tokens[first].feats.get("Case") == "Gen"
    mention = scene.mention_at.get(first)
    if mention is None or mention.kind != "body" or mention.first != first:
        return None
    return mention.last - 1 if scene.words.roles.kind(head) == "person" else None


def _with_holder_behind(scene: Scene, head: Token) -> int | None:
    """ "Rzecznik [premier Anny Kos]": the title of a woman takes no endings, and her name tells whose he is."""
    mention = scene.mention_at.get(head.index + 2)
    if (
        mention is None
        or mention.kind != "person"
        or mention.first != head.index + 2
        or not scene.is_inflected(mention)
    ):
        return None
    roles = scene.words.roles
    are_titles = roles.kind(head) == roles.kind(scene.tokens[head.index + 1]) == mention.kind == "person"
    return mention.last - 1 if are_titles else None


def _with_adjective_behind(scene: Scene, head: Token) -> int:
    """ "Straży [pożarnej] | jezioro": an adjective behind a noun that agrees with it and not with the next noun."""
    after = list(scene.between(head.index + 1, min(head.index + 3, scene.sentence(head)[1])))
    if not after or head.upos != "NOUN" or after[0].upos != "ADJ" or "Case" not in after[0].feats:
        return head.index
    if scene.words.among("questions", after[0].lemma) or after[0].feats.get("VerbForm") == "Part":
        return head.index
    is_next = len(after) > 1 and after[1].upos in ("NOUN", "PROPN") and _agrees(after[0], after[1])
    is_ours = _agrees(after[0], head) and not is_next and after[0].index not in scene.mention_at
    return head.index + 1 if is_ours else head.index


def is_part_of_law(scene: Scene, token: Token) -> bool:
    """Say whether a word names a part of a law: "art.", "ustęp"."""
    return any(scene.words.among("parts_of_laws", word.casefold()) for word in (token.form, token.lemma))


def _past_parts_of_laws(scene: Scene, first: int, head: Token) -> int:
    """ "Art. 45 ust. 2 [ustawy]": what comes before the law is no part of its name."""
    start = max(first - 2, 0)  # "art. [45 ustawy]"
    parts = [t.index for t in scene.between(start, head.index) if is_part_of_law(scene, t)]
    if not parts:
        return first
    after = (i for i in range(parts[-1] + 1, head.index) if scene.tokens[i].form[:1].isalpha())
    return next(after, head.index)


def _with_adjectives(scene: Scene, first: int, head: Token) -> int:
    """Adjectives right before the phrase that agree with its head belong to it, wherever the tree hangs them."""
    while first > 0 and scene.tokens[first - 1].upos in ("ADJ", "DET") and first - 1 not in scene.quote_at:
        token = scene.tokens[first - 1]
        if token.sentence != head.sentence or "Case" not in token.feats or not _agrees(token, head):
            break
        first -= 1
    return first


def _leaves_list(scene: Scene, comma: int, indices: set[int]) -> bool:
    """A comma is of a phrase only in a list: "posłowie, senatorowie i radni", but not "urzędnicy, celem akcji"."""
    if scene.tokens[comma].form != ",":
        return False
    return not any(scene.tokens[index].upos == "CCONJ" for index in indices if index > comma)


def _differs(scene: Scene, index: int, head: Token) -> bool:
    """A word of another case that the noun cannot govern: "zdaniem ekspertów | niedopuszczalne"."""
    token, case = scene.tokens[index], head.feats.get("Case")
    if case is None:
        return False
    is_name = index in scene.mention_at
    behind = index > head.index and token.upos in ("NOUN", "ADJ") and token.feats.get("Case") == "Nom" and not is_name
    turns = index > head.index and token.upos == "DET" and case in ("Gen", "Dat", "Ins", "Loc")
    if turns and token.feats.get("Case") in ("Nom", "Acc"):
        return True  # "zgodnie z umową o dostawach | wszystkie zasady"
    if case != "Nom" and (behind or (index > head.index and _opens_clause(scene, index))):
        return True
    if index > head.index and token.upos == "NUM" and case != "Acc" and token.feats.get("Case") in ("Nom", "Acc"):
        return True  # "według urzędu gminy | trzy szkoły zamknięto"
    if index > head.index and token.feats.get("Case") == "Gen" and scene.words.roles.kind(token) == "person":
        return False  # "rodziny [poszkodowanych]"
    if index < head.index and is_name and token.feats.get("Case") in ("Loc", "Ins"):
        return token.feats["Case"] != case  # "oczekuje od władz w [Tiranie] | przedstawienia planu"
    return token.upos == "ADJ" and token.head == head.index and not _agrees(token, head)


def _opens_clause(scene: Scene, index: int) -> bool:
    """ "Według służby | Korea Północna wysłała": a place or a person in the nominative is the next subject."""
    mention = scene.mention_at.get(index)
    if mention is None or mention.first != index or mention.kind == "body" or scene.is_inflected(mention):
        return False
    return all(token.feats.get("Case") == "Nom" for token in scene.between(mention.first, mention.last))


def _is_before_phrase(scene: Scene, index: int, head: Token) -> bool:
    """ "[Także] izraelski nadawca", but not "prawie 30 posłów": a particle tells nothing of who is meant."""
    counts = any(token.upos == "NUM" or token.form[:1].isdigit() for token in scene.between(index, head.index))
    return _differs(scene, index, head) or (scene.tokens[index].upos == "PART" and not counts)


def _agrees(adjective: Token, noun: Token) -> bool:
    features = ("Case", "Number", "Gender") if noun.feats.get("Number") == "Sing" else ("Case", "Number")
    return all(adjective.feats.get(name, noun.feats.get(name)) == noun.feats.get(name) for name in features)


def _is_loose(scene: Scene, child: Token) -> bool:
    """What is no part of a shortest noun phrase: clauses behind it, adverbs and places of speaking before it."""
    if is_dep(child, *LOOSE) or _is_likened(scene, child):
        return not _describes(scene, child) and not _is_owner(scene, child)
    joint = scene.tree.child(child, "cc")
    if joint is not None and scene.words.among("that_is", joint.form.casefold()):
        return True  # "zwolennicy brexitu, [czyli wyjścia z Unii]"
    preposition = scene.tree.child(child, "case")
    head = scene.tokens[child.head]
    if head.form.istitle() and head.index > scene.sentence(head)[0] and child.index - head.index <= NEAR_COMPLEMENT:
        return False  # "Prawo o ruchu drogowym"
    if _is_of_topic(scene, preposition, child, head):
        return False
    if child.index < child.head:
        return is_dep(child, "advmod", "mark", "discourse") or preposition is not None
    return (
        preposition is not None
        and child.index not in scene.mention_at
        and (preposition.lemma != scene.words.rules["out_of"] or child.feats.get("Case") == "Ins")
    )


def _is_owner(scene: Scene, child: Token) -> bool:
    """ "Rzecznik [Anny Kos]", "prezes klubu [Wilkowia]": right behind a noun a name tells whose it is, or which."""
    head, before = scene.tokens[child.head], scene.tokens[child.index - 1]
    if not is_dep(child, "appos") or child.index not in scene.mention_at:
        return False
    if before.index == head.index:
        return child.feats.get("Case") == "Gen" and head.feats.get("Case", "Gen") != "Gen"
    is_body = scene.mention_at[child.index].kind != "person" and before.feats.get("Case") == "Gen"
    return is_body and before.upos == "NOUN" and before.head == head.index


def _is_likened(scene: Scene, child: Token) -> bool:
    """ "Krytycy, [jak Polska], ostrzegają": an example behind a comma."""
    as_word = next(
        (c for c in scene.tree.children(child, "mark", "case", "cc", "advmod") if c.index < child.index), None
    )
    if as_word is None or as_word.form not in scene.words.rules["parenthetic"]:
        return False
    return as_word.index > child.head and scene.tokens[as_word.index - 1].form == ","


def _is_of_topic(scene: Scene, preposition: Token | None, child: Token, head: Token) -> bool:
    """ "Zgodnie z umową [o dostawach] woda płynie": right behind a paper that governs, what the paper is about."""
    is_about = preposition is not None and preposition.lemma == scene.words.rules["about"]
    is_near = 0 < child.index - head.index <= NEAR_COMPLEMENT and child.index not in scene.mention_at
    is_law = any(scene.words.among(name, head.lemma) for name in ("laws", "papers"))
    before = scene.between(max(head.index - 2, 0), head.index)  # "art. 39 [ustawy]"
    is_governed = head.feats.get("Case") != "Nom" or any(token.upos == "NUM" for token in before)
    return is_about and is_near and is_law and is_governed


def _describes(scene: Scene, child: Token) -> bool:
    """ "Osoby [zbliżone do zarządu]": a participle right behind the noun tells who is meant."""
    head = scene.tokens[child.head]
    is_next = child.index == head.index + 1 and is_dep(child, "acl") and child.upos == "ADJ"
    has_agent = any(
        word is not None and word.lemma == scene.words.rules["by"]
        for other in scene.tree.children(child)
        if (word := scene.tree.child(other, "case")) is not None
    )  # "cytowany przez gazetę" tells through whom, not who
    if scene.words.among("questions", child.lemma) or scene.words.among("papers", head.lemma):
        return False  # "minister [pytany o podatki]", "projekt [opublikowany w czwartek]"
    return is_next and not has_agent and child.feats.get("Case") == head.feats.get("Case")
