"""Reports that a comma sets off from what they report, or nothing: "Ceny spadły, informuje agencja."

In:   a scene and a cue.
Out:  the place where the report begins, behind the reported clause.
Not:  reports behind a dash or a quotation mark: claim/direct.py.
"""

from podobno.claim.drafts import Cue
from podobno.claim.scene import Scene
from podobno.records.parsed import Token

REPORTER = 4  # words behind a verb in which its subject starts: ", informuje ukraińska [agencja]"
BARE_REPORTER = 8  # the same where nothing sets it off: "Most runął poinformował w środę wieczorem [wójt]"
TELLING = frozenset(("speech", "that"))
JOINING = frozenset(("CCONJ", "SCONJ", "ADP", "PRON", "DET", "ADV", "PART"))
PARTING = frozenset(",;:(")
AGREEING = ("Number", "Gender")


def unmarked_boundary(scene: Scene, cue: Cue) -> int | None:
    """Return the comma before the verb of a report, or the verb itself; None where neither opens a report."""
    before, (first, last) = cue.token.index - 1, scene.sentence(cue.token)
    if before <= first or not scene.is_finite(cue.token):
        return None
    if scene.tokens[before].form != ",":
        return cue.token.index if _is_bare(scene, cue, first, last) else None
    rest = list(scene.between(cue.token.index + 1, _tail(scene, cue.token.index + 1, last)))
    others = any(scene.is_finite(token) or _breaks(scene, token) for token in rest)
    named = any(_may_report(scene, token) for token in rest[:REPORTER])
    shown = scene.words.among("documents", cue.token.lemma) and any(
        token.lemma == scene.words.rules["out_of"] for token in rest[:1]
    )  # "Ceny spadły, wynika [z] raportu urzędu."
    clause = any(scene.is_finite(token) for token in scene.between(first, before))
    opened = scene.is_dash(first) and scene.tokens[first + 1].form[:1].isupper()  # "– To zły znak, powiedziała."
    return before if clause and (named or shown or opened) and not others else None


def inserted(scene: Scene, cue: Cue) -> int | None:
    """ "Ceny spadną, [dodał wójt], ale nie od razu": the verb of a report between the commas of one that goes on."""
    first, last = scene.sentence(cue.token)
    place = cue.token.index
    if not cue.entry.takes >= TELLING or place - 1 <= first or scene.tokens[place - 1].form != ",":
        return None
    comma = next((i for i in range(place + 1, min(place + BARE_REPORTER, last)) if scene.tokens[i].form == ","), None)
    if comma is None or comma + 1 >= last or not _goes_on(scene, comma + 1):
        return None
    if not any(map(scene.is_finite, scene.between(comma + 1, last))) or scene.tokens[first].upos in ("ADP", "SCONJ"):
        return None  # "O tym, że most runął, poinformował były wójt, a dziś poseł Jan Kos"
    before, inside = scene.between(first, place - 1), list(scene.between(place + 1, comma))
    is_told = any(_is_speaker(scene, word, cue.token) for word in inside) and not any(map(scene.is_finite, inside))
    return place if is_told and any(map(scene.is_finite, before)) and scene.is_finite(cue.token) else None


def _goes_on(scene: Scene, place: int) -> bool:
    """Say whether a clause goes on behind a comma: "[ale] nie od razu", "[bo] tak trzeba"."""
    return scene.words.among("conjunctions", scene.tokens[place].lemma) or scene.tokens[place].upos == "CCONJ"


def _may_report(scene: Scene, token: Token) -> bool:
    """Say whether a noun may be the subject: one who speaks, in a nominative or in a form that may be one."""
    if token.upos not in ("NOUN", "PROPN"):
        return False
    is_one = token.index in scene.mention_at or scene.words.roles.kind(token) is not None
    case = token.feats.get("Case", "Nom")
    if case == "Nom":
        return is_one or token.upos == "PROPN" or token.feats.get("Animacy") == "Hum" or _is_paper(scene, token)
    return is_one and case == "Acc" and scene.words.inflection.may_be_nominative(token.form)


def _is_paper(scene: Scene, token: Token) -> bool:
    return any(scene.words.among(name, token.lemma) for name in ("papers", "media"))


def _tail(scene: Scene, first: int, last: int) -> int:
    """ "..., powiedział wójt[, cytowany przez PAP]", "[, który był na miejscu]": what tells more of who reports."""
    for index in range(first, last - 1):
        if scene.tokens[index].form != ",":
            continue
        after = scene.tokens[index + 1]
        if after.upos == "ADP" and index + 2 < last:
            after = scene.tokens[index + 2]
        tells = scene.words.among("relying", after.lemma) or scene.words.among("antecedents", after.lemma)
        if tells or scene.words.roles.kind(after) is not None or after.feats.get("VerbForm") == "Part":
            return index
    return last


def _is_bare(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """ "Most runął poinformował wójt Jan Kos.": the mark is lost; a clause, then a verb with a subject of its own."""
    token, before = cue.token, scene.tokens[cue.token.index - 1]
    joined = before.upos in JOINING or scene.is_mark(before.index)
    tells = cue.entry.takes >= TELLING and not scene.is_negated(token)
    if not tells or joined:
        return False  # most cues, and at little cost
    objects = any(child.index < token.index for child in scene.tree.children(token, "obj"))
    runs_in = any(one.upos == "ADP" and one.form[:1].isupper() for one in scene.between(first + 1, token.index))
    is_nobodys = token.feats.get("Person") == "0" or objects or runs_in
    if is_nobodys or not _has_clause(scene, first, token):
        return False  # "[Wystawę] zapowiedział wójt" behind a headline that lost its full stop
    rest = list(scene.between(token.index + 1, _tail(scene, token.index + 1, last)))
    if any(scene.is_finite(word) or _breaks(scene, word) for word in rest):
        return False
    return any(_is_speaker(scene, word, token) for word in rest[:BARE_REPORTER])


def _breaks(scene: Scene, token: Token) -> bool:
    """Say whether a mark parts what follows; one round a name or at the end does not."""
    return token.form in PARTING or scene.is_dash(token.index)


def _has_clause(scene: Scene, first: int, verb: Token) -> bool:
    """Say whether nothing but one plain clause stands before a verb: no clause there can have the verb as its own."""
    before = list(scene.between(first, verb.index))
    opens = any(token.form == "," or token.upos == "SCONJ" for token in before)
    return not opens and any(map(scene.is_finite, before))


def _is_speaker(scene: Scene, word: Token, verb: Token) -> bool:
    """Say whether a person or a body, in a form that may be a nominative, agrees with a verb before it."""
    mention = scene.mention_at.get(word.index)
    is_one = (mention is not None and mention.kind != "place") or scene.words.roles.kind(word) is not None
    led = scene.tokens[word.index - 1].upos == "ADP"
    if not is_one or led or not scene.words.inflection.may_be_nominative(word.form):
        return False
    return all(
        word.feats.get(name) == verb.feats.get(name) or None in (word.feats.get(name), verb.feats.get(name))
        for name in AGREEING
    )
