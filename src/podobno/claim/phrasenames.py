"""The name in a noun phrase: "prezes Gazpromu [Aleksiej Miller]", "[Jan Kowalski], minister energii".

In:   a scene, the head of a noun phrase.
Out:  the mention that names whom the phrase is of; where a title ends and a name starts.
Not:  which titles an article gives a name: claim/titles.py.
"""

from podobno.claim.genders import token_of
from podobno.claim.papers import is_led
from podobno.claim.phrases import phrase_part
from podobno.claim.scene import Scene
from podobno.lang.trees import is_dep
from podobno.records.parsed import Token
from podobno.records.values import Mention

AFTER_MEDIUM = 8  # words between a medium that was told and the person who told it
NAME_REACH = 12  # words from a role to the name behind it: "rzecznik komendy policji w Koninie podkom. [Jan Lis]"
NICKNAME = 3  # words in quotation marks between a role and a name: "trener „orlęt” [Jan Kos]"
TITLE = 3  # words in quotation marks that report nothing
REACH = 8  # words before a name that may belong to its title
COMMA_REACH = 4  # words from a comma to the name behind it: "rzeczniczka sądu, prok. [Anna Kos]"


def named(scene: Scene, head: Token) -> Mention | None:
    """Return the name in a noun phrase: of its head, or of a person set beside it."""
    first, last = phrase_part(scene, head, is_short=True)
    mention = scene.mention_at.get(head.index)
    mention = None if mention is not None and _is_law(scene, mention) else mention
    inside = [m for m in scene.found.mentions if first <= m.first < last]
    if mention is not None and not _is_listener(scene, mention):
        return mention
    before = _before_comma(scene, head)
    if before is not None:
        return before
    if scene.words.among("kin", head.lemma):
        return _kin(scene, head, last)
    person = _person_beside(scene, head)
    if person is not None:
        return person
    if mention is not None:
        return _person_after(scene, mention) or mention
    media = [m for m in inside if scene.is_medium(m.base)]
    if media and (head.lemma in scene.words.rules["media"] or head.lemma in scene.words.rules["reporters"]):
        return media[0]
    return _body_beside(scene, head) or _behind_comma(scene, head, last) or _with_second_title(scene, head, last)


def _is_law(scene: Scene, mention: Mention) -> bool:
    """ "[Prawo] o ruchu drogowym": the first word of a law's name, which the weights take for a body."""
    word = scene.tokens[mention.first]
    after = scene.tokens[min(mention.last, len(scene.tokens) - 1)]
    is_first = mention.last - mention.first == 1 and scene.words.among("laws", word.lemma.casefold())
    return is_first and after.lemma == scene.words.rules["about"] and after.upos == "ADP"


def _kin(scene: Scene, head: Token, last: int) -> Mention | None:
    """ "Mąż Rossi, [Jan Lis]": the name right behind is whose kin it is, unless its case says that they are one."""
    beside = scene.mention_at.get(head.index + 1)
    end = beside.last if beside is not None else last
    named_behind = _behind_comma(scene, head, end)
    if named_behind is not None or beside is None:
        return named_behind
    cases = {token.feats.get("Case") for token in scene.between(beside.first, beside.last)}
    return beside if cases <= {head.feats.get("Case", "Nom"), None} and not scene.is_inflected(beside) else None


def _body_beside(scene: Scene, head: Token) -> Mention | None:
    """ "Linie lotnicze [Ryanair]", but not "rzecznik [Ryanaira]"; a name that looks like a place's may be a body's."""
    if scene.words.roles.kind(head) != "body":
        return None
    for token in scene.between(head.index + 1, min(head.index + REACH, scene.sentence(head)[1])):
        mention = scene.mention_at.get(token.index)
        if mention is not None:
            is_named = mention.kind == "place" and head.feats.get("Case") == "Nom"
            words = scene.text[scene.tokens[mention.first].start : scene.tokens[mention.last - 1].end]
            is_one = mention.kind == "body" or (is_named and words == mention.base)  # but not "rząd [Niemiec]"
            return mention if is_one and (words == mention.base or _shares_case(scene, head, mention)) else None
        if token.upos != "ADJ":
            return None
    return None


def _before_comma(scene: Scene, head: Token) -> Mention | None:
    """ "[Jan Kowalski], minister energii, dodał": a role set behind the name."""
    comma = comma_before(scene, head)
    mention = scene.mention_at.get(comma - 1) if comma is not None else None
    if mention is None or mention.kind != "person":
        return None
    same = token_of(scene, mention).feats.get("Case", "Nom") == head.feats.get("Case", "Nom")
    return mention if same else None


def comma_before(scene: Scene, head: Token) -> int | None:
    """Return the comma behind which a role stands: "Jan Kowalski[,] minister energii"."""
    place = head.index - 1
    while place > 0 and scene.tokens[place].upos == "ADJ":
        place -= 1
    is_role = scene.words.roles.kind(head) is not None
    return place if place > 0 and scene.tokens[place].form == "," and is_role else None


def may_be_name(scene: Scene, token: Token) -> bool:
    """Say whether a word may be a part of a name that nobody found: it stands inside a sentence with a capital."""
    inside = scene.sentence(token)[0] <= token.index and token.index not in scene.mention_at
    return inside and token.form.istitle() and token.upos in ("PROPN", "X", "NOUN", "ADJ")


def _behind_comma(scene: Scene, head: Token, last: int) -> Mention | None:
    """ "Minister energii, [Jan Kowalski], dodał", "babcia, pani [Maria]"."""
    last = _past_acronym(scene, _comma_behind(scene, last))
    if last + 1 >= len(scene.tokens) or scene.tokens[last].form != "," or head.upos != "NOUN":
        return None
    for place in range(last + 1, min(last + COMMA_REACH, len(scene.tokens))):
        mention = scene.mention_at.get(place)
        if mention is not None:
            same = token_of(scene, mention).feats.get("Case", "Nom") == head.feats.get("Case", "Nom")
            return mention if mention.kind == "person" and same else None
        is_short = _cuts_word(scene, place) or _cuts_word(scene, place + 1)
        if scene.tokens[place].upos not in ("NOUN", "X") and not is_short:
            return None
    return None


def _with_second_title(scene: Scene, head: Token, last: int) -> Mention | None:
    """ "Były premier, poseł lewicy [Jan Kos]": two titles of one man, unless a list or a clause goes on behind him."""
    if last + 1 >= len(scene.tokens) or scene.tokens[last].form != "," or scene.words.roles.kind(head) != "person":
        return None
    noun = next((t for t in scene.between(last + 1, last + COMMA_REACH) if t.upos != "ADJ"), head)
    is_title = noun.upos == "NOUN" and noun.index > last and scene.words.roles.kind(noun) == "person"
    mention = _person_beside(scene, noun) if is_title and _are_one(head, noun) else None
    if mention is None:
        return None
    first, end = scene.sentence(head)
    after = scene.tokens[mention.last] if mention.last < end else head
    had_verb = any(map(scene.is_finite, scene.between(first, head.index)))
    goes_on = after.upos == "CCONJ" or (scene.is_finite(after) and had_verb)
    return None if goes_on else mention


def _are_one(title: Token, other: Token) -> bool:
    is_one = title.feats.get("Number", "Sing") == "Sing" == other.feats.get("Number", "Sing")
    return is_one and title.feats.get("Case", "Nom") == other.feats.get("Case", "Nom")


def _past_brackets(scene: Scene, first: int) -> int:
    """Return the token behind brackets that hold one word and open here; the token itself where none open."""
    forms = [token.form for token in scene.between(first, first + 3)]
    return first + 3 if len(forms) == 3 and (forms[0], forms[2]) == ("(", ")") else first


def _past_acronym(scene: Scene, last: int) -> int:
    """ "Dyrektor Biura Ochrony Mostów [(BOM)], Jan Kos": what stands in brackets behind the body of a title."""
    behind = _past_brackets(scene, last)
    is_comma = behind < len(scene.tokens) and scene.tokens[behind].form == ","
    return behind if is_comma else last


def _comma_behind(scene: Scene, last: int) -> int:
    """ "Sponsor biegu | na rzecz lasu[,] Adam Dąb.": the comma behind a title of which the phrase holds a part."""
    for token in scene.between(last, min(last + REACH, len(scene.tokens))):
        mention = scene.mention_at.get(token.index + 1)
        if token.form == "," and mention is not None:
            return token.index if comma_led(scene, mention) == token.index else last
        if scene.is_mark(token.index) or scene.is_finite(token):
            return last
    return last


def _cuts_word(scene: Scene, place: int) -> bool:
    """Say whether a stop cuts a word short: "prok[.] Anna Kos"."""
    return place < len(scene.tokens) and scene.tokens[place].form == "." and scene.gap(place) == ""


def _is_listener(scene: Scene, mention: Mention) -> bool:
    """ "Powiedział [PAP] Kowalski": the medium was told, the person behind it speaks."""
    return scene.is_medium(mention.base) and _person_after(scene, mention) is not None


def _person_after(scene: Scene, mention: Mention) -> Mention | None:
    for place in range(mention.last, min(mention.last + AFTER_MEDIUM, len(scene.tokens))):
        other = scene.mention_at.get(place)
        if other is not None and other.kind == "person":
            return other
        if _cuts_word(scene, place):
            continue  # "mł. bryg. Jan Kowalski"
        if scene.is_mark(place) or scene.is_finite(scene.tokens[place]) or scene.tokens[place].upos == "ADP":
            return None
    return None


def _person_beside(scene: Scene, head: Token) -> Mention | None:
    """ "Prezes Gazpromu [Aleksiej Miller]", but not "rzecznik [Andrzeja Dudy]"."""
    if head.upos not in ("NOUN", "ADJ") and scene.words.roles.kind(head) is None:
        return None
    passed = head.index
    for token in scene.between(head.index + 1, min(head.index + NAME_REACH, scene.sentence(head)[1])):
        mention = scene.mention_at.get(token.index)
        passed = max(passed, _past_brackets(scene, token.index))
        if token.index < passed:
            continue  # "dyrektor Biura Ochrony Mostów [(BOM)] Jan Kos"
        if mention is not None and mention.kind == "person" and _shares_case(scene, head, mention):
            return mention
        if mention is not None and mention.kind == "body":
            continue
        if mention is not None and mention.kind == "place" and token.feats.get("Case") == "Loc":
            continue  # "ambasador w USA i w Niemczech [Jan Kowalski]"
        is_title = _cuts_word(scene, token.index)
        if scene.is_finite(token) or (scene.is_mark(token.index) and not is_title and not _bounds_quote(scene, token)):
            return None
        is_of_title = leads_to_place(scene, token) or is_in_title_of(scene, token) or _joins_complements(scene, token)
        if token.upos in ("CCONJ", "ADP") and not is_of_title:
            return None
    return None


def _joins_complements(scene: Scene, token: Token) -> bool:
    """ "Minister finansów [i] gospodarki Jan Kos", but not "wójt Sanoka [i] starosta Jan Kos"."""
    if token.upos != "CCONJ" or token.index + 1 >= len(scene.tokens):
        return False
    before, after = scene.tokens[token.index - 1], scene.tokens[token.index + 1]
    case = before.feats.get("Case")
    is_thing = after.upos in ("NOUN", "ADJ") and after.form.islower() and scene.words.roles.kind(after) is None
    return case == "Gen" == after.feats.get("Case") and is_thing


def _bounds_quote(scene: Scene, mark: Token) -> bool:
    """ "Trener „orlęt” [Jan Kos]": a mark round a few words of the title."""
    if mark.form in ".,;:!?":
        return False
    near = (scene.quote_at.get(mark.index + 1), scene.quote_at.get(mark.index - 1))
    return mark.index not in scene.quote_at and any(q is not None and q.last - q.first <= NICKNAME for q in near)


def leads_to_place(scene: Scene, token: Token) -> bool:
    """Say whether a small word brings in a place: "[W] USA", "[i w] Niemczech"."""
    near = scene.between(token.index + 1, min(token.index + 3, scene.sentence(token)[1]))
    word = next((other for other in near if other.upos != "ADP"), token)
    mention = scene.mention_at.get(word.index)
    return mention is not None and mention.kind == "place"


def _shares_case(scene: Scene, head: Token, mention: Mention) -> bool:
    if any(token.upos == "ADP" for token in scene.between(mention.first - 1, mention.first)):
        return False
    case = head.feats.get("Case", "Nom")
    if case == "Nom":
        return not scene.is_inflected(mention) or _is_in_no_case(scene, head, mention)
    cases = {token.feats.get("Case") for token in scene.between(mention.first, mention.last)}
    men = {"Acc", "Gen"}  # of men's names one form is both, and its tag a guess
    if cases == {None} or case in cases or (case in men and bool(cases & men)):
        return True
    return _is_governed(scene, head) and scene.is_inflected(mention)  # of foreign names the tags are guesses


def _is_in_no_case(scene: Scene, head: Token, mention: Mention) -> bool:
    """ "Według [premier] Anny Lis", "zdaniem [zastępcy] wójta Jana Kosa": no nominative, though tagged as one.

    Before a woman's name a man's title has one form for all cases; behind a preposition no noun is a nominative.
    """
    if _is_governed(scene, head):
        return True
    before = scene.tokens[head.index - 1] if head.index else head
    hangs = before.upos == "NOUN" and is_dep(head, "nmod") and head.head == before.index
    is_title = scene.words.roles.kind(head) == "person" and head.feats.get("Gender") == "Masc"
    return hangs and is_title and token_of(scene, mention).feats.get("Gender") == "Fem"


def _is_governed(scene: Scene, head: Token) -> bool:
    """Say whether a title stands where a word before it asks for another case than the nominative."""
    if scene.words.roles.kind(head) != "person":
        return False
    place = head.index - 1
    while place > 0 and scene.tokens[place].upos == "ADJ":
        place -= 1
    before = scene.tokens[max(place, 0)]
    relies = before.feats.get("VerbForm") == "Conv"  # "cytując [premier] Annę Lis"
    is_information = scene.words.among("kinds_of_information", before.lemma)
    return before.upos == "ADP" or relies or is_information or before.form.casefold() in scene.words.source_ends


def brand_end(scene: Scene, head: Token) -> int:
    """Return where capitals behind a medium end: "dane portalu [Zwierzęta Dziś]" has a name, whatever their tags."""
    last = head.index + 1
    while last < scene.sentence(head)[1] and scene.tokens[last].form[:1].isupper() and last not in scene.mention_at:
        last += 1
    return last


def is_subject(scene: Scene, mention: Mention, reported: frozenset[int]) -> bool:
    """Say whether a person is the subject of a sentence that nobody reports, or may be one by its case."""
    if mention.kind != "person" or mention.first in reported or scene.is_teaser(mention.first):
        return False
    if is_in_title(scene, mention.first, mention.last):
        return False
    words = list(scene.between(mention.first, mention.last))
    before = scene.tokens[mention.first - 1] if mention.first else None
    if before is not None and (before.upos == "ADP" or before.form == "("):
        return False
    if before is not None and (_is_thing_named_so(scene, before) or is_led(scene, mention.first)):
        return False  # "w radiu [Wilk]"
    if any(is_dep(word, "nsubj", "root") for word in words):
        return True
    role = _role_named(scene, mention) if not scene.is_inflected(mention) else None
    if role is not None:
        other = scene.mention_at.get(role.head)  # "Jan Kos, prezes [Budomostu], dodał": his name stands before
        is_anothers = is_dep(role, "appos") and other is not None and other.kind == "person"
        if is_anothers or (is_dep(role, "nsubj") and role.feats.get("Case") == "Nom"):
            return not is_anothers
    is_object = is_dep(token_of(scene, mention), "obj", "iobj", "obl")  # "zacytował Koran"
    return not is_object and all(word.feats.get("Case", "Nom") == "Nom" for word in words)


def _role_named(scene: Scene, mention: Mention) -> Token | None:
    """ "[Dyrektor] instytutu dr Jan Kos": the role that a name is set beside, over the titles between them."""
    word = token_of(scene, mention)
    while is_dep(word, "appos", "flat") and word.head != word.index:
        word = scene.tokens[word.head]
        if word.index in scene.mention_at:
            return None
        if scene.words.roles.kind(word) == "person":
            return word
    return None


def _is_thing_named_so(scene: Scene, before: Token) -> bool:
    """ "Działa [Cezar] są nowe": the subject is what the name stands behind."""
    is_case = before.feats.get("Case", "Nom") == "Nom"  # "działa" may be taken for a verb, and is its own subject still
    is_subject_itself = is_dep(before, "nsubj") and is_case and before.upos in ("NOUN", "VERB")
    return is_subject_itself and before.feats.get("Animacy") != "Hum" and scene.words.roles.kind(before) is None


def is_in_title(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are a part of a title in quotation marks: "ustawa „lex [Kowalski]”"."""
    quote = scene.quote_at.get(first)
    return quote is not None and last - first < quote.last - quote.first <= TITLE


def is_in_title_of(scene: Scene, preposition: Token) -> bool:
    """Say whether a preposition is of a title: "rzecznik partii [przy] radzie", "komisarz [do] spraw energii"."""
    after = scene.tokens[preposition.index + 1].form if preposition.index + 1 < len(scene.tokens) else ""
    words = preposition.form.casefold(), f"{preposition.form} {after}".casefold()
    if any(scene.words.among("in_titles", one) for one in words):
        return True
    noun = scene.tree.head(preposition) if preposition.form.islower() else None
    above = scene.tree.head(noun) if noun is not None and is_dep(noun, "nmod") else None
    return above is not None and above.index < preposition.index and above.upos in ("NOUN", "PROPN")


def comma_led(scene: Scene, mention: Mention) -> int:
    """Return where the title of a name ends: "prezes związku, [Jan Kos]," has it before a comma."""
    first, last = mention.first, mention.last
    led = first > 1 and scene.tokens[first - 1].form == ","
    if mention.kind != "person" or not led:
        return first
    noun = scene.tree.head(token_of(scene, mention))
    is_title = noun is not None and noun.index < first and noun.feats.get("Animacy") == "Hum"
    ends = last == len(scene.tokens) or scene.is_mark(last)
    return first - 1 if ends or (is_title and scene.is_finite(scene.tokens[last])) else first
