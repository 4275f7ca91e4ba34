"""Whose a document or a piece of information is: "według informacji [gazety]", "czytamy w komunikacie [urzędu]".

In:   a scene, a draft or a noun.
Out:  the token that names its owner, or the document itself.
Not:  who speaks where a verb has a subject: claim/speakers.py.
"""

from podobno.claim.drafts import Draft
from podobno.claim.roles import BODY, PERSON
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

AGENT_REACH = 6  # words from a participle to its agent: "przekazane we wtorek radiu [przez]"
OBLIQUE = ("Gen", "Dat", "Ins", "Loc")  # cases of what a preposition brings in
PAPER_REACH = 4  # words from a document to the body that made it: "projekt ustawy [ministerstwa]"


def paper_read(scene: Scene, draft: Draft) -> Token | None:
    """Return the document that nobody is said to read: "czytamy w [komunikacie] urzędu", "w [raporcie] podano"."""
    if draft.cue is None:
        return None
    inside = {index for part in draft.content for index in range(*part)}
    for token in scene.between(*(draft.clause or scene.sentence(draft.cue.token))):
        if token.upos != "ADP" or token.lemma != scene.words.rules["within"] or token.index in inside:
            continue
        for other in scene.between(token.index + 1, token.index + PAPER_REACH):
            if scene.words.among("papers", other.lemma):
                return other
            if other.upos not in ("ADJ", "DET"):
                break
    return None


def heard_from(scene: Scene, draft: Draft) -> Token | None:
    """ "Usłyszeliśmy w [urzędzie] gminy", "dowiedzieliśmy się od [policjantów]": who told the reporter."""
    if draft.cue is None:
        return None
    inside = {index for part in draft.content for index in range(*part)}
    near = scene.between(draft.cue.last, min(draft.cue.last + AGENT_REACH, scene.sentence(draft.cue.token)[1]))
    for token in near:
        if token.upos != "ADP" or not scene.words.among("telling", token.lemma) or token.index in inside:
            continue
        for other in scene.between(token.index + 1, token.index + PAPER_REACH):
            mention = scene.mention_at.get(other.index)
            is_one = mention is not None and mention.kind != "place"
            if is_one or scene.words.roles.kind(other) is not None or scene.words.among("one", other.lemma):
                return other
            if other.upos not in ("ADJ", "DET", "NUM"):
                break
    return None


def paper_meant(scene: Scene, draft: Draft, head: Token) -> Token | None:
    """ "Wynika z [niego], że": the document of the sentence before, or whose it is, for which a pronoun stands."""
    if draft.cue is None or head.upos != "PRON" or not scene.words.among("documents", draft.cue.token.lemma):
        return None
    for token in reversed(scene.tokens[: head.index]):
        if head.sentence - token.sentence > 1:
            return None
        if scene.words.among("papers", token.lemma) and is_like(token, head):
            return owner_of_information(scene, token)
    return None


def owner_of_paper(scene: Scene, paper: Token) -> Token | None:
    """Whose the document is: "w komunikacie [urzędu]", "w dokumencie wydanym przez [prawników]"."""
    agent = _agent_below(scene, paper)
    if agent is not None:
        return agent
    for token in scene.between(paper.index + 1, min(paper.index + PAPER_REACH, scene.sentence(paper)[1])):
        mention = scene.mention_at.get(token.index)
        if mention is not None:
            return scene.tokens[top_of(scene, mention.first, mention.last)]
        if token.upos == "NOUN" and token.feats.get("Case") == "Gen" and not scene.words.among("papers", token.lemma):
            return token
        if token.upos != "ADJ":
            return None
    return None


def owner_of_information(scene: Scene, head: Token) -> Token:
    """Return whose information or document it is: "według informacji [gazety]", "harmonogram obrad [Sejmu]"."""
    if scene.words.among("findings", head.lemma):
        return _agent_below(scene, head) or head  # "z wyników przedstawionych przez [agencję]"
    is_paper = scene.words.among("papers", head.lemma)
    body = (_body_behind(scene, head) or _agent_below(scene, head) or _body_beside(scene, head)) if is_paper else None
    if body is not None:
        return body
    if head.lemma not in scene.words.rules["kinds_of_information"]:
        return head
    agent = _agent_below(scene, head)
    if agent is not None:
        return agent
    for child in scene.tree.children(head, "nmod", "det", "amod"):
        is_noun = not is_dep(child, "amod") or (child.index > head.index and scene.words.roles.kind(child) is not None)
        is_study = scene.words.among("studies", child.lemma)  # "ustalenia [śledztwa]": it says nothing itself
        if is_noun and not is_study and child.feats.get("Case") == "Gen" and not has_preposition(scene, child):
            return child  # "według ustaleń [śledczych]"; a pronoun too: "według [jego] ustaleń"
    if scene.words.among("unnamed_sources", head.lemma):
        return head
    return _title_beside(scene, head) or _body_beside(scene, head) or head


def _title_beside(scene: Scene, head: Token) -> Token | None:
    """ "Ze słów [minister] Anny Lis", "[zastępcy] wójta": a genitive, whatever its tag, or a title of one form."""
    after = scene.tokens[head.index + 1] if head.index + 1 < len(scene.tokens) else head
    if after.upos != "NOUN" or scene.words.roles.kind(after) != PERSON:
        return None
    may_own = any("gen" in reading.values for reading in scene.words.inflection.readings.look_up(after.form))
    return after if may_own or (after.feats.get("Gender") == "Masc" and _is_of_woman(scene, after)) else None


def _is_of_woman(scene: Scene, title: Token) -> bool:
    """Say whether a woman's name in another case than the nominative stands behind a title."""
    near = scene.between(title.index + 1, min(title.index + AGENT_REACH, scene.sentence(title)[1]))
    name = next((scene.mention_at[token.index] for token in near if token.index in scene.mention_at), None)
    if name is None or name.kind != PERSON or not scene.is_inflected(name):
        return False
    return any(token.feats.get("Gender") == "Fem" for token in scene.between(name.first, name.last))


def _body_beside(scene: Scene, head: Token) -> Token | None:
    """ "Z danych [ABC] wynika": a body's name, which a tree may hang anywhere, most of all a sign without case."""
    quoted = head.index + 1 < len(scene.tokens) and scene.is_mark(head.index + 1)  # "z ustaleń „Nowin” wynika"
    mention = scene.mention_at.get(head.index + (2 if quoted and head.index + 2 in scene.quote_at else 1))
    if mention is None or mention.kind != "body" or any(map(scene.is_mark, range(mention.first, mention.last))):
        return None
    word = scene.tokens[mention.first]
    if not quoted and not word.form.isupper() and scene.words.inflection.may_be_nominative(word.form):
        return None
    return scene.tokens[top_of(scene, mention.first, mention.last)]


def _body_behind(scene: Scene, head: Token) -> Token | None:
    """The body that is named with its document; a person or a place is what the document is about."""
    for index in scene.tree.subtree(head):
        token = scene.tokens[index]
        is_body = scene.words.roles.kind(token) == "body" and index not in scene.mention_at
        if is_body and index > head.index and token.feats.get("Case") == "Gen" and not has_preposition(scene, token):
            name = scene.mention_at.get(index + 1)
            is_named = name is not None and name.kind == "body"
            return scene.tokens[top_of(scene, name.first, name.last)] if name is not None and is_named else token
        mention = scene.mention_at.get(index)
        between = scene.between(head.index + 1, index)
        near = head.index < index <= head.index + PAPER_REACH and not any(scene.is_mark(t.index) for t in between)
        if mention is not None and mention.kind == "body" and near and not is_led(scene, mention.first):
            return scene.tokens[top_of(scene, mention.first, mention.last)]
    return None


def _agent_below(scene: Scene, head: Token) -> Token | None:
    """ "Informacje przekazane przez [rzecznika]"."""
    for child in scene.tree.children(head, "acl", "amod"):
        agent = agent_of(scene, child)
        if agent is not None:
            return agent
    return _agent_behind(scene, head)


def _agent_behind(scene: Scene, head: Token) -> Token | None:
    """The same, where the tree hangs it elsewhere: "informacje przekazane radiu przez [rzecznika]"."""
    last = scene.sentence(head)[1]
    passive = next((t for t in scene.between(head.index + 1, head.index + 3) if t.feats.get("Voice") == "Pass"), None)
    passive = passive or _passive_behind(scene, head)
    near = list(scene.between(passive.index + 1, min(passive.index + AGENT_REACH, last))) if passive is not None else []
    by = next((t for t in near if t.lemma == scene.words.rules["by"]), None)
    if by is None or any(scene.is_finite(t) or t.form == "," for t in near[: by.index - near[0].index]):
        return None
    mention = scene.mention_at.get(by.index + 1)
    if mention is not None:
        return scene.tokens[top_of(scene, mention.first, mention.last)]
    after = scene.between(by.index + 1, min(by.index + PAPER_REACH, last))
    return next((t for t in after if t.upos in ("NOUN", "PROPN")), None)


def _passive_behind(scene: Scene, head: Token) -> Token | None:
    """ "Sondażu nastrojów młodych rolników [zrobionego] przez pracownię": behind genitives of a document."""
    for token in scene.between(head.index + 1, min(head.index + PAPER_REACH, scene.sentence(head)[1])):
        is_ours = token.feats.get("Voice") == "Pass" and token.feats.get("Case") == head.feats.get("Case")
        if is_ours and token.feats.get("Number") == head.feats.get("Number"):
            return token
        if scene.is_mark(token.index) or scene.is_finite(token) or token.upos == "ADP":
            return None
    return None


def agent_of(scene: Scene, verb: Token) -> Token | None:
    """Return by whom something is done: "zapytany przez [dziennikarza]"."""
    for child in scene.tree.children(verb, "obl", "nmod"):
        word = scene.tree.child(child, "case")
        if word is not None and word.lemma == scene.words.rules["by"]:
            return child
    return None


def has_preposition(scene: Scene, token: Token) -> bool:
    """Say whether a preposition governs a noun, by the tree or right before it."""
    before = scene.tokens[token.index - 1] if token.index else token
    word = scene.tree.child(token, "case")
    if word is not None and is_dep(token, "nsubj") and token.feats.get("Case") == "Nom":
        word = None if scene.tree.child(word, "fixed") is not None else word  # "z kolei [związki] tłumaczą"
    return word is not None or (before.upos == "ADP" and not _ends_time(scene, before))


def _ends_time(scene: Scene, word: Token) -> bool:
    """ "Kilka dni [temu] piloci zapowiedzieli": a word that stands behind what it goes with leads no noun."""
    after = scene.tokens[word.index + 1] if word.index + 1 < len(scene.tokens) else word
    return scene.is_of_time(word) and not scene.is_of_time(after)


def is_led(scene: Scene, first: int) -> bool:
    """Say whether a preposition stands right before a name, or before the noun in front of it: "do papieża [Jana]"."""
    index = first - 1
    while index > 0 and scene.is_mark(index) and index + 1 in scene.quote_at:
        index -= 1  # "dla dziennika „[Nowiny]”"
    if index < 0 or scene.tokens[index].upos == "ADP":
        return index >= 0 and not _ends_time(scene, scene.tokens[index])
    noun = scene.tokens[index]
    is_oblique = noun.upos == "NOUN" and noun.feats.get("Case") in OBLIQUE
    while is_oblique and index > 0 and scene.tokens[index - 1].upos == "ADJ":
        index -= 1
    return is_oblique and index > 0 and scene.tokens[index - 1].upos == "ADP" and _names_one(scene, noun, first)


def _names_one(scene: Scene, noun: Token, first: int) -> bool:
    """Say whether a noun and the name behind it are one: "papieża Jana", "gazety „Nowiny”", but not "z kolei Jan"."""
    mention = scene.mention_at.get(first)
    if mention is not None and mention.kind == BODY and scene.tokens[first].feats.get("Case") == "Nom":
        return scene.words.roles.kind(noun) != PERSON and scene.words.among(
            "media", noun.lemma
        )  # "do wójta Koło Łowieckie"
    return scene.words.roles.kind(noun) == PERSON or scene.words.among("media", noun.lemma)


def top_of(scene: Scene, first: int, last: int) -> int:
    """Return the head of a name."""
    inside = range(first, last)
    tops = (t.index for t in scene.between(first, last) if t.head not in inside or t.head == t.index)
    return next(tops, first)


def is_like(one: Token, other: Token) -> bool:
    """Say whether two words agree in number and gender."""
    return all(one.feats.get(name) == other.feats.get(name) for name in ("Number", "Gender"))
