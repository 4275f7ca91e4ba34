"""Reports beside the clause: "jak podał X, ...", "według X ...", "... – informuje X".

In:   a scene and its cues.
Out:  drafts whose content is the clause round the aside.
Not:  a clause that a conjunction opens: claim/clauses.py.
"""

from collections.abc import Iterator

from podobno.claim.drafts import Cue, Draft
from podobno.claim.frames import may_be_case
from podobno.claim.papers import owner_of_information
from podobno.claim.phrasenames import brand_end, named
from podobno.claim.phrases import is_part_of_law, phrase_part
from podobno.claim.scene import Part, Scene
from podobno.claim.sources import past_relative, relative_end, relative_owner, tells_how
from podobno.claim.spans import clause_end, clause_end_plain, is_reporting_dash, skip_marks, trim_end, unquoted
from podobno.claim.unmarked import inserted
from podobno.claim.weighing import one_of, share_part
from podobno.lang.inflection import NUMBERS
from podobno.lang.legal import legal_cases
from podobno.lang.readings import ABBREVIATION
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token

NEAR = 4  # tokens between "jak" and its verb: "jak w środę podał"
FAR = 30  # tokens an aside may last


def aside_drafts(scene: Scene, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """Yield a draft for each parenthetic report and each phrase of source."""
    for cue in cues:
        draft = _source_draft(scene, cue) if cue.kind == "source" else _parenthetic_draft(scene, cue)
        if draft is not None:
            yield draft


# "jak podał X"


def _parenthetic_draft(scene: Scene, cue: Cue) -> Draft | None:
    opener = _opener(scene, cue)
    opener = inserted(scene, cue) if opener is None else opener
    if opener is None or (cue.token.feats.get("Person") == "0" and "as" in cue.entry.takes):
        return None  # "w związku z – jak to określono – dumpingiem": what something is called, and not by whom
    closer = _closer(scene, cue)
    parts = _round(scene, (opener, closer), cue)
    if not parts:
        return None
    return Draft(content=parts, cue=cue, rule="aside", clause=(opener, closer))


def _opener(scene: Scene, cue: Cue) -> int | None:
    first, _ = scene.sentence(cue.token)
    for index in range(cue.token.index - 1, max(first, cue.token.index - NEAR) - 1, -1):
        token = scene.tokens[index]
        if scene.words.among("parenthetic", token.lemma) or token.form.casefold() in scene.words.rules["parenthetic"]:
            opens = (
                index == first or scene.is_mark(index - 1) or token.form[:1].isupper()
            )  # "AKTUALIZACJA [Jak] podano"
            return index if opens else None
        if scene.is_mark(index) or scene.is_finite(token):
            return None
    return None


def _closer(scene: Scene, cue: Cue) -> int:
    """The aside ends at the comma or dash behind its subject, or with the sentence."""
    _, last = scene.sentence(cue.token)
    subject = scene.tree.child(cue.token, "nsubj")
    after = max(cue.token.index, subject.index if subject is not None and subject.index < last else 0)
    for index in range(after + 1, min(last, after + FAR)):
        if scene.tokens[index].form in (",", ";", ":") or scene.is_dash(index) or scene.tokens[index].form == ")":
            return _past_reliance(scene, _past_relative(scene, _past_role(scene, index, last), last), last)
    return _behind_name(scene, cue, last) or trim_end(scene, cue.token.index, last)


def _behind_name(scene: Scene, cue: Cue, last: int) -> int | None:
    """ "Jak podaje radio [Kos] lot odwołano": without a comma the aside ends with the name."""
    near = range(cue.token.index + 1, min(cue.token.index + NEAR, last))
    mention = next((scene.mention_at[index] for index in near if index in scene.mention_at), None)
    end = mention.last if mention is not None and mention.kind != "place" else _past_medium(scene, near)
    return end if end is not None and any(map(scene.is_finite, scene.between(end, last))) else None


def _past_medium(scene: Scene, near: range) -> int | None:
    """ "Jak podaje portal [wies.pl] lot odwołano": a name that stands behind what it is."""
    for index in near[:-1]:
        name = scene.tokens[index + 1]
        is_name = name.upos in ("PROPN", "X") or "." in name.form[1:-1]
        if is_name and scene.words.among("media", scene.tokens[index].lemma):
            return index + 2
    return None


def _past_relative(scene: Scene, comma: int, last: int) -> int:
    """ "Jak alarmują pasażerowie, [którzy utknęli na lotnisku], lot odwołano"."""
    opens = list(scene.between(comma + 1, min(comma + 3, last)))
    words = [token for token in opens if token.upos != "ADP"][:1]
    if scene.tokens[comma].form != "," or not words or not scene.words.among("antecedents", words[0].lemma):
        return comma
    if words[0].feats.get("PronType") == "Int":
        return comma
    return next((i for i in range(comma + 2, last) if scene.tokens[i].form == ","), comma)


def _past_role(scene: Scene, comma: int, last: int, case: str = "Nom") -> int:
    """ "Jak podał Jan Kowalski, [rzecznik policji w Sanoku], strażacy": the role behind the name is of the aside."""
    mention = scene.mention_at.get(comma - 1)
    if mention is None or mention.kind != "person" or scene.tokens[comma].form != ",":
        return comma
    after = scene.between(comma + 1, min(comma + 1 + NEAR, last))
    noun = next((token for token in after if token.upos not in ("ADJ", "DET", "ADV")), None)
    closing = next((i for i in range(comma + 1, last) if scene.tokens[i].form == ","), None)
    if noun is None or closing is None or not _tells_who(scene, noun, scene.tokens[mention.first], case):
        return comma
    return comma if any(map(scene.is_finite, scene.between(comma, closing))) else closing


def _tells_who(scene: Scene, noun: Token, name: Token, case: str) -> bool:
    """A role in the case of the name, or one that may be: "zdaniem Anny Lis, [ekspertki] banku", "[wójt] Sanoka"."""
    known, read = scene.words.roles.kinds, scene.words.roles.kind(noun) == "person"
    if not (read or any(known.get(lemma) == "person" for lemma in scene.words.inflection.lemmas(noun.form))):
        return False
    is_one, of_noun = noun.feats.get("Number") == "Sing", noun.feats.get("Case", case)
    if is_one and of_noun == case:
        return True
    if case == "Nom":
        return False
    if case == "Gen" and case in legal_cases(scene.words.inflection.readings, noun.form, noun.upos, "Sing"):
        return True  # "według Jana Wilka, [doradcy] wojewody": a form that is also the plural
    if name.feats.get("Gender") == "Fem":
        return of_noun == "Nom"  # a form that is also the plural, or a title that no woman inflects
    return is_one and (of_noun == "Acc" or not read)


def _past_reliance(scene: Scene, comma: int, last: int) -> int:
    """ "Jak podaje X, powołując się na Y, ...": the converb belongs to the aside."""
    after = scene.tokens[comma + 1] if comma + 1 < last else scene.tokens[comma]
    if not scene.words.among("relying", after.lemma):
        return comma
    return next((i for i in range(comma + 1, last) if scene.tokens[i].form == "," or scene.is_dash(i)), comma)


def _round(scene: Scene, aside: Part, cue: Cue) -> tuple[Part, ...]:
    """The sentence without its aside."""
    first, last = scene.sentence(scene.tokens[aside[0]])
    first = skip_marks(scene, max(first, _clause_before(scene, aside[0], first)), aside[0])
    parts = []
    if aside[0] > first:
        parts.append((first, trim_end(scene, first, aside[0])))
    start = skip_marks(scene, aside[1], last)
    if start < last:
        parts.append(unquoted(scene, (start, _end_behind(scene, aside, start, cue))))
    return tuple(part for part in parts if _has_words(scene, part))


def _end_behind(scene: Scene, aside: Part, start: int, cue: Cue) -> int:
    """ "Jak przyznał, mimo ostrzeżeń, [nie wierzył w powódź]": an aside at the head reports what follows, all of it."""
    end = clause_end(scene, start, cue)
    told = any(map(scene.is_finite, scene.between(start, end)))
    return end if told or aside[0] > scene.sentence(cue.token)[0] else clause_end_plain(scene, start)


def _clause_before(scene: Scene, opener: int, first: int) -> int:
    """ "Loty odwołano, [które] - jak podano - były pełne", "straż weszła, bo - jak podano -": its own clause alone."""
    at = opener
    while at > first and scene.is_mark(at - 1):
        at -= 1
    word = scene.tokens[at - 1] if at > first else None
    if word is None or at == opener or at - 1 == first:
        return first
    if scene.words.among("antecedents", word.lemma) and scene.tokens[at - 2].form == ",":
        return at - 1
    joins = word.upos in ("CCONJ", "SCONJ") or scene.words.among("conjunctions", word.lemma)
    clauses = any(scene.is_finite(token) for token in scene.between(first, at - 1))
    return opener if joins and clauses else first


def _has_words(scene: Scene, part: Part) -> bool:
    return any(not scene.is_mark(index) for index in range(*part))


# "według X"


def _source_draft(scene: Scene, cue: Cue) -> Draft | None:
    owner = relative_owner(scene, cue)
    if owner is not None:
        start = skip_marks(scene, past_relative(scene, cue), scene.sentence(cue.token)[1])
        part = unquoted(scene, (start, relative_end(scene, cue, (start, clause_end(scene, start, cue)))))
        return Draft(content=(part,), cue=cue, rule="source-phrase", speaker=owner, clause=(cue.first - 1, cue.last))
    head = source_head(scene, cue)
    if head is None or tells_how(scene, cue, head) or _is_asked(scene, cue) or _is_of_light(scene, cue, head):
        return None
    aside = (cue.first, _phrase_end(scene, cue, head))
    if head.index < cue.first:
        aside = (head.index, cue.last)
    parts = _clause_round(scene, aside, cue)
    if not parts:
        return None
    return Draft(content=parts, cue=cue, rule="source-phrase", speaker=head.index, clause=aside)


def _is_of_light(scene: Scene, cue: Cue, head: Token) -> bool:
    """ "W świetle [badań]", but not "w świetle [latarni]", "w świetle [faktów]": only papers and findings tell."""
    lists = ("papers", "studies", "findings", "kinds_of_information")
    return cue.token.lemma == scene.words.rules["light"] and not any(
        scene.words.among(name, head.lemma) for name in lists
    )


def _is_asked(scene: Scene, cue: Cue) -> bool:
    """ "Pytany, na czym jego zdaniem polega błąd, odparł": of a question the phrase is no report."""
    before = list(scene.between(scene.sentence(cue.token)[0], cue.first))
    asks = any(scene.words.among("questions", token.lemma) for token in before)
    return asks and not any(map(scene.is_finite, before))


def source_head(scene: Scene, cue: Cue) -> Token | None:
    """Return the noun that a phrase of source names: "według [X]", "[jego] zdaniem"."""
    before = scene.tokens[cue.first - 1] if cue.first else None
    inside = (token for token in scene.between(cue.first + 1, cue.last - 1))
    owner = next((token for token in inside if scene.words.among("possessive", token.form.casefold())), None)
    if owner is not None:
        return owner  # "w [jego] opinii"
    if before is not None and (before.feats.get("PronType") == "Dem" or before.upos == "ADP"):
        return None  # "z tym [zdaniem] zgodzi się każdy"
    near = scene.between(cue.first - 1, cue.last + 1)
    if any(scene.words.among("own", token.form.casefold()) for token in near):
        return None  # "moim zdaniem": a hedge of the one who speaks
    if before is not None and scene.words.among("possessive", before.lemma):
        return before
    if before is not None and scene.words.among("possessive", before.form.casefold()):
        return before
    _, last = scene.sentence(cue.token)
    after = list(scene.between(cue.last, min(cue.last + 2, last)))
    owns = len(after) > 1 and scene.words.among("possessive", after[0].form.casefold())
    if owns and scene.words.among("kinds_of_information", after[1].lemma):
        return after[0]  # "według [jego] relacji"
    return _noun_after(scene, cue, last)


def _noun_after(scene: Scene, cue: Cue, last: int) -> Token | None:
    (case,) = cue.entry.takes
    counted = _counted(scene, cue.last)
    if counted is not None:
        return counted
    one = scene.tokens[cue.last] if cue.last < last else None
    if one is not None and scene.words.among("one", one.lemma) and one_of(scene, one) is not None:
        return one  # "zdaniem [jednego] z posłów"
    start = _past_articles(scene, cue.last, last)
    for token in scene.between(start, min(last, start + NEAR + 2)):
        if scene.is_of_time(token) or _is_cut_short(scene, token):
            continue  # "zgodnie z podpisaną [w maju] umową", "według [tzw.] klauzuli"
        if scene.is_mark(token.index) and token.index + 1 not in scene.quote_at and token.index not in scene.quote_at:
            return None
        if scene.words.among("antecedents", token.lemma):
            return None
        is_listed = scene.words.roles.kind(token) is not None or scene.words.among("papers", token.lemma)
        is_one = token.upos == "ADJ" and is_listed and token.feats.get("Case") == case
        if is_one and token.feats.get("Number") == "Plur":
            return token  # "według [śledczych]", "nowych [wytycznych]"
        if token.upos in ("NOUN", "PROPN", "PRON") or token.index in scene.mention_at:
            head = _phrase_head(scene, token, case, cue.last)
            if token.index > cue.last and _is_led(scene, token) and head.feats.get("Case", case) != case:
                continue  # "zgodnie z opublikowanym w czwartek [projektem]"
            return head
    return None


def _is_cut_short(scene: Scene, token: Token) -> bool:
    """Say whether a word is an abbreviation with its full stop behind it, or is that stop: "tzw.", "m.in."."""
    last = scene.sentence(token)[1]
    if token.form == "." and scene.gap(token.index) == "" and token.index + 1 < last:
        return _is_cut_short(scene, scene.tokens[token.index - 1])
    after = scene.tokens[token.index + 1] if token.index + 2 < last else token
    readings = scene.words.inflection.readings.look_up(token.form, dotted=True)
    return after.form == "." and any(reading.pos == ABBREVIATION for reading in readings)


def _counted(scene: Scene, start: int) -> Token | None:
    """ "Według 52 proc. [ankietowanych]", "trzech [rzeczników] kopalni": those whom a figure counts."""
    if start >= len(scene.tokens):
        return None
    figure = next((one for one in scene.found.figures if one.span.start == scene.tokens[start].start), None)
    if figure is None:
        return None
    inside = [token for token in scene.between(start, start + FAR) if token.end <= figure.span.end]
    last = inside[-1].index if inside else start
    after = scene.tokens[last + 1] if last + 1 < len(scene.tokens) else scene.tokens[last]
    is_of_share = figure.kind == "share" or not inside or inside[-1].upos != "NOUN"
    is_people = after.upos in ("NOUN", "ADJ", "PROPN") and after.feats.get("Case") == "Gen"
    if is_of_share and is_people and scene.gap(after.index):
        return after
    return inside[-1] if inside and inside[-1].upos in ("NOUN", "ADJ") else None


def _is_led(scene: Scene, token: Token) -> bool:
    return scene.tokens[token.index - 1].upos == "ADP"


def _past_articles(scene: Scene, start: int, last: int) -> int:
    """ "Zgodnie z art. 45 ust. 2 [ustawy]": the law says it, not its article."""
    index = start
    while index < last and _is_of_article(scene, index):
        index += 1
    return index if index > start + 1 else start


def _is_of_article(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    joins = token.form == "," and index + 1 < len(scene.tokens) and _is_of_article(scene, index + 1)
    return is_part_of_law(scene, token) or joins or token.form == "." or token.form[:1].isdigit()


def _phrase_head(scene: Scene, token: Token, case: str, least: int) -> Token:
    """Climb from the first noun to the head of its phrase: "generalnego [inspektora]"."""
    for above in scene.tree.ancestors(token):
        if above.upos not in ("NOUN", "PROPN") or above.index < least or above.feats.get("Case") != case:
            break
        if not is_dep(token, "flat", "amod", "nmod", "appos", "compound"):
            break
        mention = scene.mention_at.get(above.index)
        if mention is not None and mention.kind != "person" and not mention.first <= token.index < mention.last:
            break  # "zgodnie z [planem] Nord Stream ma ruszyć"
        token = above
    return token


def _phrase_end(scene: Scene, cue: Cue, head: Token) -> int:
    if head.index == cue.last and scene.words.among("possessive", head.form.casefold()):
        return head.index + 2  # "według [jego relacji]"
    share = share_part(scene, head)
    if share is not None:
        return max(share[1], cue.last)
    _, end = phrase_part(scene, _owner(scene, head), is_short=True)
    mention = named(scene, head)
    end = max(end, cue.last, mention.last if mention is not None and mention.first >= cue.last else 0)
    whose = owner_of_information(scene, head)
    end = max(end, brand_end(scene, whose) if scene.words.among("media", whose.lemma) else 0)
    _, last = scene.sentence(cue.token)
    end = _behind_last_name(scene, head, end)
    end = _before_subject(scene, (max(head.index, mention.last - 1 if mention is not None else 0) + 1, end), last)
    end = _past_origin(scene, end, last) if mention is not None else end
    (case,) = cue.entry.takes
    end = _past_role(scene, end, last, case) if end < last else end
    cut = scene.mention_at.get(end) if end < last else None
    end = cut.last if cut is not None and cut.first < end else end  # "raportu spółki Ernst [& Young]"
    is_by = end < last and scene.tokens[end].lemma == scene.words.rules["by"]  # "informacji podanych [przez urząd]"
    if end < last and (is_by or scene.tokens[end].feats.get("VerbForm") == "Part"):
        return _relative_end(scene, end, last)  # "według sondażu [przygotowanego przez X], ..."
    behind = _past_bracket(scene, end, last)
    if behind < last and scene.tokens[behind].form == "," and behind + 1 < last:
        after = scene.tokens[behind + 1]
        if after.upos == "ADP" and behind + 2 < last:
            after = scene.tokens[behind + 2]  # "według wójta, [na którego] powołuje się radio, ..."
        if scene.words.among("antecedents", after.lemma) or _describes(scene, after, head):
            return _relative_end(scene, behind + 1, last)
    return end


def _describes(scene: Scene, word: Token, head: Token) -> bool:
    """ "Zgodnie z rezolucją, [przygotowaną] przez radę, most", "zdaniem gości, [czyli] turystów, most"."""
    is_part = word.feats.get("VerbForm") == "Part" and word.upos == "ADJ"
    case = head.feats.get("Case")
    agrees = (
        word.feats.get("Number") == head.feats.get("Number") and case is not None and may_be_case(scene, word, case)
    )
    return (is_part and agrees) or scene.words.among("that_is", word.form.casefold())


def _behind_last_name(scene: Scene, head: Token, end: int) -> int:
    """ "W ocenie premier Ewy Lis | [umowę] podpisano": behind a name no common noun goes on with the phrase."""
    names = [one for one in scene.found.mentions if head.index <= one.first and one.last <= end]
    if not names or names[-1].last >= end:
        return end
    after = scene.tokens[names[-1].last]
    is_cut_short = after.index + 1 < len(scene.tokens) and scene.tokens[after.index + 1].form == "."  # "kpt."
    is_common = after.upos in ("NOUN", "ADJ", "NUM", "DET") and after.form.islower() and not is_cut_short
    return after.index if is_common else end


def _before_subject(scene: Scene, rest: Part, last: int) -> int:
    """ "Zdaniem ekspertów | [ceny prądu] nie wzrosną": a noun that may be the verb's subject is not of the source."""
    first, end = rest
    at = end + 1 if end < last and scene.words.among("negation", scene.tokens[end].form.casefold()) else end
    if at >= last or first >= end or not scene.is_finite(scene.tokens[at]):
        return end
    verb = scene.tokens[at]
    if any(child.index >= end for child in scene.tree.children(verb, "nsubj")):
        return end
    may_be = [index for index in range(first, end) if _may_be_subject(scene, scene.tokens[index], verb)]
    if len(may_be) > 1 and may_be[0] == first and scene.words.among("of_something", scene.tokens[first - 1].lemma):
        may_be = may_be[1:]  # "zdaniem szefa spółki | ceny wzrosną"
    start = next(iter(may_be), None)
    if start is None or not all(_hangs_on_noun(token) for token in scene.between(start + 1, end)):
        return end
    while start > first and scene.tokens[start - 1].upos in ("ADJ", "DET", "NUM"):
        start -= 1
    return start


def _hangs_on_noun(token: Token) -> bool:
    """Say whether a word may stand behind a noun as a part of its phrase: "ceny [prądu]", "stopy [procentowe]"."""
    return token.upos == "ADJ" or (token.upos in ("NOUN", "PROPN") and token.feats.get("Case") == "Gen")


def _may_be_subject(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "[Ceny] wzrosną": a form that is the genitive of one, and the nominative of many, as the verb has it."""
    number = NUMBERS.get(verb.feats.get("Number", ""))
    readings = scene.words.inflection.readings.look_up(noun.form)
    return noun.upos == "NOUN" and any({"nom", number} <= reading.values for reading in readings)


def _owner(scene: Scene, head: Token) -> Token:
    """ "Według ocen [dyplomatów] | szybkich prac chce": whose information it is ends the phrase."""
    if not scene.words.among("kinds_of_information", head.lemma):
        return head
    near = [token for token in scene.tree.children(head, "nmod") if token.index > head.index]
    owners = [token for token in near if token.feats.get("Case") == "Gen" and token.upos in ("NOUN", "PROPN")]
    return owners[0] if len(owners) > 1 and scene.words.roles.kind(owners[0]) is not None else head


def _past_origin(scene: Scene, end: int, last: int) -> int:
    """ "Zdaniem geologa Jana Wilka [z Instytutu Wód] tama": where a person comes from tells who is meant."""
    if end + 1 >= last or scene.tokens[end].lemma != scene.words.rules["out_of"]:
        return end
    for place in range(end + 1, min(end + NEAR, last)):
        mention = scene.mention_at.get(place)
        if mention is not None:
            return mention.last if mention.kind in ("body", "place") else end
        if scene.tokens[place].upos not in ("NOUN", "ADJ"):
            return end
    return end


def _relative_end(scene: Scene, start: int, last: int) -> int:
    return next((index for index in range(start, last) if scene.tokens[index].form == ","), start)


def _clause_round(scene: Scene, aside: Part, cue: Cue) -> tuple[Part, ...]:
    """The clause that holds the phrase, without the phrase."""
    first, last = scene.sentence(cue.token)
    closes = aside[0] - 1 > first and scene.is_dash(aside[0] - 1) and skip_marks(scene, aside[1], last) >= last
    left = _clause_start(scene, aside[0] - 1 if closes else aside[0])  # "Ceny spadną – według ekspertów."
    parts = []
    if left < aside[0] and _has_words(scene, (left, aside[0])):
        parts.append((left, trim_end(scene, left, aside[0])))
    start = skip_marks(scene, _past_bracket(scene, aside[1], last), last)
    if start < last:
        parts.append(unquoted(scene, (start, _clause_end(scene, aside, start, cue))))
    return tuple(part for part in parts if _has_words(scene, part))


def _clause_end(scene: Scene, aside: Part, start: int, cue: Cue) -> int:
    """The clause ends where it would without the phrase; one of concession or cause at its comma."""
    end = clause_end(scene, start, cue)
    if not _opens_side_clause(scene, aside[0] - 1):
        return end
    comma = next((i for i in range(start, end) if scene.tokens[i].form == "," and i not in scene.quote_at), end)
    return trim_end(scene, start, comma)


def _opens_side_clause(scene: Scene, index: int) -> bool:
    """ "Loty, [choć] zdaniem prawników są konieczne, nie odbyły się": a clause between commas."""
    if index < 1 or scene.tokens[index].upos != "SCONJ":
        return False
    return scene.tokens[index - 1].form == "," and not scene.words.among("that", scene.tokens[index].lemma)


def _past_bracket(scene: Scene, start: int, last: int) -> int:
    """ "Zgodnie z kodeksem (art. 94), ...": what stands in brackets behind the source is of the source."""
    if start >= last or scene.tokens[start].form != "(":
        return start
    return next((index + 1 for index in range(start, last) if scene.tokens[index].form == ")"), start)


def _clause_start(scene: Scene, index: int) -> int:
    """Go left to where the clause opens: the sentence, a conjunction, a relative word, a dash."""
    first, _ = scene.sentence(scene.tokens[index])
    quote = scene.quote_at.get(index)
    first = first if quote is None else max(first, quote.first)  # a quotation goes on from no headline before it
    if (index > first and scene.tokens[index].form.istitle()) or _opens_side_clause(scene, index - 1):
        return index  # a headline without a full stop runs into "Zdaniem wójta"
    for at in range(index - 1, first - 1, -1):
        token = scene.tokens[at]
        if scene.words.among("that", token.lemma) or (scene.is_dash(at) and not is_reporting_dash(scene, at)):
            return at + 1
        if token.form == "," and at + 1 < index and scene.words.among("antecedents", scene.tokens[at + 1].lemma):
            return at + 1
        if token.form == "," and scene.words.among("conjunctions", scene.tokens[at + 1].lemma):
            return at + 2
        if token.form == "," and scene.words.among("parenthetic", scene.tokens[first].form.casefold()):
            return at + 1  # "jak podaje radio, | według śledczych"
        if scene.words.among("conjunctions", token.lemma) and at + 1 == index:
            return at + 1
    return skip_marks(scene, first, index)
