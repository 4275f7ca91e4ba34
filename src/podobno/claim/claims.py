"""Make the claims of an article: the drafts of all rules, with their speakers, chains and stances.

In:   a parsed article, what the finders saw in it, the words of attribution.
Out:  claims in text order.
Not:  the rules, which are the modules beside this one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from podobno.claim.asides import aside_drafts
from podobno.claim.backward import backward_drafts
from podobno.claim.chains import is_own, media_of
from podobno.claim.clauses import clause_drafts
from podobno.claim.conditions import is_conditional
from podobno.claim.cues import find_cues
from podobno.claim.dashes import lone_speech_drafts
from podobno.claim.direct import direct_drafts
from podobno.claim.drafts import Cue, Draft
from podobno.claim.evidentials import evidential_drafts
from podobno.claim.headings import with_headline_voices
from podobno.claim.heard import Naming, Voice
from podobno.claim.impersonal import of_bare_paper, of_nobody, of_paper
from podobno.claim.nesting import (
    Item,
    Nest,
    holds,
    is_hedge,
    is_of_himself,
    is_of_own_paper,
    is_over,
    is_pointer,
    is_swallowed,
    nest_items,
    outer_steps,
    size,
)
from podobno.claim.nominals import nominal_drafts
from podobno.claim.papers import agent_of, paper_meant, paper_read
from podobno.claim.relying import relied_on
from podobno.claim.reported import Reported, reported_words
from podobno.claim.reporting import is_reading, is_report
from podobno.claim.reportive import continued_drafts, headline_drafts, lone_quote_drafts
from podobno.claim.runins import run_in_drafts
from podobno.claim.scene import Part, Scene, set_scene
from podobno.claim.spans import trim_end
from podobno.claim.speakers import (
    is_answered,
    is_impersonal,
    is_question,
    owner_of_noun,
    speaker_head,
    tree_subject,
)
from podobno.claim.stances import mode_of, stance_of, sureness_of
from podobno.claim.traits import claim_traits
from podobno.claim.venues import Visit, carrier_of, find_visits
from podobno.claim.voices import Voices
from podobno.claim.weighing import one_of
from podobno.claim.words import Words
from podobno.records.claims import Claim, Source
from podobno.records.parsed import Parsed, Token
from podobno.records.text import Span
from podobno.records.values import Found

RETOLD = 2  # sentences from who was heard to what he tells of another
NOUNS = ("NOUN", "PROPN", "PRON", "X")
FEWEST_WORDS = 3  # of what rumours tell: "doniesienia o [wsparciu Moskwy przez KRLD]"


def make_claims(parsed: Parsed, found: Found, words: Words) -> tuple[Claim, ...]:
    """Return the claims of an article."""
    return tuple(claim for claim, _ in read_claims(set_scene(parsed, found, words)).claims)


def read_claims(scene: Scene) -> "Read":
    """Return the claims with what they were made of, for `explain`."""
    drafts = sorted(_drafts(scene), key=lambda draft: draft.content[0])
    named = with_headline_voices(scene, [item for item in _named(scene, drafts) if not _is_nobodys(scene, item)])
    nest = nest_items(named)
    aside = (is_pointer, is_over, is_of_himself, is_of_own_paper)
    named = [item for item in named if not is_hedge(item, nest) and not any(of(scene, item, nest) for of in aside)]
    nest = nest_items(named)
    made = [(_claim(scene, item, nest), item) for item in named if not is_swallowed(scene, item, nest)]
    claims = sorted(((c, item) for c, item in made if c is not None), key=lambda pair: pair[0].content[0])
    claims = [(_scored(scene, pair, claims), pair[1]) for pair in claims]
    return Read(claims=tuple(claims), items=tuple(named), drafts=tuple(drafts))


# Drafts


def _drafts(scene: Scene) -> list[Draft]:
    cues = tuple(cue for cue in find_cues(scene) if is_report(scene, cue))
    drafts: list[Draft] = []
    used: set[int] = set()
    # Of two rules for one cue the first wins.
    stages = (direct_drafts, aside_drafts, clause_drafts, backward_drafts, nominal_drafts)
    for stage in stages:
        free = tuple(cue for cue in cues if cue.token.index not in used)
        for draft in stage(scene, free):
            if draft.cue is not None and draft.cue.token.index not in used:
                used.add(draft.cue.token.index)
                drafts.append(draft)
    drafts = [draft for draft in drafts if not _is_denied_noun(scene, draft, drafts)]
    drafts = [_before_source(scene, draft, drafts) for draft in drafts]
    drafts += headline_drafts(scene)
    drafts += run_in_drafts(scene, drafts)
    drafts += lone_quote_drafts(scene, drafts)
    drafts += lone_speech_drafts(scene, drafts)
    drafts += [draft for draft in evidential_drafts(scene) if not _covered(draft, drafts)]
    drafts += continued_drafts(scene, drafts)
    return drafts


def _is_denied_noun(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Zaprzeczyła [plotkom o sprzedaży]", "nie wierzy w [doniesienia]": she tells no rumour of her own."""
    if draft.cue is None or draft.cue.kind != "noun":
        return False
    place = draft.cue.token.index
    if draft.cue.token.index + 1 < len(scene.tokens) and owner_of_noun(scene, draft.cue) is not None:
        return False  # "odrzucił [oskarżenie burmistrza]"
    return any(
        other.rule == "nominal"
        and other.cue is not None
        and _own_stance(other.cue) in ("denies", "doubts")
        and any(first <= place < last for first, last in other.content)
        for other in drafts
    )


def _own_stance(cue: Cue) -> str:
    return cue.entry.negated if cue.is_negated and cue.entry.negated else cue.entry.stance


def _before_source(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    """ "Dodał, że A i według X B": what a source phrase opens is no more the outer report's."""
    for other in drafts:
        if other.rule != "source-phrase" or draft.rule != "clause" or other.clause is None:
            continue
        first, last = draft.content[-1]
        at = other.clause[0]
        if first < at - 1 < last and scene.words.among("conjunctions", scene.tokens[at - 1].lemma):
            return replace(draft, content=(*draft.content[:-1], (first, trim_end(scene, first, at - 1))))
    return draft


def _covered(draft: Draft, drafts: list[Draft]) -> bool:
    inside = {index for other in drafts for part in other.content for index in range(*part)}
    return any(first in inside for first, _ in draft.content)


# Speakers and chains


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The claims of an article in text order, each with its item; all items and drafts, also those of no claim."""

    claims: tuple[tuple[Claim, Item], ...]
    items: tuple[Item, ...]
    drafts: tuple[Draft, ...]


def _named(scene: Scene, drafts: list[Draft]) -> Iterator[Item]:
    reported = reported_words(drafts)
    voices = Voices(scene, reported.tokens)
    visits = find_visits(scene, reported.tokens)
    order = sorted(drafts, key=lambda draft: draft.cue.token.index if draft.cue is not None else draft.content[0][0])
    asked: Item | None = None
    for draft in order:
        if draft.cue is not None and (is_question(scene, draft.cue) or _is_nobodys_question(scene, draft.cue)):
            asked = _asked(scene, draft, voices, visits)
            yield asked
            continue
        before = voices.last()
        naming = _name(scene, draft, voices, reported)
        if naming.voice is not None:
            draft = replace(draft, owned=voices.owned(naming.voice))
            _answer(scene, draft, naming.voice, asked)
        item = _relying(scene, _with_media(scene, draft, naming, visits), voices)
        yield _retold(scene, item, before)


def _is_nobodys_question(scene: Scene, cue: Cue) -> bool:
    """ "Na [pytanie], czy most stoi, wójt odparł": asked by those who are not named, and not by him."""
    return is_answered(scene, cue) and owner_of_noun(scene, cue) is None


def _is_nobodys(scene: Scene, item: Item) -> bool:
    checks = (_is_ownerless, _is_of_things, _is_of_teaser, _is_of_no_one)
    return any(check(scene, item) for check in checks)


def _is_of_no_one(scene: Scene, item: Item) -> bool:
    """ "[Nikt] nie wierzy w wygraną": what nobody says is no claim."""
    part = item.naming.part
    return part is not None and any(scene.words.among("no_one", token.lemma) for token in scene.between(*part))


def _is_of_teaser(scene: Scene, item: Item) -> bool:
    """What leads to another article counts only where it names who says it."""
    is_named = item.naming.part is not None and not item.naming.is_carried
    return not is_named and scene.is_teaser(item.draft.content[0][0])


def _is_ownerless(scene: Scene, item: Item) -> bool:
    """A noun that nobody is told to have said ("żądania") reports only where it may stand for rumour ("pogłoski")."""
    cue = item.draft.cue
    if cue is None or item.naming.part is not None or item.is_asking:
        return False
    if cue.kind == "noun":
        is_heard = cue.entry.is_unnamed or _appears(scene, cue)
        return not is_heard or (item.draft.rule == "nominal" and size(item.draft) < FEWEST_WORDS)
    is_by_nobody = cue.token.feats.get("Person") == "0"
    # "Przedstawiono mu zarzut kradzieży": whoever spoke before did not.
    return item.draft.rule == "nominal" and is_by_nobody and (item.naming.voice is None or cue.kind == "phrase")


def _appears(scene: Scene, cue: Cue) -> bool:
    """ "Pojawiają się [głosy], że most runie", "otrzymali [zalecenie], by": words that nobody is named for."""
    verb = scene.tree.head(cue.token)
    return verb is not None and scene.words.among("appearing", verb.lemma)


def _is_of_things(scene: Scene, item: Item) -> bool:
    """ "Takie sytuacje podważają zaufanie": a thing that is no document says nothing, whatever it does."""
    voice, part = item.naming.voice, item.naming.part
    papers = ("papers", "kinds_of_information")
    if item.draft.rule == "clause" and _shows(scene, item):
        return True
    if item.draft.rule == "nominal" and item.naming.is_carried and part is None:
        subject = tree_subject(scene, item.draft)
        return subject is not None and not any(scene.words.among(name, subject.lemma) for name in papers)
    if item.draft.rule != "nominal" or voice is None or part is None or voice.kind is not None:
        return False
    if any(scene.words.among("shares", t.lemma) and one_of(scene, t) is not None for t in scene.between(*part)):
        return False  # "74 proc. badanych deklaruje chęć udziału"
    if _are_some(scene, part):
        return False
    return not any(scene.words.among(name, token.lemma) for token in scene.between(*part) for name in papers)


def _are_some(scene: Scene, part: Part) -> bool:
    """ "Część kardiologów powątpiewa w skuteczność leku": some of those who can speak."""
    words = list(scene.between(*part))
    some = next((token for token in words if scene.words.among("crowds", token.lemma)), None)
    return some is not None and any(
        scene.words.roles.kind(token) is not None for token in words if token.index > some.index
    )


def _shows(scene: Scene, item: Item) -> bool:
    """ "Ten ruch pokazuje, że się boją": the article's own inference; only a study shows what somebody found."""
    voice, cue = item.naming.voice, item.draft.cue
    if voice is None and cue is not None and cue.kind != "source":
        beside = scene.between(cue.first - 1, cue.last + 1)  # "cieszy [fakt], że"
        return any(scene.words.among("things", token.lemma) and token.upos == "NOUN" for token in beside)
    if voice is None or voice.kind is not None or voice.is_paper or item.naming.part is None or cue is None:
        return False
    if any(scene.words.among("studies", lemma) for lemma in voice.nouns) or cue.kind == "source":
        return False
    is_thing = any(scene.words.among("things", lemma) for lemma in voice.nouns)
    return is_thing or (bool(voice.nouns) and scene.words.among("showing", cue.token.lemma))


def _name(scene: Scene, draft: Draft, voices: Voices, reported: Reported) -> Naming:
    nobody = Naming(voice=None, part=None, is_carried=False)
    head = speaker_head(scene, draft, reported)
    if head is not None and _is_unofficial(scene, head):
        return nobody
    told = paper_meant(scene, draft, head) if head is not None else None
    if told is not None:
        return voices.carry(told, draft)
    bare = of_bare_paper(scene, head, voices) if head is not None and draft.rule == "source-phrase" else None
    if bare is not None:
        return bare
    paper = paper_read(scene, draft) if head is None else None
    if head is None and draft.cue is not None and is_impersonal(scene, draft.cue):
        return of_nobody(scene, draft, voices, paper) or nobody
    if draft.rule == "continued":
        return voices.goes_on(draft.content[0][0]) or nobody
    if head is None and draft.rule.startswith("evidential"):
        return voices.goes_on(draft.content[0][0]) or nobody
    if head is None and draft.cue is not None and (draft.cue.entry.is_unnamed or draft.cue.entry.is_passive):
        return nobody
    if head is not None and draft.cue is not None and draft.cue.kind == "verb" and _is_rumour(scene, head):
        return nobody  # "doniesienia mówiące, że"
    if head is None and draft.cue is not None and draft.cue.kind == "verb" and is_reading(scene, draft.cue):
        return of_paper(scene, draft, voices, paper) or nobody
    return voices.name(head, draft)


def _is_rumour(scene: Scene, head: Token) -> bool:
    entry = scene.words.nouns.get(head.lemma)
    return entry is not None and (entry.is_unnamed or not scene.words.among("papers", head.lemma))


def _is_unofficial(scene: Scene, head: Token) -> bool:
    """ "Według nieoficjalnych informacji", "według doniesień": nobody stands for them."""
    after = scene.tokens[head.index + 1] if head.index + 1 < len(scene.tokens) else head
    part = after.lemma if after.feats.get("Case") == "Gen" else head.lemma  # "według części doniesień"
    if any(scene.words.among("rumours", lemma) for lemma in (head.lemma, part)):
        return True
    is_information = scene.words.among("kinds_of_information", head.lemma)
    return is_information and any(
        scene.words.among("unofficial", child.lemma) for child in scene.tree.children(head, "amod")
    )


def _asked(scene: Scene, draft: Draft, voices: Voices, visits: Sequence[Visit]) -> Item:
    agent = agent_of(scene, draft.cue.token) if draft.cue is not None else None
    if agent is not None:
        return Item(draft=draft, naming=voices.look(agent, draft), media=(), is_asking=True)
    media = [medium.name for medium in media_of(scene, draft, None)]
    place = draft.cue.token.index if draft.cue is not None else draft.content[0][0]
    asked = scene.tree.child(draft.cue.token, "nsubj") if draft.cue is not None else None
    is_named = asked is not None and asked.upos in NOUNS and not holds(draft, asked.index)  # "był pytany [m.in.] o"
    told = voices.name(asked, draft).voice if is_named else voices.look(None, draft).voice
    if told is not None and media and is_named:
        told.medium, told.medium_at = media[0], place
    if not media:
        medium = carrier_of(visits, told, place) if told is not None else None
        media = [medium or scene.words.rules["askers"]]
    voice = Voice(name=media[0], kind=None, number="Plur", gender=None)
    return Item(draft=draft, naming=Naming(voice=voice, part=None, is_carried=False), media=(), is_asking=True)


def _answer(scene: Scene, draft: Draft, voice: Voice, asked: Item | None) -> None:
    """ "Zapytany przez dziennikarza Kuriera, Kos powiedział": the medium that asks carries the answer."""
    if asked is None or asked.draft.cue is None or draft.cue is None or asked.naming.voice is None:
        return
    place, medium = asked.draft.cue.token, asked.naming.voice.name
    if place.sentence == draft.cue.token.sentence and scene.is_medium(medium) and medium != voice.name:
        voice.medium, voice.medium_at = medium, place.index


def _with_media(scene: Scene, draft: Draft, naming: Naming, visits: Sequence[Visit]) -> Item:
    voice = naming.voice
    found = media_of(scene, draft, voice.name if voice is not None else None)
    if voice is None and found and draft.cue is not None and not draft.rule.startswith("evidential"):
        medium = found[0]
        voice = Voice(name=medium.name, kind=None, number="Sing", gender=None)
        naming = Naming(voice=voice, part=(medium.first, medium.last), is_carried=False)
        return Item(draft=draft, naming=naming, media=())
    place = draft.cue.token.index if draft.cue is not None else draft.content[0][0]
    if voice is not None and found:
        voice.medium, voice.medium_at = found[0].name, max(place, found[0].first)
    carrier = _own_medium(scene, naming) or (carrier_of(visits, voice, place) if voice is not None else None)
    carrier = carrier if voice is not None and carrier != voice.name else None
    return Item(draft=draft, naming=naming, media=(carrier,) if carrier else ())


def _own_medium(scene: Scene, naming: Naming) -> str | None:
    """ "[Źródła Kuriera] twierdzą", "poinformował [świadek Kuriera]": the medium that they told stands with them."""
    if naming.part is None or naming.voice is None:
        return None
    words = list(scene.between(*naming.part))
    if not any(scene.words.among("informants", word.lemma) for word in words[:2]):
        return None
    inside = (scene.mention_at.get(word.index) for word in words)
    return next((m.base for m in inside if m is not None and scene.is_medium(m.base)), None)


def _retold(scene: Scene, item: Item, before: Voice | None) -> Item:
    """ "Wilk miał powiedzieć, że": whoever was heard right before tells it of him."""
    cue, voice = item.draft.cue, item.naming.voice
    if cue is None or voice is None or before is None or cue.token.feats.get("VerbForm") != "Inf":
        return item
    above = scene.tree.head(cue.token)
    is_near = 0 <= cue.token.sentence - scene.tokens[max(before.place, 0)].sentence <= RETOLD
    if above is None or not scene.words.among("evidential", above.lemma) or not is_near or before.place < 0:
        return item
    if before.name == voice.name or item.media:
        return item
    steps = tuple(name for name in (before.medium, before.name) if name is not None and name != voice.name)
    return replace(item, media=tuple(dict.fromkeys(steps)))


def _relying(scene: Scene, item: Item, voices: Voices) -> Item:
    """Whoever relies on somebody hands the words on; the origin is the one relied on."""
    head, voice = relied_on(scene, item.draft), item.naming.voice
    if head is None or voice is None:
        return item
    naming = voices.name(head, item.draft)
    if naming.voice is None or naming.voice.name == voice.name:
        return item
    return replace(item, naming=naming, media=(*item.media, voice.name))


# The record


def _scored(scene: Scene, pair: tuple[Claim, Item], pairs: Iterable[tuple[Claim, Item]]) -> Claim:
    claim, item = pair
    traits = claim_traits(scene, claim, item.draft, [other for other, _ in pairs])
    return replace(claim, score=scene.words.scores.of(traits))


def _claim(scene: Scene, item: Item, nest: Nest) -> Claim | None:
    draft, voice = item.draft, item.naming.voice
    chain = _chain(scene, item, nest)
    content = tuple(_span(scene, part) for part in draft.content if part[0] < part[1])
    if not content:
        return None
    inside = [time for time in scene.found.times if any(span.contains(time.span) for span in content)]
    figures = [figure for figure in scene.found.figures if any(span.contains(figure.span) for span in content)]
    return Claim(
        content=content,
        mode=mode_of(scene, draft),
        cue=_cue_span(scene, draft),
        speaker=_span(scene, item.naming.part) if item.naming.part is not None else None,
        chain=chain,
        stance="asks" if item.is_asking else stance_of(scene, draft, has_speaker=bool(chain)),
        conditional=is_conditional(scene, draft),
        carried=item.naming.is_carried,
        said=_said(scene, item, voice),
        about=tuple(inside),
        figures=tuple(figures),
        sureness=sureness_of(scene, draft),
        rule=draft.rule.partition(":")[0],
    )


def _span(scene: Scene, part: Part) -> Span:
    first, last = part
    return Span(article=scene.parsed.article.id, start=scene.tokens[first].start, end=scene.tokens[last - 1].end)


def _cue_token(scene: Scene, draft: Draft) -> Token | None:
    if draft.cue is not None:
        return draft.cue.token
    rule, _, place = draft.rule.partition(":")
    return scene.tokens[int(place)] if rule == "evidential" else None


def _cue_span(scene: Scene, draft: Draft) -> Span | None:
    token = _cue_token(scene, draft)
    if token is None:
        return None
    return Span(article=scene.parsed.article.id, start=token.start, end=token.end)


def _chain(scene: Scene, item: Item, nest: Nest) -> tuple[Source, ...]:
    steps = [*outer_steps(item, nest), *item.media]
    voice = item.naming.voice
    names = [name for name in dict.fromkeys(steps) if voice is None or not _is_same(scene, name, voice.name)]
    chain = [Source(name=name) for name in names if not is_own(scene.parsed.article, name)]
    if voice is not None:
        span = _span(scene, item.naming.part) if item.naming.part is not None else None
        chain.append(Source(name=voice.name, span=span, role=item.naming.role))
    return tuple(chain)


def _is_same(scene: Scene, one: str, other: str) -> bool:
    """ "AP" and "Associated Press" are one medium."""
    known = scene.words.outlets.canonical
    return one == other or (known(one) is not None and known(one) == known(other))


def _said(scene: Scene, item: Item, voice: Voice | None) -> str | None:
    """The calendar time in the reporting sentence outside the words; else the speaker's last one."""
    draft = item.draft
    if draft.cue is None:
        return None
    first, last = scene.sentence(draft.cue.token)
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    content = [_span(scene, part) for part in draft.content]
    for time in scene.found.times:
        inside = start <= time.span.start < end and not any(span.overlaps(time.span) for span in content)
        if inside and time.begin is not None and time.end is not None:
            if voice is not None:
                voice.said = time.value
            return time.value
    return voice.said if voice is not None and item.naming.is_carried else None
