"""Whose the words are of a report with no person in it: "w komunikacie podkreślono, że", "czytamy w piśmie", "dodano".

In:   a scene, a draft whose verb has no subject, the voices heard so far.
Out:  Naming, or None where nobody is told.
Not:  the owner who stands with the document: claim/papers.py.
"""

from collections.abc import Iterable

from podobno.claim.drafts import Draft
from podobno.claim.heard import Naming
from podobno.claim.papers import has_preposition, owner_of_information, owner_of_paper
from podobno.claim.phrases import phrase_part
from podobno.claim.scene import Scene
from podobno.claim.voices import Voices
from podobno.records.parsed import Token

BARE = ("ADJ", "DET")  # what may stand with a document of which no owner is told
RIGHT_BEFORE = 1  # sentences back to a document that a bare "napisano" tells of


def of_nobody(scene: Scene, draft: Draft, voices: Voices, paper: Token | None) -> Naming | None:
    """Return whose the words of "podkreślono", "napisano" are: of the document's issuer, or whoever spoke before."""
    place = draft.cue.token.index if draft.cue is not None else draft.content[0][0]
    if draft.rule.startswith("speech"):
        place = min(place, draft.content[0][0])  # "Dziennik komentuje. „A. B” – dodano": before the words of the speech
    if paper is not None:
        return (
            _of_issuer(draft, voices, issuer_before(scene, paper))
            or voices.goes_on(place)
            or of_paper(scene, draft, voices, paper)
        )
    issuer = _issuer_right_before(scene, place) or _medium_right_before(scene, draft, place)
    return voices.goes_on(place) or _of_issuer(draft, voices, issuer)


def _medium_right_before(scene: Scene, draft: Draft, place: int) -> Token | None:
    """ "„[Nowiny]” skrytykowały wójta. „To wstyd” – czytamy": the medium that is the subject of the sentence before."""
    first = scene.sentence(scene.tokens[place])[0]
    if not draft.rule.startswith("speech") or first == 0 or scene.paragraph_at[first - 1] != scene.paragraph_at[place]:
        return None
    before = scene.between(*scene.sentence(scene.tokens[first - 1]))
    media = (t for t in before if (m := scene.mention_at.get(t.index)) is not None and scene.is_medium(m.base))
    return next((token for token in media if scene.tree.is_subject(token)), None)


def of_paper(scene: Scene, draft: Draft, voices: Voices, paper: Token | None) -> Naming | None:
    """Return whose the words of "czytamy w oświadczeniu" are: its issuer was told before; else the document speaks.

    Without a document they are of the medium that the sentence before is about, or nobody's.
    """
    if paper is None:
        return _of_issuer(draft, voices, _medium_right_before(scene, draft, draft.content[0][0]))
    issued = _of_issuer(draft, voices, issuer_before(scene, paper))
    return issued or voices.goes_on(paper.index, is_near=True) or voices.name(paper, draft)


def of_bare_paper(scene: Scene, head: Token, voices: Voices) -> Naming | None:
    """Return whose words "według najnowszej prognozy" hands on: whoever spoke shortly before, if no owner is told."""
    kinds = ("papers_of_somebody", "kinds_of_information")
    if not any(scene.words.among(kind, head.lemma) for kind in kinds) or head.index in scene.mention_at:
        return None
    after = next(scene.between(head.index + 1, scene.sentence(head)[1]), head)
    if after.upos in ("NOUN", "PROPN") and after.feats.get("Case") == "Gen":
        return None  # "według prognozy [banku]"
    first, last = phrase_part(scene, head, is_short=True)
    words = [token for token in scene.between(first, last) if token.index != head.index]
    if any(token.upos not in BARE for token in words):
        return None
    if not words and head.feats.get("Number") == "Plur" and scene.words.among("papers", head.lemma):
        return None  # "według prognoz": nobody's in particular
    return voices.goes_on(head.index, is_near=True)


def issuer_before(scene: Scene, paper: Token) -> Token | None:
    """Return who issued a document by what was told of it before: "[Urząd] wydał komunikat. W komunikacie"."""
    before = (t for t in reversed(scene.tokens[: paper.index]) if t.lemma == paper.lemma)
    return _first_issuer(scene, before) or _issuer_right_before(scene, paper.index)


def _issuer_right_before(scene: Scene, place: int) -> Token | None:
    """ "[Gmina] wydała oświadczenie. „Most jest bezpieczny” – napisano."."""
    here = scene.tokens[place].sentence
    near = (t for t in reversed(scene.tokens[:place]) if here - t.sentence <= RIGHT_BEFORE)
    return _first_issuer(scene, (t for t in near if scene.words.among("issued", t.lemma)))


def _first_issuer(scene: Scene, papers: Iterable[Token]) -> Token | None:
    return next((who for paper in papers if (who := _issuer(scene, paper)) is not None), None)


def _issuer(scene: Scene, paper: Token) -> Token | None:
    """Who a document is of, or the subject of the verb that issues it."""
    owner = owner_of_paper(scene, paper)
    owner = owner if owner is not None and scene.words.roles.kind(owner) is not None else None
    owner = owner or owner_of_information(scene, paper)
    if owner is not paper:
        return owner
    verb = scene.tree.head(paper)
    if verb is None or not scene.words.among("issuing", verb.lemma) or has_preposition(scene, paper):
        return None
    return scene.tree.child(verb, "nsubj")


def _of_issuer(draft: Draft, voices: Voices, issuer: Token | None) -> Naming | None:
    return voices.carry(issuer, draft) if issuer is not None else None
